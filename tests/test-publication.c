/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Publishing: what a report is made of, names of files, one and many, in a thread, cancelled, and where nothing can be
 * written. */
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "kompass-library-report.h"
#include "kompass-publication.h"
#include "kompass-test-pdf.h"
#include "kompass-test-store.h"

#define EXAMPLE_2013 "00000000-0000-4000-8000-00000000e001"
#define EXAMPLE_AREAS "00000000-0000-4000-8000-00000000e002"
#define EXAMPLE_TOTAL "00000000-0000-4000-8000-00000000e003"
#define EMPTY "00000000-0000-4000-8000-00000000eeee"
#define MISSING "00000000-0000-4000-8000-00000000ffff"

typedef struct
{
  char *folder;
  char *target;
  char *path; /* of the library */
  KompassLibrary *library;
  KompassPublicationOptions options;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = kompass_test_make_folder ();
  fixture->target = g_build_filename (fixture->folder, "reports", NULL);
  fixture->path = g_build_filename (fixture->folder, "library.kompass", NULL);
  fixture->library = kompass_test_new_library (fixture->path);
  kompass_test_add_example (fixture->library);
  kompass_page_setup_init_a4 (&fixture->options.setup);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->library);
  kompass_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->target);
  g_free (fixture->path);
}

static const char * const all[] = { KOMPASS_TEST_LUND, EXAMPLE_2013, EXAMPLE_AREAS, EXAMPLE_TOTAL, NULL };

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
assert_whole (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpint (memcmp (contents, "%PDF-", 5), ==, 0);
  g_assert_nonnull (g_strstr_len (contents + length - 16, 16, "%%EOF"));
}

/* Names */

static void
test_names (void)
{
  static const struct
  {
    const char *title;
    const char *name;
  } names[] = {
    { "Lund 2011", "lund-2011.pdf" },
    { "Upplands-Bro 2014", "upplands-bro-2014.pdf" },
    { "Örebro 2015", "orebro-2015.pdf" },
    { "Sund (NO) 2014", "sund-no-2014.pdf" },
    { "../../etc/passwd 2011", "etc-passwd-2011.pdf" },
    { "-rf 2011", "rf-2011.pdf" },
    { "A\"b\\c:d*e?f<g>h|i\n 2011", "a-b-c-d-e-f-g-h-i-2011.pdf" },
    { "لوند", "evaluation.pdf" },
    { "", "evaluation.pdf" },
  };
  g_autofree char *endless = g_strnfill (5000, 'x');
  g_autofree char *shortened = kompass_publication_create_file_name (endless, KOMPASS_PUBLICATION_ARCHIVE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = kompass_publication_create_file_name (names[i].title, KOMPASS_PUBLICATION_PDF);

      g_assert_cmpstr (name, ==, names[i].name);
    }
  g_assert_cmpuint (strlen (shortened), <, 200);
  g_assert_true (g_str_has_suffix (shortened, ".zip"));
}

static void
test_formats (void)
{
  KompassPublicationFormat format;

  g_assert_true (kompass_publication_format_from_path ("a.PDF", &format) && format == KOMPASS_PUBLICATION_PDF);
  g_assert_true (kompass_publication_format_from_path ("a.b.odt", &format) && format == KOMPASS_PUBLICATION_ODT);
  g_assert_true (kompass_publication_format_from_path ("/x/a.Zip", &format) && format == KOMPASS_PUBLICATION_ARCHIVE);
  g_assert_false (kompass_publication_format_from_path ("pdf", &format));
  g_assert_false (kompass_publication_format_from_path ("a.doc", &format));
}

/* What a report is made of */

static KompassPublicationSource *
load (Fixture            *fixture,
      const char * const *comparisons)
{
  g_autoptr (GError) error = NULL;
  KompassPublicationSource *source =
      kompass_publication_source_load (fixture->library, KOMPASS_TEST_LUND, comparisons, &error);

  g_assert_no_error (error);

  return source;
}

static void
store_comparisons (Fixture            *fixture,
                   const char * const *ids)
{
  g_autoptr (GError) error = NULL;

  kompass_library_set_report_comparisons (fixture->library, KOMPASS_TEST_LUND, ids, &error);
  g_assert_no_error (error);
}

