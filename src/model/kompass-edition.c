/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A version of the instrument: its areas and questions, and what makes it valid. */
#include "kompass-edition.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _KompassEdition
{
  GObject parent_instance;

  char *id;
  char *name;
  guint first_year;
  guint last_year;
  char *provenance;
  guint revision;
  char *replaces;
  char *hash;        /* of what it says, once someone has asked */
  GArray *areas;     /* of KompassArea */
  GArray *questions; /* of KompassQuestion */
};

G_DEFINE_FINAL_TYPE (KompassEdition, kompass_edition, G_TYPE_OBJECT)
G_DEFINE_QUARK (kompass-edition-error-quark, kompass_edition_error)

static void
clear_area (gpointer data)
{
  g_free (((KompassArea *) data)->title);
}

static void
clear_question (gpointer data)
{
  KompassQuestion *question = data;

  g_free (question->number);
  g_free (question->text);
}

static void
kompass_edition_finalize (GObject *object)
{
  KompassEdition *self = KOMPASS_EDITION (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->provenance);
  g_free (self->replaces);
  g_free (self->hash);
  g_array_unref (self->areas);
  g_array_unref (self->questions);

  G_OBJECT_CLASS (kompass_edition_parent_class)->finalize (object);
}

static void
kompass_edition_class_init (KompassEditionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kompass_edition_finalize;
}

static void
kompass_edition_init (KompassEdition *self)
{
  self->revision = 1;
  self->areas = g_array_new (FALSE, FALSE, sizeof (KompassArea));
  g_array_set_clear_func (self->areas, clear_area);
  self->questions = g_array_new (FALSE, FALSE, sizeof (KompassQuestion));
  g_array_set_clear_func (self->questions, clear_question);
}

/**
 * kompass_edition_new:
 * @id: its UUID
 * @name: what people call it: "2010"
 * @first_year: the first year it was in use
 * @last_year: the last year, or 0 while it is in use
 * @provenance: where its areas and questions are known from
 *
 * An edition without areas. Add them in order, each area followed by its questions, then ask
 * kompass_edition_validate(). After that it is not changed.
 *
 * Returns: (transfer full): the edition
 */
KompassEdition *
kompass_edition_new (const char *id,
                     const char *name,
                     guint       first_year,
                     guint       last_year,
                     const char *provenance)
{
  KompassEdition *self = g_object_new (KOMPASS_TYPE_EDITION, NULL);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->first_year = first_year;
  self->last_year = last_year;
  self->provenance = g_strdup (provenance != NULL ? provenance : "");

  return self;
}

/**
 * kompass_edition_copy:
 * @self: an edition
 * @id: the UUID of the copy
 *
 * Returns: (transfer full): an edition with the same name, years, areas and questions, which others can be added to; it
 *   is no revision of anything
 */
KompassEdition *
kompass_edition_copy (KompassEdition *self,
                      const char     *id)
{
  KompassEdition *copy = kompass_edition_new (id, self->name, self->first_year, self->last_year, self->provenance);

  for (guint i = 0; i < self->areas->len; i++)
    {
      const KompassArea *area = kompass_edition_get_area (self, i);

      kompass_edition_add_area (copy, area->number, area->title, area->maximum);
      for (guint j = 0; j < area->n_questions; j++)
        {
          const KompassQuestion *question = kompass_edition_get_question (self, area->first_question + j);

          kompass_edition_add_question (copy, question->number, question->text, question->maximum);
        }
    }

  return copy;
}

void
kompass_edition_set_name (KompassEdition *self,
                          const char     *name)
{
  g_autofree char *text = g_strdup (name);

  g_clear_pointer (&self->hash, g_free);
  g_free (self->name);
  self->name = g_steal_pointer (&text);
}

/**
 * kompass_edition_set_revision:
 * @self: an edition
 * @revision: which revision of the edition of that name it is, from 1
 * @replaces: (nullable): the UUID of the edition it was made from
 */
