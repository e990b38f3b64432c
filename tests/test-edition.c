/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Editions as data: the four that come with the program, and what is said of broken ones. */
#include <string.h>

#include "kompass-bundle.h"
#include "kompass-csv.h"
#include "kompass-example.h"

#define HEAD "{\"id\": \"4e70ede4-dfb7-40d9-be3e-2ad4629c5a5d\", \"name\": \"T\", \"first_year\": 2000, " \
             "\"last_year\": null, \"provenance\": \"p\""
#define AREAS(areas) HEAD ", \"areas\": [" areas "]}"
#define AREA(fields) AREAS ("{\"number\": 1, \"title\": \"A\"" fields "}")
#define QUESTIONS(questions) AREA (", \"maximum\": 20, \"questions\": [" questions "]")
#define QUESTION(maximum) QUESTIONS ("{\"number\": \"1.1\", \"text\": \"Q\", \"maximum\": " maximum "}")

static KompassEdition *
read_edition (const char  *text,
              GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return kompass_edition_from_json ("t.json", bytes, error);
}

typedef struct
{
  const char *name;
  const char *json;
  const char *error; /* how the message begins */
} Broken;

static const Broken broken[] = {
  { "empty", "", "t.json: is empty" },
  { "blank", " ", "t.json: must be an object" },
  { "not-json", "{\n  nonsense", "t.json:1:1: Parse error: " },
  { "no-colon", "{\n  \"name\": \"T\",\n  \"id\" \"4e70\"\n}", "t.json:3:" },
  { "cut-off", "{\n  \"name\": \"T\",\n", "t.json:2:" },
  { "not-utf8", "{\"id\": \"\xff\"}", "t.json:" },
  { "list", "[]", "t.json: must be an object" },
  { "nested", "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]", "t.json: brackets are nested too deeply" },
  { "no-id", "{\"name\": \"T\"}", "t.json: id: is missing" },
  { "bad-id", "{\"id\": \"2010\"}", "t.json: id: must be a UUID" },
  { "unknown-key", HEAD ", \"maximum\": 800}", "t.json: maximum: is not known here" },
  { "key-twice", HEAD ",\n\"name\": \"U\"}", "t.json: name: occurs twice, in line 2" },
  { "no-areas", HEAD "}", "t.json: areas: is missing" },
  { "empty-areas", AREAS (""), "t.json: areas: must be a list of at least one area" },
  { "name-number", "{\"id\": \"4e70ede4-dfb7-40d9-be3e-2ad4629c5a5d\", \"name\": 2010}",
    "t.json: name: must be text on one line" },
  { "year-text", "{\"id\": \"4e70ede4-dfb7-40d9-be3e-2ad4629c5a5d\", \"name\": \"T\", \"first_year\": \"2000\"}",
    "t.json: first_year: must be a whole number from 1900 to 2999" },
  { "years-turned", "{\"id\": \"4e70ede4-dfb7-40d9-be3e-2ad4629c5a5d\", \"name\": \"T\", \"first_year\": 2000, "
                    "\"last_year\": 1999}", "t.json: last_year: must not be before the first year" },
  { "area-text", AREAS ("1"), "t.json: areas[0]: must be an object" },
  { "area-no-number", AREAS ("{}"), "t.json: areas[0].number: is missing" },
  { "area-zero", AREAS ("{\"number\": 0}"), "t.json: areas[0].number: must be a whole number from 1 to 999" },
  { "area-unknown-key", AREA (", \"max\": 1"), "t.json: areas[0].max: is not known here" },
  { "area-twice", AREAS ("{\"number\": 1, \"title\": \"A\", \"maximum\": null}, {\"number\": 1, \"title\": \"A\"}"),
    "t.json: areas[1].number: must be higher than 1" },
  { "area-key-twice", AREA (", \"title\": \"B\", \"maximum\": null"), "t.json: title: occurs twice, in line 1" },
  { "area-no-title", AREAS ("{\"number\": 1, \"title\": \"\"}"), "t.json: areas[0].title: must be text on one line" },
  { "area-two-lines", AREAS ("{\"number\": 1, \"title\": \"A\\nB\"}"), "t.json: areas[0].title: must be text" },
  { "area-no-maximum", AREA (""), "t.json: areas[0].maximum: is missing" },
  { "area-maximum-zero", AREA (", \"maximum\": 0"), "t.json: areas[0].maximum: must be a number above 0" },
  { "area-maximum-true", AREA (", \"maximum\": true"), "t.json: areas[0].maximum: must be a number above 0" },
  { "area-maximum-list", AREA (", \"maximum\": [1]"), "t.json: areas[0].maximum: must be a number above 0" },
  { "questions-text", AREA (", \"maximum\": 1, \"questions\": \"none\""),
    "t.json: areas[0].questions: must be a list" },
  { "question-text", QUESTIONS ("1"), "t.json: areas[0].questions[0]: must be an object" },
  { "question-other-area", QUESTIONS ("{\"number\": \"2.1\", \"text\": \"Q\", \"maximum\": 20}"),
    "t.json: areas[0].questions[0].number: must be 1, a point and a whole number" },
  { "question-like-area", QUESTIONS ("{\"number\": \"1\", \"text\": \"Q\", \"maximum\": 20}"),
    "t.json: areas[0].questions[0].number: must be 1, a point" },
  { "question-twice", QUESTIONS ("{\"number\": \"1.1\", \"text\": \"Q\", \"maximum\": 10}, "
                                 "{\"number\": \"1.1\", \"text\": \"R\", \"maximum\": 10}"),
    "t.json: areas[0].questions[1].number: question 1.1 occurs twice" },
  { "question-no-text", QUESTIONS ("{\"number\": \"1.1\", \"maximum\": 20}"),
    "t.json: areas[0].questions[0].text: is missing" },
  { "question-maximum-null", QUESTION ("null"), "t.json: areas[0].questions[0].maximum: must be a number above 0" },
  { "question-maximum-zero", QUESTION ("0"), "t.json: areas[0].questions[0].maximum: must be a number above 0" },
  { "question-maximum-negative", QUESTION ("-20"), "t.json: areas[0].questions[0].maximum: must be a number above 0" },
  { "question-maximum-three-decimals", QUESTION ("20.001"), "t.json: areas[0].questions[0].maximum: must be a number" },
  { "question-maximum-comma", QUESTION ("\"20,0\""), "t.json: areas[0].questions[0].maximum: must be a number" },
  { "question-maximum-words", QUESTION ("\"twenty\""), "t.json: areas[0].questions[0].maximum: must be a number" },
  { "question-maximum-huge", QUESTION ("1e300"), "t.json: areas[0].questions[0].maximum: must be a number above 0" },
  { "question-maximum-limit", QUESTION ("100000"), "t.json: areas[0].questions[0].maximum: must be a number above 0" },
  { "sum", QUESTION ("19.99"), "t.json: areas[0].questions: their maxima add to 19.99, where the area has 20.00" },
  { "sum-unknown",
    AREA (", \"maximum\": null, \"questions\": [{\"number\": \"1.1\", \"text\": \"Q\", \"maximum\": 5}]"),
    "t.json: areas[0].questions: their maxima add to 5.00, where the area has null" },
};

