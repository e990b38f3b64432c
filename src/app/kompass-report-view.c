/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Report view: the outline, what is written of one section, and the pages as they will print. */
#include "kompass-report-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "config.h"
#include "kompass-chart-builder.h"
#include "kompass-chart-words.h"
#include "kompass-field.h"
#include "kompass-library-report.h"
#include "kompass-report-document.h"
#include "kompass-report-history.h"
#include "kompass-report-print.h"
#include "kompass-report-view-private.h"
#include "kompass-style.h"
#include "kompass-text-bar.h"

/* A pause in typing, after which counts and gaps are told anew. */
#define PAUSE_MS 400

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

static const KompassSection *
find_section (KompassReportView *self,
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

static const KompassSection *
get_current (KompassReportView *self)
{
  return find_section (self, self->section);
}

static gboolean
has_text (const KompassSection *section)
{
  return section->kind != KOMPASS_SECTION_SCORES && section->kind != KOMPASS_SECTION_FACTS;
}

/* Anchors on the pages are sections, or headings and rows in them. */
static const KompassSection *
find_section_of_anchor (KompassReportView  *self,
                        const char         *anchor,
                        const char        **rest)
{
  for (guint i = 0; self->sections != NULL && i < self->sections->len; i++)
    {
      const KompassSection *section = g_ptr_array_index (self->sections, i);
      gsize length = strlen (section->id);

      if (g_str_has_prefix (anchor, section->id) && (anchor[length] == '\0' || anchor[length] == '/'))
        {
          *rest = anchor[length] == '/' ? anchor + length + 1 : "";
          return section;
        }
    }

  return NULL;
}

/* The paragraph of the heading that comes as the N:th, from 1; -1 where there is none. */
static int
find_heading (KompassText *text,
              guint        n)
{
  for (guint i = 0; i < kompass_text_get_n_paragraphs (text); i++)
    if (kompass_text_get_paragraph (text, i)->kind == KOMPASS_PARAGRAPH_HEADING && --n == 0)
      return (int) i;

  return -1;
}

/* How many headings stand at or above a paragraph. */
static guint
count_headings (KompassText *text,
                guint        paragraph)
{
  guint n = 0;

  for (guint i = 0; i <= paragraph && i < kompass_text_get_n_paragraphs (text); i++)
    n += kompass_text_get_paragraph (text, i)->kind == KOMPASS_PARAGRAPH_HEADING;

  return n;
}

/* Showing */

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
  g_autofree char *text = !has_text (section)    ? g_strdup (list)
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

/* What is said of the section, not what is written in it. */
static void
update_words (KompassReportView *self)
{
  const KompassSection *section = get_current (self);

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
  update_words (self);

  return G_SOURCE_REMOVE;
}

static void
queue_words (KompassReportView *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (PAUSE_MS, update_words_cb, self);
}

static GtkWidget *
get_about_row (KompassReportView *self,
               KompassAbout       about)
{
  GtkWidget * const rows[KOMPASS_N_ABOUT] = { self->performed, self->interviews, self->evaluators };

  return rows[about];
}

static void
show_about (KompassReportView *self,
            KompassReport     *report)
{
  for (guint i = 0; i < KOMPASS_N_ABOUT; i++)
    {
      GtkEditable *row = GTK_EDITABLE (get_about_row (self, (KompassAbout) i));
      const char *value = kompass_report_get_about (report, (KompassAbout) i);

      if (strcmp (gtk_editable_get_text (row), value) != 0)
        gtk_editable_set_text (row, value);
    }
}

/* What is written, as the report has it now. */
static void
show_contents (KompassReportView *self)
{
  KompassReport *report = kompass_report_session_get_report (self->session);
  const KompassSection *section = get_current (self);

  if (report == NULL || section == NULL)
    return;
  self->is_settling = TRUE;
  if (has_text (section))
    kompass_text_editor_set_text (self->editor, kompass_report_get_text (report, section->id));
  show_about (self, report);
  self->is_settling = FALSE;
  kompass_comparisons_set_ids (self->comparisons, kompass_report_get_comparisons (report));
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
      return _("Begin with the area in general. A line of its own can be made a heading with Ctrl+1.");
    case KOMPASS_SECTION_SCORES:
    case KOMPASS_SECTION_FACTS:
    default:
      return NULL;
    }
}

