/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-chart.h"

G_BEGIN_DECLS

/**
 * KompassSpanFlags:
 * @KOMPASS_SPAN_PLAIN: ordinary words
 * @KOMPASS_SPAN_BOLD: bold
 * @KOMPASS_SPAN_ITALIC: italic
 * @KOMPASS_SPAN_QUIET: said in passing, in a lighter ink
 *
 * How words look.
 */
typedef enum
{
  KOMPASS_SPAN_PLAIN = 0,
  KOMPASS_SPAN_BOLD = 1 << 0,
  KOMPASS_SPAN_ITALIC = 1 << 1,
  KOMPASS_SPAN_QUIET = 1 << 2,
} KompassSpanFlags;

/**
 * KompassSpan:
 * @text: the words: valid UTF-8 without line ends and control characters
 * @flags: how they look
 * @link: (nullable): where they lead: a URI, or "#" and the anchor of a block or chapter
 *
 * Words of a line that look the same. A *rich line* is a #GPtrArray of spans.
 */
typedef struct
{
  char *text;
  KompassSpanFlags flags;
  char *link;
} KompassSpan;

/**
 * KompassGridAlignment:
 * @KOMPASS_GRID_START: words: at the edge where lines begin
 * @KOMPASS_GRID_END: figures: at the other one
 *
 * Where the cells of a column stand.
 */
typedef enum
{
  KOMPASS_GRID_START,
  KOMPASS_GRID_END,
} KompassGridAlignment;

/**
 * KompassGridColumn:
 * @title: what the column holds; empty for bars
 * @alignment: where its cells stand
 * @weight: its part of the width that is left; 0 for a column as wide as its widest cell
 * @bar: whether its cells hold shares, drawn as level bars: a decoration of figures that stand beside it in words
 *
 * A column of a grid.
 */
typedef struct
{
  char *title;
  KompassGridAlignment alignment;
  double weight;
  gboolean bar;
} KompassGridColumn;

/**
 * KompassGridRowKind:
 * @KOMPASS_GRID_HEAD: headings of the columns; always the first row, repeated on every page
 * @KOMPASS_GRID_BODY: figures
 * @KOMPASS_GRID_TOTAL: their sum; always the last row
 *
 * What a row of a grid is.
 */
typedef enum
{
  KOMPASS_GRID_HEAD,
  KOMPASS_GRID_BODY,
  KOMPASS_GRID_TOTAL,
} KompassGridRowKind;

/**
 * KompassGridCell:
 * @spans: (element-type KompassSpan): its words, a rich line; empty in a column of bars
 * @share: 0 to 1 for a bar; NAN for none
 *
 * A cell of a grid.
 */
typedef struct
{
  GPtrArray *spans;
  double share;
} KompassGridCell;

/**
 * KompassGridRow:
 * @kind: what the row is
 * @anchor: (nullable): what links lead to
 * @cells: (element-type KompassGridCell): one per column
 *
 * A row of a grid.
 */
typedef struct
{
  KompassGridRowKind kind;
  char *anchor;
  GPtrArray *cells;
} KompassGridRow;

/**
 * KompassGrid:
 * @columns: (element-type KompassGridColumn): its columns
 * @rows: (element-type KompassGridRow): its rows. A grid of facts, name and value, has no row of headings
 * @header_column: index of the column whose cells name their row
 * @caption: (nullable): what the grid shows; not drawn, but said to those who cannot see it
 *
 * A table.
 */
typedef struct
{
  GPtrArray *columns;
  GPtrArray *rows;
  guint header_column;
  char *caption;
} KompassGrid;

/**
 * KOMPASS_N_LISTS:
 *
 * How many lists stand beside each other: strengths, could be better, improvements.
 */
#define KOMPASS_N_LISTS 3

/**
 * KompassBlockKind:
 * @KOMPASS_BLOCK_HEADING: a heading
 * @KOMPASS_BLOCK_PARAGRAPH: a paragraph
 * @KOMPASS_BLOCK_LIST: a list with bullets
 * @KOMPASS_BLOCK_FIGURE: a chart with its caption
 * @KOMPASS_BLOCK_TABLE: a grid
 * @KOMPASS_BLOCK_FINDINGS: the three lists, beside each other
 * @KOMPASS_BLOCK_RESULT: one figure, large, with lines that say what it is out of
 *
 * What a block is.
 */
