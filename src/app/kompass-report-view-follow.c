/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of the Report view follow what is written: the line with the caret is seen on them. */
#include "kompass-report-view-private.h"

static GtkWidget *
get_focus (KompassReportView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

static gboolean
find_item (KompassReportView *self,
           KompassPagesSpot  *spot)
{
  GtkWidget *focus = get_focus (self);
  GtkWidget *row, *list;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->findings)))
    return FALSE;
  row = gtk_widget_get_ancestor (focus, KOMPASS_TYPE_FINDING_ROW);
  list = gtk_widget_get_ancestor (focus, KOMPASS_TYPE_FINDINGS_LIST);
  if (row == NULL || list == NULL)
    return FALSE;
  spot->part = KOMPASS_PAGES_LIST;
  spot->list = kompass_findings_list_get_kind (KOMPASS_FINDINGS_LIST (list));
  spot->item = kompass_findings_list_get_place (KOMPASS_FINDINGS_LIST (list), KOMPASS_FINDING_ROW (row));

  return TRUE;
}

static void
find_spot (KompassReportView    *self,
           const KompassSection *section,
           KompassPagesSpot     *spot)
{
  *spot = (KompassPagesSpot) { .part = KOMPASS_PAGES_CHAPTER };
  if (find_item (self, spot) || !kompass_report_view_has_text (section))
    return;
  spot->item = kompass_text_editor_get_paragraph (self->editor);
  spot->offset = kompass_text_editor_get_offset (self->editor);
  spot->part = KOMPASS_PAGES_TEXT;
}

/**
 * kompass_report_view_follow:
 * @self: a view
 * @is_written: whether something has been written, not only the caret moved
 *
 * Lets the page be seen that is written on. With the caret at the beginning of a text that is the beginning of its chapter.
 */
void
kompass_report_view_follow (KompassReportView *self,
                            gboolean           is_written)
{
  const KompassSection *section = kompass_report_view_get_current (self);
  KompassPagesSpot spot;

  if (section == NULL || self->is_settling || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  find_spot (self, section, &spot);
  if (!is_written && spot.part == KOMPASS_PAGES_TEXT && spot.item == 0 && spot.offset == 0)
    spot.part = KOMPASS_PAGES_CHAPTER;
  kompass_report_preview_follow (self->preview, &spot);
}

/* Once for all that happened to the caret. */
static gboolean
follow_cb (gpointer user_data)
{
  KompassReportView *self = user_data;

  self->follow_source = 0;
  kompass_report_view_follow (self, FALSE);

  return G_SOURCE_REMOVE;
}

static void
caret_moved_cb (KompassReportView *self)
{
  if (self->follow_source == 0 && !self->is_settling)
    self->follow_source = g_idle_add_full (GDK_PRIORITY_REDRAW + 5, follow_cb, self, NULL);
}

/* From item to item of the lists, and from there to the text. */
static void
focus_moved_cb (KompassReportView *self)
{
  GtkWidget *focus = get_focus (self);

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sheet)))
    caret_moved_cb (self);
}

/**
 * kompass_report_view_root_following:
 * @self: a view that has come into a window
 * @root: the window
 *
 * Lets the pages follow the keyboard.
 */
void
kompass_report_view_root_following (KompassReportView *self,
                                    GtkRoot           *root)
{
  g_signal_connect_swapped (root, "notify::focus-widget", G_CALLBACK (focus_moved_cb), self);
}

/**
 * kompass_report_view_unroot_following:
 * @self: a view that leaves its window
 * @root: the window
 */
void
kompass_report_view_unroot_following (KompassReportView *self,
                                      GtkRoot           *root)
{
  g_clear_handle_id (&self->follow_source, g_source_remove);
  g_signal_handlers_disconnect_by_func (root, focus_moved_cb, self);
}

/**
 * kompass_report_view_init_following:
 * @self: a view
 *
 * Lets the pages follow the caret.
 */
void
kompass_report_view_init_following (KompassReportView *self)
{
  g_signal_connect_object (kompass_text_editor_get_buffer (self->editor), "notify::cursor-position",
                           G_CALLBACK (caret_moved_cb), self, G_CONNECT_SWAPPED);
}
