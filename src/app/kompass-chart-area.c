/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart on screen: drawn by the chart layer, walked by pointer and keyboard. */
#include "kompass-chart-area.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "kompass-radar-chart.h"
#include "kompass-style.h"

#define NO_MARK G_MAXUINT
#define RING_RADIUS 8
#define RADAR_ASPECT 0.92

struct _KompassChartArea
{
  GtkWidget parent_instance;

  KompassChart *chart;
  GArray *marks; /* of KompassChartMark, for the size the widget has; NULL until somebody points at the chart */
  guint current; /* the mark pointed at, or NO_MARK */
  char *current_text;
};

enum
{
  PROP_0,
  PROP_CURRENT_TEXT,
  N_PROPS,
};

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassChartArea, kompass_chart_area, GTK_TYPE_WIDGET)

/* The font of the widget, which follows the desktop's text size, in the unit of the drawing: pixels on screen. */
static char *
describe_font (KompassChartArea *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (context));
  double resolution = pango_cairo_context_get_resolution (context);
  char *text;

  if (!pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_size (font, (int) (pango_font_description_get_size (font) *
                                                  (resolution > 0 ? resolution : 96) / 72));
  else
    pango_font_description_set_size (font, pango_font_description_get_size (font));
  text = pango_font_description_to_string (font);
  pango_font_description_free (font);

  return text;
}

static KompassChartStyle
get_style (const char *font)
{
  return (KompassChartStyle) {
    .scheme = kompass_style_get_chart_scheme (),
    .transparent = TRUE,
    .compact = TRUE,
    .font = font,
  };
}

/* To find the marks is as much work as to draw the chart, and few charts are pointed at before they change again. */
static void
find_marks (KompassChartArea *self)
{
  g_autofree char *font = NULL;
  KompassChartStyle style;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->marks != NULL || self->chart == NULL || width <= 0 || height <= 0)
    return;
  font = describe_font (self);
  style = get_style (font);
  self->marks = kompass_chart_get_marks (self->chart, width, height, &style);
}

static void
forget_marks (KompassChartArea *self)
{
  g_clear_pointer (&self->marks, g_array_unref);
}

static const KompassChartMark *
get_mark (KompassChartArea *self,
          guint             index)
{
  if (index == NO_MARK)
    return NULL;
  find_marks (self);

  return self->marks != NULL && index < self->marks->len ? &g_array_index (self->marks, KompassChartMark, index) : NULL;
}

/* Names may say where they can be broken; that is not for reading aloud. */
static char *
strip_hyphens (const char *name)
{
  g_autoptr (GString) text = g_string_new (name);

  g_string_replace (text, "\u00ad", "", 0);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_mark (KompassChartArea       *self,
               const KompassChartMark *mark)
{
  const KompassChartValue *value = kompass_chart_get_value (self->chart, mark->series, mark->category);
  g_autofree char *category = strip_hyphens (kompass_chart_get_category (self->chart, mark->category));

  /* Translators: the mark of a chart that is pointed at: series, area or question, value */
  return g_strdup_printf (_("%s, %s: %s"), kompass_chart_get_series_name (self->chart, mark->series), category,
                          value->label != NULL ? value->label : _("not known"));
}

static void
update_accessible (KompassChartArea *self)
{
  const char *description = self->chart != NULL ? kompass_chart_get_description (self->chart) : NULL;
  const char *title = self->chart != NULL ? kompass_chart_get_title (self->chart) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->current_text != NULL ? self->current_text
                                  : title != NULL            ? title
                                                             : _("Chart"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description != NULL ? description : "", -1);
}

static void
set_current (KompassChartArea *self,
             guint             index)
{
  const KompassChartMark *mark = get_mark (self, index);

  if (self->current == index)
    return;
  self->current = mark != NULL ? index : NO_MARK;
  g_clear_pointer (&self->current_text, g_free);
  if (mark != NULL)
    self->current_text = describe_mark (self, mark);
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT_TEXT]);
}

/* Pointer */