void
kompass_edition_set_revision (KompassEdition *self,
                              guint           revision,
                              const char     *replaces)
{
  g_autofree char *id = g_strdup (replaces);

  self->revision = revision;
  g_free (self->replaces);
  self->replaces = g_steal_pointer (&id);
}

/**
 * kompass_edition_add_area:
 * @self: an edition
 * @number: the area's number
 * @title: its name
 * @maximum: its maximum in hundredths, or %KOMPASS_POINTS_UNKNOWN
 *
 * Adds an area after those there are.
 */
void
kompass_edition_add_area (KompassEdition *self,
                          guint           number,
                          const char     *title,
                          KompassPoints   maximum)
{
  KompassArea area = { number, g_strdup (title), maximum, self->questions->len, 0 };

  g_clear_pointer (&self->hash, g_free);
  g_array_append_val (self->areas, area);
}

/**
 * kompass_edition_add_question:
 * @self: an edition with at least one area
 * @number: the question's number, such as "1.3"
 * @text: the question
 * @maximum: its maximum in hundredths
 *
 * Adds a question to the area that was added last.
 */
void
kompass_edition_add_question (KompassEdition *self,
                              const char     *number,
                              const char     *text,
                              KompassPoints   maximum)
{
  KompassQuestion question;

  g_return_if_fail (self->areas->len > 0);

  g_clear_pointer (&self->hash, g_free);
  question = (KompassQuestion) { g_strdup (number), self->areas->len - 1, g_strdup (text), maximum };
  g_array_append_val (self->questions, question);
  g_array_index (self->areas, KompassArea, self->areas->len - 1).n_questions++;
}

static gboolean
invalid (GError     **error,
         const char  *format,
         ...) G_GNUC_PRINTF (2, 3);

static gboolean
invalid (GError     **error,
         const char  *format,
         ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, KOMPASS_EDITION_ERROR, KOMPASS_EDITION_ERROR_INVALID, message);

  return FALSE;
}

static gboolean
validate_questions (KompassEdition     *self,
                    const KompassArea  *area,
                    GHashTable         *seen,
                    GError            **error)
{
  gint64 sum = 0;

  for (guint i = 0; i < area->n_questions; i++)
    {
      const KompassQuestion *question = kompass_edition_get_question (self, area->first_question + i);

      if (*question->number == '\0' || *question->text == '\0')
        return invalid (error, _("A question of area %u has no number or no text"), area->number);
      if (!g_hash_table_add (seen, question->number))
        return invalid (error, _("Question %s occurs twice"), question->number);
      if (question->maximum <= 0)
        return invalid (error, _("Question %s must have a maximum above 0"), question->number);
      if (question->maximum > KOMPASS_POINTS_LIMIT)
        return invalid (error, _("The maximum of question %s is larger than can be stored"), question->number);
      sum += question->maximum;
    }
  if (area->n_questions > 0 && sum != area->maximum)
    {
      g_autofree char *got = kompass_points_format ((KompassPoints) MIN (sum, G_MAXINT32), 0);
      g_autofree char *want = kompass_points_format (area->maximum, 0);

      return invalid (error, _("The questions of area %u add to %s points, but its maximum is %s"), area->number, got,
                      want);
    }

  return TRUE;
}

/**
 * kompass_edition_validate:
 * @self: an edition
 * @error: return location for a #KOMPASS_EDITION_ERROR that names the place
 *
 * Checks that the edition has a name and areas, that numbers are unique, that maxima are positive and not above
 * %KOMPASS_POINTS_LIMIT, and that the questions of each area add to the area's maximum.
 *
 * Returns: %TRUE if the edition can be used
 */
