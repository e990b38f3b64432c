/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of the window share beside its keys: what is seen in it, its sizes, and the clipboard. */
#include "kompass-test-screen.h"

#include <string.h>

#include "kompass-test-matrix.h"

/* Rows of the list draw their words; a screen reader reads them in their names. */
static gboolean
says (GtkWidget  *widget,
      const char *words)
{
  g_autofree char *other = NULL;

  if (GTK_IS_LABEL (widget))
    return strcmp (gtk_label_get_text (GTK_LABEL (widget)), words) == 0;
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) != GTK_ACCESSIBLE_ROLE_LIST_ITEM)
    return FALSE;
  other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, words);

  return other == NULL;
}

/**
 * kompass_test_find_words:
 * @root: a widget
 * @words: words, all of them
 *
 * Returns: (transfer none) (nullable): the label, or the row of a list, in @root that says so on screen
 */
GtkWidget *
kompass_test_find_words (GtkWidget  *root,
                         const char *words)
{
  GtkWidget *found = NULL;

  if (gtk_widget_get_mapped (root) && says (root, words))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = kompass_test_find_words (child, words);

  return found;
}

/**
 * kompass_test_assert_seen:
 * @fixture: a fixture with a window
 * @words: words, all of them
 *
 * These words are on screen with the next frame, in a toast perhaps.
 */
void
kompass_test_assert_seen (KompassTestWindow *fixture,
                          const char        *words)
{
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  g_assert_nonnull (kompass_test_find_words (GTK_WIDGET (fixture->window), words));
}

/**
 * kompass_test_get_view_label:
 * @fixture: a fixture with a window
 * @id: what a label of the view of points is called
 *
 * Returns: (transfer none): what it says
 */
const char *
kompass_test_get_view_label (KompassTestWindow *fixture,
                             const char        *id)
{
  return gtk_label_get_label (GTK_LABEL (kompass_test_get_view_part (fixture, id)));
}

typedef struct
{
  GtkWindow *window;
  int width;
  int height;
} Sized;

/* A window gives way step by step: each time some of it is folded, it can become narrower still. */
static gboolean
has_width (gpointer data)
{
  Sized *sized = data;

  if (gdk_surface_get_width (gtk_native_get_surface (GTK_NATIVE (sized->window))) == sized->width)
    return TRUE;
  gtk_window_set_default_size (sized->window, sized->width, sized->height);

  return FALSE;
}

/**
 * kompass_test_resize:
 * @fixture: a fixture with a window
 * @width: how wide it becomes, in pixels
 * @height: how high, if there is room for that
 *
 * Waits until the window has its width and is drawn.
 */
void
kompass_test_resize (KompassTestWindow *fixture,
                     int                width,
                     int                height)
{
  kompass_test_wait_for (has_width, &(Sized) { GTK_WINDOW (fixture->window), width, height });
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
}

typedef struct
{
  KompassTestWindow *fixture;
  gint64 n_steps;
} Awaited;

static gboolean
has_answered (gpointer data)
{
  Awaited *awaited = data;
  GtkWidget *refusal = kompass_test_get_view_part (awaited->fixture, "refusal");

  return kompass_test_count_steps (awaited->fixture->path) != awaited->n_steps ||
         gtk_revealer_get_reveal_child (GTK_REVEALER (refusal));
}

/**
 * kompass_test_paste:
 * @fixture: a fixture with a window
 * @text: (nullable): what is copied first
 *
 * Pastes into the matrix, and waits until what is pasted is stored or refused.
 */
void
kompass_test_paste (KompassTestWindow *fixture,
                    const char        *text)
{
  Awaited awaited = { fixture, kompass_test_count_steps (fixture->path) };

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), text);
  g_assert_true (kompass_test_press (fixture, GDK_KEY_v, GDK_CONTROL_MASK));
  kompass_test_wait_for (has_answered, &awaited);
}
