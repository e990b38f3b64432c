/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pane beside the matrix: what is compared with, the live profile and its sentence, and what is known of the line
 * with the keyboard. */
#include "kompass-profile-pane.h"

#include <glib/gi18n-lib.h>

#include "config.h"
#include "kompass-chart-area.h"
#include "kompass-chart-builder.h"
#include "kompass-comparison-chooser.h"
#include "kompass-comparison.h"
#include "kompass-printed-check.h"
#include "kompass-style.h"

/* In the order of the kinds in the .ui file. */
typedef enum
{
  KIND_RADAR,
  KIND_BARS,
  KIND_QUESTION_BARS,
} Kind;

typedef enum
{
  DETAIL_POINTS,
  DETAIL_PRINTED,
  DETAIL_REFERENCE,
  DETAIL_CHANGED,
  N_DETAILS,
} Detail;

struct _KompassProfilePane
{
  GtkWidget parent_instance;

  GtkWidget *compare_label;
  GtkWidget *compare;
  GtkWidget *save_button;
  GMenuModel *save_menu;
  GtkWidget *chart_tools;
  GtkWidget *kind;
  GtkWidget *stack;
  GtkWidget *reason;
  GtkWidget *sentence;
  GtkWidget *origin;
  GtkWidget *line_title;
  GtkWidget *details;
  GtkWidget *names[N_DETAILS];
  GtkWidget *values[N_DETAILS];
  KompassChartArea *chart;
  KompassLibrary *library;
  KompassEvaluation *evaluation;
  KompassComparisons *comparisons;
  KompassComparison *comparison; /* the first of them */
  KompassProfile *reference;     /* its figures in the edition of the evaluation */
  KompassLine *line;
};

enum
{
  LINE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassProfilePane, kompass_profile_pane, GTK_TYPE_WIDGET)

/* The area that the line with the keyboard belongs to. */
static guint
get_current_area (KompassProfilePane *self)
{
  KompassEdition *edition = kompass_evaluation_get_edition (self->evaluation);

  if (self->line == NULL || edition == NULL)
    return 0;
  switch (kompass_line_get_kind (self->line))
    {
    case KOMPASS_LINE_AREA:
      return kompass_line_get_index (self->line);
    case KOMPASS_LINE_QUESTION:
      return kompass_edition_get_question (edition, kompass_line_get_index (self->line))->area;
    case KOMPASS_LINE_TOTAL:
    default:
      return 0;
    }
}

static Kind
get_kind (KompassProfilePane *self)
{
  Kind kind = (Kind) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));

  if (kind == KIND_QUESTION_BARS && kompass_evaluation_get_depth (self->evaluation) != KOMPASS_DEPTH_QUESTIONS)
    return KIND_BARS;

  return kind;
}

static KompassChart *
build_chart (KompassProfilePane  *self,
             GError             **error)
{
  guint n_others = self->reference != NULL ? 1 : 0;

  switch (get_kind (self))
    {
    case KIND_BARS:
      return kompass_chart_builder_bars (self->evaluation, &self->comparison, n_others, -1, error);
    case KIND_QUESTION_BARS:
      return kompass_chart_builder_bars (self->evaluation, &self->comparison, n_others, (int) get_current_area (self), error);
    case KIND_RADAR:
    default:
      return kompass_chart_builder_radar (self->evaluation, &self->comparison, n_others, error);
    }
}

static void
show_sentence (KompassProfilePane *self)
{
  g_autofree char *current = NULL;
  g_autofree char *sentence = NULL;

  g_object_get (self->chart, "current-text", &current, NULL);
  if (self->evaluation == NULL)
    return;
  if (current == NULL)
    sentence = kompass_compare_describe (self->evaluation, &self->comparison, self->reference != NULL ? 1 : 0);
  gtk_label_set_label (GTK_LABEL (self->sentence), current != NULL ? current : sentence);
}

static void
update_chart (KompassProfilePane *self)
{
  g_autoptr (KompassChart) chart = NULL;
  g_autoptr (GError) error = NULL;

  if (self->evaluation == NULL)
    return;
  chart = build_chart (self, &error);
  kompass_chart_area_set_chart (self->chart, chart);
  gtk_label_set_label (GTK_LABEL (self->reason), error != NULL ? error->message : "");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), chart != NULL ? "chart" : "none");
  /* An area may have no chart of its questions while there is one of the areas to go back to. */
  gtk_widget_set_visible (self->chart_tools, chart != NULL || get_kind (self) == KIND_QUESTION_BARS);
  show_sentence (self);
}

