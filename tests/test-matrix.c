/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix without a window: what each key means, where the columns stand, and columns of scores on the clipboard. */
#include <locale.h>
#include <string.h>

#include "kompass-column.h"
#include "kompass-matrix-columns.h"
#include "kompass-matrix-keys.h"
#include "kompass-test-data.h"

#define SWEDISH "sv_SE.UTF-8"
#define MINUS "\xe2\x88\x92"

/* Bits that GDK passes on without a name: Num Lock is on for most people, AltGr is held for many characters. */
#define NUM_LOCK ((GdkModifierType) (1 << 4))
#define ALT_GR ((GdkModifierType) (1 << 7))

/* Keys */

typedef struct
{
  guint keyval;
  GdkModifierType modifiers;
  KompassMatrixVerb moving;
  KompassMatrixVerb editing;
} Key;

#define PASS KOMPASS_MATRIX_PASS

static const Key keys[] = {
  /* writing */
  { GDK_KEY_0, 0, KOMPASS_MATRIX_TYPE, PASS },
  { GDK_KEY_9, 0, KOMPASS_MATRIX_TYPE, PASS },
  { GDK_KEY_comma, 0, KOMPASS_MATRIX_TYPE, PASS },
  { GDK_KEY_period, 0, KOMPASS_MATRIX_TYPE, PASS },
  { GDK_KEY_minus, 0, KOMPASS_MATRIX_TYPE, PASS },
  { GDK_KEY_KP_0, 0, KOMPASS_MATRIX_TYPE, PASS },
  { GDK_KEY_KP_9, NUM_LOCK, KOMPASS_MATRIX_TYPE, PASS },
  { GDK_KEY_KP_Decimal, 0, KOMPASS_MATRIX_TYPE, PASS },
  { GDK_KEY_KP_Separator, 0, KOMPASS_MATRIX_TYPE, PASS },
  { GDK_KEY_KP_Subtract, 0, KOMPASS_MATRIX_TYPE, PASS },
  { GDK_KEY_a, 0, KOMPASS_MATRIX_TYPE, PASS },
  { GDK_KEY_A, GDK_SHIFT_MASK, KOMPASS_MATRIX_TYPE, PASS },
  { GDK_KEY_aring, 0, KOMPASS_MATRIX_TYPE, PASS },
  { GDK_KEY_at, ALT_GR, KOMPASS_MATRIX_TYPE, PASS },
  { GDK_KEY_EuroSign, ALT_GR, KOMPASS_MATRIX_TYPE, PASS },
  { GDK_KEY_braceleft, ALT_GR | NUM_LOCK, KOMPASS_MATRIX_TYPE, PASS },
  { GDK_KEY_percent, GDK_SHIFT_MASK, KOMPASS_MATRIX_TYPE, PASS },
  { GDK_KEY_5, GDK_LOCK_MASK, KOMPASS_MATRIX_TYPE, PASS },
  { GDK_KEY_space, 0, PASS, PASS },
  { GDK_KEY_nobreakspace, 0, PASS, PASS },
  { GDK_KEY_dead_acute, 0, PASS, PASS },
  { GDK_KEY_VoidSymbol, 0, PASS, PASS },

  /* beginning and ending */
  { GDK_KEY_Return, 0, KOMPASS_MATRIX_EDIT, KOMPASS_MATRIX_NEXT },
  { GDK_KEY_KP_Enter, 0, KOMPASS_MATRIX_EDIT, KOMPASS_MATRIX_NEXT },
  { GDK_KEY_ISO_Enter, 0, KOMPASS_MATRIX_EDIT, KOMPASS_MATRIX_NEXT },
  { GDK_KEY_Return, GDK_SHIFT_MASK, KOMPASS_MATRIX_PREVIOUS, KOMPASS_MATRIX_PREVIOUS },
  { GDK_KEY_KP_Enter, GDK_SHIFT_MASK, KOMPASS_MATRIX_PREVIOUS, KOMPASS_MATRIX_PREVIOUS },
  { GDK_KEY_F2, 0, KOMPASS_MATRIX_EDIT, PASS },
  { GDK_KEY_Escape, 0, KOMPASS_MATRIX_CANCEL, KOMPASS_MATRIX_CANCEL },
  { GDK_KEY_Tab, 0, KOMPASS_MATRIX_NEXT, KOMPASS_MATRIX_NEXT },
  { GDK_KEY_KP_Tab, 0, KOMPASS_MATRIX_NEXT, KOMPASS_MATRIX_NEXT },
  { GDK_KEY_Tab, GDK_SHIFT_MASK, KOMPASS_MATRIX_PREVIOUS, KOMPASS_MATRIX_PREVIOUS },
  { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, KOMPASS_MATRIX_PREVIOUS, KOMPASS_MATRIX_PREVIOUS },
  { GDK_KEY_ISO_Left_Tab, 0, KOMPASS_MATRIX_PREVIOUS, KOMPASS_MATRIX_PREVIOUS },

  /* moving */
  { GDK_KEY_Up, 0, KOMPASS_MATRIX_UP, KOMPASS_MATRIX_PREVIOUS },
  { GDK_KEY_Down, 0, KOMPASS_MATRIX_DOWN, KOMPASS_MATRIX_NEXT },
  { GDK_KEY_KP_Up, 0, KOMPASS_MATRIX_UP, KOMPASS_MATRIX_PREVIOUS },
  { GDK_KEY_KP_Down, 0, KOMPASS_MATRIX_DOWN, KOMPASS_MATRIX_NEXT },
  { GDK_KEY_Left, 0, KOMPASS_MATRIX_LEFT, PASS },
  { GDK_KEY_Right, 0, KOMPASS_MATRIX_RIGHT, PASS },
  { GDK_KEY_KP_Left, 0, KOMPASS_MATRIX_LEFT, PASS },
  { GDK_KEY_KP_Right, 0, KOMPASS_MATRIX_RIGHT, PASS },
  { GDK_KEY_Left, GDK_SHIFT_MASK, PASS, PASS },
  { GDK_KEY_Page_Up, 0, KOMPASS_MATRIX_PAGE_UP, KOMPASS_MATRIX_PAGE_UP },
  { GDK_KEY_Page_Down, 0, KOMPASS_MATRIX_PAGE_DOWN, KOMPASS_MATRIX_PAGE_DOWN },
  { GDK_KEY_KP_Page_Up, 0, KOMPASS_MATRIX_PAGE_UP, KOMPASS_MATRIX_PAGE_UP },
  { GDK_KEY_KP_Page_Down, 0, KOMPASS_MATRIX_PAGE_DOWN, KOMPASS_MATRIX_PAGE_DOWN },
  { GDK_KEY_Home, 0, KOMPASS_MATRIX_AREA_FIRST, PASS },
  { GDK_KEY_End, 0, KOMPASS_MATRIX_AREA_LAST, PASS },
  { GDK_KEY_KP_Home, 0, KOMPASS_MATRIX_AREA_FIRST, PASS },
  { GDK_KEY_KP_End, 0, KOMPASS_MATRIX_AREA_LAST, PASS },
  { GDK_KEY_Home, GDK_CONTROL_MASK, KOMPASS_MATRIX_FIRST, PASS },
  { GDK_KEY_End, GDK_CONTROL_MASK, KOMPASS_MATRIX_LAST, PASS },
  { GDK_KEY_KP_Home, GDK_CONTROL_MASK, KOMPASS_MATRIX_FIRST, PASS },
  { GDK_KEY_KP_End, GDK_CONTROL_MASK, KOMPASS_MATRIX_LAST, PASS },

  /* selecting */
  { GDK_KEY_Up, GDK_SHIFT_MASK, KOMPASS_MATRIX_EXTEND_UP, KOMPASS_MATRIX_PREVIOUS },
  { GDK_KEY_Down, GDK_SHIFT_MASK, KOMPASS_MATRIX_EXTEND_DOWN, KOMPASS_MATRIX_NEXT },
  { GDK_KEY_KP_Up, GDK_SHIFT_MASK, KOMPASS_MATRIX_EXTEND_UP, KOMPASS_MATRIX_PREVIOUS },
  { GDK_KEY_KP_Down, GDK_SHIFT_MASK, KOMPASS_MATRIX_EXTEND_DOWN, KOMPASS_MATRIX_NEXT },
  { GDK_KEY_a, GDK_CONTROL_MASK, KOMPASS_MATRIX_SELECT_ALL, PASS },
  { GDK_KEY_A, GDK_CONTROL_MASK | GDK_LOCK_MASK, KOMPASS_MATRIX_SELECT_ALL, PASS },

  /* clearing and the clipboard */
  { GDK_KEY_Delete, 0, KOMPASS_MATRIX_CLEAR, PASS },
  { GDK_KEY_KP_Delete, 0, KOMPASS_MATRIX_CLEAR, PASS },
  { GDK_KEY_BackSpace, 0, KOMPASS_MATRIX_CLEAR, PASS },
  { GDK_KEY_c, GDK_CONTROL_MASK, KOMPASS_MATRIX_COPY, PASS },
  { GDK_KEY_C, GDK_CONTROL_MASK | GDK_LOCK_MASK, KOMPASS_MATRIX_COPY, PASS },
  { GDK_KEY_x, GDK_CONTROL_MASK, KOMPASS_MATRIX_CUT, PASS },
  { GDK_KEY_v, GDK_CONTROL_MASK, KOMPASS_MATRIX_PASTE, PASS },
  { GDK_KEY_v, GDK_CONTROL_MASK | NUM_LOCK, KOMPASS_MATRIX_PASTE, PASS },
  { GDK_KEY_Insert, GDK_CONTROL_MASK, KOMPASS_MATRIX_COPY, PASS },
  { GDK_KEY_KP_Insert, GDK_CONTROL_MASK, KOMPASS_MATRIX_COPY, PASS },
  { GDK_KEY_Insert, GDK_SHIFT_MASK, KOMPASS_MATRIX_PASTE, PASS },
  { GDK_KEY_KP_Insert, GDK_SHIFT_MASK, KOMPASS_MATRIX_PASTE, PASS },
  { GDK_KEY_Insert, 0, PASS, PASS },
  { GDK_KEY_Delete, GDK_SHIFT_MASK, KOMPASS_MATRIX_CUT, PASS },
  { GDK_KEY_KP_Delete, GDK_SHIFT_MASK, KOMPASS_MATRIX_CUT, PASS },

  /* the window's, the desktop's or nobody's */
  { GDK_KEY_z, GDK_CONTROL_MASK, PASS, PASS },
  { GDK_KEY_Z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, PASS, PASS },
  { GDK_KEY_A, GDK_CONTROL_MASK | GDK_SHIFT_MASK, PASS, PASS },
  { GDK_KEY_C, GDK_CONTROL_MASK | GDK_SHIFT_MASK, PASS, PASS },
  { GDK_KEY_Home, GDK_CONTROL_MASK | GDK_SHIFT_MASK, PASS, PASS },
  { GDK_KEY_5, GDK_CONTROL_MASK, PASS, PASS },
  { GDK_KEY_5, GDK_ALT_MASK, PASS, PASS },
  { GDK_KEY_5, GDK_SUPER_MASK, PASS, PASS },
  { GDK_KEY_5, GDK_META_MASK, PASS, PASS },
  { GDK_KEY_5, GDK_HYPER_MASK, PASS, PASS },
  { GDK_KEY_Down, GDK_ALT_MASK, PASS, PASS },
  { GDK_KEY_Return, GDK_ALT_MASK, PASS, PASS },
  { GDK_KEY_Return, GDK_CONTROL_MASK, PASS, PASS },
  { GDK_KEY_Delete, GDK_CONTROL_MASK, PASS, PASS },
  { GDK_KEY_at, GDK_CONTROL_MASK | GDK_ALT_MASK, PASS, PASS },
  { GDK_KEY_Page_Down, GDK_CONTROL_MASK, PASS, PASS },
  { GDK_KEY_Page_Up, GDK_CONTROL_MASK, PASS, PASS },
  { GDK_KEY_Tab, GDK_CONTROL_MASK, PASS, PASS },
  { GDK_KEY_F1, 0, PASS, PASS },
  { GDK_KEY_F9, 0, PASS, PASS },
  { GDK_KEY_F10, GDK_SHIFT_MASK, PASS, PASS },
  { GDK_KEY_Menu, 0, PASS, PASS },
  { GDK_KEY_Shift_L, GDK_SHIFT_MASK, PASS, PASS },
  { GDK_KEY_Control_L, GDK_CONTROL_MASK, PASS, PASS },
  { GDK_KEY_ISO_Level3_Shift, 0, PASS, PASS },
};

