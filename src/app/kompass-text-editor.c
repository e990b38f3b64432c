/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes one text of the report: the view it is written in, and the actions of its keys and buttons. */
#include "kompass-text-editor.h"

#include <glib/gi18n-lib.h>

#include "kompass-text-view.h"

struct _KompassTextEditor
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  KompassTextView *view;
  KompassTextBuffer *buffer;
  KompassEvaluation *evaluation;
  GSimpleActionGroup *actions;
  guint paragraph;
  guint update_id;
};

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_PARAGRAPH,
  N_PROPS,
};

enum
{
  EDITED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassTextEditor, kompass_text_editor, GTK_TYPE_WIDGET)

/* Actions */

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

static void
set_state (KompassTextEditor *self,
           const char        *name,
           gboolean           is_set)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (is_set));
}

/* Buttons show what is at the caret, once for all that happened to it. */
static gboolean
update_cb (gpointer user_data)
{
  KompassTextEditor *self = user_data;
  KompassRunFlags flags = kompass_text_buffer_get_flags (self->buffer);
  KompassParagraphKind kind = kompass_text_buffer_get_kind (self->buffer);
  guint paragraph = kompass_text_editor_get_paragraph (self);

  self->update_id = 0;
  set_state (self, "bold", (flags & KOMPASS_RUN_BOLD) != 0);
  set_state (self, "italic", (flags & KOMPASS_RUN_ITALIC) != 0);
  set_state (self, "heading", kind == KOMPASS_PARAGRAPH_HEADING);
  set_state (self, "bullets", kind == KOMPASS_PARAGRAPH_BULLET);
  if (paragraph != self->paragraph)
    {
      self->paragraph = paragraph;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PARAGRAPH]);
    }

  return G_SOURCE_REMOVE;
}

static void
moved_cb (KompassTextEditor *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
edited_cb (KompassTextEditor *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
  g_signal_emit (self, signals[EDITED], 0);
}

/* Class */

static void
add_shortcut (GtkWidgetClass  *widget_class,
              guint            keyval,
              GdkModifierType  modifiers,
              const char      *action)
{
  gtk_widget_class_add_binding_action (widget_class, keyval, modifiers, action, NULL);
}

static void
kompass_text_editor_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  KompassTextEditor *self = KOMPASS_TEXT_EDITOR (object);

  switch (id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, kompass_text_editor_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, kompass_text_editor_get_can_redo (self));
      break;
    case PROP_PARAGRAPH:
      g_value_set_uint (value, kompass_text_editor_get_paragraph (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static gboolean
kompass_text_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KOMPASS_TEXT_EDITOR (widget)->view));
}

static void
kompass_text_editor_dispose (GObject *object)
{
  KompassTextEditor *self = KOMPASS_TEXT_EDITOR (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->evaluation);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (kompass_text_editor_parent_class)->dispose (object);
}

