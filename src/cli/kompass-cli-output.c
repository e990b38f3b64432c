/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text on standard output and standard error, in UTF-8 whatever the locale: g_print() would turn it into question marks
 * in the C locale. */
#include "kompass-cli-output.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* What a library holds may come from anybody, and a terminal obeys control characters. */
static char *
clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *shown = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      g_string_append_unichar (shown, g_unichar_iscntrl (character) && character != '\n' ? 0xfffd : character);
    }

  return g_string_free (shown, FALSE);
}

/**
 * kompass_cli_print:
 * @format: a format for g_strdup_printf()
 * @...: its arguments
 *
 * Writes to standard output: text, of which control characters other than line ends become U+FFFD.
 */
void
kompass_cli_print (const char *format,
                   ...)
{
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  shown = clean (text);
  fputs (shown, stdout);
}

/**
 * kompass_cli_print_error:
 * @format: a format for g_strdup_printf()
 * @...: its arguments
 *
 * Writes a line to standard error, with the name of the program, cleaned as by kompass_cli_print().
 */
void
kompass_cli_print_error (const char *format,
                         ...)
{
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  shown = clean (text);
  fflush (stdout);
  fprintf (stderr, "%s: %s\n", g_get_prgname (), shown);
}

/**
 * kompass_cli_flush:
 *
 * Sees to it that all that was written has arrived; a script must not take half a result for a whole one.
 *
 * Returns: %TRUE if it has
 */
gboolean
kompass_cli_flush (void)
{
  gboolean was_written = !ferror (stdout);

  if (fflush (stdout) == 0 && was_written)
    return TRUE;
  kompass_cli_print_error (_("The output could not be written: %s"), g_strerror (errno));

  return FALSE;
}
