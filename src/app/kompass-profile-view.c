/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Profile view: what the evaluation is compared with, the chart, its sentence, the same figures as a table, and what
 * cannot be compared. */
#include "kompass-profile-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "config.h"
#include "kompass-chart-area.h"
#include "kompass-chart-builder.h"
#include "kompass-comparison-bar.h"
#include "kompass-heading.h"
#include "kompass-print.h"
#include "kompass-rounds.h"
#include "kompass-style.h"
#include "kompass-wrap-box.h"

/* Widths of the charts, at the usual size of text: wider, a radar would be higher than most windows, and bars would be
 * too long for the eye to follow. */
#define RADAR_WIDTH 640
#define CHART_WIDTH 860

/* In the order of the kinds in the .ui file. */
typedef enum
{
  KIND_RADAR,
  KIND_BARS,
  KIND_DOTS,
  KIND_DIFFERENCE,
  KIND_ROUNDS,
} Kind;

static const char * const kind_names[] = { "radar", "bars", "dots", "difference", "rounds" };

struct _KompassProfileView
{
  GtkWidget parent_instance;

  GtkWidget *title;
  GtkWidget *total;
  GtkWidget *out_of;
  GtkWidget *facts;
  KompassComparisonBar *bar;
  GtkWidget *kind;
  GtkWidget *area;
  GtkWidget *sorted;
  GtkWidget *stack;
  GtkWidget *chart_clamp;
  KompassChartArea *chart;
  GtkWidget *reason;
  GtkWidget *new_round;
  GtkWidget *sentence;
  GtkWidget *not_compared;
  GtkWidget *reasons;
  KompassFiguresView *figures;
  GtkWidget *notes;

  GSettings *settings;
  KompassComparisons *comparisons;
  KompassEvaluation *evaluation;
  KompassEdition *listed; /* whose areas the list of areas has */
  gboolean is_outdated;   /* something has changed while it was not seen */
  gboolean is_updating;
};

enum
{
  LINE_ACTIVATED,
  CHART_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassProfileView, kompass_profile_view, GTK_TYPE_WIDGET)

/* What is chosen */

static Kind
get_kind (KompassProfileView *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));

  return selected < G_N_ELEMENTS (kind_names) ? (Kind) selected : KIND_RADAR;
}

static gboolean
has_areas_to_choose (KompassProfileView *self)
{
  Kind kind = get_kind (self);

  return (kind == KIND_BARS || kind == KIND_DOTS || kind == KIND_DIFFERENCE) &&
         kompass_evaluation_get_depth (self->evaluation) == KOMPASS_DEPTH_QUESTIONS;
}

/* The list begins with all areas. */
static int
get_area (KompassProfileView *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->area));

  return has_areas_to_choose (self) && selected != GTK_INVALID_LIST_POSITION ? (int) selected - 1
                                                                             : KOMPASS_FIGURES_ALL_AREAS;
}

static gboolean
can_be_sorted (KompassProfileView *self)
{
  return get_kind (self) == KIND_DOTS || get_kind (self) == KIND_DIFFERENCE;
}

static gboolean
is_sorted (KompassProfileView *self)
{
  return can_be_sorted (self) && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->sorted));
}

static GPtrArray *
collect_comparisons (KompassProfileView *self)
{
  GPtrArray *comparisons = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < kompass_comparisons_get_n (self->comparisons); i++)
    if (kompass_comparisons_get (self->comparisons, i) != NULL)
      g_ptr_array_add (comparisons, g_object_ref (kompass_comparisons_get (self->comparisons, i)));

  return comparisons;
}

/* Rounds are not chosen: they are those of the municipality. */
typedef struct
{
  GPtrArray *evaluations;
  GPtrArray *mappings;
} Rounds;

