/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that write a report for word processors share. */
#pragma once

#include "kompass-document.h"
#include "kompass-odt-xml.h"
#include "kompass-page-layout.h"
#include "kompass-page-text.h"

G_BEGIN_DECLS

/* A member of the package. */
typedef struct
{
  char *name;
  const char *type;
  GBytes *content;
} KompassOdtPart;

/* A report that is being written. */
typedef struct
{
  KompassDocument *document;
  const KompassPageSetup *setup;
  KompassPageFonts *fonts; /* measures what is as wide as its text */
  KompassPages *pages;     /* the report on our pages, whose breaks are a good guess at those of others */
  double width;            /* of the text, in points */
  double height;           /* likewise */
  KompassOdtXml *body;     /* what is written */
  KompassOdtXml *styles;   /* the automatic styles that it needs */
  GHashTable *style_names; /* of those that are there already */
  GHashTable *bookmarks;   /* likewise */
  GPtrArray *pictures;     /* KompassOdtPart */
  GHashTable *picture_names;
  const KompassBlock *next; /* the block after the one that is written */
  guint n_headings;
  guint n_tables;
  guint n_charts;
  guint n_bars;
  GError *error;
} KompassOdt;

/* Space between what a cell holds and its edges at the sides. */
#define KOMPASS_ODT_CELL_PADDING 5.0

/* How far items of lists stand from the edge, and bullets from them. */
#define KOMPASS_ODT_LIST_INDENT 14.0
#define KOMPASS_ODT_FINDINGS_INDENT 10.0
#define KOMPASS_ODT_BULLET 9.0

/* kompass-report-odt.c */
const KompassPageFragment *
        kompass_odt_find_fragment        (KompassOdt *self, const KompassBlock *block, KompassPageRowKind kind);

/* kompass-odt-styles.c */
void    kompass_odt_add_color            (KompassOdt *self, KompassOdtXml *xml, const char *attribute, guint role);
void    kompass_odt_add_for_all          (KompassOdtXml *xml, const char *name, const char *value);
char   *kompass_odt_format_border        (KompassOdt *self, double width, guint role);
char   *kompass_odt_name_style           (const char *display);
void    kompass_odt_write_fonts          (KompassOdt *self, KompassOdtXml *xml);
void    kompass_odt_get_locale           (KompassOdt *self, const char **language, const char **country);
char   *kompass_odt_get_family           (KompassOdt *self);
GBytes *kompass_odt_create_styles        (KompassOdt *self);

/* kompass-odt-paragraph-styles.c */
void    kompass_odt_write_paragraph_styles (KompassOdt *self, KompassOdtXml *xml);

/* kompass-odt-page.c */
void    kompass_odt_write_page_layouts   (KompassOdt *self, KompassOdtXml *xml);
void    kompass_odt_write_master_pages   (KompassOdt *self, KompassOdtXml *xml);

/* kompass-odt-text.c */
char   *kompass_odt_name_bookmark        (const char *anchor);
char   *kompass_odt_name_heading         (guint number);
void    kompass_odt_write_bookmark       (KompassOdt *self, const char *anchor);
void    kompass_odt_write_rich           (KompassOdt *self, GPtrArray *rich);
void    kompass_odt_start_paragraph      (KompassOdt *self, const char *style, const char *words);
void    kompass_odt_write_paragraph      (KompassOdt *self, const char *style, const char *anchor, GPtrArray *rich);
void    kompass_odt_write_plain          (KompassOdt *self, const char *style, const char *words);
void    kompass_odt_write_heading        (KompassOdt *self, const KompassBlock *block, const char *chapter);
void    kompass_odt_write_list           (KompassOdt *self, const char *list_style, const char *style, const char *last,
                                          GPtrArray *items);

/* kompass-odt-cover.c */
void    kompass_odt_write_cover          (KompassOdt *self);

/* kompass-odt-contents.c */
void    kompass_odt_write_contents       (KompassOdt *self);

/* kompass-odt-table.c */
void    kompass_odt_start_table          (KompassOdt *self, const char *title, gboolean whole,
                                          const double *widths, guint n_columns);
void    kompass_odt_start_row            (KompassOdt *self, gboolean whole);
void    kompass_odt_start_cell           (KompassOdt *self, const char *style);
void    kompass_odt_write_cell_styles    (KompassOdt *self, KompassOdtXml *xml);
void    kompass_odt_write_findings       (KompassOdt *self, const KompassBlock *block);
void    kompass_odt_write_result         (KompassOdt *self, const KompassBlock *block);

/* kompass-odt-grid.c */
void    kompass_odt_write_grid           (KompassOdt *self, const KompassBlock *block);

/* kompass-odt-picture.c */
void    kompass_odt_write_picture_styles (KompassOdtXml *xml);
void    kompass_odt_write_figure         (KompassOdt *self, const KompassBlock *block);
void    kompass_odt_write_bar            (KompassOdt *self, double share, double width);
void    kompass_odt_write_profile        (KompassOdt *self, double size);
void    kompass_odt_part_free            (gpointer data);

G_END_DECLS
