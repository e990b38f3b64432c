/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the evaluation that is open is compared with: up to three evaluations or reference groups, remembered, read when
 * they are needed and again when they change. The views share it. */
#include "kompass-comparisons.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *id;
  char *name; /* as far as it is known before the figures are */
  KompassProfile *profile;
  KompassComparison *comparison;
  GCancellable *loading;
} Entry;

struct _KompassComparisons
{
  GObject parent_instance;

  GSettings *settings;
  KompassLibrary *library;
  KompassEvaluation *evaluation;
  GPtrArray *entries; /* of Entry, all that is remembered */
  GPtrArray *shown;   /* of the same Entry: those that suit the evaluation that is open */
  GHashTable *mappings; /* UUIDs of two editions to KompassMapping, or to NULL where there is none */
  gboolean is_settled;  /* everything has been read for this evaluation once */
};

enum
{
  CHANGED,
  CHOSEN,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassComparisons, kompass_comparisons, G_TYPE_OBJECT)

static void
entry_stop (Entry *entry)
{
  if (entry->loading != NULL)
    g_cancellable_cancel (entry->loading);
  g_clear_object (&entry->loading);
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  entry_stop (entry);
  g_free (entry->id);
  g_free (entry->name);
  g_clear_object (&entry->profile);
  g_clear_object (&entry->comparison);
  g_free (entry);
}

static Entry *
find_entry (KompassComparisons *self,
            const char         *id)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (g_strcmp0 (entry->id, id) == 0)
        return entry;
    }

  return NULL;
}

static Entry *
get_entry (KompassComparisons *self,
           guint               index)
{
  g_assert (index < self->shown->len);

  return g_ptr_array_index (self->shown, index);
}

/* What is gone, and the evaluation itself, is remembered without being shown: a step that is undone may bring it back. */
static void
choose_shown (KompassComparisons *self)
{
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (self->evaluation != NULL && (entry->comparison != NULL || entry->loading != NULL))
        g_ptr_array_add (self->shown, entry);
    }
}

static gboolean
is_loading_any (KompassComparisons *self)
{
  for (guint i = 0; i < self->shown->len; i++)
    if (get_entry (self, i)->loading != NULL)
      return TRUE;

  return FALSE;
}

static void
emit_changed (KompassComparisons *self)
{
  choose_shown (self);
  if (!is_loading_any (self))
    self->is_settled = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Editions and mappings */

static void
unref_mapping (gpointer mapping)
{
  if (mapping != NULL)
    g_object_unref (mapping);
}

static KompassMapping *
find_mapping (KompassComparisons *self,
              KompassEdition     *other)
{
  KompassEdition *own = self->evaluation != NULL ? kompass_evaluation_get_edition (self->evaluation) : NULL;
  g_autofree char *key = NULL;
  gpointer mapping;

  if (own == NULL || other == NULL ||
      g_strcmp0 (kompass_edition_get_id (own), kompass_edition_get_id (other)) == 0)
    return NULL;
  key = g_strdup_printf ("%s %s", kompass_edition_get_id (own), kompass_edition_get_id (other));
  if (!g_hash_table_lookup_extended (self->mappings, key, NULL, &mapping))
    {
      mapping = kompass_library_find_mapping (self->library, own, other, NULL);
      g_hash_table_insert (self->mappings, g_steal_pointer (&key), mapping);
    }

  return mapping;
}

/* Reading */

static void
relate (KompassComparisons *self,
        Entry              *entry)
{
  g_clear_object (&entry->comparison);
  if (self->evaluation == NULL || entry->profile == NULL ||
      g_strcmp0 (entry->id, kompass_evaluation_get_id (self->evaluation)) == 0)
    return;
  entry->comparison = kompass_comparison_new (self->evaluation, entry->profile,
                                              find_mapping (self, kompass_profile_get_edition (entry->profile)));
}

static void
take_profile (KompassComparisons *self,
              Entry              *entry,
              KompassProfile     *profile,
              const GError       *error)
{
  g_set_object (&entry->profile, profile);
  if (profile != NULL)
    {
      g_free (entry->name);
      entry->name = kompass_profile_get_display_name (profile);
    }
  relate (self, entry);
  if (error != NULL && !g_error_matches (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND))
    g_signal_emit (self, signals[FAILED], 0, error);
}

/* An answer that nobody waits for any more is not used. */
static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (KompassComparisons) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KompassProfile) profile = kompass_library_load_profile_finish (KOMPASS_LIBRARY (source), result, &error);
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (entry->loading == NULL || entry->loading != cancellable)
        continue;
      g_clear_object (&entry->loading);
      take_profile (self, entry, profile, error);
      emit_changed (self);
      return;
    }
}

