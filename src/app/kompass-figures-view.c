/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a chart as a table on screen: sorted by any column, by pointer or keyboard, with the total always last, and
 * copied as text. */
#include "kompass-figures-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "config.h"
#include "kompass-figures-row.h"

/* In pixels: between heading and table, and around the table. */
#define SPACING 6
#define BORDER 1

struct _KompassFiguresView
{
  GtkWidget parent_instance;

  GtkWidget *heading;
  GtkWidget *frame;
  GtkColumnView *columns;
  GtkWidget *sort;
  GListStore *rows;  /* of KompassFiguresRow, without the total */
  GListStore *total; /* of one KompassFiguresRow */
  GListModel *shown; /* both */
  GtkSorter *sorter;
  guint sort_column;
  gboolean descending;
  KompassFiguresTable *table;
  GSimpleActionGroup *actions;
  int table_height; /* as its rows turned out to be, or 0 */
  guint resize_source;
};

enum
{
  LINE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassFiguresView, kompass_figures_view, GTK_TYPE_WIDGET)

/* Cells */

static guint
get_column_index (gpointer column)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (column), "index"));
}

static gboolean
is_numeric (const KompassFiguresColumn *column)
{
  return column->kind > KOMPASS_FIGURES_TEXT;
}

static void
update_cell (GtkWidget *label)
{
  KompassFiguresRow *row = g_object_get_data (G_OBJECT (label), "row");
  KompassFiguresTable *table = row != NULL ? kompass_figures_row_get_table (row) : NULL;
  guint index = row != NULL ? kompass_figures_row_get_index (row) : 0;
  guint column = get_column_index (label);
  GtkWidget *cell = gtk_widget_get_parent (label);
  g_autofree char *text = NULL;
  g_autofree char *details = NULL;
  g_autofree char *spoken = NULL;

  if (table == NULL || column >= kompass_figures_table_get_n_columns (table))
    return;
  text = kompass_figures_table_dup_text (table, index, column);
  details = kompass_figures_table_describe_cell (table, index, column);
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, details);
  if (kompass_figures_row_is_total (row))
    gtk_widget_add_css_class (label, "total");
  else
    gtk_widget_remove_css_class (label, "total");
  if (column > 0 || cell == NULL || gtk_widget_get_parent (cell) == NULL)
    return;
  /* Headings of columns are not said with the cells, so the row says all of them. */
  spoken = kompass_figures_table_describe_row (table, index);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (cell)), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  gboolean numeric = g_object_get_data (G_OBJECT (factory), "numeric") != NULL;
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", numeric ? 1.0f : 0.0f, NULL);

  g_object_set_data (G_OBJECT (label), "index", GUINT_TO_POINTER (get_column_index (factory)));
  if (numeric)
    gtk_widget_add_css_class (label, "numeric");
  else
    g_object_set (label, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "width-chars",
                  get_column_index (factory) > 0 ? 16 : -1, "max-width-chars", get_column_index (factory) > 0 ? 60 : -1, NULL);
  /* The row that the first cell names may get the cell after its words. */
  if (get_column_index (factory) == 0)
    g_signal_connect (label, "map", G_CALLBACK (update_cell), NULL);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  GObject *row = gtk_list_item_get_item (item);

  g_object_set_data_full (G_OBJECT (label), "row", g_object_ref (row), g_object_unref);
  g_signal_connect_object (row, "changed", G_CALLBACK (update_cell), label, G_CONNECT_SWAPPED);
  update_cell (label);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  user_data)
{
  GtkWidget *label = gtk_list_item_get_child (item);

  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (item), label);
  g_object_set_data (G_OBJECT (label), "row", NULL);
}

static GtkListItemFactory *
create_factory (KompassFiguresTable *table,
                guint                column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "index", GUINT_TO_POINTER (column));
  if (is_numeric (kompass_figures_table_get_column (table, column)))
    g_object_set_data (G_OBJECT (factory), "numeric", factory);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);

  return factory;
}

/* Sorting. GTK 4.8 does not say by which column its column view sorts, nor which way round; so its sorter is asked to
 * compare two rows that stand for nothing: the comparison that is asked in its turn is of the column, and the answer is as
 * it was or turned round. The rows themselves are sorted here, with what is not known last whichever way. */