static void
test_keys (void)
{
  gboolean meant[KOMPASS_MATRIX_PASTE + 1] = { FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const Key *key = &keys[i];

      g_test_message ("%s with %x", gdk_keyval_name (key->keyval), key->modifiers);
      g_assert_cmpint (kompass_matrix_interpret_key (key->keyval, key->modifiers, FALSE), ==, key->moving);
      g_assert_cmpint (kompass_matrix_interpret_key (key->keyval, key->modifiers, TRUE), ==, key->editing);
      meant[key->moving] = meant[key->editing] = TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (meant); i++)
    g_assert_true (meant[i]);
}

/* Columns */

static const KompassMatrixColumn given_up[] = {
  KOMPASS_COLUMN_LEVEL,   KOMPASS_COLUMN_MAXIMUM,        KOMPASS_COLUMN_REFERENCE,       KOMPASS_COLUMN_DIFFERENCE,
  KOMPASS_COLUMN_PERCENT, KOMPASS_COLUMN_PRINTED_POINTS, KOMPASS_COLUMN_PRINTED_PERCENT,
};

static const int wanted_sizes[][KOMPASS_N_COLUMNS] = {
  { 40, 110, 68, 52, 62, 68, 62, 90, 66, 78 },
  { 80, 220, 136, 104, 124, 136, 124, 180, 132, 156 }, /* text twice as large */
};

