/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A box whose children stand beside one another as far as there is room, and below where there is none: chips and tools of a
 * window of any width. */
#include "kompass-wrap-box.h"

#define SPACING 6

struct _KompassWrapBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (KompassWrapBox, kompass_wrap_box, GTK_TYPE_WIDGET)

static void
measure_width (GtkWidget *child,
               int       *minimum,
               int       *natural)
{
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
}

static int
measure_height (GtkWidget *child,
                int        width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  return height;
}

/* A child that is wider than the box is as wide as the box. */
static int
get_width (GtkWidget *child,
           int        width)
{
  int minimum, natural;

  measure_width (child, &minimum, &natural);

  return MAX (minimum, MIN (natural, width));
}

/* The first child of the line after the one that begins with @child, and the height of this one. */
static GtkWidget *
find_line_end (GtkWidget *child,
               int        width,
               int       *height)
{
  int x = 0;

  *height = 0;
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_width;

      if (!gtk_widget_should_layout (child))
        continue;
      child_width = get_width (child, width);
      if (x > 0 && x + child_width > width)
        return child;
      x += child_width + SPACING;
      *height = MAX (*height, measure_height (child, child_width));
    }

  return NULL;
}

static int
measure_lines (GtkWidget *widget,
               int        width)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int total = 0;

  while (child != NULL)
    {
      int height;

      child = find_line_end (child, width, &height);
      total += height + (total > 0 && height > 0 ? SPACING : 0);
    }

  return total;
}

static void
kompass_wrap_box_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  int widest = 0, together = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      measure_width (child, &child_minimum, &child_natural);
      widest = MAX (widest, child_minimum);
      together += child_natural + (together > 0 ? SPACING : 0);
    }
  *minimum = widest;
  *natural = MAX (widest, together);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = measure_lines (widget, for_size >= 0 ? for_size : *natural);
}

static void
allocate_child (GtkWidget *widget,
                GtkWidget *child,
                int        x,
                int        y,
                int        width,
                int        height)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_widget_size_allocate (child,
                            &(GtkAllocation) { rtl ? gtk_widget_get_width (widget) - x - width : x, y, width, height }, -1);
}

static void
kompass_wrap_box_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL)
    {
      int line_height;
      GtkWidget *end = find_line_end (child, width, &line_height);

      for (int x = 0; child != end; child = gtk_widget_get_next_sibling (child))
        if (gtk_widget_should_layout (child))
          {
            int child_width = get_width (child, width);

            allocate_child (widget, child, x, y, child_width, line_height);
            x += child_width + SPACING;
          }
      y += line_height + SPACING;
    }
}

static GtkSizeRequestMode
kompass_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
kompass_wrap_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (kompass_wrap_box_parent_class)->dispose (object);
}

static void
kompass_wrap_box_class_init (KompassWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kompass_wrap_box_dispose;
  widget_class->measure = kompass_wrap_box_measure;
  widget_class->size_allocate = kompass_wrap_box_size_allocate;
  widget_class->get_request_mode = kompass_wrap_box_get_request_mode;
}

static void
kompass_wrap_box_init (KompassWrapBox *self)
{
}

/**
 * kompass_wrap_box_insert:
 * @self: a box
 * @child: (transfer full): a widget
 * @before: (nullable): a child of the box that is to follow it, or %NULL for the end
 */
void
kompass_wrap_box_insert (KompassWrapBox *self,
                         GtkWidget      *child,
                         GtkWidget      *before)
{
  gtk_widget_insert_before (child, GTK_WIDGET (self), before);
}

/**
 * kompass_wrap_box_remove:
 * @self: a box
 * @child: one of its children
 */
void
kompass_wrap_box_remove (KompassWrapBox *self,
                         GtkWidget      *child)
{
  g_return_if_fail (gtk_widget_get_parent (child) == GTK_WIDGET (self));

  gtk_widget_unparent (child);
}
