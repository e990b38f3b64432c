/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What evaluations can be published as, and what the files are called. */
#include "kompass-publication-private.h"

#include <string.h>

/* Much less than any file system allows, with room for a number. */
#define MAX_LENGTH 100

static const char *const suffixes[] = {
  [KOMPASS_PUBLICATION_PDF] = ".pdf",
  [KOMPASS_PUBLICATION_ODT] = ".odt",
  [KOMPASS_PUBLICATION_ARCHIVE] = ".zip",
};

/**
 * kompass_publication_format_get_suffix:
 * @format: what is published
 *
 * Returns: how the names of its files end, with the point
 */
const char *
kompass_publication_format_get_suffix (KompassPublicationFormat format)
{
  g_return_val_if_fail (format < G_N_ELEMENTS (suffixes), NULL);

  return suffixes[format];
}

/**
 * kompass_publication_format_from_path:
 * @path: the name of a file
 * @format: (out): what it is to be by its ending, whatever its case
 *
 * Returns: %TRUE if the ending is one of a publication
 */
gboolean
kompass_publication_format_from_path (const char               *path,
                                      KompassPublicationFormat *format)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (folded, suffixes[i]))
      {
        *format = (KompassPublicationFormat) i;
        return TRUE;
      }

  return FALSE;
}

/* Letters, digits and hyphens of ASCII, which every file system, web server and package carries as they are. */
static char *
create_stem (const char *title)
{
  g_autofree char *letters = g_str_to_ascii (title, "C");
  g_autofree char *folded = g_ascii_strdown (letters, -1);
  GString *stem = g_string_new (NULL);

  for (const char *p = folded; *p != '\0' && stem->len < MAX_LENGTH; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (stem, *p);
    else if (stem->len > 0 && stem->str[stem->len - 1] != '-')
      g_string_append_c (stem, '-');
  while (stem->len > 0 && stem->str[stem->len - 1] == '-')
    g_string_truncate (stem, stem->len - 1);

  return g_string_free (stem, FALSE);
}

/**
 * kompass_publication_create_name:
 * @title: what the file is of: "Upplands-Bro 2011 profile"
 * @number: which one it is of those whose files are called the same, from 1
 * @suffix: how the name ends, with the point
 *
 * The one rule for names of files that the program proposes or chooses.
 *
 * Returns: (transfer full): what to call the file: "upplands-bro-2011-profile.svg"
 */
char *
kompass_publication_create_name (const char *title,
                                 guint       number,
                                 const char *suffix)
{
  g_autofree char *stem = create_stem (title);
  g_autofree char *behind = number > 1 ? g_strdup_printf ("-%u", number) : g_strdup ("");

  return g_strconcat (*stem != '\0' ? stem : "evaluation", behind, suffix, NULL);
}

/**
 * kompass_publication_create_file_name:
 * @title: what an evaluation is called: "Upplands-Bro 2011"
 * @format: what it is published as
 *
 * Returns: (transfer full): what to call the file: "upplands-bro-2011.pdf". The same for the same @title, and safe
 *   everywhere: there is nothing in it but small letters a to z, digits, hyphens and the ending
 */
char *
kompass_publication_create_file_name (const char               *title,
                                      KompassPublicationFormat  format)
{
  return kompass_publication_create_numbered_name (title, 1, format);
}

/**
 * kompass_publication_create_numbered_name:
 * @title: what an evaluation is called
 * @number: which one it is of those whose files are called the same, from 1
 * @format: what it is published as
 *
 * Returns: (transfer full): the name of kompass_publication_create_file_name(), from the second on with the number behind:
 *   "lund-2011-2.pdf". Another one for each number, however long the title is
 */
char *
kompass_publication_create_numbered_name (const char               *title,
                                          guint                     number,
                                          KompassPublicationFormat  format)
{
  return kompass_publication_create_name (title, number, kompass_publication_format_get_suffix (format));
}