typedef struct
{
  KompassFiguresView *view;
  guint column;
} Probe;

static int
probe_column (gconstpointer one,
              gconstpointer other,
              gpointer      user_data)
{
  const Probe *probe = user_data;

  probe->view->sort_column = probe->column;

  return GTK_ORDERING_SMALLER;
}

static int
compare_rows (gconstpointer one,
              gconstpointer other,
              gpointer      user_data)
{
  const KompassFiguresView *self = user_data;
  KompassFiguresTable *table = kompass_figures_row_get_table ((gpointer) one);
  guint first = kompass_figures_row_get_index ((gpointer) one);
  guint second = kompass_figures_row_get_index ((gpointer) other);

  return kompass_figures_table_compare (table, first, second, self->sort_column, self->descending);
}

static void
update_sort_actions (KompassFiguresView *self)
{
  GAction *column = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "sort");
  GAction *descending = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "descending");

  g_simple_action_set_state (G_SIMPLE_ACTION (column), g_variant_new_uint32 (self->sort_column));
  g_simple_action_set_state (G_SIMPLE_ACTION (descending), g_variant_new_boolean (self->descending));
}

static void
sorter_changed_cb (KompassFiguresView *self)
{
  g_autoptr (KompassFiguresRow) one = kompass_figures_row_new (NULL, 0);
  g_autoptr (KompassFiguresRow) other = kompass_figures_row_new (NULL, 0);

  self->sort_column = 0;
  self->descending = gtk_sorter_compare (gtk_column_view_get_sorter (self->columns), one, other) == GTK_ORDERING_LARGER;
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  update_sort_actions (self);
}

static GtkColumnViewColumn *
find_column (KompassFiguresView *self,
             guint               index)
{
  GListModel *columns = gtk_column_view_get_columns (self->columns);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (get_column_index (column) == index)
        return column;
    }

  return NULL;
}

static void
sort_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  KompassFiguresView *self = user_data;

  kompass_figures_view_sort (self, g_variant_get_uint32 (parameter), self->descending);
}

static void
descending_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  KompassFiguresView *self = user_data;

  kompass_figures_view_sort (self, self->sort_column, !self->descending);
}

/* Columns */

/* The mark of the series that a column belongs to, as the chart draws it, where there is one. */
static const char *
find_mark (KompassChart               *chart,
           const KompassFiguresColumn *column)
{
  static const char * const marks[KOMPASS_CHART_MAX_SERIES] = { "● ", "◇ ", "■ ", "△ " };

  for (guint i = 0; chart != NULL && column->other >= 0 && i < MIN (kompass_chart_get_n_series (chart), G_N_ELEMENTS (marks)); i++)
    if (strcmp (kompass_chart_get_series_name (chart, i), column->name) == 0)
      return marks[i];

  return "";
}

static char *
describe_column (const KompassFiguresColumn *column)
{
  return column->other >= 0 ? g_strdup_printf ("%s: %s", column->name, column->measure) : g_strdup (column->title);
}

/* Headings of numbers stand over their numbers, and say whose they are. GTK 4.8 has no functions for that, so it is done
 * where headings are built as they are there, one button with a box for each column. */
static void
update_header (KompassFiguresView  *self,
               KompassFiguresTable *table)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->columns));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;
  GListModel *columns = gtk_column_view_get_columns (self->columns);

  for (guint i = 0; i < g_list_model_get_n_items (columns) && title != NULL; i++, title = gtk_widget_get_next_sibling (title))
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const KompassFiguresColumn *about = kompass_figures_table_get_column (table, get_column_index (column));
      g_autofree char *words = describe_column (about);
      GtkWidget *box = gtk_widget_get_first_child (title);

      if (box != NULL && is_numeric (about))
        gtk_widget_set_halign (box, GTK_ALIGN_END);
      if (about->other >= 0)
        gtk_widget_set_tooltip_text (title, words);
    }
}

static void
update_titles (KompassFiguresView  *self,
               KompassFiguresTable *table,
               KompassChart        *chart)
{
  GListModel *columns = gtk_column_view_get_columns (self->columns);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const KompassFiguresColumn *about = kompass_figures_table_get_column (table, get_column_index (column));
      g_autofree char *title = g_strconcat (find_mark (chart, about), about->title, NULL);

      gtk_column_view_column_set_title (column, title);
    }
  update_header (self, table);
}

