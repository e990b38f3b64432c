/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which words are spelt right: one dictionary of the desktop, by enchant, and what of a text is a word to look up. Nothing is
 * read before the first word is looked up; without a dictionary every word is right. */
#include "kompass-speller.h"

#include <enchant.h>
#include <string.h>

/* Words whose answer is remembered: more than a long report has. */
#define MOST_REMEMBERED 50000

struct _KompassSpeller
{
  GObject parent_instance;

  char *language;
  EnchantBroker *broker;
  EnchantDict *dictionary;
  GHashTable *known; /* words that have been looked up: 1 right, 2 wrong */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassSpeller, kompass_speller, G_TYPE_OBJECT)

typedef struct
{
  const char *language;
  char *found;
} Search;

/* A dictionary of the language itself, or of one of its countries. */
static void
list_cb (const char * const  tag,
         const char * const  provider_name,
         const char * const  provider_description,
         const char * const  provider_file,
         void               *user_data)
{
  Search *search = user_data;
  gsize length = strlen (search->language);

  if (strcmp (tag, search->language) != 0 && (strncmp (tag, search->language, length) != 0 || tag[length] != '_'))
    return;
  if (search->found != NULL && strlen (search->found) <= strlen (tag))
    return;
  g_free (search->found);
  search->found = g_strdup (tag);
}

static char *
find_tag (KompassSpeller *self)
{
  g_auto (GStrv) variants = g_get_locale_variants (self->language);
  Search search = { 0 };

  for (guint i = 0; variants[i] != NULL && search.found == NULL; i++)
    {
      search.language = variants[i];
      enchant_broker_list_dicts (self->broker, list_cb, &search);
    }

  return search.found;
}

static EnchantDict *
get_dictionary (KompassSpeller *self)
{
  g_autofree char *tag = NULL;

  if (self->broker != NULL)
    return self->dictionary;
  self->broker = enchant_broker_init ();
  tag = find_tag (self);
  if (tag != NULL)
    self->dictionary = enchant_broker_request_dict (self->broker, tag);

  return self->dictionary;
}

static void
kompass_speller_finalize (GObject *object)
{
  KompassSpeller *self = KOMPASS_SPELLER (object);

  if (self->dictionary != NULL)
    enchant_broker_free_dict (self->broker, self->dictionary);
  if (self->broker != NULL)
    enchant_broker_free (self->broker);
  g_hash_table_unref (self->known);
  g_free (self->language);

  G_OBJECT_CLASS (kompass_speller_parent_class)->finalize (object);
}

static void
kompass_speller_class_init (KompassSpellerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kompass_speller_finalize;

  /**
   * KompassSpeller::changed:
   * @self: a speller
   *
   * Words that were wrong are right now.
   */
  signals[CHANGED] = g_signal_new ("changed", KOMPASS_TYPE_SPELLER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kompass_speller_init (KompassSpeller *self)
{
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * kompass_speller_new:
 * @language: a language as the locale has it: "sv", "sv_SE"
 *
 * Returns: (transfer full): a speller of that language
 */
KompassSpeller *
kompass_speller_new (const char *language)
{
  KompassSpeller *self = g_object_new (KOMPASS_TYPE_SPELLER, NULL);

  self->language = g_strdup (language);

  return self;
}

/**
 * kompass_speller_get_language:
 * @self: a speller
 *
 * Returns: (transfer none): its language
 */
const char *
kompass_speller_get_language (KompassSpeller *self)
{
  return self->language;
}

/**
 * kompass_speller_has_dictionary:
 * @self: a speller
 *
 * Returns: whether the desktop has a dictionary of the language
 */
gboolean
kompass_speller_has_dictionary (KompassSpeller *self)
{
  return get_dictionary (self) != NULL;
}

/* Words */

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c) || c == 0xad;
}

static gboolean
joins_letters (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == '-' || c == 0x2010 || c == 0x2011;
}

/* Where a stretch without spaces ends, and whether there are words in it: addresses are none. */
static const char *
find_chunk_end (const char *chunk,
                gboolean   *has_words)
{
  const char *p = chunk;

  *has_words = TRUE;
  while (*p != '\0' && !g_unichar_isspace (g_utf8_get_char (p)))
    {
      if (*p == '@' || strncmp (p, "://", 3) == 0 || g_ascii_strncasecmp (p, "www.", 4) == 0)
        *has_words = FALSE;
      p = g_utf8_next_char (p);
    }

  return p;
}

/* A word holds apostrophes and hyphens, but does not begin or end with them. */
static const char *
find_word_end (const char *start,
               const char *limit,
               gboolean   *is_word)
{
  const char *end = start;
  guint n_letters = 0;

  *is_word = TRUE;
  for (const char *p = start; p < limit; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c) || c == '_')
        *is_word = FALSE;
      else if (!is_letter (c) && !joins_letters (c))
        break;
      n_letters += is_letter (c);
      if (!joins_letters (c))
        end = g_utf8_next_char (p);
    }
  *is_word = *is_word && n_letters > 1;

  return end;
}

