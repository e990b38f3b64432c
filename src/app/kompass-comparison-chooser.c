/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an evaluation can be held against. What cannot be compared fairly is there too, with its reason. */
#include "kompass-comparison-chooser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "config.h"
#include "kompass-comparison.h"

struct _KompassComparisonChooser
{
  GtkPopover parent_instance;

  GtkWidget *search;
  GtkWidget *list;
  GListStore *items; /* of KompassProfile and KompassRound */
  GtkFilter *filter;
  KompassLibrary *library;
  KompassEvaluation *evaluation;
  char *wanted;
};

G_DEFINE_FINAL_TYPE (KompassComparisonChooser, kompass_comparison_chooser, GTK_TYPE_POPOVER)

static char *
get_title (GObject *item)
{
  return KOMPASS_IS_ROUND (item) ? kompass_round_get_title (KOMPASS_ROUND (item))
                                 : kompass_profile_get_display_name (KOMPASS_PROFILE (item));
}

static const char *
get_id (GObject *item)
{
  return KOMPASS_IS_ROUND (item) ? kompass_round_get_id (KOMPASS_ROUND (item))
                                 : kompass_profile_get_id (KOMPASS_PROFILE (item));
}

static KompassEdition *
get_edition (KompassComparisonChooser *self,
             GObject                  *item)
{
  const char *id;

  if (KOMPASS_IS_PROFILE (item))
    return kompass_profile_get_edition (KOMPASS_PROFILE (item));
  id = kompass_round_get_edition_id (KOMPASS_ROUND (item));

  return id != NULL ? kompass_library_get_edition (self->library, id, NULL) : NULL;
}

static gboolean
is_comparable (KompassComparisonChooser  *self,
               GObject                   *item,
               char                     **reason)
{
  return kompass_compare_editions (kompass_evaluation_get_edition (self->evaluation), get_edition (self, item), reason) !=
         KOMPASS_COMPARABLE_NONE;
}

static char *
describe (KompassComparisonChooser *self,
          GObject                  *item)
{
  g_autofree char *reason = NULL;
  KompassProfile *profile;

  if (!is_comparable (self, item, &reason))
    return g_steal_pointer (&reason);
  if (KOMPASS_IS_ROUND (item))
    switch (kompass_round_get_depth (KOMPASS_ROUND (item)))
      {
      case KOMPASS_DEPTH_QUESTIONS:
        return g_strdup (_("Questions, areas and total"));
      case KOMPASS_DEPTH_AREAS:
        return g_strdup (_("Areas and total"));
      case KOMPASS_DEPTH_TOTAL:
      default:
        return g_strdup (_("Total only"));
      }
  profile = KOMPASS_PROFILE (item);
  if (kompass_profile_get_members (profile) == 0)
    return g_strdup_printf (_("Number of members not known, %s"), kompass_profile_get_as_of (profile));

  return g_strdup_printf (ngettext ("%u member, %s", "%u members, %s", kompass_profile_get_members (profile)),
                          kompass_profile_get_members (profile), kompass_profile_get_as_of (profile));
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
  gtk_widget_activate_action (GTK_WIDGET (self), "win.compare-with", "s", id);
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

static void
collect (KompassComparisonChooser *self,
         GPtrArray                *from,
         gboolean                  comparable,
         GPtrArray                *to)
{
  for (guint i = 0; from != NULL && i < from->len; i++)
    {
      GObject *item = g_ptr_array_index (from, i);
      const char *id = get_id (item);

      if (id != NULL && g_strcmp0 (id, kompass_evaluation_get_id (self->evaluation)) != 0 &&
          is_comparable (self, item, NULL) == comparable)
        g_ptr_array_add (to, item);
    }
}

/* Read when it is opened: what could be compared may be new, and a library can hold thousands. */
static void
show_cb (KompassComparisonChooser *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GPtrArray) references = NULL;
  g_autoptr (GPtrArray) rounds = NULL;

  if (self->library == NULL || self->evaluation == NULL)
    return;
  references = kompass_library_list_references (self->library, NULL);
  rounds = kompass_library_list_rounds (self->library, NULL);
  collect (self, references, TRUE, items);
  collect (self, rounds, TRUE, items);
  collect (self, references, FALSE, items);
  collect (self, rounds, FALSE, items);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
  gtk_widget_grab_focus (self->search);
}

static void
kompass_comparison_chooser_dispose (GObject *object)
{
  KompassComparisonChooser *self = KOMPASS_COMPARISON_CHOOSER (object);

  g_clear_object (&self->items);
  g_clear_object (&self->library);
  g_clear_object (&self->evaluation);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (kompass_comparison_chooser_parent_class)->dispose (object);
}

static void
kompass_comparison_chooser_class_init (KompassComparisonChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kompass_comparison_chooser_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/kompass-comparison-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, KompassComparisonChooser, search);
  gtk_widget_class_bind_template_child (widget_class, KompassComparisonChooser, list);
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
 * kompass_comparison_chooser_set_context:
 * @self: a chooser
 * @library: (nullable): the library
 * @evaluation: (nullable): the evaluation that is to be held against something
 */
void
kompass_comparison_chooser_set_context (KompassComparisonChooser *self,
                                        KompassLibrary           *library,
                                        KompassEvaluation        *evaluation)
{
  g_set_object (&self->library, library);
  g_set_object (&self->evaluation, evaluation);
}
