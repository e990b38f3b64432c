/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sidebar: municipalities with their rounds, then reference groups; light with ten thousand of them, because only the
 * rounds on screen are read. */
#include "kompass-sidebar.h"

#include <string.h>

#include "config.h"
#include "kompass-sidebar-groups.h"
#include "kompass-sidebar-heading.h"
#include "kompass-sidebar-row.h"

struct _KompassSidebar
{
  GtkWidget parent_instance;

  GtkWidget *search;
  GtkWidget *stack;
  GtkWidget *list;
  KompassLibrary *library;
  GListStore *items; /* of KompassSidebarHeading, KompassRound, KompassGroup */
  GPtrArray *groups;  /* of KompassGroup */
  GtkFilter *filter;
  GtkSingleSelection *selection;
  GHashTable *rows; /* of KompassSidebarRow on screen */
  char *wanted;     /* what is searched for, folded */
  char *selected;   /* UUID of the evaluation that is open */
  guint n_rounds;
  guint scroll_id;
  gboolean has_found_groups;
  gboolean is_settling; /* the selection is set by the program */
};

enum
{
  OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassSidebar, kompass_sidebar, GTK_TYPE_WIDGET)

/* What can be filtered on: the name of the municipality, on rounds as well as on their heading. */
static const char *
get_search_text (GObject *item)
{
  if (KOMPASS_IS_ROUND (item))
    return kompass_round_get_municipality (KOMPASS_ROUND (item));
  if (KOMPASS_IS_SIDEBAR_HEADING (item) &&
      kompass_sidebar_heading_get_municipality_id (KOMPASS_SIDEBAR_HEADING (item)) != NULL)
    return kompass_sidebar_heading_get_title (KOMPASS_SIDEBAR_HEADING (item));

  return NULL;
}

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  KompassSidebar *self = user_data;
  const char *text = get_search_text (item);
  g_autofree char *folded = NULL;

  if (self->wanted == NULL || *self->wanted == '\0')
    return TRUE;
  if (KOMPASS_IS_GROUP (item))
    return kompass_sidebar_group_matches (item, self->wanted);
  if (text == NULL)
    return KOMPASS_IS_SIDEBAR_HEADING (item) && self->has_found_groups;
  folded = g_utf8_casefold (text, -1);

  return strstr (folded, self->wanted) != NULL;
}

static void
update_page (KompassSidebar *self)
{
  gboolean is_searched = self->wanted != NULL && *self->wanted != '\0';
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), is_searched && is_empty ? "nothing" : "list");
}

static void
search_changed_cb (KompassSidebar *self)
{
  g_free (self->wanted);
  self->wanted = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  self->has_found_groups = kompass_sidebar_groups_find (self->groups, self->wanted);
  self->is_settling = TRUE;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  self->is_settling = FALSE;
  kompass_sidebar_select (self, self->selected);
  update_page (self);
}

/* Enter goes to the first round that was found, or else uses the first group. */
static void
search_activate_cb (KompassSidebar *self)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if (!KOMPASS_IS_ROUND (item))
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-matrix", NULL);
      return;
    }
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if (!KOMPASS_IS_GROUP (item))
        continue;
      kompass_sidebar_group_use (KOMPASS_GROUP (item), GTK_WIDGET (self));
      return;
    }
  gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
stop_search_cb (KompassSidebar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (self->list);
}

static void
selection_changed_cb (KompassSidebar *self)
{
  GObject *item = gtk_single_selection_get_selected_item (self->selection);
  const char *id = KOMPASS_IS_ROUND (item) ? kompass_round_get_id (KOMPASS_ROUND (item)) : NULL;

  if (self->is_settling || id == NULL || g_strcmp0 (id, self->selected) == 0)
    return;
  g_free (self->selected);
  self->selected = g_strdup (id);
  g_signal_emit (self, signals[OPEN], 0, id);
}

static void
activate_cb (KompassSidebar *self,
             guint           position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (KOMPASS_IS_GROUP (item))
    kompass_sidebar_group_use (KOMPASS_GROUP (item), GTK_WIDGET (self));
  else if (KOMPASS_IS_ROUND (item))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-matrix", NULL);
}

/* Rows */

/* Not at once: the action that was chosen is activated after the menu has closed. */
static gboolean
remove_menu (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

static void
menu_closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, remove_menu, g_object_ref (popover), g_object_unref);
}

