/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks where a link in the text leads and what stands there. */
#include "kompass-link-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "config.h"
#include "kompass-style.h"
#include "kompass-text.h"

struct _KompassLinkDialog
{
  AdwWindow parent_instance;

  GtkWidget *words;
  GtkWidget *address;
  GtkWidget *message;
  GtkWidget *remove;
  GtkWidget *save;
};

enum
{
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassLinkDialog, kompass_link_dialog, ADW_TYPE_WINDOW)

static char *
get_text (GtkWidget *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* What an address is like is said all the time, and louder where it is none. */
static void
changed_cb (KompassLinkDialog *self)
{
  g_autofree char *typed = get_text (self->address);
  g_autofree char *address = kompass_link_dialog_complete_address (typed);
  gboolean is_wrong = *typed != '\0' && address == NULL;

  set_class (self->message, "error", is_wrong);
  set_class (self->message, "out-of", !is_wrong);
  set_class (self->address, "error", is_wrong);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->address), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_widget_set_sensitive (self->save, address != NULL);
}

static void
finish (KompassLinkDialog *self,
        const char        *words,
        const char        *address)
{
  g_signal_emit (self, signals[SAVED], 0, words, address);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_cb (KompassLinkDialog *self)
{
  g_autofree char *typed = get_text (self->address);
  g_autofree char *address = kompass_link_dialog_complete_address (typed);
  g_autofree char *words = get_text (self->words);

  if (address != NULL)
    finish (self, *words != '\0' ? words : typed, address);
}

static void
remove_cb (KompassLinkDialog *self)
{
  finish (self, NULL, NULL);
}

static void
kompass_link_dialog_class_init (KompassLinkDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * KompassLinkDialog::saved:
   * @self: a dialog
   * @words: (nullable): what stands in the text
   * @address: (nullable): where it leads, or %NULL when the words are to be no link
   *
   * A link was written.
   */
  signals[SAVED] = g_signal_new ("saved", KOMPASS_TYPE_LINK_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/kompass-link-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KompassLinkDialog, words);
  gtk_widget_class_bind_template_child (widget_class, KompassLinkDialog, address);
  gtk_widget_class_bind_template_child (widget_class, KompassLinkDialog, message);
  gtk_widget_class_bind_template_child (widget_class, KompassLinkDialog, remove);
  gtk_widget_class_bind_template_child (widget_class, KompassLinkDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
kompass_link_dialog_init (KompassLinkDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->address), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_label (GTK_LABEL (self->message)), -1);
  kompass_style_complete_names (GTK_WIDGET (self), gtk_window_get_title (GTK_WINDOW (self)));
}

/**
 * kompass_link_dialog_new:
 * @parent: the window it belongs to
 * @words: what stands in the text now; may be empty
 * @address: (nullable): where it leads now
 *
 * Returns: (transfer none): a dialog, to be presented
 */
GtkWindow *
kompass_link_dialog_new (GtkWindow  *parent,
                         const char *words,
                         const char *address)
{
  KompassLinkDialog *self = g_object_new (KOMPASS_TYPE_LINK_DIALOG, "transient-for", parent, NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->words), words);
  gtk_editable_set_text (GTK_EDITABLE (self->address), address != NULL ? address : "");
  gtk_widget_set_visible (self->remove, address != NULL);
  gtk_widget_grab_focus (self->address);
  changed_cb (self);

  return GTK_WINDOW (self);
}

/**
 * kompass_link_dialog_complete_address:
 * @typed: what somebody wrote as an address: "www.lund.se", "info@lund.se"
 *
 * Returns: (transfer full) (nullable): the address that a link can have, or %NULL when it cannot be one
 */
char *
kompass_link_dialog_complete_address (const char *typed)
{
  g_autofree char *site = g_strconcat ("https://", typed, NULL);
  g_autofree char *mail = g_strconcat ("mailto:", typed, NULL);
  const char *dot = strchr (typed, '.');

  if (strpbrk (typed, " \t\n") != NULL)
    return NULL;
  if (kompass_text_is_link (typed))
    return g_strdup (typed);
  if (strstr (typed, "://") != NULL || dot == NULL || dot == typed || dot[1] == '\0')
    return NULL;
  if (strchr (typed, '@') != NULL)
    return kompass_text_is_link (mail) ? g_steal_pointer (&mail) : NULL;

  return kompass_text_is_link (site) ? g_steal_pointer (&site) : NULL;
}
