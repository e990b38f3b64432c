/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody wrote as blocks of a document: headings, paragraphs, lists, and figures in the text as they are now. */
#include "kompass-report-document-private.h"

#include "kompass-field.h"

/* Where the text of a section goes. */
typedef struct
{
  KompassChapter *chapter;
  KompassEvaluation *evaluation;
  GPtrArray *items; /* (nullable): the list that is being made */
  GArray *sources;  /* (nullable): the paragraphs that its items are */
  guint n_headings;
} Writer;

static KompassSpanFlags
get_flags (KompassRunFlags flags)
{
  return ((flags & KOMPASS_RUN_BOLD) != 0 ? KOMPASS_SPAN_BOLD : KOMPASS_SPAN_PLAIN) |
         ((flags & KOMPASS_RUN_ITALIC) != 0 ? KOMPASS_SPAN_ITALIC : KOMPASS_SPAN_PLAIN);
}

/* A figure that there is not, as after the edition was changed, is as unknown as one that is not scored. */
static char *
format_field (const char        *field,
              KompassEvaluation *evaluation)
{
  char *text = kompass_field_format (field, evaluation);

  return text != NULL ? text : kompass_points_format (KOMPASS_POINTS_UNKNOWN, 0);
}

static GPtrArray *
create_rich (const Writer           *self,
             const KompassParagraph *paragraph)
{
  GPtrArray *rich = kompass_rich_new (NULL);

  for (guint i = 0; i < paragraph->runs->len; i++)
    {
      const KompassRun *run = g_ptr_array_index (paragraph->runs, i);
      g_autofree char *figure = run->field != NULL ? format_field (run->field, self->evaluation) : NULL;

      kompass_rich_append (rich, figure != NULL ? figure : run->text, get_flags (run->flags), run->link);
    }

  return rich;
}

static void
take_block (Writer       *self,
            KompassBlock *block,
            GArray       *sources)
{
  kompass_block_take_sources (block, sources);
  kompass_chapter_take_block (self->chapter, block);
}

static GArray *
create_source (guint paragraph)
{
  GArray *sources = g_array_new (FALSE, FALSE, sizeof (guint));

  return g_array_append_val (sources, paragraph);
}

static void
finish_list (Writer *self)
{
  if (self->items != NULL)
    take_block (self, kompass_block_new_list (g_steal_pointer (&self->items)), g_steal_pointer (&self->sources));
}

static void
add_item (Writer    *self,
          GPtrArray *rich,
          guint      index)
{
  if (self->items == NULL)
    {
      self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
      self->sources = g_array_new (FALSE, FALSE, sizeof (guint));
    }
  g_ptr_array_add (self->items, rich);
  g_array_append_val (self->sources, index);
}

static void
add_heading (Writer    *self,
             GPtrArray *rich,
             guint      index)
{
  g_autofree char *anchor = g_strdup_printf ("%s/%u", self->chapter->anchor, ++self->n_headings);

  take_block (self, kompass_block_new_heading (2, NULL, rich, anchor), create_source (index));
}

static void
add_paragraph (Writer                 *self,
               const KompassParagraph *paragraph,
               guint                   index)
{
  GPtrArray *rich = create_rich (self, paragraph);

  if (paragraph->kind != KOMPASS_PARAGRAPH_BULLET)
    finish_list (self);
  if (kompass_rich_is_empty (rich))
    g_ptr_array_unref (rich);
  else if (paragraph->kind == KOMPASS_PARAGRAPH_BULLET)
    add_item (self, rich, index);
  else if (paragraph->kind == KOMPASS_PARAGRAPH_HEADING)
    add_heading (self, rich, index);
  else
    take_block (self, kompass_block_new_paragraph (KOMPASS_PARAGRAPH_STYLE_BODY, rich), create_source (index));
}

static KompassText *
get_text (const KompassReportInput *input,
          const char               *section)
{
  return input->report != NULL ? kompass_report_get_text (input->report, section) : NULL;
}

gboolean
kompass_report_has_text_in (const KompassReportInput *input,
                            const char               *section)
{
  KompassText *text = get_text (input, section);

  return text != NULL && !kompass_text_is_empty (text);
}

gboolean
kompass_report_has_text (const KompassReportInput *input,
                         const KompassSection     *section)
{
  return kompass_report_has_text_in (input, section->id);
}

/* The text of the chapter's section, at its end. */
void
kompass_report_add_text (KompassChapter           *chapter,
                         const KompassReportInput *input)
{
  KompassText *text = get_text (input, chapter->anchor);
  Writer self = { .chapter = chapter, .evaluation = input->evaluation };

  if (text == NULL)
    return;
  for (guint i = 0; i < kompass_text_get_n_paragraphs (text); i++)
    add_paragraph (&self, kompass_text_get_paragraph (text, i), i);
  finish_list (&self);
}

/* A chapter with its title. */
KompassChapter *
kompass_report_chapter_create (const KompassSection *section,
                               const char           *running)
{
  KompassChapter *chapter = kompass_chapter_new (section->title, section->id, running);

  if (section->kind != KOMPASS_SECTION_AREA)
    kompass_chapter_take_block (chapter, kompass_block_new_heading (1, NULL, kompass_rich_new (section->title), section->id));

  return chapter;
}

static const char *
find_address (const char *text)
{
  const char *secure = strstr (text, "https://");
  const char *plain = strstr (text, "http://");

  return secure != NULL && (plain == NULL || secure < plain) ? secure : plain;
}

/* What is to be known of figures; the addresses of sources can be followed. */
void
kompass_report_add_note (KompassChapter *chapter,
                         const char     *text)
{
  GPtrArray *rich = kompass_rich_new (NULL);
  const char *address;

  while ((address = find_address (text)) != NULL)
    {
      g_autofree char *before = g_strndup (text, (gsize) (address - text));
      g_autofree char *link = g_strndup (address, strcspn (address, " ,;()<>\"\n\t"));

      kompass_rich_append (rich, before, KOMPASS_SPAN_PLAIN, NULL);
      kompass_rich_append (rich, link, KOMPASS_SPAN_PLAIN, link);
      text = address + strlen (link);
    }
  kompass_rich_append (rich, text, KOMPASS_SPAN_PLAIN, NULL);
  kompass_chapter_take_block (chapter, kompass_block_new_paragraph (KOMPASS_PARAGRAPH_STYLE_NOTE, rich));
}