/* The figures of many members take longer than a frame. */
static gboolean
has_members (KompassComparisons *self,
             Entry              *entry)
{
  g_autoptr (KompassGroup) group = kompass_library_load_group (self->library, entry->id, NULL);

  if (group == NULL)
    return FALSE;
  g_free (entry->name);
  entry->name = g_strdup (kompass_group_get_name (group));

  return !kompass_group_get_is_published (group);
}

static void
load (KompassComparisons *self,
      Entry              *entry)
{
  g_autoptr (KompassProfile) profile = NULL;
  g_autoptr (GError) error = NULL;

  entry_stop (entry);
  if (self->library == NULL)
    return;
  if (has_members (self, entry))
    {
      entry->loading = g_cancellable_new ();
      kompass_library_load_profile_async (self->library, entry->id, entry->loading, loaded_cb, g_object_ref (self));
      return;
    }
  profile = kompass_library_load_profile (self->library, entry->id, &error);
  take_profile (self, entry, profile, error);
}

static void
load_missing (KompassComparisons *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (self->evaluation == NULL)
        g_clear_object (&entry->comparison);
      else if (entry->profile == NULL && entry->loading == NULL)
        load (self, entry);
      else
        relate (self, entry);
    }
}

/* Changes */

/* A score of one member among thousands does not ask for all of them to be read again. */
static gboolean
update_members (KompassComparisons *self,
                Entry              *entry,
                const char * const *subjects)
{
  gboolean changed = FALSE;

  for (guint i = 0; subjects[i] != NULL; i++)
    {
      g_autoptr (KompassEvaluation) member = NULL;

      if (!kompass_profile_has_member (entry->profile, subjects[i]))
        continue;
      member = kompass_library_load (self->library, subjects[i], NULL);
      if (member == NULL)
        {
          load (self, entry);
          return TRUE;
        }
      kompass_profile_update_member (entry->profile, member);
      changed = TRUE;
    }
  if (changed)
    relate (self, entry);

  return changed;
}

static gboolean
refresh (KompassComparisons *self,
         Entry              *entry,
         const char * const *subjects)
{
  if (subjects == NULL || g_strv_contains (subjects, entry->id) || entry->loading != NULL)
    {
      load (self, entry);
      return TRUE;
    }

  return entry->profile != NULL && kompass_profile_get_kind (entry->profile) == KOMPASS_PROFILE_GROUP &&
         update_members (self, entry, subjects);
}

/* What is read when it is needed again: not with an answer that was on its way, which may be older. */
static void
forget_figures (KompassComparisons *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      entry_stop (entry);
      g_clear_object (&entry->profile);
    }
}

static void
library_changed_cb (KompassComparisons *self,
                    const char * const *subjects)
{
  gboolean changed = FALSE;

  if (self->evaluation == NULL)
    {
      forget_figures (self);
      return;
    }
  for (guint i = 0; i < self->entries->len; i++)
    changed |= refresh (self, g_ptr_array_index (self->entries, i), subjects);
  if (changed)
    emit_changed (self);
}

static void
lists_changed_cb (KompassComparisons *self)
{
  g_hash_table_remove_all (self->mappings);
}

static void
kompass_comparisons_dispose (GObject *object)
{
  KompassComparisons *self = KOMPASS_COMPARISONS (object);

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_ptr_array_set_size (self->shown, 0);
  g_ptr_array_set_size (self->entries, 0);
  g_hash_table_remove_all (self->mappings);
  g_clear_object (&self->library);
  g_clear_object (&self->evaluation);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (kompass_comparisons_parent_class)->dispose (object);
}

static void
kompass_comparisons_finalize (GObject *object)
{
  KompassComparisons *self = KOMPASS_COMPARISONS (object);

  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->mappings);

  G_OBJECT_CLASS (kompass_comparisons_parent_class)->finalize (object);
}

static void
kompass_comparisons_class_init (KompassComparisonsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kompass_comparisons_dispose;
  object_class->finalize = kompass_comparisons_finalize;

  /**
   * KompassComparisons::changed:
   *
   * What is compared with, or its figures, are others than before.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  /**
   * KompassComparisons::chosen:
   *
   * Something else is to be compared with.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  /**
   * KompassComparisons::failed:
   * @error: why
   *
   * Something that is there could not be read.
   */
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
kompass_comparisons_init (KompassComparisons *self)
{
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->shown = g_ptr_array_new ();
  self->mappings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_mapping);
}

static void
append (KompassComparisons *self,
        const char         *id)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->id = g_strdup (id);
  g_ptr_array_add (self->entries, entry);
}

