/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A heading in the sidebar: a municipality over its rounds, or a section. */
#include "kompass-sidebar-heading.h"

struct _KompassSidebarHeading
{
  GObject parent_instance;

  char *title;           /* interned */
  char *municipality_id; /* interned; NULL for a section */
};

G_DEFINE_FINAL_TYPE (KompassSidebarHeading, kompass_sidebar_heading, G_TYPE_OBJECT)

static void
kompass_sidebar_heading_finalize (GObject *object)
{
  KompassSidebarHeading *self = KOMPASS_SIDEBAR_HEADING (object);

  g_ref_string_release (self->title);
  if (self->municipality_id != NULL)
    g_ref_string_release (self->municipality_id);

  G_OBJECT_CLASS (kompass_sidebar_heading_parent_class)->finalize (object);
}

static void
kompass_sidebar_heading_class_init (KompassSidebarHeadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kompass_sidebar_heading_finalize;
}

static void
kompass_sidebar_heading_init (KompassSidebarHeading *self)
{
}

/**
 * kompass_sidebar_heading_new:
 * @title: what it says
 * @municipality_id: (nullable): UUID of the municipality, or %NULL for a section
 *
 * Returns: (transfer full): the heading
 */
KompassSidebarHeading *
kompass_sidebar_heading_new (const char *title,
                             const char *municipality_id)
{
  KompassSidebarHeading *self = g_object_new (KOMPASS_TYPE_SIDEBAR_HEADING, NULL);

  self->title = g_ref_string_new_intern (title);
  self->municipality_id = municipality_id != NULL ? g_ref_string_new_intern (municipality_id) : NULL;

  return self;
}

const char *
kompass_sidebar_heading_get_title (KompassSidebarHeading *self)
{
  return self->title;
}

/**
 * kompass_sidebar_heading_get_municipality_id:
 * @self: a heading
 *
 * Returns: (nullable): UUID of the municipality, or %NULL for a section
 */
const char *
kompass_sidebar_heading_get_municipality_id (KompassSidebarHeading *self)
{
  return self->municipality_id;
}
