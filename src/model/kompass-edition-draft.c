/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An edition while it is written: rows as typed, which keep their identity whatever is written in them and wherever
 * they are moved; every step can be undone. */
#include "kompass-edition-draft-private.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (KompassEditionDraft, kompass_edition_draft, KOMPASS_TYPE_DRAFT)
G_DEFINE_QUARK (kompass-draft-error-quark, kompass_draft_error)

/* Rows */

/**
 * kompass_draft_row_new:
 * @id: its identity
 * @kind: area or question
 *
 * Returns: (transfer full): a row in which nothing is written
 */
KompassDraftRow *
kompass_draft_row_new (guint           id,
                       KompassLineKind kind)
{
  KompassDraftRow *row = g_new0 (KompassDraftRow, 1);

  *row = (KompassDraftRow) { id, kind, NULL, g_strdup (""), g_strdup (""), g_strdup ("") };

  return row;
}

static void
row_free (gpointer data)
{
  KompassDraftRow *row = data;

  g_free (row->origin);
  g_free (row->number);
  g_free (row->text);
  g_free (row->maximum);
  g_free (row);
}

static KompassDraftRow *
row_copy (const KompassDraftRow *row)
{
  KompassDraftRow *copy = g_new0 (KompassDraftRow, 1);

  *copy = (KompassDraftRow) { row->id,
                              row->kind,
                              g_strdup (row->origin),
                              g_strdup (row->number),
                              g_strdup (row->text),
                              g_strdup (row->maximum) };

  return copy;
}

static gboolean
row_equal (const KompassDraftRow *a,
           const KompassDraftRow *b)
{
  return a->id == b->id && strcmp (a->number, b->number) == 0 && strcmp (a->text, b->text) == 0 &&
         strcmp (a->maximum, b->maximum) == 0;
}

static char **
row_field (KompassDraftRow   *row,
           KompassDraftField  field)
{
  if (field == KOMPASS_DRAFT_NUMBER)
    return &row->number;

  return field == KOMPASS_DRAFT_TEXT ? &row->text : &row->maximum;
}

/* All that is written */

static KompassDraftState *
state_new (void)
{
  KompassDraftState *state = g_new0 (KompassDraftState, 1);

  for (guint i = 0; i < G_N_ELEMENTS (state->about); i++)
    state->about[i] = g_strdup ("");
  state->rows = g_ptr_array_new_with_free_func (row_free);

  return state;
}

static void
state_free (gpointer data)
{
  KompassDraftState *state = data;

  for (guint i = 0; i < G_N_ELEMENTS (state->about); i++)
    g_free (state->about[i]);
  g_ptr_array_unref (state->rows);
  g_free (state);
}

static KompassDraftState *
state_copy (const KompassDraftState *state)
{
  KompassDraftState *copy = g_new0 (KompassDraftState, 1);

  for (guint i = 0; i < G_N_ELEMENTS (state->about); i++)
    copy->about[i] = g_strdup (state->about[i]);
  copy->rows = g_ptr_array_new_full (state->rows->len, row_free);
  for (guint i = 0; i < state->rows->len; i++)
    g_ptr_array_add (copy->rows, row_copy (g_ptr_array_index (state->rows, i)));

  return copy;
}

static gboolean
state_equal (const KompassDraftState *a,
             const KompassDraftState *b)
{
  if (a->rows->len != b->rows->len)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (a->about); i++)
    if (strcmp (a->about[i], b->about[i]) != 0)
      return FALSE;
  for (guint i = 0; i < a->rows->len; i++)
    if (!row_equal (g_ptr_array_index (a->rows, i), g_ptr_array_index (b->rows, i)))
      return FALSE;

  return TRUE;
}

/* Places */

/**
 * kompass_draft_at:
 * @self: a draft
 * @index: place of a row
 *
 * Returns: (transfer none): the row
 */
KompassDraftRow *
kompass_draft_at (KompassEditionDraft *self,
                  guint                index)
{
  return g_ptr_array_index (self->state->rows, index);
}

/**
 * kompass_draft_area_of:
 * @self: a draft
 * @index: place of a row
 *
 * Returns: the place of its area, which may be itself
 */
guint
kompass_draft_area_of (KompassEditionDraft *self,
                       guint                index)
{
  while (index > 0 && kompass_draft_at (self, index)->kind != KOMPASS_LINE_AREA)
    index--;

  return index;
}

/**
 * kompass_draft_area_end:
 * @self: a draft
 * @area: place of an area
 *
 * Returns: the place after its last question
 */
guint
kompass_draft_area_end (KompassEditionDraft *self,
                        guint                area)
{
  guint end = area + 1;

  while (end < self->state->rows->len && kompass_draft_at (self, end)->kind != KOMPASS_LINE_AREA)
    end++;

  return end;
}

/* Writing */

/**
 * kompass_draft_write:
 * @row: a row
 * @field: number, text or maximum
 * @text: what is written there now
 */
