/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The earlier versions of a section: when they were written and by whom, what they said, and a way back to them. */
#include "kompass-report-history.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "config.h"
#include "kompass-library-report.h"
#include "kompass-style.h"
#include "kompass-text-view.h"

struct _KompassReportHistory
{
  AdwWindow parent_instance;

  AdwWindowTitle *heading;
  GtkWidget *restore;
  GtkWidget *stack;
  GtkWidget *list;
  KompassTextView *text;

  KompassEvaluation *evaluation;
  char *section;
  GPtrArray *versions; /* of KompassReportVersion, the newest first */
  guint now;           /* the version that the section says now; after the last where steps were undone and none does */
};

enum
{
  RESTORED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassReportHistory, kompass_report_history, ADW_TYPE_WINDOW)

static KompassReportVersion *
get_version (KompassReportHistory *self,
             GtkListBoxRow        *row)
{
  return row != NULL ? g_ptr_array_index (self->versions, gtk_list_box_row_get_index (row)) : NULL;
}

/* Versions that were undone are listed, too: what the section says need not be the newest. */
static guint
find_now (KompassReportHistory *self,
          KompassText          *now)
{
  g_autofree char *markup = kompass_text_to_markup (now);
  guint index = 0;

  while (index < self->versions->len &&
         strcmp (((KompassReportVersion *) g_ptr_array_index (self->versions, index))->markup, markup) != 0)
    index++;

  return index;
}

/* Rows */

static char *
format_time (KompassReportVersion *version,
             gboolean              is_now)
{
  g_autoptr (GDateTime) local = version->time != NULL ? g_date_time_to_local (version->time) : NULL;
  g_autofree char *time = NULL;

  if (local == NULL)
    return g_strdup (_("To begin with"));
  /* Translators: a date and a time: "3 Nov 2026, 14:05" */
  time = g_date_time_format (local, _("%-d %b %Y, %H:%M"));

  /* Translators: %s is a date and a time; this version is what the section says now */
  return is_now ? g_strdup_printf (_("%s (now)"), time) : g_steal_pointer (&time);
}

static char *
format_facts (KompassReportVersion *version)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u word", "%u words", version->words), version->words);

  return version->author != NULL && *version->author != '\0' ? g_strdup_printf ("%s · %s", version->author, words)
                                                             : g_steal_pointer (&words);
}

static void
add_row (KompassReportHistory *self,
         guint                 index)
{
  KompassReportVersion *version = g_ptr_array_index (self->versions, index);
  g_autofree char *time = format_time (version, index == self->now);
  g_autofree char *facts = format_facts (version);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", time, "subtitle", facts, "use-markup", FALSE, "activatable", TRUE,
                                 NULL);

  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/* What it said, with the figures as they are now. */
static void
selected_cb (KompassReportHistory *self,
             GtkListBoxRow        *row)
{
  KompassReportVersion *version = get_version (self, row);
  g_autoptr (KompassText) text = version != NULL ? kompass_text_new_from_markup (version->markup, NULL) : NULL;
  g_autoptr (KompassText) nothing = kompass_text_new ();

  kompass_text_buffer_set_text (kompass_text_view_get_buffer (self->text), text != NULL ? text : nothing);
  gtk_widget_set_sensitive (self->restore, text != NULL && gtk_list_box_row_get_index (row) != (int) self->now);
}

static void
restore_cb (KompassReportHistory *self)
{
  KompassReportVersion *version = get_version (self, gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)));
  g_autoptr (KompassText) text = version != NULL ? kompass_text_new_from_markup (version->markup, NULL) : NULL;

  if (text == NULL || !gtk_widget_get_sensitive (self->restore))
    return;
  g_signal_emit (self, signals[RESTORED], 0, self->section, text);
  gtk_window_close (GTK_WINDOW (self));
}

static void
kompass_report_history_dispose (GObject *object)
{
  KompassReportHistory *self = KOMPASS_REPORT_HISTORY (object);

  /* A list that is taken apart selects nothing, when there is nothing left to show that in. */
  if (self->evaluation != NULL)
    g_signal_handlers_disconnect_by_func (self->list, selected_cb, self);
  g_clear_object (&self->evaluation);

  G_OBJECT_CLASS (kompass_report_history_parent_class)->dispose (object);
}

static void
kompass_report_history_finalize (GObject *object)
{
  KompassReportHistory *self = KOMPASS_REPORT_HISTORY (object);

  g_free (self->section);
  g_clear_pointer (&self->versions, g_ptr_array_unref);

  G_OBJECT_CLASS (kompass_report_history_parent_class)->finalize (object);
}

static void
kompass_report_history_class_init (KompassReportHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kompass_report_history_dispose;
  object_class->finalize = kompass_report_history_finalize;

  /**
   * KompassReportHistory::restored:
   * @section: a section
   * @text: what it is to say again
   *
   * An earlier version has been chosen.
   */
  signals[RESTORED] = g_signal_new ("restored", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                    2, G_TYPE_STRING, KOMPASS_TYPE_TEXT);

  g_type_ensure (KOMPASS_TYPE_TEXT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/kompass-report-history.ui");
  gtk_widget_class_bind_template_child (widget_class, KompassReportHistory, heading);
  gtk_widget_class_bind_template_child (widget_class, KompassReportHistory, restore);
  gtk_widget_class_bind_template_child (widget_class, KompassReportHistory, stack);
  gtk_widget_class_bind_template_child (widget_class, KompassReportHistory, list);
  gtk_widget_class_bind_template_child (widget_class, KompassReportHistory, text);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kompass_report_history_init (KompassReportHistory *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kompass_report_history_new:
 * @parent: the window that it is opened over
 * @library: where the report is
 * @evaluation: what it is about
 * @section: one of its sections
 * @now: what it says now
 *
 * Returns: (transfer floating): a window with the versions of the section
 */
GtkWidget *
kompass_report_history_new (GtkWindow            *parent,
                            KompassLibrary       *library,
                            KompassEvaluation    *evaluation,
                            const KompassSection *section,
                            KompassText          *now)
{
  KompassReportHistory *self = g_object_new (KOMPASS_TYPE_REPORT_HISTORY, "transient-for", parent, NULL);

  self->evaluation = g_object_ref (evaluation);
  kompass_text_buffer_set_evaluation (kompass_text_view_get_buffer (self->text), evaluation);
  kompass_text_view_set_hint (self->text, _("Nothing was written."));
  self->section = g_strdup (section->id);
  adw_window_title_set_subtitle (self->heading, section->title);
  self->versions = kompass_library_list_report_versions (library, kompass_evaluation_get_id (evaluation), section->id, NULL);
  if (self->versions == NULL)
    self->versions = g_ptr_array_new ();
  self->now = find_now (self, now);
  for (guint i = 0; i < self->versions->len; i++)
    add_row (self, i);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->versions->len > 0 ? "versions" : "none");
  gtk_widget_set_visible (self->restore, self->versions->len > 0);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
  kompass_style_complete_names (GTK_WIDGET (self), section->title);

  return GTK_WIDGET (self);
}
