/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command "report". */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-cli-library.h"
#include "kompass-cli-publish.h"

/**
 * Options:
 * @path: (nullable): the file or folder to write
 * @format: (nullable): as typed
 * @paper: (nullable): as typed
 * @others: (nullable): names of what to compare with
 * @is_folder: whether @path is to hold the files, instead of being the file
 * @publication: what all of it comes to
 */
typedef struct
{
  char *path;
  char *format;
  char *paper;
  char **others;
  gboolean alone;
  gboolean archive;
  gboolean greyscale;
  gboolean all;
  gboolean progress;
  gboolean is_folder;
  KompassPublicationOptions publication;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->path);
  g_free (options->format);
  g_free (options->paper);
  g_strfreev (options->others);
  g_strfreev ((char **) options->publication.comparisons);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
refuse (GError     **error,
        const char  *format,
        ...) G_GNUC_PRINTF (2, 3);

/* Words may be names of files, in any encoding. */
static gboolean
refuse (GError     **error,
        const char  *format,
        ...)
{
  g_autofree char *words = NULL;
  g_autofree char *shown = NULL;
  va_list args;

  va_start (args, format);
  words = g_strdup_vprintf (format, args);
  va_end (args);
  shown = g_utf8_make_valid (words, -1);
  g_set_error_literal (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_USAGE, shown);

  return FALSE;
}

static gboolean
check_options (const Options  *options,
               guint           n_names,
               GError        **error)
{
  if (options->path == NULL)
    return refuse (error, _("Something is missing: -o FILE, or -o FOLDER/"));
  if (n_names == 0 && !options->all)
    return refuse (error, _("Something is missing: an evaluation, or --all"));
  if (n_names > 0 && options->all)
    return refuse (error, _("--all is all evaluations; name none beside it"));
  if (options->archive && options->format != NULL)
    return refuse (error, _("--archive has both the PDF and the document; --format cannot stand beside it"));
  if (options->alone && options->others != NULL)
    return refuse (error, _("--no-compare and --compare cannot stand beside each other"));
  if (options->others != NULL && g_strv_length (options->others) > KOMPASS_REPORT_COMPARISONS)
    return refuse (error, _("A report compares with at most three others"));

  return TRUE;
}

/* Several go to a folder; one goes to a folder that is there, or is written as one. */
static gboolean
choose_target (Options  *options,
               guint     n_names,
               GError  **error)
{
  gboolean is_several = n_names > 1 || options->all;
  gboolean is_written_as_folder = g_str_has_suffix (options->path, G_DIR_SEPARATOR_S);
  KompassPublicationFormat format;

  options->is_folder = is_several || is_written_as_folder || g_file_test (options->path, G_FILE_TEST_IS_DIR);
  if (is_several && !is_written_as_folder && !g_file_test (options->path, G_FILE_TEST_IS_DIR) &&
      kompass_publication_format_from_path (options->path, &format))
    return refuse (error, _("Several reports go to a folder; write “%s/” if that is one"), options->path);

  return TRUE;
}

/* What --format and --archive say. */
static gboolean
parse_format (const Options             *options,
              KompassPublicationFormat  *format,
              GError                   **error)
{
  if (options->archive)
    *format = KOMPASS_PUBLICATION_ARCHIVE;
  else if (options->format == NULL || g_ascii_strcasecmp (options->format, "pdf") == 0)
    *format = KOMPASS_PUBLICATION_PDF;
  else if (g_ascii_strcasecmp (options->format, "odt") == 0)
    *format = KOMPASS_PUBLICATION_ODT;
  else
    return refuse (error, _("There is no format “%s”; there are pdf and odt"), options->format);

  return TRUE;
}

static gboolean
choose_format (Options  *options,
               GError  **error)
{
  gboolean is_said = options->format != NULL || options->archive;
  KompassPublicationFormat by_name;

  if (!parse_format (options, &options->publication.format, error))
    return FALSE;
  if (options->is_folder)
    return TRUE;
  if (!kompass_publication_format_from_path (options->path, &by_name))
    return is_said ||
           refuse (error, _("“%s” must end in .pdf, .odt or .zip, or in “/” if it is a folder"), options->path);
  if (is_said && by_name != options->publication.format)
    return refuse (error, _("“%s” ends as another format than the one that is asked for"), options->path);
  options->publication.format = by_name;

  return TRUE;
}

static gboolean
choose_paper (Options  *options,
              GError  **error)
{
  if (!kompass_page_setup_init_from_name (&options->publication.setup, options->paper != NULL ? options->paper : "a4"))
    return refuse (error, _("There is no paper “%s”; there are a4 and letter"), options->paper);
  options->publication.setup.greyscale = options->greyscale;

  return TRUE;
}

