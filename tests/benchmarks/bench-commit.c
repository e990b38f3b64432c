/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-commit MAKE-LIBRARY: from the key that commits a score to the frame that shows it, in two
 * windows by turns: one with ten evaluations in its library, one with ten thousand. */
#include "kompass-bench.h"
#include "kompass-bench-window.h"
#include "kompass-window.h"

#define N_QUESTIONS 45
#define RUNS (2 * N_QUESTIONS)
#define FRAME (1000.0 / 60)

typedef enum
{
  PART_ALL,
  PART_STORE,
  PART_WIDGETS,
  PART_WAIT,
  PART_PAINT,
  N_PARTS,
} Part;

static const char * const part_names[N_PARTS] = {
  [PART_STORE] = "  command of the store",
  [PART_WIDGETS] = "  model and widgets",
  [PART_WAIT] = "  until the frame begins",
  [PART_PAINT] = "  layout and painting",
};

/* When the steps from a key to the screen were taken; there is one at a time. */
typedef struct
{
  double key;
  double entered;
  double stored;
  double handled;
  double frame;
  double painted;
  gboolean is_drawn;
} Steps;

/**
 * Subject:
 * @window: a window with one evaluation held against another
 * @keys: the controller that takes the keys of its matrix
 * @samples: (element-type double): for each #Part, in milliseconds
 */
typedef struct
{
  GtkWindow *window;
  GtkEventController *keys;
  GArray *samples[N_PARTS];
} Subject;

static Steps steps;

static gboolean
entered_hook (GSignalInvocationHint *hint,
              guint                  n_values,
              const GValue          *values,
              gpointer               data)
{
  steps.entered = kompass_bench_get_time ();

  return TRUE;
}

static gboolean
changed_hook (GSignalInvocationHint *hint,
              guint                  n_values,
              const GValue          *values,
              gpointer               data)
{
  steps.stored = kompass_bench_get_time ();

  return TRUE;
}

static void
before_paint_cb (void)
{
  steps.frame = kompass_bench_get_time ();
}

static void
after_paint_cb (void)
{
  if (steps.is_drawn)
    steps.painted = kompass_bench_get_time ();
}

/* Until no frame has been painted for a while. */
static void
rest (void)
{
  double last;

  do
    {
      last = steps.painted;
      kompass_bench_rest ();
    }
  while (steps.painted != last);
}

static void
press (Subject         *self,
       guint            keyval,
       GdkModifierType  modifiers)
{
  gboolean is_handled = FALSE;

  g_signal_emit_by_name (self->keys, "key-pressed", keyval, 0, modifiers, &is_handled);
}

/* Returns the first key controller in a tree that has that name. */
static GtkEventController *
find_keys (GtkWidget  *widget,
           const char *name)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  GtkEventController *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_strcmp0 (gtk_event_controller_get_name (controller), name) == 0)
        return controller;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_keys (child, name);

  return found;
}

static void
add_steps (Subject *self)
{
  g_assert (steps.entered >= steps.key && steps.stored >= steps.entered && steps.frame >= steps.handled);

  kompass_bench_add (self->samples[PART_ALL], steps.painted - steps.key);
  kompass_bench_add (self->samples[PART_STORE], steps.stored - steps.entered);
  kompass_bench_add (self->samples[PART_WIDGETS], steps.entered - steps.key + steps.handled - steps.stored);
  kompass_bench_add (self->samples[PART_WAIT], steps.frame - steps.handled);
  kompass_bench_add (self->samples[PART_PAINT], steps.painted - steps.frame);
}

/* Types another figure on the line with the keyboard and commits it, which moves the keyboard to the next line. */
static void
commit (Subject *self)
{
  KompassPointsView *view = kompass_window_get_points_view (KOMPASS_WINDOW (self->window));
  KompassLine *line = kompass_matrix_get_line (kompass_points_view_get_matrix (view));

  press (self, kompass_line_get_score (line).points == 100 ? GDK_KEY_2 : GDK_KEY_1, 0);
  rest ();
  steps = (Steps) { .key = kompass_bench_get_time () };
  press (self, GDK_KEY_Return, 0);
  steps.handled = kompass_bench_get_time ();
  while (steps.painted == 0)
    g_main_context_iteration (NULL, TRUE);
  add_steps (self);
  rest ();
}

static void
open_window (Subject        *self,
             GtkApplication *application,
             const char     *path)
{
  g_autoptr (GPtrArray) rounds = NULL;
  KompassWindow *window = kompass_window_new (application, path);

  self->window = GTK_WINDOW (window);
  rounds = kompass_library_list_rounds (kompass_window_get_library (window), NULL);
  kompass_window_open (window, kompass_round_get_id (g_ptr_array_index (rounds, 0)));
  kompass_window_compare_with (window, kompass_round_get_id (g_ptr_array_index (rounds, 1)));
  gtk_window_present (self->window);
  kompass_window_focus (window);
  kompass_bench_watch_frames (self->window, before_paint_cb, after_paint_cb);
  self->keys = find_keys (GTK_WIDGET (window), "matrix-keys");
  g_assert (self->keys != NULL);
  for (guint i = 0; i < N_PARTS; i++)
    self->samples[i] = kompass_bench_samples_new ();
  rest ();
}

static void
watch_signals (void)
{
  g_type_class_unref (g_type_class_ref (KOMPASS_TYPE_MATRIX));
  g_signal_add_emission_hook (g_signal_lookup ("entered", KOMPASS_TYPE_MATRIX), 0, entered_hook, NULL, NULL);
  g_signal_add_emission_hook (g_signal_lookup ("changed", KOMPASS_TYPE_LIBRARY), 0, changed_hook, NULL, NULL);
  kompass_bench_watch_drawing (&steps.is_drawn);
}

static void
print (Subject    *small,
       Subject    *large,
       const char *disk)
{
  double all = kompass_bench_get_median (large->samples[PART_ALL]);

  g_print ("commit to frame, 10,000 evaluations: %.2f = %.3g ms / %.3g ms, a frame at 60 Hz "
           "(median of %u runs; goal 1%s; %s)\n",
           all / FRAME, all, FRAME, RUNS, all > FRAME ? ": over the goal" : "", disk);
  kompass_bench_print ("commit to frame, 10,000 against 10 evaluations", large->samples[PART_ALL],
                       small->samples[PART_ALL], "ms", 1.1, NULL);
  for (Part part = PART_STORE; part < N_PARTS; part++)
    kompass_bench_print (part_names[part], large->samples[part], small->samples[part], "ms", 0, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = kompass_bench_make_folder ();
  g_autofree char *disk = kompass_bench_get_disk (folder);
  g_autoptr (AdwApplication) application = kompass_bench_application_new ();
  Subject subjects[2] = { 0 };

  g_assert (argc == 2);

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = kompass_bench_copy_library (argv[1], i == 0 ? 10 : 10000, folder);

      open_window (&subjects[i], GTK_APPLICATION (application), path);
    }
  watch_signals ();
  for (guint i = 0; i < 2 * RUNS; i++)
    {
      if (i / 2 % N_QUESTIONS == 0)
        press (&subjects[i % 2], GDK_KEY_Home, GDK_CONTROL_MASK);
      commit (&subjects[i % 2]);
    }
  print (&subjects[0], &subjects[1], disk);
  for (guint i = 0; i < 2; i++)
    gtk_window_destroy (subjects[i].window);
  kompass_bench_remove_folder (folder);

  return 0;
}