static void
show_parts (KompassReportView    *self,
            const KompassSection *section)
{
  g_autofree char *title = kompass_chart_words_add_hyphens (section->title);

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->section_label), section->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->section_button), GTK_ACCESSIBLE_PROPERTY_LABEL, section->title, -1);
  kompass_report_sheet_set_has_text (self->sheet, has_text (section));
  gtk_widget_set_visible (adw_bin_get_child (self->bar_place), has_text (section));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.history", has_text (section));
  gtk_widget_set_visible (self->about, section->kind == KOMPASS_SECTION_EVALUATION);
  gtk_widget_set_visible (self->comparison, section->kind == KOMPASS_SECTION_SUMMARY);
  gtk_widget_set_visible (GTK_WIDGET (self->findings), section->kind == KOMPASS_SECTION_AREA);
  gtk_widget_set_visible (GTK_WIDGET (self->facts), section->kind == KOMPASS_SECTION_FACTS);
  gtk_widget_set_visible (self->scores, section->kind == KOMPASS_SECTION_SCORES);
  kompass_text_editor_set_title (self->editor, section->title);
  kompass_text_editor_set_hint (self->editor, get_hint (section));
}

/* Another section: its text has nothing to undo yet, and begins at its beginning. */
static void
show_section (KompassReportView *self)
{
  const KompassSection *section = get_current (self);
  g_autoptr (KompassText) nothing = NULL;

  if (section == NULL)
    return;
  nothing = kompass_text_new ();
  self->is_settling = TRUE;
  kompass_text_editor_set_text (self->editor, nothing);
  self->is_settling = FALSE;
  show_parts (self, section);
  show_contents (self);
  kompass_findings_view_set_area (self->findings, section->kind == KOMPASS_SECTION_AREA ? (int) section->area : -1);
  kompass_report_sheet_scroll_to_top (self->sheet);
  kompass_report_outline_select (self->outline, section->id);
  kompass_report_outline_select (self->narrow_outline, section->id);
  update_words (self);
  g_signal_emit (self, signals[STEPS_CHANGED], 0);
}

/* After what was written in the one before has been saved */
static gboolean
change_section (KompassReportView *self,
                const char        *section)
{
  if (find_section (self, section) == NULL || g_strcmp0 (self->section, section) == 0)
    return FALSE;
  kompass_report_view_save (self, NULL);
  g_free (self->section);
  self->section = g_strdup (section);
  g_settings_set_string (self->settings, "report-section", section);
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
  if (change_section (self, section))
    kompass_report_preview_show (self->preview, section, TRUE);
}

const char *
kompass_report_view_get_section (KompassReportView *self)
{
  return self->section;
}

/* Writing */

static void
collect_cb (KompassReportView *self)
{
  const KompassSection *section = get_current (self);

  if (section == NULL)
    return;
  if (has_text (section))
    {
      g_autoptr (KompassText) text = kompass_text_editor_get_text (self->editor);

      kompass_report_session_write_text (self->session, section->id, text);
    }
  if (section->kind != KOMPASS_SECTION_EVALUATION)
    return;
  for (guint i = 0; i < KOMPASS_N_ABOUT; i++)
    kompass_report_session_write_about (self->session, (KompassAbout) i,
                                        gtk_editable_get_text (GTK_EDITABLE (get_about_row (self, (KompassAbout) i))));
}

/* The page that is written on is to be seen. */
static void
follow_caret (KompassReportView *self)
{
  const KompassSection *section = get_current (self);
  KompassReport *report = kompass_report_session_get_report (self->session);
  guint paragraph, n_headings;
  g_autofree char *anchor = NULL;

  if (section == NULL || report == NULL)
    return;
  paragraph = kompass_text_editor_get_paragraph (self->editor);
  n_headings = has_text (section) ? count_headings (kompass_report_get_text (report, section->id), paragraph) : 0;
  anchor = n_headings > 0 ? g_strdup_printf ("%s/%u", section->id, n_headings) : g_strdup (section->id);
  kompass_report_preview_show (self->preview, anchor, FALSE);
}

static void
edited_cb (KompassReportView *self)
{
  g_signal_emit (self, signals[STEPS_CHANGED], 0);
  if (self->is_settling)
    return;
  kompass_report_session_touch (self->session);
}

static void
paragraph_changed_cb (KompassReportView *self)
{
  if (!self->is_settling && gtk_widget_get_mapped (GTK_WIDGET (self)))
    follow_caret (self);
}

static void
about_changed_cb (KompassReportView *self)
{
  if (!self->is_settling && self->session != NULL)
    kompass_report_session_touch (self->session);
}

