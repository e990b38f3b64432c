/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of the areas and questions of one edition in another: the only thing that two editions are joined by. */
#include "kompass-mapping.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  SIDE_FROM,
  SIDE_TO,
  N_SIDES,
} Side;

struct _KompassMapping
{
  GObject parent_instance;

  char *id;
  KompassEdition *editions[N_SIDES];
  char *source;
  gboolean is_bundled;
  gboolean has_band;
  KompassPoints band_low;
  KompassPoints band_high;
  GPtrArray *items;              /* of KompassMappingItem, in the order they were added */
  GHashTable *by_number[N_SIDES]; /* the key of get_key() to the item, which owns nothing */
};

G_DEFINE_FINAL_TYPE (KompassMapping, kompass_mapping, G_TYPE_OBJECT)
G_DEFINE_QUARK (kompass-mapping-error-quark, kompass_mapping_error)

static const char * const relation_names[] = {
  [KOMPASS_RELATION_SAME] = "same",
  [KOMPASS_RELATION_REWORDED] = "reworded",
  [KOMPASS_RELATION_MAXIMUM_CHANGED] = "maximum-changed",
  [KOMPASS_RELATION_SPLIT] = "split",
  [KOMPASS_RELATION_MERGED] = "merged",
  [KOMPASS_RELATION_NEW] = "new",
  [KOMPASS_RELATION_GONE] = "gone",
};

/* How many numbers a relation is between. */
static const struct
{
  guint least[N_SIDES];
  guint most[N_SIDES];
} relation_counts[] = {
  [KOMPASS_RELATION_SAME] = { { 1, 1 }, { 1, 1 } },
  [KOMPASS_RELATION_REWORDED] = { { 1, 1 }, { 1, 1 } },
  [KOMPASS_RELATION_MAXIMUM_CHANGED] = { { 1, 1 }, { 1, 1 } },
  [KOMPASS_RELATION_SPLIT] = { { 1, 2 }, { 1, G_MAXUINT } },
  [KOMPASS_RELATION_MERGED] = { { 2, 1 }, { G_MAXUINT, 1 } },
  [KOMPASS_RELATION_NEW] = { { 0, 1 }, { 0, G_MAXUINT } },
  [KOMPASS_RELATION_GONE] = { { 1, 0 }, { G_MAXUINT, 0 } },
};

/**
 * kompass_relation_get_name:
 * @relation: a relation
 *
 * Returns: its name in files: "same", "reworded", "maximum-changed", "split", "merged", "new" or "gone"
 */
const char *
kompass_relation_get_name (KompassRelation relation)
{
  return relation_names[relation];
}

/**
 * kompass_relation_from_name:
 * @name: a name as kompass_relation_get_name() gives it
 * @relation: (out): the relation
 *
 * Returns: %TRUE if there is such a relation
 */
