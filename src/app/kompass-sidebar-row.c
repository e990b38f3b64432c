/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the sidebar: a heading, a round with its total, or a reference group with its total. */
#include "kompass-sidebar-row.h"

#include <glib/gi18n-lib.h>

#include "kompass-sidebar-heading.h"

struct _KompassSidebarRow
{
  GtkWidget parent_instance;

  GtkWidget *title;
  GtkWidget *total;
  GtkWidget *add; /* NULL until the row is that of a municipality */
  char *full_title;
  GObject *item;
};

G_DEFINE_FINAL_TYPE (KompassSidebarRow, kompass_sidebar_row, GTK_TYPE_WIDGET)

static void
kompass_sidebar_row_dispose (GObject *object)
{
  KompassSidebarRow *self = KOMPASS_SIDEBAR_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->item);
  g_clear_pointer (&self->full_title, g_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (kompass_sidebar_row_parent_class)->dispose (object);
}

static void
kompass_sidebar_row_class_init (KompassSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kompass_sidebar_row_dispose;
  gtk_widget_class_set_css_name (widget_class, "sidebarrow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static gboolean
query_tooltip_cb (KompassSidebarRow *self,
                  int                x,
                  int                y,
                  gboolean           keyboard,
                  GtkTooltip        *tooltip)
{
  gtk_tooltip_set_text (tooltip, self->full_title);

  return self->full_title != NULL;
}

static gboolean
query_add_tooltip_cb (KompassSidebarRow *self,
                      int                x,
                      int                y,
                      gboolean           keyboard,
                      GtkTooltip        *tooltip)
{
  g_autofree char *words = g_strdup_printf (_("New round for %s"), self->full_title);

  gtk_tooltip_set_text (tooltip, words);

  return TRUE;
}

static void
make_add_button (KompassSidebarRow *self)
{
  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_add_css_class (self->add, "circular");
  gtk_widget_set_valign (self->add, GTK_ALIGN_CENTER);
  gtk_widget_set_has_tooltip (self->add, TRUE);
  g_signal_connect_swapped (self->add, "query-tooltip", G_CALLBACK (query_add_tooltip_cb), self);
  gtk_widget_set_parent (self->add, GTK_WIDGET (self));
}

/* Tooltips are asked for, not set: to set one makes GTK ask the display where the pointer is, and rows are bound by the
 * hundred. */
static void
kompass_sidebar_row_init (KompassSidebarRow *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "hexpand", TRUE, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  self->total = g_object_new (GTK_TYPE_LABEL, "xalign", 1.0f, NULL);
  gtk_widget_add_css_class (self->total, "numeric");
  gtk_widget_add_css_class (self->total, "total");
  gtk_widget_set_parent (self->total, GTK_WIDGET (self));
}

/**
 * kompass_sidebar_row_new:
 *
 * Returns: (transfer floating): a row for kompass_sidebar_row_bind()
 */
GtkWidget *
kompass_sidebar_row_new (void)
{
  return g_object_new (KOMPASS_TYPE_SIDEBAR_ROW, NULL);
}

static void
set_kind (KompassSidebarRow *self,
          const char        *kind)
{
  gtk_widget_set_css_classes (GTK_WIDGET (self), (const char *[]) { kind, NULL });
}

static void
set_full_title (KompassSidebarRow *self,
                const char        *title)
{
  g_autofree char *old = g_steal_pointer (&self->full_title);

  self->full_title = g_strdup (title);
}

static void
show_add_button (KompassSidebarRow *self,
                 const char        *municipality_id)
{
  g_autofree char *name = NULL;

  if (self->add == NULL && municipality_id != NULL)
    make_add_button (self);
  if (self->add == NULL)
    return;
  gtk_widget_set_visible (self->add, municipality_id != NULL);
  if (municipality_id == NULL)
    return;
  name = g_strdup_printf (_("New round for %s"), self->full_title);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add), "s", municipality_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), "win.new-round");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The row of the list is what a screen reader meets; it has no name of its own. */
static void
set_name (KompassSidebarRow *self,
          const char        *name)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
bind_heading (KompassSidebarRow     *self,
              KompassSidebarHeading *heading)
{
  const char *id = kompass_sidebar_heading_get_municipality_id (heading);
  const char *title = kompass_sidebar_heading_get_title (heading);

  set_kind (self, id != NULL ? "municipality" : "section");
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->total), "");
  gtk_widget_set_visible (self->total, FALSE);
  set_full_title (self, title);
  set_name (self, title);
  show_add_button (self, id);
}

