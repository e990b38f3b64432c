/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-evaluation.h"

G_BEGIN_DECLS

char *kompass_heading_format_total  (KompassEvaluation *evaluation);
char *kompass_heading_format_out_of (KompassEvaluation *evaluation);
char *kompass_heading_format_facts  (KompassEvaluation *evaluation);

G_END_DECLS
