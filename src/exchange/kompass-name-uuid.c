/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Identifiers of what comes with the program: the same in every library, so that two libraries hold the same rows. */
#include "kompass-name-uuid.h"

#include <string.h>

#define UUID_LENGTH 16
#define SHA1_LENGTH 20

/* The namespace of the program, drawn once: 0b9b6f00-59a2-4bb4-86db-bd88ab282374. */
static const guint8 namespace[UUID_LENGTH] = {
  0x0b, 0x9b, 0x6f, 0x00, 0x59, 0xa2, 0x4b, 0xb4, 0x86, 0xdb, 0xbd, 0x88, 0xab, 0x28, 0x23, 0x74,
};

/**
 * kompass_name_uuid_new:
 * @name: what it is, such as "evaluation/SE/Lund/2011"
 *
 * A UUID of version 5 (RFC 9562, section 5.5): computed from the name alone.
 *
 * Returns: (transfer full): the UUID
 */
char *
kompass_name_uuid_new (const char *name)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  GString *uuid = g_string_sized_new (36);
  guint8 digest[SHA1_LENGTH];
  gsize length = sizeof digest;

  g_checksum_update (checksum, namespace, sizeof namespace);
  g_checksum_update (checksum, (const guchar *) name, (gssize) strlen (name));
  g_checksum_get_digest (checksum, digest, &length);
  digest[6] = (digest[6] & 0x0f) | 0x50;
  digest[8] = (digest[8] & 0x3f) | 0x80;
  for (guint i = 0; i < UUID_LENGTH; i++)
    g_string_append_printf (uuid, i == 4 || i == 6 || i == 8 || i == 10 ? "-%02x" : "%02x", digest[i]);

  return g_string_free (uuid, FALSE);
}
