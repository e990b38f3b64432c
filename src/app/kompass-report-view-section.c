/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the Report view says of the section that is written: its title and figures, how long it is and what is missing, and the
 * parts that it has. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-chart-words.h"
#include "kompass-field.h"
#include "kompass-report-view-private.h"

/* A pause in typing, after which counts and gaps are told anew. */
#define PAUSE_MS 400

static char *
get_figures_name (const KompassSection *section,
                  KompassEvaluation    *evaluation)
{
  if (section->kind == KOMPASS_SECTION_SUMMARY)
    return g_strdup ("total");
  if (section->kind != KOMPASS_SECTION_AREA)
    return NULL;

  return g_strdup_printf ("area.%u",
                          kompass_edition_get_area (kompass_evaluation_get_edition (evaluation), section->area)->number);
}

static char *
format_figure (KompassReportView *self,
               const char        *name,
               const char        *figure)
{
  g_autofree char *field = g_strdup_printf ("%s.%s", name, figure);

  return kompass_field_format (field, self->evaluation);
}

static void
update_figures (KompassReportView    *self,
                const KompassSection *section)
{
  g_autofree char *name = get_figures_name (section, self->evaluation);
  g_autofree char *points = name != NULL ? format_figure (self, name, "points") : NULL;
  g_autofree char *maximum = name != NULL ? format_figure (self, name, "maximum") : NULL;
  g_autofree char *percent = name != NULL ? format_figure (self, name, "percent") : NULL;
  /* Translators: what points are out of, and percent: "of 100 · 42 %" */
  g_autofree char *out_of = points != NULL ? g_strdup_printf (_("of %s · %s"), maximum, percent) : NULL;

  gtk_label_set_label (GTK_LABEL (self->points), points != NULL ? points : "");
  gtk_label_set_label (GTK_LABEL (self->out_of), out_of != NULL ? out_of : "");
  gtk_widget_set_visible (self->points, points != NULL);
  gtk_widget_set_visible (self->out_of, points != NULL);
}

static void
update_facts (KompassReportView    *self,
              const KompassSection *section)
{
  KompassReport *report = kompass_report_session_get_report (self->session);
  guint n_words = kompass_report_count_words (report, section->id);
  g_autofree char *words = g_strdup_printf (ngettext ("%u word", "%u words", n_words), n_words);
  g_auto (GStrv) missing = kompass_report_list_missing (report, self->evaluation, section);
  g_autofree char *list = g_strjoinv (" · ", missing);
  g_autofree char *text = !kompass_report_view_has_text (section)    ? g_strdup (list)
                          : *list != '\0' ? g_strdup_printf ("%s · %s", words, list)
                                          : g_strdup (words);

  gtk_label_set_label (GTK_LABEL (self->facts_label), text);
  gtk_widget_set_visible (self->facts_label, *text != '\0');
}

static void
update_offers (KompassReportView    *self,
               const KompassSection *section)
{
  gboolean offers = section->kind == KOMPASS_SECTION_INTRODUCTION && kompass_text_editor_is_empty (self->editor);

  gtk_widget_set_visible (self->standard_button, offers);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.standard-text", offers);
}

/**
 * kompass_report_view_update_outlines:
 * @self: a view
 *
 * Shows the outline as the report is now, where it stands beside the text and where it is a menu.
 */
void
kompass_report_view_update_outlines (KompassReportView *self)
{
  KompassReport *report = kompass_report_session_get_report (self->session);

  if (report == NULL || self->sections == NULL)
    return;
  kompass_report_outline_update (self->outline, self->sections, report, self->evaluation);
  if (gtk_widget_get_visible (self->section_button))
    kompass_report_outline_update (self->narrow_outline, self->sections, report, self->evaluation);
}

/**
 * kompass_report_view_update_words:
 * @self: a view
 *
 * Shows what is said of the section, not what is written in it.
 */
void
kompass_report_view_update_words (KompassReportView *self)
{
  const KompassSection *section = kompass_report_view_get_current (self);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (section == NULL || kompass_report_session_get_report (self->session) == NULL)
    return;
  kompass_report_session_collect (self->session);
  update_figures (self, section);
  update_facts (self, section);
  update_offers (self, section);
  kompass_report_view_update_outlines (self);
}

