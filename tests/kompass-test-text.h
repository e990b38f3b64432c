/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * kompass_test_assert_text:
 * @expression: (transfer full): a text
 * @expected: what it is to be
 *
 * As g_assert_cmpstr(), and frees the text.
 */
#define kompass_test_assert_text(expression, expected)                                                                 \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *test_text = (expression);                                                                         \
    g_assert_cmpstr (test_text, ==, (expected));                                                                       \
  }                                                                                                                    \
  G_STMT_END
