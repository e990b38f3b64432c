/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching in the Report view: through all sections of the report, their texts, lists and key facts. What is found is selected
 * where it is written, while the keyboard stays in the search until that is closed. */
#include "kompass-key-fact-row.h"
#include "kompass-report-view-private.h"

/* Finding where something is written */

static GtkTextView *
find_line (GtkWidget *widget,
           guint     *n)
{
  GtkTextView *found = NULL;

  if (GTK_IS_TEXT_VIEW (widget))
    return (*n)-- == 0 ? GTK_TEXT_VIEW (widget) : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_line (child, n);

  return found;
}

static GtkWidget *
find_fact_row (GtkWidget  *widget,
               const char *id)
{
  GtkWidget *found = NULL;

  if (KOMPASS_IS_KEY_FACT_ROW (widget))
    return g_strcmp0 (kompass_key_fact_row_get_id (KOMPASS_KEY_FACT_ROW (widget)), id) == 0 ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_fact_row (child, id);

  return found;
}

static GtkTextView *
find_fact (KompassReportView        *self,
           const KompassReportMatch *match)
{
  GPtrArray *facts = kompass_report_get_key_facts (kompass_report_session_get_report (self->session));
  guint n = match->part == KOMPASS_REPORT_PART_FACT_VALUE;
  GtkWidget *row;

  if (match->item >= facts->len)
    return NULL;
  row = find_fact_row (GTK_WIDGET (self->facts), kompass_key_fact_get_id (g_ptr_array_index (facts, match->item)));

  return row != NULL ? find_line (row, &n) : NULL;
}

static GtkTextView *
find_item (KompassReportView        *self,
           const KompassReportMatch *match)
{
  const KompassSection *section = g_ptr_array_index (self->sections, match->section);
  const KompassArea *area = kompass_edition_get_area (kompass_evaluation_get_edition (self->evaluation), section->area);
  KompassFindingKind kind = (KompassFindingKind) match->list;
  g_autoptr (GPtrArray) findings = kompass_report_get_findings (kompass_report_session_get_report (self->session), area->number,
                                                                kind);
  KompassFindingRow *row = NULL;

  if (match->item < findings->len)
    row = kompass_findings_list_find_row (kompass_findings_view_get_list (self->findings, kind),
                                          kompass_finding_get_id (g_ptr_array_index (findings, match->item)));

  return row != NULL ? GTK_TEXT_VIEW (kompass_finding_row_get_line (row)) : NULL;
}

static GtkWidget *
find_widget (KompassReportView        *self,
             const KompassReportMatch *match)
{
  switch (match->part)
    {
    case KOMPASS_REPORT_PART_ABOUT:
      return kompass_report_view_get_about_row (self, (KompassAbout) match->item);
    case KOMPASS_REPORT_PART_TEXT:
      return GTK_WIDGET (self->editor);
    case KOMPASS_REPORT_PART_LIST:
      return (GtkWidget *) find_item (self, match);
    case KOMPASS_REPORT_PART_FACT_NAME:
    case KOMPASS_REPORT_PART_FACT_VALUE:
    default:
      return (GtkWidget *) find_fact (self, match);
    }
}

/* Showing it */

/* Lines are searched as they are stored: without the spaces that stand before them while they are written. */
static int
count_spaces_before (const char *line)
{
  int n = 0;

  while (g_ascii_isspace (line[n]))
    n++;

  return n;
}

static void
select_in_line (GtkTextView *view,
                guint        from,
                guint        to)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;
  g_autofree char *line = NULL;
  int n_spaces;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  line = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  n_spaces = count_spaces_before (line);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, n_spaces + (int) from);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, n_spaces + (int) to);
  gtk_text_buffer_select_range (buffer, &end, &start);
}

static void
select_in_entry (GtkEditable *entry,
                 guint        from,
                 guint        to)
{
  int n_spaces = count_spaces_before (gtk_editable_get_text (entry));

  gtk_editable_select_region (entry, n_spaces + (int) from, n_spaces + (int) to);
}

static void
select_match (KompassReportView        *self,
              const KompassReportMatch *match)
{
  GtkWidget *widget = find_widget (self, match);

  if (widget == NULL)
    return;
  if (match->part == KOMPASS_REPORT_PART_TEXT)
    kompass_text_editor_select (self->editor, match->item, match->from, match->to);
  else if (GTK_IS_TEXT_VIEW (widget))
    select_in_line (GTK_TEXT_VIEW (widget), match->from, match->to);
  else
    select_in_entry (GTK_EDITABLE (widget), match->from, match->to);
}

static void
show_match (KompassReportView        *self,
            const KompassReportMatch *match)
{
  const KompassSection *section = g_ptr_array_index (self->sections, match->section);
  KompassPagesSpot spot = { .part = match->part == KOMPASS_REPORT_PART_LIST   ? KOMPASS_PAGES_LIST
                                    : match->part == KOMPASS_REPORT_PART_TEXT ? KOMPASS_PAGES_TEXT
                                                                              : KOMPASS_PAGES_CHAPTER,
                            .list = match->list, .item = match->item, .offset = match->from };

  self->match = *match;
  self->has_match = TRUE;
  kompass_report_view_show_section (self, section->id);
  select_match (self, match);
  kompass_report_sheet_reveal (self->sheet, find_widget (self, match));
  kompass_report_preview_follow (self->preview, &spot);
}

