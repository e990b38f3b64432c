/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written about one evaluation: texts, lists, key facts, and what it is held against. The figures are in the
 * evaluation, and pages are made elsewhere. */
#include "kompass-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _KompassReport
{
  GObject parent_instance;

  char *evaluation_id;
  GHashTable *texts; /* id of a section to KompassText */
  char *about[KOMPASS_N_ABOUT];
  GPtrArray *findings;  /* of KompassFinding, of all areas and lists */
  GPtrArray *key_facts; /* of KompassKeyFact */
  GStrv comparisons;
};

G_DEFINE_FINAL_TYPE (KompassReport, kompass_report, G_TYPE_OBJECT)

static const char * const about_names[] = {
  [KOMPASS_ABOUT_PERFORMED] = "performed",
  [KOMPASS_ABOUT_INTERVIEWS] = "interviews",
  [KOMPASS_ABOUT_EVALUATORS] = "evaluators",
};

static void
kompass_report_finalize (GObject *object)
{
  KompassReport *self = KOMPASS_REPORT (object);

  g_free (self->evaluation_id);
  g_hash_table_unref (self->texts);
  for (guint i = 0; i < KOMPASS_N_ABOUT; i++)
    g_free (self->about[i]);
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->key_facts);
  g_strfreev (self->comparisons);

  G_OBJECT_CLASS (kompass_report_parent_class)->finalize (object);
}

static void
kompass_report_class_init (KompassReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kompass_report_finalize;
}

static void
kompass_report_init (KompassReport *self)
{
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  for (guint i = 0; i < KOMPASS_N_ABOUT; i++)
    self->about[i] = g_strdup ("");
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  self->key_facts = g_ptr_array_new_with_free_func (g_object_unref);
  self->comparisons = g_new0 (char *, 1);
}

/**
 * kompass_report_new:
 * @evaluation_id: UUID of the evaluation it is about
 *
 * Returns: (transfer full): a report in which nothing is written
 */
KompassReport *
kompass_report_new (const char *evaluation_id)
{
  KompassReport *self = g_object_new (KOMPASS_TYPE_REPORT, NULL);

  self->evaluation_id = g_strdup (evaluation_id);

  return self;
}

const char *
kompass_report_get_evaluation_id (KompassReport *self)
{
  return self->evaluation_id;
}

/* Texts */

/**
 * kompass_report_get_text:
 * @self: a report
 * @section: the id of a section
 *
 * Returns: (transfer none) (not nullable): its text, empty where nothing is written; not to be added to
 */
KompassText *
kompass_report_get_text (KompassReport *self,
                         const char    *section)
{
  KompassText *text = g_hash_table_lookup (self->texts, section);

  if (text == NULL)
    {
      text = kompass_text_new ();
      g_hash_table_insert (self->texts, g_strdup (section), text);
    }

  return text;
}

/**
 * kompass_report_set_text:
 * @self: a report
 * @section: the id of a section
 * @text: its text, which is not added to afterwards
 */
void
kompass_report_set_text (KompassReport *self,
                         const char    *section,
                         KompassText   *text)
{
  g_hash_table_insert (self->texts, g_strdup (section), g_object_ref (text));
}

static int
compare_texts (gconstpointer one,
               gconstpointer other)
{
  return strcmp (*(const char * const *) one, *(const char * const *) other);
}

/**
 * kompass_report_list_texts:
 * @self: a report
 *
 * Returns: (transfer full): the ids of the sections that have a text, in the order of their letters; also of sections
 *   that the evaluation does not have
 */
GStrv
kompass_report_list_texts (KompassReport *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id, text;

  g_hash_table_iter_init (&iter, self->texts);
  while (g_hash_table_iter_next (&iter, &id, &text))
    if (!kompass_text_is_empty (text))
      g_ptr_array_add (ids, g_strdup (id));
  g_ptr_array_sort (ids, compare_texts);
  g_ptr_array_add (ids, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&ids), FALSE);
}

/* About the evaluation */

