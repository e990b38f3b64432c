/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define KOMPASS_TYPE_SPELLER (kompass_speller_get_type ())
G_DECLARE_FINAL_TYPE (KompassSpeller, kompass_speller, KOMPASS, SPELLER, GObject)

KompassSpeller *kompass_speller_new              (const char      *language);
const char     *kompass_speller_get_language     (KompassSpeller  *self);
gboolean        kompass_speller_has_dictionary   (KompassSpeller  *self);
gboolean        kompass_speller_check            (KompassSpeller  *self,
                                                  const char      *word);
GStrv           kompass_speller_suggest          (KompassSpeller  *self,
                                                  const char      *word,
                                                  guint            most);
void            kompass_speller_add              (KompassSpeller  *self,
                                                  const char      *word);
void            kompass_speller_ignore           (KompassSpeller  *self,
                                                  const char      *word);

gboolean        kompass_speller_find_word        (const char      *text,
                                                  gsize            from,
                                                  gsize           *start,
                                                  gsize           *end);

G_END_DECLS