static void
add_column (KompassFiguresView  *self,
            KompassFiguresTable *table,
            guint                index)
{
  const KompassFiguresColumn *about = kompass_figures_table_get_column (table, index);
  g_autoptr (GtkColumnViewColumn) column = NULL;
  g_autoptr (GtkSorter) sorter = NULL;
  Probe *probe = g_new (Probe, 1);

  *probe = (Probe) { self, index };
  sorter = GTK_SORTER (gtk_custom_sorter_new (probe_column, probe, g_free));
  column = gtk_column_view_column_new (about->title, create_factory (table, index));
  g_object_set_data (G_OBJECT (column), "index", GUINT_TO_POINTER (index));
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_expand (column, about->kind == KOMPASS_FIGURES_TEXT);
  gtk_column_view_column_set_resizable (column, about->kind == KOMPASS_FIGURES_TEXT);
  gtk_column_view_append_column (self->columns, column);
}

static void
rebuild_columns (KompassFiguresView  *self,
                 KompassFiguresTable *table)
{
  GListModel *columns = gtk_column_view_get_columns (self->columns);

  gtk_column_view_sort_by_column (self->columns, NULL, GTK_SORT_ASCENDING);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->columns, column);
    }
  for (guint i = 0; table != NULL && i < kompass_figures_table_get_n_columns (table); i++)
    if (!kompass_figures_table_is_detail (table, i))
      add_column (self, table, i);
}

/* Headings can be pressed by pointer alone; the menu sorts by keyboard, too. */
static void
update_menu (KompassFiguresView  *self,
             KompassFiguresTable *table)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) by = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();

  for (guint i = 0; i < kompass_figures_table_get_n_columns (table); i++)
    {
      g_autofree char *words = describe_column (kompass_figures_table_get_column (table, i));
      g_autoptr (GMenuItem) item = g_menu_item_new (words, NULL);

      g_menu_item_set_action_and_target (item, "figures.sort", "u", i);
      if (!kompass_figures_table_is_detail (table, i))
        g_menu_append_item (by, item);
    }
  g_menu_append_section (menu, _("Sort by"), G_MENU_MODEL (by));
  g_menu_append (order, _("Largest First"), "figures.descending");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->sort), G_MENU_MODEL (menu));
}

/* Rows */

/* Rows are compared while they are added, so all are of one table at any time. */
static void
show_rows (GListStore          *rows,
           KompassFiguresTable *table,
           guint                first,
           guint                n)
{
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (rows));

  if (n_before > n)
    g_list_store_splice (rows, n, n_before - n, NULL, 0);
  for (guint i = 0; i < MIN (n, n_before); i++)
    {
      g_autoptr (KompassFiguresRow) row = g_list_model_get_item (G_LIST_MODEL (rows), i);

      kompass_figures_row_assign (row, table, first + i);
    }
  for (guint i = 0; i < MIN (n, n_before); i++)
    {
      g_autoptr (KompassFiguresRow) row = g_list_model_get_item (G_LIST_MODEL (rows), i);

      kompass_figures_row_emit_changed (row);
    }
  for (guint i = n_before; i < n; i++)
    {
      g_autoptr (KompassFiguresRow) row = kompass_figures_row_new (table, first + i);

      g_list_store_append (rows, row);
    }
}

static void
activate_cb (KompassFiguresView *self,
             guint               position)
{
  g_autoptr (KompassFiguresRow) row = g_list_model_get_item (self->shown, position);

  if (row != NULL)
    g_signal_emit (self, signals[LINE_ACTIVATED], 0,
                   kompass_figures_table_get_line (self->table, kompass_figures_row_get_index (row)));
}

static void
copy_cb (KompassFiguresView *self)
{
  kompass_figures_view_copy (self);
}

static void
copy_action_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  kompass_figures_view_copy (KOMPASS_FIGURES_VIEW (widget));
}

