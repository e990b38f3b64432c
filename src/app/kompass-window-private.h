/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-comparisons.h"
#include "kompass-profile-view.h"
#include "kompass-report-view.h"
#include "kompass-sidebar.h"
#include "kompass-window.h"

G_BEGIN_DECLS

struct _KompassWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkBox *box;
  GMenuModel *main_menu;
  GtkWidget *menu_button;
  GtkWidget *title;
  GtkWidget *switcher;
  GtkWidget *switcher_bar; /* NULL until the window is narrow */
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *new_button;
  GtkWidget *sidebar_button;
  GtkWidget *profile_button;
  GtkWidget *preview_button;
  GtkWidget *example_button;
  AdwFlap *sidebar_flap;
  AdwFlap *profile_flap;
  GtkWidget *stack;
  AdwStatusPage *error_page;
  KompassSidebar *sidebar;
  KompassPointsView *points;
  AdwViewStack *views;
  AdwBin *profile_page;
  KompassProfilePane *profile;
  KompassProfileView *profile_view; /* NULL until it is shown */
  AdwBin *report_page;
  KompassReportView *report_view; /* NULL until it is shown */
  GSignalGroup *line_steps;       /* of the line that is being written */
  GtkWidget *job_bar;             /* NULL until something is exported */
  GCancellable *job;
  gboolean may_close; /* what is written of the report may be lost */

  GSettings *settings;
  char *path; /* of the library */
  KompassLibrary *library;
  GFileMonitor *monitor;
  KompassEvaluation *evaluation; /* the one that is open */
  KompassComparisons *comparisons;
  char *neighbour; /* UUID of the round beside the one that is open, before the list changed */
  AdwToast *toast; /* the one that offers to undo */
  gboolean is_narrow;
  gboolean is_very_narrow;
  gboolean has_example; /* as of the last change of the lists: looking for it takes longer than a commit */
};

void     kompass_window_set_evaluation       (KompassWindow     *self,
                                              KompassEvaluation *evaluation);
void     kompass_window_update_title         (KompassWindow     *self);
void     kompass_window_show_page            (KompassWindow     *self);
void     kompass_window_show_error           (KompassWindow     *self,
                                              const GError      *error);
void     kompass_window_show_undo_toast      (KompassWindow     *self,
                                              const char        *words);
void     kompass_window_show_step_toast      (KompassWindow     *self,
                                              const char        *words,
                                              gboolean           forward);
gboolean kompass_window_is_gone              (const GError      *error);
void     kompass_window_open_library         (KompassWindow     *self);
void     kompass_window_open_last_evaluation (KompassWindow     *self);
void     kompass_window_init_layout          (KompassWindow     *self);
void     kompass_window_update_folding       (KompassWindow     *self);
void     kompass_window_install_actions      (GtkWidgetClass    *widget_class);
void     kompass_window_install_edition_actions (GtkWidgetClass    *widget_class);
void     kompass_window_install_group_actions (GtkWidgetClass   *widget_class);
void     kompass_window_update_actions       (KompassWindow     *self);
void     kompass_window_update_steps         (KompassWindow     *self);
void     kompass_window_follow_report_steps  (KompassWindow     *self);
void     kompass_window_install_step_actions (GtkWidgetClass    *widget_class);
void     kompass_window_save_chart           (GtkWidget         *widget,
                                              const char        *name,
                                              GVariant          *parameter);
void     kompass_window_choose_library       (GtkWidget         *widget,
                                              const char        *name,
                                              GVariant          *parameter);


gboolean      kompass_window_is_profile_shown  (KompassWindow *self);
gboolean      kompass_window_is_report_shown   (KompassWindow *self);
gboolean      kompass_window_save_report       (KompassWindow *self);
void          kompass_window_update_report     (KompassWindow *self);
KompassReportView *kompass_window_ensure_report_view (KompassWindow *self);
void          kompass_window_install_export_actions (GtkWidgetClass *widget_class);
void          kompass_window_close_preview     (KompassWindow *self);
void          kompass_window_cancel_export     (KompassWindow *self);
gboolean      kompass_window_is_busy           (KompassWindow *self);
void          kompass_window_begin_job         (KompassWindow *self,
                                                const char    *words);
void          kompass_window_show_job          (KompassWindow *self,
                                                const char    *words,
                                                double         part);
void          kompass_window_end_job           (KompassWindow *self);
gboolean      kompass_window_ask_about_report  (KompassWindow *self);
void          kompass_window_init_views        (KompassWindow *self);
void          kompass_window_restore_view      (KompassWindow *self);
void          kompass_window_update_views      (KompassWindow *self);
void          kompass_window_show_view         (KompassWindow *self,
                                                const char    *name);
void          kompass_window_go_to_line        (KompassWindow *self,
                                                KompassLine   *line);
KompassChart *kompass_window_get_chart         (KompassWindow *self);
void          kompass_window_add_comparison    (GtkWidget     *widget,
                                                const char    *name,
                                                GVariant      *parameter);
void          kompass_window_remove_comparison (GtkWidget     *widget,
                                                const char    *name,
                                                GVariant      *parameter);
void          kompass_window_print             (GtkWidget     *widget,
                                                const char    *name,
                                                GVariant      *parameter);
void          kompass_window_copy_chart        (GtkWidget     *widget,
                                                const char    *name,
                                                GVariant      *parameter);

G_END_DECLS
