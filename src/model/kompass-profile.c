/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an evaluation can be held against: the points of another evaluation or of a named mean, at the depth they are known. */
#include "kompass-profile.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  KompassPoints points;
  KompassPoints maximum;
  gboolean is_whole;
} Value;

struct _KompassProfile
{
  GObject parent_instance;

  char *id;
  char *name;
  KompassProfileKind kind;
  KompassEdition *edition;
  guint members;
  char *as_of;
  char *source;
  guint decimals;
  GArray *areas;     /* of Value, one per area of the edition */
  GArray *questions; /* of Value, one per question of the edition */
  Value total;
};

G_DEFINE_FINAL_TYPE (KompassProfile, kompass_profile, G_TYPE_OBJECT)

static void
kompass_profile_finalize (GObject *object)
{
  KompassProfile *self = KOMPASS_PROFILE (object);

  g_free (self->id);
  g_free (self->name);
  g_clear_object (&self->edition);
  g_free (self->as_of);
  g_free (self->source);
  g_array_unref (self->areas);
  g_array_unref (self->questions);

  G_OBJECT_CLASS (kompass_profile_parent_class)->finalize (object);
}

static void
kompass_profile_class_init (KompassProfileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kompass_profile_finalize;
}

static void
kompass_profile_init (KompassProfile *self)
{
  self->areas = g_array_new (FALSE, FALSE, sizeof (Value));
  self->questions = g_array_new (FALSE, FALSE, sizeof (Value));
  self->total = (Value) { KOMPASS_POINTS_UNKNOWN, KOMPASS_POINTS_UNKNOWN, TRUE };
}

static KompassProfile *
new_empty (const char         *id,
           const char         *name,
           KompassProfileKind  kind,
           KompassEdition     *edition)
{
  KompassProfile *self = g_object_new (KOMPASS_TYPE_PROFILE, NULL);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->kind = kind;
  g_set_object (&self->edition, edition);
  if (edition == NULL)
    return self;

  self->total.maximum = kompass_edition_get_maximum (edition);
  for (guint i = 0; i < kompass_edition_get_n_areas (edition); i++)
    {
      Value value = { KOMPASS_POINTS_UNKNOWN, kompass_edition_get_area (edition, i)->maximum, TRUE };

      g_array_append_val (self->areas, value);
    }
  for (guint i = 0; i < kompass_edition_get_n_questions (edition); i++)
    {
      Value value = { KOMPASS_POINTS_UNKNOWN, kompass_edition_get_question (edition, i)->maximum, TRUE };

      g_array_append_val (self->questions, value);
    }

  return self;
}

static Value *
find_value (KompassProfile  *self,
            KompassLineKind  kind,
            guint            index)
{
  switch (kind)
    {
    case KOMPASS_LINE_AREA:
      return index < self->areas->len ? &g_array_index (self->areas, Value, index) : NULL;
    case KOMPASS_LINE_QUESTION:
      return index < self->questions->len ? &g_array_index (self->questions, Value, index) : NULL;
    case KOMPASS_LINE_TOTAL:
    default:
      return &self->total;
    }
}

/**
 * kompass_profile_new_for_evaluation:
 * @evaluation: an evaluation
 *
 * Returns: (transfer full): the figures it shows now
 */
KompassProfile *
kompass_profile_new_for_evaluation (KompassEvaluation *evaluation)
{
  KompassProfile *self = new_empty (kompass_evaluation_get_id (evaluation), kompass_evaluation_get_title (evaluation),
                                    KOMPASS_PROFILE_EVALUATION, kompass_evaluation_get_edition (evaluation));

  self->members = 1;
  self->source = g_strdup (kompass_evaluation_get_source (evaluation));
  self->decimals = kompass_evaluation_get_decimals (evaluation);
  for (guint i = 0; i < kompass_evaluation_get_n_lines (evaluation); i++)
    {
      KompassLine *line = kompass_evaluation_get_line (evaluation, i);
      const KompassFigures *figures = kompass_line_get_figures (line);
      Value *value = find_value (self, kompass_line_get_kind (line), kompass_line_get_index (line));

      g_assert (value != NULL);
      value->points = figures->points;
      value->maximum = figures->maximum;
      value->is_whole = kompass_figures_is_whole (figures);
    }

  return self;
}

/**
 * kompass_profile_new_mean:
 * @id: its UUID
 * @name: what it is called; the names of the bundled examples are translated when they are shown
 * @edition: the edition of its members
 * @members: how many members it has, or 0 where that is not known
 * @as_of: (nullable): its date or year
 * @source: (nullable): where it is published
 *
 * Returns: (transfer full): a mean in which nothing is known yet
 */
KompassProfile *
kompass_profile_new_mean (const char     *id,
                          const char     *name,
                          KompassEdition *edition,
                          guint           members,
                          const char     *as_of,
                          const char     *source)
{
  KompassProfile *self = new_empty (id, name, KOMPASS_PROFILE_MEAN, edition);

  self->members = members;
  self->as_of = g_strdup (as_of);
  self->source = g_strdup (source);

  return self;
}