static void
update_reference (KompassProfilePane *self)
{
  g_autofree char *name = self->reference != NULL ? kompass_profile_get_display_name (self->reference) : NULL;
  g_autofree char *origin = self->reference != NULL ? kompass_profile_describe_origin (self->reference) : NULL;
  /* Translators: what the evaluation is compared with */
  g_autofree char *label = name != NULL ? g_strdup_printf (_("Compared with: %s"), name) : g_strdup (_("Compare with…"));

  gtk_label_set_label (GTK_LABEL (self->compare_label), name != NULL ? name : label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->compare), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (self->compare, label);
  gtk_label_set_label (GTK_LABEL (self->origin), origin != NULL ? origin : "");
  gtk_widget_set_visible (self->origin, origin != NULL);
}

/* Details of the line with the keyboard */

static void
set_detail (KompassProfilePane *self,
            Detail              detail,
            const char         *value)
{
  gtk_label_set_label (GTK_LABEL (self->values[detail]), value != NULL ? value : "");
  gtk_widget_set_visible (self->names[detail], value != NULL);
  gtk_widget_set_visible (self->values[detail], value != NULL);
}

/* What cannot be right comes before what only looks odd. */
static char *
explain_printed (KompassProfilePane *self)
{
  g_autoptr (GPtrArray) items = kompass_check_printed (self->evaluation);
  g_autofree char *finding = kompass_check_explain_line (items, kompass_line_get_number (self->line), NULL, NULL);
  g_autofree char *deviation = kompass_line_explain_printed (self->line,
                                                             kompass_evaluation_get_decimals (self->evaluation));

  if (finding != NULL && deviation != NULL)
    return g_strjoin (" ", finding, deviation, NULL);

  return g_strdup (finding != NULL ? finding : deviation);
}

static char *
describe_printed (KompassProfilePane *self)
{
  const KompassPrinted *printed = kompass_line_get_printed (self->line);
  char *explanation = explain_printed (self);
  g_autofree char *points = NULL;
  g_autofree char *percent = NULL;

  if (explanation != NULL)
    return explanation;
  /* Where points are typed on the line itself, they are the points above, whether printed or not. */
  if (kompass_line_get_editable (self->line) && kompass_line_get_kind (self->line) != KOMPASS_LINE_QUESTION)
    return NULL;
  if (printed->points == KOMPASS_POINTS_UNKNOWN && printed->percent == KOMPASS_PERCENT_UNKNOWN)
    return NULL;
  points = kompass_points_format (printed->points, kompass_evaluation_get_decimals (self->evaluation));
  percent = kompass_percent_format (printed->percent);
  if (printed->points == KOMPASS_POINTS_UNKNOWN)
    return kompass_line_get_figures (self->line)->points == KOMPASS_POINTS_UNKNOWN
               ? g_strdup (percent)
               : g_strdup_printf (_("%s – agrees"), percent);
  if (printed->percent == KOMPASS_PERCENT_UNKNOWN)
    return g_strdup (points);

  return g_strdup_printf (_("%s · %s – agrees"), points, percent);
}

static char *
describe_reference (KompassProfilePane *self)
{
  KompassPoints difference;
  KompassPoints points = kompass_compare_line (self->evaluation, self->reference, self->line, &difference);
  g_autofree char *points_text = NULL;
  g_autofree char *difference_text = NULL;

  if (points == KOMPASS_POINTS_UNKNOWN)
    return NULL;
  points_text = kompass_points_format (points, kompass_profile_get_decimals (self->reference));
  difference_text = kompass_points_format_difference (difference,
                                                      kompass_compare_decimals (self->evaluation, self->reference));

  return g_strdup_printf ("%s (%s)", points_text, difference_text);
}

static char *
describe_change (KompassProfilePane *self)
{
  g_autoptr (KompassChange) change = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *time = NULL;

  if (!kompass_line_get_editable (self->line))
    return NULL;
  change = kompass_library_find_last_change (self->library, kompass_evaluation_get_id (self->evaluation), self->line);
  if (change == NULL || change->time == NULL)
    return NULL;
  local = g_date_time_to_local (change->time);
  /* Translators: date and time of the last change of a score, see the manual of g_date_time_format() */
  time = g_date_time_format (local, C_("date and time", "%e %B %Y, %H:%M"));

  /* Translators: when a score was changed last, from what to what, by whom */
  return g_strdup_printf (_("%s: %s (%s)"), g_strstrip (time), change->label, change->author);
}

static void
clear_details (KompassProfilePane *self)
{
  gtk_label_set_label (GTK_LABEL (self->line_title), "");
  for (guint i = 0; i < N_DETAILS; i++)
    set_detail (self, (Detail) i, NULL);
}

