/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-evaluation.h"

G_BEGIN_DECLS

const char *kompass_cli_describe_depth    (KompassDepth       depth);
void        kompass_cli_print_head        (KompassEvaluation *evaluation);
void        kompass_cli_print_matrix      (KompassEvaluation *evaluation);
void        kompass_cli_print_lines_around (KompassEvaluation *evaluation,
                                           KompassLine       *line);

G_END_DECLS
