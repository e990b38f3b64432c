/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One of the lists of an area. Its rows follow the report; the last one is empty, to write the next item in. */
#include "kompass-findings-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-style.h"

#define SPACING 6

struct _KompassFindingsList
{
  GtkWidget parent_instance;

  KompassFindingKind kind;
  GtkWidget *heading;
  GtkWidget *title;
  GtkWidget *count;
  GtkWidget *rows;
  KompassFindingRow *dragged;
};

enum
{
  ROW_ADDED,
  DROPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassFindingsList, kompass_findings_list, GTK_TYPE_WIDGET)

static const char *
get_hint (KompassFindingsList *self)
{
  switch (self->kind)
    {
    case KOMPASS_FINDING_STRENGTH:
      return _("Write a strength");
    case KOMPASS_FINDING_PARTIAL:
      return _("Write what can be better");
    case KOMPASS_FINDING_IMPROVEMENT:
    default:
      return _("Write an improvement");
    }
}

/* Dragging. What is dragged is the row itself, within the window. */

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            gpointer       row)
{
  return kompass_finding_row_is_empty (row) ? NULL
                                            : gdk_content_provider_new_typed (KOMPASS_TYPE_FINDING_ROW, row);
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag       *drag,
               GtkWidget     *row)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, paintable, 0, 0);
  gtk_widget_add_css_class (row, "dragged");
}

static void
drag_end_cb (GtkDragSource *source,
             GdkDrag       *drag,
             gboolean       delete_data,
             GtkWidget     *row)
{
  gtk_widget_remove_css_class (row, "dragged");
}

static void
mark_drop (KompassFindingsList *self,
           GtkWidget           *marked)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (row == marked)
      gtk_widget_add_css_class (row, "drop");
    else
      gtk_widget_remove_css_class (row, "drop");
}

/* The row before which something is dropped; the last is the empty one. */
static GtkWidget *
find_drop (KompassFindingsList *self,
           double               y)
{
  GtkWidget *row = gtk_widget_get_first_child (self->rows);

  for (; row != NULL && gtk_widget_get_next_sibling (row) != NULL; row = gtk_widget_get_next_sibling (row))
    {
      graphene_rect_t bounds;

      if (gtk_widget_compute_bounds (row, self->rows, &bounds) && y < bounds.origin.y + bounds.size.height / 2)
        break;
    }

  return row;
}

static GdkDragAction
motion_cb (KompassFindingsList *self,
           double               x,
           double               y)
{
  mark_drop (self, find_drop (self, y));

  return GDK_ACTION_MOVE;
}

static void
leave_cb (KompassFindingsList *self)
{
  mark_drop (self, NULL);
}

static gboolean
drop_cb (KompassFindingsList *self,
         const GValue        *value,
         double               x,
         double               y)
{
  KompassFindingRow *row = g_value_get_object (value);
  GtkWidget *before = find_drop (self, y);

  mark_drop (self, NULL);
  /* An item of another window is one of another report. */
  if (row == NULL || GTK_WIDGET (row) == before || gtk_widget_get_root (GTK_WIDGET (row)) != gtk_widget_get_root (before))
    return FALSE;
  g_signal_emit (self, signals[DROPPED], 0, row, kompass_findings_list_get_place (self, KOMPASS_FINDING_ROW (before)));

  return TRUE;
}

/* Rows */

static KompassFindingRow *
make_row (KompassFindingsList *self,
          const char          *id)
{
  GtkWidget *row = kompass_finding_row_new (id, get_hint (self));
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), row);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), row);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_end_cb), row);
  gtk_widget_add_controller (gtk_widget_get_first_child (row), GTK_EVENT_CONTROLLER (source));
  gtk_widget_action_set_enabled (row, "finding.to-strength", self->kind != KOMPASS_FINDING_STRENGTH);
  gtk_widget_action_set_enabled (row, "finding.to-partial", self->kind != KOMPASS_FINDING_PARTIAL);
  gtk_widget_action_set_enabled (row, "finding.to-improvement", self->kind != KOMPASS_FINDING_IMPROVEMENT);

  return KOMPASS_FINDING_ROW (row);
}

static void
insert_row (KompassFindingsList *self,
            KompassFindingRow   *row,
            GtkWidget           *after)
{
  gtk_widget_insert_after (GTK_WIDGET (row), self->rows, after);
  g_signal_emit (self, signals[ROW_ADDED], 0, row);
}

static void
update_names (KompassFindingsList *self)
{
  const char *title = kompass_finding_kind_get_title (self->kind);
  guint position = 0;
  guint n_items = 0;
  g_autofree char *count = NULL;

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      kompass_finding_row_set_name (KOMPASS_FINDING_ROW (row), title, position++);
      n_items += kompass_finding_row_is_stored (KOMPASS_FINDING_ROW (row));
    }
  count = g_strdup_printf ("%u", n_items);
  gtk_label_set_label (GTK_LABEL (self->count), n_items > 0 ? count : "");
}

