/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every kind of chart through the command line, with real evaluations: what is drawn, what is said, what is left out. */
#include <glib/gstdio.h>
#include <string.h>

#include "kompass-test-cli.h"

#define MEAN "Mean of the 40 latest evaluations"
#define SWEDISH_MEAN "Medel av de 40 senaste utvärderingarna"

typedef KompassTestCli Fixture;

/* The words of a chart, as a reader of the PDF gets them. */
static char *
read_chart (Fixture *fixture)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autofree char *path = g_build_filename (fixture->folder, "chart.pdf", NULL);
  const char *words[] = { program, "-raw", path, "-", NULL };
  char *text = NULL;

  if (program == NULL || !g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, NULL, NULL))
    return NULL;
  /* Where lines are broken depends on fonts. */
  return g_strdelimit (text, "\n", ' ');
}

static const char *
chart_path (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "chart.pdf", NULL);

  return g_intern_string (path);
}

static char *
read_drawn (Fixture *fixture,
            int      status)
{
  g_assert_cmpstr (fixture->err, ==, "");
  g_assert_cmpint (status, ==, 0);

  return read_chart (fixture);
}

/* Draws into the fixture's folder. Returns the words, NULL where they cannot be read here. */
#define DRAW(fixture, ...) \
  read_drawn (fixture, kompass_test_run (fixture, "chart", __VA_ARGS__, "-o", chart_path (fixture), NULL))

static void
test_formats (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const kinds[] = { "radar", "bars", "dots", "difference", "rounds" };
  static const char * const endings[] = { "svg", "pdf", "png" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < G_N_ELEMENTS (endings); j++)
      {
        g_autofree char *path = g_strdup_printf ("%s/%s.%s", fixture->folder, kinds[i], endings[j]);
        const char *other = strcmp (kinds[i], "rounds") == 0 ? "--dark" : MEAN;

        g_assert_cmpint (kompass_test_run (fixture, "chart", kinds[i], "Karlskrona 2014", other, "--greyscale", "-o",
                                           path, NULL),
                         ==, 0);
        g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
        g_assert_cmpstr (fixture->err, ==, "");
      }
}

static void
test_dots (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = DRAW (fixture, "dots", "Lund 2011", MEAN, "Karlskrona 2011", "Karlskrona 2014", "Grästorp 2014",
                                "Gotland 2014");

  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  /* More than a radar can carry. */
  kompass_test_assert_says (text, "Lund 2011");
  kompass_test_assert_says (text, "Gotland 2014");
  kompass_test_assert_says (text, "42.2");
  kompass_test_assert_says (text, "(n = 40)");
  kompass_test_assert_says (text, "mean of 40 evaluations, 2014");
}

static void
test_questions (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *text = DRAW (fixture, "dots", "Lund 2011", MEAN, "--area=3");

  g_assert_cmpint (kompass_test_run (fixture, "chart", "dots", "Lund 2011", "--area=3", "--describe", NULL), ==, 0);
  kompass_test_assert_says (fixture->out, "Lund 2011, area 3");
  /* A mean is known by its areas. */
  g_assert_cmpint (kompass_test_run (fixture, "chart", "difference", "Lund 2011", MEAN, "--area=3", "--describe", NULL),
                   ==, 1);
  kompass_test_assert_says (fixture->err, MEAN " is left out");
  if (text == NULL)
    return;
  kompass_test_assert_says (text, "3.5");
  kompass_test_assert_says (text, "Percent of the maximum points, by question");
  kompass_test_assert_says (text, MEAN " is left out. Nothing of what this chart shows is known of it.");
}

static void
test_difference (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *text = DRAW (fixture, "difference", "Lund 2011", MEAN, "--sort", "--describe");

  kompass_test_assert_says (fixture->out, "Below it in areas 1, 2 and 3, most in 1 (\342\210\2227.8)");
  if (text == NULL)
    return;
  kompass_test_assert_says (text, "Lund 2011, edition 2010, less " MEAN);
  kompass_test_assert_says (text, "\342\210\2227.8");
  kompass_test_assert_says (text, "+5.6");
  /* Sorted: area 5 stands above area 1. */
  g_assert_true (strstr (text, "5 Resultat") < strstr (text, "1 Offentlighet"));
}

