/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sections a report has, and what is still empty in each, in words. */
#include "kompass-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-field.h"

#define SHOWN_CHARACTERS 40

/**
 * kompass_section_free:
 * @section: a section
 */
void
kompass_section_free (KompassSection *section)
{
  g_free (section->id);
  g_free (section->title);
  g_free (section);
}

/**
 * kompass_section_is_id:
 * @id: any text
 *
 * Returns: %TRUE if it can be the id of a section; whether an evaluation has that area is another question
 */
gboolean
kompass_section_is_id (const char *id)
{
  static const char * const ids[] = { "introduction", "evaluation", "summary", "scores", "facts", NULL };
  guint64 number;

  if (g_strv_contains (ids, id))
    return TRUE;

  return g_str_has_prefix (id, "area/") && id[5] != '0' && strlen (id) < 15 &&
         g_ascii_string_to_unsigned (id + 5, 10, 1, G_MAXINT, &number, NULL);
}

static void
add_section (GPtrArray          *sections,
             KompassSectionKind  kind,
             const char         *id,
             const char         *title)
{
  KompassSection *section = g_new0 (KompassSection, 1);

  section->kind = kind;
  section->id = g_strdup (id);
  section->title = g_strdup (title);
  g_ptr_array_add (sections, section);
}

static void
add_area (GPtrArray         *sections,
          const KompassArea *area,
          guint              index)
{
  g_autofree char *id = g_strdup_printf ("area/%u", area->number);
  g_autofree char *title = g_strdup_printf ("%u %s", area->number, area->title);

  add_section (sections, KOMPASS_SECTION_AREA, id, title);
  ((KompassSection *) g_ptr_array_index (sections, sections->len - 1))->area = index;
}

static void
free_section (gpointer data)
{
  kompass_section_free (data);
}

/**
 * kompass_report_create_sections:
 * @evaluation: an evaluation
 *
 * Returns: (transfer full) (element-type KompassSection): the sections that its report has, in order; no areas where its
 *   edition is not known
 */
GPtrArray *
kompass_report_create_sections (KompassEvaluation *evaluation)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func (free_section);
  KompassEdition *edition = kompass_evaluation_get_edition (evaluation);

  add_section (sections, KOMPASS_SECTION_INTRODUCTION, "introduction", _("What is Kommunkompassen?"));
  add_section (sections, KOMPASS_SECTION_EVALUATION, "evaluation", _("The evaluation"));
  add_section (sections, KOMPASS_SECTION_SUMMARY, "summary", _("Summary of the result"));
  for (guint i = 0; edition != NULL && i < kompass_edition_get_n_areas (edition); i++)
    add_area (sections, kompass_edition_get_area (edition, i), i);
  add_section (sections, KOMPASS_SECTION_SCORES, "scores", _("Score tables"));
  add_section (sections, KOMPASS_SECTION_FACTS, "facts", _("Key facts"));

  return sections;
}

/* What is missing */

static void G_GNUC_PRINTF (2, 3)
say (GStrvBuilder *missing,
     const char   *form,
     ...)
{
  g_autofree char *words = NULL;
  va_list args;

  va_start (args, form);
  words = g_strdup_vprintf (form, args);
  va_end (args);
  g_strv_builder_add (missing, words);
}

/* What somebody wrote, to be named in a sentence. */
static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= SHOWN_CHARACTERS)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, SHOWN_CHARACTERS - 1);

  return g_strconcat (g_strchomp (start), "…", NULL);
}

static void
say_field (GStrvBuilder      *missing,
           const char        *field,
           KompassEvaluation *evaluation)
{
  g_autofree char *name = kompass_field_describe (field, kompass_evaluation_get_edition (evaluation));
  g_autofree char *figure = kompass_field_format (field, evaluation);
  g_autofree char *unknown = kompass_points_format (KOMPASS_POINTS_UNKNOWN, 0);

  if (name == NULL)
    /* Translators: a figure in the text that there is not; %s is its technical name such as "area.9.points" */
    say (missing, _("There is no figure {%s}"), field);
  else if (g_strcmp0 (figure, unknown) == 0)
    /* Translators: a figure in the text that is not known yet; %s is "Area 1, points" */
    say (missing, _("Not known yet: %s"), name);
}

