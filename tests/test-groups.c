/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reference groups in the window: their rows in the list, the dialog that makes and edits them, what they give, and what is
 * known of a municipality. */
#include <string.h>

#include "kompass-group-dialog.h"
#include "kompass-group-figures.h"
#include "kompass-group-members.h"
#include "kompass-municipality-dialog.h"
#include "kompass-sidebar-row.h"
#include "kompass-test-screen.h"
#include "kompass-test-window.h"
#include "kompass-whole-number.h"

#define MEAN "Mean of the 40 latest evaluations"

typedef KompassTestWindow Fixture;

/* Numbers that are typed */

static const struct
{
  const char *text;
  gboolean is_right;
  guint number;
} numbers[] = {
  { "", TRUE, 0 },        { " ", TRUE, 0 },       { "1", TRUE, 1 },          { "110 488", TRUE, 110488 },
  { "110\302\240488", TRUE, 110488 },             { "9999999", TRUE, 9999999 }, { "10000000", FALSE, 0 },
  { "0", FALSE, 0 },      { "-5", FALSE, 0 },     { "12,5", FALSE, 0 },      { "12.5", FALSE, 0 },
  { "tolv", FALSE, 0 },   { "99999999999999999999", FALSE, 0 },
};

static void
test_whole_number (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      guint number = 0;

      g_test_message ("“%s”", numbers[i].text);
      g_assert_cmpint (kompass_whole_number_parse (numbers[i].text, 9999999, &number), ==, numbers[i].is_right);
      if (numbers[i].is_right)
        g_assert_cmpuint (number, ==, numbers[i].number);
    }
}

static void
test_whole_number_format (void)
{
  static const struct
  {
    guint number;
    const char *text;
  } cases[] = { { 7, "7" }, { 999, "999" }, { 1000, "1\302\240000" }, { 1234567, "1\302\240234\302\240567" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = kompass_whole_number_format (cases[i].number);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* The dialog */

static GtkWidget *
get_dialog (Fixture *fixture)
{
  GtkWindow *dialog = kompass_test_find_dialog (fixture, KOMPASS_TYPE_GROUP_DIALOG);

  g_assert_nonnull (dialog);

  return GTK_WIDGET (dialog);
}

static GtkWidget *
open_new (Fixture *fixture)
{
  kompass_test_activate (fixture, "win.new-group", NULL);
  kompass_test_wait_for_frame (get_dialog (fixture));

  return get_dialog (fixture);
}

static GtkWidget *
get_member_part (GtkWidget  *dialog,
                 const char *id)
{
  return kompass_test_get_part (kompass_test_get_part (dialog, "members"), id);
}

static GListModel *
get_found (GtkWidget *dialog)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (get_member_part (dialog, "list"))));
}

