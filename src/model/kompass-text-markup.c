/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts of the report as markup, as they are stored and handed from program to program.
 *
 * The form: <text>, in it paragraphs <p>, <h> (a heading) and <li> (an item of a list), in these words, each of which may
 * be in <a href="…">, <b> and <i>, and <field name="area.1.points"/>. The empty text is "".
 *
 * What we write is canonical, so that texts that say the same have the same markup: no spaces between elements; each run
 * by itself, in the order a, b, i; only &amp; &lt; &gt; and, in an address, &quot;. */
#include "kompass-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-field.h"

#define SHOWN_CHARACTERS 20

typedef struct
{
  KompassText *text;
  gboolean in_text;
  gboolean has_been; /* <text> has been read */
  gboolean in_paragraph;
  KompassRunFlags flags;
  char *link; /* of the <a> that is open */
  gboolean in_link;
  gboolean in_field;
} Reading;

static const char * const paragraph_names[] = {
  [KOMPASS_PARAGRAPH_BODY] = "p",
  [KOMPASS_PARAGRAPH_HEADING] = "h",
  [KOMPASS_PARAGRAPH_BULLET] = "li",
};

/* Writing */

static void
append_escaped (GString    *markup,
                const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    switch (*p)
      {
      case '&':
        g_string_append (markup, "&amp;");
        break;
      case '<':
        g_string_append (markup, "&lt;");
        break;
      case '>':
        g_string_append (markup, "&gt;");
        break;
      default:
        g_string_append_c (markup, *p);
      }
}

/* An address has no quotes and angle brackets, see kompass_text_is_link(). */
static void
append_run (GString          *markup,
            const KompassRun *run)
{
  if (run->link != NULL)
    {
      g_string_append (markup, "<a href=\"");
      append_escaped (markup, run->link);
      g_string_append (markup, "\">");
    }
  g_string_append (markup, run->flags & KOMPASS_RUN_BOLD ? "<b>" : "");
  g_string_append (markup, run->flags & KOMPASS_RUN_ITALIC ? "<i>" : "");
  if (run->field != NULL)
    g_string_append_printf (markup, "<field name=\"%s\"/>", run->field);
  else
    append_escaped (markup, run->text);
  g_string_append (markup, run->flags & KOMPASS_RUN_ITALIC ? "</i>" : "");
  g_string_append (markup, run->flags & KOMPASS_RUN_BOLD ? "</b>" : "");
  g_string_append (markup, run->link != NULL ? "</a>" : "");
}

static gboolean
is_one_empty_paragraph (KompassText *self)
{
  const KompassParagraph *paragraph;

  if (kompass_text_get_n_paragraphs (self) != 1)
    return FALSE;
  paragraph = kompass_text_get_paragraph (self, 0);

  return paragraph->kind == KOMPASS_PARAGRAPH_BODY && paragraph->runs->len == 0;
}

/**
 * kompass_text_to_markup:
 * @self: a text
 *
 * Writes a text as markup:
 * `<text><p>Points: <b>high</b>, <field name="area.1.points"/></p><h>Heading</h><li>Item</li></text>`, and "" where it has
 * at most one paragraph of running text without words. Texts that are equal have equal markup.
 *
 * Returns: (transfer full): the markup
 */
char *
kompass_text_to_markup (KompassText *self)
{
  guint n_paragraphs = kompass_text_get_n_paragraphs (self);
  g_autoptr (GString) markup = NULL;

  if (n_paragraphs == 0 || is_one_empty_paragraph (self))
    return g_strdup ("");
  markup = g_string_new ("<text>");
  for (guint i = 0; i < n_paragraphs; i++)
    {
      const KompassParagraph *paragraph = kompass_text_get_paragraph (self, i);
      const char *name = paragraph_names[paragraph->kind];

      g_string_append_printf (markup, "<%s>", name);
      for (guint j = 0; j < paragraph->runs->len; j++)
        append_run (markup, g_ptr_array_index (paragraph->runs, j));
      g_string_append_printf (markup, "</%s>", name);
    }
  g_string_append (markup, "</text>");

  return g_string_free (g_steal_pointer (&markup), FALSE);
}

