/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line program from outside: words in, text, JSON, files and an exit status out. */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/prctl.h>

#include "kompass-test-cli.h"

#define MEAN "Mean of the 40 latest evaluations"
#define CAN_WRITE_ANYWHERE 1 /* CAP_DAC_OVERRIDE, which root has */

typedef KompassTestCli Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  locale)
{
  kompass_test_set_up_cli (fixture, locale != NULL ? locale : "C");
}

#define assert_done(fixture, ...) \
  G_STMT_START \
    { \
      int done_status = kompass_test_run (fixture, __VA_ARGS__, NULL); \
      if (done_status != 0) \
        g_test_message ("%s", (fixture)->err); \
      g_assert_cmpint (done_status, ==, 0); \
      g_assert_cmpstr ((fixture)->err, ==, ""); \
    } \
  G_STMT_END

/* Nothing on standard output, and words on standard error. */
#define assert_refused(fixture, wanted, ...) \
  G_STMT_START \
    { \
      g_assert_cmpint (kompass_test_run (fixture, __VA_ARGS__, NULL), ==, wanted); \
      g_assert_cmpstr ((fixture)->out, ==, ""); \
      g_assert_true (g_str_has_prefix ((fixture)->err, "kommunkompass-cli: ")); \
    } \
  G_STMT_END

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);

  return node;
}

/* What show --json says of an evaluation. */
static JsonNode *
show (Fixture    *fixture,
      const char *name)
{
  assert_done (fixture, "show", name, "--json");

  return parse (fixture->out);
}

static void
assert_keys (JsonObject *object,
             const char *wanted)
{
  g_autoptr (GList) keys = json_object_get_members (object);
  g_autoptr (GString) found = g_string_new (NULL);

  for (GList *l = keys; l != NULL; l = l->next)
    g_string_append_printf (found, "%s%s", found->len > 0 ? " " : "", (const char *) l->data);
  g_assert_cmpstr (found->str, ==, wanted);
}

static JsonObject *
get_area (JsonObject *evaluation,
          guint       index)
{
  return json_array_get_object_element (json_object_get_array_member (evaluation, "areas"), index);
}

static JsonObject *
get_item (JsonObject *area,
          guint       index)
{
  return json_array_get_object_element (json_object_get_array_member (area, "items"), index);
}

/* "text", "7", "null": a member as it stands in JSON, without quotation marks. */
static char *
get_member (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  g_assert_nonnull (node);
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);

  return json_to_string (node, FALSE);
}

#define assert_member(object, name, wanted) \
  G_STMT_START \
    { \
      g_autofree char *member_text = get_member (object, name); \
      g_assert_cmpstr (member_text, ==, wanted); \
    } \
  G_STMT_END

/* What all of them promise */

static const char * const command_names[] = {
  "example", "list", "show", "new", "set", "check", "compare", "groups", "chart", "undo", "redo",
};

static void
test_help (Fixture       *fixture,
           gconstpointer  data)
{
  assert_done (fixture, "--help");
  kompass_test_assert_says (fixture->out, "Usage:\n  kommunkompass-cli ");
  for (guint i = 0; i < G_N_ELEMENTS (command_names); i++)
    {
      g_autofree char *line = g_strdup_printf ("\n  %s ", command_names[i]);

      kompass_test_assert_says (fixture->out, line);
    }
  for (guint i = 0; i < G_N_ELEMENTS (command_names); i++)
    {
      g_autofree char *usage = g_strdup_printf ("Usage:\n  kommunkompass-cli %s [OPTION", command_names[i]);

      assert_done (fixture, command_names[i], "--help");
      kompass_test_assert_says (fixture->out, usage);
      assert_done (fixture, command_names[i], "-h", "too", "many", "words", "do", "not", "matter");
    }
  assert_done (fixture, "--version");
  g_assert_true (g_str_has_prefix (fixture->out, "Kommunkompass "));
  g_assert_false (g_file_test (fixture->library, G_FILE_TEST_EXISTS));
}

static void
test_usage (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const wrong[][5] = {
    { NULL },
    { "frobnicate" },
    { "--frobnicate" },
    { "list", "--frobnicate" },
    { "list", "-x" },
    { "list", "too-much" },
    { "list", "--library" },
    { "list", "\xff" },
    { "example", "--json" },
    { "show" },
    { "show", "Lund", "2011" },
    { "new", "Lund" },
    { "new", "Lund", "2011", "--depth=everything" },
    { "set", "Lund 2011", "1.3" },
    { "set", "Lund 2011", "1.3", "9", "9" },
    { "chart", "radar" },
    { "chart", "radar", "Lund 2011" },
    { "chart", "pie", "Lund 2011", "--describe" },
    { "chart", "bars", "Lund 2011", "--describe", "--sort" },
    { "chart", "rounds", "Lund 2011", "--describe", "--area=3" },
    { "chart", "rounds", "Lund 2011", "Karlskrona 2014", "--describe" },
    { "chart", "radar", "Lund 2011", "--describe", "--area=3" },
    { "chart", "radar", "Lund 2011", "--describe", "--size=800" },
    { "chart", "radar", "Lund 2011", "--describe", "--size=800x" },
    { "chart", "radar", "Lund 2011", "--describe", "--size=-1x1" },
    { "chart", "radar", "Lund 2011", "--describe", "--size=8x8x8" },
    { "check" },
    { "check", "Lund 2011", "Lund 2011" },
    { "compare", "Lund 2011" },
    { "groups", "2010" },
    { "report", "Lund 2011" },
    { "import", "x.csv" },
    { "export", "Lund 2011" },
    { "history" },
  };

  assert_done (fixture, "example");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_test_message ("row %u", i);
      assert_refused (fixture, 2, wrong[i][0], wrong[i][1], wrong[i][2], wrong[i][3], wrong[i][4]);
      kompass_test_assert_says (fixture->err, "--help");
    }
}

