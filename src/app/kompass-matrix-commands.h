/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-library.h"
#include "kompass-matrix-columns.h"

G_BEGIN_DECLS

gboolean   kompass_matrix_commands_enter (KompassLibrary       *library,
                                          KompassEvaluation    *evaluation,
                                          KompassLine          *line,
                                          KompassMatrixColumn   column,
                                          const char           *text,
                                          GError              **error);
GPtrArray *kompass_matrix_commands_clear (KompassLibrary       *library,
                                          KompassEvaluation    *evaluation,
                                          GPtrArray            *lines,
                                          KompassMatrixColumn   column,
                                          GError              **error);
char      *kompass_matrix_commands_copy  (KompassEvaluation    *evaluation,
                                          GPtrArray            *lines,
                                          KompassMatrixColumn   column);
GPtrArray *kompass_matrix_commands_paste (KompassLibrary       *library,
                                          KompassEvaluation    *evaluation,
                                          GPtrArray            *lines,
                                          KompassMatrixColumn   column,
                                          const char           *text,
                                          GError              **error);
char      *kompass_matrix_commands_describe_paste (guint                n_values,
                                                   KompassMatrixColumn  column,
                                                   gboolean             is_step);

G_END_DECLS
