/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "kompass-depth.h"
#include "kompass-edition.h"
#include "kompass-line.h"
#include "kompass-municipality.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_EVALUATION (kompass_evaluation_get_type ())
G_DECLARE_FINAL_TYPE (KompassEvaluation, kompass_evaluation, KOMPASS, EVALUATION, GObject)

KompassEvaluation *kompass_evaluation_new              (const char           *id,
                                                        KompassEdition       *edition,
                                                        KompassDepth          depth);
KompassEvaluation *kompass_evaluation_copy             (KompassEvaluation    *self,
                                                        const char           *id,
                                                        guint                 year);
void               kompass_evaluation_assign           (KompassEvaluation    *self,
                                                        KompassEvaluation    *other);
const char        *kompass_evaluation_get_id           (KompassEvaluation    *self);
KompassEdition    *kompass_evaluation_get_edition      (KompassEvaluation    *self);
KompassDepth       kompass_evaluation_get_depth        (KompassEvaluation    *self);
void               kompass_evaluation_set_municipality (KompassEvaluation    *self,
                                                        const char           *id,
                                                        const char           *name,
                                                        const char           *country);
const char        *kompass_evaluation_get_municipality_id (KompassEvaluation *self);
const char        *kompass_evaluation_get_municipality (KompassEvaluation    *self);
const char        *kompass_evaluation_get_country      (KompassEvaluation    *self);
void               kompass_evaluation_set_year         (KompassEvaluation    *self,
                                                        guint                 year);
guint              kompass_evaluation_get_year         (KompassEvaluation    *self);
void               kompass_evaluation_set_decimals     (KompassEvaluation    *self,
                                                        guint                 decimals);
guint              kompass_evaluation_get_decimals     (KompassEvaluation    *self);
void               kompass_evaluation_set_source       (KompassEvaluation    *self,
                                                        const char           *source);
const char        *kompass_evaluation_get_source       (KompassEvaluation    *self);
void               kompass_evaluation_set_is_example   (KompassEvaluation    *self,
                                                        gboolean              is_example);
gboolean           kompass_evaluation_get_is_example   (KompassEvaluation    *self);
const char        *kompass_evaluation_get_title        (KompassEvaluation    *self);

guint              kompass_evaluation_get_n_lines      (KompassEvaluation    *self);
KompassLine       *kompass_evaluation_get_line         (KompassEvaluation    *self,
                                                        guint                 index);
KompassLine       *kompass_evaluation_get_area_line    (KompassEvaluation    *self,
                                                        guint                 area);
KompassLine       *kompass_evaluation_get_question_line (KompassEvaluation   *self,
                                                        guint                 question);
KompassLine       *kompass_evaluation_get_total_line   (KompassEvaluation    *self);
KompassLine       *kompass_evaluation_find_line        (KompassEvaluation    *self,
                                                        const char           *number);
void               kompass_evaluation_set_score        (KompassEvaluation    *self,
                                                        KompassLine          *line,
                                                        KompassScore          score);
KompassPoints      kompass_evaluation_get_beside       (KompassEvaluation    *self,
                                                        KompassLine          *line);
void               kompass_evaluation_update           (KompassEvaluation    *self);

G_END_DECLS
