/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A profile of one edition seen from another, through a mapping that says which areas and questions are the same. */
#include "kompass-profile-private.h"

/**
 * Route:
 * @indexes: (array zero-terminated=0): the areas or questions of the other edition whose points are added
 * @n: how many; 0 where there is no way
 * @own_maximum: what the points are out of here
 * @other_maximum: what they are out of there
 *
 * How points get to one area or question.
 */
typedef struct
{
  guint *indexes;
  guint n;
  KompassPoints own_maximum;
  KompassPoints other_maximum;
} Route;

static void
route_clear (gpointer data)
{
  g_free (((Route *) data)->indexes);
}

static guint
count_lines (KompassEdition  *edition,
             KompassLineKind  kind)
{
  return kind == KOMPASS_LINE_AREA ? kompass_edition_get_n_areas (edition) : kompass_edition_get_n_questions (edition);
}

static KompassPoints
get_maximum (KompassEdition  *edition,
             KompassLineKind  kind,
             guint            index)
{
  switch (kind)
    {
    case KOMPASS_LINE_AREA:
      return kompass_edition_get_area (edition, index)->maximum;
    case KOMPASS_LINE_QUESTION:
      return kompass_edition_get_question (edition, index)->maximum;
    case KOMPASS_LINE_TOTAL:
    default:
      return kompass_edition_get_maximum (edition);
    }
}

static char *
get_number (KompassEdition  *edition,
            KompassLineKind  kind,
            guint            index)
{
  return kind == KOMPASS_LINE_AREA ? g_strdup_printf ("%u", kompass_edition_get_area (edition, index)->number)
                                   : g_strdup (kompass_edition_get_question (edition, index)->number);
}

/* Index by number; only a mapping may turn a number of one edition into a place in the other. */
static GHashTable *
index_numbers (KompassEdition  *edition,
               KompassLineKind  kind)
{
  GHashTable *indexes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < count_lines (edition, kind); i++)
    g_hash_table_insert (indexes, get_number (edition, kind, i), GUINT_TO_POINTER (i));

  return indexes;
}

static Route
find_route (KompassMapping  *mapping,
            KompassEdition  *own,
            KompassEdition  *other,
            KompassLineKind  kind,
            guint            index,
            GHashTable      *places)
{
  g_autofree char *number = get_number (own, kind, index);
  const KompassMappingItem *item = kompass_mapping_find (mapping, own, kind, number);
  Route route = { NULL, 0, get_maximum (own, kind, index), 0 };
  const char * const *numbers;

  if (item == NULL || !kompass_mapping_item_carries (mapping, item, own))
    return route;
  numbers = kompass_mapping_get_numbers (mapping, item, other);
  route.n = g_strv_length ((char **) numbers);
  route.indexes = g_new (guint, route.n);
  for (guint i = 0; i < route.n; i++)
    {
      route.indexes[i] = GPOINTER_TO_UINT (g_hash_table_lookup (places, numbers[i]));
      if (get_maximum (other, kind, route.indexes[i]) == KOMPASS_POINTS_UNKNOWN)
        route.other_maximum = KOMPASS_POINTS_UNKNOWN;
      else if (route.other_maximum != KOMPASS_POINTS_UNKNOWN)
        route.other_maximum += get_maximum (other, kind, route.indexes[i]);
    }

  return route;
}

static GArray *
find_routes (KompassMapping  *mapping,
             KompassEdition  *own,
             KompassEdition  *other,
             KompassLineKind  kind)
{
  g_autoptr (GHashTable) places = index_numbers (other, kind);
  GArray *routes = g_array_new (FALSE, FALSE, sizeof (Route));

  g_array_set_clear_func (routes, route_clear);
  for (guint i = 0; i < count_lines (own, kind); i++)
    {
      Route route = find_route (mapping, own, other, kind, i, places);

      g_array_append_val (routes, route);
    }

  return routes;
}

/* Where maxima differ, the points are the same part of the own maximum as they were of the other's. */
static KompassPoints
convert (gint64       sum,
         const Route *route)
{
  if (route->own_maximum == route->other_maximum)
    return (KompassPoints) sum;
  if (route->own_maximum == KOMPASS_POINTS_UNKNOWN || route->other_maximum == KOMPASS_POINTS_UNKNOWN ||
      route->other_maximum <= 0)
    return KOMPASS_POINTS_UNKNOWN;

  return (KompassPoints) kompass_divide_rounded (sum * route->own_maximum, route->other_maximum);
}

typedef KompassPoints (*GetPoints) (KompassProfile  *original,
                                    KompassLineKind  kind,
                                    guint            index,
                                    gsize            member);

static KompassPoints
follow (const Route     *route,
        KompassProfile  *original,
        KompassLineKind  kind,
        GetPoints        get_points,
        gsize            member)
{
  gint64 sum = 0;

  if (route->n == 0)
    return KOMPASS_POINTS_UNKNOWN;
  for (guint i = 0; i < route->n; i++)
    {
      KompassPoints points = get_points (original, kind, route->indexes[i], member);

      if (points == KOMPASS_POINTS_UNKNOWN)
        return KOMPASS_POINTS_UNKNOWN;
      sum += points;
    }

  return convert (sum, route);
}