const char *
kompass_profile_get_id (KompassProfile *self)
{
  return self->id;
}

/**
 * kompass_profile_get_name:
 * @self: a profile
 *
 * Returns: its name as stored
 */
const char *
kompass_profile_get_name (KompassProfile *self)
{
  return self->name;
}

/**
 * kompass_profile_get_display_name:
 * @self: a profile
 *
 * Returns: (transfer full): its name in the user's language, where it is one of the bundled ones
 */
char *
kompass_profile_get_display_name (KompassProfile *self)
{
  /* The names of the bundled means, which are data, for translation. */
  static const char * const bundled[] = {
    N_("Mean of the 40 latest evaluations"),
    N_("National mean (as printed in Strängnäs 2017)"),
    NULL,
  };

  return g_strdup (g_strv_contains (bundled, self->name) ? _(self->name) : self->name);
}

KompassProfileKind
kompass_profile_get_kind (KompassProfile *self)
{
  return self->kind;
}

/**
 * kompass_profile_get_edition:
 * @self: a profile
 *
 * Returns: (transfer none) (nullable): its edition, or %NULL where it is not known
 */
KompassEdition *
kompass_profile_get_edition (KompassProfile *self)
{
  return self->edition;
}

/**
 * kompass_profile_get_members:
 * @self: a profile
 *
 * Returns: of how many evaluations it is the mean; 1 for an evaluation, 0 where it is not known
 */
guint
kompass_profile_get_members (KompassProfile *self)
{
  return self->members;
}

const char *
kompass_profile_get_as_of (KompassProfile *self)
{
  return self->as_of;
}

const char *
kompass_profile_get_source (KompassProfile *self)
{
  return self->source;
}

/**
 * kompass_profile_get_decimals:
 * @self: a profile
 *
 * Returns: how many decimals its points show at the least
 */
guint
kompass_profile_get_decimals (KompassProfile *self)
{
  return self->decimals;
}

void
kompass_profile_set_area (KompassProfile *self,
                          guint           area,
                          KompassPoints   points)
{
  Value *value = find_value (self, KOMPASS_LINE_AREA, area);

  g_return_if_fail (value != NULL);
  value->points = points;
}

void
kompass_profile_set_total (KompassProfile *self,
                           KompassPoints   points)
{
  self->total.points = points;
}

/**
 * kompass_profile_get_points:
 * @self: a profile
 * @kind: area, question or total
 * @index: index of the area or question in the profile's edition
 * @maximum: (out) (optional): what the points are out of, in hundredths, or %KOMPASS_POINTS_UNKNOWN
 *
 * Returns: the points in hundredths, or %KOMPASS_POINTS_UNKNOWN
 */
KompassPoints
kompass_profile_get_points (KompassProfile  *self,
                            KompassLineKind  kind,
                            guint            index,
                            KompassPoints   *maximum)
{
  Value *value = find_value (self, kind, index);

  if (maximum != NULL)
    *maximum = value != NULL ? value->maximum : KOMPASS_POINTS_UNKNOWN;

  return value != NULL ? value->points : KOMPASS_POINTS_UNKNOWN;
}

/**
 * kompass_profile_is_whole:
 * @self: a profile
 * @kind: area, question or total
 * @index: index of the area or question in the profile's edition
 *
 * Returns: %TRUE if the points there speak for all that belongs to it, %FALSE where a part is not scored yet
 */
gboolean
kompass_profile_is_whole (KompassProfile  *self,
                          KompassLineKind  kind,
                          guint            index)
{
  Value *value = find_value (self, kind, index);

  return value != NULL && value->is_whole;
}

/**
 * kompass_profile_describe_origin:
 * @self: a profile
 *
 * Says what the figures are: edition, number of members, date and source, as a footnote.
 *
 * Returns: (transfer full): one line of text
 */
char *
kompass_profile_describe_origin (KompassProfile *self)
{
  g_autofree char *name = kompass_profile_get_display_name (self);
  g_autoptr (GString) text = g_string_new (name);
  const char *edition = self->edition != NULL ? kompass_edition_get_name (self->edition) : NULL;

  g_string_append (text, ": ");
  if (edition != NULL)
    g_string_append_printf (text, _("edition %s"), edition);
  else
    g_string_append (text, _("edition not known"));
  if (self->kind == KOMPASS_PROFILE_MEAN)
    {
      g_string_append (text, ", ");
      if (self->members > 0)
        g_string_append_printf (text, ngettext ("mean of %u evaluation", "mean of %u evaluations", self->members),
                                self->members);
      else
        g_string_append (text, _("mean of an unknown number of evaluations"));
      if (self->as_of != NULL && *self->as_of != '\0')
        g_string_append_printf (text, ", %s", self->as_of);
    }
  if (self->source != NULL && *self->source != '\0')
    g_string_append_printf (text, ", %s", self->source);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
