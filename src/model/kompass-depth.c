/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much is known of an evaluation, and what that is called in files. */
#include "kompass-depth.h"

static const char * const depth_names[] = { "total", "areas", "questions" };

/**
 * kompass_depth_get_name:
 * @depth: a depth
 *
 * Returns: its name in files: "questions", "areas", "total"
 */
const char *
kompass_depth_get_name (KompassDepth depth)
{
  return depth_names[depth];
}

/**
 * kompass_depth_from_name:
 * @name: a depth's name in files
 * @depth: (out): the depth
 *
 * Returns: %TRUE if there is such a depth
 */
gboolean
kompass_depth_from_name (const char   *name,
                         KompassDepth *depth)
{
  for (guint i = 0; i < G_N_ELEMENTS (depth_names); i++)
    if (g_strcmp0 (name, depth_names[i]) == 0)
      {
        *depth = (KompassDepth) i;
        return TRUE;
      }

  return FALSE;
}
