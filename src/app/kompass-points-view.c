/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Points view: the evaluation's name and total, the matrix, and the commands that its keys stand for. */
#include "kompass-points-view.h"

#include <glib/gi18n-lib.h>

#include "config.h"
#include "kompass-heading.h"
#include "kompass-matrix-commands.h"
#include "kompass-matrix-field.h"
#include "kompass-style.h"

struct _KompassPointsView
{
  GtkWidget parent_instance;

  GtkWidget *title;
  GtkWidget *total;
  GtkWidget *out_of;
  GtkWidget *facts;
  GtkWidget *printed;
  GtkWidget *filter;
  GtkWidget *refusal;
  GtkWidget *refusal_text;
  GtkWidget *empty;
  KompassMatrix *matrix;
  KompassLibrary *library;
  KompassEvaluation *evaluation;
};

enum
{
  PROP_0,
  PROP_SHOWS_PRINTED,
  N_PROPS,
};

enum
{
  PASTED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassPointsView, kompass_points_view, GTK_TYPE_WIDGET)

/* Where the words about printed figures that cannot be right lead. */
#define WRONG_LINK "kommunkompass:wrong"

static void apply_filter (KompassPointsView *self);

/* The heading */

/* A link to the lines in question. */
static char *
format_wrong (KompassPointsView *self)
{
  guint n_wrong = kompass_matrix_get_n_wrong (self->matrix);
  g_autofree char *words = g_strdup_printf (ngettext ("%u printed figure cannot be right",
                                                      "%u printed figures cannot be right", n_wrong), n_wrong);
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  return n_wrong > 0 ? g_strdup_printf ("<a href=\"%s\"><b>%s</b></a>", WRONG_LINK, escaped) : NULL;
}

static gboolean
link_cb (KompassPointsView *self,
         const char        *uri)
{
  if (g_strcmp0 (uri, WRONG_LINK) != 0)
    return FALSE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->filter), KOMPASS_FILTER_WRONG);
  apply_filter (self);
  kompass_matrix_focus (self->matrix);

  return TRUE;
}

static void
update_heading (KompassPointsView *self)
{
  g_autofree char *facts = kompass_heading_format_facts (self->evaluation);
  g_autofree char *total = kompass_heading_format_total (self->evaluation);
  g_autofree char *out_of = kompass_heading_format_out_of (self->evaluation);
  g_autofree char *wrong = format_wrong (self);
  g_autofree char *all = wrong != NULL ? g_strjoin (" · ", facts, wrong, NULL) : NULL;

  gtk_label_set_markup (GTK_LABEL (self->facts), all != NULL ? all : facts);
  gtk_label_set_label (GTK_LABEL (self->title), kompass_evaluation_get_title (self->evaluation));
  gtk_label_set_label (GTK_LABEL (self->total), total);
  gtk_label_set_label (GTK_LABEL (self->out_of), out_of != NULL ? out_of : "");
  gtk_widget_set_visible (self->out_of, out_of != NULL);
}

/* Filter */

static void
apply_filter (KompassPointsView *self)
{
  static const char * const nothing[] = {
    "",
    N_("Everything is scored"),
    N_("Nothing is below the reference"),
    N_("No printed figure differs from the points"),
    N_("All printed figures can be right"),
  };
  guint filter = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->filter));
  guint n_lines;

  if (filter >= G_N_ELEMENTS (nothing) || self->matrix == NULL)
    return;
  n_lines = kompass_matrix_set_filter (self->matrix, (KompassMatrixFilter) filter);
  gtk_label_set_label (GTK_LABEL (self->empty), *nothing[filter] != '\0' ? _(nothing[filter]) : "");
  gtk_widget_set_visible (self->empty, n_lines == 0);
}

static void
filter_changed_cb (KompassPointsView *self)
{
  apply_filter (self);
}

/* Commands */

static void
refuse (KompassPointsView *self,
        const char        *message)
{
  gtk_label_set_label (GTK_LABEL (self->refusal_text), message);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->refusal), TRUE);
  gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
close_refusal_cb (KompassPointsView *self)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->refusal), FALSE);
  kompass_matrix_focus (self->matrix);
}

