/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of a report as HTML, as it goes over the clipboard to word processors and back. Of what they write only what a report
 * has is read: paragraphs, headings, lists, bold, italic, links. */
#include "kompass-text-html.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#include "kompass-field.h"

/* Deeper than what anybody writes. */
#define MOST_DEPTH 200

/* Writing */

static void
append_run (GString           *html,
            const KompassRun  *run,
            KompassEvaluation *evaluation)
{
  g_autofree char *figure = run->field != NULL && evaluation != NULL ? kompass_field_format (run->field, evaluation) : NULL;
  const char *words = run->field == NULL ? run->text : figure != NULL ? figure : run->field;
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  g_autofree char *link = run->link != NULL ? g_markup_escape_text (run->link, -1) : NULL;

  if (link != NULL)
    g_string_append_printf (html, "<a href=\"%s\">", link);
  g_string_append (html, run->flags & KOMPASS_RUN_BOLD ? "<b>" : "");
  g_string_append (html, run->flags & KOMPASS_RUN_ITALIC ? "<i>" : "");
  g_string_append (html, escaped);
  g_string_append (html, run->flags & KOMPASS_RUN_ITALIC ? "</i>" : "");
  g_string_append (html, run->flags & KOMPASS_RUN_BOLD ? "</b>" : "");
  g_string_append (html, link != NULL ? "</a>" : "");
}

static void
append_paragraph (GString                *html,
                  const KompassParagraph *paragraph,
                  const char             *element,
                  KompassEvaluation      *evaluation)
{
  g_string_append_printf (html, "<%s>", element);
  for (guint i = 0; i < paragraph->runs->len; i++)
    append_run (html, g_ptr_array_index (paragraph->runs, i), evaluation);
  g_string_append_printf (html, "</%s>\n", element);
}

/* A piece of one paragraph is to be a piece of the paragraph it is pasted in. */
static void
append_paragraphs (GString           *html,
                   KompassText       *text,
                   KompassEvaluation *evaluation)
{
  static const char * const elements[] = { "p", "h3", "li" };
  guint n = kompass_text_get_n_paragraphs (text);
  gboolean in_list = FALSE;

  for (guint i = 0; i < n; i++)
    {
      const KompassParagraph *paragraph = kompass_text_get_paragraph (text, i);
      gboolean is_item = paragraph->kind == KOMPASS_PARAGRAPH_BULLET && n > 1;
      gboolean is_piece = paragraph->kind == KOMPASS_PARAGRAPH_BODY && n == 1;

      if (is_item != in_list)
        g_string_append (html, is_item ? "<ul>\n" : "</ul>\n");
      in_list = is_item;
      append_paragraph (html, paragraph, is_piece ? "span" : elements[n > 1 ? paragraph->kind : 0], evaluation);
    }
  g_string_append (html, in_list ? "</ul>\n" : "");
}

/**
 * kompass_text_to_html:
 * @text: a text
 * @evaluation: (nullable): whose figures stand in it; without, their names do
 *
 * Returns: (transfer full): the text as a page of HTML
 */
char *
kompass_text_to_html (KompassText       *text,
                      KompassEvaluation *evaluation)
{
  GString *html = g_string_new ("<html><head><meta charset=\"utf-8\"></head><body>\n");

  append_paragraphs (html, text, evaluation);
  g_string_append (html, "</body></html>\n");

  return g_string_free (html, FALSE);
}

/* Reading */

typedef struct
{
  KompassRunFlags flags;
  const char *link;
  gboolean keeps_lines;
  guint depth;
} Look;

typedef struct
{
  KompassText *text;
  KompassParagraphKind kind; /* of the paragraph that the next words begin */
  gboolean has_words;        /* a paragraph has been begun */
  gboolean has_space;        /* between the last words and the next ones */
  Look space;                /* what it looks like */
} Reader;

static gboolean
is_one_of (const char         *name,
           const char * const *names)
{
  return g_strv_contains (names, name);
}

static void
end_paragraph (Reader *reader)
{
  reader->has_words = FALSE;
  reader->has_space = FALSE;
}

static void
add_words (Reader     *reader,
           const char *words,
           const Look *look)
{
  if (*words == '\0')
    return;
  if (!reader->has_words)
    kompass_text_add_paragraph (reader->text, reader->kind);
  reader->has_words = TRUE;
  kompass_text_add_run (reader->text, words, look->flags, look->link);
}

/* White space is one space, and none at either end of a paragraph. A space that does not break is one on purpose. */
static void
add_flowing_words (Reader     *reader,
                   const char *content,
                   const Look *look)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (const char *p = content; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean is_space = strchr (" \t\r\n\f", *p) != NULL;

      if (is_space && !reader->has_space)
        reader->space = *look;
      if (!is_space && reader->has_space && words->len > 0)
        g_string_append_c (words, ' ');
      else if (!is_space && reader->has_space)
        add_words (reader, " ", &reader->space);
      if (!is_space)
        g_string_append_unichar (words, g_utf8_get_char (p));
      reader->has_space = is_space && (reader->has_words || words->len > 0);
    }
  add_words (reader, words->str, look);
}

static void
add_kept_words (Reader     *reader,
                const char *content,
                const Look *look)
{
  g_auto (GStrv) lines = g_strsplit (content, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        end_paragraph (reader);
      add_words (reader, lines[i], look);
    }
}

