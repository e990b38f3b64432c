/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An area or a question while an edition is written: its number, its text, which wraps, its maximum, and below them what
 * is wrong with it. */
#include "kompass-edition-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SPACING 6

/* Those of an entry, in pixels. */
#define TEXT_MARGIN_X 6
#define TEXT_MARGIN_Y 8

struct _KompassEditionRow
{
  GtkWidget parent_instance;

  KompassEditionDraft *draft;
  guint id;
  GtkWidget *cells;
  GtkWidget *number;
  GtkWidget *text; /* a text view: entries do not wrap */
  GtkWidget *maximum;
  GtkWidget *problem;
  gboolean is_settling; /* the cells are written by the program */
};

G_DEFINE_FINAL_TYPE (KompassEditionRow, kompass_edition_row, GTK_TYPE_WIDGET)

static gboolean
is_area (KompassEditionRow *self)
{
  const KompassDraftRow *row = kompass_edition_draft_find (self->draft, self->id, NULL);

  return row != NULL && row->kind == KOMPASS_LINE_AREA;
}

static char *
get_text (KompassEditionRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
number_changed_cb (KompassEditionRow *self)
{
  if (!self->is_settling)
    kompass_edition_draft_set_field (self->draft, self->id, KOMPASS_DRAFT_NUMBER,
                                     gtk_editable_get_text (GTK_EDITABLE (self->number)));
}

static void
text_changed_cb (KompassEditionRow *self)
{
  g_autofree char *text = get_text (self);

  if (!self->is_settling)
    kompass_edition_draft_set_field (self->draft, self->id, KOMPASS_DRAFT_TEXT, text);
}

static void
maximum_changed_cb (KompassEditionRow *self)
{
  if (!self->is_settling)
    kompass_edition_draft_set_field (self->draft, self->id, KOMPASS_DRAFT_MAXIMUM,
                                     gtk_editable_get_text (GTK_EDITABLE (self->maximum)));
}

/* What was selected when the keyboard came is not what is looked at when it has gone to another cell. */
static gboolean
unselect_cb (gpointer user_data)
{
  KompassEditionRow *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkTextBuffer *buffer;
  GtkTextIter caret;

  if (root == NULL || self->text == NULL || gtk_root_get_focus (root) == self->text)
    return G_SOURCE_REMOVE;
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_place_cursor (buffer, &caret);

  return G_SOURCE_REMOVE;
}

/* Which cell it has gone to is known only afterwards; it also leaves with the window, and comes back with it. */
static void
text_left_cb (KompassEditionRow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, unselect_cb, g_object_ref (self), g_object_unref);
}

/* Class functions */

static void
kompass_edition_row_dispose (GObject *object)
{
  KompassEditionRow *self = KOMPASS_EDITION_ROW (object);

  self->is_settling = TRUE;
  g_clear_pointer (&self->cells, gtk_widget_unparent);
  g_clear_pointer (&self->problem, gtk_widget_unparent);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (kompass_edition_row_parent_class)->dispose (object);
}

static void
kompass_edition_row_class_init (KompassEditionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kompass_edition_row_dispose;
  gtk_widget_class_set_css_name (widget_class, "editionrow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
kompass_edition_row_init (KompassEditionRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}

static GtkWidget *
make_entry (int       width,
            float     xalign,
            GCallback changed,
            gpointer  self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), width);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), xalign);
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  gtk_widget_set_valign (entry, GTK_ALIGN_START);
  gtk_widget_add_css_class (entry, "numeric");
  g_signal_connect_swapped (entry, "changed", changed, self);

  return entry;
}

static GtkWidget *
make_text (KompassEditionRow *self)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), TEXT_MARGIN_Y);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), TEXT_MARGIN_Y);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), TEXT_MARGIN_X);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), TEXT_MARGIN_X);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), FALSE);
  gtk_widget_set_hexpand (view, TRUE);
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed", G_CALLBACK (text_changed_cb),
                            self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (text_left_cb), self);
  gtk_widget_add_controller (view, focus);

  return view;
}

/**
 * kompass_edition_row_new:
 * @draft: a draft
 * @id: identity of one of its rows
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
kompass_edition_row_new (KompassEditionDraft *draft,
                         guint                id)
{
  KompassEditionRow *self = g_object_new (KOMPASS_TYPE_EDITION_ROW, NULL);

  self->draft = g_object_ref (draft);
  self->id = id;
  self->cells = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  self->number = make_entry (4, 0, G_CALLBACK (number_changed_cb), self);
  self->text = make_text (self);
  self->maximum = make_entry (5, 1, G_CALLBACK (maximum_changed_cb), self);
  gtk_box_append (GTK_BOX (self->cells), self->number);
  gtk_box_append (GTK_BOX (self->cells), self->text);
  gtk_box_append (GTK_BOX (self->cells), self->maximum);
  self->problem = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "xalign", 0.0, "wrap", TRUE,
                                "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->problem, "problem");
  gtk_widget_set_parent (self->cells, GTK_WIDGET (self));
  gtk_widget_set_parent (self->problem, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), is_area (self) ? "area" : "question");
  kompass_edition_row_update (self, NULL, FALSE);

  return GTK_WIDGET (self);
}

guint
kompass_edition_row_get_id (KompassEditionRow *self)
{
  return self->id;
}

static void
write_entry (GtkWidget  *entry,
             const char *text)
{
  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (entry)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
name_cell (GtkWidget  *cell,
           const char *line,
           const char *what,
           const char *problem)
{
  g_autofree char *name = g_strdup_printf ("%s, %s", line, what);

  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, problem != NULL ? problem : "", -1);
}

static void
update_names (KompassEditionRow     *self,
              const KompassDraftRow *row,
              const char            *problem)
{
  gboolean area = row->kind == KOMPASS_LINE_AREA;
  g_autofree char *line = g_strdup_printf (area ? _("Area %s") : _("Question %s"), row->number);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, line, -1);
  /* Translators: what a cell holds, after the name of its row: "Question 1.3, number" */
  name_cell (self->number, line, C_ ("cell", "number"), problem);
  name_cell (self->text, line, area ? C_ ("cell", "title") : C_ ("cell", "text"), problem);
  name_cell (self->maximum, line, C_ ("cell", "maximum"), problem);
}