static void
entered_cb (KompassPointsView *self,
            KompassLine       *line,
            guint              column,
            const char        *text)
{
  g_autoptr (GError) error = NULL;

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->refusal), FALSE);
  if (kompass_matrix_commands_enter (self->library, self->evaluation, line, column, text, &error))
    return;
  if (!kompass_matrix_field_is_possible (line, column))
    {
      refuse (self, error->message);
      return;
    }
  kompass_matrix_refuse (self->matrix, line, column, error->message);
  gtk_widget_error_bell (GTK_WIDGET (self));
}

/* What was typed before on lines that have got something else is gone. */
static void
settle (KompassPointsView   *self,
        GPtrArray           *lines,
        KompassMatrixColumn  column,
        const GError        *error)
{
  if (lines == NULL)
    {
      refuse (self, error->message);
      return;
    }
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->refusal), FALSE);
  for (guint i = 0; i < lines->len; i++)
    kompass_matrix_forget (self->matrix, g_ptr_array_index (lines, i), column);
}

static void
clear_cb (KompassPointsView *self)
{
  KompassMatrixColumn column = kompass_matrix_get_column (self->matrix);
  g_autoptr (GPtrArray) lines = kompass_matrix_get_selection (self->matrix);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cleared = kompass_matrix_commands_clear (self->library, self->evaluation, lines, column, &error);

  settle (self, cleared, column, error);
}

static void
copy_cb (KompassPointsView *self)
{
  g_autoptr (GPtrArray) lines = kompass_matrix_get_selection (self->matrix);
  g_autofree char *text = kompass_matrix_commands_copy (self->evaluation, lines, kompass_matrix_get_column (self->matrix));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

/* The clipboard may be slow to answer. What it gives goes where the keyboard was, or nowhere if that is gone. */
typedef struct
{
  KompassPointsView *view;
  KompassEvaluation *evaluation;
  GPtrArray *lines;
  KompassMatrixColumn column;
} Paste;

static void
paste_free (Paste *paste)
{
  g_object_unref (paste->view);
  g_object_unref (paste->evaluation);
  g_ptr_array_unref (paste->lines);
  g_free (paste);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

static void
note_step_cb (gboolean *is_step)
{
  *is_step = TRUE;
}

static void
store_paste (Paste      *paste,
             const char *text)
{
  KompassPointsView *self = paste->view;
  gboolean is_step = FALSE;
  gulong id = g_signal_connect_swapped (self->library, "changed", G_CALLBACK (note_step_cb), &is_step);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pasted = kompass_matrix_commands_paste (self->library, paste->evaluation, paste->lines,
                                                                paste->column, text, &error);
  g_autofree char *words = NULL;

  g_signal_handler_disconnect (self->library, id);
  settle (self, pasted, paste->column, error);
  if (pasted == NULL)
    return;
  words = kompass_matrix_commands_describe_paste (pasted->len, paste->column, is_step);
  g_signal_emit (self, signals[PASTED], 0, words, is_step);
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Paste) paste = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (paste->view->evaluation == paste->evaluation)
    store_paste (paste, text != NULL ? text : "");
}

static void
paste_cb (KompassPointsView *self)
{
  Paste *paste = g_new0 (Paste, 1);

  paste->view = g_object_ref (self);
  paste->evaluation = g_object_ref (self->evaluation);
  paste->lines = kompass_matrix_get_lines_onwards (self->matrix);
  paste->column = kompass_matrix_get_column (self->matrix);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb, paste);
}

static gboolean
get_shows_printed (KompassPointsView *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->printed));
}

static void
printed_toggled_cb (KompassPointsView *self)
{
  kompass_matrix_set_shows_printed (self->matrix, get_shows_printed (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWS_PRINTED]);
}

