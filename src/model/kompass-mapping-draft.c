/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mapping while it is written: every line of both editions, and what is said of it. */
#include "kompass-mapping-draft-private.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (KompassMappingDraft, kompass_mapping_draft, KOMPASS_TYPE_DRAFT)

/* Lines */

static void
line_free (gpointer data)
{
  KompassMappingLine *line = data;

  g_strfreev (line->counterparts);
  g_free (line->note);
  g_free (line);
}

static KompassMappingLine *
line_copy (const KompassMappingLine *line)
{
  KompassMappingLine *copy = g_new (KompassMappingLine, 1);

  *copy = *line;
  copy->counterparts = g_strdupv (line->counterparts);
  copy->note = g_strdup (line->note);

  return copy;
}

static gboolean
line_equal (const KompassMappingLine *a,
            const KompassMappingLine *b)
{
  return a->relation == b->relation && strcmp (a->note, b->note) == 0 &&
         g_strv_equal ((const char * const *) a->counterparts, (const char * const *) b->counterparts);
}

/**
 * kompass_mapping_draft_at:
 * @self: a draft
 * @index: place of a line
 *
 * Returns: (transfer none): the line
 */
KompassMappingLine *
kompass_mapping_draft_at (KompassMappingDraft *self,
                          guint                index)
{
  return g_ptr_array_index (self->state->lines, index);
}

/* All that is said */

static KompassMappingDraftState *
state_new (void)
{
  KompassMappingDraftState *state = g_new0 (KompassMappingDraftState, 1);

  state->lines = g_ptr_array_new_with_free_func (line_free);
  for (guint i = 0; i < KOMPASS_MAPPING_N_TEXTS; i++)
    state->texts[i] = g_strdup ("");

  return state;
}

static void
state_free (gpointer data)
{
  KompassMappingDraftState *state = data;

  g_ptr_array_unref (state->lines);
  for (guint i = 0; i < KOMPASS_MAPPING_N_TEXTS; i++)
    g_free (state->texts[i]);
  g_free (state);
}

static KompassMappingDraftState *
state_copy (const KompassMappingDraftState *state)
{
  KompassMappingDraftState *copy = g_new0 (KompassMappingDraftState, 1);

  copy->lines = g_ptr_array_new_with_free_func (line_free);
  for (guint i = 0; i < state->lines->len; i++)
    g_ptr_array_add (copy->lines, line_copy (g_ptr_array_index (state->lines, i)));
  for (guint i = 0; i < KOMPASS_MAPPING_N_TEXTS; i++)
    copy->texts[i] = g_strdup (state->texts[i]);

  return copy;
}

static gboolean
state_equal (const KompassMappingDraftState *a,
             const KompassMappingDraftState *b)
{
  for (guint i = 0; i < KOMPASS_MAPPING_N_TEXTS; i++)
    if (strcmp (a->texts[i], b->texts[i]) != 0)
      return FALSE;
  for (guint i = 0; i < a->lines->len; i++)
    if (!line_equal (g_ptr_array_index (a->lines, i), g_ptr_array_index (b->lines, i)))
      return FALSE;

  return TRUE;
}

/* Letters that are typed one after the other in the same place are one step. */
static void
type (KompassMappingDraft  *self,
      guint                 where,
      char                **place,
      const char           *text)
{
  char *copy;

  if (strcmp (*place, text) == 0)
    return;
  kompass_draft_begin_typing (KOMPASS_DRAFT (self), where);
  copy = g_strdup (text);
  g_free (*place);
  *place = copy;
  kompass_draft_end_step (KOMPASS_DRAFT (self));
}

/* Class functions */

static void
kompass_mapping_draft_finalize (GObject *object)
{
  KompassMappingDraft *self = KOMPASS_MAPPING_DRAFT (object);

  g_clear_object (&self->mapping);
  g_clear_pointer (&self->state, state_free);
  g_ptr_array_unref (self->numbers);

  G_OBJECT_CLASS (kompass_mapping_draft_parent_class)->finalize (object);
}

static gpointer
kompass_mapping_draft_copy_state (KompassDraft *draft)
{
  return state_copy (KOMPASS_MAPPING_DRAFT (draft)->state);
}

static gpointer
kompass_mapping_draft_swap_state (KompassDraft *draft,
                                  gpointer      state)
{
  KompassMappingDraft *self = KOMPASS_MAPPING_DRAFT (draft);
  KompassMappingDraftState *before = self->state;

  self->state = state;

  return before;
}

static gboolean
kompass_mapping_draft_has_state (KompassDraft *draft,
                                 gconstpointer state)
{
  return state_equal (KOMPASS_MAPPING_DRAFT (draft)->state, state);
}