static void
test_full_output (Fixture       *fixture,
                  gconstpointer  data)
{
  const char *words[] = { "/bin/sh", "-c", "exec \"$0\" --library \"$1\" list >/dev/full", g_getenv ("KOMPASS_CLI"),
                          fixture->library, NULL };

  assert_done (fixture, "example");
  g_assert_cmpint (kompass_test_run_words (fixture, words), ==, 1);
  kompass_test_assert_says (fixture->err, "could not be written");
}

/* Reading */

/* "42.2" as 42.20: what JSON has for what a report prints. */
static char *
to_two_decimals (const char *text)
{
  const char *point = strchr (text, '.');

  return g_strconcat (text, point == NULL ? ".00" : strlen (point) == 2 ? "0" : "", NULL);
}

/* Takes the field behind the last comma off a line. */
static const char *
take_last (char *line)
{
  char *comma = strrchr (line, ',');

  g_assert_nonnull (comma);
  *comma = '\0';

  return comma + 1;
}

typedef struct
{
  char *number;
  char *points;
  char *maximum;
  const char *percent;
} Row;

static void
check_area (JsonObject *evaluation,
            const Row  *row,
            guint       index)
{
  JsonObject *area = get_area (evaluation, index);

  assert_keys (area, "number title points maximum percent sum printed printed_percent questions scored not_applicable "
                     "items");
  assert_member (area, "number", row->number);
  assert_member (area, "points", row->points);
  assert_member (area, "printed", row->points);
  assert_member (area, "maximum", row->maximum);
  assert_member (area, "percent", row->percent);
  assert_member (area, "printed_percent", row->percent);
  assert_member (area, "not_applicable", "0");
}

static void
check_item (JsonObject *evaluation,
            const Row  *row,
            guint       area,
            guint       index)
{
  JsonObject *item = get_item (get_area (evaluation, area), index);

  assert_keys (item, "number text state points maximum percent printed_percent");
  assert_member (item, "number", row->number);
  assert_member (item, "state", "scored");
  assert_member (item, "points", row->points);
  assert_member (item, "maximum", row->maximum);
  assert_member (item, "percent", row->percent);
  assert_member (item, "printed_percent", row->percent);
}

/* Every line of the report: 8 areas and 45 questions. */
static void
check_against_report (JsonObject *evaluation)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "examples", "lund-2011.csv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_areas = 0, n_items = 0, n_items_in_all = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      const char *percent = take_last (lines[i]);
      g_autofree char *maximum = to_two_decimals (take_last (lines[i]));
      g_autofree char *points = to_two_decimals (take_last (lines[i]));
      g_autofree char *number = g_strndup (lines[i], strcspn (lines[i], ","));
      Row row = { number, points, maximum, percent };

      if (strchr (number, '.') == NULL)
        {
          n_items = 0;
          check_area (evaluation, &row, n_areas++);
          continue;
        }
      check_item (evaluation, &row, n_areas - 1, n_items++);
      n_items_in_all++;
      g_assert_cmpint (json_object_get_int_member (get_area (evaluation, n_areas - 1), "questions"), >=, n_items);
    }
  g_assert_cmpuint (n_areas, ==, 8);
  g_assert_cmpuint (n_items_in_all, ==, 45);
}

static gboolean
has_locale (Fixture *fixture)
{
  locale_t locale = newlocale (LC_ALL_MASK, fixture->locale, (locale_t) 0);

  if (locale == (locale_t) 0)
    {
      g_test_skip ("the locale is not there; build-aux/test makes it");
      return FALSE;
    }
  freelocale (locale);

  return TRUE;
}