static void
check_edges (const KompassMatrixColumns *columns,
             int                         width,
             const KompassMatrixPlaces  *places)
{
  int x = 0;

  for (guint i = 0; i < KOMPASS_N_COLUMNS; i++)
    {
      g_assert_cmpint (places->x[i], ==, x);
      g_assert_true (places->width[i] == 0 || places->width[i] >= columns->wanted[i] ||
                     (i == KOMPASS_COLUMN_TEXT && columns->with_printed_percent &&
                      places->width[i] >= columns->wanted[i] * 2 / 3));
      g_assert_true (i == KOMPASS_COLUMN_TEXT || places->width[i] <= columns->wanted[i]);
      x += places->width[i];
    }
  g_assert_cmpint (x, ==, MAX (width, kompass_matrix_columns_minimum (columns)));
  g_assert_cmpint (places->width[KOMPASS_COLUMN_NUMBER], >, 0);
  g_assert_cmpint (places->width[KOMPASS_COLUMN_TEXT], >, 0);
  g_assert_cmpint (places->width[KOMPASS_COLUMN_POINTS], >, 0);
}

/* A column stands only where all that are given up after it stand, and none is given up that has room. */
static void
check_order (const KompassMatrixColumns *columns,
             const KompassMatrixPlaces  *places)
{
  gboolean stands = FALSE;
  int last_given_up = 0;

  for (guint i = 0; i < G_N_ELEMENTS (given_up); i++)
    {
      if (!kompass_matrix_columns_is_wanted (columns, given_up[i]))
        {
          g_assert_cmpint (places->width[given_up[i]], ==, 0);
          continue;
        }
      g_assert_true (!stands || places->width[given_up[i]] > 0);
      stands = places->width[given_up[i]] > 0;
      if (!stands)
        last_given_up = columns->wanted[given_up[i]];
    }
  if (last_given_up > 0)
    g_assert_cmpint (places->width[KOMPASS_COLUMN_TEXT] - columns->wanted[KOMPASS_COLUMN_TEXT], <, last_given_up);
}

