/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Points view: the evaluation's name and total, the matrix, and the commands that its keys stand for. */
#include "kompass-points-view.h"

#include <glib/gi18n-lib.h>

#include "config.h"
#include "kompass-column.h"
#include "kompass-heading.h"
#include "kompass-style.h"

struct _KompassPointsView
{
  GtkWidget parent_instance;

  GtkWidget *title;
  GtkWidget *total;
  GtkWidget *out_of;
  GtkWidget *facts;
  GtkWidget *filter;
  GtkWidget *refusal;
  GtkWidget *refusal_text;
  GtkWidget *empty;
  KompassMatrix *matrix;
  KompassLibrary *library;
  KompassEvaluation *evaluation;
};

G_DEFINE_FINAL_TYPE (KompassPointsView, kompass_points_view, GTK_TYPE_WIDGET)

/* The heading */

static void
update_heading (KompassPointsView *self)
{
  g_autofree char *facts = kompass_heading_format_facts (self->evaluation);
  g_autofree char *total = kompass_heading_format_total (self->evaluation);
  g_autofree char *out_of = kompass_heading_format_out_of (self->evaluation);

  gtk_label_set_markup (GTK_LABEL (self->facts), facts);
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
            const char        *text)
{
  KompassEdit edit = { kompass_line_get_number (line), KOMPASS_SCORE_NONE };
  g_autoptr (GError) error = NULL;

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->refusal), FALSE);
  if (!kompass_line_get_editable (line))
    {
      refuse (self, _("Points are set on the questions; areas and the total follow."));
      return;
    }
  if (!kompass_score_parse (text, kompass_line_get_maximum (line), &edit.score, &error) ||
      !kompass_library_set_scores (self->library, kompass_evaluation_get_id (self->evaluation), &edit, 1, &error))
    {
      kompass_matrix_refuse (self->matrix, line, error->message);
      gtk_widget_error_bell (GTK_WIDGET (self));
    }
}

static void
set_all (KompassPointsView *self,
         GArray            *edits)
{
  g_autoptr (GError) error = NULL;

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->refusal), FALSE);
  if (edits->len == 0)
    refuse (self, _("Points are set on the questions; areas and the total follow."));
  else if (!kompass_library_set_scores (self->library, kompass_evaluation_get_id (self->evaluation),
                                        (const KompassEdit *) edits->data, edits->len, &error))
    refuse (self, error->message);
  else
    for (guint i = 0; i < edits->len; i++)
      kompass_matrix_forget (self->matrix, g_array_index (edits, KompassEdit, i).line);
}

static void
clear_cb (KompassPointsView *self)
{
  g_autoptr (GPtrArray) lines = kompass_matrix_get_selection (self->matrix);
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (KompassEdit));

  for (guint i = 0; i < lines->len; i++)
    {
      KompassLine *line = g_ptr_array_index (lines, i);
      KompassEdit edit = { kompass_line_get_number (line), KOMPASS_SCORE_NONE };

      if (kompass_line_get_editable (line))
        g_array_append_val (edits, edit);
    }
  set_all (self, edits);
}

static void
copy_cb (KompassPointsView *self)
{
  g_autoptr (GPtrArray) lines = kompass_matrix_get_selection (self->matrix);
  g_autofree char *text = kompass_column_format (self->evaluation, lines);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

/* The clipboard may be slow to answer. What it gives goes where the keyboard was, or nowhere if that is gone. */
typedef struct
{
  KompassPointsView *view;
  KompassEvaluation *evaluation;
  GPtrArray *lines;
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
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Paste) paste = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) edits = NULL;

  if (paste->view->evaluation != paste->evaluation)
    return;
  edits = kompass_column_parse (paste->evaluation, paste->lines, text != NULL ? text : "", &error);
  if (edits == NULL)
    refuse (paste->view, error->message);
  else
    set_all (paste->view, edits);
}

static void
paste_cb (KompassPointsView *self)
{
  Paste *paste = g_new0 (Paste, 1);

  paste->view = g_object_ref (self);
  paste->evaluation = g_object_ref (self->evaluation);
  paste->lines = kompass_matrix_get_lines_onwards (self->matrix);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb, paste);
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

  G_OBJECT_CLASS (klass)->dispose = kompass_points_view_dispose;

  g_type_ensure (KOMPASS_TYPE_MATRIX);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/kompass-points-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KompassPointsView, title);
  gtk_widget_class_bind_template_child (widget_class, KompassPointsView, total);
  gtk_widget_class_bind_template_child (widget_class, KompassPointsView, out_of);
  gtk_widget_class_bind_template_child (widget_class, KompassPointsView, facts);
  gtk_widget_class_bind_template_child (widget_class, KompassPointsView, filter);
  gtk_widget_class_bind_template_child (widget_class, KompassPointsView, refusal);
  gtk_widget_class_bind_template_child (widget_class, KompassPointsView, refusal_text);
  gtk_widget_class_bind_template_child (widget_class, KompassPointsView, empty);
  gtk_widget_class_bind_template_child (widget_class, KompassPointsView, matrix);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
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
