/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib-object.h>

G_BEGIN_DECLS

/**
 * KOMPASS_CHART_MAX_SERIES:
 *
 * The most series a radar or bars can carry and still be read. A kind of chart that can carry more says so in its class.
 */
#define KOMPASS_CHART_MAX_SERIES 4

/**
 * KompassChartScheme:
 * @KOMPASS_CHART_LIGHT: dark marks on white, for paper and light screens
 * @KOMPASS_CHART_DARK: light marks on a dark ground
 * @KOMPASS_CHART_HIGH_CONTRAST_LIGHT: as light, every mark and text at least 7:1
 * @KOMPASS_CHART_HIGH_CONTRAST_DARK: as dark, every mark and text at least 7:1
 */
typedef enum
{
  KOMPASS_CHART_LIGHT,
  KOMPASS_CHART_DARK,
  KOMPASS_CHART_HIGH_CONTRAST_LIGHT,
  KOMPASS_CHART_HIGH_CONTRAST_DARK,
} KompassChartScheme;

/**
 * KompassChartStyle:
 * @scheme: which palette
 * @greyscale: draw every colour as the grey it prints as
 * @transparent: leave the ground unpainted (on screen, over the window's own)
 * @compact: leave title, subtitle and footnote out (the window shows them itself)
 * @font: (nullable): a Pango font description such as "Cantarell 11", or %NULL for "Sans 10";
 *   every text of the chart scales with its size
 *
 * How a chart is drawn, apart from what it shows.
 */
typedef struct
{
  KompassChartScheme scheme;
  gboolean greyscale;
  gboolean transparent;
  gboolean compact;
  const char *font;
} KompassChartStyle;

/**
 * KompassChartValue:
 * @value: the value in the unit of the axis, or NAN where it is unknown
 * @maximum: the full length of the value's axis in the same unit (100 for percent)
 * @label: (nullable): the value as text, formatted by the caller; %NULL where unknown
 * @partial: the value speaks for a part of its category only, such as an area that is half scored; its mark is half full
 */
typedef struct
{
  double value;
  double maximum;
  const char *label;
  gboolean partial;
} KompassChartValue;

/**
 * KompassChartMark:
 * @series: index of the series
 * @category: index of the category
 * @x: centre of the mark, in points from the left of the drawing
 * @y: centre of the mark, in points from the top of the drawing
 * @bounds: the area that belongs to the mark for a pointer: x, y, width, height in points
 * @known: %FALSE where the value is unknown and the mark is hollow at the axis
 */
typedef struct
{
  guint series;
  guint category;
  double x;
  double y;
  double bounds[4];
  gboolean known;
} KompassChartMark;

typedef enum
{
  KOMPASS_CHART_ERROR_FORMAT,
  KOMPASS_CHART_ERROR_TOO_MANY_SERIES,
  KOMPASS_CHART_ERROR_WRITE,
  KOMPASS_CHART_ERROR_SIZE,
} KompassChartError;

#define KOMPASS_CHART_ERROR (kompass_chart_error_quark ())
GQuark kompass_chart_error_quark (void);

#define KOMPASS_TYPE_CHART (kompass_chart_get_type ())
G_DECLARE_DERIVABLE_TYPE (KompassChart, kompass_chart, KOMPASS, CHART, GObject)

struct _KompassChartClass
{
  GObjectClass parent_class;

  /* The most series that can be told apart; %KOMPASS_CHART_MAX_SERIES where a kind does not say otherwise. */
  guint max_series;

  /* Draws the plot into the rectangle that title and footnote leave, or with a NULL @cr only measures;
   * appends one KompassChartMark per value to @marks where it is not NULL. */
  void (*plot) (KompassChart            *self,
                cairo_t                 *cr,
                double                   x,
                double                   y,
                double                   width,
                double                   height,
                const KompassChartStyle *style,
                GArray                  *marks);

  /* The heights of a plot of @width that names all its marks: the least, with the smallest texts, and the one at
   * which no text shrinks. Either may be NULL. */
  void (*measure) (KompassChart            *self,
                   double                   width,
                   const KompassChartStyle *style,
                   double                  *minimum,
                   double                  *natural);
};

void        kompass_chart_set_title       (KompassChart *self, const char *title);
const char *kompass_chart_get_title       (KompassChart *self);
void        kompass_chart_set_subtitle    (KompassChart *self, const char *subtitle);
const char *kompass_chart_get_subtitle    (KompassChart *self);
void        kompass_chart_set_footnote    (KompassChart *self, const char *footnote);
const char *kompass_chart_get_footnote    (KompassChart *self);
void        kompass_chart_set_description (KompassChart *self, const char *sentence);
const char *kompass_chart_get_description (KompassChart *self);
void        kompass_chart_set_categories  (KompassChart *self, const char * const *labels);
guint       kompass_chart_get_n_categories (KompassChart *self);
const char *kompass_chart_get_category    (KompassChart *self, guint category);
gboolean    kompass_chart_add_series      (KompassChart            *self,
                                           const char              *name,
                                           const KompassChartValue *values,
                                           GError                 **error);
guint       kompass_chart_get_n_series    (KompassChart *self);
const char *kompass_chart_get_series_name (KompassChart *self, guint series);
void        kompass_chart_set_series_mapped (KompassChart *self, guint series, gboolean mapped);
gboolean    kompass_chart_get_series_mapped (KompassChart *self, guint series);
const KompassChartValue *
            kompass_chart_get_value       (KompassChart *self, guint series, guint category);

double      kompass_chart_get_natural_height (KompassChart            *self,
                                              double                   width,
                                              const KompassChartStyle *style);
void        kompass_chart_draw            (KompassChart            *self,
                                           cairo_t                 *cr,
                                           double                   width,
                                           double                   height,
                                           const KompassChartStyle *style);
GArray     *kompass_chart_get_marks       (KompassChart            *self,
                                           double                   width,
                                           double                   height,
                                           const KompassChartStyle *style);
gboolean    kompass_chart_save            (KompassChart            *self,
                                           const char              *path,
                                           double                   width,
                                           double                   height,
                                           const KompassChartStyle *style,
                                           GError                 **error);

G_END_DECLS
