/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes or edits a reference group: evaluations that are chosen in the library, or a published mean that is typed in. What the
 * group gives is seen while it is made; nothing is stored until it is saved, in one step. */
#include "kompass-group-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "config.h"
#include "kompass-group-figures.h"
#include "kompass-group-members.h"
#include "kompass-group-values.h"
#include "kompass-style.h"

/* How many of the members that leave the group are named. */
#define N_NAMED 3

struct _KompassGroupDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *heading;
  GtkWidget *cancel;
  GtkWidget *back;
  GtkWidget *save;
  AdwLeaflet *leaflet;
  GtkWidget *name;
  GtkWidget *kind;
  GtkWidget *edition;
  GtkWidget *members_row;
  GtkWidget *message;
  KompassGroupFigures *figures;
  KompassGroupValues *values;
  GtkWidget *separator;
  KompassGroupMembers *members;
  GtkStringList *edition_names;
  KompassLibrary *library;
  KompassGroup *original; /* what is edited, or NULL for a new group */
  GPtrArray *editions;    /* of KompassEdition, in the order of the list */
  char *state;            /* what was there when the dialog was opened */
  gboolean is_settling;
  gboolean may_close; /* it is saved, or is not to be */
};

enum
{
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassGroupDialog, kompass_group_dialog, ADW_TYPE_WINDOW)

static KompassEdition *
get_edition (KompassGroupDialog *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->edition));

  return selected < self->editions->len ? g_ptr_array_index (self->editions, selected) : NULL;
}

static gboolean
get_is_published (KompassGroupDialog *self)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind)) == 1;
}

/* A bundled name that is left as it is shown is kept as it is stored. */
static char *
get_name (KompassGroupDialog *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  g_autofree char *shown = self->original != NULL ? kompass_group_get_display_name (self->original) : NULL;

  return g_strcmp0 (typed, shown) == 0 ? g_strdup (kompass_group_get_name (self->original)) : g_steal_pointer (&typed);
}

/* The group as it is typed, without its members. */
static KompassGroup *
make_group (KompassGroupDialog *self)
{
  g_autofree char *name = get_name (self);
  g_autofree char *id = self->original != NULL ? g_strdup (kompass_group_get_id (self->original)) : g_uuid_string_random ();
  KompassGroup *group = kompass_group_new (id, name, get_edition (self), get_is_published (self));

  if (self->original != NULL)
    {
      kompass_group_set_is_example (group, kompass_group_get_is_example (self->original));
      kompass_group_set_source (group, kompass_group_get_source (self->original));
    }

  return group;
}

/* Members are of the time of their rounds: "2011–2014". */
static char *
describe_years (GPtrArray *rounds)
{
  guint first = G_MAXUINT;
  guint last = 0;

  for (guint i = 0; i < rounds->len; i++)
    {
      guint year = kompass_round_get_year (g_ptr_array_index (rounds, i));

      first = MIN (first, year);
      last = MAX (last, year);
    }

  return first >= last ? g_strdup_printf ("%u", last) : g_strdup_printf ("%u–%u", first, last);
}

static void
add_members (KompassGroupDialog *self,
             KompassGroup       *group)
{
  g_autoptr (GPtrArray) rounds = kompass_group_members_list_chosen (self->members, TRUE);
  g_autofree char *years = describe_years (rounds);

  for (guint i = 0; i < rounds->len; i++)
    kompass_group_add_member (group, kompass_round_get_id (g_ptr_array_index (rounds, i)));
  kompass_group_set_as_of (group, years);
}

/* Everything that can be typed or chosen, to tell whether something has been. */
static char *
describe_state (KompassGroupDialog *self)
{
  g_autoptr (KompassGroup) group = make_group (self);
  GString *state = g_string_new (gtk_editable_get_text (GTK_EDITABLE (self->name)));

  g_string_append_printf (state, "\n%d\n%s", get_is_published (self), kompass_edition_get_id (get_edition (self)));
  if (get_is_published (self))
    {
      g_autofree char *typed = kompass_group_values_get_typed (self->values);

      g_string_append_printf (state, "\n%s", typed);
      return g_string_free (state, FALSE);
    }
  add_members (self, group);
  for (guint i = 0; kompass_group_get_member (group, i) != NULL; i++)
    g_string_append_printf (state, "\n%s", kompass_group_get_member (group, i));

  return g_string_free (state, FALSE);
}

/* What is said under the form */

