/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the sidebar: a heading, a round with its total, or a reference group. GTK makes two hundred of them for a long
 * list and draws all of them with every frame, so a row draws its words itself, in one piece. */
#include "kompass-sidebar-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-sidebar-groups.h"
#include "kompass-sidebar-heading.h"

#define DIM 0.7 /* quiet, and still 4.5:1 */

struct _KompassSidebarRow
{
  GtkWidget parent_instance;

  PangoLayout *title;
  PangoLayout *total;
  GtkWidget *add; /* NULL until the row is a heading */
  char *full_title;
  char *add_words; /* what the button does */
  GObject *item;
};

G_DEFINE_FINAL_TYPE (KompassSidebarRow, kompass_sidebar_row, GTK_TYPE_WIDGET)

static void
kompass_sidebar_row_dispose (GObject *object)
{
  KompassSidebarRow *self = KOMPASS_SIDEBAR_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->item);
  g_clear_object (&self->title);
  g_clear_object (&self->total);
  g_clear_pointer (&self->full_title, g_free);
  g_clear_pointer (&self->add_words, g_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (kompass_sidebar_row_parent_class)->dispose (object);
}

/* Layout */

static int
get_total_width (KompassSidebarRow *self)
{
  int width;

  pango_layout_get_pixel_size (self->total, &width, NULL);

  return width;
}

static int
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static int
get_natural_width (KompassSidebarRow *self)
{
  int width;

  pango_layout_set_width (self->title, -1);
  pango_layout_get_pixel_size (self->title, &width, NULL);

  return width;
}

static gboolean
has_add_button (KompassSidebarRow *self)
{
  return self->add != NULL && gtk_widget_get_visible (self->add);
}

static void
kompass_sidebar_row_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  KompassSidebarRow *self = KOMPASS_SIDEBAR_ROW (widget);
  int add = 0;

  if (has_add_button (self))
    gtk_widget_measure (self->add, orientation, -1, &add, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = get_total_width (self) + add;
      *natural = get_natural_width (self) + *minimum;
    }
  else
    {
      *minimum = *natural = MAX (MAX (get_height (self->title), get_height (self->total)), add);
    }
}

static void
kompass_sidebar_row_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  KompassSidebarRow *self = KOMPASS_SIDEBAR_ROW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int add_width, add_height;

  if (!has_add_button (self))
    return;
  gtk_widget_measure (self->add, GTK_ORIENTATION_HORIZONTAL, -1, &add_width, NULL, NULL, NULL);
  gtk_widget_measure (self->add, GTK_ORIENTATION_VERTICAL, -1, &add_height, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->add,
                            &(GtkAllocation) { rtl ? 0 : width - add_width, (height - add_height) / 2, add_width, add_height },
                            -1);
}

/* Drawing */

static void
draw_layout (cairo_t     *cr,
             PangoLayout *layout,
             double       x,
             int          height)
{
  cairo_move_to (cr, x, (height - get_height (layout)) / 2);
  pango_cairo_show_layout (cr, layout);
}

static void
kompass_sidebar_row_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  KompassSidebarRow *self = KOMPASS_SIDEBAR_ROW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int height = gtk_widget_get_height (widget);
  int total = get_total_width (self);
  int width = gtk_widget_get_width (widget) - (has_add_button (self) ? gtk_widget_get_width (self->add) : 0);
  double left = has_add_button (self) && rtl ? gtk_widget_get_width (self->add) : 0;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) left, 0, (float) width, (float) height));
  GdkRGBA ink;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  gdk_cairo_set_source_rgba (cr, &ink);
  pango_layout_set_width (self->title, MAX (width - total, 0) * PANGO_SCALE);
  draw_layout (cr, self->title, rtl ? left + total : left, height);
  ink.alpha *= DIM;
  gdk_cairo_set_source_rgba (cr, &ink);
  draw_layout (cr, self->total, rtl ? left : left + width - total, height);
  cairo_destroy (cr);

  GTK_WIDGET_CLASS (kompass_sidebar_row_parent_class)->snapshot (widget, snapshot);
}

static void
kompass_sidebar_row_class_init (KompassSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kompass_sidebar_row_dispose;
  widget_class->measure = kompass_sidebar_row_measure;
  widget_class->size_allocate = kompass_sidebar_row_size_allocate;
  widget_class->snapshot = kompass_sidebar_row_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sidebarrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
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
  gtk_tooltip_set_text (tooltip, self->add_words);

  return TRUE;
}

static void
make_add_button (KompassSidebarRow *self)
{
  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_add_css_class (self->add, "circular");
  gtk_widget_set_has_tooltip (self->add, TRUE);
  g_signal_connect_swapped (self->add, "query-tooltip", G_CALLBACK (query_add_tooltip_cb), self);
  gtk_widget_set_parent (self->add, GTK_WIDGET (self));
}

/* Tooltips are asked for, not set: to set one makes GTK ask the display where the pointer is, and rows are bound by the
 * hundred. */
