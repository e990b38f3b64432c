/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart: categories, series of values, the texts around them, and the one way they are drawn, measured and saved.
 * What the plot itself looks like is up to the kinds of chart, see the plot and measure functions of the class. */

#include "kompass-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "kompass-chart-file.h"
#include "kompass-chart-frame.h"
#include "kompass-chart-palette.h"

typedef struct
{
  char *name;
  KompassChartValue *values;
  GPtrArray *labels;        /* char *, what the labels of values point to */
  gboolean mapped;
} Series;

typedef struct
{
  char *texts[KOMPASS_CHART_N_TEXTS];
  char *description;
  GPtrArray *categories;    /* char * */
  GPtrArray *series;        /* Series */
} KompassChartPrivate;

static const KompassChartStyle plain_style = { KOMPASS_CHART_LIGHT, FALSE, FALSE, FALSE, NULL };

G_DEFINE_QUARK (kompass-chart-error-quark, kompass_chart_error)

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KompassChart, kompass_chart, G_TYPE_OBJECT)

static void
free_series (gpointer data)
{
  Series *self = data;

  g_free (self->name);
  g_free (self->values);
  g_ptr_array_unref (self->labels);
  g_free (self);
}

/* Labels are one paragraph: where they break is decided by their room. */
static char *
copy_label (const char *label)
{
  return label != NULL ? g_strdelimit (g_strdup (label), "\t\n\v\f\r", ' ') : NULL;
}

static const KompassChartPrivate *
get_private (KompassChart *self)
{
  return kompass_chart_get_instance_private (self);
}

static void
set_text (char      **field,
          const char *text)
{
  g_autofree char *old = *field;

  *field = g_strdup (text);
}

/* Draws, or with a NULL @cr only fills @marks. */
static void
lay_out (KompassChart            *self,
         cairo_t                 *cr,
         double                   width,
         double                   height,
         const KompassChartStyle *style,
         GArray                  *marks)
{
  g_auto (KompassChartFrame) frame = { 0 };
  KompassChartStyle plot_style = *style;

  kompass_chart_frame_fit (&frame, self, width, height, style);
  plot_style.font = frame.font;
  if (cr != NULL)
    kompass_chart_frame_draw (&frame, cr, height, style);
  if (get_private (self)->categories->len > 0)
    KOMPASS_CHART_GET_CLASS (self)->plot (self, cr, frame.margin, frame.margin + frame.head,
                                          MAX (width - 2 * frame.margin, 0),
                                          MAX (kompass_chart_frame_get_room (&frame, height), 0), &plot_style, marks);
}

static gboolean
refuse_series (KompassChart  *self,
               const char    *name,
               GError       **error)
{
  guint most = KOMPASS_CHART_GET_CLASS (self)->max_series;

  if (name == NULL)
    name = "";
  if (most < KOMPASS_CHART_MOST_SERIES)
    g_set_error (error, KOMPASS_CHART_ERROR, KOMPASS_CHART_ERROR_TOO_MANY_SERIES,
                 /* Translators: %s is the name of a municipality's round or of a reference group, %u are numbers. */
                 _("“%s” does not fit: this chart can be read with at most %u series. "
                   "Compare with fewer, or choose the dot plot, which takes %u."), name, most, KOMPASS_CHART_MOST_SERIES);
  else
    g_set_error (error, KOMPASS_CHART_ERROR, KOMPASS_CHART_ERROR_TOO_MANY_SERIES,
                 _("“%s” does not fit: this chart can be read with at most %u series. "
                   "Compare with fewer, or with a group of them."), name, most);

  return FALSE;
}

/* Class functions */

static void
kompass_chart_finalize (GObject *object)
{
  KompassChartPrivate *priv = kompass_chart_get_instance_private (KOMPASS_CHART (object));

  for (guint i = 0; i < KOMPASS_CHART_N_TEXTS; i++)
    g_free (priv->texts[i]);
  g_free (priv->description);
  g_ptr_array_unref (priv->categories);
  g_ptr_array_unref (priv->series);
  G_OBJECT_CLASS (kompass_chart_parent_class)->finalize (object);
}