void
kompass_draft_write (KompassDraftRow   *row,
                     KompassDraftField  field,
                     const char        *text)
{
  char **place = row_field (row, field);
  char *copy = g_strdup (text);

  g_free (*place);
  *place = copy;
}

/**
 * kompass_draft_insert:
 * @self: a draft
 * @index: where
 * @kind: area or question
 *
 * Returns: (transfer none): a new row, in which nothing is written
 */
KompassDraftRow *
kompass_draft_insert (KompassEditionDraft *self,
                      guint                index,
                      KompassLineKind      kind)
{
  KompassDraftRow *row = kompass_draft_row_new (self->next_id++, kind);

  g_ptr_array_insert (self->state->rows, (int) index, row);

  return row;
}

/* Class functions */

static void
kompass_edition_draft_finalize (GObject *object)
{
  KompassEditionDraft *self = KOMPASS_EDITION_DRAFT (object);

  g_clear_object (&self->base);
  g_clear_pointer (&self->state, state_free);

  G_OBJECT_CLASS (kompass_edition_draft_parent_class)->finalize (object);
}

static gpointer
kompass_edition_draft_copy_state (KompassDraft *draft)
{
  return state_copy (KOMPASS_EDITION_DRAFT (draft)->state);
}

static gpointer
kompass_edition_draft_swap_state (KompassDraft *draft,
                                  gpointer      state)
{
  KompassEditionDraft *self = KOMPASS_EDITION_DRAFT (draft);
  KompassDraftState *before = self->state;

  self->state = state;

  return before;
}

static gboolean
kompass_edition_draft_has_state (KompassDraft *draft,
                                 gconstpointer state)
{
  return state_equal (KOMPASS_EDITION_DRAFT (draft)->state, state);
}

static void
kompass_edition_draft_class_init (KompassEditionDraftClass *klass)
{
  KompassDraftClass *draft_class = KOMPASS_DRAFT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kompass_edition_draft_finalize;
  draft_class->copy_state = kompass_edition_draft_copy_state;
  draft_class->swap_state = kompass_edition_draft_swap_state;
  draft_class->has_state = kompass_edition_draft_has_state;
  draft_class->free_state = state_free;
}

static void
kompass_edition_draft_init (KompassEditionDraft *self)
{
  self->state = state_new ();
  self->next_id = 1;
}

static void
add_base_row (KompassEditionDraft *self,
              KompassLineKind      kind,
              const char          *number,
              const char          *text,
              KompassPoints        maximum)
{
  KompassDraftRow *row = kompass_draft_insert (self, self->state->rows->len, kind);
  g_autofree char *typed = maximum != KOMPASS_POINTS_UNKNOWN ? kompass_points_format (maximum, 0) : g_strdup ("");

  row->origin = g_strdup (number);
  kompass_draft_write (row, KOMPASS_DRAFT_NUMBER, number);
  kompass_draft_write (row, KOMPASS_DRAFT_TEXT, text);
  kompass_draft_write (row, KOMPASS_DRAFT_MAXIMUM, typed);
}

static void
write_about (KompassEditionDraft *self,
             KompassDraftField    field,
             const char          *text)
{
  char *copy = g_strdup (text);

  g_free (self->state->about[field]);
  self->state->about[field] = copy;
}

static void
write_year (KompassEditionDraft *self,
            KompassDraftField    field,
            guint                year)
{
  g_autofree char *text = year != 0 ? g_strdup_printf ("%u", year) : g_strdup ("");

  write_about (self, field, text);
}

static void
fill_in (KompassEditionDraft *self,
         KompassEdition      *base)
{
  write_about (self, KOMPASS_DRAFT_NAME, kompass_edition_get_name (base));
  write_year (self, KOMPASS_DRAFT_FIRST_YEAR, kompass_edition_get_first_year (base));
  write_year (self, KOMPASS_DRAFT_LAST_YEAR, kompass_edition_get_last_year (base));
  write_about (self, KOMPASS_DRAFT_PROVENANCE, kompass_edition_get_provenance (base));
  for (guint i = 0; i < kompass_edition_get_n_areas (base); i++)
    {
      const KompassArea *area = kompass_edition_get_area (base, i);
      g_autofree char *number = g_strdup_printf ("%u", area->number);

      add_base_row (self, KOMPASS_LINE_AREA, number, area->title, area->maximum);
      for (guint j = 0; j < area->n_questions; j++)
        {
          const KompassQuestion *question = kompass_edition_get_question (base, area->first_question + j);

          add_base_row (self, KOMPASS_LINE_QUESTION, question->number, question->text, question->maximum);
        }
    }
}

/**
 * kompass_edition_draft_new:
 * @base: (nullable): the edition it begins as
 *
 * Returns: (transfer full): a draft; without @base one in which nothing is written
 */
KompassEditionDraft *
kompass_edition_draft_new (KompassEdition *base)
{
  KompassEditionDraft *self = g_object_new (KOMPASS_TYPE_EDITION_DRAFT, NULL);

  if (base != NULL)
    {
      self->base = g_object_ref (base);
      fill_in (self, base);
    }
  kompass_draft_begin (KOMPASS_DRAFT (self));

  return self;
}

