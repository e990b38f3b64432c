/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Report view: the outline, what is written of one section, and the pages as they will print. */
#include "kompass-report-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "config.h"
#include "kompass-report-print.h"
#include "kompass-report-view-private.h"
#include "kompass-style.h"
#include "kompass-text-bar.h"

enum
{
  DELETED,
  CONFLICT,
  FAILED,
  STEPS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassReportView, kompass_report_view, GTK_TYPE_WIDGET)

/* Sections */

/**
 * kompass_report_view_find_section:
 * @self: a view
 * @id: (nullable): a section
 *
 * Returns: (nullable): the section, if the report of this evaluation has it
 */
const KompassSection *
kompass_report_view_find_section (KompassReportView *self,
                                  const char        *id)
{
  for (guint i = 0; self->sections != NULL && id != NULL && i < self->sections->len; i++)
    {
      const KompassSection *section = g_ptr_array_index (self->sections, i);

      if (strcmp (section->id, id) == 0)
        return section;
    }

  return NULL;
}

/**
 * kompass_report_view_get_current:
 * @self: a view
 *
 * Returns: (nullable): the section that is written
 */
const KompassSection *
kompass_report_view_get_current (KompassReportView *self)
{
  return kompass_report_view_find_section (self, self->section);
}

/**
 * kompass_report_view_has_text:
 * @section: a section
 *
 * Returns: whether it has a text, besides or instead of figures, lists and key facts
 */
gboolean
kompass_report_view_has_text (const KompassSection *section)
{
  return section->kind != KOMPASS_SECTION_SCORES && section->kind != KOMPASS_SECTION_FACTS;
}

/* Showing */

/**
 * kompass_report_view_show_contents:
 * @self: a view
 *
 * Shows what is written, as the report has it now.
 */
void
kompass_report_view_show_contents (KompassReportView *self)
{
  KompassReport *report = kompass_report_session_get_report (self->session);
  const KompassSection *section = kompass_report_view_get_current (self);

  if (report == NULL || section == NULL)
    return;
  self->is_settling = TRUE;
  if (kompass_report_view_has_text (section))
    kompass_text_editor_set_text (self->editor, kompass_report_get_text (report, section->id));
  kompass_report_view_show_about (self, report);
  self->is_settling = FALSE;
  kompass_comparisons_set_ids (self->comparisons, kompass_report_get_comparisons (report));
}

/* Another section: its text has nothing to undo yet, and begins at its beginning. */
static void
show_section (KompassReportView *self)
{
  const KompassSection *section = kompass_report_view_get_current (self);
  g_autoptr (KompassText) nothing = NULL;

  if (section == NULL)
    return;
  nothing = kompass_text_new ();
  self->is_settling = TRUE;
  kompass_text_editor_set_text (self->editor, nothing);
  self->is_settling = FALSE;
  kompass_report_view_show_parts (self, section);
  kompass_report_view_show_contents (self);
  kompass_findings_view_set_area (self->findings, section->kind == KOMPASS_SECTION_AREA ? (int) section->area : -1);
  kompass_report_sheet_scroll_to_top (self->sheet);
  kompass_report_outline_select (self->outline, section->id);
  kompass_report_outline_select (self->narrow_outline, section->id);
  kompass_report_view_update_words (self);
  g_signal_emit (self, signals[STEPS_CHANGED], 0);
}

/**
 * kompass_report_view_change_section:
 * @self: a view
 * @section: a section; another evaluation may lack it
 *
 * Shows what is written in a section, after what was written in the one before has been saved. The pages stay where they are.
 *
 * Returns: %FALSE if that is what was shown
 */
gboolean
kompass_report_view_change_section (KompassReportView *self,
                                    const char        *section)
{
  if (kompass_report_view_find_section (self, section) == NULL || g_strcmp0 (self->section, section) == 0)
    return FALSE;
  kompass_report_view_save (self, NULL);
  g_free (self->section);
  self->section = g_strdup (section);
  g_settings_set_string (self->settings, "report-section", section);
  kompass_report_preview_set_section (self->preview, kompass_report_view_get_current (self));
  show_section (self);

  return TRUE;
}

/**
 * kompass_report_view_show_section:
 * @self: a view with an evaluation
 * @section: a section of its report; another evaluation may lack it
 *
 * Shows what is written in a section, after what was written in the one before has been saved.
 */
void
kompass_report_view_show_section (KompassReportView *self,
                                  const char        *section)
{
  if (kompass_report_view_change_section (self, section))
    kompass_report_preview_show_section (self->preview, kompass_report_view_get_current (self));
}