static void
kompass_chart_class_init (KompassChartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kompass_chart_finalize;
  klass->max_series = KOMPASS_CHART_MAX_SERIES;
}

static void
kompass_chart_init (KompassChart *self)
{
  KompassChartPrivate *priv = kompass_chart_get_instance_private (self);

  priv->categories = g_ptr_array_new_with_free_func (g_free);
  priv->series = g_ptr_array_new_with_free_func (free_series);
}

/* Private functions */

const char *
kompass_chart_get_text (KompassChart      *self,
                        KompassChartPlace  place)
{
  return get_private (self)->texts[place];
}

/* The value as a part of its axis, from 0 to 1, or NAN where it is unknown. What lies outside its axis is drawn at the
 * end of it; the label says what it is. */
double
kompass_chart_get_ratio (KompassChart *self,
                         guint         series,
                         guint         category)
{
  const KompassChartValue *value = kompass_chart_get_value (self, series, category);

  /* Written so that a maximum that is not a number is unknown, too. */
  if (!isfinite (value->value) || !(value->maximum > 0) || !isfinite (value->maximum))
    return NAN;
  return CLAMP (value->value / value->maximum, 0, 1);
}

/* The number at the beginning of a category's label, such as "2.6", or NULL. */
char *
kompass_chart_dup_number (KompassChart *self,
                          guint         category)
{
  const char *label = kompass_chart_get_category (self, category);
  gsize length = strspn (label, "0123456789.");

  return length > 0 && (label[length] == ' ' || label[length] == '\0') ? g_strndup (label, length) : NULL;
}

/* Whether the categories can be told apart by numbers where there is no room for names. */
gboolean
kompass_chart_has_numbers (KompassChart *self)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < kompass_chart_get_n_categories (self); i++)
    {
      char *number = kompass_chart_dup_number (self, i);

      if (number == NULL || !g_hash_table_add (numbers, number))
        return FALSE;
    }
  return TRUE;
}

/* Whether the only series is named in the title already, so that a legend would only repeat it. */
gboolean
kompass_chart_is_named_by_title (KompassChart            *self,
                                 const KompassChartStyle *style)
{
  const KompassChartPrivate *priv = get_private (self);
  const char *name;

  if (priv->series->len != 1)
    return FALSE;
  name = kompass_chart_get_series_name (self, 0);
  return *name == '\0' ||
         (!style->compact && priv->texts[KOMPASS_CHART_TITLE] != NULL && strstr (priv->texts[KOMPASS_CHART_TITLE], name) != NULL);
}

void
kompass_chart_append_mark (GArray                 *marks,
                           const KompassChartMark *mark)
{
  if (marks != NULL)
    g_array_append_vals (marks, mark, 1);
}

/* Public functions */

/**
 * kompass_chart_set_title:
 * @self: a chart
 * @title: (nullable): what is shown: municipality, round and edition
 *
 * Sets the line above the plot, which also becomes the title of a saved file.
 */
void
kompass_chart_set_title (KompassChart *self,
                         const char   *title)
{
  KompassChartPrivate *priv = kompass_chart_get_instance_private (self);

  g_return_if_fail (KOMPASS_IS_CHART (self));
  set_text (&priv->texts[KOMPASS_CHART_TITLE], title);
}

/**
 * kompass_chart_get_title:
 * @self: a chart
 *
 * Returns: (nullable): the title
 */
const char *
kompass_chart_get_title (KompassChart *self)
{
  g_return_val_if_fail (KOMPASS_IS_CHART (self), NULL);
  return get_private (self)->texts[KOMPASS_CHART_TITLE];
}

/**
 * kompass_chart_set_subtitle:
 * @self: a chart
 * @subtitle: (nullable): the measure, the reference and its number of members
 *
 * Sets the text under the title.
 */
void
kompass_chart_set_subtitle (KompassChart *self,
                            const char   *subtitle)
{
  KompassChartPrivate *priv = kompass_chart_get_instance_private (self);

  g_return_if_fail (KOMPASS_IS_CHART (self));
  set_text (&priv->texts[KOMPASS_CHART_SUBTITLE], subtitle);
}