static void
rounds_clear (Rounds *rounds)
{
  g_clear_pointer (&rounds->evaluations, g_ptr_array_unref);
  g_clear_pointer (&rounds->mappings, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rounds, rounds_clear)

static gboolean
load_rounds (KompassProfileView  *self,
             Rounds              *rounds,
             GError             **error)
{
  KompassLibrary *library = kompass_comparisons_get_library (self->comparisons);
  const char *municipality = kompass_evaluation_get_municipality_id (self->evaluation);

  rounds->evaluations = kompass_library_load_rounds_of (library, municipality, error);
  if (rounds->evaluations != NULL && rounds->evaluations->len < 2)
    g_set_error (error, KOMPASS_REPORT_ERROR, KOMPASS_REPORT_ERROR_NOTHING_TO_SHOW,
                 /* Translators: %s is a municipality */
                 _("There is one round of %s so far. With the next one this chart shows how it has developed."),
                 kompass_evaluation_get_municipality (self->evaluation));
  else if (rounds->evaluations != NULL)
    rounds->mappings = kompass_library_list_mappings (library, error);

  return rounds->mappings != NULL;
}

/* The evaluation itself is among its rounds, and is compared with the others. */
static GPtrArray *
collect_rounds (KompassProfileView *self,
                const Rounds       *loaded)
{
  GPtrArray *comparisons = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (KompassRounds) rounds = NULL;

  if (loaded->mappings == NULL)
    return comparisons;
  rounds = kompass_rounds_new (self->evaluation, loaded->evaluations, loaded->mappings);
  for (guint i = 0; i < kompass_rounds_get_n (rounds); i++)
    if (kompass_rounds_get_comparison (rounds, i) != NULL &&
        g_strcmp0 (kompass_evaluation_get_id (kompass_rounds_get_evaluation (rounds, i)),
                   kompass_evaluation_get_id (self->evaluation)) != 0)
      g_ptr_array_add (comparisons, g_object_ref (kompass_rounds_get_comparison (rounds, i)));

  return comparisons;
}

/* Showing */

static void
update_heading (KompassProfileView *self)
{
  g_autofree char *facts = kompass_heading_format_facts (self->evaluation);
  g_autofree char *total = kompass_heading_format_total (self->evaluation);
  g_autofree char *out_of = kompass_heading_format_out_of (self->evaluation);

  gtk_label_set_label (GTK_LABEL (self->title), kompass_evaluation_get_title (self->evaluation));
  gtk_label_set_markup (GTK_LABEL (self->facts), facts);
  gtk_label_set_label (GTK_LABEL (self->total), total);
  gtk_label_set_label (GTK_LABEL (self->out_of), out_of != NULL ? out_of : "");
  gtk_widget_set_visible (self->out_of, out_of != NULL);
}

static void
update_areas (KompassProfileView *self)
{
  KompassEdition *edition = kompass_evaluation_get_edition (self->evaluation);
  g_autoptr (GtkStringList) areas = NULL;

  if (edition == self->listed && gtk_drop_down_get_model (GTK_DROP_DOWN (self->area)) != NULL)
    return;
  g_set_object (&self->listed, edition);
  areas = gtk_string_list_new (NULL);
  gtk_string_list_append (areas, _("All areas"));
  for (guint i = 0; edition != NULL && i < kompass_edition_get_n_areas (edition); i++)
    {
      const KompassArea *area = kompass_edition_get_area (edition, i);

      gtk_string_list_take (areas, g_strdup_printf ("%u %s", area->number, area->title));
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->area), G_LIST_MODEL (areas));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->area), 0);
}

