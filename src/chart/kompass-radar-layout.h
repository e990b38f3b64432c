/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-chart-label.h"

G_BEGIN_DECLS

/**
 * KompassRadarSpoke:
 * @label: the name at its end
 * @dx: direction to the right, of length 1 together with @dy
 * @dy: direction downwards
 * @side_dx: direction to the right of the middle of the ring's side behind the spoke, likewise of length 1
 * @side_dy: direction downwards
 * @wrap: which of the label's wraps was chosen
 * @x: left edge of the label, in points from the centre of the radar
 * @y: top edge of the label, in points from the centre of the radar
 * @width: of the label, in points
 * @height: of the label, in points
 *
 * One spoke and its label.
 */
typedef struct
{
  KompassChartLabel *label;
  double dx;
  double dy;
  double side_dx;
  double side_dy;
  guint wrap;
  double x;
  double y;
  double width;
  double height;
} KompassRadarSpoke;

/**
 * KompassRadarLayout:
 * @spokes: the spokes, clockwise from twelve o'clock
 * @n_spokes: their number
 * @wide: how far the outermost ring reaches to each side, as a part of @radius
 * @low: how far it reaches downwards, likewise; upwards it always reaches all of it
 * @labelled: whether the labels are shown
 * @unit: one tenth of the text size, in points
 * @gap: between the end of a spoke and its label, in points
 * @reach: how far a mark at the end of a spoke reaches beyond it, in points
 * @x: centre, in points
 * @y: centre, in points
 * @radius: length of the spokes, in points
 *
 * Where everything of a radar is.
 */
typedef struct
{
  KompassRadarSpoke *spokes;
  guint n_spokes;
  double wide;
  double low;
  gboolean labelled;
  double unit;
  double gap;
  double reach;
  double x;
  double y;
  double radius;
} KompassRadarLayout;

KompassRadarLayout *kompass_radar_layout_new  (KompassChart       *chart,
                                               KompassChartText   *text,
                                               KompassChartNaming  naming);
void                kompass_radar_layout_free (KompassRadarLayout *self);
gboolean            kompass_radar_layout_fit  (KompassRadarLayout *self,
                                               double              x,
                                               double              y,
                                               double              width,
                                               double              height,
                                               double              least_radius);
void                kompass_radar_layout_fit_unlabelled
                                              (KompassRadarLayout *self,
                                               double              x,
                                               double              y,
                                               double              width,
                                               double              height);
void                kompass_radar_layout_locate
                                              (const KompassRadarLayout *self,
                                               guint                     spoke,
                                               double                    ratio,
                                               double                   *x,
                                               double                   *y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassRadarLayout, kompass_radar_layout_free)

G_END_DECLS
