/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What windows share in which a draft is written: its entries, its steps, saving, and a question before closing. */
#include "kompass-draft-editor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-message.h"
#include "kompass-style.h"

/* Below this width in pixels, a window is narrow. */
#define NARROW 620

typedef struct
{
  KompassLibrary *library;
  KompassDraft *draft;
  GPtrArray *entries;   /* of GtkWidget, by field */
  gboolean is_settling; /* the entries are written by the program */
  gboolean is_done;     /* nothing that is written is lost by closing */
} KompassDraftEditorPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KompassDraftEditor, kompass_draft_editor, ADW_TYPE_WINDOW)

static KompassDraftEditorPrivate *
get_private (gpointer self)
{
  return kompass_draft_editor_get_instance_private (self);
}

/* Entries */

static void
entry_changed_cb (KompassDraftEditor *self,
                  GtkWidget          *entry)
{
  KompassDraftEditorPrivate *priv = get_private (self);
  guint field;

  if (!priv->is_settling && g_ptr_array_find (priv->entries, entry, &field))
    KOMPASS_DRAFT_EDITOR_GET_CLASS (self)->set_text (self, field, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
update_entries (KompassDraftEditor *self)
{
  KompassDraftEditorPrivate *priv = get_private (self);

  priv->is_settling = TRUE;
  for (guint field = 0; field < priv->entries->len; field++)
    {
      GtkEditable *entry = g_ptr_array_index (priv->entries, field);
      const char *text = KOMPASS_DRAFT_EDITOR_GET_CLASS (self)->get_text (self, field);

      if (strcmp (gtk_editable_get_text (entry), text) != 0)
        gtk_editable_set_text (entry, text);
    }
  priv->is_settling = FALSE;
}

static void
draft_changed_cb (KompassDraftEditor *self)
{
  KompassDraft *draft = get_private (self)->draft;

  update_entries (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", KOMPASS_DRAFT_EDITOR_GET_CLASS (self)->update (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.undo", kompass_draft_can_undo (draft));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.redo", kompass_draft_can_redo (draft));
}

/* What can be done */

static void
undo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  kompass_draft_undo (get_private (widget)->draft);
}

static void
redo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  kompass_draft_redo (get_private (widget)->draft);
}

static void
next_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  KOMPASS_DRAFT_EDITOR_GET_CLASS (widget)->go_to_next (KOMPASS_DRAFT_EDITOR (widget));
}

static void
save_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  g_autoptr (GError) error = NULL;

  if (!KOMPASS_DRAFT_EDITOR_GET_CLASS (widget)->save (KOMPASS_DRAFT_EDITOR (widget), &error))
    {
      kompass_message_show_error (GTK_WINDOW (widget), error);
      return;
    }
  get_private (widget)->is_done = TRUE;
  gtk_window_close (GTK_WINDOW (widget));
}

static gboolean
kompass_draft_editor_close_request (GtkWindow *window)
{
  KompassDraftEditorPrivate *priv = get_private (window);

  if (priv->is_done || !kompass_draft_is_changed (priv->draft))
    return GTK_WINDOW_CLASS (kompass_draft_editor_parent_class)->close_request (window);
  kompass_message_ask_discard (window, _(KOMPASS_DRAFT_EDITOR_GET_CLASS (window)->loss), &priv->is_done);

  return GDK_EVENT_STOP;
}

/* Layout */

static void
width_changed_cb (KompassDraftEditor *self)
{
  int width = gdk_surface_get_width (gtk_native_get_surface (GTK_NATIVE (self)));

  KOMPASS_DRAFT_EDITOR_GET_CLASS (self)->set_narrow (self, width < NARROW * kompass_style_get_text_scale ());
}

static void
kompass_draft_editor_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kompass_draft_editor_parent_class)->realize (widget);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "notify::width", G_CALLBACK (width_changed_cb),
                           widget, G_CONNECT_SWAPPED);
}

/* Class functions */

static void
kompass_draft_editor_dispose (GObject *object)
{
  KompassDraftEditorPrivate *priv = get_private (object);

  priv->is_settling = TRUE;
  if (priv->draft != NULL)
    g_signal_handlers_disconnect_by_data (priv->draft, object);
  g_clear_object (&priv->draft);
  g_clear_object (&priv->library);

  G_OBJECT_CLASS (kompass_draft_editor_parent_class)->dispose (object);
}

