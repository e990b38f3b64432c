/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The three lists of an area, written by keyboard: Enter for the next item, arrows from item to item, with Alt to move them;
 * or by mouse: dragging and menus. Items are saved as they are written, and when they are left. */
#include "kompass-findings-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-findings-menu.h"

#define SPACING 18

struct _KompassFindingsView
{
  GtkWidget parent_instance;

  KompassReportSession *session;
  KompassEdition *edition; /* whose questions the menu has */
  int area;                /* index in the edition, or -1 */
  KompassFindingsList *lists[KOMPASS_N_FINDING_KINDS];
  GMenuModel *menu;
  gboolean is_updating;
};

enum
{
  DELETED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassFindingsView, kompass_findings_view, GTK_TYPE_WIDGET)

static const KompassArea *
get_area (KompassFindingsView *self)
{
  return self->edition != NULL && self->area >= 0 ? kompass_edition_get_area (self->edition, (guint) self->area) : NULL;
}

static KompassFindingsList *
get_list_of (KompassFindingRow *row)
{
  return KOMPASS_FINDINGS_LIST (gtk_widget_get_ancestor (GTK_WIDGET (row), KOMPASS_TYPE_FINDINGS_LIST));
}

static KompassFindingRow *
find_row (KompassFindingsView *self,
          const char          *id)
{
  KompassFindingRow *row = NULL;

  for (guint i = 0; i < KOMPASS_N_FINDING_KINDS && row == NULL; i++)
    row = kompass_findings_list_find_row (self->lists[i], id);

  return row;
}

/* Questions */

/* The question that comes INDEX after the first of the area, or the one with that number. */
static const KompassQuestion *
find_question (KompassFindingsView *self,
               const char          *number)
{
  const KompassArea *area = get_area (self);

  for (guint i = 0; area != NULL && number != NULL && i < area->n_questions; i++)
    {
      const KompassQuestion *question = kompass_edition_get_question (self->edition, area->first_question + i);

      if (strcmp (question->number, number) == 0)
        return question;
    }

  return NULL;
}

static void
show_question (KompassFindingsView *self,
               KompassFindingRow   *row,
               const char          *number)
{
  const KompassQuestion *question = find_question (self, number);

  kompass_finding_row_set_question (row, number, question != NULL ? question->text : NULL);
}

/* Writing */

static void
write_row (KompassFindingsView *self,
           KompassFindingRow   *row)
{
  KompassFindingsList *list = get_list_of (row);
  const KompassArea *area = get_area (self);
  g_autofree char *text = kompass_finding_row_get_text (row);
  g_autoptr (KompassFinding) finding = NULL;

  if (area == NULL)
    return;
  /* An item whose words are taken away is deleted when it is left, not while it is written. */
  if (*text == '\0')
    {
      if (!kompass_finding_row_is_stored (row))
        kompass_report_session_forget_line (self->session, kompass_finding_row_get_id (row));
      return;
    }
  finding = kompass_finding_new (kompass_finding_row_get_id (row), area->number,
                                 kompass_findings_list_get_kind (list), text, kompass_finding_row_get_question (row));
  kompass_report_session_write_finding (self->session, finding, kompass_findings_list_get_place (list, row));
}

static void
collect_cb (KompassFindingsView *self)
{
  if (get_area (self) == NULL)
    return;
  for (guint i = 0; i < KOMPASS_N_FINDING_KINDS; i++)
    {
      KompassFindingRow *row;

      for (guint index = 0; (row = kompass_findings_list_get_row (self->lists[i], index)) != NULL; index++)
        write_row (self, row);
    }
}

static void
update (KompassFindingsView *self)
{
  KompassReport *report = self->session != NULL ? kompass_report_session_get_report (self->session) : NULL;
  const KompassArea *area = get_area (self);

  if (report == NULL || area == NULL || self->is_updating)
    return;
  self->is_updating = TRUE;
  for (guint i = 0; i < KOMPASS_N_FINDING_KINDS; i++)
    {
      g_autoptr (GPtrArray) findings = kompass_report_get_findings (report, area->number, (KompassFindingKind) i);
      KompassFindingRow *row;

      kompass_findings_list_update (self->lists[i], findings);
      for (guint index = 0; (row = kompass_findings_list_get_row (self->lists[i], index)) != NULL; index++)
        show_question (self, row, kompass_finding_row_get_question (row));
    }
  self->is_updating = FALSE;
}

static void
flush (KompassFindingsView *self)
{
  kompass_report_session_touch (self->session);
  kompass_report_session_flush (self->session, NULL);
}

/* Moving the keyboard */

