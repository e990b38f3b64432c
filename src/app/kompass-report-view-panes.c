/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The panes of the Report view: outline and pages beside the text where there is room, as a menu and over the text where there
 * is not; and the keyboard from one to the next. */
#include "kompass-report-view-private.h"
#include "kompass-style.h"

/* Widths in pixels, at the usual size of text. */
#define OUTLINE_WIDTH 208
#define PREVIEW_WIDTH 320
#define LEAST_TEXT 400      /* beside which other panes may stand */
#define COLUMNS_WIDTH 660   /* that three lists beside each other need */
#define TITLE_WIDTH 340     /* that a title and its figures beside it need */
#define TITLE_SPACING 12
#define MARGIN 40

/* The pages' part of a wide view */
#define PREVIEW_SHARE 0.38

/**
 * kompass_report_view_go_to_pane:
 * @self: a view
 * @direction: 1 for the next, -1 for the one before
 *
 * Moves the keyboard to another pane, in the order that F6 visits them.
 */
void
kompass_report_view_go_to_pane (KompassReportView *self,
                                int                direction)
{
  GtkWidget *panes[] = { gtk_widget_get_visible (GTK_WIDGET (self->outline)) ? GTK_WIDGET (self->outline) : self->section_button,
                         GTK_WIDGET (self->editor), self->rest, GTK_WIDGET (self->preview) };
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  int n_panes = G_N_ELEMENTS (panes);
  int current = 1;

  for (int i = 0; focus != NULL && i < n_panes; i++)
    if (focus == panes[i] || gtk_widget_is_ancestor (focus, panes[i]))
      current = i;
  for (int i = 1; i < n_panes; i++)
    {
      GtkWidget *pane = panes[(current + direction * i + n_panes) % n_panes];

      if (!gtk_widget_get_mapped (pane))
        continue;
      if (pane == self->rest || pane == self->section_button ? gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD)
                                                             : gtk_widget_grab_focus (pane))
        return;
    }
}

static gboolean
fold_cb (gpointer user_data)
{
  KompassReportView *self = user_data;

  self->fold_source = 0;
  if (self->is_folded != adw_flap_get_folded (self->flap))
    {
      self->is_folded = !self->is_folded;
      if (!self->is_folded)
        adw_flap_set_reveal_flap (self->flap, g_settings_get_boolean (self->settings, "preview-visible"));
    }
  kompass_report_view_set_width (self, self->width);

  return G_SOURCE_REMOVE;
}

/* Whether the pages are shown is remembered while they stand beside the text. Where there is room for them again, they are
 * shown by themselves, which is not what their user has asked for. */
static void
preview_revealed_cb (KompassReportView *self)
{
  gboolean is_folded = adw_flap_get_folded (self->flap);

  if (!is_folded && !self->is_folded)
    g_settings_set_boolean (self->settings, "preview-visible", adw_flap_get_reveal_flap (self->flap));
  /* Panes fold while sizes are given. */
  if (self->width > 0 && self->fold_source == 0)
    self->fold_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fold_cb, self, NULL);
}

/**
 * kompass_report_view_init_panes:
 * @self: a view with settings
 *
 * Shows the pages if they were shown last.
 */
void
kompass_report_view_init_panes (KompassReportView *self)
{
  adw_flap_set_reveal_flap (self->flap, g_settings_get_boolean (self->settings, "preview-visible"));
  g_signal_connect_swapped (self->flap, "notify::reveal-flap", G_CALLBACK (preview_revealed_cb), self);
  g_signal_connect_swapped (self->flap, "notify::folded", G_CALLBACK (preview_revealed_cb), self);
}

/* In one row with the buttons of the text, or in a row above them. */
static void
place_tools (KompassReportView *self,
             gboolean           in_one_row)
{
  GtkWidget *place = in_one_row ? self->tools : self->section_tools;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->tools),
                                  in_one_row ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  if (gtk_widget_get_parent (self->end_tools) == place)
    return;
  g_object_ref (self->end_tools);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (self->end_tools)), self->end_tools);
  gtk_box_append (GTK_BOX (place), self->end_tools);
  g_object_unref (self->end_tools);
}

/**
 * kompass_report_view_set_width:
 * @self: a view
 * @width: what it is going to have, in pixels
 *
 * Lets as many panes stand beside the text as there is room for: without room for the pages they lie over it when they are
 * asked for; without room for the outline it is a menu.
 */
void
kompass_report_view_set_width (KompassReportView *self,
                               int                width)
{
  double scale = kompass_style_get_text_scale ();
  double preview = MAX (PREVIEW_WIDTH * scale, width * PREVIEW_SHARE);
  gboolean has_outline = width >= (OUTLINE_WIDTH + LEAST_TEXT) * scale;
  gboolean has_preview = width >= (OUTLINE_WIDTH + LEAST_TEXT + PREVIEW_WIDTH) * scale;
  double text = width - (has_outline ? OUTLINE_WIDTH * scale : 0) -
                (has_preview && adw_flap_get_reveal_flap (self->flap) ? preview : 0);

  self->width = width;
  preview = MIN (preview, has_preview ? width - (OUTLINE_WIDTH + LEAST_TEXT) * scale : width - MARGIN);
  gtk_widget_set_size_request (GTK_WIDGET (self->preview), (int) MIN (preview, width - MARGIN), -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->outline), (int) (OUTLINE_WIDTH * scale), -1);
  adw_flap_set_fold_policy (self->flap, has_preview ? ADW_FLAP_FOLD_POLICY_AUTO : ADW_FLAP_FOLD_POLICY_ALWAYS);
  gtk_widget_set_visible (GTK_WIDGET (self->outline), has_outline);
  gtk_widget_set_visible (self->section_button, !has_outline);
  place_tools (self, has_outline);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->title_box),
                                  text < TITLE_WIDTH * scale ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (self->title_box), text < TITLE_WIDTH * scale ? 0 : TITLE_SPACING);
  kompass_findings_view_set_columns (self->findings, text >= COLUMNS_WIDTH * scale);
  kompass_report_view_update_outlines (self);
}

/**
 * kompass_report_view_bind_preview:
 * @self: a view
 * @button: a button that shows and hides the pages
 */
void
kompass_report_view_bind_preview (KompassReportView *self,
                                  GtkToggleButton   *button)
{
  g_object_bind_property (self->flap, "reveal-flap", button, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

/**
 * kompass_report_view_close_preview:
 * @self: a view
 *
 * Takes away pages that lie over the text.
 *
 * Returns: %TRUE if there were any
 */
gboolean
kompass_report_view_close_preview (KompassReportView *self)
{
  if (!adw_flap_get_folded (self->flap) || !adw_flap_get_reveal_flap (self->flap))
    return FALSE;
  adw_flap_set_reveal_flap (self->flap, FALSE);

  return TRUE;
}
