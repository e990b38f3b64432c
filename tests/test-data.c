/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evaluations as data: CSV and XML. */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "kompass-bundle.h"
#include "kompass-csv.h"
#include "kompass-data-csv.h"
#include "kompass-data-xml.h"
#include "kompass-test-document.h"

#define HOSTILE "=1+1,\"quoted\"\r\nline\ttab \001\033[0m\357\277\276 <b>&amp;</b> ]]> שלום 👩‍👩‍👧"

typedef struct
{
  KompassEdition *edition;
  KompassEvaluation *lund;
  KompassProfile *mean;
  KompassReport *report;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->edition = kompass_test_edition_2010 ();
  fixture->lund = kompass_test_lund (fixture->edition);
  fixture->mean = kompass_test_mean (fixture->edition);
  fixture->report = kompass_test_report_lund (fixture->lund, fixture->mean);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->report);
  g_object_unref (fixture->mean);
  g_object_unref (fixture->lund);
  g_object_unref (fixture->edition);
}

static char *
to_text (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_true (g_utf8_validate (data, (gssize) size, NULL));

  return g_strndup (data, size);
}

static KompassCsv *
read_csv (GBytes             *bytes,
          const char * const *columns)
{
  g_autoptr (GError) error = NULL;
  KompassCsv *csv = kompass_csv_new ("data.csv", bytes, columns, &error);

  g_assert_no_error (error);

  return csv;
}

enum
{
  KIND = 4,
  NUMBER = 5,
  STATE = 7,
  POINTS = 8,
  MAXIMUM = 9,
  FULL_MAXIMUM = 10,
  PERCENT = 11,
  SUM = 12,
  PRINTED_PERCENT = 14,
};

/* Every figure of the printed report is there, exactly. */
static void
test_csv (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kompass_data_create_csv (fixture->lund, fixture->report, &error);
  g_autoptr (KompassCsv) csv = read_csv (bytes, kompass_data_get_columns ());
  g_autoptr (GPtrArray) rows = kompass_test_read_lund ();

  g_assert_no_error (error);
  g_assert_cmpuint (kompass_csv_get_n_rows (csv), ==, rows->len + 1);
  for (guint i = 0; i < rows->len; i++)
    {
      const KompassTestRow *row = g_ptr_array_index (rows, i);
      g_autofree char *points = kompass_points_to_string (row->points);
      g_autofree char *percent = g_strdup_printf ("%d", row->percent);

      g_assert_cmpstr (kompass_csv_get (csv, i, 0), ==, "Lund");
      g_assert_cmpstr (kompass_csv_get (csv, i, KIND), ==, strchr (row->number, '.') != NULL ? "question" : "area");
      g_assert_cmpstr (kompass_csv_get (csv, i, NUMBER), ==, row->number);
      g_assert_cmpstr (kompass_csv_get (csv, i, STATE), ==, "scored");
      g_assert_cmpstr (kompass_csv_get (csv, i, POINTS), ==, points);
      g_assert_cmpstr (kompass_csv_get (csv, i, PERCENT), ==, percent);
      g_assert_cmpstr (kompass_csv_get (csv, i, PRINTED_PERCENT), ==, percent);
    }
  g_assert_cmpstr (kompass_csv_get (csv, rows->len, KIND), ==, "total");
  g_assert_cmpstr (kompass_csv_get (csv, rows->len, NUMBER), ==, "");
  g_assert_cmpstr (kompass_csv_get (csv, rows->len, POINTS), ==, "458.90");
  g_assert_cmpstr (kompass_csv_get (csv, rows->len, MAXIMUM), ==, "800.00");
}