static void
check_mirror (int                        width,
              const KompassMatrixPlaces *ltr,
              const KompassMatrixPlaces *rtl)
{
  for (guint i = 0; i < KOMPASS_N_COLUMNS; i++)
    {
      g_assert_cmpint (rtl->width[i], ==, ltr->width[i]);
      g_assert_cmpint (rtl->x[i] + rtl->width[i], ==, width - ltr->x[i]);
    }
}

static guint
count_columns (const KompassMatrixPlaces *places)
{
  guint n = 0;

  for (guint i = 0; i < KOMPASS_N_COLUMNS; i++)
    n += places->width[i] > 0;

  return n;
}

static void
check_widths (KompassMatrixColumns *columns)
{
  guint n_before = 0;

  for (int width = 200; width <= 3840; width++)
    {
      KompassMatrixPlaces ltr, rtl;

      kompass_matrix_columns_choose (columns, width);
      g_assert_false (kompass_matrix_columns_choose (columns, width));
      kompass_matrix_columns_place (columns, width, FALSE, &ltr);
      kompass_matrix_columns_place (columns, width, TRUE, &rtl);
      check_edges (columns, width, &ltr);
      check_order (columns, &ltr);
      check_mirror (width, &ltr, &rtl);
      g_assert_cmpuint (count_columns (&ltr), >=, n_before);
      n_before = count_columns (&ltr);
    }
  g_assert_cmpuint (n_before, ==, KOMPASS_N_COLUMNS - (columns->with_reference ? 0 : 2) -
                                      (columns->with_printed_points ? 0 : 1) - (columns->with_printed_percent ? 0 : 1));
}

static void
test_columns (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wanted_sizes); i++)
    for (guint with = 0; with < 8; with++)
      {
        KompassMatrixColumns columns = { .with_reference = with & 1, .with_printed_points = (with & 2) != 0,
                                         .with_printed_percent = (with & 4) != 0 };

        memcpy (columns.wanted, wanted_sizes[i], sizeof columns.wanted);
        check_widths (&columns);
      }
}

static void
test_column_titles (void)
{
  for (guint i = 0; i < KOMPASS_N_COLUMNS; i++)
    if (i == KOMPASS_COLUMN_LEVEL)
      g_assert_cmpstr (kompass_matrix_columns_get_title (i), ==, "");
    else
      g_assert_cmpstr (kompass_matrix_columns_get_title (i), !=, "");
}

/* The clipboard */

typedef struct
{
  KompassEdition *edition;
  KompassEvaluation *evaluation; /* of edition 2010, nothing scored */
  GPtrArray *lines;              /* all of its lines */
  const char *locale;
} Fixture;

static GPtrArray *
list_lines (KompassEvaluation *evaluation,
            const char        *from)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean found = FALSE;

  for (guint i = 0; i < kompass_evaluation_get_n_lines (evaluation); i++)
    {
      KompassLine *line = kompass_evaluation_get_line (evaluation, i);

      found = found || strcmp (kompass_line_get_number (line), from) == 0;
      if (found)
        g_ptr_array_add (lines, g_object_ref (line));
    }

  return lines;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  locale)
{
  fixture->edition = kompass_test_edition_2010 ();
  fixture->evaluation = kompass_test_evaluation (NULL, "Lund", 2011, fixture->edition, KOMPASS_DEPTH_QUESTIONS);
  fixture->lines = list_lines (fixture->evaluation, "1");
  fixture->locale = locale;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  locale)
{
  g_ptr_array_unref (fixture->lines);
  g_object_unref (fixture->evaluation);
  g_object_unref (fixture->edition);
  setlocale (LC_ALL, "C");
}

