/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a report below each other, as wide as the view. Only those that are seen are drawn, once each. */
#include "kompass-page-view.h"

#include <glib/gi18n-lib.h>

#include "kompass-style.h"

/* In pixels */
#define MARGIN 12
#define GAP 12
#define LEAST_WIDTH 160
#define MAXIMUM_WIDTH 800

/* Where what is looked for is put, as a part of the height of the view. */
#define PLACE 0.08

/* Pages that are kept as they are drawn. */
#define N_KEPT 8

typedef struct
{
  guint page;
  GskRenderNode *node;
} Kept;

struct _KompassPageView
{
  GtkWidget parent_instance;

  KompassPages *pages;
  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  GQueue kept; /* of Kept, those drawn last first */
  double scale;
  guint current;
  char *wanted; /* what is to be seen as soon as its place is known */
  gboolean at_top;
  guint update_source;
  gboolean is_placed; /* the pages have the size of the view */
};

enum
{
  PROP_0,
  PROP_PAGE,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (KompassPageView, kompass_page_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* Where pages are */

static guint
get_n_pages (KompassPageView *self)
{
  return self->pages != NULL ? kompass_pages_get_n_pages (self->pages) : 0;
}

static double
get_page_height (KompassPageView *self)
{
  return self->pages != NULL ? kompass_pages_get_setup (self->pages)->height * self->scale : 0;
}

static double
get_page_width (KompassPageView *self)
{
  return self->pages != NULL ? kompass_pages_get_setup (self->pages)->width * self->scale : 0;
}

/* From the top of the first page's margin, in pixels. */
static double
get_page_top (KompassPageView *self,
              guint            page)
{
  return MARGIN + page * (get_page_height (self) + GAP);
}

static double
get_page_left (KompassPageView *self)
{
  return floor ((gtk_widget_get_width (GTK_WIDGET (self)) - get_page_width (self)) / 2);
}

static guint
find_page (KompassPageView *self,
           double           y)
{
  guint n_pages = get_n_pages (self);
  double page = (y - MARGIN) / (get_page_height (self) + GAP);

  return n_pages == 0 || page < 0 ? 0 : MIN ((guint) page, n_pages - 1);
}

/* The page that takes most of the view */
static void
update_current (KompassPageView *self)
{
  double y = gtk_adjustment_get_value (self->vadjustment) + gtk_adjustment_get_page_size (self->vadjustment) * 0.4;
  guint page = find_page (self, y);
  guint n_pages = get_n_pages (self);
  g_autofree char *name = n_pages > 0 ? g_strdup_printf (_("Preview, page %u of %u"), page + 1, n_pages) : g_strdup (_("Preview"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  self->current = page;
  g_object_notify (G_OBJECT (self), "page");
}

/* Sizes are not to change while they are given. */
static gboolean
update_current_cb (gpointer user_data)
{
  KompassPageView *self = user_data;

  self->update_source = 0;
  update_current (self);

  return G_SOURCE_REMOVE;
}

/* Drawing */

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  gsk_render_node_unref (kept->node);
  g_free (kept);
}

static void
forget_kept (KompassPageView *self)
{
  g_queue_clear_full (&self->kept, kept_free);
}

static GskRenderNode *
draw_page (KompassPageView *self,
           guint            page)
{
  double width = get_page_width (self);
  double height = get_page_height (self);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  cairo_t *cr;

  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, self->scale, self->scale);
  kompass_pages_draw (self->pages, page, cr, NULL);
  cairo_destroy (cr);

  return gtk_snapshot_free_to_node (snapshot);
}

static GskRenderNode *
get_node (KompassPageView *self,
          guint            page)
{
  Kept *kept = NULL;

  for (GList *l = self->kept.head; l != NULL; l = l->next)
    if (((Kept *) l->data)->page == page)
      {
        g_queue_unlink (&self->kept, l);
        g_queue_push_head_link (&self->kept, l);
        return ((Kept *) l->data)->node;
      }
  kept = g_new0 (Kept, 1);
  kept->page = page;
  kept->node = draw_page (self, page);
  g_queue_push_head (&self->kept, kept);
  if (self->kept.length > N_KEPT)
    kept_free (g_queue_pop_tail (&self->kept));

  return kept->node;
}

static void
snapshot_page (KompassPageView *self,
               GtkSnapshot     *snapshot,
               guint            page,
               double           y)
{
  GskRoundedRect outline;
  const GdkRGBA color = { 0, 0, 0, 0.25f };
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) get_page_left (self), (float) y, (float) get_page_width (self),
                                               (float) get_page_height (self));

