/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The structure of a PDF, for those who read it by ear or take text from it: its elements in reading order, which marks on
 * which pages belong to them, and what can be clicked. It stands in the place of the tree that cairo writes. */

#include "kompass-pdf-structure.h"

#include <string.h>

#include "kompass-pdf-marks.h"

typedef struct
{
  KompassPdfFile *file;
  KompassPageTags *tags;
  KompassPdfMarks *numbers; /* of the marks */
  double height;           /* of every page, in points */
  GHashTable *objects;     /* (element-type KompassTagElement guint) */
  GArray **marks;          /* of guint, per page: the objects of the elements that its marks belong to, or 0 */
  guint *links;            /* per link: the object of its annotation, or 0 where it leads nowhere */
  GString *text;           /* what is being written */
} Structure;

/* Numbers */

static int
get_number (Structure           *self,
            const KompassTagKid *kid)
{
  return kompass_pdf_marks_get_number (self->numbers, kid->page, kid->number);
}

static void
set_owner (Structure           *self,
           const KompassTagKid *kid,
           guint                object)
{
  int number = get_number (self, kid);

  if (number != KOMPASS_PDF_NO_MARK)
    g_array_index (self->marks[kid->page], guint, number) = object;
}

static guint
get_object (Structure               *self,
            const KompassTagElement *element)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->objects, element));
}

static void
reserve_objects (Structure               *self,
                 const KompassTagElement *element)
{
  guint object = kompass_pdf_file_reserve (self->file);

  g_hash_table_insert (self->objects, (gpointer) element, GUINT_TO_POINTER (object));
  for (guint i = 0; i < element->kids->len; i++)
    {
      const KompassTagKid *kid = &g_array_index (element->kids, KompassTagKid, i);

      if (kid->element != NULL)
        reserve_objects (self, kid->element);
      else if (!kid->link)
        set_owner (self, kid, object);
    }
}

/* Links */

static gboolean
is_uri (const char *target)
{
  static const char *const schemes[] = { "http:", "https:", "mailto:" };

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (target, schemes[i], strlen (schemes[i])) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
append_goal (Structure  *self,
             const char *target)
{
  if (*target == '#')
    {
      const KompassTagPlace *place = kompass_page_tags_get_place (self->tags, target + 1);

      if (place == NULL)
        return FALSE;
      g_string_append_printf (self->text, "/Dest [ %u 0 R /XYZ null ", kompass_pdf_file_get_page (self->file, place->page));
      kompass_pdf_append_number (self->text, self->height - place->y);
      g_string_append (self->text, " null ] ");
      return TRUE;
    }
  if (is_uri (target))
    {
      /* A URI has letters beyond ASCII only in escaped form. */
      g_autofree char *escaped = g_uri_escape_string (target, G_URI_RESERVED_CHARS_GENERIC_DELIMITERS
                                                      G_URI_RESERVED_CHARS_SUBCOMPONENT_DELIMITERS "%", FALSE);

      g_string_append (self->text, "/A << /Type /Action /S /URI /URI ");
      kompass_pdf_append_text (self->text, escaped);
      g_string_append (self->text, " >> ");
      return TRUE;
    }
  return FALSE;
}

static void
append_rectangle (Structure            *self,
                  const KompassTagLink *link)
{
  const double edges[] = { link->x, self->height - link->y - link->height, link->x + link->width, self->height - link->y };

  g_string_append (self->text, "/Rect [ ");
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      kompass_pdf_append_number (self->text, edges[i]);
      g_string_append_c (self->text, ' ');
    }
  g_string_append (self->text, "] ");
}

/* PDF/A wants annotations that are printed (flag 4); a link without a border prints nothing. */
static void
add_link (Structure *self,
          guint      index)
{
  const KompassTagLink *link = kompass_page_tags_get_link (self->tags, index);

  g_string_assign (self->text, "<< /Type /Annot /Subtype /Link /F 4 /Border [ 0 0 0 ] ");
  if (!append_goal (self, link->target))
    return;
  append_rectangle (self, link);
  if (link->element->alt != NULL)
    {
      g_string_append (self->text, "/Contents ");
      kompass_pdf_append_text (self->text, link->element->alt);
    }
  g_string_append_printf (self->text, " /P %u 0 R /StructParent %u >>", kompass_pdf_file_get_page (self->file, link->page),
                          kompass_page_tags_get_n_pages (self->tags) + index);
  self->links[index] = kompass_pdf_file_add (self->file, self->text->str);
}

