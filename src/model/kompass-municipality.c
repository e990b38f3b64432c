/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of municipalities: with their country, and in alphabetical order. Pure functions. */
#include "kompass-municipality.h"

#include <string.h>

/**
 * kompass_municipality_format_name:
 * @name: (nullable): a municipality's name
 * @country: (nullable): its country, two letters
 *
 * Returns: (transfer full): the name, with the country where it is not Sweden: "Sund (NO)"
 */
char *
kompass_municipality_format_name (const char *name,
                                  const char *country)
{
  if (country == NULL || strcmp (country, "SE") == 0)
    return g_strdup (name != NULL ? name : "");

  return g_strdup_printf ("%s (%s)", name, country);
}

/**
 * kompass_municipality_parse_name:
 * @text: a municipality's name as kompass_municipality_format_name() writes it
 * @name: (out) (transfer full): the name
 * @country: (out) (transfer full): its country, two letters; "SE" where @text has none
 *
 * Takes "Sund (NO)" apart.
 */
void
kompass_municipality_parse_name (const char  *text,
                                 char       **name,
                                 char       **country)
{
  static const char form[] = " (XX)";
  gsize length = strlen (text);
  gsize suffix = strlen (form);
  const char *end = length > suffix ? text + length - suffix : "";

  if (end[0] == ' ' && end[1] == '(' && g_ascii_isupper (end[2]) && g_ascii_isupper (end[3]) && end[4] == ')')
    {
      *name = g_strndup (text, length - suffix);
      *country = g_strndup (end + 2, 2);
      return;
    }
  *name = g_strdup (text);
  *country = g_strdup ("SE");
}

/* Swedish alphabetical order: å ä ö after z, Norwegian and Danish æ ø with ä ö, other accents as their letter. */
static gunichar
collation_weight (gunichar letter)
{
  gunichar base[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  letter = g_unichar_tolower (letter);
  switch (letter)
    {
    case 0xe5: /* å */
      return 0x110001;
    case 0xe4: /* ä */
    case 0xe6: /* æ */
      return 0x110002;
    case 0xf6: /* ö */
    case 0xf8: /* ø */
      return 0x110003;
    default:
      return g_unichar_fully_decompose (letter, FALSE, base, G_N_ELEMENTS (base)) > 0 ? base[0] : letter;
    }
}

/**
 * kompass_swedish_collate:
 * @one: UTF-8 text
 * @other: UTF-8 text
 *
 * Compares names in Swedish alphabetical order, whatever the locale.
 *
 * Returns: less than, equal to or above 0
 */
int
kompass_swedish_collate (const char *one,
                         const char *other)
{
  /* Names that come from elsewhere may have å as a and a ring. */
  g_autofree char *composed_one = g_utf8_normalize (one, -1, G_NORMALIZE_NFC);
  g_autofree char *composed_other = g_utf8_normalize (other, -1, G_NORMALIZE_NFC);
  const char *a = composed_one;
  const char *b = composed_other;

  if (a == NULL || b == NULL)
    return strcmp (one, other);
  for (; *a != '\0' && *b != '\0'; a = g_utf8_next_char (a), b = g_utf8_next_char (b))
    {
      gunichar first = collation_weight (g_utf8_get_char (a));
      gunichar second = collation_weight (g_utf8_get_char (b));

      if (first != second)
        return first < second ? -1 : 1;
    }
  if (*a != '\0' || *b != '\0')
    return *a == '\0' ? -1 : 1;

  return strcmp (one, other);
}
