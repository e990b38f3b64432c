/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheets that a report is laid out on: their size, margins and font. */

#include "kompass-page-setup.h"

/* Margins in points. Above and below they hold the running head and foot; they are smaller on the lower sheet. */
#define MARGIN_SIDE 54.0
#define MARGIN_TOP_A4 90.0
#define MARGIN_BOTTOM_A4 74.0
#define MARGIN_TOP_LETTER 80.0
#define MARGIN_BOTTOM_LETTER 66.0

static void
init (KompassPageSetup *self,
      double            width,
      double            height,
      double            top,
      double            bottom)
{
  *self = (KompassPageSetup) {
    .width = width,
    .height = height,
    .top = top,
    .right = MARGIN_SIDE,
    .bottom = bottom,
    .left = MARGIN_SIDE,
    .font = "Cantarell",
    .greyscale = FALSE,
  };
}

/**
 * kompass_page_setup_init_a4:
 * @self: (out caller-allocates): a setup
 *
 * Sets up sheets of A4 (210 × 297 mm), in colour.
 */
void
kompass_page_setup_init_a4 (KompassPageSetup *self)
{
  g_return_if_fail (self != NULL);
  init (self, 595.276, 841.89, MARGIN_TOP_A4, MARGIN_BOTTOM_A4);
}

/**
 * kompass_page_setup_init_letter:
 * @self: (out caller-allocates): a setup
 *
 * Sets up sheets of US Letter (8.5 × 11 in), in colour.
 */
void
kompass_page_setup_init_letter (KompassPageSetup *self)
{
  g_return_if_fail (self != NULL);
  init (self, 612, 792, MARGIN_TOP_LETTER, MARGIN_BOTTOM_LETTER);
}

/**
 * kompass_page_setup_init_from_name:
 * @self: (out caller-allocates): a setup; unchanged where the name is not known
 * @name: "a4" or "letter", in capitals or not
 *
 * Sets up sheets of the paper called @name.
 *
 * Returns: whether there is such a paper
 */
gboolean
kompass_page_setup_init_from_name (KompassPageSetup *self,
                                   const char       *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  if (g_ascii_strcasecmp (name, "a4") == 0)
    kompass_page_setup_init_a4 (self);
  else if (g_ascii_strcasecmp (name, "letter") == 0)
    kompass_page_setup_init_letter (self);
  else
    return FALSE;

  return TRUE;
}