/* What cannot be compared is left out with its reason; only where nothing is left there is no chart. */
static void
test_left_out (Fixture       *fixture,
               gconstpointer  data)
{
  static const char * const kinds[] = { "radar", "bars", "dots" };
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *words = DRAW (fixture, kinds[i], "Karlskrona 2014", "Strängnäs 2016", "Örebro 2015", "Nacka 2011");

      if (words == NULL)
        continue;
      kompass_test_assert_says (words,
                                "Strängnäs 2016 is left out. Edition 2016 asks other questions than edition 2010.");
      kompass_test_assert_says (words,
                                "Örebro 2015 is left out. The edition is not known, so it is compared with no one.");
      kompass_test_assert_says (words, "Nacka 2011 is left out.");
    }
  text = DRAW (fixture, "difference", "Karlskrona 2014", "Strängnäs 2016", MEAN);
  if (text != NULL)
    kompass_test_assert_says (text, "Strängnäs 2016 is left out.");

  g_assert_cmpint (kompass_test_run (fixture, "chart", "difference", "Karlskrona 2014", "--describe", NULL), ==, 1);
  kompass_test_assert_says (fixture->err, "needs something to be held against");
  g_assert_cmpint (kompass_test_run (fixture, "chart", "difference", "Karlskrona 2014", "Strängnäs 2016", "--describe",
                                     NULL),
                   ==, 1);
  kompass_test_assert_says (fixture->err, "Edition 2016 asks other questions than edition 2010");
  g_assert_cmpint (kompass_test_run (fixture, "chart", "dots", "Nacka 2011", "--describe", NULL), ==, 1);
  kompass_test_assert_says (fixture->err, "by its total alone");
}

static void
test_rounds (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *text = DRAW (fixture, "rounds", "Karlskrona 2011", "--describe");

  kompass_test_assert_says (fixture->out, "Karlskrona 2011: 415 of 800 points. Karlskrona 2014: 509 of 800 points.");
  kompass_test_assert_says (
      fixture->out, "From 2011 to 2014: +94. The largest rise is in area 7 (+24). The largest fall is in area 8 "
                    "(\342\210\2224).");
  if (text == NULL)
    return;
  kompass_test_assert_says (text, "Karlskrona, rounds 2011 and 2014");
  kompass_test_assert_says (text, "Total");
  kompass_test_assert_says (text, "8 Kommunen som samhällsbyggare");
  g_assert_null (strstr (text, "Dashed"));
}

static void
test_rounds_of_totals (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *text = DRAW (fixture, "rounds", "Lidköping 2014", "--describe");

  kompass_test_assert_says (fixture->out, "From 2011 to 2014: +66.");
  if (text == NULL)
    return;
  kompass_test_assert_says (text, "483");
  kompass_test_assert_says (text, "Only the totals are known.");
  g_assert_null (strstr (text, "1 Offentlighet"));
}

static void
test_rounds_across (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *text = DRAW (fixture, "rounds", "Strängnäs 2016", "--describe");

  kompass_test_assert_says (fixture->out, "From 2014 to 2016 the edition changes, so the totals are not subtracted.");
  g_assert_null (strstr (fixture->out, "+60"));
  if (text == NULL)
    return;
  kompass_test_assert_says (text, "437");
  kompass_test_assert_says (text, "497");
  kompass_test_assert_says (text, "Dashed: from one edition to another.");
  kompass_test_assert_says (text, "2014: Edition 2010 asks other questions than edition 2016.");
  /* Area 1 of 2016 is there, area 1 of 2010 is another one. */
  kompass_test_assert_says (text, "63");
  g_assert_null (strstr (text, "54"));
}

static void
test_rounds_without_edition (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *text = DRAW (fixture, "rounds", "Örebro 2015", "--describe");

  kompass_test_assert_says (fixture->out, "Örebro 2015: 650 points.");
  g_assert_null (strstr (fixture->out, "From 2012"));
  if (text != NULL)
    kompass_test_assert_says (text, "edition not known");
}

static void
test_swedish (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *locale = g_build_filename (g_getenv ("LOCPATH") != NULL ? g_getenv ("LOCPATH") : "/", "sv_SE.UTF-8", NULL);

  if (!g_file_test (locale, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("the locale sv_SE.UTF-8 has not been made");
      return;
    }
  fixture->locale = "sv_SE.UTF-8";
  g_assert_cmpint (kompass_test_run (fixture, "chart", "rounds", "Karlskrona 2014", "--describe", NULL), ==, 0);
  kompass_test_assert_says (fixture->out,
                            "Från 2011 till 2014: +94. Störst ökning i område 7 (+24). Störst minskning i område 8 "
                            "(\342\210\2224).");
  g_assert_cmpint (kompass_test_run (fixture, "chart", "difference", "Lund 2011", SWEDISH_MEAN, "--describe", NULL), ==,
                   0);
  kompass_test_assert_says (fixture->out, "\342\210\2227,8");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/cli-chart-kinds/" name, Fixture, NULL, kompass_test_set_up_cli_example, function, kompass_test_tear_down_cli)
  ADD ("formats", test_formats);
  ADD ("dots", test_dots);
  ADD ("questions", test_questions);
  ADD ("difference", test_difference);
  ADD ("left-out", test_left_out);
  ADD ("rounds", test_rounds);
  ADD ("rounds-of-totals", test_rounds_of_totals);
  ADD ("rounds-across", test_rounds_across);
  ADD ("rounds-without-edition", test_rounds_without_edition);
  ADD ("swedish", test_swedish);
#undef ADD

  return g_test_run ();
}