static void
kompass_points_view_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SHOWS_PRINTED:
      g_value_set_boolean (value, get_shows_printed (KOMPASS_POINTS_VIEW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kompass_points_view_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_SHOWS_PRINTED:
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (KOMPASS_POINTS_VIEW (object)->printed), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kompass_points_view_dispose (GObject *object)
{
  KompassPointsView *self = KOMPASS_POINTS_VIEW (object);
  GtkWidget *child;

  if (self->evaluation != NULL)
    g_signal_handlers_disconnect_by_data (self->evaluation, self);
  g_clear_object (&self->evaluation);
  g_clear_object (&self->library);
  self->matrix = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (kompass_points_view_parent_class)->dispose (object);
}

static void
kompass_points_view_class_init (KompassPointsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = kompass_points_view_get_property;
  G_OBJECT_CLASS (klass)->set_property = kompass_points_view_set_property;
  G_OBJECT_CLASS (klass)->dispose = kompass_points_view_dispose;

  /**
   * KompassPointsView:shows-printed:
   *
   * Whether there are columns in which figures are typed as a report prints them.
   */
  properties[PROP_SHOWS_PRINTED] = g_param_spec_boolean ("shows-printed", NULL, NULL, FALSE,
                                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                             G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  /**
   * KompassPointsView::pasted:
   * @words: what has happened, for the user
   * @is_step: whether there is a step to undo
   *
   * A column has been pasted.
   */
  signals[PASTED] = g_signal_new ("pasted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  g_type_ensure (KOMPASS_TYPE_MATRIX);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/kompass-points-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KompassPointsView, title);
  gtk_widget_class_bind_template_child (widget_class, KompassPointsView, total);
  gtk_widget_class_bind_template_child (widget_class, KompassPointsView, out_of);
  gtk_widget_class_bind_template_child (widget_class, KompassPointsView, facts);
  gtk_widget_class_bind_template_child (widget_class, KompassPointsView, printed);
  gtk_widget_class_bind_template_child (widget_class, KompassPointsView, filter);
  gtk_widget_class_bind_template_child (widget_class, KompassPointsView, refusal);
  gtk_widget_class_bind_template_child (widget_class, KompassPointsView, refusal_text);
  gtk_widget_class_bind_template_child (widget_class, KompassPointsView, empty);
  gtk_widget_class_bind_template_child (widget_class, KompassPointsView, matrix);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_cb);
  gtk_widget_class_bind_template_callback (widget_class, printed_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_refusal_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_cb);
}

static void
kompass_points_view_init (KompassPointsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kompass_style_name_parts (self->filter, _("Which lines to show"));
}

/**
 * kompass_points_view_set_library:
 * @self: a view
 * @library: where commands go
 */
void
kompass_points_view_set_library (KompassPointsView *self,
                                 KompassLibrary    *library)
{
  g_set_object (&self->library, library);
}

/**
 * kompass_points_view_set_evaluation:
 * @self: a view
 * @evaluation: (nullable): the evaluation to show
 */
void
kompass_points_view_set_evaluation (KompassPointsView *self,
                                    KompassEvaluation *evaluation)
{
  if (self->evaluation == evaluation)
    return;
  if (self->evaluation != NULL)
    g_signal_handlers_disconnect_by_data (self->evaluation, self);
  g_set_object (&self->evaluation, evaluation);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->refusal), FALSE);
  kompass_matrix_set_evaluation (self->matrix, evaluation);
  if (evaluation == NULL)
    return;
  g_signal_connect_object (evaluation, "changed", G_CALLBACK (update_heading), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (evaluation, "notify", G_CALLBACK (update_heading), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (evaluation, "items-changed", G_CALLBACK (apply_filter), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update_heading (self);
  apply_filter (self);
}

/**
 * kompass_points_view_set_reference:
 * @self: a view
 * @reference: (nullable): what to hold the evaluation against
 */
void
kompass_points_view_set_reference (KompassPointsView *self,
                                   KompassProfile    *reference)
{
  kompass_matrix_set_reference (self->matrix, reference);
  if (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->filter)) == KOMPASS_FILTER_BELOW)
    apply_filter (self);
}

/**
 * kompass_points_view_bind_settings:
 * @self: a view
 * @settings: the program's settings
 *
 * Lets the columns for printed figures be remembered.
 */
void
kompass_points_view_bind_settings (KompassPointsView *self,
                                   GSettings         *settings)
{
  g_settings_bind (settings, "printed-visible", self, "shows-printed", G_SETTINGS_BIND_DEFAULT);
}

/**
 * kompass_points_view_get_matrix:
 * @self: a view
 *
 * Returns: (transfer none): its matrix
 */
KompassMatrix *
kompass_points_view_get_matrix (KompassPointsView *self)
{
  return self->matrix;
}