static void
test_source (Fixture       *fixture,
             gconstpointer  data)
{
  static const char * const stored[] = { KOMPASS_TEST_MEAN, EXAMPLE_2013, NULL };
  static const char * const asked[] = { KOMPASS_TEST_LUND, EXAMPLE_AREAS, EXAMPLE_AREAS, NULL };
  static const char * const nothing[] = { NULL };
  g_autoptr (KompassPublicationSource) before = load (fixture, NULL);
  g_autoptr (KompassPublicationSource) with_stored = NULL;
  g_autoptr (KompassPublicationSource) with_asked = NULL;
  g_autoptr (KompassPublicationSource) alone = NULL;
  g_autoptr (KompassDocument) document = kompass_publication_source_create_document (before);

  g_assert_cmpuint (before->comparisons->len, ==, 0);
  g_assert_nonnull (document);
  store_comparisons (fixture, stored);
  with_stored = load (fixture, NULL);
  with_asked = load (fixture, asked);
  alone = load (fixture, nothing);
  g_assert_cmpuint (with_stored->comparisons->len, ==, 2);
  /* An evaluation is not compared with itself, nor twice with another. */
  g_assert_cmpuint (with_asked->comparisons->len, ==, 1);
  g_assert_cmpuint (alone->comparisons->len, ==, 0);
  g_assert_cmpstr (kompass_evaluation_get_title (with_stored->evaluation), ==, "Lund 2011");
  /* Lund 2013 of the example is a round of the same municipality. */
  g_assert_cmpuint (with_stored->rounds->len, ==, 2);
  g_assert_cmpint (g_date_time_compare (before->time, with_stored->time), <=, 0);
}

