/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chart on screen: walked by keyboard and pointer, read by a screen reader, and drawn in every size and style. */
#include "kompass-chart-area.h"

#include <string.h>

#include "kompass-chart-builder.h"
#include "kompass-comparison.h"
#include "kompass-test-window.h"

#define N_AREAS 8

typedef struct
{
  GtkWidget *window;
  KompassChartArea *area;
  KompassEdition *edition;
  KompassEvaluation *lund;
  KompassProfile *mean;
  guint n_notified;
  guint n_activated;
  guint series;
  guint category;
} Fixture;

static void
notified_cb (Fixture *fixture)
{
  fixture->n_notified++;
}

static void
activated_cb (Fixture *fixture,
              guint    series,
              guint    category)
{
  fixture->n_activated++;
  fixture->series = series;
  fixture->category = category;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  kind)
{
  fixture->edition = kompass_test_edition_2010 ();
  fixture->lund = kompass_test_lund (fixture->edition);
  fixture->mean = kompass_test_mean (fixture->edition);
  fixture->area = g_object_new (KOMPASS_TYPE_CHART_AREA, NULL);
  fixture->window = gtk_window_new ();
  g_object_add_weak_pointer (G_OBJECT (fixture->area), (gpointer *) &fixture->area);
  g_signal_connect_swapped (fixture->area, "notify::current-text", G_CALLBACK (notified_cb), fixture);
  g_signal_connect_swapped (fixture->area, "activated", G_CALLBACK (activated_cb), fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 480, 640);
  /* As in the pane: a window may be lower than the chart. */
  gtk_window_set_child (GTK_WINDOW (fixture->window),
                        g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", fixture->area, "hscrollbar-policy",
                                      GTK_POLICY_NEVER, NULL));
  gtk_window_present (GTK_WINDOW (fixture->window));
  kompass_test_wait_for_frame (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  kind)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_null (fixture->area);
  g_object_unref (fixture->mean);
  g_object_unref (fixture->lund);
  g_object_unref (fixture->edition);
}

static void
show_chart (Fixture    *fixture,
            const char *kind,
            gboolean    with_mean)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KompassChart) chart = NULL;
  g_autoptr (KompassComparison) mean = kompass_comparison_new (fixture->lund, fixture->mean, NULL);
  guint n_others = with_mean ? 1 : 0;

  chart = strcmp (kind, "radar") == 0 ? kompass_chart_builder_radar (fixture->lund, &mean, n_others, &error)
                                      : kompass_chart_builder_bars (fixture->lund, &mean, n_others, -1, &error);
  g_assert_no_error (error);
  kompass_chart_area_set_chart (fixture->area, chart);
  kompass_test_wait_for_frame (fixture->window);
  fixture->n_notified = 0;
}

static gboolean
press (Fixture *fixture,
       guint    keyval)
{
  return kompass_test_press_on (GTK_WIDGET (fixture->area), "chart-keys", keyval, 0);
}

static void
assert_current (Fixture    *fixture,
                const char *expected)
{
  g_autofree char *text = NULL;

  g_object_get (fixture->area, "current-text", &text, NULL);
  g_assert_cmpstr (text, ==, expected);
}