/* Members of the edition before the group's own: who they are, and how they come back. */
static char *
describe_leaving (KompassGroupDialog *self)
{
  g_autoptr (GPtrArray) rounds = kompass_group_members_list_leaving (self->members);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *names = NULL;
  const char *edition;

  if (rounds->len == 0 || get_is_published (self))
    return NULL;
  edition = kompass_round_get_edition_name (g_ptr_array_index (rounds, 0));
  for (guint i = 0; i < MIN (rounds->len, N_NAMED); i++)
    g_ptr_array_add (titles, kompass_round_get_title (g_ptr_array_index (rounds, i)));
  if (rounds->len > N_NAMED)
    g_ptr_array_add (titles, g_strdup_printf (ngettext ("%u more", "%u more", rounds->len - N_NAMED), rounds->len - N_NAMED));
  g_ptr_array_add (titles, NULL);
  names = g_strjoinv (", ", (char **) titles->pdata);

  /* Translators: number of members, edition, names of the members, edition */
  return g_strdup_printf (ngettext ("%u member is of edition %s and leaves the group: %s. Choose edition %s again to keep it.",
                                    "%u members are of edition %s and leave the group: %s. Choose edition %s again to keep them.",
                                    rounds->len),
                          rounds->len, edition, names, edition);
}

/* What is missing or wrong, so that it cannot be saved yet; NULL where it can. */
static char *
find_problem (KompassGroupDialog *self)
{
  g_autoptr (KompassGroup) group = make_group (self);
  g_autoptr (GError) error = NULL;

  if (get_is_published (self) && !kompass_group_values_write (self->values, group))
    return g_strdup (_("Something in the figures cannot be right; it is marked below"));
  if (!kompass_group_validate (group, &error))
    return g_strdup (error->message);
  if (!kompass_library_is_group_name_free (self->library, get_edition (self), kompass_group_get_name (group),
                                           kompass_group_get_id (group), &error))
    return g_strdup (error->message);
  if (!get_is_published (self) && kompass_group_members_get_n_chosen (self->members) == 0)
    return g_strdup (_("Choose the evaluations that are members"));

  return NULL;
}

static char *
join_lines (const char *one,
            const char *other)
{
  if (one != NULL && other != NULL)
    return g_strdup_printf ("%s\n%s", one, other);

  return g_strdup (one != NULL ? one : other != NULL ? other : "");
}

/* Says what is missing, or what to know, before Save is pressed. */
static void
update (KompassGroupDialog *self)
{
  g_autofree char *leaving = NULL;
  g_autofree char *problem = NULL;
  g_autofree char *words = NULL;

  if (self->is_settling || get_edition (self) == NULL)
    return;
  leaving = describe_leaving (self);
  problem = find_problem (self);
  gtk_widget_set_sensitive (self->save, problem == NULL);
  words = join_lines (leaving, problem);
  gtk_widget_remove_css_class (self->message, "error");
  gtk_label_set_label (GTK_LABEL (self->message), words);
  gtk_widget_set_visible (self->message, *words != '\0');
}

static void
show_error (KompassGroupDialog *self,
            const GError       *error)
{
  gtk_widget_add_css_class (self->message, "error");
  gtk_label_set_label (GTK_LABEL (self->message), error->message);
  gtk_widget_set_visible (self->message, TRUE);
  adw_leaflet_set_visible_child_name (self->leaflet, "group");
}

/* Parts */

static void
update_pages (KompassGroupDialog *self)
{
  gboolean has_members = !get_is_published (self);
  gboolean is_folded = adw_leaflet_get_folded (self->leaflet);
  gboolean is_on_members = is_folded && adw_leaflet_get_visible_child (self->leaflet) == GTK_WIDGET (self->members);
  const char *title = gtk_window_get_title (GTK_WINDOW (self));

  gtk_widget_set_visible (self->members_row, has_members && is_folded);
  gtk_widget_set_visible (self->back, is_on_members);
  gtk_widget_set_visible (self->cancel, !is_on_members);
  adw_window_title_set_title (self->heading, is_on_members ? _("Members") : title);
}

static void
page_changed_cb (KompassGroupDialog *self)
{
  if (!self->is_settling)
    update_pages (self);
}

static void
back_cb (KompassGroupDialog *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "group");
  gtk_widget_grab_focus (self->members_row);
}

static void
members_cb (KompassGroupDialog *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "members");
  kompass_group_members_search (self->members);
}

static void
changed_cb (KompassGroupDialog *self)
{
  update (self);
}