/* The row STEPS further, from list to list; NULL beyond the ends. */
static KompassFindingRow *
find_neighbour (KompassFindingsView *self,
                KompassFindingRow   *row,
                int                  direction)
{
  GtkWidget *next = direction > 0 ? gtk_widget_get_next_sibling (GTK_WIDGET (row)) : gtk_widget_get_prev_sibling (GTK_WIDGET (row));
  int kind = (int) kompass_findings_list_get_kind (get_list_of (row)) + direction;

  if (next != NULL)
    return KOMPASS_FINDING_ROW (next);
  if (kind < 0 || kind >= KOMPASS_N_FINDING_KINDS)
    return NULL;

  return direction > 0 ? kompass_findings_list_get_row (self->lists[kind], 0) : kompass_findings_list_get_last (self->lists[kind]);
}

static gboolean
go_to_neighbour (KompassFindingsView *self,
                 KompassFindingRow   *row,
                 int                  direction)
{
  KompassFindingRow *next = find_neighbour (self, row, direction);

  if (next == NULL)
    return GDK_EVENT_PROPAGATE;
  if (gtk_widget_has_focus (GTK_WIDGET (row)) && !kompass_finding_row_is_empty (next))
    gtk_widget_grab_focus (GTK_WIDGET (next));
  else
    kompass_finding_row_edit (next, direction < 0);

  return GDK_EVENT_STOP;
}