static void
test_csv_states (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (KompassEvaluation) evaluation = kompass_test_evaluation ("00000000-0000-4000-8000-000000000001", "Ale", 2012,
                                                                      fixture->edition, KOMPASS_DEPTH_QUESTIONS);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (KompassCsv) csv = NULL;

  kompass_test_set (evaluation, "1.1", 0);
  kompass_evaluation_set_score (evaluation, kompass_evaluation_find_line (evaluation, "1.2"), KOMPASS_SCORE_NA);
  bytes = kompass_data_create_csv (evaluation, NULL, NULL);
  csv = read_csv (bytes, kompass_data_get_columns ());
  g_assert_cmpstr (kompass_csv_get (csv, 0, STATE), ==, "partial");
  g_assert_cmpstr (kompass_csv_get (csv, 0, POINTS), ==, "0.00");
  g_assert_cmpstr (kompass_csv_get (csv, 0, MAXIMUM), ==, "15.00");
  g_assert_cmpstr (kompass_csv_get (csv, 1, STATE), ==, "scored");
  g_assert_cmpstr (kompass_csv_get (csv, 1, POINTS), ==, "0.00");
  g_assert_cmpstr (kompass_csv_get (csv, 2, STATE), ==, "not-applicable");
  g_assert_cmpstr (kompass_csv_get (csv, 2, POINTS), ==, "");
  g_assert_cmpstr (kompass_csv_get (csv, 3, STATE), ==, "unscored");
  g_assert_cmpstr (kompass_csv_get (csv, 3, POINTS), ==, "");
  g_assert_cmpstr (kompass_csv_get (csv, 3, FULL_MAXIMUM), ==, "25.00");
}

static void
test_findings_csv (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (KompassFinding) hostile = kompass_finding_new (NULL, 8, KOMPASS_FINDING_IMPROVEMENT, HOSTILE, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (KompassCsv) csv = NULL;
  g_autofree char *text = NULL;
  guint last;

  kompass_report_add_finding (fixture->report, hostile);
  bytes = kompass_data_create_findings_csv (fixture->lund, fixture->report, NULL);
  csv = read_csv (bytes, kompass_data_get_findings_columns ());
  last = kompass_csv_get_n_rows (csv) - 1;
  g_assert_cmpuint (last, ==, 92);
  g_assert_cmpstr (kompass_csv_get (csv, 0, 4), ==, "1");
  g_assert_cmpstr (kompass_csv_get (csv, 0, 6), ==, "strength");
  g_assert_cmpstr (kompass_csv_get (csv, 0, 7), ==, "1");
  g_assert_cmpstr (kompass_csv_get (csv, 0, 8), ==, "1.1");
  g_assert_cmpstr (kompass_csv_get (csv, last, 4), ==, "8");
  g_assert_cmpstr (kompass_csv_get (csv, last, 7), ==, "4");
  g_assert_cmpstr (kompass_csv_get (csv, last, 9), ==, kompass_finding_get_text (hostile));

  /* RFC 4180: a record ends with CR LF, and there is none inside of one. */
  text = to_text (bytes);
  g_assert_true (g_str_has_suffix (text, "\r\n"));
  for (const char *p = strchr (text, '\n'); p != NULL; p = strchr (p + 1, '\n'))
    g_assert_cmpint (p[-1], ==, '\r');
}

static void
test_columns (Fixture       *fixture,
              gconstpointer  data)
{
  for (guint i = 0; kompass_data_get_columns ()[i] != NULL; i++)
    g_assert_nonnull (kompass_data_describe_column (kompass_data_get_columns ()[i]));
  for (guint i = 0; kompass_data_get_findings_columns ()[i] != NULL; i++)
    g_assert_nonnull (kompass_data_describe_column (kompass_data_get_findings_columns ()[i]));
  g_assert_null (kompass_data_describe_column ("nothing"));
}

/* A program that is not ours finds the file valid, too. */
static void
assert_xmllint (GBytes *xml)
{
  g_autofree char *xmllint = g_find_program_in_path ("xmllint");
  g_autofree char *folder = g_dir_make_tmp ("kompass-data-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "evaluation.xml", NULL);
  g_autofree char *schema = g_build_filename (folder, KOMPASS_DATA_SCHEMA_NAME, NULL);
  g_autoptr (GBytes) xsd = kompass_data_get_schema ();
  const char *arguments[] = { xmllint, "--noout", "--schema", schema, path, NULL };
  g_autoptr (GError) error = NULL;
  int status = -1;

  g_file_set_contents (path, g_bytes_get_data (xml, NULL), (gssize) g_bytes_get_size (xml), &error);
  g_assert_no_error (error);
  g_file_set_contents (schema, g_bytes_get_data (xsd, NULL), (gssize) g_bytes_get_size (xsd), &error);
  g_assert_no_error (error);
  if (xmllint != NULL)
    {
      g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, &error);
      g_assert_no_error (error);
      g_assert_cmpint (status, ==, 0);
    }
  g_remove (path);
  g_remove (schema);
  g_rmdir (folder);
}

static void
test_xml (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) xml = kompass_data_create_xml (fixture->lund, fixture->report, &error);
  g_autoptr (GBytes) again = kompass_data_create_xml (fixture->lund, fixture->report, NULL);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (xml, again));
  assert_xmllint (xml);
  text = to_text (xml);
  g_assert_nonnull (strstr (text, "<municipality "));
  g_assert_nonnull (strstr (text, ">Lund</municipality>"));
  g_assert_nonnull (strstr (text, "<question-figures number=\"1.5\" state=\"scored\" points=\"1.75\""));
  g_assert_nonnull (strstr (text, "printed-points=\"458.90\""));
  g_assert_nonnull (strstr (text, "<field name=\"area.1.points\"/>"));
  g_assert_nonnull (strstr (text, "<about what=\"performed\">mars 2011</about>"));
  g_assert_nonnull (strstr (text, ">110 488</key-fact>"));
}