static void
members_changed_cb (KompassGroupDialog *self)
{
  guint n_chosen = kompass_group_members_get_n_chosen (self->members);
  g_autoptr (GPtrArray) rounds = kompass_group_members_list_chosen (self->members, FALSE);
  g_autofree char *count = NULL;

  count = n_chosen == 0 ? g_strdup (_("No members are chosen"))
                        : g_strdup_printf (ngettext ("%u member chosen", "%u members chosen", n_chosen), n_chosen);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->members_row), count);
  if (get_edition (self) != NULL)
    kompass_group_figures_set_members (self->figures, get_edition (self), rounds);
  update (self);
}

static void
kind_changed_cb (KompassGroupDialog *self)
{
  gboolean is_published = get_is_published (self);

  gtk_widget_set_visible (GTK_WIDGET (self->values), is_published);
  gtk_widget_set_visible (GTK_WIDGET (self->figures), !is_published);
  adw_leaflet_set_visible_child_name (self->leaflet, "group");
  gtk_widget_set_visible (GTK_WIDGET (self->members), !is_published);
  gtk_widget_set_visible (self->separator, !is_published);
  if (self->is_settling)
    return;
  update_pages (self);
  update (self);
}

static void
edition_changed_cb (KompassGroupDialog *self)
{
  KompassEdition *edition = get_edition (self);

  if (self->is_settling || edition == NULL)
    return;
  kompass_group_values_set_edition (self->values, edition);
  kompass_group_members_set_edition (self->members, edition);
}

/* Saving and closing */

static gboolean
save (KompassGroupDialog *self)
{
  g_autoptr (KompassGroup) group = make_group (self);
  g_autoptr (GError) error = NULL;

  if (get_is_published (self))
    kompass_group_values_write (self->values, group);
  else
    add_members (self, group);
  if (!kompass_library_save_group (self->library, group, &error))
    {
      show_error (self, error);
      return FALSE;
    }
  g_signal_emit (self, signals[SAVED], 0, kompass_group_get_id (group));
  self->may_close = TRUE;

  return TRUE;
}

static void
save_cb (KompassGroupDialog *self)
{
  if (save (self))
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
close_cb (gpointer user_data)
{
  KompassGroupDialog *self = user_data;

  gtk_window_close (GTK_WINDOW (self));

  return G_SOURCE_REMOVE;
}

/* Not at once: the question is still closing, over this dialog. */
static void
response_cb (AdwMessageDialog   *dialog,
             const char         *response,
             KompassGroupDialog *self)
{
  if (strcmp (response, "cancel") == 0 || (strcmp (response, "save") == 0 && !save (self)))
    return;
  self->may_close = TRUE;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_cb, g_object_ref (self), g_object_unref);
}

static void
ask_before_closing (KompassGroupDialog *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      GTK_WINDOW (self), _("Save Changes?"), _("What has not been saved is lost when the dialog is closed.")));

  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "discard", _("_Discard"), "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, "save", gtk_widget_get_sensitive (self->save));
  adw_message_dialog_set_default_response (dialog, gtk_widget_get_sensitive (self->save) ? "save" : "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  kompass_style_complete_names (GTK_WIDGET (dialog), adw_message_dialog_get_heading (dialog));
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
kompass_group_dialog_close_request (GtkWindow *window)
{
  KompassGroupDialog *self = KOMPASS_GROUP_DIALOG (window);
  g_autofree char *state = !self->may_close && get_edition (self) != NULL ? describe_state (self) : NULL;

  if (state != NULL && g_strcmp0 (state, self->state) != 0)
    {
      ask_before_closing (self);
      return GDK_EVENT_STOP;
    }

  return GTK_WINDOW_CLASS (kompass_group_dialog_parent_class)->close_request (window);
}

static gboolean
search_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  KompassGroupDialog *self = KOMPASS_GROUP_DIALOG (widget);

  if (get_is_published (self))
    return GDK_EVENT_PROPAGATE;
  members_cb (self);

  return GDK_EVENT_STOP;
}

