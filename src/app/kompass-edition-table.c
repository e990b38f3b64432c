/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The areas and questions of an edition while it is written: a table for the keyboard. Type, Tab, Enter; a row more at the
 * end of an area; tables from a spreadsheet in one step. */
#include "kompass-edition-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _KompassEditionTable
{
  GtkWidget parent_instance;

  KompassEditionDraft *draft;
  guint current; /* identity of the row that had the keyboard last */
  KompassDraftField current_field;
};

enum
{
  REFUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassEditionTable, kompass_edition_table, GTK_TYPE_WIDGET)

/* Rows */

/**
 * kompass_edition_table_get_row:
 * @self: a table
 * @id: identity of a row
 *
 * Returns: (transfer none) (nullable): its widget
 */
KompassEditionRow *
kompass_edition_table_get_row (KompassEditionTable *self,
                               guint                id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (kompass_edition_row_get_id (KOMPASS_EDITION_ROW (row)) == id)
      return KOMPASS_EDITION_ROW (row);

  return NULL;
}

static void
remove_gone_rows (KompassEditionTable *self)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      if (kompass_edition_draft_find (self->draft, kompass_edition_row_get_id (KOMPASS_EDITION_ROW (row)), NULL) == NULL)
        gtk_widget_unparent (row);
      row = next;
    }
}

/* Everything that is wrong with a row, in one line. */
static char *
collect_words (GPtrArray *problems,
               guint      id,
               gboolean  *is_wrong)
{
  g_autoptr (GString) words = g_string_new (NULL);

  *is_wrong = FALSE;
  for (guint i = 0; i < problems->len; i++)
    {
      const KompassDraftProblem *problem = g_ptr_array_index (problems, i);

      if (problem->row != id)
        continue;
      if (words->len > 0)
        g_string_append (words, " · ");
      g_string_append (words, problem->words);
      *is_wrong = *is_wrong || !problem->is_missing;
    }

  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

/**
 * kompass_edition_table_update:
 * @self: a table with a draft
 * @problems: (element-type KompassDraftProblem): what is wrong with the draft
 *
 * Shows the draft. Rows that are still there keep their widgets, so that the keyboard stays where it is.
 */
void
kompass_edition_table_update (KompassEditionTable *self,
                              GPtrArray           *problems)
{
  GtkWidget *before = NULL;

  remove_gone_rows (self);
  for (guint i = 0; i < kompass_edition_draft_get_n_rows (self->draft); i++)
    {
      guint id = kompass_edition_draft_get_row (self->draft, i)->id;
      KompassEditionRow *row = kompass_edition_table_get_row (self, id);
      gboolean is_wrong;
      g_autofree char *words = collect_words (problems, id, &is_wrong);

      if (row == NULL)
        row = KOMPASS_EDITION_ROW (kompass_edition_row_new (self->draft, id));
      if (gtk_widget_get_parent (GTK_WIDGET (row)) == NULL ||
          gtk_widget_get_prev_sibling (GTK_WIDGET (row)) != before)
        gtk_widget_insert_after (GTK_WIDGET (row), GTK_WIDGET (self), before);
      kompass_edition_row_update (row, words, is_wrong);
      before = GTK_WIDGET (row);
    }
}

static KompassEditionRow *
get_current_row (KompassEditionTable *self)
{
  return self->draft != NULL ? kompass_edition_table_get_row (self, self->current) : NULL;
}

/**
 * kompass_edition_table_focus:
 * @self: a table
 * @id: identity of a row
 * @field: number, text or maximum
 *
 * Moves the keyboard to a cell.
 */
void
kompass_edition_table_focus (KompassEditionTable *self,
                             guint                id,
                             KompassDraftField    field)
{
  KompassEditionRow *row = kompass_edition_table_get_row (self, id);

  if (row == NULL)
    return;
  self->current = id;
  self->current_field = field;
  kompass_edition_row_focus (row, field);
}

/**
 * kompass_edition_table_get_current:
 * @self: a table
 *
 * Returns: identity of the row that has the keyboard, or had it last; %KOMPASS_DRAFT_ITSELF where there is none
 */
guint
kompass_edition_table_get_current (KompassEditionTable *self)
{
  return get_current_row (self) != NULL ? self->current : KOMPASS_DRAFT_ITSELF;
}

/* What can be done with rows */

/**
 * kompass_edition_table_add_area:
 * @self: a table
 *
 * Adds an area after that of the current row, or the first one, and moves the keyboard there.
 */
void
kompass_edition_table_add_area (KompassEditionTable *self)
{
  kompass_edition_table_focus (self,
                               kompass_edition_draft_add_area (self->draft, kompass_edition_table_get_current (self)),
                               KOMPASS_DRAFT_TEXT);
}

/**
 * kompass_edition_table_add_question:
 * @self: a table
 *
 * Adds a question after the current one, or at the end of the current area, and moves the keyboard there.
 */
void
kompass_edition_table_add_question (KompassEditionTable *self)
{
  if (kompass_edition_draft_get_n_rows (self->draft) == 0)
    kompass_edition_draft_add_area (self->draft, KOMPASS_DRAFT_ITSELF);
  kompass_edition_table_focus (
      self, kompass_edition_draft_add_question (self->draft, kompass_edition_table_get_current (self)),
      KOMPASS_DRAFT_TEXT);
}

/* The row below, or else the one above. */
static guint
find_neighbour (KompassEditionTable *self,
                guint                index)
{
  guint n_rows = kompass_edition_draft_get_n_rows (self->draft);

  return n_rows > 0 ? kompass_edition_draft_get_row (self->draft, MIN (index, n_rows - 1))->id : KOMPASS_DRAFT_ITSELF;
}

/**
 * kompass_edition_table_remove:
 * @self: a table
 *
 * Removes the current row, an area with its questions.
 */
void
kompass_edition_table_remove (KompassEditionTable *self)
{
  guint index;

  if (kompass_edition_draft_find (self->draft, self->current, &index) == NULL)
    return;
  kompass_edition_draft_remove (self->draft, self->current);
  kompass_edition_table_focus (self, find_neighbour (self, index), self->current_field);
}

/**
 * kompass_edition_table_move:
 * @self: a table
 * @direction: -1 for up, 1 for down
 *
 * Moves the current row.
 */
void
kompass_edition_table_move (KompassEditionTable *self,
                            int                  direction)
{
  if (!kompass_edition_draft_move (self->draft, self->current, direction))
    gtk_widget_error_bell (GTK_WIDGET (self));
  kompass_edition_table_focus (self, self->current, self->current_field);
}

/* The clipboard */

static gboolean
is_table (const char *text)
{
  g_autofree char *trimmed = g_strdup (text);

  g_strchomp (trimmed);

  return strpbrk (trimmed, "\t\r\n") != NULL;
}

static void
paste_text (KompassEditionTable *self,
            const char          *text)
{
  KompassEditionRow *row = get_current_row (self);
  g_autoptr (GError) error = NULL;

  if (!is_table (text) && row != NULL)
    {
      g_autofree char *trimmed = g_strchomp (g_strdup (text));

      kompass_edition_row_paste (row, trimmed);
    }
  else if (!kompass_edition_draft_paste (self->draft, self->current, self->current_field, text, &error))
    {
      g_signal_emit (self, signals[REFUSED], 0, error->message);
    }
}

static void
clipboard_read_cb (GObject      *clipboard,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (KompassEditionTable) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    paste_text (self, text != NULL ? text : "");
}

/**
 * kompass_edition_table_paste:
 * @self: a table
 *
 * Pastes what is on the clipboard: a table as one step from the current cell on, anything else into that cell.
 */
void
kompass_edition_table_paste (KompassEditionTable *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, clipboard_read_cb,
                                 g_object_ref (self));
}

