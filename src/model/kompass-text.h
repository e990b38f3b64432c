/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-evaluation.h"

G_BEGIN_DECLS

/**
 * KOMPASS_TEXT_LIMIT:
 *
 * The largest number of characters that the markup of one section can have; some 600 pages.
 */
#define KOMPASS_TEXT_LIMIT 2000000

/**
 * KOMPASS_LINE_LIMIT:
 *
 * The largest number of characters that one line of the report can have: an item of a list, a key fact, who the
 * evaluators were.
 */
#define KOMPASS_LINE_LIMIT 10000

/**
 * KompassTextError:
 * @KOMPASS_TEXT_ERROR_INVALID: what was read is no markup of ours
 * @KOMPASS_TEXT_ERROR_TOO_LONG: it is longer than can be stored
 */
typedef enum
{
  KOMPASS_TEXT_ERROR_INVALID,
  KOMPASS_TEXT_ERROR_TOO_LONG,
} KompassTextError;

#define KOMPASS_TEXT_ERROR (kompass_text_error_quark ())
GQuark kompass_text_error_quark (void);

/**
 * KompassParagraphKind:
 * @KOMPASS_PARAGRAPH_BODY: a paragraph of running text
 * @KOMPASS_PARAGRAPH_HEADING: a heading of what follows, in its section
 * @KOMPASS_PARAGRAPH_BULLET: an item of a list; those that follow one another are one list
 */
typedef enum
{
  KOMPASS_PARAGRAPH_BODY,
  KOMPASS_PARAGRAPH_HEADING,
  KOMPASS_PARAGRAPH_BULLET,
} KompassParagraphKind;

/**
 * KompassRunFlags:
 * @KOMPASS_RUN_PLAIN: as it is
 * @KOMPASS_RUN_BOLD: bold
 * @KOMPASS_RUN_ITALIC: italic
 */
typedef enum
{
  KOMPASS_RUN_PLAIN = 0,
  KOMPASS_RUN_BOLD = 1 << 0,
  KOMPASS_RUN_ITALIC = 1 << 1,
} KompassRunFlags;

/**
 * KompassRun:
 * @text: the words; "" where @field is set
 * @flags: how they look
 * @link: (nullable): an address that kompass_text_is_link() accepts
 * @field: (nullable): the name of a figure, see kompass_field_format()
 *
 * A stretch of a paragraph that looks the same.
 */
typedef struct
{
  char *text;
  KompassRunFlags flags;
  char *link;
  char *field;
} KompassRun;

/**
 * KompassParagraph:
 * @kind: what it is
 * @runs: (element-type KompassRun): its words, in order; none where the paragraph is empty
 *
 * A paragraph of a text.
 */
typedef struct
{
  KompassParagraphKind kind;
  GPtrArray *runs;
} KompassParagraph;

#define KOMPASS_TYPE_TEXT (kompass_text_get_type ())
G_DECLARE_FINAL_TYPE (KompassText, kompass_text, KOMPASS, TEXT, GObject)

KompassText            *kompass_text_new             (void);
KompassText            *kompass_text_new_from_markup (const char            *markup,
                                                      GError               **error);
KompassText            *kompass_text_new_from_plain  (const char            *plain);
KompassText            *kompass_text_copy            (KompassText           *self);
void                    kompass_text_add_paragraph   (KompassText           *self,
                                                      KompassParagraphKind   kind);
void                    kompass_text_add_run         (KompassText           *self,
                                                      const char            *text,
                                                      KompassRunFlags        flags,
                                                      const char            *link);
void                    kompass_text_add_field       (KompassText           *self,
                                                      const char            *field,
                                                      KompassRunFlags        flags);
guint                   kompass_text_get_n_paragraphs (KompassText          *self);
const KompassParagraph *kompass_text_get_paragraph   (KompassText           *self,
                                                      guint                  index);
gboolean                kompass_text_is_empty        (KompassText           *self);
gboolean                kompass_text_equal           (KompassText           *one,
                                                      KompassText           *other);
gboolean                kompass_text_check_length    (KompassText           *self,
                                                      GError               **error);
guint                   kompass_text_count_words     (KompassText           *self);
char                   *kompass_text_to_markup       (KompassText           *self);
char                   *kompass_text_to_plain        (KompassText           *self,
                                                      KompassEvaluation     *evaluation);
char                   *kompass_paragraph_to_plain   (const KompassParagraph *paragraph,
                                                      KompassEvaluation     *evaluation);
gboolean                kompass_text_is_link         (const char            *address);
char                   *kompass_text_clean_part      (const char            *part);
char                   *kompass_text_clean_line      (const char            *line);
guint                   kompass_text_count_words_of_line (const char        *line);

G_END_DECLS
