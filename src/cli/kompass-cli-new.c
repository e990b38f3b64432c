/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command "new". */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-cli-library.h"
#include "kompass-cli-output.h"

static gboolean
parse_year (const char  *text,
            guint       *year,
            GError     **error)
{
  guint64 value;

  if (g_ascii_string_to_unsigned (text, 10, KOMPASS_YEAR_FIRST, KOMPASS_YEAR_LAST, &value, NULL))
    {
      *year = (guint) value;
      return TRUE;
    }
  g_set_error (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_FAILED,
               _("“%s” is not a year. Nothing was added; write a year from %d to %d."), text, KOMPASS_YEAR_FIRST,
               KOMPASS_YEAR_LAST);

  return FALSE;
}

/* "2016, rev. 2" is that revision, and "2016, rev. 1" the first one; "2016" is the latest, which comes first. */
static KompassEdition *
find_by_name (GPtrArray  *editions,
              const char *name)
{
  KompassEdition *found = NULL;

  for (guint i = 0; i < editions->len; i++)
    {
      KompassEdition *edition = g_ptr_array_index (editions, i);
      g_autofree char *full_name = g_strdup_printf ("%s, rev. %u", kompass_edition_get_name (edition),
                                                    kompass_edition_get_revision (edition));

      if (found == NULL && strcmp (kompass_edition_get_name (edition), name) == 0)
        found = edition;
      if (strcmp (full_name, name) == 0)
        return edition;
    }

  return found;
}

static char *
join_names (GPtrArray *editions)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < editions->len; i++)
    {
      g_autofree char *name = kompass_edition_get_display_name (g_ptr_array_index (editions, i));

      /* A name may have a comma: "2016, rev. 2". */
      g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", name);
    }

  return g_string_free (names, FALSE);
}

static KompassEdition *
find_edition (KompassLibrary  *library,
              const char      *name,
              guint            year,
              GError         **error)
{
  g_autoptr (GPtrArray) editions = kompass_library_list_editions (library, error);
  g_autofree char *names = NULL;
  g_autofree char *shown = NULL;
  KompassEdition *edition;

  if (editions == NULL)
    return NULL;
  edition = name != NULL ? find_by_name (editions, name) : kompass_edition_choose (editions, year);
  if (edition != NULL)
    return g_object_ref (edition);
  names = join_names (editions);
  shown = name != NULL ? g_utf8_make_valid (name, -1) : NULL;
  if (shown != NULL)
    g_set_error (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_FAILED,
                 _("There is no edition “%s”. Nothing was added; there are %s."), shown, names);
  else
    g_set_error (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_FAILED,
                 _("No edition was in use in %u. Nothing was added; choose one with --edition: %s."), year, names);

  return NULL;
}

static gboolean
check_depth (const char  *name,
             GError     **error)
{
  KompassDepth depth;
  g_autofree char *shown = NULL;

  if (name == NULL || kompass_depth_from_name (name, &depth))
    return TRUE;
  shown = g_utf8_make_valid (name, -1);
  g_set_error (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_USAGE,
               _("There is no depth “%s”; there are questions, areas and total"), shown);

  return FALSE;
}

/* The depth of that name, or else as much as the edition has. */
static gboolean
choose_depth (const char      *name,
              KompassEdition  *edition,
              KompassDepth    *depth,
              GError         **error)
{
  gboolean has_questions = kompass_edition_get_n_questions (edition) > 0;
  g_autofree char *edition_name = kompass_edition_get_display_name (edition);

  if (name == NULL)
    *depth = has_questions ? KOMPASS_DEPTH_QUESTIONS : KOMPASS_DEPTH_AREAS;
  else
    kompass_depth_from_name (name, depth);
  if (*depth != KOMPASS_DEPTH_QUESTIONS || has_questions)
    return TRUE;
  g_set_error (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_FAILED,
               _("The questions of edition %s are not known here. Nothing was added; choose --depth areas."),
               edition_name);

  return FALSE;
}

static gboolean
add_evaluation (KompassLibrary  *library,
                const char      *municipality,
                guint            year,
                KompassEdition  *edition,
                KompassDepth     depth,
                GError         **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *municipality_id = g_uuid_string_random ();
  g_autofree char *plain = g_strstrip (g_strdup (municipality));
  g_autofree char *name = NULL;
  g_autofree char *country = NULL;
  g_autoptr (KompassEvaluation) evaluation = kompass_evaluation_new (id, edition, depth);

  kompass_municipality_parse_name (plain, &name, &country);
  kompass_evaluation_set_municipality (evaluation, municipality_id, name, country);
  kompass_evaluation_set_year (evaluation, year);
  if (kompass_library_has_round (library, name, country, year))
    kompass_cli_print_error (_("%s has a round in %u already; this will be another one"), name, year);
  if (!kompass_library_add_evaluation (library, evaluation, error))
    return FALSE;
  kompass_cli_print ("%s\n", id);

  return TRUE;
}

static gboolean
run (KompassCliCall  *call,
     GError         **error)
{
  g_autofree char *edition_name = NULL;
  g_autofree char *depth_name = NULL;
  const GOptionEntry entries[] = {
    { "edition", 0, 0, G_OPTION_ARG_FILENAME, &edition_name,
      N_("The edition, such as 2010; by default the one that was in use that year"), N_("EDITION") },
    { "depth", 0, 0, G_OPTION_ARG_FILENAME, &depth_name,
      N_("What will be known: questions, areas or total; by default as much as the edition has"), N_("DEPTH") },
    { NULL },
  };
  g_autoptr (KompassLibrary) library = NULL;
  g_autoptr (KompassEdition) edition = NULL;
  KompassDepth depth = KOMPASS_DEPTH_TOTAL;
  guint year;

  if (!kompass_cli_call_parse (call, entries, error) || !check_depth (depth_name, error) ||
      !parse_year (call->words[1], &year, error))
    return FALSE;
  library = kompass_cli_open_library (call, error);
  if (library == NULL)
    return FALSE;
  edition = find_edition (library, edition_name, year, error);

  return edition != NULL && choose_depth (depth_name, edition, &depth, error) &&
         add_evaluation (library, call->words[0], year, edition, depth, error);
}

const KompassCliCommand kompass_cli_new = {
  "new",
  N_("MUNICIPALITY YEAR"),
  2,
  2,
  N_("Begin a new round and print its identifier"),
  N_("A municipality of another country is written with the country's two letters: “Sund (NO)”."),
  run,
};
