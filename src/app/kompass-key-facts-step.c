/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a step that has been undone, or done again, has changed the key facts: the keyboard goes there. */
#include <string.h>

#include "kompass-key-facts-private.h"

static KompassKeyFact *
find_fact (GPtrArray  *facts,
           const char *id)
{
  for (guint i = 0; i < facts->len; i++)
    if (strcmp (kompass_key_fact_get_id (g_ptr_array_index (facts, i)), id) == 0)
      return g_ptr_array_index (facts, i);

  return NULL;
}

static gboolean
is_same_name (KompassKeyFact *one,
              KompassKeyFact *other)
{
  return strcmp (kompass_key_fact_get_name (one), kompass_key_fact_get_name (other)) == 0;
}

static gboolean
is_same_value (KompassKeyFact *one,
               KompassKeyFact *other)
{
  return strcmp (kompass_key_fact_get_value (one), kompass_key_fact_get_value (other)) == 0;
}

static void
edit (KompassKeyFacts   *self,
      KompassKeyFactRow *row,
      gboolean           is_value)
{
  kompass_key_fact_row_forget_steps (row);
  if (is_value)
    kompass_key_fact_row_edit_value (row);
  else
    kompass_key_fact_row_edit_name (row);
}

/* A fact that was not there, or was another. */
static gboolean
show_changed (KompassKeyFacts *self,
              GPtrArray       *before,
              GPtrArray       *now)
{
  for (guint i = 0; i < now->len; i++)
    {
      KompassKeyFact *fact = g_ptr_array_index (now, i);
      KompassKeyFact *earlier = find_fact (before, kompass_key_fact_get_id (fact));
      KompassKeyFactRow *row = kompass_key_facts_find_row (self, kompass_key_fact_get_id (fact));

      if (row == NULL || (earlier != NULL && is_same_name (earlier, fact) && is_same_value (earlier, fact)))
        continue;
      edit (self, row, earlier != NULL && is_same_name (earlier, fact));
      return TRUE;
    }

  return FALSE;
}

static const char *
get_id (GPtrArray *facts,
        guint      index)
{
  return index < facts->len ? kompass_key_fact_get_id (g_ptr_array_index (facts, index)) : NULL;
}

/* Of two neighbours that have changed places, either can have been moved: the one that has the keyboard, or else the one that
 * was the first. */
static KompassKeyFactRow *
find_moved (KompassKeyFacts *self,
            GPtrArray       *before,
            GPtrArray       *now,
            guint            index)
{
  KompassKeyFactRow *up = kompass_key_facts_find_row (self, get_id (now, index));

  if (g_strcmp0 (get_id (before, index + 1), get_id (now, index)) != 0 ||
      (up != NULL && gtk_widget_get_focus_child (self->rows) == GTK_WIDGET (up)))
    return up;

  return kompass_key_facts_find_row (self, get_id (before, index));
}

static KompassKeyFactRow *
get_row (KompassKeyFacts *self,
         guint            index)
{
  GtkWidget *row = gtk_widget_get_first_child (self->rows);

  for (guint n = 0; n < index && gtk_widget_get_next_sibling (row) != NULL; n++)
    row = gtk_widget_get_next_sibling (row);

  return KOMPASS_KEY_FACT_ROW (row);
}

/* The fact that was moved, or that stands where one is gone. One that was moved with the keyboard in it is where it is to be. */
static gboolean
show_place (KompassKeyFacts *self,
            GPtrArray       *before,
            GPtrArray       *now)
{
  for (guint i = 0; i < before->len; i++)
    {
      KompassKeyFactRow *row;

      if (g_strcmp0 (get_id (before, i), get_id (now, i)) == 0)
        continue;
      row = before->len == now->len ? find_moved (self, before, now, i) : get_row (self, i);
      if (row == NULL)
        return FALSE;
      if (before->len != now->len || gtk_widget_get_focus_child (self->rows) != GTK_WIDGET (row))
        edit (self, row, FALSE);
      return TRUE;
    }

  return FALSE;
}

/**
 * kompass_key_facts_show_step:
 * @self: a list
 * @before: the report before the step
 *
 * Moves the keyboard to the fact that the step has changed or brought back, or to what stands where one is gone.
 *
 * Returns: %FALSE if the facts are as they were
 */
gboolean
kompass_key_facts_show_step (KompassKeyFacts *self,
                             KompassReport   *before)
{
  KompassReport *now = kompass_report_session_get_report (self->session);

  return now != NULL && (show_changed (self, kompass_report_get_key_facts (before), kompass_report_get_key_facts (now)) ||
                         show_place (self, kompass_report_get_key_facts (before), kompass_report_get_key_facts (now)));
}
