/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Archive packages: one ZIP with the report to read, the report to go on writing, the data for other programs with what they
 * mean, and checksums of all of it. The same bytes whenever it is made of the same. */
#include "kompass-archive.h"

#include "kompass-archive-names.h"
#include "kompass-archive-readme.h"
#include "kompass-data-csv.h"
#include "kompass-report-odt.h"
#include "kompass-report-pdf.h"
#include "kompass-zip.h"

typedef GBytes *(*CreateFunc) (const KompassArchiveInput *input, GError **error);

static GBytes *
create_readme (const KompassArchiveInput *input,
               GError                   **error)
{
  return kompass_archive_create_readme (input);
}

static GBytes *
create_pdf (const KompassArchiveInput *input,
            GError                   **error)
{
  return kompass_report_pdf_create (input->document, input->setup, error);
}

static GBytes *
create_odt (const KompassArchiveInput *input,
            GError                   **error)
{
  return kompass_report_odt_create (input->document, input->setup, error);
}

static GBytes *
create_scores (const KompassArchiveInput *input,
               GError                   **error)
{
  return kompass_data_create_csv (input->evaluation, input->report, error);
}

static GBytes *
create_findings (const KompassArchiveInput *input,
                 GError                   **error)
{
  return kompass_data_create_findings_csv (input->evaluation, input->report, error);
}

static GBytes *
create_xml (const KompassArchiveInput *input,
            GError                   **error)
{
  return kompass_data_create_xml (input->evaluation, input->report, error);
}

static GBytes *
create_schema (const KompassArchiveInput *input,
               GError                   **error)
{
  return kompass_data_get_schema ();
}

/* In the order in which they are looked for: first what explains the rest. */
static const struct
{
  const char *name;
  CreateFunc create;
  gboolean stored; /* compressed already */
} members[] = {
  { KOMPASS_ARCHIVE_README, create_readme, FALSE },
  { KOMPASS_ARCHIVE_PDF, create_pdf, FALSE },
  { KOMPASS_ARCHIVE_ODT, create_odt, TRUE },
  { KOMPASS_ARCHIVE_SCORES, create_scores, FALSE },
  { KOMPASS_ARCHIVE_FINDINGS, create_findings, FALSE },
  { KOMPASS_ARCHIVE_XML, create_xml, FALSE },
  { KOMPASS_ARCHIVE_SCHEMA, create_schema, FALSE },
};

/**
 * kompass_archive_create:
 * @input: what the package is made of
 * @error: return location for an error: one of making the files in it or of putting them together
 *
 * Makes an archive package (ZIP): the report as PDF and OpenDocument text, the data as CSV and XML with its schema, a README and
 * SHA-256 sums, as sha256sum writes and checks them. The XML is checked against the schema before. The only time in the package
 * is that of the document. Can be called in any thread.
 *
 * Returns: (transfer full): the package, or %NULL with @error set
 */
GBytes *
kompass_archive_create (const KompassArchiveInput *input,
                        GError                   **error)
{
  g_autoptr (KompassZip) zip = NULL;
  g_autoptr (GString) sums = g_string_new (NULL);
  g_autoptr (GBytes) all_sums = NULL;

  g_return_val_if_fail (input != NULL && input->document != NULL && input->setup != NULL, NULL);
  g_return_val_if_fail (KOMPASS_IS_EVALUATION (input->evaluation), NULL);

  zip = kompass_zip_new (input->document->time);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autoptr (GBytes) content = members[i].create (input, error);
      g_autofree char *sum = NULL;

      if (content == NULL)
        return NULL;
      sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
      g_string_append_printf (sums, "%s  %s\n", sum, members[i].name);
      kompass_zip_add (zip, members[i].name, content, members[i].stored);
    }
  all_sums = g_bytes_new (sums->str, sums->len);
  kompass_zip_add (zip, KOMPASS_ARCHIVE_SUMS, all_sums, FALSE);

  return kompass_zip_finish (zip, error);
}