gboolean
kompass_edition_validate (KompassEdition  *self,
                          GError         **error)
{
  g_autoptr (GHashTable) questions = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) areas = g_hash_table_new (NULL, NULL);

  if (self->id == NULL || !g_uuid_string_is_valid (self->id))
    return invalid (error, _("The edition has no valid identifier"));
  if (self->name == NULL || *self->name == '\0')
    return invalid (error, _("The edition has no name"));
  if (self->first_year < KOMPASS_YEAR_FIRST || MAX (self->first_year, self->last_year) > KOMPASS_YEAR_LAST)
    return invalid (error, _("The years must be between %d and %d"), KOMPASS_YEAR_FIRST, KOMPASS_YEAR_LAST);
  if (self->last_year != 0 && self->last_year < self->first_year)
    return invalid (error, _("The edition ends before it begins"));
  if (self->areas->len == 0)
    return invalid (error, _("The edition has no areas"));

  for (guint i = 0; i < self->areas->len; i++)
    {
      const KompassArea *area = kompass_edition_get_area (self, i);

      if (area->number == 0 || *area->title == '\0')
        return invalid (error, _("Area %u in order has no number or no title"), i + 1);
      if (!g_hash_table_add (areas, GUINT_TO_POINTER (area->number)))
        return invalid (error, _("Area %u occurs twice"), area->number);
      if (area->maximum != KOMPASS_POINTS_UNKNOWN && area->maximum <= 0)
        return invalid (error, _("Area %u must have a maximum above 0"), area->number);
      if (area->maximum > KOMPASS_POINTS_LIMIT)
        return invalid (error, _("The maximum of area %u is larger than can be stored"), area->number);
      if (!validate_questions (self, area, questions, error))
        return FALSE;
    }

  return TRUE;
}

const char *
kompass_edition_get_id (KompassEdition *self)
{
  return self->id;
}

/**
 * kompass_edition_get_name:
 * @self: an edition
 *
 * Returns: what people call it: "2010"
 */
const char *
kompass_edition_get_name (KompassEdition *self)
{
  return self->name;
}

/**
 * kompass_edition_format_name:
 * @name: the name of an edition
 * @revision: which revision of it, from 1
 *
 * It is not translated: the name is in files for machines and in the log, and typed after --edition.
 *
 * Returns: (transfer full): what to call it where its revisions must be told apart: "2016", "2016, rev. 2"
 */
char *
kompass_edition_format_name (const char *name,
                             guint       revision)
{
  return revision > 1 ? g_strdup_printf ("%s, rev. %u", name, revision) : g_strdup (name);
}

/**
 * kompass_edition_get_display_name:
 * @self: an edition
 *
 * Returns: (transfer full): what to call it where its revisions must be told apart: "2016", "2016, rev. 2"
 */
char *
kompass_edition_get_display_name (KompassEdition *self)
{
  return kompass_edition_format_name (self->name, self->revision);
}

/**
 * kompass_edition_get_revision:
 * @self: an edition
 *
 * Returns: which revision of the edition of that name it is, from 1
 */
guint
kompass_edition_get_revision (KompassEdition *self)
{
  return self->revision;
}

/**
 * kompass_edition_get_replaces:
 * @self: an edition
 *
 * Returns: (nullable): the UUID of the edition it is a revision of, or %NULL
 */
const char *
kompass_edition_get_replaces (KompassEdition *self)
{
  return self->replaces;
}

guint
kompass_edition_get_first_year (KompassEdition *self)
{
  return self->first_year;
}

/**
 * kompass_edition_get_last_year:
 * @self: an edition
 *
 * Returns: the last year it was used, or 0 while it is in use
 */
guint
kompass_edition_get_last_year (KompassEdition *self)
{
  return self->last_year;
}

const char *
kompass_edition_get_provenance (KompassEdition *self)
{
  return self->provenance;
}

