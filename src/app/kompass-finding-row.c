/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An item of one of the lists of an area: its words, which wrap and are written where they stand, the question it is tied
 * to, and its menu. */
#include "kompass-finding-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-style.h"

#define SPACING 4

struct _KompassFindingRow
{
  GtkWidget parent_instance;

  char *id;
  char *stored; /* the words that the library has, or NULL where it does not have the item */
  char *stored_question;
  char *question;
  GtkWidget *handle;
  KompassLineView *text;
  GtkWidget *tie;
  GtkWidget *menu;
};

enum
{
  EDITED,
  LEFT,
  LINES_PASTED,
  COMMAND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassFindingRow, kompass_finding_row, GTK_TYPE_WIDGET)

static void
update_parts (KompassFindingRow *self)
{
  gboolean is_empty = kompass_finding_row_is_empty (self);

  gtk_widget_set_opacity (self->handle, is_empty ? 0 : 1);
  gtk_widget_set_sensitive (self->handle, !is_empty);
  gtk_widget_set_visible (self->menu, !is_empty || self->stored != NULL);
  gtk_widget_set_visible (self->tie, self->question != NULL);
}

/* Written by its user or by the program */
static void
changed_cb (KompassFindingRow *self)
{
  update_parts (self);
}

static void
edited_cb (KompassFindingRow *self)
{
  g_signal_emit (self, signals[EDITED], 0);
}

static void
lines_pasted_cb (KompassFindingRow  *self,
                 char              **lines)
{
  g_signal_emit (self, signals[LINES_PASTED], 0, lines);
}

static void
left_cb (KompassFindingRow *self)
{
  kompass_line_view_forget_steps (self->text);
  g_signal_emit (self, signals[LEFT], 0);
}

/* What can be done with the item is the view's to do: it knows the others. */
static void
command_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  g_signal_emit (widget, signals[COMMAND], 0, name, parameter != NULL ? g_variant_get_string (parameter, NULL) : "");
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "finding.move-up", NULL, command_cb },
    { "finding.move-down", NULL, command_cb },
    { "finding.to-strength", NULL, command_cb },
    { "finding.to-partial", NULL, command_cb },
    { "finding.to-improvement", NULL, command_cb },
    { "finding.question", "s", command_cb },
    { "finding.delete", NULL, command_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}

/* The text has the keyboard by itself; the row only where it is asked for. */
static gboolean
kompass_finding_row_focus (GtkWidget        *widget,
                           GtkDirectionType  direction)
{
  KompassFindingRow *self = KOMPASS_FINDING_ROW (widget);
  GtkWidget *parts[] = { GTK_WIDGET (self->text), self->menu };
  gboolean backwards = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP || direction == GTK_DIR_LEFT;
  int current = -1;

  for (int i = 0; i < (int) G_N_ELEMENTS (parts); i++)
    if (gtk_widget_has_focus (parts[i]) || gtk_widget_get_focus_child (parts[i]) != NULL)
      current = i;
  if (gtk_widget_has_focus (widget))
    current = backwards ? 0 : -1;
  else if (current < 0)
    current = backwards ? (int) G_N_ELEMENTS (parts) : -1;
  for (int i = current + (backwards ? -1 : 1); i >= 0 && i < (int) G_N_ELEMENTS (parts); i += backwards ? -1 : 1)
    if (gtk_widget_get_visible (parts[i]) && gtk_widget_child_focus (parts[i], direction))
      return TRUE;

  return FALSE;
}

static void
kompass_finding_row_dispose (GObject *object)
{
  KompassFindingRow *self = KOMPASS_FINDING_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (kompass_finding_row_parent_class)->dispose (object);
}

static void
kompass_finding_row_finalize (GObject *object)
{
  KompassFindingRow *self = KOMPASS_FINDING_ROW (object);

  g_free (self->id);
  g_free (self->stored);
  g_free (self->stored_question);
  g_free (self->question);

  G_OBJECT_CLASS (kompass_finding_row_parent_class)->finalize (object);
}

