/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports for word processors: what is in the file, that any text is well-formed, and where LibreOffice is installed, that it
 * shows all of it. */
#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <locale.h>
#include <string.h>

#include "kompass-report-odt.h"
#include "kompass-test-document.h"
#include "kompass-test-zip.h"

typedef struct
{
  KompassPageSetup setup;
  xmlDoc *xml;
  xmlXPathContext *context;
} Fixture;

static const char *const namespaces[][2] = {
  { "office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0" },
  { "style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0" },
  { "text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0" },
  { "table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0" },
  { "draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" },
  { "fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" },
  { "svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" },
  { "manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" },
  { "xlink", "http://www.w3.org/1999/xlink" },
  { "dc", "http://purl.org/dc/elements/1.1/" },
};

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  kompass_page_setup_init_a4 (&fixture->setup);
}

static void
close_xml (Fixture *fixture)
{
  g_clear_pointer (&fixture->context, xmlXPathFreeContext);
  g_clear_pointer (&fixture->xml, xmlFreeDoc);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  close_xml (fixture);
}

static GBytes *
create (Fixture         *fixture,
        KompassDocument *document)
{
  g_autoptr (GError) error = NULL;
  GBytes *odt = kompass_report_odt_create (document, &fixture->setup, &error);

  g_assert_no_error (error);
  g_assert_nonnull (odt);

  return odt;
}

/* Parses a member, which must be well-formed without mercy. */
static void
open_xml (Fixture    *fixture,
          GBytes     *odt,
          const char *name)
{
  g_autoptr (GBytes) member = kompass_test_zip_read (odt, name);
  gsize size;
  const char *text = g_bytes_get_data (member, &size);

  close_xml (fixture);
  fixture->xml = xmlReadMemory (text, (int) size, name, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
  g_assert_nonnull (fixture->xml);
  fixture->context = xmlXPathNewContext (fixture->xml);
  for (guint i = 0; i < G_N_ELEMENTS (namespaces); i++)
    xmlXPathRegisterNs (fixture->context, (const xmlChar *) namespaces[i][0], (const xmlChar *) namespaces[i][1]);
}

static double
count (Fixture    *fixture,
       const char *path)
{
  g_autofree char *expression = g_strdup_printf ("count(%s)", path);
  xmlXPathObject *object = xmlXPathEval ((const xmlChar *) expression, fixture->context);
  double number;

  g_assert_nonnull (object);
  number = object->floatval;
  xmlXPathFreeObject (object);

  return number;
}

static char *
get_text (Fixture    *fixture,
          const char *path)
{
  g_autofree char *expression = g_strdup_printf ("string(%s)", path);
  xmlXPathObject *object = xmlXPathEval ((const xmlChar *) expression, fixture->context);
  char *text;

  g_assert_nonnull (object);
  text = g_strdup ((const char *) object->stringval);
  xmlXPathFreeObject (object);

  return text;
}

/* The values of the attributes or texts at a path. */
static GPtrArray *
get_all (Fixture    *fixture,
         const char *path)
{
  xmlXPathObject *object = xmlXPathEval ((const xmlChar *) path, fixture->context);
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);

  g_assert_nonnull (object);
  for (int i = 0; object->nodesetval != NULL && i < object->nodesetval->nodeNr; i++)
    {
      xmlChar *value = xmlNodeGetContent (object->nodesetval->nodeTab[i]);

      g_ptr_array_add (values, g_strdup ((const char *) value));
      xmlFree (value);
    }
  xmlXPathFreeObject (object);

  return values;
}

/* Spaces are elements here and there. */
static char *
remove_spaces (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));

  return g_string_free (plain, FALSE);
}

static void
append_rich (GPtrArray *words,
             GPtrArray *rich)
{
  if (rich != NULL)
    g_ptr_array_add (words, kompass_rich_to_plain (rich));
}

static void
append_list (GPtrArray *words,
             GPtrArray *items)
{
  for (guint i = 0; items != NULL && i < items->len; i++)
    append_rich (words, g_ptr_array_index (items, i));
}