/* The empty row at the end */
static void
ensure_last (KompassFindingsList *self)
{
  KompassFindingRow *last = kompass_findings_list_get_last (self);

  if (last == NULL || kompass_finding_row_is_stored (last) || !kompass_finding_row_is_empty (last))
    kompass_findings_list_add_row (self, last);
}

static void
kompass_findings_list_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (kompass_findings_list_parent_class)->dispose (object);
}

/* Heading and rows stand below one another. A box would do so, too; but beside other lists a box is asked how wide it is at
 * their height, and then says of a heading of several lines that it wants less than it needs. */

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkWidget      *widget,
         GtkOrientation  orientation,
         int             for_size,
         int            *minimum,
         int            *natural,
         int            *minimum_baseline,
         int            *natural_baseline)
{
  KompassFindingsList *self = KOMPASS_FINDINGS_LIST (widget);
  int heading_minimum, heading_natural;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    for_size = -1;
  gtk_widget_measure (self->heading, orientation, for_size, &heading_minimum, &heading_natural, NULL, NULL);
  gtk_widget_measure (self->rows, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (*minimum, heading_minimum);
      *natural = MAX (*natural, heading_natural);
    }
  else
    {
      *minimum += heading_minimum + SPACING;
      *natural += heading_natural + SPACING;
    }
}

static void
allocate (GtkWidget *widget,
          int        width,
          int        height,
          int        baseline)
{
  KompassFindingsList *self = KOMPASS_FINDINGS_LIST (widget);
  int heading_height;

  gtk_widget_measure (self->heading, GTK_ORIENTATION_VERTICAL, width, NULL, &heading_height, NULL, NULL);
  gtk_widget_size_allocate (self->heading, &(GtkAllocation) { 0, 0, width, heading_height }, -1);
  gtk_widget_size_allocate (self->rows, &(GtkAllocation) { 0, heading_height + SPACING, width,
                                                           MAX (height - heading_height - SPACING, 0) }, -1);
}