/* What is stored may be gone; what is asked for must be there. */
static void
test_source_gone (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char * const stored[] = { EXAMPLE_2013, KOMPASS_TEST_MEAN, NULL };
  static const char * const missing[] = { MISSING, NULL };
  g_autoptr (KompassPublicationSource) source = NULL;
  g_autoptr (GError) error = NULL;

  store_comparisons (fixture, stored);
  g_assert_true (kompass_library_delete_evaluation (fixture->library, EXAMPLE_2013, NULL));
  source = load (fixture, NULL);
  g_assert_cmpuint (source->comparisons->len, ==, 1);

  g_assert_null (kompass_publication_source_load (fixture->library, KOMPASS_TEST_LUND, missing, &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (kompass_publication_create_document (fixture->library, MISSING, NULL, &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND);
  /* Nothing is left open. */
  g_assert_true (kompass_library_delete_evaluation (fixture->library, EXAMPLE_AREAS, NULL));
}

/* One */

static void
test_same_each_time (Fixture       *fixture,
                     gconstpointer  data)
{
  static const KompassPublicationFormat formats[] = { KOMPASS_PUBLICATION_PDF, KOMPASS_PUBLICATION_ODT,
                                                      KOMPASS_PUBLICATION_ARCHIVE };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) one = NULL;
      g_autoptr (GBytes) other = NULL;

      fixture->options.format = formats[i];
      one = kompass_publication_create (fixture->library, KOMPASS_TEST_LUND, &fixture->options, NULL, &error);
      g_assert_no_error (error);
      other = kompass_publication_create (fixture->library, KOMPASS_TEST_LUND, &fixture->options, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (one, other));
    }
}

static void
assert_not_written (Fixture    *fixture,
                    const char *path,
                    const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (kompass_publication_write (fixture->library, KOMPASS_TEST_LUND, path, &fixture->options, NULL, &error));
  g_assert_error (error, KOMPASS_PUBLICATION_ERROR, KOMPASS_PUBLICATION_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_unwritable (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing", "x.pdf", NULL);
  g_autofree char *below = g_build_filename (missing, "x.pdf", NULL);
  g_autofree char *full = g_build_filename (fixture->folder, "full.pdf", NULL);

  g_assert_true (kompass_publication_write (fixture->library, KOMPASS_TEST_LUND, missing, &fixture->options, NULL, NULL));
  assert_not_written (fixture, below, g_strerror (ENOTDIR));
  assert_not_written (fixture, "/proc/nothing/x.pdf", "Choose another place.");
  assert_not_written (fixture, fixture->folder, "A folder has that name");
  if (g_access ("/dev/full", W_OK) == 0 && symlink ("/dev/full", full) == 0)
    assert_not_written (fixture, full, "Make room");
}

/* What people paste: characters that no format has, both directions of writing, pictures, words that never end. */
#define STRANGE "<b>&amp; ]]> \331\204\331\210\331\206\330\257 \360\237\221\251\342\200\215\360\237\232\222 e\314\201\314\201 \\( )"
#define HOSTILE "\001\002\033[0m \357\277\276 \342\200\256 " STRANGE

static KompassText *
create_hostile_text (guint paragraphs)
{
  KompassText *text = kompass_text_new ();
  g_autofree char *endless = g_strnfill (5000, 'w');

  for (guint i = 0; i < paragraphs; i++)
    {
      kompass_text_add_paragraph (text, (KompassParagraphKind) (i % 3));
      kompass_text_add_run (text, i % 100 == 0 ? endless : HOSTILE, (KompassRunFlags) (i % 4), NULL);
      kompass_text_add_run (text, " and what it means for those who live there, in words that fill the rest of some lines", 0,
                            "https://example.org/?a=1&b=2");
      kompass_text_add_field (text, i % 2 == 0 ? "area.1.points" : "question.99.9.points", 0);
    }

  return text;
}

static void
write_hostile (Fixture    *fixture,
               const char *section,
               guint       paragraphs)
{
  g_autoptr (KompassText) text = create_hostile_text (paragraphs);
  g_autoptr (GError) error = NULL;

  kompass_library_set_report_text (fixture->library, KOMPASS_TEST_LUND, section, text, &error);
  g_assert_no_error (error);
}

static void
add_hostile_items (Fixture *fixture)
{
  g_autofree char *endless = g_strnfill (5000, 'W');

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *id = g_uuid_string_random ();
      g_autoptr (KompassFinding) finding =
          kompass_finding_new (id, 1, (KompassFindingKind) (i % 3), i == 7 ? endless : HOSTILE, NULL);
      g_autoptr (KompassKeyFact) fact = kompass_key_fact_new (id, HOSTILE, i == 7 ? endless : HOSTILE);
      g_autoptr (GError) error = NULL;

      kompass_library_add_finding (fixture->library, KOMPASS_TEST_LUND, finding, i / 3, &error);
      g_assert_no_error (error);
      kompass_library_add_key_fact (fixture->library, KOMPASS_TEST_LUND, fact, i, &error);
      g_assert_no_error (error);
    }
}

static void
add_empty (Fixture *fixture)
{
  KompassEdition *edition = kompass_library_get_edition (fixture->library, KOMPASS_TEST_EDITION_2010, NULL);
  g_autoptr (KompassEvaluation) empty = kompass_test_evaluation (EMPTY, STRANGE, 2014, edition, KOMPASS_DEPTH_QUESTIONS);
  g_autoptr (GError) error = NULL;

  kompass_library_add_evaluation (fixture->library, empty, &error);
  g_assert_no_error (error);
}

/* Each in every format: a hundred pages of what people paste, nothing at all, areas alone, a total alone. */
static void
test_hostile (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const ids[] = { KOMPASS_TEST_LUND, EMPTY, EXAMPLE_AREAS, EXAMPLE_TOTAL };

  write_hostile (fixture, "summary", 600);
  write_hostile (fixture, "area/1", 30);
  add_hostile_items (fixture);
  add_empty (fixture);
  g_assert_cmpint (g_mkdir (fixture->target, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    for (guint format = 0; format <= KOMPASS_PUBLICATION_ARCHIVE; format++)
      {
        g_autofree char *name = kompass_publication_create_file_name (ids[i], (KompassPublicationFormat) format);
        const char *folder = format == KOMPASS_PUBLICATION_PDF ? fixture->target : fixture->folder;
        g_autofree char *path = g_build_filename (folder, name, NULL);
        g_autoptr (GError) error = NULL;

        fixture->options.format = (KompassPublicationFormat) format;
        kompass_publication_write (fixture->library, ids[i], path, &fixture->options, NULL, &error);
        g_assert_no_error (error);
        if (format == KOMPASS_PUBLICATION_PDF)
          assert_whole (path);
      }
  kompass_test_pdf_validate (fixture->target);
}

/* Many */

static KompassPublicationResult *
write_all (Fixture            *fixture,
           const char * const *evaluations,
           GCancellable       *cancellable)
{
  g_autoptr (GError) error = NULL;
  KompassPublicationResult *result = kompass_publication_write_all (fixture->library, evaluations, fixture->target,
                                                                    &fixture->options, NULL, NULL, cancellable, &error);

  g_assert_no_error (error);

  return result;
}

static void
assert_written (KompassPublicationResult *result,
                guint                     index,
                const char               *name)
{
  const char *path = g_ptr_array_index (result->written, index);
  g_autofree char *base = g_path_get_basename (path);

  g_assert_cmpstr (base, ==, name);
  assert_whole (path);
}

static void
test_all (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (KompassPublicationResult) result = write_all (fixture, all, NULL);

  g_assert_cmpuint (result->written->len, ==, 4);
  g_assert_cmpuint (result->failures->len, ==, 0);
  g_assert_false (result->is_cancelled);
  assert_written (result, 0, "lund-2011.pdf");
  assert_written (result, 1, "lund-2013.pdf");
  assert_written (result, 2, "karlskrona-2014.pdf");
  assert_written (result, 3, "orebro-2015.pdf");
}

/* Two evaluations of one name, and one that fails between them: names do not depend on that. */
static void
test_all_but_one (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char * const ids[] = { KOMPASS_TEST_LUND, MISSING, EXAMPLE_AREAS, KOMPASS_TEST_LUND, EXAMPLE_TOTAL, NULL };
  g_autofree char *blocked = g_build_filename (fixture->target, "karlskrona-2014.pdf", NULL);
  g_autoptr (KompassPublicationResult) result = NULL;
  const KompassPublicationFailure *failure;

  g_assert_cmpint (g_mkdir_with_parents (blocked, 0700), ==, 0);
  result = write_all (fixture, ids, NULL);
  g_assert_cmpuint (result->written->len, ==, 3);
  assert_written (result, 0, "lund-2011.pdf");
  assert_written (result, 1, "lund-2011-2.pdf");
  assert_written (result, 2, "orebro-2015.pdf");
  g_assert_cmpuint (result->failures->len, ==, 2);
  failure = g_ptr_array_index (result->failures, 0);
  g_assert_cmpstr (failure->name, ==, MISSING);
  failure = g_ptr_array_index (result->failures, 1);
  g_assert_cmpstr (failure->name, ==, "Karlskrona 2014");
  g_assert_nonnull (strstr (failure->message, blocked));
  g_assert_cmpuint (count_files (fixture->target), ==, 4);
}

/* A number is seen behind the longest name, too: the same name again and again would never come to an end. */
static void
test_all_with_long_names (Fixture       *fixture,
                          gconstpointer  data)
{
  static const char * const ids[] = { KOMPASS_TEST_LUND, EXAMPLE_2013, KOMPASS_TEST_LUND, NULL };
  g_autoptr (KompassEvaluation) lund = kompass_library_load (fixture->library, KOMPASS_TEST_LUND, NULL);
  g_autofree char *longest = g_strnfill (200, 'x');
  g_autoptr (KompassPublicationResult) result = NULL;
  g_autoptr (GError) error = NULL;

  kompass_library_rename_municipality (fixture->library, kompass_evaluation_get_municipality_id (lund), longest, &error);
  g_assert_no_error (error);
  result = write_all (fixture, ids, NULL);
  g_assert_cmpuint (result->written->len, ==, 3);
  g_assert_true (g_str_has_suffix (g_ptr_array_index (result->written, 0), "x.pdf"));
  g_assert_true (g_str_has_suffix (g_ptr_array_index (result->written, 1), "x-2.pdf"));
  g_assert_true (g_str_has_suffix (g_ptr_array_index (result->written, 2), "x-3.pdf"));
  g_assert_cmpuint (count_files (fixture->target), ==, 3);
}

static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->target, "a file", -1, NULL));
  g_assert_null (kompass_publication_write_all (fixture->library, all, fixture->target, &fixture->options, NULL, NULL, NULL,
                                                &error));
  g_assert_error (error, KOMPASS_PUBLICATION_ERROR, KOMPASS_PUBLICATION_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, fixture->target));
}