static guint
find_found (GtkWidget  *dialog,
            const char *title)
{
  GListModel *found = get_found (dialog);

  for (guint i = 0; i < g_list_model_get_n_items (found); i++)
    {
      g_autoptr (KompassRound) round = g_list_model_get_item (found, i);
      g_autofree char *name = kompass_round_get_title (round);

      if (strcmp (name, title) == 0)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* As a click on its row, or Enter. */
static void
choose (GtkWidget  *dialog,
        const char *title)
{
  guint position = find_found (dialog, title);

  g_assert_cmpuint (position, !=, GTK_INVALID_LIST_POSITION);
  g_signal_emit_by_name (get_member_part (dialog, "list"), "activate", position);
}

static void
write_in (GtkWidget  *widget,
          const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (widget), text);
}

static void
search (GtkWidget  *dialog,
        const char *text)
{
  write_in (get_member_part (dialog, "search"), text);
  g_signal_emit_by_name (get_member_part (dialog, "search"), "search-changed");
}

static const char *
get_label (GtkWidget  *widget,
           const char *id)
{
  return gtk_label_get_label (GTK_LABEL (kompass_test_get_part (widget, id)));
}

static const char *
get_count (GtkWidget *dialog)
{
  return get_label (kompass_test_get_part (dialog, "members"), "count");
}

static gboolean
can_save (GtkWidget *dialog)
{
  return gtk_widget_is_sensitive (kompass_test_get_part (dialog, "save"));
}

static void
save (Fixture *fixture)
{
  GtkWidget *dialog = get_dialog (fixture);

  g_assert_true (can_save (dialog));
  g_signal_emit_by_name (kompass_test_get_part (dialog, "save"), "clicked");
  if (kompass_test_find_dialog (fixture, KOMPASS_TYPE_GROUP_DIALOG) != NULL)
    g_test_message ("%s", get_label (dialog, "message"));
  g_assert_null (kompass_test_find_dialog (fixture, KOMPASS_TYPE_GROUP_DIALOG));
}

static void
choose_edition (GtkWidget  *dialog,
                const char *name)
{
  AdwComboRow *row = ADW_COMBO_ROW (kompass_test_get_part (dialog, "edition"));

  for (guint i = 0; i < g_list_model_get_n_items (adw_combo_row_get_model (row)); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (adw_combo_row_get_model (row), i);

      if (strcmp (gtk_string_object_get_string (item), name) == 0)
        adw_combo_row_set_selected (row, i);
    }
  g_assert_cmpstr (gtk_string_object_get_string (adw_combo_row_get_selected_item (row)), ==, name);
}

static void
choose_eight_areas (GtkWidget *dialog)
{
  choose (dialog, "Grästorp 2014");
  choose (dialog, "Karlskrona 2011");
  choose (dialog, "Karlskrona 2014");
  choose (dialog, "Lund 2011");
}

static KompassGroup *
load_group (Fixture    *fixture,
            const char *name)
{
  KompassLibrary *library = kompass_window_get_library (fixture->window);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = kompass_library_list_groups (library, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < groups->len; i++)
    if (strcmp (kompass_group_get_name (g_ptr_array_index (groups, i)), name) == 0)
      return kompass_library_load_group (library, kompass_group_get_id (g_ptr_array_index (groups, i)), &error);

  return NULL;
}

/* Makes the group of the four evaluations of the example that have all eight areas of the edition of 2010. */
static KompassGroup *
make_eight (Fixture *fixture)
{
  GtkWidget *dialog = open_new (fixture);

  write_in (kompass_test_get_part (dialog, "name"), "Eight");
  choose_eight_areas (dialog);
  save (fixture);

  return load_group (fixture, "Eight");
}

/* What the group gives: worked out by hand from data/examples. */
static const struct
{
  KompassPoints mean; /* hundredths */
  guint n;
  const char *words;
} eight[] = {
  { 5505, 4, "Mean of 4 · median 54.5 · from 42.2 to 69" },   /* (61 + 48 + 69 + 42,2) / 4 = 55,05 */
  { 5695, 4, "Mean of 4 · median 55.9 · from 49 to 67" },     /* (60 + 49 + 67 + 51,8) / 4 = 56,95 */
  { 6610, 4, "Mean of 4 · median 64.7 · from 62 to 73" },     /* (73 + 62 + 65 + 64,4) / 4 = 66,1 */
  { 5438, 4, "Mean of 4 · median 56.25 · from 44 to 61" },    /* (53 + 44 + 61 + 59,5) / 4 = 54,375 */
  { 5765, 4, "Mean of 4 · median 57.3 · from 46 to 70" },     /* (70 + 46 + 53 + 61,6) / 4 = 57,65 */
  { 5308, 4, "Mean of 4 · median 55 · from 46 to 56.3" },     /* (56 + 46 + 54 + 56,3) / 4 = 53,075 */
  { 5965, 4, "Mean of 4 · median 58.3 · from 49 to 73" },     /* (65 + 49 + 73 + 51,6) / 4 = 59,65 */
  { 6938, 4, "Mean of 4 · median 69.5 · from 67 to 71.5" },   /* (68 + 71 + 67 + 71,5) / 4 = 69,375 */
  { 47223, 4, "Mean of 4 · median 482.45 · from 415 to 509" }, /* (506 + 415 + 509 + 458,9) / 4 = 472,225 */
};

static void
assert_eight (KompassProfile *profile)
{
  for (guint i = 0; i < G_N_ELEMENTS (eight); i++)
    {
      KompassLineKind kind = i < 8 ? KOMPASS_LINE_AREA : KOMPASS_LINE_TOTAL;
      const KompassStatistics *statistics = kompass_profile_get_statistics (profile, kind, i % 8);
      g_autofree char *words = kompass_group_figures_describe (profile, kind, i % 8);

      g_assert_cmpint (statistics->mean, ==, eight[i].mean);
      g_assert_cmpuint (statistics->n, ==, eight[i].n);
      g_assert_cmpstr (words, ==, eight[i].words);
    }
}

static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *dialog = open_new (fixture);
  KompassGroupFigures *figures = KOMPASS_GROUP_FIGURES (kompass_test_get_part (dialog, "figures"));
  g_autoptr (KompassGroup) group = NULL;
  g_autoptr (KompassProfile) stored = NULL;

  g_assert_false (can_save (dialog));
  g_assert_cmpstr (get_label (dialog, "message"), ==, "A reference group needs a name");
  write_in (kompass_test_get_part (dialog, "name"), " MEAN-of the 40  latest evaluations.");
  g_assert_cmpstr (get_label (dialog, "message"), ==, "There is a reference group of that name in this edition already");
  choose_edition (dialog, "2016");
  g_assert_cmpstr (get_label (dialog, "message"), ==, "Choose the evaluations that are members");
  choose_edition (dialog, "2010");
  write_in (kompass_test_get_part (dialog, "name"), " Eight ");
  g_assert_cmpstr (get_label (dialog, "message"), ==, "Choose the evaluations that are members");
  g_assert_cmpstr (get_count (dialog), ==, "No members are chosen");
  g_assert_null (kompass_group_figures_get_profile (figures));
  choose_eight_areas (dialog);
  g_assert_cmpstr (get_count (dialog), ==, "4 members chosen");
  assert_eight (kompass_group_figures_get_profile (figures));
  save (fixture);

  group = load_group (fixture, "Eight");
  g_assert_nonnull (group);
  g_assert_cmpuint (kompass_group_get_n_members (group), ==, 4);
  g_assert_cmpstr (kompass_group_get_as_of (group), ==, "2011–2014");
  g_assert_false (kompass_group_get_is_example (group));
  stored = kompass_library_load_profile (kompass_window_get_library (fixture->window), kompass_group_get_id (group), NULL);
  assert_eight (stored);

  /* One step. */
  kompass_test_activate (fixture, "win.undo", NULL);
  g_assert_null (load_group (fixture, "Eight"));
  kompass_test_activate (fixture, "win.redo", NULL);
  g_clear_object (&group);
  group = load_group (fixture, "Eight");
  g_assert_cmpuint (kompass_group_get_n_members (group), ==, 4);
}