/**
 * kompass_about_get_title:
 * @about: something that is said about the evaluation
 *
 * Returns: what it is, in the user's language
 */
const char *
kompass_about_get_title (KompassAbout about)
{
  switch (about)
    {
    case KOMPASS_ABOUT_INTERVIEWS:
      /* Translators: how many people were interviewed for an evaluation */
      return _("Interviewed");
    case KOMPASS_ABOUT_EVALUATORS:
      return _("Evaluators");
    case KOMPASS_ABOUT_PERFORMED:
    default:
      /* Translators: when an evaluation was performed */
      return _("Performed");
    }
}

/**
 * kompass_about_get_name:
 * @about: something that is said about the evaluation
 *
 * Returns: its name in files, the same in every language
 */
const char *
kompass_about_get_name (KompassAbout about)
{
  return about_names[about];
}

/**
 * kompass_about_from_name:
 * @name: a name as kompass_about_get_name() gives it
 * @about: (out): what it is
 *
 * Returns: %TRUE if there is such a thing, and @about is set
 */
gboolean
kompass_about_from_name (const char   *name,
                         KompassAbout *about)
{
  for (guint i = 0; i < G_N_ELEMENTS (about_names); i++)
    if (strcmp (about_names[i], name) == 0)
      {
        *about = (KompassAbout) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * kompass_report_get_about:
 * @self: a report
 * @about: what is asked for
 *
 * Returns: (transfer none): what is said about the evaluation, as one line of free text; "" where nothing is
 */
const char *
kompass_report_get_about (KompassReport *self,
                          KompassAbout   about)
{
  return self->about[about];
}

/**
 * kompass_report_set_about:
 * @self: a report
 * @about: what is said
 * @value: (nullable): free text; one line, cleaned as by kompass_text_clean_line()
 */
void
kompass_report_set_about (KompassReport *self,
                          KompassAbout   about,
                          const char    *value)
{
  g_free (self->about[about]);
  self->about[about] = kompass_text_clean_line (value);
}

/* Lists */

/**
 * kompass_report_get_findings:
 * @self: a report
 * @area: the number of an area
 * @kind: one of its three lists
 *
 * Returns: (transfer container) (element-type KompassFinding): the items of the list, in order
 */
GPtrArray *
kompass_report_get_findings (KompassReport      *self,
                             guint               area,
                             KompassFindingKind  kind)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->findings->len; i++)
    {
      KompassFinding *finding = g_ptr_array_index (self->findings, i);

      if (kompass_finding_get_area (finding) == area && kompass_finding_get_kind (finding) == kind)
        g_ptr_array_add (findings, g_object_ref (finding));
    }

  return findings;
}

/**
 * kompass_report_get_all_findings:
 * @self: a report
 *
 * Returns: (transfer none) (element-type KompassFinding): the items of all lists of all areas, those of each list in
 *   order
 */
GPtrArray *
kompass_report_get_all_findings (KompassReport *self)
{
  return self->findings;
}

/**
 * kompass_report_find_finding:
 * @self: a report
 * @id: UUID of an item of a list
 *
 * Returns: (transfer none) (nullable): the item
 */
KompassFinding *
kompass_report_find_finding (KompassReport *self,
                             const char    *id)
{
  for (guint i = 0; i < self->findings->len; i++)
    {
      KompassFinding *finding = g_ptr_array_index (self->findings, i);

      if (strcmp (kompass_finding_get_id (finding), id) == 0)
        return finding;
    }

  return NULL;
}

/**
 * kompass_report_add_finding:
 * @self: a report
 * @finding: an item, which comes last in its list
 */
void
kompass_report_add_finding (KompassReport  *self,
                            KompassFinding *finding)
{
  g_ptr_array_add (self->findings, g_object_ref (finding));
}

/**
 * kompass_report_remove_finding:
 * @self: a report
 * @id: UUID of an item of a list
 */