  gsk_rounded_rect_init_from_rect (&outline, &bounds, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &color, 0, 1, 0, 3);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &bounds.origin);
  gtk_snapshot_append_node (snapshot, get_node (self, page));
  gtk_snapshot_restore (snapshot);
}

static void
kompass_page_view_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  KompassPageView *self = KOMPASS_PAGE_VIEW (widget);
  double value = floor (gtk_adjustment_get_value (self->vadjustment));
  guint n_pages = get_n_pages (self);

  for (guint page = find_page (self, value); page < n_pages; page++)
    {
      double y = floor (get_page_top (self, page)) - value;

      if (y > gtk_widget_get_height (widget))
        break;
      snapshot_page (self, snapshot, page, y);
    }
}

static void
show_anchor (KompassPageView *self,
             const char      *anchor,
             gboolean         at_top)
{
  double value = gtk_adjustment_get_value (self->vadjustment);
  double height = gtk_adjustment_get_page_size (self->vadjustment);
  guint page;
  double y;

  if (!kompass_pages_find_anchor (self->pages, anchor, &page, &y))
    return;
  y = get_page_top (self, page) + y * self->scale;
  if (at_top || y < value || y > value + height * 0.9)
    gtk_adjustment_set_value (self->vadjustment, y - height * PLACE);
}

/* Sizes */

static void
kompass_page_view_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = *natural = LEAST_WIDTH;
}

static void
kompass_page_view_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  KompassPageView *self = KOMPASS_PAGE_VIEW (widget);
  double place = self->scale > 0 ? (gtk_adjustment_get_value (self->vadjustment) - MARGIN) / (get_page_height (self) + GAP) : 0;
  double scale = self->pages != NULL ? MIN (MAX (width - 2 * MARGIN, 1), MAXIMUM_WIDTH * kompass_style_get_text_scale ()) /
                                           kompass_pages_get_setup (self->pages)->width
                                     : 0;
  double total, value;

  if (scale != self->scale)
    {
      forget_kept (self);
      self->scale = scale;
      value = place > 0 ? MARGIN + place * (get_page_height (self) + GAP) : 0;
    }
  else
    value = gtk_adjustment_get_value (self->vadjustment);
  total = MAX (get_page_top (self, get_n_pages (self)) - GAP + MARGIN, height);
  gtk_adjustment_configure (self->vadjustment, CLAMP (value, 0, total - height), 0, total, height * 0.1, height * 0.9, height);
  gtk_adjustment_configure (self->hadjustment, 0, 0, width, width * 0.1, width * 0.9, width);
  self->is_placed = self->pages != NULL;
  if (self->wanted != NULL && self->is_placed)
    show_anchor (self, self->wanted, self->at_top);
  g_clear_pointer (&self->wanted, g_free);
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, update_current_cb, self, NULL);
}

static void
value_changed_cb (KompassPageView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, update_current_cb, self, NULL);
}

/* Pointer and keys */

static void
pressed_cb (KompassPageView *self,
            int              n_press,
            double           x,
            double           y)
{
  guint page;
  double page_y;
  const char *anchor;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (get_n_pages (self) == 0 || self->scale <= 0)
    return;
  y += gtk_adjustment_get_value (self->vadjustment);
  page = find_page (self, y);
  page_y = (y - get_page_top (self, page)) / self->scale;
  anchor = kompass_pages_get_anchor (self->pages, page, page_y);
  if (anchor != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, anchor);
}

