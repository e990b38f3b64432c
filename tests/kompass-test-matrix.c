/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of the matrix share: its rows and cells, keys as a user presses them, and what of them is stored. */
#include "kompass-test-matrix.h"

#include "kompass-matrix-cell.h"
#include "kompass-matrix-row.h"

static GtkWidget *
find_row (GtkWidget  *widget,
          const char *line)
{
  GtkWidget *found = NULL;

  if (KOMPASS_IS_MATRIX_ROW (widget))
    return g_strcmp0 (kompass_line_get_number (kompass_matrix_row_get_line (KOMPASS_MATRIX_ROW (widget))), line) == 0
               ? widget
               : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, line);

  return found;
}

/**
 * kompass_test_get_row:
 * @fixture: a fixture with a window
 * @line: the number of a line, "" for the total
 *
 * Returns: (transfer none): its row in the matrix
 */
GtkWidget *
kompass_test_get_row (KompassTestWindow *fixture,
                      const char        *line)
{
  GtkWidget *row = find_row (GTK_WIDGET (fixture->matrix), line);

  g_assert_nonnull (row);

  return row;
}

/**
 * kompass_test_get_cell:
 * @fixture: a fixture with a window
 * @line: the number of a line, "" for the total
 *
 * Returns: (transfer none) (nullable): where its points are typed, or %NULL where they follow from others
 */
GtkWidget *
kompass_test_get_cell (KompassTestWindow *fixture,
                       const char        *line)
{
  return kompass_test_find_widget (kompass_test_get_row (fixture, line), KOMPASS_TYPE_MATRIX_CELL);
}

/**
 * kompass_test_get_cell_text:
 * @fixture: a fixture with a window
 * @line: the number of a line that can be edited
 *
 * Returns: (transfer none): what stands in its cell
 */
const char *
kompass_test_get_cell_text (KompassTestWindow *fixture,
                            const char        *line)
{
  return gtk_editable_get_text (GTK_EDITABLE (kompass_test_get_cell (fixture, line)));
}

static GtkAccessibleRole
get_role (GtkWidget *widget)
{
  return gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));
}

/**
 * kompass_test_get_message:
 * @fixture: a fixture with a window
 * @line: the number of a line
 *
 * Returns: (transfer none) (nullable): why what was typed on it is refused, as it is seen, or %NULL
 */
const char *
kompass_test_get_message (KompassTestWindow *fixture,
                          const char        *line)
{
  GtkWidget *row = kompass_test_get_row (fixture, line);

  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (get_role (child) == GTK_ACCESSIBLE_ROLE_ALERT && gtk_widget_is_visible (child))
      return gtk_label_get_label (GTK_LABEL (child));

  return NULL;
}

/**
 * kompass_test_get_current_line:
 * @fixture: a fixture with a window
 *
 * Returns: (transfer none) (nullable): the number of the line that really has the keyboard, or %NULL
 */
const char *
kompass_test_get_current_line (KompassTestWindow *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  GtkWidget *row = focus != NULL && !KOMPASS_IS_MATRIX_ROW (focus)
                       ? gtk_widget_get_ancestor (focus, KOMPASS_TYPE_MATRIX_ROW)
                       : focus;

  return row != NULL ? kompass_line_get_number (kompass_matrix_row_get_line (KOMPASS_MATRIX_ROW (row))) : NULL;
}

/**
 * kompass_test_press:
 * @fixture: a fixture with a window
 * @keyval: a key
 * @modifiers: what is held down with it
 *
 * Presses a key in the matrix.
 *
 * Returns: whether the matrix took the key
 */
gboolean
kompass_test_press (KompassTestWindow *fixture,
                    guint              keyval,
                    GdkModifierType    modifiers)
{
  return kompass_test_press_on (GTK_WIDGET (fixture->matrix), "matrix-keys", keyval, modifiers);
}

/* What the matrix leaves to the cell goes where the caret is, in place of what is selected. */
static void
insert (KompassTestWindow *fixture,
        const char        *character)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  int position;

  g_assert_true (GTK_IS_TEXT (focus));
  gtk_editable_delete_selection (GTK_EDITABLE (focus));
  position = gtk_editable_get_position (GTK_EDITABLE (focus));
  gtk_editable_insert_text (GTK_EDITABLE (focus), character, -1, &position);
  gtk_editable_set_position (GTK_EDITABLE (focus), position);
}

/**
 * kompass_test_type:
 * @fixture: a fixture with a window
 * @text: characters
 *
 * Types them in the matrix, one key after the other.
 */
void
kompass_test_type (KompassTestWindow *fixture,
                   const char        *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      char character[8] = { 0 };

      g_utf8_strncpy (character, p, 1);
      if (!kompass_test_press (fixture, gdk_unicode_to_keyval (g_utf8_get_char (p)), 0))
        insert (fixture, character);
    }
}

/**
 * kompass_test_go_to:
 * @fixture: a fixture with a window
 * @line: the number of a line, "" for the total
 *
 * Moves the keyboard to a line.
 */
void
kompass_test_go_to (KompassTestWindow *fixture,
                    const char        *line)
{
  kompass_matrix_focus_line (
      fixture->matrix, kompass_evaluation_find_line (kompass_window_get_evaluation (fixture->window), line));
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, line);
}

/**
 * kompass_test_enter:
 * @fixture: a fixture with a window
 * @line: the number of a line that can be edited
 * @text: characters
 *
 * Types them on the line, and commits them.
 */
void
kompass_test_enter (KompassTestWindow *fixture,
                    const char        *line,
                    const char        *text)
{
  kompass_test_go_to (fixture, line);
  kompass_test_type (fixture, text);
  kompass_test_press (fixture, GDK_KEY_Return, 0);
}

/**
 * kompass_test_read_score:
 * @fixture: a fixture with a window that shows an evaluation
 * @line: the number of one of its lines
 *
 * Returns: what the file holds, read by another connection
 */
KompassScore
kompass_test_read_score (KompassTestWindow *fixture,
                         const char        *line)
{
  g_autoptr (KompassLibrary) library = kompass_test_open_library (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (KompassEvaluation) evaluation = kompass_library_load (
      library, kompass_evaluation_get_id (kompass_window_get_evaluation (fixture->window)), &error);

  g_assert_no_error (error);

  return kompass_line_get_score (kompass_evaluation_find_line (evaluation, line));
}

/**
 * kompass_test_assert_stored:
 * @fixture: a fixture with a window that shows an evaluation
 * @line: the number of one of its lines
 * @score: the score that the file and the window should have
 */
void
kompass_test_assert_stored (KompassTestWindow *fixture,
                            const char        *line,
                            KompassScore       score)
{
  KompassEvaluation *evaluation = kompass_window_get_evaluation (fixture->window);
  KompassScore shown = kompass_line_get_score (kompass_evaluation_find_line (evaluation, line));
  KompassScore stored = kompass_test_read_score (fixture, line);

  g_assert_cmpint (stored.state, ==, score.state);
  g_assert_cmpint (stored.points, ==, score.points);
  g_assert_true (kompass_score_equal (shown, score));
}
