/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KompassPageSetup:
 * @width: of the sheet, in points
 * @height: of the sheet, in points
 * @top: from the edge of the sheet to the text, in points; the running head stands in it
 * @right: likewise
 * @bottom: likewise; the running foot stands in it
 * @left: likewise
 * @font: name of the family; where it is not installed, the system's sans serif
 * @greyscale: whether every colour is drawn as the grey it prints as: a proof
 *
 * The sheets a report is laid out on. A plain value: copy it as it is; @font has to live as long as the copies.
 */
typedef struct
{
  double width;
  double height;
  double top;
  double right;
  double bottom;
  double left;
  const char *font;
  gboolean greyscale;
} KompassPageSetup;

void     kompass_page_setup_init_a4        (KompassPageSetup *self);
void     kompass_page_setup_init_letter    (KompassPageSetup *self);
gboolean kompass_page_setup_init_from_name (KompassPageSetup *self,
                                            const char       *name);

G_END_DECLS
