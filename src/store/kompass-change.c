/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An entry of the change log, and its label put together in the reader's language. */
#include "kompass-change.h"

#include <glib/gi18n-lib.h>

#include "kompass-points.h"

void
kompass_change_free (KompassChange *change)
{
  g_clear_pointer (&change->time, g_date_time_unref);
  g_free (change->author);
  g_free (change->label);
  g_free (change);
}

static void
append_argument (GString    *text,
                 const char *argument)
{
  gint64 hundredths;

  if (*argument == KOMPASS_CHANGE_POINTS &&
      g_ascii_string_to_signed (argument + 1, 10, 0, KOMPASS_POINTS_LIMIT, &hundredths, NULL))
    {
      g_autofree char *points = kompass_points_format ((KompassPoints) hundredths, 1);

      g_string_append (text, points);
      return;
    }
  g_string_append (text, argument);
}

/**
 * kompass_change_format_label:
 * @label: the label as stored, a source string with places "{1}", "{2}" for arguments
 * @arguments: the arguments as stored, separated by %KOMPASS_CHANGE_SEPARATOR; 940 after %KOMPASS_CHANGE_POINTS
 *   is 9,4 points
 *
 * The log keeps labels in the source language, so that colleagues read the same log each in their own; nothing in it
 * is used as a format string.
 *
 * Returns: (transfer full): the label in the user's language
 */
char *
kompass_change_format_label (const char *label,
                             const char *arguments)
{
  g_auto (GStrv) values = g_strsplit (arguments, KOMPASS_CHANGE_SEPARATOR, 10);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_values = g_strv_length (values);

  for (const char *p = *label != '\0' ? _(label) : label; *p != '\0'; p++)
    {
      if (p[0] == '{' && g_ascii_isdigit (p[1]) && p[2] == '}')
        {
          guint index = (guint) (p[1] - '1');

          if (index < n_values)
            append_argument (text, values[index]);
          p += 2;
          continue;
        }
      g_string_append_c (text, *p);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
