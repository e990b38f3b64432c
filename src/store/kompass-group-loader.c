/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All members of a reference group at once: three queries, whatever their number, and no object for each. */
#include "kompass-group-loader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-library-private.h"

/* How many steps of SQLite's machine pass between two looks at whether someone has cancelled: about a millisecond. */
#define STEPS_BETWEEN_LOOKS 20000

#define BUSY_MILLISECONDS 3000

/**
 * Member:
 * @name: what it is called: "Lund 2011"
 * @depth: how much is known of it
 * @given: what is stored of it; its arrays are parts of those of the loader
 */
typedef struct
{
  char *id;
  char *name;
  KompassDepth depth;
  KompassGiven given;
} Member;

typedef struct
{
  sqlite3 *db;
  KompassGroup *group;
  KompassEdition *edition;
  GArray *members;       /* of Member, in the group's order */
  GHashTable *by_id;     /* UUID to the number of the member, plus one */
  GHashTable *questions; /* number of a question to its index, plus one */
  GHashTable *areas;     /* number of an area, as text, to its index, plus one */
  guint last_member;     /* of the row before: rows of one member follow each other */
  guint last_question;   /* and its questions are as a rule in order */
} Loader;

static void
clear_member (gpointer data)
{
  Member *member = data;

  g_free (member->id);
  g_free (member->name);
  kompass_given_clear (&member->given);
}

static void
loader_init (Loader       *self,
             sqlite3      *db,
             KompassGroup *group)
{
  *self = (Loader) { .db = db, .group = group, .edition = kompass_group_get_edition (group) };
  self->members = g_array_new (FALSE, FALSE, sizeof (Member));
  g_array_set_clear_func (self->members, clear_member);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->questions = g_hash_table_new (g_str_hash, g_str_equal);
  self->areas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < kompass_edition_get_n_questions (self->edition); i++)
    g_hash_table_insert (self->questions, kompass_edition_get_question (self->edition, i)->number,
                         GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < kompass_edition_get_n_areas (self->edition); i++)
    g_hash_table_insert (self->areas, g_strdup_printf ("%u", kompass_edition_get_area (self->edition, i)->number),
                         GUINT_TO_POINTER (i + 1));
}

static void
loader_clear (Loader *self)
{
  g_array_unref (self->members);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->questions);
  g_hash_table_unref (self->areas);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Loader, loader_clear)

/* Members */

static gboolean
check_hash (Loader        *self,
            const Member  *member,
            const char    *hash,
            GError       **error)
{
  g_autofree char *own = kompass_edition_get_hash (self->edition);

  return strcmp (own, hash) == 0 || kompass_library_refuse_hash (self->db, member->name, self->edition, error);
}

static gboolean
add_member (Loader        *self,
            sqlite3_stmt  *row,
            GError       **error)
{
  g_autofree char *municipality =
      kompass_municipality_format_name (kompass_sql_text (row, 1), kompass_sql_text (row, 2));
  Member member = { .depth = KOMPASS_DEPTH_TOTAL };

  member.id = g_strdup (kompass_sql_text (row, 0));
  member.name = g_strdup_printf ("%s %d", municipality, sqlite3_column_int (row, 3));
  kompass_depth_from_name (kompass_sql_text (row, 4), &member.depth);
  if (kompass_edition_get_n_questions (self->edition) == 0)
    member.depth = MIN (member.depth, KOMPASS_DEPTH_AREAS);
  kompass_given_init (&member.given, self->edition);
  g_array_append_val (self->members, member);

  return check_hash (self, &member, kompass_sql_text (row, 5), error);
}

static gboolean
read_members (Loader  *self,
              GError **error)
{
  g_autoptr (sqlite3_stmt) rows = NULL;
  gboolean is_read = TRUE;
  gboolean is_row;

  rows =
      kompass_sql_query (self->db, error,
                         "SELECT e.id, t.name, t.country, e.year, e.depth, e.edition_hash FROM reference_member m "
                         "CROSS JOIN evaluation e ON e.id = m.evaluation JOIN municipality t ON t.id = e.municipality "
                         "WHERE m.reference_group = ? ORDER BY m.position, m.evaluation",
                         "s", kompass_group_get_id (self->group));
  if (rows == NULL)
    return FALSE;
  while ((is_read = kompass_sql_next_or_end (rows, &is_row, error)) && is_row)
    if (!add_member (self, rows, error))
      return FALSE;
  for (guint i = 0; i < self->members->len; i++)
    g_hash_table_insert (self->by_id, g_array_index (self->members, Member, i).id, GUINT_TO_POINTER (i + 1));

  return is_read;
}

/* NULL if another program has added it since the members were read, which it cannot within a transaction. */
static Member *
find_member (Loader     *self,
             const char *id)
{
  guint place;

  if (self->last_member < self->members->len &&
      strcmp (g_array_index (self->members, Member, self->last_member).id, id) == 0)
    return &g_array_index (self->members, Member, self->last_member);
  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, id));
  if (place == 0)
    return NULL;
  self->last_member = place - 1;

  return &g_array_index (self->members, Member, self->last_member);
}

/* Figures */

static gboolean
find_question (Loader     *self,
               const char *number,
               guint      *index)
{
  guint n_questions = kompass_edition_get_n_questions (self->edition);
  guint next = self->last_question + 1;
  guint place;

  if (next >= n_questions || strcmp (kompass_edition_get_question (self->edition, next)->number, number) != 0)
    {
      place = GPOINTER_TO_UINT (g_hash_table_lookup (self->questions, number));
      if (place == 0)
        return FALSE;
      next = place - 1;
    }
  *index = self->last_question = next;

  return TRUE;
}