static void
remember (KompassComparisons *self)
{
  g_auto (GStrv) ids = kompass_comparisons_list_ids (self);

  if (self->settings != NULL)
    g_settings_set_strv (self->settings, "comparisons", (const char * const *) ids);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
append_all (KompassComparisons *self,
            const char * const *ids)
{
  for (guint i = 0; ids[i] != NULL && self->entries->len < KOMPASS_COMPARISONS_MAX; i++)
    if (*ids[i] != '\0' && find_entry (self, ids[i]) == NULL)
      append (self, ids[i]);
}

/**
 * kompass_comparisons_new:
 * @settings: (nullable): the program's settings; %NULL for comparisons that are remembered elsewhere
 *
 * Returns: (transfer full): what was chosen last
 */
KompassComparisons *
kompass_comparisons_new (GSettings *settings)
{
  KompassComparisons *self = g_object_new (KOMPASS_TYPE_COMPARISONS, NULL);
  g_auto (GStrv) ids = NULL;

  if (settings == NULL)
    return self;
  self->settings = g_object_ref (settings);
  ids = g_settings_get_strv (settings, "comparisons");
  append_all (self, (const char * const *) ids);

  return self;
}

/**
 * kompass_comparisons_list_ids:
 * @self: comparisons
 *
 * Returns: (transfer full): UUIDs of all that is remembered, in order
 */
GStrv
kompass_comparisons_list_ids (KompassComparisons *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->entries->len; i++)
    g_strv_builder_add (builder, ((Entry *) g_ptr_array_index (self->entries, i))->id);

  return g_strv_builder_end (builder);
}

/**
 * kompass_comparisons_set_ids:
 * @self: comparisons that are remembered elsewhere
 * @ids: UUIDs of what the evaluation is compared with, in order
 *
 * Takes what has been remembered. It is not a choice of the user.
 */
void
kompass_comparisons_set_ids (KompassComparisons *self,
                             const char * const *ids)
{
  g_auto (GStrv) before = kompass_comparisons_list_ids (self);

  if (g_strv_equal ((const char * const *) before, ids))
    return;
  g_ptr_array_set_size (self->shown, 0);
  g_ptr_array_set_size (self->entries, 0);
  append_all (self, ids);
  load_missing (self);
  emit_changed (self);
}

/**
 * kompass_comparisons_set_library:
 * @self: comparisons
 * @library: where what is compared with is read; set once
 */
void
kompass_comparisons_set_library (KompassComparisons *self,
                                 KompassLibrary     *library)
{
  g_return_if_fail (self->library == NULL);

  self->library = g_object_ref (library);
  g_signal_connect_object (library, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "lists-changed", G_CALLBACK (lists_changed_cb), self, G_CONNECT_SWAPPED);
}

KompassLibrary *
kompass_comparisons_get_library (KompassComparisons *self)
{
  return self->library;
}

/**
 * kompass_comparisons_set_evaluation:
 * @self: comparisons
 * @evaluation: (nullable): the evaluation that is compared
 */
void
kompass_comparisons_set_evaluation (KompassComparisons *self,
                                    KompassEvaluation  *evaluation)
{
  if (!g_set_object (&self->evaluation, evaluation))
    return;
  self->is_settled = FALSE;
  load_missing (self);
  emit_changed (self);
}

KompassEvaluation *
kompass_comparisons_get_evaluation (KompassComparisons *self)
{
  return self->evaluation;
}

/**
 * kompass_comparisons_get_n:
 * @self: comparisons
 *
 * Returns: how much the evaluation is compared with now; what is gone, and itself, do not count
 */
guint
kompass_comparisons_get_n (KompassComparisons *self)
{
  return self->shown->len;
}

const char *
kompass_comparisons_get_id (KompassComparisons *self,
                            guint               index)
{
  return get_entry (self, index)->id;
}

/**
 * kompass_comparisons_get_name:
 * @self: comparisons
 * @index: which
 *
 * Returns: what it is called
 */
const char *
kompass_comparisons_get_name (KompassComparisons *self,
                              guint               index)
{
  const char *name = get_entry (self, index)->name;

  return name != NULL ? name : "";
}

/**
 * kompass_comparisons_is_loading:
 * @self: comparisons
 * @index: which
 *
 * Returns: %TRUE while its figures are being read
 */
gboolean
kompass_comparisons_is_loading (KompassComparisons *self,
                                guint               index)
{
  return get_entry (self, index)->loading != NULL;
}

/**
 * kompass_comparisons_can_wait:
 * @self: comparisons
 *
 * Returns: %TRUE while figures are being read, and what was shown before is of the same evaluation: it can stay until all
 *   are there, instead of being drawn once more without them
 */
gboolean
kompass_comparisons_can_wait (KompassComparisons *self)
{
  return is_loading_any (self) && self->is_settled;
}

/**
 * kompass_comparisons_get:
 * @self: comparisons
 * @index: which
 *
 * Returns: (transfer none) (nullable): what the evaluation and the other have to do with each other; %NULL until the other
 *   has been read
 */
