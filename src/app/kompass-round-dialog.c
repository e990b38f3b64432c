/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Begins an evaluation: of a new municipality, as a new round of one, or as a copy of an earlier round. */
#include "kompass-round-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "config.h"
#include "kompass-style.h"

/* In the order of the list in the .ui file. */
static const char * const country_codes[] = { "SE", "NO", "DK", "FI", "IS" };

struct _KompassRoundDialog
{
  AdwWindow parent_instance;

  GtkWidget *municipality;
  GtkWidget *country;
  GtkWidget *year;
  GtkWidget *instrument;
  GtkWidget *edition;
  GtkWidget *depth;
  GtkWidget *create;
  GtkWidget *message;
  GtkStringList *edition_names;
  KompassLibrary *library;
  KompassEvaluation *original; /* what is copied, or NULL */
  GPtrArray *editions;         /* of KompassEdition, in the order of the list */
  gboolean edition_chosen;     /* by the user: the year proposes none any more */
  gboolean is_settling;
};

enum
{
  CREATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassRoundDialog, kompass_round_dialog, ADW_TYPE_WINDOW)

static guint
get_year (KompassRoundDialog *self)
{
  guint64 year;

  return g_ascii_string_to_unsigned (gtk_editable_get_text (GTK_EDITABLE (self->year)), 10, KOMPASS_YEAR_FIRST, KOMPASS_YEAR_LAST, &year, NULL)
             ? (guint) year
             : 0;
}

static KompassEdition *
get_edition (KompassRoundDialog *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->edition));

  return selected < self->editions->len ? g_ptr_array_index (self->editions, selected) : NULL;
}

static char *
get_name (KompassRoundDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->municipality))));
}

static const char *
get_country (KompassRoundDialog *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->country));

  return country_codes[MIN (selected, G_N_ELEMENTS (country_codes) - 1)];
}

/* Says what is missing, or what to know, before Create is pressed. */
static void
update (KompassRoundDialog *self)
{
  g_autofree char *name = get_name (self);
  guint year = get_year (self);
  const char *year_text = gtk_editable_get_text (GTK_EDITABLE (self->year));
  g_autofree char *message = NULL;
  KompassEdition *edition = get_edition (self);

  if (self->is_settling)
    return;
  if (year == 0 && *year_text != '\0')
    message = g_strdup (_("Write the year with four digits, from 1900 to 2999"));
  else if (year != 0 && *name != '\0' && kompass_library_has_round (self->library, name, get_country (self), year))
    message = g_strdup_printf (_("%s has a round in %u already; this will be another one"), name, year);
  else if (self->original == NULL && edition != NULL && kompass_edition_get_n_questions (edition) == 0)
    message = g_strdup_printf (_("The questions of edition %s are not known here; its areas can be scored"),
                               kompass_edition_get_name (edition));
  gtk_label_set_label (GTK_LABEL (self->message), message != NULL ? message : "");
  if (year == 0 && *year_text != '\0')
    gtk_widget_add_css_class (self->year, "error");
  else
    gtk_widget_remove_css_class (self->year, "error");
  gtk_widget_set_sensitive (self->create, year != 0 && *name != '\0' && edition != NULL);
}

static void
changed_cb (KompassRoundDialog *self)
{
  update (self);
}

/* As deep as the edition allows. */
static void
propose_depth (KompassRoundDialog *self)
{
  KompassEdition *edition = get_edition (self);

  if (edition == NULL)
    return;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->depth), kompass_edition_get_n_questions (edition) > 0
                                                               ? KOMPASS_DEPTH_QUESTIONS
                                                               : KOMPASS_DEPTH_AREAS);
}

static void
edition_changed_cb (KompassRoundDialog *self)
{
  if (!self->is_settling)
    self->edition_chosen = TRUE;
  propose_depth (self);
  update (self);
}

static void
year_changed_cb (KompassRoundDialog *self)
{
  guint year = get_year (self);
  KompassEdition *edition = year != 0 ? kompass_edition_choose (self->editions, year) : NULL;
  guint proposed;

  if (edition != NULL && !self->edition_chosen && g_ptr_array_find (self->editions, edition, &proposed))
    {
      self->is_settling = TRUE;
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->edition), proposed);
      propose_depth (self);
      self->is_settling = FALSE;
    }
  update (self);
}

static KompassEvaluation *
make_evaluation (KompassRoundDialog *self)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *municipality_id = g_uuid_string_random ();
  g_autofree char *name = get_name (self);
  KompassDepth depth = (KompassDepth) adw_combo_row_get_selected (ADW_COMBO_ROW (self->depth));
  KompassEvaluation *evaluation;

  if (self->original != NULL)
    return kompass_evaluation_copy (self->original, id, get_year (self));

  evaluation = kompass_evaluation_new (id, get_edition (self), depth);
  kompass_evaluation_set_municipality (evaluation, municipality_id, name, get_country (self));
  kompass_evaluation_set_year (evaluation, get_year (self));

  return evaluation;
}