/* The pages and the outline follow whatever is written, here and in the lists. */
static void
touched_cb (KompassReportView *self)
{
  kompass_report_preview_queue (self->preview);
  queue_words (self);
}

static void
session_changed_cb (KompassReportView *self)
{
  show_contents (self);
  update_words (self);
}

static void
state_changed_cb (KompassReportView *self)
{
  KompassReportState state = kompass_report_session_get_state (self->session);
  const char *reason = kompass_report_session_get_problem (self->session);
  /* Translators: %s is why */
  g_autofree char *problem = g_strdup_printf (_("What you write is not saved yet: %s It is kept here and tried again."),
                                              reason != NULL ? reason : "");

  gtk_label_set_label (GTK_LABEL (self->status), state == KOMPASS_REPORT_SAVED     ? _("Saved")
                                                 : state == KOMPASS_REPORT_UNSAVED ? _("Changed")
                                                                                   : _("Not saved"));
  gtk_label_set_label (GTK_LABEL (self->problem_label), problem);
  gtk_widget_set_visible (self->problem, state == KOMPASS_REPORT_FAILED);
}

static void
conflict_cb (KompassReportView *self,
             const char        *section)
{
  const KompassSection *found = find_section (self, section);
  g_autofree char *words = NULL;

  if (found == NULL)
    return;
  /* Translators: %s is a section of the report */
  words = g_strdup_printf (_("%s was also changed elsewhere. Your text is saved; the other is among the earlier versions."),
                           found->title);
  g_signal_emit (self, signals[CONFLICT], 0, words, section);
}

static void
failed_cb (KompassReportView *self,
           const GError      *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
deleted_cb (KompassReportView *self,
            const char        *words)
{
  g_signal_emit (self, signals[DELETED], 0, words);
}

static void
try_again_cb (KompassReportView *self)
{
  kompass_report_session_flush (self->session, NULL);
}

/* Moving about */

/* As soon as what has just been shown has its place. */
static gboolean
focus_rest_cb (GtkWidget     *rest,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  KompassReportView *self = user_data;
  GtkRoot *root = gtk_widget_get_root (rest);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!gtk_widget_get_mapped (rest))
    return G_SOURCE_CONTINUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self->facts)))
    gtk_widget_grab_focus (GTK_WIDGET (self->facts));
  else if (focus == NULL || !gtk_widget_is_ancestor (focus, rest))
    gtk_widget_child_focus (rest, GTK_DIR_TAB_FORWARD);

  return G_SOURCE_REMOVE;
}

static void
write_section (KompassReportView *self,
               const char        *section,
               int                paragraph)
{
  const KompassSection *current;

  kompass_report_view_show_section (self, section);
  current = get_current (self);
  if (current == NULL)
    return;
  if (has_text (current))
    {
      if (paragraph >= 0)
        kompass_text_editor_go_to (self->editor, (guint) paragraph);
      gtk_widget_grab_focus (GTK_WIDGET (self->editor));
    }
  else
    gtk_widget_add_tick_callback (self->rest, focus_rest_cb, self, NULL);
}

static void
chosen_cb (KompassReportView *self,
           const char        *section)
{
  kompass_report_view_show_section (self, section);
}

/* What was looked at in the menu and not opened is not what is written. */
static void
popover_shown_cb (KompassReportView *self)
{
  kompass_report_outline_select (self->narrow_outline, self->section);
  kompass_report_view_update_outlines (self);
}

static void
activated_cb (KompassReportView *self,
              const char        *section,
              int                paragraph)
{
  gtk_popover_popdown (GTK_POPOVER (self->section_popover));
  write_section (self, section, paragraph);
}

static void
preview_activated_cb (KompassReportView *self,
                      const char        *anchor)
{
  const char *rest;
  const KompassSection *section = find_section_of_anchor (self, anchor, &rest);
  KompassText *text;
  int heading;

  if (section == NULL)
    return;
  text = kompass_report_get_text (kompass_report_session_get_report (self->session), section->id);
  heading = *rest != '\0' ? find_heading (text, (guint) g_ascii_strtoull (rest, NULL, 10)) : -1;
  /* The pages stay where they were clicked. */
  change_section (self, section->id);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  write_section (self, section->id, heading);
}

