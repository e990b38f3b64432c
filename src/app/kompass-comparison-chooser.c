/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an evaluation can be held against. What cannot be compared fairly is there too, with its reason. */
#include "kompass-comparison-chooser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "config.h"

/* Rounds of the municipality, groups and other rounds: those that can be compared, then those that cannot. */
#define N_PLACES 6

struct _KompassComparisonChooser
{
  GtkPopover parent_instance;

  GtkWidget *search;
  GtkWidget *list;
  GtkWidget *nothing;
  GListStore *items; /* of KompassGroup and KompassRound */
  GtkFilter *filter;
  KompassComparisons *comparisons;
  char *wanted;
  gboolean adds;
};

enum
{
  PROP_0,
  PROP_ADDS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KompassComparisonChooser, kompass_comparison_chooser, GTK_TYPE_POPOVER)

static char *
get_title (GObject *item)
{
  return KOMPASS_IS_ROUND (item) ? kompass_round_get_title (KOMPASS_ROUND (item))
                                 : kompass_group_get_display_name (KOMPASS_GROUP (item));
}

static const char *
get_id (GObject *item)
{
  return KOMPASS_IS_ROUND (item) ? kompass_round_get_id (KOMPASS_ROUND (item)) : kompass_group_get_id (KOMPASS_GROUP (item));
}

static KompassEdition *
get_edition (KompassComparisonChooser *self,
             GObject                  *item)
{
  const char *id;

  if (KOMPASS_IS_GROUP (item))
    return kompass_group_get_edition (KOMPASS_GROUP (item));
  id = kompass_round_get_edition_id (KOMPASS_ROUND (item));

  return id != NULL ? kompass_library_get_edition (kompass_comparisons_get_library (self->comparisons), id, NULL) : NULL;
}

static gboolean
is_comparable (KompassComparisonChooser  *self,
               GObject                   *item,
               char                     **reason)
{
  return kompass_comparisons_check_edition (self->comparisons, get_edition (self, item), reason);
}

static char *
describe_round (KompassRound *round)
{
  switch (kompass_round_get_depth (round))
    {
    case KOMPASS_DEPTH_QUESTIONS:
      return g_strdup (_("Questions, areas and total"));
    case KOMPASS_DEPTH_AREAS:
      return g_strdup (_("Areas and total"));
    case KOMPASS_DEPTH_TOTAL:
    default:
      return g_strdup (_("Total only"));
    }
}

static char *
describe_group (KompassGroup *group)
{
  const char *as_of = kompass_group_get_as_of (group);
  guint n_members = kompass_group_get_n_members (group);
  g_autofree char *members = n_members > 0
                                 ? g_strdup_printf (ngettext ("%u member", "%u members", n_members), n_members)
                                 : g_strdup (_("Number of members not known"));

  return as_of != NULL && *as_of != '\0' ? g_strdup_printf ("%s, %s", members, as_of) : g_steal_pointer (&members);
}

/* Why it cannot be compared, or only in part; else what is known of it. */
static char *
describe (KompassComparisonChooser *self,
          GObject                  *item)
{
  g_autofree char *reason = NULL;

  is_comparable (self, item, &reason);
  if (reason != NULL)
    return g_steal_pointer (&reason);

  return KOMPASS_IS_ROUND (item) ? describe_round (KOMPASS_ROUND (item)) : describe_group (KOMPASS_GROUP (item));
}

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  KompassComparisonChooser *self = user_data;
  g_autofree char *title = NULL;
  g_autofree char *folded = NULL;

  if (self->wanted == NULL || *self->wanted == '\0')
    return TRUE;
  title = get_title (item);
  folded = g_utf8_casefold (title, -1);

  return strstr (folded, self->wanted) != NULL;
}

static void
search_changed_cb (KompassComparisonChooser *self)
{
  g_free (self->wanted);
  self->wanted = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
choose (KompassComparisonChooser *self,
        const char               *id)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), self->adds ? "win.add-comparison" : "win.compare-with", "s", id);
}

static void
nothing_cb (KompassComparisonChooser *self)
{
  choose (self, "");
}

static void
activate_cb (KompassComparisonChooser *self,
             guint                     position)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (self->list)));
  g_autoptr (GObject) item = g_list_model_get_item (model, position);

  if (item != NULL && is_comparable (self, item, NULL))
    choose (self, get_id (item));
}

/* Enter in the search chooses the first that was found. */
static void
search_activate_cb (KompassComparisonChooser *self)
{
  activate_cb (self, 0);
}