/* In a thread */

typedef struct
{
  GMainLoop *loop;
  GCancellable *cancellable;
  guint cancel_at;
  guint n_steps;
  GThread *thread;
  GAsyncResult *result;
} Wait;

static void
progress_cb (guint       done,
             guint       of,
             const char *name,
             gpointer    data)
{
  Wait *wait = data;

  g_assert_null (wait->result);
  g_assert_true (g_thread_self () == wait->thread);
  g_assert_cmpuint (done, ==, wait->n_steps);
  g_assert_cmpuint (of, ==, g_strv_length ((char **) all));
  g_assert_cmpint (*name == '\0', ==, done == of);
  wait->n_steps++;
  if (wait->n_steps == wait->cancel_at)
    g_cancellable_cancel (wait->cancellable);
}

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Wait *wait = data;

  wait->result = g_object_ref (result);
  g_main_loop_quit (wait->loop);
}

static KompassPublicationResult *
wait_for_all (Fixture *fixture,
              Wait    *wait,
              GError **error)
{
  KompassPublicationResult *result;

  wait->loop = g_main_loop_new (NULL, FALSE);
  wait->thread = g_thread_self ();
  kompass_publication_write_all_async (fixture->library, all, fixture->target, &fixture->options, progress_cb, wait,
                                       wait->cancellable, ended_cb, wait);
  g_main_loop_run (wait->loop);
  result = kompass_publication_write_all_finish (fixture->library, wait->result, error);
  g_main_loop_unref (wait->loop);
  g_object_unref (wait->result);

  return result;
}

