/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the evaluation is compared with, as chips that can be taken away, and a button for more. Each has the mark that it
 * has in the chart. */
#include "kompass-comparison-bar.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "config.h"
#include "kompass-chart-shape.h"
#include "kompass-comparison-chooser.h"
#include "kompass-style.h"
#include "kompass-wrap-box.h"

/* What takes shorter is done before anybody wonders. */
#define SPINNER_DELAY_MS 100
#define SAMPLE_WIDTH 22

struct _KompassComparisonBar
{
  GtkWidget parent_instance;

  KompassWrapBox *chips;
  GtkWidget *add;
  GtkWidget *chooser;
  KompassComparisons *comparisons;
  guint spinner_source;
};

G_DEFINE_FINAL_TYPE (KompassComparisonBar, kompass_comparison_bar, GTK_TYPE_WIDGET)

/* The line and mark of the series in the chart. */
static void
draw_sample_cb (GtkDrawingArea *area,
                cairo_t        *cr,
                int             width,
                int             height,
                gpointer        user_data)
{
  KompassChartStyle style = { .scheme = kompass_style_get_chart_scheme (), .transparent = TRUE };
  gpointer mapped = g_object_get_data (G_OBJECT (area), "mapped");

  kompass_chart_shape_draw_sample (cr, &style, GPOINTER_TO_UINT (user_data), FALSE, mapped != NULL, 0, height / 2.0, width, 1);
}

static GtkWidget *
create_sample (KompassComparison *comparison,
               guint              series)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "content-width", SAMPLE_WIDTH, "content-height", 16, "valign", GTK_ALIGN_CENTER, NULL);

  if (kompass_comparison_get_comparable (comparison) == KOMPASS_COMPARABLE_MAPPED)
    g_object_set_data (G_OBJECT (area), "mapped", area);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_sample_cb, GUINT_TO_POINTER (series), NULL);

  return area;
}

static gboolean
show_spinners_cb (gpointer user_data)
{
  KompassComparisonBar *self = user_data;

  self->spinner_source = 0;
  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    {
      GtkWidget *first = gtk_widget_get_first_child (chip);

      if (GTK_IS_SPINNER (first))
        {
          gtk_widget_set_opacity (first, 1);
          gtk_spinner_start (GTK_SPINNER (first));
        }
    }

  return G_SOURCE_REMOVE;
}

static GtkWidget *
create_spinner (KompassComparisonBar *self)
{
  GtkWidget *spinner = g_object_new (GTK_TYPE_SPINNER, "width-request", SAMPLE_WIDTH, "opacity", 0.0, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reading figures"), -1);
  if (self->spinner_source == 0)
    self->spinner_source = g_timeout_add (SPINNER_DELAY_MS, show_spinners_cb, self);

  return spinner;
}

static GtkWidget *
create_remove_button (const char *id,
                      const char *name)
{
  /* Translators: on a button; %s is what the evaluation is compared with */
  g_autofree char *words = g_strdup_printf (_("Do not compare with %s"), name);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.remove-comparison");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);

  return button;
}

/* The series of that name, or -1. */
static int
find_series (KompassChart *chart,
             const char   *name)
{
  for (guint i = 0; chart != NULL && i < kompass_chart_get_n_series (chart); i++)
    if (strcmp (kompass_chart_get_series_name (chart, i), name) == 0)
      return (int) i;

  return -1;
}

static GtkWidget *
create_mark (KompassComparisonBar *self,
             guint                 index,
             KompassChart         *chart)
{
  KompassComparison *comparison = kompass_comparisons_get (self->comparisons, index);
  int series = find_series (chart, kompass_comparisons_get_name (self->comparisons, index));
  GtkWidget *icon;

  if (comparison == NULL)
    return create_spinner (self);
  if (series >= 0)
    return create_sample (comparison, (guint) series);
  icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_set_tooltip_text (icon, kompass_comparison_get_reason (comparison));
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Not in the chart"), -1);

  return icon;
}

static GtkWidget *
create_chip (KompassComparisonBar *self,
             guint                 index,
             KompassChart         *chart)
{
  const char *name = kompass_comparisons_get_name (self->comparisons, index);
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", name, "ellipsize", PANGO_ELLIPSIZE_END, "xalign", 0.0f, "hexpand",
                                   TRUE, "tooltip-text", name, NULL);

  gtk_widget_add_css_class (chip, "comparison-chip");
  gtk_box_append (GTK_BOX (chip), create_mark (self, index, chart));
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), create_remove_button (kompass_comparisons_get_id (self->comparisons, index), name));

  return chip;
}

/* The chip whose button has the keyboard, or G_MAXUINT. */
static guint
find_focus (KompassComparisonBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  guint index = 0;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return G_MAXUINT;
  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips)); chip != self->add;
       chip = gtk_widget_get_next_sibling (chip), index++)
    if (gtk_widget_is_ancestor (focus, chip))
      return index;

  return G_MAXUINT;
}

/* Where a chip with the keyboard is gone, the one in its place has it, or the button for more. */
static void
restore_focus (KompassComparisonBar *self,
               guint                 index)
{
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips));

  if (index == G_MAXUINT)
    return;
  while (index-- > 0 && chip != self->add)
    chip = gtk_widget_get_next_sibling (chip);
  gtk_widget_grab_focus (chip == self->add ? self->add : gtk_widget_get_last_child (chip));
}

static void
kompass_comparison_bar_dispose (GObject *object)
{
  KompassComparisonBar *self = KOMPASS_COMPARISON_BAR (object);
  GtkWidget *child;

  g_clear_handle_id (&self->spinner_source, g_source_remove);
  g_clear_object (&self->comparisons);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (kompass_comparison_bar_parent_class)->dispose (object);
}

static void
kompass_comparison_bar_class_init (KompassComparisonBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kompass_comparison_bar_dispose;
  g_type_ensure (KOMPASS_TYPE_WRAP_BOX);
  g_type_ensure (KOMPASS_TYPE_COMPARISON_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/kompass-comparison-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, KompassComparisonBar, chips);
  gtk_widget_class_bind_template_child (widget_class, KompassComparisonBar, add);
  gtk_widget_class_bind_template_child (widget_class, KompassComparisonBar, chooser);
}

static void
kompass_comparison_bar_init (KompassComparisonBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kompass_comparison_bar_set_comparisons:
 * @self: a bar
 * @comparisons: what it shows; set once
 */
void
kompass_comparison_bar_set_comparisons (KompassComparisonBar *self,
                                        KompassComparisons   *comparisons)
{
  g_return_if_fail (self->comparisons == NULL);

  self->comparisons = g_object_ref (comparisons);
  kompass_comparison_chooser_set_comparisons (KOMPASS_COMPARISON_CHOOSER (self->chooser), comparisons);
}

/**
 * kompass_comparison_bar_update:
 * @self: a bar
 * @chart: (nullable): the chart whose marks the chips show
 *
 * Shows what is compared with now.
 */
void
kompass_comparison_bar_update (KompassComparisonBar *self,
                               KompassChart         *chart)
{
  guint n = kompass_comparisons_get_n (self->comparisons);
  guint focus = find_focus (self);
  GtkWidget *chip;

  g_clear_handle_id (&self->spinner_source, g_source_remove);
  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != self->add)
    kompass_wrap_box_remove (self->chips, chip);
  for (guint i = 0; i < n; i++)
    kompass_wrap_box_insert (self->chips, create_chip (self, i, chart), self->add);
  gtk_widget_set_visible (self->add, n < KOMPASS_COMPARISONS_MAX);
  restore_focus (self, focus);
}