/* Each figure is the mean of those who have it, and says of how many. */
static void
test_missing_values (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkWidget *dialog = open_new (fixture);
  KompassGroupFigures *figures = KOMPASS_GROUP_FIGURES (kompass_test_get_part (dialog, "figures"));
  KompassProfile *profile;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *total = NULL;

  g_signal_emit_by_name (get_member_part (dialog, "all"), "clicked");
  g_assert_cmpstr (get_count (dialog), ==, "12 members chosen");
  profile = kompass_group_figures_get_profile (figures);
  first = kompass_group_figures_describe (profile, KOMPASS_LINE_AREA, 0);
  second = kompass_group_figures_describe (profile, KOMPASS_LINE_AREA, 1);
  total = kompass_group_figures_describe (profile, KOMPASS_LINE_TOTAL, 0);
  /* 42,2 48 54 61 61 69: quartiles at 1,25 and 3,75 from the lowest */
  g_assert_cmpstr (first, ==, "Mean of 6 of 12 · median 57.5 · quartiles 49.5 and 61 · from 42.2 to 69");
  g_assert_cmpstr (second, ==, "Mean of 4 of 12 · median 55.9 · from 49 to 67");
  /* 415 426 437 450 458,9 483 506 509 549 551 615 644 */
  g_assert_cmpstr (total, ==, "Mean of 12 · median 494.5 · quartiles 446.75 and 549.5 · from 415 to 644");

  g_signal_emit_by_name (get_member_part (dialog, "none"), "clicked");
  g_assert_null (kompass_group_figures_get_profile (figures));
  choose (dialog, "Nacka 2011");
  g_clear_pointer (&first, g_free);
  g_clear_pointer (&total, g_free);
  first = kompass_group_figures_describe (kompass_group_figures_get_profile (figures), KOMPASS_LINE_AREA, 0);
  total = kompass_group_figures_describe (kompass_group_figures_get_profile (figures), KOMPASS_LINE_TOTAL, 0);
  g_assert_cmpstr (first, ==, "Not known for the only member");
  g_assert_cmpstr (total, ==, "Points of 1 member");
}

static guint
get_n_found (GtkWidget *dialog)
{
  return g_list_model_get_n_items (get_found (dialog));
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *dialog = open_new (fixture);
  GtkWidget *members = kompass_test_get_part (dialog, "members");
  GtkWidget *first_year = get_member_part (dialog, "first_year");

  g_assert_cmpuint (get_n_found (dialog), ==, 12);
  g_assert_false (gtk_widget_get_visible (get_member_part (dialog, "filter_bar")));
  write_in (first_year, "2012");
  g_assert_cmpuint (get_n_found (dialog), ==, 8);
  write_in (get_member_part (dialog, "last_year"), "2013");
  g_assert_cmpuint (get_n_found (dialog), ==, 2);
  g_assert_cmpstr (get_label (members, "filter_summary"), ==, "2012–2013");
  choose (dialog, "Örebro 2012");

  /* What is chosen stays so, whatever is found. */
  write_in (first_year, "2013");
  g_assert_cmpstr (get_count (dialog), ==, "1 member chosen, of which 1 not in the list");
  write_in (first_year, "2014");
  g_assert_cmpstr (get_label (members, "filter_message"), ==, "The last year is before the first");
  write_in (first_year, "tolv");
  g_assert_cmpstr (get_label (members, "filter_message"), ==, "Write years with digits");
  g_assert_true (gtk_widget_has_css_class (first_year, "error"));
  write_in (first_year, "");
  g_assert_false (gtk_widget_get_visible (get_member_part (dialog, "filter_message")));

  write_in (get_member_part (dialog, "last_year"), "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_member_part (dialog, "depth")), KOMPASS_DEPTH_AREAS);
  g_assert_cmpuint (get_n_found (dialog), ==, 6);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_member_part (dialog, "depth")), KOMPASS_DEPTH_QUESTIONS);
  g_assert_cmpuint (get_n_found (dialog), ==, 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_member_part (dialog, "depth")), KOMPASS_DEPTH_TOTAL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_member_part (dialog, "country")), 2);
  g_assert_cmpuint (get_n_found (dialog), ==, 0);
  g_assert_cmpstr (get_label (members, "nothing"), ==, "No evaluation is like that");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_member_part (dialog, "country")), 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_member_part (dialog, "only_chosen")), TRUE);
  g_assert_cmpuint (get_n_found (dialog), ==, 1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_member_part (dialog, "only_chosen")), FALSE);
  g_assert_cmpuint (get_n_found (dialog), ==, 12);
}