static void
popup_menu (KompassSidebarRow *row,
            double             x,
            double             y)
{
  g_autoptr (GMenuModel) menu = kompass_sidebar_row_make_menu (row);
  GtkWidget *popover;

  if (menu == NULL)
    return;
  popover = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (popover, GTK_WIDGET (row));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  g_signal_connect (popover, "closed", G_CALLBACK (menu_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
pressed_cb (KompassSidebarRow *row,
            int                n_press,
            double             x,
            double             y,
            GtkGestureClick   *gesture)
{
  if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_SECONDARY)
    {
      popup_menu (row, x, y);
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  else if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_PRIMARY &&
           KOMPASS_IS_GROUP (kompass_sidebar_row_get_item (row)))
    {
      kompass_sidebar_group_use (KOMPASS_GROUP (kompass_sidebar_row_get_item (row)), GTK_WIDGET (row));
    }
}

/* A round that was clicked is to be seen. */
static void
released_cb (KompassSidebarRow *row,
             int                n_press,
             double             x,
             double             y,
             GtkGestureClick   *gesture)
{
  if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_PRIMARY &&
      KOMPASS_IS_ROUND (kompass_sidebar_row_get_item (row)))
    gtk_widget_activate_action (GTK_WIDGET (row), "win.close-panes", NULL);
}

static void
setup_cb (KompassSidebar           *self,
          GtkListItem              *item,
          GtkSignalListItemFactory *factory)
{
  GtkWidget *row = kompass_sidebar_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), row);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (KompassSidebar           *self,
         GtkListItem              *item,
         GtkSignalListItemFactory *factory)
{
  KompassSidebarRow *row = KOMPASS_SIDEBAR_ROW (gtk_list_item_get_child (item));
  GObject *object = gtk_list_item_get_item (item);

  gtk_list_item_set_selectable (item, KOMPASS_IS_ROUND (object));
  gtk_list_item_set_activatable (item, !KOMPASS_IS_SIDEBAR_HEADING (object));
  kompass_sidebar_row_bind (row, object, self->library);
  g_hash_table_add (self->rows, row);
}

static void
unbind_cb (KompassSidebar           *self,
           GtkListItem              *item,
           GtkSignalListItemFactory *factory)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  g_hash_table_remove (self->rows, row);
  kompass_sidebar_row_bind (KOMPASS_SIDEBAR_ROW (row), NULL, NULL);
}

/* Keys that do something with the item of the row with the keyboard. */
static gboolean
press_item (KompassSidebar *self,
            GObject        *item,
            guint           keyval)
{
  const char *municipality = KOMPASS_IS_SIDEBAR_HEADING (item)
                                 ? kompass_sidebar_heading_get_municipality_id (KOMPASS_SIDEBAR_HEADING (item))
                                 : NULL;

  if (KOMPASS_IS_GROUP (item))
    return kompass_sidebar_group_press (KOMPASS_GROUP (item), GTK_WIDGET (self), keyval);
  if (municipality != NULL && keyval == GDK_KEY_F2)
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-municipality", "s", municipality);

  return FALSE;
}

/* The row with the keyboard: its menu, and keys for what it shows. */
static gboolean
key_pressed_cb (KompassSidebar  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  modifiers)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, KOMPASS_TYPE_SIDEBAR_ROW) : NULL;

  if (row == NULL && focus != NULL)
    row = gtk_widget_get_first_child (focus);
  if (!KOMPASS_IS_SIDEBAR_ROW (row))
    return FALSE;
  if (keyval != GDK_KEY_Menu && !(keyval == GDK_KEY_F10 && (modifiers & GDK_SHIFT_MASK) != 0))
    return press_item (self, kompass_sidebar_row_get_item (KOMPASS_SIDEBAR_ROW (row)), keyval);
  popup_menu (KOMPASS_SIDEBAR_ROW (row), gtk_widget_get_width (row) / 2.0, gtk_widget_get_height (row));

  return TRUE;
}

/* Contents */