/**
 * kompass_chart_get_subtitle:
 * @self: a chart
 *
 * Returns: (nullable): the subtitle
 */
const char *
kompass_chart_get_subtitle (KompassChart *self)
{
  g_return_val_if_fail (KOMPASS_IS_CHART (self), NULL);
  return get_private (self)->texts[KOMPASS_CHART_SUBTITLE];
}

/**
 * kompass_chart_set_footnote:
 * @self: a chart
 * @footnote: (nullable): members, dates and caveats
 *
 * Sets the small text under the plot.
 */
void
kompass_chart_set_footnote (KompassChart *self,
                            const char   *footnote)
{
  KompassChartPrivate *priv = kompass_chart_get_instance_private (self);

  g_return_if_fail (KOMPASS_IS_CHART (self));
  set_text (&priv->texts[KOMPASS_CHART_FOOTNOTE], footnote);
}

/**
 * kompass_chart_get_footnote:
 * @self: a chart
 *
 * Returns: (nullable): the footnote
 */
const char *
kompass_chart_get_footnote (KompassChart *self)
{
  g_return_val_if_fail (KOMPASS_IS_CHART (self), NULL);
  return get_private (self)->texts[KOMPASS_CHART_FOOTNOTE];
}

/**
 * kompass_chart_set_description:
 * @self: a chart
 * @sentence: (nullable): what the chart shows, in the user's language
 *
 * Sets the sentence for those who cannot see the chart. It is not drawn; saved files carry it.
 */
void
kompass_chart_set_description (KompassChart *self,
                               const char   *sentence)
{
  KompassChartPrivate *priv = kompass_chart_get_instance_private (self);

  g_return_if_fail (KOMPASS_IS_CHART (self));
  set_text (&priv->description, sentence);
}

/**
 * kompass_chart_get_description:
 * @self: a chart
 *
 * Returns: (nullable): the sentence that says what the chart shows
 */
const char *
kompass_chart_get_description (KompassChart *self)
{
  g_return_val_if_fail (KOMPASS_IS_CHART (self), NULL);
  return get_private (self)->description;
}

/**
 * kompass_chart_set_categories:
 * @self: a chart
 * @labels: (array zero-terminated=1) (nullable): what the values belong to, in the order in which they are drawn. A
 *   soft hyphen (U+00AD) marks where a long word may be broken.
 *
 * Sets the categories: the spokes of a radar, the rows of bars. Removes all series, whose values belonged to the
 * categories before.
 */
void
kompass_chart_set_categories (KompassChart       *self,
                              const char * const *labels)
{
  KompassChartPrivate *priv = kompass_chart_get_instance_private (self);

  g_return_if_fail (KOMPASS_IS_CHART (self));
  g_ptr_array_set_size (priv->series, 0);
  g_ptr_array_set_size (priv->categories, 0);
  for (guint i = 0; labels != NULL && labels[i] != NULL; i++)
    g_ptr_array_add (priv->categories, copy_label (labels[i]));
}

/**
 * kompass_chart_get_n_categories:
 * @self: a chart
 *
 * Returns: the number of categories
 */
guint
kompass_chart_get_n_categories (KompassChart *self)
{
  g_return_val_if_fail (KOMPASS_IS_CHART (self), 0);
  return get_private (self)->categories->len;
}

/**
 * kompass_chart_get_category:
 * @self: a chart
 * @category: index of a category
 *
 * Returns: its label
 */
const char *
kompass_chart_get_category (KompassChart *self,
                            guint         category)
{
  g_return_val_if_fail (KOMPASS_IS_CHART (self), NULL);
  g_return_val_if_fail (category < get_private (self)->categories->len, NULL);
  return g_ptr_array_index (get_private (self)->categories, category);
}

/**
 * kompass_chart_add_series:
 * @self: a chart
 * @name: (nullable): the name of the series
 * @values: one value for each category, in their order; copied. A value that is not a number, or whose maximum is not
 *   above 0, is unknown.
 * @error: return location for an error
 *
 * Adds a series. The order decides the look: the first is the strongest.
 *
 * Fails with %KOMPASS_CHART_ERROR_TOO_MANY_SERIES when there are as many as its kind can carry already; the chart is
 * then unchanged.
 *
 * Returns: whether the series was added
 */
