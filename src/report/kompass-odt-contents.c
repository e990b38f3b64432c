/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contents of a report for word processors. */
#include "kompass-odt-private.h"

#include <glib/gi18n-lib.h>

/* So many entries fit on one page; with more, only the chapters are listed. */
#define ENTRY_HEIGHT 17.0
#define TITLE_HEIGHT 60.0

#define N_LEVELS 2

static guint
count_headings (KompassOdt *self,
                guint       depth)
{
  guint n = 0;

  for (guint i = 0; i < self->document->chapters->len; i++)
    {
      const KompassChapter *chapter = g_ptr_array_index (self->document->chapters, i);

      for (guint j = 0; j < chapter->blocks->len; j++)
        {
          const KompassBlock *block = g_ptr_array_index (chapter->blocks, j);

          n += block->kind == KOMPASS_BLOCK_HEADING && block->level <= depth;
        }
    }

  return n;
}

/* How a word processor makes the contents anew when it is asked to. */
static void
write_source (KompassOdt *self,
              guint       depth)
{
  g_autofree char *levels = g_strdup_printf ("%u", depth);

  kompass_odt_xml_start (self->body, "text:table-of-content-source", "text:outline-level", levels, NULL);
  kompass_odt_xml_start (self->body, "text:index-title-template", "text:style-name", "Contents_20_Heading", NULL);
  kompass_odt_xml_words (self->body, self->document->contents_title);
  kompass_odt_xml_end (self->body);
  for (guint i = 1; i <= N_LEVELS; i++)
    {
      g_autofree char *level = g_strdup_printf ("%u", i);
      g_autofree char *style = g_strdup_printf ("Contents_20_%u", i);

      kompass_odt_xml_start (self->body, "text:table-of-content-entry-template",
                             "text:outline-level", level,
                             "text:style-name", style,
                             NULL);
      kompass_odt_xml_empty (self->body, "text:index-entry-link-start", "text:style-name", "Index_20_Link", NULL);
      kompass_odt_xml_empty (self->body, "text:index-entry-chapter", NULL);
      kompass_odt_xml_empty (self->body, "text:index-entry-text", NULL);
      kompass_odt_xml_empty (self->body, "text:index-entry-tab-stop",
                             "style:type", "right",
                             "style:leader-char", " ",
                             NULL);
      kompass_odt_xml_empty (self->body, "text:index-entry-page-number", NULL);
      kompass_odt_xml_empty (self->body, "text:index-entry-link-end", NULL);
      kompass_odt_xml_end (self->body);
    }
  kompass_odt_xml_end (self->body);
}

/* The page on which our own pages have the heading. */
static char *
format_page (KompassOdt *self,
             guint       number)
{
  const KompassPagesHeading *heading;

  if (number > kompass_pages_get_n_headings (self->pages))
    return g_strdup ("");
  heading = kompass_pages_get_heading (self->pages, number - 1);

  return g_strdup_printf ("%u", heading->page + 1);
}

/* The number of the page is a field that refers to the heading: it is right where the word processor breaks the pages
 * otherwise than ours, and before anybody asks for the contents to be made anew. Until then it is the page of ours. */
static void
write_entry (KompassOdt         *self,
             const KompassBlock *block,
             guint               number)
{
  g_autofree char *style = g_strdup_printf ("Contents_20_%u", block->level);
  g_autofree char *bookmark = kompass_odt_name_heading (number);
  g_autofree char *target = g_strconcat ("#", bookmark, NULL);
  g_autofree char *words = kompass_rich_to_plain (block->spans);
  g_autofree char *page = format_page (self, number);

  kompass_odt_start_paragraph (self, style, words);
  kompass_odt_xml_start (self->body, "text:a",
                         "xlink:type", "simple",
                         "xlink:href", target,
                         "text:style-name", "Index_20_Link",
                         "text:visited-style-name", "Index_20_Link",
                         NULL);
  if (block->number != NULL)
    {
      kompass_odt_xml_words (self->body, block->number);
      kompass_odt_xml_words (self->body, "\302\240");
    }
  kompass_odt_xml_words (self->body, words);
  kompass_odt_xml_words (self->body, "\t");
  kompass_odt_xml_start (self->body, "text:bookmark-ref",
                         "text:reference-format", "page",
                         "text:ref-name", bookmark,
                         NULL);
  kompass_odt_xml_words (self->body, page);
  kompass_odt_xml_end (self->body);
  kompass_odt_xml_end (self->body);
  kompass_odt_xml_end (self->body);
}

static void
write_entries (KompassOdt *self,
               guint       depth)
{
  guint number = 0;

  for (guint i = 0; i < self->document->chapters->len; i++)
    {
      const KompassChapter *chapter = g_ptr_array_index (self->document->chapters, i);

      for (guint j = 0; j < chapter->blocks->len; j++)
        {
          const KompassBlock *block = g_ptr_array_index (chapter->blocks, j);

          if (block->kind != KOMPASS_BLOCK_HEADING)
            continue;
          number++;
          if (block->level <= depth)
            write_entry (self, block, number);
        }
    }
}

void
kompass_odt_write_contents (KompassOdt *self)
{
  guint most = (guint) ((self->height - TITLE_HEIGHT) / ENTRY_HEIGHT);
  guint depth = count_headings (self, N_LEVELS) <= most ? N_LEVELS : 1;

  kompass_odt_xml_start (self->body, "text:table-of-content",
                         "text:protected", "true",
                         /* Translators: name of the table of contents in a word processor */
                         "text:name", _("Contents"),
                         NULL);
  write_source (self, depth);
  kompass_odt_xml_start (self->body, "text:index-body", NULL);
  kompass_odt_xml_start (self->body, "text:index-title", "text:name", "ContentsTitle", NULL);
  kompass_odt_write_plain (self, "Contents_20_Heading", self->document->contents_title);
  kompass_odt_xml_end (self->body);
  write_entries (self, depth);
  kompass_odt_xml_end (self->body);
  kompass_odt_xml_end (self->body);
}