/* Letters of one word that look different stay one word, wherever a run begins. */
static void
test_xml_words (Fixture       *fixture,
                gconstpointer  data)
{
  static const char markup[] = "<text><p><b><i>bold</i></b><b> and</b> then <a href=\"https://example.com/\"><b>y</b></a></p>"
                               "<h>H</h><li><field name=\"area.1.points\"/><b>x</b></li><p>a<b>b</b></p></text>";
  g_autoptr (KompassText) written = kompass_text_new_from_markup (markup, NULL);
  g_autoptr (GString) expected = g_string_new (markup);
  g_autoptr (GBytes) xml = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  kompass_report_set_text (fixture->report, "facts", written);
  xml = kompass_data_create_xml (fixture->lund, fixture->report, &error);
  g_assert_no_error (error);
  text = to_text (xml);
  g_string_replace (expected, "<text>", "    <text section=\"facts\">\n      ", 0);
  g_string_replace (expected, "</p><h>", "</p>\n      <h>", 0);
  g_string_replace (expected, "</h><li>", "</h>\n      <li>", 0);
  g_string_replace (expected, "</li><p>", "</li>\n      <p>", 0);
  g_string_replace (expected, "</p></text>", "</p>\n    </text>\n", 0);
  if (strstr (text, expected->str) == NULL)
    g_error ("“%s” is not in the file", expected->str);
}

static void
test_xml_hostile (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (KompassFinding) finding = kompass_finding_new (NULL, 1, KOMPASS_FINDING_STRENGTH, HOSTILE, "1.1");
  g_autoptr (KompassKeyFact) fact = kompass_key_fact_new (NULL, HOSTILE, HOSTILE);
  g_autoptr (KompassText) written = kompass_text_new ();
  g_autoptr (GBytes) xml = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  kompass_text_add_paragraph (written, KOMPASS_PARAGRAPH_BODY);
  kompass_text_add_run (written, HOSTILE, KOMPASS_RUN_BOLD | KOMPASS_RUN_ITALIC, "https://example.com/?a=1&b=2");
  kompass_text_add_field (written, "area.1.points", KOMPASS_RUN_BOLD);
  kompass_report_set_text (fixture->report, "area/1", written);
  kompass_report_add_finding (fixture->report, finding);
  kompass_report_add_key_fact (fixture->report, fact);
  kompass_report_set_about (fixture->report, KOMPASS_ABOUT_EVALUATORS, HOSTILE);
  kompass_evaluation_set_municipality (fixture->lund, "m", HOSTILE, "SE");
  kompass_evaluation_set_source (fixture->lund, HOSTILE);
  xml = kompass_data_create_xml (fixture->lund, fixture->report, &error);
  g_assert_no_error (error);
  assert_xmllint (xml);
  text = to_text (xml);
  g_assert_null (strchr (text, '\001'));
  g_assert_nonnull (strstr (text, "href=\"https://example.com/?a=1&amp;b=2\""));
  g_assert_nonnull (strstr (text, "&lt;b&gt;&amp;amp;&lt;/b&gt;"));
}