gboolean
kompass_chart_add_series (KompassChart            *self,
                          const char              *name,
                          const KompassChartValue *values,
                          GError                 **error)
{
  KompassChartPrivate *priv = kompass_chart_get_instance_private (self);
  guint n = priv->categories->len;
  Series *series;

  g_return_val_if_fail (KOMPASS_IS_CHART (self), FALSE);
  g_return_val_if_fail (values != NULL || n == 0, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (priv->series->len >= KOMPASS_CHART_GET_CLASS (self)->max_series)
    return refuse_series (self, name, error);

  series = g_new0 (Series, 1);
  series->name = copy_label (name != NULL ? name : "");
  series->values = g_new0 (KompassChartValue, n);
  series->labels = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (series->labels, copy_label (values[i].label));
      series->values[i] = values[i];
      series->values[i].label = g_ptr_array_index (series->labels, i);
    }
  g_ptr_array_add (priv->series, series);
  return TRUE;
}

/**
 * kompass_chart_get_n_series:
 * @self: a chart
 *
 * Returns: the number of series
 */
guint
kompass_chart_get_n_series (KompassChart *self)
{
  g_return_val_if_fail (KOMPASS_IS_CHART (self), 0);
  return get_private (self)->series->len;
}

/**
 * kompass_chart_get_series_name:
 * @self: a chart
 * @series: index of a series
 *
 * Returns: its name, empty where it has none
 */
const char *
kompass_chart_get_series_name (KompassChart *self,
                               guint         series)
{
  const KompassChartPrivate *priv = get_private (self);

  g_return_val_if_fail (KOMPASS_IS_CHART (self), NULL);
  g_return_val_if_fail (series < priv->series->len, NULL);
  return ((Series *) g_ptr_array_index (priv->series, series))->name;
}

/**
 * kompass_chart_set_series_mapped:
 * @self: a chart
 * @series: index of a series
 * @mapped: whether its values come from another edition, through a mapping
 *
 * Dashes the series whatever its place, as all that goes across editions is dashed.
 */
void
kompass_chart_set_series_mapped (KompassChart *self,
                                 guint         series,
                                 gboolean      mapped)
{
  const KompassChartPrivate *priv = get_private (self);

  g_return_if_fail (KOMPASS_IS_CHART (self));
  g_return_if_fail (series < priv->series->len);
  ((Series *) g_ptr_array_index (priv->series, series))->mapped = mapped;
}

/**
 * kompass_chart_get_series_mapped:
 * @self: a chart
 * @series: index of a series
 *
 * Returns: whether its values come from another edition, through a mapping
 */
gboolean
kompass_chart_get_series_mapped (KompassChart *self,
                                 guint         series)
{
  const KompassChartPrivate *priv = get_private (self);

  g_return_val_if_fail (KOMPASS_IS_CHART (self), FALSE);
  g_return_val_if_fail (series < priv->series->len, FALSE);
  return ((Series *) g_ptr_array_index (priv->series, series))->mapped;
}

/**
 * kompass_chart_get_value:
 * @self: a chart
 * @series: index of a series
 * @category: index of a category
 *
 * Returns: the value as it was added; it belongs to the chart
 */
const KompassChartValue *
kompass_chart_get_value (KompassChart *self,
                         guint         series,
                         guint         category)
{
  const KompassChartPrivate *priv = get_private (self);

  g_return_val_if_fail (KOMPASS_IS_CHART (self), NULL);
  g_return_val_if_fail (series < priv->series->len, NULL);
  g_return_val_if_fail (category < priv->categories->len, NULL);
  return &((Series *) g_ptr_array_index (priv->series, series))->values[category];
}

/**
 * kompass_chart_get_natural_height:
 * @self: a chart
 * @width: the width of the drawing, in points
 * @style: (nullable): how to draw, or %NULL for light, in colour, with title
 *
 * Computes how high a drawing must be to show everything at the size of text that @style asks for. In a lower drawing
 * texts shrink.
 *
 * Returns: the height, in points
 */
