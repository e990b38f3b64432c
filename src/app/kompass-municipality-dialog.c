/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of a municipality: its name and its number of inhabitants. */
#include "kompass-municipality-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "config.h"
#include "kompass-style.h"
#include "kompass-whole-number.h"

struct _KompassMunicipalityDialog
{
  AdwWindow parent_instance;

  GtkWidget *name;
  GtkWidget *inhabitants;
  GtkWidget *message;
  GtkWidget *save;
  KompassLibrary *library;
  char *id;
  char *old_name;
  guint old_inhabitants; /* 0 where they are not known */
  gboolean is_settling;
};

G_DEFINE_FINAL_TYPE (KompassMunicipalityDialog, kompass_municipality_dialog, ADW_TYPE_WINDOW)

static char *
get_name (KompassMunicipalityDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
}

static gboolean
get_inhabitants (KompassMunicipalityDialog *self,
                 guint                     *inhabitants)
{
  return kompass_whole_number_parse (gtk_editable_get_text (GTK_EDITABLE (self->inhabitants)), KOMPASS_INHABITANTS_LIMIT,
                                     inhabitants);
}

static void
mark (GtkWidget *entry,
      gboolean   is_right)
{
  if (is_right)
    gtk_widget_remove_css_class (entry, "error");
  else
    gtk_widget_add_css_class (entry, "error");
}

static void
show_message (KompassMunicipalityDialog *self,
              const char                *message)
{
  gtk_label_set_label (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
}

/* Says what is wrong while it is typed. */
static void
changed_cb (KompassMunicipalityDialog *self)
{
  g_autofree char *name = get_name (self);
  guint inhabitants;
  gboolean is_number = get_inhabitants (self, &inhabitants);

  if (self->is_settling)
    return;
  mark (self->name, *name != '\0');
  mark (self->inhabitants, is_number);
  if (*name == '\0')
    show_message (self, _("A municipality needs a name"));
  else if (!is_number)
    show_message (self, _("Write the number of inhabitants with digits, or nothing where it is not known"));
  else
    show_message (self, NULL);
  gtk_widget_set_sensitive (self->save, *name != '\0' && is_number);
}

/* Two steps where both have been changed: each is undone by itself. The name goes first, because it can be refused. */
static void
save_cb (KompassMunicipalityDialog *self)
{
  g_autofree char *name = get_name (self);
  g_autoptr (GError) error = NULL;
  guint inhabitants;

  get_inhabitants (self, &inhabitants);
  if (strcmp (name, self->old_name) != 0 &&
      !kompass_library_rename_municipality (self->library, self->id, name, &error))
    {
      mark (self->name, FALSE);
      show_message (self, error->message);
      return;
    }
  g_free (self->old_name);
  self->old_name = g_steal_pointer (&name);
  if (inhabitants != self->old_inhabitants &&
      !kompass_library_set_inhabitants (self->library, self->id, inhabitants, &error))
    {
      mark (self->inhabitants, FALSE);
      show_message (self, error->message);
      return;
    }
  gtk_window_close (GTK_WINDOW (self));
}

static void
kompass_municipality_dialog_dispose (GObject *object)
{
  KompassMunicipalityDialog *self = KOMPASS_MUNICIPALITY_DIALOG (object);

  self->is_settling = TRUE;
  g_clear_object (&self->library);

  G_OBJECT_CLASS (kompass_municipality_dialog_parent_class)->dispose (object);
}

static void
kompass_municipality_dialog_finalize (GObject *object)
{
  KompassMunicipalityDialog *self = KOMPASS_MUNICIPALITY_DIALOG (object);

  g_free (self->id);
  g_free (self->old_name);

  G_OBJECT_CLASS (kompass_municipality_dialog_parent_class)->finalize (object);
}

static void
kompass_municipality_dialog_class_init (KompassMunicipalityDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kompass_municipality_dialog_dispose;
  object_class->finalize = kompass_municipality_dialog_finalize;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/kompass-municipality-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KompassMunicipalityDialog, name);
  gtk_widget_class_bind_template_child (widget_class, KompassMunicipalityDialog, inhabitants);
  gtk_widget_class_bind_template_child (widget_class, KompassMunicipalityDialog, message);
  gtk_widget_class_bind_template_child (widget_class, KompassMunicipalityDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
kompass_municipality_dialog_init (KompassMunicipalityDialog *self)
{
  self->is_settling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kompass_municipality_dialog_new:
 * @parent: the window it belongs to
 * @library: where the municipality is
 * @municipality: its UUID
 * @error: return location for a #KompassLibraryError
 *
 * Returns: (transfer floating) (nullable): the dialog, or %NULL where the municipality cannot be read
 */
GtkWidget *
kompass_municipality_dialog_new (GtkWindow       *parent,
                                 KompassLibrary  *library,
                                 const char      *municipality,
                                 GError         **error)
{
  g_autofree char *name = NULL;
  g_autofree char *number = NULL;
  KompassMunicipalityDialog *self;
  guint inhabitants;

  if (!kompass_library_get_municipality (library, municipality, &name, NULL, error) ||
      !kompass_library_get_inhabitants (library, municipality, &inhabitants, error))
    return NULL;
  self = g_object_new (KOMPASS_TYPE_MUNICIPALITY_DIALOG, "transient-for", parent, NULL);
  self->library = g_object_ref (library);
  self->id = g_strdup (municipality);
  self->old_inhabitants = inhabitants;
  number = kompass_whole_number_format (inhabitants);
  gtk_editable_set_text (GTK_EDITABLE (self->name), name);
  gtk_editable_set_text (GTK_EDITABLE (self->inhabitants), inhabitants > 0 ? number : "");
  self->old_name = g_steal_pointer (&name);
  self->is_settling = FALSE;
  changed_cb (self);
  kompass_style_complete_names (GTK_WIDGET (self), gtk_window_get_title (GTK_WINDOW (self)));
  gtk_widget_grab_focus (self->name);

  return GTK_WIDGET (self);
}
