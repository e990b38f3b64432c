/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-profile MAKE-LIBRARY: opening the Profile view, and comparing with another reference group in it, in two windows by
 * turns: groups of 1,000 members in a library of 10,000 evaluations, and groups of 10 in a library of 10. */
#include "kompass-bench.h"
#include "kompass-bench-window.h"
#include "kompass-comparisons.h"
#include "kompass-window.h"

#define RUNS 31
#define N_GROUPS 2
#define FRAME (1000.0 / 60)

/* What is measured: of a group that is chosen, and of the view that is opened. */
typedef enum
{
  PART_ALL,
  PART_CALL,
  PART_READ,
  PART_SHOW,
  PART_PAINT,
  PART_STALL,
  PART_OPEN,
  N_PARTS,
} Part;

static const char * const part_names[N_PARTS] = {
  [PART_ALL] = "another group, to the frame that shows it",
  [PART_CALL] = "  until the window can go on",
  [PART_READ] = "  reading, in a thread of its own",
  [PART_SHOW] = "  chart, sentence and table, until the frame begins",
  [PART_PAINT] = "  layout and painting",
  [PART_STALL] = "  the longest that the window did not answer",
  [PART_OPEN] = "opening the Profile view, to its first frame",
};

typedef struct
{
  double key;
  double handled;
  double loaded;
  double frame;
  double painted;
  double stall;
  gboolean is_drawn;
} Steps;

/**
 * Subject:
 * @window: a window
 * @groups: UUIDs of groups that it can compare with
 * @samples: (element-type double): for each #Part, in milliseconds
 */
typedef struct
{
  GtkWindow *window;
  char *groups[N_GROUPS];
  GArray *samples[N_PARTS];
} Subject;

static Steps steps;

/* The figures are there. */
static gboolean
changed_hook (GSignalInvocationHint *hint,
              guint                  n_values,
              const GValue          *values,
              gpointer               data)
{
  KompassComparisons *comparisons = g_value_get_object (&values[0]);

  if (kompass_comparisons_get_n (comparisons) > 0 && kompass_comparisons_get (comparisons, 0) != NULL &&
      !kompass_comparisons_is_loading (comparisons, 0))
    steps.loaded = kompass_bench_get_time ();

  return TRUE;
}

static void
before_paint_cb (void)
{
  if (steps.loaded > 0 && steps.painted == 0)
    steps.frame = kompass_bench_get_time ();
}

static void
after_paint_cb (void)
{
  if (steps.is_drawn && steps.frame > 0)
    steps.painted = kompass_bench_get_time ();
  steps.is_drawn = FALSE;
}

static gboolean
tick (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Until what was asked for has been painted. The loop wakes up every millisecond: what takes longer keeps it from answering. */
static void
wait_for_frame (void)
{
  guint id = g_timeout_add (1, tick, NULL);

  while (steps.painted == 0)
    {
      double start = kompass_bench_get_time ();

      g_main_context_iteration (NULL, TRUE);
      steps.stall = MAX (steps.stall, kompass_bench_get_time () - start);
    }
  g_source_remove (id);
}

static void
activate (Subject    *self,
          const char *action,
          const char *target)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), action, "s", target);
}

static void
choose_group (Subject *self,
              guint    group)
{
  steps = (Steps) { .key = kompass_bench_get_time () };
  activate (self, "win.compare-with", self->groups[group]);
  steps.handled = kompass_bench_get_time ();
  steps.stall = steps.handled - steps.key;
  wait_for_frame ();
  kompass_bench_add (self->samples[PART_ALL], steps.painted - steps.key);
  kompass_bench_add (self->samples[PART_CALL], steps.handled - steps.key);
  kompass_bench_add (self->samples[PART_READ], steps.loaded - steps.handled);
  kompass_bench_add (self->samples[PART_SHOW], steps.frame - steps.loaded);
  kompass_bench_add (self->samples[PART_PAINT], steps.painted - steps.frame);
  kompass_bench_add (self->samples[PART_STALL], steps.stall);
  kompass_bench_rest ();
}

static void
open_view (Subject *self)
{
  activate (self, "win.view", "points");
  kompass_bench_rest ();
  steps = (Steps) { .key = kompass_bench_get_time () };
  steps.loaded = steps.key;
  activate (self, "win.view", "profile");
  wait_for_frame ();
  kompass_bench_add (self->samples[PART_OPEN], steps.painted - steps.key);
  kompass_bench_rest ();
}