/* Elements */

static void
append_mark (Structure           *self,
             const KompassTagKid *kid,
             guint                page)
{
  int number = get_number (self, kid);

  if (number == KOMPASS_PDF_NO_MARK)
    return;
  if (kid->page == page)
    g_string_append_printf (self->text, "%d ", number);
  else
    g_string_append_printf (self->text, "<< /Type /MCR /Pg %u 0 R /MCID %d >> ",
                            kompass_pdf_file_get_page (self->file, kid->page), number);
}

static void
append_kid (Structure           *self,
            const KompassTagKid *kid,
            guint                page)
{
  if (kid->element != NULL)
    g_string_append_printf (self->text, "%u 0 R ", get_object (self, kid->element));
  else if (kid->link && self->links[kid->number] != 0)
    g_string_append_printf (self->text, "<< /Type /OBJR /Pg %u 0 R /Obj %u 0 R >> ",
                            kompass_pdf_file_get_page (self->file, kid->page), self->links[kid->number]);
  else if (!kid->link)
    append_mark (self, kid, page);
}

static void
append_kids (Structure               *self,
             const KompassTagElement *element)
{
  guint page = G_MAXUINT;

  for (guint i = 0; i < element->kids->len && page == G_MAXUINT; i++)
    {
      const KompassTagKid *kid = &g_array_index (element->kids, KompassTagKid, i);

      if (kid->element == NULL && !kid->link)
        page = kid->page;
    }
  if (page != G_MAXUINT)
    g_string_append_printf (self->text, "/Pg %u 0 R ", kompass_pdf_file_get_page (self->file, page));

  g_string_append (self->text, "/K [ ");
  for (guint i = 0; i < element->kids->len; i++)
    append_kid (self, &g_array_index (element->kids, KompassTagKid, i), page);
  g_string_append (self->text, "] ");
}

static void
append_words (Structure  *self,
              const char *key,
              const char *words)
{
  if (words == NULL)
    return;
  g_string_append (self->text, key);
  kompass_pdf_append_text (self->text, words);
}

static void
put_element (Structure               *self,
             const KompassTagElement *element,
             guint                    parent)
{
  guint object = get_object (self, element);

  g_string_printf (self->text, "<< /Type /StructElem /S /%s /P %u 0 R ", element->name, parent);
  append_kids (self, element);
  append_words (self, "/Alt ", element->alt);
  append_words (self, "/ActualText ", element->text);
  append_words (self, "/Lang ", element->language);
  if (element->scope != KOMPASS_TAG_SCOPE_NONE)
    g_string_append_printf (self->text, "/A << /O /Table /Scope /%s >> ",
                            element->scope == KOMPASS_TAG_SCOPE_ROW ? "Row" : "Column");
  g_string_append (self->text, ">>");
  kompass_pdf_file_put (self->file, object, self->text->str);

  for (guint i = 0; i < element->kids->len; i++)
    {
      const KompassTagKid *kid = &g_array_index (element->kids, KompassTagKid, i);

      if (kid->element != NULL)
        put_element (self, kid->element, object);
    }
}

static void
append_owner (Structure *self,
              guint      object)
{
  if (object != 0)
    g_string_append_printf (self->text, "%u 0 R ", object);
  else
    g_string_append (self->text, "null ");
}

/* Which element each mark and each link belongs to: pages are 0 and on, links follow. */
static guint
add_parents (Structure *self)
{
  guint n_pages = kompass_page_tags_get_n_pages (self->tags);
  guint n_links = kompass_page_tags_get_n_links (self->tags);

  g_string_assign (self->text, "<< /Nums [ ");
  for (guint i = 0; i < n_pages; i++)
    {
      g_string_append_printf (self->text, "%u [ ", i);
      for (guint j = 0; j < self->marks[i]->len; j++)
        append_owner (self, g_array_index (self->marks[i], guint, j));
      g_string_append (self->text, "] ");
    }
  for (guint i = 0; i < n_links; i++)
    if (self->links[i] != 0)
      g_string_append_printf (self->text, "%u %u 0 R ", n_pages + i,
                              get_object (self, kompass_page_tags_get_link (self->tags, i)->element));
  g_string_append (self->text, "] >>");
  return kompass_pdf_file_add (self->file, self->text->str);
}

