/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written in a section of the report: paragraphs of words that are bold, italic, linked, or figures. Whatever it
 * is made from, it holds nothing that cannot be printed or written as XML. */
#include "kompass-text.h"

#include <string.h>

#include "kompass-field.h"
#include "kompass-text-private.h"

struct _KompassText
{
  GObject parent_instance;

  GPtrArray *paragraphs; /* of KompassParagraph */
};

G_DEFINE_FINAL_TYPE (KompassText, kompass_text, G_TYPE_OBJECT)
G_DEFINE_QUARK (kompass-text-error-quark, kompass_text_error)

/* A run that words can be added to one after another: its text is that of @words. */
typedef struct
{
  KompassRun run;
  GString *words;
} OpenRun;

static void
free_run (gpointer data)
{
  OpenRun *open = data;

  g_string_free (open->words, TRUE);
  g_free (open->run.link);
  g_free (open->run.field);
  g_free (open);
}

static void
free_paragraph (gpointer data)
{
  KompassParagraph *paragraph = data;

  g_ptr_array_unref (paragraph->runs);
  g_free (paragraph);
}

static void
kompass_text_finalize (GObject *object)
{
  KompassText *self = KOMPASS_TEXT (object);

  g_ptr_array_unref (self->paragraphs);

  G_OBJECT_CLASS (kompass_text_parent_class)->finalize (object);
}

static void
kompass_text_class_init (KompassTextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kompass_text_finalize;
}

static void
kompass_text_init (KompassText *self)
{
  self->paragraphs = g_ptr_array_new_with_free_func (free_paragraph);
}

/* Making a text */

/**
 * kompass_text_new:
 *
 * Returns: (transfer full): an empty text
 */
KompassText *
kompass_text_new (void)
{
  return g_object_new (KOMPASS_TYPE_TEXT, NULL);
}

/**
 * kompass_text_new_from_plain:
 * @plain: lines of plain text
 *
 * Returns: (transfer full): a text with a paragraph for each line
 */
KompassText *
kompass_text_new_from_plain (const char *plain)
{
  KompassText *self = kompass_text_new ();

  kompass_text_add_run (self, plain, KOMPASS_RUN_PLAIN, NULL);

  return self;
}

/**
 * kompass_text_copy:
 * @self: a text
 *
 * Returns: (transfer full): another text that says the same, which others can be added to
 */
KompassText *
kompass_text_copy (KompassText *self)
{
  KompassText *copy = kompass_text_new ();

  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const KompassParagraph *paragraph = kompass_text_get_paragraph (self, i);

      kompass_text_add_paragraph (copy, paragraph->kind);
      for (guint j = 0; j < paragraph->runs->len; j++)
        {
          const KompassRun *run = g_ptr_array_index (paragraph->runs, j);

          if (run->field != NULL)
            kompass_text_add_field (copy, run->field, run->flags);
          else
            kompass_text_add_run (copy, run->text, run->flags, run->link);
        }
    }

  return copy;
}

/**
 * kompass_text_add_paragraph:
 * @self: a text that nobody else reads yet
 * @kind: what it is
 *
 * Begins a paragraph; what is added next is in it.
 */
void
kompass_text_add_paragraph (KompassText          *self,
                            KompassParagraphKind  kind)
{
  KompassParagraph *paragraph = g_new0 (KompassParagraph, 1);

  paragraph->kind = kind;
  paragraph->runs = g_ptr_array_new_with_free_func (free_run);
  g_ptr_array_add (self->paragraphs, paragraph);
}

static KompassParagraph *
get_last_paragraph (KompassText *self)
{
  if (self->paragraphs->len == 0)
    kompass_text_add_paragraph (self, KOMPASS_PARAGRAPH_BODY);

  return g_ptr_array_index (self->paragraphs, self->paragraphs->len - 1);
}

static OpenRun *
add_open_run (KompassParagraph *paragraph,
              KompassRunFlags   flags,
              const char       *link,
              const char       *field)
{
  OpenRun *open = g_new0 (OpenRun, 1);

  open->words = g_string_new (NULL);
  open->run.text = open->words->str;
  open->run.flags = flags;
  open->run.link = g_strdup (link);
  open->run.field = g_strdup (field);
  g_ptr_array_add (paragraph->runs, open);

  return open;
}

static void
add_words (KompassText     *self,
           const char      *text,
           KompassRunFlags  flags,
           const char      *link)
{
  KompassParagraph *paragraph = get_last_paragraph (self);
  guint n_runs = paragraph->runs->len;
  OpenRun *last = n_runs > 0 ? g_ptr_array_index (paragraph->runs, n_runs - 1) : NULL;

  if (*text == '\0')
    return;
  if (last == NULL || last->run.field != NULL || last->run.flags != flags || g_strcmp0 (last->run.link, link) != 0)
    last = add_open_run (paragraph, flags, link, NULL);
  g_string_append (last->words, text);
  last->run.text = last->words->str;
}

/**
 * kompass_text_add_run:
 * @self: a text that nobody else reads yet
 * @text: words; what is no UTF-8 and control characters become U+FFFD, and tabs spaces
 * @flags: how they look
 * @link: (nullable): where they lead; ignored unless kompass_text_is_link() accepts it
 *
 * Adds words to the last paragraph, or to a first one. A line end begins a paragraph of the same kind, and after a
 * heading one of running text. Words that look like those before them become one run with them.
 */
