/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of the Report view share: sections opened, and what of them is stored. */
#include "kompass-test-report.h"

#include "kompass-library-report.h"
#include "kompass-test-store.h"

/**
 * kompass_test_get_report_view:
 * @fixture: a fixture with a window in which the report has been opened
 *
 * Returns: (transfer none): the Report view
 */
KompassReportView *
kompass_test_get_report_view (KompassTestWindow *fixture)
{
  GtkWidget *view = kompass_test_find_widget (GTK_WIDGET (fixture->window), KOMPASS_TYPE_REPORT_VIEW);

  g_assert_nonnull (view);

  return KOMPASS_REPORT_VIEW (view);
}

/**
 * kompass_test_open_section:
 * @fixture: a fixture with a window
 * @section: a section of the report of its evaluation
 *
 * Opens the section to write in it.
 *
 * Returns: (transfer none): the Report view
 */
KompassReportView *
kompass_test_open_section (KompassTestWindow *fixture,
                           const char        *section)
{
  kompass_test_activate (fixture, "win.view", "report");
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  kompass_report_view_show_section (kompass_test_get_report_view (fixture), section);
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  g_assert_cmpstr (kompass_report_view_get_section (kompass_test_get_report_view (fixture)), ==, section);

  return kompass_test_get_report_view (fixture);
}

/**
 * kompass_test_get_evaluation_id:
 * @fixture: a fixture with a window
 *
 * Returns: (transfer none): the UUID of the evaluation that is open
 */
const char *
kompass_test_get_evaluation_id (KompassTestWindow *fixture)
{
  return kompass_evaluation_get_id (kompass_window_get_evaluation (fixture->window));
}

/**
 * kompass_test_read_report:
 * @fixture: a fixture with a window
 *
 * Returns: (transfer full): what the file holds of the report that is open, read by another connection
 */
KompassReport *
kompass_test_read_report (KompassTestWindow *fixture)
{
  g_autoptr (KompassLibrary) library = kompass_test_open_library (fixture->path);
  g_autoptr (GError) error = NULL;
  KompassReport *report = kompass_library_load_report (library, kompass_test_get_evaluation_id (fixture), &error);

  g_assert_no_error (error);

  return report;
}

/**
 * kompass_test_open_empty_area:
 * @fixture: a fixture with a window on the example
 *
 * Opens area 1, without what the example says about it.
 *
 * Returns: (transfer none): the Report view
 */
KompassReportView *
kompass_test_open_empty_area (KompassTestWindow *fixture)
{
  KompassLibrary *library = kompass_window_get_library (fixture->window);
  g_autoptr (KompassReport) report = kompass_library_load_report (library, kompass_test_get_evaluation_id (fixture), NULL);
  g_autoptr (KompassText) nothing = kompass_text_new ();

  /* First: what is written next is to be a step of its own. */
  g_assert_true (kompass_library_set_report_text (library, kompass_test_get_evaluation_id (fixture), "area/1", nothing, NULL));
  for (guint kind = 0; kind < KOMPASS_N_FINDING_KINDS; kind++)
    {
      g_autoptr (GPtrArray) findings = kompass_report_get_findings (report, 1, (KompassFindingKind) kind);

      for (guint i = 0; i < findings->len; i++)
        g_assert_true (kompass_library_delete_finding (library, kompass_test_get_evaluation_id (fixture),
                                                       kompass_finding_get_id (g_ptr_array_index (findings, i)), NULL));
    }

  return kompass_test_open_section (fixture, "area/1");
}

/**
 * kompass_test_insert_words:
 * @fixture: a fixture with a window in which something is being written
 * @words: what is typed at the caret
 */
void
kompass_test_insert_words (KompassTestWindow *fixture,
                           const char        *words)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_true (GTK_IS_TEXT_VIEW (focus));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), words, -1);
}
