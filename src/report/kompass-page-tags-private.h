/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-page-tags.h"

G_BEGIN_DECLS

typedef struct _KompassTagElement KompassTagElement;

/**
 * KompassTagKid:
 * @element: (nullable): an element; %NULL for a mark or a link
 * @page: of a mark or link: page it is on, from 0
 * @number: of a mark: which of the page it is, from 0, in the order of begin; of a link: its number in the document
 * @link: whether this is a link's place on the page
 *
 * What an element consists of.
 */
typedef struct
{
  KompassTagElement *element;
  guint page;
  guint number;
  gboolean link;
} KompassTagKid;

/**
 * KompassTagElement:
 * @parent: (nullable): the element around it; %NULL for the document
 * @name: what PDF calls it
 * @piece: its number, or 0
 * @scope: of a header cell
 * @alt: (nullable): alternative text
 * @text: (nullable): words drawn as a picture
 * @language: (nullable): its language
 * @kids: (element-type KompassTagKid): what it consists of, in reading order
 *
 * An element of the structure.
 */
struct _KompassTagElement
{
  KompassTagElement *parent;
  const char *name;
  guint piece;
  KompassTagScope scope;
  char *alt;
  char *text;
  char *language;
  GArray *kids;
};

/**
 * KompassTagLink:
 * @element: (nullable): whose place it is
 * @page: the page, from 0
 * @target: a URI, or "#" and the name of a place
 * @x: left edge, in points from the left of the page
 * @y: upper edge, in points from the top of the page
 * @width: in points
 * @height: in points
 *
 * What can be clicked.
 */
typedef struct
{
  KompassTagElement *element;
  guint page;
  char *target;
  double x;
  double y;
  double width;
  double height;
} KompassTagLink;

/**
 * KompassTagPlace:
 * @page: the page, from 0
 * @y: in points from the top of the page
 *
 * Where links lead to.
 */
typedef struct
{
  guint page;
  double y;
} KompassTagPlace;

KompassTagElement     *kompass_page_tags_get_root      (KompassPageTags *self);
guint                  kompass_page_tags_get_n_pages   (KompassPageTags *self);
guint                  kompass_page_tags_get_n_marks   (KompassPageTags *self,
                                                        guint            page);
guint                  kompass_page_tags_get_n_links   (KompassPageTags *self);
const KompassTagLink  *kompass_page_tags_get_link      (KompassPageTags *self,
                                                        guint            link);
const KompassTagPlace *kompass_page_tags_get_place     (KompassPageTags *self,
                                                        const char      *anchor);

G_END_DECLS