static void
set_inhabitants (Fixture    *fixture,
                 const char *name,
                 guint       inhabitants)
{
  g_autofree char *id = kompass_test_find_municipality (fixture, name);
  g_autoptr (GError) error = NULL;

  kompass_library_set_inhabitants (kompass_window_get_library (fixture->window), id, inhabitants, &error);
  g_assert_no_error (error);
}

static void
test_filter_inhabitants (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkWidget *dialog;

  set_inhabitants (fixture, "Lund", 110488);
  set_inhabitants (fixture, "Grästorp", 5600);
  dialog = open_new (fixture);
  write_in (get_member_part (dialog, "least_inhabitants"), "5 600");
  g_assert_cmpuint (get_n_found (dialog), ==, 2);
  g_assert_cmpstr (get_label (kompass_test_get_part (dialog, "members"), "filter_summary"), ==, "from 5\302\240600 inhabitants");
  write_in (get_member_part (dialog, "most_inhabitants"), "6000");
  g_assert_cmpuint (get_n_found (dialog), ==, 1);
  g_assert_cmpuint (find_found (dialog, "Grästorp 2014"), ==, 0);
}

/* What is searched for and cannot be a member is there with the reason. */
static void
test_other_edition (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *dialog = open_new (fixture);
  GtkWidget *members = kompass_test_get_part (dialog, "members");

  g_assert_cmpuint (find_found (dialog, "Tomelilla 2020"), ==, GTK_INVALID_LIST_POSITION);
  search (dialog, " tomel ");
  g_assert_cmpuint (get_n_found (dialog), ==, 2);
  g_assert_false (gtk_widget_is_sensitive (get_member_part (dialog, "all")));
  choose (dialog, "Tomelilla 2020");
  g_assert_cmpstr (get_label (members, "message"), ==,
                   "Tomelilla 2020 cannot be a member. Of edition 2020; the group is of edition 2010");
  g_assert_cmpstr (get_count (dialog), ==, "No members are chosen");
  search (dialog, "Sund");
  choose (dialog, "Sund (NO) 2015");
  g_assert_nonnull (strstr (get_label (members, "message"), "Its edition is not known"));
  search (dialog, "Atlantis");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (get_member_part (dialog, "stack"))), ==, "nothing");

  /* Enter chooses the only one that is found. */
  search (dialog, "lund 2011");
  g_signal_emit_by_name (get_member_part (dialog, "search"), "activate");
  g_assert_cmpstr (get_count (dialog), ==, "1 member chosen");
}

static void
test_change_edition (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkWidget *dialog = open_new (fixture);

  write_in (kompass_test_get_part (dialog, "name"), "Eight");
  choose_eight_areas (dialog);
  choose_edition (dialog, "2016");
  g_assert_false (can_save (dialog));
  g_assert_nonnull (strstr (get_label (dialog, "message"),
                            "4 members are of edition 2010 and leave the group: Grästorp 2014, Karlskrona 2011, "
                            "Karlskrona 2014, 1 more. Choose edition 2010 again to keep them."));
  g_assert_cmpstr (get_count (dialog), ==, "No members are chosen");
  choose (dialog, "Enköping 2018");
  g_assert_true (can_save (dialog));
  choose_edition (dialog, "2010");
  g_assert_cmpstr (get_count (dialog), ==, "4 members chosen");
  choose_edition (dialog, "2016");
  g_assert_cmpstr (get_count (dialog), ==, "1 member chosen");
}

/* A published mean */

static GtkWidget *
find_entry (GtkWidget  *root,
            const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_ACTION_ROW (root) && strcmp (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return kompass_test_find_widget (root, GTK_TYPE_ENTRY);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child, title);

  return found;
}

static void
assert_problem (GtkWidget  *entry,
                const char *problem)
{
  GtkWidget *row = gtk_widget_get_ancestor (entry, ADW_TYPE_ACTION_ROW);

  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, problem);
  g_assert_cmpint (gtk_widget_has_css_class (entry, "error"), ==, *problem != '\0');
}

