/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *kompass_test_pdf_make_folder   (void);
void     kompass_test_pdf_remove_folder (const char         *folder);
char    *kompass_test_pdf_write         (const char         *folder,
                                         const char         *name,
                                         GBytes             *pdf);
char    *kompass_test_pdf_run           (const char * const *arguments);
gboolean kompass_test_pdf_contains      (GBytes             *pdf,
                                         const char         *words);
guint    kompass_test_pdf_count         (GBytes             *pdf,
                                         const char         *words);
void     kompass_test_pdf_validate      (const char         *folder);

G_END_DECLS
