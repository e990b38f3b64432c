/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keys, buttons and menus do to a text, as actions of the group "text". */
#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "kompass-figure-chooser.h"
#include "kompass-link-dialog.h"
#include "kompass-text-clipboard.h"
#include "kompass-text-editor-private.h"

/* Marks of what the dialog is about. */
#define LINK_START "link-start"
#define LINK_END "link-end"

/* Looks */

static void
bold_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  KompassTextEditor *self = user_data;

  kompass_text_buffer_toggle_flag (self->buffer, KOMPASS_RUN_BOLD);
}

static void
italic_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  KompassTextEditor *self = user_data;

  kompass_text_buffer_toggle_flag (self->buffer, KOMPASS_RUN_ITALIC);
}

static void
toggle_kind (KompassTextEditor    *self,
             KompassParagraphKind  kind)
{
  gboolean is_set = kompass_text_buffer_get_kind (self->buffer) == kind;

  kompass_text_buffer_set_kind (self->buffer, is_set ? KOMPASS_PARAGRAPH_BODY : kind);
}

static void
heading_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  toggle_kind (user_data, KOMPASS_PARAGRAPH_HEADING);
}

static void
bullets_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  toggle_kind (user_data, KOMPASS_PARAGRAPH_BULLET);
}

static void
body_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  KompassTextEditor *self = user_data;

  kompass_text_buffer_set_kind (self->buffer, KOMPASS_PARAGRAPH_BODY);
}

/* Links */

static void
get_caret (KompassTextEditor *self,
           GtkTextIter       *iter)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);

  gtk_text_buffer_get_iter_at_mark (buffer, iter, gtk_text_buffer_get_insert (buffer));
}

/* The link that the caret is in, or at whose end it is. */
static char *
find_link (KompassTextEditor *self,
           GtkTextIter       *start,
           GtkTextIter       *end)
{
  GtkTextIter iter;
  const char *address;

  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self->buffer), &iter, NULL);
  address = kompass_text_buffer_get_link_at (self->buffer, &iter, start, end);
  if (address == NULL && !gtk_text_iter_starts_line (&iter) && gtk_text_iter_backward_char (&iter))
    address = kompass_text_buffer_get_link_at (self->buffer, &iter, start, end);

  return g_strdup (address);
}

/* What is selected is forgotten when something is selected in the dialog: there is one primary selection. */
static void
set_link_mark (GtkTextBuffer     *buffer,
               const char        *name,
               const GtkTextIter *iter,
               gboolean           left_gravity)
{
  if (gtk_text_buffer_get_mark (buffer, name) != NULL)
    gtk_text_buffer_delete_mark_by_name (buffer, name);
  gtk_text_buffer_create_mark (buffer, name, iter, left_gravity);
}

static void
link_saved_cb (KompassTextEditor *self,
               const char        *words,
               const char        *address)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter start, end;
  g_autofree char *selected = NULL;

  gtk_text_buffer_get_iter_at_mark (buffer, &start, gtk_text_buffer_get_mark (buffer, LINK_START));
  gtk_text_buffer_get_iter_at_mark (buffer, &end, gtk_text_buffer_get_mark (buffer, LINK_END));
  selected = gtk_text_iter_get_text (&start, &end);
  gtk_text_buffer_select_range (buffer, &end, &start);
  kompass_text_buffer_set_link (self->buffer, g_strcmp0 (words, selected) != 0 ? words : NULL, address);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* A link is edited whole; words that stay as they are keep their looks. */
static void
link_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  KompassTextEditor *self = user_data;
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkTextIter start, end;
  g_autofree char *address = find_link (self, &start, &end);
  g_autofree char *words = NULL;
  GtkWindow *dialog;

  if (address == NULL)
    gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  set_link_mark (buffer, LINK_START, &start, TRUE);
  set_link_mark (buffer, LINK_END, &end, FALSE);
  words = gtk_text_iter_get_text (&start, &end);
  dialog = kompass_link_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, words, address);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (link_saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

static void
remove_link_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  KompassTextEditor *self = user_data;
  GtkTextIter start, end;
  g_autofree char *address = find_link (self, &start, &end);

  if (address == NULL)
    return;
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (self->buffer), &end, &start);
  kompass_text_buffer_set_link (self->buffer, NULL, NULL);
}

