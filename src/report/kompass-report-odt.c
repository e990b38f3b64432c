/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report as an OpenDocument file, to go on writing in a word processor: what the pages show, with styles that word processors
 * know, contents and running heads that follow, and the same bytes whenever it is made of the same. */
#include "kompass-report-odt.h"

#include "config.h"
#include "kompass-odt-private.h"
#include "kompass-zip.h"

#define MIME_TYPE "application/vnd.oasis.opendocument.text"

static void
odt_init (KompassOdt             *self,
          KompassDocument        *document,
          const KompassPageSetup *setup)
{
  g_autofree char *family = NULL;

  *self = (KompassOdt) { .document = document, .setup = setup };
  family = kompass_odt_get_family (self);
  self->fonts = kompass_page_fonts_new (family, document->language);
  self->pages = kompass_pages_new (setup);
  kompass_pages_set_document (self->pages, document);
  self->width = setup->width - setup->left - setup->right;
  self->height = setup->height - setup->top - setup->bottom;
  self->body = kompass_odt_xml_new ();
  self->styles = kompass_odt_xml_new ();
  self->style_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->bookmarks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->pictures = g_ptr_array_new_with_free_func (kompass_odt_part_free);
  self->picture_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
odt_clear (KompassOdt *self)
{
  kompass_page_fonts_free (self->fonts);
  g_object_unref (self->pages);
  kompass_odt_xml_free (self->body);
  kompass_odt_xml_free (self->styles);
  g_hash_table_unref (self->style_names);
  g_hash_table_unref (self->bookmarks);
  g_ptr_array_unref (self->pictures);
  g_hash_table_unref (self->picture_names);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KompassOdt, odt_clear)

/* Where a block begins on our pages: its first row of a kind, or NULL. */
const KompassPageFragment *
kompass_odt_find_fragment (KompassOdt         *self,
                           const KompassBlock *block,
                           KompassPageRowKind  kind)
{
  const GPtrArray *pages = kompass_pages_get_layout (self->pages)->pages;

  for (guint i = 0; i < pages->len; i++)
    {
      const KompassPage *page = g_ptr_array_index (pages, i);

      for (guint j = 0; j < page->fragments->len; j++)
        {
          const KompassPageFragment *fragment = g_ptr_array_index (page->fragments, j);

          if (fragment->item->block == block && fragment->row->kind == kind)
            return fragment;
        }
    }

  return NULL;
}

/* Content */

static void
write_block (KompassOdt         *self,
             const KompassBlock *block,
             const char         *chapter)
{
  static const char *const styles[] = {
    [KOMPASS_PARAGRAPH_STYLE_BODY] = "Text_20_body",
    [KOMPASS_PARAGRAPH_STYLE_SUBTITLE] = "Chapter_20_line",
    [KOMPASS_PARAGRAPH_STYLE_NOTE] = "Note",
  };

  switch (block->kind)
    {
    case KOMPASS_BLOCK_HEADING:
      kompass_odt_write_heading (self, block, chapter);
      break;
    case KOMPASS_BLOCK_PARAGRAPH:
      kompass_odt_write_paragraph (self, styles[block->style], block->anchor, block->spans);
      break;
    case KOMPASS_BLOCK_LIST:
      kompass_odt_write_list (self, "List_20_1", "List_20_1", "List_20_1_20_End", block->items);
      break;
    case KOMPASS_BLOCK_FIGURE:
      kompass_odt_write_figure (self, block);
      break;
    case KOMPASS_BLOCK_TABLE:
      kompass_odt_write_grid (self, block);
      break;
    case KOMPASS_BLOCK_FINDINGS:
      kompass_odt_write_findings (self, block);
      break;
    case KOMPASS_BLOCK_RESULT:
      kompass_odt_write_result (self, block);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
write_chapter (KompassOdt           *self,
               const KompassChapter *chapter)
{
  for (guint i = 0; i < chapter->blocks->len; i++)
    {
      self->next = i + 1 < chapter->blocks->len ? g_ptr_array_index (chapter->blocks, i + 1) : NULL;
      write_block (self, g_ptr_array_index (chapter->blocks, i), i == 0 ? chapter->anchor : NULL);
    }
}

static GBytes *
create_content (KompassOdt *self)
{
  g_autoptr (KompassOdtXml) xml = kompass_odt_xml_new_document ("office:document-content");

  kompass_odt_write_cover (self);
  /* A single chapter is found without contents. */
  if (self->document->chapters->len > 1)
    kompass_odt_write_contents (self);
  for (guint i = 0; i < self->document->chapters->len; i++)
    write_chapter (self, g_ptr_array_index (self->document->chapters, i));

  kompass_odt_write_fonts (self, xml);
  kompass_odt_xml_start (xml, "office:automatic-styles", NULL);
  kompass_odt_write_cell_styles (self, xml);
  kompass_odt_write_picture_styles (xml);
  kompass_odt_xml_append (xml, self->styles);
  kompass_odt_xml_end (xml);
  kompass_odt_xml_start (xml, "office:body", NULL);
  kompass_odt_xml_start (xml, "office:text", NULL);
  kompass_odt_xml_append (xml, self->body);

  return kompass_odt_xml_finish (xml);
}

/* About the file */

static GBytes *
create_meta (KompassOdt *self)
{
  g_autoptr (KompassOdtXml) xml = kompass_odt_xml_new_document ("office:document-meta");
  const KompassDocument *document = self->document;
  g_auto (GStrv) keywords = g_strsplit (document->keywords != NULL ? document->keywords : "", ",", -1);
  g_autofree char *time = g_date_time_format (document->time, "%Y-%m-%dT%H:%M:%SZ");

  kompass_odt_xml_start (xml, "office:meta", NULL);
  kompass_odt_xml_text (xml, "meta:generator", "Kommunkompass/" PACKAGE_VERSION);
  kompass_odt_xml_text (xml, "dc:title", document->title);
  kompass_odt_xml_text (xml, "dc:subject", document->subject);
  for (char **keyword = keywords; *keyword != NULL; keyword++)
    kompass_odt_xml_text (xml, "meta:keyword", g_strstrip (*keyword));
  kompass_odt_xml_text (xml, "meta:initial-creator", document->author);
  kompass_odt_xml_text (xml, "dc:creator", document->author);
  kompass_odt_xml_text (xml, "meta:creation-date", time);
  kompass_odt_xml_text (xml, "dc:date", time);
  kompass_odt_xml_text (xml, "dc:language", document->language);

  return kompass_odt_xml_finish (xml);
}

static void
append_manifest_entry (GString    *manifest,
                       const char *name,
                       const char *type)
{
  g_string_append_printf (manifest,
                          "<manifest:file-entry manifest:full-path=\"%s\"%s manifest:media-type=\"%s\"/>",
                          name, g_str_equal (name, "/") ? " manifest:version=\"1.2\"" : "", type);
}

/* The list of members. All names are ours, without anything to escape. */
static GBytes *
create_manifest (KompassOdt *self)
{
  GString *manifest = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                    "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""
                                    " manifest:version=\"1.2\">");

  append_manifest_entry (manifest, "/", MIME_TYPE);
  append_manifest_entry (manifest, "content.xml", "text/xml");
  append_manifest_entry (manifest, "styles.xml", "text/xml");
  append_manifest_entry (manifest, "meta.xml", "text/xml");
  for (guint i = 0; i < self->pictures->len; i++)
    {
      const KompassOdtPart *part = g_ptr_array_index (self->pictures, i);

      append_manifest_entry (manifest, part->name, part->type);
    }
  g_string_append (manifest, "</manifest:manifest>\n");

  return g_string_free_to_bytes (manifest);
}

static void
add_part (KompassZip *zip,
          const char *name,
          GBytes     *content)
{
  kompass_zip_add (zip, name, content, FALSE);
  g_bytes_unref (content);
}

/**
 * kompass_report_odt_create:
 * @document: a report
 * @setup: sheet, margins and font
 * @error: return location for an error: one of drawing a chart or putting the package together
 *
 * Writes a report as an OpenDocument text (1.2). Its only time is that of the document, so the same report gives the same
 * bytes. Can be called in any thread.
 *
 * Returns: (transfer full): the file, or %NULL with @error set
 */
GBytes *
kompass_report_odt_create (KompassDocument         *document,
                           const KompassPageSetup  *setup,
                           GError                 **error)
{
  g_auto (KompassOdt) odt = { 0 };
  g_autoptr (KompassZip) zip = NULL;
  g_autoptr (GBytes) type = g_bytes_new_static (MIME_TYPE, sizeof MIME_TYPE - 1);

  g_return_val_if_fail (document != NULL && setup != NULL, NULL);

  odt_init (&odt, document, setup);
  zip = kompass_zip_new (document->time);
  /* What the package is has to be readable at its beginning. */
  kompass_zip_add (zip, "mimetype", type, TRUE);
  add_part (zip, "content.xml", create_content (&odt));
  add_part (zip, "styles.xml", kompass_odt_create_styles (&odt));
  add_part (zip, "meta.xml", create_meta (&odt));
  for (guint i = 0; i < odt.pictures->len; i++)
    {
      const KompassOdtPart *part = g_ptr_array_index (odt.pictures, i);

      kompass_zip_add (zip, part->name, part->content, g_str_has_suffix (part->name, ".png"));
    }
  add_part (zip, "META-INF/manifest.xml", create_manifest (&odt));
  if (odt.error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&odt.error));
      return NULL;
    }

  return kompass_zip_finish (zip, error);
}
