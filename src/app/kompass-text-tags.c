/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a report as tagged lines of a GtkTextBuffer, and back. */
#include "kompass-text-tags.h"

#include <string.h>

#include "kompass-field.h"

#define LINK_PREFIX "link:"
#define FIELD_KEY "kompass-field"

/* How far the items of a list stand in from the margin of the view, in pixels at the usual size of text. */
#define VIEW_MARGIN 12
#define BULLET_INDENT 22

/* Tags */

static GtkTextTag *
add_tag (GtkTextTagTable *table,
         const char      *name,
         const char      *first_property,
         ...)
{
  g_autoptr (GtkTextTag) tag = gtk_text_tag_new (name);
  va_list values;

  va_start (values, first_property);
  g_object_set_valist (G_OBJECT (tag), first_property, values);
  va_end (values);
  gtk_text_tag_table_add (table, tag);

  return tag;
}

/**
 * kompass_text_tags_init:
 * @tags: (out caller-allocates): tags
 * @table: the table of a buffer without tags
 *
 * Makes the tags of a buffer.
 */
void
kompass_text_tags_init (KompassTextTags *tags,
                        GtkTextTagTable *table)
{
  tags->table = table;
  tags->heading = add_tag (table, "heading", "weight", PANGO_WEIGHT_BOLD, "scale", 1.2, "pixels-above-lines", 12,
                           "pixels-below-lines", 4, NULL);
  tags->bullet = add_tag (table, "bullet", "left-margin", VIEW_MARGIN + BULLET_INDENT, "pixels-below-lines", 4, NULL);
  tags->link = add_tag (table, "link", "underline", PANGO_UNDERLINE_SINGLE, NULL);
  tags->field = add_tag (table, "field", NULL);
  tags->bold = add_tag (table, "bold", "weight", PANGO_WEIGHT_BOLD, NULL);
  tags->italic = add_tag (table, "italic", "style", PANGO_STYLE_ITALIC, NULL);
  tags->misspelt = add_tag (table, "misspelt", "underline", PANGO_UNDERLINE_ERROR, NULL);
  tags->anew = add_tag (table, "anew", "strikethrough", FALSE, NULL);
}

static void
set_color (GtkTextTag    *tag,
           const char    *property,
           const GdkRGBA *color)
{
  g_autoptr (GdkRGBA) old = NULL;

  g_object_get (tag, property, &old, NULL);
  if (old == NULL || !gdk_rgba_equal (old, color))
    g_object_set (tag, property, color, NULL);
}

/**
 * kompass_text_tags_set_style:
 * @tags: tags
 * @ink: the colour of text
 * @link: the colour of links
 * @scale: how large text is, from 1 for the usual size
 *
 * Follows the style. Only what is another changes: all of a text is laid out again then.
 */
void
kompass_text_tags_set_style (KompassTextTags *tags,
                             const GdkRGBA   *ink,
                             const GdkRGBA   *link,
                             double           scale)
{
  int margin = VIEW_MARGIN + (int) (BULLET_INDENT * scale + 0.5);
  GdkRGBA ground = *ink;
  int old;

  ground.alpha *= 0.11f;
  set_color (tags->link, "foreground-rgba", link);
  set_color (tags->field, "background-rgba", &ground);
  g_object_get (tags->bullet, "left-margin", &old, NULL);
  if (old != margin)
    g_object_set (tags->bullet, "left-margin", margin, NULL);
}

/**
 * kompass_text_tags_get_link:
 * @tags: tags
 * @address: where a link leads
 *
 * Returns: (transfer none): the tag that says so
 */
GtkTextTag *
kompass_text_tags_get_link (KompassTextTags *tags,
                            const char      *address)
{
  g_autofree char *name = g_strconcat (LINK_PREFIX, address, NULL);
  GtkTextTag *tag = gtk_text_tag_table_lookup (tags->table, name);

  return tag != NULL ? tag : add_tag (tags->table, name, NULL);
}

static char *
get_name (GtkTextTag *tag)
{
  char *name;

  g_object_get (tag, "name", &name, NULL);

  return name;
}

/**
 * kompass_text_tags_find_link:
 * @tags: tags
 * @iter: a character
 * @tag: (out) (optional) (nullable): the tag that says where it leads
 *
 * Returns: (transfer none) (nullable): where the link that the character is in leads, or %NULL
 */
const char *
kompass_text_tags_find_link (const KompassTextTags  *tags,
                             const GtkTextIter      *iter,
                             GtkTextTag            **tag)
{
  g_autoptr (GSList) all = gtk_text_iter_has_tag (iter, tags->link) ? gtk_text_iter_get_tags (iter) : NULL;

  for (GSList *one = all; one != NULL; one = one->next)
    {
      g_autofree char *name = get_name (one->data);

      if (name == NULL || !g_str_has_prefix (name, LINK_PREFIX))
        continue;
      if (tag != NULL)
        *tag = one->data;
      if (g_object_get_data (one->data, LINK_PREFIX) == NULL)
        g_object_set_data_full (one->data, LINK_PREFIX, g_strdup (name + strlen (LINK_PREFIX)), g_free);

      return g_object_get_data (one->data, LINK_PREFIX);
    }

  return NULL;
}

