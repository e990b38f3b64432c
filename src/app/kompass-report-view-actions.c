/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with a report in its view: earlier versions, the standard text, and what it is compared with. */
#include "kompass-chart-builder.h"
#include "kompass-report-document.h"
#include "kompass-report-history.h"
#include "kompass-report-view-private.h"

static void
restored_cb (KompassReportView *self,
             const char        *section,
             KompassText       *text)
{
  kompass_report_view_show_section (self, section);
  kompass_report_session_write_text (self->session, section, text);
  kompass_report_session_flush (self->session, NULL);
  kompass_report_view_show_contents (self);
  kompass_report_view_update_words (self);
  kompass_report_preview_queue (self->preview);
}

/**
 * kompass_report_view_show_history:
 * @self: a view in a window
 * @section: (nullable): a section; another evaluation may lack it
 *
 * Opens the earlier versions of the section, if it has a text.
 */
void
kompass_report_view_show_history (KompassReportView *self,
                                  const char        *section)
{
  const KompassSection *found = kompass_report_view_find_section (self, section);
  GtkWidget *dialog;

  if (found == NULL || !kompass_report_view_has_text (found))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  kompass_report_session_flush (self->session, NULL);
  dialog = kompass_report_history_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                       kompass_report_session_get_library (self->session), self->evaluation, found,
                                       kompass_report_get_text (kompass_report_session_get_report (self->session), found->id));
  g_signal_connect_object (dialog, "restored", G_CALLBACK (restored_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
history_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  KompassReportView *self = KOMPASS_REPORT_VIEW (widget);

  kompass_report_view_show_history (self, self->section);
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
  kompass_report_view_update_words (self);
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

/**
 * kompass_report_view_install_actions:
 * @widget_class: the class of the view
 */
void
kompass_report_view_install_actions (GtkWidgetClass *widget_class)
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
failed_cb (KompassReportView *self,
           const GError      *error)
{
  g_signal_emit_by_name (self, "failed", error);
}

/**
 * kompass_report_view_init_comparisons:
 * @self: a view with a session
 *
 * Lets be chosen what the report compares with.
 */
void
kompass_report_view_init_comparisons (KompassReportView *self)
{
  self->comparisons = kompass_comparisons_new (NULL);
  kompass_comparisons_set_library (self->comparisons, kompass_report_session_get_library (self->session));
  g_signal_connect_object (self->comparisons, "changed", G_CALLBACK (comparisons_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->comparisons, "chosen", G_CALLBACK (comparisons_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->comparisons, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  kompass_comparison_bar_set_comparisons (self->comparison_bar, self->comparisons);
}