/* Left and right along the areas, up and down through the series, round at the ends. */
static void
test_walk (Fixture       *fixture,
           gconstpointer  kind)
{
  static const struct
  {
    guint keyval;
    const char *text;
  } steps[] = {
    { GDK_KEY_Right, "Lund 2011, 1 Offentlighet och demokrati: 42.2" },
    { GDK_KEY_Right, "Lund 2011, 2 Tillgänglighet och brukarorientering: 51.8" },
    { GDK_KEY_Down, "Mean of the 40 latest evaluations, 2 Tillgänglighet och brukarorientering: 54" },
    { GDK_KEY_KP_Right, "Mean of the 40 latest evaluations, 3 Politisk styrning och kontroll: 67" },
    { GDK_KEY_KP_Down, "Lund 2011, 3 Politisk styrning och kontroll: 64.4" },
    { GDK_KEY_KP_Left, "Lund 2011, 2 Tillgänglighet och brukarorientering: 51.8" },
    { GDK_KEY_Left, "Lund 2011, 1 Offentlighet och demokrati: 42.2" },
    { GDK_KEY_Left, "Lund 2011, 8 Kommunen som samhällsbyggare: 71.5" },
    { GDK_KEY_Up, "Mean of the 40 latest evaluations, 8 Kommunen som samhällsbyggare: 66" },
    { GDK_KEY_Right, "Mean of the 40 latest evaluations, 1 Offentlighet och demokrati: 50" },
  };

  show_chart (fixture, kind, TRUE);
  assert_current (fixture, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_assert_true (press (fixture, steps[i].keyval));
      assert_current (fixture, steps[i].text);
      g_assert_cmpuint (fixture->n_notified, ==, i + 1);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->area), GTK_ACCESSIBLE_PROPERTY_LABEL, steps[i].text);
      kompass_test_wait_for_frame (fixture->window);
    }
  g_assert_cmpuint (fixture->n_activated, ==, 0);
}

static void
test_activate (Fixture       *fixture,
               gconstpointer  kind)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };

  show_chart (fixture, kind, TRUE);
  press (fixture, GDK_KEY_Return);
  g_assert_cmpuint (fixture->n_activated, ==, 0);
  press (fixture, GDK_KEY_Right);
  press (fixture, GDK_KEY_Right);
  press (fixture, GDK_KEY_Down);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_true (press (fixture, keys[i]));
      g_assert_cmpuint (fixture->n_activated, ==, i + 1);
      g_assert_cmpuint (fixture->series, ==, 1);
      g_assert_cmpuint (fixture->category, ==, 1);
    }
  g_assert_true (press (fixture, GDK_KEY_Escape));
  assert_current (fixture, NULL);
  g_assert_false (press (fixture, GDK_KEY_Escape));
  g_assert_false (press (fixture, GDK_KEY_Tab));
  g_assert_false (kompass_test_press_on (GTK_WIDGET (fixture->area), "chart-keys", GDK_KEY_Right, GDK_CONTROL_MASK));
}

static GtkEventController *
find_controller (Fixture *fixture,
                 GType    type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->area));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (controller), type))
        return controller;
    }
  g_assert_not_reached ();
}

/* Every mark can be pointed at, says which it is, and can be clicked there. */
static void
test_pointer (Fixture       *fixture,
              gconstpointer  kind)
{
  GtkEventController *motion = find_controller (fixture, GTK_TYPE_EVENT_CONTROLLER_MOTION);
  GtkEventController *click = find_controller (fixture, GTK_TYPE_GESTURE_CLICK);
  gboolean found[N_AREAS] = { FALSE };

  show_chart (fixture, kind, FALSE);
  for (int y = 0; y < gtk_widget_get_height (GTK_WIDGET (fixture->area)); y += 3)
    for (int x = 0; x < gtk_widget_get_width (GTK_WIDGET (fixture->area)); x += 3)
      {
        g_autofree char *text = NULL;
        g_autofree char *beginning = NULL;

        g_signal_emit_by_name (motion, "motion", (double) x, (double) y);
        g_object_get (fixture->area, "current-text", &text, NULL);
        if (text == NULL)
          continue;
        g_signal_emit_by_name (click, "released", 1, (double) x, (double) y);
        g_assert_cmpuint (fixture->category, <, N_AREAS);
        beginning = g_strdup_printf ("Lund 2011, %u ", fixture->category + 1);
        g_assert_true (g_str_has_prefix (text, beginning));
        found[fixture->category] = TRUE;
      }
  for (guint i = 0; i < N_AREAS; i++)
    g_assert_true (found[i]);
  g_signal_emit_by_name (motion, "leave");
  assert_current (fixture, NULL);
}