void
kompass_text_add_run (KompassText     *self,
                      const char      *text,
                      KompassRunFlags  flags,
                      const char      *link)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) line = g_string_new (NULL);
  const char *address = kompass_text_is_link (link) ? link : NULL;
  const char *rest = valid;

  if (*valid == '\0')
    return;
  while ((rest = kompass_text_append_clean (line, rest)) != NULL)
    {
      KompassParagraphKind kind = get_last_paragraph (self)->kind;

      add_words (self, line->str, flags, address);
      kompass_text_add_paragraph (self, kind == KOMPASS_PARAGRAPH_HEADING ? KOMPASS_PARAGRAPH_BODY : kind);
      g_string_truncate (line, 0);
    }
  add_words (self, line->str, flags, address);
}

/**
 * kompass_text_add_field:
 * @self: a text that nobody else reads yet
 * @field: the name of a figure; kompass_field_is_name() must accept it
 * @flags: how it looks
 *
 * Adds a figure to the last paragraph, or to a first one.
 */
void
kompass_text_add_field (KompassText     *self,
                        const char      *field,
                        KompassRunFlags  flags)
{
  g_return_if_fail (kompass_field_is_name (field));

  add_open_run (get_last_paragraph (self), flags, NULL, field);
}

/* Reading a text */

guint
kompass_text_get_n_paragraphs (KompassText *self)
{
  return self->paragraphs->len;
}

/**
 * kompass_text_get_paragraph:
 * @self: a text
 * @index: which paragraph, from 0
 *
 * Returns: (transfer none): the paragraph
 */
const KompassParagraph *
kompass_text_get_paragraph (KompassText *self,
                            guint        index)
{
  g_return_val_if_fail (index < self->paragraphs->len, NULL);

  return g_ptr_array_index (self->paragraphs, index);
}

static gboolean
is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

/**
 * kompass_text_is_empty:
 * @self: a text
 *
 * Returns: %TRUE if there is nothing to read in it, at most paragraphs without words
 */
gboolean
kompass_text_is_empty (KompassText *self)
{
  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const KompassParagraph *paragraph = kompass_text_get_paragraph (self, i);

      for (guint j = 0; j < paragraph->runs->len; j++)
        {
          const KompassRun *run = g_ptr_array_index (paragraph->runs, j);

          if (run->field != NULL || !is_blank (run->text))
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * kompass_text_equal:
 * @one: a text
 * @other: another
 *
 * Returns: %TRUE if both say the same and look the same
 */
gboolean
kompass_text_equal (KompassText *one,
                    KompassText *other)
{
  g_autofree char *markup = kompass_text_to_markup (one);
  g_autofree char *other_markup = kompass_text_to_markup (other);

  return strcmp (markup, other_markup) == 0;
}

/**
 * kompass_text_count_words:
 * @self: a text
 *
 * What stands between spaces and has a letter or a digit is a word, and so is a figure.
 *
 * Returns: how many words the text has
 */
guint
kompass_text_count_words (KompassText *self)
{
  guint n_words = 0;

  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const KompassParagraph *paragraph = kompass_text_get_paragraph (self, i);
      gboolean in_word = FALSE;

      for (guint j = 0; j < paragraph->runs->len; j++)
        {
          const KompassRun *run = g_ptr_array_index (paragraph->runs, j);

          n_words += kompass_text_count_words_on (run->field != NULL ? "0" : run->text, &in_word);
        }
    }

  return n_words;
}

static void
append_figure (GString           *plain,
               const char        *field,
               KompassEvaluation *evaluation)
{
  g_autofree char *figure = evaluation != NULL ? kompass_field_format (field, evaluation) : NULL;

  if (figure != NULL)
    g_string_append (plain, figure);
  else
    g_string_append_printf (plain, "{%s}", field);
}

static void
append_plain (GString                *plain,
              const KompassParagraph *paragraph,
              KompassEvaluation      *evaluation)
{
  for (guint i = 0; i < paragraph->runs->len; i++)
    {
      const KompassRun *run = g_ptr_array_index (paragraph->runs, i);

      if (run->field != NULL)
        append_figure (plain, run->field, evaluation);
      else
        g_string_append (plain, run->text);
    }
}

/**
 * kompass_paragraph_to_plain:
 * @paragraph: a paragraph
 * @evaluation: (nullable): whose figures its fields show; %NULL leaves them as "{area.1.points}"
 *
 * Returns: (transfer full): its words alone
 */
char *
kompass_paragraph_to_plain (const KompassParagraph *paragraph,
                            KompassEvaluation      *evaluation)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  append_plain (plain, paragraph, evaluation);

  return g_string_free (g_steal_pointer (&plain), FALSE);
}

/**
 * kompass_text_to_plain:
 * @self: a text
 * @evaluation: (nullable): whose figures the fields show; %NULL leaves them as "{area.1.points}", as does a figure that
 *   there is not
 *
 * Returns: (transfer full): its words alone, a line for each paragraph, those of a list after "• "
 */
char *
kompass_text_to_plain (KompassText       *self,
                       KompassEvaluation *evaluation)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const KompassParagraph *paragraph = kompass_text_get_paragraph (self, i);

      if (i > 0)
        g_string_append_c (plain, '\n');
      if (paragraph->kind == KOMPASS_PARAGRAPH_BULLET)
        g_string_append (plain, "• ");
      append_plain (plain, paragraph, evaluation);
    }

  return g_string_free (g_steal_pointer (&plain), FALSE);
}
