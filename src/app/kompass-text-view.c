/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a text of the report is written: what GtkTextView does not draw or do by itself. */
#include "kompass-text-view.h"

#include <adwaita.h>

#include "kompass-style.h"
#include "kompass-text-clipboard.h"

/* The bullets of a list, in parts of the height of its text, and how far before that they are. */
#define BULLET_SIZE 0.3
#define BULLET_DISTANCE 0.8

struct _KompassTextView
{
  GtkTextView parent_instance;

  char *hint;
  GtkWidget *menu; /* made when it is opened */
};

G_DEFINE_FINAL_TYPE (KompassTextView, kompass_text_view, GTK_TYPE_TEXT_VIEW)

/* Drawing */

static gboolean
is_right_to_left (KompassTextView   *self,
                  const GtkTextIter *line)
{
  GtkTextIter end = *line;
  g_autofree char *words = NULL;
  g_autoptr (PangoLayout) layout = NULL;

  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  words = gtk_text_iter_get_slice (line, &end);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);

  return pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;
}

static void
draw_bullet (KompassTextView   *self,
             GtkSnapshot       *snapshot,
             const GtkTextIter *line,
             const GdkRGBA     *ink)
{
  GdkRectangle at;
  GskRoundedRect dot;
  float size, x;

  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), line, &at);
  size = (float) (at.height * BULLET_SIZE);
  x = is_right_to_left (self, line) ? (float) (at.x + at.width) : (float) (at.x - at.height * BULLET_DISTANCE) - size / 2;
  gsk_rounded_rect_init_from_rect (
      &dot, &GRAPHENE_RECT_INIT (x, (float) at.y + ((float) at.height - size) / 2 + 1, size, size), size / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &dot);
  gtk_snapshot_append_color (snapshot, ink, &dot.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_bullets (KompassTextView *self,
              GtkSnapshot     *snapshot,
              const GdkRGBA   *ink)
{
  KompassTextBuffer *buffer = kompass_text_view_get_buffer (self);
  GdkRectangle seen;
  GtkTextIter line, end;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &seen);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &line, seen.y, NULL);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &end, seen.y + seen.height, NULL);
  do
    if (!gtk_text_iter_is_end (&line) && kompass_text_buffer_get_kind_at (buffer, &line) == KOMPASS_PARAGRAPH_BULLET)
      draw_bullet (self, snapshot, &line, ink);
  while (gtk_text_iter_forward_line (&line) && gtk_text_iter_compare (&line, &end) <= 0);
}

/* What to write, while nothing is written. */
static void
draw_hint (KompassTextView *self,
           GtkSnapshot     *snapshot,
           GdkRGBA          ink)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->hint);
  GtkTextIter start;
  GdkRectangle at;

  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &start);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &start, &at);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, MAX (gtk_widget_get_width (GTK_WIDGET (self)) - 2 * at.x, 1) * PANGO_SCALE);
  ink.alpha *= 0.6f;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) at.x, (float) at.y));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
kompass_text_view_snapshot_layer (GtkTextView      *view,
                                  GtkTextViewLayer  layer,
                                  GtkSnapshot      *snapshot)
{
  KompassTextView *self = KOMPASS_TEXT_VIEW (view);
  GdkRGBA ink;

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (view)), &ink);
  draw_bullets (self, snapshot, &ink);
  if (self->hint != NULL && kompass_text_buffer_is_empty (kompass_text_view_get_buffer (self)))
    draw_hint (self, snapshot, ink);
}

/* Keys */

/* At the beginning of a heading or an item, the paragraph becomes a plain one before it is joined with the one before. */
static void
kompass_text_view_backspace (GtkTextView *view)
{
  KompassTextBuffer *buffer = kompass_text_view_get_buffer (KOMPASS_TEXT_VIEW (view));
  GtkTextIter start, end;
  gboolean is_selected = gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (buffer), &start, &end);

  if (!is_selected && gtk_text_iter_starts_line (&start) &&
      kompass_text_buffer_get_kind (buffer) != KOMPASS_PARAGRAPH_BODY)
    kompass_text_buffer_set_kind (buffer, KOMPASS_PARAGRAPH_BODY);
  else
    GTK_TEXT_VIEW_CLASS (kompass_text_view_parent_class)->backspace (view);
}

static void
kompass_text_view_copy_clipboard (GtkTextView *view)
{
  kompass_text_clipboard_copy (kompass_text_view_get_buffer (KOMPASS_TEXT_VIEW (view)),
                               gtk_widget_get_clipboard (GTK_WIDGET (view)));
}

