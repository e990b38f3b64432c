/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes one text of the report. What its keys and buttons do is in kompass-text-actions.c, its menu in
 * kompass-text-menu.c, the text itself in kompass-text-buffer.c. */
#include "kompass-text-editor.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-text-editor-private.h"

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_PARAGRAPH,
  PROP_SPELLING_WORDS,
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

/* Spelling */

static const char *
get_language_name (const char *language)
{
  static const struct
  {
    const char *code;
    const char *name;
  } names[] = {
    { "sv", N_("Swedish") },  { "nb", N_("Norwegian") }, { "nn", N_("Norwegian") }, { "no", N_("Norwegian") },
    { "da", N_("Danish") },   { "fi", N_("Finnish") },   { "is", N_("Icelandic") }, { "en", N_("English") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strncmp (language, names[i].code, 2) == 0)
      return _(names[i].name);

  return language;
}

static void
update_spelling_words (KompassTextEditor *self)
{
  g_free (self->spelling_words);
  if (self->speller == NULL || kompass_speller_has_dictionary (self->speller))
    self->spelling_words = g_strdup (_("Next misspelt word (F7)"));
  else
    /* Translators: %s is a language */
    self->spelling_words = g_strdup_printf (_("Spelling is not checked: no dictionary of %s is installed"),
                                            get_language_name (self->language));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPELLING_WORDS]);
}

/* Reading a dictionary takes a moment, in which nobody is to wait for the window. */
static gboolean
create_speller_cb (gpointer user_data)
{
  KompassTextEditor *self = user_data;

  self->speller_id = 0;
  self->speller = kompass_speller_new (self->language);
  kompass_spelling_set_speller (self->spelling, self->speller);
  update_spelling_words (self);
  kompass_text_editor_update_actions (self);

  return G_SOURCE_REMOVE;
}

static void
map_cb (KompassTextEditor *self)
{
  kompass_text_editor_ensure_speller (self);
}

static void
searched_cb (KompassTextEditor *self,
             gboolean           is_found)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (!is_found && overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), adw_toast_new (_("No misspelt words in this text")));
  else if (!is_found)
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* The caret */

/* Once for all that happened to it. */
static gboolean
update_cb (gpointer user_data)
{
  KompassTextEditor *self = user_data;
  guint paragraph = kompass_text_editor_get_paragraph (self);

  self->update_id = 0;
  kompass_text_editor_update_actions (self);
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
    case PROP_SPELLING_WORDS:
      g_value_set_string (value, self->spelling_words);
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
  g_clear_handle_id (&self->speller_id, g_source_remove);
  g_clear_object (&self->spelling);
  g_clear_object (&self->speller);
  g_clear_object (&self->evaluation);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->chooser, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (kompass_text_editor_parent_class)->dispose (object);
}

static void
kompass_text_editor_finalize (GObject *object)
{
  KompassTextEditor *self = KOMPASS_TEXT_EDITOR (object);

  g_free (self->language);
  g_free (self->spelling_words);

  G_OBJECT_CLASS (kompass_text_editor_parent_class)->finalize (object);
}

/* What opens at the caret is placed anew with the editor. */
static void
kompass_text_editor_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  KompassTextEditor *self = KOMPASS_TEXT_EDITOR (widget);

  gtk_widget_size_allocate (self->scroller, &(GtkAllocation) { 0, 0, width, height }, baseline);
  if (self->chooser != NULL)
    gtk_popover_present (GTK_POPOVER (self->chooser));
}

static void
kompass_text_editor_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  gtk_widget_measure (KOMPASS_TEXT_EDITOR (widget)->scroller, orientation, for_size, minimum, natural, NULL, NULL);
}

static GtkSizeRequestMode
kompass_text_editor_get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (KOMPASS_TEXT_EDITOR (widget)->scroller);
}

