/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-cli-command.h"
#include "kompass-comparison.h"
#include "kompass-library.h"

G_BEGIN_DECLS

KompassLibrary    *kompass_cli_open_library    (const KompassCliCall  *call,
                                                GError               **error);
KompassEvaluation *kompass_cli_load_evaluation (KompassLibrary        *library,
                                                const char            *name,
                                                GError               **error);
KompassComparison *kompass_cli_load_comparison (KompassLibrary        *library,
                                                KompassEvaluation     *evaluation,
                                                const char            *name,
                                                GError               **error);

G_END_DECLS