static KompassChart *
build_chart (KompassProfileView  *self,
             GPtrArray           *others,
             const Rounds        *rounds,
             GError             **error)
{
  KompassComparison * const *comparisons = (KompassComparison * const *) others->pdata;

  switch (get_kind (self))
    {
    case KIND_BARS:
      return kompass_chart_builder_bars (self->evaluation, comparisons, others->len, get_area (self), error);
    case KIND_DOTS:
      return kompass_chart_builder_dots (self->evaluation, comparisons, others->len, get_area (self), is_sorted (self), error);
    case KIND_DIFFERENCE:
      return kompass_chart_builder_difference (self->evaluation, comparisons, others->len, get_area (self), is_sorted (self),
                                               error);
    case KIND_ROUNDS:
      return kompass_chart_builder_rounds (self->evaluation, rounds->evaluations, rounds->mappings, error);
    case KIND_RADAR:
    default:
      return kompass_chart_builder_radar (self->evaluation, comparisons, others->len, error);
    }
}

static void
show_chart (KompassProfileView *self,
            KompassChart       *chart,
            const GError       *error)
{
  double scale = kompass_style_get_text_scale ();
  int width = (int) ((get_kind (self) == KIND_RADAR ? RADAR_WIDTH : CHART_WIDTH) * scale);

  kompass_chart_area_set_chart (self->chart, chart);
  adw_clamp_set_maximum_size (ADW_CLAMP (self->chart_clamp), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->chart_clamp), width);
  gtk_label_set_label (GTK_LABEL (self->reason), error != NULL ? error->message : "");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), chart != NULL ? "chart" : "none");
  gtk_widget_set_visible (self->new_round, get_kind (self) == KIND_ROUNDS);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->new_round), "s",
                                    kompass_evaluation_get_municipality_id (self->evaluation));
}

static void
append_reason (GString    *text,
               const char *name,
               const char *reason)
{
  /* Translators: name of what is not compared, and why */
  g_string_append_printf (text, _("%s: %s"), name, reason);
  g_string_append (text, ".\n");
}

/* Whether anything of what is shown is known of the other. */
static gboolean
has_points (KompassProfileView *self,
            KompassComparison  *comparison)
{
  g_autoptr (KompassFiguresTable) table = kompass_figures_table_new (self->evaluation, NULL, 0, get_area (self));

  for (guint i = 0; i < kompass_figures_table_get_n_rows (table); i++)
    if (kompass_comparison_get_points (comparison, kompass_figures_table_get_line (table, i)) != KOMPASS_POINTS_UNKNOWN)
      return TRUE;

  return FALSE;
}

static char *
describe_not_compared (KompassProfileView *self,
                       GPtrArray          *others)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < others->len; i++)
    {
      KompassComparison *comparison = g_ptr_array_index (others, i);
      KompassComparable comparable = kompass_comparison_get_comparable (comparison);
      g_autofree char *name = kompass_profile_get_display_name (kompass_comparison_get_other (comparison));

      if (comparable == KOMPASS_COMPARABLE_NONE || comparable == KOMPASS_COMPARABLE_TOTAL_ONLY)
        append_reason (text, name, kompass_comparison_get_reason (comparison));
      else if (!has_points (self, comparison))
        append_reason (text, name, _("Nothing of what is shown here is known of it"));
    }
  if (text->len > 0)
    g_string_truncate (text, text->len - 1);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What is not compared is listed below; the sentence need not say it once more. */
static char *
describe (KompassProfileView *self,
          KompassChart       *chart,
          GPtrArray          *others)
{
  g_autoptr (GPtrArray) compared = g_ptr_array_new ();

  if (chart != NULL && (get_kind (self) == KIND_ROUNDS || get_area (self) != KOMPASS_FIGURES_ALL_AREAS))
    return g_strdup (kompass_chart_get_description (chart));
  for (guint i = 0; i < others->len; i++)
    if (kompass_comparison_get_comparable (g_ptr_array_index (others, i)) != KOMPASS_COMPARABLE_NONE)
      g_ptr_array_add (compared, g_ptr_array_index (others, i));

  return kompass_compare_describe (self->evaluation, (KompassComparison * const *) compared->pdata, compared->len);
}