const char *
kompass_report_view_get_section (KompassReportView *self)
{
  return self->section;
}

/* Class functions */

static void
kompass_report_view_root (GtkWidget *widget)
{
  KompassReportView *self = KOMPASS_REPORT_VIEW (widget);

  GTK_WIDGET_CLASS (kompass_report_view_parent_class)->root (widget);
  kompass_report_view_root_keys (self, gtk_widget_get_root (widget));
  kompass_report_view_root_following (self, gtk_widget_get_root (widget));
}

static void
kompass_report_view_unroot (GtkWidget *widget)
{
  KompassReportView *self = KOMPASS_REPORT_VIEW (widget);

  kompass_report_view_unroot_keys (self, gtk_widget_get_root (widget));
  kompass_report_view_unroot_following (self, gtk_widget_get_root (widget));
  GTK_WIDGET_CLASS (kompass_report_view_parent_class)->unroot (widget);
}

static void
kompass_report_view_dispose (GObject *object)
{
  KompassReportView *self = KOMPASS_REPORT_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->fold_source, g_source_remove);
  g_clear_handle_id (&self->follow_source, g_source_remove);
  self->is_settling = TRUE;
  if (self->evaluation != NULL)
    g_signal_handlers_disconnect_by_data (self->evaluation, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_object (&self->evaluation);
  g_clear_object (&self->comparisons);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (kompass_report_view_parent_class)->dispose (object);
}

static void
kompass_report_view_finalize (GObject *object)
{
  g_free (KOMPASS_REPORT_VIEW (object)->section);

  G_OBJECT_CLASS (kompass_report_view_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  /**
   * KompassReportView::deleted:
   * @words: what has been done
   *
   * Something has been deleted, which can be undone.
   */
  signals[DELETED] = g_signal_new ("deleted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * KompassReportView::conflict:
   * @words: what has happened
   * @section: where
   *
   * Somebody else had changed a section while it was written here.
   */
  signals[CONFLICT] = g_signal_new ("conflict", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                    G_TYPE_STRING);

  /**
   * KompassReportView::failed:
   * @error: why
   *
   * Something could not be read or done.
   */
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  /**
   * KompassReportView::steps-changed:
   *
   * What can be undone in the text may be another.
   */
  signals[STEPS_CHANGED] = g_signal_new ("steps-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kompass_report_view_class_init (KompassReportViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kompass_report_view_dispose;
  object_class->finalize = kompass_report_view_finalize;
  widget_class->root = kompass_report_view_root;
  widget_class->unroot = kompass_report_view_unroot;
  install_signals (G_TYPE_FROM_CLASS (klass));
  kompass_report_view_install_actions (widget_class);

  g_type_ensure (KOMPASS_TYPE_COMPARISON_BAR);
  g_type_ensure (KOMPASS_TYPE_FINDINGS_VIEW);
  g_type_ensure (KOMPASS_TYPE_KEY_FACTS);
  g_type_ensure (KOMPASS_TYPE_REPORT_OUTLINE);
  g_type_ensure (KOMPASS_TYPE_REPORT_PREVIEW);
  g_type_ensure (KOMPASS_TYPE_REPORT_SEARCH_BAR);
  g_type_ensure (KOMPASS_TYPE_REPORT_SHEET);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/kompass-report-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, flap);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, preview);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, outline);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, narrow_outline);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, tools);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, section_tools);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, section_button);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, section_popover);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, section_label);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, bar_place);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, end_tools);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, status);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, menu);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, search_bar);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, problem);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, problem_label);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, sheet);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, head);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, title_box);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, title);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, points);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, out_of);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, facts_label);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, about);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, performed);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, interviews);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, evaluators);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, comparison);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, comparison_bar);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, rest);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, standard_button);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, findings);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, facts);
  gtk_widget_class_bind_template_child (widget_class, KompassReportView, scores);
  kompass_report_view_bind_moving (widget_class);
  kompass_report_view_bind_writing (widget_class);
}

/* Whatever is written is checked by the same words. */
static void
speller_changed_cb (KompassReportView *self)
{
  KompassSpeller *speller = kompass_text_editor_get_speller (self->editor);

  kompass_findings_view_set_speller (self->findings, speller);
  kompass_key_facts_set_speller (self->facts, speller);
}

