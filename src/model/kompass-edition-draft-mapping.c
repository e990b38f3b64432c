/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has become of each row of an edition in a draft of it: by the identity of rows, never by their numbers. */
#include "kompass-edition-draft-private.h"

#include <string.h>

typedef struct
{
  const char *text;
  KompassPoints maximum;
} Line;

static gboolean
find_base_line (KompassEdition  *base,
                KompassLineKind  kind,
                const char      *number,
                Line            *line)
{
  if (kind == KOMPASS_LINE_AREA)
    {
      for (guint i = 0; i < kompass_edition_get_n_areas (base); i++)
        {
          const KompassArea *area = kompass_edition_get_area (base, i);
          g_autofree char *own = g_strdup_printf ("%u", area->number);

          *line = (Line) { area->title, area->maximum };
          if (strcmp (own, number) == 0)
            return TRUE;
        }
      return FALSE;
    }
  for (guint i = 0; i < kompass_edition_get_n_questions (base); i++)
    {
      const KompassQuestion *question = kompass_edition_get_question (base, i);

      *line = (Line) { question->text, question->maximum };
      if (strcmp (question->number, number) == 0)
        return TRUE;
    }

  return FALSE;
}

static KompassRelation
compare_row (KompassEdition        *base,
             const KompassDraftRow *row)
{
  KompassPoints maximum = KOMPASS_POINTS_UNKNOWN;
  g_autofree char *text = kompass_draft_clean (row->text);
  Line line;

  if (row->origin == NULL || !find_base_line (base, row->kind, row->origin, &line))
    return KOMPASS_RELATION_NEW;
  kompass_points_parse (row->maximum, KOMPASS_POINTS_UNKNOWN, &maximum, NULL);
  if (maximum != line.maximum)
    return KOMPASS_RELATION_MAXIMUM_CHANGED;

  return strcmp (text, line.text) == 0 ? KOMPASS_RELATION_SAME : KOMPASS_RELATION_REWORDED;
}

static guint
count_base_questions (KompassEdition *base,
                      const char     *area)
{
  for (guint i = 0; i < kompass_edition_get_n_areas (base); i++)
    {
      g_autofree char *own = g_strdup_printf ("%u", kompass_edition_get_area (base, i)->number);

      if (strcmp (own, area) == 0)
        return kompass_edition_get_area (base, i)->n_questions;
    }

  return 0;
}

/* Whether an area still asks what it did: the same questions, with the same maxima, in any order. Where its questions
 * were not known, adding them changes nothing. */
static gboolean
asks_the_same (KompassEditionDraft *self,
               guint                index)
{
  const KompassDraftRow *area = kompass_draft_at (self, index);
  guint n_before = count_base_questions (self->base, area->origin);
  guint end = kompass_draft_area_end (self, index);
  g_autofree char *prefix = g_strconcat (area->origin, ".", NULL);

  if (n_before == 0)
    return TRUE;
  if (end - index - 1 != n_before)
    return FALSE;
  for (guint i = index + 1; i < end; i++)
    {
      const KompassDraftRow *row = kompass_draft_at (self, i);

      if (row->origin == NULL || !g_str_has_prefix (row->origin, prefix) ||
          compare_row (self->base, row) != KOMPASS_RELATION_SAME)
        return FALSE;
    }

  return TRUE;
}

static char *
get_new_number (const KompassDraftRow *row)
{
  guint area, question;

  if (row->kind == KOMPASS_LINE_AREA)
    return kompass_draft_parse_area (row->number, &area) ? g_strdup_printf ("%u", area) : NULL;

  return kompass_draft_parse_question (row->number, &area, &question) ? g_strdup_printf ("%u.%u", area, question) : NULL;
}

static void
add_row (KompassEditionDraft *self,
         KompassMapping      *mapping,
         guint                index,
         gboolean             with_changes)
{
  const KompassDraftRow *row = kompass_draft_at (self, index);
  KompassRelation relation = compare_row (self->base, row);
  g_autofree char *number = get_new_number (row);
  const char *from[] = { row->origin, NULL };
  const char *to[] = { number, NULL };

  if (relation == KOMPASS_RELATION_SAME && row->kind == KOMPASS_LINE_AREA && !asks_the_same (self, index))
    relation = KOMPASS_RELATION_REWORDED;
  if (!with_changes && relation != KOMPASS_RELATION_SAME)
    return;

  /* Where a maximum is not known, nothing can be said. */
  kompass_mapping_add (mapping, NULL, row->kind, relation, relation == KOMPASS_RELATION_NEW ? NULL : from, to, NULL, NULL);
}

static void
add_gone (KompassEditionDraft *self,
          KompassMapping      *mapping,
          KompassLineKind      kind,
          const char          *number)
{
  const char *from[] = { number, NULL };

  for (guint i = 0; i < self->state->rows->len; i++)
    {
      const KompassDraftRow *row = kompass_draft_at (self, i);

      if (row->kind == kind && g_strcmp0 (row->origin, number) == 0)
        return;
    }
  kompass_mapping_add (mapping, NULL, kind, KOMPASS_RELATION_GONE, from, NULL, NULL, NULL);
}

/**
 * kompass_edition_draft_derive_mapping:
 * @self: a draft that began as an edition and has no problems
 * @to: what has become of it: kompass_edition_draft_to_edition()
 * @source: who says so
 * @with_changes: %FALSE to say only what has stayed the same, for a new edition that was written over an old one; %TRUE
 *   to say what was reworded, what has another maximum, what is new and what is gone as well, for a revision
 *
 * What has become of each area and question of the edition that the draft began as. That is known by the identity of
 * the rows, wherever they have been moved and whatever their numbers are now. An area is the same only if all of its
 * questions are, where they were known.
 *
 * Returns: (transfer full): a mapping from the edition to @to
 */
KompassMapping *
kompass_edition_draft_derive_mapping (KompassEditionDraft *self,
                                      KompassEdition      *to,
                                      const char          *source,
                                      gboolean             with_changes)
{
  g_autofree char *id = g_uuid_string_random ();
  KompassMapping *mapping;

  g_return_val_if_fail (self->base != NULL, NULL);

  mapping = kompass_mapping_new (id, self->base, to, source);
  for (guint i = 0; i < self->state->rows->len; i++)
    add_row (self, mapping, i, with_changes);
  for (guint i = 0; with_changes && i < kompass_edition_get_n_areas (self->base); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", kompass_edition_get_area (self->base, i)->number);

      add_gone (self, mapping, KOMPASS_LINE_AREA, number);
    }
  for (guint i = 0; with_changes && i < kompass_edition_get_n_questions (self->base); i++)
    add_gone (self, mapping, KOMPASS_LINE_QUESTION, kompass_edition_get_question (self->base, i)->number);

  return mapping;
}