/**
 * kompass_edition_row_update:
 * @self: a row
 * @problem: (nullable): what is wrong with it
 * @is_wrong: %TRUE where something is wrong, %FALSE where something is only missing
 *
 * Shows what is written in the draft.
 */
void
kompass_edition_row_update (KompassEditionRow *self,
                            const char        *problem,
                            gboolean           is_wrong)
{
  const KompassDraftRow *row = kompass_edition_draft_find (self->draft, self->id, NULL);
  g_autofree char *text = get_text (self);

  if (row == NULL)
    return;
  self->is_settling = TRUE;
  write_entry (self->number, row->number);
  write_entry (self->maximum, row->maximum);
  if (strcmp (text, row->text) != 0)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), row->text, -1);
  self->is_settling = FALSE;

  gtk_label_set_label (GTK_LABEL (self->problem), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem, problem != NULL);
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self), "wrong");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "wrong");
  update_names (self, row, problem);
}

/**
 * kompass_edition_row_get_cell:
 * @self: a row
 * @field: number, text or maximum
 *
 * Returns: (transfer none): where it is written
 */
GtkWidget *
kompass_edition_row_get_cell (KompassEditionRow *self,
                              KompassDraftField  field)
{
  if (field == KOMPASS_DRAFT_NUMBER)
    return self->number;

  return field == KOMPASS_DRAFT_TEXT ? self->text : self->maximum;
}

/**
 * kompass_edition_row_focus:
 * @self: a row
 * @field: number, text or maximum
 *
 * Moves the keyboard to a cell. What is typed then stands in place of what was there, as in a spreadsheet.
 */
void
kompass_edition_row_focus (KompassEditionRow *self,
                           KompassDraftField  field)
{
  GtkWidget *cell = kompass_edition_row_get_cell (self, field);
  GtkTextIter start, end;

  gtk_widget_grab_focus (cell);
  if (cell != self->text)
    return;
  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (cell)), &start, &end);
  gtk_text_buffer_select_range (gtk_text_view_get_buffer (GTK_TEXT_VIEW (cell)), &end, &start);
}

/**
 * kompass_edition_row_get_focus:
 * @self: a row
 * @field: (out): which of its cells has the keyboard
 *
 * Returns: %TRUE if one of them has
 */
gboolean
kompass_edition_row_get_focus (KompassEditionRow *self,
                               KompassDraftField *field)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  for (*field = KOMPASS_DRAFT_NUMBER; focus != NULL && *field < KOMPASS_DRAFT_N_FIELDS; (*field)++)
    {
      GtkWidget *cell = kompass_edition_row_get_cell (self, *field);

      if (focus == cell || gtk_widget_is_ancestor (focus, cell))
        return TRUE;
    }

  return FALSE;
}

/**
 * kompass_edition_row_leaves_text:
 * @self: a row whose text has the keyboard
 * @direction: -1 for up, 1 for down
 *
 * Returns: %TRUE if there is no line of the text in that direction, so that the arrow key leaves it
 */
gboolean
kompass_edition_row_leaves_text (KompassEditionRow *self,
                                 int                direction)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->text);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));

  return direction < 0 ? !gtk_text_view_backward_display_line (view, &caret) || gtk_text_iter_is_start (&caret)
                       : !gtk_text_view_forward_display_line (view, &caret) || gtk_text_iter_is_end (&caret);
}

/**
 * kompass_edition_row_paste:
 * @self: a row with the keyboard
 * @text: a piece of text
 *
 * Writes the text where the caret is, in place of what is selected.
 */
void
kompass_edition_row_paste (KompassEditionRow *self,
                           const char        *text)
{
  KompassDraftField field;
  GtkWidget *cell;
  int position;

  if (!kompass_edition_row_get_focus (self, &field))
    return;
  cell = kompass_edition_row_get_cell (self, field);
  if (cell == self->text)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (cell));

      gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
      gtk_text_buffer_insert_at_cursor (buffer, text, -1);
      return;
    }
  gtk_editable_delete_selection (GTK_EDITABLE (cell));
  position = gtk_editable_get_position (GTK_EDITABLE (cell));
  gtk_editable_insert_text (GTK_EDITABLE (cell), text, -1, &position);
  gtk_editable_set_position (GTK_EDITABLE (cell), position);
}