void
kompass_report_remove_finding (KompassReport *self,
                               const char    *id)
{
  KompassFinding *finding = kompass_report_find_finding (self, id);

  if (finding != NULL)
    g_ptr_array_remove (self->findings, finding);
}

/* Key facts */

/**
 * kompass_report_get_key_facts:
 * @self: a report
 *
 * Returns: (transfer none) (element-type KompassKeyFact): the key facts, in order
 */
GPtrArray *
kompass_report_get_key_facts (KompassReport *self)
{
  return self->key_facts;
}

/**
 * kompass_report_add_key_fact:
 * @self: a report
 * @fact: a key fact, which comes last
 */
void
kompass_report_add_key_fact (KompassReport  *self,
                             KompassKeyFact *fact)
{
  g_ptr_array_add (self->key_facts, g_object_ref (fact));
}

/**
 * kompass_report_remove_key_fact:
 * @self: a report
 * @id: UUID of a key fact
 */
void
kompass_report_remove_key_fact (KompassReport *self,
                                const char    *id)
{
  for (guint i = 0; i < self->key_facts->len; i++)
    if (strcmp (kompass_key_fact_get_id (g_ptr_array_index (self->key_facts, i)), id) == 0)
      {
        g_ptr_array_remove_index (self->key_facts, i);
        return;
      }
}

/* Comparisons */

/**
 * kompass_report_get_comparisons:
 * @self: a report
 *
 * Returns: (transfer none) (array zero-terminated=1): the UUIDs of the evaluations and reference groups that the report
 *   holds its evaluation against, in order, at most %KOMPASS_REPORT_COMPARISONS
 */
const char * const *
kompass_report_get_comparisons (KompassReport *self)
{
  return (const char * const *) self->comparisons;
}

/**
 * kompass_report_set_comparisons:
 * @self: a report
 * @profiles: (nullable) (array zero-terminated=1): UUIDs of evaluations and reference groups; those after the first
 *   %KOMPASS_REPORT_COMPARISONS are left out
 */
void
kompass_report_set_comparisons (KompassReport      *self,
                                const char * const *profiles)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; profiles != NULL && profiles[i] != NULL && i < KOMPASS_REPORT_COMPARISONS; i++)
    g_strv_builder_add (builder, profiles[i]);
  g_strfreev (self->comparisons);
  self->comparisons = g_strv_builder_end (builder);
}

/* All of it */

/**
 * kompass_report_is_empty:
 * @self: a report
 *
 * Returns: %TRUE if nothing is written in it
 */
gboolean
kompass_report_is_empty (KompassReport *self)
{
  g_auto (GStrv) texts = kompass_report_list_texts (self);

  for (guint i = 0; i < KOMPASS_N_ABOUT; i++)
    if (*self->about[i] != '\0')
      return FALSE;

  return *texts == NULL && self->findings->len == 0 && self->key_facts->len == 0;
}

static guint
count_words_of_findings (KompassReport *self,
                         const char    *section)
{
  guint n_words = 0;

  for (guint i = 0; i < self->findings->len; i++)
    {
      KompassFinding *finding = g_ptr_array_index (self->findings, i);
      g_autofree char *area = g_strdup_printf ("area/%u", kompass_finding_get_area (finding));

      if (section == NULL || strcmp (area, section) == 0)
        n_words += kompass_text_count_words_of_line (kompass_finding_get_text (finding));
    }

  return n_words;
}

/**
 * kompass_report_count_words:
 * @self: a report
 * @section: (nullable): the id of a section, or %NULL for all
 *
 * Returns: how many words are written: in the text, and for an area in its three lists
 */
guint
kompass_report_count_words (KompassReport *self,
                            const char    *section)
{
  guint n_words = count_words_of_findings (self, section);
  GHashTableIter iter;
  gpointer id, text;

  g_hash_table_iter_init (&iter, self->texts);
  while (g_hash_table_iter_next (&iter, &id, &text))
    if (section == NULL || strcmp (section, id) == 0)
      n_words += kompass_text_count_words (text);

  return n_words;
}