static guint
append_rounds (GPtrArray *rounds,
               GPtrArray *items)
{
  const char *municipality = NULL;
  guint n_rounds = 0;

  for (guint i = 0; i < rounds->len; i++)
    {
      KompassRound *round = g_ptr_array_index (rounds, i);
      const char *id = kompass_round_get_municipality_id (round);

      if (g_strcmp0 (municipality, id) != 0)
        g_ptr_array_add (items, kompass_sidebar_heading_new (kompass_round_get_municipality (round), id));
      municipality = id;
      if (kompass_round_get_id (round) == NULL)
        continue;
      g_ptr_array_add (items, g_object_ref (round));
      n_rounds++;
    }

  return n_rounds;
}

static gboolean
shows_same (GObject *one,
            GObject *other)
{
  if (G_OBJECT_TYPE (one) != G_OBJECT_TYPE (other))
    return FALSE;
  if (KOMPASS_IS_ROUND (one))
    return g_strcmp0 (kompass_round_get_id (KOMPASS_ROUND (one)), kompass_round_get_id (KOMPASS_ROUND (other))) == 0 &&
           kompass_round_get_year (KOMPASS_ROUND (one)) == kompass_round_get_year (KOMPASS_ROUND (other));
  if (KOMPASS_IS_GROUP (one))
    return kompass_sidebar_group_shows_same (KOMPASS_GROUP (one), KOMPASS_GROUP (other));

  return g_strcmp0 (kompass_sidebar_heading_get_title (KOMPASS_SIDEBAR_HEADING (one)),
                    kompass_sidebar_heading_get_title (KOMPASS_SIDEBAR_HEADING (other))) == 0 &&
         g_strcmp0 (kompass_sidebar_heading_get_municipality_id (KOMPASS_SIDEBAR_HEADING (one)),
                    kompass_sidebar_heading_get_municipality_id (KOMPASS_SIDEBAR_HEADING (other))) == 0;
}

/* Another program's commit may be in figures alone; the list then stays where the user has scrolled it. */
static gboolean
is_listed (KompassSidebar *self,
           GPtrArray      *items)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) != items->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (!shows_same (item, g_ptr_array_index (items, i)))
        return FALSE;
    }

  return TRUE;
}

static void
kompass_sidebar_dispose (GObject *object)
{
  KompassSidebar *self = KOMPASS_SIDEBAR (object);
  GtkWidget *child;

  self->is_settling = TRUE;
  if (self->scroll_id != 0)
    gtk_widget_remove_tick_callback (self->list, self->scroll_id);
  self->scroll_id = 0;
  if (self->list != NULL)
    gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  self->list = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (kompass_sidebar_parent_class)->dispose (object);
}

static void
kompass_sidebar_finalize (GObject *object)
{
  KompassSidebar *self = KOMPASS_SIDEBAR (object);

  g_hash_table_unref (self->rows);
  g_free (self->wanted);
  g_free (self->selected);

  G_OBJECT_CLASS (kompass_sidebar_parent_class)->finalize (object);
}

static void
kompass_sidebar_class_init (KompassSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kompass_sidebar_dispose;
  object_class->finalize = kompass_sidebar_finalize;

  /**
   * KompassSidebar::open:
   * @evaluation: UUID of the evaluation the user chose
   */
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/kompass-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, KompassSidebar, search);
  gtk_widget_class_bind_template_child (widget_class, KompassSidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, KompassSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
kompass_sidebar_init (KompassSidebar *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkFilterListModel *filtered;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_hash_table_new (NULL, NULL);
  self->items = g_list_store_new (G_TYPE_OBJECT);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), self->filter);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (self->selection));
  g_object_unref (factory);

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->list, keys);
}

/**
 * kompass_sidebar_set_library:
 * @self: a sidebar
 * @library: the library to show, after kompass_sidebar_reload()
 */
void
kompass_sidebar_set_library (KompassSidebar *self,
                             KompassLibrary *library)
{
  g_set_object (&self->library, library);
}

/**
 * kompass_sidebar_reload:
 * @self: a sidebar
 * @error: return location for a #KompassLibraryError
 *
 * Reads the lists anew, after rounds or names have changed. Lists that cannot be read stay as they are.
 *
 * Returns: %TRUE if they have been read
 */