/* Reading */

static gboolean
refuse_length (GError **error)
{
  /* Translators: %s is a number of characters such as "2 000 000" */
  g_autofree char *limit = g_strdup_printf ("%'d", KOMPASS_TEXT_LIMIT);

  g_set_error (error, KOMPASS_TEXT_ERROR, KOMPASS_TEXT_ERROR_TOO_LONG,
               _("The text of a section can have at most %s characters, its formatting included"), limit);

  return FALSE;
}

/**
 * kompass_text_check_length:
 * @self: a text
 * @error: return location for %KOMPASS_TEXT_ERROR_TOO_LONG
 *
 * Returns: %TRUE if the text can be stored: its markup has at most %KOMPASS_TEXT_LIMIT characters
 */
gboolean
kompass_text_check_length (KompassText  *self,
                           GError      **error)
{
  g_autofree char *markup = kompass_text_to_markup (self);

  return g_utf8_strlen (markup, -1) <= KOMPASS_TEXT_LIMIT || refuse_length (error);
}

static void
refuse_element (const char  *name,
                GError     **error)
{
  g_set_error (error, KOMPASS_TEXT_ERROR, KOMPASS_TEXT_ERROR_INVALID, "<%s>", name);
}

static gboolean
find_paragraph_kind (const char           *name,
                     KompassParagraphKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (paragraph_names); i++)
    if (strcmp (paragraph_names[i], name) == 0)
      {
        *kind = (KompassParagraphKind) i;
        return TRUE;
      }

  return FALSE;
}

static KompassRunFlags
find_flag (const char *name)
{
  return strcmp (name, "b") == 0 ? KOMPASS_RUN_BOLD : strcmp (name, "i") == 0 ? KOMPASS_RUN_ITALIC : KOMPASS_RUN_PLAIN;
}

static gboolean
begin_paragraph (Reading    *reading,
                 const char *name)
{
  KompassParagraphKind kind;

  if (reading->in_paragraph || !find_paragraph_kind (name, &kind))
    return FALSE;
  kompass_text_add_paragraph (reading->text, kind);
  reading->in_paragraph = TRUE;

  return TRUE;
}

static gboolean
begin_field (Reading    *reading,
             const char *field)
{
  if (!kompass_field_is_name (field))
    return FALSE;
  kompass_text_add_field (reading->text, field, reading->flags);
  reading->in_field = TRUE;

  return TRUE;
}

static gboolean
begin_link (Reading    *reading,
            const char *address)
{
  if (reading->in_link)
    return FALSE;
  reading->link = g_strdup (address);
  reading->in_link = TRUE;

  return TRUE;
}

/* With the one attribute that the element has, or none; anything else is not ours. */
static gboolean
begin_element (Reading     *reading,
               const char  *name,
               const char **names,
               const char **values)
{
  KompassRunFlags flag = find_flag (name);
  const char *attribute = strcmp (name, "a") == 0 ? "href" : strcmp (name, "field") == 0 ? "name" : NULL;

  if (reading->in_field || g_strcmp0 (names[0], attribute) != 0 || (attribute != NULL && names[1] != NULL))
    return FALSE;
  if (strcmp (name, "text") == 0)
    {
      if (reading->has_been)
        return FALSE;
      return reading->has_been = reading->in_text = TRUE;
    }
  if (!reading->in_text)
    return FALSE;
  if (!reading->in_paragraph)
    return begin_paragraph (reading, name);
  if (attribute != NULL)
    return *name == 'a' ? begin_link (reading, values[0]) : begin_field (reading, values[0]);
  if (flag == KOMPASS_RUN_PLAIN || (reading->flags & flag) != 0)
    return FALSE;
  reading->flags |= flag;

  return TRUE;
}