static void
go_to_section (KompassReportView *self,
               int                direction)
{
  guint index;

  if (self->sections == NULL || !g_ptr_array_find (self->sections, get_current (self), &index) ||
      (direction < 0 && index == 0) || (direction > 0 && index + 1 >= self->sections->len))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  write_section (self, ((KompassSection *) g_ptr_array_index (self->sections, index + direction))->id, -1);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                KompassReportView     *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean is_page = keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_Page_Down || keyval == GDK_KEY_KP_Page_Up ||
                     keyval == GDK_KEY_KP_Page_Down;

  if (is_page && modifiers == GDK_ALT_MASK)
    go_to_section (self, keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_KP_Page_Up ? -1 : 1);
  else if (keyval == GDK_KEY_F6 && (modifiers & ~GDK_SHIFT_MASK) == 0)
    kompass_report_view_go_to_pane (self, modifiers == GDK_SHIFT_MASK ? -1 : 1);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/* Actions */

static void
restored_cb (KompassReportView *self,
             const char        *section,
             KompassText       *text)
{
  kompass_report_view_show_section (self, section);
  kompass_report_session_write_text (self->session, section, text);
  kompass_report_session_flush (self->session, NULL);
  session_changed_cb (self);
  kompass_report_preview_queue (self->preview);
}

static void
history_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  KompassReportView *self = KOMPASS_REPORT_VIEW (widget);
  const KompassSection *section = get_current (self);
  GtkWidget *dialog;

  if (section == NULL || !has_text (section))
    return;
  kompass_report_session_flush (self->session, NULL);
  dialog = kompass_report_history_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                       kompass_report_session_get_library (self->session), self->evaluation, section);
  g_signal_connect_object (dialog, "restored", G_CALLBACK (restored_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
standard_text_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  KompassReportView *self = KOMPASS_REPORT_VIEW (widget);
  g_autoptr (KompassText) text = kompass_report_create_standard_introduction ();

  kompass_text_editor_insert_text (self->editor, text);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  update_words (self);
}

/* What the report compares with is stored with it; what the other views compare with is not asked. */
static void
add_comparison_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  kompass_comparisons_add (KOMPASS_REPORT_VIEW (widget)->comparisons, g_variant_get_string (parameter, NULL));
}

static void
remove_comparison_cb (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  kompass_comparisons_remove (KOMPASS_REPORT_VIEW (widget)->comparisons, g_variant_get_string (parameter, NULL));
}

static void
comparisons_chosen_cb (KompassReportView *self)
{
  g_auto (GStrv) ids = kompass_comparisons_list_ids (self->comparisons);

  kompass_report_session_set_comparisons (self->session, (const char * const *) ids);
}

/* Marks are those of the radar that the summary has. */
static void
comparisons_changed_cb (KompassReportView *self)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (KompassChart) chart = NULL;

  if (self->evaluation == NULL)
    return;
  for (guint i = 0; i < kompass_comparisons_get_n (self->comparisons); i++)
    if (kompass_comparisons_get (self->comparisons, i) != NULL)
      g_ptr_array_add (others, kompass_comparisons_get (self->comparisons, i));
  chart = kompass_chart_builder_radar (self->evaluation, (KompassComparison * const *) others->pdata, others->len, NULL);
  kompass_comparison_bar_update (self->comparison_bar, chart);
}

/* Class functions */

static gboolean
kompass_report_view_grab_focus (GtkWidget *widget)
{
  KompassReportView *self = KOMPASS_REPORT_VIEW (widget);
  const KompassSection *section = get_current (self);

  if (section != NULL && has_text (section))
    return gtk_widget_grab_focus (GTK_WIDGET (self->editor));

  return gtk_widget_child_focus (self->rest, GTK_DIR_TAB_FORWARD);
}

static void
kompass_report_view_dispose (GObject *object)
{
  KompassReportView *self = KOMPASS_REPORT_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->fold_source, g_source_remove);
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
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "report.history", NULL, history_cb },
    { "report.standard-text", NULL, standard_text_cb },
    /* What the bar of comparisons asks the window for is, in this view, about the report's. */
    { "win.add-comparison", "s", add_comparison_cb },
    { "win.remove-comparison", "s", remove_comparison_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}