/* Members far from each other in the file, as in a library that has grown. */
static char *
make_group (KompassLibrary *library,
            GPtrArray      *rounds,
            guint           n_members,
            guint           first)
{
  g_autoptr (GPtrArray) editions = kompass_library_list_editions (library, NULL);
  g_autofree char *name = g_strdup_printf ("%u members from %u", n_members, first);
  g_autoptr (KompassGroup) group = NULL;
  g_autoptr (GError) error = NULL;
  char *id = g_uuid_string_random ();

  group = kompass_group_new (id, name, kompass_edition_choose (editions, 2011), FALSE);
  for (guint i = 0; i < n_members; i++)
    {
      guint round = (i * MAX (rounds->len / n_members, 1) + first) % rounds->len;

      kompass_group_add_member (group, kompass_round_get_id (g_ptr_array_index (rounds, round)));
    }
  if (!kompass_library_save_group (library, group, &error))
    g_error ("%s", error->message);

  return id;
}

static void
open_window (Subject        *self,
             GtkApplication *application,
             const char     *path,
             guint           n_members)
{
  g_autoptr (GPtrArray) rounds = NULL;
  KompassWindow *window = kompass_window_new (application, path);

  self->window = GTK_WINDOW (window);
  rounds = kompass_library_list_rounds (kompass_window_get_library (window), NULL);
  for (guint i = 0; i < N_GROUPS; i++)
    self->groups[i] = make_group (kompass_window_get_library (window), rounds, n_members, i);
  for (guint i = 0; i < N_PARTS; i++)
    self->samples[i] = kompass_bench_samples_new ();
  kompass_window_open (window, kompass_round_get_id (g_ptr_array_index (rounds, 0)));
  gtk_window_present (self->window);
  kompass_bench_watch_frames (self->window, before_paint_cb, after_paint_cb);
  kompass_bench_rest ();
}

/* What is there for the first time is made then; that is not what is measured. */
static void
warm_up (Subject *self)
{
  activate (self, "win.view", "profile");
  kompass_bench_rest ();
  for (guint i = 0; i < N_GROUPS; i++)
    choose_group (self, i);
  for (guint i = 0; i < N_PARTS; i++)
    g_array_set_size (self->samples[i], 0);
}

static void
print (Subject *small,
       Subject *large)
{
  double stall = kompass_bench_get_median (large->samples[PART_STALL]);
  double opening = kompass_bench_get_median (large->samples[PART_OPEN]);

  g_print ("1,000 members, the longest that the window did not answer: %.2f = %.3g ms / %.3g ms, a frame at 60 Hz "
           "(median of %u runs)\n", stall / FRAME, stall, FRAME, RUNS);
  g_print ("opening the Profile view with 1,000 members: %.2f = %.3g ms / %.3g ms, a frame at 60 Hz\n", opening / FRAME,
           opening, FRAME);
  for (Part part = 0; part < N_PARTS; part++)
    kompass_bench_print (part_names[part], large->samples[part], small->samples[part], "ms", 0, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = kompass_bench_make_folder ();
  g_autoptr (AdwApplication) application = kompass_bench_application_new ();
  Subject subjects[2] = { 0 };

  g_assert (argc == 2);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = kompass_bench_copy_library (argv[1], i == 0 ? 10 : 10000, folder);

      open_window (&subjects[i], GTK_APPLICATION (application), path, i == 0 ? 10 : 1000);
    }
  g_type_class_unref (g_type_class_ref (KOMPASS_TYPE_COMPARISONS));
  g_signal_add_emission_hook (g_signal_lookup ("changed", KOMPASS_TYPE_COMPARISONS), 0, changed_hook, NULL, NULL);
  kompass_bench_watch_drawing (&steps.is_drawn);
  for (guint i = 0; i < 2; i++)
    warm_up (&subjects[i]);
  for (guint i = 0; i < 2 * RUNS; i++)
    {
      choose_group (&subjects[i % 2], i / 2 % N_GROUPS);
      open_view (&subjects[i % 2]);
    }
  print (&subjects[0], &subjects[1]);
  for (guint i = 0; i < 2; i++)
    {
      gtk_window_destroy (subjects[i].window);
      for (guint group = 0; group < N_GROUPS; group++)
        g_free (subjects[i].groups[group]);
    }
  kompass_bench_remove_folder (folder);

  return 0;
}