static void
show_words (KompassProfileView *self,
            KompassChart       *chart,
            GPtrArray          *others)
{
  g_autofree char *reasons = describe_not_compared (self, others);
  g_autofree char *sentence = describe (self, chart, others);
  const char *notes = chart != NULL ? kompass_chart_get_footnote (chart) : NULL;

  gtk_label_set_label (GTK_LABEL (self->sentence), sentence != NULL ? sentence : "");
  gtk_label_set_label (GTK_LABEL (self->reasons), reasons);
  gtk_widget_set_visible (self->not_compared, *reasons != '\0');
  gtk_label_set_label (GTK_LABEL (self->notes), notes != NULL ? notes : "");
  gtk_widget_set_visible (self->notes, notes != NULL && *notes != '\0');
}

static void
update_tools (KompassProfileView *self)
{
  gtk_widget_set_visible (self->area, has_areas_to_choose (self));
  gtk_widget_set_visible (self->sorted, can_be_sorted (self));
  gtk_widget_set_visible (GTK_WIDGET (self->bar), get_kind (self) != KIND_ROUNDS);
}

static void
update_now (KompassProfileView *self)
{
  g_auto (Rounds) rounds = { 0 };
  g_autoptr (KompassChart) chart = NULL;
  g_autoptr (KompassFiguresTable) table = NULL;
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GError) error = NULL;

  update_heading (self);
  update_areas (self);
  update_tools (self);
  if (get_kind (self) == KIND_ROUNDS)
    load_rounds (self, &rounds, &error);
  others = get_kind (self) == KIND_ROUNDS ? collect_rounds (self, &rounds) : collect_comparisons (self);
  if (error == NULL)
    chart = build_chart (self, others, &rounds, &error);
  show_chart (self, chart, error);
  table = kompass_figures_table_new (self->evaluation, (KompassComparison * const *) others->pdata, others->len,
                                     get_area (self));
  kompass_figures_view_set_table (self->figures, table, chart);
  kompass_comparison_bar_update (self->bar, chart);
  show_words (self, chart, others);
}

/* What nobody sees is made when somebody does. The comparisons learn of another evaluation before the view does; until then
 * they are not of what it shows. */
static void
update (KompassProfileView *self)
{
  if (self->evaluation == NULL || self->is_updating)
    return;
  self->is_outdated = TRUE;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || kompass_comparisons_get_evaluation (self->comparisons) != self->evaluation)
    return;
  self->is_updating = TRUE;
  self->is_outdated = FALSE;
  update_now (self);
  self->is_updating = FALSE;
  g_signal_emit (self, signals[CHART_CHANGED], 0);
}

/* Callbacks */

static void
kind_changed_cb (KompassProfileView *self)
{
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "profile-kind", kind_names[get_kind (self)]);
  update (self);
}

static void
area_changed_cb (KompassProfileView *self)
{
  update (self);
}

static void
sorted_changed_cb (KompassProfileView *self)
{
  if (self->settings != NULL)
    g_settings_set_boolean (self->settings, "profile-sorted", gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->sorted)));
  update (self);
}

/* What stands before the name of a category is the number of its line; the total has none. */
static void
activated_cb (KompassProfileView *self,
              guint               series,
              guint               category)
{
  const char *label = kompass_chart_get_category (kompass_chart_area_get_chart (self->chart), category);
  g_autofree char *number = g_strndup (label, strspn (label, "0123456789."));
  KompassLine *line = *number != '\0' ? kompass_evaluation_find_line (self->evaluation, number)
                                      : kompass_evaluation_get_total_line (self->evaluation);

  if (line != NULL)
    g_signal_emit (self, signals[LINE_ACTIVATED], 0, line);
}

static void
line_activated_cb (KompassProfileView *self,
                   KompassLine        *line)
{
  g_signal_emit (self, signals[LINE_ACTIVATED], 0, line);
}

