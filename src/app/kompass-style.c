/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desktop's style, as the charts name it, and names for what GTK leaves without one. */
#include "kompass-style.h"

#include <adwaita.h>

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

/**
 * kompass_style_name_parts:
 * @widget: a widget made of others, such as a drop-down
 * @name: what it is for
 *
 * Gives the button in a widget a name, which it lacks in GTK 4.8. What else in it could take the keyboard, and cannot
 * have a name in every version of GTK, leaves it to the button.
 */
void
kompass_style_name_parts (GtkWidget  *widget,
                          const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_BUTTON (child))
        gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      else if (gtk_widget_get_focusable (child) && !GTK_IS_POPOVER (child))
        gtk_widget_set_focusable (child, FALSE);
      if (!GTK_IS_POPOVER (child))
        kompass_style_name_parts (child, name);
    }
}

/**
 * kompass_style_complete_names:
 * @widget: a page or a dialog
 * @name: what it is called
 *
 * Names what GTK gives a screen reader without a name, or with two. Lists are called as the page or the row they are in.
 * Buttons are called by their labels, not by the text with underscores in it as well. What scrolls cannot have a name in
 * every version of GTK, so the keyboard goes to what stands in it.
 */
void
kompass_style_complete_names (GtkWidget  *widget,
                              const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const char *part = ADW_IS_COMBO_ROW (child) ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (child)) : name;

      if (GTK_IS_BUTTON (child) && gtk_button_get_label (GTK_BUTTON (child)) != NULL)
        gtk_accessible_reset_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL);
      else if (GTK_IS_LIST_BOX (child) || GTK_IS_LIST_VIEW (child))
        gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, part, -1);
      else if (GTK_IS_SCROLLED_WINDOW (child))
        gtk_widget_set_focusable (child, FALSE);
      if (!GTK_IS_LIST_VIEW (child))
        kompass_style_complete_names (child, part);
    }
}