/* As "1.1=4.50 1.2=- 1.3=?": points, not applicable, not scored. */
static char *
describe_edits (GArray *edits)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < edits->len; i++)
    {
      const KompassEdit *edit = &g_array_index (edits, KompassEdit, i);
      g_autofree char *points = edit->score.state == KOMPASS_SCORE_SCORED ? kompass_points_to_string (edit->score.points)
                                                                          : NULL;
      const char *nothing = edit->score.state == KOMPASS_SCORE_NOT_APPLICABLE ? "-" : "?";

      g_string_append_printf (text, "%s%s=%s", i > 0 ? " " : "", edit->line, points != NULL ? points : nothing);
    }

  return g_string_free (text, FALSE);
}

static void
check_accepted (KompassEvaluation *evaluation,
                const char        *from,
                const char        *text,
                const char        *expected)
{
  g_autoptr (GPtrArray) lines = list_lines (evaluation, from);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) edits = kompass_column_parse (evaluation, lines, text, &error);
  g_autofree char *escaped = g_strescape (text, NULL);
  g_autofree char *described = NULL;

  g_test_message ("from %s: %.200s", from, escaped);
  g_assert_no_error (error);
  described = describe_edits (edits);
  g_assert_cmpstr (described, ==, expected);
}

static void
check_refused (KompassEvaluation  *evaluation,
               const char         *from,
               const char         *text,
               int                 code,
               const char * const *words)
{
  g_autoptr (GPtrArray) lines = list_lines (evaluation, from);
  g_autofree char *escaped = g_strescape (text, NULL);
  g_autoptr (GError) error = NULL;

  g_test_message ("from %s: %.60s", from, escaped);
  g_assert_null (kompass_column_parse (evaluation, lines, text, &error));
  g_assert_error (error, KOMPASS_COLUMN_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), <, 200);
  for (const char *p = error->message; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_false (g_unichar_iscntrl (g_utf8_get_char (p)));
  for (guint i = 0; words[i] != NULL; i++)
    g_assert_nonnull (strstr (error->message, words[i]));
}

static const struct
{
  const char *from;
  const char *text;
  const char *expected;
} columns_accepted[] = {
  { "1.1", "4,5", "1.1=4.50" },
  { "1.1", "4.5", "1.1=4.50" },
  { "1.1", "4,5\n10.2\n9,4\n", "1.1=4.50 1.2=10.20 1.3=9.40" },
  { "1.1", "4,5\r\n10,2\r\n", "1.1=4.50 1.2=10.20" },
  { "1.1", "4,5\r10,2\r", "1.1=4.50 1.2=10.20" },
  { "1.1", " 4,5 \n\xc2\xa0" "1,75\xc2\xa0", "1.1=4.50 1.2=1.75" },
  { "1.1", "0\n00,50", "1.1=0.00 1.2=0.50" },
  { "1.1", "15\n20", "1.1=15.00 1.2=20.00" },

  /* empty cells are not scored, dashes are not applicable */
  { "1.1", "\n", "1.1=?" },
  { "1.1", "4,5\n\n-\n0\n", "1.1=4.50 1.2=? 1.3=- 1.4=0.00" },
  { "1.1", "4,5\n\n", "1.1=4.50 1.2=?" },
  { "1.1", "-\n–\n" MINUS "\n", "1.1=- 1.2=- 1.3=-" },

  /* over headings, from headings, to the very end */
  { "1.4", "1\n2\n3\n4", "1.4=1.00 1.5=2.00 2.1=3.00 2.2=4.00" },
  { "1", "1\n2", "1.1=1.00 1.2=2.00" },
  { "2", "1", "2.1=1.00" },
  { "8.5", "1\n2", "8.5=1.00 8.6=2.00" },
};

static const struct
{
  const char *text;
  const char *expected;
} tables_accepted[] = {
  { "1.3\t9,4\n1.1\t4,5\n8.5\t1\n", "1.3=9.40 1.1=4.50 8.5=1.00" },
  { "1.1\t4.5\r\n1.2\t10.2\r\n", "1.1=4.50 1.2=10.20" },
  { "1.1.\t4,5\n 1.2 \t10,2", "1.1=4.50 1.2=10.20" },
  { "1.1\t\n1.2\t-\n1.3\t0", "1.1=? 1.2=- 1.3=0.00" },

  /* rows of areas are headings */
  { "1\t42,2\n1.1\t4,5\n2\t51,8\n2.1\t4,5\n", "1.1=4.50 2.1=4.50" },

  /* number, text, points, maximum, percent, as in a report */
  { "1\tOffentlighet och demokrati\t42,2\t100\t42\n"
    "1.1\tFinns en plan/strategi för demokratiutveckling och information?\t4,5\t15\t30\n"
    "1.2\tHur informeras medborgarna?\t10,2\t20\t51\n"
    "1.5\tEtik - hur hantera korruption?\t1,75\t10\t18\n",
    "1.1=4.50 1.2=10.20 1.5=1.75" },
  { "1.1\tFinns en plan?\t4,5\t15\t30 %\n1.2\tHur informeras medborgarna?\t10,2\t20\t51 %\n", "1.1=4.50 1.2=10.20" },

  /* what is not scored has a maximum all the same, which is no points */
  { "1.1\tPlan\t4,5\t15\t30\n1.2\tInformation\t\t20\t\n1.3\tResultat\t-\t25\t\n", "1.1=4.50 1.2=? 1.3=-" },
  { "1.1\tPlan\t\t15\n1.2\tInformation\t\t20\n", "1.1=? 1.2=?" },
  { "1.1\tPlan\t\t15\t\n1.2\tInformation\t\t20\t\n", "1.1=? 1.2=?" },
  { "1.1\t\t15\n1.2\t\t20\n", "1.1=? 1.2=?" },
  { "1.1\tPlan\t4,5\t15\n1.2\tInformation\n", "1.1=4.50 1.2=?" },

  /* cells that were merged leave empty ones */
  { "1.1\tPlan\t\t\t4,5\t15\n1.2\tInformation\t\t\t10,2\t20\n", "1.1=4.50 1.2=10.20" },

  /* everything at its maximum */
  { "1.1\t15\n1.2\t20\n", "1.1=15.00 1.2=20.00" },
  { "1.1\tPlan\t15\n1.2\tInformation\t20\n", "1.1=15.00 1.2=20.00" },
  { "1.1\tPlan\t15\t15\t100\n1.2\tInformation\t20\t20\t100\n", "1.1=15.00 1.2=20.00" },
  { "1.1\tPlan\t\t\t15\t15\n1.2\tInformation\t\t\t20\t20\n", "1.1=15.00 1.2=20.00" },
};