static void
test_published (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *dialog = open_new (fixture);
  GtkWidget *values = kompass_test_get_part (dialog, "values");
  GtkWidget *area;
  GtkWidget *total;
  g_autoptr (KompassGroup) group = NULL;

  write_in (kompass_test_get_part (dialog, "name"), "National");
  adw_combo_row_set_selected (ADW_COMBO_ROW (kompass_test_get_part (dialog, "kind")), 1);
  g_assert_false (gtk_widget_get_visible (kompass_test_get_part (dialog, "members")));
  g_assert_cmpstr (get_label (dialog, "message"), ==, "A published mean needs the points of at least one area, or the total");
  area = find_entry (values, "1 Offentlighet och demokrati");
  total = find_entry (values, "Total");
  write_in (area, "101");
  assert_problem (area, "At most 100 points");
  g_assert_false (can_save (dialog));
  write_in (area, "-1");
  assert_problem (area, "At least 0 points");
  write_in (area, "52,25");
  assert_problem (area, "");
  write_in (total, "800.5");
  assert_problem (total, "At most 800 points");
  write_in (total, "476.5");
  assert_problem (total, "");
  write_in (kompass_test_get_part (values, "members"), "forty");
  assert_problem (kompass_test_get_part (values, "members"),
                  "Write a whole number from 1 to 9\302\240999, or nothing where it is not known");
  g_assert_false (can_save (dialog));
  write_in (kompass_test_get_part (values, "members"), "");
  assert_problem (kompass_test_get_part (values, "members"), "");
  write_in (kompass_test_get_part (values, "as_of"), " 2016 ");
  write_in (kompass_test_get_part (values, "source"), "A report");
  save (fixture);

  group = load_group (fixture, "National");
  g_assert_true (kompass_group_get_is_published (group));
  g_assert_cmpuint (kompass_group_get_n_members (group), ==, 0);
  g_assert_cmpstr (kompass_group_get_as_of (group), ==, "2016");
  g_assert_cmpstr (kompass_group_get_source (group), ==, "A report");
  g_assert_cmpint (kompass_group_get_points (group, KOMPASS_LINE_AREA, 0), ==, 5225);
  g_assert_cmpint (kompass_group_get_points (group, KOMPASS_LINE_AREA, 1), ==, KOMPASS_POINTS_UNKNOWN);
  g_assert_cmpint (kompass_group_get_points (group, KOMPASS_LINE_TOTAL, 0), ==, 47650);
}

/* What was typed for the areas of one edition is not taken for those of another, and is not lost either. */
static void
test_published_edition (Fixture       *fixture,
                        gconstpointer  data)
{
  GtkWidget *dialog = open_new (fixture);
  GtkWidget *values = kompass_test_get_part (dialog, "values");

  adw_combo_row_set_selected (ADW_COMBO_ROW (kompass_test_get_part (dialog, "kind")), 1);
  write_in (find_entry (values, "1 Offentlighet och demokrati"), "52");
  choose_edition (dialog, "2020");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (
                       find_entry (values, "1 Samspel mellan förtroendevalda och medborgare"))), ==, "");
  choose_edition (dialog, "2010");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (values, "1 Offentlighet och demokrati"))), ==, "52");
}

/* Editing */

static GtkWidget *
open_edit (Fixture      *fixture,
           KompassGroup *group)
{
  kompass_test_activate (fixture, "win.edit-group", kompass_group_get_id (group));
  kompass_test_wait_for_frame (get_dialog (fixture));

  return get_dialog (fixture);
}

static const char *
get_compared (Fixture *fixture)
{
  KompassEvaluation *evaluation = kompass_window_get_evaluation (fixture->window);

  g_assert_nonnull (evaluation);

  return gtk_label_get_label (
      GTK_LABEL (kompass_test_get_part (kompass_test_get_window_part (fixture, "profile"), "compare_label")));
}

typedef struct
{
  Fixture *fixture;
  const char *name;
} Compared;

static gboolean
is_compared (gpointer data)
{
  Compared *compared = data;

  return strcmp (get_compared (compared->fixture), compared->name) == 0;
}

/* Members are read in a thread of their own. */
static void
assert_compared (Fixture    *fixture,
                 const char *name)
{
  kompass_test_wait_for (is_compared, &(Compared) { fixture, name });
}

static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (KompassGroup) group = make_eight (fixture);
  g_autoptr (KompassGroup) edited = NULL;
  GtkWidget *dialog;

  kompass_test_activate (fixture, "win.use-group", kompass_group_get_id (group));
  assert_compared (fixture, "Eight");
  dialog = open_edit (fixture, group);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "Edit Reference Group");
  g_assert_false (gtk_widget_is_sensitive (kompass_test_get_part (dialog, "kind")));
  g_assert_cmpstr (get_count (dialog), ==, "4 members chosen");
  write_in (kompass_test_get_part (dialog, "name"), "Five");
  choose (dialog, "Gotland 2014");
  save (fixture);

  edited = load_group (fixture, "Five");
  g_assert_cmpstr (kompass_group_get_id (edited), ==, kompass_group_get_id (group));
  g_assert_cmpuint (kompass_group_get_n_members (edited), ==, 5);
  assert_compared (fixture, "Five");
  kompass_test_activate (fixture, "win.undo", NULL);
  assert_compared (fixture, "Eight");
}