static void
test_lund (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *lund;

  if (!has_locale (fixture))
    return;
  assert_done (fixture, "example");
  node = show (fixture, "Lund 2011");
  lund = json_node_get_object (node);
  assert_keys (lund, "id municipality year edition depth points maximum percent sum printed questions scored "
                     "not_applicable areas");
  assert_member (lund, "municipality", "Lund");
  assert_member (lund, "year", "2011");
  assert_member (lund, "edition", "2010");
  assert_member (lund, "depth", "questions");
  assert_member (lund, "points", "458.90");
  assert_member (lund, "maximum", "800.00");
  assert_member (lund, "percent", "57");
  assert_member (lund, "sum", "459.15");
  assert_member (lund, "printed", "null");
  assert_member (lund, "questions", "45");
  assert_member (lund, "scored", "45");
  assert_member (lund, "not_applicable", "0");
  assert_member (get_area (lund, 0), "sum", "42.25");
  assert_member (get_area (lund, 3), "sum", "59.70");
  assert_member (get_area (lund, 5), "title", "Kommunen som arbetsgivare – personalpolitik");
  assert_member (get_item (get_area (lund, 4), 5), "text",
                 "Hur sker extern samverkan för att stärka serviceutbudet och öka effektivitet?");
  check_against_report (lund);
}

/* A number for people has the decimal sign of the locale. */
static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  gboolean comma = strcmp (fixture->locale, "sv_SE.UTF-8") == 0;

  if (!has_locale (fixture))
    return;
  assert_done (fixture, "example");
  assert_done (fixture, "show", "lund-2011");
  g_assert_true (g_regex_match_simple (comma ? "^1\\.5 +1,75 +10 +18" : "^1\\.5 +1\\.75 +10 +18", fixture->out,
                                       G_REGEX_MULTILINE, 0));
  kompass_test_assert_says (fixture->out, comma ? "458,9" : "458.9");
  kompass_test_assert_says (fixture->out, comma ? "459,15" : "459.15");
  kompass_test_assert_says (fixture->out,
                            "Genomsyras hela organisationen av ett helhetstänkande avseende styrning/uppföljning?\n");
  kompass_test_assert_says (fixture->out, comma ? "59,7" : "59.7");
  assert_done (fixture, "show", "ÄNGELHOLM 2016");
  kompass_test_assert_says (fixture->out, "Ängelholm 2016");
  assert_done (fixture, "list");
  kompass_test_assert_says (fixture->out, "Øvre Eiker (NO)");
}

/* The words of a usage line are those that the text below it explains. */
static void
test_help_in_swedish (Fixture       *fixture,
                      gconstpointer  data)
{
  if (!has_locale (fixture))
    return;
  assert_done (fixture, "set", "--help");
  kompass_test_assert_says (fixture->out, "UTVÄRDERING DELFRÅGA VÄRDE\n");
  kompass_test_assert_says (fixture->out, "\nDELFRÅGA ");
  assert_done (fixture, "list", "--help");
  kompass_test_assert_says (fixture->out, "kommunkompass-cli list [");
  g_assert_null (strstr (fixture->out, "charset"));
}

static void
test_depths (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (JsonNode) sund = NULL;
  g_autoptr (JsonNode) enkoping = NULL;
  g_autoptr (JsonNode) nacka = NULL;
  JsonObject *object;

  assert_done (fixture, "example");
  sund = show (fixture, "sund (no) 2015");
  object = json_node_get_object (sund);
  assert_keys (object, "id municipality country year edition depth points maximum percent sum printed questions scored "
                       "not_applicable areas");
  assert_member (object, "municipality", "Sund");
  assert_member (object, "country", "NO");
  assert_member (object, "edition", "null");
  assert_member (object, "depth", "total");
  assert_member (object, "points", "292.00");
  assert_member (object, "maximum", "null");
  assert_member (object, "percent", "null");
  assert_member (object, "areas", "[]");

  enkoping = show (fixture, "enköping-2018");
  object = json_node_get_object (enkoping);
  assert_member (object, "depth", "areas");
  assert_member (object, "points", "519.00");
  assert_member (object, "sum", "133.00");
  assert_member (object, "printed", "519.00");
  assert_member (get_area (object, 0), "points", "71.00");
  assert_member (get_area (object, 0), "items", "[]");
  assert_member (get_area (object, 2), "points", "null");
  assert_member (get_area (object, 2), "maximum", "100.00");
  assert_member (get_area (object, 2), "percent", "null");

  nacka = show (fixture, "Nacka 2011");
  object = json_node_get_object (nacka);
  assert_member (object, "maximum", "800.00");
  assert_member (object, "percent", "81");
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (JsonNode) empty = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonArray *list;
  guint n_foreign = 0;

  assert_done (fixture, "list", "--json");
  empty = parse (fixture->out);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (empty)), ==, 0);
  assert_done (fixture, "list");
  kompass_test_assert_says (fixture->out, "The library is empty");

  assert_done (fixture, "example");
  assert_done (fixture, "example");
  kompass_test_assert_says (fixture->out, "already");
  assert_done (fixture, "list", "--json");
  node = parse (fixture->out);
  list = json_node_get_array (node);
  g_assert_cmpuint (json_array_get_length (list), ==, 23);
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *row = json_array_get_object_element (list, i);
      gboolean is_foreign = json_object_has_member (row, "country");

      n_foreign += is_foreign ? 1 : 0;
      assert_keys (row, is_foreign ? "id municipality country year edition depth points maximum percent source"
                                   : "id municipality year edition depth points maximum percent source");
    }
  g_assert_cmpuint (n_foreign, ==, 3);
  assert_member (json_array_get_object_element (list, 0), "municipality", "Enköping");
  assert_member (json_array_get_object_element (list, 21), "municipality", "Örnsköldsvik");
  assert_member (json_array_get_object_element (list, 22), "municipality", "Øvre Eiker");
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *id = NULL;

  assert_done (fixture, "example");
  assert_refused (fixture, 1, "show", "Lund 1999");
  kompass_test_assert_says (fixture->err, "Lund 1999");
  kompass_test_assert_says (fixture->err, "“list”");
  assert_refused (fixture, 1, "show", "");
  assert_refused (fixture, 1, "show", "Lund");
  assert_refused (fixture, 1, "set", "Lund 1999", "1.3", "9");

  g_assert_cmpint (kompass_test_run (fixture, "new", "lund", "2011", NULL), ==, 0);
  kompass_test_assert_says (fixture->err, "another one");
  id = g_strstrip (g_strdup (fixture->out));
  assert_refused (fixture, 1, "show", "Lund 2011");
  kompass_test_assert_says (fixture->err, id);
  kompass_test_assert_says (fixture->err, "7598ae20-48a6-5200-a9b6-dec86d76241c");
  assert_done (fixture, "show", id);
  kompass_test_assert_says (fixture->out, "Lund 2011");
}