double
kompass_chart_get_natural_height (KompassChart            *self,
                                  double                   width,
                                  const KompassChartStyle *style)
{
  g_auto (KompassChartFrame) frame = { 0 };
  double natural = 0;

  g_return_val_if_fail (KOMPASS_IS_CHART (self), 0);
  if (style == NULL)
    style = &plain_style;

  kompass_chart_frame_measure (&frame, self, width, width, style, 1, style->compact ? KOMPASS_CHART_N_TEXTS : 0);
  KOMPASS_CHART_GET_CLASS (self)->measure (self, width - 2 * frame.margin, style, NULL, &natural);
  return ceil (natural + width - kompass_chart_frame_get_room (&frame, width));
}

/**
 * kompass_chart_draw:
 * @self: a chart
 * @cr: where to draw, from (0, 0)
 * @width: of the drawing, in points
 * @height: of the drawing, in points
 * @style: (nullable): how to draw, or %NULL for light, in colour, with title
 *
 * Draws the chart, the same way for screen, print and files. Texts are whole: wrapped, made smaller where nothing else
 * helps, and if there is no room for them at all, left out; never cut. Of categories that are numbered the number
 * stays as long as there is room for that.
 */
void
kompass_chart_draw (KompassChart            *self,
                    cairo_t                 *cr,
                    double                   width,
                    double                   height,
                    const KompassChartStyle *style)
{
  g_return_if_fail (KOMPASS_IS_CHART (self));
  g_return_if_fail (cr != NULL);
  if (style == NULL)
    style = &plain_style;

  cairo_save (cr);
  cairo_new_path (cr);
  if (!style->transparent)
    {
      kompass_chart_set_source (cr, style, KOMPASS_CHART_ROLE_GROUND);
      cairo_rectangle (cr, 0, 0, width, height);
      cairo_fill (cr);
    }
  lay_out (self, cr, width, height, style, NULL);
  cairo_restore (cr);
}

/**
 * kompass_chart_get_marks:
 * @self: a chart
 * @width: of the drawing, in points
 * @height: of the drawing, in points
 * @style: (nullable): how it is drawn, or %NULL for light, in colour, with title
 *
 * Finds the marks of a drawing of the same arguments, for pointer and keyboard: one for each category of the first
 * series, then of the second, and so on.
 *
 * Returns: (transfer full) (element-type KompassChartMark): the marks
 */
GArray *
kompass_chart_get_marks (KompassChart            *self,
                         double                   width,
                         double                   height,
                         const KompassChartStyle *style)
{
  GArray *marks;

  g_return_val_if_fail (KOMPASS_IS_CHART (self), NULL);
  marks = g_array_new (FALSE, TRUE, sizeof (KompassChartMark));
  lay_out (self, NULL, width, height, style != NULL ? style : &plain_style, marks);
  return marks;
}

/**
 * kompass_chart_save:
 * @self: a chart
 * @path: (type filename): a file name that ends in .svg, .pdf or .png
 * @width: of the drawing, from 1 to 20000 points
 * @height: of the drawing, from 1 to 20000 points
 * @style: (nullable): how to draw, or %NULL for light, in colour, with title
 * @error: return location for an error
 *
 * Saves the chart. The ending decides the format; a PNG has two pixels a point. Title and description go into the
 * file. The same chart gives the same bytes, whatever the time and the locale.
 *
 * Fails with %KOMPASS_CHART_ERROR_FORMAT at another ending, %KOMPASS_CHART_ERROR_SIZE at a size that is out of range
 * or too large for a PNG, %KOMPASS_CHART_ERROR_WRITE if the file cannot be written. A file that was there before is
 * then unchanged.
 *
 * Returns: whether the file was written
 */
gboolean
kompass_chart_save (KompassChart            *self,
                    const char              *path,
                    double                   width,
                    double                   height,
                    const KompassChartStyle *style,
                    GError                 **error)
{
  g_return_val_if_fail (KOMPASS_IS_CHART (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return kompass_chart_file_write (self, path, width, height, style != NULL ? style : &plain_style, error);
}
