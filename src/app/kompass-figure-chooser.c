/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of an evaluation that can stand in a text, with what they are now; type to find one. */
#include "kompass-figure-chooser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "config.h"
#include "kompass-field.h"

struct _KompassFigureChooser
{
  GtkPopover parent_instance;

  GtkWidget *search;
  GtkWidget *scroller;
  GtkWidget *list;
  GtkWidget *none;
  GtkStringList *fields; /* their names */
  GtkFilter *filter;
  GListModel *found;
  KompassEvaluation *evaluation;
  guint area;   /* number of the area that is written about, or 0 */
  GStrv wanted; /* every word of it is to be in what is found */
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassFigureChooser, kompass_figure_chooser, GTK_TYPE_POPOVER)

static char *
describe (KompassFigureChooser *self,
          gpointer              item)
{
  KompassEdition *edition = kompass_evaluation_get_edition (self->evaluation);
  char *words = kompass_field_describe (gtk_string_object_get_string (item), edition);

  return words != NULL ? words : g_strdup (gtk_string_object_get_string (item));
}

/* Questions are found by their words, too. */
static gboolean
matches (gpointer item,
         gpointer user_data)
{
  KompassFigureChooser *self = user_data;
  g_autofree char *words = NULL;
  g_autofree char *folded = NULL;

  if (self->wanted == NULL || self->wanted[0] == NULL || self->evaluation == NULL)
    return TRUE;
  words = describe (self, item);
  folded = g_utf8_casefold (words, -1);
  for (guint i = 0; self->wanted[i] != NULL; i++)
    if (strstr (folded, self->wanted[i]) == NULL)
      return FALSE;

  return TRUE;
}

static void
search_changed_cb (KompassFigureChooser *self)
{
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);

  g_strfreev (self->wanted);
  self->wanted = g_strsplit_set (g_strstrip (folded), " ", -1);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_widget_set_visible (self->none, g_list_model_get_n_items (self->found) == 0);
  gtk_widget_set_visible (self->scroller, g_list_model_get_n_items (self->found) > 0);
}

static void
activate_cb (KompassFigureChooser *self,
             guint                 position)
{
  g_autoptr (GtkStringObject) item = g_list_model_get_item (self->found, position);

  if (item == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, gtk_string_object_get_string (item));
}

/* Enter in the search chooses the first that was found. */
static void
search_activate_cb (KompassFigureChooser *self)
{
  activate_cb (self, 0);
}

static void
setup_cb (KompassFigureChooser *self,
          GtkListItem          *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "hexpand", TRUE, NULL));
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "xalign", 1.0f, NULL));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "numeric");
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "heading");
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (KompassFigureChooser *self,
         GtkListItem          *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  gpointer field = gtk_list_item_get_item (item);
  g_autofree char *words = describe (self, field);
  g_autofree char *value = kompass_field_format (gtk_string_object_get_string (field), self->evaluation);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), words);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), value != NULL ? value : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, value != NULL ? value : "", -1);
}

static gboolean
is_of_area (const char *field)
{
  return g_str_has_prefix (field, "area.");
}

/* Those of an area and its questions follow one another; they are moved to the front. */
static void
add_fields (KompassFigureChooser *self,
            GPtrArray            *order,
            const char * const   *fields)
{
  g_autofree char *first = g_strdup_printf ("area.%u.", self->area);
  gboolean is_in = FALSE;
  guint n = 0;

  for (guint i = 0; fields[i] != NULL; i++)
    {
      if (is_of_area (fields[i]))
        is_in = g_str_has_prefix (fields[i], first);
      g_ptr_array_insert (order, is_in ? (int) n++ : -1, (gpointer) fields[i]);
    }
  g_ptr_array_add (order, NULL);
}

/* Read when it is opened: the figures are those of now. */
static void
show_cb (KompassFigureChooser *self)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_auto (GStrv) fields = NULL;

  if (self->evaluation == NULL)
    return;
  fields = kompass_field_list (kompass_evaluation_get_edition (self->evaluation));
  add_fields (self, order, (const char * const *) fields);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_string_list_splice (self->fields, 0, g_list_model_get_n_items (G_LIST_MODEL (self->fields)),
                          (const char * const *) order->pdata);
  search_changed_cb (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  gtk_widget_grab_focus (self->search);
}

static void
kompass_figure_chooser_dispose (GObject *object)
{
  KompassFigureChooser *self = KOMPASS_FIGURE_CHOOSER (object);

  g_clear_object (&self->fields);
  g_clear_object (&self->evaluation);
  g_clear_pointer (&self->wanted, g_strfreev);

  G_OBJECT_CLASS (kompass_figure_chooser_parent_class)->dispose (object);
}

static void
kompass_figure_chooser_class_init (KompassFigureChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kompass_figure_chooser_dispose;

  /**
   * KompassFigureChooser::chosen:
   * @self: a chooser
   * @field: the name of a figure, see kompass_field_format()
   *
   * A figure was chosen.
   */
  signals[CHOSEN] = g_signal_new ("chosen", KOMPASS_TYPE_FIGURE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/kompass-figure-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, KompassFigureChooser, search);
  gtk_widget_class_bind_template_child (widget_class, KompassFigureChooser, scroller);
  gtk_widget_class_bind_template_child (widget_class, KompassFigureChooser, list);
  gtk_widget_class_bind_template_child (widget_class, KompassFigureChooser, none);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
kompass_figure_chooser_init (KompassFigureChooser *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->fields = gtk_string_list_new (NULL);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->found = G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->fields)), self->filter));
  selection = gtk_no_selection_new (self->found);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (selection));
}

/**
 * kompass_figure_chooser_new:
 *
 * Returns: (transfer floating): a chooser without figures
 */
GtkWidget *
kompass_figure_chooser_new (void)
{
  return g_object_new (KOMPASS_TYPE_FIGURE_CHOOSER, NULL);
}

/**
 * kompass_figure_chooser_set_evaluation:
 * @self: a chooser
 * @evaluation: (nullable): whose figures it offers
 */
void
kompass_figure_chooser_set_evaluation (KompassFigureChooser *self,
                                       KompassEvaluation    *evaluation)
{
  g_set_object (&self->evaluation, evaluation);
}

/**
 * kompass_figure_chooser_set_area:
 * @self: a chooser
 * @area: number of the area that is written about, whose figures come first; 0 for none
 */
void
kompass_figure_chooser_set_area (KompassFigureChooser *self,
                                 guint                 area)
{
  self->area = area;
}