static char *
compute_hash (KompassEdition *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n", self->name);
  for (guint i = 0; i < self->areas->len; i++)
    {
      const KompassArea *area = kompass_edition_get_area (self, i);

      g_string_append_printf (text, "%u\t%s\t%d\n", area->number, area->title, area->maximum);
    }
  for (guint i = 0; i < self->questions->len; i++)
    {
      const KompassQuestion *question = kompass_edition_get_question (self, i);

      g_string_append_printf (text, "%s\t%u\t%s\t%d\n", question->number, question->area, question->text,
                              question->maximum);
    }

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, text->len);
}

/**
 * kompass_edition_get_hash:
 * @self: an edition
 *
 * A fingerprint of all that scores depend on: numbers, titles, texts and maxima, but not the provenance.
 *
 * Returns: (transfer full): SHA-256 in hexadecimal
 */
char *
kompass_edition_get_hash (KompassEdition *self)
{
  if (self->hash == NULL)
    self->hash = compute_hash (self);

  return g_strdup (self->hash);
}

guint
kompass_edition_get_n_areas (KompassEdition *self)
{
  return self->areas->len;
}

/**
 * kompass_edition_get_area:
 * @self: an edition
 * @index: which, from 0
 *
 * Returns: (transfer none): the area
 */
const KompassArea *
kompass_edition_get_area (KompassEdition *self,
                          guint           index)
{
  g_return_val_if_fail (index < self->areas->len, NULL);

  return &g_array_index (self->areas, KompassArea, index);
}

/**
 * kompass_edition_get_n_questions:
 * @self: an edition
 *
 * Returns: how many questions are known; 0 for editions known by their areas alone
 */
guint
kompass_edition_get_n_questions (KompassEdition *self)
{
  return self->questions->len;
}

/**
 * kompass_edition_get_question:
 * @self: an edition
 * @index: which, from 0, in the edition's order
 *
 * Returns: (transfer none): the question
 */
const KompassQuestion *
kompass_edition_get_question (KompassEdition *self,
                              guint           index)
{
  g_return_val_if_fail (index < self->questions->len, NULL);

  return &g_array_index (self->questions, KompassQuestion, index);
}

/**
 * kompass_edition_get_maximum:
 * @self: an edition
 *
 * Returns: the maxima of all areas together, in hundredths (800 points), or %KOMPASS_POINTS_UNKNOWN where one is
 *   unknown
 */
KompassPoints
kompass_edition_get_maximum (KompassEdition *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->areas->len; i++)
    {
      KompassPoints maximum = kompass_edition_get_area (self, i)->maximum;

      if (maximum == KOMPASS_POINTS_UNKNOWN)
        return KOMPASS_POINTS_UNKNOWN;
      sum += maximum;
    }

  return (KompassPoints) MIN (sum, G_MAXINT32);
}

/**
 * kompass_edition_suitability:
 * @self: an edition
 * @year: the year of an evaluation
 *
 * How well the edition fits an evaluation of that year, for proposing one: in use then is best, and of two in use
 * the later one.
 *
 * Returns: a number that is larger for a better fit; 0 if the edition was not in use
 */
int
kompass_edition_suitability (KompassEdition *self,
                             guint           year)
{
  if (year < self->first_year || (self->last_year != 0 && year > self->last_year))
    return 0;

  return (int) self->first_year;
}

/**
 * kompass_edition_choose:
 * @editions: (element-type KompassEdition): editions
 * @year: the year of an evaluation
 *
 * Returns: (transfer none) (nullable): the edition that fits an evaluation of that year best, for proposing it, in its
 *   latest revision; %NULL where none was in use
 */
KompassEdition *
kompass_edition_choose (GPtrArray *editions,
                        guint      year)
{
  KompassEdition *best = NULL;
  int most = 0;

  for (guint i = 0; i < editions->len; i++)
    {
      KompassEdition *edition = g_ptr_array_index (editions, i);
      int fit = kompass_edition_suitability (edition, year);

      if (fit < most || fit == 0)
        continue;
      if (fit == most && kompass_edition_get_revision (edition) <= kompass_edition_get_revision (best))
        continue;
      best = edition;
      most = fit;
    }

  return best;
}
