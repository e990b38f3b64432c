/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole numbers as people type and read them: years, inhabitants, members. */
#include "kompass-whole-number.h"

/**
 * kompass_whole_number_parse:
 * @text: what is typed: digits, perhaps with spaces between them
 * @most: the largest number that is taken
 * @number: (out): the number; 0 where nothing is typed
 *
 * Returns: %TRUE if it is a whole number from 1 to @most, or nothing at all
 */
gboolean
kompass_whole_number_parse (const char *text,
                            guint       most,
                            guint      *number)
{
  guint64 sum = 0;
  gboolean is_empty = TRUE;

  *number = 0;
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_isspace (letter))
        continue;
      if (letter > 127 || !g_ascii_isdigit ((char) letter))
        return FALSE;
      sum = sum * 10 + (letter - '0');
      if (sum > most)
        return FALSE;
      is_empty = FALSE;
    }
  if (is_empty)
    return TRUE;
  *number = (guint) sum;

  return sum > 0;
}

/**
 * kompass_whole_number_format:
 * @number: a whole number
 *
 * Returns: (transfer full): it, with thousands set apart by no-break spaces, which kompass_whole_number_parse() takes back
 */
char *
kompass_whole_number_format (guint number)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%u", number);
  for (gssize place = (gssize) text->len - 3; place > 0; place -= 3)
    g_string_insert (text, place, "\302\240");

  return g_string_free (text, FALSE);
}