static void
update_details (KompassProfilePane *self)
{
  g_autofree char *title = NULL;
  g_autofree char *points = NULL;
  g_autofree char *printed = NULL;
  g_autofree char *reference = NULL;
  g_autofree char *changed = NULL;

  if (self->line == NULL || self->evaluation == NULL)
    {
      clear_details (self);
      return;
    }
  title = kompass_line_get_kind (self->line) == KOMPASS_LINE_TOTAL
              ? g_strdup (_("Total"))
              : g_strdup_printf ("%s %s", kompass_line_get_number (self->line), kompass_line_get_text (self->line));
  points = kompass_line_describe_points (self->line, kompass_evaluation_get_decimals (self->evaluation));
  printed = describe_printed (self);
  reference = describe_reference (self);
  changed = describe_change (self);
  gtk_label_set_label (GTK_LABEL (self->line_title), title);
  set_detail (self, DETAIL_POINTS, points);
  set_detail (self, DETAIL_PRINTED, printed);
  set_detail (self, DETAIL_REFERENCE, reference);
  set_detail (self, DETAIL_CHANGED, changed);
}

/* Callbacks */

static void
kind_changed_cb (KompassProfilePane *self)
{
  update_chart (self);
}

static void
current_changed_cb (KompassProfilePane *self)
{
  show_sentence (self);
}

static void
activated_cb (KompassProfilePane *self,
              guint               series,
              guint               category)
{
  KompassEdition *edition = kompass_evaluation_get_edition (self->evaluation);
  KompassLine *line = NULL;

  if (get_kind (self) != KIND_QUESTION_BARS)
    line = kompass_evaluation_get_area_line (self->evaluation, category);
  else
    line = kompass_evaluation_get_question_line (
        self->evaluation, kompass_edition_get_area (edition, get_current_area (self))->first_question + category);
  if (line != NULL)
    g_signal_emit (self, signals[LINE_ACTIVATED], 0, line);
}

static void
evaluation_changed_cb (KompassProfilePane *self)
{
  update_chart (self);
  update_details (self);
}

/* Few windows are opened to compare with something else. */
static void
make_chooser_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  KompassProfilePane *self = user_data;
  GtkWidget *chooser;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  chooser = g_object_new (KOMPASS_TYPE_COMPARISON_CHOOSER, NULL);
  kompass_comparison_chooser_set_comparisons (KOMPASS_COMPARISON_CHOOSER (chooser), self->comparisons);
  gtk_menu_button_set_popover (button, chooser);
}

static void
kompass_profile_pane_dispose (GObject *object)
{
  KompassProfilePane *self = KOMPASS_PROFILE_PANE (object);
  GtkWidget *child;

  if (self->evaluation != NULL)
    g_signal_handlers_disconnect_by_data (self->evaluation, self);
  g_clear_object (&self->evaluation);
  if (self->comparisons != NULL)
    g_signal_handlers_disconnect_by_data (self->comparisons, self);
  g_clear_object (&self->comparisons);
  g_clear_object (&self->comparison);
  g_clear_object (&self->reference);
  g_clear_object (&self->line);
  g_clear_object (&self->library);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (kompass_profile_pane_parent_class)->dispose (object);
}

static void
kompass_profile_pane_class_init (KompassProfilePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kompass_profile_pane_dispose;

  /**
   * KompassProfilePane::line-activated:
   * @line: a line of the evaluation
   *
   * The mark of that line was activated in the chart.
   */
  signals[LINE_ACTIVATED] = g_signal_new ("line-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, KOMPASS_TYPE_LINE);

  g_type_ensure (KOMPASS_TYPE_CHART_AREA);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/kompass-profile-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, KompassProfilePane, compare);
  gtk_widget_class_bind_template_child (widget_class, KompassProfilePane, compare_label);
  gtk_widget_class_bind_template_child (widget_class, KompassProfilePane, save_button);
  gtk_widget_class_bind_template_child (widget_class, KompassProfilePane, save_menu);
  gtk_widget_class_bind_template_child (widget_class, KompassProfilePane, chart_tools);
  gtk_widget_class_bind_template_child (widget_class, KompassProfilePane, kind);
  gtk_widget_class_bind_template_child (widget_class, KompassProfilePane, stack);
  gtk_widget_class_bind_template_child (widget_class, KompassProfilePane, reason);
  gtk_widget_class_bind_template_child (widget_class, KompassProfilePane, sentence);
  gtk_widget_class_bind_template_child (widget_class, KompassProfilePane, origin);
  gtk_widget_class_bind_template_child (widget_class, KompassProfilePane, line_title);
  gtk_widget_class_bind_template_child (widget_class, KompassProfilePane, details);
  gtk_widget_class_bind_template_child (widget_class, KompassProfilePane, chart);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, current_changed_cb);
}

