/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reference group as a user describes it: a named set of evaluations, or a published mean with the figures as typed.
 * What figures a set of evaluations has is computed elsewhere (kompass-profile.c). */
#include "kompass-group.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-profile.h"

#define MAX_NAME_LENGTH 200

struct _KompassGroup
{
  GObject parent_instance;

  char *id;
  char *name;
  KompassEdition *edition;
  gboolean is_published;
  guint n_members; /* as published, or as counted where the members themselves are not loaded */
  char *as_of;
  char *source;
  gboolean is_example;
  GPtrArray *members;    /* UUIDs in the order they were added */
  GHashTable *is_member; /* the same UUIDs, which belong to the array */
  KompassPoints *areas;  /* one per area of the edition */
  KompassPoints total;
};

G_DEFINE_FINAL_TYPE (KompassGroup, kompass_group, G_TYPE_OBJECT)
G_DEFINE_QUARK (kompass-group-error-quark, kompass_group_error)

static void
kompass_group_finalize (GObject *object)
{
  KompassGroup *self = KOMPASS_GROUP (object);

  g_free (self->id);
  g_free (self->name);
  g_clear_object (&self->edition);
  g_free (self->as_of);
  g_free (self->source);
  g_hash_table_unref (self->is_member);
  g_ptr_array_unref (self->members);
  g_free (self->areas);

  G_OBJECT_CLASS (kompass_group_parent_class)->finalize (object);
}

static void
kompass_group_class_init (KompassGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kompass_group_finalize;
}

static void
kompass_group_init (KompassGroup *self)
{
  self->as_of = g_strdup ("");
  self->source = g_strdup ("");
  self->members = g_ptr_array_new_with_free_func (g_free);
  self->is_member = g_hash_table_new (g_str_hash, g_str_equal);
  self->total = KOMPASS_POINTS_UNKNOWN;
}

/**
 * kompass_group_new:
 * @id: its UUID
 * @name: what it is called
 * @edition: the edition of its members
 * @is_published: whether it is a published mean, with figures as typed, instead of a set of evaluations
 *
 * Returns: (transfer full): a group without members, or a mean in which nothing is known yet
 */
KompassGroup *
kompass_group_new (const char     *id,
                   const char     *name,
                   KompassEdition *edition,
                   gboolean        is_published)
{
  KompassGroup *self = g_object_new (KOMPASS_TYPE_GROUP, NULL);
  guint n_areas = kompass_edition_get_n_areas (edition);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->edition = g_object_ref (edition);
  self->is_published = is_published;
  self->areas = g_new (KompassPoints, n_areas + 1);
  for (guint i = 0; i < n_areas; i++)
    self->areas[i] = KOMPASS_POINTS_UNKNOWN;

  return self;
}

static void
set_text (char       **text,
          const char  *value)
{
  g_autofree char *copy = g_strdup (value != NULL ? value : "");

  g_free (*text);
  *text = g_steal_pointer (&copy);
}

/**
 * kompass_group_copy:
 * @self: a group
 * @id: the UUID of the copy
 * @name: what the copy is called
 *
 * Returns: (transfer full): a group of its own with the same members or figures, which no example brought
 */
KompassGroup *
kompass_group_copy (KompassGroup *self,
                    const char   *id,
                    const char   *name)
{
  KompassGroup *copy = kompass_group_new (id, name, self->edition, self->is_published);

  kompass_group_set_as_of (copy, self->as_of);
  kompass_group_set_source (copy, self->source);
  kompass_group_set_n_members (copy, self->is_published ? kompass_group_get_n_members (self) : 0);
  for (guint i = 0; !self->is_published && kompass_group_get_member (self, i) != NULL; i++)
    kompass_group_add_member (copy, kompass_group_get_member (self, i));
  for (guint i = 0; i < kompass_edition_get_n_areas (self->edition); i++)
    copy->areas[i] = self->areas[i];
  copy->total = self->total;

  return copy;
}

const char *
kompass_group_get_id (KompassGroup *self)
{
  return self->id;
}

/**
 * kompass_group_get_name:
 * @self: a group
 *
 * Returns: its name as stored
 */
const char *
kompass_group_get_name (KompassGroup *self)
{
  return self->name;
}

void
kompass_group_set_name (KompassGroup *self,
                        const char   *name)
{
  set_text (&self->name, name);
}

/**
 * kompass_group_get_display_name:
 * @self: a group
 *
 * Returns: (transfer full): its name in the user's language, where it is one of the bundled ones
 */