static void
create_cb (KompassRoundDialog *self)
{
  g_autoptr (KompassEvaluation) evaluation = make_evaluation (self);
  g_autoptr (GError) error = NULL;

  if (!kompass_library_add_evaluation (self->library, evaluation, &error))
    {
      gtk_label_set_label (GTK_LABEL (self->message), error->message);
      return;
    }
  g_signal_emit (self, signals[CREATED], 0, kompass_evaluation_get_id (evaluation));
  gtk_window_close (GTK_WINDOW (self));
}

static void
kompass_round_dialog_dispose (GObject *object)
{
  KompassRoundDialog *self = KOMPASS_ROUND_DIALOG (object);

  self->is_settling = TRUE;
  g_clear_object (&self->library);
  g_clear_object (&self->original);

  G_OBJECT_CLASS (kompass_round_dialog_parent_class)->dispose (object);
}

static void
kompass_round_dialog_finalize (GObject *object)
{
  KompassRoundDialog *self = KOMPASS_ROUND_DIALOG (object);

  g_ptr_array_unref (self->editions);

  G_OBJECT_CLASS (kompass_round_dialog_parent_class)->finalize (object);
}

static void
kompass_round_dialog_class_init (KompassRoundDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kompass_round_dialog_dispose;
  object_class->finalize = kompass_round_dialog_finalize;

  /**
   * KompassRoundDialog::created:
   * @evaluation: UUID of the evaluation that has been added to the library
   */
  signals[CREATED] = g_signal_new ("created", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/kompass-round-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KompassRoundDialog, municipality);
  gtk_widget_class_bind_template_child (widget_class, KompassRoundDialog, country);
  gtk_widget_class_bind_template_child (widget_class, KompassRoundDialog, year);
  gtk_widget_class_bind_template_child (widget_class, KompassRoundDialog, instrument);
  gtk_widget_class_bind_template_child (widget_class, KompassRoundDialog, edition);
  gtk_widget_class_bind_template_child (widget_class, KompassRoundDialog, depth);
  gtk_widget_class_bind_template_child (widget_class, KompassRoundDialog, create);
  gtk_widget_class_bind_template_child (widget_class, KompassRoundDialog, message);
  gtk_widget_class_bind_template_child (widget_class, KompassRoundDialog, edition_names);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, edition_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
}

static void
kompass_round_dialog_init (KompassRoundDialog *self)
{
  self->editions = g_ptr_array_new_with_free_func (g_object_unref);
  self->is_settling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
load_editions (KompassRoundDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) editions = kompass_library_list_editions (self->library, &error);

  if (editions == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->message), error->message);
      return;
    }
  g_ptr_array_extend_and_steal (self->editions, g_steal_pointer (&editions));
  for (guint i = 0; i < self->editions->len; i++)
    gtk_string_list_append (self->edition_names, kompass_edition_get_name (g_ptr_array_index (self->editions, i)));
}

static void
fill_in_municipality (KompassRoundDialog *self,
                      const char         *id)
{
  g_autofree char *name = NULL;
  g_autofree char *country = NULL;
  g_autoptr (GError) error = NULL;

  if (!kompass_library_get_municipality (self->library, id, &name, &country, &error))
    {
      gtk_label_set_label (GTK_LABEL (self->message), error->message);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->municipality), name);
  for (guint i = 0; i < G_N_ELEMENTS (country_codes); i++)
    if (g_strcmp0 (country, country_codes[i]) == 0)
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->country), i);
}

/**
 * kompass_round_dialog_new:
 * @parent: the window it belongs to
 * @library: where the evaluation goes
 * @municipality_id: (nullable): UUID of the municipality for a new round of it
 * @original: (nullable): an evaluation to copy
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *
kompass_round_dialog_new (GtkWindow         *parent,
                          KompassLibrary    *library,
                          const char        *municipality_id,
                          KompassEvaluation *original)
{
  KompassRoundDialog *self = g_object_new (KOMPASS_TYPE_ROUND_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *year = g_strdup_printf ("%d", g_date_time_get_year (now));

  self->library = g_object_ref (library);
  g_set_object (&self->original, original);
  load_editions (self);
  if (original != NULL)
    municipality_id = kompass_evaluation_get_municipality_id (original);
  if (municipality_id != NULL)
    {
      fill_in_municipality (self, municipality_id);
      gtk_window_set_title (GTK_WINDOW (self), original != NULL ? _("Duplicate as New Round") : _("New Round"));
      gtk_widget_set_sensitive (self->municipality, FALSE);
      gtk_widget_set_sensitive (self->country, FALSE);
    }
  gtk_widget_set_visible (self->instrument, original == NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->year), year);
  self->is_settling = FALSE;
  year_changed_cb (self);
  kompass_style_complete_names (GTK_WIDGET (self), gtk_window_get_title (GTK_WINDOW (self)));
  gtk_widget_grab_focus (municipality_id != NULL ? self->year : self->municipality);

  return GTK_WIDGET (self);
}