gboolean
kompass_relation_from_name (const char      *name,
                            KompassRelation *relation)
{
  for (guint i = 0; i < G_N_ELEMENTS (relation_names); i++)
    if (strcmp (relation_names[i], name) == 0)
      {
        *relation = (KompassRelation) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * kompass_relation_describe:
 * @relation: a relation
 *
 * Returns: what it is called, in the user's language
 */
const char *
kompass_relation_describe (KompassRelation relation)
{
  static const char * const words[] = {
    /* Translators: what became of a question or an area from one edition to the next */
    [KOMPASS_RELATION_SAME] = NC_ ("relation", "Same"),
    [KOMPASS_RELATION_REWORDED] = NC_ ("relation", "Reworded"),
    [KOMPASS_RELATION_MAXIMUM_CHANGED] = NC_ ("relation", "Maximum changed"),
    [KOMPASS_RELATION_SPLIT] = NC_ ("relation", "Split"),
    [KOMPASS_RELATION_MERGED] = NC_ ("relation", "Merged"),
    [KOMPASS_RELATION_NEW] = NC_ ("relation", "New"),
    [KOMPASS_RELATION_GONE] = NC_ ("relation", "Gone"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "relation", words[relation]);
}

static void
item_free (gpointer data)
{
  KompassMappingItem *item = data;

  g_free (item->id);
  g_strfreev (item->from);
  g_strfreev (item->to);
  g_free (item->note);
  g_free (item);
}

static void
kompass_mapping_finalize (GObject *object)
{
  KompassMapping *self = KOMPASS_MAPPING (object);

  g_free (self->id);
  g_free (self->source);
  for (guint side = 0; side < N_SIDES; side++)
    {
      g_clear_object (&self->editions[side]);
      g_hash_table_unref (self->by_number[side]);
    }
  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (kompass_mapping_parent_class)->finalize (object);
}

static void
kompass_mapping_class_init (KompassMappingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kompass_mapping_finalize;
}

static void
kompass_mapping_init (KompassMapping *self)
{
  self->items = g_ptr_array_new_with_free_func (item_free);
  for (guint side = 0; side < N_SIDES; side++)
    self->by_number[side] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * kompass_mapping_new:
 * @id: its UUID
 * @from: the edition that is mapped from, as a rule the older one
 * @to: the edition that is mapped to
 * @source: (nullable): who says so
 *
 * Returns: (transfer full): a mapping that says nothing yet
 */
KompassMapping *
kompass_mapping_new (const char     *id,
                     KompassEdition *from,
                     KompassEdition *to,
                     const char     *source)
{
  KompassMapping *self = g_object_new (KOMPASS_TYPE_MAPPING, NULL);

  self->id = g_strdup (id);
  self->source = g_strdup (source != NULL ? source : "");
  g_set_object (&self->editions[SIDE_FROM], from);
  g_set_object (&self->editions[SIDE_TO], to);

  return self;
}

/**
 * kompass_mapping_copy:
 * @self: a mapping
 * @id: the UUID of the copy
 * @from: the edition that the copy maps from: that of @self, or another with the same numbers
 * @to: the edition that the copy maps to, likewise
 *
 * An item that does not fit these editions is left out. Each item has a new identifier.
 *
 * Returns: (transfer full): the copy
 */
KompassMapping *
kompass_mapping_copy (KompassMapping *self,
                      const char     *id,
                      KompassEdition *from,
                      KompassEdition *to)
{
  KompassMapping *copy = kompass_mapping_new (id, from, to, self->source);

  copy->has_band = self->has_band;
  copy->band_low = self->band_low;
  copy->band_high = self->band_high;
  for (guint i = 0; i < self->items->len; i++)
    {
      const KompassMappingItem *item = g_ptr_array_index (self->items, i);

      kompass_mapping_add (copy, NULL, item->kind, item->relation, (const char * const *) item->from,
                           (const char * const *) item->to, item->note, NULL);
    }

  return copy;
}

const char *
kompass_mapping_get_id (KompassMapping *self)
{
  return self->id;
}

/**
 * kompass_mapping_get_from:
 * @self: a mapping
 *
 * Returns: (transfer none): the edition that is mapped from
 */
KompassEdition *
kompass_mapping_get_from (KompassMapping *self)
{
  return self->editions[SIDE_FROM];
}

/**
 * kompass_mapping_get_to:
 * @self: a mapping
 *
 * Returns: (transfer none): the edition that is mapped to
 */
KompassEdition *
kompass_mapping_get_to (KompassMapping *self)
{
  return self->editions[SIDE_TO];
}

/* The two editions of a mapping can have one identifier while the second is being edited. */
static gboolean
find_side (KompassMapping *self,
           KompassEdition *edition,
           Side           *side)
{
  for (*side = SIDE_FROM; *side < N_SIDES; (*side)++)
    if (self->editions[*side] == edition)
      return TRUE;
  for (*side = SIDE_FROM; *side < N_SIDES; (*side)++)
    if (g_strcmp0 (kompass_edition_get_id (self->editions[*side]), kompass_edition_get_id (edition)) == 0)
      return TRUE;

  return FALSE;
}

/**
 * kompass_mapping_get_other:
 * @self: a mapping
 * @own: one of its two editions
 *
 * Returns: (transfer none) (nullable): the other one; %NULL if @own is none of them
 */
KompassEdition *
kompass_mapping_get_other (KompassMapping *self,
                           KompassEdition *own)
{
  Side side;

  return find_side (self, own, &side) ? self->editions[1 - side] : NULL;
}

/**
 * kompass_mapping_get_source:
 * @self: a mapping
 *
 * Returns: who says so, or ""
 */
const char *
kompass_mapping_get_source (KompassMapping *self)
{
  return self->source;
}

void
kompass_mapping_set_source (KompassMapping *self,
                            const char     *source)
{
  g_autofree char *text = g_strdup (source != NULL ? source : "");

  g_free (self->source);
  self->source = g_steal_pointer (&text);
}

/**
 * kompass_mapping_get_is_bundled:
 * @self: a mapping
 *
 * Returns: %TRUE if it came with the program
 */
gboolean
kompass_mapping_get_is_bundled (KompassMapping *self)
{
  return self->is_bundled;
}

void
kompass_mapping_set_is_bundled (KompassMapping *self,
                                gboolean        is_bundled)
{
  self->is_bundled = is_bundled;
}

/* Items */

static char *
get_key (KompassLineKind  kind,
         const char      *number)
{
  return g_strdup_printf ("%c%s", kind == KOMPASS_LINE_AREA ? 'a' : 'q', number);
}

static KompassPoints
find_area_maximum (KompassEdition *edition,
                   const char     *number,
                   gboolean       *is_there)
{
  for (guint i = 0; i < kompass_edition_get_n_areas (edition); i++)
    {
      const KompassArea *area = kompass_edition_get_area (edition, i);
      g_autofree char *own = g_strdup_printf ("%u", area->number);

      if (strcmp (own, number) == 0)
        {
          *is_there = TRUE;
          return area->maximum;
        }
    }

  return KOMPASS_POINTS_UNKNOWN;
}

static KompassPoints
find_maximum (KompassEdition  *edition,
              KompassLineKind  kind,
              const char      *number,
              gboolean        *is_there)
{
  *is_there = FALSE;
  if (kind == KOMPASS_LINE_AREA)
    return find_area_maximum (edition, number, is_there);
  for (guint i = 0; i < kompass_edition_get_n_questions (edition); i++)
    {
      const KompassQuestion *question = kompass_edition_get_question (edition, i);

      if (strcmp (question->number, number) == 0)
        {
          *is_there = TRUE;
          return question->maximum;
        }
    }

  return KOMPASS_POINTS_UNKNOWN;
}

static gboolean
check_number (KompassMapping  *self,
              Side             side,
              KompassLineKind  kind,
              const char      *number,
              KompassPoints   *maximum,
              GError         **error)
{
  g_autofree char *edition = kompass_edition_get_display_name (self->editions[side]);
  g_autofree char *key = get_key (kind, number);
  gboolean is_there;

  *maximum = find_maximum (self->editions[side], kind, number, &is_there);
  if (!is_there)
    {
      g_set_error (error, KOMPASS_MAPPING_ERROR, KOMPASS_MAPPING_ERROR_NOT_FOUND,
                   kind == KOMPASS_LINE_AREA ? _("Edition %s has no area %s") : _("Edition %s has no question %s"),
                   edition, number);
      return FALSE;
    }
  if (g_hash_table_contains (self->by_number[side], key))
    {
      g_set_error (error, KOMPASS_MAPPING_ERROR, KOMPASS_MAPPING_ERROR_TWICE,
                   kind == KOMPASS_LINE_AREA ? _("Area %s of edition %s is mapped already")
                                             : _("Question %s of edition %s is mapped already"),
                   number, edition);
      return FALSE;
    }

  return TRUE;
}

static gboolean
fail_maximum (GError     **error,
              const char  *words)
{
  g_set_error_literal (error, KOMPASS_MAPPING_ERROR, KOMPASS_MAPPING_ERROR_MAXIMUM, words);

  return FALSE;
}

/* What carries points from one edition to the other must say out of how many. */
static gboolean
check_maxima (KompassRelation   relation,
              gboolean          is_known,
              const gint64     *sums,
              GError          **error)
{
  if (relation == KOMPASS_RELATION_NEW || relation == KOMPASS_RELATION_GONE)
    return TRUE;
  if (!is_known)
    return fail_maximum (error, _("Points can be carried over only where both maxima are known"));
  if ((relation == KOMPASS_RELATION_SAME || relation == KOMPASS_RELATION_REWORDED) &&
      sums[SIDE_FROM] != sums[SIDE_TO])
    return fail_maximum (error, _("The maxima differ: choose “maximum changed”"));
  if (relation == KOMPASS_RELATION_MAXIMUM_CHANGED && sums[SIDE_FROM] == sums[SIDE_TO])
    return fail_maximum (error, _("The maxima are the same: choose “same” or “reworded”"));

  return TRUE;
}

static gboolean
check_counts (KompassRelation            relation,
              const char * const * const *numbers,
              GError                    **error)
{
  for (guint side = 0; side < N_SIDES; side++)
    {
      guint n = g_strv_length ((char **) numbers[side]);

      if (n >= relation_counts[relation].least[side] && n <= relation_counts[relation].most[side])
        continue;
      g_set_error (error, KOMPASS_MAPPING_ERROR, KOMPASS_MAPPING_ERROR_COUNT,
                   /* Translators: what became of questions, such as "Split" */
                   _("“%s” does not fit that many numbers on either side"), kompass_relation_describe (relation));
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_numbers (KompassMapping              *self,
               KompassLineKind              kind,
               KompassRelation              relation,
               const char * const * const  *numbers,
               GError                     **error)
{
  gint64 sums[N_SIDES] = { 0, 0 };
  gboolean is_known = TRUE;

  for (guint side = 0; side < N_SIDES; side++)
    for (guint i = 0; numbers[side][i] != NULL; i++)
      {
        KompassPoints maximum;

        if (!check_number (self, side, kind, numbers[side][i], &maximum, error))
          return FALSE;
        for (guint j = 0; j < i; j++)
          if (strcmp (numbers[side][j], numbers[side][i]) == 0)
            {
              g_set_error (error, KOMPASS_MAPPING_ERROR, KOMPASS_MAPPING_ERROR_TWICE, _("%s is named twice"),
                           numbers[side][i]);
              return FALSE;
            }
        is_known = is_known && maximum != KOMPASS_POINTS_UNKNOWN;
        sums[side] += maximum;
      }

  return check_maxima (relation, is_known, sums, error);
}

static char **
get_side_numbers (const KompassMappingItem *item,
                  Side                      side)
{
  return side == SIDE_FROM ? item->from : item->to;
}

/**
 * kompass_mapping_add:
 * @self: a mapping
 * @id: (nullable): the UUID of the new item, or %NULL for a random one
 * @kind: %KOMPASS_LINE_AREA or %KOMPASS_LINE_QUESTION
 * @relation: what has become of it
 * @from: (array zero-terminated=1) (nullable): numbers in the edition that is mapped from
 * @to: (array zero-terminated=1) (nullable): numbers in the edition that is mapped to
 * @note: (nullable): why
 * @error: return location for a #KOMPASS_MAPPING_ERROR
 *
 * Adds an item. Its numbers must exist and be in no other item, as many on each side as the relation says: one and one
 * for same, reworded and maximum changed; one and several for split; several and one for merged; only new ones for new,
 * only old ones for gone. Maxima are equal for same and reworded, and known wherever points are carried over.
 *
 * Returns: %TRUE if it has been added
 */
gboolean
kompass_mapping_add (KompassMapping      *self,
                     const char          *id,
                     KompassLineKind      kind,
                     KompassRelation      relation,
                     const char * const  *from,
                     const char * const  *to,
                     const char          *note,
                     GError             **error)
{
  static const char * const none[] = { NULL };
  const char * const *numbers[N_SIDES] = { from != NULL ? from : none, to != NULL ? to : none };
  KompassMappingItem *item;

  g_return_val_if_fail (kind != KOMPASS_LINE_TOTAL, FALSE);

  if (!check_counts (relation, numbers, error) || !check_numbers (self, kind, relation, numbers, error))
    return FALSE;
  item = g_new0 (KompassMappingItem, 1);
  item->id = id != NULL ? g_strdup (id) : g_uuid_string_random ();
  item->kind = kind;
  item->relation = relation;
  item->from = g_strdupv ((char **) numbers[SIDE_FROM]);
  item->to = g_strdupv ((char **) numbers[SIDE_TO]);
  item->note = g_strdup (note != NULL ? note : "");
  g_ptr_array_add (self->items, item);
  for (guint side = 0; side < N_SIDES; side++)
    for (guint i = 0; numbers[side][i] != NULL; i++)
      g_hash_table_insert (self->by_number[side], get_key (kind, numbers[side][i]), item);

  return TRUE;
}

static gboolean
is_item_cb (gpointer key,
            gpointer value,
            gpointer item)
{
  return value == item;
}

/**
 * kompass_mapping_remove:
 * @self: a mapping
 * @id: the UUID of one of its items
 *
 * Returns: %TRUE if there was such an item, which is gone now
 */
gboolean
kompass_mapping_remove (KompassMapping *self,
                        const char     *id)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      KompassMappingItem *item = g_ptr_array_index (self->items, i);

      if (strcmp (item->id, id) != 0)
        continue;
      for (guint side = 0; side < N_SIDES; side++)
        g_hash_table_foreach_remove (self->by_number[side], is_item_cb, item);
      g_ptr_array_remove_index (self->items, i);
      return TRUE;
    }

  return FALSE;
}

guint
kompass_mapping_get_n_items (KompassMapping *self)
{
  return self->items->len;
}

/**
 * kompass_mapping_get_item:
 * @self: a mapping
 * @index: which, from 0, in the order they were added
 *
 * Returns: (transfer none): the item
 */
const KompassMappingItem *
kompass_mapping_get_item (KompassMapping *self,
                          guint           index)
{
  g_return_val_if_fail (index < self->items->len, NULL);

  return g_ptr_array_index (self->items, index);
}

/**
 * kompass_mapping_find:
 * @self: a mapping
 * @own: one of its two editions
 * @kind: %KOMPASS_LINE_AREA or %KOMPASS_LINE_QUESTION
 * @number: a number in @own
 *
 * Returns: (transfer none) (nullable): the item that number is in, or %NULL where the mapping says nothing of it
 */
const KompassMappingItem *
kompass_mapping_find (KompassMapping  *self,
                      KompassEdition  *own,
                      KompassLineKind  kind,
                      const char      *number)
{
  g_autofree char *key = get_key (kind, number);
  Side side;

  return find_side (self, own, &side) ? g_hash_table_lookup (self->by_number[side], key) : NULL;
}

/**
 * kompass_mapping_get_numbers:
 * @self: a mapping
 * @item: one of its items
 * @edition: one of its two editions
 *
 * Returns: (array zero-terminated=1) (transfer none) (nullable): the numbers that the item has in that edition; %NULL
 *   if the edition is none of the mapping's
 */
const char * const *
kompass_mapping_get_numbers (KompassMapping           *self,
                             const KompassMappingItem *item,
                             KompassEdition           *edition)
{
  Side side;

  return find_side (self, edition, &side) ? (const char * const *) get_side_numbers (item, side) : NULL;
}

/**
 * kompass_mapping_item_carries:
 * @self: a mapping
 * @item: one of its items
 * @own: one of its two editions
 *
 * Whether points of the other edition can be shown on a line of this one: exactly one number here, and some there.
 * Where several stand here for one there, no one knows how the points are shared out.
 *
 * Returns: %TRUE if they can
 */
gboolean
kompass_mapping_item_carries (KompassMapping           *self,
                              const KompassMappingItem *item,
                              KompassEdition           *own)
{
  Side side;

  return find_side (self, own, &side) && g_strv_length (get_side_numbers (item, side)) == 1 &&
         *get_side_numbers (item, 1 - side) != NULL;
}

/**
 * kompass_mapping_get_coverage:
 * @self: a mapping
 * @own: one of its two editions
 * @kind: %KOMPASS_LINE_AREA or %KOMPASS_LINE_QUESTION
 * @covered: (out): how many areas or questions of @own points of the other edition can be shown on
 * @of: (out): how many @own has
 */
void
kompass_mapping_get_coverage (KompassMapping  *self,
                              KompassEdition  *own,
                              KompassLineKind  kind,
                              guint           *covered,
                              guint           *of)
{
  *covered = 0;
  *of = kind == KOMPASS_LINE_AREA ? kompass_edition_get_n_areas (own) : kompass_edition_get_n_questions (own);
  for (guint i = 0; i < self->items->len; i++)
    {
      const KompassMappingItem *item = g_ptr_array_index (self->items, i);

      if (item->kind == kind && kompass_mapping_item_carries (self, item, own))
        (*covered)++;
    }
}

/**
 * kompass_mapping_set_total_band:
 * @self: a mapping
 * @low: at least this many points, in hundredths, or %KOMPASS_POINTS_UNKNOWN for no band
 * @high: at most this many
 *
 * Says how many points may be added to a total under the edition that is mapped to, before it is held against one under
 * the edition that is mapped from. The report on Lund 2011 has the only such rule there is: 80 to 100 points for
 * results under the edition of 2010 beside results from before 2010. It is a band, and says nothing of any area.
 */
void
kompass_mapping_set_total_band (KompassMapping *self,
                                KompassPoints   low,
                                KompassPoints   high)
{
  g_return_if_fail (low <= high);

  self->has_band = low != KOMPASS_POINTS_UNKNOWN;
  self->band_low = low;
  self->band_high = high;
}

/**
 * kompass_mapping_get_total_band:
 * @self: a mapping
 * @low: (out) (optional): at least this many points, in hundredths
 * @high: (out) (optional): at most this many
 *
 * Returns: %TRUE if there is a band (kompass_mapping_set_total_band()), and @low and @high are set
 */
gboolean
kompass_mapping_get_total_band (KompassMapping *self,
                                KompassPoints  *low,
                                KompassPoints  *high)
{
  if (!self->has_band)
    return FALSE;
  if (low != NULL)
    *low = self->band_low;
  if (high != NULL)
    *high = self->band_high;

  return TRUE;
}
