/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a report below each other, as wide as the view. Only those that are seen are drawn, once each. */
#include "kompass-page-view.h"

#include <glib/gi18n-lib.h>

#include "kompass-page-cache.h"
#include "kompass-style.h"

/* In pixels */
#define MARGIN 12
#define GAP 12
#define LEAST_WIDTH 160
#define MAXIMUM_WIDTH 800

/* Where what is looked for is put, as a part of the height of the view. */
#define PLACE 0.08

/* What is only to be seen stands this much, in pixels, from the edges of the view, and within this part of its height where its
 * page is shown from the top. */
#define AROUND 12
#define READ 0.85

struct _KompassPageView
{
  KompassScrollable parent_instance;

  KompassPages *pages;
  KompassPageCache *cache;
  double scale;
  guint current;
  KompassPagesPlace wanted; /* what is to be seen as soon as the pages have their size */
  gboolean has_wanted;
  gboolean at_top;
  guint update_source;
  gboolean is_placed; /* the pages have the size of the view */
};

enum
{
  PROP_0,
  PROP_PAGE,
};

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassPageView, kompass_page_view, KOMPASS_TYPE_SCROLLABLE)

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
  double y = kompass_scrollable_get_value (KOMPASS_SCROLLABLE (self)) + kompass_scrollable_get_height (KOMPASS_SCROLLABLE (self)) * 0.4;
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
  gtk_snapshot_append_node (snapshot, kompass_page_cache_get (self->cache, self->pages, page, self->scale));
  gtk_snapshot_restore (snapshot);
}

static void
kompass_page_view_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  KompassPageView *self = KOMPASS_PAGE_VIEW (widget);
  double value = floor (kompass_scrollable_get_value (KOMPASS_SCROLLABLE (self)));
  guint n_pages = get_n_pages (self);

  for (guint page = find_page (self, value); page < n_pages; page++)
    {
      double y = floor (get_page_top (self, page)) - value;

      if (y > gtk_widget_get_height (widget))
        break;
      snapshot_page (self, snapshot, page, y);
    }
}

/* What is seen already stays where it is. Otherwise its page is turned to, as far as it is seen there. */
static void
reveal (KompassPageView         *self,
        const KompassPagesPlace *place)
{
  double value = kompass_scrollable_get_value (KOMPASS_SCROLLABLE (self));
  double height = kompass_scrollable_get_height (KOMPASS_SCROLLABLE (self));
  double page = get_page_top (self, place->page) - MARGIN;
  double top = kompass_page_view_get_y (self, place);
  double bottom = top + place->height * self->scale;

  if (top >= value + AROUND && bottom <= value + height - AROUND)
    return;
  kompass_scrollable_scroll_to (KOMPASS_SCROLLABLE (self), bottom - page <= height * READ ? page : (top + bottom - height) / 2);
}

static void
show_place (KompassPageView         *self,
            const KompassPagesPlace *place,
            gboolean                 at_top)
{
  double height = kompass_scrollable_get_height (KOMPASS_SCROLLABLE (self));

  if (at_top)
    kompass_scrollable_scroll_to (KOMPASS_SCROLLABLE (self), kompass_page_view_get_y (self, place) - height * PLACE);
  else
    reveal (self, place);
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
  double value = kompass_scrollable_get_value (KOMPASS_SCROLLABLE (self));
  double place = self->scale > 0 ? (value - MARGIN) / (get_page_height (self) + GAP) : 0;
  double scale = self->pages != NULL ? MIN (MAX (width - 2 * MARGIN, 1), MAXIMUM_WIDTH * kompass_style_get_text_scale ()) /
                                           kompass_pages_get_setup (self->pages)->width
                                     : 0;

  if (scale != self->scale)
    {
      kompass_page_cache_forget (self->cache);
      self->scale = scale;
      value = place > 0 ? MARGIN + place * (get_page_height (self) + GAP) : 0;
    }
  kompass_scrollable_set_sizes (KOMPASS_SCROLLABLE (self), value, get_page_top (self, get_n_pages (self)) - GAP + MARGIN, width, height);
  self->is_placed = self->pages != NULL;
  if (self->has_wanted && self->is_placed)
    show_place (self, &self->wanted, self->at_top);
  self->has_wanted = FALSE;
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, update_current_cb, self, NULL);
}

static void
kompass_page_view_scrolled (KompassScrollable *scrollable)
{
  KompassPageView *self = KOMPASS_PAGE_VIEW (scrollable);

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
  y += kompass_scrollable_get_value (KOMPASS_SCROLLABLE (self));
  page = find_page (self, y);
  page_y = (y - get_page_top (self, page)) / self->scale;
  anchor = kompass_pages_get_anchor (self->pages, page, page_y);
  if (anchor != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, anchor, kompass_pages_find_paragraph (self->pages, page, page_y));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                KompassPageView       *self)
{
  const char *anchor;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      kompass_scrollable_scroll_by (KOMPASS_SCROLLABLE (self), -1, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      kompass_scrollable_scroll_by (KOMPASS_SCROLLABLE (self), 1, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      kompass_scrollable_scroll_by (KOMPASS_SCROLLABLE (self), 0, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
    case GDK_KEY_space:
      kompass_scrollable_scroll_by (KOMPASS_SCROLLABLE (self), 0, 1);
      return GDK_EVENT_STOP;
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
        g_signal_emit (self, signals[ACTIVATED], 0, anchor, -1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Class functions */

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
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kompass_page_view_dispose (GObject *object)
{
  KompassPageView *self = KOMPASS_PAGE_VIEW (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_pointer (&self->cache, kompass_page_cache_free);
  g_clear_object (&self->pages);

  G_OBJECT_CLASS (kompass_page_view_parent_class)->dispose (object);
}

static void
kompass_page_view_class_init (KompassPageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = kompass_page_view_get_property;
  object_class->dispose = kompass_page_view_dispose;
  KOMPASS_SCROLLABLE_CLASS (klass)->scrolled = kompass_page_view_scrolled;
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

  /**
   * KompassPageView::activated:
   * @anchor: what stands on the page there
   * @paragraph: which paragraph of its section's text, or -1
   *
   * A place on a page has been clicked.
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "pageview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
kompass_page_view_init (KompassPageView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->cache = kompass_page_cache_new ();
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_name (keys, "page-view-keys");
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
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

KompassPages *
kompass_page_view_get_pages (KompassPageView *self)
{
  return self->pages;
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
  kompass_page_cache_forget (self->cache);
  self->is_placed = FALSE;
  /* With what scrolls: it may need a scrollbar now. */
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * kompass_page_view_show_place:
 * @self: a view
 * @place: a place on its pages
 * @at_top: whether it is to be at the top, or only to be seen
 *
 * Scrolls there, now or when the pages have their size.
 */
void
kompass_page_view_show_place (KompassPageView         *self,
                              const KompassPagesPlace *place,
                              gboolean                 at_top)
{
  if (self->is_placed)
    {
      show_place (self, place, at_top);
      return;
    }
  self->wanted = *place;
  self->has_wanted = TRUE;
  self->at_top = at_top;
}

/**
 * kompass_page_view_get_y:
 * @self: a view
 * @place: a place on its pages
 *
 * Returns: how far that is from the top of all pages, in pixels
 */
double
kompass_page_view_get_y (KompassPageView         *self,
                         const KompassPagesPlace *place)
{
  return get_page_top (self, place->page) + place->y * self->scale;
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
    kompass_scrollable_scroll_to (KOMPASS_SCROLLABLE (self), get_page_top (self, MIN (page, n_pages - 1)) - MARGIN);
}