static void
test_thread (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *one = g_build_filename (fixture->folder, "one.pdf", NULL);
  Wait wait = { 0 };
  Wait second = { .loop = g_main_loop_new (NULL, FALSE) };
  g_autoptr (KompassPublicationResult) result = wait_for_all (fixture, &wait, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (result->written->len, ==, 4);
  g_assert_cmpuint (wait.n_steps, ==, 5);
  assert_written (result, 3, "orebro-2015.pdf");

  kompass_publication_write_async (fixture->library, KOMPASS_TEST_LUND, one, &fixture->options, NULL, ended_cb, &second);
  g_main_loop_run (second.loop);
  g_assert_true (kompass_publication_write_finish (fixture->library, second.result, &error));
  g_assert_no_error (error);
  assert_whole (one);
  g_object_unref (second.result);
  g_main_loop_unref (second.loop);
}

/* What is finished stays, nothing half done is left, and the old file of the one that was not begun is as it was. */
static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *old = g_build_filename (fixture->target, "orebro-2015.pdf", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (KompassPublicationResult) result = NULL;
  g_autoptr (KompassPublicationResult) none = NULL;
  g_autoptr (GError) error = NULL;
  Wait wait = { .cancellable = cancellable, .cancel_at = 1 };

  g_assert_cmpint (g_mkdir (fixture->target, 0700), ==, 0);
  g_assert_true (g_file_set_contents (old, "old", -1, NULL));
  result = wait_for_all (fixture, &wait, &error);
  g_assert_no_error (error);
  g_assert_true (result->is_cancelled);
  g_assert_cmpuint (result->written->len, <, 4);
  g_assert_cmpuint (result->failures->len, ==, 0);
  g_assert_cmpuint (count_files (fixture->target), ==, result->written->len + 1);
  for (guint i = 0; i < result->written->len; i++)
    assert_whole (g_ptr_array_index (result->written, i));

  none = write_all (fixture, all, cancellable);
  g_assert_true (none->is_cancelled);
  g_assert_cmpuint (none->written->len, ==, 0);
  g_assert_true (g_file_get_contents (old, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "old");
}

/* Whoever waits keeps the library; the thread does not. */
static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  Wait wait = { .loop = g_main_loop_new (NULL, FALSE) };
  g_autofree char *path = g_build_filename (fixture->folder, "one.pdf", NULL);

  kompass_publication_write_async (fixture->library, KOMPASS_TEST_LUND, path, &fixture->options, NULL, ended_cb, &wait);
  g_main_loop_run (wait.loop);
  g_clear_object (&wait.result);
  g_assert_finalize_object (g_steal_pointer (&fixture->library));
  assert_whole (path);
  g_main_loop_unref (wait.loop);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/publication/names", test_names);
  g_test_add_func ("/publication/formats", test_formats);
#define ADD(name, function) g_test_add ("/publication/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("source", test_source);
  ADD ("source-gone", test_source_gone);
  ADD ("same-each-time", test_same_each_time);
  ADD ("unwritable", test_unwritable);
  ADD ("hostile", test_hostile);
  ADD ("all", test_all);
  ADD ("all-but-one", test_all_but_one);
  ADD ("no-folder", test_no_folder);
  ADD ("all-with-long-names", test_all_with_long_names);
  ADD ("thread", test_thread);
  ADD ("cancel", test_cancel);
  ADD ("closed", test_closed);
#undef ADD

  return g_test_run ();
}