static gboolean
scroll (KompassPageView *self,
        double           distance)
{
  gtk_adjustment_set_value (self->vadjustment, gtk_adjustment_get_value (self->vadjustment) + distance);

  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                KompassPageView       *self)
{
  double line = gtk_adjustment_get_step_increment (self->vadjustment);
  double screen = gtk_adjustment_get_page_increment (self->vadjustment);
  const char *anchor;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return scroll (self, -line);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return scroll (self, line);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return scroll (self, -screen);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
    case GDK_KEY_space:
      return scroll (self, screen);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      kompass_page_view_go_to_page (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      kompass_page_view_go_to_page (self, G_MAXUINT);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      anchor = get_n_pages (self) > 0 ? kompass_pages_get_chapter (self->pages, self->current) : NULL;
      if (anchor != NULL)
        g_signal_emit (self, signals[ACTIVATED], 0, anchor);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Class functions */

static void
set_adjustment (KompassPageView  *self,
                GtkAdjustment   **place,
                GtkAdjustment    *adjustment)
{
  g_autoptr (GtkAdjustment) given = adjustment != NULL ? g_object_ref (adjustment)
                                                       : g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));

  if (*place == given)
    return;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_data (*place, self);
  g_set_object (place, given);
  if (place == &self->vadjustment)
    g_signal_connect_swapped (given, "value-changed", G_CALLBACK (value_changed_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
kompass_page_view_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  KompassPageView *self = KOMPASS_PAGE_VIEW (object);

  switch (id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, self->current);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
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
kompass_page_view_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  KompassPageView *self = KOMPASS_PAGE_VIEW (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kompass_page_view_dispose (GObject *object)
{
  KompassPageView *self = KOMPASS_PAGE_VIEW (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  forget_kept (self);
  if (self->vadjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->vadjustment, self);
  g_clear_object (&self->vadjustment);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->pages);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (kompass_page_view_parent_class)->dispose (object);
}

static void
kompass_page_view_class_init (KompassPageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = kompass_page_view_get_property;
  object_class->set_property = kompass_page_view_set_property;
  object_class->dispose = kompass_page_view_dispose;
  widget_class->measure = kompass_page_view_measure;
  widget_class->size_allocate = kompass_page_view_size_allocate;
  widget_class->snapshot = kompass_page_view_snapshot;

  /**
   * KompassPageView:page:
   *
   * The page that is looked at, from 0. It is told of whenever it may be another.
   */
  g_object_class_install_property (object_class, PROP_PAGE,
                                   g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  /**
   * KompassPageView::activated:
   * @anchor: what stands on the page there
   *
   * A place on a page has been clicked.
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "pageview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
kompass_page_view_init (KompassPageView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_name (keys, "page-view-keys");
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  set_adjustment (self, &self->hadjustment, NULL);
  set_adjustment (self, &self->vadjustment, NULL);
}

/**
 * kompass_page_view_new:
 *
 * Returns: (transfer floating): a view without pages, for a #GtkScrolledWindow
 */
GtkWidget *
kompass_page_view_new (void)
{
  return g_object_new (KOMPASS_TYPE_PAGE_VIEW, NULL);
}

/**
 * kompass_page_view_set_pages:
 * @self: a view
 * @pages: (nullable): what it shows
 */
void
kompass_page_view_set_pages (KompassPageView *self,
                             KompassPages    *pages)
{
  g_set_object (&self->pages, pages);
  kompass_page_view_pages_changed (self);
}

/**
 * kompass_page_view_pages_changed:
 * @self: a view
 *
 * Its pages show another document.
 */
void
kompass_page_view_pages_changed (KompassPageView *self)
{
  forget_kept (self);
  self->is_placed = FALSE;
  /* With what scrolls: it may need a scrollbar now. */
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * kompass_page_view_show_anchor:
 * @self: a view
 * @anchor: of a chapter, block or row
 * @at_top: whether it is to be at the top, or only to be seen
 *
 * Scrolls to what stands in the report, now or when its place is known.
 */
void
kompass_page_view_show_anchor (KompassPageView *self,
                               const char      *anchor,
                               gboolean         at_top)
{
  if (self->is_placed)
    {
      show_anchor (self, anchor, at_top);
      return;
    }
  g_free (self->wanted);
  self->wanted = g_strdup (anchor);
  self->at_top = at_top;
}

guint
kompass_page_view_get_n_pages (KompassPageView *self)
{
  return get_n_pages (self);
}

guint
kompass_page_view_get_page (KompassPageView *self)
{
  if (self->update_source != 0)
    {
      g_clear_handle_id (&self->update_source, g_source_remove);
      update_current (self);
    }

  return self->current;
}

/**
 * kompass_page_view_go_to_page:
 * @self: a view
 * @page: a page, from 0; beyond the last, the last
 *
 * Scrolls to the top of a page.
 */
void
kompass_page_view_go_to_page (KompassPageView *self,
                              guint            page)
{
  guint n_pages = get_n_pages (self);

  if (n_pages > 0)
    gtk_adjustment_set_value (self->vadjustment, get_page_top (self, MIN (page, n_pages - 1)) - MARGIN);
}
