/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * KompassPageTag:
 * @KOMPASS_TAG_SECTION: a part of the document: a chapter
 * @KOMPASS_TAG_HEADING_1: the title of a chapter
 * @KOMPASS_TAG_HEADING_2: a heading in it
 * @KOMPASS_TAG_HEADING_3: a heading below that
 * @KOMPASS_TAG_PARAGRAPH: words that belong together, with pieces of other tags in between, such as links
 * @KOMPASS_TAG_LIST: holds items
 * @KOMPASS_TAG_LIST_ITEM: holds a label and a body
 * @KOMPASS_TAG_LABEL: the bullet of an item, the number of a footnote
 * @KOMPASS_TAG_BODY: the words of an item
 * @KOMPASS_TAG_TABLE: holds rows
 * @KOMPASS_TAG_TABLE_ROW: holds cells and headers
 * @KOMPASS_TAG_TABLE_HEADER: a cell that is a heading, of what #KompassTagAbout says
 * @KOMPASS_TAG_TABLE_CELL: a cell with words of its own, or with lists
 * @KOMPASS_TAG_FIGURE: a picture, with its alternative text
 * @KOMPASS_TAG_CAPTION: what stands under a picture or a table
 * @KOMPASS_TAG_NOTE: a note on figures, such as a footnote
 * @KOMPASS_TAG_SPAN: some words of a piece, such as words in another language
 * @KOMPASS_TAG_LINK: words that lead somewhere
 * @KOMPASS_TAG_TOC: contents: holds entries
 * @KOMPASS_TAG_TOC_ITEM: an entry of the contents: holds paragraphs or links
 *
 * What a piece of a page is. Sections, lists, items, tables, rows, contents and their entries only hold other pieces:
 * what is drawn directly in them is decoration.
 */
typedef enum
{
  KOMPASS_TAG_SECTION,
  KOMPASS_TAG_HEADING_1,
  KOMPASS_TAG_HEADING_2,
  KOMPASS_TAG_HEADING_3,
  KOMPASS_TAG_PARAGRAPH,
  KOMPASS_TAG_LIST,
  KOMPASS_TAG_LIST_ITEM,
  KOMPASS_TAG_LABEL,
  KOMPASS_TAG_BODY,
  KOMPASS_TAG_TABLE,
  KOMPASS_TAG_TABLE_ROW,
  KOMPASS_TAG_TABLE_HEADER,
  KOMPASS_TAG_TABLE_CELL,
  KOMPASS_TAG_FIGURE,
  KOMPASS_TAG_CAPTION,
  KOMPASS_TAG_NOTE,
  KOMPASS_TAG_SPAN,
  KOMPASS_TAG_LINK,
  KOMPASS_TAG_TOC,
  KOMPASS_TAG_TOC_ITEM,
} KompassPageTag;

/**
 * KompassTagScope:
 * @KOMPASS_TAG_SCOPE_NONE: not the heading of anything
 * @KOMPASS_TAG_SCOPE_COLUMN: heading of the cells below
 * @KOMPASS_TAG_SCOPE_ROW: heading of the cells beside it
 *
 * What a header cell is the heading of.
 */
typedef enum
{
  KOMPASS_TAG_SCOPE_NONE,
  KOMPASS_TAG_SCOPE_COLUMN,
  KOMPASS_TAG_SCOPE_ROW,
} KompassTagScope;

/**
 * KompassTagAbout:
 * @piece: a number, not 0, that no other piece with the same tag has in the piece around it (such as the number of the
 *     paragraph, row or item); a piece that is begun again with the same tag and number goes on, on another page or on
 *     the same one. 0 for what is begun only once
 * @alt: (nullable): what a picture or table shows, for those who cannot see it
 * @text: (nullable): the words that are drawn, where they are drawn as a picture
 * @scope: of a header cell
 * @language: (nullable): language of the words as BCP 47 has it, where it is not the document's
 * @anchor: (nullable): name of the place, for links and the outline; the piece's top is at @y. The first place of a name counts
 * @target: (nullable): of a link: a URI with http, https or mailto, or "#" and the name of a place
 * @x: where the piece is, in the user space of the moment: what can be clicked of a link, and the place of an anchor
 * @y: top of the piece
 * @width: of what can be clicked; 0 for nothing
 * @height: of what can be clicked; 0 for nothing
 *
 * What is to be known of a piece besides what it is.
 */
typedef struct
{
  guint piece;
  const char *alt;
  const char *text;
  KompassTagScope scope;
  const char *language;
  const char *anchor;
  const char *target;
  double x;
  double y;
  double width;
  double height;
} KompassTagAbout;

/**
 * KompassPageTags:
 *
 * The tags of the pages drawn with one cairo context: which pieces there are, what they are and how they go together. It
 * marks what is drawn between begin and end, and remembers what the marks mean in reading order, which is the order
 * of the calls but for what goes on: a cell that goes on on the next page is read to its end before the cell beside it.
 *
 * All pieces are ended where a page ends, and begun again on the next one, with the number they had. What is
 * drawn outside of pieces is decoration, as are rules, running heads, level bars and the head row where it is repeated.
 * Everywhere %NULL is a #KompassPageTags that does nothing, for the screen.
 */
typedef struct _KompassPageTags KompassPageTags;

KompassPageTags *kompass_page_tags_new   (cairo_t               *cr);
void             kompass_page_tags_free  (KompassPageTags       *self);

void             kompass_page_tags_begin (KompassPageTags       *self,
                                          KompassPageTag         tag,
                                          const KompassTagAbout *about);
void             kompass_page_tags_end   (KompassPageTags       *self,
                                          KompassPageTag         tag);
void             kompass_page_tags_turn  (KompassPageTags       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassPageTags, kompass_page_tags_free)

G_END_DECLS
