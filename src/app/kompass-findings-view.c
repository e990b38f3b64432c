/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The three lists of an area, written by keyboard: Enter for the next item, arrows from item to item, with Alt to move them;
 * or by mouse: dragging and menus. Items are saved as they are written, and when they are left. What keys do is in
 * kompass-findings-keys.c, what can be done with an item in kompass-findings-commands.c. */
#include "kompass-findings-view-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-findings-menu.h"

#define SPACING 18

enum
{
  DELETED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassFindingsView, kompass_findings_view, GTK_TYPE_WIDGET)

const KompassArea *
kompass_findings_view_get_area (KompassFindingsView *self)
{
  return self->edition != NULL && self->area >= 0 ? kompass_edition_get_area (self->edition, (guint) self->area) : NULL;
}

KompassFindingsList *
kompass_findings_view_get_list_of (KompassFindingRow *row)
{
  return KOMPASS_FINDINGS_LIST (gtk_widget_get_ancestor (GTK_WIDGET (row), KOMPASS_TYPE_FINDINGS_LIST));
}

KompassFindingRow *
kompass_findings_view_find_row (KompassFindingsView *self,
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
  const KompassArea *area = kompass_findings_view_get_area (self);

  for (guint i = 0; area != NULL && number != NULL && i < area->n_questions; i++)
    {
      const KompassQuestion *question = kompass_edition_get_question (self->edition, area->first_question + i);

      if (strcmp (question->number, number) == 0)
        return question;
    }

  return NULL;
}

void
kompass_findings_view_show_question (KompassFindingsView *self,
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
  KompassFindingsList *list = kompass_findings_view_get_list_of (row);
  const KompassArea *area = kompass_findings_view_get_area (self);
  const char *text = kompass_finding_row_get_text (row);
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
  if (kompass_findings_view_get_area (self) == NULL)
    return;
  for (guint i = 0; i < KOMPASS_N_FINDING_KINDS; i++)
    {
      KompassFindingRow *row;

      for (guint index = 0; (row = kompass_findings_list_get_row (self->lists[i], index)) != NULL; index++)
        write_row (self, row);
    }
}

void
kompass_findings_view_update (KompassFindingsView *self)
{
  KompassReport *report = self->session != NULL ? kompass_report_session_get_report (self->session) : NULL;
  const KompassArea *area = kompass_findings_view_get_area (self);

  if (report == NULL || area == NULL || self->is_updating)
    return;
  self->is_updating = TRUE;
  for (guint i = 0; i < KOMPASS_N_FINDING_KINDS; i++)
    {
      g_autoptr (GPtrArray) findings = kompass_report_get_findings (report, area->number, (KompassFindingKind) i);
      KompassFindingRow *row;

      kompass_findings_list_update (self->lists[i], findings);
      for (guint index = 0; (row = kompass_findings_list_get_row (self->lists[i], index)) != NULL; index++)
        kompass_findings_view_show_question (self, row, kompass_finding_row_get_question (row));
    }
  self->is_updating = FALSE;
}

void
kompass_findings_view_flush (KompassFindingsView *self)
{
  kompass_report_session_touch (self->session);
  kompass_report_session_flush (self->session, NULL);
}

/* It can be undone. */
void
kompass_findings_view_tell_deleted (KompassFindingsView *self)
{
  g_signal_emit (self, signals[DELETED], 0, _("Item deleted"));
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
  return *kompass_finding_row_get_text (row) == '\0' && kompass_finding_row_is_stored (row);
}

static gboolean
delete_emptied (KompassFindingsView *self,
                KompassFindingRow   *row)
{
  g_autofree char *id = g_strdup (kompass_finding_row_get_id (row));

  if (!kompass_report_session_delete_finding (self->session, id))
    return FALSE;
  kompass_findings_view_tell_deleted (self);

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
  if (kompass_findings_view_get_area (self) == NULL)
    return G_SOURCE_REMOVE;
  if (is_emptied (row))
    {
      delete_emptied (self, row);
      return G_SOURCE_REMOVE;
    }
  if (kompass_finding_row_is_edited (row))
    kompass_findings_view_flush (self);
  kompass_findings_view_update (self);

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
row_added_cb (KompassFindingsView *self,
              KompassFindingRow   *row)
{
  kompass_finding_row_set_menu (row, self->menu);
  kompass_line_view_set_speller (kompass_finding_row_get_line (row), self->speller);
  g_signal_connect_object (row, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "lines-pasted", G_CALLBACK (kompass_findings_view_paste), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "command", G_CALLBACK (kompass_findings_view_command), self, G_CONNECT_SWAPPED);
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
  g_clear_object (&self->speller);
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
      g_signal_connect_object (list, "dropped", G_CALLBACK (kompass_findings_view_drop), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (list, GTK_WIDGET (self));
    }
  kompass_findings_view_add_keys (self);
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
  g_signal_connect_object (session, "changed", G_CALLBACK (kompass_findings_view_update), self, G_CONNECT_SWAPPED);
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

  while (kompass_findings_view_get_area (self) != NULL && (row = find_emptied (self)) != NULL)
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
  self->menu = kompass_findings_menu_new (self->edition, kompass_findings_view_get_area (self));
  kompass_findings_view_update (self);
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

/**
 * kompass_findings_view_set_speller:
 * @self: three lists
 * @speller: (nullable): who knows the words, or %NULL to underline none
 */
void
kompass_findings_view_set_speller (KompassFindingsView *self,
                                   KompassSpeller      *speller)
{
  g_set_object (&self->speller, speller);
  for (guint i = 0; i < KOMPASS_N_FINDING_KINDS; i++)
    {
      KompassFindingRow *row;

      for (guint index = 0; (row = kompass_findings_list_get_row (self->lists[i], index)) != NULL; index++)
        kompass_line_view_set_speller (kompass_finding_row_get_line (row), speller);
    }
}
