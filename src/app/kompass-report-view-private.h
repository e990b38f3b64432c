/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kompass-comparison-bar.h"
#include "kompass-key-facts.h"
#include "kompass-report-outline.h"
#include "kompass-report-search-bar.h"
#include "kompass-report-search.h"
#include "kompass-report-sheet.h"
#include "kompass-report-view.h"

G_BEGIN_DECLS

struct _KompassReportView
{
  GtkWidget parent_instance;

  GtkEventController *keys; /* of the window, while the view is in one */
  AdwFlap *flap;
  KompassReportPreview *preview;
  KompassReportOutline *outline;
  KompassReportOutline *narrow_outline;
  GtkWidget *tools;
  GtkWidget *section_tools;
  GtkWidget *section_button;
  GtkWidget *section_popover;
  GtkWidget *section_label;
  AdwBin *bar_place;
  GtkWidget *end_tools;
  GtkWidget *status;
  GtkWidget *menu_button;
  GMenuModel *menu;
  KompassReportSearchBar *search_bar;
  GtkWidget *problem;
  GtkWidget *problem_label;
  KompassReportSheet *sheet;
  GtkWidget *head;
  GtkWidget *title_box;
  GtkWidget *title;
  GtkWidget *points;
  GtkWidget *out_of;
  GtkWidget *facts_label;
  GtkWidget *about;
  GtkWidget *performed;
  GtkWidget *interviews;
  GtkWidget *evaluators;
  GtkWidget *comparison;
  KompassComparisonBar *comparison_bar;
  GtkWidget *rest;
  GtkWidget *standard_button;
  KompassFindingsView *findings;
  KompassKeyFacts *facts;
  GtkWidget *scores;

  KompassTextEditor *editor;
  KompassReportSession *session;
  KompassComparisons *comparisons;
  GSettings *settings;
  KompassEvaluation *evaluation;
  GPtrArray *sections; /* of KompassSection */
  char *section;       /* the one that is written */
  KompassReportMatch match;        /* what was found last */
  KompassReportMatch search_start; /* where the search began */
  gboolean has_match;
  guint timer;
  guint fold_source;
  guint follow_source;
  guint rest_tick; /* waits until what is under the text can have the keyboard */
  int width;
  gboolean is_folded;   /* whether the pages lie over the text, as far as that has been dealt with */
  gboolean is_settling; /* what is shown is written by the program */
};

/* Sections */
const KompassSection *kompass_report_view_find_section     (KompassReportView    *self,
                                                            const char           *id);
const KompassSection *kompass_report_view_get_current      (KompassReportView    *self);
gboolean              kompass_report_view_has_text         (const KompassSection *section);
gboolean              kompass_report_view_change_section   (KompassReportView    *self,
                                                            const char           *section);
void                  kompass_report_view_show_contents    (KompassReportView    *self);

/* What is said of them */
void                  kompass_report_view_show_parts       (KompassReportView    *self,
                                                            const KompassSection *section);
void                  kompass_report_view_show_about       (KompassReportView    *self,
                                                            KompassReport        *report);
GtkWidget            *kompass_report_view_get_about_row    (KompassReportView    *self,
                                                            KompassAbout          about);
void                  kompass_report_view_update_words     (KompassReportView    *self);
void                  kompass_report_view_queue_words      (KompassReportView    *self);
void                  kompass_report_view_update_outlines  (KompassReportView    *self);

/* Writing */
void                  kompass_report_view_bind_writing     (GtkWidgetClass       *widget_class);
void                  kompass_report_view_init_writing     (KompassReportView    *self);
void                  kompass_report_view_install_actions  (GtkWidgetClass       *widget_class);
void                  kompass_report_view_init_comparisons (KompassReportView    *self);

/* The pages */
void                  kompass_report_view_follow           (KompassReportView    *self,
                                                            gboolean              is_written);
void                  kompass_report_view_init_following   (KompassReportView    *self);
void                  kompass_report_view_root_following   (KompassReportView    *self,
                                                            GtkRoot              *root);
void                  kompass_report_view_unroot_following (KompassReportView    *self,
                                                            GtkRoot              *root);

/* Searching */
void                  kompass_report_view_init_search      (KompassReportView    *self);
gboolean              kompass_report_view_search_next      (KompassReportView    *self,
                                                            int                   direction);

/* Moving about */
void                  kompass_report_view_bind_moving      (GtkWidgetClass       *widget_class);
void                  kompass_report_view_root_keys        (KompassReportView    *self,
                                                            GtkRoot              *root);
void                  kompass_report_view_unroot_keys      (KompassReportView    *self,
                                                            GtkRoot              *root);
void                  kompass_report_view_init_panes       (KompassReportView    *self);
void                  kompass_report_view_go_to_pane       (KompassReportView    *self,
                                                            int                   direction);

G_END_DECLS