/* A bundled name keeps its translations when something else is edited. */
static void
test_edit_bundled (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (KompassGroup) group = load_group (fixture, MEAN);
  g_autoptr (KompassGroup) edited = NULL;
  GtkWidget *dialog = open_edit (fixture, group);
  GtkWidget *values = kompass_test_get_part (dialog, "values");

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (kompass_test_get_part (values, "members"))), ==, "40");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (values, "Total"))), ==, "455");
  write_in (find_entry (values, "Total"), "456");
  save (fixture);
  edited = load_group (fixture, MEAN);
  g_assert_nonnull (edited);
  g_assert_cmpint (kompass_group_get_points (edited, KOMPASS_LINE_TOTAL, 0), ==, 45600);
  g_assert_true (kompass_group_get_is_example (edited));
}

/* The question lies over the dialog, not over the window. */
static void
respond (Fixture    *fixture,
         const char *response)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow *question = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows) && question == NULL; i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_window_get_transient_for (window) == GTK_WINDOW (get_dialog (fixture)))
        question = window;
    }
  g_assert_nonnull (question);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), response);
  gtk_window_close (question);
}

static gboolean
has_closed (gpointer fixture)
{
  return kompass_test_find_dialog (fixture, KOMPASS_TYPE_GROUP_DIALOG) == NULL;
}

/* Nothing typed: it closes. Something typed: it asks. */
static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *dialog = open_new (fixture);

  gtk_window_close (GTK_WINDOW (dialog));
  g_assert_null (kompass_test_find_dialog (fixture, KOMPASS_TYPE_GROUP_DIALOG));

  dialog = open_new (fixture);
  write_in (kompass_test_get_part (dialog, "name"), "Eight");
  choose (dialog, "Lund 2011");
  gtk_window_close (GTK_WINDOW (dialog));
  respond (fixture, "cancel");
  g_assert_true (get_dialog (fixture) == dialog);
  g_assert_cmpstr (get_count (dialog), ==, "1 member chosen");
  gtk_window_close (GTK_WINDOW (dialog));
  respond (fixture, "discard");
  kompass_test_wait_for (has_closed, fixture);
  g_assert_null (load_group (fixture, "Eight"));

  dialog = open_new (fixture);
  write_in (kompass_test_get_part (dialog, "name"), "One");
  choose (dialog, "Lund 2011");
  gtk_window_close (GTK_WINDOW (dialog));
  respond (fixture, "save");
  kompass_test_wait_for (has_closed, fixture);
  g_object_unref (load_group (fixture, "One"));
}

static void
test_duplicate_and_delete (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (KompassGroup) group = make_eight (fixture);
  g_autoptr (KompassGroup) copy = NULL;
  g_autoptr (KompassGroup) mean = load_group (fixture, MEAN);
  g_autoptr (KompassGroup) mean_copy = NULL;

  kompass_test_activate (fixture, "win.duplicate-group", kompass_group_get_id (group));
  kompass_test_assert_seen (fixture, "Eight (copy) added");
  copy = load_group (fixture, "Eight (copy)");
  g_assert_cmpuint (kompass_group_get_n_members (copy), ==, 4);
  kompass_test_activate (fixture, "win.duplicate-group", kompass_group_get_id (mean));
  mean_copy = load_group (fixture, MEAN " (copy)");
  g_assert_cmpint (kompass_group_get_points (mean_copy, KOMPASS_LINE_AREA, 2), ==, 6700);
  g_assert_cmpuint (kompass_group_get_n_members (mean_copy), ==, 40);
  g_assert_false (kompass_group_get_is_example (mean_copy));
  kompass_test_activate (fixture, "win.duplicate-group", kompass_group_get_id (group));
  kompass_test_assert_seen (fixture, "Eight (copy 2) added");

  kompass_test_activate (fixture, "win.use-group", kompass_group_get_id (group));
  kompass_test_activate (fixture, "win.delete-group", kompass_group_get_id (group));
  kompass_test_assert_seen (fixture, "Eight deleted");
  g_assert_null (load_group (fixture, "Eight"));
  assert_compared (fixture, "Compare with…");
  kompass_test_activate (fixture, "win.undo", NULL);
  g_clear_object (&group);
  group = load_group (fixture, "Eight");
  g_assert_cmpuint (kompass_group_get_n_members (group), ==, 4);
  assert_compared (fixture, "Eight");
}

/* The list */

static GtkWidget *
get_list (Fixture *fixture)
{
  return kompass_test_get_part (kompass_test_get_window_part (fixture, "sidebar"), "list");
}