typedef enum
{
  KOMPASS_BLOCK_HEADING,
  KOMPASS_BLOCK_PARAGRAPH,
  KOMPASS_BLOCK_LIST,
  KOMPASS_BLOCK_FIGURE,
  KOMPASS_BLOCK_TABLE,
  KOMPASS_BLOCK_FINDINGS,
  KOMPASS_BLOCK_RESULT,
} KompassBlockKind;

/**
 * KompassParagraphStyle:
 * @KOMPASS_PARAGRAPH_STYLE_BODY: what somebody wrote
 * @KOMPASS_PARAGRAPH_STYLE_SUBTITLE: the line under a chapter's title
 * @KOMPASS_PARAGRAPH_STYLE_NOTE: what is to be known of figures, small
 *
 * What a paragraph is for.
 */
typedef enum
{
  KOMPASS_PARAGRAPH_STYLE_BODY,
  KOMPASS_PARAGRAPH_STYLE_SUBTITLE,
  KOMPASS_PARAGRAPH_STYLE_NOTE,
} KompassParagraphStyle;

/**
 * KompassBlock:
 * @kind: which of the fields below count
 * @anchor: (nullable): what links and the preview lead to; unique in the document
 * @digest: blocks with equal digests look the same: it covers everything that is drawn
 * @level: of a heading: 1 for the title of a chapter, which every chapter begins with, 2 and 3 below it
 * @number: (nullable): of a heading: "1" before an area's name
 * @spans: (element-type KompassSpan) (nullable): of a heading or paragraph: its words
 * @style: of a paragraph: what it is for
 * @items: (element-type GPtrArray) (nullable): of a list: a rich line for each item
 * @chart: (nullable): of a figure: the picture, to be drawn compact: title, subtitle and footnote are in the text
 * @alt: (nullable): of a figure: what it shows, for those who cannot see it
 * @caption: (nullable): of a figure: what stands under it
 * @aspect: of a figure: its height for its width at the full width of A4; the chart's natural height counts where that is more
 * @grid: (nullable): of a table
 * @titles: (nullable): of findings: over each of the lists
 * @lists: (nullable): of findings: three arrays of rich lines
 * @big: (nullable): of a result: the figure
 * @lines: (nullable): of a result: what it is out of and what it is compared with
 * @sources: (element-type guint) (nullable): of what somebody wrote: which paragraph of the section's text it is made from, from
 *   0, and of a list each of its items. Nothing of it is drawn: a paragraph looks the same wherever it comes
 *
 * A piece of a chapter: what it says, not where it stands. What does not belong to its kind is %NULL or 0.
 */
typedef struct
{
  KompassBlockKind kind;
  char *anchor;
  char *digest;
  guint level;
  char *number;
  GPtrArray *spans;
  KompassParagraphStyle style;
  GPtrArray *items;
  KompassChart *chart;
  char *alt;
  char *caption;
  double aspect;
  KompassGrid *grid;
  char *titles[KOMPASS_N_LISTS];
  GPtrArray *lists[KOMPASS_N_LISTS];
  char *big;
  char **lines;
  GArray *sources;
} KompassBlock;

/**
 * KompassChapter:
 * @title: its title with its number, as in the contents: "1 Transparency and democracy"
 * @anchor: what links lead to: the section of the report it is written in, such as "area/1"
 * @running: its words in the running head: "Area 1"
 * @runs_on: whether it may stand under the chapter before it, where that leaves room for all of it
 * @blocks: (element-type KompassBlock): what it consists of, the heading first
 *
 * A chapter. It begins on a new page, unless it runs on.
 */
typedef struct
{
  char *title;
  char *anchor;
  char *running;
  gboolean runs_on;
  GPtrArray *blocks;
} KompassChapter;

/**
 * KompassCover:
 * @over: the line above the title: what kind of document this is
 * @title: whose evaluation it is
 * @subtitle: its year
 * @total: (nullable): its points in all, formatted; %NULL where not known
 * @out_of: (nullable): what they are out of
 * @part: (nullable): how much of the evaluation they are, where that is not all: "5 of 45 questions scored"
 * @lines: edition, when it was performed, by whom
 *
 * What the first page says.
 */