static void
kompass_finding_row_class_init (KompassFindingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kompass_finding_row_dispose;
  object_class->finalize = kompass_finding_row_finalize;
  widget_class->focus = kompass_finding_row_focus;
  gtk_widget_class_set_css_name (widget_class, "findingrow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * KompassFindingRow::edited:
   *
   * Something has been typed.
   */
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * KompassFindingRow::left:
   *
   * The keyboard has gone elsewhere.
   */
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * KompassFindingRow::lines-pasted:
   * @lines: at least two
   *
   * Several lines are to stand in the place of what is selected. Nothing has been changed yet.
   */
  signals[LINES_PASTED] = g_signal_new ("lines-pasted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRV);

  /**
   * KompassFindingRow::command:
   * @name: the action, such as "finding.delete"
   * @target: its target, or ""
   *
   * Something has been chosen in its menu.
   */
  signals[COMMAND] = g_signal_new ("command", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                   G_TYPE_STRING, G_TYPE_STRING);

  install_actions (widget_class);
}

static void
kompass_finding_row_init (KompassFindingRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), SPACING);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->handle = g_object_new (GTK_TYPE_IMAGE, "icon-name", "list-drag-handle-symbolic", "accessible-role",
                               GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_START, NULL);
  gtk_widget_add_css_class (self->handle, "handle");
  gtk_widget_set_cursor_from_name (self->handle, "grab");
  self->tie = g_object_new (GTK_TYPE_LABEL, "valign", GTK_ALIGN_START, NULL);
  gtk_widget_add_css_class (self->tie, "tie");
  gtk_widget_add_css_class (self->tie, "numeric");
  self->menu = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "view-more-symbolic", "valign", GTK_ALIGN_START, NULL);
  gtk_widget_add_css_class (self->menu, "flat");
  gtk_widget_add_css_class (self->menu, "row-menu");
  gtk_widget_set_parent (self->handle, GTK_WIDGET (self));
  gtk_widget_set_parent (self->tie, GTK_WIDGET (self));
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * kompass_finding_row_new:
 * @id: UUID of the item
 * @hint: what is to be written in it, while it is empty
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
kompass_finding_row_new (const char *id,
                         const char *hint)
{
  KompassFindingRow *self = g_object_new (KOMPASS_TYPE_FINDING_ROW, NULL);

  self->id = g_strdup (id);
  self->text = KOMPASS_LINE_VIEW (kompass_line_view_new (hint));
  kompass_line_view_set_takes_lines (self->text, TRUE);
  gtk_widget_insert_after (GTK_WIDGET (self->text), GTK_WIDGET (self), self->handle);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "lines-pasted", G_CALLBACK (lines_pasted_cb), self, G_CONNECT_SWAPPED);
  update_parts (self);

  return GTK_WIDGET (self);
}

const char *
kompass_finding_row_get_id (KompassFindingRow *self)
{
  return self->id;
}

KompassLineView *
kompass_finding_row_get_line (KompassFindingRow *self)
{
  return self->text;
}

/**
 * kompass_finding_row_get_text:
 * @self: a row
 *
 * Returns: (transfer none): what stands in it, as it is stored
 */
const char *
kompass_finding_row_get_text (KompassFindingRow *self)
{
  return kompass_line_view_get_text (self->text);
}

const char *
kompass_finding_row_get_question (KompassFindingRow *self)
{
  return self->question;
}

gboolean
kompass_finding_row_is_empty (KompassFindingRow *self)
{
  return kompass_line_view_is_empty (self->text);
}

/**
 * kompass_finding_row_is_stored:
 * @self: a row
 *
 * Returns: %TRUE if the library has the item
 */
gboolean
kompass_finding_row_is_stored (KompassFindingRow *self)
{
  return self->stored != NULL;
}

/**
 * kompass_finding_row_is_edited:
 * @self: a row
 *
 * Returns: %TRUE if it is another than in the library
 */