#define WORDS(...) \
  { \
    __VA_ARGS__, NULL \
  }

static const struct
{
  const char *from;
  const char *text;
  KompassColumnError code;
  const char *words[5];
} columns_refused[] = {
  { "1.1", "", KOMPASS_COLUMN_ERROR_EMPTY, WORDS ("no text") },

  { "8.6", "1\n2", KOMPASS_COLUMN_ERROR_LENGTH, WORDS ("2 values", "1 lines", "Nothing was pasted") },
  { "8.5", "1\n2\n\n", KOMPASS_COLUMN_ERROR_LENGTH, WORDS ("3 values", "2 lines") },
  { "", "1", KOMPASS_COLUMN_ERROR_LENGTH, WORDS ("1 values", "0 lines") },

  { "1.1", "4\n999\n", KOMPASS_COLUMN_ERROR_VALUE, WORDS ("Row 2", "1.2", "“999”", "At most 20 points") },
  { "1.1", "15,01", KOMPASS_COLUMN_ERROR_VALUE, WORDS ("Row 1", "1.1", "At most 15 points") },
  { "1.1", "4\nabc", KOMPASS_COLUMN_ERROR_VALUE, WORDS ("Row 2", "1.2", "“abc”", "Not a number") },
  { "1.5", "4\n-5", KOMPASS_COLUMN_ERROR_VALUE, WORDS ("Row 2", "2.1", "“-5”", "At least 0") },
  { "1.1", "1,234", KOMPASS_COLUMN_ERROR_VALUE, WORDS ("Row 1", "two decimals") },
  { "1.1", "4 %", KOMPASS_COLUMN_ERROR_VALUE, WORDS ("Row 1", "Not a number") },
  { "1.1", "4\x01", KOMPASS_COLUMN_ERROR_VALUE, WORDS ("Row 1", "“4\xef\xbf\xbd”") },
  { "1.1", "\x1f\x1e", KOMPASS_COLUMN_ERROR_VALUE, WORDS ("Row 1", "Not a number") },
  { "1.1", "4\xff", KOMPASS_COLUMN_ERROR_VALUE, WORDS ("Row 1", "Not a number") },
  { "1.1", "Ett helt stycke text som någon kopierade av misstag, och som inte är poäng", KOMPASS_COLUMN_ERROR_VALUE,
    WORDS ("Row 1", "“Ett helt stycke text som någon…”") },

  { "1.1", "1.2\t4\n1.1\t16\n", KOMPASS_COLUMN_ERROR_VALUE, WORDS ("Row 2", "1.1", "“16”", "At most 15 points") },
  { "1.1", "1\t42\n1.1\tPlan\tabc\t15\t\n", KOMPASS_COLUMN_ERROR_VALUE, WORDS ("Row 2", "1.1", "“abc”") },
  { "1.1", "1.1\tPlan\t4\t15\n1.2\tInformation\tmycket\t20\n", KOMPASS_COLUMN_ERROR_VALUE,
    WORDS ("Row 2", "1.2", "“mycket”") },
  { "1.1", "1.1\tPlan\n", KOMPASS_COLUMN_ERROR_VALUE, WORDS ("Row 1", "1.1", "“Plan”") },

  { "1.1", "4,5\t15\n10,2\t20\n", KOMPASS_COLUMN_ERROR_SHAPE, WORDS ("one column") },
  { "1.1", "4\t15\n8\t20\n", KOMPASS_COLUMN_ERROR_SHAPE, WORDS ("one column") },
  { "1.1", "4,5\t", KOMPASS_COLUMN_ERROR_SHAPE, WORDS ("one column") },
  { "1.1", "Nr\tPoäng\n1.1\t4\n", KOMPASS_COLUMN_ERROR_SHAPE, WORDS ("one column") },
  { "1.1", "1.1\t4\nSumma\t4\n", KOMPASS_COLUMN_ERROR_SHAPE, WORDS ("one column") },
  { "1.1", "1.1\t4\n9.9\t4\n", KOMPASS_COLUMN_ERROR_SHAPE, WORDS ("one column") },
  { "1.1", "1.1\t4\n\n1.2\t4\n", KOMPASS_COLUMN_ERROR_SHAPE, WORDS ("one column") },
};