/* Keys */

static gboolean
is_last_of_area (KompassEditionTable *self,
                 guint                index)
{
  return index + 1 == kompass_edition_draft_get_n_rows (self->draft) ||
         kompass_edition_draft_get_row (self->draft, index + 1)->kind == KOMPASS_LINE_AREA;
}

/* From the maximum the keyboard goes to the next text, where typing goes on. */
static KompassDraftField
get_field_below (KompassDraftField field)
{
  return field == KOMPASS_DRAFT_NUMBER ? KOMPASS_DRAFT_NUMBER : KOMPASS_DRAFT_TEXT;
}

/* Enter at the end of an area makes a row more; in a row that has stayed blank it goes on to the next area. */
static void
enter (KompassEditionTable *self)
{
  guint index;

  if (kompass_edition_draft_find (self->draft, self->current, &index) == NULL)
    return;
  if (!is_last_of_area (self, index))
    {
      kompass_edition_table_focus (self, kompass_edition_draft_get_row (self->draft, index + 1)->id,
                                   get_field_below (self->current_field));
    }
  else if (kompass_edition_draft_get_row (self->draft, index)->kind == KOMPASS_LINE_QUESTION &&
           kompass_edition_draft_is_blank (self->draft, self->current))
    {
      kompass_edition_draft_remove (self->draft, self->current);
      kompass_edition_table_focus (self, find_neighbour (self, index), KOMPASS_DRAFT_TEXT);
    }
  else
    {
      kompass_edition_table_add_question (self);
    }
}

static gboolean
go_to_row (KompassEditionTable *self,
           int                  direction)
{
  guint index;

  if (kompass_edition_draft_find (self->draft, self->current, &index) == NULL ||
      (direction < 0 ? index == 0 : index + 1 >= kompass_edition_draft_get_n_rows (self->draft)))
    return GDK_EVENT_PROPAGATE;
  kompass_edition_table_focus (self, kompass_edition_draft_get_row (self->draft, index + (guint) direction)->id,
                               self->current_field);

  return GDK_EVENT_STOP;
}