/* Pages */

static void
set_annotations (Structure *self,
                 guint      page)
{
  guint object = kompass_pdf_file_get_page (self->file, page);
  gboolean any = FALSE;

  g_string_assign (self->text, "[ ");
  for (guint i = 0; i < kompass_page_tags_get_n_links (self->tags); i++)
    if (self->links[i] != 0 && kompass_page_tags_get_link (self->tags, i)->page == page)
      {
        g_string_append_printf (self->text, "%u 0 R ", self->links[i]);
        any = TRUE;
      }
  g_string_append_c (self->text, ']');
  kompass_pdf_file_set (self->file, object, "/Annots", any ? self->text->str : NULL);
}

static void
set_page (Structure *self,
          guint      page)
{
  guint object = kompass_pdf_file_get_page (self->file, page);
  g_autofree char *number = g_strdup_printf ("%u", page);

  set_annotations (self, page);
  kompass_pdf_file_set (self->file, object, "/StructParents", number);
  /* The Tab key follows the structure. */
  kompass_pdf_file_set (self->file, object, "/Tabs", "/S");
}

static void
structure_init (Structure       *self,
                KompassPdfFile  *file,
                KompassPageTags *tags,
                KompassPdfMarks *numbers,
                double           height)
{
  guint n_pages = kompass_page_tags_get_n_pages (tags);

  *self = (Structure) { .file = file, .tags = tags, .numbers = numbers, .height = height };
  self->objects = g_hash_table_new (NULL, NULL);
  self->links = g_new0 (guint, kompass_page_tags_get_n_links (tags));
  self->text = g_string_new (NULL);
  self->marks = g_new (GArray *, n_pages);
  for (guint i = 0; i < n_pages; i++)
    {
      self->marks[i] = g_array_new (FALSE, TRUE, sizeof (guint));
      g_array_set_size (self->marks[i], kompass_pdf_marks_get_n (numbers, i));
    }
}

static void
structure_clear (Structure *self)
{
  if (self->tags == NULL)
    return;
  for (guint i = 0; i < kompass_page_tags_get_n_pages (self->tags); i++)
    g_array_unref (self->marks[i]);
  g_free (self->marks);
  g_free (self->links);
  g_hash_table_unref (self->objects);
  g_string_free (self->text, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Structure, structure_clear)

/**
 * kompass_pdf_structure_write:
 * @file: a PDF that was drawn by cairo
 * @tags: the tags it was drawn with; every page of @file is finished
 * @height: height of its pages, in points
 * @error: return location for a %KOMPASS_REPORT_ERROR_FILE
 *
 * Gives @file the structure and the links of @tags.
 *
 * Returns: %FALSE if @file was not drawn with @tags
 */
gboolean
kompass_pdf_structure_write (KompassPdfFile   *file,
                             KompassPageTags  *tags,
                             double            height,
                             GError          **error)
{
  g_autoptr (KompassPdfMarks) numbers = kompass_pdf_marks_new (file, tags, error);
  g_auto (Structure) self = { 0 };
  KompassTagElement *document = kompass_page_tags_get_root (tags);
  g_autofree char *reference = NULL;
  g_autofree char *tree = NULL;
  guint root;

  if (numbers == NULL)
    return FALSE;
  root = kompass_pdf_file_reserve (file);
  structure_init (&self, file, tags, numbers, height);
  reserve_objects (&self, document);
  for (guint i = 0; i < kompass_page_tags_get_n_links (tags); i++)
    add_link (&self, i);
  put_element (&self, document, root);
  for (guint i = 0; i < kompass_page_tags_get_n_pages (tags); i++)
    set_page (&self, i);

  tree = g_strdup_printf ("<< /Type /StructTreeRoot /K [ %u 0 R ] /ParentTree %u 0 R /ParentTreeNextKey %u >>",
                          get_object (&self, document), add_parents (&self),
                          kompass_page_tags_get_n_pages (tags) + kompass_page_tags_get_n_links (tags));
  kompass_pdf_file_put (file, root, tree);
  reference = g_strdup_printf ("%u 0 R", root);
  kompass_pdf_file_set (file, kompass_pdf_file_get_root (file), "/StructTreeRoot", reference);
  kompass_pdf_file_set (file, kompass_pdf_file_get_root (file), "/MarkInfo", "<< /Marked true >>");
  return TRUE;
}