static void
kompass_report_view_class_init (KompassReportViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kompass_report_view_dispose;
  object_class->finalize = kompass_report_view_finalize;
  widget_class->grab_focus = kompass_report_view_grab_focus;
  install_signals (G_TYPE_FROM_CLASS (klass));
  install_actions (widget_class);

  g_type_ensure (KOMPASS_TYPE_COMPARISON_BAR);
  g_type_ensure (KOMPASS_TYPE_FINDINGS_VIEW);
  g_type_ensure (KOMPASS_TYPE_KEY_FACTS);
  g_type_ensure (KOMPASS_TYPE_REPORT_OUTLINE);
  g_type_ensure (KOMPASS_TYPE_REPORT_PREVIEW);
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
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, about_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, deleted_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
}

static void
kompass_report_view_init (KompassReportView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  kompass_style_set_menu (self->menu_button, self->menu);
  kompass_report_sheet_set_parts (self->sheet, self->head, self->rest);
  self->editor = kompass_report_sheet_get_editor (self->sheet);
  adw_bin_set_child (self->bar_place, kompass_text_bar_new (self->editor));
  for (guint i = 0; i < KOMPASS_N_ABOUT; i++)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (get_about_row (self, (KompassAbout) i)),
                                   kompass_about_get_title ((KompassAbout) i));
  kompass_style_complete_names (self->about, _("The evaluation"));
  gtk_event_controller_set_name (keys, "report-keys");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
connect_session (KompassReportView *self)
{
  g_signal_connect_object (self->session, "collect", G_CALLBACK (collect_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "touched", G_CALLBACK (touched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "state-changed", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "conflict", G_CALLBACK (conflict_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
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
  connect_session (self);
  kompass_findings_view_set_session (self->findings, self->session);
  kompass_key_facts_set_session (self->facts, self->session);
  kompass_report_preview_set_session (self->preview, self->session, settings);
  self->comparisons = kompass_comparisons_new (NULL);
  kompass_comparisons_set_library (self->comparisons, library);
  g_signal_connect_object (self->comparisons, "changed", G_CALLBACK (comparisons_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->comparisons, "chosen", G_CALLBACK (comparisons_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->comparisons, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  kompass_comparison_bar_set_comparisons (self->comparison_bar, self->comparisons);
  g_signal_connect_object (self->editor, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "notify::paragraph", G_CALLBACK (paragraph_changed_cb), self, G_CONNECT_SWAPPED);
  kompass_report_view_init_panes (self);
  state_changed_cb (self);

  return self;
}

/* Figures follow the scores; the number of areas the edition. */
static void
evaluation_changed_cb (KompassReportView *self)
{
  update_words (self);
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
  kompass_findings_view_set_area (self->findings, -1);
  kompass_report_session_set_evaluation (self->session, evaluation);
  kompass_comparisons_set_evaluation (self->comparisons, evaluation);
  kompass_text_editor_set_evaluation (self->editor, evaluation);
  if (evaluation == NULL)
    return;
  g_signal_connect_object (evaluation, "changed", G_CALLBACK (evaluation_changed_cb), self, G_CONNECT_SWAPPED);
  self->sections = kompass_report_create_sections (evaluation);
  if (get_current (self) == NULL)
    {
      g_free (self->section);
      self->section = g_strdup (((KompassSection *) g_ptr_array_index (self->sections, 0))->id);
    }
  show_section (self);
  kompass_report_preview_show (self->preview, self->section, TRUE);
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

/* Steps of the text are taken back while it has the keyboard. */
static gboolean
is_writing (KompassReportView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->editor));
}

gboolean
kompass_report_view_can_undo (KompassReportView *self)
{
  return is_writing (self) && kompass_text_editor_get_can_undo (self->editor);
}

gboolean
kompass_report_view_can_redo (KompassReportView *self)
{
  return is_writing (self) && kompass_text_editor_get_can_redo (self->editor);
}

/**
 * kompass_report_view_undo:
 * @self: a view
 *
 * Takes back a step of the text that is being written.
 *
 * Returns: %FALSE if there is none
 */
gboolean
kompass_report_view_undo (KompassReportView *self)
{
  if (!kompass_report_view_can_undo (self))
    return FALSE;
  kompass_text_editor_undo (self->editor);

  return TRUE;
}

/**
 * kompass_report_view_redo:
 * @self: a view
 *
 * Does a step of the text again.
 *
 * Returns: %FALSE if there is none
 */
gboolean
kompass_report_view_redo (KompassReportView *self)
{
  if (!kompass_report_view_can_redo (self))
    return FALSE;
  kompass_text_editor_redo (self->editor);

  return TRUE;
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

KompassReportPreview *
kompass_report_view_get_preview (KompassReportView *self)
{
  return self->preview;
}