gboolean
kompass_sidebar_reload (KompassSidebar  *self,
                        GError         **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) rounds = kompass_library_list_rounds (self->library, error);
  g_autoptr (GPtrArray) groups = rounds != NULL ? kompass_library_list_groups (self->library, error) : NULL;

  if (groups == NULL)
    return FALSE;
  self->n_rounds = append_rounds (rounds, items);
  kompass_sidebar_groups_append (groups, items);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->groups = g_steal_pointer (&groups);
  self->has_found_groups = self->wanted != NULL && kompass_sidebar_groups_find (self->groups, self->wanted);
  if (is_listed (self, items))
    {
      kompass_sidebar_refresh (self, NULL);
      return TRUE;
    }
  self->is_settling = TRUE;
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
  self->is_settling = FALSE;
  kompass_sidebar_select (self, self->selected);
  update_page (self);

  return TRUE;
}

/**
 * kompass_sidebar_refresh:
 * @self: a sidebar
 * @evaluations: (nullable): UUIDs of evaluations whose figures have changed, or %NULL for any
 *
 * Reads the totals of those that are on screen.
 */
void
kompass_sidebar_refresh (KompassSidebar     *self,
                         const char * const *evaluations)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    {
      GObject *item = kompass_sidebar_row_get_item (row);

      if (KOMPASS_IS_ROUND (item) &&
          (evaluations == NULL || g_strv_contains (evaluations, kompass_round_get_id (KOMPASS_ROUND (item)))))
        kompass_sidebar_row_bind (row, item, self->library);
    }
}

/* Before the first frame the list does not know its rows yet. */
static gboolean
scroll_cb (GtkWidget     *list,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  KompassSidebar *self = user_data;
  guint position = gtk_single_selection_get_selected (self->selection);

  if (gtk_widget_get_height (list) == 0)
    return G_SOURCE_CONTINUE;
  self->scroll_id = 0;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);

  return G_SOURCE_REMOVE;
}

static void
scroll_to_selected (KompassSidebar *self)
{
  if (self->scroll_id == 0)
    self->scroll_id = gtk_widget_add_tick_callback (self->list, scroll_cb, self, NULL);
}

static guint
find_position (KompassSidebar *self,
               const char     *evaluation)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; evaluation != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if (KOMPASS_IS_ROUND (item) && g_strcmp0 (kompass_round_get_id (KOMPASS_ROUND (item)), evaluation) == 0)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/**
 * kompass_sidebar_select:
 * @self: a sidebar
 * @evaluation: (nullable): UUID of the evaluation that is open
 *
 * Shows which evaluation is open.
 */
void
kompass_sidebar_select (KompassSidebar *self,
                        const char     *evaluation)
{
  guint position = find_position (self, evaluation);
  g_autofree char *selected = g_strdup (evaluation);

  g_free (self->selected);
  self->selected = g_steal_pointer (&selected);
  self->is_settling = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->is_settling = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    scroll_to_selected (self);
}

/**
 * kompass_sidebar_find_neighbour:
 * @self: a sidebar
 * @evaluation: (nullable): UUID of an evaluation
 * @direction: 1 for the next round below, -1 for the one above
 *
 * Returns: (transfer full) (nullable): UUID of the round beside it; of the first one where @evaluation is not listed
 */
char *
kompass_sidebar_find_neighbour (KompassSidebar *self,
                                const char     *evaluation,
                                int             direction)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  guint position = find_position (self, evaluation);
  gint64 from = position == GTK_INVALID_LIST_POSITION ? -1 : (gint64) position;

  if (from < 0)
    direction = 1;
  for (gint64 i = from + direction; i >= 0 && i < g_list_model_get_n_items (model); i += direction)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, (guint) i);

      if (KOMPASS_IS_ROUND (item))
        return g_strdup (kompass_round_get_id (KOMPASS_ROUND (item)));
    }

  return NULL;
}

guint
kompass_sidebar_get_n_rounds (KompassSidebar *self)
{
  return self->n_rounds;
}

/**
 * kompass_sidebar_has_groups:
 * @self: a sidebar
 *
 * Returns: %TRUE if there are reference groups
 */
gboolean
kompass_sidebar_has_groups (KompassSidebar *self)
{
  return self->groups != NULL && self->groups->len > 0;
}

/**
 * kompass_sidebar_search:
 * @self: a sidebar
 *
 * Moves the keyboard to the search entry.
 */
void
kompass_sidebar_search (KompassSidebar *self)
{
  gtk_widget_grab_focus (self->search);
}