static void
open_link_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  KompassTextEditor *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, g_variant_get_string (parameter, NULL), GDK_CURRENT_TIME);
}

/* Figures */

static void
figure_chosen_cb (KompassTextEditor *self,
                  const char        *field)
{
  kompass_text_buffer_insert_field (self->buffer, field);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
create_chooser (KompassTextEditor *self)
{
  self->chooser = kompass_figure_chooser_new ();
  gtk_widget_set_parent (self->chooser, GTK_WIDGET (self));
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (figure_chosen_cb), self, G_CONNECT_SWAPPED);
}

/* At the caret, where the figure will stand. */
static void
field_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  KompassTextEditor *self = user_data;
  GtkTextIter caret;
  GdkRectangle at;
  double x, y;

  if (self->chooser == NULL)
    create_chooser (self);
  kompass_figure_chooser_set_evaluation (KOMPASS_FIGURE_CHOOSER (self->chooser), self->evaluation);
  kompass_figure_chooser_set_area (KOMPASS_FIGURE_CHOOSER (self->chooser), self->area);
  get_caret (self, &caret);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->view), &caret, &at);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self->view), GTK_TEXT_WINDOW_WIDGET, at.x, at.y, &at.x, &at.y);
  gtk_widget_translate_coordinates (GTK_WIDGET (self->view), GTK_WIDGET (self), at.x, at.y, &x, &y);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->chooser), &(GdkRectangle) { (int) x, (int) y, 1, at.height });
  gtk_popover_popup (GTK_POPOVER (self->chooser));
}

/* Other actions */

static void
paste_plain_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  KompassTextEditor *self = user_data;

  kompass_text_clipboard_paste (GTK_TEXT_VIEW (self->view), gtk_widget_get_clipboard (GTK_WIDGET (self)), TRUE);
}

static void
spelling_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  KompassTextEditor *self = user_data;

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  kompass_spelling_go_to_next (self->spelling);
}

static void
set_state (KompassTextEditor *self,
           const char        *name,
           gboolean           is_set)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (is_set));
}

static void
set_enabled (KompassTextEditor *self,
             const char        *name,
             gboolean           is_enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
}

/**
 * kompass_text_editor_update_actions:
 * @self: an editor
 *
 * Lets buttons show what is at the caret.
 */
void
kompass_text_editor_update_actions (KompassTextEditor *self)
{
  KompassRunFlags flags = kompass_text_buffer_get_flags (self->buffer);
  KompassParagraphKind kind = kompass_text_buffer_get_kind (self->buffer);
  GtkTextIter start, end;
  g_autofree char *address = find_link (self, &start, &end);

  set_state (self, "bold", (flags & KOMPASS_RUN_BOLD) != 0);
  set_state (self, "italic", (flags & KOMPASS_RUN_ITALIC) != 0);
  set_state (self, "heading", kind == KOMPASS_PARAGRAPH_HEADING);
  set_state (self, "bullets", kind == KOMPASS_PARAGRAPH_BULLET);
  set_state (self, "link", address != NULL);
  set_enabled (self, "remove-link", address != NULL);
  set_enabled (self, "field", self->evaluation != NULL);
  set_enabled (self, "spelling", self->speller != NULL && kompass_speller_has_dictionary (self->speller));
}

/**
 * kompass_text_editor_add_actions:
 * @self: an editor
 *
 * Makes its actions.
 */
void
kompass_text_editor_add_actions (KompassTextEditor *self)
{
  static const GActionEntry entries[] = {
    { "bold", bold_cb, NULL, "false" },
    { "italic", italic_cb, NULL, "false" },
    { "heading", heading_cb, NULL, "false" },
    { "bullets", bullets_cb, NULL, "false" },
    { "body", body_cb },
    { "link", link_cb, NULL, "false" },
    { "remove-link", remove_link_cb },
    { "open-link", open_link_cb, "s" },
    { "field", field_cb },
    { "paste-plain", paste_plain_cb },
    { "spelling", spelling_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "text", G_ACTION_GROUP (self->actions));
}

/**
 * kompass_text_editor_set_area:
 * @self: an editor
 * @area: number of the area that is written about, whose figures are offered first; 0 for none
 */
void
kompass_text_editor_set_area (KompassTextEditor *self,
                              guint              area)
{
  self->area = area;
}
