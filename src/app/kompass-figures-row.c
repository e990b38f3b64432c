/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the table of figures on screen: the same object for the same place in the table, so that the keyboard stays
 * where it is while figures change. */
#include "kompass-figures-row.h"

struct _KompassFiguresRow
{
  GObject parent_instance;

  KompassFiguresTable *table;
  guint index;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassFiguresRow, kompass_figures_row, G_TYPE_OBJECT)

static void
kompass_figures_row_finalize (GObject *object)
{
  g_clear_object (&KOMPASS_FIGURES_ROW (object)->table);

  G_OBJECT_CLASS (kompass_figures_row_parent_class)->finalize (object);
}

static void
kompass_figures_row_class_init (KompassFiguresRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kompass_figures_row_finalize;

  /**
   * KompassFiguresRow::changed:
   *
   * What stands in it may be something else.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
kompass_figures_row_init (KompassFiguresRow *self)
{
}

/**
 * kompass_figures_row_new:
 * @table: (nullable): a table, or %NULL for a row that stands for nothing
 * @index: index of a row of it
 *
 * Returns: (transfer full): the row
 */
KompassFiguresRow *
kompass_figures_row_new (KompassFiguresTable *table,
                         guint                index)
{
  KompassFiguresRow *self = g_object_new (KOMPASS_TYPE_FIGURES_ROW, NULL);

  kompass_figures_row_assign (self, table, index);

  return self;
}

/**
 * kompass_figures_row_assign:
 * @self: a row
 * @table: (nullable): a table
 * @index: index of a row of it
 *
 * Lets it stand for another row. Nobody is told until kompass_figures_row_emit_changed(): rows are compared with one another,
 * so all of them are to be of the same table first.
 */
void
kompass_figures_row_assign (KompassFiguresRow   *self,
                            KompassFiguresTable *table,
                            guint                index)
{
  g_set_object (&self->table, table);
  self->index = index;
}

void
kompass_figures_row_emit_changed (KompassFiguresRow *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

KompassFiguresTable *
kompass_figures_row_get_table (KompassFiguresRow *self)
{
  return self->table;
}

guint
kompass_figures_row_get_index (KompassFiguresRow *self)
{
  return self->index;
}

gboolean
kompass_figures_row_is_total (KompassFiguresRow *self)
{
  return self->index + 1 == kompass_figures_table_get_n_rows (self->table);
}