/* Changing */

typedef struct
{
  const char *value;
  const char *state;
  const char *points;
  const char *area;
  const char *maximum; /* of the area */
} Value;

static void
test_set (Fixture       *fixture,
          gconstpointer  data)
{
  static const Value values[] = {
    { "9,5", "scored", "9.50", "42.35", "100.00" },     { "9.75", "scored", "9.75", "42.60", "100.00" },
    { "0", "scored", "0.00", "32.85", "100.00" },       { "25", "scored", "25.00", "57.85", "100.00" },
    { " 9,5 ", "scored", "9.50", "42.35", "100.00" },   { "007", "scored", "7.00", "39.85", "100.00" },
    { "-", "unscored", "null", "32.85", "75.00" },      { "na", "not-applicable", "null", "32.85", "75.00" },
    { "9,4", "scored", "9.40", "42.20", "100.00" }, /* as printed: the printed total stands again */
  };

  if (!has_locale (fixture))
    return;
  assert_done (fixture, "example");
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const Value *value = &values[i];
      g_autoptr (JsonNode) node = NULL;
      JsonObject *area;

      assert_done (fixture, "set", "Lund 2011", "1.3", value->value);
      kompass_test_assert_says (fixture->out, "Lund 2011\n");
      kompass_test_assert_says (fixture->out, "\n1.3 ");
      node = show (fixture, "Lund 2011");
      area = get_area (json_node_get_object (node), 0);
      assert_member (get_item (area, 2), "state", value->state);
      assert_member (get_item (area, 2), "points", value->points);
      assert_member (area, "points", value->area);
      assert_member (area, "maximum", value->maximum);
      g_assert_cmpint (json_object_has_member (area, "full_maximum"), ==, strcmp (value->maximum, "100.00") != 0);
      assert_member (area, "scored", strcmp (value->state, "scored") == 0 ? "5" : "4");
      assert_member (area, "not_applicable", strcmp (value->state, "not-applicable") == 0 ? "1" : "0");
    }
}

static void
test_set_part (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;

  assert_done (fixture, "new", "Kiruna", "2012");
  assert_done (fixture, "set", "Kiruna 2012", "2.3", "7.5");
  assert_done (fixture, "set", "Kiruna 2012", "2.1", "0");
  assert_done (fixture, "set", "Kiruna 2012", "2.2", "na");
  node = show (fixture, "Kiruna 2012");
  object = json_node_get_object (node);
  assert_keys (object, "id municipality year edition depth points maximum full_maximum percent sum printed questions "
                       "scored not_applicable areas");
  assert_member (object, "points", "7.50");
  assert_member (object, "maximum", "30.00");
  assert_member (object, "full_maximum", "800.00");
  assert_member (object, "percent", "25");
  assert_member (object, "scored", "2");
  assert_member (object, "not_applicable", "1");
  assert_member (get_area (object, 0), "points", "null");
  assert_member (get_area (object, 0), "percent", "null");
  assert_member (get_area (object, 0), "full_maximum", "100.00");
  assert_member (get_item (get_area (object, 1), 0), "points", "0.00");
  assert_member (get_item (get_area (object, 1), 0), "percent", "0");
}

