/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What PDF/A wants to be said of embedded fonts of which only some letters are there, and cairo does not say. */

#include "kompass-pdf-fonts.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_NAME 32
#define SOFT_HYPHEN "> <00ad>" /* as cairo writes what a letter means */
#define HYPHEN "> <002d>"

/* What the letters of the encoding "WinAnsi" are called (PDF Reference 1.4, annex D), from 32 on; two spaces stand around
 * a code that has none. */
static const char names[] =
  "space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma "
  "hyphen period slash zero one two three four five six seven eight nine colon semicolon less equal greater question "
  "at A B C D E F G H I J K L M N O P Q R S T U V W X Y Z bracketleft backslash bracketright asciicircum underscore "
  "grave a b c d e f g h i j k l m n o p q r s t u v w x y z braceleft bar braceright asciitilde  Euro  "
  "quotesinglbase florin quotedblbase ellipsis dagger daggerdbl circumflex perthousand Scaron guilsinglleft OE  "
  "Zcaron   quoteleft quoteright quotedblleft quotedblright bullet endash emdash tilde trademark scaron "
  "guilsinglright oe  zcaron Ydieresis space exclamdown cent sterling currency yen brokenbar section dieresis "
  "copyright ordfeminine guillemotleft logicalnot hyphen registered macron degree plusminus twosuperior threesuperior "
  "acute mu paragraph periodcentered cedilla onesuperior ordmasculine guillemotright onequarter onehalf threequarters "
  "questiondown Agrave Aacute Acircumflex Atilde Adieresis Aring AE Ccedilla Egrave Eacute Ecircumflex Edieresis "
  "Igrave Iacute Icircumflex Idieresis Eth Ntilde Ograve Oacute Ocircumflex Otilde Odieresis multiply Oslash Ugrave "
  "Uacute Ucircumflex Udieresis Yacute Thorn germandbls agrave aacute acircumflex atilde adieresis aring ae ccedilla "
  "egrave eacute ecircumflex edieresis igrave iacute icircumflex idieresis eth ntilde ograve oacute ocircumflex "
  "otilde odieresis divide oslash ugrave uacute ucircumflex udieresis yacute thorn ydieresis";

static char **
get_names (void)
{
  static gsize list;

  if (g_once_init_enter (&list))
    g_once_init_leave (&list, (gsize) g_strsplit (names, " ", 0));
  return (char **) list;
}

static guint
get_descriptor (qpdf_data qpdf,
                qpdf_oh   font)
{
  qpdf_oh descriptor = qpdf_oh_get_key (qpdf, font, "/FontDescriptor");
  guint object = (guint) qpdf_oh_get_object_id (qpdf, descriptor);

  qpdf_oh_release (qpdf, descriptor);
  return object;
}

static double
get_width (qpdf_data qpdf,
           qpdf_oh   widths,
           int       at)
{
  qpdf_oh item = qpdf_oh_get_array_item (qpdf, widths, at);
  double width = qpdf_oh_get_numeric_value (qpdf, item);

  qpdf_oh_release (qpdf, item);
  return width;
}

/* Cairo 1.16 cuts the decimals off a width in thousandths that it got by dividing and multiplying by 1000, so that 1013 becomes
 * 1012. PDF/A allows a difference of one to the font itself, which is on the edge then: where the width can have been one more, half
 * of it is. */
static double
mend_width (double width)
{
  return (int) ((width + 1) / 1000.0 * 1000) == (int) width ? width + 0.5 : width;
}

/* Returns: (transfer full): the array as PDF writes it */
static char *
mend_widths (qpdf_data qpdf,
             qpdf_oh   widths)
{
  int n = qpdf_oh_get_array_n_items (qpdf, widths);
  GString *text = g_string_new ("[ ");

  for (int i = 0; i < n; i++)
    {
      kompass_pdf_append_number (text, mend_width (get_width (qpdf, widths, i)));
      g_string_append_c (text, ' ');
    }
  g_string_append_c (text, ']');
  return g_string_free (text, FALSE);
}

/* Of a Type 1 font: what its letters are called. Those that are not there have no width. */
static void
set_letters (KompassPdfFile *file,
             qpdf_data       qpdf,
             qpdf_oh         font,
             qpdf_oh         widths)
{
  char **known = get_names ();
  guint n_known = g_strv_length (known);
  guint first = kompass_pdf_resources_number (qpdf, font, "/FirstChar");
  int n = qpdf_oh_get_array_n_items (qpdf, widths);
  g_autoptr (GString) letters = g_string_new ("(");

  for (int i = 0; i < n; i++)
    {
      guint at = first + (guint) i - FIRST_NAME;

      if (at < n_known && *known[at] != '\0' && get_width (qpdf, widths, i) > 0)
        g_string_append_printf (letters, "/%s", known[at]);
    }
  g_string_append_c (letters, ')');
  kompass_pdf_file_set (file, get_descriptor (qpdf, font), "/CharSet", letters->str);
}

/* A font whose letters have the codes of an encoding. */
static void
complete_coded (KompassPdfFile *file,
                qpdf_data       qpdf,
                qpdf_oh         font,
                gboolean        named)
{
  qpdf_oh widths = qpdf_oh_get_key (qpdf, font, "/Widths");

  if (qpdf_oh_is_array (qpdf, widths))
    {
      g_autofree char *mended = mend_widths (qpdf, widths);

      kompass_pdf_file_set (file, (guint) qpdf_oh_get_object_id (qpdf, font), "/Widths", mended);
      if (named)
        set_letters (file, qpdf, font, widths);
    }
  qpdf_oh_release (qpdf, widths);
}

