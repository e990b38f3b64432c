/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-findings-view.h"

G_BEGIN_DECLS

struct _KompassFindingsView
{
  GtkWidget parent_instance;

  KompassReportSession *session;
  KompassEdition *edition; /* whose questions the menu has */
  int area;                /* index in the edition, or -1 */
  KompassFindingsList *lists[KOMPASS_N_FINDING_KINDS];
  GMenuModel *menu;
  KompassSpeller *speller; /* or NULL */
  gboolean is_updating;
};

const KompassArea *kompass_findings_view_get_area     (KompassFindingsView  *self);
KompassFindingRow *kompass_findings_view_find_row     (KompassFindingsView  *self,
                                                       const char           *id);
KompassFindingRow *kompass_findings_view_get_current  (KompassFindingsView  *self);
void               kompass_findings_view_show_question (KompassFindingsView *self,
                                                        KompassFindingRow   *row,
                                                        const char          *number);
void               kompass_findings_view_update       (KompassFindingsView  *self);
void               kompass_findings_view_flush        (KompassFindingsView  *self);
void               kompass_findings_view_tell_deleted (KompassFindingsView  *self);

/* What can be done with an item */
void               kompass_findings_view_split        (KompassFindingsView  *self,
                                                       KompassFindingRow    *row);
void               kompass_findings_view_delete       (KompassFindingsView  *self,
                                                       KompassFindingRow    *row);
void               kompass_findings_view_move         (KompassFindingsView  *self,
                                                       KompassFindingRow    *row,
                                                       int                   direction);
void               kompass_findings_view_move_to_list (KompassFindingsView  *self,
                                                       KompassFindingRow    *row,
                                                       int                   kind);
void               kompass_findings_view_drop         (KompassFindingsView  *self,
                                                       KompassFindingRow    *row,
                                                       guint                 place,
                                                       KompassFindingsList  *list);
void               kompass_findings_view_paste        (KompassFindingsView  *self,
                                                       char                **lines,
                                                       KompassFindingRow    *row);
gboolean           kompass_findings_view_tie_by_figure (KompassFindingsView *self,
                                                        KompassFindingRow   *row,
                                                        guint                figure);
void               kompass_findings_view_command      (KompassFindingsView  *self,
                                                       const char           *name,
                                                       const char           *target,
                                                       KompassFindingRow    *row);

void               kompass_findings_view_check_spelling (KompassFindingsView *self,
                                                         KompassFindingRow   *row);

void               kompass_findings_view_add_keys     (KompassFindingsView  *self);

KompassFindingsList *kompass_findings_view_get_list_of (KompassFindingRow   *row);

G_END_DECLS