/* How high the rows are together, once they have been laid out. */
static int
get_rows_height (GtkWidget *list)
{
  double top = G_MAXDOUBLE, bottom = 0;
  graphene_rect_t bounds;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_child_visible (row) && gtk_widget_compute_bounds (row, list, &bounds) && bounds.size.height > 0)
      {
        top = MIN (top, bounds.origin.y);
        bottom = MAX (bottom, bounds.origin.y + bounds.size.height);
      }

  return bottom > top ? (int) ceil (bottom - top) : 0;
}

/* Before rows are laid out GTK 4.8 thinks that no words wrap in them. */
static int
measure_table (KompassFiguresView *self)
{
  int height;

  if (self->table_height > 0)
    return self->table_height;
  gtk_widget_measure (GTK_WIDGET (self->columns), GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);

  return height + 2 * BORDER;
}

static gboolean
resize_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  KompassFiguresView *self = KOMPASS_FIGURES_VIEW (widget);

  self->resize_source = 0;
  gtk_widget_queue_resize (widget);

  return G_SOURCE_REMOVE;
}

/* So the table is as high as its rows turn out to be. */
static void
adapt_height (KompassFiguresView *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->columns));
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->columns));
  int rows = list != NULL ? get_rows_height (list) : 0;
  int height = rows + gtk_widget_get_height (self->frame) - gtk_widget_get_height (list);

  if (rows == 0 || header == list || height == self->table_height)
    return;
  self->table_height = height;
  if (self->resize_source == 0)
    self->resize_source = gtk_widget_add_tick_callback (GTK_WIDGET (self), resize_cb, NULL, NULL);
}

static int
measure_heading (KompassFiguresView *self,
                 int                 width)
{
  int height;

  gtk_widget_measure (self->heading, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  return height + SPACING;
}

static void
kompass_figures_view_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  KompassFiguresView *self = KOMPASS_FIGURES_VIEW (widget);
  int heading_minimum, heading_natural, table_minimum, table_natural;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = measure_heading (self, for_size) + measure_table (self);
      return;
    }
  gtk_widget_measure (self->heading, orientation, -1, &heading_minimum, &heading_natural, NULL, NULL);
  gtk_widget_measure (self->frame, orientation, -1, &table_minimum, &table_natural, NULL, NULL);
  *minimum = MAX (heading_minimum, table_minimum);
  *natural = MAX (heading_natural, table_natural);
}

static void
kompass_figures_view_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  KompassFiguresView *self = KOMPASS_FIGURES_VIEW (widget);
  int heading = measure_heading (self, width);

  gtk_widget_size_allocate (self->heading, &(GtkAllocation) { 0, 0, width, heading - SPACING }, -1);
  gtk_widget_size_allocate (self->frame, &(GtkAllocation) { 0, heading, width, MAX (height - heading, 0) }, -1);
  adapt_height (self);
}

static GtkSizeRequestMode
kompass_figures_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
kompass_figures_view_dispose (GObject *object)
{
  KompassFiguresView *self = KOMPASS_FIGURES_VIEW (object);
  GtkWidget *child;

  if (self->sorter != NULL)
    g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->columns), self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->shown);
  g_clear_object (&self->rows);
  g_clear_object (&self->total);
  g_clear_object (&self->sorter);
  g_clear_object (&self->table);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (kompass_figures_view_parent_class)->dispose (object);
}

