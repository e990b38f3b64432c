/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tags of pages: what is drawn gets numbered marks, and a tree of its own says what the marks mean.
 *
 * Cairo 1.16 writes a structure tree of what is begun and ended. But it drops alternative texts and the scope of headers, gives
 * an element with children no marks of its own, cannot go on with an element on another page once it is ended, and
 * fails at a link to a place that does not exist. So cairo is only asked for the marks, each a flat element in the order in
 * which they are begun, from which their numbers are read. The tree beside it is written by whoever finishes the
 * file, instead of cairo's. */

#include "kompass-page-tags-private.h"

struct _KompassPageTags
{
  cairo_t *cr;
  KompassTagElement *root;
  KompassTagElement *current;
  GHashTable *pieces;   /* (element-type Piece KompassTagElement): those that can go on */
  GHashTable *places;   /* (element-type utf8 KompassTagPlace) */
  GArray *links;        /* of KompassTagLink */
  GArray *n_marks;      /* of guint: on each of the pages before this one */
  guint n_marks_here;
  gboolean begun;       /* whether something is begun on this page */
  gboolean open;        /* whether a mark is begun */
};

typedef struct
{
  const KompassTagElement *parent;
  KompassPageTag tag;
  guint piece;
} Piece;

typedef struct
{
  const char *name;
  gboolean drawn;       /* whether what is drawn directly in it belongs to it */
} Kind;

static const Kind kinds[] = {
  [KOMPASS_TAG_SECTION] = { "Sect", FALSE },
  [KOMPASS_TAG_HEADING_1] = { "H1", TRUE },
  [KOMPASS_TAG_HEADING_2] = { "H2", TRUE },
  [KOMPASS_TAG_HEADING_3] = { "H3", TRUE },
  [KOMPASS_TAG_PARAGRAPH] = { "P", TRUE },
  [KOMPASS_TAG_LIST] = { "L", FALSE },
  [KOMPASS_TAG_LIST_ITEM] = { "LI", FALSE },
  [KOMPASS_TAG_LABEL] = { "Lbl", TRUE },
  [KOMPASS_TAG_BODY] = { "LBody", TRUE },
  [KOMPASS_TAG_TABLE] = { "Table", FALSE },
  [KOMPASS_TAG_TABLE_ROW] = { "TR", FALSE },
  [KOMPASS_TAG_TABLE_HEADER] = { "TH", TRUE },
  [KOMPASS_TAG_TABLE_CELL] = { "TD", TRUE },
  [KOMPASS_TAG_FIGURE] = { "Figure", TRUE },
  [KOMPASS_TAG_CAPTION] = { "Caption", TRUE },
  [KOMPASS_TAG_NOTE] = { "Note", TRUE },
  [KOMPASS_TAG_SPAN] = { "Span", TRUE },
  [KOMPASS_TAG_LINK] = { "Link", TRUE },
  [KOMPASS_TAG_TOC] = { "TOC", FALSE },
  [KOMPASS_TAG_TOC_ITEM] = { "TOCI", FALSE },
};

static const KompassTagAbout nothing;

/* Pieces */

static guint
piece_hash (gconstpointer key)
{
  const Piece *piece = key;

  return g_direct_hash (piece->parent) * 31 + piece->tag * 7919 + piece->piece;
}

static gboolean
piece_equal (gconstpointer a,
             gconstpointer b)
{
  const Piece *one = a;
  const Piece *other = b;

  return one->parent == other->parent && one->tag == other->tag && one->piece == other->piece;
}

/* Elements */

static KompassTagElement *
element_new (KompassTagElement     *parent,
             const char            *name,
             const KompassTagAbout *about)
{
  KompassTagElement *self = g_new0 (KompassTagElement, 1);

  self->parent = parent;
  self->name = name;
  self->piece = about->piece;
  self->scope = about->scope;
  self->alt = g_strdup (about->alt);
  self->text = g_strdup (about->text);
  self->language = g_strdup (about->language);
  self->kids = g_array_new (FALSE, FALSE, sizeof (KompassTagKid));
  if (parent != NULL)
    {
      KompassTagKid kid = { .element = self };

      g_array_append_val (parent->kids, kid);
    }
  return self;
}

