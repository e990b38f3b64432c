/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KompassDepth:
 * @KOMPASS_DEPTH_TOTAL: only the total is known
 * @KOMPASS_DEPTH_AREAS: the areas are known
 * @KOMPASS_DEPTH_QUESTIONS: every question is known
 *
 * How much is known of an evaluation.
 */
typedef enum
{
  KOMPASS_DEPTH_TOTAL,
  KOMPASS_DEPTH_AREAS,
  KOMPASS_DEPTH_QUESTIONS,
} KompassDepth;

const char *kompass_depth_get_name  (KompassDepth  depth);
gboolean    kompass_depth_from_name (const char   *name,
                                     KompassDepth *depth);

G_END_DECLS
