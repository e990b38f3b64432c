/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desktop's style, as the charts name it, and names for what GTK leaves without one. */
#include "kompass-style.h"

#include <adwaita.h>

/* The least width of a heading, in pixels: some letters of large text. */
#define LEAST_HEADING 120

/**
 * kompass_style_get_chart_scheme:
 *
 * Returns: the palette that suits the desktop's style: light or dark, perhaps high contrast
 */
KompassChartScheme
kompass_style_get_chart_scheme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? KOMPASS_CHART_HIGH_CONTRAST_DARK : KOMPASS_CHART_HIGH_CONTRAST_LIGHT;

  return dark ? KOMPASS_CHART_DARK : KOMPASS_CHART_LIGHT;
}

/**
 * kompass_style_get_text_scale:
 *
 * Returns: how large the desktop's text is, from 1 for the usual size
 */
double
kompass_style_get_text_scale (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi = 0;

  if (settings != NULL)
    g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);

  return dpi > 0 ? MAX (dpi / 1024.0 / 96.0, 1) : 1;
}

/* Labels that a widget is linked to go before its name in newer versions of GTK, even when they are empty or hidden. */
static void
set_name (GtkWidget  *widget,
          const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
leave_keyboard_to_button (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child))
      {
        if (!GTK_IS_BUTTON (child))
          gtk_widget_set_focusable (child, FALSE);
        leave_keyboard_to_button (child);
      }
}

/**
 * kompass_style_get_error_color:
 * @widget: a widget
 *
 * Returns: the colour of what is wrong, in the style of the widget
 */
GdkRGBA
kompass_style_get_error_color (GtkWidget *widget)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (context, "error_color", &color))
    gtk_style_context_get_color (context, &color);

  return color;
}

/**
 * kompass_style_name_parts:
 * @widget: a widget made of others, such as a drop-down
 * @name: what it is for
 *
 * Gives the button in a widget a name, which it lacks in GTK 4.8. What else in it could take the keyboard, and cannot
 * have a name in every version of GTK, leaves it to the button; in newer versions it would take it again when it comes
 * into a window.
 */
void
kompass_style_name_parts (GtkWidget  *widget,
                          const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child))
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  leave_keyboard_to_button (widget);
  g_signal_connect (widget, "notify::root", G_CALLBACK (leave_keyboard_to_button), NULL);
}

static gboolean
is_menu_item (GtkWidget *widget)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  return role == GTK_ACCESSIBLE_ROLE_MENU_ITEM || role == GTK_ACCESSIBLE_ROLE_MENU_ITEM_CHECKBOX ||
         role == GTK_ACCESSIBLE_ROLE_MENU_ITEM_RADIO;
}

/* The first label is the words of the item, the next one its keys. */
static void
name_menu_item (GtkWidget *item)
{
  GtkWidget *child = gtk_widget_get_first_child (item);

  while (child != NULL && !GTK_IS_LABEL (child))
    child = gtk_widget_get_next_sibling (child);
  if (child != NULL)
    set_name (item, gtk_label_get_text (GTK_LABEL (child)));
}

/* libadwaita 1.7 measures the large heading of a dialog at widths that only the small one fits in: the large one is to fit
 * in any, and there is to be a least one for both. */
static void
wrap_heading (GtkWidget *label)
{
  if (!ADW_IS_MESSAGE_DIALOG (gtk_widget_get_root (label)) || gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) != NULL)
    return;
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_size_request (gtk_widget_get_parent (label), LEAST_HEADING, -1);
}

static void
complete_name (GtkWidget  *widget,
               const char *name)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
  else if (GTK_IS_LIST_BOX (widget) || GTK_IS_LIST_VIEW (widget))
    set_name (widget, name);
  else if (ADW_IS_ENTRY_ROW (widget))
    set_name (widget, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)));
  else if (GTK_IS_SCROLLED_WINDOW (widget))
    gtk_widget_set_focusable (widget, FALSE);
  else if (is_menu_item (widget))
    name_menu_item (widget);
  else if (GTK_IS_LABEL (widget))
    wrap_heading (widget);
}

/**
 * kompass_style_complete_names:
 * @widget: a page, a dialog or a menu
 * @name: (nullable): what it is called; a menu need not be called anything
 *
 * Names what GTK gives a screen reader without a name, or with two. Lists are called as the page or the row they are in,
 * a row to write in by its title, and items of menus by their words. Buttons are called by their labels, not by the text
 * with underscores in it as well. What scrolls cannot have a name in every version of GTK, so the keyboard goes to what
 * stands in it.
 */
void
kompass_style_complete_names (GtkWidget  *widget,
                              const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const char *part = ADW_IS_COMBO_ROW (child) ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (child)) : name;

      complete_name (child, part);
      if (!GTK_IS_LIST_VIEW (child))
        kompass_style_complete_names (child, part);
    }
}

static void
menu_map_cb (GtkWidget *menu)
{
  kompass_style_complete_names (menu, NULL);
  g_signal_chain_from_overridden_handler (menu);
}

/**
 * kompass_style_name_menus:
 *
 * From now on, every menu of the program has names for a screen reader when it opens, GTK's own menus, too. GTK 4.18
 * calls their items by labels that it hides, so by nothing. To be called once.
 */
void
kompass_style_name_menus (void)
{
  g_type_class_unref (g_type_class_ref (GTK_TYPE_POPOVER_MENU));
  g_signal_override_class_handler ("map", GTK_TYPE_POPOVER_MENU, G_CALLBACK (menu_map_cb));
}

static void
make_menu_cb (GtkMenuButton *button,
              gpointer       menu)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
}

/**
 * kompass_style_set_menu:
 * @button: a #GtkMenuButton
 * @menu: its menu
 *
 * Gives a button a menu whose widgets are made when it is opened for the first time: there are some thirty of them.
 */
void
kompass_style_set_menu (GtkWidget  *button,
                        GMenuModel *menu)
{
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_menu_cb, g_object_ref (menu), g_object_unref);
}