static void
search_list (Fixture    *fixture,
             const char *text)
{
  GtkWidget *entry = kompass_test_get_part (kompass_test_get_window_part (fixture, "sidebar"), "search");

  write_in (entry, text);
  g_signal_emit_by_name (entry, "search-changed");
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
}

static KompassSidebarRow *
find_row (GtkWidget *list)
{
  for (GtkWidget *item = gtk_widget_get_first_child (list); item != NULL; item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *row = kompass_test_find_widget (item, KOMPASS_TYPE_SIDEBAR_ROW);

      if (row != NULL && KOMPASS_IS_GROUP (kompass_sidebar_row_get_item (KOMPASS_SIDEBAR_ROW (row))))
        return KOMPASS_SIDEBAR_ROW (row);
    }

  return NULL;
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (KompassGroup) group = make_eight (fixture);
  GtkWidget *list = get_list (fixture);
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  g_autoptr (GMenuModel) menu = NULL;
  KompassSidebarRow *row;

  search_list (fixture, "eIgHt");
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 2);
  row = find_row (list);
  g_assert_nonnull (row);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Eight, Edition 2010 · 4 members");
  menu = kompass_sidebar_row_make_menu (row);
  g_assert_cmpint (g_menu_model_get_n_items (menu), ==, 4);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (row)));

  g_assert_true (kompass_test_press_on (list, NULL, GDK_KEY_F2, 0));
  gtk_window_close (GTK_WINDOW (get_dialog (fixture)));
  g_signal_emit_by_name (list, "activate", 1);
  assert_compared (fixture, "Eight");
  gtk_widget_grab_focus (GTK_WIDGET (row));
  g_assert_true (kompass_test_press_on (list, NULL, GDK_KEY_Delete, 0));
  kompass_test_assert_seen (fixture, "Eight deleted");
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);
  kompass_test_assert_seen (fixture, "No municipality or group has that name");
  search_list (fixture, "");
  kompass_test_activate (fixture, "win.undo", NULL);
  search_list (fixture, "eight");
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 2);
}

/* A group that cannot be compared says why. */
static void
test_use (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (KompassGroup) group = make_eight (fixture);

  kompass_test_open (fixture, "Enköping 2018");
  kompass_test_activate (fixture, "win.use-group", kompass_group_get_id (group));
  g_assert_cmpstr (get_compared (fixture), !=, "Eight");
}

/* As a button or an item of a menu has it. */
static gboolean
can_compare (Fixture *fixture)
{
  GtkBox *box = GTK_BOX (kompass_test_get_window_part (fixture, "box"));
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "action-name", "win.compare-with", NULL);
  gboolean can;

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "");
  gtk_box_append (box, button);
  can = gtk_widget_is_sensitive (button);
  gtk_box_remove (box, button);

  return can;
}

/* Groups are there for the next evaluation when the last one is gone; without one that is open, they are edited. */
static void
test_without_evaluations (Fixture       *fixture,
                          gconstpointer  data)
{
  KompassLibrary *library = kompass_window_get_library (fixture->window);
  g_autoptr (KompassGroup) group = load_group (fixture, MEAN);
  g_autoptr (GPtrArray) rounds = kompass_library_list_rounds (library, NULL);

  g_assert_true (can_compare (fixture));
  for (guint i = 0; i < rounds->len; i++)
    if (kompass_round_get_id (g_ptr_array_index (rounds, i)) != NULL)
      g_assert_true (kompass_library_delete_evaluation (library, kompass_round_get_id (g_ptr_array_index (rounds, i)), NULL));
  g_assert_null (kompass_window_get_evaluation (fixture->window));
  g_assert_false (can_compare (fixture));
  g_assert_true (gtk_widget_get_visible (kompass_test_get_window_part (fixture, "sidebar_button")));
  kompass_test_activate (fixture, "win.use-group", kompass_group_get_id (group));
  gtk_window_close (GTK_WINDOW (get_dialog (fixture)));
}

/* Municipalities */

static GtkWindow *
open_municipality (Fixture    *fixture,
                   const char *id)
{
  GtkWindow *dialog;

  kompass_test_activate (fixture, "win.edit-municipality", id);
  dialog = kompass_test_find_dialog (fixture, KOMPASS_TYPE_MUNICIPALITY_DIALOG);
  g_assert_nonnull (dialog);

  return dialog;
}

static guint
get_inhabitants (Fixture    *fixture,
                 const char *id)
{
  g_autoptr (GError) error = NULL;
  guint inhabitants;

  kompass_library_get_inhabitants (kompass_window_get_library (fixture->window), id, &inhabitants, &error);
  g_assert_no_error (error);

  return inhabitants;
}

