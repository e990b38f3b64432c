/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What commands share that set something on lines of an evaluation. */
#include "kompass-library-private.h"

#include <glib/gi18n-lib.h>

/**
 * kompass_library_find_line:
 * @evaluation: an evaluation
 * @number: the number of a line: "1", "1.3" or "" for the total
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Returns: (transfer none) (nullable): the line
 */
KompassLine *
kompass_library_find_line (KompassEvaluation  *evaluation,
                           const char         *number,
                           GError            **error)
{
  KompassLine *line = kompass_evaluation_find_line (evaluation, number);

  if (line == NULL)
    g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND, _("%s has no line “%s”"),
                 kompass_evaluation_get_title (evaluation), number);

  return line;
}

/**
 * kompass_library_check_points:
 * @line: a line
 * @points: points, in hundredths
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Returns: %TRUE if the line can have that many
 */
gboolean
kompass_library_check_points (KompassLine    *line,
                              KompassPoints   points,
                              GError        **error)
{
  KompassPoints maximum = kompass_line_get_maximum (line);
  g_autofree char *limit = NULL;

  if (points < 0)
    return kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_INVALID, _("At least 0 points"));
  if (maximum == KOMPASS_POINTS_UNKNOWN)
    maximum = KOMPASS_POINTS_LIMIT;
  if (points <= maximum)
    return TRUE;
  limit = kompass_points_format (maximum, 0);
  g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_INVALID, _("At most %s points"), limit);

  return FALSE;
}

/**
 * kompass_library_label_lines:
 * @label: the label of a command
 * @evaluation: the evaluation it is about
 * @n_lines: how many figures it sets
 * @number: the number of the line, where it is one
 * @value: (nullable): what it is set to, where it is one and is not cleared
 *
 * Makes the label's arguments: {1} is the line or how many figures, {2} the evaluation, {3} the value.
 */
void
kompass_library_label_lines (KompassLabel      *label,
                             KompassEvaluation *evaluation,
                             guint              n_lines,
                             const char        *number,
                             const char        *value)
{
  g_autofree char *first = n_lines == 1 ? g_strdup (number) : g_strdup_printf ("%u", n_lines);

  kompass_library_take_arguments (label,
                                  g_strconcat (first, KOMPASS_CHANGE_SEPARATOR, kompass_evaluation_get_title (evaluation),
                                               n_lines == 1 && value != NULL ? KOMPASS_CHANGE_SEPARATOR : NULL, value,
                                               NULL));
}