/* Whatever is known of an evaluation. */
static void
test_xml_depths (Fixture       *fixture,
                 gconstpointer  data)
{
  for (guint depth = KOMPASS_DEPTH_TOTAL; depth <= KOMPASS_DEPTH_QUESTIONS; depth++)
    {
      g_autoptr (KompassEvaluation) evaluation = kompass_test_evaluation ("00000000-0000-4000-8000-000000000001", "Ale", 2012,
                                                                          fixture->edition, (KompassDepth) depth);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) xml = kompass_data_create_xml (evaluation, NULL, &error);

      g_assert_no_error (error);
      assert_xmllint (xml);
    }
  {
    g_autoptr (KompassEvaluation) evaluation = kompass_test_evaluation ("00000000-0000-4000-8000-000000000001", "Ale", 2015,
                                                                        NULL, KOMPASS_DEPTH_TOTAL);
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) xml = kompass_data_create_xml (evaluation, NULL, &error);

    g_assert_no_error (error);
    assert_xmllint (xml);
  }
}

static void
test_other_report (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (KompassReport) other = kompass_report_new ("00000000-0000-4000-8000-000000000009");
  g_autoptr (GError) error = NULL;

  g_assert_null (kompass_data_create_xml (fixture->lund, other, &error));
  g_assert_error (error, KOMPASS_EXCHANGE_ERROR, KOMPASS_EXCHANGE_ERROR_VALUE);
  g_assert_null (kompass_data_create_csv (fixture->lund, other, NULL));
  g_assert_null (kompass_data_create_findings_csv (fixture->lund, other, NULL));
}

/* What the schema refuses. */
static void
test_invalid (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *from;
    const char *to;
  } edits[] = {
    { "<evaluation", "<" },
    { "</evaluation>", "" },
    { "<evaluation ", "<assessment " },
    { "depth=\"questions\"", "depth=\"half\"" },
    { "<year>2011", "<year>MMXI" },
    { "points=\"1.75\"", "points=\"1,75\"" },
    { "points=\"1.75\"", "points=\"1.755\"" },
    { "kind=\"strength\"", "kind=\"good\"" },
    { "<area number=\"2\"", "<area number=\"1\"" },
    { "<figures>", "<figures><more/>" },
    { "<field name=\"area.1.points\"/>", "<field/>" },
  };
  g_autoptr (GBytes) xml = kompass_data_create_xml (fixture->lund, fixture->report, NULL);
  g_autofree char *text = to_text (xml);

  g_assert_true (kompass_data_validate_xml (xml, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (GString) edited = g_string_new (text);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (g_string_replace (edited, edits[i].from, edits[i].to, 1), ==, 1);
      bytes = g_bytes_new (edited->str, edited->len);
      if (kompass_data_validate_xml (bytes, &error))
        g_error ("%s", edits[i].to);
      g_assert_error (error, KOMPASS_EXCHANGE_ERROR, KOMPASS_EXCHANGE_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, "ine "));
    }
}

/* Files for machines do not depend on the locale. */
static void
test_locale (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GBytes) csv = kompass_data_create_csv (fixture->lund, fixture->report, NULL);
  g_autoptr (GBytes) findings = kompass_data_create_findings_csv (fixture->lund, fixture->report, NULL);
  g_autoptr (GBytes) xml = kompass_data_create_xml (fixture->lund, fixture->report, NULL);
  g_autoptr (GBytes) swedish_csv = NULL;
  g_autoptr (GBytes) swedish_findings = NULL;
  g_autoptr (GBytes) swedish_xml = NULL;

  if (!kompass_test_use_locale ("sv_SE.UTF-8"))
    {
      g_test_skip ("no locale sv_SE.UTF-8");
      return;
    }
  swedish_csv = kompass_data_create_csv (fixture->lund, fixture->report, NULL);
  swedish_findings = kompass_data_create_findings_csv (fixture->lund, fixture->report, NULL);
  swedish_xml = kompass_data_create_xml (fixture->lund, fixture->report, NULL);
  setlocale (LC_ALL, "C");
  g_assert_true (g_bytes_equal (csv, swedish_csv));
  g_assert_true (g_bytes_equal (findings, swedish_findings));
  g_assert_true (g_bytes_equal (xml, swedish_xml));
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/data/csv", test_csv);
  ADD ("/data/csv-states", test_csv_states);
  ADD ("/data/findings-csv", test_findings_csv);
  ADD ("/data/columns", test_columns);
  ADD ("/data/xml", test_xml);
  ADD ("/data/xml-words", test_xml_words);
  ADD ("/data/xml-hostile", test_xml_hostile);
  ADD ("/data/xml-depths", test_xml_depths);
  ADD ("/data/other-report", test_other_report);
  ADD ("/data/invalid", test_invalid);
  ADD ("/data/locale", test_locale);

  return g_test_run ();
}