static void
test_broken (gconstpointer data)
{
  const Broken *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KompassEdition) edition = read_edition (row->json, &error);

  g_assert_null (edition);
  g_assert_nonnull (error);
  g_assert_true (error->domain == KOMPASS_EXCHANGE_ERROR);
  if (!g_str_has_prefix (error->message, row->error))
    g_error ("%s: “%s” does not begin with “%s”", row->name, error->message, row->error);
}

static void
test_exact_maxima (void)
{
  static const struct { const char *text; KompassPoints points; } numbers[] = {
    { "20", 2000 }, { "0.01", 1 }, { "17.5", 1750 }, { "1.15", 115 }, { "8.29", 829 }, { "99999.99", 9999999 },
    { "1e1", 1000 }, { "\"17.5\"", 1750 }, { "\"8.29\"", 829 }, { "\"20\"", 2000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *json = g_strdup_printf (AREAS ("{\"number\": 7, \"title\": \"A\", \"maximum\": %s, "
                                                      "\"questions\": [{\"number\": \"7.12\", \"text\": \"Q\", "
                                                      "\"maximum\": %s}]}"),
                                               numbers[i].text, numbers[i].text);
      g_autoptr (GError) error = NULL;
      g_autoptr (KompassEdition) edition = read_edition (json, &error);

      g_assert_no_error (error);
      g_assert_cmpint (kompass_edition_get_question (edition, 0)->maximum, ==, numbers[i].points);
      g_assert_cmpint (kompass_edition_get_maximum (edition), ==, numbers[i].points);
    }
}

static void
test_bundled (void)
{
  static const struct
  {
    const char *name;
    guint first_year;
    guint last_year;
    guint n_questions;
    KompassPoints maximum;
    const char *second_area;
    const char *hash;
  } known[] = {
    { "2002", 2002, 2009, 0, KOMPASS_POINTS_UNKNOWN, "Tillgänglighet och brukarorientering",
      "582b97dee92a1002ede0a4ffdff333e87b8f67e6f15004fa749a5feafe14a362" },
    { "2010", 2010, 2015, 45, 80000, "Tillgänglighet och brukarorientering",
      "a3a4799ec9464b4d94a8a047a4fd5517aa50a5c31f9a644ff534edca1959a2fc" },
    { "2016", 2015, 2019, 0, 80000, "Brukarfokus, tillgänglighet och bemötande",
      "17f9af18c98a3985a85209deed5a660a4119925c5752216efdf895a7a3614a97" },
    { "2020", 2020, 0, 0, 80000, "Samhällsutveckling",
      "2c66ba976463f437a4705a52e110591e13d99a636531e544c3f964358751a979" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) editions = kompass_bundle_load_editions (&error);

  g_assert_no_error (error);
  g_assert_cmpuint (editions->len, ==, G_N_ELEMENTS (known));
  for (guint i = 0; i < editions->len; i++)
    {
      KompassEdition *edition = g_ptr_array_index (editions, i);
      g_autofree char *hash = kompass_edition_get_hash (edition);

      g_assert_cmpstr (kompass_edition_get_name (edition), ==, known[i].name);
      g_assert_cmpuint (kompass_edition_get_first_year (edition), ==, known[i].first_year);
      g_assert_cmpuint (kompass_edition_get_last_year (edition), ==, known[i].last_year);
      g_assert_cmpuint (kompass_edition_get_n_areas (edition), ==, 8);
      g_assert_cmpuint (kompass_edition_get_n_questions (edition), ==, known[i].n_questions);
      g_assert_cmpint (kompass_edition_get_maximum (edition), ==, known[i].maximum);
      g_assert_cmpstr (kompass_edition_get_area (edition, 1)->title, ==, known[i].second_area);
      g_assert_nonnull (strstr (kompass_edition_get_provenance (edition), "Källa: "));
      /* Scores hang on these: another hash is another edition, and needs another identifier. */
      g_assert_cmpstr (hash, ==, known[i].hash);
      for (guint j = 0; j < 8; j++)
        {
          const KompassArea *area = kompass_edition_get_area (edition, j);

          g_assert_cmpuint (area->number, ==, j + 1);
          g_assert_cmpint (area->maximum, ==,
                           known[i].maximum == KOMPASS_POINTS_UNKNOWN ? KOMPASS_POINTS_UNKNOWN : 10000);
        }
    }
  g_assert_cmpstr (kompass_edition_get_area (g_ptr_array_index (editions, 1), 5)->title, ==,
                   "Kommunen som arbetsgivare – personalpolitik");
}

static void
test_proposal (void)
{
  static const struct { guint year; const char *edition; } years[] = {
    { 2001, NULL }, { 2002, "2002" }, { 2009, "2002" }, { 2010, "2010" }, { 2011, "2010" }, { 2014, "2010" },
    { 2016, "2016" }, { 2019, "2016" }, { 2020, "2020" }, { 2031, "2020" },
  };
  g_autoptr (GPtrArray) editions = kompass_bundle_load_editions (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      KompassEdition *best = kompass_edition_choose (editions, years[i].year);

      g_assert_cmpstr (best != NULL ? kompass_edition_get_name (best) : NULL, ==, years[i].edition);
    }
}

static KompassEvaluation *
find_evaluation (GPtrArray  *evaluations,
                 const char *title)
{
  for (guint i = 0; i < evaluations->len; i++)
    if (strcmp (kompass_evaluation_get_title (g_ptr_array_index (evaluations, i)), title) == 0)
      return g_ptr_array_index (evaluations, i);
  g_error ("%s is missing", title);
}

static const KompassFigures *
get_figures (KompassEvaluation *evaluation,
             const char        *number)
{
  return kompass_line_get_figures (kompass_evaluation_find_line (evaluation, number));
}

static void
test_example_lund (KompassEvaluation *lund)
{
  const KompassFigures *area = get_figures (lund, "4");
  const KompassFigures *question = get_figures (lund, "2.4");
  const KompassFigures *total = get_figures (lund, "");

  g_assert_cmpint (kompass_evaluation_get_depth (lund), ==, KOMPASS_DEPTH_QUESTIONS);
  g_assert_cmpuint (kompass_evaluation_get_decimals (lund), ==, 1);
  g_assert_cmpstr (kompass_evaluation_get_source (lund), ==, "KommunKompassen: Analys av Lunds kommun 2011");
  g_assert_true (kompass_evaluation_get_is_example (lund));
  g_assert_cmpint (area->points, ==, 5950);
  g_assert_cmpint (area->sum, ==, 5970);
  g_assert_cmpint (area->printed.points_beside, ==, 5970);
  g_assert_cmpint (area->printed.percent_beside, ==, 5970);
  g_assert_cmpint (area->percent, ==, 60);
  g_assert_true (area->printed_stands && area->printed_percent_stands);
  g_assert_cmpint (question->percent, ==, 76);
  g_assert_cmpint (question->printed.percent_beside, ==, 1150);
  g_assert_true (question->printed_percent_stands);
  g_assert_cmpint (get_figures (lund, "1.5")->points, ==, 175);
  g_assert_cmpint (total->points, ==, 45890);
  g_assert_cmpint (total->sum, ==, 45915);
  g_assert_cmpint (total->printed.points, ==, KOMPASS_POINTS_UNKNOWN);
  g_assert_cmpint (total->percent, ==, 57);
}

static void
test_example_published (GPtrArray *evaluations)
{
  KompassEvaluation *karlskrona = find_evaluation (evaluations, "Karlskrona 2011");
  KompassEvaluation *enkoping = find_evaluation (evaluations, "Enköping 2018");
  KompassEvaluation *sund = find_evaluation (evaluations, "Sund (NO) 2015");
  KompassEvaluation *nacka = find_evaluation (evaluations, "Nacka 2011");

  g_assert_cmpint (kompass_evaluation_get_depth (karlskrona), ==, KOMPASS_DEPTH_AREAS);
  g_assert_cmpint (get_figures (karlskrona, "8")->points, ==, 7100);
  g_assert_cmpint (get_figures (karlskrona, "")->points, ==, 41500);
  g_assert_cmpint (get_figures (karlskrona, "")->printed.points_beside, ==, 41500);
  g_assert_cmpstr (kompass_evaluation_get_municipality_id (karlskrona), ==,
                   kompass_evaluation_get_municipality_id (find_evaluation (evaluations, "Karlskrona 2014")));

  g_assert_cmpint (get_figures (enkoping, "3")->points, ==, KOMPASS_POINTS_UNKNOWN);
  g_assert_cmpint (get_figures (enkoping, "")->points, ==, 51900);
  g_assert_cmpint (get_figures (enkoping, "")->printed.points_beside, ==, KOMPASS_POINTS_UNKNOWN);

  g_assert_cmpint (kompass_evaluation_get_depth (sund), ==, KOMPASS_DEPTH_TOTAL);
  g_assert_null (kompass_evaluation_get_edition (sund));
  g_assert_cmpstr (kompass_evaluation_get_country (sund), ==, "NO");
  g_assert_cmpstr (kompass_evaluation_get_municipality (sund), ==, "Sund");
  g_assert_cmpint (get_figures (sund, "")->points, ==, 29200);
  g_assert_cmpint (get_figures (sund, "")->maximum, ==, KOMPASS_POINTS_UNKNOWN);

  g_assert_cmpint (kompass_evaluation_get_depth (nacka), ==, KOMPASS_DEPTH_TOTAL);
  g_assert_cmpuint (kompass_evaluation_get_decimals (nacka), ==, 0);
  g_assert_true (g_str_has_prefix (kompass_evaluation_get_source (nacka), "https://"));
}

static void
test_example_means (GPtrArray *means)
{
  KompassProfile *forty = g_ptr_array_index (means, 0);
  KompassProfile *national = g_ptr_array_index (means, 1);

  g_assert_cmpuint (means->len, ==, 2);
  g_assert_cmpstr (kompass_profile_get_name (forty), ==, "Mean of the 40 latest evaluations");
  g_assert_cmpuint (kompass_profile_get_members (forty), ==, 40);
  g_assert_cmpint (kompass_profile_get_points (forty, KOMPASS_LINE_AREA, 2, NULL), ==, 6700);
  g_assert_cmpint (kompass_profile_get_points (forty, KOMPASS_LINE_TOTAL, 0, NULL), ==, 45500);
  g_assert_cmpuint (kompass_profile_get_members (national), ==, 0);
  g_assert_cmpint (kompass_profile_get_points (national, KOMPASS_LINE_AREA, 0, NULL), ==, 5500);
  g_assert_cmpint (kompass_profile_get_points (national, KOMPASS_LINE_AREA, 1, NULL), ==, KOMPASS_POINTS_UNKNOWN);
}

static void
test_example (void)
{
  g_autoptr (GPtrArray) editions = kompass_bundle_load_editions (NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) evaluations = NULL;
  g_autoptr (GPtrArray) means = NULL;
  g_autoptr (GError) error = NULL;

  kompass_bundle_load_example (editions, &evaluations, &means, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (evaluations->len, ==, 23);
  for (guint i = 0; i < evaluations->len; i++)
    {
      KompassEvaluation *evaluation = g_ptr_array_index (evaluations, i);

      g_assert_true (g_uuid_string_is_valid (kompass_evaluation_get_id (evaluation)));
      g_assert_true (g_uuid_string_is_valid (kompass_evaluation_get_municipality_id (evaluation)));
      g_assert_true (g_hash_table_add (ids, (gpointer) kompass_evaluation_get_id (evaluation)));
    }
  /* The same in every library: these must never change. */
  g_assert_cmpstr (kompass_evaluation_get_id (g_ptr_array_index (evaluations, 0)), ==,
                   "7598ae20-48a6-5200-a9b6-dec86d76241c");
  g_assert_cmpstr (kompass_profile_get_id (g_ptr_array_index (means, 0)), ==, "258f1e6e-75c1-55d0-bc23-86083ccf66ed");

  test_example_lund (find_evaluation (evaluations, "Lund 2011"));
  test_example_published (evaluations);
  test_example_means (means);
}

typedef struct
{
  const char *name;
  const char *csv;
  const char *error; /* how the message begins, or NULL where the text is right */
} Table;

static const char * const columns[] = { "a", "b", NULL };

static const Table tables[] = {
  { "right", "a,b\n1,2\n", NULL },
  { "line-ends", "a,b\r\n1,2\r\n\r\n", NULL },
  { "byte-order-mark", "\xef\xbb\xbf" "a,b\n1,2", NULL },
  { "empty", "", "t.csv:1: the first line must be “a,b”" },
  { "other-columns", "a,c\n", "t.csv:1: the first line must be “a,b”" },
  { "too-few", "a,b\n1,2\n3\n", "t.csv:3: 1 fields where the first line has 2" },
  { "too-many-after-lines", "a,b\n\n \n\"1\n\n1\",2\n\n3,4,5\n", "t.csv:8: 3 fields where the first line has 2" },
  { "not-utf8", "a,b\n1,2\n\xe5,4\n", "t.csv:3: the text is not UTF-8" },
  { "quote-inside", "a,b\n1,2\n3,4\"5\n", "t.csv:3: a quotation mark stands where none can be" },
  { "quote-open", "a,b\n1,2\n3,\"4\n5,6\n", "t.csv:3: a quotation mark is opened and not closed" },
};

static void
test_table (gconstpointer data)
{
  const Table *row = data;
  g_autoptr (GBytes) bytes = g_bytes_new (row->csv, strlen (row->csv));
  g_autoptr (GError) error = NULL;
  g_autoptr (KompassCsv) csv = kompass_csv_new ("t.csv", bytes, columns, &error);

  if (row->error == NULL)
    {
      g_assert_no_error (error);
      g_assert_cmpuint (kompass_csv_get_n_rows (csv), ==, 1);
      g_assert_cmpstr (kompass_csv_get (csv, 0, 0), ==, "1");
      g_assert_cmpstr (kompass_csv_get (csv, 0, 1), ==, "2");
      return;
    }
  g_assert_error (error, KOMPASS_EXCHANGE_ERROR, KOMPASS_EXCHANGE_ERROR_FORMAT);
  g_assert_cmpstr (error->message, ==, row->error);
}

#define PUBLISHED "municipality,year,edition,area_1,area_2,area_3,area_4,area_5,area_6,area_7,area_8,total,source_url\n"

static const Table published[] = {
  { "right", PUBLISHED "A,2014,2010,1,2.5,,,,,,,800,u\n", NULL },
  { "no-name", PUBLISHED ",2014,2010,,,,,,,,,500,u\n", "t.csv:2: municipality: is missing" },
  { "year", PUBLISHED "A,2014,2010,,,,,,,,,500,u\nA,14,2010,,,,,,,,,500,u\n",
    "t.csv:3: year: must be a whole number from 1900 to 2999" },
  { "edition", PUBLISHED "A,2014,1999,,,,,,,,,500,u\n", "t.csv:2: edition: there is no such edition" },
  { "area-words", PUBLISHED "A,2014,2010,,,x,,,,,,500,u\n", "t.csv:2: area_3: Not a number" },
  { "area-maximum", PUBLISHED "A,2014,2010,,,,,,,,100.5,500,u\n", "t.csv:2: area_8: At most 100 points" },
  { "total-maximum", PUBLISHED "A,2014,2010,,,,,,,,,801,u\n", "t.csv:2: total: At most 800 points" },
  { "nothing", PUBLISHED "A,2014,2010,,,,,,,,,,u\n", "t.csv:2: total: " },
  { "nothing-to-keep", PUBLISHED "A,2015,,,,,,,,,66,,u\n", "t.csv:2: total: " },
};

static void
test_published (gconstpointer data)
{
  const Table *row = data;
  g_autoptr (GPtrArray) editions = kompass_bundle_load_editions (NULL);
  g_autoptr (GPtrArray) evaluations = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GBytes) bytes = g_bytes_new (row->csv, strlen (row->csv));
  g_autoptr (GError) error = NULL;

  if (kompass_example_read_published ("t.csv", bytes, editions, evaluations, &error))
    {
      g_assert_null (row->error);
      g_assert_cmpint (get_figures (g_ptr_array_index (evaluations, 0), "2")->points, ==, 250);
      return;
    }
  g_assert_error (error, KOMPASS_EXCHANGE_ERROR, KOMPASS_EXCHANGE_ERROR_VALUE);
  if (row->error == NULL || !g_str_has_prefix (error->message, row->error))
    g_error ("%s: “%s”", row->name, error->message);
}

static void
test_municipality_names (void)
{
  static const struct { const char *text, *name, *country; } names[] = {
    { "Lund", "Lund", "SE" },           { "Sund (NO)", "Sund", "NO" },  { "Øvre Eiker (NO)", "Øvre Eiker", "NO" },
    { "(NO)", "(NO)", "SE" },           { " (NO)", " (NO)", "SE" },     { "Sund(NO)", "Sund(NO)", "SE" },
    { "Malmö (Väst)", "Malmö (Väst)", "SE" }, { "A (no)", "A (no)", "SE" }, { "", "", "SE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *country = NULL;
      g_autofree char *again = NULL;

      kompass_municipality_parse_name (names[i].text, &name, &country);
      g_assert_cmpstr (name, ==, names[i].name);
      g_assert_cmpstr (country, ==, names[i].country);
      again = kompass_municipality_format_name (name, country);
      g_assert_cmpstr (again, ==, names[i].text);
    }
}

static void
add_tables (const char    *folder,
            const Table   *rows,
            guint          n_rows,
            GTestDataFunc  test)
{
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *path = g_strconcat (folder, rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strconcat ("/edition/broken/", broken[i].name, NULL);

      g_test_add_data_func (path, &broken[i], test_broken);
    }
  g_test_add_func ("/edition/exact-maxima", test_exact_maxima);
  g_test_add_func ("/edition/bundled", test_bundled);
  g_test_add_func ("/edition/proposal", test_proposal);
  g_test_add_func ("/edition/example", test_example);
  g_test_add_func ("/edition/municipality-names", test_municipality_names);
  add_tables ("/edition/table/", tables, G_N_ELEMENTS (tables), test_table);
  add_tables ("/edition/published/", published, G_N_ELEMENTS (published), test_published);

  return g_test_run ();
}