/**
 * kompass_text_tags_add_field:
 * @tags: tags
 * @field: the name of a figure
 *
 * Returns: (transfer none): a tag for one place where it stands
 */
GtkTextTag *
kompass_text_tags_add_field (KompassTextTags *tags,
                             const char      *field)
{
  GtkTextTag *tag = add_tag (tags->table, NULL, NULL);

  g_object_set_data_full (G_OBJECT (tag), FIELD_KEY, g_strdup (field), g_free);

  return tag;
}

/**
 * kompass_text_tags_find_field:
 * @tags: tags
 * @iter: a character
 * @tag: (out) (optional) (nullable): the tag of that place
 *
 * Returns: (transfer none) (nullable): the name of the figure that the character is in, or %NULL
 */
const char *
kompass_text_tags_find_field (const KompassTextTags  *tags,
                              const GtkTextIter      *iter,
                              GtkTextTag            **tag)
{
  g_autoptr (GSList) all = gtk_text_iter_has_tag (iter, tags->field) ? gtk_text_iter_get_tags (iter) : NULL;

  for (GSList *one = all; one != NULL; one = one->next)
    {
      const char *field = g_object_get_data (one->data, FIELD_KEY);

      if (field != NULL && tag != NULL)
        *tag = one->data;
      if (field != NULL)
        return field;
    }

  return NULL;
}

/**
 * kompass_text_tags_get_flags:
 * @tags: tags
 * @iter: a character
 *
 * Returns: how it looks
 */
KompassRunFlags
kompass_text_tags_get_flags (const KompassTextTags *tags,
                             const GtkTextIter     *iter)
{
  return (gtk_text_iter_has_tag (iter, tags->bold) ? KOMPASS_RUN_BOLD : 0) |
         (gtk_text_iter_has_tag (iter, tags->italic) ? KOMPASS_RUN_ITALIC : 0);
}

/* Words */

static gboolean
is_control (gunichar c)
{
  return g_unichar_iscntrl (c) || c == 0xfffc || (c & 0xfffe) == 0xfffe;
}

/**
 * kompass_text_tags_clean:
 * @text: words from outside
 * @length: their length in bytes, or -1
 * @keep_lines: whether lines may end in them; if not, they are joined by spaces
 *
 * Returns: (transfer full): the words without what is no text: lines end with a newline, whatever they ended with; tabs are
 *   spaces; control characters are U+FFFD
 */
char *
kompass_text_tags_clean (const char *text,
                         gssize      length,
                         gboolean    keep_lines)
{
  const char *end = length < 0 ? text + strlen (text) : text + length;
  GString *clean = g_string_sized_new ((gsize) (end - text) + 1);

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean ends_line = c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;

      if (c == '\r' && p + 1 < end && p[1] == '\n')
        continue;
      if (ends_line)
        g_string_append_c (clean, keep_lines ? '\n' : ' ');
      else if (c == '\t')
        g_string_append_c (clean, ' ');
      else
        g_string_append_unichar (clean, is_control (c) ? 0xfffd : c);
    }

  return g_string_free (clean, FALSE);
}

/**
 * kompass_text_tags_format:
 * @field: the name of a figure
 * @evaluation: (nullable): whose
 *
 * Returns: (transfer full): what stands in the text: the figure, or its name in braces where there is no such figure
 */
char *
kompass_text_tags_format (const char        *field,
                          KompassEvaluation *evaluation)
{
  char *value = evaluation != NULL ? kompass_field_format (field, evaluation) : NULL;

  return value != NULL && *value != '\0' ? value : g_strdup_printf ("{%s}", field);
}

/* Paragraphs */

/**
 * kompass_text_tags_get_kind:
 * @tags: tags
 * @iter: a place
 *
 * Returns: what the paragraph there is
 */
KompassParagraphKind
kompass_text_tags_get_kind (const KompassTextTags *tags,
                            const GtkTextIter     *iter)
{
  GtkTextIter end = *iter;

  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  if (gtk_text_iter_has_tag (&end, tags->heading))
    return KOMPASS_PARAGRAPH_HEADING;

  return gtk_text_iter_has_tag (&end, tags->bullet) ? KOMPASS_PARAGRAPH_BULLET : KOMPASS_PARAGRAPH_BODY;
}