typedef struct
{
  char *over;
  char *title;
  char *subtitle;
  char *total;
  char *out_of;
  char *part;
  char **lines;
} KompassCover;

/**
 * KompassDocument:
 * @title: title of the file
 * @language: its language as BCP 47 has it: "sv"
 * @author: who wrote it: the evaluators; empty where not known
 * @subject: what it is about
 * @keywords: with commas between them
 * @head: the running head on every page: what the document is
 * @foot: the running foot on every page: whose evaluation it is
 * @contents_title: heading of the contents
 * @cover: the first page
 * @time: when what it says was last changed, UTC: the only time that files made of it know
 * @chapters: (element-type KompassChapter): its chapters
 *
 * A report as meaning, without pages: what pages, word processor files and web pages are made of. It is put together by
 * one builder, kompass_report_document_new(), and is not changed afterwards, so that it can be read by any thread.
 */
typedef struct
{
  char *title;
  char *language;
  char *author;
  char *subject;
  char *keywords;
  char *head;
  char *foot;
  char *contents_title;
  KompassCover cover;
  GDateTime *time;
  GPtrArray *chapters;
} KompassDocument;

GPtrArray       *kompass_rich_new                 (const char           *text);
void             kompass_rich_append              (GPtrArray            *rich,
                                                   const char           *text,
                                                   KompassSpanFlags      flags,
                                                   const char           *link);
char            *kompass_rich_to_plain            (GPtrArray            *rich);
gboolean         kompass_rich_is_empty            (GPtrArray            *rich);

KompassGrid     *kompass_grid_new                 (const char           *caption);
void             kompass_grid_free                (KompassGrid          *self);
void             kompass_grid_add_column          (KompassGrid          *self,
                                                   const char           *title,
                                                   KompassGridAlignment  alignment,
                                                   double                weight,
                                                   gboolean              bar);
KompassGridRow  *kompass_grid_add_row             (KompassGrid          *self,
                                                   KompassGridRowKind    kind);
void             kompass_grid_add_head            (KompassGrid          *self);
void             kompass_grid_row_add_text        (KompassGridRow       *row,
                                                   const char           *text);
void             kompass_grid_row_add_rich        (KompassGridRow       *row,
                                                   GPtrArray            *rich);
void             kompass_grid_row_add_share       (KompassGridRow       *row,
                                                   double                share);

KompassBlock    *kompass_block_new_heading        (guint                 level,
                                                   const char           *number,
                                                   GPtrArray            *rich,
                                                   const char           *anchor);
KompassBlock    *kompass_block_new_paragraph      (KompassParagraphStyle style,
                                                   GPtrArray            *rich);
KompassBlock    *kompass_block_new_list           (GPtrArray            *items);
KompassBlock    *kompass_block_new_figure         (KompassChart         *chart,
                                                   const char           *key,
                                                   const char           *alt,
                                                   const char           *caption,
                                                   double                aspect);
KompassBlock    *kompass_block_new_table          (KompassGrid          *grid);
KompassBlock    *kompass_block_new_findings       (const char * const   *titles,
                                                   GPtrArray * const    *lists);
KompassBlock    *kompass_block_new_result         (const char           *big,
                                                   const char * const   *lines);
void             kompass_block_take_sources       (KompassBlock         *self,
                                                   GArray               *sources);
KompassBlock    *kompass_block_ref                (KompassBlock         *self);
void             kompass_block_unref              (KompassBlock         *self);

KompassChapter  *kompass_chapter_new              (const char           *title,
                                                   const char           *anchor,
                                                   const char           *running);
void             kompass_chapter_free             (KompassChapter       *self);
void             kompass_chapter_take_block       (KompassChapter       *self,
                                                   KompassBlock         *block);

KompassDocument *kompass_document_new             (const char           *title,
                                                   const char           *language,
                                                   GDateTime            *time);
KompassDocument *kompass_document_ref             (KompassDocument      *self);
void             kompass_document_unref           (KompassDocument      *self);
void             kompass_document_take_chapter    (KompassDocument      *self,
                                                   KompassChapter       *chapter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassGrid, kompass_grid_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassBlock, kompass_block_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassChapter, kompass_chapter_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassDocument, kompass_document_unref)

G_END_DECLS
