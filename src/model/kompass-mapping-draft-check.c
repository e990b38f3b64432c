/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said in a draft as a mapping reads it, and every problem in words. */
#include "kompass-mapping-draft-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
problem_free (gpointer data)
{
  KompassMappingProblem *problem = data;

  g_free (problem->words);
  g_free (problem);
}

static void
add_problem (GPtrArray  *problems,
             guint       line,
             gboolean    is_missing,
             const char *words)
{
  KompassMappingProblem *problem = g_new (KompassMappingProblem, 1);

  *problem = (KompassMappingProblem) { line, is_missing, g_strdup (words) };
  g_ptr_array_add (problems, problem);
}

/* Items */

static void
add_item (KompassMappingDraft *self,
          KompassMapping      *mapping,
          guint                index,
          const char * const  *from,
          const char * const  *to,
          GPtrArray           *problems)
{
  const KompassMappingLine *line = kompass_mapping_draft_at (self, index);
  g_autoptr (GError) error = NULL;

  if (!kompass_mapping_add (mapping, NULL, line->kind, (KompassRelation) line->relation, from, to, line->note, &error))
    add_problem (problems, index, FALSE, error->message);
}

/* The lines that were merged into the same one, from @index on; none where an earlier one has spoken for them. */
static GStrv
collect_merged (KompassMappingDraft *self,
                guint                index)
{
  const KompassMappingLine *line = kompass_mapping_draft_at (self, index);
  g_autoptr (GStrvBuilder) numbers = g_strv_builder_new ();

  for (guint i = 0; i < self->state->lines->len; i++)
    {
      const KompassMappingLine *other = kompass_mapping_draft_at (self, i);

      if (other->side != KOMPASS_MAPPING_FROM || other->kind != line->kind || other->relation != KOMPASS_RELATION_MERGED ||
          g_strcmp0 (other->counterparts[0], line->counterparts[0]) != 0)
        continue;
      if (i < index)
        return NULL;
      g_strv_builder_add (numbers, other->number);
    }

  return g_strv_builder_end (numbers);
}

static void
read_merged (KompassMappingDraft *self,
             KompassMapping      *mapping,
             guint                index,
             GPtrArray           *problems)
{
  const KompassMappingLine *line = kompass_mapping_draft_at (self, index);
  g_auto (GStrv) from = collect_merged (self, index);

  if (from == NULL)
    return;
  if (g_strv_length (from) < 2)
    add_problem (problems, index, TRUE, _("Say of another one that it was merged into the same"));
  else
    add_item (self, mapping, index, (const char * const *) from, (const char * const *) line->counterparts, problems);
}

static void
read_old_line (KompassMappingDraft *self,
               KompassMapping      *mapping,
               guint                index,
               GPtrArray           *problems)
{
  const KompassMappingLine *line = kompass_mapping_draft_at (self, index);
  const char * const *to = (const char * const *) line->counterparts;
  const char *from[] = { line->number, NULL };

  if (line->relation == KOMPASS_RELATION_GONE)
    add_item (self, mapping, index, from, NULL, problems);
  else if (line->relation == KOMPASS_RELATION_SPLIT && g_strv_length (line->counterparts) < 2)
    add_problem (problems, index, TRUE, _("Choose the two or more that it was split into"));
  else if (line->counterparts[0] == NULL)
    add_problem (problems, index, TRUE, _("Choose what it has become"));
  else if (line->relation == KOMPASS_RELATION_MERGED)
    read_merged (self, mapping, index, problems);
  else
    add_item (self, mapping, index, from, to, problems);
}

static void
read_lines (KompassMappingDraft *self,
            KompassMapping      *mapping,
            GPtrArray           *problems)
{
  for (guint i = 0; i < self->state->lines->len; i++)
    {
      const KompassMappingLine *line = kompass_mapping_draft_at (self, i);
      const char *to[] = { line->number, NULL };

      if (line->relation == KOMPASS_RELATION_NOT_SAID)
        continue;
      if (line->side == KOMPASS_MAPPING_FROM)
        read_old_line (self, mapping, i, problems);
      else
        add_item (self, mapping, i, NULL, to, problems);
    }
}

