/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An evaluation as it stands in a list: whose, when, in which edition; its figures are read when they are shown. */
#include "kompass-round.h"

struct _KompassRound
{
  GObject parent_instance;

  char *id;
  char *municipality_id; /* interned: shared by the rounds of a municipality */
  char *municipality;    /* interned */
  const char *edition_id;
  const char *edition_name;
  guint year;
  KompassDepth depth;
  gboolean is_example;
};

G_DEFINE_FINAL_TYPE (KompassRound, kompass_round, G_TYPE_OBJECT)

static void
kompass_round_finalize (GObject *object)
{
  KompassRound *self = KOMPASS_ROUND (object);

  g_free (self->id);
  g_ref_string_release (self->municipality_id);
  g_ref_string_release (self->municipality);

  G_OBJECT_CLASS (kompass_round_parent_class)->finalize (object);
}

static void
kompass_round_class_init (KompassRoundClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kompass_round_finalize;
}

static void
kompass_round_init (KompassRound *self)
{
}

/**
 * kompass_round_new:
 * @id: (nullable): the UUID of the evaluation, or %NULL for a municipality without any
 * @municipality_id: the UUID of its municipality
 * @municipality: the name to show, with the country where it is not Sweden
 * @year: its year
 * @edition_id: (nullable): the UUID of its edition, or %NULL where it is not known
 * @edition_name: (nullable): the name of its edition, or %NULL where it is not known
 * @depth: how much is known
 * @is_example: whether it came with the program
 *
 * Returns: (transfer full): the round
 */
KompassRound *
kompass_round_new (const char   *id,
                   const char   *municipality_id,
                   const char   *municipality,
                   guint         year,
                   const char   *edition_id,
                   const char   *edition_name,
                   KompassDepth  depth,
                   gboolean      is_example)
{
  KompassRound *self = g_object_new (KOMPASS_TYPE_ROUND, NULL);

  self->id = g_strdup (id);
  self->municipality_id = g_ref_string_new_intern (municipality_id);
  self->municipality = g_ref_string_new_intern (municipality);
  self->year = year;
  self->edition_id = edition_id != NULL ? g_intern_string (edition_id) : NULL;
  self->edition_name = edition_name != NULL ? g_intern_string (edition_name) : NULL;
  self->depth = depth;
  self->is_example = is_example;

  return self;
}

/**
 * kompass_round_get_id:
 * @self: a round
 *
 * Returns: (nullable): the UUID of the evaluation, or %NULL for a municipality without any
 */
const char *
kompass_round_get_id (KompassRound *self)
{
  return self->id;
}

const char *
kompass_round_get_municipality_id (KompassRound *self)
{
  return self->municipality_id;
}

const char *
kompass_round_get_municipality (KompassRound *self)
{
  return self->municipality;
}

guint
kompass_round_get_year (KompassRound *self)
{
  return self->year;
}

/**
 * kompass_round_get_edition_id:
 * @self: a round
 *
 * Returns: (nullable): the UUID of its edition, or %NULL where it is not known
 */
const char *
kompass_round_get_edition_id (KompassRound *self)
{
  return self->edition_id;
}

/**
 * kompass_round_get_edition_name:
 * @self: a round
 *
 * Returns: (nullable): the name of its edition, or %NULL where it is not known
 */
const char *
kompass_round_get_edition_name (KompassRound *self)
{
  return self->edition_name;
}

KompassDepth
kompass_round_get_depth (KompassRound *self)
{
  return self->depth;
}

gboolean
kompass_round_get_is_example (KompassRound *self)
{
  return self->is_example;
}

/**
 * kompass_round_get_title:
 * @self: a round
 *
 * Returns: (transfer full): municipality and year: "Lund 2011"
 */
char *
kompass_round_get_title (KompassRound *self)
{
  return g_strdup_printf ("%s %u", self->municipality, self->year);
}
