/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of a report, which wraps: an item of a list, or what is known about a municipality. What comes in by keyboard,
 * clipboard or pointer is cleaned at once as it will be stored; several lines that are pasted are somebody else's to divide.
 * That is in kompass-line-view-paste.c, its menu in kompass-line-view-menu.c. */
#include "kompass-line-view-private.h"

#include <adwaita.h>
#include <string.h>

#include "kompass-message.h"
#include "kompass-text.h"

/* Around the words, in pixels. */
#define MARGIN_X 4
#define MARGIN_Y 7

/* GtkTextView keeps a pixel of its width free for the caret. */
#define CARET_WIDTH 1

/* How wide it asks to be, in letters of usual width: lines beside each other share the room there is. The least is next to
 * nothing: lists beside each other must be able to become too narrow before they come to stand below each other. */
#define LETTERS 6
#define MIN_LETTERS 1

enum
{
  EDITED,
  LINES_PASTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassLineView, kompass_line_view, GTK_TYPE_TEXT_VIEW)

static GtkTextBuffer *
get_buffer (KompassLineView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

/* Size. GtkTextView asks for the height that its lines had when they were last laid out, at whatever width that was, and lays
 * out what is new when there is time: in a list, rows came to lie over each other until then. */

static char *
get_shown (KompassLineView *self)
{
  GtkTextIter start, end, caret;
  g_autofree char *written = NULL;
  GString *shown;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  written = gtk_text_buffer_get_slice (get_buffer (self), &start, &end, TRUE);
  shown = g_string_new (written);
  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &caret, gtk_text_buffer_get_insert (get_buffer (self)));
  if (self->preedit != NULL)
    g_string_insert (shown, g_utf8_offset_to_pointer (shown->str, gtk_text_iter_get_offset (&caret)) - shown->str,
                     self->preedit);

  return g_string_free (shown, FALSE);
}

static int
measure_height (KompassLineView *self,
                int              width)
{
  g_autofree char *shown = get_shown (self);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), shown);
  int height;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width >= 0)
    pango_layout_set_width (layout, MAX (width - 2 * MARGIN_X - CARET_WIDTH, 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);

  return height + 2 * MARGIN_Y;
}

static int
measure_width (KompassLineView *self,
               int              letters)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (self)), NULL, NULL);
  int width = PANGO_PIXELS_CEIL (letters * pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);

  return width + 2 * MARGIN_X + CARET_WIDTH;
}

static void
kompass_line_view_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  KompassLineView *self = KOMPASS_LINE_VIEW (widget);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? measure_width (self, MIN_LETTERS) : measure_height (self, for_size);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? measure_width (self, LETTERS) : *minimum;
}

static GtkSizeRequestMode
kompass_line_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
kompass_line_view_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  KompassLineView *self = KOMPASS_LINE_VIEW (widget);

  GTK_WIDGET_CLASS (kompass_line_view_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
preedit_changed_cb (KompassLineView *self,
                    const char      *preedit)
{
  g_free (self->preedit);
  self->preedit = preedit != NULL && *preedit != '\0' ? g_strdup (preedit) : NULL;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* What to write, while nothing is written. */
static void
kompass_line_view_snapshot_layer (GtkTextView      *view,
                                  GtkTextViewLayer  layer,
                                  GtkSnapshot      *snapshot)
{
  KompassLineView *self = KOMPASS_LINE_VIEW (view);
  g_autoptr (PangoLayout) layout = NULL;
  GtkTextIter start;
  GdkRectangle at;
  GdkRGBA ink;

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT || !kompass_line_view_is_empty (self) || self->preedit != NULL)
    return;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (view), self->hint);
  gtk_text_buffer_get_start_iter (get_buffer (self), &start);
  gtk_text_view_get_iter_location (view, &start, &at);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (view)), &ink);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, MAX (gtk_widget_get_width (GTK_WIDGET (view)) - 2 * MARGIN_X, 1) * PANGO_SCALE);
  ink.alpha *= 0.6f;
  gtk_snapshot_save (snapshot);
  /* Right-to-left, the place for the caret is at the other end. */
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (MARGIN_X, (float) at.y));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

/* What is written */