/* Of an evaluation or a mean: what is known whole, out of its full maximum. */
static KompassPoints
get_whole_points (KompassProfile  *original,
                  KompassLineKind  kind,
                  guint            index,
                  gsize            member)
{
  KompassPoints full = get_maximum (kompass_profile_get_edition (original), kind, index);
  KompassPoints maximum;
  KompassPoints points = kompass_profile_get_points (original, kind, index, &maximum);

  return kompass_profile_is_whole (original, kind, index) && (maximum == full || full == KOMPASS_POINTS_UNKNOWN)
             ? points
             : KOMPASS_POINTS_UNKNOWN;
}

static KompassPoints
get_member_points (KompassProfile  *original,
                   KompassLineKind  kind,
                   guint            index,
                   gsize            member)
{
  gsize n;

  return kompass_profile_get_member_points (original, kind, index, &n)[member];
}

/* Whether every area of both editions has its counterpart; then the totals are of the same things. */
static gboolean
maps_all_areas (GArray         *areas,
                KompassEdition *other)
{
  g_autofree gboolean *is_used = g_new0 (gboolean, kompass_edition_get_n_areas (other) + 1);
  guint n_used = 0;

  for (guint i = 0; i < areas->len; i++)
    {
      const Route *route = &g_array_index (areas, Route, i);

      if (route->n != 1 || is_used[route->indexes[0]])
        return FALSE;
      is_used[route->indexes[0]] = TRUE;
      n_used++;
    }

  return n_used > 0 && n_used == kompass_edition_get_n_areas (other);
}

/* The total itself where no area's maximum has changed; else the areas' converted points. */
static KompassPoints
map_total (GArray         *areas,
           KompassProfile *original,
           GetPoints       get_points,
           gsize           member)
{
  gboolean is_converted = FALSE;
  gint64 sum = 0;

  if (!maps_all_areas (areas, kompass_profile_get_edition (original)))
    return KOMPASS_POINTS_UNKNOWN;
  for (guint i = 0; i < areas->len; i++)
    {
      const Route *route = &g_array_index (areas, Route, i);
      KompassPoints points = follow (route, original, KOMPASS_LINE_AREA, get_points, member);

      is_converted = is_converted || route->own_maximum != route->other_maximum;
      if (points == KOMPASS_POINTS_UNKNOWN)
        sum = KOMPASS_POINTS_UNKNOWN;
      else if (sum != KOMPASS_POINTS_UNKNOWN)
        sum += points;
    }

  return is_converted ? (KompassPoints) sum : get_points (original, KOMPASS_LINE_TOTAL, 0, member);
}

static void
map_lines (KompassProfile  *self,
           KompassProfile  *original,
           KompassLineKind  kind,
           GArray          *routes)
{
  KompassMembers *group = kompass_profile_get_group (self);
  gsize n_members = group != NULL ? kompass_members_get_n (group) : 0;

  for (guint i = 0; i < routes->len; i++)
    {
      const Route *route = &g_array_index (routes, Route, i);

      if (group == NULL)
        kompass_profile_set_points (self, kind, i, follow (route, original, kind, get_whole_points, 0));
      for (gsize j = 0; j < n_members; j++)
        kompass_members_set (group, j, kompass_profile_find_figure (self, kind, i),
                             follow (route, original, kind, get_member_points, j));
    }
}

static void
copy_members (KompassProfile *self,
              KompassProfile *original)
{
  KompassMembers *group = kompass_profile_get_group (self);
  gsize n;

  kompass_profile_get_member_points (original, KOMPASS_LINE_TOTAL, 0, &n);
  for (gsize i = 0; i < n; i++)
    kompass_members_add (group, kompass_profile_get_member_id (original, i), kompass_profile_get_member_name (original, i));
}

/**
 * kompass_profile_new_mapped:
 * @original: what is seen through the mapping; its edition is one of the mapping's two
 * @edition: the mapping's other edition
 * @mapping: a mapping between the two, in either direction
 *
 * The figures of @original as figures of @edition: an area or question that the mapping makes of one or several others
 * has the sum of their points, as the same part of its own maximum where maxima differ. Where several share one, there
 * is no telling what belongs to which, and there is none. The total is there only where every area of both editions has
 * its counterpart. Only what is known whole is taken over. Of a reference group, each member is mapped.
 *
 * Returns: (transfer full): a profile of @edition
 */
KompassProfile *
kompass_profile_new_mapped (KompassProfile *original,
                            KompassEdition *edition,
                            KompassMapping *mapping)
{
  KompassEdition *other = kompass_profile_get_edition (original);
  KompassProfile *self = kompass_profile_new_like (original, edition, mapping);
  g_autoptr (GArray) areas = find_routes (mapping, edition, other, KOMPASS_LINE_AREA);
  g_autoptr (GArray) questions = find_routes (mapping, edition, other, KOMPASS_LINE_QUESTION);
  KompassMembers *group = kompass_profile_get_group (self);

  if (group != NULL)
    copy_members (self, original);
  map_lines (self, original, KOMPASS_LINE_AREA, areas);
  map_lines (self, original, KOMPASS_LINE_QUESTION, questions);
  if (group == NULL)
    kompass_profile_set_points (self, KOMPASS_LINE_TOTAL, 0, map_total (areas, original, get_whole_points, 0));
  for (gsize i = 0; group != NULL && i < kompass_members_get_n (group); i++)
    kompass_members_set (group, i, kompass_profile_find_figure (self, KOMPASS_LINE_TOTAL, 0),
                         map_total (areas, original, get_member_points, i));

  return self;
}
