/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of a report for word processors: lines with bold, italic and links, paragraphs, lists, and the places that links
 * lead to. */
#include "kompass-odt-private.h"

#include <string.h>

static gboolean
is_name_char (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '_';
}

/* Word processors do not allow slashes and the like in names of bookmarks. */
char *
kompass_odt_name_bookmark (const char *anchor)
{
  char *name = g_strdup (anchor);

  for (char *p = name; *p != '\0'; p++)
    if (!is_name_char (*p))
      *p = '-';

  return name;
}

/* Every heading has a name for the contents, besides its anchors. */
char *
kompass_odt_name_heading (guint number)
{
  return g_strdup_printf ("heading-%u", number);
}

/* A chapter and its heading may have the same anchor: the first one counts. */
void
kompass_odt_write_bookmark (KompassOdt *self,
                            const char *anchor)
{
  char *name;

  if (anchor == NULL || *anchor == '\0')
    return;
  name = kompass_odt_name_bookmark (anchor);
  if (g_hash_table_add (self->bookmarks, name))
    kompass_odt_xml_empty (self->body, "text:bookmark", "text:name", name, NULL);
}

/* Rich lines */

static gboolean
leads_somewhere (const char *link)
{
  static const char *const schemes[] = { "http:", "https:", "mailto:", "#" };

  for (guint i = 0; link != NULL && i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (link, schemes[i], strlen (schemes[i])) == 0)
      return TRUE;

  return FALSE;
}

static char *
format_target (const char *link)
{
  g_autofree char *name = NULL;

  if (*link != '#')
    return g_strdup (link);
  name = kompass_odt_name_bookmark (link + 1);

  return g_strconcat ("#", name, NULL);
}

static void
write_span (KompassOdt        *self,
            const KompassSpan *span)
{
  static const struct
  {
    KompassSpanFlags flag;
    const char *style;
  } styles[] = {
    { KOMPASS_SPAN_BOLD, "Strong_20_Emphasis" },
    { KOMPASS_SPAN_ITALIC, "Emphasis" },
    { KOMPASS_SPAN_QUIET, "Quiet" },
  };
  g_autofree char *target = leads_somewhere (span->link) ? format_target (span->link) : NULL;
  guint depth = 0;

  if (target != NULL)
    {
      kompass_odt_xml_start (self->body, "text:a",
                             "xlink:type", "simple",
                             "xlink:href", target,
                             "text:style-name", "Internet_20_link",
                             "text:visited-style-name", "Internet_20_link",
                             NULL);
      depth++;
    }
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (span->flags & styles[i].flag)
      {
        kompass_odt_xml_start (self->body, "text:span", "text:style-name", styles[i].style, NULL);
        depth++;
      }
  kompass_odt_xml_words (self->body, span->text);
  for (; depth > 0; depth--)
    kompass_odt_xml_end (self->body);
}

void
kompass_odt_write_rich (KompassOdt *self,
                        GPtrArray  *rich)
{
  for (guint i = 0; rich != NULL && i < rich->len; i++)
    write_span (self, g_ptr_array_index (rich, i));
}

/* Paragraphs */

/* The blocks of Unicode whose letters are written from right to left. */
static gboolean
is_backward_letter (gunichar c)
{
  return (c >= 0x590 && c < 0x900) || (c >= 0xfb1d && c < 0xfe00) || (c >= 0xfe70 && c < 0xff00) ||
         (c >= 0x10800 && c < 0x11000) || (c >= 0x1e800 && c < 0x1f000);
}

/* The first letter decides, as in the bidirectional algorithm of Unicode. */
static gboolean
runs_backward (const char *words)
{
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return is_backward_letter (g_utf8_get_char (p));

  return FALSE;
}

/* A short chapter stands under the one before it where it does so on our pages; its title then begins no page. */
static char *
get_running_style (KompassOdt *self,
                   const char *style)
{
  char *name = g_strconcat (style, "_on", NULL);

  if (!g_hash_table_add (self->style_names, g_strdup (name)))
    return name;
  kompass_odt_xml_start (self->styles, "style:style",
                         "style:name", name,
                         "style:family", "paragraph",
                         "style:parent-style-name", style,
                         NULL);
  kompass_odt_xml_start (self->styles, "style:paragraph-properties", "fo:break-before", "auto", NULL);
  kompass_odt_xml_length (self->styles, "fo:margin-top", KOMPASS_PAGE_CHAPTER_GAP);
  kompass_odt_xml_end (self->styles);
  kompass_odt_xml_end (self->styles);

  return name;
}

