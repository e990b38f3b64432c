/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text on standard output and standard error, in UTF-8 whatever the locale: g_print() would turn it into question marks
 * in the C locale. */
#include "kompass-cli-output.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

/**
 * kompass_cli_print:
 * @format: a format for g_strdup_printf()
 * @...: its arguments
 *
 * Writes to standard output.
 */
void
kompass_cli_print (const char *format,
                   ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  fputs (text, stdout);
}

/**
 * kompass_cli_print_error:
 * @format: a format for g_strdup_printf()
 * @...: its arguments
 *
 * Writes a line to standard error, with the name of the program.
 */
void
kompass_cli_print_error (const char *format,
                         ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  fflush (stdout);
  fprintf (stderr, "%s: %s\n", g_get_prgname (), text);
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
