/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-edition.h"
#include "kompass-line.h"

G_BEGIN_DECLS

/**
 * KOMPASS_GROUP_MEMBERS_LIMIT:
 *
 * The largest number of members that a published mean can say it has.
 */
#define KOMPASS_GROUP_MEMBERS_LIMIT 9999

/**
 * KompassGroupError:
 * @KOMPASS_GROUP_ERROR_INVALID: something in it cannot be right
 */
typedef enum
{
  KOMPASS_GROUP_ERROR_INVALID,
} KompassGroupError;

#define KOMPASS_GROUP_ERROR (kompass_group_error_quark ())
GQuark kompass_group_error_quark (void);

#define KOMPASS_TYPE_GROUP (kompass_group_get_type ())
G_DECLARE_FINAL_TYPE (KompassGroup, kompass_group, KOMPASS, GROUP, GObject)

KompassGroup       *kompass_group_new              (const char       *id,
                                                    const char       *name,
                                                    KompassEdition   *edition,
                                                    gboolean          is_published);
KompassGroup       *kompass_group_copy             (KompassGroup     *self,
                                                    const char       *id,
                                                    const char       *name);
const char         *kompass_group_get_id           (KompassGroup     *self);
const char         *kompass_group_get_name         (KompassGroup     *self);
void                kompass_group_set_name         (KompassGroup     *self,
                                                    const char       *name);
char               *kompass_group_get_display_name (KompassGroup     *self);
KompassEdition     *kompass_group_get_edition      (KompassGroup     *self);
gboolean            kompass_group_get_is_published (KompassGroup     *self);
guint               kompass_group_get_n_members    (KompassGroup     *self);
void                kompass_group_set_n_members    (KompassGroup     *self,
                                                    guint             n_members);
const char         *kompass_group_get_as_of        (KompassGroup     *self);
void                kompass_group_set_as_of        (KompassGroup     *self,
                                                    const char       *as_of);
const char         *kompass_group_get_source       (KompassGroup     *self);
void                kompass_group_set_source       (KompassGroup     *self,
                                                    const char       *source);
gboolean            kompass_group_get_is_example   (KompassGroup     *self);
void                kompass_group_set_is_example   (KompassGroup     *self,
                                                    gboolean          is_example);
gboolean            kompass_group_add_member       (KompassGroup     *self,
                                                    const char       *evaluation_id);
gboolean            kompass_group_remove_member    (KompassGroup     *self,
                                                    const char       *evaluation_id);
gboolean            kompass_group_has_member       (KompassGroup     *self,
                                                    const char       *evaluation_id);
const char         *kompass_group_get_member       (KompassGroup     *self,
                                                    guint             index);
KompassPoints       kompass_group_get_points       (KompassGroup     *self,
                                                    KompassLineKind   kind,
                                                    guint             index);
void                kompass_group_set_points       (KompassGroup     *self,
                                                    KompassLineKind   kind,
                                                    guint             index,
                                                    KompassPoints     points);
gboolean            kompass_group_validate         (KompassGroup     *self,
                                                    GError          **error);

G_END_DECLS