static guint
find_mark (KompassChartArea *self,
           double            x,
           double            y)
{
  double nearest = G_MAXDOUBLE;
  guint found = NO_MARK;

  find_marks (self);
  for (guint i = 0; self->marks != NULL && i < self->marks->len; i++)
    {
      const KompassChartMark *mark = &g_array_index (self->marks, KompassChartMark, i);
      double distance = hypot (x - mark->x, y - mark->y);

      if (x < mark->bounds[0] || x > mark->bounds[0] + mark->bounds[2] || y < mark->bounds[1] ||
          y > mark->bounds[1] + mark->bounds[3] || distance >= nearest)
        continue;
      nearest = distance;
      found = i;
    }

  return found;
}

static void
motion_cb (KompassChartArea *self,
           double            x,
           double            y)
{
  set_current (self, find_mark (self, x, y));
}

static void
leave_cb (KompassChartArea *self)
{
  set_current (self, NO_MARK);
}

static void
activate_current (KompassChartArea *self)
{
  const KompassChartMark *mark = get_mark (self, self->current);

  if (mark != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, mark->series, mark->category);
}

static void
released_cb (KompassChartArea *self,
             int               n_press,
             double            x,
             double            y)
{
  set_current (self, find_mark (self, x, y));
  activate_current (self);
}

/* Keyboard: left and right along the categories, up and down through the series. */

static gboolean
walk (KompassChartArea *self,
      int               categories,
      int               series)
{
  int n_categories = self->chart != NULL ? (int) kompass_chart_get_n_categories (self->chart) : 0;
  int n_series = self->chart != NULL ? (int) kompass_chart_get_n_series (self->chart) : 0;
  const KompassChartMark *mark = get_mark (self, self->current);
  int category, row;

  if (n_categories == 0 || n_series == 0)
    return FALSE;
  if (mark == NULL)
    {
      set_current (self, 0);
      return TRUE;
    }
  category = ((int) mark->category + categories + n_categories) % n_categories;
  row = ((int) mark->series + series + n_series) % n_series;
  set_current (self, (guint) (row * n_categories + category));

  return TRUE;
}

static gboolean
key_pressed_cb (KompassChartArea *self,
                guint             keyval,
                guint             keycode,
                GdkModifierType   modifiers)
{
  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK))
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return walk (self, 1, 0);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return walk (self, -1, 0);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return walk (self, 0, 1);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return walk (self, 0, -1);
    case GDK_KEY_Escape:
      if (self->current == NO_MARK)
        return FALSE;
      set_current (self, NO_MARK);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      activate_current (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
query_tooltip_cb (KompassChartArea *self,
                  int               x,
                  int               y,
                  gboolean          keyboard,
                  GtkTooltip       *tooltip)
{
  const KompassChartMark *mark = get_mark (self, self->current);

  if (mark == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->current_text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { (int) mark->x - RING_RADIUS, (int) mark->y - RING_RADIUS,
                                                       2 * RING_RADIUS, 2 * RING_RADIUS });

  return TRUE;
}

/* Drawing */

static void
draw_ring (KompassChartArea *self,
           GtkSnapshot      *snapshot)
{
  const KompassChartMark *mark = get_mark (self, self->current);
  float widths[4] = { 2, 2, 2, 2 };
  GskRoundedRect outline;
  GdkRGBA ink;
  GdkRGBA colors[4];

  if (mark == NULL)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &ink);
  for (guint i = 0; i < 4; i++)
    colors[i] = ink;
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT ((float) mark->x - RING_RADIUS, (float) mark->y - RING_RADIUS,
                                                        2 * RING_RADIUS, 2 * RING_RADIUS),
                                   RING_RADIUS);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}

static void
kompass_chart_area_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  KompassChartArea *self = KOMPASS_CHART_AREA (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  g_autofree char *font = NULL;
  KompassChartStyle style;
  cairo_t *cr;

  if (self->chart == NULL || width <= 0 || height <= 0)
    return;
  font = describe_font (self);
  style = get_style (font);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  kompass_chart_draw (self->chart, cr, width, height, &style);
  cairo_destroy (cr);
  draw_ring (self, snapshot);
}

static void
kompass_chart_area_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  forget_marks (KOMPASS_CHART_AREA (widget));
}

