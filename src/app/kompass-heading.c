/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words over an evaluation, the same in all its views: its total, and what is known of it. */
#include "kompass-heading.h"

#include <glib/gi18n-lib.h>

static const KompassFigures *
get_total (KompassEvaluation *evaluation)
{
  return kompass_line_get_figures (kompass_evaluation_get_total_line (evaluation));
}

/**
 * kompass_heading_format_total:
 * @evaluation: an evaluation
 *
 * Returns: (transfer full): its total
 */
char *
kompass_heading_format_total (KompassEvaluation *evaluation)
{
  return kompass_points_format (get_total (evaluation)->points, kompass_evaluation_get_decimals (evaluation));
}

/**
 * kompass_heading_format_out_of:
 * @evaluation: an evaluation
 *
 * Returns: (transfer full) (nullable): what the total is out of, and the percent; %NULL where that is not known
 */
char *
kompass_heading_format_out_of (KompassEvaluation *evaluation)
{
  const KompassFigures *figures = get_total (evaluation);
  g_autofree char *maximum = kompass_points_format (figures->maximum, 0);
  g_autofree char *percent = kompass_percent_format (figures->percent);

  if (figures->points == KOMPASS_POINTS_UNKNOWN || figures->maximum <= 0)
    return NULL;

  /* Translators: after the total: maximum, percent */
  return g_strdup_printf (_("of %s · %s"), maximum, percent);
}

static char *
describe_scored (KompassEvaluation *evaluation)
{
  const KompassFigures *figures = get_total (evaluation);
  g_autofree char *scored = NULL;

  switch (kompass_evaluation_get_depth (evaluation))
    {
    case KOMPASS_DEPTH_QUESTIONS:
      scored = g_strdup_printf (_("%u of %u questions scored"), figures->scored,
                                figures->questions - figures->not_applicable);
      break;
    case KOMPASS_DEPTH_AREAS:
      return g_strdup_printf (ngettext ("%u of %u area known", "%u of %u areas known", figures->areas), figures->areas_known,
                          figures->areas);
    case KOMPASS_DEPTH_TOTAL:
    default:
      return g_strdup (_("Only the total is known"));
    }
  if (figures->not_applicable == 0)
    return g_steal_pointer (&scored);

  return g_strdup_printf (ngettext ("%s, %u not applicable", "%s, %u not applicable", figures->not_applicable), scored,
                          figures->not_applicable);
}

/* An address is a link behind a word; the words of a printed source stand as they are. */
static char *
format_source (KompassEvaluation *evaluation)
{
  const char *source = kompass_evaluation_get_source (evaluation);
  g_autofree char *escaped = g_markup_escape_text (source, -1);

  if (!g_str_has_prefix (source, "https://") && !g_str_has_prefix (source, "http://"))
    return g_steal_pointer (&escaped);

  /* Translators: a link to where the figures of an evaluation are published */
  return g_strdup_printf ("<a href=\"%s\" title=\"%s\">%s</a>", escaped, escaped, _("Source"));
}

static char *
format_edition (KompassEvaluation *evaluation)
{
  KompassEdition *edition = kompass_evaluation_get_edition (evaluation);
  g_autofree char *name = edition != NULL ? kompass_edition_get_display_name (edition) : NULL;
  g_autofree char *text = name != NULL ? g_strdup_printf (_("Edition %s"), name) : g_strdup (_("Edition not known"));

  return g_markup_escape_text (text, -1);
}

/**
 * kompass_heading_format_facts:
 * @evaluation: an evaluation
 *
 * Returns: (transfer full): edition, how much is scored, and where it comes from, as markup
 */
char *
kompass_heading_format_facts (KompassEvaluation *evaluation)
{
  g_autoptr (GString) facts = g_string_new (NULL);
  g_autofree char *edition = format_edition (evaluation);
  g_autofree char *scored = describe_scored (evaluation);
  g_autofree char *source = format_source (evaluation);

  g_string_append_printf (facts, "%s · %s", edition, scored);
  if (kompass_evaluation_get_is_example (evaluation))
    /* Translators: said of an evaluation that came with the program */
    g_string_append_printf (facts, " · %s", _("Example"));
  if (*source != '\0')
    g_string_append_printf (facts, " · %s", source);

  return g_string_free (g_steal_pointer (&facts), FALSE);
}
