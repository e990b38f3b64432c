/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A key fact of a municipality as its report lists it: a name and a value, both free text. */
#include "kompass-key-fact.h"

#include <glib/gi18n-lib.h>

#include "kompass-text.h"

struct _KompassKeyFact
{
  GObject parent_instance;

  char *id;
  char *name;
  char *value;
};

G_DEFINE_FINAL_TYPE (KompassKeyFact, kompass_key_fact, G_TYPE_OBJECT)

static void
kompass_key_fact_finalize (GObject *object)
{
  KompassKeyFact *self = KOMPASS_KEY_FACT (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->value);

  G_OBJECT_CLASS (kompass_key_fact_parent_class)->finalize (object);
}

static void
kompass_key_fact_class_init (KompassKeyFactClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kompass_key_fact_finalize;
}

static void
kompass_key_fact_init (KompassKeyFact *self)
{
}

/**
 * kompass_key_fact_new:
 * @id: (nullable): its UUID; %NULL for a new one
 * @name: what it is: "Folkmängd"; one line, cleaned as by kompass_text_clean_line()
 * @value: what is so: "110 488"; likewise
 *
 * Returns: (transfer full): the fact
 */
KompassKeyFact *
kompass_key_fact_new (const char *id,
                      const char *name,
                      const char *value)
{
  KompassKeyFact *self = g_object_new (KOMPASS_TYPE_KEY_FACT, NULL);

  self->id = id != NULL ? g_strdup (id) : g_uuid_string_random ();
  self->name = kompass_text_clean_line (name);
  self->value = kompass_text_clean_line (value);

  return self;
}

const char *
kompass_key_fact_get_id (KompassKeyFact *self)
{
  return self->id;
}

const char *
kompass_key_fact_get_name (KompassKeyFact *self)
{
  return self->name;
}

const char *
kompass_key_fact_get_value (KompassKeyFact *self)
{
  return self->value;
}

/**
 * kompass_key_fact_list_suggestions:
 *
 * Returns: (transfer full): what reports usually list, in the user's language
 */
GStrv
kompass_key_fact_list_suggestions (void)
{
  const char *names[] = {
    C_("key fact", "Group of municipalities"),
    C_("key fact", "Inhabitants"),
    C_("key fact", "Change in number of inhabitants"),
    C_("key fact", "Employees"),
    C_("key fact", "Governing parties"),
    C_("key fact", "University town"),
    NULL,
  };

  return g_strdupv ((char **) names);
}