static gboolean
begins_word (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return is_letter (c) || g_unichar_isdigit (c) || c == '_';
}

/**
 * kompass_speller_find_word:
 * @text: a text
 * @from: where to look, in bytes
 * @start: (out): where the word begins, in bytes
 * @end: (out): where it ends
 *
 * Finds the next word to look up. Numbers, words with digits in them, single letters and addresses are none.
 *
 * Returns: whether there is one
 */
gboolean
kompass_speller_find_word (const char *text,
                           gsize       from,
                           gsize      *start,
                           gsize      *end)
{
  const char *p = text + from;

  while (*p != '\0')
    {
      gboolean has_words, is_word;
      const char *limit = find_chunk_end (p, &has_words);

      while (has_words && p < limit)
        {
          const char *stop;

          if (!begins_word (p))
            {
              p = g_utf8_next_char (p);
              continue;
            }
          stop = find_word_end (p, limit, &is_word);
          if (is_word)
            {
              *start = (gsize) (p - text);
              *end = (gsize) (stop - text);

              return TRUE;
            }
          p = stop;
        }
      p = limit;
      if (*p != '\0')
        p = g_utf8_next_char (p);
    }

  return FALSE;
}

/* As dictionaries write it: no soft hyphens, straight apostrophes, plain hyphens. */
static char *
normalize (const char *word)
{
  GString *normal = g_string_sized_new (strlen (word));

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x2019)
        g_string_append_c (normal, '\'');
      else if (c == 0x2010 || c == 0x2011)
        g_string_append_c (normal, '-');
      else if (c != 0xad)
        g_string_append_unichar (normal, c);
    }

  return g_string_free (normal, FALSE);
}

/* Short forms such as "SKR" are in no dictionary. */
static gboolean
is_short_form (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_islower (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

static gboolean
look_up (KompassSpeller *self,
         const char     *word)
{
  g_auto (GStrv) parts = NULL;

  if (is_short_form (word) || enchant_dict_check (self->dictionary, word, -1) <= 0)
    return TRUE;
  parts = g_strsplit (word, "-", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[1] == NULL || (!is_short_form (parts[i]) && enchant_dict_check (self->dictionary, parts[i], -1) > 0))
      return FALSE;

  return TRUE;
}

/**
 * kompass_speller_check:
 * @self: a speller
 * @word: a word, as kompass_speller_find_word() finds it
 *
 * Returns: whether it is spelt right: a dictionary has it, or each part of it between hyphens, or there is no dictionary
 */
gboolean
kompass_speller_check (KompassSpeller *self,
                       const char     *word)
{
  g_autofree char *normal = NULL;
  gpointer known;
  gboolean is_right;

  if (get_dictionary (self) == NULL)
    return TRUE;
  known = g_hash_table_lookup (self->known, word);
  if (known != NULL)
    return GPOINTER_TO_INT (known) == 1;
  if (g_hash_table_size (self->known) > MOST_REMEMBERED)
    g_hash_table_remove_all (self->known);
  normal = normalize (word);
  is_right = look_up (self, normal);
  g_hash_table_insert (self->known, g_strdup (word), GINT_TO_POINTER (is_right ? 1 : 2));

  return is_right;
}

/**
 * kompass_speller_suggest:
 * @self: a speller
 * @word: a word that is wrong
 * @most: how many words to suggest at most
 *
 * Returns: (transfer full): what may have been meant, the likeliest first
 */
GStrv
kompass_speller_suggest (KompassSpeller *self,
                         const char     *word,
                         guint           most)
{
  g_autoptr (GStrvBuilder) suggestions = g_strv_builder_new ();
  g_autofree char *normal = normalize (word);
  EnchantDict *dictionary = get_dictionary (self);
  gsize n = 0;
  char **found = dictionary != NULL ? enchant_dict_suggest (dictionary, normal, -1, &n) : NULL;

  for (gsize i = 0; i < MIN (n, most); i++)
    g_strv_builder_add (suggestions, found[i]);
  if (found != NULL)
    enchant_dict_free_string_list (dictionary, found);

  return g_strv_builder_end (suggestions);
}

static void
accept (KompassSpeller *self,
        const char     *word,
        void          (*how) (EnchantDict *, const char *const, ssize_t))
{
  g_autofree char *normal = normalize (word);

  if (get_dictionary (self) == NULL)
    return;
  how (self->dictionary, normal, -1);
  g_hash_table_remove_all (self->known);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * kompass_speller_add:
 * @self: a speller
 * @word: a word
 *
 * Adds a word to the user's own dictionary, which other programs read, too.
 */
void
kompass_speller_add (KompassSpeller *self,
                     const char     *word)
{
  accept (self, word, enchant_dict_add);
}

/**
 * kompass_speller_ignore:
 * @self: a speller
 * @word: a word
 *
 * Takes a word for right until the program ends.
 */
void
kompass_speller_ignore (KompassSpeller *self,
                        const char     *word)
{
  accept (self, word, enchant_dict_add_to_session);
}