static void
kompass_text_editor_class_init (KompassTextEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GdkModifierType ctrl = GDK_CONTROL_MASK;

  object_class->get_property = kompass_text_editor_get_property;
  object_class->dispose = kompass_text_editor_dispose;
  widget_class->grab_focus = kompass_text_editor_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  add_shortcut (widget_class, GDK_KEY_b, ctrl, "text.bold");
  add_shortcut (widget_class, GDK_KEY_i, ctrl, "text.italic");
  add_shortcut (widget_class, GDK_KEY_1, ctrl, "text.heading");
  add_shortcut (widget_class, GDK_KEY_0, ctrl, "text.body");
  add_shortcut (widget_class, GDK_KEY_h, ctrl | GDK_SHIFT_MASK, "text.heading");
  add_shortcut (widget_class, GDK_KEY_l, ctrl | GDK_SHIFT_MASK, "text.bullets");

  /**
   * KompassTextEditor:can-undo:
   *
   * Whether there is a step of the text to take back.
   */
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * KompassTextEditor:can-redo:
   *
   * Whether there is a step of the text to do again.
   */
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * KompassTextEditor:paragraph:
   *
   * Index of the paragraph that the caret is in.
   */
  properties[PROP_PARAGRAPH] = g_param_spec_uint ("paragraph", NULL, NULL, 0, G_MAXUINT, 0,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * KompassTextEditor::edited:
   * @self: an editor
   *
   * The text is another: by keys, by undo, or by kompass_text_editor_set_text().
   */
  signals[EDITED] = g_signal_new ("edited", KOMPASS_TYPE_TEXT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_actions (KompassTextEditor *self)
{
  static const GActionEntry entries[] = {
    { "bold", bold_cb, NULL, "false" },
    { "italic", italic_cb, NULL, "false" },
    { "heading", heading_cb, NULL, "false" },
    { "bullets", bullets_cb, NULL, "false" },
    { "body", body_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "text", G_ACTION_GROUP (self->actions));
}

static void
kompass_text_editor_init (KompassTextEditor *self)
{
  self->view = g_object_new (KOMPASS_TYPE_TEXT_VIEW, "wrap-mode", GTK_WRAP_WORD_CHAR, "accepts-tab", FALSE, "left-margin", 12,
                             "right-margin", 12, "top-margin", 9, "bottom-margin", 9, "pixels-below-lines", 8,
                             "pixels-inside-wrap", 2, NULL);
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", self->view, NULL);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  self->buffer = kompass_text_view_get_buffer (self->view);
  add_actions (self);
  g_signal_connect_object (self->buffer, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
}

/**
 * kompass_text_editor_new:
 *
 * Returns: (transfer floating): an editor with an empty text, which scrolls it
 */
GtkWidget *
kompass_text_editor_new (void)
{
  return g_object_new (KOMPASS_TYPE_TEXT_EDITOR, NULL);
}

/**
 * kompass_text_editor_set_text:
 * @self: an editor
 * @text: what is to be written on; it is not changed
 *
 * Shows a text. The text that is there already changes nothing, so that it can be set after each time it was stored; another
 * one leaves the caret where it is and nothing to undo.
 */
void
kompass_text_editor_set_text (KompassTextEditor *self,
                              KompassText       *text)
{
  g_return_if_fail (KOMPASS_IS_TEXT_EDITOR (self));

  kompass_text_buffer_set_text (self->buffer, text);
}

/**
 * kompass_text_editor_get_text:
 * @self: an editor
 *
 * Returns: (transfer full): what is written
 */
KompassText *
kompass_text_editor_get_text (KompassTextEditor *self)
{
  g_return_val_if_fail (KOMPASS_IS_TEXT_EDITOR (self), NULL);

  return kompass_text_buffer_get_text (self->buffer);
}

/**
 * kompass_text_editor_is_empty:
 * @self: an editor
 *
 * Returns: whether nothing is written
 */
gboolean
kompass_text_editor_is_empty (KompassTextEditor *self)
{
  return kompass_text_buffer_is_empty (self->buffer);
}

/**
 * kompass_text_editor_insert_text:
 * @self: an editor
 * @text: a text, such as a standard one
 *
 * Puts a text in the place of what is selected, as one step that can be undone.
 */
void
kompass_text_editor_insert_text (KompassTextEditor *self,
                                 KompassText       *text)
{
  kompass_text_buffer_insert_text (self->buffer, text);
}

static void
evaluation_changed_cb (KompassTextEditor *self)
{
  kompass_text_buffer_set_evaluation (self->buffer, self->evaluation);
}

/**
 * kompass_text_editor_set_evaluation:
 * @self: an editor
 * @evaluation: (nullable): whose figures stand in the text; they follow its scores
 */
void
kompass_text_editor_set_evaluation (KompassTextEditor *self,
                                    KompassEvaluation *evaluation)
{
  if (self->evaluation == evaluation)
    return;
  if (self->evaluation != NULL)
    g_signal_handlers_disconnect_by_func (self->evaluation, evaluation_changed_cb, self);
  g_set_object (&self->evaluation, evaluation);
  if (evaluation != NULL)
    g_signal_connect_object (evaluation, "changed", G_CALLBACK (evaluation_changed_cb), self, G_CONNECT_SWAPPED);
  evaluation_changed_cb (self);
}

/**
 * kompass_text_editor_set_title:
 * @self: an editor
 * @title: what the text is, for a screen reader: the heading of its section
 */
void
kompass_text_editor_set_title (KompassTextEditor *self,
                               const char        *title)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

/**
 * kompass_text_editor_set_hint:
 * @self: an editor
 * @hint: (nullable): what to write here, shown while nothing is written
 */
void
kompass_text_editor_set_hint (KompassTextEditor *self,
                              const char        *hint)
{
  kompass_text_view_set_hint (self->view, hint);
}

/**
 * kompass_text_editor_get_paragraph:
 * @self: an editor
 *
 * Returns: index of the paragraph that the caret is in
 */
guint
kompass_text_editor_get_paragraph (KompassTextEditor *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));

  return (guint) gtk_text_iter_get_line (&iter);
}

/**
 * kompass_text_editor_go_to:
 * @self: an editor
 * @paragraph: index of a paragraph
 *
 * Moves the caret to the beginning of a paragraph, such as a heading, and gives it the keyboard.
 */
void
kompass_text_editor_go_to (KompassTextEditor *self,
                           guint              paragraph)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter iter;

  paragraph = MIN (paragraph, kompass_text_buffer_get_n_paragraphs (self->buffer) - 1);
  gtk_text_buffer_get_iter_at_line (buffer, &iter, (int) paragraph);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (buffer), 0, TRUE, 0, 0.1);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/**
 * kompass_text_editor_get_can_undo:
 * @self: an editor
 *
 * Returns: whether there is a step of the text to take back
 */
gboolean
kompass_text_editor_get_can_undo (KompassTextEditor *self)
{
  return kompass_text_buffer_get_can_undo (self->buffer);
}

/**
 * kompass_text_editor_get_can_redo:
 * @self: an editor
 *
 * Returns: whether there is a step of the text to do again
 */
gboolean
kompass_text_editor_get_can_redo (KompassTextEditor *self)
{
  return kompass_text_buffer_get_can_redo (self->buffer);
}

/**
 * kompass_text_editor_undo:
 * @self: an editor
 *
 * Takes the last step of the text back.
 */
void
kompass_text_editor_undo (KompassTextEditor *self)
{
  kompass_text_buffer_undo (self->buffer);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer)));
}

/**
 * kompass_text_editor_redo:
 * @self: an editor
 *
 * Does the step again that was taken back last.
 */
void
kompass_text_editor_redo (KompassTextEditor *self)
{
  kompass_text_buffer_redo (self->buffer);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer)));
}

/**
 * kompass_text_editor_get_actions:
 * @self: an editor
 *
 * Returns: (transfer none): its actions, as the group "text", for buttons that stand outside of it
 */
GActionGroup *
kompass_text_editor_get_actions (KompassTextEditor *self)
{
  return G_ACTION_GROUP (self->actions);
}