static gboolean
is_on_page (KompassOdt *self,
            const char *chapter)
{
  double y;

  return chapter != NULL && kompass_pages_find_anchor (self->pages, chapter, NULL, &y) && y > self->setup->top + 1;
}

/* The style of a paragraph that is written from the right. */
static char *
get_backward_style (KompassOdt *self,
                    const char *style)
{
  char *name = g_strconcat (style, "_rl", NULL);

  if (!g_hash_table_add (self->style_names, g_strdup (name)))
    return name;
  kompass_odt_xml_start (self->styles, "style:style",
                         "style:name", name,
                         "style:family", "paragraph",
                         "style:parent-style-name", style,
                         NULL);
  kompass_odt_xml_empty (self->styles, "style:paragraph-properties",
                         "style:writing-mode", "rl-tb",
                         "fo:text-align", "right",
                         NULL);
  kompass_odt_xml_end (self->styles);

  return name;
}

/* Starts a paragraph in the direction in which its words are written. */
void
kompass_odt_start_paragraph (KompassOdt *self,
                             const char *style,
                             const char *words)
{
  g_autofree char *backward = NULL;

  if (runs_backward (words))
    style = backward = get_backward_style (self, style);
  kompass_odt_xml_start (self->body, "text:p", "text:style-name", style, NULL);
}

void
kompass_odt_write_paragraph (KompassOdt *self,
                             const char *style,
                             const char *anchor,
                             GPtrArray  *rich)
{
  g_autofree char *words = rich != NULL ? kompass_rich_to_plain (rich) : g_strdup ("");

  kompass_odt_start_paragraph (self, style, words);
  kompass_odt_write_bookmark (self, anchor);
  kompass_odt_write_rich (self, rich);
  kompass_odt_xml_end (self->body);
}

void
kompass_odt_write_plain (KompassOdt *self,
                         const char *style,
                         const char *words)
{
  kompass_odt_start_paragraph (self, style, words);
  kompass_odt_xml_words (self->body, words);
  kompass_odt_xml_end (self->body);
}

void
kompass_odt_write_heading (KompassOdt         *self,
                           const KompassBlock *block,
                           const char         *chapter)
{
  g_autofree char *level = g_strdup_printf ("%u", block->level);
  g_autofree char *heading = g_strdup_printf ("Heading_20_%u", block->level);
  g_autofree char *style = is_on_page (self, chapter) ? get_running_style (self, heading) : g_strdup (heading);
  g_autofree char *words = kompass_rich_to_plain (block->spans);
  g_autofree char *bookmark = kompass_odt_name_heading (++self->n_headings);
  g_autofree char *backward = NULL;

  if (runs_backward (words))
    backward = get_backward_style (self, style);
  kompass_odt_xml_start (self->body, "text:h",
                         "text:style-name", backward != NULL ? backward : style,
                         "text:outline-level", level,
                         NULL);
  kompass_odt_write_bookmark (self, bookmark);
  kompass_odt_write_bookmark (self, chapter);
  kompass_odt_write_bookmark (self, block->anchor);
  if (block->number != NULL)
    {
      kompass_odt_xml_words (self->body, block->number);
      kompass_odt_xml_words (self->body, "\302\240");
    }
  kompass_odt_write_rich (self, block->spans);
  kompass_odt_xml_end (self->body);
}

/* The last item has a style of its own, with more room below. */
void
kompass_odt_write_list (KompassOdt *self,
                        const char *list_style,
                        const char *style,
                        const char *last,
                        GPtrArray  *items)
{
  if (items == NULL || items->len == 0)
    return;
  kompass_odt_xml_start (self->body, "text:list", "text:style-name", list_style, NULL);
  for (guint i = 0; i < items->len; i++)
    {
      kompass_odt_xml_start (self->body, "text:list-item", NULL);
      kompass_odt_write_paragraph (self, i + 1 < items->len ? style : last, NULL, g_ptr_array_index (items, i));
      kompass_odt_xml_end (self->body);
    }
  kompass_odt_xml_end (self->body);
}
