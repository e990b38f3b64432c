/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes with the program: the editions of the instrument, mappings between them, and the example. */
#include "kompass-bundle.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "kompass-example-report.h"
#include "kompass-example.h"
#include "kompass-exchange-resources.h"

#define BUNDLE "/io/github/kommunkompass/Kommunkompass/bundle/"

static GBytes *
look_up (const char  *name,
         GError     **error)
{
  g_autofree char *path = g_strconcat (BUNDLE, name, NULL);
  GBytes *bytes = g_resource_lookup_data (kompass_exchange_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (bytes == NULL)
    g_set_error (error, KOMPASS_EXCHANGE_ERROR, KOMPASS_EXCHANGE_ERROR_MISSING,
                 _("“%s” is missing in this program. Install it again."), name);

  return bytes;
}

static KompassEdition *
load_edition (const char  *name,
              GError     **error)
{
  g_autofree char *path = g_strconcat ("editions/", name, NULL);
  g_autoptr (GBytes) json = look_up (path, error);

  return json != NULL ? kompass_edition_from_json (name, json, error) : NULL;
}

/**
 * kompass_bundle_load_editions:
 * @error: return location for a #KOMPASS_EXCHANGE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type KompassEdition): the editions that come with the program, the
 *   oldest first
 */
GPtrArray *
kompass_bundle_load_editions (GError **error)
{
  static const char * const names[] = { "2002.json", "2010.json", "2016.json", "2020.json" };
  g_autoptr (GPtrArray) editions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      KompassEdition *edition = load_edition (names[i], error);

      if (edition == NULL)
        return NULL;
      g_ptr_array_add (editions, edition);
    }

  return g_steal_pointer (&editions);
}

/**
 * kompass_bundle_load_mappings:
 * @editions: (element-type KompassEdition): the editions that come with the program
 * @error: return location for a #KOMPASS_EXCHANGE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type KompassMapping): the mappings that come with the program
 */
GPtrArray *
kompass_bundle_load_mappings (GPtrArray  *editions,
                              GError    **error)
{
  static const char * const names[] = { "2002-2010.json" };
  g_autoptr (GPtrArray) mappings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("mappings/", names[i], NULL);
      g_autoptr (GBytes) json = look_up (path, error);
      KompassMapping *mapping = json != NULL ? kompass_mapping_from_json (names[i], json, editions, error) : NULL;

      if (mapping == NULL)
        return NULL;
      g_ptr_array_add (mappings, mapping);
    }

  return g_steal_pointer (&mappings);
}

typedef gboolean (*ReadExample) (const char  *name,
                                 GBytes      *csv,
                                 GPtrArray   *editions,
                                 GPtrArray   *results,
                                 GError     **error);

static gboolean
load_example (const char   *name,
              ReadExample   read,
              GPtrArray    *editions,
              GPtrArray    *results,
              GError      **error)
{
  g_autofree char *path = g_strconcat ("examples/", name, NULL);
  g_autoptr (GBytes) csv = look_up (path, error);

  return csv != NULL && read (name, csv, editions, results, error);
}

/**
 * kompass_bundle_load_example:
 * @editions: (element-type KompassEdition): the editions, as kompass_bundle_load_editions() or a library gives them
 * @evaluations: (out) (transfer full) (element-type KompassEvaluation): Lund 2011, then the published evaluations
 * @means: (out) (transfer full) (element-type KompassProfile): the published means
 * @error: return location for a #KOMPASS_EXCHANGE_ERROR
 *
 * Reads the example. Its identifiers are the same each time and everywhere.
 *
 * Returns: %TRUE when @evaluations and @means are set
 */
gboolean
kompass_bundle_load_example (GPtrArray  *editions,
                             GPtrArray **evaluations,
                             GPtrArray **means,
                             GError    **error)
{
  g_autoptr (GPtrArray) read_evaluations = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) read_means = g_ptr_array_new_with_free_func (g_object_unref);

  if (!load_example ("lund-2011.csv", kompass_example_read_lund, editions, read_evaluations, error) ||
      !load_example ("published-evaluations.csv", kompass_example_read_published, editions, read_evaluations, error) ||
      !load_example ("published-means.csv", kompass_example_read_means, editions, read_means, error))
    return FALSE;
  *evaluations = g_steal_pointer (&read_evaluations);
  *means = g_steal_pointer (&read_means);

  return TRUE;
}

/**
 * kompass_bundle_load_example_reports:
 * @evaluations: (element-type KompassEvaluation): the evaluations of kompass_bundle_load_example()
 * @means: (element-type KompassProfile): its means
 * @error: return location for a #KOMPASS_EXCHANGE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type KompassReport): what is written about them: the report of Lund 2011
 */
GPtrArray *
kompass_bundle_load_example_reports (GPtrArray  *evaluations,
                                     GPtrArray  *means,
                                     GError    **error)
{
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GBytes) json = look_up ("examples/lund-2011-report.json", error);
  KompassReport *report = NULL;

  if (json != NULL)
    report = kompass_example_report_read ("lund-2011-report.json", json, g_ptr_array_index (evaluations, 0), means, error);
  if (report == NULL)
    return NULL;
  g_ptr_array_add (reports, report);

  return g_steal_pointer (&reports);
}