static void
kompass_text_view_cut_clipboard (GtkTextView *view)
{
  kompass_text_view_copy_clipboard (view);
  gtk_text_buffer_delete_selection (gtk_text_view_get_buffer (view), TRUE, TRUE);
}

static void
kompass_text_view_paste_clipboard (GtkTextView *view)
{
  kompass_text_clipboard_paste (view, gtk_widget_get_clipboard (GTK_WIDGET (view)), FALSE);
}

/* Style */

static void
update_style (KompassTextView *self)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA ink, link;

  gtk_style_context_get_color (context, &ink);
  if (!gtk_style_context_lookup_color (context, "accent_color", &link))
    link = ink;
  kompass_text_buffer_set_style (kompass_text_view_get_buffer (self), &ink, &link, kompass_style_get_text_scale ());
}

static void
kompass_text_view_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (kompass_text_view_parent_class)->css_changed (widget, change);
  update_style (KOMPASS_TEXT_VIEW (widget));
}

/* Class */

static GtkTextBuffer *
kompass_text_view_create_buffer (GtkTextView *view)
{
  return GTK_TEXT_BUFFER (kompass_text_buffer_new ());
}

static void
undo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  kompass_text_buffer_undo (kompass_text_view_get_buffer (KOMPASS_TEXT_VIEW (widget)));
}

static void
redo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  kompass_text_buffer_redo (kompass_text_view_get_buffer (KOMPASS_TEXT_VIEW (widget)));
}

/* GTK says that there is nothing to undo whenever a property of the buffer changes: it has no steps of its own here. */
static void
update_undo (KompassTextView *self)
{
  KompassTextBuffer *buffer = kompass_text_view_get_buffer (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "text.undo", kompass_text_buffer_get_can_undo (buffer));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "text.redo", kompass_text_buffer_get_can_redo (buffer));
}

static void
kompass_text_view_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  KompassTextView *self = KOMPASS_TEXT_VIEW (widget);

  GTK_WIDGET_CLASS (kompass_text_view_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
kompass_text_view_dispose (GObject *object)
{
  KompassTextView *self = KOMPASS_TEXT_VIEW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);

  G_OBJECT_CLASS (kompass_text_view_parent_class)->dispose (object);
}

static void
kompass_text_view_finalize (GObject *object)
{
  g_free (KOMPASS_TEXT_VIEW (object)->hint);

  G_OBJECT_CLASS (kompass_text_view_parent_class)->finalize (object);
}

static void
kompass_text_view_class_init (KompassTextViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kompass_text_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = kompass_text_view_finalize;
  widget_class->size_allocate = kompass_text_view_size_allocate;
  widget_class->css_changed = kompass_text_view_css_changed;
  view_class->create_buffer = kompass_text_view_create_buffer;
  view_class->snapshot_layer = kompass_text_view_snapshot_layer;
  view_class->backspace = kompass_text_view_backspace;
  view_class->copy_clipboard = kompass_text_view_copy_clipboard;
  view_class->cut_clipboard = kompass_text_view_cut_clipboard;
  view_class->paste_clipboard = kompass_text_view_paste_clipboard;
  gtk_widget_class_install_action (widget_class, "text.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "text.redo", NULL, redo_cb);
}

static void
kompass_text_view_init (KompassTextView *self)
{
  g_signal_connect_object (kompass_text_view_get_buffer (self), "edited", G_CALLBACK (update_undo), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kompass_text_view_get_buffer (self), "notify", G_CALLBACK (update_undo), self, G_CONNECT_SWAPPED);
  update_undo (self);
}

/**
 * kompass_text_view_get_buffer:
 * @self: a view
 *
 * Returns: (transfer none): what is written
 */
KompassTextBuffer *
kompass_text_view_get_buffer (KompassTextView *self)
{
  return KOMPASS_TEXT_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));
}

/**
 * kompass_text_view_set_hint:
 * @self: a view
 * @hint: (nullable): what is to be written here
 *
 * Sets what stands there, quietly, while nothing is written.
 */
void
kompass_text_view_set_hint (KompassTextView *self,
                            const char      *hint)
{
  g_free (self->hint);
  self->hint = g_strdup (hint);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * kompass_text_view_show_menu:
 * @self: a view
 * @menu: a menu
 * @at: where, in the view
 *
 * Opens a menu in the place of the one before.
 */
void
kompass_text_view_show_menu (KompassTextView    *self,
                             GMenuModel         *menu,
                             const GdkRectangle *at)
{
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->menu, gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? GTK_ALIGN_END
                                                                                                   : GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