/* While figures are being read, what is shown stays, unless it is of another evaluation. */
static void
comparisons_changed_cb (KompassProfileView *self)
{
  if (!kompass_comparisons_can_wait (self->comparisons))
    update (self);
  else if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    kompass_comparison_bar_update (self->bar, kompass_chart_area_get_chart (self->chart));
}

/* Other rounds of the municipality are read anew; what is chosen to compare with tells of itself. */
static void
library_changed_cb (KompassProfileView *self)
{
  if (get_kind (self) == KIND_ROUNDS)
    update (self);
}

static void
kompass_profile_view_map (GtkWidget *widget)
{
  KompassProfileView *self = KOMPASS_PROFILE_VIEW (widget);

  GTK_WIDGET_CLASS (kompass_profile_view_parent_class)->map (widget);
  if (self->is_outdated)
    update (self);
}

/* The chart is what the view is for. */
static gboolean
kompass_profile_view_grab_focus (GtkWidget *widget)
{
  KompassProfileView *self = KOMPASS_PROFILE_VIEW (widget);
  gboolean has_chart = kompass_chart_area_get_chart (self->chart) != NULL;

  return gtk_widget_grab_focus (has_chart ? GTK_WIDGET (self->chart) : self->kind);
}

static void
kompass_profile_view_dispose (GObject *object)
{
  KompassProfileView *self = KOMPASS_PROFILE_VIEW (object);
  GtkWidget *child;

  if (self->evaluation != NULL)
    g_signal_handlers_disconnect_by_data (self->evaluation, self);
  g_clear_object (&self->evaluation);
  g_clear_object (&self->listed);
  g_clear_object (&self->comparisons);
  g_clear_object (&self->settings);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (kompass_profile_view_parent_class)->dispose (object);
}

static void
kompass_profile_view_class_init (KompassProfileViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kompass_profile_view_dispose;
  widget_class->map = kompass_profile_view_map;
  widget_class->grab_focus = kompass_profile_view_grab_focus;

  /**
   * KompassProfileView::line-activated:
   * @line: a line of the evaluation
   *
   * Its mark was activated in the chart, or its row in the table.
   */
  signals[LINE_ACTIVATED] = g_signal_new ("line-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, KOMPASS_TYPE_LINE);

  /**
   * KompassProfileView::chart-changed:
   *
   * There is another chart, or none.
   */
  signals[CHART_CHANGED] = g_signal_new ("chart-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  g_type_ensure (KOMPASS_TYPE_CHART_AREA);
  g_type_ensure (KOMPASS_TYPE_COMPARISON_BAR);
  g_type_ensure (KOMPASS_TYPE_FIGURES_VIEW);
  g_type_ensure (KOMPASS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/kompass-profile-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KompassProfileView, title);
  gtk_widget_class_bind_template_child (widget_class, KompassProfileView, total);
  gtk_widget_class_bind_template_child (widget_class, KompassProfileView, out_of);
  gtk_widget_class_bind_template_child (widget_class, KompassProfileView, facts);
  gtk_widget_class_bind_template_child (widget_class, KompassProfileView, bar);
  gtk_widget_class_bind_template_child (widget_class, KompassProfileView, kind);
  gtk_widget_class_bind_template_child (widget_class, KompassProfileView, area);
  gtk_widget_class_bind_template_child (widget_class, KompassProfileView, sorted);
  gtk_widget_class_bind_template_child (widget_class, KompassProfileView, stack);
  gtk_widget_class_bind_template_child (widget_class, KompassProfileView, chart_clamp);
  gtk_widget_class_bind_template_child (widget_class, KompassProfileView, chart);
  gtk_widget_class_bind_template_child (widget_class, KompassProfileView, reason);
  gtk_widget_class_bind_template_child (widget_class, KompassProfileView, new_round);
  gtk_widget_class_bind_template_child (widget_class, KompassProfileView, sentence);
  gtk_widget_class_bind_template_child (widget_class, KompassProfileView, not_compared);
  gtk_widget_class_bind_template_child (widget_class, KompassProfileView, reasons);
  gtk_widget_class_bind_template_child (widget_class, KompassProfileView, figures);
  gtk_widget_class_bind_template_child (widget_class, KompassProfileView, notes);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, area_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sorted_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_activated_cb);
}

static void
kompass_profile_view_init (KompassProfileView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->new_round), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->new_round), "win.new-round");
  kompass_style_name_parts (self->kind, _("Kind of chart"));
  kompass_style_name_parts (self->area, _("Areas, or the questions of one"));
}

