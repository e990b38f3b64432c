/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What benchmarks share: medians, the line they print, a folder of their own, and other processes to measure. */
#include "kompass-bench.h"

#include <glib/gstdio.h>
#include <sys/vfs.h>

GArray *
kompass_bench_samples_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (double));
}

void
kompass_bench_add (GArray *samples,
                   double  value)
{
  g_array_append_val (samples, value);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return (one > other) - (one < other);
}

/**
 * kompass_bench_get_median:
 * @samples: (element-type double): at least one
 *
 * Returns: the one in the middle; of two in the middle, what is between them
 */
double
kompass_bench_get_median (GArray *samples)
{
  g_autoptr (GArray) sorted = g_array_copy (samples);

  g_assert (sorted->len > 0);
  g_array_sort (sorted, compare_doubles);

  return (g_array_index (sorted, double, (sorted->len - 1) / 2) + g_array_index (sorted, double, sorted->len / 2)) / 2;
}

/**
 * kompass_bench_print:
 * @name: what is measured
 * @subject: (element-type double): measured of the program
 * @baseline: (element-type double): measured, by turns with it, of the least that could do the same
 * @unit: of both
 * @goal: the ratio not to exceed, or 0 for a part that has none
 * @what: (nullable): circumstances that a reader must know
 *
 * Prints the ratio of the medians, and the medians. Seconds depend on the machine; ratios in one run say something.
 */
void
kompass_bench_print (const char *name,
                     GArray     *subject,
                     GArray     *baseline,
                     const char *unit,
                     double      goal,
                     const char *what)
{
  double one = kompass_bench_get_median (subject);
  double other = kompass_bench_get_median (baseline);
  g_autoptr (GString) remarks = g_string_new (NULL);

  g_string_printf (remarks, "median of %u alternating runs", subject->len);
  if (goal > 0)
    g_string_append_printf (remarks, "; goal %g%s", goal, one / other > goal ? ": over the goal" : "");
  if (what != NULL)
    g_string_append_printf (remarks, "; %s", what);
  g_print ("%s: %.2f = %.3g %s / %.3g %s (%s)\n", name, one / other, one, unit, other, unit, remarks->str);
}

/**
 * kompass_bench_get_time:
 *
 * Returns: milliseconds on a clock that all processes share
 */
double
kompass_bench_get_time (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

/* The build folder, which is on a disk as the user's library is; a folder for temporary files may be in memory. */
static const char *
get_parent (void)
{
  const char *parent = g_getenv ("KOMPASS_BENCH_FOLDER");

  return parent != NULL ? parent : g_get_tmp_dir ();
}

/**
 * kompass_bench_make_folder:
 *
 * Makes a folder for libraries.
 *
 * Returns: (transfer full): the path, for kompass_bench_remove_folder()
 */
char *
kompass_bench_make_folder (void)
{
  char *folder = g_build_filename (get_parent (), "kompass-bench-XXXXXX", NULL);

  if (g_mkdtemp (folder) == NULL)
    g_error ("%s: %s", folder, g_strerror (errno));

  return folder;
}

/**
 * kompass_bench_remove_folder:
 * @folder: the path of a folder
 *
 * Removes it with all that is in it.
 */
void
kompass_bench_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        kompass_bench_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static gboolean
is_older (const char *path,
          const char *other)
{
  GStatBuf one, two;

  return g_stat (path, &one) != 0 || g_stat (other, &two) != 0 || one.st_mtime < two.st_mtime;
}

static void
make_library (const char *program,
              guint       n,
              const char *path)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, part, number, NULL);

  if (process == NULL || !g_subprocess_wait_check (process, NULL, &error))
    g_error ("%s: %s", program, error->message);
  if (g_rename (part, path) != 0)
    g_error ("%s: %s", path, g_strerror (errno));
}

/**
 * kompass_bench_copy_library:
 * @program: the program make-library
 * @n: number of evaluations
 * @folder: a folder as from kompass_bench_make_folder(), or one in it
 *
 * Makes a library, or takes the one that an earlier benchmark has made.
 *
 * Returns: (transfer full): the path of a copy in @folder
 */
char *
kompass_bench_copy_library (const char *program,
                            guint       n,
                            const char *folder)
{
  g_autofree char *name = g_strdup_printf ("library-%u.kompass", n);
  g_autofree char *path = g_build_filename (get_parent (), name, NULL);
  char *target = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (target);
  g_autoptr (GError) error = NULL;

  if (is_older (path, program))
    make_library (program, n, path);
  if (!g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);

  return target;
}

/**
 * kompass_bench_get_disk:
 * @folder: a folder
 *
 * Returns: (transfer full): the kind of file system it is on, such as "ext4": how long a write takes depends on it
 */
char *
kompass_bench_get_disk (const char *folder)
{
  static const struct
  {
    guint32 type; /* statfs(2) */
    const char *name;
  } kinds[] = {
    { 0xef53, "ext4" },     { 0x9123683e, "btrfs" },    { 0x58465342, "xfs" }, { 0x01021994, "tmpfs" },
    { 0x2fc12fc1, "zfs" },  { 0xf2f52010, "f2fs" },     { 0x6969, "nfs" },     { 0xff534d42, "cifs" },
    { 0x65735546, "fuse" }, { 0x794c7630, "overlayfs" },
  };
  struct statfs info;

  if (statfs (folder, &info) != 0)
    return g_strdup ("a file system that is not known");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if ((guint32) info.f_type == kinds[i].type)
      return g_strdup (kinds[i].name);

  return g_strdup_printf ("file system %#x", (guint32) info.f_type);
}

/**
 * kompass_bench_run:
 * @folder: takes the place of the user's home
 * @arguments: (array zero-terminated=1): a program and its arguments
 *
 * Runs a program until it ends, with settings that it remembers from one start to the next.
 *
 * Returns: (transfer full): what it printed
 */
char *
kompass_bench_run (const char         *folder,
                   const char * const *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  g_subprocess_launcher_setenv (launcher, "XDG_CONFIG_HOME", folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "GSETTINGS_BACKEND", "keyfile", TRUE);
  process = g_subprocess_launcher_spawnv (launcher, arguments, &error);
  if (process == NULL || !g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error))
    g_error ("%s: %s", arguments[0], error->message);
  if (!g_subprocess_get_successful (process))
    g_error ("%s failed", arguments[0]);

  return output;
}