static void
say_fields (GStrvBuilder           *missing,
            const KompassParagraph *paragraph,
            KompassEvaluation      *evaluation)
{
  for (guint i = 0; i < paragraph->runs->len; i++)
    {
      const KompassRun *run = g_ptr_array_index (paragraph->runs, i);

      if (run->field != NULL)
        say_field (missing, run->field, evaluation);
    }
}

static gboolean
is_blank (const KompassParagraph *paragraph)
{
  g_autofree char *plain = kompass_paragraph_to_plain (paragraph, NULL);

  return *g_strstrip (plain) == '\0';
}

/* A heading has something under it if words come before the next heading. */
static gboolean
has_words_after (KompassText *text,
                 guint        heading)
{
  for (guint i = heading + 1; i < kompass_text_get_n_paragraphs (text); i++)
    {
      const KompassParagraph *paragraph = kompass_text_get_paragraph (text, i);

      if (is_blank (paragraph))
        continue;
      return paragraph->kind != KOMPASS_PARAGRAPH_HEADING;
    }

  return FALSE;
}

static void
say_heading (GStrvBuilder           *missing,
             KompassText            *text,
             guint                   index,
             KompassEvaluation      *evaluation)
{
  g_autofree char *plain = kompass_paragraph_to_plain (kompass_text_get_paragraph (text, index), evaluation);
  g_autofree char *short_plain = shorten (g_strstrip (plain));

  if (*plain == '\0')
    say (missing, _("A heading without words"));
  else if (!has_words_after (text, index))
    /* Translators: %s is a heading */
    say (missing, _("No text under “%s”"), short_plain);
}

static void
say_text (GStrvBuilder      *missing,
          KompassText       *text,
          KompassEvaluation *evaluation,
          gboolean           is_wanted)
{
  if (is_wanted && kompass_text_is_empty (text))
    say (missing, _("No text"));
  for (guint i = 0; i < kompass_text_get_n_paragraphs (text); i++)
    {
      const KompassParagraph *paragraph = kompass_text_get_paragraph (text, i);

      if (paragraph->kind == KOMPASS_PARAGRAPH_HEADING && !kompass_text_is_empty (text))
        say_heading (missing, text, i, evaluation);
      say_fields (missing, paragraph, evaluation);
    }
}

static void
say_finding (GStrvBuilder   *missing,
             KompassFinding *finding,
             KompassEdition *edition)
{
  g_autofree char *text = shorten (kompass_finding_get_text (finding));
  const char *question = kompass_finding_get_question (finding);
  g_autofree char *field = question != NULL ? g_strdup_printf ("question.%s.points", question) : NULL;
  g_autofree char *name = field != NULL ? kompass_field_describe (field, edition) : NULL;

  if (*text == '\0')
    /* Translators: an item of one of the three lists; %s is the list: "Strengths" */
    say (missing, _("An empty item under “%s”"), kompass_finding_kind_get_title (kompass_finding_get_kind (finding)));
  else if (question != NULL && name == NULL)
    /* Translators: %s is an item of a list, %s the number of a question */
    say (missing, _("“%s” is tied to question %s, which there is not"), text, question);
}

static const char *
get_words_for_empty_list (KompassFindingKind kind)
{
  switch (kind)
    {
    case KOMPASS_FINDING_PARTIAL:
      return _("Nothing that can be better");
    case KOMPASS_FINDING_IMPROVEMENT:
      return _("No improvements");
    case KOMPASS_FINDING_STRENGTH:
    default:
      return _("No strengths");
    }
}