static void
kompass_text_editor_class_init (KompassTextEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GdkModifierType ctrl = GDK_CONTROL_MASK;

  object_class->get_property = kompass_text_editor_get_property;
  object_class->dispose = kompass_text_editor_dispose;
  object_class->finalize = kompass_text_editor_finalize;
  widget_class->get_request_mode = kompass_text_editor_get_request_mode;
  widget_class->measure = kompass_text_editor_measure;
  widget_class->size_allocate = kompass_text_editor_size_allocate;
  widget_class->grab_focus = kompass_text_editor_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "texteditor");
  add_shortcut (widget_class, GDK_KEY_b, ctrl, "text.bold");
  add_shortcut (widget_class, GDK_KEY_i, ctrl, "text.italic");
  add_shortcut (widget_class, GDK_KEY_1, ctrl | GDK_ALT_MASK, "text.heading");
  add_shortcut (widget_class, GDK_KEY_0, ctrl | GDK_ALT_MASK, "text.body");
  add_shortcut (widget_class, GDK_KEY_h, ctrl | GDK_SHIFT_MASK, "text.heading");
  add_shortcut (widget_class, GDK_KEY_l, ctrl | GDK_SHIFT_MASK, "text.bullets");
  add_shortcut (widget_class, GDK_KEY_k, ctrl, "text.link");
  add_shortcut (widget_class, GDK_KEY_f, ctrl | GDK_SHIFT_MASK, "text.field");
  add_shortcut (widget_class, GDK_KEY_v, ctrl | GDK_SHIFT_MASK, "text.paste-plain");

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

  /**
   * KompassTextEditor:spelling-words:
   *
   * What the button that goes to the next misspelt word says: what it does, or why it cannot.
   */
  properties[PROP_SPELLING_WORDS] = g_param_spec_string ("spelling-words", NULL, NULL, NULL,
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

/* That of the program: what is written in Swedish is written by those who read Swedish. */
static char *
get_default_language (void)
{
  const char *language = g_get_language_names ()[0];

  return g_strdup (strcmp (language, "C") == 0 ? "en" : language);
}

static void
kompass_text_editor_init (KompassTextEditor *self)
{
  self->view = g_object_new (KOMPASS_TYPE_TEXT_VIEW, "wrap-mode", GTK_WRAP_WORD_CHAR, "accepts-tab", FALSE, "left-margin", 12,
                             "right-margin", 12, "top-margin", 9, "bottom-margin", 9, "pixels-below-lines", 8,
                             "pixels-inside-wrap", 3, NULL);
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", self->view, NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  self->buffer = kompass_text_view_get_buffer (self->view);
  self->spelling = kompass_spelling_new (GTK_TEXT_VIEW (self->view));
  self->language = get_default_language ();
  update_spelling_words (self);
  kompass_text_editor_add_actions (self);
  kompass_text_editor_add_menu (self);
  kompass_text_editor_update_actions (self);
  g_signal_connect_object (self->spelling, "searched", G_CALLBACK (searched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
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
  kompass_text_editor_update_actions (self);
}

/**
 * kompass_text_editor_set_language:
 * @self: an editor
 * @language: the language of the text, as the locale has it: "sv", "sv_SE"; at first that of the program
 *
 * Checks the spelling in another language.
 */
void
kompass_text_editor_set_language (KompassTextEditor *self,
                                  const char        *language)
{
  if (strcmp (self->language, language) == 0)
    return;
  g_free (self->language);
  self->language = g_strdup (language);
  kompass_spelling_set_speller (self->spelling, NULL);
  g_clear_object (&self->speller);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    map_cb (self);
}

/**
 * kompass_text_editor_ensure_speller:
 * @self: an editor
 *
 * Reads the dictionary soon, if that has not been done. KompassTextEditor:spelling-words tells when there is a speller.
 */
void
kompass_text_editor_ensure_speller (KompassTextEditor *self)
{
  if (self->speller == NULL && self->speller_id == 0)
    self->speller_id = g_idle_add_full (G_PRIORITY_LOW, create_speller_cb, self, NULL);
}

/**
 * kompass_text_editor_get_speller:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): who knows the words, for what is written beside the text, too; %NULL until the
 *   dictionary has been read
 */
KompassSpeller *
kompass_text_editor_get_speller (KompassTextEditor *self)
{
  return self->speller;
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