static void
append_grid (GPtrArray         *words,
             const KompassGrid *grid)
{
  for (guint i = 0; grid != NULL && i < grid->rows->len; i++)
    {
      const KompassGridRow *row = g_ptr_array_index (grid->rows, i);

      for (guint j = 0; j < row->cells->len; j++)
        append_rich (words, ((const KompassGridCell *) g_ptr_array_index (row->cells, j))->spans);
    }
}

static void
append_block (GPtrArray          *words,
              const KompassBlock *block)
{
  g_ptr_array_add (words, g_strdup (block->number));
  g_ptr_array_add (words, g_strdup (block->caption));
  g_ptr_array_add (words, g_strdup (block->big));
  append_rich (words, block->spans);
  append_list (words, block->items);
  append_grid (words, block->grid);
  for (char **line = block->lines; line != NULL && *line != NULL; line++)
    g_ptr_array_add (words, g_strdup (*line));
  for (guint i = 0; i < KOMPASS_N_LISTS; i++)
    {
      g_ptr_array_add (words, g_strdup (block->titles[i]));
      append_list (words, block->lists[i]);
    }
}

/* All that a document says, except what is only for those who cannot see its pictures; some of it may be NULL. */
static GPtrArray *
list_words (KompassDocument *document)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (words, g_strdup (document->cover.title));
  g_ptr_array_add (words, g_strdup (document->cover.subtitle));
  g_ptr_array_add (words, g_strdup (document->cover.total));
  for (guint i = 0; i < document->chapters->len; i++)
    {
      const KompassChapter *chapter = g_ptr_array_index (document->chapters, i);

      for (guint j = 0; j < chapter->blocks->len; j++)
        append_block (words, g_ptr_array_index (chapter->blocks, j));
    }

  return words;
}

/* Everything that the document says is in the content. */
static void
assert_says_document (Fixture         *fixture,
                      KompassDocument *document)
{
  g_autoptr (GPtrArray) words = list_words (document);
  g_autofree char *text = get_text (fixture, "//office:text");
  g_autofree char *all = remove_spaces (text);

  for (guint i = 0; i < words->len; i++)
    {
      const char *said = g_ptr_array_index (words, i);
      g_autofree char *plain = remove_spaces (said != NULL ? said : "");

      if (strstr (all, plain) == NULL)
        g_error ("“%s” is not there", said);
    }
}

/* What the format asks of a package. */
static void
test_package (Fixture       *fixture,
              gconstpointer  data)
{
  static const char start[] = "mimetypeapplication/vnd.oasis.opendocument.text";
  g_autoptr (KompassDocument) document = kompass_test_document_lund_written ();
  g_autoptr (GBytes) odt = create (fixture, document);
  g_autoptr (GPtrArray) names = kompass_test_zip_list (odt);
  const char *bytes = g_bytes_get_data (odt, NULL);

  /* Stored, without an extra field: programs look for it at this place. */
  g_assert_cmpmem (bytes, 4, "PK\003\004", 4);
  g_assert_cmpint (bytes[8], ==, 0);
  g_assert_cmpmem (bytes + 30, sizeof start - 1, start, sizeof start - 1);

  open_xml (fixture, odt, "META-INF/manifest.xml");
  g_assert_cmpfloat (count (fixture, "//manifest:file-entry"), ==, names->len - 1);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *path = g_strdup_printf ("//manifest:file-entry[@manifest:full-path='%s']", name);

      if (!g_str_equal (name, "mimetype") && !g_str_has_prefix (name, "META-INF/"))
        g_assert_cmpfloat (count (fixture, path), ==, 1);
    }

  open_xml (fixture, odt, "content.xml");
  {
    g_autoptr (GPtrArray) pictures = get_all (fixture, "//draw:image/@xlink:href");

    g_assert_cmpuint (pictures->len, >, 10);
    for (guint i = 0; i < pictures->len; i++)
      g_assert_true (g_ptr_array_find_with_equal_func (names, g_ptr_array_index (pictures, i), g_str_equal, NULL));
  }
}

static void
test_same_bytes (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (KompassDocument) document = kompass_test_document_lund_written ();
  g_autoptr (GBytes) one = create (fixture, document);
  g_autoptr (KompassDocument) again = kompass_test_document_lund_written ();
  g_autoptr (GBytes) other = NULL;

  g_usleep (2100000); /* ZIP counts every other second */
  other = create (fixture, again);
  g_assert_true (g_bytes_equal (one, other));
}

