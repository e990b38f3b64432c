/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A profile that is a reference group of evaluations: its members, what they have in common, and an evaluation's place
 * among them. */
#include "kompass-profile-private.h"

static void
set_member (KompassProfile       *self,
            gsize                 member,
            KompassLineKind       kind,
            guint                 index,
            const KompassFigures *figures)
{
  kompass_members_set (kompass_profile_get_group (self), member, kompass_profile_find_figure (self, kind, index),
                       figures != NULL ? kompass_figures_get_member_points (figures) : KOMPASS_POINTS_UNKNOWN);
}

/**
 * kompass_profile_add_member:
 * @self: a reference group
 * @evaluation_id: the UUID of an evaluation of the group's edition, which is not a member yet
 * @name: what it is called: "Lund 2011"
 * @questions: (array) (nullable): its figures per question of the edition, or %NULL where they are not known
 * @areas: (array) (nullable): its figures per area of the edition, or %NULL where they are not known
 * @total: its total
 *
 * A member counts for a figure only where the whole of it is known, out of the full maximum
 * (kompass_figures_get_member_points()); one that is known by its total alone counts for the total alone.
 */
void
kompass_profile_add_member (KompassProfile       *self,
                            const char           *evaluation_id,
                            const char           *name,
                            const KompassFigures *questions,
                            const KompassFigures *areas,
                            const KompassFigures *total)
{
  KompassMembers *group = kompass_profile_get_group (self);
  KompassEdition *edition = kompass_profile_get_edition (self);
  gsize member;

  g_return_if_fail (group != NULL && !kompass_members_find (group, evaluation_id, NULL));

  member = kompass_members_add (group, evaluation_id, name);
  for (guint i = 0; areas != NULL && i < kompass_edition_get_n_areas (edition); i++)
    set_member (self, member, KOMPASS_LINE_AREA, i, &areas[i]);
  for (guint i = 0; questions != NULL && i < kompass_edition_get_n_questions (edition); i++)
    set_member (self, member, KOMPASS_LINE_QUESTION, i, &questions[i]);
  set_member (self, member, KOMPASS_LINE_TOTAL, 0, total);
}

/**
 * kompass_profile_update_member:
 * @self: a profile
 * @evaluation: an evaluation, whose figures have changed
 *
 * Takes over the figures of a member; does nothing where the profile is no group, or the evaluation no member of it. Of
 * the statistics, only those of figures that are others than before are computed anew.
 */
void
kompass_profile_update_member (KompassProfile    *self,
                               KompassEvaluation *evaluation)
{
  KompassMembers *group = kompass_profile_get_group (self);
  KompassEdition *edition = kompass_profile_get_edition (self);
  gsize member;

  if (group == NULL || kompass_profile_is_mapped (self) ||
      !kompass_members_find (group, kompass_evaluation_get_id (evaluation), &member))
    return;

  kompass_members_set_name (group, member, kompass_evaluation_get_title (evaluation));
  for (guint i = 0; i < kompass_edition_get_n_areas (edition); i++)
    {
      KompassLine *line = kompass_evaluation_get_area_line (evaluation, i);

      set_member (self, member, KOMPASS_LINE_AREA, i, line != NULL ? kompass_line_get_figures (line) : NULL);
    }
  for (guint i = 0; i < kompass_edition_get_n_questions (edition); i++)
    {
      KompassLine *line = kompass_evaluation_get_question_line (evaluation, i);

      set_member (self, member, KOMPASS_LINE_QUESTION, i, line != NULL ? kompass_line_get_figures (line) : NULL);
    }
  set_member (self, member, KOMPASS_LINE_TOTAL, 0,
              kompass_line_get_figures (kompass_evaluation_get_total_line (evaluation)));
}

/**
 * kompass_profile_has_member:
 * @self: a profile
 * @evaluation_id: the UUID of an evaluation
 *
 * Returns: %TRUE if the profile is a reference group and the evaluation a member of it
 */
gboolean
kompass_profile_has_member (KompassProfile *self,
                            const char     *evaluation_id)
{
  KompassMembers *group = kompass_profile_get_group (self);

  return group != NULL && kompass_members_find (group, evaluation_id, NULL);
}

/**
 * kompass_profile_get_member_id:
 * @self: a reference group
 * @member: which of its members, from 0, in the order they were added
 *
 * Returns: (transfer none): the UUID of the member's evaluation
 */
const char *
kompass_profile_get_member_id (KompassProfile *self,
                               gsize           member)
{
  KompassMembers *group = kompass_profile_get_group (self);

  g_return_val_if_fail (group != NULL && member < kompass_members_get_n (group), NULL);

  return kompass_members_get_id (group, member);
}

/**
 * kompass_profile_get_member_name:
 * @self: a reference group
 * @member: which of its members, from 0
 *
 * Returns: (transfer none): what the member is called: "Lund 2011"
 */
const char *
kompass_profile_get_member_name (KompassProfile *self,
                                 gsize           member)
{
  KompassMembers *group = kompass_profile_get_group (self);

  g_return_val_if_fail (group != NULL && member < kompass_members_get_n (group), NULL);

  return kompass_members_get_name (group, member);
}

