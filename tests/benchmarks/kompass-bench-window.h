/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwApplication *kompass_bench_application_new (void);
void            kompass_bench_watch_drawing   (gboolean   *is_drawn);
void            kompass_bench_watch_frames    (GtkWindow  *window,
                                               GCallback   begins,
                                               GCallback   ends);
void            kompass_bench_rest            (void);

G_END_DECLS