static void
test_structure (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (KompassDocument) document = kompass_test_document_lund_written ();
  g_autoptr (GBytes) odt = create (fixture, document);

  open_xml (fixture, odt, "content.xml");
  assert_says_document (fixture, document);
  g_assert_cmpfloat (count (fixture, "//text:h[@text:outline-level='1' and starts-with(@text:style-name, 'Heading_20_1')]"), ==,
                     document->chapters->len);
  g_assert_cmpfloat (count (fixture, "//text:list[text:list-item/text:p]"), >, 3);

  /* Every chapter is in the contents, with a link and the field of its page. */
  g_assert_cmpfloat (count (fixture, "//text:index-body/text:p[@text:style-name='Contents_20_1']/text:a/text:bookmark-ref"), ==,
                     document->chapters->len);

  /* Tables of figures repeat their head, and have no names twice. */
  g_assert_cmpfloat (count (fixture, "//table:table[table:table-header-rows/table:table-row]"), >=, 17);
  g_assert_cmpfloat (count (fixture, "//table:table[@table:name=preceding::table:table/@table:name]"), ==, 0);
  g_assert_cmpfloat (count (fixture, "//text:bookmark[@text:name=preceding::text:bookmark/@text:name]"), ==, 0);
  g_assert_cmpfloat (count (fixture, "//draw:frame[@draw:name=preceding::draw:frame/@draw:name]"), ==, 0);
  g_assert_cmpfloat (count (fixture, "//table:table-row[count(table:table-cell)!=count(../../table:table-column)]"
                                     "[parent::table:table-header-rows]"), ==, 0);

  /* Charts say what they show; what is no chart is decoration. */
  g_assert_cmpfloat (count (fixture, "//draw:frame[starts-with(@draw:name,'Chart')]"), >, 0);
  g_assert_cmpfloat (count (fixture, "//draw:frame[starts-with(@draw:name,'Chart')][not(svg:desc) or count(draw:image)!=2]"),
                     ==, 0);
  g_assert_cmpfloat (count (fixture, "//draw:frame[not(starts-with(@draw:name,'Chart'))]"
                                     "[not(@*[local-name()='decorative']='true')]"), ==, 0);
}

/* Links inside of the file lead somewhere. */
static void
test_links (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (KompassDocument) document = kompass_test_document_lund_written ();
  g_autoptr (GBytes) odt = create (fixture, document);
  g_autoptr (GPtrArray) targets = NULL;

  open_xml (fixture, odt, "content.xml");
  targets = get_all (fixture, "//text:a/@xlink:href");
  g_assert_cmpuint (targets->len, >, 10);
  for (guint i = 0; i < targets->len; i++)
    {
      const char *target = g_ptr_array_index (targets, i);
      g_autofree char *path = g_strdup_printf ("//text:bookmark[@text:name='%s']", target + 1);

      if (*target == '#')
        g_assert_cmpfloat (count (fixture, path), ==, 1);
      else
        g_assert_true (g_str_has_prefix (target, "http") || g_str_has_prefix (target, "mailto:"));
    }
}

static KompassDocument *
create_document (const char *title,
                 const char *language)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2011, 3, 31, 12, 0, 0);

  return kompass_document_new (title, language, time);
}

static void
add_paragraph (KompassChapter *chapter,
               const char     *text,
               const char     *link)
{
  GPtrArray *rich = kompass_rich_new (NULL);

  kompass_rich_append (rich, text, KOMPASS_SPAN_BOLD | KOMPASS_SPAN_ITALIC, link);
  kompass_chapter_take_block (chapter, kompass_block_new_paragraph (KOMPASS_PARAGRAPH_STYLE_BODY, rich));
}