KompassComparison *
kompass_comparisons_get (KompassComparisons *self,
                         guint               index)
{
  return get_entry (self, index)->comparison;
}

/**
 * kompass_comparisons_has:
 * @self: comparisons
 * @id: UUID of an evaluation or reference group
 *
 * Returns: %TRUE if the evaluation is compared with it
 */
gboolean
kompass_comparisons_has (KompassComparisons *self,
                         const char         *id)
{
  for (guint i = 0; i < self->shown->len; i++)
    if (g_strcmp0 (get_entry (self, i)->id, id) == 0)
      return TRUE;

  return FALSE;
}

/**
 * kompass_comparisons_get_reference:
 * @self: comparisons
 *
 * Returns: (transfer none) (nullable): the figures of the first, in the edition of the evaluation, which stand beside its
 *   own in the matrix of points; %NULL where it has none
 */
KompassProfile *
kompass_comparisons_get_reference (KompassComparisons *self)
{
  KompassComparison *first = self->shown->len > 0 ? kompass_comparisons_get (self, 0) : NULL;

  return first != NULL ? kompass_comparison_get_profile (first) : NULL;
}

/**
 * kompass_comparisons_check_edition:
 * @self: comparisons
 * @edition: (nullable): the edition of an evaluation or reference group
 * @reason: (out) (optional) (nullable) (transfer full): why not, or only in part, in words
 *
 * Returns: %TRUE if something of that edition can be compared with the evaluation that is open, at least its total
 */
gboolean
kompass_comparisons_check_edition (KompassComparisons  *self,
                                   KompassEdition      *edition,
                                   char               **reason)
{
  return kompass_compare_editions_through (kompass_evaluation_get_edition (self->evaluation), edition,
                                           find_mapping (self, edition), reason) != KOMPASS_COMPARABLE_NONE;
}

static void
forget (KompassComparisons *self,
        const char         *id)
{
  Entry *entry = find_entry (self, id);

  g_ptr_array_set_size (self->shown, 0);
  if (entry != NULL)
    g_ptr_array_remove (self->entries, entry);
}

/* What is not shown gives way to what is chosen. */
static void
make_room (KompassComparisons *self)
{
  for (guint i = self->entries->len; i > 0 && self->entries->len >= KOMPASS_COMPARISONS_MAX; i--)
    {
      Entry *entry = g_ptr_array_index (self->entries, i - 1);

      if (!g_ptr_array_find (self->shown, entry, NULL))
        g_ptr_array_remove_index (self->entries, i - 1);
    }
}

static void
apply (KompassComparisons *self)
{
  remember (self);
  load_missing (self);
  emit_changed (self);
}

/**
 * kompass_comparisons_set_first:
 * @self: comparisons
 * @id: UUID of an evaluation or reference group
 *
 * Puts it in the place of the first.
 */
void
kompass_comparisons_set_first (KompassComparisons *self,
                               const char         *id)
{
  g_autofree char *first = self->shown->len > 0 ? g_strdup (get_entry (self, 0)->id) : NULL;
  Entry *entry;

  if (g_strcmp0 (first, id) == 0)
    return;
  forget (self, id);
  if (first != NULL)
    forget (self, first);
  choose_shown (self);
  make_room (self);
  append (self, id);
  entry = g_ptr_array_steal_index (self->entries, self->entries->len - 1);
  g_ptr_array_insert (self->entries, 0, entry);
  apply (self);
}

/**
 * kompass_comparisons_add:
 * @self: comparisons
 * @id: UUID of an evaluation or reference group
 *
 * Compares with it, too.
 *
 * Returns: %FALSE where there are %KOMPASS_COMPARISONS_MAX already
 */
gboolean
kompass_comparisons_add (KompassComparisons *self,
                         const char         *id)
{
  if (kompass_comparisons_has (self, id))
    return TRUE;
  if (self->shown->len >= KOMPASS_COMPARISONS_MAX)
    return FALSE;
  forget (self, id);
  choose_shown (self);
  make_room (self);
  append (self, id);
  apply (self);

  return TRUE;
}

/**
 * kompass_comparisons_remove:
 * @self: comparisons
 * @id: UUID of an evaluation or reference group
 */
void
kompass_comparisons_remove (KompassComparisons *self,
                            const char         *id)
{
  forget (self, id);
  apply (self);
}

/**
 * kompass_comparisons_clear:
 * @self: comparisons
 *
 * Compares with nothing.
 */
void
kompass_comparisons_clear (KompassComparisons *self)
{
  g_ptr_array_set_size (self->shown, 0);
  g_ptr_array_set_size (self->entries, 0);
  apply (self);
}
