/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An item of one of the three lists of an area: what is good, what could be better, what can be improved. */
#include "kompass-finding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-text.h"

struct _KompassFinding
{
  GObject parent_instance;

  char *id;
  guint area;
  KompassFindingKind kind;
  char *text;
  char *question;
};

G_DEFINE_FINAL_TYPE (KompassFinding, kompass_finding, G_TYPE_OBJECT)

static const char * const kind_names[] = {
  [KOMPASS_FINDING_STRENGTH] = "strength",
  [KOMPASS_FINDING_PARTIAL] = "partial",
  [KOMPASS_FINDING_IMPROVEMENT] = "improvement",
};

/**
 * kompass_finding_kind_get_title:
 * @kind: one of the three lists
 *
 * Returns: its heading, in the user's language
 */
const char *
kompass_finding_kind_get_title (KompassFindingKind kind)
{
  switch (kind)
    {
    case KOMPASS_FINDING_PARTIAL:
      /* Translators: heading of the list of what is there in parts, and can be better */
      return _("Parts exist, can be better");
    case KOMPASS_FINDING_IMPROVEMENT:
      /* Translators: heading of the list of what can be improved */
      return _("Improvements");
    case KOMPASS_FINDING_STRENGTH:
    default:
      /* Translators: heading of the list of what is good */
      return _("Strengths");
    }
}

/**
 * kompass_finding_kind_get_name:
 * @kind: one of the three lists
 *
 * Returns: its name in files, the same in every language
 */
const char *
kompass_finding_kind_get_name (KompassFindingKind kind)
{
  return kind_names[kind];
}

/**
 * kompass_finding_kind_from_name:
 * @name: a name as kompass_finding_kind_get_name() gives it
 * @kind: (out): the list
 *
 * Returns: %TRUE if there is such a list, and @kind is set
 */
gboolean
kompass_finding_kind_from_name (const char         *name,
                                KompassFindingKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (strcmp (kind_names[i], name) == 0)
      {
        *kind = (KompassFindingKind) i;
        return TRUE;
      }

  return FALSE;
}

static void
kompass_finding_finalize (GObject *object)
{
  KompassFinding *self = KOMPASS_FINDING (object);

  g_free (self->id);
  g_free (self->text);
  g_free (self->question);

  G_OBJECT_CLASS (kompass_finding_parent_class)->finalize (object);
}

static void
kompass_finding_class_init (KompassFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kompass_finding_finalize;
}

static void
kompass_finding_init (KompassFinding *self)
{
}

/**
 * kompass_finding_new:
 * @id: (nullable): its UUID; %NULL for a new one
 * @area: the number of its area
 * @kind: which list it is in
 * @text: what it says: one line, cleaned as by kompass_text_clean_line()
 * @question: (nullable): the number of the question it belongs to, or %NULL where it belongs to the area
 *
 * Returns: (transfer full): the item
 */
KompassFinding *
kompass_finding_new (const char         *id,
                     guint               area,
                     KompassFindingKind  kind,
                     const char         *text,
                     const char         *question)
{
  KompassFinding *self = g_object_new (KOMPASS_TYPE_FINDING, NULL);

  self->id = id != NULL ? g_strdup (id) : g_uuid_string_random ();
  self->area = area;
  self->kind = kind;
  self->text = kompass_text_clean_line (text);
  self->question = question != NULL && *question != '\0' ? kompass_text_clean_line (question) : NULL;

  return self;
}

const char *
kompass_finding_get_id (KompassFinding *self)
{
  return self->id;
}

/**
 * kompass_finding_get_area:
 * @self: an item
 *
 * Returns: the number of its area
 */
guint
kompass_finding_get_area (KompassFinding *self)
{
  return self->area;
}

KompassFindingKind
kompass_finding_get_kind (KompassFinding *self)
{
  return self->kind;
}

const char *
kompass_finding_get_text (KompassFinding *self)
{
  return self->text;
}

/**
 * kompass_finding_get_question:
 * @self: an item
 *
 * Returns: (nullable): the number of the question it belongs to
 */
const char *
kompass_finding_get_question (KompassFinding *self)
{
  return self->question;
}
