/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an evaluation can be held against: the points of another evaluation, of a published mean or of a reference
 * group, at the depth they are known. */
#include "kompass-profile-private.h"

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
  KompassMembers *group;     /* of a reference group: the points are its means */
  KompassProfile *original;  /* of a mapped profile: what is seen through the mapping */
  KompassMapping *mapping;
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
  g_clear_pointer (&self->group, kompass_members_free);
  g_clear_object (&self->original);
  g_clear_object (&self->mapping);

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

static void
make_group (KompassProfile *self)
{
  self->group = kompass_members_new (1 + self->areas->len + self->questions->len);
}

/**
 * kompass_profile_new_group:
 * @id: its UUID
 * @name: what it is called
 * @edition: the edition of its members
 * @as_of: (nullable): its date or year
 * @source: (nullable): where it comes from
 *
 * Returns: (transfer full): a reference group without members; kompass_profile_add_member() adds them
 */
KompassProfile *
kompass_profile_new_group (const char     *id,
                           const char     *name,
                           KompassEdition *edition,
                           const char     *as_of,
                           const char     *source)
{
  KompassProfile *self = new_empty (id, name, KOMPASS_PROFILE_GROUP, edition);

  g_return_val_if_fail (edition != NULL, self);

  self->as_of = g_strdup (as_of);
  self->source = g_strdup (source);
  self->decimals = 1;
  make_group (self);

  return self;
}

/**
 * kompass_profile_new_like:
 * @original: a profile
 * @edition: another edition
 * @mapping: a mapping between the two
 *
 * Returns: (transfer full): a profile of @edition that is called like @original, and in which nothing is known yet
 */
KompassProfile *
kompass_profile_new_like (KompassProfile *original,
                          KompassEdition *edition,
                          KompassMapping *mapping)
{
  KompassProfile *self = new_empty (original->id, original->name, original->kind, edition);

  self->members = original->members;
  self->as_of = g_strdup (original->as_of);
  self->source = g_strdup (original->source);
  self->decimals = original->decimals;
  self->original = g_object_ref (original);
  self->mapping = g_object_ref (mapping);
  if (original->kind == KOMPASS_PROFILE_GROUP)
    make_group (self);

  return self;
}

/**
 * kompass_profile_get_group:
 * @self: a profile
 *
 * Returns: (transfer none) (nullable): the members of a reference group
 */
KompassMembers *
kompass_profile_get_group (KompassProfile *self)
{
  return self->group;
}

/**
 * kompass_profile_find_figure:
 * @self: a profile
 * @kind: area, question or total
 * @index: index of the area or question in the profile's edition
 *
 * Returns: the figure's place among those of a member
 */
guint
kompass_profile_find_figure (KompassProfile  *self,
                             KompassLineKind  kind,
                             guint            index)
{
  switch (kind)
    {
    case KOMPASS_LINE_AREA:
      g_return_val_if_fail (index < self->areas->len, 0);
      return 1 + index;
    case KOMPASS_LINE_QUESTION:
      g_return_val_if_fail (index < self->questions->len, 0);
      return 1 + self->areas->len + index;
    case KOMPASS_LINE_TOTAL:
    default:
      return 0;
    }
}

/**
 * kompass_profile_is_mapped:
 * @self: a profile
 *
 * Returns: %TRUE if its figures are those of another edition, seen through a mapping
 */
gboolean
kompass_profile_is_mapped (KompassProfile *self)
{
  return self->mapping != NULL;
}

/**
 * kompass_profile_get_mapping:
 * @self: a profile
 *
 * Returns: (transfer none) (nullable): the mapping it is seen through
 */
KompassMapping *
kompass_profile_get_mapping (KompassProfile *self)
{
  return self->mapping;
}

/**
 * kompass_profile_get_original:
 * @self: a profile
 *
 * Returns: (transfer none) (nullable): of a mapped profile, what is seen through the mapping
 */
KompassProfile *
kompass_profile_get_original (KompassProfile *self)
{
  return self->original;
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
  return self->group != NULL ? (guint) kompass_members_get_n (self->group) : self->members;
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

/**
 * kompass_profile_set_points:
 * @self: a profile that is no reference group
 * @kind: area, question or total
 * @index: index of the area or question in the profile's edition
 * @points: its points in hundredths, or %KOMPASS_POINTS_UNKNOWN
 */
void
kompass_profile_set_points (KompassProfile  *self,
                            KompassLineKind  kind,
                            guint            index,
                            KompassPoints    points)
{
  Value *value = find_value (self, kind, index);

  g_return_if_fail (value != NULL && self->group == NULL);
  value->points = points;
}

void
kompass_profile_set_area (KompassProfile *self,
                          guint           area,
                          KompassPoints   points)
{
  kompass_profile_set_points (self, KOMPASS_LINE_AREA, area, points);
}

void
kompass_profile_set_total (KompassProfile *self,
                           KompassPoints   points)
{
  kompass_profile_set_points (self, KOMPASS_LINE_TOTAL, 0, points);
}

/**
 * kompass_profile_get_points:
 * @self: a profile
 * @kind: area, question or total
 * @index: index of the area or question in the profile's edition
 * @maximum: (out) (optional): what the points are out of, in hundredths, or %KOMPASS_POINTS_UNKNOWN
 *
 * Returns: the points in hundredths, or %KOMPASS_POINTS_UNKNOWN; of a reference group, the mean of the members that
 *   have a value
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
  if (value != NULL && self->group != NULL)
    return kompass_members_get_statistics (self->group, kompass_profile_find_figure (self, kind, index))->mean;

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
  KompassEdition *edition = self->original != NULL ? self->original->edition : self->edition;
  g_autofree char *edition_name = edition != NULL ? kompass_edition_get_display_name (edition) : NULL;
  guint members = kompass_profile_get_members (self);
  g_autoptr (GString) text = g_string_new (name);

  g_string_append (text, ": ");
  if (edition_name != NULL)
    g_string_append_printf (text, _("edition %s"), edition_name);
  else
    g_string_append (text, _("edition not known"));
  if (self->kind != KOMPASS_PROFILE_EVALUATION)
    {
      g_string_append (text, ", ");
      if (members > 0 || self->kind == KOMPASS_PROFILE_GROUP)
        g_string_append_printf (text, ngettext ("mean of %u evaluation", "mean of %u evaluations", members), members);
      else
        g_string_append (text, _("mean of an unknown number of evaluations"));
      if (self->as_of != NULL && *self->as_of != '\0')
        g_string_append_printf (text, ", %s", self->as_of);
    }
  if (self->source != NULL && *self->source != '\0')
    g_string_append_printf (text, ", %s", self->source);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
