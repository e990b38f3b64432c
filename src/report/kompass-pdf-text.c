/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words and numbers as PDF writes them. */

#include "kompass-pdf-text.h"

#include <string.h>

static void
append_ascii (GString    *string,
              const char *text)
{
  g_string_append_c (string, '(');
  for (; *text != '\0'; text++)
    {
      if (strchr ("()\\", *text) != NULL)
        g_string_append_c (string, '\\');
      g_string_append_c (string, *text);
    }
  g_string_append_c (string, ')');
}

static void
append_utf16 (GString    *string,
              const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree gunichar2 *units = g_utf8_to_utf16 (valid, -1, NULL, NULL, NULL);

  g_string_append (string, "<FEFF");
  for (const gunichar2 *unit = units; *unit != 0; unit++)
    g_string_append_printf (string, "%04X", *unit);
  g_string_append_c (string, '>');
}

static gboolean
is_plain (const char *text)
{
  for (; *text != '\0'; text++)
    if (*text < 0x20 || *text > 0x7e)
      return FALSE;
  return TRUE;
}

/**
 * kompass_pdf_append_text:
 * @string: where to write
 * @text: words in UTF-8
 *
 * Writes words as PDF does.
 */
void
kompass_pdf_append_text (GString    *string,
                         const char *text)
{
  if (is_plain (text))
    append_ascii (string, text);
  else
    append_utf16 (string, text);
}

/**
 * kompass_pdf_append_number:
 * @string: where to write
 * @number: a number, such as a length in points
 *
 * Writes a number as PDF does in every language, to a hundredth.
 */
void
kompass_pdf_append_number (GString *string,
                           double   number)
{
  gint64 hundredths = (gint64) (number * 100 + (number < 0 ? -0.5 : 0.5));
  guint64 size = (guint64) (hundredths < 0 ? -hundredths : hundredths);

  g_string_append_printf (string, "%s%" G_GUINT64_FORMAT, hundredths < 0 ? "-" : "", size / 100);
  if (size % 100 != 0)
    g_string_append_printf (string, size % 10 != 0 ? ".%02u" : ".%u", (guint) (size % 10 != 0 ? size % 100 : size % 100 / 10));
}