static void
restore_state (KompassProfileView *self)
{
  g_autofree char *kind = g_settings_get_string (self->settings, "profile-kind");

  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (strcmp (kind, kind_names[i]) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind), i);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->sorted), g_settings_get_boolean (self->settings, "profile-sorted"));
}

/**
 * kompass_profile_view_new:
 * @comparisons: what is compared with, with its library
 * @settings: the program's settings
 *
 * Returns: (transfer floating): a view without an evaluation
 */
KompassProfileView *
kompass_profile_view_new (KompassComparisons *comparisons,
                          GSettings          *settings)
{
  KompassProfileView *self = g_object_new (KOMPASS_TYPE_PROFILE_VIEW, NULL);

  self->comparisons = g_object_ref (comparisons);
  self->settings = g_object_ref (settings);
  restore_state (self);
  kompass_comparison_bar_set_comparisons (self->bar, comparisons);
  g_signal_connect_object (comparisons, "changed", G_CALLBACK (comparisons_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kompass_comparisons_get_library (comparisons), "changed", G_CALLBACK (library_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * kompass_profile_view_set_evaluation:
 * @self: a view
 * @evaluation: (nullable): the evaluation to show
 */
void
kompass_profile_view_set_evaluation (KompassProfileView *self,
                                     KompassEvaluation  *evaluation)
{
  if (self->evaluation == evaluation)
    return;
  if (self->evaluation != NULL)
    g_signal_handlers_disconnect_by_data (self->evaluation, self);
  g_set_object (&self->evaluation, evaluation);
  if (evaluation == NULL)
    return;
  g_signal_connect_object (evaluation, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (evaluation, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * kompass_profile_view_get_chart:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the chart it shows
 */
KompassChart *
kompass_profile_view_get_chart (KompassProfileView *self)
{
  return kompass_chart_area_get_chart (self->chart);
}

KompassFiguresView *
kompass_profile_view_get_figures (KompassProfileView *self)
{
  return self->figures;
}

static char *
describe_notes (KompassProfileView *self)
{
  const char *notes = gtk_label_get_label (GTK_LABEL (self->notes));
  const char *reasons = gtk_label_get_label (GTK_LABEL (self->reasons));

  return *reasons != '\0' ? g_strdup_printf ("%s%s%s\n%s", notes, *notes != '\0' ? "\n" : "", _("Not compared:"), reasons)
                          : g_strdup (notes);
}

/**
 * kompass_profile_view_create_print:
 * @self: a view that shows an evaluation
 *
 * Returns: (transfer full): an operation that prints what the view shows, on one page
 */
GtkPrintOperation *
kompass_profile_view_create_print (KompassProfileView *self)
{
  g_autoptr (GArray) order = NULL;
  g_autofree char *notes = NULL;
  KompassProfilePage page;

  if (self->is_outdated)
    update_now (self);
  order = kompass_figures_view_get_order (self->figures);
  notes = describe_notes (self);
  page = (KompassProfilePage) {
    .evaluation = self->evaluation,
    .chart = kompass_chart_area_get_chart (self->chart),
    .table = kompass_figures_view_get_table (self->figures),
    .order = (const guint *) order->data,
    .n_rows = order->len,
    .sentence = gtk_label_get_label (GTK_LABEL (self->sentence)),
    .notes = notes,
  };

  return kompass_print_profile_new (&page, self->settings);
}
