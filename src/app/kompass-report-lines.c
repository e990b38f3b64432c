/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items of lists and key facts that are written and not in the library yet: put into a report that was read, and saved in
 * the order in which they were written. */
#include "kompass-report-lines.h"

#include <string.h>

#include "kompass-library-report.h"

/* A finding or a key fact that is being written. */
typedef struct
{
  GObject *item; /* a KompassFinding or a KompassKeyFact */
  guint position;
} Line;

struct _KompassReportLines
{
  GHashTable *lines; /* UUID to Line */
  GPtrArray *order;  /* of UUIDs, as they were written first */
};

static void
line_free (gpointer data)
{
  Line *line = data;

  g_object_unref (line->item);
  g_free (line);
}

/**
 * kompass_report_lines_new:
 *
 * Returns: (transfer full): no lines yet
 */
KompassReportLines *
kompass_report_lines_new (void)
{
  KompassReportLines *self = g_new0 (KompassReportLines, 1);

  self->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, line_free);
  self->order = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
kompass_report_lines_free (KompassReportLines *self)
{
  g_hash_table_unref (self->lines);
  g_ptr_array_unref (self->order);
  g_free (self);
}

gboolean
kompass_report_lines_is_empty (KompassReportLines *self)
{
  return self->order->len == 0;
}

/**
 * kompass_report_lines_clear:
 * @self: lines
 *
 * Forgets them.
 */
void
kompass_report_lines_clear (KompassReportLines *self)
{
  g_hash_table_remove_all (self->lines);
  g_ptr_array_set_size (self->order, 0);
}

/* Putting them into a report */

/* A report has no place for one line among others: all of them are taken out and put back. */
static void
apply_finding (KompassReport  *report,
               KompassFinding *finding,
               guint           position)
{
  g_autoptr (GPtrArray) others = NULL;

  if (kompass_report_find_finding (report, kompass_finding_get_id (finding)) != NULL)
    kompass_report_remove_finding (report, kompass_finding_get_id (finding));
  others = kompass_report_get_findings (report, kompass_finding_get_area (finding), kompass_finding_get_kind (finding));
  for (guint i = position; i < others->len; i++)
    kompass_report_remove_finding (report, kompass_finding_get_id (g_ptr_array_index (others, i)));
  kompass_report_add_finding (report, finding);
  for (guint i = position; i < others->len; i++)
    kompass_report_add_finding (report, g_ptr_array_index (others, i));
}

static KompassKeyFact *
find_key_fact (KompassReport *report,
               const char    *id)
{
  GPtrArray *facts = kompass_report_get_key_facts (report);

  for (guint i = 0; i < facts->len; i++)
    if (strcmp (kompass_key_fact_get_id (g_ptr_array_index (facts, i)), id) == 0)
      return g_ptr_array_index (facts, i);

  return NULL;
}

static void
apply_key_fact (KompassReport  *report,
                KompassKeyFact *fact,
                guint           position)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *facts = kompass_report_get_key_facts (report);

  if (find_key_fact (report, kompass_key_fact_get_id (fact)) != NULL)
    kompass_report_remove_key_fact (report, kompass_key_fact_get_id (fact));
  for (guint i = position; i < facts->len; i++)
    g_ptr_array_add (others, g_object_ref (g_ptr_array_index (facts, i)));
  for (guint i = 0; i < others->len; i++)
    kompass_report_remove_key_fact (report, kompass_key_fact_get_id (g_ptr_array_index (others, i)));
  kompass_report_add_key_fact (report, fact);
  for (guint i = 0; i < others->len; i++)
    kompass_report_add_key_fact (report, g_ptr_array_index (others, i));
}

static void
apply_line (KompassReport *report,
            const Line    *line)
{
  if (KOMPASS_IS_FINDING (line->item))
    apply_finding (report, KOMPASS_FINDING (line->item), line->position);
  else
    apply_key_fact (report, KOMPASS_KEY_FACT (line->item), line->position);
}

/**
 * kompass_report_lines_apply:
 * @self: lines
 * @report: a report as the library has it
 *
 * Brings into the report what is not saved.
 */
void
kompass_report_lines_apply (KompassReportLines *self,
                            KompassReport      *report)
{
  for (guint i = 0; i < self->order->len; i++)
    apply_line (report, g_hash_table_lookup (self->lines, g_ptr_array_index (self->order, i)));
}

/* Writing */

static void
write_line (KompassReportLines *self,
            KompassReport      *report,
            const char         *id,
            gpointer            item,
            guint               position)
{
  Line *line = g_new0 (Line, 1);

  line->item = g_object_ref (item);
  line->position = position;
  if (!g_hash_table_contains (self->lines, id))
    g_ptr_array_add (self->order, g_strdup (id));
  g_hash_table_insert (self->lines, g_strdup (id), line);
  apply_line (report, line);
}

/**
 * kompass_report_lines_write_finding:
 * @self: lines
 * @report: the report as it is written
 * @finding: an item of a list, new or with other words
 * @position: where it stands in its list
 *
 * Returns: %FALSE if the report says that already
 */
