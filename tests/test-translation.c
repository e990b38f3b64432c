/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program says in Swedish, with Swedish numbers, where words and figures meet. */
#include <glib/gi18n-lib.h>
#include <locale.h>

#include "kompass-change.h"
#include "kompass-comparison.h"
#include "kompass-test-data.h"

#define NBSP "\xc2\xa0"
#define MINUS "\xe2\x88\x92"
#define SWEDISH "sv_SE.UTF-8"
#define SEPARATOR KOMPASS_CHANGE_SEPARATOR
#define POINTS "\x1e"

static void
assert_text (char       *got,
             const char *wanted)
{
  g_assert_cmpstr (got, ==, wanted);
  g_free (got);
}

static void
test_percent (void)
{
  if (!kompass_test_use_locale (SWEDISH))
    return;

  assert_text (kompass_percent_format (57), "57" NBSP "%");
  assert_text (kompass_percent_format (KOMPASS_PERCENT_UNKNOWN), "–");
  setlocale (LC_ALL, "C");
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *reason;
  } cells[] = {
    { "30", "Högst 17,5 poäng" },
    { "-3", "Lägst 0 poäng" },
    { "9,455", "Högst två decimaler" },
    { "tio", "Inte ett tal: skriv siffror, och ett komma eller en punkt för decimaler" },
  };

  if (!kompass_test_use_locale (SWEDISH))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (GError) error = NULL;
      KompassPoints points;

      g_assert_false (kompass_points_parse (cells[i].text, 1750, &points, &error));
      g_assert_cmpstr (error->message, ==, cells[i].reason);
    }
  setlocale (LC_ALL, "C");
}

/* The log holds source strings; they are put in the language of whoever reads it. */
static void
test_log (void)
{
  static const struct
  {
    const char *label;
    const char *arguments;
    const char *text;
  } entries[] = {
    { "Set {1} of {2} to {3}", "1.2" SEPARATOR "Lund 2011" SEPARATOR POINTS "1150", "Sätt 1.2 för Lund 2011 till 11,5" },
    { "Set {1} of {2} to not applicable", "1.2" SEPARATOR "Lund 2011", "Sätt 1.2 för Lund 2011 till ej tillämplig" },
    { "Set the total of {2} to {3}", SEPARATOR "Nacka 2011" SEPARATOR POINTS "64400",
      "Sätt totalsumman för Nacka 2011 till 644,0" },
    { "Set {1} scores of {2}", "45" SEPARATOR "Lund 2011", "Sätt poäng på 45 rader i Lund 2011" },
    { "Clear {1} of {2}", "1.2" SEPARATOR "Lund 2011", "Töm 1.2 för Lund 2011" },
    { "Clear the total of {2}", SEPARATOR "Nacka 2011", "Töm totalsumman för Nacka 2011" },
    { "Rename to {1}", "Malmö", "Byt namn till Malmö" },
    { "Add {1}", "Lund 2014", "Lägg till Lund 2014" },
    { "Delete {1}", "Lund 2014", "Ta bort Lund 2014" },
    { "Add the example", "", "Lägg till exemplet" },
    { "Remove the example", "", "Ta bort exemplet" },
  };

  if (!kompass_test_use_locale (SWEDISH))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    assert_text (kompass_change_format_label (entries[i].label, entries[i].arguments), entries[i].text);
  setlocale (LC_ALL, "C");
}

/* What a screen reader hears of a chart, and what stands under it. */
static void
test_sentences (void)
{
  g_autoptr (KompassEdition) edition = kompass_test_edition_2010 ();
  g_autoptr (KompassEvaluation) lund = kompass_test_lund (edition);
  g_autoptr (KompassProfile) mean = kompass_test_mean (edition);
  g_autoptr (KompassComparison) comparison = kompass_comparison_new (lund, mean, NULL);
  g_autoptr (KompassEdition) later = kompass_test_edition_by_areas (KOMPASS_TEST_EDITION_2016, "2020", 2020, 10000);
  g_autoptr (KompassEvaluation) tomelilla = kompass_test_evaluation (NULL, "Tomelilla", 2020, later, KOMPASS_DEPTH_TOTAL);
  g_autoptr (KompassProfile) profile = kompass_profile_new_for_evaluation (tomelilla);
  g_autoptr (KompassComparison) none = NULL;

  if (!kompass_test_use_locale (SWEDISH))
    return;

  assert_text (kompass_profile_get_display_name (mean), "Medel av de 40 senaste utvärderingarna");
  assert_text (kompass_compare_describe (lund, NULL, 0),
               "Lund 2011: 458,9 av" NBSP "800 poäng. "
               "Högst i område 8 (71" NBSP "%), lägst i område 1 (42" NBSP "%).");
  assert_text (kompass_compare_describe (lund, &comparison, 1),
               "Lund 2011: 458,9 av" NBSP "800 poäng. "
               "Medel av de 40 senaste utvärderingarna: 455 poäng, skillnad +3,9. "
               "Över referensen i område 4, 5, 6, 7 och 8, mest i 5 (+5,6). "
               "Under referensen i område 1, 2 och 3, mest i 1 (" MINUS "7,8).");
  none = kompass_comparison_new (lund, profile, NULL);
  assert_text (kompass_compare_describe (lund, &none, 1),
               "Lund 2011: 458,9 av" NBSP "800 poäng. "
               "Högst i område 8 (71" NBSP "%), lägst i område 1 (42" NBSP "%). "
               "Tomelilla 2020 är inte med. Utgåva 2020 har andra delfrågor än utgåva 2010.");
  setlocale (LC_ALL, "C");
}

static void
test_date (void)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2011, 3, 5, 14, 5, 0);

  if (!kompass_test_use_locale (SWEDISH))
    return;

  assert_text (g_date_time_format (time, C_("date and time", "%e %B %Y, %H:%M")), "5 mars 2011 kl." NBSP "14:05");
  setlocale (LC_ALL, "C");
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = NULL;

  /* It would go before the locale. */
  g_unsetenv ("LANGUAGE");
  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  g_test_add_func ("/translation/percent", test_percent);
  g_test_add_func ("/translation/refused", test_refused);
  g_test_add_func ("/translation/log", test_log);
  g_test_add_func ("/translation/sentences", test_sentences);
  g_test_add_func ("/translation/date", test_date);

  return g_test_run ();
}
