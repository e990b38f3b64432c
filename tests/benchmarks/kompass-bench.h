/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GArray *kompass_bench_samples_new   (void);
void    kompass_bench_add           (GArray             *samples,
                                     double              value);
double  kompass_bench_get_median    (GArray             *samples);
void    kompass_bench_print         (const char         *name,
                                     GArray             *subject,
                                     GArray             *baseline,
                                     const char         *unit,
                                     double              goal,
                                     const char         *what);
double  kompass_bench_get_time      (void);
char   *kompass_bench_make_folder   (void);
void    kompass_bench_remove_folder (const char         *folder);
char   *kompass_bench_copy_library  (const char         *program,
                                     guint               n,
                                     const char         *folder);
char   *kompass_bench_get_disk      (const char         *folder);
char   *kompass_bench_run           (const char         *folder,
                                     const char * const *arguments);

G_END_DECLS
