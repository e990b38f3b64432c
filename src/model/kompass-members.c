/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The members of a reference group: for each figure a column of their points, and its statistics once they are asked
 * for. */
#include "kompass-members.h"

typedef struct
{
  GArray *points; /* of KompassPoints, one per member */
  KompassStatistics statistics;
  gboolean is_computed;
} Column;

typedef struct
{
  char *id;
  char *name;
} Member;

struct _KompassMembers
{
  GArray *members;   /* of Member */
  GHashTable *index; /* id → place, from 1 */
  Column *columns;
  guint n_columns;
};

static void
clear_member (gpointer data)
{
  Member *member = data;

  g_free (member->id);
  g_free (member->name);
}

/**
 * kompass_members_new:
 * @n_figures: how many figures a member has
 *
 * Returns: (transfer full): a group without members
 */
KompassMembers *
kompass_members_new (guint n_figures)
{
  KompassMembers *self = g_new0 (KompassMembers, 1);

  self->members = g_array_new (FALSE, FALSE, sizeof (Member));
  g_array_set_clear_func (self->members, clear_member);
  self->index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->n_columns = n_figures;
  self->columns = g_new0 (Column, n_figures);
  for (guint i = 0; i < n_figures; i++)
    self->columns[i].points = g_array_new (FALSE, FALSE, sizeof (KompassPoints));

  return self;
}

void
kompass_members_free (KompassMembers *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_array_unref (self->columns[i].points);
  g_free (self->columns);
  g_hash_table_unref (self->index);
  g_array_unref (self->members);
  g_free (self);
}

/**
 * kompass_members_add:
 * @self: members
 * @id: the UUID of an evaluation that is not among them
 * @name: what it is called: "Lund 2011"
 *
 * Returns: the place of a new member, of which no figure is known
 */
gsize
kompass_members_add (KompassMembers *self,
                     const char     *id,
                     const char     *name)
{
  Member member = { g_strdup (id), g_strdup (name) };
  KompassPoints unknown = KOMPASS_POINTS_UNKNOWN;

  g_array_append_val (self->members, member);
  g_hash_table_insert (self->index, g_strdup (id), GSIZE_TO_POINTER (self->members->len));
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_array_append_val (self->columns[i].points, unknown);
      self->columns[i].is_computed = FALSE;
    }

  return self->members->len - 1;
}

/**
 * kompass_members_set:
 * @self: members
 * @member: the place of one of them
 * @figure: one of its figures
 * @points: its points in hundredths, or %KOMPASS_POINTS_UNKNOWN
 *
 * Only the statistics of a figure that is another than before are computed anew.
 */
void
kompass_members_set (KompassMembers *self,
                     gsize           member,
                     guint           figure,
                     KompassPoints   points)
{
  Column *column = &self->columns[figure];
  KompassPoints *place = &g_array_index (column->points, KompassPoints, member);

  if (*place == points)
    return;
  *place = points;
  column->is_computed = FALSE;
}

gsize
kompass_members_get_n (KompassMembers *self)
{
  return self->members->len;
}

/**
 * kompass_members_find:
 * @self: members
 * @id: the UUID of an evaluation
 * @member: (out) (optional): its place
 *
 * Returns: %TRUE if the evaluation is among them
 */
gboolean
kompass_members_find (KompassMembers *self,
                      const char     *id,
                      gsize          *member)
{
  gsize place = GPOINTER_TO_SIZE (g_hash_table_lookup (self->index, id));

  if (place > 0 && member != NULL)
    *member = place - 1;

  return place > 0;
}

const char *
kompass_members_get_id (KompassMembers *self,
                        gsize           member)
{
  return g_array_index (self->members, Member, member).id;
}

const char *
kompass_members_get_name (KompassMembers *self,
                          gsize           member)
{
  return g_array_index (self->members, Member, member).name;
}

void
kompass_members_set_name (KompassMembers *self,
                          gsize           member,
                          const char     *name)
{
  Member *place = &g_array_index (self->members, Member, member);

  g_free (place->name);
  place->name = g_strdup (name);
}

/**
 * kompass_members_get_points:
 * @self: members
 * @figure: one of their figures
 *
 * Returns: (transfer none) (array): the points of each, %KOMPASS_POINTS_UNKNOWN where it has none; valid until a
 *   member is added
 */
const KompassPoints *
kompass_members_get_points (KompassMembers *self,
                            guint           figure)
{
  return (const KompassPoints *) (gconstpointer) self->columns[figure].points->data;
}

/**
 * kompass_members_get_statistics:
 * @self: members
 * @figure: one of their figures
 *
 * Returns: (transfer none): what the members have in common; valid until a member changes
 */
const KompassStatistics *
kompass_members_get_statistics (KompassMembers *self,
                                guint           figure)
{
  Column *column = &self->columns[figure];

  if (!column->is_computed)
    {
      column->statistics = kompass_statistics_compute (kompass_members_get_points (self, figure), self->members->len);
      column->is_computed = TRUE;
    }

  return &column->statistics;
}
