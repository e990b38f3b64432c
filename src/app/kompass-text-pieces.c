/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text as a list of texts of one paragraph each, which a change shares with what was before it. */
#include "kompass-text-pieces.h"

/**
 * kompass_text_pieces_append_run:
 * @text: a text with a paragraph
 * @run: a stretch of another
 *
 * Adds the stretch to the last paragraph.
 */
void
kompass_text_pieces_append_run (KompassText      *text,
                                const KompassRun *run)
{
  if (run->field != NULL)
    kompass_text_add_field (text, run->field, run->flags);
  else
    kompass_text_add_run (text, run->text, run->flags, run->link);
}

/**
 * kompass_text_pieces_append:
 * @text: a text
 * @paragraph: a paragraph of another
 *
 * Adds a paragraph at the end of a text.
 */
void
kompass_text_pieces_append (KompassText            *text,
                            const KompassParagraph *paragraph)
{
  kompass_text_add_paragraph (text, paragraph->kind);
  for (guint i = 0; i < paragraph->runs->len; i++)
    kompass_text_pieces_append_run (text, g_ptr_array_index (paragraph->runs, i));
}

/**
 * kompass_text_pieces_split:
 * @text: a text
 *
 * Returns: (transfer full) (element-type KompassText): a text for each of its paragraphs; an empty one where there is none
 */
GPtrArray *
kompass_text_pieces_split (KompassText *text)
{
  guint n = kompass_text_get_n_paragraphs (text);
  GPtrArray *pieces = g_ptr_array_new_full (MAX (n, 1), g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      KompassText *one = kompass_text_new ();

      kompass_text_pieces_append (one, kompass_text_get_paragraph (text, i));
      g_ptr_array_add (pieces, one);
    }
  if (n == 0)
    {
      g_ptr_array_add (pieces, kompass_text_new ());
      kompass_text_add_paragraph (g_ptr_array_index (pieces, 0), KOMPASS_PARAGRAPH_BODY);
    }

  return pieces;
}

/**
 * kompass_text_pieces_get:
 * @pieces: (element-type KompassText): texts of one paragraph each
 * @index: index of one
 *
 * Returns: (transfer none): that one
 */
KompassText *
kompass_text_pieces_get (GPtrArray *pieces,
                         int        index)
{
  return g_ptr_array_index (pieces, (guint) index);
}

/**
 * kompass_text_pieces_copy:
 * @pieces: (element-type KompassText): texts of one paragraph each
 * @first: index of one
 * @n: how many
 *
 * Returns: (transfer full) (element-type KompassText): those, shared
 */
GPtrArray *
kompass_text_pieces_copy (GPtrArray *pieces,
                          int        first,
                          int        n)
{
  GPtrArray *range = g_ptr_array_new_full ((guint) n, g_object_unref);

  for (int i = first; i < first + n; i++)
    g_ptr_array_add (range, g_object_ref (kompass_text_pieces_get (pieces, i)));

  return range;
}

/**
 * kompass_text_pieces_splice:
 * @pieces: (element-type KompassText): texts of one paragraph each
 * @first: index of one
 * @n_old: how many are taken out there
 * @now: (element-type KompassText): what is put in their place, shared
 */
void
kompass_text_pieces_splice (GPtrArray *pieces,
                            int        first,
                            int        n_old,
                            GPtrArray *now)
{
  if ((guint) n_old == now->len)
    for (guint i = 0; i < now->len; i++)
      g_set_object ((KompassText **) &g_ptr_array_index (pieces, (guint) first + i), g_ptr_array_index (now, i));
  else
    {
      g_ptr_array_remove_range (pieces, (guint) first, (guint) n_old);
      for (guint i = 0; i < now->len; i++)
        g_ptr_array_insert (pieces, first + (int) i, g_object_ref (g_ptr_array_index (now, i)));
    }
}

/**
 * kompass_text_pieces_count_equal:
 * @one: (element-type KompassText): texts of one paragraph each
 * @other: (element-type KompassText): others
 * @from_end: whether to begin at the end
 * @most: how many to look at
 *
 * Returns: how many are the same in both at that end
 */
int
kompass_text_pieces_count_equal (GPtrArray *one,
                                 GPtrArray *other,
                                 gboolean   from_end,
                                 int        most)
{
  int n = 0;

  while (n < most && kompass_text_equal (kompass_text_pieces_get (one, from_end ? (int) one->len - 1 - n : n),
                                         kompass_text_pieces_get (other, from_end ? (int) other->len - 1 - n : n)))
    n++;

  return n;
}
