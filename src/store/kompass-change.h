/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * KompassChange:
 * @number: its place in the log
 * @time: when, in UTC
 * @author: who
 * @label: what, in the user's language
 *
 * One command in the log of the library.
 */
typedef struct
{
  gint64 number;
  GDateTime *time;
  char *author;
  char *label;
} KompassChange;

void  kompass_change_free         (KompassChange *change);
char *kompass_change_format_label (const char    *label,
                                   const char    *arguments);

/* What separates the arguments of a label in the log, and what marks one that is points in hundredths: characters that
 * no name has. */
#define KOMPASS_CHANGE_SEPARATOR "\x1f"
#define KOMPASS_CHANGE_POINTS '\x1e'

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassChange, kompass_change_free)

G_END_DECLS