static void
kompass_draft_editor_finalize (GObject *object)
{
  g_ptr_array_unref (get_private (object)->entries);

  G_OBJECT_CLASS (kompass_draft_editor_parent_class)->finalize (object);
}

static void
kompass_draft_editor_class_init (KompassDraftEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kompass_draft_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = kompass_draft_editor_finalize;
  widget_class->realize = kompass_draft_editor_realize;
  GTK_WINDOW_CLASS (klass)->close_request = kompass_draft_editor_close_request;
  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "editor.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "editor.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "editor.next", NULL, next_cb);
}

/* Before whatever has the keyboard sees them: the draft's steps are the ones that are undone. */
static void
add_keys (KompassDraftEditor *self)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_z, GDK_CONTROL_MASK, "editor.undo" },
    { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "editor.redo" },
    { GDK_KEY_y, GDK_CONTROL_MASK, "editor.redo" },
    { GDK_KEY_s, GDK_CONTROL_MASK, "editor.save" },
    { GDK_KEY_F8, 0, "editor.next" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                                                            gtk_named_action_new (keys[i].action)));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
kompass_draft_editor_init (KompassDraftEditor *self)
{
  get_private (self)->entries = g_ptr_array_new ();
  add_keys (self);
}

/**
 * kompass_draft_editor_add_entry:
 * @self: an editor
 * @field: a field of the draft itself: how many entries have been added before
 * @entry: (transfer none): a #GtkEditable in the window
 *
 * What is written in @entry is written in @field, and the other way round.
 */
void
kompass_draft_editor_add_entry (KompassDraftEditor *self,
                                guint               field,
                                GtkWidget          *entry)
{
  GPtrArray *entries = get_private (self)->entries;

  g_return_if_fail (field == entries->len);

  g_ptr_array_add (entries, entry);
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  g_signal_connect_object (entry, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * kompass_draft_editor_get_entry:
 * @self: an editor
 * @field: a field of the draft itself
 *
 * Returns: (transfer none): where it is written
 */
GtkWidget *
kompass_draft_editor_get_entry (KompassDraftEditor *self,
                                guint               field)
{
  GPtrArray *entries = get_private (self)->entries;

  g_return_val_if_fail (field < entries->len, NULL);

  return g_ptr_array_index (entries, field);
}

/**
 * kompass_draft_editor_begin:
 * @self: an editor with a title, in which nothing is written yet
 * @library: where what is written goes
 * @draft: what is written in it
 *
 * Shows the draft, from now on as it is.
 */
void
kompass_draft_editor_begin (KompassDraftEditor *self,
                            KompassLibrary     *library,
                            KompassDraft       *draft)
{
  KompassDraftEditorPrivate *priv = get_private (self);

  g_return_if_fail (priv->draft == NULL);

  priv->library = g_object_ref (library);
  priv->draft = g_object_ref (draft);
  g_signal_connect_swapped (draft, "changed", G_CALLBACK (draft_changed_cb), self);
  draft_changed_cb (self);
  kompass_style_complete_names (GTK_WIDGET (self), gtk_window_get_title (GTK_WINDOW (self)));
}

/**
 * kompass_draft_editor_get_library:
 * @self: an editor
 *
 * Returns: (transfer none): where what is written goes
 */
KompassLibrary *
kompass_draft_editor_get_library (KompassDraftEditor *self)
{
  return get_private (self)->library;
}

/**
 * kompass_draft_editor_count_problems:
 * @n: how many problems a draft has, at least one
 *
 * Returns: (transfer full): that in words
 */
char *
kompass_draft_editor_count_problems (guint n)
{
  return g_strdup_printf (ngettext ("%u thing is left to put right", "%u things are left to put right", n), n);
}

/**
 * kompass_draft_editor_show_problem:
 * @label: a label in an editor
 * @words: (nullable): what the draft itself lacks or what is wrong with it; %NULL or "" for nothing
 * @is_wrong: whether something that is written is wrong
 */
void
kompass_draft_editor_show_problem (GtkWidget  *label,
                                   const char *words,
                                   gboolean    is_wrong)
{
  gboolean has_words = words != NULL && *words != '\0';

  gtk_label_set_label (GTK_LABEL (label), has_words ? words : "");
  gtk_widget_set_visible (label, has_words);
  if (is_wrong)
    gtk_widget_add_css_class (label, "error");
  else
    gtk_widget_remove_css_class (label, "error");
}