/* What is named, each once; or all there is. */
static GStrv
find_evaluations (KompassLibrary  *library,
                  char           **names,
                  GError         **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *id = kompass_library_find_evaluation (library, names[i], error);

      if (id == NULL)
        return NULL;
      if (g_hash_table_add (found, g_strdup (id)))
        g_strv_builder_add (builder, id);
    }

  return g_strv_builder_end (builder);
}

static GStrv
list_evaluations (KompassLibrary  *library,
                  GError         **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GPtrArray) rounds = kompass_library_list_rounds (library, error);

  if (rounds == NULL)
    return NULL;
  for (guint i = 0; i < rounds->len; i++)
    {
      const char *id = kompass_round_get_id (g_ptr_array_index (rounds, i));

      if (id != NULL)
        g_strv_builder_add (builder, id);
    }

  return g_strv_builder_end (builder);
}

/* Without any word about it, what is stored with each report. */
static gboolean
find_comparisons (KompassLibrary  *library,
                  Options         *options,
                  GError         **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (options->others == NULL && !options->alone)
    return TRUE;
  for (guint i = 0; options->others != NULL && options->others[i] != NULL; i++)
    {
      g_autofree char *id = NULL;

      if (!g_utf8_validate (options->others[i], -1, NULL))
        return refuse (error, _("“%s” is not UTF-8"), options->others[i]);
      id = kompass_library_find_profile (library, options->others[i], error);
      if (id == NULL)
        return FALSE;
      g_strv_builder_add (builder, id);
    }
  options->publication.comparisons = (const char * const *) g_strv_builder_end (builder);

  return TRUE;
}

static gboolean
publish (KompassLibrary  *library,
         GStrv            evaluations,
         const Options   *options,
         GError         **error)
{
  if (evaluations[0] == NULL)
    {
      g_set_error_literal (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_FAILED,
                           _("There are no evaluations in the library. Nothing was written."));
      return FALSE;
    }
  if (options->is_folder)
    return kompass_cli_publish_many (library, (const char * const *) evaluations, options->path, &options->publication,
                                     options->progress, error);

  return kompass_cli_publish_one (library, evaluations[0], options->path, &options->publication, error);
}

static gboolean
run_with_options (KompassCliCall  *call,
                  Options         *options,
                  GError         **error)
{
  guint n_names = g_strv_length (call->words);
  g_autoptr (KompassLibrary) library = NULL;
  g_auto (GStrv) evaluations = NULL;

  if (!check_options (options, n_names, error) || !choose_target (options, n_names, error) ||
      !choose_format (options, error) || !choose_paper (options, error))
    return FALSE;
  library = kompass_cli_open_library (call, error);
  if (library == NULL)
    return FALSE;
  evaluations = options->all ? list_evaluations (library, error) : find_evaluations (library, call->words, error);

  return evaluations != NULL && find_comparisons (library, options, error) && publish (library, evaluations, options, error);
}

static gboolean
run (KompassCliCall  *call,
     GError         **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.path,
      N_("The file to write; its ending is .pdf, .odt or .zip. Or a folder"), N_("FILE") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &options.format, N_("What to write into a folder: pdf (unless said) or odt"),
      N_("FORMAT") },
    { "archive", 0, 0, G_OPTION_ARG_NONE, &options.archive, N_("A package for the archive: both, and the data (.zip)"),
      NULL },
    { "paper", 0, 0, G_OPTION_ARG_FILENAME, &options.paper, N_("a4 (unless said) or letter"), N_("PAPER") },
    { "greyscale", 0, 0, G_OPTION_ARG_NONE, &options.greyscale, N_("As it prints without colour"), NULL },
    { "compare", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.others,
      N_("Compare with this, instead of what is stored; at most three times"), N_("OTHER") },
    { "no-compare", 0, 0, G_OPTION_ARG_NONE, &options.alone, N_("Compare with nothing"), NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &options.all, N_("All evaluations of the library"), NULL },
    { "progress", 0, 0, G_OPTION_ARG_NONE, &options.progress,
      N_("Tell of progress, also where nobody sits at a terminal"), NULL },
    { NULL },
  };

  return kompass_cli_call_parse (call, entries, error) && run_with_options (call, &options, error);
}

const KompassCliCommand kompass_cli_report = {
  "report",
  N_("[EVALUATION…] -o FILE|FOLDER/"),
  0,
  G_MAXUINT,
  N_("Write reports: PDF, word processor document, package for the archive"),
  N_("Several reports go to a folder, each called after its evaluation: lund-2011.pdf.\n"
     "One that cannot be written does not stop the others. Ctrl+C stops after the one\n"
     "that is being written. OTHER is an evaluation, a reference group or a published\n"
     "mean. The language is that of the locale."),
  run,
};
