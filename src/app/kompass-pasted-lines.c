/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is pasted, as lines: mails, word processors and spreadsheets end them and mark items of lists each in their own way. */
#include "kompass-pasted-lines.h"

#include <string.h>

#include "kompass-text.h"

/* More figures than a list has items are a year or an amount. */
#define MOST_FIGURES 3

/* What Unicode calls a mandatory break: line feed, line tabulation, form feed, carriage return, next line, line separator,
 * paragraph separator. */
static gboolean
is_break (gunichar character)
{
  return (character >= '\n' && character <= '\r') || character == 0x85 || character == 0x2028 || character == 0x2029;
}

/* The bullets of word processors; U+F0B7 is that of the font Symbol. */
static gboolean
is_bullet (gunichar character)
{
  static const gunichar bullets[] = { '-', '*', 0xb7, 0x2022, 0x2023, 0x2043, 0x2013, 0x2014, 0x25aa, 0x25ab, 0x25a0,
                                      0x25a1, 0x25cb, 0x25cf, 0x25e6, 0x27a2, 0x2713, 0x2714, 0xf0a7, 0xf0b7 };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (bullets[i] == character)
      return TRUE;

  return FALSE;
}

/* "12." or "12)" or "a)": how many bytes it has, 0 where there is no such number. */
static gsize
measure_number (const char *line)
{
  gsize n_figures = strspn (line, "0123456789");

  if (n_figures == 0 && g_ascii_isalpha (line[0]) && line[1] == ')')
    return 2;

  return n_figures > 0 && n_figures <= MOST_FIGURES && (line[n_figures] == '.' || line[n_figures] == ')') ? n_figures + 1 : 0;
}

/* A mark stands before words. */
static const char *
skip (const char *line,
      gsize       length)
{
  const char *rest = line + length;

  if (length == 0 || !g_unichar_isspace (g_utf8_get_char (rest)))
    return line;
  while (g_unichar_isspace (g_utf8_get_char (rest)))
    rest = g_utf8_next_char (rest);

  return rest;
}

/**
 * kompass_pasted_lines_skip_bullet:
 * @line: a line that is not empty
 *
 * Returns: what stands after its bullet; @line where it has none
 */
const char *
kompass_pasted_lines_skip_bullet (const char *line)
{
  return skip (line, is_bullet (g_utf8_get_char (line)) ? (gsize) (g_utf8_next_char (line) - line) : 0);
}

/* A list has marks of its own here. */
static const char *
skip_mark (const char *line)
{
  const char *rest = kompass_pasted_lines_skip_bullet (line);

  return rest != line ? rest : skip (line, measure_number (line));
}

static void
add_line (GStrvBuilder *lines,
          GString      *line)
{
  g_autofree char *clean = kompass_text_clean_line (line->str);
  const char *words = *clean != '\0' ? skip_mark (clean) : clean;

  g_string_truncate (line, 0);
  if (*words != '\0')
    g_strv_builder_add (lines, words);
}

/**
 * kompass_pasted_lines_has_break:
 * @text: valid UTF-8 text
 *
 * Returns: %TRUE if a line ends in it
 */
gboolean
kompass_pasted_lines_has_break (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_break (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/**
 * kompass_pasted_lines_split:
 * @text: (nullable): what is pasted
 *
 * Takes a text apart where Unicode says that a line has to end, in the order in which it stands. Lines are cleaned as by
 * kompass_text_clean_line(); bullets and numbers before them are left out, and so are lines without words.
 *
 * Returns: (transfer full): the lines
 */
GStrv
kompass_pasted_lines_split (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autoptr (GString) line = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (is_break (character))
        add_line (lines, line);
      else
        g_string_append_unichar (line, character);
    }
  add_line (lines, line);

  return g_strv_builder_end (lines);
}