static void
kompass_mapping_draft_class_init (KompassMappingDraftClass *klass)
{
  KompassDraftClass *draft_class = KOMPASS_DRAFT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kompass_mapping_draft_finalize;
  draft_class->copy_state = kompass_mapping_draft_copy_state;
  draft_class->swap_state = kompass_mapping_draft_swap_state;
  draft_class->has_state = kompass_mapping_draft_has_state;
  draft_class->free_state = state_free;
}

static void
kompass_mapping_draft_init (KompassMappingDraft *self)
{
  self->numbers = g_ptr_array_new_with_free_func (g_free);
  self->state = state_new ();
}

static void
add_line (KompassMappingDraft *self,
          KompassMappingSide   side,
          KompassLineKind      kind,
          const char          *number,
          const char          *text,
          KompassPoints        maximum)
{
  KompassMappingLine *line = g_new (KompassMappingLine, 1);

  *line = (KompassMappingLine) { side, kind, number, text, maximum, KOMPASS_RELATION_NOT_SAID, g_new0 (char *, 1),
                                 g_strdup ("") };
  g_ptr_array_add (self->state->lines, line);
}

/* Each area before its questions. */
static void
add_lines (KompassMappingDraft *self,
           KompassMappingSide   side,
           KompassEdition      *edition)
{
  for (guint i = 0; i < kompass_edition_get_n_areas (edition); i++)
    {
      const KompassArea *area = kompass_edition_get_area (edition, i);
      char *number = g_strdup_printf ("%u", area->number);

      g_ptr_array_add (self->numbers, number);
      add_line (self, side, KOMPASS_LINE_AREA, number, area->title, area->maximum);
      for (guint j = 0; j < area->n_questions; j++)
        {
          const KompassQuestion *question = kompass_edition_get_question (edition, area->first_question + j);

          add_line (self, side, KOMPASS_LINE_QUESTION, question->number, question->text, question->maximum);
        }
    }
}

static void
say (KompassMappingDraft      *self,
     const KompassMappingItem *item,
     KompassMappingSide        side,
     const char               *number)
{
  guint index;
  KompassMappingLine *line;

  if (!kompass_mapping_draft_find (self, side, item->kind, number, &index))
    return;
  line = kompass_mapping_draft_at (self, index);
  line->relation = (int) item->relation;
  g_free (line->note);
  line->note = g_strdup (item->note);
  if (side == KOMPASS_MAPPING_FROM)
    {
      g_strfreev (line->counterparts);
      line->counterparts = g_strdupv (item->to);
    }
}

static void
fill_in (KompassMappingDraft *self)
{
  KompassPoints low, high;

  for (guint i = 0; i < kompass_mapping_get_n_items (self->mapping); i++)
    {
      const KompassMappingItem *item = kompass_mapping_get_item (self->mapping, i);

      for (guint j = 0; item->from[j] != NULL; j++)
        say (self, item, KOMPASS_MAPPING_FROM, item->from[j]);
      for (guint j = 0; item->relation == KOMPASS_RELATION_NEW && item->to[j] != NULL; j++)
        say (self, item, KOMPASS_MAPPING_TO, item->to[j]);
    }
  g_free (self->state->texts[KOMPASS_MAPPING_SOURCE]);
  self->state->texts[KOMPASS_MAPPING_SOURCE] = g_strdup (kompass_mapping_get_source (self->mapping));
  if (!kompass_mapping_get_total_band (self->mapping, &low, &high))
    return;
  g_free (self->state->texts[KOMPASS_MAPPING_BAND_LOW]);
  self->state->texts[KOMPASS_MAPPING_BAND_LOW] = kompass_points_format (low, 0);
  g_free (self->state->texts[KOMPASS_MAPPING_BAND_HIGH]);
  self->state->texts[KOMPASS_MAPPING_BAND_HIGH] = kompass_points_format (high, 0);
}

/**
 * kompass_mapping_draft_new:
 * @mapping: what has been said so far
 *
 * Returns: (transfer full): a draft of a mapping between the same editions
 */
KompassMappingDraft *
kompass_mapping_draft_new (KompassMapping *mapping)
{
  KompassMappingDraft *self = g_object_new (KOMPASS_TYPE_MAPPING_DRAFT, NULL);

  self->mapping = g_object_ref (mapping);
  add_lines (self, KOMPASS_MAPPING_FROM, kompass_mapping_get_from (mapping));
  add_lines (self, KOMPASS_MAPPING_TO, kompass_mapping_get_to (mapping));
  fill_in (self);
  kompass_draft_begin (KOMPASS_DRAFT (self));

  return self;
}

/**
 * kompass_mapping_draft_get_mapping:
 * @self: a draft
 *
 * Returns: (transfer none): what had been said when it began
 */