/* The next item; an empty one ends its list, and the keyboard goes on to the next. */
static void
press_enter (KompassFindingsView *self,
             KompassFindingRow   *row)
{
  KompassFindingsList *list = get_list_of (row);
  g_autofree char *rest = NULL;
  KompassFindingRow *next;

  if (kompass_finding_row_is_empty (row))
    {
      int kind = (int) kompass_findings_list_get_kind (list) + 1;

      if (kind < KOMPASS_N_FINDING_KINDS)
        kompass_finding_row_edit (kompass_findings_list_get_last (self->lists[kind]), TRUE);
      else
        gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  rest = kompass_finding_row_split (row);
  next = (KompassFindingRow *) gtk_widget_get_next_sibling (GTK_WIDGET (row));
  if (next == NULL || kompass_finding_row_is_stored (next) || !kompass_finding_row_is_empty (next))
    next = kompass_findings_list_add_row (list, row);
  if (rest != NULL)
    kompass_finding_row_set_text (next, rest);
  kompass_finding_row_edit (next, FALSE);
  flush (self);
}

/* What can be done with an item */

static void
delete_row (KompassFindingsView *self,
            KompassFindingRow   *row)
{
  g_autofree char *id = g_strdup (kompass_finding_row_get_id (row));
  gboolean is_stored = kompass_finding_row_is_stored (row);
  KompassFindingRow *next;

  if (!is_stored && kompass_finding_row_is_empty (row))
    return;
  next = (KompassFindingRow *) gtk_widget_get_next_sibling (GTK_WIDGET (row));
  if (next != NULL && kompass_finding_row_is_empty (next) && gtk_widget_get_prev_sibling (GTK_WIDGET (row)) != NULL)
    next = (KompassFindingRow *) gtk_widget_get_prev_sibling (GTK_WIDGET (row));
  if (next != NULL)
    kompass_finding_row_edit (next, TRUE);
  kompass_finding_row_set_text (row, "");
  if (!is_stored)
    {
      kompass_report_session_forget_line (self->session, id);
      update (self);
      return;
    }
  if (kompass_report_session_delete_finding (self->session, id))
    g_signal_emit (self, signals[DELETED], 0, _("Item deleted"));
}

static void
move_row_to (KompassFindingsView *self,
             KompassFindingRow   *row,
             KompassFindingKind   kind,
             guint                place)
{
  g_autofree char *id = g_strdup (kompass_finding_row_get_id (row));
  gboolean was_editing = kompass_finding_row_is_editing (row);

  flush (self);
  if (!kompass_report_session_move_finding (self->session, id, kind, place))
    return;
  row = find_row (self, id);
  if (row == NULL)
    return;
  if (was_editing)
    kompass_finding_row_edit (row, TRUE);
  else
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* An empty row has nothing to move. */
static gboolean
can_move (KompassFindingRow *row)
{
  if (!kompass_finding_row_is_empty (row))
    return TRUE;
  gtk_widget_error_bell (GTK_WIDGET (row));

  return FALSE;
}

static guint
count_items (KompassFindingsView *self,
             KompassFindingKind   kind)
{
  return kompass_findings_list_get_place (self->lists[kind], NULL);
}

static void
move_vertically (KompassFindingsView *self,
                 KompassFindingRow   *row,
                 int                  direction)
{
  KompassFindingsList *list = get_list_of (row);
  guint place;

  if (!can_move (row))
    return;
  place = kompass_findings_list_get_place (list, row);
  if ((direction < 0 && place == 0) ||
      (direction > 0 && place + 1 >= count_items (self, kompass_findings_list_get_kind (list))))
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    move_row_to (self, row, kompass_findings_list_get_kind (list), direction < 0 ? place - 1 : place + 1);
}

static void
move_to_list (KompassFindingsView *self,
              KompassFindingRow   *row,
              int                  kind)
{
  if (!can_move (row))
    return;
  if (kind < 0 || kind >= KOMPASS_N_FINDING_KINDS)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    move_row_to (self, row, (KompassFindingKind) kind, count_items (self, (KompassFindingKind) kind));
}

static void
tie (KompassFindingsView *self,
     KompassFindingRow   *row,
     const char          *number)
{
  show_question (self, row, number);
  flush (self);
}

/* Ctrl and the figure after the point: 2 for question 1.2, 0 for none. */
static gboolean
tie_by_figure (KompassFindingsView *self,
               KompassFindingRow   *row,
               guint                figure)
{
  const KompassArea *area = get_area (self);

  if (kompass_finding_row_is_empty (row) || figure > area->n_questions)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    tie (self, row, figure == 0 ? NULL : kompass_edition_get_question (self->edition, area->first_question + figure - 1)->number);

  return GDK_EVENT_STOP;
}

static void
command_cb (KompassFindingsView *self,
            const char          *name,
            const char          *target,
            KompassFindingRow   *row)
{
  if (strcmp (name, "finding.move-up") == 0)
    move_vertically (self, row, -1);
  else if (strcmp (name, "finding.move-down") == 0)
    move_vertically (self, row, 1);
  else if (strcmp (name, "finding.to-strength") == 0)
    move_to_list (self, row, KOMPASS_FINDING_STRENGTH);
  else if (strcmp (name, "finding.to-partial") == 0)
    move_to_list (self, row, KOMPASS_FINDING_PARTIAL);
  else if (strcmp (name, "finding.to-improvement") == 0)
    move_to_list (self, row, KOMPASS_FINDING_IMPROVEMENT);
  else if (strcmp (name, "finding.question") == 0)
    tie (self, row, *target != '\0' ? target : NULL);
  else
    delete_row (self, row);
}

/* A place that is counted with the row itself before it is one further than the row will have it. */
static void
dropped_cb (KompassFindingsView *self,
            KompassFindingRow   *row,
            guint                place,
            KompassFindingsList *list)
{
  if (get_list_of (row) == list && kompass_findings_list_get_place (list, row) < place)
    place--;
  move_row_to (self, row, kompass_findings_list_get_kind (list), place);
}

/* Rows */

static void
edited_cb (KompassFindingsView *self)
{
  kompass_report_session_touch (self->session);
}

/* An item that the library has, and whose words have been taken away */
static gboolean
is_emptied (KompassFindingRow *row)
{
  g_autofree char *text = kompass_finding_row_get_text (row);

  return *text == '\0' && kompass_finding_row_is_stored (row);
}

static gboolean
delete_emptied (KompassFindingsView *self,
                KompassFindingRow   *row)
{
  g_autofree char *id = g_strdup (kompass_finding_row_get_id (row));

  if (!kompass_report_session_delete_finding (self->session, id))
    return FALSE;
  g_signal_emit (self, signals[DELETED], 0, _("Item deleted"));

  return TRUE;
}

static gboolean
leave_row (gpointer user_data)
{
  KompassFindingRow *row = user_data;
  GtkWidget *parent = gtk_widget_get_ancestor (GTK_WIDGET (row), KOMPASS_TYPE_FINDINGS_VIEW);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (row));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  KompassFindingsView *self;

  if (parent == NULL || (focus != NULL && (focus == GTK_WIDGET (row) || gtk_widget_is_ancestor (focus, GTK_WIDGET (row)))))
    return G_SOURCE_REMOVE;
  self = KOMPASS_FINDINGS_VIEW (parent);
  if (get_area (self) == NULL)
    return G_SOURCE_REMOVE;
  if (is_emptied (row))
    {
      delete_emptied (self, row);
      return G_SOURCE_REMOVE;
    }
  if (kompass_finding_row_is_edited (row))
    flush (self);
  update (self);

  return G_SOURCE_REMOVE;
}

/* Where the keyboard has gone is known only afterwards. */
static void
left_cb (KompassFindingsView *self,
         KompassFindingRow   *row)
{
  if (!self->is_updating)
    g_idle_add_full (G_PRIORITY_DEFAULT, leave_row, g_object_ref (row), g_object_unref);
}

static void
lines_pasted_cb (KompassFindingsView *self,
                 char               **lines,
                 KompassFindingRow   *row)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      row = kompass_findings_list_add_row (get_list_of (row), row);
      kompass_finding_row_set_text (row, lines[i]);
    }
  flush (self);
  kompass_finding_row_edit (row, TRUE);
}