/* A walk goes on while figures change, and ends where there is no chart. */
static void
test_changes (Fixture       *fixture,
              gconstpointer  kind)
{
  show_chart (fixture, kind, TRUE);
  press (fixture, GDK_KEY_Right);
  kompass_test_set (fixture->lund, "1.1", 550);
  show_chart (fixture, kind, TRUE);
  assert_current (fixture, "Lund 2011, 1 Offentlighet och demokrati: 43.25");

  press (fixture, GDK_KEY_Down);
  show_chart (fixture, kind, FALSE);
  assert_current (fixture, NULL);

  press (fixture, GDK_KEY_Right);
  kompass_chart_area_set_chart (fixture->area, NULL);
  kompass_test_wait_for_frame (fixture->window);
  assert_current (fixture, NULL);
  g_assert_null (kompass_chart_area_get_chart (fixture->area));
  g_assert_false (press (fixture, GDK_KEY_Right));
  g_assert_true (press (fixture, GDK_KEY_Return));
  g_assert_cmpuint (fixture->n_activated, ==, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->area), GTK_ACCESSIBLE_PROPERTY_LABEL, "Chart");
}

/* What is not known can be walked to, too, and says so. */
static void
test_unknown (Fixture       *fixture,
              gconstpointer  kind)
{
  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *number = g_strdup_printf ("1.%u", i);

      kompass_test_set (fixture->lund, number, KOMPASS_POINTS_UNKNOWN);
    }
  show_chart (fixture, kind, TRUE);
  press (fixture, GDK_KEY_Right);
  assert_current (fixture, "Lund 2011, 1 Offentlighet och demokrati: not known");
  press (fixture, GDK_KEY_Down);
  assert_current (fixture, "Mean of the 40 latest evaluations, 1 Offentlighet och demokrati: 50");
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  kind)
{
  KompassChart *chart;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->area), GTK_ACCESSIBLE_ROLE_IMG);
  show_chart (fixture, kind, TRUE);
  chart = kompass_chart_area_get_chart (fixture->area);
  g_assert_nonnull (kompass_chart_get_title (chart));
  g_assert_nonnull (strstr (kompass_chart_get_description (chart), "458.9"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->area), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       kompass_chart_get_title (chart));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->area), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       kompass_chart_get_description (chart));
}

/* It asks for the height that its texts need, and is drawn at any. */
static void
test_sizes (Fixture       *fixture,
            gconstpointer  kind)
{
  static const int sizes[] = { 240, 320, 480, 800, 1600 };

  show_chart (fixture, kind, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      int least, natural;

      gtk_widget_measure (GTK_WIDGET (fixture->area), GTK_ORIENTATION_VERTICAL, sizes[i], &least, &natural, NULL, NULL);
      g_assert_cmpint (least, >=, 240);
      g_assert_cmpint (natural, >=, least);
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), sizes[i], 1200);
      kompass_test_wait_for_frame (fixture->window);
    }
}

static void
test_styles (Fixture       *fixture,
             gconstpointer  kind)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_FORCE_DARK, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_DEFAULT };

  show_chart (fixture, kind, TRUE);
  press (fixture, GDK_KEY_Right);
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[i]);
      kompass_test_wait_for_frame (fixture->window);
    }
  assert_current (fixture, "Lund 2011, 1 Offentlighet och demokrati: 42.2");
}

static void
add (const char *name,
     void (*test) (Fixture *, gconstpointer))
{
  static const char * const kinds[] = { "radar", "bars" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strdup_printf ("/chart-area/%s/%s", kinds[i], name);

      g_test_add (path, Fixture, kinds[i], set_up, test, tear_down);
    }
}

int
main (int    argc,
      char **argv)
{
  kompass_test_init_windows (&argc, &argv);

  add ("walk", test_walk);
  add ("activate", test_activate);
  add ("pointer", test_pointer);
  add ("changes", test_changes);
  add ("unknown", test_unknown);
  add ("accessible", test_accessible);
  add ("sizes", test_sizes);
  add ("styles", test_styles);

  return g_test_run ();
}