/* Spaces stay, words from the right stand there, and only links that are harmless are links. */
static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (KompassDocument) document = create_document ("Title & <more> \"x\"", "en");
  KompassChapter *chapter = kompass_chapter_new ("One", "one", "One");
  g_autoptr (GBytes) odt = NULL;
  g_autofree char *title = NULL;

  kompass_chapter_take_block (chapter, kompass_block_new_heading (1, NULL, kompass_rich_new ("One"), "one"));
  add_paragraph (chapter, "  two   spaces", NULL);
  add_paragraph (chapter, "\327\251\327\234\327\225\327\235 123", NULL);
  add_paragraph (chapter, "1 \331\205\330\261\330\255\330\250\330\247", NULL);
  add_paragraph (chapter, "bad", "javascript:alert(1)");
  add_paragraph (chapter, "good", "https://example.org/?a=1&b=\"2\"");
  kompass_document_take_chapter (document, chapter);
  odt = create (fixture, document);

  open_xml (fixture, odt, "content.xml");
  g_assert_cmpfloat (count (fixture, "//text:p[text:span/text:span/text:s]"), ==, 1);
  g_assert_cmpfloat (count (fixture, "//text:span/text:s"), ==, 4);
  g_assert_cmpfloat (count (fixture, "//text:p[@text:style-name='Text_20_body_rl']"), ==, 2);
  g_assert_cmpfloat (count (fixture, "//style:style[@style:name='Text_20_body_rl']"), ==, 1);
  g_assert_cmpfloat (count (fixture, "//text:p/text:a[not(starts-with(@xlink:href,'#'))]"), ==, 1);

  open_xml (fixture, odt, "meta.xml");
  title = get_text (fixture, "//dc:title");
  g_assert_cmpstr (title, ==, "Title & <more> \"x\"");
}

/* As on our pages, a single chapter needs no contents. */
static void
test_single_chapter (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (KompassDocument) document = create_document ("One", "en");

  for (guint n = 1; n <= 2; n++)
    {
      KompassChapter *chapter = kompass_chapter_new ("One", n == 1 ? "one" : "two", "One");
      g_autoptr (GBytes) odt = NULL;

      kompass_chapter_take_block (chapter, kompass_block_new_heading (1, NULL, kompass_rich_new ("One"), NULL));
      kompass_document_take_chapter (document, chapter);
      odt = create (fixture, document);
      open_xml (fixture, odt, "content.xml");
      g_assert_cmpfloat (count (fixture, "//text:table-of-content"), ==, n - 1);
    }
}

static void
test_setup (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (KompassDocument) document = kompass_test_document_lund ();
  g_autoptr (GBytes) odt = NULL;
  g_autoptr (GPtrArray) colors = NULL;
  g_autofree char *width = NULL;

  g_assert_true (kompass_page_setup_init_from_name (&fixture->setup, "letter"));
  fixture->setup.greyscale = TRUE;
  odt = create (fixture, document);

  open_xml (fixture, odt, "styles.xml");
  width = get_text (fixture, "//style:page-layout[@style:name='Pages']/style:page-layout-properties/@fo:page-width");
  g_assert_cmpstr (width, ==, "612.00pt");
  g_assert_cmpfloat (count (fixture, "//style:default-style/style:text-properties[@fo:language]"), ==, 1);

  /* A proof has no colours. */
  colors = get_all (fixture, "//@fo:color");
  g_assert_cmpuint (colors->len, >, 10);
  for (guint i = 0; i < colors->len; i++)
    {
      const char *color = g_ptr_array_index (colors, i);

      g_assert_cmpmem (color + 1, 2, color + 3, 2);
      g_assert_cmpmem (color + 1, 2, color + 5, 2);
    }
}

static void
test_language (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct
  {
    const char *tag;
    const char *language;
    const char *country;
  } cases[] = { { "sv", "sv", "SE" }, { "en", "en", "GB" }, { "sv-FI", "sv", "SE" }, { "tlh", "tlh", "none" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KompassDocument) document = create_document ("Title", cases[i].tag);
      g_autoptr (GBytes) odt = create (fixture, document);
      g_autofree char *language = NULL;
      g_autofree char *country = NULL;

      open_xml (fixture, odt, "styles.xml");
      language = get_text (fixture, "//style:default-style/style:text-properties/@fo:language");
      country = get_text (fixture, "//style:default-style/style:text-properties/@fo:country");
      g_assert_cmpstr (language, ==, cases[i].language);
      g_assert_cmpstr (country, ==, cases[i].country);
    }
}

static void
test_hostile (Fixture       *fixture,
              gconstpointer  data)
{
  static const guint sizes[] = { 0, 3, 60 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (KompassDocument) document = kompass_test_document_hostile (sizes[i]);
      g_autoptr (GBytes) odt = create (fixture, document);

      open_xml (fixture, odt, "meta.xml");
      open_xml (fixture, odt, "styles.xml");
      open_xml (fixture, odt, "content.xml");
      assert_says_document (fixture, document);
    }
}