static void
changed_cb (KompassLineView *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  text = gtk_text_buffer_get_text (get_buffer (self), &start, &end, TRUE);
  g_free (self->text);
  self->text = kompass_text_clean_line (text);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (!self->is_settling)
    g_signal_emit (self, signals[EDITED], 0);
}

/* Class */

static void
kompass_line_view_dispose (GObject *object)
{
  KompassLineView *self = KOMPASS_LINE_VIEW (object);

  self->is_settling = TRUE;
  g_clear_handle_id (&self->paste_id, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->spelling);
  g_clear_object (&self->more);

  G_OBJECT_CLASS (kompass_line_view_parent_class)->dispose (object);
}

static void
kompass_line_view_finalize (GObject *object)
{
  KompassLineView *self = KOMPASS_LINE_VIEW (object);

  g_free (self->hint);
  g_free (self->text);
  g_free (self->preedit);
  g_free (self->pasted);
  g_free (self->more_label);

  G_OBJECT_CLASS (kompass_line_view_parent_class)->finalize (object);
}

static void
kompass_line_view_class_init (KompassLineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  object_class->dispose = kompass_line_view_dispose;
  object_class->finalize = kompass_line_view_finalize;
  widget_class->get_request_mode = kompass_line_view_get_request_mode;
  widget_class->measure = kompass_line_view_measure;
  widget_class->size_allocate = kompass_line_view_size_allocate;
  view_class->snapshot_layer = kompass_line_view_snapshot_layer;
  view_class->paste_clipboard = kompass_line_view_paste_clipboard;

  /**
   * KompassLineView::edited:
   *
   * Something has been typed.
   */
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * KompassLineView::lines-pasted:
   * @lines: at least two, as kompass_pasted_lines_split() gives them
   *
   * Several lines are to stand in the place of what is selected. Nothing has been changed yet.
   */
  signals[LINES_PASTED] = g_signal_new ("lines-pasted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRV);
}

static void
kompass_line_view_init (KompassLineView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->text = g_strdup ("");
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (view, MARGIN_Y);
  gtk_text_view_set_bottom_margin (view, MARGIN_Y);
  gtk_text_view_set_left_margin (view, MARGIN_X);
  gtk_text_view_set_right_margin (view, MARGIN_X);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  kompass_line_view_add_paste (self);
  g_signal_connect (self, "preedit-changed", G_CALLBACK (preedit_changed_cb), NULL);
  self->spelling = kompass_spelling_new (view);
  kompass_line_view_add_menu (self);
}

/**
 * kompass_line_view_emit_pasted:
 * @self: a line
 * @lines: at least two
 *
 * Gives several lines on.
 */
void
kompass_line_view_emit_pasted (KompassLineView  *self,
                               char            **lines)
{
  g_signal_emit (self, signals[LINES_PASTED], 0, lines);
}

/**
 * kompass_line_view_new:
 * @hint: what is to be written in it, while it is empty
 *
 * Returns: (transfer floating): an empty line
 */
GtkWidget *
kompass_line_view_new (const char *hint)
{
  KompassLineView *self = g_object_new (KOMPASS_TYPE_LINE_VIEW, NULL);

  self->hint = g_strdup (hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER, hint, -1);

  return GTK_WIDGET (self);
}

/**
 * kompass_line_view_set_takes_lines:
 * @self: a line
 * @takes_lines: whether several lines that are pasted are given on by #KompassLineView::lines-pasted; otherwise they become
 *   one
 */
void
kompass_line_view_set_takes_lines (KompassLineView *self,
                                   gboolean         takes_lines)
{
  self->takes_lines = takes_lines;
}

/**
 * kompass_line_view_set_more:
 * @self: a line
 * @label: what the menu is about, with a mnemonic
 * @menu: (nullable): what else can be done, which its own menu has, too
 */
void
kompass_line_view_set_more (KompassLineView *self,
                            const char      *label,
                            GMenuModel      *menu)
{
  g_free (self->more_label);
  self->more_label = g_strdup (label);
  g_set_object (&self->more, menu);
}

/**
 * kompass_line_view_get_text:
 * @self: a line
 *
 * Returns: (transfer none): what stands in it, as kompass_text_clean_line() makes it
 */
const char *
kompass_line_view_get_text (KompassLineView *self)
{
  return self->text;
}

/**
 * kompass_line_view_set_text:
 * @self: a line
 * @text: what is to stand in it
 *
 * Writes it as the program does: it is no step of the line to undo.
 */
void
kompass_line_view_set_text (KompassLineView *self,
                            const char      *text)
{
  self->is_settling = TRUE;
  gtk_text_buffer_begin_irreversible_action (get_buffer (self));
  gtk_text_buffer_set_text (get_buffer (self), text, -1);
  gtk_text_buffer_end_irreversible_action (get_buffer (self));
  self->is_settling = FALSE;
}

/**
 * kompass_line_view_is_empty:
 * @self: a line
 *
 * Returns: %TRUE if nothing stands in it, not even a space
 */
gboolean
kompass_line_view_is_empty (KompassLineView *self)
{
  return gtk_text_buffer_get_char_count (get_buffer (self)) == 0;
}

/**
 * kompass_line_view_forget_steps:
 * @self: a line
 *
 * Ends the steps of its own that can be undone. What was typed is in the library when the line is left, or when something
 * is done with it: its steps are the library's from then on, in the order in which things were done.
 */
void
kompass_line_view_forget_steps (KompassLineView *self)
{
  gtk_text_buffer_set_enable_undo (get_buffer (self), FALSE);
  gtk_text_buffer_set_enable_undo (get_buffer (self), TRUE);
}

/**
 * kompass_line_view_edit:
 * @self: a line
 * @caret: where the caret goes, in characters; -1 for the end
 *
 * Moves the keyboard into it.
 */
void
kompass_line_view_edit (KompassLineView *self,
                        int              caret)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &iter, caret);
  gtk_text_buffer_place_cursor (get_buffer (self), &iter);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * kompass_line_view_is_at_edge:
 * @self: a line that is being edited
 * @at_end: whether the last line that is seen is asked about, or the first
 *
 * Returns: %TRUE if the caret is there: an arrow leaves it
 */