static void
element_free (KompassTagElement *self)
{
  for (guint i = 0; i < self->kids->len; i++)
    {
      KompassTagElement *kid = g_array_index (self->kids, KompassTagKid, i).element;

      if (kid != NULL)
        element_free (kid);
    }
  g_array_unref (self->kids);
  g_free (self->alt);
  g_free (self->text);
  g_free (self->language);
  g_free (self);
}

static void
link_clear (KompassTagLink *self)
{
  g_free (self->target);
}

/* Marks */

static gboolean
is_drawn (const KompassTagElement *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].name == element->name)
      return kinds[i].drawn;
  return FALSE;
}

/* Cairo would want to make an annotation of a link at once, when the place it leads to may not be known yet. */
static const char *
get_mark_name (const KompassTagElement *element)
{
  return element->name == kinds[KOMPASS_TAG_LINK].name ? kinds[KOMPASS_TAG_SPAN].name : element->name;
}

static void
close_mark (KompassPageTags *self)
{
  if (self->open)
    cairo_tag_end (self->cr, get_mark_name (self->current));
  self->open = FALSE;
}

static void
open_mark (KompassPageTags *self)
{
  KompassTagKid kid = { .page = self->n_marks->len, .number = self->n_marks_here };

  if (!is_drawn (self->current))
    return;
  self->n_marks_here++;
  g_array_append_val (self->current->kids, kid);
  cairo_tag_begin (self->cr, get_mark_name (self->current), NULL);
  self->open = TRUE;
}

/* Cairo 1.16 loses count of what is begun on a page where the first that is drawn is a picture, as emoji are: so it is a speck of
 * paper. */
static void
begin_page (KompassPageTags *self)
{
  cairo_save (self->cr);
  cairo_identity_matrix (self->cr);
  cairo_set_source_rgb (self->cr, 1, 1, 1);
  cairo_rectangle (self->cr, 0, 0, 0.01, 0.01);
  cairo_fill (self->cr);
  cairo_restore (self->cr);
  self->begun = TRUE;
}

/* Pieces */

static KompassTagElement *
find_element (KompassPageTags       *self,
              KompassPageTag         tag,
              const KompassTagAbout *about)
{
  const Piece piece = { self->current, tag, about->piece };
  KompassTagElement *element;

  if (about->piece == 0)
    return element_new (self->current, kinds[tag].name, about);
  element = g_hash_table_lookup (self->pieces, &piece);
  if (element == NULL)
    {
      element = element_new (self->current, kinds[tag].name, about);
      g_hash_table_insert (self->pieces, g_memdup2 (&piece, sizeof piece), element);
    }
  return element;
}

static void
add_place (KompassPageTags       *self,
           const KompassTagAbout *about)
{
  KompassTagPlace place = { .page = self->n_marks->len };
  double x = about->x;

  if (about->anchor == NULL || g_hash_table_contains (self->places, about->anchor))
    return;
  place.y = about->y;
  cairo_user_to_device (self->cr, &x, &place.y);
  g_hash_table_insert (self->places, g_strdup (about->anchor), g_memdup2 (&place, sizeof place));
}

static void
add_link (KompassPageTags       *self,
          const KompassTagAbout *about)
{
  KompassTagLink link = { .element = self->current, .page = self->n_marks->len };
  KompassTagKid kid = { .page = link.page, .number = self->links->len, .link = TRUE };

  if (about->target == NULL || about->width <= 0 || about->height <= 0)
    return;
  link.target = g_strdup (about->target);
  link.x = about->x;
  link.y = about->y;
  link.width = about->width;
  link.height = about->height;
  cairo_user_to_device (self->cr, &link.x, &link.y);
  cairo_user_to_device_distance (self->cr, &link.width, &link.height);
  g_array_append_val (self->links, link);
  g_array_append_val (self->current->kids, kid);
}

/**
 * kompass_page_tags_new:
 * @cr: what all the pages are drawn with: a cairo context on a PDF surface
 *
 * Returns: (transfer full): tags for its pages, on the first of them
 */