static void
kompass_profile_pane_init (KompassProfilePane *self)
{
  static const char * const names[N_DETAILS] = { N_("Points"), N_("Printed"), N_("Reference"), N_("Last changed") };

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_DETAILS; i++)
    {
      self->names[i] = g_object_new (GTK_TYPE_LABEL, "label", _(names[i]), "xalign", 0.0f, "yalign", 0.0f, NULL);
      gtk_widget_add_css_class (self->names[i], "out-of");
      gtk_grid_attach (GTK_GRID (self->details), self->names[i], 0, (int) i, 1, 1);
      self->values[i] = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "hexpand", TRUE, NULL);
      gtk_widget_add_css_class (self->values[i], "numeric");
      gtk_grid_attach (GTK_GRID (self->details), self->values[i], 1, (int) i, 1, 1);
    }
  kompass_style_name_parts (self->kind, _("Kind of chart"));
  kompass_style_set_menu (self->save_button, self->save_menu);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->compare), make_chooser_cb, self, NULL);
  update_reference (self);
  clear_details (self);
}

/**
 * kompass_profile_pane_set_library:
 * @self: a pane
 * @library: where what can be compared with, and the log, are read
 */
void
kompass_profile_pane_set_library (KompassProfilePane *self,
                                  KompassLibrary     *library)
{
  g_set_object (&self->library, library);
}

/**
 * kompass_profile_pane_set_evaluation:
 * @self: a pane
 * @evaluation: (nullable): the evaluation to show
 *
 * The chart is drawn when the pane's comparisons are of that evaluation, too.
 */
void
kompass_profile_pane_set_evaluation (KompassProfilePane *self,
                                     KompassEvaluation  *evaluation)
{
  if (self->evaluation == evaluation)
    return;
  if (self->evaluation != NULL)
    g_signal_handlers_disconnect_by_data (self->evaluation, self);
  g_clear_object (&self->line);
  g_clear_object (&self->comparison);
  g_clear_object (&self->reference);
  g_set_object (&self->evaluation, evaluation);
  clear_details (self);
  if (evaluation == NULL)
    return;
  g_signal_connect_object (evaluation, "changed", G_CALLBACK (evaluation_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (evaluation, "notify::title", G_CALLBACK (evaluation_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
comparisons_changed_cb (KompassProfilePane *self)
{
  KompassComparison *first = kompass_comparisons_get_n (self->comparisons) > 0 ? kompass_comparisons_get (self->comparisons, 0)
                                                                               : NULL;

  if (kompass_comparisons_can_wait (self->comparisons))
    return;
  g_set_object (&self->comparison, first);
  g_set_object (&self->reference, kompass_comparisons_get_reference (self->comparisons));
  update_reference (self);
  update_chart (self);
  update_details (self);
}

/**
 * kompass_profile_pane_set_comparisons:
 * @self: a pane
 * @comparisons: what the evaluation is held against, of which the pane shows the first; set once
 */
void
kompass_profile_pane_set_comparisons (KompassProfilePane *self,
                                      KompassComparisons *comparisons)
{
  g_return_if_fail (self->comparisons == NULL);

  self->comparisons = g_object_ref (comparisons);
  g_signal_connect_object (comparisons, "changed", G_CALLBACK (comparisons_changed_cb), self, G_CONNECT_SWAPPED);
}

/* The matrix tells of its lines before and after the pane learns of another evaluation. */
static gboolean
has_line (KompassProfilePane *self,
          KompassLine        *line)
{
  for (guint i = 0; i < kompass_evaluation_get_n_lines (self->evaluation); i++)
    if (kompass_evaluation_get_line (self->evaluation, i) == line)
      return TRUE;

  return FALSE;
}

/**
 * kompass_profile_pane_set_line:
 * @self: a pane
 * @line: (nullable): the line with the keyboard
 */
void
kompass_profile_pane_set_line (KompassProfilePane *self,
                               KompassLine        *line)
{
  guint area;

  if (self->evaluation == NULL || self->line == line || (line != NULL && !has_line (self, line)))
    return;
  area = get_current_area (self);
  g_set_object (&self->line, line);
  update_details (self);
  if (get_kind (self) == KIND_QUESTION_BARS && area != get_current_area (self))
    update_chart (self);
}

/**
 * kompass_profile_pane_bind_settings:
 * @self: a pane
 * @settings: the program's settings
 *
 * Lets the kind of chart be remembered.
 */
void
kompass_profile_pane_bind_settings (KompassProfilePane *self,
                                    GSettings          *settings)
{
  g_settings_bind (settings, "chart-kind", self->kind, "selected", G_SETTINGS_BIND_DEFAULT);
}

/**
 * kompass_profile_pane_get_chart:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): the chart it shows
 */
KompassChart *
kompass_profile_pane_get_chart (KompassProfilePane *self)
{
  return kompass_chart_area_get_chart (self->chart);
}