static void
kompass_sidebar_row_init (KompassSidebarRow *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  self->title = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  self->total = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (self->total, attributes);
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
hide_add_button (KompassSidebarRow *self)
{
  if (self->add != NULL)
    gtk_widget_set_visible (self->add, FALSE);
}

/* A municipality is given a round, the section of reference groups a group. */
static void
show_add_button (KompassSidebarRow *self,
                 const char        *municipality_id)
{
  if (self->add == NULL)
    make_add_button (self);
  gtk_widget_set_visible (self->add, TRUE);
  g_free (self->add_words);
  self->add_words = municipality_id != NULL ? g_strdup_printf (_("New round for %s"), self->full_title)
                                            : g_strdup (_("New reference group"));
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->add),
                                          municipality_id != NULL ? g_variant_new_string (municipality_id) : NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), municipality_id != NULL ? "win.new-round" : "win.new-group");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, self->add_words, -1);
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

/* A total that is another is as wide as the one before as a rule: then nothing is laid out anew. */
static void
set_total (KompassSidebarRow *self,
           const char        *total)
{
  int width = get_total_width (self);

  if (strcmp (pango_layout_get_text (self->total), total) == 0)
    return;
  pango_layout_set_text (self->total, total, -1);
  if (get_total_width (self) != width)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_title (KompassSidebarRow *self,
           const char        *title,
           PangoAttrList     *attributes)
{
  if (attributes == NULL && pango_layout_get_attributes (self->title) == NULL &&
      strcmp (pango_layout_get_text (self->title), title) == 0)
    return;
  pango_layout_set_attributes (self->title, attributes);
  pango_layout_set_text (self->title, title, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
bind_heading (KompassSidebarRow     *self,
              KompassSidebarHeading *heading)
{
  const char *id = kompass_sidebar_heading_get_municipality_id (heading);
  const char *title = kompass_sidebar_heading_get_title (heading);

  set_kind (self, id != NULL ? "municipality" : "section");
  set_title (self, title, NULL);
  set_total (self, "");
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

  set_title (self, title, NULL);
  set_total (self, total);
  set_full_title (self, full_title);
  set_name (self, name);
  hide_add_button (self);
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

/* The second line is small. */
static void
set_two_lines (KompassSidebarRow *self,
               const char        *title,
               const char        *description)
{
  g_autofree char *text = g_strdup_printf ("%s\n%s", title, description);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *small = pango_attr_scale_new (PANGO_SCALE_SMALL);
  PangoAttribute *quiet = pango_attr_foreground_alpha_new (0xb300);

  small->start_index = quiet->start_index = strlen (title);
  pango_attr_list_insert (attributes, small);
  pango_attr_list_insert (attributes, quiet);
  set_title (self, text, attributes);
}

static void
bind_group (KompassSidebarRow *self,
            KompassGroup      *group)
{
  g_autofree char *title = kompass_group_get_display_name (group);
  g_autofree char *description = kompass_sidebar_group_describe (group);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, description);

  set_kind (self, "reference");
  /* GTK 4.8 puts the keyboard only on rows that can be selected; a selected group would look like what is open. */
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  set_two_lines (self, title, description);
  set_total (self, "");
  set_full_title (self, name);
  set_name (self, name);
  hide_add_button (self);
}

/**
 * kompass_sidebar_row_bind:
 * @self: a row
 * @item: (nullable): a #KompassSidebarHeading, #KompassRound or #KompassGroup
 * @library: where the figures of a round are read: only those of rounds on screen are
 */
void
kompass_sidebar_row_bind (KompassSidebarRow *self,
                          GObject           *item,
                          KompassLibrary    *library)
{
  g_set_object (&self->item, item);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  if (KOMPASS_IS_SIDEBAR_HEADING (item))
    bind_heading (self, KOMPASS_SIDEBAR_HEADING (item));
  else if (KOMPASS_IS_ROUND (item))
    bind_round (self, KOMPASS_ROUND (item), library);
  else if (KOMPASS_IS_GROUP (item))
    bind_group (self, KOMPASS_GROUP (item));
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
  GMenu *menu;

  if (KOMPASS_IS_GROUP (self->item))
    return kompass_sidebar_group_make_menu (KOMPASS_GROUP (self->item));
  menu = g_menu_new ();
  if (KOMPASS_IS_ROUND (self->item))
    {
      const char *id = kompass_round_get_id (KOMPASS_ROUND (self->item));

      append (menu, _("_Duplicate as New Round…"), "win.duplicate-round", id);
      append (menu, _("_Compare With This"), "win.compare-with", id);
      append (menu, _("_Delete Round"), "win.delete-round", id);
    }
  else if (KOMPASS_IS_SIDEBAR_HEADING (self->item) &&
           kompass_sidebar_heading_get_municipality_id (KOMPASS_SIDEBAR_HEADING (self->item)) != NULL)
    {
      const char *id = kompass_sidebar_heading_get_municipality_id (KOMPASS_SIDEBAR_HEADING (self->item));

      append (menu, _("_New Round…"), "win.new-round", id);
      append (menu, _("_Edit Municipality…"), "win.edit-municipality", id);
      append (menu, _("_Delete Municipality"), "win.delete-municipality", id);
    }
  else if (KOMPASS_IS_SIDEBAR_HEADING (self->item))
    {
      g_menu_append (menu, _("_New Reference Group…"), "win.new-group");
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) == 0)
    g_clear_object (&menu);

  return G_MENU_MODEL (menu);
}
