/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-profile.h"

G_BEGIN_DECLS

/**
 * KompassTestRow:
 * @number: "1" for an area, "1.3" for a question
 * @text: the area's title or the question
 * @points: as printed, in hundredths
 * @maximum: in hundredths
 * @percent: as printed
 *
 * One row of the printed report of Lund 2011.
 */
typedef struct
{
  char *number;
  char *text;
  KompassPoints points;
  KompassPoints maximum;
  int percent;
} KompassTestRow;

/**
 * KompassTestLund:
 * @edition: the edition 2010
 * @lund: Lund 2011
 * @mean: the mean of forty evaluations
 *
 * What a test of an evaluation begins with.
 */
typedef struct
{
  KompassEdition *edition;
  KompassEvaluation *lund;
  KompassProfile *mean;
} KompassTestLund;

#define KOMPASS_TEST_EDITION_2002 "00000000-0000-4000-8000-000000002002"
#define KOMPASS_TEST_EDITION_2010 "00000000-0000-4000-8000-000000002010"
#define KOMPASS_TEST_EDITION_2016 "00000000-0000-4000-8000-000000002016"
#define KOMPASS_TEST_LUND "00000000-0000-4000-8000-000000000222"
#define KOMPASS_TEST_MEAN "00000000-0000-4000-8000-000000000040"

GPtrArray         *kompass_test_read_lund        (void);
KompassEdition    *kompass_test_edition_2010     (void);
KompassEdition    *kompass_test_edition_by_areas (const char     *id,
                                                  const char     *name,
                                                  guint           first_year,
                                                  KompassPoints   maximum);
KompassEvaluation *kompass_test_evaluation       (const char     *id,
                                                  const char     *municipality,
                                                  guint           year,
                                                  KompassEdition *edition,
                                                  KompassDepth    depth);
KompassEvaluation *kompass_test_lund             (KompassEdition *edition);
KompassProfile    *kompass_test_mean             (KompassEdition *edition);
void               kompass_test_set_up_lund      (KompassTestLund *fixture,
                                                  gconstpointer    data);
void               kompass_test_tear_down_lund   (KompassTestLund *fixture,
                                                  gconstpointer    data);
void               kompass_test_set              (KompassEvaluation *evaluation,
                                                  const char        *line,
                                                  KompassPoints      points);
gboolean           kompass_test_use_locale       (const char *name);

G_END_DECLS
