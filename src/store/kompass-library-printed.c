/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printed figures: what a report on paper says, typed beside the points. */
#include "kompass-library-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  KompassLabel label;
  const KompassPrintedEdit *edits;
  guint n_edits;
} Printed;

static gboolean
check_points (KompassLine  *line,
              int           points,
              GError      **error)
{
  if (kompass_line_get_kind (line) == KOMPASS_LINE_QUESTION)
    return kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_INVALID,
                                   _("The printed points of a question are its score: set that"));

  return points == KOMPASS_POINTS_UNKNOWN || kompass_library_check_points (line, points, error);
}

static gboolean
check_edit (KompassEvaluation         *evaluation,
            const KompassPrintedEdit  *edit,
            KompassLine              **line,
            GError                   **error)
{
  *line = kompass_library_find_line (evaluation, edit->line, error);
  if (*line == NULL)
    return FALSE;
  if (edit->figure == KOMPASS_PRINTED_POINTS)
    return check_points (*line, edit->value, error);
  if (edit->value == KOMPASS_PERCENT_UNKNOWN || (edit->value >= 0 && edit->value <= 100))
    return TRUE;

  return kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_INVALID, _("A percent is a whole number from 0 to 100"));
}

/* A printed figure is noted with what stands below it now; typed again, it stands beside what is there today. */
static gboolean
apply_edit (KompassEvaluation         *evaluation,
            KompassLine               *line,
            const KompassPrintedEdit  *edit)
{
  KompassPrinted printed = *kompass_line_get_printed (line);
  const KompassPrinted before = printed;
  KompassPoints beside = edit->value != KOMPASS_POINTS_UNKNOWN ? kompass_evaluation_get_beside (evaluation, line)
                                                                : KOMPASS_POINTS_UNKNOWN;

  if (edit->figure == KOMPASS_PRINTED_POINTS)
    {
      printed.points = edit->value;
      printed.points_beside = beside;
    }
  else
    {
      printed.percent = edit->value;
      printed.percent_beside = beside;
    }
  if (printed.points == before.points && printed.points_beside == before.points_beside &&
      printed.percent == before.percent && printed.percent_beside == before.percent_beside)
    return FALSE;
  kompass_line_set_printed (line, &printed);
  kompass_evaluation_update (evaluation);

  return TRUE;
}

/* Areas before the total, which is noted beside their sum. */
static gboolean
write_edits (KompassLibrary     *self,
             KompassEvaluation  *evaluation,
             Printed            *printed,
             gboolean            of_total,
             GError            **error)
{
  for (guint i = 0; i < printed->n_edits; i++)
    {
      KompassLine *line;

      if ((*printed->edits[i].line == '\0') != of_total)
        continue;
      if (!check_edit (evaluation, &printed->edits[i], &line, error))
        return FALSE;
      if (apply_edit (evaluation, line, &printed->edits[i]) &&
          !kompass_library_write_line (self, printed->label.evaluation, line, error))
        return FALSE;
    }

  return TRUE;
}

static const char *
choose_label (const KompassPrintedEdit *edit,
              guint                     n_edits)
{
  gboolean is_total = *edit->line == '\0';
  gboolean is_clear = edit->value == KOMPASS_POINTS_UNKNOWN;

  if (n_edits != 1)
    return N_("Set {1} printed figures of {2}");
  if (edit->figure == KOMPASS_PRINTED_PERCENT && is_total)
    return is_clear ? N_("Clear the printed percent of {2}") : N_("Set the printed percent of {2} to {3} %");
  if (edit->figure == KOMPASS_PRINTED_PERCENT)
    return is_clear ? N_("Clear the printed percent of {1} of {2}")
                    : N_("Set the printed percent of {1} of {2} to {3} %");
  if (is_total)
    return is_clear ? N_("Clear the printed total of {2}") : N_("Set the printed total of {2} to {3}");

  return is_clear ? N_("Clear the printed points of {1} of {2}") : N_("Set the printed points of {1} of {2} to {3}");
}

static void
complete_label (KompassLabel             *label,
                KompassEvaluation        *evaluation,
                const KompassPrintedEdit *edits,
                guint                     n_edits)
{
  g_autofree char *value = NULL;

  if (edits->value != KOMPASS_POINTS_UNKNOWN)
    value = edits->figure == KOMPASS_PRINTED_POINTS ? g_strdup_printf ("%c%d", KOMPASS_CHANGE_POINTS, edits->value)
                                                    : g_strdup_printf ("%d", edits->value);
  kompass_library_label_lines (label, evaluation, n_edits, edits->line, value);
}

/* Works on what is in the library now, not on what a window showed when the user typed. */
static gboolean
write_printed (KompassLibrary  *self,
               gpointer         data,
               GError         **error)
{
  Printed *printed = data;
  g_autoptr (KompassEvaluation) evaluation = kompass_library_load (self, printed->label.evaluation, error);

  if (evaluation == NULL)
    return FALSE;
  complete_label (&printed->label, evaluation, printed->edits, printed->n_edits);

  return write_edits (self, evaluation, printed, FALSE, error) && write_edits (self, evaluation, printed, TRUE, error);
}

/**
 * kompass_library_set_printed:
 * @self: a library
 * @evaluation: UUID of an evaluation
 * @edits: (array length=n_edits): what to set: points of areas and of the total, percents of any line
 * @n_edits: how many, at least one
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Sets figures as a report prints them, noted beside what stands below them now. All of them or none.
 *
 * Returns: %TRUE if they are on disk
 */
gboolean
kompass_library_set_printed (KompassLibrary            *self,
                             const char                *evaluation,
                             const KompassPrintedEdit  *edits,
                             guint                      n_edits,
                             GError                   **error)
{
  Printed printed = { { NULL, NULL, evaluation }, edits, n_edits };

  g_return_val_if_fail (n_edits > 0, FALSE);

  printed.label.text = choose_label (edits, n_edits);

  return kompass_library_run_command (self, &printed.label, write_printed, &printed, error);
}
