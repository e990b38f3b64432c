/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of the window share: a window on a library of the test's own, widgets found by what they are for, keys and
 * actions, and waiting for what is to happen. */
#include "kompass-test-window.h"

#include <locale.h>

#include "config.h"

#define DEADLINE_SECONDS 30

/* Waiting */

static gboolean
give_up_cb (gpointer late)
{
  *(gboolean *) late = TRUE;

  return G_SOURCE_REMOVE;
}

static gboolean
look_again_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/**
 * kompass_test_wait_for:
 * @condition: what is to come about
 * @data: its data
 *
 * Runs the main loop until it has. The test fails when it has not before the deadline.
 */
void
kompass_test_wait_for (KompassTestCondition condition,
                       gpointer             data)
{
  gboolean late = FALSE;
  guint deadline = g_timeout_add_seconds (DEADLINE_SECONDS, give_up_cb, &late);
  guint again = g_timeout_add (10, look_again_cb, NULL);

  while (!condition (data) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (deadline);
  g_source_remove (again);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       n_frames)
{
  (*(guint *) n_frames)++;

  return *(guint *) n_frames < 2 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
has_two_frames (gpointer n_frames)
{
  return *(guint *) n_frames >= 2;
}

/**
 * kompass_test_wait_for_frame:
 * @widget: a widget on screen
 *
 * Runs the main loop until what is to be laid out and drawn has been.
 */
void
kompass_test_wait_for_frame (GtkWidget *widget)
{
  guint n_frames = 0;

  gtk_widget_add_tick_callback (widget, tick_cb, &n_frames, NULL);
  kompass_test_wait_for (has_two_frames, &n_frames);
}

/* Windows */

/**
 * kompass_test_init_windows:
 * @argc: number of arguments
 * @argv: arguments
 *
 * Initializes the test and the toolkit, in the locale C, without animations, and without a message bus on which the
 * applications of several tests would meet.
 */
void
kompass_test_init_windows (int    *argc,
                           char ***argv)
{
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "disabled:", TRUE);
  gtk_test_init (argc, argv, NULL);
  setlocale (LC_ALL, "C");
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE,
                "gtk-error-bell", FALSE, NULL);
}

static void
reset_settings (void)
{
  static const char * const keys[] = { "window-width", "window-height", "window-maximized", "evaluation", "comparisons",
                                       "sidebar-visible", "profile-visible", "view", "profile-kind", "profile-sorted",
                                       "printed-visible", "print-settings", "page-setup", "report-section",
                                       "report-paper", "report-greyscale", "preview-visible" };
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
}

/**
 * kompass_test_show_window:
 * @fixture: a fixture without a window
 *
 * Opens a window on the library and waits until it is on screen.
 */
void
kompass_test_show_window (KompassTestWindow *fixture)
{
  g_assert_null (fixture->window);
  fixture->window = kompass_window_new (fixture->application, fixture->path);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  fixture->matrix = kompass_points_view_get_matrix (kompass_window_get_points_view (fixture->window));
  gtk_window_present (GTK_WINDOW (fixture->window));
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
}

static gboolean
is_null (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

/**
 * kompass_test_close_window:
 * @fixture: a fixture with a window
 *
 * Closes the window as its user does, and waits until nothing holds it any more.
 */
void
kompass_test_close_window (KompassTestWindow *fixture)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  kompass_test_wait_for (is_null, &fixture->window);
  fixture->matrix = NULL;
}

/**
 * kompass_test_set_up_window:
 * @fixture: a fixture
 * @data: not used
 *
 * Opens a window on a new library, with the settings of a first start.
 */
void
kompass_test_set_up_window (KompassTestWindow *fixture,
                            gconstpointer      data)
{
  g_autoptr (GError) error = NULL;

  reset_settings ();
  fixture->folder = kompass_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "library.kompass", NULL);
  fixture->application = GTK_APPLICATION (kompass_application_new ());
  g_application_set_flags (G_APPLICATION (fixture->application),
                           g_application_get_flags (G_APPLICATION (fixture->application)) | G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (fixture->application), NULL, &error);
  g_assert_no_error (error);
  kompass_test_show_window (fixture);
}

/**
 * kompass_test_set_up_example:
 * @fixture: a fixture
 * @data: not used
 *
 * Opens a window on a new library with the example, which shows Lund 2011 beside the mean of forty evaluations.
 */
void
kompass_test_set_up_example (KompassTestWindow *fixture,
                             gconstpointer      data)
{
  kompass_test_set_up_window (fixture, data);
  kompass_window_open_example (fixture->window);
  g_assert_cmpstr (kompass_evaluation_get_title (kompass_window_get_evaluation (fixture->window)), ==, "Lund 2011");
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
}

/**
 * kompass_test_tear_down_window:
 * @fixture: a fixture
 * @data: not used
 *
 * Destroys the windows, whatever is typed in them, and the library. Nothing may hold a window any more.
 */