static void
set_line_tag (GtkTextBuffer     *buffer,
              GtkTextTag        *tag,
              const GtkTextIter *start,
              const GtkTextIter *end,
              gboolean           is_set)
{
  GtkTextIter toggle = *start;
  gboolean was_set = gtk_text_iter_has_tag (start, tag);

  if (was_set == is_set && (!gtk_text_iter_forward_to_tag_toggle (&toggle, tag) || gtk_text_iter_compare (&toggle, end) >= 0))
    return;
  if (is_set)
    gtk_text_buffer_apply_tag (buffer, tag, start, end);
  else
    gtk_text_buffer_remove_tag (buffer, tag, start, end);
}

/**
 * kompass_text_tags_set_kind:
 * @tags: tags
 * @buffer: their buffer
 * @line: index of a paragraph
 * @kind: what it is
 *
 * Tags the paragraph with what ends it, and only where that changes something: what is tagged is laid out again.
 */
void
kompass_text_tags_set_kind (const KompassTextTags *tags,
                            GtkTextBuffer         *buffer,
                            int                    line,
                            KompassParagraphKind   kind)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line (buffer, &start, line);
  end = start;
  gtk_text_iter_forward_line (&end);
  set_line_tag (buffer, tags->heading, &start, &end, kind == KOMPASS_PARAGRAPH_HEADING);
  set_line_tag (buffer, tags->bullet, &start, &end, kind == KOMPASS_PARAGRAPH_BULLET);
}

/**
 * kompass_text_tags_set_inline:
 * @tags: tags
 * @start: where a stretch begins
 * @end: where it ends
 * @flags: how it looks
 * @link: (nullable): the tag that says where it leads
 *
 * Gives words a look, instead of the one that they had by where they were inserted.
 */
void
kompass_text_tags_set_inline (KompassTextTags   *tags,
                              const GtkTextIter *start,
                              const GtkTextIter *end,
                              KompassRunFlags    flags,
                              GtkTextTag        *link)
{
  GtkTextBuffer *buffer = gtk_text_iter_get_buffer (start);

  gtk_text_buffer_remove_all_tags (buffer, start, end);
  if (flags & KOMPASS_RUN_BOLD)
    gtk_text_buffer_apply_tag (buffer, tags->bold, start, end);
  if (flags & KOMPASS_RUN_ITALIC)
    gtk_text_buffer_apply_tag (buffer, tags->italic, start, end);
  if (link == NULL)
    return;
  gtk_text_buffer_apply_tag (buffer, tags->link, start, end);
  gtk_text_buffer_apply_tag (buffer, link, start, end);
}

/**
 * kompass_text_tags_set_link:
 * @tags: tags
 * @start: where a stretch of one paragraph begins
 * @end: where it ends
 * @link: (nullable): the tag that says where it leads, or %NULL for nowhere
 *
 * Makes words a link, whatever they look like. Figures are none.
 */
void
kompass_text_tags_set_link (const KompassTextTags *tags,
                            const GtkTextIter     *start,
                            const GtkTextIter     *end,
                            GtkTextTag            *link)
{
  GtkTextBuffer *buffer = gtk_text_iter_get_buffer (start);
  GtkTextIter from = *start;

  while (gtk_text_iter_compare (&from, end) < 0)
    {
      GtkTextIter to = from;
      GtkTextTag *old = NULL;

      if (!gtk_text_iter_forward_to_tag_toggle (&to, NULL) || gtk_text_iter_compare (&to, end) > 0)
        to = *end;
      if (kompass_text_tags_find_link (tags, &from, &old) != NULL)
        gtk_text_buffer_remove_tag (buffer, old, &from, &to);
      if (link == NULL || gtk_text_iter_has_tag (&from, tags->field))
        gtk_text_buffer_remove_tag (buffer, tags->link, &from, &to);
      else
        {
          gtk_text_buffer_apply_tag (buffer, tags->link, &from, &to);
          gtk_text_buffer_apply_tag (buffer, link, &from, &to);
        }
      from = to;
    }
}

/* Reading */

static void
read_stretch (const KompassTextTags *tags,
              const GtkTextIter     *start,
              const GtkTextIter     *end,
              GtkTextTag           **last_field,
              KompassText           *text)
{
  KompassRunFlags flags = kompass_text_tags_get_flags (tags, start);
  GtkTextTag *tag = NULL;
  const char *field = kompass_text_tags_find_field (tags, start, &tag);
  g_autofree char *words = NULL;

  if (field != NULL)
    {
      if (tag != *last_field)
        kompass_text_add_field (text, field, flags);
    }
  else
    {
      words = gtk_text_iter_get_slice (start, end);
      kompass_text_add_run (text, words, flags, kompass_text_tags_find_link (tags, start, NULL));
    }
  *last_field = tag;
}