static void
row_added_cb (KompassFindingsView *self,
              KompassFindingRow   *row)
{
  kompass_finding_row_set_menu (row, self->menu);
  g_signal_connect_object (row, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "lines-pasted", G_CALLBACK (lines_pasted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "command", G_CALLBACK (command_cb), self, G_CONNECT_SWAPPED);
}

/* Keys */

static KompassFindingRow *
get_current_row (KompassFindingsView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;
  if (KOMPASS_IS_FINDING_ROW (focus))
    return KOMPASS_FINDING_ROW (focus);
  row = gtk_widget_get_ancestor (focus, KOMPASS_TYPE_FINDING_ROW);

  return row != NULL && kompass_finding_row_is_editing (KOMPASS_FINDING_ROW (row)) ? KOMPASS_FINDING_ROW (row) : NULL;
}

static gboolean
take_back (KompassFindingsView *self,
           KompassFindingRow   *row)
{
  KompassFindingRow *previous;

  if (!kompass_finding_row_is_empty (row))
    return GDK_EVENT_PROPAGATE;
  previous = find_neighbour (self, row, -1);
  if (previous != NULL)
    kompass_finding_row_edit (previous, TRUE);

  return GDK_EVENT_STOP;
}

static gboolean
press_plain (KompassFindingsView *self,
             KompassFindingRow   *row,
             guint                keyval)
{
  gboolean is_row = gtk_widget_has_focus (GTK_WIDGET (row));

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (is_row)
        kompass_finding_row_edit (row, TRUE);
      else
        press_enter (self, row);
      return GDK_EVENT_STOP;
    case GDK_KEY_F2:
      kompass_finding_row_edit (row, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (is_row || kompass_finding_row_is_empty (row))
        return GDK_EVENT_PROPAGATE;
      gtk_widget_grab_focus (GTK_WIDGET (row));
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return is_row || kompass_finding_row_is_at_edge (row, FALSE) ? go_to_neighbour (self, row, -1) : GDK_EVENT_PROPAGATE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return is_row || kompass_finding_row_is_at_edge (row, TRUE) ? go_to_neighbour (self, row, 1) : GDK_EVENT_PROPAGATE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      if (!is_row)
        return GDK_EVENT_PROPAGATE;
      delete_row (self, row);
      return GDK_EVENT_STOP;
    case GDK_KEY_BackSpace:
      return is_row ? GDK_EVENT_STOP : take_back (self, row);
    case GDK_KEY_Menu:
      kompass_finding_row_popup (row);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
press_moving (KompassFindingsView *self,
              KompassFindingRow   *row,
              guint                keyval)
{
  int kind = (int) kompass_findings_list_get_kind (get_list_of (row));
  /* The lists stand in the order in which they are read. */
  int right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_vertically (self, row, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_vertically (self, row, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move_to_list (self, row, kind - right);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move_to_list (self, row, kind + right);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Ctrl with an arrow moves the caret by words where something is written; where the item itself has the keyboard, it moves
 * the item, as Alt does in both. */
static gboolean
press_with_control (KompassFindingsView *self,
                    KompassFindingRow   *row,
                    guint                keyval)
{
  if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
    return tie_by_figure (self, row, keyval - GDK_KEY_0);
  if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    return tie_by_figure (self, row, keyval - GDK_KEY_KP_0);
  if (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down || gtk_widget_has_focus (GTK_WIDGET (row)))
    return press_moving (self, row, keyval);

  return GDK_EVENT_PROPAGATE;
}

static gboolean
press_with_alt (KompassFindingsView *self,
                KompassFindingRow   *row,
                guint                keyval)
{
  if (keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete)
    return press_moving (self, row, keyval);
  delete_row (self, row);

  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                KompassFindingsView   *self)
{
  KompassFindingRow *row = get_current_row (self);

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  switch ((guint) (state & gtk_accelerator_get_default_mod_mask ()))
    {
    case 0:
      return press_plain (self, row, keyval);
    case GDK_CONTROL_MASK:
      return press_with_control (self, row, keyval);
    case GDK_ALT_MASK:
      return press_with_alt (self, row, keyval);
    case GDK_SHIFT_MASK:
      if (keyval == GDK_KEY_F10)
        kompass_finding_row_popup (row);
      return keyval == GDK_KEY_F10;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Class functions */

static void
kompass_findings_view_dispose (GObject *object)
{
  KompassFindingsView *self = KOMPASS_FINDINGS_VIEW (object);
  GtkWidget *child;

  self->is_updating = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->menu);
  g_clear_object (&self->edition);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (kompass_findings_view_parent_class)->dispose (object);
}

static void
kompass_findings_view_class_init (KompassFindingsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kompass_findings_view_dispose;
  gtk_widget_class_set_css_name (widget_class, "findings");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);

  /**
   * KompassFindingsView::deleted:
   * @words: what has been done
   *
   * An item has been deleted, which can be undone.
   */
  signals[DELETED] = g_signal_new ("deleted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
kompass_findings_view_init (KompassFindingsView *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->area = -1;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, SPACING);
  for (guint i = 0; i < KOMPASS_N_FINDING_KINDS; i++)
    {
      GtkWidget *list = kompass_findings_list_new ((KompassFindingKind) i);

      self->lists[i] = KOMPASS_FINDINGS_LIST (list);
      gtk_widget_set_hexpand (list, TRUE);
      gtk_widget_set_valign (list, GTK_ALIGN_START);
      g_signal_connect_object (list, "row-added", G_CALLBACK (row_added_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (list, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (list, GTK_WIDGET (self));
    }
  gtk_event_controller_set_name (keys, "findings-keys");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * kompass_findings_view_new:
 *
 * Returns: (transfer floating): three lists without an area
 */
GtkWidget *
kompass_findings_view_new (void)
{
  return g_object_new (KOMPASS_TYPE_FINDINGS_VIEW, NULL);
}

/**
 * kompass_findings_view_set_session:
 * @self: three lists
 * @session: the report they are part of; set once
 */
void
kompass_findings_view_set_session (KompassFindingsView  *self,
                                   KompassReportSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "collect", G_CALLBACK (collect_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static KompassFindingRow *
find_emptied (KompassFindingsView *self)
{
  for (guint i = 0; i < KOMPASS_N_FINDING_KINDS; i++)
    {
      KompassFindingRow *row;

      for (guint index = 0; (row = kompass_findings_list_get_row (self->lists[i], index)) != NULL; index++)
        if (is_emptied (row))
          return row;
    }

  return NULL;
}

/**
 * kompass_findings_view_finish:
 * @self: three lists of a session
 *
 * Deletes the item whose words have been taken away, as when the keyboard leaves it: the lists are left.
 */
void
kompass_findings_view_finish (KompassFindingsView *self)
{
  KompassFindingRow *row;

  while (get_area (self) != NULL && (row = find_emptied (self)) != NULL)
    if (!delete_emptied (self, row))
      return;
}

/**
 * kompass_findings_view_set_area:
 * @self: three lists of a session
 * @area: index of an area in the edition of the session's evaluation, or -1 for none
 *
 * Shows the lists of an area. What is typed in those of the one before is to be saved before.
 */
void
kompass_findings_view_set_area (KompassFindingsView *self,
                                int                  area)
{
  KompassEvaluation *evaluation = kompass_report_session_get_evaluation (self->session);

  self->is_updating = TRUE;
  for (guint i = 0; i < KOMPASS_N_FINDING_KINDS; i++)
    {
      KompassFindingRow *row;

      while ((row = kompass_findings_list_get_row (self->lists[i], 0)) != NULL)
        gtk_widget_unparent (GTK_WIDGET (row));
    }
  self->is_updating = FALSE;
  g_clear_object (&self->edition);
  if (evaluation != NULL && kompass_evaluation_get_edition (evaluation) != NULL)
    self->edition = g_object_ref (kompass_evaluation_get_edition (evaluation));
  self->area = self->edition != NULL ? area : -1;
  g_clear_object (&self->menu);
  self->menu = kompass_findings_menu_new (self->edition, get_area (self));
  update (self);
}

/**
 * kompass_findings_view_set_columns:
 * @self: three lists
 * @columns: whether they stand beside each other, as on paper, or below each other
 */
void
kompass_findings_view_set_columns (KompassFindingsView *self,
                                   gboolean             columns)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), columns ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (layout), columns);
}

KompassFindingsList *
kompass_findings_view_get_list (KompassFindingsView *self,
                                KompassFindingKind   kind)
{
  return self->lists[kind];
}
