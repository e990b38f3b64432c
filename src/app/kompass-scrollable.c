/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What scrolls vertically by itself in a GtkScrolledWindow, as wide as that is. */
#include "kompass-scrollable.h"

/* Parts of the height that are scrolled at once. */
#define STEP 0.1
#define PAGE 0.9

typedef struct
{
  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
} KompassScrollablePrivate;

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (KompassScrollable, kompass_scrollable, GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (KompassScrollable)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static KompassScrollablePrivate *
get_private (KompassScrollable *self)
{
  return kompass_scrollable_get_instance_private (self);
}

static void
value_changed_cb (KompassScrollable *self)
{
  KOMPASS_SCROLLABLE_GET_CLASS (self)->scrolled (self);
}

static void
set_adjustment (KompassScrollable  *self,
                GtkAdjustment     **place,
                GtkAdjustment      *adjustment)
{
  g_autoptr (GtkAdjustment) given = adjustment != NULL ? g_object_ref (adjustment)
                                                       : g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));

  if (*place == given)
    return;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_data (*place, self);
  g_set_object (place, given);
  g_signal_connect_swapped (given, "value-changed", G_CALLBACK (value_changed_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
kompass_scrollable_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  KompassScrollablePrivate *private = get_private (KOMPASS_SCROLLABLE (object));

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, private->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, private->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, GTK_SCROLL_MINIMUM);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kompass_scrollable_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  KompassScrollable *self = KOMPASS_SCROLLABLE (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &get_private (self)->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &get_private (self)->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
clear_adjustment (KompassScrollable  *self,
                  GtkAdjustment     **place)
{
  if (*place != NULL)
    g_signal_handlers_disconnect_by_data (*place, self);
  g_clear_object (place);
}

static void
kompass_scrollable_dispose (GObject *object)
{
  KompassScrollable *self = KOMPASS_SCROLLABLE (object);

  clear_adjustment (self, &get_private (self)->hadjustment);
  clear_adjustment (self, &get_private (self)->vadjustment);

  G_OBJECT_CLASS (kompass_scrollable_parent_class)->dispose (object);
}

static void
kompass_scrollable_class_init (KompassScrollableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kompass_scrollable_get_property;
  object_class->set_property = kompass_scrollable_set_property;
  object_class->dispose = kompass_scrollable_dispose;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
kompass_scrollable_init (KompassScrollable *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  set_adjustment (self, &get_private (self)->hadjustment, NULL);
  set_adjustment (self, &get_private (self)->vadjustment, NULL);
}

/**
 * kompass_scrollable_get_value:
 * @self: a widget that scrolls
 *
 * Returns: how far down it is scrolled, in pixels
 */
double
kompass_scrollable_get_value (KompassScrollable *self)
{
  return gtk_adjustment_get_value (get_private (self)->vadjustment);
}

/**
 * kompass_scrollable_get_height:
 * @self: a widget that scrolls
 *
 * Returns: how much of it is seen, in pixels
 */
double
kompass_scrollable_get_height (KompassScrollable *self)
{
  return gtk_adjustment_get_page_size (get_private (self)->vadjustment);
}

/**
 * kompass_scrollable_scroll_to:
 * @self: a widget that scrolls
 * @value: what is to be at the top, in pixels; as far as there is
 */
void
kompass_scrollable_scroll_to (KompassScrollable *self,
                              double             value)
{
  gtk_adjustment_set_value (get_private (self)->vadjustment, value);
}

/**
 * kompass_scrollable_scroll_by:
 * @self: a widget that scrolls
 * @steps: how many steps of a key further down; negative for up
 * @pages: how many screens
 */
void
kompass_scrollable_scroll_by (KompassScrollable *self,
                              double             steps,
                              double             pages)
{
  GtkAdjustment *adjustment = get_private (self)->vadjustment;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) +
                                            steps * gtk_adjustment_get_step_increment (adjustment) +
                                            pages * gtk_adjustment_get_page_increment (adjustment));
}

/**
 * kompass_scrollable_set_sizes:
 * @self: a widget that scrolls
 * @value: what is to be at the top, in pixels; as far as there is
 * @total: the height of all of it
 * @width: its width
 * @height: how much of it is seen
 *
 * Tells what there is to scroll, while it is given its size.
 */
void
kompass_scrollable_set_sizes (KompassScrollable *self,
                              double             value,
                              double             total,
                              int                width,
                              int                height)
{
  KompassScrollablePrivate *private = get_private (self);

  total = MAX (total, height);
  gtk_adjustment_configure (private->vadjustment, CLAMP (value, 0, total - height), 0, total, height * STEP, height * PAGE,
                            height);
  gtk_adjustment_configure (private->hadjustment, 0, 0, width, width * STEP, width * PAGE, width);
}
