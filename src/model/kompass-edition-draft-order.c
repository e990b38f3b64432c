/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a draft that come, go and change places, and the numbers that belong to those places. */
#include "kompass-edition-draft-private.h"

#include <string.h>

/* Numbers */

/* Whether the questions of an area are numbered from 1 on, in order; so are none at all. */
static gboolean
questions_in_order (KompassEditionDraft *self,
                    guint                area)
{
  guint end = kompass_draft_area_end (self, area);
  guint number, of;

  if (!kompass_draft_parse_area (kompass_draft_at (self, area)->number, &number))
    return FALSE;
  for (guint i = area + 1; i < end; i++)
    {
      guint n;

      if (!kompass_draft_parse_question (kompass_draft_at (self, i)->number, &of, &n) || of != number || n != i - area)
        return FALSE;
    }

  return TRUE;
}

static void
number_questions (KompassEditionDraft *self,
                  guint                area)
{
  guint end = kompass_draft_area_end (self, area);
  guint number;

  if (!kompass_draft_parse_area (kompass_draft_at (self, area)->number, &number))
    return;
  for (guint i = area + 1; i < end; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u.%u", number, i - area);

      kompass_draft_write (kompass_draft_at (self, i), KOMPASS_DRAFT_NUMBER, text);
    }
}

/* One higher than the highest that is there. */
static char *
propose_question (KompassEditionDraft *self,
                  guint                area)
{
  guint end = kompass_draft_area_end (self, area);
  guint highest = 0;
  guint number, of, n;

  if (!kompass_draft_parse_area (kompass_draft_at (self, area)->number, &number))
    return g_strdup ("");
  for (guint i = area + 1; i < end; i++)
    if (kompass_draft_parse_question (kompass_draft_at (self, i)->number, &of, &n))
      highest = MAX (highest, n);

  return g_strdup_printf ("%u.%u", number, highest + 1);
}

/**
 * kompass_draft_number_area:
 * @self: a draft
 * @area: place of an area
 * @number: the number it gets
 *
 * The questions of an area that gets another number follow it.
 */
void
kompass_draft_number_area (KompassEditionDraft *self,
                           guint                area,
                           guint                number)
{
  guint end = kompass_draft_area_end (self, area);
  g_autofree char *own = g_strdup_printf ("%u", number);
  guint of, n;

  kompass_draft_write (kompass_draft_at (self, area), KOMPASS_DRAFT_NUMBER, own);
  for (guint i = area + 1; i < end; i++)
    {
      g_autofree char *text = NULL;

      if (!kompass_draft_parse_question (kompass_draft_at (self, i)->number, &of, &n))
        continue;
      text = g_strdup_printf ("%u.%u", number, n);
      kompass_draft_write (kompass_draft_at (self, i), KOMPASS_DRAFT_NUMBER, text);
    }
}

static gboolean
areas_in_order (KompassEditionDraft *self)
{
  guint expected = 1;
  guint number;

  for (guint i = 0; i < self->state->rows->len; i = kompass_draft_area_end (self, i), expected++)
    if (!kompass_draft_parse_area (kompass_draft_at (self, i)->number, &number) || number != expected)
      return FALSE;

  return TRUE;
}

static void
number_areas (KompassEditionDraft *self)
{
  guint number = 1;

  for (guint i = 0; i < self->state->rows->len; i = kompass_draft_area_end (self, i))
    kompass_draft_number_area (self, i, number++);
}

static char *
propose_area (KompassEditionDraft *self)
{
  guint highest = 0;
  guint number;

  for (guint i = 0; i < self->state->rows->len; i = kompass_draft_area_end (self, i))
    if (kompass_draft_parse_area (kompass_draft_at (self, i)->number, &number))
      highest = MAX (highest, number);

  return g_strdup_printf ("%u", highest + 1);
}

/* Adding */

/**
 * kompass_draft_add_area:
 * @self: a draft
 * @index: where: the place of another area, or the end
 *
 * Adds an area within a step. Areas that were numbered in order stay so.
 *
 * Returns: (transfer none): the new row
 */
KompassDraftRow *
kompass_draft_add_area (KompassEditionDraft *self,
                        guint                index)
{
  gboolean in_order = areas_in_order (self);
  g_autofree char *number = propose_area (self);
  KompassDraftRow *row = kompass_draft_insert (self, index, KOMPASS_LINE_AREA);

  kompass_draft_write (row, KOMPASS_DRAFT_NUMBER, number);
  if (in_order)
    number_areas (self);

  return row;
}

