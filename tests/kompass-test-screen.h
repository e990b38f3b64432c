/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-test-window.h"

G_BEGIN_DECLS

GtkWidget  *kompass_test_find_words     (GtkWidget         *root,
                                         const char        *words);
void        kompass_test_assert_seen    (KompassTestWindow *fixture,
                                         const char        *words);
const char *kompass_test_get_view_label (KompassTestWindow *fixture,
                                         const char        *id);
void        kompass_test_resize         (KompassTestWindow *fixture,
                                         int                width,
                                         int                height);
void        kompass_test_paste          (KompassTestWindow *fixture,
                                         const char        *text);

G_END_DECLS
