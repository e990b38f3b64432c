/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-test-window.h"

G_BEGIN_DECLS

GtkWidget       *kompass_test_get_row           (KompassTestWindow     *fixture,
                                                 const char            *line);
GtkWidget       *kompass_test_get_cell          (KompassTestWindow     *fixture,
                                                 const char            *line);
const char      *kompass_test_get_cell_text     (KompassTestWindow     *fixture,
                                                 const char            *line);
const char      *kompass_test_get_message       (KompassTestWindow     *fixture,
                                                 const char            *line);
const char      *kompass_test_get_current_line  (KompassTestWindow     *fixture);
gboolean         kompass_test_press             (KompassTestWindow     *fixture,
                                                 guint                  keyval,
                                                 GdkModifierType        modifiers);
void             kompass_test_type              (KompassTestWindow     *fixture,
                                                 const char            *text);
void             kompass_test_go_to             (KompassTestWindow     *fixture,
                                                 const char            *line);
void             kompass_test_enter             (KompassTestWindow     *fixture,
                                                 const char            *line,
                                                 const char            *text);
KompassScore     kompass_test_read_score        (KompassTestWindow     *fixture,
                                                 const char            *line);
void             kompass_test_assert_stored     (KompassTestWindow     *fixture,
                                                 const char            *line,
                                                 KompassScore           score);

G_END_DECLS