static void
start_element_cb (GMarkupParseContext  *context,
                  const char           *name,
                  const char          **names,
                  const char          **values,
                  gpointer              data,
                  GError              **error)
{
  if (!begin_element (data, name, names, values))
    refuse_element (name, error);
}

static void
end_element_cb (GMarkupParseContext  *context,
                const char           *name,
                gpointer              data,
                GError              **error)
{
  Reading *reading = data;
  KompassParagraphKind kind;

  if (strcmp (name, "field") == 0)
    reading->in_field = FALSE;
  else if (strcmp (name, "a") == 0)
    {
      g_clear_pointer (&reading->link, g_free);
      reading->in_link = FALSE;
    }
  else if (find_flag (name) != KOMPASS_RUN_PLAIN)
    reading->flags &= ~find_flag (name);
  else if (find_paragraph_kind (name, &kind))
    reading->in_paragraph = FALSE;
  else
    reading->in_text = FALSE;
}

static gboolean
is_white (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              data,
         GError              **error)
{
  Reading *reading = data;

  if (reading->in_paragraph && !reading->in_field)
    kompass_text_add_run (reading->text, text, reading->flags, reading->link);
  else if (!is_white (text))
    {
      g_autofree char *start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), SHOWN_CHARACTERS));

      g_set_error (error, KOMPASS_TEXT_ERROR, KOMPASS_TEXT_ERROR_INVALID, "“%s”", start);
    }
}

/* Comments and what begins an XML file say nothing; CDATA and document types might. */
static void
passthrough_cb (GMarkupParseContext  *context,
                const char           *text,
                gsize                 length,
                gpointer              data,
                GError              **error)
{
  if (!g_str_has_prefix (text, "<!--") && !g_str_has_prefix (text, "<?"))
    g_set_error (error, KOMPASS_TEXT_ERROR, KOMPASS_TEXT_ERROR_INVALID, "<!…>");
}

static gboolean
parse (Reading     *reading,
       const char  *markup,
       GError     **error)
{
  static const GMarkupParser parser = { start_element_cb, end_element_cb, text_cb, passthrough_cb, NULL };
  g_autoptr (GMarkupParseContext) context =
      g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, reading, NULL);

  return g_markup_parse_context_parse (context, markup, -1, error) &&
         g_markup_parse_context_end_parse (context, error);
}

/**
 * kompass_text_new_from_markup:
 * @markup: a text as kompass_text_to_markup() writes it, or as somebody else writes the same: spaces between paragraphs,
 *   comments, and <b>, <i> and <a> in any order are read, too
 * @error: return location for a #KOMPASS_TEXT_ERROR
 *
 * Reads a text. What no text can hold is as in kompass_text_add_run(); any other element is an error, since nothing is
 * left out silently.
 *
 * Returns: (transfer full) (nullable): the text
 */
KompassText *
kompass_text_new_from_markup (const char  *markup,
                              GError     **error)
{
  g_autoptr (KompassText) self = kompass_text_new ();
  g_autoptr (GError) failure = NULL;
  Reading reading = { .text = self };
  gboolean is_read;

  if (*markup == '\0')
    return g_steal_pointer (&self);
  if (strlen (markup) > KOMPASS_TEXT_LIMIT && g_utf8_validate (markup, -1, NULL) &&
      g_utf8_strlen (markup, -1) > KOMPASS_TEXT_LIMIT)
    {
      refuse_length (error);
      return NULL;
    }
  is_read = parse (&reading, markup, &failure);
  g_free (reading.link);
  if (is_read)
    return g_steal_pointer (&self);
  /* Translators: %s is what stands in the way, such as "<table>" */
  g_set_error (error, KOMPASS_TEXT_ERROR, KOMPASS_TEXT_ERROR_INVALID, _("The text cannot be read: %s"),
               failure->message);

  return NULL;
}