static void
test_set_refused (Fixture       *fixture,
                  gconstpointer  data)
{
  static const struct { const char *question, *value, *says; } wrong[] = {
    { "1.3", "1.234,5", "Not a number" }, { "1.3", "12,,5", "Not a number" },  { "1.3", "١٢", "Not a number" },
    { "1.3", "NaN", "Not a number" },     { "1.3", "1e3", "Not a number" },    { "1.3", "", "No number" },
    { "1.3", "0x10", "Not a number" },    { "1.3", "inf", "Not a number" },    { "1.3", "+5", "Not a number" },
    { "1.3", "5 5", "Not a number" },     { "1.3", "--", "Not a number" },     { "1.3", "n/a", "Not a number" },
    { "1.3", "-5", "At least 0" },        { "1.3", "-0.5", "At least 0" },     { "1.3", "−5", "At least 0" },
    { "1.3", "999", "At most 25" },       { "1.3", "25.01", "At most 25" },    { "1.3", "1.234", "At most two" },
    { "1.3", "1234567890123456789012345678901234567890", "At most 25" },
    { "9.9", "5", "9.9" },                { "", "5", "1.1 to 8.6" },           { "1", "5", "follow from" },
    { "total", "5", "follow from" },
  };
  g_autofree char *before = NULL;

  assert_done (fixture, "example");
  assert_done (fixture, "show", "Lund 2011", "--json");
  before = g_strdup (fixture->out);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      /* "--" is what ends options; a value of that form needs one before it. */
      if (strcmp (wrong[i].value, "--") == 0)
        assert_refused (fixture, 1, "set", "--", "Lund 2011", wrong[i].question, wrong[i].value);
      else
        assert_refused (fixture, 1, "set", "Lund 2011", wrong[i].question, wrong[i].value);
      kompass_test_assert_says (fixture->err, wrong[i].says);
      kompass_test_assert_says (fixture->err, "Lund 2011");
      kompass_test_assert_says (fixture->err, "Nothing was changed");
      assert_done (fixture, "show", "Lund 2011", "--json");
      g_assert_cmpstr (fixture->out, ==, before);
    }
}

static void
test_set_depths (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (JsonNode) enkoping = NULL;
  g_autoptr (JsonNode) nacka = NULL;
  JsonObject *object;

  assert_done (fixture, "example");
  assert_done (fixture, "set", "Enköping 2018", "3", "45,5");
  assert_done (fixture, "set", "Enköping 2018", "total", "-");
  enkoping = show (fixture, "Enköping 2018");
  object = json_node_get_object (enkoping);
  assert_member (get_area (object, 2), "points", "45.50");
  assert_member (object, "points", "178.50");
  assert_member (object, "maximum", "300.00");
  assert_member (object, "full_maximum", "800.00");
  assert_refused (fixture, 1, "set", "Enköping 2018", "3", "na");
  assert_refused (fixture, 1, "set", "Enköping 2018", "3", "101");
  assert_refused (fixture, 1, "set", "Enköping 2018", "1.1", "1");
  kompass_test_assert_says (fixture->err, "1 to 8");

  assert_done (fixture, "set", "Nacka 2011", "total", "650");
  nacka = show (fixture, "Nacka 2011");
  assert_member (json_node_get_object (nacka), "points", "650.00");
  assert_refused (fixture, 1, "set", "Nacka 2011", "1", "50");
  kompass_test_assert_says (fixture->err, "total");
  assert_refused (fixture, 1, "set", "Nacka 2011", "total", "801");
}