static void
kompass_report_view_init (KompassReportView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kompass_style_set_menu (self->menu_button, self->menu);
  kompass_report_sheet_set_parts (self->sheet, self->head, self->rest);
  self->editor = kompass_report_sheet_get_editor (self->sheet);
  adw_bin_set_child (self->bar_place, kompass_text_bar_new (self->editor));
  g_signal_connect_object (self->editor, "notify::spelling-words", G_CALLBACK (speller_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->facts, "map", G_CALLBACK (kompass_text_editor_ensure_speller), self->editor,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < KOMPASS_N_ABOUT; i++)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (kompass_report_view_get_about_row (self, (KompassAbout) i)),
                                   kompass_about_get_title ((KompassAbout) i));
  kompass_style_complete_names (self->about, _("The evaluation"));
  kompass_report_view_init_following (self);
  kompass_report_view_init_search (self);
}

/**
 * kompass_report_view_new:
 * @library: where reports are
 * @settings: the program's settings
 *
 * Returns: (transfer floating): a view without an evaluation
 */
KompassReportView *
kompass_report_view_new (KompassLibrary *library,
                         GSettings      *settings)
{
  KompassReportView *self = g_object_new (KOMPASS_TYPE_REPORT_VIEW, NULL);

  self->settings = g_object_ref (settings);
  self->section = g_settings_get_string (settings, "report-section");
  self->session = kompass_report_session_new (library);
  kompass_report_view_init_writing (self);
  kompass_findings_view_set_session (self->findings, self->session);
  kompass_key_facts_set_session (self->facts, self->session);
  kompass_report_preview_set_session (self->preview, self->session, settings);
  kompass_report_view_init_comparisons (self);
  kompass_report_view_init_panes (self);

  return self;
}

/* Figures follow the scores; the number of areas the edition. */
static void
evaluation_changed_cb (KompassReportView *self)
{
  kompass_report_view_update_words (self);
}

/**
 * kompass_report_view_set_evaluation:
 * @self: a view
 * @evaluation: (nullable): the evaluation whose report is written
 *
 * What is written of the one before is saved first.
 */
void
kompass_report_view_set_evaluation (KompassReportView *self,
                                    KompassEvaluation *evaluation)
{
  if (self->evaluation == evaluation)
    return;
  kompass_report_session_flush (self->session, NULL);
  if (self->evaluation != NULL)
    g_signal_handlers_disconnect_by_data (self->evaluation, self);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_set_object (&self->evaluation, evaluation);
  kompass_report_search_bar_close (self->search_bar);
  kompass_findings_view_set_area (self->findings, -1);
  kompass_report_session_set_evaluation (self->session, evaluation);
  kompass_comparisons_set_evaluation (self->comparisons, evaluation);
  kompass_text_editor_set_evaluation (self->editor, evaluation);
  if (evaluation == NULL)
    return;
  g_signal_connect_object (evaluation, "changed", G_CALLBACK (evaluation_changed_cb), self, G_CONNECT_SWAPPED);
  self->sections = kompass_report_create_sections (evaluation);
  if (kompass_report_view_get_current (self) == NULL)
    {
      g_free (self->section);
      self->section = g_strdup (((KompassSection *) g_ptr_array_index (self->sections, 0))->id);
    }
  show_section (self);
  kompass_report_preview_show_section (self->preview, kompass_report_view_get_current (self));
}

/**
 * kompass_report_view_save:
 * @self: a view
 * @error: return location for an error
 *
 * Returns: %TRUE if everything that is written is in the library
 */
gboolean
kompass_report_view_save (KompassReportView  *self,
                          GError            **error)
{
  kompass_findings_view_finish (self->findings);

  return kompass_report_session_flush (self->session, error);
}

/**
 * kompass_report_view_discard:
 * @self: a view
 *
 * Forgets what could not be saved.
 */
void
kompass_report_view_discard (KompassReportView *self)
{
  kompass_report_session_discard (self->session);
}

/**
 * kompass_report_view_create_print:
 * @self: a view with an evaluation
 *
 * Returns: (transfer full) (nullable): an operation that prints the report
 */
GtkPrintOperation *
kompass_report_view_create_print (KompassReportView *self)
{
  g_autoptr (KompassDocument) document = kompass_report_preview_get_document (self->preview);

  return document != NULL ? kompass_report_print_new (document, self->settings) : NULL;
}

KompassReportSession *
kompass_report_view_get_session (KompassReportView *self)
{
  return self->session;
}

KompassTextEditor *
kompass_report_view_get_editor (KompassReportView *self)
{
  return self->editor;
}

KompassFindingsView *
kompass_report_view_get_findings (KompassReportView *self)
{
  return self->findings;
}

KompassKeyFacts *
kompass_report_view_get_facts (KompassReportView *self)
{
  return self->facts;
}

KompassReportPreview *
kompass_report_view_get_preview (KompassReportView *self)
{
  return self->preview;
}