static void
test_column_accepted (Fixture       *fixture,
                      gconstpointer  locale)
{
  if (!kompass_test_use_locale (locale))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (columns_accepted); i++)
    check_accepted (fixture->evaluation, columns_accepted[i].from, columns_accepted[i].text, columns_accepted[i].expected);
}

/* Wherever the keyboard is, and whatever is on screen. */
static void
test_column_tables (Fixture       *fixture,
                    gconstpointer  locale)
{
  if (!kompass_test_use_locale (locale))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (tables_accepted); i++)
    {
      check_accepted (fixture->evaluation, "1.1", tables_accepted[i].text, tables_accepted[i].expected);
      check_accepted (fixture->evaluation, "8.5", tables_accepted[i].text, tables_accepted[i].expected);
    }
}

static void
test_column_refused (Fixture       *fixture,
                     gconstpointer  locale)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns_refused); i++)
    check_refused (fixture->evaluation, columns_refused[i].from, columns_refused[i].text, columns_refused[i].code,
                   columns_refused[i].words);
}

/* Only lines that are handed over are filled: those on screen. */
static void
test_column_some_lines (Fixture       *fixture,
                        gconstpointer  locale)
{
  static const char * const numbers[] = { "1", "1.2", "3.1", "8", "8.5" };
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) edits = NULL;
  g_autofree char *described = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_ptr_array_add (lines, kompass_evaluation_find_line (fixture->evaluation, numbers[i]));
  edits = kompass_column_parse (fixture->evaluation, lines, "1\n2\n3\n", &error);
  g_assert_no_error (error);
  described = describe_edits (edits);
  g_assert_cmpstr (described, ==, "1.2=1.00 3.1=2.00 8.5=3.00");
  g_assert_null (kompass_column_parse (fixture->evaluation, lines, "1\n2\n3\n4\n", &error));
  g_assert_error (error, KOMPASS_COLUMN_ERROR, KOMPASS_COLUMN_ERROR_LENGTH);
}

/* Areas and totals are typed where no more is known. */
static void
test_column_depths (Fixture       *fixture,
                    gconstpointer  locale)
{
  g_autoptr (KompassEvaluation) areas = kompass_test_evaluation (NULL, "Karlskrona", 2014, fixture->edition,
                                                                 KOMPASS_DEPTH_AREAS);
  g_autoptr (KompassEvaluation) total = kompass_test_evaluation (NULL, "Örebro", 2015, NULL, KOMPASS_DEPTH_TOTAL);

  check_accepted (areas, "1", "69\n67\n65\n61\n53\n54\n73\n67\n509\n",
                  "1=69.00 2=67.00 3=65.00 4=61.00 5=53.00 6=54.00 7=73.00 8=67.00 =509.00");
  check_accepted (areas, "5", "1\tOffentlighet och demokrati\t69\t100\n8\tSamhällsbyggare\t67\t100\n", "1=69.00 8=67.00");
  check_refused (areas, "1", "101", KOMPASS_COLUMN_ERROR_VALUE, (const char *[]) { "Row 1", "At most 100 points", NULL });
  check_accepted (total, "", "650", "=650.00");
  check_refused (total, "", "650\n1", KOMPASS_COLUMN_ERROR_LENGTH, (const char *[]) { "2 values", NULL });
}

static char *
repeat (const char *text,
        guint       n)
{
  GString *repeated = g_string_sized_new (strlen (text) * n);

  for (guint i = 0; i < n; i++)
    g_string_append (repeated, text);

  return g_string_free (repeated, FALSE);
}