KompassPageTags *
kompass_page_tags_new (cairo_t *cr)
{
  KompassPageTags *self = g_new0 (KompassPageTags, 1);

  self->cr = cairo_reference (cr);
  self->root = element_new (NULL, "Document", &nothing);
  self->current = self->root;
  self->pieces = g_hash_table_new_full (piece_hash, piece_equal, g_free, NULL);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->links = g_array_new (FALSE, FALSE, sizeof (KompassTagLink));
  g_array_set_clear_func (self->links, (GDestroyNotify) link_clear);
  self->n_marks = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
kompass_page_tags_free (KompassPageTags *self)
{
  cairo_destroy (self->cr);
  element_free (self->root);
  g_hash_table_unref (self->pieces);
  g_hash_table_unref (self->places);
  g_array_unref (self->links);
  g_array_unref (self->n_marks);
  g_free (self);
}

/**
 * kompass_page_tags_begin:
 * @self: (nullable): the tags
 * @tag: what begins
 * @about: (nullable): more about it
 *
 * Begins a piece, in the one that is begun last. What is drawn from now on belongs to it.
 */
void
kompass_page_tags_begin (KompassPageTags       *self,
                         KompassPageTag         tag,
                         const KompassTagAbout *about)
{
  g_return_if_fail (tag < G_N_ELEMENTS (kinds));

  if (self == NULL)
    return;
  if (about == NULL)
    about = &nothing;

  if (!self->begun)
    begin_page (self);
  close_mark (self);
  self->current = find_element (self, tag, about);
  add_place (self, about);
  add_link (self, about);
  open_mark (self);
}

/**
 * kompass_page_tags_end:
 * @self: (nullable): the tags
 * @tag: what ends: the piece that was begun last
 *
 * Ends a piece. What is drawn from now on belongs to the piece around it.
 */
void
kompass_page_tags_end (KompassPageTags *self,
                       KompassPageTag   tag)
{
  g_return_if_fail (tag < G_N_ELEMENTS (kinds));

  if (self == NULL)
    return;
  g_return_if_fail (self->current->parent != NULL && self->current->name == kinds[tag].name);

  close_mark (self);
  self->current = self->current->parent;
  open_mark (self);
}

/**
 * kompass_page_tags_turn:
 * @self: (nullable): the tags
 *
 * Says that a page is finished. To be called after cairo_show_page(), with all pieces ended, once for every page.
 */
void
kompass_page_tags_turn (KompassPageTags *self)
{
  if (self == NULL)
    return;
  g_return_if_fail (self->current == self->root);

  g_array_append_val (self->n_marks, self->n_marks_here);
  self->n_marks_here = 0;
  self->begun = FALSE;
}

/* For whoever finishes the file */

/* Returns: (transfer none): the document */
KompassTagElement *
kompass_page_tags_get_root (KompassPageTags *self)
{
  return self->root;
}

/* Returns: how many pages are finished */
guint
kompass_page_tags_get_n_pages (KompassPageTags *self)
{
  return self->n_marks->len;
}

/* Returns: how many marks were begun on the finished @page */
guint
kompass_page_tags_get_n_marks (KompassPageTags *self,
                               guint            page)
{
  g_return_val_if_fail (page < self->n_marks->len, 0);

  return g_array_index (self->n_marks, guint, page);
}

/* Returns: how many links there are, in the order in which they were drawn */
guint
kompass_page_tags_get_n_links (KompassPageTags *self)
{
  return self->links->len;
}

/* Returns: (transfer none): a link */
const KompassTagLink *
kompass_page_tags_get_link (KompassPageTags *self,
                            guint            link)
{
  g_return_val_if_fail (link < self->links->len, NULL);

  return &g_array_index (self->links, KompassTagLink, link);
}

/* Returns: (transfer none) (nullable): where @anchor is */
const KompassTagPlace *
kompass_page_tags_get_place (KompassPageTags *self,
                             const char      *anchor)
{
  return g_hash_table_lookup (self->places, anchor);
}