static void
read_line (const KompassTextTags *tags,
           const GtkTextIter     *start,
           const GtkTextIter     *end,
           KompassText           *text)
{
  GtkTextIter from = *start;
  GtkTextTag *last_field = NULL;

  kompass_text_add_paragraph (text, kompass_text_tags_get_kind (tags, start));
  while (gtk_text_iter_compare (&from, end) < 0)
    {
      GtkTextIter to = from;

      if (!gtk_text_iter_forward_to_tag_toggle (&to, NULL) || gtk_text_iter_compare (&to, end) > 0)
        to = *end;
      read_stretch (tags, &from, &to, &last_field, text);
      from = to;
    }
}

/**
 * kompass_text_tags_read:
 * @tags: tags
 * @start: where to begin
 * @end: where to end; what ends a paragraph there does not begin another
 * @text: where paragraphs are added
 *
 * Reads what stands in a buffer.
 */
void
kompass_text_tags_read (const KompassTextTags *tags,
                        const GtkTextIter     *start,
                        const GtkTextIter     *end,
                        KompassText           *text)
{
  GtkTextIter from = *start;

  do
    {
      GtkTextIter to = from;

      if (!gtk_text_iter_ends_line (&to))
        gtk_text_iter_forward_to_line_end (&to);
      if (gtk_text_iter_compare (&to, end) > 0)
        to = *end;
      read_line (tags, &from, &to, text);
      from = to;
      if (!gtk_text_iter_forward_line (&from))
        break;
    }
  while (gtk_text_iter_compare (&from, end) < 0);
}

/* Writing */

typedef struct
{
  guint start;
  guint end;
  GtkTextTag *tag;
} Mark;

typedef struct
{
  KompassTextTags *tags;
  KompassEvaluation *evaluation;
  GString *words;
  guint length; /* in characters */
  GArray *marks; /* of Mark */
} Writer;

static void
mark (Writer     *writer,
      guint       start,
      GtkTextTag *tag)
{
  Mark one = { start, writer->length, tag };

  g_array_append_val (writer->marks, one);
}

static void
write_words (Writer     *writer,
             const char *words)
{
  g_string_append (writer->words, words);
  writer->length += (guint) g_utf8_strlen (words, -1);
}

static void
write_run (Writer           *writer,
           const KompassRun *run)
{
  guint start = writer->length;
  g_autofree char *words = run->field != NULL ? kompass_text_tags_format (run->field, writer->evaluation)
                                              : kompass_text_tags_clean (run->text, -1, FALSE);

  write_words (writer, words);
  if (run->flags & KOMPASS_RUN_BOLD)
    mark (writer, start, writer->tags->bold);
  if (run->flags & KOMPASS_RUN_ITALIC)
    mark (writer, start, writer->tags->italic);
  if (run->field != NULL)
    {
      mark (writer, start, writer->tags->field);
      mark (writer, start, kompass_text_tags_add_field (writer->tags, run->field));
    }
  else if (run->link != NULL)
    {
      mark (writer, start, writer->tags->link);
      mark (writer, start, kompass_text_tags_get_link (writer->tags, run->link));
    }
}

/* The tags that the words around have are not those of what is written between them. */
static void
insert (Writer      *writer,
        GtkTextIter *iter)
{
  GtkTextBuffer *buffer = gtk_text_iter_get_buffer (iter);
  int base = gtk_text_iter_get_offset (iter);
  GtkTextIter start, end;

  gtk_text_buffer_insert (buffer, iter, writer->words->str, (int) writer->words->len);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, base);
  gtk_text_buffer_remove_all_tags (buffer, &start, iter);
  for (guint i = 0; i < writer->marks->len; i++)
    {
      const Mark *one = &g_array_index (writer->marks, Mark, i);

      gtk_text_buffer_get_iter_at_offset (buffer, &start, base + (int) one->start);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, base + (int) one->end);
      gtk_text_buffer_apply_tag (buffer, one->tag, &start, &end);
    }
  gtk_text_buffer_get_iter_at_offset (buffer, iter, base + (int) writer->length);
}

/**
 * kompass_text_tags_write:
 * @tags: tags
 * @iter: where; then after what was written
 * @paragraphs: (element-type KompassParagraph): what is written, with newlines between the paragraphs
 * @evaluation: (nullable): whose figures the fields show
 *
 * Writes words with their looks. What the paragraphs are, is not written: that goes with the newlines.
 */
void
kompass_text_tags_write (KompassTextTags   *tags,
                         GtkTextIter       *iter,
                         GPtrArray         *paragraphs,
                         KompassEvaluation *evaluation)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  Writer writer = { tags, evaluation, words, 0, marks };

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const KompassParagraph *paragraph = g_ptr_array_index (paragraphs, i);

      if (i > 0)
        write_words (&writer, "\n");
      for (guint run = 0; run < paragraph->runs->len; run++)
        write_run (&writer, g_ptr_array_index (paragraph->runs, run));
    }
  insert (&writer, iter);
}