/* At the ends of the table, Tab leaves it. */
static gboolean
go_to_cell (KompassEditionTable *self,
            int                  direction)
{
  KompassDraftField edge = direction < 0 ? KOMPASS_DRAFT_NUMBER : KOMPASS_DRAFT_MAXIMUM;

  if (self->current_field != edge)
    {
      kompass_edition_table_focus (self, self->current, self->current_field + direction);
      return GDK_EVENT_STOP;
    }
  self->current_field = direction < 0 ? KOMPASS_DRAFT_MAXIMUM : KOMPASS_DRAFT_NUMBER;
  if (go_to_row (self, direction) == GDK_EVENT_STOP)
    return GDK_EVENT_STOP;
  self->current_field = edge;

  return GDK_EVENT_PROPAGATE;
}

static gboolean
go_up_or_down (KompassEditionTable *self,
               KompassEditionRow   *row,
               int                  direction)
{
  if (self->current_field == KOMPASS_DRAFT_TEXT && !kompass_edition_row_leaves_text (row, direction))
    return GDK_EVENT_PROPAGATE;
  go_to_row (self, direction);

  return GDK_EVENT_STOP;
}

/* In a row that has stayed blank, Backspace takes it back. */
static gboolean
take_back (KompassEditionTable *self)
{
  guint index;

  if (self->current_field == KOMPASS_DRAFT_NUMBER || !kompass_edition_draft_is_blank (self->draft, self->current) ||
      kompass_edition_draft_find (self->draft, self->current, &index) == NULL || index == 0)
    return GDK_EVENT_PROPAGATE;
  kompass_edition_draft_remove (self->draft, self->current);
  kompass_edition_table_focus (self, find_neighbour (self, index - 1), KOMPASS_DRAFT_MAXIMUM);

  return GDK_EVENT_STOP;
}

static gboolean
press_plain (KompassEditionTable *self,
             KompassEditionRow   *row,
             guint                keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      enter (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
      return go_to_cell (self, 1);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return go_up_or_down (self, row, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return go_up_or_down (self, row, 1);
    case GDK_KEY_BackSpace:
      return take_back (self);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
press_with_shift (KompassEditionTable *self,
                  guint                keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      go_to_row (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return go_to_cell (self, -1);
    case GDK_KEY_Insert:
      kompass_edition_table_paste (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
press_with_control (KompassEditionTable *self,
                    guint                keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      kompass_edition_table_add_area (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_v:
    case GDK_KEY_V:
      kompass_edition_table_paste (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
press_with_alt (KompassEditionTable *self,
                guint                keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      kompass_edition_table_move (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      kompass_edition_table_move (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      kompass_edition_table_remove (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                KompassEditionTable   *self)
{
  KompassEditionRow *row = get_current_row (self);

  if (row == NULL || !kompass_edition_row_get_focus (row, &self->current_field))
    return GDK_EVENT_PROPAGATE;
  switch ((guint) (state & gtk_accelerator_get_default_mod_mask ()))
    {
    case 0:
      return press_plain (self, row, keyval);
    case GDK_SHIFT_MASK:
      return press_with_shift (self, keyval);
    case GDK_CONTROL_MASK:
      return press_with_control (self, keyval);
    case GDK_ALT_MASK:
      return press_with_alt (self, keyval);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Whichever way the keyboard comes to a row, that row is the current one. */
static void
kompass_edition_table_set_focus_child (GtkWidget *widget,
                                       GtkWidget *child)
{
  KompassEditionTable *self = KOMPASS_EDITION_TABLE (widget);

  GTK_WIDGET_CLASS (kompass_edition_table_parent_class)->set_focus_child (widget, child);
  if (child == NULL)
    return;
  self->current = kompass_edition_row_get_id (KOMPASS_EDITION_ROW (child));
  if (gtk_widget_get_root (widget) != NULL)
    kompass_edition_row_get_focus (KOMPASS_EDITION_ROW (child), &self->current_field);
}

/* Class functions */

static void
kompass_edition_table_dispose (GObject *object)
{
  KompassEditionTable *self = KOMPASS_EDITION_TABLE (object);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (row);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (kompass_edition_table_parent_class)->dispose (object);
}

static void
kompass_edition_table_class_init (KompassEditionTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kompass_edition_table_dispose;
  widget_class->set_focus_child = kompass_edition_table_set_focus_child;
  gtk_widget_class_set_css_name (widget_class, "editiontable");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * KompassEditionTable::refused:
   * @words: why what was pasted is refused
   */
  signals[REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
kompass_edition_table_init (KompassEditionTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->current_field = KOMPASS_DRAFT_TEXT;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_event_controller_set_name (keys, "table-keys");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Areas and questions"), -1);
}

/**
 * kompass_edition_table_set_draft:
 * @self: a table
 * @draft: what is written in it
 */
void
kompass_edition_table_set_draft (KompassEditionTable *self,
                                 KompassEditionDraft *draft)
{
  g_set_object (&self->draft, draft);
}
