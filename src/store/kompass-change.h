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
 * @is_undone: whether it has been undone
 *
 * One command in the log of the library.
 */
typedef struct
{
  gint64 number;
  GDateTime *time;
  char *author;
  char *label;
  gboolean is_undone;
} KompassChange;

#define KOMPASS_TYPE_CHANGE (kompass_change_get_type ())
GType          kompass_change_get_type     (void);

KompassChange *kompass_change_copy         (const KompassChange *change);
void           kompass_change_free         (KompassChange       *change);
char          *kompass_change_format_label (const char          *label,
                                            const char          *arguments);

/* What separates the arguments of a label in the log, and what marks one that is points in hundredths: characters that no
 * name has. */
#define KOMPASS_CHANGE_SEPARATOR "\x1f"
#define KOMPASS_CHANGE_POINTS '\x1e'

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassChange, kompass_change_free)

G_END_DECLS