static void
bind_figures (KompassSidebarRow *self,
              const char        *title,
              const char        *full_title,
              KompassPoints      points,
              guint              decimals)
{
  g_autofree char *total = kompass_points_format (points, decimals);
  /* Translators: spoken by a screen reader: evaluation or reference group, its total */
  g_autofree char *name = g_strdup_printf (_("%s, %s points"), full_title, total);

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->total), total);
  gtk_widget_set_visible (self->total, TRUE);
  set_full_title (self, full_title);
  set_name (self, name);
  show_add_button (self, NULL);
}

static void
bind_round (KompassSidebarRow *self,
            KompassRound      *round,
            KompassLibrary    *library)
{
  g_autoptr (KompassEvaluation) evaluation = kompass_library_load (library, kompass_round_get_id (round), NULL);
  g_autofree char *full_title = kompass_round_get_title (round);
  g_autofree char *title = g_strdup_printf ("%u", kompass_round_get_year (round));

  set_kind (self, "round");
  if (evaluation == NULL)
    bind_figures (self, title, full_title, KOMPASS_POINTS_UNKNOWN, 0);
  else
    bind_figures (self, title, full_title,
                  kompass_line_get_figures (kompass_evaluation_get_total_line (evaluation))->points,
                  kompass_evaluation_get_decimals (evaluation));
}

static void
bind_reference (KompassSidebarRow *self,
                KompassProfile    *reference)
{
  g_autofree char *title = kompass_profile_get_display_name (reference);

  set_kind (self, "reference");
  bind_figures (self, title, title, kompass_profile_get_points (reference, KOMPASS_LINE_TOTAL, 0, NULL),
                kompass_profile_get_decimals (reference));
}

/**
 * kompass_sidebar_row_bind:
 * @self: a row
 * @item: (nullable): a #KompassSidebarHeading, #KompassRound or #KompassProfile
 * @library: where the figures of a round are read: only those of rounds on screen are
 */
void
kompass_sidebar_row_bind (KompassSidebarRow *self,
                          GObject           *item,
                          KompassLibrary    *library)
{
  g_set_object (&self->item, item);
  if (KOMPASS_IS_SIDEBAR_HEADING (item))
    bind_heading (self, KOMPASS_SIDEBAR_HEADING (item));
  else if (KOMPASS_IS_ROUND (item))
    bind_round (self, KOMPASS_ROUND (item), library);
  else if (KOMPASS_IS_PROFILE (item))
    bind_reference (self, KOMPASS_PROFILE (item));
}

GObject *
kompass_sidebar_row_get_item (KompassSidebarRow *self)
{
  return self->item;
}

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

/**
 * kompass_sidebar_row_make_menu:
 * @self: a row
 *
 * Returns: (transfer full) (nullable): what can be done with it, or %NULL for nothing
 */
GMenuModel *
kompass_sidebar_row_make_menu (KompassSidebarRow *self)
{
  GMenu *menu = g_menu_new ();

  if (KOMPASS_IS_ROUND (self->item))
    {
      const char *id = kompass_round_get_id (KOMPASS_ROUND (self->item));

      append (menu, _("_Duplicate as New Round…"), "win.duplicate-round", id);
      append (menu, _("_Compare With This"), "win.compare-with", id);
      append (menu, _("_Delete Round"), "win.delete-round", id);
    }
  else if (KOMPASS_IS_PROFILE (self->item))
    {
      append (menu, _("_Compare With This"), "win.compare-with",
              kompass_profile_get_id (KOMPASS_PROFILE (self->item)));
    }
  else if (KOMPASS_IS_SIDEBAR_HEADING (self->item) &&
           kompass_sidebar_heading_get_municipality_id (KOMPASS_SIDEBAR_HEADING (self->item)) != NULL)
    {
      const char *id = kompass_sidebar_heading_get_municipality_id (KOMPASS_SIDEBAR_HEADING (self->item));

      append (menu, _("_New Round…"), "win.new-round", id);
      append (menu, _("_Rename…"), "win.rename-municipality", id);
      append (menu, _("_Delete Municipality"), "win.delete-municipality", id);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) == 0)
    g_clear_object (&menu);

  return G_MENU_MODEL (menu);
}
