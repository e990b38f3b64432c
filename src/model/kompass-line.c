/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the matrix: an area, a question or the total, with its figures as a property to bind to. */
#include "kompass-line.h"

#include <glib/gi18n-lib.h>

struct _KompassLine
{
  GObject parent_instance;

  KompassLineKind kind;
  guint index;
  char *number;
  char *text;
  KompassPoints maximum;
  gboolean editable;
  KompassScore score;
  KompassPrinted printed;
  KompassFigures figures;
};

enum
{
  PROP_0,
  PROP_FIGURES,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KompassLine, kompass_line, G_TYPE_OBJECT)

static void
kompass_line_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  KompassLine *self = KOMPASS_LINE (object);

  switch (id)
    {
    case PROP_FIGURES:
      g_value_set_boxed (value, &self->figures);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kompass_line_finalize (GObject *object)
{
  KompassLine *self = KOMPASS_LINE (object);

  g_free (self->number);
  g_free (self->text);

  G_OBJECT_CLASS (kompass_line_parent_class)->finalize (object);
}

static void
kompass_line_class_init (KompassLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kompass_line_get_property;
  object_class->finalize = kompass_line_finalize;

  /**
   * KompassLine:figures:
   *
   * All figures of the line. Notified only when one of them is another than before.
   */
  properties[PROP_FIGURES] = g_param_spec_boxed ("figures", NULL, NULL, KOMPASS_TYPE_FIGURES,
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kompass_line_init (KompassLine *self)
{
  self->score = KOMPASS_SCORE_NONE;
  self->printed = KOMPASS_PRINTED_NONE;
  self->figures.points = self->figures.sum = KOMPASS_POINTS_UNKNOWN;
  self->figures.percent = KOMPASS_PERCENT_UNKNOWN;
  self->figures.printed = KOMPASS_PRINTED_NONE;
}

/**
 * kompass_line_new:
 * @kind: what the line is
 * @index: index of the area or question in the edition, from 0
 * @number: "1", "1.3", or "" for the total
 * @text: the area's title or the question; "" for the total
 * @maximum: its maximum in hundredths, or %KOMPASS_POINTS_UNKNOWN
 * @editable: whether points can be typed on it, at the depth of its evaluation
 *
 * Returns: (transfer full): a line without figures
 */
KompassLine *
kompass_line_new (KompassLineKind  kind,
                  guint            index,
                  const char      *number,
                  const char      *text,
                  KompassPoints    maximum,
                  gboolean         editable)
{
  KompassLine *self = g_object_new (KOMPASS_TYPE_LINE, NULL);

  self->kind = kind;
  self->index = index;
  self->number = g_strdup (number);
  self->text = g_strdup (text);
  self->maximum = maximum;
  self->editable = editable;

  return self;
}

KompassLineKind
kompass_line_get_kind (KompassLine *self)
{
  return self->kind;
}

/**
 * kompass_line_get_index:
 * @self: a line
 *
 * Returns: index of its area or question in the edition, from 0; 0 for the total
 */
guint
kompass_line_get_index (KompassLine *self)
{
  return self->index;
}

const char *
kompass_line_get_number (KompassLine *self)
{
  return self->number;
}

const char *
kompass_line_get_text (KompassLine *self)
{
  return self->text;
}

KompassPoints
kompass_line_get_maximum (KompassLine *self)
{
  return self->maximum;
}

gboolean
kompass_line_get_editable (KompassLine *self)
{
  return self->editable;
}

/**
 * kompass_line_get_score:
 * @self: a line
 *
 * What was typed on the line: the score of a question; on an area or the total, the printed points.
 *
 * Returns: the score
 */
KompassScore
kompass_line_get_score (KompassLine *self)
{
  if (self->kind == KOMPASS_LINE_QUESTION)
    return self->score;

  return self->printed.points == KOMPASS_POINTS_UNKNOWN ? KOMPASS_SCORE_NONE : KOMPASS_SCORE (self->printed.points);
}

/**
 * kompass_line_set_score:
 * @self: the line of a question
 * @score: its score
 *
 * For the evaluation the line belongs to, which then derives the figures.
 */
void
kompass_line_set_score (KompassLine  *self,
                        KompassScore  score)
{
  self->score = score;
}

const KompassPrinted *
kompass_line_get_printed (KompassLine *self)
{
  return &self->printed;
}

/**
 * kompass_line_set_printed:
 * @self: a line
 * @printed: what a report prints on it
 *
 * For the evaluation the line belongs to, which then derives the figures.
 */
void
kompass_line_set_printed (KompassLine          *self,
                          const KompassPrinted *printed)
{
  self->printed = *printed;
}

const KompassFigures *
kompass_line_get_figures (KompassLine *self)
{
  return &self->figures;
}

/**
 * kompass_line_set_figures:
 * @self: a line
 * @figures: its figures
 *
 * For the evaluation the line belongs to. Notifies #KompassLine:figures if they are other figures.
 */
void
kompass_line_set_figures (KompassLine          *self,
                          const KompassFigures *figures)
{
  if (kompass_figures_equal (&self->figures, figures))
    return;

  self->figures = *figures;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIGURES]);
}

/* The three kinds of nothing: not applicable, not scored where there are questions to score, and else not known. */
static char *
describe_nothing (const KompassFigures *figures)
{
  g_autofree char *full = kompass_points_format (figures->full_maximum, 0);
  gboolean has_questions = figures->questions > 0;

  if (has_questions && figures->not_applicable == figures->questions)
    return g_strdup (_("Not applicable"));
  if (figures->full_maximum == KOMPASS_POINTS_UNKNOWN)
    return g_strdup (has_questions ? _("Not scored") : _("Not known"));

  return g_strdup_printf (has_questions ? _("Not scored, at most %s") : _("Not known, at most %s"), full);
}

/**
 * kompass_line_describe_points:
 * @self: a line
 * @decimals: how many decimals the evaluation shows at the least
 *
 * Says what is known of the points of a line: "10.2 of 20 · 51%", "50" where no maximum is known, "Not scored, at most
 * 20", "Not known, at most 100", "Not applicable".
 *
 * Returns: (transfer full): points, maximum and percent in the user's language, or why there are none
 */
char *
kompass_line_describe_points (KompassLine *self,
                              guint        decimals)
{
  const KompassFigures *figures = &self->figures;
  g_autofree char *points = kompass_points_format (figures->points, decimals);
  g_autofree char *maximum = kompass_points_format (figures->maximum, 0);
  g_autofree char *percent = kompass_percent_format (figures->percent);

  if (figures->points == KOMPASS_POINTS_UNKNOWN)
    return describe_nothing (figures);
  if (figures->percent == KOMPASS_PERCENT_UNKNOWN)
    return g_steal_pointer (&points);
  if (figures->maximum == KOMPASS_POINTS_UNKNOWN)
    return g_strdup_printf ("%s · %s", points, percent);

  /* Translators: points, maximum, percent: "10.2 of 20 · 51%" */
  return g_strdup_printf (_("%s of %s · %s"), points, maximum, percent);
}

static char *
describe_scored (const KompassFigures *figures)
{
  guint asked = figures->questions - figures->not_applicable;
  g_autofree char *scored = g_strdup_printf (ngettext ("%u of %u question scored", "%u of %u questions scored", asked),
                                             figures->scored, asked);

  if (figures->not_applicable == 0)
    return g_steal_pointer (&scored);

  /* Translators: "38 of 44 questions scored", and how many beside these are not applicable */
  return g_strdup_printf (ngettext ("%s, %u not applicable", "%s, %u not applicable", figures->not_applicable), scored,
                          figures->not_applicable);
}

/**
 * kompass_line_describe_part:
 * @self: a line of an area or the total
 *
 * Where the points of a line do not speak for all of it, a reader must be told what they are the sum of.
 *
 * Returns: (transfer full) (nullable): "38 of 45 questions scored", "38 of 44 questions scored, 1 not applicable" or "3 of 8
 *   areas known" in the user's language; %NULL where all is known, where nothing is, and for a question
 */
char *
kompass_line_describe_part (KompassLine *self)
{
  const KompassFigures *figures = &self->figures;

  if (self->kind == KOMPASS_LINE_QUESTION || figures->points == KOMPASS_POINTS_UNKNOWN || kompass_figures_is_whole (figures))
    return NULL;
  if (figures->questions > 0)
    return describe_scored (figures);
  if (figures->areas == 0)
    return NULL;

  return g_strdup_printf (ngettext ("%u of %u area known", "%u of %u areas known", figures->areas), figures->areas_known,
                          figures->areas);
}

static char *
explain_points (KompassLine *self,
                guint        decimals)
{
  const KompassFigures *figures = &self->figures;
  g_autofree char *printed = kompass_points_format (figures->printed.points, decimals);
  g_autofree char *sum = kompass_points_format (figures->sum, decimals);
  g_autofree char *shown = kompass_points_format (figures->points, decimals);

  /* A total shows the sum of what its areas show, some of them as printed. */
  if (!figures->printed_stands)
    return g_strdup_printf (_("The report prints %s, but points have been changed since. The sum %s is shown."),
                            printed, shown);
  if (self->kind == KOMPASS_LINE_TOTAL)
    return g_strdup_printf (_("The report prints %s; the parts add to %s. Reports add points before they round them."),
                            printed, sum);

  return g_strdup_printf (_("The report prints %s; the questions add to %s. Reports add points before they round them."),
                          printed, sum);
}

static char *
explain_percent (KompassLine *self)
{
  const KompassFigures *figures = &self->figures;
  int computed = kompass_percent (figures->points, figures->maximum);
  g_autofree char *printed_text = kompass_percent_format (figures->printed.percent);
  g_autofree char *computed_text = kompass_percent_format (computed);

  if (!figures->printed_percent_stands)
    return g_strdup_printf (_("The report prints %s, but the points have been changed since. They are %s."),
                            printed_text, computed_text);

  return g_strdup_printf (_("The report prints %s; the rounded points give %s."), printed_text, computed_text);
}

/**
 * kompass_line_explain_printed:
 * @self: a line
 * @decimals: how many decimals the evaluation shows at the least
 *
 * Says in words how the printed figures of the line differ from what a reader would compute.
 *
 * Returns: (transfer full) (nullable): one or two sentences, or %NULL where nothing differs
 */
char *
kompass_line_explain_printed (KompassLine *self,
                              guint        decimals)
{
  g_autofree char *points = NULL;
  g_autofree char *percent = NULL;

  if (kompass_figures_printed_points_deviate (&self->figures))
    points = explain_points (self, decimals);
  if (kompass_figures_printed_percent_deviates (&self->figures))
    percent = explain_percent (self);

  return points != NULL && percent != NULL ? g_strconcat (points, " ", percent, NULL)
                                           : g_strdup (points != NULL ? points : percent);
}
