/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Characters, addresses and words of a text: what can be printed, what can be a link, what counts as a word. */
#include "kompass-text.h"

#include <string.h>

#include "kompass-text-private.h"

#define REPLACEMENT 0xfffd

/* Neither XML nor a page can hold control characters and noncharacters, and U+FFFC stands for a picture. */
static gunichar
clean_character (gunichar character)
{
  if (character == '\t')
    return ' ';
  if (g_unichar_iscntrl (character) || (character & 0xfffe) == 0xfffe ||
      (character >= 0xfdd0 && character <= 0xfdef) || character == 0xfffc)
    return REPLACEMENT;

  return character;
}

static gboolean
is_line_end (gunichar character)
{
  return character == '\n' || character == 0x2028 || character == 0x2029;
}

/* How many bytes there are that stay as they are, told without decoding them: printable ASCII, and U+00C0 to U+07FF, of
 * which none is a control character. Most of what is written in Swedish is nothing else. */
static gsize
count_plain_bytes (const char *text)
{
  const guint8 *p = (const guint8 *) text;

  while ((*p >= 0x20 && *p < 0x7f) || (*p >= 0xc3 && *p <= 0xdf))
    p += *p < 0x7f ? 1 : 2;

  return (gsize) (p - (const guint8 *) text);
}

/**
 * kompass_text_append_clean:
 * @line: a line to write to
 * @text: valid UTF-8 text
 *
 * Appends what there is up to the end of the line, without what cannot be printed.
 *
 * Returns: (nullable): what follows the end of the line, or %NULL at the end of the text
 */
const char *
kompass_text_append_clean (GString    *line,
                           const char *text)
{
  const char *p = text;

  while (*p != '\0')
    {
      gsize n_plain = count_plain_bytes (p);
      gunichar character;

      g_string_append_len (line, p, (gssize) n_plain);
      p += n_plain;
      if (*p == '\0')
        break;
      character = g_utf8_get_char (p);
      p = g_utf8_next_char (p);
      if (is_line_end (character))
        return p;
      if (character != '\r' || *p != '\n')
        g_string_append_unichar (line, clean_character (character));
    }

  return NULL;
}

/**
 * kompass_text_clean_part:
 * @part: (nullable): any text
 *
 * Makes of any text a part of a line, as kompass_text_clean_line() does; spaces around it stay.
 *
 * Returns: (transfer full): the part
 */
char *
kompass_text_clean_part (const char *part)
{
  g_autofree char *valid = g_utf8_make_valid (part != NULL ? part : "", -1);
  g_autoptr (GString) clean = g_string_new (NULL);
  const char *rest = valid;

  while ((rest = kompass_text_append_clean (clean, rest)) != NULL)
    g_string_append_c (clean, ' ');

  return g_string_free (g_steal_pointer (&clean), FALSE);
}

/**
 * kompass_text_clean_line:
 * @line: (nullable): any text
 *
 * Makes of any text one line that can be stored and printed: valid UTF-8 without control characters, which become
 * U+FFFD, line ends and tabs being spaces; without spaces around it.
 *
 * Returns: (transfer full): the line
 */
char *
kompass_text_clean_line (const char *line)
{
  return g_strstrip (kompass_text_clean_part (line));
}

/**
 * kompass_text_is_link:
 * @address: (nullable): what somebody gives as an address
 *
 * Returns: %TRUE if it can be the address of a link: a well-formed one of http, https or mailto
 */
gboolean
kompass_text_is_link (const char *address)
{
  g_autofree char *scheme = NULL;
  g_autofree char *host = NULL;
  g_autofree char *path = NULL;
  g_autofree char *clean = NULL;

  if (address == NULL || !g_utf8_validate (address, -1, NULL) || strpbrk (address, " \"<>\\^`{|}") != NULL)
    return FALSE;
  clean = kompass_text_clean_line (address);
  if (strcmp (clean, address) != 0 || strlen (address) > KOMPASS_LINE_LIMIT ||
      !g_uri_split (address, G_URI_FLAGS_NONE, &scheme, NULL, &host, NULL, &path, NULL, NULL, NULL) || scheme == NULL)
    return FALSE;
  if (g_ascii_strcasecmp (scheme, "mailto") == 0)
    return *path != '\0';

  return (g_ascii_strcasecmp (scheme, "http") == 0 || g_ascii_strcasecmp (scheme, "https") == 0) && host != NULL &&
         *host != '\0';
}

static gboolean
is_space (const char *p)
{
  return (guchar) *p < 0x80 ? g_ascii_isspace (*p) : g_unichar_isspace (g_utf8_get_char (p));
}

/**
 * kompass_text_count_words_on:
 * @text: UTF-8 text
 * @in_word: (inout): whether the last character before it was part of a word that is counted, and afterwards whether its
 *   own last one is
 *
 * Returns: how many words begin in it
 */
guint
kompass_text_count_words_on (const char *text,
                             gboolean   *in_word)
{
  guint n_words = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (is_space (p))
        *in_word = FALSE;
      else if (!*in_word && g_unichar_isalnum (g_utf8_get_char (p)))
        {
          *in_word = TRUE;
          n_words++;
        }
    }

  return n_words;
}

/**
 * kompass_text_count_words_of_line:
 * @line: a line of plain text
 *
 * Returns: how many words it has, as kompass_text_count_words() counts them
 */
guint
kompass_text_count_words_of_line (const char *line)
{
  gboolean in_word = FALSE;

  return kompass_text_count_words_on (line, &in_word);
}