/**
 * kompass_draft_add_question:
 * @self: a draft
 * @after: the place it comes after: that of a question or an area
 *
 * Adds a question within a step. Questions that were numbered in order stay so.
 *
 * Returns: (transfer none): the new row
 */
KompassDraftRow *
kompass_draft_add_question (KompassEditionDraft *self,
                            guint                after)
{
  guint area = kompass_draft_area_of (self, after);
  gboolean in_order = questions_in_order (self, area);
  g_autofree char *number = propose_question (self, area);
  KompassDraftRow *row = kompass_draft_insert (self, after + 1, KOMPASS_LINE_QUESTION);

  kompass_draft_write (row, KOMPASS_DRAFT_NUMBER, number);
  if (in_order)
    number_questions (self, area);

  return row;
}

/* Places */

static void
move_rows (KompassEditionDraft *self,
           guint                from,
           guint                n,
           guint                to)
{
  GPtrArray *rows = self->state->rows;

  for (guint i = 0; i < n; i++)
    {
      gpointer row = g_ptr_array_steal_index (rows, to > from ? from : from + i);

      g_ptr_array_insert (rows, (int) (to > from ? to - 1 : to + i), row);
    }
}

/* Numbers belong to places: what is moved is what is asked. */
static void
swap_questions (KompassEditionDraft *self,
                guint                upper)
{
  KompassDraftRow *a = kompass_draft_at (self, upper);
  KompassDraftRow *b = kompass_draft_at (self, upper + 1);
  char *number = a->number;

  a->number = b->number;
  b->number = number;
  move_rows (self, upper, 1, upper + 2);
}

static void
swap_areas (KompassEditionDraft *self,
            guint                upper,
            guint                lower)
{
  guint end = kompass_draft_area_end (self, lower);
  guint n_upper = lower - upper;
  guint first, second;

  if (kompass_draft_parse_area (kompass_draft_at (self, upper)->number, &first) &&
      kompass_draft_parse_area (kompass_draft_at (self, lower)->number, &second))
    {
      kompass_draft_number_area (self, upper, second);
      kompass_draft_number_area (self, lower, first);
    }
  move_rows (self, upper, n_upper, end);
}

/* A question that leaves its area gets a number in the other one; those that were in order stay in order. */
static void
move_to_other_area (KompassEditionDraft *self,
                    guint                index,
                    guint                from,
                    guint                to,
                    guint                place)
{
  gboolean from_in_order = questions_in_order (self, from);
  gboolean to_in_order = questions_in_order (self, to);
  g_autofree char *number = propose_question (self, to);
  KompassDraftRow *row = kompass_draft_at (self, index);
  guint from_id = kompass_draft_at (self, from)->id;
  guint to_id = kompass_draft_at (self, to)->id;

  kompass_draft_write (row, KOMPASS_DRAFT_NUMBER, number);
  move_rows (self, index, 1, place);
  if (from_in_order && kompass_edition_draft_find (self, from_id, &from) != NULL)
    number_questions (self, from);
  if (to_in_order && kompass_edition_draft_find (self, to_id, &to) != NULL)
    number_questions (self, to);
}

static void
move_question (KompassEditionDraft *self,
               guint                index,
               int                  direction)
{
  guint area = kompass_draft_area_of (self, index);
  guint end = kompass_draft_area_end (self, area);

  if (direction < 0 && index > area + 1)
    swap_questions (self, index - 1);
  else if (direction > 0 && index + 1 < end)
    swap_questions (self, index);
  else if (direction < 0)
    move_to_other_area (self, index, area, kompass_draft_area_of (self, area - 1), area);
  else
    move_to_other_area (self, index, area, end, end + 1);
}

static void
move_area (KompassEditionDraft *self,
           guint                index,
           int                  direction)
{
  if (direction < 0)
    swap_areas (self, kompass_draft_area_of (self, index - 1), index);
  else
    swap_areas (self, index, kompass_draft_area_end (self, index));
}

static gboolean
can_move (KompassEditionDraft *self,
          guint                index,
          int                  direction)
{
  if (kompass_draft_at (self, index)->kind == KOMPASS_LINE_AREA)
    return direction < 0 ? index > 0 : kompass_draft_area_end (self, index) < self->state->rows->len;

  return direction < 0 ? index > 1 : index + 1 < self->state->rows->len;
}