/* LibreOffice */

static char *
run (const char * const *arguments)
{
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));

  return out;
}

static void
remove_folder (const char *folder)
{
  const char *arguments[] = { "rm", "-rf", folder, NULL };
  g_autofree char *out = run (arguments);
}

static char *
convert (const char *folder,
         GBytes     *odt)
{
  g_autofree char *path = g_build_filename (folder, "report.odt", NULL);
  g_autofree char *pdf = g_build_filename (folder, "report.pdf", NULL);
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", folder);
  const char *office[] = { "soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, path, NULL };
  const char *text[] = { "pdftotext", "-raw", pdf, "-", NULL };
  g_autofree char *out = NULL;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (odt, NULL), (gssize) g_bytes_get_size (odt), NULL));
  out = run (office);

  return run (text);
}

/* Without the hyphens that words have got where lines end. */
static char *
remove_hyphens (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "-", -1);

  return g_strjoinv (NULL, parts);
}

/* Word by word, as cells stand beside each other. */
static void
assert_shows (const char *all,
              const char *said)
{
  g_auto (GStrv) words = g_strsplit (said != NULL ? said : "", " ", -1);

  for (char **word = words; *word != NULL; word++)
    {
      g_autofree char *together = remove_spaces (*word);
      g_autofree char *plain = remove_hyphens (together);

      if (strstr (all, plain) == NULL)
        g_error ("“%s” of “%s” is not on the pages", *word, said);
    }
}

/* Its pages have all words, every chapter is in the contents, and what they refer to is there. */
static void
test_office (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (KompassDocument) document = kompass_test_document_lund_written ();
  g_autoptr (GBytes) odt = create (fixture, document);
  g_autofree char *office = g_find_program_in_path ("soffice");
  g_autofree char *pdftotext = g_find_program_in_path ("pdftotext");
  g_autofree char *folder = g_dir_make_tmp ("test-report-odt-XXXXXX", NULL);
  g_autofree char *shown = NULL;
  g_autofree char *together = NULL;
  g_autofree char *plain = NULL;
  g_autoptr (GPtrArray) words = list_words (document);

  if (office == NULL || pdftotext == NULL)
    {
      g_test_skip ("needs soffice and pdftotext");
      remove_folder (folder);
      return;
    }

  shown = convert (folder, odt);
  together = remove_spaces (shown);
  plain = remove_hyphens (together);
  for (guint i = 0; i < words->len; i++)
    assert_shows (plain, g_ptr_array_index (words, i));
  for (guint i = 0; i < document->chapters->len; i++)
    {
      const KompassChapter *chapter = g_ptr_array_index (document->chapters, i);
      g_autofree char *title = remove_spaces (chapter->title);
      const char *entry = strstr (together, title);

      /* In the contents with a number after it, and over the chapter. */
      g_assert_nonnull (entry);
      g_assert_true (g_ascii_isdigit (entry[strlen (title)]));
      g_assert_nonnull (strstr (entry + 1, title));
    }
  g_assert_null (strstr (shown, "Error: Reference source not found"));
  remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");

  g_test_add ("/report-odt/package", Fixture, NULL, set_up, test_package, tear_down);
  g_test_add ("/report-odt/same-bytes", Fixture, NULL, set_up, test_same_bytes, tear_down);
  g_test_add ("/report-odt/structure", Fixture, NULL, set_up, test_structure, tear_down);
  g_test_add ("/report-odt/links", Fixture, NULL, set_up, test_links, tear_down);
  g_test_add ("/report-odt/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/report-odt/single-chapter", Fixture, NULL, set_up, test_single_chapter, tear_down);
  g_test_add ("/report-odt/setup", Fixture, NULL, set_up, test_setup, tear_down);
  g_test_add ("/report-odt/language", Fixture, NULL, set_up, test_language, tear_down);
  g_test_add ("/report-odt/hostile", Fixture, NULL, set_up, test_hostile, tear_down);
  g_test_add ("/report-odt/office", Fixture, NULL, set_up, test_office, tear_down);

  return g_test_run ();
}