/* Where nothing is scored yet, the tables show what can be scored; scripts are told both. */
static void
test_maximum_of_new_round (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (GRegex) row = g_regex_new ("^Lund +2013 .* –  +800  +–$", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GRegex) total = g_regex_new ("^Total +–  +800  +–", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (JsonNode) lund = NULL;

  assert_done (fixture, "new", "Lund", "2013");
  assert_done (fixture, "list");
  g_test_message ("%s", fixture->out);
  g_assert_true (g_regex_match (row, fixture->out, 0, NULL));
  assert_done (fixture, "show", "Lund 2013");
  g_assert_true (g_regex_match (total, fixture->out, 0, NULL));
  lund = show (fixture, "Lund 2013");
  assert_member (json_node_get_object (lund), "maximum", "0.00");
  assert_member (json_node_get_object (lund), "full_maximum", "800.00");
}

static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  static const struct { const char *municipality, *year, *option, *edition, *depth; } rounds[] = {
    { "Lund", "2004", NULL, "2002", "areas" },       { "Lund", "2013", NULL, "2010", "questions" },
    { "Lund", "2018", NULL, "2016", "areas" },       { "Lund", "2030", NULL, "2020", "areas" },
    { "Malmö", "2021", "--edition=2010", "2010", "questions" },
    { "Älmhult", "2013", "--depth=total", "2010", "total" },
    { "Bergen (NO)", "2013", "--depth=areas", "2010", "areas" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
    {
      g_autofree char *id = NULL;
      g_autoptr (JsonNode) node = NULL;

      assert_done (fixture, "new", rounds[i].municipality, rounds[i].year, rounds[i].option);
      id = g_strstrip (g_strdup (fixture->out));
      g_assert_true (g_uuid_string_is_valid (id));
      node = show (fixture, id);
      assert_member (json_node_get_object (node), "edition", rounds[i].edition);
      assert_member (json_node_get_object (node), "depth", rounds[i].depth);
      assert_member (json_node_get_object (node), "points", "null");
    }
  assert_done (fixture, "show", "Bergen (NO) 2013");
  assert_done (fixture, "show", "malmö-2021");
}

static void
test_new_refused (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char * const wrong[][4] = {
    { "Lund", "999" }, { "Lund", "20011" },  { "Lund", "-1" },   { "Lund", "year" }, { "Lund", "" },
    { "", "2011" },    { "Lund", "2011.5" }, { "Lund", "1999" }, { "  ", "2011" },   { "L\nund", "2011" },
    { "Lund", "2011", "--edition=2011" },    { "Lund", "2021", "--depth=questions" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    assert_refused (fixture, 1, "new", wrong[i][0], wrong[i][1], wrong[i][2]);
  assert_refused (fixture, 1, "new", "Lund", "2011", "--edition", "1812");
  kompass_test_assert_says (fixture->err, "2020; 2016; 2010; 2002");
  assert_done (fixture, "list", "--json");
  g_assert_cmpstr (fixture->out, ==, "[]\n");
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  assert_refused (fixture, 1, "undo");
  assert_refused (fixture, 1, "redo");
  assert_done (fixture, "example");
  assert_done (fixture, "show", "Lund 2011", "--json");
  before = g_strdup (fixture->out);
  assert_done (fixture, "set", "Lund 2011", "1.3", "10");
  assert_done (fixture, "show", "Lund 2011", "--json");
  after = g_strdup (fixture->out);
  g_assert_cmpstr (before, !=, after);

  assert_done (fixture, "undo");
  kompass_test_assert_says (fixture->out, "1.3");
  assert_done (fixture, "show", "Lund 2011", "--json");
  g_assert_cmpstr (fixture->out, ==, before);
  assert_done (fixture, "redo");
  assert_done (fixture, "show", "Lund 2011", "--json");
  g_assert_cmpstr (fixture->out, ==, after);
  assert_done (fixture, "undo");
  assert_done (fixture, "undo");
  assert_done (fixture, "list", "--json");
  g_assert_cmpstr (fixture->out, ==, "[]\n");
  assert_refused (fixture, 1, "undo");
}

/* Charts */

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  char *text;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (text, length);
}

static void
assert_begins (const char *path,
               const char *start)
{
  g_autoptr (GBytes) bytes = read_file (path);

  g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), strlen (start), start, strlen (start));
}

static void
test_chart (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct { const char *ending, *start; } formats[] = {
    { "svg", "<?xml" }, { "pdf", "%PDF-" }, { "png", "\x89PNG" },
  };
  static const char * const kinds[] = { "radar", "bars" };

  if (!has_locale (fixture))
    return;
  assert_done (fixture, "example");
  for (guint i = 0; i < G_N_ELEMENTS (formats) * G_N_ELEMENTS (kinds); i++)
    {
      const char *kind = kinds[i % G_N_ELEMENTS (kinds)];
      const char *ending = formats[i / G_N_ELEMENTS (kinds)].ending;
      g_autofree char *path = g_strdup_printf ("%s/%s å.%s", fixture->folder, kind, ending);

      assert_done (fixture, "chart", kind, "Lund 2011", MEAN, "Karlskrona 2014", "-o", path);
      g_assert_cmpstr (fixture->out, ==, "");
      assert_begins (path, formats[i / G_N_ELEMENTS (kinds)].start);
    }
}

static void
test_chart_contents (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "chart.svg", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) plain = NULL;
  g_autofree char *text = NULL;

  assert_done (fixture, "example");
  assert_done (fixture, "chart", "radar", "Lund 2011", MEAN, "-o", path, "--describe", "--size=400x300");
  kompass_test_assert_says (fixture->out, "Lund 2011: 458.9 of 800 points.");
  kompass_test_assert_says (fixture->out, "455 points");
  plain = read_file (path);
  text = g_strndup (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain));
  kompass_test_assert_says (text, "Lund 2011, edition 2010");
  kompass_test_assert_says (text, "width=\"400pt\" height=\"300pt\"");
  assert_done (fixture, "chart", "radar", "Lund 2011", MEAN, "-o", path, "--size=400x300", "--dark", "--greyscale");
  bytes = read_file (path);
  g_assert_false (g_bytes_equal (bytes, plain));

  assert_done (fixture, "chart", "bars", "Lund 2011", "--area", "3", "--describe");
  kompass_test_assert_says (fixture->out, "area 3 Politisk styrning och kontroll: 64.4 of 100 points. "
                                          "Highest in question 3.1 (68%), lowest in 3.5 (56%).");
}