/**
 * kompass_edition_draft_add_area:
 * @self: a draft
 * @after: identity of a row, after whose area it comes, or %KOMPASS_DRAFT_ITSELF for the end
 *
 * Adds an area, numbered. Areas that were numbered in order stay so.
 *
 * Returns: the identity of the new row
 */
guint
kompass_edition_draft_add_area (KompassEditionDraft *self,
                                guint                after)
{
  guint index = self->state->rows->len;
  guint id;

  if (kompass_edition_draft_find (self, after, &index) != NULL)
    index = kompass_draft_area_end (self, kompass_draft_area_of (self, index));
  kompass_draft_begin_step (KOMPASS_DRAFT (self));
  id = kompass_draft_add_area (self, index)->id;
  kompass_draft_end_step (KOMPASS_DRAFT (self));

  return id;
}

/**
 * kompass_edition_draft_add_question:
 * @self: a draft with an area
 * @after: identity of the question it comes after, or of the area it is the last of, or %KOMPASS_DRAFT_ITSELF for the
 *   end
 *
 * Adds a question, numbered. Questions that were numbered in order stay so.
 *
 * Returns: the identity of the new row
 */
guint
kompass_edition_draft_add_question (KompassEditionDraft *self,
                                    guint                after)
{
  guint index = self->state->rows->len - 1;
  guint id;

  g_return_val_if_fail (self->state->rows->len > 0, 0);

  if (kompass_edition_draft_find (self, after, &index) != NULL &&
      kompass_draft_at (self, index)->kind == KOMPASS_LINE_AREA)
    index = kompass_draft_area_end (self, index) - 1;
  kompass_draft_begin_step (KOMPASS_DRAFT (self));
  id = kompass_draft_add_question (self, index)->id;
  kompass_draft_end_step (KOMPASS_DRAFT (self));

  return id;
}

/**
 * kompass_edition_draft_remove:
 * @self: a draft
 * @id: identity of a row
 *
 * Removes a question, or an area with its questions. Those that were numbered in order stay so.
 */
void
kompass_edition_draft_remove (KompassEditionDraft *self,
                              guint                id)
{
  guint index, area, end;
  gboolean in_order;

  if (kompass_edition_draft_find (self, id, &index) == NULL)
    return;
  kompass_draft_begin_step (KOMPASS_DRAFT (self));
  area = kompass_draft_area_of (self, index);
  end = index == area ? kompass_draft_area_end (self, area) : index + 1;
  in_order = index == area ? areas_in_order (self) : questions_in_order (self, area);
  g_ptr_array_remove_range (self->state->rows, index, end - index);
  if (in_order && index == area)
    number_areas (self);
  else if (in_order)
    number_questions (self, area);
  kompass_draft_end_step (KOMPASS_DRAFT (self));
}

/**
 * kompass_edition_draft_move:
 * @self: a draft
 * @id: identity of a row
 * @direction: -1 for up, 1 for down
 *
 * Moves a question by one place, also into the area beside its own, or an area with its questions past another. Numbers
 * belong to places: what is moved gets the number of where it comes.
 *
 * Returns: %FALSE where there is no such place, and nothing was moved
 */
gboolean
kompass_edition_draft_move (KompassEditionDraft *self,
                            guint                id,
                            int                  direction)
{
  guint index;

  if (kompass_edition_draft_find (self, id, &index) == NULL || !can_move (self, index, direction))
    return FALSE;
  kompass_draft_begin_step (KOMPASS_DRAFT (self));
  if (kompass_draft_at (self, index)->kind == KOMPASS_LINE_AREA)
    move_area (self, index, direction);
  else
    move_question (self, index, direction);
  kompass_draft_end_step (KOMPASS_DRAFT (self));

  return TRUE;
}

/**
 * kompass_edition_draft_renumber:
 * @self: a draft
 *
 * Numbers areas and questions from 1 on, in order.
 */
void
kompass_edition_draft_renumber (KompassEditionDraft *self)
{
  kompass_draft_begin_step (KOMPASS_DRAFT (self));
  number_areas (self);
  for (guint i = 0; i < self->state->rows->len; i = kompass_draft_area_end (self, i))
    number_questions (self, i);
  kompass_draft_end_step (KOMPASS_DRAFT (self));
}