static void
kompass_chart_area_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  KompassChartArea *self = KOMPASS_CHART_AREA (widget);
  g_autofree char *font = NULL;
  KompassChartStyle style;

  *minimum = 240;
  *natural = 360;
  if (orientation == GTK_ORIENTATION_HORIZONTAL || self->chart == NULL)
    return;
  font = describe_font (self);
  style = get_style (font);
  *natural = (int) ceil (kompass_chart_get_natural_height (self->chart, for_size > 0 ? for_size : 360, &style));
  /* A radar in a narrow pane is as wide as it can be; more height would be empty. */
  if (KOMPASS_IS_RADAR_CHART (self->chart) && for_size > 0)
    *natural = MIN (*natural, (int) (for_size * RADAR_ASPECT));
  *minimum = *natural = MAX (*natural, *minimum);
}

static GtkSizeRequestMode
kompass_chart_area_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
style_changed_cb (KompassChartArea *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
kompass_chart_area_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  KompassChartArea *self = KOMPASS_CHART_AREA (object);

  switch (id)
    {
    case PROP_CURRENT_TEXT:
      g_value_set_string (value, self->current_text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kompass_chart_area_finalize (GObject *object)
{
  KompassChartArea *self = KOMPASS_CHART_AREA (object);

  g_clear_object (&self->chart);
  g_clear_pointer (&self->marks, g_array_unref);
  g_free (self->current_text);

  G_OBJECT_CLASS (kompass_chart_area_parent_class)->finalize (object);
}

static void
kompass_chart_area_class_init (KompassChartAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = kompass_chart_area_get_property;
  object_class->finalize = kompass_chart_area_finalize;
  widget_class->snapshot = kompass_chart_area_snapshot;
  widget_class->measure = kompass_chart_area_measure;
  widget_class->get_request_mode = kompass_chart_area_get_request_mode;
  widget_class->size_allocate = kompass_chart_area_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "chartarea");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);

  /**
   * KompassChartArea:current-text:
   *
   * What the mark pointed at, by pointer or keyboard, shows; %NULL where there is none.
   */
  properties[PROP_CURRENT_TEXT] = g_param_spec_string ("current-text", NULL, NULL, NULL,
                                                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * KompassChartArea::activated:
   * @series: index of a series
   * @category: index of a category
   *
   * A mark was clicked, or Enter pressed on it.
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
kompass_chart_area_init (KompassChartArea *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->current = NO_MARK;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_event_controller_set_name (keys, "chart-keys");
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  update_accessible (self);
}

/* Whether the mark that is pointed at stands for the same figure in another chart. */
static gboolean
is_same_mark (KompassChartArea *self,
              KompassChart     *chart)
{
  const KompassChartMark *mark = get_mark (self, self->current);

  return mark != NULL && chart != NULL && G_OBJECT_TYPE (chart) == G_OBJECT_TYPE (self->chart) &&
         mark->series < kompass_chart_get_n_series (chart) && mark->category < kompass_chart_get_n_categories (chart) &&
         g_strcmp0 (kompass_chart_get_series_name (self->chart, mark->series),
                    kompass_chart_get_series_name (chart, mark->series)) == 0 &&
         g_strcmp0 (kompass_chart_get_category (self->chart, mark->category),
                    kompass_chart_get_category (chart, mark->category)) == 0;
}

/**
 * kompass_chart_area_set_chart:
 * @self: a chart area
 * @chart: (nullable): the chart to show
 *
 * Where the mark that is pointed at stands for the same figure in @chart, it stays, so that a walk can go on while figures
 * change.
 */
void
kompass_chart_area_set_chart (KompassChartArea *self,
                              KompassChart     *chart)
{
  guint current = is_same_mark (self, chart) ? self->current : NO_MARK;

  g_set_object (&self->chart, chart);
  self->current = NO_MARK;
  g_clear_pointer (&self->current_text, g_free);
  forget_marks (self);
  set_current (self, current);
  update_accessible (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT_TEXT]);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * kompass_chart_area_get_chart:
 * @self: a chart area
 *
 * Returns: (transfer none) (nullable): the chart it shows
 */
KompassChart *
kompass_chart_area_get_chart (KompassChartArea *self)
{
  return self->chart;
}