static gboolean
update_words_cb (gpointer user_data)
{
  KompassReportView *self = user_data;

  self->timer = 0;
  kompass_report_view_update_words (self);

  return G_SOURCE_REMOVE;
}

/**
 * kompass_report_view_queue_words:
 * @self: a view
 *
 * Shows what is said of the section after a pause in typing.
 */
void
kompass_report_view_queue_words (KompassReportView *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (PAUSE_MS, update_words_cb, self);
}

/**
 * kompass_report_view_get_about_row:
 * @self: a view
 * @about: what is said about the evaluation
 *
 * Returns: (transfer none): where that is written
 */
GtkWidget *
kompass_report_view_get_about_row (KompassReportView *self,
                                   KompassAbout       about)
{
  GtkWidget * const rows[KOMPASS_N_ABOUT] = { self->performed, self->interviews, self->evaluators };

  return rows[about];
}

/**
 * kompass_report_view_show_about:
 * @self: a view
 * @report: a report
 *
 * Shows what the report says about the evaluation.
 */
void
kompass_report_view_show_about (KompassReportView *self,
                                KompassReport     *report)
{
  for (guint i = 0; i < KOMPASS_N_ABOUT; i++)
    {
      GtkEditable *row = GTK_EDITABLE (kompass_report_view_get_about_row (self, (KompassAbout) i));
      const char *value = kompass_report_get_about (report, (KompassAbout) i);

      if (strcmp (gtk_editable_get_text (row), value) != 0)
        gtk_editable_set_text (row, value);
    }
}

static const char *
get_hint (const KompassSection *section)
{
  switch (section->kind)
    {
    case KOMPASS_SECTION_INTRODUCTION:
      return _("What Kommunkompassen is");
    case KOMPASS_SECTION_EVALUATION:
      return _("How the evaluation was made");
    case KOMPASS_SECTION_SUMMARY:
      return _("The result in short");
    case KOMPASS_SECTION_AREA:
      return _("Begin with the area in general. A line of its own can be made a heading with Ctrl+Alt+1.");
    case KOMPASS_SECTION_SCORES:
    case KOMPASS_SECTION_FACTS:
    default:
      return NULL;
    }
}

static guint
get_area_number (KompassReportView    *self,
                 const KompassSection *section)
{
  return section->kind == KOMPASS_SECTION_AREA
             ? kompass_edition_get_area (kompass_evaluation_get_edition (self->evaluation), section->area)->number
             : 0;
}

/**
 * kompass_report_view_show_parts:
 * @self: a view
 * @section: the section that is written now
 *
 * Shows the title of the section and the parts that it has.
 */
void
kompass_report_view_show_parts (KompassReportView    *self,
                                const KompassSection *section)
{
  g_autofree char *title = kompass_chart_words_add_hyphens (section->title);

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->section_label), section->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->section_button), GTK_ACCESSIBLE_PROPERTY_LABEL, section->title, -1);
  kompass_report_sheet_set_has_text (self->sheet, kompass_report_view_has_text (section));
  gtk_widget_set_visible (adw_bin_get_child (self->bar_place), kompass_report_view_has_text (section));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.history", kompass_report_view_has_text (section));
  gtk_widget_set_visible (self->about, section->kind == KOMPASS_SECTION_EVALUATION);
  gtk_widget_set_visible (self->comparison, section->kind == KOMPASS_SECTION_SUMMARY);
  gtk_widget_set_visible (GTK_WIDGET (self->findings), section->kind == KOMPASS_SECTION_AREA);
  gtk_widget_set_visible (GTK_WIDGET (self->facts), section->kind == KOMPASS_SECTION_FACTS);
  gtk_widget_set_visible (self->scores, section->kind == KOMPASS_SECTION_SCORES);
  kompass_text_editor_set_title (self->editor, section->title);
  kompass_text_editor_set_area (self->editor, get_area_number (self, section));
  kompass_text_editor_set_hint (self->editor, get_hint (section));
}