/**
 * kompass_profile_get_member_points:
 * @self: a profile
 * @kind: area, question or total
 * @index: index of the area or question in the profile's edition
 * @n: (out): how many members there are
 *
 * Returns: (transfer none) (nullable) (array length=n): the points of each member in hundredths,
 *   %KOMPASS_POINTS_UNKNOWN where it has no value; %NULL and none unless the profile is a reference group. Valid until
 *   a member is added.
 */
const KompassPoints *
kompass_profile_get_member_points (KompassProfile  *self,
                                   KompassLineKind  kind,
                                   guint            index,
                                   gsize           *n)
{
  KompassMembers *group = kompass_profile_get_group (self);

  *n = group != NULL ? kompass_members_get_n (group) : 0;

  return group != NULL ? kompass_members_get_points (group, kompass_profile_find_figure (self, kind, index)) : NULL;
}

/**
 * kompass_profile_get_statistics:
 * @self: a profile
 * @kind: area, question or total
 * @index: index of the area or question in the profile's edition
 *
 * Returns: (transfer none) (nullable): what the members that have a value have in common, or %NULL unless the profile
 *   is a reference group; valid until a member changes
 */
const KompassStatistics *
kompass_profile_get_statistics (KompassProfile  *self,
                                KompassLineKind  kind,
                                guint            index)
{
  KompassMembers *group = kompass_profile_get_group (self);

  return group != NULL ? kompass_members_get_statistics (group, kompass_profile_find_figure (self, kind, index)) : NULL;
}

/**
 * kompass_profile_get_n_members_with:
 * @self: a profile
 * @kind: area, question or total
 * @index: index of the area or question in the profile's edition
 *
 * How many evaluations stand behind the figure at hand: of a reference group, the members that have a value; of a
 * published mean, all its members, since reports do not say more; of an evaluation, itself.
 *
 * Returns: how many; 0 where the figure is not known, and where the number of members is not
 */
guint
kompass_profile_get_n_members_with (KompassProfile  *self,
                                    KompassLineKind  kind,
                                    guint            index)
{
  const KompassStatistics *statistics = kompass_profile_get_statistics (self, kind, index);

  if (statistics != NULL)
    return statistics->n;

  return kompass_profile_get_points (self, kind, index, NULL) != KOMPASS_POINTS_UNKNOWN ? kompass_profile_get_members (self)
                                                                                      : 0;
}

static KompassLine *
get_line (KompassEvaluation *evaluation,
          KompassLineKind    kind,
          guint              index)
{
  switch (kind)
    {
    case KOMPASS_LINE_AREA:
      return kompass_evaluation_get_area_line (evaluation, index);
    case KOMPASS_LINE_QUESTION:
      return kompass_evaluation_get_question_line (evaluation, index);
    case KOMPASS_LINE_TOTAL:
    default:
      return kompass_evaluation_get_total_line (evaluation);
    }
}

/**
 * kompass_profile_get_rank:
 * @self: a profile
 * @evaluation: an evaluation of the profile's edition
 * @kind: area, question or total
 * @index: index of the area or question in the profile's edition
 * @rank: (out) (optional): its place, 1 for the highest; equals share a place
 * @of: (out) (optional): among how many, itself counted
 *
 * The place of the evaluation among the members that have a value, together with itself where it is not one of them.
 *
 * Returns: %TRUE if it has a place: the profile is a reference group, and the whole of the line is known
 */
gboolean
kompass_profile_get_rank (KompassProfile    *self,
                          KompassEvaluation *evaluation,
                          KompassLineKind    kind,
                          guint              index,
                          guint             *rank,
                          guint             *of)
{
  const KompassStatistics *statistics = kompass_profile_get_statistics (self, kind, index);
  KompassEdition *edition = kompass_evaluation_get_edition (evaluation);
  KompassLine *line = get_line (evaluation, kind, index);
  const KompassPoints *points;
  KompassPoints own;
  gsize member;
  gsize n;
  gboolean is_counted;
  gboolean is_above;

  if (statistics == NULL || line == NULL || edition == NULL ||
      g_strcmp0 (kompass_edition_get_id (edition), kompass_edition_get_id (kompass_profile_get_edition (self))) != 0)
    return FALSE;
  own = kompass_figures_get_member_points (kompass_line_get_figures (line));
  if (own == KOMPASS_POINTS_UNKNOWN)
    return FALSE;

  /* A member may have been changed since; it is not held against its own past. */
  points = kompass_profile_get_member_points (self, kind, index, &n);
  is_counted = kompass_members_find (kompass_profile_get_group (self), kompass_evaluation_get_id (evaluation), &member) &&
               points[member] != KOMPASS_POINTS_UNKNOWN;
  is_above = is_counted && points[member] > own;
  if (rank != NULL)
    *rank = kompass_statistics_rank (points, n, own, NULL) - (is_above ? 1 : 0);
  if (of != NULL)
    *of = statistics->n + (is_counted ? 0 : 1);

  return TRUE;
}
