/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the colours of a PDF mean: an output intent with a profile of sRGB (IEC 61966-2-1), made here by the International
 * Color Consortium's specification ICC.1:1998-09, which is the version that PDF 1.4 knows. */

#include "kompass-pdf-colour.h"

#include <math.h>
#include <string.h>

#define N_CURVE 1024
#define N_TAGS 9
#define HEADER 128
#define TABLE (4 + 12 * N_TAGS)

/* The primaries of sRGB, adapted from D65 to the profile's D50 by Bradford's matrix; in 65536ths. They sum up to the white. */
static const gint32 white[3] = { 0xf6d6, 0x10000, 0xd32d };
static const gint32 red[3] = { 0x6fa0, 0x38f5, 0x0390 };
static const gint32 green[3] = { 0x6297, 0xb787, 0x18d9 };
static const gint32 blue[3] = { 0x249f, 0x0f84, 0xb6c4 };

static void
append_16 (GByteArray *bytes,
           guint16     number)
{
  guint16 big_endian = GUINT16_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *) &big_endian, sizeof big_endian);
}

static void
append_32 (GByteArray *bytes,
           guint32     number)
{
  guint32 big_endian = GUINT32_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *) &big_endian, sizeof big_endian);
}

static void
append_name (GByteArray *bytes,
             const char *name)
{
  g_byte_array_append (bytes, (const guint8 *) name, 4);
}

static void
append_zeros (GByteArray *bytes,
              guint       n)
{
  static const guint8 zeros[HEADER];

  g_byte_array_append (bytes, zeros, n);
}

static void
append_xyz (GByteArray   *bytes,
            const gint32 *xyz)
{
  for (guint i = 0; i < 3; i++)
    append_32 (bytes, (guint32) xyz[i]);
}

static void
append_colour (GByteArray   *bytes,
               const gint32 *xyz)
{
  append_name (bytes, "XYZ ");
  append_zeros (bytes, 4);
  append_xyz (bytes, xyz);
}

static void
append_words (GByteArray *bytes,
              const char *words)
{
  append_name (bytes, "text");
  append_zeros (bytes, 4);
  g_byte_array_append (bytes, (const guint8 *) words, strlen (words) + 1);
}

/* A description has its words in ASCII, in Unicode and in the Macintosh's script; the last two are empty. */
static void
append_description (GByteArray *bytes,
                    const char *words)
{
  append_name (bytes, "desc");
  append_zeros (bytes, 4);
  append_32 (bytes, strlen (words) + 1);
  g_byte_array_append (bytes, (const guint8 *) words, strlen (words) + 1);
  append_zeros (bytes, 4 + 4 + 2 + 1 + 67);
}

/* How light comes from numbers, of the standard. */
static void
append_curve (GByteArray *bytes)
{
  append_name (bytes, "curv");
  append_zeros (bytes, 4);
  append_32 (bytes, N_CURVE);
  for (guint i = 0; i < N_CURVE; i++)
    {
      double v = i / (N_CURVE - 1.0);

      append_16 (bytes, (guint16) lround (65535 * (v <= 0.04045 ? v / 12.92 : pow ((v + 0.055) / 1.055, 2.4))));
    }
}

static void
append_header (GByteArray *bytes,
               gsize       length)
{
  append_32 (bytes, length);
  append_zeros (bytes, 4);
  append_32 (bytes, 0x02100000);   /* version 2.1 */
  append_name (bytes, "mntr");
  append_name (bytes, "RGB ");
  append_name (bytes, "XYZ ");
  for (guint i = 0; i < 6; i++)
    append_16 (bytes, (const guint16[]) { 2026, 1, 1, 0, 0, 0 }[i]);
  append_name (bytes, "acsp");
  append_zeros (bytes, 28);        /* no platform, no flags, no device, perceptual */
  append_xyz (bytes, white);
  append_zeros (bytes, HEADER - bytes->len);
}

typedef struct
{
  const char *name;
  guint offset;
  guint length;
} Tag;

/* Ends a tag that began at @offset; every tag begins at a multiple of four. */
static Tag
end_tag (GByteArray *content,
         const char *name,
         guint       offset)
{
  Tag tag = { name, HEADER + TABLE + offset, content->len - offset };

  append_zeros (content, (4 - content->len % 4) % 4);
  return tag;
}

static GByteArray *
create_profile (void)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  GByteArray *bytes = g_byte_array_new ();
  const struct
  {
    const char *name;
    const gint32 *xyz;
  } colours[] = { { "wtpt", white }, { "rXYZ", red }, { "gXYZ", green }, { "bXYZ", blue } };
  Tag tags[N_TAGS];
  guint n = 0;
  guint at = 0;

  append_description (content, "sRGB IEC61966-2.1");
  tags[n++] = end_tag (content, "desc", at);
  at = content->len;
  append_words (content, "No copyright, use freely");
  tags[n++] = end_tag (content, "cprt", at);
  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      at = content->len;
      append_colour (content, colours[i].xyz);
      tags[n++] = end_tag (content, colours[i].name, at);
    }
  /* The three share one curve. */
  at = content->len;
  append_curve (content);
  tags[n] = end_tag (content, "rTRC", at);
  tags[n + 1] = (Tag) { "gTRC", tags[n].offset, tags[n].length };
  tags[n + 2] = (Tag) { "bTRC", tags[n].offset, tags[n].length };

  append_header (bytes, HEADER + TABLE + content->len);
  append_32 (bytes, N_TAGS);
  for (guint i = 0; i < N_TAGS; i++)
    {
      append_name (bytes, tags[i].name);
      append_32 (bytes, tags[i].offset);
      append_32 (bytes, tags[i].length);
    }
  g_byte_array_append (bytes, content->data, content->len);
  return bytes;
}

static const GByteArray *
get_profile (void)
{
  static gsize profile;

  if (g_once_init_enter (&profile))
    g_once_init_leave (&profile, (gsize) create_profile ());
  return (const GByteArray *) profile;
}

/**
 * kompass_pdf_colour_write:
 * @file: a PDF
 *
 * Says that the colours of @file are those of sRGB, and its greys, too.
 */
void
kompass_pdf_colour_write (KompassPdfFile *file)
{
  const GByteArray *profile = get_profile ();
  guint stream = kompass_pdf_file_reserve (file);
  g_autofree char *intents = g_strdup_printf ("[ << /Type /OutputIntent /S /GTS_PDFA1 "
                                              "/OutputConditionIdentifier (sRGB IEC61966-2.1) "
                                              "/Info (sRGB IEC61966-2.1) /DestOutputProfile %u 0 R >> ]",
                                              stream);

  kompass_pdf_file_put_stream (file, stream, "/N 3", profile->data, profile->len);
  kompass_pdf_file_set (file, kompass_pdf_file_get_root (file), "/OutputIntents", intents);
}