/* The band */

static gboolean
read_limit (KompassMappingDraft *self,
            KompassMappingText   what,
            KompassPoints       *points,
            GPtrArray           *problems)
{
  g_autofree char *text = kompass_points_trim (self->state->texts[what]);
  g_autoptr (GError) error = NULL;

  if (kompass_points_parse (text, KOMPASS_POINTS_UNKNOWN, points, &error))
    return TRUE;
  if (*text == '\0')
    {
      add_problem (problems, KOMPASS_MAPPING_ITSELF, TRUE, _("Write both ends of the points that are added to the total"));
    }
  else
    {
      g_autofree char *words = g_strdup_printf (_("Points that are added to the total: %s"), error->message);

      add_problem (problems, KOMPASS_MAPPING_ITSELF, FALSE, words);
    }

  return FALSE;
}

static void
read_band (KompassMappingDraft *self,
           KompassMapping      *mapping,
           GPtrArray           *problems)
{
  g_autofree char *low_text = kompass_points_trim (self->state->texts[KOMPASS_MAPPING_BAND_LOW]);
  g_autofree char *high_text = kompass_points_trim (self->state->texts[KOMPASS_MAPPING_BAND_HIGH]);
  KompassPoints low, high;

  if (*low_text == '\0' && *high_text == '\0')
    return;
  if (!read_limit (self, KOMPASS_MAPPING_BAND_LOW, &low, problems) ||
      !read_limit (self, KOMPASS_MAPPING_BAND_HIGH, &high, problems))
    return;
  if (high < low)
    add_problem (problems, KOMPASS_MAPPING_ITSELF, FALSE,
                 _("The points that are added to the total go from the fewest to the most"));
  else
    kompass_mapping_set_total_band (mapping, low, high);
}

/**
 * kompass_mapping_draft_to_mapping:
 * @self: a draft
 * @id: UUID of the mapping
 * @problems: (nullable) (element-type KompassMappingProblem): where to add every problem
 *
 * Returns: (transfer full): the mapping, with what fits of what is said
 */
KompassMapping *
kompass_mapping_draft_to_mapping (KompassMappingDraft *self,
                                  const char          *id,
                                  GPtrArray           *problems)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (problem_free);
  g_autofree char *source = kompass_points_trim (self->state->texts[KOMPASS_MAPPING_SOURCE]);
  KompassMapping *mapping = kompass_mapping_new (id, kompass_mapping_get_from (self->mapping),
                                                 kompass_mapping_get_to (self->mapping), source);

  read_band (self, mapping, found);
  read_lines (self, mapping, found);
  if (found->len == 0 && kompass_mapping_get_n_items (mapping) == 0 &&
      !kompass_mapping_get_total_band (mapping, NULL, NULL))
    add_problem (found, KOMPASS_MAPPING_ITSELF, TRUE, _("Nothing is said yet"));
  if (problems != NULL)
    g_ptr_array_extend_and_steal (problems, g_steal_pointer (&found));

  return mapping;
}

/**
 * kompass_mapping_draft_list_problems:
 * @self: a draft
 *
 * Checks all that is said. Each line is the counterpart of one, or of those that were merged into it; maxima fit the
 * relation. What nothing is said of is no problem: it is not compared.
 *
 * Returns: (transfer full) (element-type KompassMappingProblem): every problem; none where the draft can be saved
 */
GPtrArray *
kompass_mapping_draft_list_problems (KompassMappingDraft *self)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (problem_free);
  g_autoptr (KompassMapping) mapping = kompass_mapping_draft_to_mapping (self, kompass_mapping_get_id (self->mapping),
                                                                         problems);

  return problems;
}