/* Of a font whose letters are numbered from 0: cairo writes one width for each, "[ 0 [ width width ... ] ]". Returns how many
 * letters it has. */
static guint
set_numbered_widths (KompassPdfFile *file,
                     qpdf_data       qpdf,
                     qpdf_oh         font)
{
  qpdf_oh runs = qpdf_oh_get_key (qpdf, font, "/W");
  guint n = 0;

  if (qpdf_oh_is_array (qpdf, runs) && qpdf_oh_get_array_n_items (qpdf, runs) == 2)
    {
      qpdf_oh widths = qpdf_oh_get_array_item (qpdf, runs, 1);
      g_autofree char *mended = mend_widths (qpdf, widths);
      g_autofree char *text = g_strdup_printf ("[ 0 %s ]", mended);

      kompass_pdf_file_set (file, (guint) qpdf_oh_get_object_id (qpdf, font), "/W", text);
      n = (guint) qpdf_oh_get_array_n_items (qpdf, widths);
      qpdf_oh_release (qpdf, widths);
    }
  qpdf_oh_release (qpdf, runs);
  return n;
}

/* A bit for every letter that is there, the first one highest. */
static guint
add_set (KompassPdfFile *file,
         guint           n)
{
  guint object = kompass_pdf_file_reserve (file);
  guint length = (n + 7) / 8;
  g_autofree guint8 *bits = g_malloc0 (length + 1);

  for (guint i = 0; i < n; i++)
    bits[i / 8] |= (guint8) (0x80 >> i % 8);
  kompass_pdf_file_put_stream (file, object, "", bits, length);
  return object;
}

static void
complete_numbered (KompassPdfFile *file,
                   qpdf_data       qpdf,
                   qpdf_oh         font)
{
  g_autofree char *subtype = kompass_pdf_resources_name (qpdf, font, "/Subtype");
  g_autofree char *reference = g_strdup_printf ("%u 0 R", add_set (file, set_numbered_widths (file, qpdf, font)));

  kompass_pdf_file_set (file, get_descriptor (qpdf, font), "/CIDSet", reference);
  if (g_strcmp0 (subtype, "/CIDFontType2") == 0)
    kompass_pdf_file_set (file, (guint) qpdf_oh_get_object_id (qpdf, font), "/CIDToGIDMap", "/Identity");
}

/* A hyphen and a soft hyphen, which is drawn where a long word is broken, are one letter of a font, which means what it was
 * first drawn for. It is to be read as the hyphen that is seen. */
static void
mend_hyphen (KompassPdfFile *file,
             qpdf_data       qpdf,
             qpdf_oh         font)
{
  qpdf_oh stream = qpdf_oh_get_key (qpdf, font, "/ToUnicode");
  g_autofree char *text = NULL;
  unsigned char *data = NULL;
  size_t length = 0;
  char *at;

  if (qpdf_oh_is_stream (qpdf, stream))
    qpdf_oh_get_stream_data (qpdf, stream, qpdf_dl_all, NULL, &data, &length);
  if (data != NULL)
    text = g_strndup ((const char *) data, length);
  at = text != NULL ? strstr (text, SOFT_HYPHEN) : NULL;
  if (at != NULL)
    {
      memcpy (at, HYPHEN, strlen (HYPHEN));
      kompass_pdf_file_put_stream (file, (guint) qpdf_oh_get_object_id (qpdf, stream), "", (const guint8 *) text, length);
    }
  free (data);
  qpdf_oh_release (qpdf, stream);
}

static void
complete_font (KompassPdfFile *file,
               guint           object)
{
  qpdf_data qpdf = kompass_pdf_file_get_qpdf (file);
  qpdf_oh font = kompass_pdf_resources_get (qpdf, object);
  g_autofree char *subtype = kompass_pdf_resources_name (qpdf, font, "/Subtype");

  mend_hyphen (file, qpdf, font);
  if (g_strcmp0 (subtype, "/Type1") == 0 || g_strcmp0 (subtype, "/TrueType") == 0)
    complete_coded (file, qpdf, font, g_str_equal (subtype, "/Type1"));
  else if (g_strcmp0 (subtype, "/Type0") == 0)
    {
      qpdf_oh descendants = qpdf_oh_get_key (qpdf, font, "/DescendantFonts");
      qpdf_oh descendant = qpdf_oh_get_array_item (qpdf, descendants, 0);

      complete_numbered (file, qpdf, descendant);
      qpdf_oh_release (qpdf, descendant);
      qpdf_oh_release (qpdf, descendants);
    }
  qpdf_oh_release (qpdf, font);
}

/**
 * kompass_pdf_fonts_complete:
 * @file: a PDF that was drawn by cairo
 * @resources: what it was drawn with
 *
 * Says which letters of its fonts are embedded.
 */
void
kompass_pdf_fonts_complete (KompassPdfFile            *file,
                            const KompassPdfResources *resources)
{
  for (guint i = 0; i < resources->fonts->len; i++)
    complete_font (file, g_array_index (resources->fonts, guint, i));
}