/* Searching */

static GArray *
find_matches (KompassReportView *self)
{
  KompassReport *report;

  kompass_report_session_collect (self->session);
  report = kompass_report_session_get_report (self->session);
  if (report == NULL || self->sections == NULL)
    return g_array_new (FALSE, FALSE, sizeof (KompassReportMatch));

  return kompass_report_search (report, self->evaluation, self->sections, kompass_report_search_bar_get_words (self->search_bar));
}

/* Where somebody writes is where the search begins. */
static void
init_start (KompassReportView  *self,
            KompassReportMatch *start)
{
  GtkTextIter from;
  guint section = 0;

  if (self->sections != NULL)
    g_ptr_array_find (self->sections, kompass_report_view_get_current (self), &section);
  *start = (KompassReportMatch) { .section = section };
  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (kompass_text_editor_get_buffer (self->editor)), &from, NULL);
  start->item = (guint) gtk_text_iter_get_line (&from);
  start->from = (guint) gtk_text_iter_get_line_offset (&from);
  start->part = start->item > 0 || start->from > 0 ? KOMPASS_REPORT_PART_TEXT : KOMPASS_REPORT_PART_ABOUT;
}

/* Index of the first match at or after a place, or only after it; the first of all where there is none. */
static guint
find_next (GArray                   *matches,
           const KompassReportMatch *place,
           gboolean                  is_after)
{
  for (guint i = 0; i < matches->len; i++)
    {
      int order = kompass_report_match_compare (&g_array_index (matches, KompassReportMatch, i), place);

      if (order > 0 || (order == 0 && !is_after))
        return i;
    }

  return 0;
}

static void
show_found (KompassReportView *self,
            GArray            *matches,
            guint              index)
{
  kompass_report_search_bar_set_found (self->search_bar, matches->len > 0 ? index + 1 : 0, matches->len);
  self->has_match = FALSE;
  if (matches->len > 0)
    show_match (self, &g_array_index (matches, KompassReportMatch, index));
}

static void
changed_cb (KompassReportView *self)
{
  g_autoptr (GArray) matches = NULL;

  if (!kompass_report_search_bar_is_open (self->search_bar))
    return;
  matches = find_matches (self);
  show_found (self, matches, find_next (matches, &self->search_start, FALSE));
}

static void
wanted_cb (KompassReportView *self,
           int                direction)
{
  g_autoptr (GArray) matches = find_matches (self);
  const KompassReportMatch *place = self->has_match ? &self->match : &self->search_start;
  guint index;

  if (matches->len == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      show_found (self, matches, 0);
      return;
    }
  index = find_next (matches, place, direction > 0);
  /* Before the one that is shown, or that would be next; before the first comes the last. */
  if (direction < 0)
    index = (index + matches->len - 1) % matches->len;
  show_found (self, matches, index);
}

/* Whether what was found last stands there still, in the section that is shown. */
static gboolean
is_match_there (KompassReportView *self)
{
  g_autoptr (GArray) matches = find_matches (self);

  for (guint i = 0; self->has_match && i < matches->len; i++)
    {
      const KompassReportMatch *match = &g_array_index (matches, KompassReportMatch, i);

      if (kompass_report_match_compare (match, &self->match) == 0 && match->to == self->match.to)
        return g_ptr_array_index (self->sections, match->section) == kompass_report_view_get_current (self);
    }

  return FALSE;
}

/* What was found stays selected, and is what is written on. */
static void
closed_cb (KompassReportView *self)
{
  GtkWidget *widget = is_match_there (self) ? find_widget (self, &self->match) : NULL;

  if (widget == NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self));
      return;
    }
  gtk_widget_grab_focus (widget);
  select_match (self, &self->match);
}

/* One line that is selected is what is looked for. */
static char *
get_selected_words (KompassReportView *self)
{
  g_autoptr (KompassText) text = kompass_text_buffer_get_selected (kompass_text_editor_get_buffer (self->editor));

  return kompass_text_get_n_paragraphs (text) == 1 ? kompass_text_to_plain (text, self->evaluation) : NULL;
}

/**
 * kompass_report_view_search:
 * @self: a view
 *
 * Lets words be looked for in all of the report, from where somebody writes on.
 */
void
kompass_report_view_search (KompassReportView *self)
{
  g_autofree char *words = get_selected_words (self);

  init_start (self, &self->search_start);
  kompass_report_search_bar_open (self->search_bar, words);
}

/**
 * kompass_report_view_search_next:
 * @self: a view
 * @direction: 1 for the next match, -1 for the one before
 *
 * Returns: %FALSE if nothing is looked for
 */
gboolean
kompass_report_view_search_next (KompassReportView *self,
                                 int                direction)
{
  if (!kompass_report_search_bar_is_open (self->search_bar))
    return FALSE;
  wanted_cb (self, direction);

  return TRUE;
}

/**
 * kompass_report_view_init_search:
 * @self: a view
 *
 * Lets the bar look for words.
 */
void
kompass_report_view_init_search (KompassReportView *self)
{
  g_signal_connect_object (self->search_bar, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_bar, "wanted", G_CALLBACK (wanted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_bar, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
}
