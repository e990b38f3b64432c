/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One municipality, one edition, one year: the lines of the matrix as a list model. */
#include "kompass-evaluation.h"

#include <string.h>

struct _KompassEvaluation
{
  GObject parent_instance;

  char *id;
  KompassEdition *edition;
  KompassDepth depth;
  char *municipality_id;
  char *municipality;
  char *country;
  guint year;
  guint decimals;
  char *source;
  gboolean is_example;
  char *title;
  GPtrArray *lines;     /* of KompassLine, in the order they are shown; the total is last */
  GPtrArray *areas;     /* those of areas, in the edition's order */
  GPtrArray *questions; /* those of questions, in the edition's order */
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SOURCE,
  N_PROPS,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KompassEvaluation, kompass_evaluation, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return KOMPASS_TYPE_LINE;
}

static guint
get_n_items (GListModel *model)
{
  return KOMPASS_EVALUATION (model)->lines->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  KompassEvaluation *self = KOMPASS_EVALUATION (model);

  return position < self->lines->len ? g_object_ref (g_ptr_array_index (self->lines, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
kompass_evaluation_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  KompassEvaluation *self = KOMPASS_EVALUATION (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SOURCE:
      g_value_set_string (value, self->source);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kompass_evaluation_finalize (GObject *object)
{
  KompassEvaluation *self = KOMPASS_EVALUATION (object);

  g_free (self->id);
  g_clear_object (&self->edition);
  g_free (self->municipality_id);
  g_free (self->municipality);
  g_free (self->country);
  g_free (self->source);
  g_free (self->title);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->areas);
  g_ptr_array_unref (self->questions);

  G_OBJECT_CLASS (kompass_evaluation_parent_class)->finalize (object);
}

static void
kompass_evaluation_class_init (KompassEvaluationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kompass_evaluation_get_property;
  object_class->finalize = kompass_evaluation_finalize;

  /**
   * KompassEvaluation:title:
   *
   * Municipality and year: "Lund 2011".
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * KompassEvaluation:source:
   *
   * Where the figures come from: an address, or words; "" for the user's own.
   */
  properties[PROP_SOURCE] = g_param_spec_string ("source", NULL, NULL, NULL,
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * KompassEvaluation::changed:
   *
   * Figures of one or more lines are other than before; all lines have been notified.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
kompass_evaluation_init (KompassEvaluation *self)
{
  self->decimals = 1;
  self->source = g_strdup ("");
  self->title = g_strdup ("");
  self->lines = g_ptr_array_new_with_free_func (g_object_unref);
  self->areas = g_ptr_array_new ();
  self->questions = g_ptr_array_new ();
}

static void
add_line (KompassEvaluation *self,
          GPtrArray         *also,
          KompassLine       *line)
{
  g_ptr_array_add (self->lines, line);
  if (also != NULL)
    g_ptr_array_add (also, line);
}

static void
add_area (KompassEvaluation *self,
          const KompassArea *area)
{
  g_autofree char *number = g_strdup_printf ("%u", area->number);

  add_line (self, self->areas,
            kompass_line_new (KOMPASS_LINE_AREA, self->areas->len, number, area->title, area->maximum,
                              self->depth == KOMPASS_DEPTH_AREAS));
  if (self->depth != KOMPASS_DEPTH_QUESTIONS)
    return;
  for (guint i = 0; i < area->n_questions; i++)
    {
      const KompassQuestion *question = kompass_edition_get_question (self->edition, area->first_question + i);

      add_line (self, self->questions,
                kompass_line_new (KOMPASS_LINE_QUESTION, self->questions->len, question->number, question->text,
                                  question->maximum, TRUE));
    }
}

static void
build_lines (KompassEvaluation *self)
{
  KompassPoints maximum = self->edition != NULL ? kompass_edition_get_maximum (self->edition) : KOMPASS_POINTS_UNKNOWN;

  if (self->edition != NULL && self->depth != KOMPASS_DEPTH_TOTAL)
    for (guint i = 0; i < kompass_edition_get_n_areas (self->edition); i++)
      add_area (self, kompass_edition_get_area (self->edition, i));
  add_line (self, NULL,
            kompass_line_new (KOMPASS_LINE_TOTAL, 0, "", "", maximum, self->depth != KOMPASS_DEPTH_QUESTIONS));
}

static gboolean
set_figures (KompassLine          *line,
             const KompassFigures *figures)
{
  if (kompass_figures_equal (kompass_line_get_figures (line), figures))
    return FALSE;
  kompass_line_set_figures (line, figures);

  return TRUE;
}

static void
collect_given (KompassEvaluation *self,
               KompassGiven      *given)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      KompassLine *line = g_ptr_array_index (self->questions, i);

      given->scores[i] = kompass_line_get_score (line);
      given->printed_questions[i] = *kompass_line_get_printed (line);
    }
  for (guint i = 0; i < self->areas->len; i++)
    given->printed_areas[i] = *kompass_line_get_printed (g_ptr_array_index (self->areas, i));
  given->printed_total = *kompass_line_get_printed (kompass_evaluation_get_total_line (self));
}

/* Returns whether any figure is another than before. */
static gboolean
derive_figures (KompassEvaluation *self)
{
  g_autofree KompassFigures *questions = g_new0 (KompassFigures, self->questions->len + 1);
  g_autofree KompassFigures *areas = g_new0 (KompassFigures, self->areas->len + 1);
  g_auto (KompassGiven) given;
  gboolean is_changed = FALSE;
  KompassFigures total;

  kompass_given_init (&given, self->edition);
  collect_given (self, &given);
  kompass_figures_derive (self->edition, self->depth, &given, questions, areas, &total);

  for (guint i = 0; i < self->questions->len; i++)
    is_changed = set_figures (g_ptr_array_index (self->questions, i), &questions[i]) || is_changed;
  for (guint i = 0; i < self->areas->len; i++)
    is_changed = set_figures (g_ptr_array_index (self->areas, i), &areas[i]) || is_changed;

  return set_figures (kompass_evaluation_get_total_line (self), &total) || is_changed;
}

/**
 * kompass_evaluation_new:
 * @id: its UUID
 * @edition: (nullable): its edition, or %NULL where it is not known; then only the total can be
 * @depth: how much is known; every question only if @edition has questions
 *
 * Returns: (transfer full): an evaluation in which nothing is scored yet
 */
KompassEvaluation *
kompass_evaluation_new (const char     *id,
                        KompassEdition *edition,
                        KompassDepth    depth)
{
  KompassEvaluation *self = g_object_new (KOMPASS_TYPE_EVALUATION, NULL);

  self->id = g_strdup (id);
  g_set_object (&self->edition, edition);
  if (edition == NULL)
    depth = KOMPASS_DEPTH_TOTAL;
  else if (kompass_edition_get_n_questions (edition) == 0)
    depth = MIN (depth, KOMPASS_DEPTH_AREAS);
  self->depth = depth;
  build_lines (self);
  kompass_evaluation_update (self);

  return self;
}

/**
 * kompass_evaluation_copy:
 * @self: an evaluation
 * @id: the UUID of the copy
 * @year: the year of the copy
 *
 * A new round of the same municipality that begins with the same scores. Printed figures and the source belong to the
 * old round alone, but where the printed figures are all that is known they are what is copied.
 *
 * Returns: (transfer full): the copy
 */
KompassEvaluation *
kompass_evaluation_copy (KompassEvaluation *self,
                         const char        *id,
                         guint              year)
{
  KompassEvaluation *copy = kompass_evaluation_new (id, self->edition, self->depth);

  kompass_evaluation_set_municipality (copy, self->municipality_id, self->municipality, self->country);
  kompass_evaluation_set_year (copy, year);
  copy->decimals = self->decimals;
  for (guint i = 0; i < self->lines->len; i++)
    {
      KompassLine *line = kompass_evaluation_get_line (self, i);

      if (kompass_line_get_editable (line))
        kompass_evaluation_set_score (copy, kompass_evaluation_get_line (copy, i), kompass_line_get_score (line));
    }

  return copy;
}

static void
copy_line (KompassLine *to,
           KompassLine *from)
{
  kompass_line_set_score (to, kompass_line_get_score (from));
  kompass_line_set_printed (to, kompass_line_get_printed (from));
}

/* Who shows the lines hears of new ones before anything else, or it would look for figures on those it has. */
static void
rebuild_lines (KompassEvaluation *self,
               KompassEvaluation *other)
{
  guint removed = self->lines->len;

  g_set_object (&self->edition, other->edition);
  self->depth = other->depth;
  g_ptr_array_set_size (self->areas, 0);
  g_ptr_array_set_size (self->questions, 0);
  g_ptr_array_set_size (self->lines, 0);
  build_lines (self);
  for (guint i = 0; i < self->lines->len; i++)
    copy_line (kompass_evaluation_get_line (self, i), kompass_evaluation_get_line (other, i));
  derive_figures (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, self->lines->len);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * kompass_evaluation_assign:
 * @self: an evaluation
 * @other: the same evaluation, read again
 *
 * Takes over all of @other; notifies just what differs.
 */
void
kompass_evaluation_assign (KompassEvaluation *self,
                           KompassEvaluation *other)
{
  g_return_if_fail (g_strcmp0 (self->id, other->id) == 0);

  kompass_evaluation_set_municipality (self, other->municipality_id, other->municipality, other->country);
  kompass_evaluation_set_year (self, other->year);
  kompass_evaluation_set_source (self, other->source);
  self->decimals = other->decimals;
  self->is_example = other->is_example;
  if (self->edition != other->edition || self->depth != other->depth)
    {
      rebuild_lines (self, other);
      return;
    }
  for (guint i = 0; i < self->lines->len; i++)
    copy_line (kompass_evaluation_get_line (self, i), kompass_evaluation_get_line (other, i));
  kompass_evaluation_update (self);
}

const char *
kompass_evaluation_get_id (KompassEvaluation *self)
{
  return self->id;
}

/**
 * kompass_evaluation_get_edition:
 * @self: an evaluation
 *
 * Returns: (transfer none) (nullable): its edition, or %NULL where it is not known
 */
KompassEdition *
kompass_evaluation_get_edition (KompassEvaluation *self)
{
  return self->edition;
}

KompassDepth
kompass_evaluation_get_depth (KompassEvaluation *self)
{
  return self->depth;
}

static void
update_title (KompassEvaluation *self)
{
  g_autofree char *name = kompass_municipality_format_name (self->municipality, self->country);
  g_autofree char *title = g_strdup_printf ("%s %u", name, self->year);

  if (strcmp (title, self->title) == 0)
    return;
  g_free (self->title);
  self->title = g_steal_pointer (&title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * kompass_evaluation_set_municipality:
 * @self: an evaluation
 * @id: the UUID of the municipality
 * @name: its name
 * @country: its country, two letters (ISO 3166)
 */
void
kompass_evaluation_set_municipality (KompassEvaluation *self,
                                     const char        *id,
                                     const char        *name,
                                     const char        *country)
{
  g_autofree char *new_id = g_strdup (id);
  g_autofree char *new_name = g_strdup (name);
  g_autofree char *new_country = g_strdup (country);

  g_free (self->municipality_id);
  g_free (self->municipality);
  g_free (self->country);
  self->municipality_id = g_steal_pointer (&new_id);
  self->municipality = g_steal_pointer (&new_name);
  self->country = g_steal_pointer (&new_country);
  update_title (self);
}

const char *
kompass_evaluation_get_municipality_id (KompassEvaluation *self)
{
  return self->municipality_id;
}

const char *
kompass_evaluation_get_municipality (KompassEvaluation *self)
{
  return self->municipality;
}

const char *
kompass_evaluation_get_country (KompassEvaluation *self)
{
  return self->country;
}

void
kompass_evaluation_set_year (KompassEvaluation *self,
                             guint              year)
{
  self->year = year;
  update_title (self);
}

guint
kompass_evaluation_get_year (KompassEvaluation *self)
{
  return self->year;
}

/**
 * kompass_evaluation_set_decimals:
 * @self: an evaluation
 * @decimals: how many decimals its report prints, 0 to 2
 */
void
kompass_evaluation_set_decimals (KompassEvaluation *self,
                                 guint              decimals)
{
  self->decimals = MIN (decimals, 2);
}

guint
kompass_evaluation_get_decimals (KompassEvaluation *self)
{
  return self->decimals;
}

void
kompass_evaluation_set_source (KompassEvaluation *self,
                               const char        *source)
{
  g_autofree char *text = g_strdup (source != NULL ? source : "");

  if (strcmp (text, self->source) == 0)
    return;
  g_free (self->source);
  self->source = g_steal_pointer (&text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SOURCE]);
}

const char *
kompass_evaluation_get_source (KompassEvaluation *self)
{
  return self->source;
}

void
kompass_evaluation_set_is_example (KompassEvaluation *self,
                                   gboolean           is_example)
{
  self->is_example = is_example;
}

gboolean
kompass_evaluation_get_is_example (KompassEvaluation *self)
{
  return self->is_example;
}

const char *
kompass_evaluation_get_title (KompassEvaluation *self)
{
  return self->title;
}

guint
kompass_evaluation_get_n_lines (KompassEvaluation *self)
{
  return self->lines->len;
}

/**
 * kompass_evaluation_get_line:
 * @self: an evaluation
 * @index: which, from 0: each area, then its questions; the total is last
 *
 * Returns: (transfer none): the line
 */
KompassLine *
kompass_evaluation_get_line (KompassEvaluation *self,
                             guint              index)
{
  g_return_val_if_fail (index < self->lines->len, NULL);

  return g_ptr_array_index (self->lines, index);
}

/**
 * kompass_evaluation_get_area_line:
 * @self: an evaluation
 * @area: index of the area in the edition
 *
 * Returns: (transfer none) (nullable): its line, or %NULL where areas are not known
 */
KompassLine *
kompass_evaluation_get_area_line (KompassEvaluation *self,
                                  guint              area)
{
  return area < self->areas->len ? g_ptr_array_index (self->areas, area) : NULL;
}

/**
 * kompass_evaluation_get_question_line:
 * @self: an evaluation
 * @question: index of the question in the edition
 *
 * Returns: (transfer none) (nullable): its line, or %NULL where questions are not known
 */
KompassLine *
kompass_evaluation_get_question_line (KompassEvaluation *self,
                                      guint              question)
{
  return question < self->questions->len ? g_ptr_array_index (self->questions, question) : NULL;
}

/**
 * kompass_evaluation_get_total_line:
 * @self: an evaluation
 *
 * Returns: (transfer none): the line of the total
 */
KompassLine *
kompass_evaluation_get_total_line (KompassEvaluation *self)
{
  return g_ptr_array_index (self->lines, self->lines->len - 1);
}

/**
 * kompass_evaluation_find_line:
 * @self: an evaluation
 * @number: "1.3", "1", or "" for the total
 *
 * Returns: (transfer none) (nullable): the line with that number
 */
KompassLine *
kompass_evaluation_find_line (KompassEvaluation *self,
                              const char        *number)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (strcmp (kompass_line_get_number (kompass_evaluation_get_line (self, i)), number) == 0)
      return kompass_evaluation_get_line (self, i);

  return NULL;
}

/**
 * kompass_evaluation_get_beside:
 * @self: an evaluation
 * @line: one of its lines
 *
 * The figure to note beside a printed one (#KompassPrinted): what lies below it now, if all of it is known.
 *
 * Returns: hundredths, or %KOMPASS_POINTS_UNKNOWN
 */
KompassPoints
kompass_evaluation_get_beside (KompassEvaluation *self,
                               KompassLine       *line)
{
  const KompassFigures *figures = kompass_line_get_figures (line);

  return kompass_figures_is_complete (figures) ? figures->sum : KOMPASS_POINTS_UNKNOWN;
}

/**
 * kompass_evaluation_set_score:
 * @self: an evaluation
 * @line: one of its lines, which can be edited
 * @score: what was decided
 *
 * Sets a question's score, or what is printed for an area or the total, and derives all figures.
 */
void
kompass_evaluation_set_score (KompassEvaluation *self,
                              KompassLine       *line,
                              KompassScore       score)
{
  KompassPrinted printed = *kompass_line_get_printed (line);

  if (kompass_line_get_kind (line) == KOMPASS_LINE_QUESTION)
    {
      kompass_line_set_score (line, score);
    }
  else
    {
      printed.points = score.points;
      printed.points_beside = score.state == KOMPASS_SCORE_SCORED ? kompass_evaluation_get_beside (self, line)
                                                                  : KOMPASS_POINTS_UNKNOWN;
      kompass_line_set_printed (line, &printed);
    }
  kompass_evaluation_update (self);
}

/**
 * kompass_evaluation_update:
 * @self: an evaluation
 *
 * Derives all figures from scores and printed figures, then notifies the lines whose figures are new, then emits
 * #KompassEvaluation::changed if there are any.
 */
void
kompass_evaluation_update (KompassEvaluation *self)
{
  if (derive_figures (self))
    g_signal_emit (self, signals[CHANGED], 0);
}