static void
kompass_findings_list_class_init (KompassFindingsListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kompass_findings_list_dispose;
  gtk_widget_class_set_css_name (widget_class, "findingslist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * KompassFindingsList::row-added:
   * @row: a row
   *
   * There is a row more, which whoever holds the list has to listen to.
   */
  signals[ROW_ADDED] = g_signal_new ("row-added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, KOMPASS_TYPE_FINDING_ROW);

  /**
   * KompassFindingsList::dropped:
   * @row: a row, of this or of another list
   * @place: how many items are to stand before it
   *
   * A row has been dragged here.
   */
  signals[DROPPED] = g_signal_new ("dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, KOMPASS_TYPE_FINDING_ROW, G_TYPE_UINT);
}

static void
kompass_findings_list_init (KompassFindingsList *self)
{
  GtkDropTarget *target = gtk_drop_target_new (KOMPASS_TYPE_FINDING_ROW, GDK_ACTION_MOVE);

  gtk_widget_set_layout_manager (GTK_WIDGET (self), gtk_custom_layout_new (get_request_mode, measure, allocate));
  self->heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (self->title, "heading");
  self->count = g_object_new (GTK_TYPE_LABEL, "valign", GTK_ALIGN_BASELINE, NULL);
  gtk_widget_add_css_class (self->count, "quiet");
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_box_append (GTK_BOX (self->heading), self->title);
  gtk_box_append (GTK_BOX (self->heading), self->count);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->rows, "rows");
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
  g_signal_connect_swapped (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (self->rows, GTK_EVENT_CONTROLLER (target));
}

/**
 * kompass_findings_list_new:
 * @kind: which of the lists
 *
 * Returns: (transfer floating): a list without rows
 */
GtkWidget *
kompass_findings_list_new (KompassFindingKind kind)
{
  KompassFindingsList *self = g_object_new (KOMPASS_TYPE_FINDINGS_LIST, NULL);

  self->kind = kind;
  gtk_label_set_label (GTK_LABEL (self->title), kompass_finding_kind_get_title (kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, kompass_finding_kind_get_title (kind),
                                  -1);

  return GTK_WIDGET (self);
}

KompassFindingKind
kompass_findings_list_get_kind (KompassFindingsList *self)
{
  return self->kind;
}

/**
 * kompass_findings_list_get_row:
 * @self: a list
 * @index: from 0
 *
 * Returns: (transfer none) (nullable): the row
 */
KompassFindingRow *
kompass_findings_list_get_row (KompassFindingsList *self,
                               guint                index)
{
  GtkWidget *row = gtk_widget_get_first_child (self->rows);

  while (row != NULL && index-- > 0)
    row = gtk_widget_get_next_sibling (row);

  return (KompassFindingRow *) row;
}

KompassFindingRow *
kompass_findings_list_get_last (KompassFindingsList *self)
{
  return (KompassFindingRow *) gtk_widget_get_last_child (self->rows);
}

/**
 * kompass_findings_list_find_row:
 * @self: a list
 * @id: UUID of an item
 *
 * Returns: (transfer none) (nullable): its row
 */
KompassFindingRow *
kompass_findings_list_find_row (KompassFindingsList *self,
                                const char          *id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (strcmp (kompass_finding_row_get_id (KOMPASS_FINDING_ROW (row)), id) == 0)
      return KOMPASS_FINDING_ROW (row);

  return NULL;
}

/**
 * kompass_findings_list_add_row:
 * @self: a list
 * @after: (nullable): the row it is to stand after; %NULL for the beginning
 *
 * Adds an empty row, which becomes an item when something is written in it.
 *
 * Returns: (transfer none): the row
 */
KompassFindingRow *
kompass_findings_list_add_row (KompassFindingsList *self,
                               KompassFindingRow   *after)
{
  g_autofree char *id = g_uuid_string_random ();
  KompassFindingRow *row = make_row (self, id);

  insert_row (self, row, GTK_WIDGET (after));
  update_names (self);

  return row;
}

/**
 * kompass_findings_list_get_place:
 * @self: a list
 * @row: one of its rows
 *
 * Returns: how many items stand before it
 */
guint
kompass_findings_list_get_place (KompassFindingsList *self,
                                 KompassFindingRow   *row)
{
  guint place = 0;

  for (GtkWidget *other = gtk_widget_get_first_child (self->rows); other != NULL && other != GTK_WIDGET (row);
       other = gtk_widget_get_next_sibling (other))
    if (kompass_finding_row_is_stored (KOMPASS_FINDING_ROW (other)) || *kompass_finding_row_get_text (KOMPASS_FINDING_ROW (other)) != '\0')
      place++;

  return place;
}

static gboolean
has_finding (GPtrArray  *findings,
             const char *id)
{
  for (guint i = 0; i < findings->len; i++)
    if (strcmp (kompass_finding_get_id (g_ptr_array_index (findings, i)), id) == 0)
      return TRUE;

  return FALSE;
}

/* The keyboard stays in the list: it goes to what takes the place of a row. */
static void
remove_row (GtkWidget *row)
{
  GtkWidget *next = gtk_widget_get_next_sibling (row);
  GtkRoot *root = gtk_widget_get_root (row);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (next == NULL)
    next = gtk_widget_get_prev_sibling (row);
  if (next != NULL && focus != NULL && (focus == row || gtk_widget_is_ancestor (focus, row)))
    kompass_finding_row_edit (KOMPASS_FINDING_ROW (next), TRUE);
  gtk_widget_unparent (row);
}

/* An empty row with the keyboard is about to become an item. */
static void
remove_gone (KompassFindingsList *self,
             GPtrArray           *findings)
{
  GtkWidget *row = gtk_widget_get_first_child (self->rows);

  while (row != NULL)
    {
      KompassFindingRow *current = KOMPASS_FINDING_ROW (row);

      row = gtk_widget_get_next_sibling (row);
      if (!has_finding (findings, kompass_finding_row_get_id (current)) &&
          (kompass_finding_row_is_stored (current) ||
           (row != NULL && kompass_finding_row_is_empty (current) && !kompass_finding_row_is_editing (current))))
        remove_row (GTK_WIDGET (current));
    }
}

/* Between them may be a row that is about to become an item. */
static gboolean
follows (KompassFindingRow *row,
         GtkWidget         *before)
{
  GtkWidget *previous = gtk_widget_get_prev_sibling (GTK_WIDGET (row));

  while (previous != NULL && previous != before && !kompass_finding_row_is_stored (KOMPASS_FINDING_ROW (previous)))
    previous = gtk_widget_get_prev_sibling (previous);

  return previous == before;
}

/**
 * kompass_findings_list_update:
 * @self: a list
 * @findings: (element-type KompassFinding): its items
 *
 * Shows the items. Rows that are still there keep their widgets, so that the keyboard stays where it is.
 */
void
kompass_findings_list_update (KompassFindingsList *self,
                              GPtrArray           *findings)
{
  GtkWidget *before = NULL;

  remove_gone (self, findings);
  for (guint i = 0; i < findings->len; i++)
    {
      KompassFinding *finding = g_ptr_array_index (findings, i);
      KompassFindingRow *row = kompass_findings_list_find_row (self, kompass_finding_get_id (finding));

      if (row == NULL)
        {
          row = make_row (self, kompass_finding_get_id (finding));
          insert_row (self, row, before);
        }
      else if (!follows (row, before))
        gtk_widget_insert_after (GTK_WIDGET (row), self->rows, before);
      kompass_finding_row_set_finding (row, finding);
      before = GTK_WIDGET (row);
    }
  ensure_last (self);
  update_names (self);
}