static void
test_municipality (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char * const wrong[] = { "0", "-5", "tolv", "110,5", "99999999" };
  g_autofree char *lund = kompass_test_find_municipality (fixture, "Lund");
  GtkWindow *dialog = open_municipality (fixture, lund);
  GtkWidget *inhabitants = kompass_test_get_part (dialog, "inhabitants");
  GtkWidget *save = kompass_test_get_part (dialog, "save");

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (inhabitants)), ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      write_in (inhabitants, wrong[i]);
      g_assert_false (gtk_widget_is_sensitive (save));
      g_assert_true (gtk_widget_has_css_class (inhabitants, "error"));
      g_assert_cmpstr (get_label (GTK_WIDGET (dialog), "message"), ==,
                       "Write the number of inhabitants with digits, or nothing where it is not known");
    }
  write_in (inhabitants, "110 488");
  write_in (kompass_test_get_part (dialog, "name"), "Lunds kommun");
  g_signal_emit_by_name (save, "clicked");
  g_assert_null (kompass_test_find_dialog (fixture, KOMPASS_TYPE_MUNICIPALITY_DIALOG));
  g_assert_cmpuint (get_inhabitants (fixture, lund), ==, 110488);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Lunds kommun 2011");

  dialog = open_municipality (fixture, lund);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (kompass_test_get_part (dialog, "inhabitants"))), ==,
                   "110\302\240488");
  gtk_window_close (dialog);
  kompass_test_activate (fixture, "win.undo", NULL);
  g_assert_cmpuint (get_inhabitants (fixture, lund), ==, 0);
  kompass_test_activate (fixture, "win.undo", NULL);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Lund 2011");
}

/* Sizes */

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *dialog;

  kompass_test_activate (fixture, "win.new-group", NULL);
  dialog = get_dialog (fixture);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 360, 640);
  kompass_test_wait_for_frame (dialog);
  g_assert_cmpint (gtk_widget_get_width (dialog), <=, 360);
  g_assert_true (adw_leaflet_get_folded (ADW_LEAFLET (kompass_test_get_part (dialog, "leaflet"))));
  g_assert_true (gtk_widget_get_visible (kompass_test_get_part (dialog, "members_row")));
  g_signal_emit_by_name (kompass_test_get_part (dialog, "members_row"), "activated");
  g_assert_true (gtk_widget_get_visible (kompass_test_get_part (dialog, "back")));
  g_assert_false (gtk_widget_get_visible (kompass_test_get_part (dialog, "cancel")));
  choose (dialog, "Lund 2011");
  g_signal_emit_by_name (kompass_test_get_part (dialog, "back"), "clicked");
  g_assert_true (gtk_widget_get_visible (kompass_test_get_part (dialog, "cancel")));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (kompass_test_get_part (dialog, "members_row"))), ==,
                   "1 member chosen");
}

/* Nothing holds a dialog after it is closed. */
static void
test_finalize (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *dialog = g_object_ref (open_new (fixture));

  choose_eight_areas (dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_finalize_object (dialog);
}

int
main (int    argc,
      char **argv)
{
  kompass_test_init_windows (&argc, &argv);

  g_test_add_func ("/groups/whole-number", test_whole_number);
  g_test_add_func ("/groups/whole-number/format", test_whole_number_format);
  kompass_test_add_window ("/groups/new", kompass_test_set_up_example, test_new);
  kompass_test_add_window ("/groups/missing-values", kompass_test_set_up_example, test_missing_values);
  kompass_test_add_window ("/groups/filter", kompass_test_set_up_example, test_filter);
  kompass_test_add_window ("/groups/filter/inhabitants", kompass_test_set_up_example, test_filter_inhabitants);
  kompass_test_add_window ("/groups/other-edition", kompass_test_set_up_example, test_other_edition);
  kompass_test_add_window ("/groups/change-edition", kompass_test_set_up_example, test_change_edition);
  kompass_test_add_window ("/groups/published", kompass_test_set_up_example, test_published);
  kompass_test_add_window ("/groups/published/edition", kompass_test_set_up_example, test_published_edition);
  kompass_test_add_window ("/groups/edit", kompass_test_set_up_example, test_edit);
  kompass_test_add_window ("/groups/edit/bundled", kompass_test_set_up_example, test_edit_bundled);
  kompass_test_add_window ("/groups/close", kompass_test_set_up_example, test_close);
  kompass_test_add_window ("/groups/duplicate-and-delete", kompass_test_set_up_example, test_duplicate_and_delete);
  kompass_test_add_window ("/groups/list", kompass_test_set_up_example, test_list);
  kompass_test_add_window ("/groups/use", kompass_test_set_up_example, test_use);
  kompass_test_add_window ("/groups/without-evaluations", kompass_test_set_up_example, test_without_evaluations);
  kompass_test_add_window ("/groups/municipality", kompass_test_set_up_example, test_municipality);
  kompass_test_add_window ("/groups/narrow", kompass_test_set_up_example, test_narrow);
  kompass_test_add_window ("/groups/finalize", kompass_test_set_up_example, test_finalize);

  return g_test_run ();
}