KompassMapping *
kompass_mapping_draft_get_mapping (KompassMappingDraft *self)
{
  return self->mapping;
}

/**
 * kompass_mapping_draft_get_n_lines:
 * @self: a draft
 *
 * Returns: how many areas and questions both editions have, together
 */
guint
kompass_mapping_draft_get_n_lines (KompassMappingDraft *self)
{
  return self->state->lines->len;
}

/**
 * kompass_mapping_draft_get_line:
 * @self: a draft
 * @index: which, from 0: first those that are mapped from, in their order, then those that are mapped to
 *
 * Returns: (transfer none): the line, until the next step
 */
const KompassMappingLine *
kompass_mapping_draft_get_line (KompassMappingDraft *self,
                                guint                index)
{
  g_return_val_if_fail (index < self->state->lines->len, NULL);

  return kompass_mapping_draft_at (self, index);
}

/**
 * kompass_mapping_draft_find:
 * @self: a draft
 * @side: an edition
 * @kind: area or question
 * @number: its number
 * @index: (out): its place
 *
 * Returns: %TRUE if there is such a line
 */
gboolean
kompass_mapping_draft_find (KompassMappingDraft *self,
                            KompassMappingSide   side,
                            KompassLineKind      kind,
                            const char          *number,
                            guint               *index)
{
  for (*index = 0; *index < self->state->lines->len; (*index)++)
    {
      const KompassMappingLine *line = kompass_mapping_draft_at (self, *index);

      if (line->side == side && line->kind == kind && strcmp (line->number, number) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * kompass_mapping_draft_find_origin:
 * @self: a draft
 * @index: place of a line that is mapped to
 * @origin: (inout): where to begin; the place of a line whose counterpart it is
 *
 * Returns: %TRUE if there is one, from @origin on
 */
gboolean
kompass_mapping_draft_find_origin (KompassMappingDraft *self,
                                   guint                index,
                                   guint               *origin)
{
  const KompassMappingLine *line = kompass_mapping_draft_at (self, index);

  for (; *origin < self->state->lines->len; (*origin)++)
    {
      const KompassMappingLine *other = kompass_mapping_draft_at (self, *origin);

      if (other->side == KOMPASS_MAPPING_FROM && other->kind == line->kind &&
          g_strv_contains ((const char * const *) other->counterparts, line->number))
        return TRUE;
    }

  return FALSE;
}

const char *
kompass_mapping_draft_get_text (KompassMappingDraft *self,
                                KompassMappingText   what)
{
  return self->state->texts[what];
}

static void
clear_counterparts (KompassMappingLine *line)
{
  g_strfreev (line->counterparts);
  line->counterparts = g_new0 (char *, 1);
}

/**
 * kompass_mapping_draft_set_relation:
 * @self: a draft
 * @index: place of a line
 * @relation: a #KompassRelation, or %KOMPASS_RELATION_NOT_SAID
 *
 * Says what has become of a line. What is gone, and what nothing is said of, has no counterparts.
 */
void
kompass_mapping_draft_set_relation (KompassMappingDraft *self,
                                    guint                index,
                                    int                  relation)
{
  KompassMappingLine *line = kompass_mapping_draft_at (self, index);

  g_return_if_fail (relation == KOMPASS_RELATION_NOT_SAID ||
                    (line->side == KOMPASS_MAPPING_TO) == (relation == KOMPASS_RELATION_NEW));

  kompass_draft_begin_step (KOMPASS_DRAFT (self));
  line->relation = relation;
  if (relation == KOMPASS_RELATION_GONE || relation == KOMPASS_RELATION_NOT_SAID)
    clear_counterparts (line);
  kompass_draft_settle_step (KOMPASS_DRAFT (self));
}

/* What two lines can be to each other, by their words and maxima. */
static KompassRelation
guess_relation (const KompassMappingLine *line,
                const KompassMappingLine *other)
{
  if (line->maximum != other->maximum)
    return KOMPASS_RELATION_MAXIMUM_CHANGED;

  return strcmp (line->text, other->text) == 0 ? KOMPASS_RELATION_SAME : KOMPASS_RELATION_REWORDED;
}

static gboolean
is_one_to_one (int relation)
{
  return relation == KOMPASS_RELATION_SAME || relation == KOMPASS_RELATION_REWORDED ||
         relation == KOMPASS_RELATION_MAXIMUM_CHANGED;
}

static void
add_counterpart (KompassMappingDraft *self,
                 KompassMappingLine  *line,
                 const char          *number)
{
  g_autoptr (GStrvBuilder) numbers = g_strv_builder_new ();
  guint other;

  if (!kompass_mapping_draft_find (self, KOMPASS_MAPPING_TO, line->kind, number, &other))
    return;
  if (line->relation == KOMPASS_RELATION_NOT_SAID || line->relation == KOMPASS_RELATION_GONE ||
      (is_one_to_one (line->relation) && line->counterparts[0] != NULL))
    line->relation = (int) guess_relation (line, kompass_mapping_draft_at (self, other));
  if (line->relation == KOMPASS_RELATION_SPLIT)
    g_strv_builder_addv (numbers, (const char **) line->counterparts);
  g_strv_builder_add (numbers, number);
  g_strfreev (line->counterparts);
  line->counterparts = g_strv_builder_end (numbers);
  kompass_mapping_draft_at (self, other)->relation = KOMPASS_RELATION_NOT_SAID; /* it is not new, then */
}

static void
remove_counterpart (KompassMappingLine *line,
                    const char         *number)
{
  g_autoptr (GStrvBuilder) numbers = g_strv_builder_new ();

  for (guint i = 0; line->counterparts[i] != NULL; i++)
    if (strcmp (line->counterparts[i], number) != 0)
      g_strv_builder_add (numbers, line->counterparts[i]);
  g_strfreev (line->counterparts);
  line->counterparts = g_strv_builder_end (numbers);
}

/**
 * kompass_mapping_draft_set_counterpart:
 * @self: a draft
 * @index: place of a line that is mapped from
 * @number: number of a line of the same kind that is mapped to
 * @is_counterpart: whether that is what it has become
 *
 * Chooses or leaves a counterpart. Only what is split has several: otherwise it takes the place of another one. Where
 * nothing has been said yet, or another counterpart is chosen, words and maxima tell what they are to each other.
 */
void
kompass_mapping_draft_set_counterpart (KompassMappingDraft *self,
                                       guint                index,
                                       const char          *number,
                                       gboolean             is_counterpart)
{
  KompassMappingLine *line = kompass_mapping_draft_at (self, index);

  g_return_if_fail (line->side == KOMPASS_MAPPING_FROM);

  if (g_strv_contains ((const char * const *) line->counterparts, number) == is_counterpart)
    return;
  kompass_draft_begin_step (KOMPASS_DRAFT (self));
  if (is_counterpart)
    add_counterpart (self, line, number);
  else
    remove_counterpart (line, number);
  kompass_draft_settle_step (KOMPASS_DRAFT (self));
}

void
kompass_mapping_draft_set_note (KompassMappingDraft *self,
                                guint                index,
                                const char          *note)
{
  type (self, index + 1 + KOMPASS_MAPPING_N_TEXTS, &kompass_mapping_draft_at (self, index)->note, note);
}

void
kompass_mapping_draft_set_text (KompassMappingDraft *self,
                                KompassMappingText   what,
                                const char          *text)
{
  type (self, what + 1, &self->state->texts[what], text);
}

/* The only line of the other edition with the same words, of which nothing is said. */
static const KompassMappingLine *
find_same_words (KompassMappingDraft      *self,
                 const KompassMappingLine *line)
{
  const KompassMappingLine *found = NULL;

  for (guint i = 0; i < self->state->lines->len; i++)
    {
      const KompassMappingLine *other = kompass_mapping_draft_at (self, i);
      guint origin = 0;

      if (other->kind != line->kind || strcmp (other->text, line->text) != 0)
        continue;
      if (other->side == line->side && other != line)
        return NULL;
      if (other->side == line->side)
        continue;
      if (found != NULL || other->relation != KOMPASS_RELATION_NOT_SAID ||
          kompass_mapping_draft_find_origin (self, i, &origin))
        return NULL;
      found = other;
    }

  return found;
}

/**
 * kompass_mapping_draft_propose:
 * @self: a draft
 *
 * Joins questions that are worded alike and of which nothing is said yet. Areas are not joined by their titles, and
 * nothing is joined by its number.
 *
 * Returns: how many questions it joined
 */
guint
kompass_mapping_draft_propose (KompassMappingDraft *self)
{
  guint n = 0;

  kompass_draft_begin_step (KOMPASS_DRAFT (self));
  for (guint i = 0; i < self->state->lines->len; i++)
    {
      KompassMappingLine *line = kompass_mapping_draft_at (self, i);
      const KompassMappingLine *other;

      if (line->side != KOMPASS_MAPPING_FROM || line->kind != KOMPASS_LINE_QUESTION ||
          line->relation != KOMPASS_RELATION_NOT_SAID)
        continue;
      other = find_same_words (self, line);
      if (other == NULL)
        continue;
      add_counterpart (self, line, other->number);
      n++;
    }
  kompass_draft_settle_step (KOMPASS_DRAFT (self));

  return n;
}