/* Somebody pastes a whole database: an answer at once. */
static void
test_column_large (Fixture       *fixture,
                   gconstpointer  locale)
{
  g_autofree char *rows = repeat ("1\n", 100000);
  g_autofree char *table = repeat ("1.1\tPlan\t4,5\t15\n", 100000);
  g_autofree char *cells = repeat ("4\t", 100000);
  g_autofree char *numbered = g_strconcat ("1.1\t", cells, NULL);
  g_autofree char *digits = repeat ("1", 100000);
  g_autoptr (GArray) edits = NULL;
  g_autoptr (GError) error = NULL;

  check_refused (fixture->evaluation, "1.1", rows, KOMPASS_COLUMN_ERROR_LENGTH,
                 (const char *[]) { "100000 values", "45 lines", NULL });
  check_refused (fixture->evaluation, "1.1", cells, KOMPASS_COLUMN_ERROR_SHAPE, (const char *[]) { NULL });
  check_refused (fixture->evaluation, "1.1", digits, KOMPASS_COLUMN_ERROR_VALUE, (const char *[]) { "At most", NULL });
  check_accepted (fixture->evaluation, "1.1", numbered, "1.1=4.00");
  edits = kompass_column_parse (fixture->evaluation, fixture->lines, table, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (edits->len, ==, 100000);
}

static GPtrArray *
list_editable (KompassEvaluation *evaluation)
{
  GPtrArray *lines = g_ptr_array_new ();

  for (guint i = 0; i < kompass_evaluation_get_n_lines (evaluation); i++)
    if (kompass_line_get_editable (kompass_evaluation_get_line (evaluation, i)))
      g_ptr_array_add (lines, kompass_evaluation_get_line (evaluation, i));

  return lines;
}

static void
check_round_trip (KompassEvaluation *evaluation)
{
  g_autoptr (GPtrArray) lines = list_editable (evaluation);
  g_autofree char *text = kompass_column_format (evaluation, lines);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) edits = kompass_column_parse (evaluation, lines, text, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (edits->len, ==, lines->len);
  for (guint i = 0; i < edits->len; i++)
    {
      const KompassEdit *edit = &g_array_index (edits, KompassEdit, i);
      KompassLine *line = g_ptr_array_index (lines, i);

      g_assert_cmpstr (edit->line, ==, kompass_line_get_number (line));
      g_assert_true (kompass_score_equal (edit->score, kompass_line_get_score (line)));
    }
}

static void
test_column_round_trip (Fixture       *fixture,
                        gconstpointer  locale)
{
  g_autoptr (KompassEvaluation) lund = kompass_test_lund (fixture->edition);
  g_autoptr (KompassEvaluation) areas = kompass_test_evaluation (NULL, "Karlskrona", 2014, fixture->edition,
                                                                 KOMPASS_DEPTH_AREAS);

  if (!kompass_test_use_locale (locale))
    return;
  check_round_trip (fixture->evaluation);
  check_round_trip (lund);
  kompass_evaluation_set_score (lund, kompass_evaluation_find_line (lund, "1.1"), KOMPASS_SCORE_NA);
  kompass_evaluation_set_score (lund, kompass_evaluation_find_line (lund, "8.5"), KOMPASS_SCORE_NONE);
  check_round_trip (lund);
  kompass_test_set (areas, "3", 6500);
  kompass_test_set (areas, "", 50900);
  check_round_trip (areas);
}

static void
check_format (KompassEvaluation  *evaluation,
              const char * const *numbers,
              const char         *expected)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; numbers[i] != NULL; i++)
    g_ptr_array_add (lines, kompass_evaluation_find_line (evaluation, numbers[i]));
  text = kompass_column_format (evaluation, lines);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_column_format (Fixture       *fixture,
                    gconstpointer  locale)
{
  g_autoptr (KompassEvaluation) lund = kompass_test_lund (fixture->edition);
  gboolean swedish = strcmp (locale, SWEDISH) == 0;

  if (!kompass_test_use_locale (locale))
    return;
  kompass_evaluation_set_decimals (lund, 1);
  kompass_evaluation_set_score (lund, kompass_evaluation_find_line (lund, "1.3"), KOMPASS_SCORE_NA);
  kompass_evaluation_set_score (lund, kompass_evaluation_find_line (lund, "1.4"), KOMPASS_SCORE_NONE);
  check_format (lund, (const char *[]) { "1.1", "1.2", "1.3", "1.4", "1.5", NULL },
                swedish ? "4,5\n10,2\n-\n\n1,75\n" : "4.5\n10.2\n-\n\n1.75\n");
  check_format (lund, (const char *[]) { "2", NULL }, swedish ? "51,8\n" : "51.8\n");
  check_format (lund, (const char *[]) { NULL }, "");
}

static void
add (const char *name,
     const char *locale,
     void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = strcmp (locale, "C") == 0 ? g_strdup_printf ("/matrix/column/%s", name)
                                                    : g_strdup_printf ("/matrix/column/%s/swedish", name);

  g_test_add (path, Fixture, locale, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C");

  g_test_add_func ("/matrix/keys", test_keys);
  g_test_add_func ("/matrix/columns", test_columns);
  g_test_add_func ("/matrix/columns/titles", test_column_titles);
  add ("accepted", "C", test_column_accepted);
  add ("accepted", SWEDISH, test_column_accepted);
  add ("tables", "C", test_column_tables);
  add ("tables", SWEDISH, test_column_tables);
  add ("refused", "C", test_column_refused);
  add ("some-lines", "C", test_column_some_lines);
  add ("depths", "C", test_column_depths);
  add ("large", "C", test_column_large);
  add ("round-trip", "C", test_column_round_trip);
  add ("round-trip", SWEDISH, test_column_round_trip);
  add ("format", "C", test_column_format);
  add ("format", SWEDISH, test_column_format);

  return g_test_run ();
}