static void
setup_cb (KompassComparisonChooser *self,
          GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (guint i = 0; i < 2; i++)
    gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "max-width-chars", 40, NULL));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "caption");
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "out-of");
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (KompassComparisonChooser *self,
         GtkListItem              *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GObject *object = gtk_list_item_get_item (item);
  gboolean comparable = is_comparable (self, object, NULL);
  g_autofree char *title = get_title (object);
  g_autofree char *description = describe (self, object);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), title);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), description);
  gtk_list_item_set_activatable (item, comparable);
  gtk_widget_set_sensitive (gtk_widget_get_first_child (box), comparable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

/* Rounds of the same municipality and reference groups are what is looked for most. */
static gboolean
is_near (KompassComparisonChooser *self,
         GObject                  *item)
{
  KompassEvaluation *evaluation = kompass_comparisons_get_evaluation (self->comparisons);

  return KOMPASS_IS_GROUP (item) || g_strcmp0 (kompass_round_get_municipality_id (KOMPASS_ROUND (item)),
                                               kompass_evaluation_get_municipality_id (evaluation)) == 0;
}

/* Where an item stands in the list, without asking more than once of each of thousands. */
static guint
find_place (KompassComparisonChooser *self,
            GObject                  *item)
{
  guint place = !is_near (self, item) ? 2 : KOMPASS_IS_GROUP (item) ? 1 : 0;

  return is_comparable (self, item, NULL) ? place : place + 3;
}

static void
collect (KompassComparisonChooser *self,
         GPtrArray                *from,
         GPtrArray               **places)
{
  KompassEvaluation *evaluation = kompass_comparisons_get_evaluation (self->comparisons);

  for (guint i = 0; from != NULL && i < from->len; i++)
    {
      GObject *item = g_ptr_array_index (from, i);
      const char *id = get_id (item);

      if (id != NULL && g_strcmp0 (id, kompass_evaluation_get_id (evaluation)) != 0 &&
          !(self->adds && kompass_comparisons_has (self->comparisons, id)))
        g_ptr_array_add (places[find_place (self, item)], item);
    }
}

/* Read when it is opened: what could be compared may be new, and a library can hold thousands. */
static void
show_cb (KompassComparisonChooser *self)
{
  KompassLibrary *library = self->comparisons != NULL ? kompass_comparisons_get_library (self->comparisons) : NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GPtrArray) rounds = NULL;
  GPtrArray *places[N_PLACES];

  if (library == NULL || kompass_comparisons_get_evaluation (self->comparisons) == NULL)
    return;
  groups = kompass_library_list_groups (library, NULL);
  rounds = kompass_library_list_rounds (library, NULL);
  for (guint i = 0; i < N_PLACES; i++)
    places[i] = g_ptr_array_new ();
  collect (self, rounds, places);
  collect (self, groups, places);
  for (guint i = 0; i < N_PLACES; i++)
    g_ptr_array_extend_and_steal (items, places[i]);
  gtk_widget_set_visible (self->nothing, !self->adds);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
  gtk_widget_grab_focus (self->search);
}

static void
kompass_comparison_chooser_get_property (GObject    *object,
                                         guint       id,
                                         GValue     *value,
                                         GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ADDS:
      g_value_set_boolean (value, KOMPASS_COMPARISON_CHOOSER (object)->adds);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kompass_comparison_chooser_set_property (GObject      *object,
                                         guint         id,
                                         const GValue *value,
                                         GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_ADDS:
      KOMPASS_COMPARISON_CHOOSER (object)->adds = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kompass_comparison_chooser_dispose (GObject *object)
{
  KompassComparisonChooser *self = KOMPASS_COMPARISON_CHOOSER (object);

  g_clear_object (&self->items);
  g_clear_object (&self->comparisons);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (kompass_comparison_chooser_parent_class)->dispose (object);
}

static void
kompass_comparison_chooser_class_init (KompassComparisonChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kompass_comparison_chooser_dispose;
  object_class->get_property = kompass_comparison_chooser_get_property;
  object_class->set_property = kompass_comparison_chooser_set_property;

  /**
   * KompassComparisonChooser:adds:
   *
   * Whether what is chosen is one more comparison; else it takes the place of the first.
   */
  properties[PROP_ADDS] = g_param_spec_boolean ("adds", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/kompass-comparison-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, KompassComparisonChooser, search);
  gtk_widget_class_bind_template_child (widget_class, KompassComparisonChooser, list);
  gtk_widget_class_bind_template_child (widget_class, KompassComparisonChooser, nothing);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, nothing_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
kompass_comparison_chooser_init (KompassComparisonChooser *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (G_TYPE_OBJECT);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  selection = gtk_no_selection_new (
      G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), self->filter)));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (selection));
  g_object_unref (factory);
  g_object_unref (selection);
}

/**
 * kompass_comparison_chooser_set_comparisons:
 * @self: a chooser
 * @comparisons: the evaluation that is to be compared, and what it is compared with already
 */
void
kompass_comparison_chooser_set_comparisons (KompassComparisonChooser *self,
                                            KompassComparisons       *comparisons)
{
  g_set_object (&self->comparisons, comparisons);
}