/* All that is drawn, as a reader of a PDF finds it. */
static void
test_chart_words (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "chart.pdf", NULL);
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  const char *words[] = { program, "-layout", path, "-", NULL };

  if (program == NULL)
    {
      g_test_skip ("pdftotext is not there");
      return;
    }
  assert_done (fixture, "example");
  assert_done (fixture, "set", "Lund 2011", "3.2", "-");
  assert_done (fixture, "chart", "bars", "Lund 2011", MEAN, "-o", path);
  g_assert_cmpint (kompass_test_run_words (fixture, words), ==, 0);
  kompass_test_assert_says (fixture->out, "Lund 2011, edition 2010");
  kompass_test_assert_says (fixture->out, "compared with " MEAN " (n = 40)");
  kompass_test_assert_says (fixture->out, "3 Politisk styrning och kontroll");
  kompass_test_assert_says (fixture->out, "47.3 of 75");
  kompass_test_assert_says (fixture->out,
                            "Lund 2011, area 3: 47.3 of 75 points; the rest of 100 is not scored or not applicable.");
  kompass_test_assert_says (fixture->out, MEAN ": edition 2010, mean of 40 evaluations, 2014, https://");

  assert_done (fixture, "chart", "bars", "Lund 2011", "--area=3", "-o", path);
  g_assert_cmpint (kompass_test_run_words (fixture, words), ==, 0);
  kompass_test_assert_says (fixture->out, "Lund 2011, edition 2010: 3 Politisk styrning och kontroll");
  kompass_test_assert_says (fixture->out, "10.1 of 15");
  g_assert_null (strstr (fixture->out, "0 of 25"));
}

static void
test_chart_refused (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "chart.png", NULL);
  g_autofree char *other_ending = g_build_filename (fixture->folder, "chart.jpeg", NULL);

  assert_done (fixture, "example");
  assert_refused (fixture, 1, "chart", "radar", "Nacka 2011", "-o", path);
  kompass_test_assert_says (fixture->err, "by its total alone");
  assert_refused (fixture, 1, "chart", "radar", "Sund (NO) 2015", "-o", path);
  assert_refused (fixture, 1, "chart", "radar", "Lund 2011", "Nobody's mean", "-o", path);
  assert_refused (fixture, 1, "chart", "bars", "Lund 2011", "--area=9", "-o", path);
  assert_refused (fixture, 1, "chart", "bars", "Karlskrona 2011", "--area=3", "-o", path);
  assert_refused (fixture, 1, "chart", "radar", "Lund 2011", MEAN, "Karlskrona 2011", "Karlskrona 2014",
                  "Grästorp 2014", "-o", path);
  kompass_test_assert_says (fixture->err, "4");
  kompass_test_assert_says (fixture->err, "dot plot");
  assert_refused (fixture, 1, "chart", "radar", "Lund 2011", "-o", path, "--size=100000x1");
  assert_done (fixture, "new", "Lund", "2004");
  assert_refused (fixture, 1, "chart", "radar", "Lund 2004", "-o", path);
  kompass_test_assert_says (fixture->err, "maxima");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  assert_refused (fixture, 1, "chart", "radar", "Lund 2011", "-o", other_ending);
  kompass_test_assert_says (fixture->err, ".svg, .pdf or .png");
  g_assert_false (g_file_test (other_ending, G_FILE_TEST_EXISTS));
}

/* In the program that is started: from then on it may write only where its user may, even as root. */
static void
respect_permissions_cb (gpointer data)
{
  prctl (PR_CAPBSET_DROP, CAN_WRITE_ANYWHERE, 0, 0, 0);
}

static void
test_chart_unwritable (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "closed", NULL);
  g_autofree char *path = g_build_filename (folder, "chart.svg", NULL);
  g_autofree char *missing = g_build_filename (fixture->folder, "missing", "chart.svg", NULL);
  g_autofree char *text = NULL;
  const char *may_write[] = { "/usr/bin/test", "-w", folder, NULL };

  assert_done (fixture, "example");
  assert_done (fixture, "chart", "radar", "Lund 2011", "-o", missing);
  g_assert_true (g_file_test (missing, G_FILE_TEST_IS_REGULAR));
  assert_refused (fixture, 1, "chart", "radar", "Lund 2011", "-o", "/proc/nothing/chart.svg");
  kompass_test_assert_says (fixture->err, "/proc/nothing/chart.svg");

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  fixture->setup = respect_permissions_cb;
  if (kompass_test_run_words (fixture, may_write) == 0)
    g_test_skip ("this user may write everywhere");
  else
    assert_refused (fixture, 1, "chart", "radar", "Lund 2011", "-o", path);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "old");
  g_chmod (folder, 0700);
}

/* Library files */

static void
write_file (const char *path,
            GBytes     *contents)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *text = g_bytes_get_data (contents, &length);

  g_file_set_contents (path, text, (gssize) length, &error);
  g_assert_no_error (error);
}

static void
assert_left_alone (Fixture    *fixture,
                   GBytes     *contents,
                   const char *says)
{
  g_autoptr (GBytes) after = NULL;

  write_file (fixture->library, contents);
  for (guint i = 0; i < 2; i++)
    {
      assert_refused (fixture, 1, i == 0 ? "list" : "example");
      kompass_test_assert_says (fixture->err, says);
      kompass_test_assert_says (fixture->err, fixture->library);
      kompass_test_assert_says (fixture->err, "Nothing was changed");
    }
  after = read_file (fixture->library);
  g_assert_true (g_bytes_equal (contents, after));
}

static GBytes *
change_bytes (GBytes       *contents,
              gsize         at,
              const guint8 *bytes,
              gsize         n)
{
  gsize length;
  guint8 *copy = g_memdup2 (g_bytes_get_data (contents, &length), g_bytes_get_size (contents));

  memcpy (copy + at, bytes, n);

  return g_bytes_new_take (copy, length);
}