/* Escape leaves the page of the members first, where it is one. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  KompassGroupDialog *self = KOMPASS_GROUP_DIALOG (widget);

  if (gtk_widget_get_visible (self->back))
    back_cb (self);
  else
    gtk_window_close (GTK_WINDOW (self));

  return GDK_EVENT_STOP;
}

static void
kompass_group_dialog_dispose (GObject *object)
{
  KompassGroupDialog *self = KOMPASS_GROUP_DIALOG (object);

  self->is_settling = TRUE;
  g_clear_object (&self->library);
  g_clear_object (&self->original);

  G_OBJECT_CLASS (kompass_group_dialog_parent_class)->dispose (object);
}

static void
kompass_group_dialog_finalize (GObject *object)
{
  KompassGroupDialog *self = KOMPASS_GROUP_DIALOG (object);

  g_ptr_array_unref (self->editions);
  g_free (self->state);

  G_OBJECT_CLASS (kompass_group_dialog_parent_class)->finalize (object);
}

static void
kompass_group_dialog_class_init (KompassGroupDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kompass_group_dialog_dispose;
  object_class->finalize = kompass_group_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = kompass_group_dialog_close_request;

  /**
   * KompassGroupDialog::saved:
   * @group: UUID of the group that has been saved
   */
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_STRING);

  g_type_ensure (KOMPASS_TYPE_GROUP_FIGURES);
  g_type_ensure (KOMPASS_TYPE_GROUP_MEMBERS);
  g_type_ensure (KOMPASS_TYPE_GROUP_VALUES);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, search_cb, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/kompass-group-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KompassGroupDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupDialog, back);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupDialog, save);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupDialog, leaflet);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupDialog, name);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupDialog, edition);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupDialog, members_row);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupDialog, message);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupDialog, figures);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupDialog, values);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupDialog, separator);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupDialog, members);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupDialog, edition_names);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, edition_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, members_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, members_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
kompass_group_dialog_init (KompassGroupDialog *self)
{
  self->editions = g_ptr_array_new_with_free_func (g_object_unref);
  self->is_settling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
load_editions (KompassGroupDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) editions = kompass_library_list_editions (self->library, &error);

  if (editions == NULL)
    {
      show_error (self, error);
      return FALSE;
    }
  g_ptr_array_extend_and_steal (self->editions, g_steal_pointer (&editions));
  for (guint i = 0; i < self->editions->len; i++)
    {
      g_autofree char *name = kompass_edition_get_display_name (g_ptr_array_index (self->editions, i));

      gtk_string_list_append (self->edition_names, name);
    }

  return self->editions->len > 0;
}

static void
select_edition (KompassGroupDialog *self,
                KompassEdition     *edition)
{
  for (guint i = 0; edition != NULL && i < self->editions->len; i++)
    if (strcmp (kompass_edition_get_id (g_ptr_array_index (self->editions, i)), kompass_edition_get_id (edition)) == 0)
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->edition), i);
  kompass_group_values_set_edition (self->values, get_edition (self));
  kompass_group_members_set_edition (self->members, get_edition (self));
}

static void
fill_in (KompassGroupDialog *self,
         KompassGroup       *group)
{
  g_autofree char *name = kompass_group_get_display_name (group);
  g_autoptr (GPtrArray) members = g_ptr_array_new ();

  gtk_editable_set_text (GTK_EDITABLE (self->name), name);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->kind), kompass_group_get_is_published (group) ? 1 : 0);
  if (kompass_group_get_is_published (group))
    {
      kompass_group_values_read (self->values, group);
      return;
    }
  for (guint i = 0; kompass_group_get_member (group, i) != NULL; i++)
    g_ptr_array_add (members, (char *) kompass_group_get_member (group, i));
  kompass_group_members_set_chosen (self->members, members);
}

/**
 * kompass_group_dialog_new:
 * @parent: the window it belongs to
 * @library: where the group is
 * @group: (nullable): the group to edit, with members and values, or %NULL for a new one
 * @edition: (nullable): the edition to propose for a new one
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *
kompass_group_dialog_new (GtkWindow      *parent,
                          KompassLibrary *library,
                          KompassGroup   *group,
                          KompassEdition *edition)
{
  KompassGroupDialog *self = g_object_new (KOMPASS_TYPE_GROUP_DIALOG, "transient-for", parent, NULL);

  self->library = g_object_ref (library);
  g_set_object (&self->original, group);
  kompass_group_figures_set_library (self->figures, library);
  kompass_group_members_set_library (self->members, library);
  if (group != NULL)
    gtk_window_set_title (GTK_WINDOW (self), _("Edit Reference Group"));
  /* What it is made of is what it is. */
  gtk_widget_set_sensitive (self->kind, group == NULL);
  if (load_editions (self))
    {
      select_edition (self, group != NULL ? kompass_group_get_edition (group) : edition);
      if (group != NULL)
        fill_in (self, group);
      self->is_settling = FALSE;
      kind_changed_cb (self);
      self->state = describe_state (self);
    }
  kompass_style_complete_names (GTK_WIDGET (self), gtk_window_get_title (GTK_WINDOW (self)));
  kompass_style_complete_names (GTK_WIDGET (self->members), _("Evaluations that can be members"));
  gtk_widget_grab_focus (self->name);

  return GTK_WIDGET (self);
}