/**
 * kompass_edition_draft_new_copy:
 * @base: an edition
 *
 * Returns: (transfer full): a draft of another edition with the areas and questions of @base. Name, years and
 *   provenance are not written: a copy must not be taken for the original
 */
KompassEditionDraft *
kompass_edition_draft_new_copy (KompassEdition *base)
{
  KompassEditionDraft *self = kompass_edition_draft_new (base);

  for (guint i = 0; i < G_N_ELEMENTS (self->state->about); i++)
    write_about (self, i, "");
  kompass_draft_begin (KOMPASS_DRAFT (self));

  return self;
}

/**
 * kompass_edition_draft_get_base:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): the edition it began as
 */
KompassEdition *
kompass_edition_draft_get_base (KompassEditionDraft *self)
{
  return self->base;
}

/**
 * kompass_edition_draft_get_n_rows:
 * @self: a draft
 *
 * Returns: how many areas and questions it has, together
 */
guint
kompass_edition_draft_get_n_rows (KompassEditionDraft *self)
{
  return self->state->rows->len;
}

/**
 * kompass_edition_draft_get_row:
 * @self: a draft
 * @index: which, from 0
 *
 * Returns: (transfer none): the row, until the next step
 */
const KompassDraftRow *
kompass_edition_draft_get_row (KompassEditionDraft *self,
                               guint                index)
{
  g_return_val_if_fail (index < self->state->rows->len, NULL);

  return kompass_draft_at (self, index);
}

/**
 * kompass_edition_draft_find:
 * @self: a draft
 * @id: identity of a row
 * @index: (out) (optional): its place
 *
 * Returns: (transfer none) (nullable): the row, until the next step; %NULL where it has been removed
 */
const KompassDraftRow *
kompass_edition_draft_find (KompassEditionDraft *self,
                            guint                id,
                            guint               *index)
{
  for (guint i = 0; i < self->state->rows->len; i++)
    {
      if (kompass_draft_at (self, i)->id != id)
        continue;
      if (index != NULL)
        *index = i;
      return kompass_draft_at (self, i);
    }

  return NULL;
}

/**
 * kompass_edition_draft_get_field:
 * @self: a draft
 * @id: identity of a row, or %KOMPASS_DRAFT_ITSELF
 * @field: what of it
 *
 * Returns: (transfer none) (nullable): what is written there, until the next step; %NULL where the row has been removed
 */
const char *
kompass_edition_draft_get_field (KompassEditionDraft *self,
                                 guint                id,
                                 KompassDraftField    field)
{
  guint index;

  if (id == KOMPASS_DRAFT_ITSELF)
    {
      g_return_val_if_fail (field < KOMPASS_DRAFT_NUMBER, NULL);
      return self->state->about[field];
    }
  if (kompass_edition_draft_find (self, id, &index) == NULL)
    return NULL;

  return *row_field (kompass_draft_at (self, index), field);
}

/**
 * kompass_edition_draft_is_blank:
 * @self: a draft
 * @id: identity of a row
 *
 * Returns: %TRUE if the row is new and nothing but a number is written in it
 */
gboolean
kompass_edition_draft_is_blank (KompassEditionDraft *self,
                                guint                id)
{
  const KompassDraftRow *row = kompass_edition_draft_find (self, id, NULL);

  return row != NULL && row->origin == NULL && *row->text == '\0' && *row->maximum == '\0';
}

/**
 * kompass_edition_draft_set_field:
 * @self: a draft
 * @id: identity of a row, or %KOMPASS_DRAFT_ITSELF
 * @field: what of it
 * @text: what is written there now, right or wrong
 *
 * Writes. What is typed in one field, one letter after the other, is one step. The questions of an area that gets
 * another number follow it.
 */
void
kompass_edition_draft_set_field (KompassEditionDraft *self,
                                 guint                id,
                                 KompassDraftField    field,
                                 const char          *text)
{
  const char *now = kompass_edition_draft_get_field (self, id, field);
  guint index = 0;
  guint number;

  if (now == NULL || strcmp (now, text) == 0)
    return;
  kompass_draft_begin_typing (KOMPASS_DRAFT (self), (guint64) id * KOMPASS_DRAFT_N_FIELDS + field + 1);
  if (id == KOMPASS_DRAFT_ITSELF)
    {
      write_about (self, field, text);
    }
  else if (kompass_edition_draft_find (self, id, &index) != NULL)
    {
      if (field == KOMPASS_DRAFT_NUMBER && kompass_draft_at (self, index)->kind == KOMPASS_LINE_AREA &&
          kompass_draft_parse_area (text, &number))
        kompass_draft_number_area (self, index, number);
      kompass_draft_write (kompass_draft_at (self, index), field, text);
    }
  kompass_draft_end_step (KOMPASS_DRAFT (self));
}
