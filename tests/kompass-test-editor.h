/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-text-editor.h"

G_BEGIN_DECLS

/**
 * KompassTestEditor:
 * @window: a window
 * @editor: a text editor in it, with the keyboard
 * @view: where is written
 * @buffer: what is written
 *
 * What a test of writing a text begins with.
 */
typedef struct
{
  GtkWidget *window;
  KompassTextEditor *editor;
  GtkTextView *view;
  KompassTextBuffer *buffer;
} KompassTestEditor;

void         kompass_test_set_up_editor    (KompassTestEditor *fixture,
                                            gconstpointer      language);
void         kompass_test_tear_down_editor (KompassTestEditor *fixture,
                                            gconstpointer      language);
KompassText *kompass_test_parse_markup     (const char        *markup);
void         kompass_test_set_markup       (KompassTestEditor *fixture,
                                            const char        *markup);
void         kompass_test_write            (KompassTestEditor *fixture,
                                            const char        *keys);

G_END_DECLS