char *
kompass_group_get_display_name (KompassGroup *self)
{
  g_autoptr (KompassProfile) profile = kompass_profile_new_mean (self->id, self->name, NULL, 0, NULL, NULL);

  return kompass_profile_get_display_name (profile);
}

/**
 * kompass_group_get_edition:
 * @self: a group
 *
 * Returns: (transfer none): the edition of all its members
 */
KompassEdition *
kompass_group_get_edition (KompassGroup *self)
{
  return self->edition;
}

/**
 * kompass_group_get_is_published:
 * @self: a group
 *
 * Returns: %TRUE for a published mean, %FALSE for a set of evaluations
 */
gboolean
kompass_group_get_is_published (KompassGroup *self)
{
  return self->is_published;
}

/**
 * kompass_group_get_n_members:
 * @self: a group
 *
 * Returns: how many members it has; 0 where a published mean does not say
 */
guint
kompass_group_get_n_members (KompassGroup *self)
{
  return self->members->len > 0 ? self->members->len : self->n_members;
}

/**
 * kompass_group_set_n_members:
 * @self: a group
 * @n_members: how many members it has, as published, or 0 where that is not known; for a set of evaluations whose
 *   members are not loaded, how many there are
 */
void
kompass_group_set_n_members (KompassGroup *self,
                             guint         n_members)
{
  self->n_members = n_members;
}

/**
 * kompass_group_get_as_of:
 * @self: a group
 *
 * Returns: its date or year, or ""
 */
const char *
kompass_group_get_as_of (KompassGroup *self)
{
  return self->as_of;
}

void
kompass_group_set_as_of (KompassGroup *self,
                         const char   *as_of)
{
  set_text (&self->as_of, as_of);
}

/**
 * kompass_group_get_source:
 * @self: a group
 *
 * Returns: where it is published or who chose its members, or ""
 */
const char *
kompass_group_get_source (KompassGroup *self)
{
  return self->source;
}

void
kompass_group_set_source (KompassGroup *self,
                          const char   *source)
{
  set_text (&self->source, source);
}

/**
 * kompass_group_get_is_example:
 * @self: a group
 *
 * Returns: %TRUE if it came with the program
 */
gboolean
kompass_group_get_is_example (KompassGroup *self)
{
  return self->is_example;
}

void
kompass_group_set_is_example (KompassGroup *self,
                              gboolean      is_example)
{
  self->is_example = is_example;
}

/* Members */

/**
 * kompass_group_add_member:
 * @self: a set of evaluations
 * @evaluation_id: the UUID of an evaluation; that it is of the same edition is seen to when the group is saved
 *
 * Returns: %TRUE unless it is a member already
 */
gboolean
kompass_group_add_member (KompassGroup *self,
                          const char   *evaluation_id)
{
  char *id;

  g_return_val_if_fail (!self->is_published, FALSE);

  if (g_hash_table_contains (self->is_member, evaluation_id))
    return FALSE;
  id = g_strdup (evaluation_id);
  g_ptr_array_add (self->members, id);
  g_hash_table_add (self->is_member, id);

  return TRUE;
}

/**
 * kompass_group_remove_member:
 * @self: a set of evaluations
 * @evaluation_id: the UUID of an evaluation
 *
 * Returns: %TRUE if it was a member
 */
gboolean
kompass_group_remove_member (KompassGroup *self,
                             const char   *evaluation_id)
{
  guint index;

  if (!g_hash_table_remove (self->is_member, evaluation_id) ||
      !g_ptr_array_find_with_equal_func (self->members, evaluation_id, g_str_equal, &index))
    return FALSE;
  g_ptr_array_remove_index (self->members, index);
  self->n_members = self->members->len;

  return TRUE;
}

gboolean
kompass_group_has_member (KompassGroup *self,
                          const char   *evaluation_id)
{
  return g_hash_table_contains (self->is_member, evaluation_id);
}

/**
 * kompass_group_get_member:
 * @self: a set of evaluations
 * @index: which member, from 0, in the order they were added
 *
 * Returns: (transfer none) (nullable): the UUID of an evaluation; %NULL after the last
 */
const char *
kompass_group_get_member (KompassGroup *self,
                          guint         index)
{
  return index < self->members->len ? g_ptr_array_index (self->members, index) : NULL;
}

/* Figures of a published mean */

static KompassPoints *
find_points (KompassGroup    *self,
             KompassLineKind  kind,
             guint            index)
{
  if (kind == KOMPASS_LINE_TOTAL)
    return &self->total;

  return kind == KOMPASS_LINE_AREA && index < kompass_edition_get_n_areas (self->edition) ? &self->areas[index] : NULL;
}