gboolean
kompass_report_lines_write_finding (KompassReportLines *self,
                                    KompassReport      *report,
                                    KompassFinding     *finding,
                                    guint               position)
{
  KompassFinding *before = kompass_report_find_finding (report, kompass_finding_get_id (finding));

  if (before != NULL && strcmp (kompass_finding_get_text (before), kompass_finding_get_text (finding)) == 0 &&
      g_strcmp0 (kompass_finding_get_question (before), kompass_finding_get_question (finding)) == 0)
    return FALSE;
  write_line (self, report, kompass_finding_get_id (finding), finding, position);

  return TRUE;
}

/**
 * kompass_report_lines_write_key_fact:
 * @self: lines
 * @report: the report as it is written
 * @fact: a key fact, new or with another name or value
 * @position: where it stands in the list
 *
 * Returns: %FALSE if the report says that already
 */
gboolean
kompass_report_lines_write_key_fact (KompassReportLines *self,
                                     KompassReport      *report,
                                     KompassKeyFact     *fact,
                                     guint               position)
{
  KompassKeyFact *before = find_key_fact (report, kompass_key_fact_get_id (fact));

  if (before != NULL && strcmp (kompass_key_fact_get_name (before), kompass_key_fact_get_name (fact)) == 0 &&
      strcmp (kompass_key_fact_get_value (before), kompass_key_fact_get_value (fact)) == 0)
    return FALSE;
  write_line (self, report, kompass_key_fact_get_id (fact), fact, position);

  return TRUE;
}

/**
 * kompass_report_lines_forget:
 * @self: lines
 * @report: the report as it is written
 * @id: a finding or a key fact that the library does not have
 *
 * It was begun and taken back before it was saved: there is nothing to save.
 *
 * Returns: %FALSE if it was not written
 */
gboolean
kompass_report_lines_forget (KompassReportLines *self,
                             KompassReport      *report,
                             const char         *id)
{
  guint index;

  if (!g_hash_table_remove (self->lines, id))
    return FALSE;
  if (g_ptr_array_find_with_equal_func (self->order, id, g_str_equal, &index))
    g_ptr_array_remove_index (self->order, index);
  if (kompass_report_find_finding (report, id) != NULL)
    kompass_report_remove_finding (report, id);
  else if (find_key_fact (report, id) != NULL)
    kompass_report_remove_key_fact (report, id);

  return TRUE;
}

/* Saving */

/* What has been deleted while it was written is added again: nothing that is typed is lost. */
static gboolean
save_finding (KompassLibrary  *library,
              KompassReport   *stored,
              KompassFinding  *finding,
              guint            position,
              GError         **error)
{
  const char *evaluation = kompass_report_get_evaluation_id (stored);

  if (kompass_report_find_finding (stored, kompass_finding_get_id (finding)) == NULL)
    return kompass_library_add_finding (library, evaluation, finding, position, error);

  return kompass_library_change_finding (library, evaluation, kompass_finding_get_id (finding),
                                         kompass_finding_get_text (finding), kompass_finding_get_question (finding), error);
}

static gboolean
save_key_fact (KompassLibrary  *library,
               KompassReport   *stored,
               KompassKeyFact  *fact,
               guint            position,
               GError         **error)
{
  const char *evaluation = kompass_report_get_evaluation_id (stored);

  if (find_key_fact (stored, kompass_key_fact_get_id (fact)) == NULL)
    return kompass_library_add_key_fact (library, evaluation, fact, position, error);

  return kompass_library_change_key_fact (library, evaluation, kompass_key_fact_get_id (fact),
                                          kompass_key_fact_get_name (fact), kompass_key_fact_get_value (fact), error);
}

/**
 * kompass_report_lines_save:
 * @self: lines
 * @library: where the report is
 * @evaluation: UUID of the evaluation that it is about
 * @error: return location for an error
 *
 * Saves them. Those that cannot be saved stay.
 *
 * Returns: %TRUE if all of them are in the library
 */
gboolean
kompass_report_lines_save (KompassReportLines  *self,
                           KompassLibrary      *library,
                           const char          *evaluation,
                           GError             **error)
{
  g_autoptr (KompassReport) stored = NULL;

  if (self->order->len == 0)
    return TRUE;
  stored = kompass_library_load_report (library, evaluation, error);
  if (stored == NULL)
    return FALSE;
  while (self->order->len > 0)
    {
      const char *id = g_ptr_array_index (self->order, 0);
      const Line *line = g_hash_table_lookup (self->lines, id);
      gboolean saved = KOMPASS_IS_FINDING (line->item)
                           ? save_finding (library, stored, KOMPASS_FINDING (line->item), line->position, error)
                           : save_key_fact (library, stored, KOMPASS_KEY_FACT (line->item), line->position, error);

      if (!saved)
        return FALSE;
      g_hash_table_remove (self->lines, id);
      g_ptr_array_remove_index (self->order, 0);
    }

  return TRUE;
}
