/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-text.h"

G_BEGIN_DECLS

GPtrArray   *kompass_text_pieces_split       (KompassText            *text);
void         kompass_text_pieces_append      (KompassText            *text,
                                              const KompassParagraph *paragraph);
void         kompass_text_pieces_append_run  (KompassText            *text,
                                              const KompassRun       *run);
KompassText *kompass_text_pieces_get         (GPtrArray              *pieces,
                                              int                     index);
GPtrArray   *kompass_text_pieces_copy        (GPtrArray              *pieces,
                                              int                     first,
                                              int                     n);
void         kompass_text_pieces_splice      (GPtrArray              *pieces,
                                              int                     first,
                                              int                     n_old,
                                              GPtrArray              *now);
int          kompass_text_pieces_count_equal (GPtrArray              *one,
                                              GPtrArray              *other,
                                              gboolean                from_end,
                                              int                     most);

G_END_DECLS