/**
 * kompass_group_get_points:
 * @self: a published mean
 * @kind: %KOMPASS_LINE_AREA or %KOMPASS_LINE_TOTAL
 * @index: index of the area in the edition
 *
 * Returns: the mean as typed, in hundredths, or %KOMPASS_POINTS_UNKNOWN
 */
KompassPoints
kompass_group_get_points (KompassGroup    *self,
                          KompassLineKind  kind,
                          guint            index)
{
  const KompassPoints *points = find_points (self, kind, index);

  return points != NULL ? *points : KOMPASS_POINTS_UNKNOWN;
}

/**
 * kompass_group_set_points:
 * @self: a published mean
 * @kind: %KOMPASS_LINE_AREA or %KOMPASS_LINE_TOTAL
 * @index: index of the area in the edition
 * @points: the mean, in hundredths, or %KOMPASS_POINTS_UNKNOWN
 */
void
kompass_group_set_points (KompassGroup    *self,
                          KompassLineKind  kind,
                          guint            index,
                          KompassPoints    points)
{
  KompassPoints *place = find_points (self, kind, index);

  g_return_if_fail (place != NULL);
  *place = points;
}

static gboolean
invalid (GError     **error,
         const char  *words)
{
  g_set_error_literal (error, KOMPASS_GROUP_ERROR, KOMPASS_GROUP_ERROR_INVALID, words);

  return FALSE;
}

static gboolean
is_one_line (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

static gboolean
validate_texts (KompassGroup  *self,
                GError       **error)
{
  g_autofree char *name = NULL;

  if (!is_one_line (self->name))
    return invalid (error, _("The name has a character that cannot be printed"));
  name = g_strstrip (g_strdup (self->name));
  if (*name == '\0')
    return invalid (error, _("A reference group needs a name"));
  if (g_utf8_strlen (name, -1) > MAX_NAME_LENGTH)
    return invalid (error, _("The name is too long: at most 200 characters"));
  if (!is_one_line (self->as_of) || !is_one_line (self->source))
    return invalid (error, _("The date or the source has a character that cannot be printed"));

  return TRUE;
}

static gboolean
validate_points (KompassPoints   points,
                 KompassPoints   maximum,
                 const char     *place,
                 GError        **error)
{
  g_autofree char *limit = NULL;

  if (points == KOMPASS_POINTS_UNKNOWN)
    return TRUE;
  if (maximum == KOMPASS_POINTS_UNKNOWN)
    maximum = KOMPASS_POINTS_LIMIT;
  if (points >= 0 && points <= maximum)
    return TRUE;
  limit = kompass_points_format (maximum, 0);
  g_set_error (error, KOMPASS_GROUP_ERROR, KOMPASS_GROUP_ERROR_INVALID,
               /* Translators: an area's number and title, or "Total"; then its maximum */
               _("%s: the mean must be between 0 and %s points"), place, limit);

  return FALSE;
}

static gboolean
validate_published (KompassGroup  *self,
                    GError       **error)
{
  gboolean is_known = self->total != KOMPASS_POINTS_UNKNOWN;

  if (self->n_members > KOMPASS_GROUP_MEMBERS_LIMIT)
    return invalid (error, _("A published mean has between 1 and 9999 members, or an unknown number"));
  for (guint i = 0; i < kompass_edition_get_n_areas (self->edition); i++)
    {
      const KompassArea *area = kompass_edition_get_area (self->edition, i);
      g_autofree char *place = g_strdup_printf ("%u %s", area->number, area->title);

      if (!validate_points (self->areas[i], area->maximum, place, error))
        return FALSE;
      is_known = is_known || self->areas[i] != KOMPASS_POINTS_UNKNOWN;
    }
  if (!is_known)
    return invalid (error, _("A published mean needs the points of at least one area, or the total"));

  return validate_points (self->total, kompass_edition_get_maximum (self->edition), _("Total"), error);
}

/**
 * kompass_group_validate:
 * @self: a group
 * @error: return location for a #KOMPASS_GROUP_ERROR in words for the user
 *
 * Checks the name and the other texts, and for a published mean that something is known and nothing above its maximum.
 * A set of evaluations may be empty.
 *
 * Returns: %TRUE if it can be saved
 */
gboolean
kompass_group_validate (KompassGroup  *self,
                        GError       **error)
{
  return validate_texts (self, error) && (!self->is_published || validate_published (self, error));
}