static gboolean
read_scores (Loader  *self,
             GError **error)
{
  g_autoptr (sqlite3_stmt) rows = NULL;
  gboolean is_read = TRUE;
  gboolean is_row;

  rows = kompass_sql_query (self->db, error,
                            "SELECT s.evaluation, s.question, s.points FROM reference_member m "
                            "CROSS JOIN score s ON s.evaluation = m.evaluation WHERE m.reference_group = ?",
                            "s", kompass_group_get_id (self->group));
  if (rows == NULL)
    return FALSE;
  while ((is_read = kompass_sql_step (rows, &is_row, error)) && is_row)
    {
      Member *member = find_member (self, kompass_sql_text (rows, 0));
      KompassPoints points = kompass_sql_points (rows, 2);
      guint index;

      if (member != NULL && find_question (self, kompass_sql_text (rows, 1), &index))
        member->given.scores[index] = points != KOMPASS_POINTS_UNKNOWN ? KOMPASS_SCORE (points) : KOMPASS_SCORE_NA;
    }

  return is_read;
}

static KompassPrinted *
find_printed (Loader     *self,
              Member     *member,
              const char *place)
{
  guint index;

  if (*place == '\0')
    return &member->given.printed_total;
  index = GPOINTER_TO_UINT (g_hash_table_lookup (self->areas, place));
  if (index > 0)
    return &member->given.printed_areas[index - 1];

  return find_question (self, place, &index) ? &member->given.printed_questions[index] : NULL;
}

static gboolean
read_printed (Loader  *self,
              GError **error)
{
  g_autoptr (sqlite3_stmt) rows = NULL;
  gboolean is_read = TRUE;
  gboolean is_row;

  rows =
      kompass_sql_query (self->db, error,
                         "SELECT p.evaluation, p.place, p.figure = 'points', p.value, p.beside FROM reference_member m "
                         "CROSS JOIN printed p ON p.evaluation = m.evaluation WHERE m.reference_group = ?",
                         "s", kompass_group_get_id (self->group));
  if (rows == NULL)
    return FALSE;
  while ((is_read = kompass_sql_step (rows, &is_row, error)) && is_row)
    {
      Member *member = find_member (self, kompass_sql_text (rows, 0));
      KompassPrinted *printed = member != NULL ? find_printed (self, member, kompass_sql_text (rows, 1)) : NULL;

      if (printed == NULL)
        continue;
      if (sqlite3_column_int (rows, 2) != 0)
        {
          printed->points = kompass_sql_points (rows, 3);
          printed->points_beside = kompass_sql_points (rows, 4);
        }
      else
        {
          printed->percent = sqlite3_column_int (rows, 3);
          printed->percent_beside = kompass_sql_points (rows, 4);
        }
    }

  return is_read;
}

static KompassProfile *
make_profile (Loader *self)
{
  KompassEdition *edition = self->edition;
  KompassProfile *profile = kompass_profile_new_group (kompass_group_get_id (self->group),
                                                       kompass_group_get_name (self->group), edition,
                                                       kompass_group_get_as_of (self->group),
                                                       kompass_group_get_source (self->group));
  g_autofree KompassFigures *questions = g_new0 (KompassFigures, kompass_edition_get_n_questions (edition) + 1);
  g_autofree KompassFigures *areas = g_new0 (KompassFigures, kompass_edition_get_n_areas (edition) + 1);

  for (guint i = 0; i < self->members->len; i++)
    {
      Member *member = &g_array_index (self->members, Member, i);
      KompassFigures total = { 0 };

      kompass_figures_derive (edition, member->depth, &member->given, questions, areas, &total);
      kompass_profile_add_member (profile, member->id, member->name,
                                  member->depth == KOMPASS_DEPTH_QUESTIONS ? questions : NULL,
                                  member->depth != KOMPASS_DEPTH_TOTAL ? areas : NULL, &total);
    }

  return profile;
}

/**
 * kompass_group_loader_load:
 * @db: a library, in a transaction
 * @group: a reference group of evaluations; its description is enough
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Returns: (transfer full) (nullable): the group with the figures of all its members
 */
KompassProfile *
kompass_group_loader_load (sqlite3       *db,
                           KompassGroup  *group,
                           GError       **error)
{
  g_auto (Loader) loader = { 0 };

  loader_init (&loader, db, group);
  if (!read_members (&loader, error) || !read_scores (&loader, error) || !read_printed (&loader, error))
    return NULL;

  return make_profile (&loader);
}

/* In a thread */

static int
look_cb (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

static gboolean
set_up (sqlite3       *db,
        GCancellable  *cancellable,
        GError       **error)
{
  sqlite3_busy_timeout (db, BUSY_MILLISECONDS);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  if (cancellable != NULL)
    sqlite3_progress_handler (db, STEPS_BETWEEN_LOOKS, look_cb, cancellable);

  return kompass_sql_script (db, "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; BEGIN", error);
}

/**
 * kompass_group_loader_run:
 * @path: the path of a library
 * @group: a reference group of evaluations, which no one changes meanwhile
 * @cancellable: (nullable): for stopping
 * @error: return location for a #KOMPASS_LIBRARY_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * As kompass_group_loader_load(), with a connection of its own, for a thread.
 *
 * Returns: (transfer full) (nullable): the group with the figures of all its members
 */
KompassProfile *
kompass_group_loader_run (const char    *path,
                          KompassGroup  *group,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr (KompassProfile) profile = NULL;
  g_autoptr (GError) failure = NULL;
  sqlite3 *db = NULL;
  int code = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

  if (code != SQLITE_OK)
    kompass_sql_fail_at (db, path, code, &failure);
  else if (set_up (db, cancellable, &failure))
    profile = kompass_group_loader_load (db, group, &failure);
  kompass_sql_close (db);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  return g_steal_pointer (&profile);
}
