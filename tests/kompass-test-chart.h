/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-chart.h"

G_BEGIN_DECLS

/* Ten pixels for each point. */
#define KOMPASS_TEST_SCALE 10

extern const char * const kompass_test_areas[];
extern const char * const kompass_test_questions[];

void             kompass_test_add_series   (KompassChart *chart, const char *name, const double *values, double maximum);
void             kompass_test_set_texts    (KompassChart *chart);
const KompassChartMark *
                 kompass_test_get_mark     (GArray *marks, KompassChart *chart, guint series, guint category);
cairo_surface_t *kompass_test_draw_at      (KompassChart            *chart,
                                            double                   width,
                                            double                   height,
                                            double                   scale,
                                            const KompassChartStyle *style);
cairo_surface_t *kompass_test_draw         (KompassChart            *chart,
                                            double                   width,
                                            double                   height,
                                            const KompassChartStyle *style);
guint32          kompass_test_read_pixel   (cairo_surface_t *surface, double x, double y);
guint32          kompass_test_get_pixel    (cairo_surface_t *surface, double x, double y);
guint32          kompass_test_pixel_of     (const KompassChartStyle *style, guint role);
gboolean         kompass_test_find_pixel   (cairo_surface_t *surface,
                                            guint32          pixel,
                                            double           x,
                                            double           y,
                                            double           width,
                                            double           height);
void             kompass_test_check_inside (KompassChart            *chart,
                                            double                   width,
                                            double                   height,
                                            const KompassChartStyle *style);
void             kompass_test_check_sizes  (KompassChart *chart);
void             kompass_test_check_grey   (KompassChart *chart);
void             kompass_test_check_missing (KompassChart *chart, guint series, guint category, guint look);
char            *kompass_test_extract_text (KompassChart *chart, double width, double height);

G_END_DECLS