void
kompass_test_tear_down_window (KompassTestWindow *fixture,
                               gconstpointer      data)
{
  GList *windows;

  while ((windows = gtk_application_get_windows (fixture->application)) != NULL)
    gtk_window_destroy (windows->data);
  kompass_test_wait_for (is_null, &fixture->window);
  g_object_unref (fixture->application); /* it holds itself by its actions until a main loop of its own ends */
  kompass_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/**
 * kompass_test_add_window:
 * @path: the path of a test
 * @set_up: what is done before
 * @test: the test
 *
 * Adds a test of the window. It ends with kompass_test_tear_down_window().
 */
void
kompass_test_add_window (const char      *path,
                         KompassTestFunc  set_up,
                         KompassTestFunc  test)
{
  g_test_add (path, KompassTestWindow, NULL, set_up, test, kompass_test_tear_down_window);
}

/**
 * kompass_test_open:
 * @fixture: a fixture with a window
 * @name: a municipality and a year, as "Lund 2011"
 *
 * Shows an evaluation.
 */
void
kompass_test_open (KompassTestWindow *fixture,
                   const char        *name)
{
  g_autofree char *id = kompass_test_find_evaluation (fixture, name);

  kompass_window_open (fixture->window, id);
  g_assert_cmpstr (kompass_evaluation_get_id (kompass_window_get_evaluation (fixture->window)), ==, id);
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
}

/* Widgets */

/**
 * kompass_test_find_widget:
 * @root: a widget
 * @type: a type of widgets
 *
 * Returns: (transfer none) (nullable): the first widget of that type in it, itself included
 */
GtkWidget *
kompass_test_find_widget (GtkWidget *root,
                          GType      type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = kompass_test_find_widget (child, type);

  return found;
}

/**
 * kompass_test_get_part:
 * @widget: a widget made from a .ui file
 * @id: what a part of it is called there
 *
 * Returns: (transfer none): the part
 */
GtkWidget *
kompass_test_get_part (gpointer    widget,
                       const char *id)
{
  GObject *part = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), id);

  g_assert_true (GTK_IS_WIDGET (part));

  return GTK_WIDGET (part);
}

/**
 * kompass_test_get_window_part:
 * @fixture: a fixture with a window
 * @id: what a part of the window is called
 *
 * Returns: (transfer none): the part
 */
GtkWidget *
kompass_test_get_window_part (KompassTestWindow *fixture,
                              const char        *id)
{
  return kompass_test_get_part (fixture->window, id);
}

/**
 * kompass_test_get_view_part:
 * @fixture: a fixture with a window
 * @id: what a part of the view of points is called
 *
 * Returns: (transfer none): the part
 */
GtkWidget *
kompass_test_get_view_part (KompassTestWindow *fixture,
                            const char        *id)
{
  return kompass_test_get_part (kompass_window_get_points_view (fixture->window), id);
}

/**
 * kompass_test_find_dialog:
 * @fixture: a fixture with a window
 * @type: a type of dialogs
 *
 * Returns: (transfer none) (nullable): the dialog of that type that is open over the window
 */
GtkWindow *
kompass_test_find_dialog (KompassTestWindow *fixture,
                          GType              type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) &&
          gtk_window_get_transient_for (window) == GTK_WINDOW (fixture->window))
        return window;
    }

  return NULL;
}

/* Keys and actions */

/**
 * kompass_test_press_on:
 * @widget: a widget
 * @controller: the name of its key controller
 * @keyval: a key
 * @modifiers: what is held down with it
 *
 * Returns: whether the widget took the key
 */
gboolean
kompass_test_press_on (GtkWidget       *widget,
                       const char      *controller,
                       guint            keyval,
                       GdkModifierType  modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) one = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (g_strcmp0 (gtk_event_controller_get_name (one), controller) != 0)
        continue;
      g_signal_emit_by_name (one, "key-pressed", keyval, 0, modifiers, &handled);

      return handled;
    }
  g_assert_not_reached ();
}

/**
 * kompass_test_activate:
 * @fixture: a fixture with a window
 * @action: the name of an action that is enabled
 * @target: (nullable): its target
 *
 * Does what a button, a menu or a shortcut does.
 */
void
kompass_test_activate (KompassTestWindow *fixture,
                       const char        *action,
                       const char        *target)
{
  GVariant *parameter = target != NULL ? g_variant_new_string (target) : NULL;

  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->window), action, parameter));
}

/* The library */

/**
 * kompass_test_find_evaluation:
 * @fixture: a fixture with a window
 * @name: a municipality and a year, as "Lund 2011"
 *
 * Returns: (transfer full): the UUID of the evaluation
 */
char *
kompass_test_find_evaluation (KompassTestWindow *fixture,
                              const char        *name)
{
  g_autoptr (GError) error = NULL;
  char *id = kompass_library_find_evaluation (kompass_window_get_library (fixture->window), name, &error);

  g_assert_no_error (error);

  return id;
}

/**
 * kompass_test_find_municipality:
 * @fixture: a fixture with a window
 * @name: the name of a municipality
 *
 * Returns: (transfer full) (nullable): its UUID, where it has a round
 */
char *
kompass_test_find_municipality (KompassTestWindow *fixture,
                                const char        *name)
{
  g_autoptr (GPtrArray) rounds = kompass_library_list_rounds (kompass_window_get_library (fixture->window), NULL);

  for (guint i = 0; i < rounds->len; i++)
    if (g_strcmp0 (kompass_round_get_municipality (g_ptr_array_index (rounds, i)), name) == 0)
      return g_strdup (kompass_round_get_municipality_id (g_ptr_array_index (rounds, i)));

  return NULL;
}