static void
kompass_figures_view_class_init (KompassFiguresViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kompass_figures_view_dispose;
  widget_class->measure = kompass_figures_view_measure;
  widget_class->size_allocate = kompass_figures_view_size_allocate;
  widget_class->get_request_mode = kompass_figures_view_get_request_mode;

  /**
   * KompassFiguresView::line-activated:
   * @line: a line of the evaluation
   *
   * Its row was activated.
   */
  signals[LINE_ACTIVATED] = g_signal_new ("line-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, KOMPASS_TYPE_LINE);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/kompass-figures-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KompassFiguresView, heading);
  gtk_widget_class_bind_template_child (widget_class, KompassFiguresView, frame);
  gtk_widget_class_bind_template_child (widget_class, KompassFiguresView, columns);
  gtk_widget_class_bind_template_child (widget_class, KompassFiguresView, sort);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_install_action (widget_class, "figures.copy", NULL, copy_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "figures.copy", NULL);
}

/* The rows that are sorted, and behind them the total. */
static void
create_models (KompassFiguresView *self)
{
  g_autoptr (GListStore) parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GListModel) sorted = NULL;
  GtkNoSelection *selection;

  self->rows = g_list_store_new (KOMPASS_TYPE_FIGURES_ROW);
  self->total = g_list_store_new (KOMPASS_TYPE_FIGURES_ROW);
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_rows, self, NULL));
  sorted = G_LIST_MODEL (gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->rows)), g_object_ref (self->sorter)));
  g_list_store_append (parts, sorted);
  g_list_store_append (parts, self->total);
  self->shown = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&parts))));
  selection = gtk_no_selection_new (g_object_ref (self->shown));
  gtk_column_view_set_model (self->columns, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

static void
kompass_figures_view_init (KompassFiguresView *self)
{
  static const GActionEntry entries[] = {
    { "sort", sort_cb, "u", "uint32 0", NULL },
    { "descending", descending_cb, NULL, "false", NULL },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (self->sort, "figures", G_ACTION_GROUP (self->actions));
  create_models (self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->columns), "changed", G_CALLBACK (sorter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  /* In GTK 4.8 the row of headings says that it takes the keyboard, and does not. */
  gtk_widget_set_focusable (gtk_widget_get_first_child (GTK_WIDGET (self->columns)), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_last_child (GTK_WIDGET (self->columns))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Figures"), -1);
}

/**
 * kompass_figures_view_set_table:
 * @self: a view
 * @table: (nullable): what it shows
 * @chart: (nullable): the chart of the same figures, whose marks tell the columns apart
 *
 * Where the columns are the same as before, they stay as they are sorted, and the keyboard stays where it is.
 */
void
kompass_figures_view_set_table (KompassFiguresView  *self,
                                KompassFiguresTable *table,
                                KompassChart        *chart)
{
  guint n_rows = table != NULL ? kompass_figures_table_get_n_rows (table) : 0;

  if (table == NULL || self->table == NULL || !kompass_figures_table_has_columns_of (table, self->table))
    {
      g_list_store_remove_all (self->rows);
      g_list_store_remove_all (self->total);
      rebuild_columns (self, table);
    }
  g_set_object (&self->table, table);
  if (n_rows == 0)
    return;
  update_titles (self, table, chart);
  update_menu (self, table);
  show_rows (self->rows, table, 0, n_rows - 1);
  show_rows (self->total, table, n_rows - 1, 1);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

/**
 * kompass_figures_view_get_table:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what it shows
 */
KompassFiguresTable *
kompass_figures_view_get_table (KompassFiguresView *self)
{
  return self->table;
}

/**
 * kompass_figures_view_sort:
 * @self: a view
 * @column: index of a column of its table
 * @descending: whether the largest comes first
 */
void
kompass_figures_view_sort (KompassFiguresView *self,
                           guint               column,
                           gboolean            descending)
{
  gtk_column_view_sort_by_column (self->columns, find_column (self, column),
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/**
 * kompass_figures_view_get_order:
 * @self: a view
 *
 * Returns: (transfer full) (element-type guint): the rows of its table in the order in which they are shown
 */
GArray *
kompass_figures_view_get_order (KompassFiguresView *self)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < g_list_model_get_n_items (self->shown); i++)
    {
      g_autoptr (KompassFiguresRow) row = g_list_model_get_item (self->shown, i);
      guint index = kompass_figures_row_get_index (row);

      g_array_append_val (order, index);
    }

  return order;
}

/**
 * kompass_figures_view_dup_text:
 * @self: a view with a table
 *
 * Returns: (transfer full): the table as it is shown, with tabs between columns
 */
char *
kompass_figures_view_dup_text (KompassFiguresView *self)
{
  g_autoptr (GArray) order = kompass_figures_view_get_order (self);

  return kompass_figures_table_to_text (self->table, (const guint *) order->data, order->len);
}

/**
 * kompass_figures_view_copy:
 * @self: a view
 *
 * Puts the table on the clipboard.
 */
void
kompass_figures_view_copy (KompassFiguresView *self)
{
  g_autofree char *text = NULL;

  if (self->table == NULL)
    return;
  text = kompass_figures_view_dup_text (self);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}