/* Whether a style sheet in an attribute sets a property to something that begins so. */
static gboolean
has_style (const char *style,
           const char *property,
           const char *value)
{
  g_auto (GStrv) rules = g_strsplit (style, ";", -1);

  for (guint i = 0; rules[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (rules[i], ":", 2);

      if (g_strv_length (parts) == 2 && g_ascii_strcasecmp (g_strstrip (parts[0]), property) == 0 &&
          g_ascii_strncasecmp (g_strstrip (parts[1]), value, strlen (value)) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
follow_style (const char *style,
              Look       *look)
{
  if (has_style (style, "font-weight", "bold") || has_style (style, "font-weight", "6") ||
      has_style (style, "font-weight", "7") || has_style (style, "font-weight", "8") || has_style (style, "font-weight", "9"))
    look->flags |= KOMPASS_RUN_BOLD;
  if (has_style (style, "font-weight", "normal") || has_style (style, "font-weight", "4"))
    look->flags &= ~KOMPASS_RUN_BOLD;
  if (has_style (style, "font-style", "italic"))
    look->flags |= KOMPASS_RUN_ITALIC;
  if (has_style (style, "font-style", "normal"))
    look->flags &= ~KOMPASS_RUN_ITALIC;
  look->keeps_lines = look->keeps_lines || has_style (style, "white-space", "pre");
}

static Look
get_look (const xmlNode *node,
          const Look    *outer,
          const char    *name,
          const char    *style,
          const char    *address)
{
  static const char * const bold[] = { "b", "strong", NULL };
  static const char * const italic[] = { "i", "em", "cite", NULL };
  static const char * const headings[] = { "h1", "h2", "h3", "h4", "h5", "h6", NULL };
  Look look = *outer;

  look.depth++;
  if (is_one_of (name, bold))
    look.flags |= KOMPASS_RUN_BOLD;
  if (is_one_of (name, italic))
    look.flags |= KOMPASS_RUN_ITALIC;
  if (address != NULL && kompass_text_is_link (address))
    look.link = address;
  look.keeps_lines = look.keeps_lines || strcmp (name, "pre") == 0;
  if (style != NULL)
    follow_style (style, &look);
  if (is_one_of (name, headings))
    look.flags &= ~KOMPASS_RUN_BOLD;

  return look;
}

static gboolean
get_kind (const char           *name,
          KompassParagraphKind *kind)
{
  static const char * const plain[] = { "p", "div", "ul", "ol", "tr", "table", "blockquote", "pre", "section", "article",
                                        "body", "dl", "dt", "dd", "header", "footer", "address", "figure", "figcaption",
                                        NULL };
  static const char * const headings[] = { "h1", "h2", "h3", "h4", "h5", "h6", NULL };

  if (is_one_of (name, headings))
    *kind = KOMPASS_PARAGRAPH_HEADING;
  else if (strcmp (name, "li") == 0)
    *kind = KOMPASS_PARAGRAPH_BULLET;
  else if (is_one_of (name, plain))
    return TRUE;
  else
    return FALSE;

  return TRUE;
}

static void read_nodes (Reader        *reader,
                        const xmlNode *node,
                        const Look    *look);

/* A paragraph inside an item of a list is that item. */
static void
read_element (Reader        *reader,
              const xmlNode *node,
              const Look    *outer)
{
  static const char * const hidden[] = { "head", "style", "script", "title", "template", "noscript", "object", "svg", NULL };
  const char *name = (const char *) node->name;
  xmlChar *style = xmlGetNoNsProp (node, BAD_CAST "style");
  xmlChar *address = strcmp (name, "a") == 0 ? xmlGetNoNsProp (node, BAD_CAST "href") : NULL;
  Look look = get_look (node, outer, name, (const char *) style, (const char *) address);
  KompassParagraphKind kind = reader->kind;
  gboolean is_block = get_kind (name, &reader->kind);

  if (is_block || strcmp (name, "br") == 0)
    end_paragraph (reader);
  if (!is_one_of (name, hidden) && look.depth < MOST_DEPTH)
    read_nodes (reader, node->children, &look);
  if (is_block)
    end_paragraph (reader);
  if (reader->space.link == (const char *) address)
    reader->space.link = NULL;
  if (strcmp (name, "td") == 0 || strcmp (name, "th") == 0)
    add_flowing_words (reader, " ", outer);
  reader->kind = kind;
  xmlFree (style);
  xmlFree (address);
}

static void
read_nodes (Reader        *reader,
            const xmlNode *node,
            const Look    *look)
{
  for (; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      read_element (reader, node, look);
    else if (node->type == XML_TEXT_NODE && node->content != NULL && look->keeps_lines)
      add_kept_words (reader, (const char *) node->content, look);
    else if (node->type == XML_TEXT_NODE && node->content != NULL)
      add_flowing_words (reader, (const char *) node->content, look);
}

static gboolean
is_utf16 (const char *html,
          gsize       length)
{
  return length >= 2 && (((guchar) html[0] == 0xff && (guchar) html[1] == 0xfe) || html[1] == '\0');
}

/**
 * kompass_text_new_from_html:
 * @html: HTML, in UTF-8 or, as some browsers offer it, in UTF-16
 * @length: its length in bytes
 *
 * Reads what word processors and browsers put on the clipboard. Nothing is fetched, whatever the page refers to.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL where there is none
 */
KompassText *
kompass_text_new_from_html (const char *html,
                            gsize       length)
{
  const char *encoding = is_utf16 (html, length) ? "UTF-16LE" : "UTF-8";
  g_autoptr (KompassText) text = kompass_text_new ();
  Reader reader = { text, KOMPASS_PARAGRAPH_BODY };
  Look look = { 0 };
  htmlDocPtr document;

  if (length > G_MAXINT)
    return NULL;
  document = htmlReadMemory (html, (int) length, NULL, encoding,
                             HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  if (document == NULL)
    return NULL;
  read_nodes (&reader, xmlDocGetRootElement (document), &look);
  xmlFreeDoc (document);

  return kompass_text_is_empty (text) ? NULL : g_steal_pointer (&text);
}
