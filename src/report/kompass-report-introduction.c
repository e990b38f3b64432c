/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text on the instrument that a report can begin with. It holds for every edition. */
#include "kompass-report-document.h"

#include <glib/gi18n-lib.h>

static void
add (KompassText          *text,
     KompassParagraphKind  kind,
     const char           *words)
{
  kompass_text_add_paragraph (text, kind);
  kompass_text_add_run (text, words, KOMPASS_RUN_PLAIN, NULL);
}

/**
 * kompass_report_create_standard_introduction:
 *
 * A short text on what Kommunkompassen is, how an evaluation is made and how its points are read, in the user's language: what the
 * introduction of a report can begin with.
 *
 * Returns: (transfer full): the text
 */
KompassText *
kompass_report_create_standard_introduction (void)
{
  KompassText *text = kompass_text_new ();

  add (text, KOMPASS_PARAGRAPH_BODY,
       _("Kommunkompassen is an instrument for evaluating how a municipality is led, governed and developed. It is Nordic: "
         "the University of Oslo made it in the middle of the 1990s with Åbo Akademi and the Norwegian association of "
         "local authorities, and in Sweden it has been used since 2002."));
  add (text, KOMPASS_PARAGRAPH_BODY,
       _("What is looked at is the way in which the work is led and in which politicians, employees and citizens act "
         "together. The results of the services themselves are not measured."));
  add (text, KOMPASS_PARAGRAPH_HEADING, _("How the evaluation is made"));
  add (text, KOMPASS_PARAGRAPH_BODY, _("The evaluators learn about the municipality from three kinds of sources:"));
  add (text, KOMPASS_PARAGRAPH_BULLET, _("interviews with politicians, managers and employees"));
  add (text, KOMPASS_PARAGRAPH_BULLET, _("official documents"));
  add (text, KOMPASS_PARAGRAPH_BULLET, _("the municipality’s web site"));
  add (text, KOMPASS_PARAGRAPH_BODY,
       _("They then give points, question by question, in eight areas. Each area has a chapter of its own in this report, with "
         "its points, a text and three lists: what is strong, what exists in part and can be better, and what can be improved."));
  add (text, KOMPASS_PARAGRAPH_HEADING, _("How the points are read"));
  add (text, KOMPASS_PARAGRAPH_BODY,
       _("Every question has a maximum, and the percent says how much of it was reached. The instrument is revised from time "
         "to time. Points are best compared with those of the same edition, as questions and maxima differ between editions."));
  add (text, KOMPASS_PARAGRAPH_BODY,
       _("The result is there to be worked with. The improvements can become plans of action, and a new evaluation after some "
         "years shows what has come of them."));

  return text;
}