gboolean
kompass_finding_row_is_edited (KompassFindingRow *self)
{
  return g_strcmp0 (kompass_finding_row_get_text (self), self->stored != NULL ? self->stored : "") != 0 ||
         g_strcmp0 (self->question, self->stored_question) != 0;
}

/**
 * kompass_finding_row_set_text:
 * @self: a row
 * @text: what is to stand in it
 *
 * Writes it as the program does: it is no step of the text to undo.
 */
void
kompass_finding_row_set_text (KompassFindingRow *self,
                              const char        *text)
{
  kompass_line_view_set_text (self->text, text);
}

/**
 * kompass_finding_row_set_question:
 * @self: a row
 * @question: (nullable): the number of the question it is tied to
 * @words: (nullable): the question
 */
void
kompass_finding_row_set_question (KompassFindingRow *self,
                                  const char        *question,
                                  const char        *words)
{
  if (g_strcmp0 (self->question, question) != 0)
    {
      g_free (self->question);
      self->question = g_strdup (question);
    }
  gtk_label_set_label (GTK_LABEL (self->tie), question != NULL ? question : "");
  gtk_widget_set_tooltip_text (self->tie, words);
  update_parts (self);
}

/**
 * kompass_finding_row_set_finding:
 * @self: a row
 * @finding: the item, as the library has it
 *
 * Shows the item. What is being typed stays.
 */
void
kompass_finding_row_set_finding (KompassFindingRow *self,
                                 KompassFinding    *finding)
{
  gboolean keeps = kompass_finding_row_is_edited (self);

  g_free (self->stored);
  self->stored = g_strdup (kompass_finding_get_text (finding));
  g_free (self->stored_question);
  self->stored_question = g_strdup (kompass_finding_get_question (finding));
  if (!keeps && strcmp (kompass_finding_row_get_text (self), self->stored) != 0)
    kompass_finding_row_set_text (self, self->stored);
  if (!keeps)
    kompass_finding_row_set_question (self, self->stored_question, NULL);
  update_parts (self);
}

/**
 * kompass_finding_row_set_name:
 * @self: a row
 * @list: the title of its list
 * @position: its place there, from 0
 *
 * Says what a screen reader calls it.
 */
void
kompass_finding_row_set_name (KompassFindingRow *self,
                              const char        *list,
                              guint              position)
{
  /* Translators: %s is a list ("Strengths"), %u the place of an item in it */
  g_autofree char *name = g_strdup_printf (_("%s, item %u"), list, position + 1);
  g_autofree char *tied = self->question != NULL ? g_strdup_printf (_("%s, question %s"), name, self->question) : NULL;
  /* Translators: name of a button; %s is an item of a list ("Strengths, item 2") */
  g_autofree char *menu = g_strdup_printf (_("Menu of %s"), name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, tied != NULL ? tied : name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, tied != NULL ? tied : name,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, menu, -1);
  kompass_style_name_parts (self->menu, menu);
}

void
kompass_finding_row_set_menu (KompassFindingRow *self,
                              GMenuModel        *menu)
{
  kompass_style_set_menu (self->menu, menu);
  /* Translators: a menu of what can be done with the item of a list that is being written */
  kompass_line_view_set_more (self->text, _("_Item"), menu);
}

/**
 * kompass_finding_row_edit:
 * @self: a row
 * @at_end: whether the caret goes to the end, or to the beginning
 *
 * Moves the keyboard into the text.
 */
void
kompass_finding_row_edit (KompassFindingRow *self,
                          gboolean           at_end)
{
  kompass_line_view_edit (self->text, at_end ? -1 : 0);
}

gboolean
kompass_finding_row_is_editing (KompassFindingRow *self)
{
  return gtk_widget_has_focus (GTK_WIDGET (self->text));
}

/**
 * kompass_finding_row_popup:
 * @self: a row
 *
 * Opens its menu.
 */
void
kompass_finding_row_popup (KompassFindingRow *self)
{
  if (gtk_widget_get_visible (self->menu))
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->menu));
}