static void
test_library_files (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GBytes) good = NULL;
  g_autoptr (GBytes) text = g_bytes_new_static ("Not a library at all.\n", 22);
  g_autoptr (GBytes) other = NULL;
  g_autoptr (GBytes) newer = NULL;
  g_autoptr (GBytes) cut = NULL;

  assert_done (fixture, "example");
  good = read_file (fixture->library);
  other = change_bytes (good, 68, (const guint8 *) "OTHR", 4);
  newer = change_bytes (good, 60, (const guint8 *) "\0\0\x27\x0f", 4);
  cut = g_bytes_new_from_bytes (good, 0, g_bytes_get_size (good) / 2);
  assert_left_alone (fixture, text, "not a Kommunkompass library");
  assert_left_alone (fixture, other, "belongs to another program");
  assert_left_alone (fixture, newer, "newer version");
  assert_left_alone (fixture, cut, "The end of this library is missing");

  write_file (fixture->library, good);
  assert_done (fixture, "show", "Lund 2011");
}

static void
test_library_places (Fixture       *fixture,
                     gconstpointer  data)
{
  const char *program = g_getenv ("KOMPASS_CLI");
  g_autofree char *file = g_build_filename (fixture->folder, "file", NULL);
  g_autofree char *below_file = g_build_filename (file, "library.kompass", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "kommunkompass", "library.kompass", NULL);
  const char *example[] = { program, "example", NULL };
  const char *show_default[] = { program, "show", "Lund 2011", "--library", path, NULL };
  const char *list_folder[] = { program, "list", "--library", fixture->folder, NULL };
  const char *list_below_file[] = { program, "list", "--library", below_file, NULL };

  g_assert_cmpint (kompass_test_run_words (fixture, example), ==, 0);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (kompass_test_run_words (fixture, show_default), ==, 0);
  g_assert_cmpint (kompass_test_run_words (fixture, list_folder), ==, 1);
  kompass_test_assert_says (fixture->err, "This is a folder");
  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  g_assert_cmpint (kompass_test_run_words (fixture, list_below_file), ==, 1);
}

/* Scripts run side by side; none may fail or lose its change because another was quicker. */
static void
test_side_by_side (Fixture       *fixture,
                   gconstpointer  data)
{
  g_auto (GStrv) environment = kompass_test_get_environment (fixture);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autoptr (GPtrArray) programs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;

  g_subprocess_launcher_set_environ (launcher, environment);
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *name = g_strdup_printf ("Kommun %u", i);

      g_ptr_array_add (programs, g_subprocess_launcher_spawn (launcher, &error, g_getenv ("KOMPASS_CLI"), "--library",
                                                              fixture->library, "new", name, "2012", NULL));
      g_assert_no_error (error);
    }
  for (guint i = 0; i < programs->len; i++)
    {
      g_subprocess_wait_check (g_ptr_array_index (programs, i), NULL, &error);
      g_assert_no_error (error);
    }
  assert_done (fixture, "list", "--json");
  node = parse (fixture->out);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), ==, programs->len);
}

static void
add (const char *path,
     const char *locale,
     void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *full = g_strdup_printf ("/cli/%s%s%s", path, locale != NULL ? "/" : "",
                                           locale != NULL ? locale : "");

  g_test_add (full, Fixture, locale, set_up, test, kompass_test_tear_down_cli);
}

int
main (int    argc,
      char **argv)
{
  static const char * const locales[] = { "C", "C.UTF-8", "sv_SE.UTF-8" };

  g_test_init (&argc, &argv, NULL);
  g_assert_nonnull (g_getenv ("KOMPASS_CLI"));

  add ("help", NULL, test_help);
  add ("help", "sv_SE.UTF-8", test_help_in_swedish);
  add ("usage", NULL, test_usage);
  add ("full-output", NULL, test_full_output);
  add ("depths", NULL, test_depths);
  add ("list", NULL, test_list);
  add ("names", NULL, test_names);
  add ("set-part", NULL, test_set_part);
  add ("set-refused", NULL, test_set_refused);
  add ("set-depths", NULL, test_set_depths);
  add ("list/maximum-of-new-round", NULL, test_maximum_of_new_round);
  add ("new", NULL, test_new);
  add ("new-refused", NULL, test_new_refused);
  add ("undo", NULL, test_undo);
  add ("chart-contents", NULL, test_chart_contents);
  add ("chart-words", NULL, test_chart_words);
  add ("chart-refused", NULL, test_chart_refused);
  add ("chart-unwritable", NULL, test_chart_unwritable);
  add ("library-files", NULL, test_library_files);
  add ("library-places", NULL, test_library_places);
  add ("side-by-side", NULL, test_side_by_side);
  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      add ("lund", locales[i], test_lund);
      add ("text", locales[i], test_text);
      add ("set", locales[i], test_set);
      add ("chart", locales[i], test_chart);
    }

  return g_test_run ();
}
