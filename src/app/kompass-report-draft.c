/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts of a report, and what is said about its evaluation, that are written and not in the library yet; and where somebody
 * else has written meanwhile. */
#include "kompass-report-draft.h"

#include <string.h>

#include "kompass-library-report.h"

struct _KompassReportDraft
{
  GHashTable *stored;    /* section to the markup that the library had when it was read, of sections that are written */
  GHashTable *texts;     /* section to KompassText */
  GHashTable *conflicts; /* sections in which somebody else has written, until they are saved */
  char *about[KOMPASS_N_ABOUT];
};

/**
 * kompass_report_draft_new:
 *
 * Returns: (transfer full): a draft in which nothing is written
 */
KompassReportDraft *
kompass_report_draft_new (void)
{
  KompassReportDraft *self = g_new0 (KompassReportDraft, 1);

  self->stored = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->conflicts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

static void
clear_about (KompassReportDraft *self)
{
  for (guint i = 0; i < KOMPASS_N_ABOUT; i++)
    g_clear_pointer (&self->about[i], g_free);
}

void
kompass_report_draft_free (KompassReportDraft *self)
{
  clear_about (self);
  g_hash_table_unref (self->stored);
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->conflicts);
  g_free (self);
}

gboolean
kompass_report_draft_is_empty (KompassReportDraft *self)
{
  for (guint i = 0; i < KOMPASS_N_ABOUT; i++)
    if (self->about[i] != NULL)
      return FALSE;

  return g_hash_table_size (self->texts) == 0;
}

/**
 * kompass_report_draft_clear:
 * @self: a draft
 *
 * Forgets what is written.
 */
void
kompass_report_draft_clear (KompassReportDraft *self)
{
  clear_about (self);
  g_hash_table_remove_all (self->texts);
  g_hash_table_remove_all (self->stored);
  g_hash_table_remove_all (self->conflicts);
}

/**
 * kompass_report_draft_write_text:
 * @self: a draft
 * @report: the report as it is written
 * @section: a section
 * @text: what stands in it now
 *
 * Takes what has been typed, into the report, too.
 *
 * Returns: %FALSE if the report says that already
 */
gboolean
kompass_report_draft_write_text (KompassReportDraft *self,
                                 KompassReport      *report,
                                 const char         *section,
                                 KompassText        *text)
{
  KompassText *before = kompass_report_get_text (report, section);

  if (kompass_text_equal (before, text))
    return FALSE;
  if (!g_hash_table_contains (self->stored, section))
    g_hash_table_insert (self->stored, g_strdup (section), kompass_text_to_markup (before));
  g_hash_table_insert (self->texts, g_strdup (section), g_object_ref (text));
  kompass_report_set_text (report, section, text);

  return TRUE;
}

/**
 * kompass_report_draft_write_about:
 * @self: a draft
 * @report: the report as it is written
 * @about: what is said about the evaluation
 * @value: the words
 *
 * Takes what has been typed, into the report, too.
 *
 * Returns: %FALSE if the report says that already
 */
gboolean
kompass_report_draft_write_about (KompassReportDraft *self,
                                  KompassReport      *report,
                                  KompassAbout        about,
                                  const char         *value)
{
  if (strcmp (kompass_report_get_about (report, about), value) == 0)
    return FALSE;
  g_free (self->about[about]);
  self->about[about] = g_strdup (value);
  kompass_report_set_about (report, about, value);

  return TRUE;
}

/**
 * kompass_report_draft_note_conflicts:
 * @self: a draft
 * @loaded: the report as the library has it now
 *
 * Notes where somebody else has written in a section that is written here. What is written here stays, and what the other
 * has written stays in the history of the section.
 */
void
kompass_report_draft_note_conflicts (KompassReportDraft *self,
                                     KompassReport      *loaded)
{
  GHashTableIter iter;
  gpointer section;

  g_hash_table_iter_init (&iter, self->texts);
  while (g_hash_table_iter_next (&iter, &section, NULL))
    {
      g_autofree char *markup = kompass_text_to_markup (kompass_report_get_text (loaded, section));
      const char *before = g_hash_table_lookup (self->stored, section);

      if (g_strcmp0 (markup, before) == 0)
        continue;
      g_hash_table_insert (self->stored, g_strdup (section), g_steal_pointer (&markup));
      g_hash_table_add (self->conflicts, g_strdup (section));
    }
}

/**
 * kompass_report_draft_take_conflicts:
 * @self: a draft
 *
 * Returns: (transfer full): sections in which somebody else has written, each of which is told once
 */
GStrv
kompass_report_draft_take_conflicts (KompassReportDraft *self)
{
  g_autofree gpointer *sections = g_hash_table_get_keys_as_array (self->conflicts, NULL);
  GStrv copy = g_strdupv ((char **) sections);

  g_hash_table_remove_all (self->conflicts);

  return copy;
}

/**
 * kompass_report_draft_apply:
 * @self: a draft
 * @report: a report as the library has it
 *
 * Brings into the report what is not saved.
 */
void
kompass_report_draft_apply (KompassReportDraft *self,
                            KompassReport      *report)
{
  GHashTableIter iter;
  gpointer section, text;

  g_hash_table_iter_init (&iter, self->texts);
  while (g_hash_table_iter_next (&iter, &section, &text))
    kompass_report_set_text (report, section, text);
  for (guint i = 0; i < KOMPASS_N_ABOUT; i++)
    if (self->about[i] != NULL)
      kompass_report_set_about (report, (KompassAbout) i, self->about[i]);
}

/**
 * kompass_report_draft_save:
 * @self: a draft
 * @library: where the report is
 * @evaluation: UUID of the evaluation that it is about
 * @error: return location for an error
 *
 * Saves what is written. What cannot be saved stays.
 *
 * Returns: %TRUE if all of it is in the library
 */
gboolean
kompass_report_draft_save (KompassReportDraft  *self,
                           KompassLibrary      *library,
                           const char          *evaluation,
                           GError             **error)
{
  GHashTableIter iter;
  gpointer section, text;

  g_hash_table_iter_init (&iter, self->texts);
  while (g_hash_table_iter_next (&iter, &section, &text))
    {
      if (!kompass_library_set_report_text (library, evaluation, section, text, error))
        return FALSE;
      g_hash_table_remove (self->stored, section);
      g_hash_table_iter_remove (&iter);
    }
  for (guint i = 0; i < KOMPASS_N_ABOUT; i++)
    {
      if (self->about[i] != NULL &&
          !kompass_library_set_report_about (library, evaluation, (KompassAbout) i, self->about[i], error))
        return FALSE;
      g_clear_pointer (&self->about[i], g_free);
    }

  return TRUE;
}
