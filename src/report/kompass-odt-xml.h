/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KompassOdtXml:
 *
 * A piece of XML that is being written: well-formed whatever the words.
 */
typedef struct _KompassOdtXml KompassOdtXml;

KompassOdtXml *kompass_odt_xml_new    (void);
KompassOdtXml *kompass_odt_xml_new_document (const char *root);
void           kompass_odt_xml_start  (KompassOdtXml *self,
                                       const char    *element,
                                       ...) G_GNUC_NULL_TERMINATED;
void           kompass_odt_xml_end    (KompassOdtXml *self);
void           kompass_odt_xml_empty  (KompassOdtXml *self,
                                       const char    *element,
                                       ...) G_GNUC_NULL_TERMINATED;
void           kompass_odt_xml_attribute (KompassOdtXml *self,
                                       const char    *attribute,
                                       const char    *value);
void           kompass_odt_xml_length (KompassOdtXml *self,
                                       const char    *attribute,
                                       double         points);
void           kompass_odt_xml_words  (KompassOdtXml *self,
                                       const char    *words);
void           kompass_odt_xml_text   (KompassOdtXml *self,
                                       const char    *element,
                                       const char    *text);
void           kompass_odt_xml_append (KompassOdtXml *self,
                                       KompassOdtXml *piece);
GBytes        *kompass_odt_xml_finish (KompassOdtXml *self);
void           kompass_odt_xml_free   (KompassOdtXml *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassOdtXml, kompass_odt_xml_free)

G_END_DECLS