static void
say_findings (GStrvBuilder   *missing,
              KompassReport  *self,
              guint           area,
              KompassEdition *edition)
{
  for (guint i = 0; i < KOMPASS_N_FINDING_KINDS; i++)
    {
      g_autoptr (GPtrArray) findings = kompass_report_get_findings (self, area, (KompassFindingKind) i);

      if (findings->len == 0)
        say (missing, "%s", get_words_for_empty_list ((KompassFindingKind) i));
      for (guint j = 0; j < findings->len; j++)
        say_finding (missing, g_ptr_array_index (findings, j), edition);
    }
}

static void
say_about (GStrvBuilder  *missing,
           KompassReport *self)
{
  if (*kompass_report_get_about (self, KOMPASS_ABOUT_PERFORMED) == '\0')
    say (missing, _("When it was performed is not said"));
  if (*kompass_report_get_about (self, KOMPASS_ABOUT_INTERVIEWS) == '\0')
    say (missing, _("How many were interviewed is not said"));
  if (*kompass_report_get_about (self, KOMPASS_ABOUT_EVALUATORS) == '\0')
    say (missing, _("Who evaluated is not said"));
}

static void
say_key_facts (GStrvBuilder  *missing,
               KompassReport *self)
{
  GPtrArray *facts = kompass_report_get_key_facts (self);

  if (facts->len == 0)
    say (missing, _("No key facts"));
  for (guint i = 0; i < facts->len; i++)
    {
      g_autofree char *name = shorten (kompass_key_fact_get_name (g_ptr_array_index (facts, i)));

      if (*kompass_key_fact_get_value (g_ptr_array_index (facts, i)) == '\0')
        /* Translators: a key fact without a value; %s is its name: "Inhabitants" */
        say (missing, _("“%s” has no value"), name);
      else if (*name == '\0')
        say (missing, _("A key fact without a name"));
    }
}

static void
say_scores (GStrvBuilder *missing,
            KompassLine  *line)
{
  const KompassFigures *figures = line != NULL ? kompass_line_get_figures (line) : NULL;
  guint unscored;

  if (figures == NULL || figures->questions < 2)
    return;
  unscored = figures->questions - figures->scored - figures->not_applicable;
  if (unscored > 0)
    say (missing, ngettext ("%u question is not scored", "%u questions are not scored", unscored), unscored);
}

/**
 * kompass_report_list_missing:
 * @self: a report
 * @evaluation: the evaluation it is about
 * @section: one of its sections
 *
 * Lists what is still empty or cannot be shown in a section: no text, an empty list, a heading without text under it, a
 * figure that is not known, an item that is tied to a question that there is not.
 *
 * Returns: (transfer full): what is missing, in the user's language, a sentence each; none where the section is complete
 */
GStrv
kompass_report_list_missing (KompassReport        *self,
                             KompassEvaluation    *evaluation,
                             const KompassSection *section)
{
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();
  KompassEdition *edition = kompass_evaluation_get_edition (evaluation);
  KompassText *text = kompass_report_get_text (self, section->id);

  switch (section->kind)
    {
    case KOMPASS_SECTION_AREA:
      say_scores (missing, kompass_evaluation_get_area_line (evaluation, section->area));
      say_text (missing, text, evaluation, TRUE);
      say_findings (missing, self, kompass_edition_get_area (edition, section->area)->number, edition);
      break;
    case KOMPASS_SECTION_EVALUATION:
      say_about (missing, self);
      say_text (missing, text, evaluation, FALSE);
      break;
    case KOMPASS_SECTION_SCORES:
      say_scores (missing, kompass_evaluation_get_total_line (evaluation));
      say_text (missing, text, evaluation, FALSE);
      break;
    case KOMPASS_SECTION_FACTS:
      say_key_facts (missing, self);
      say_text (missing, text, evaluation, FALSE);
      break;
    case KOMPASS_SECTION_INTRODUCTION:
    case KOMPASS_SECTION_SUMMARY:
    default:
      say_text (missing, text, evaluation, TRUE);
      break;
    }

  return g_strv_builder_end (missing);
}