gboolean
kompass_line_view_is_at_edge (KompassLineView *self,
                              gboolean         at_end)
{
  GtkTextIter caret, edge;
  GdkRectangle at, of_edge;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &caret, gtk_text_buffer_get_insert (get_buffer (self)));
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &edge, at_end ? -1 : 0);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &caret, &at);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &edge, &of_edge);

  return at.y == of_edge.y;
}

/**
 * kompass_line_view_get_sides:
 * @self: a line
 * @before: (out): what stands before the caret, or before what is selected
 * @after: (out): what stands after that
 */
void
kompass_line_view_get_sides (KompassLineView  *self,
                             char            **before,
                             char            **after)
{
  GtkTextIter start, end, from, to;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  gtk_text_buffer_get_selection_bounds (get_buffer (self), &from, &to);
  *before = gtk_text_buffer_get_text (get_buffer (self), &start, &from, TRUE);
  *after = gtk_text_buffer_get_text (get_buffer (self), &to, &end, TRUE);
}

/**
 * kompass_line_view_set_speller:
 * @self: a line
 * @speller: (nullable): who knows the words, or %NULL to underline none
 */
void
kompass_line_view_set_speller (KompassLineView *self,
                               KompassSpeller  *speller)
{
  kompass_spelling_set_speller (self->spelling, speller);
}

/**
 * kompass_line_view_select_misspelt:
 * @self: a line
 * @from_start: whether to look from its beginning on, or from the caret
 *
 * Moves the keyboard to the next word that no dictionary has, and selects it.
 *
 * Returns: %FALSE if there is none
 */
gboolean
kompass_line_view_select_misspelt (KompassLineView *self,
                                   gboolean         from_start)
{
  if (!kompass_spelling_select_next (self->spelling, from_start))
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self));

  return TRUE;
}

/**
 * kompass_line_view_tell_no_misspelt:
 * @widget: what has been searched
 * @speller: (nullable): who knows the words
 * @words: that there is none
 *
 * Says how a search for misspelt words has ended; without a dictionary, that it could not be made.
 */
void
kompass_line_view_tell_no_misspelt (GtkWidget      *widget,
                                    KompassSpeller *speller,
                                    const char     *words)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL && speller != NULL && kompass_speller_has_dictionary (speller))
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), kompass_message_make_toast (words));
  else
    gtk_widget_error_bell (widget);
}
