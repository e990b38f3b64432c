/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The editions that a library holds, and the mappings between them: looked at, written, deleted. */
#include "kompass-editions-window.h"

#include <glib/gi18n-lib.h>

#include "config.h"
#include "kompass-edition-editor.h"
#include "kompass-mapping-editor.h"
#include "kompass-message.h"
#include "kompass-style.h"

struct _KompassEditionsWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwPreferencesGroup *editions;
  AdwPreferencesGroup *mappings;
  GtkWidget *no_mappings;

  KompassLibrary *library;
  GPtrArray *rows;     /* of the rows on screen, which the groups own */
  GHashTable *n_rounds; /* from the UUID of an edition to how many evaluations are scored by it */
  AdwToast *toast;      /* the one that offers to undo */
};

G_DEFINE_FINAL_TYPE (KompassEditionsWindow, kompass_editions_window, ADW_TYPE_WINDOW)

/* Words */

static char *
describe_years (KompassEdition *edition)
{
  guint first = kompass_edition_get_first_year (edition);
  guint last = kompass_edition_get_last_year (edition);

  if (last == 0)
    return g_strdup_printf (_("in use since %u"), first);

  return first == last ? g_strdup_printf ("%u", first) : g_strdup_printf ("%u–%u", first, last);
}

static char *
describe_lines (KompassEdition *edition)
{
  guint n_areas = kompass_edition_get_n_areas (edition);
  guint n_questions = kompass_edition_get_n_questions (edition);
  g_autofree char *areas = g_strdup_printf (ngettext ("%u area", "%u areas", n_areas), n_areas);
  g_autofree char *questions = n_questions > 0
                                   ? g_strdup_printf (ngettext ("%u question", "%u questions", n_questions), n_questions)
                                   : g_strdup (_("questions not known"));

  return g_strdup_printf ("%s, %s", areas, questions);
}

static guint
count_rounds (KompassEditionsWindow *self,
              KompassEdition        *edition)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->n_rounds, kompass_edition_get_id (edition)));
}

static char *
describe_edition (KompassEditionsWindow *self,
                  KompassEdition        *edition)
{
  guint n = count_rounds (self, edition);
  g_autofree char *years = describe_years (edition);
  g_autofree char *lines = describe_lines (edition);
  g_autofree char *use = n > 0 ? g_strdup_printf (ngettext ("%u evaluation", "%u evaluations", n), n)
                               : g_strdup (_("no evaluations"));

  return g_strdup_printf ("%s · %s · %s\n%s", years, lines, use, kompass_edition_get_provenance (edition));
}

static char *
describe_mapping (KompassMapping *mapping)
{
  g_autofree char *coverage = kompass_mapping_describe_coverage (mapping);

  return *kompass_mapping_get_source (mapping) != '\0'
             ? g_strdup_printf ("%s\n%s", coverage, kompass_mapping_get_source (mapping))
             : g_steal_pointer (&coverage);
}

/* Rows */

static void
add_item (GMenu      *menu,
          const char *label,
          const char *action,
          const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

static GtkWidget *
make_menu_button (GMenu      *menu,
                  const char *name)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  kompass_style_name_parts (button, name);

  return button;
}

static void
add_row (KompassEditionsWindow *self,
         AdwPreferencesGroup   *group,
         const char            *title,
         const char            *subtitle,
         const char            *action,
         const char            *id,
         GMenu                 *menu)
{
  g_autofree char *name = g_strdup_printf (_("What can be done with %s"), title);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_menu_button (menu, name));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_edition (KompassEditionsWindow *self,
             KompassEdition        *edition)
{
  const char *id = kompass_edition_get_id (edition);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *name = kompass_edition_get_display_name (edition);
  /* Translators: name of an edition */
  g_autofree char *title = g_strdup_printf (_("Edition %s"), name);
  g_autofree char *subtitle = describe_edition (self, edition);
  KompassEditionUse use = KOMPASS_EDITION_USED;

  add_item (menu, _("_Open"), "editions.open", id);
  add_item (menu, _("_New Edition from This…"), "editions.new-from", id);
  if (kompass_library_get_edition_use (self->library, id, &use, NULL) && use == KOMPASS_EDITION_UNUSED)
    add_item (menu, _("_Delete"), "editions.delete", id);
  add_row (self, self->editions, title, subtitle, "editions.open", id, menu);
}

static void
add_mapping (KompassEditionsWindow *self,
             KompassMapping        *mapping)
{
  const char *id = kompass_mapping_get_id (mapping);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *title = kompass_mapping_describe_editions (mapping);
  g_autofree char *subtitle = describe_mapping (mapping);

  add_item (menu, _("_Open"), "editions.open-mapping", id);
  if (!kompass_mapping_get_is_bundled (mapping))
    add_item (menu, _("_Delete"), "editions.delete-mapping", id);
  add_row (self, self->mappings, title, subtitle, "editions.open-mapping", id, menu);
}

static void
remove_rows (KompassEditionsWindow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (gtk_widget_is_ancestor (row, GTK_WIDGET (self->editions)) ? self->editions
                                                                                              : self->mappings,
                                    row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

/* The row with the keyboard, or G_MAXUINT. */
static guint
find_focus (KompassEditionsWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  for (guint i = 0; focus != NULL && i < self->rows->len; i++)
    if (focus == g_ptr_array_index (self->rows, i) || gtk_widget_is_ancestor (focus, g_ptr_array_index (self->rows, i)))
      return i;

  return G_MAXUINT;
}

static gboolean
read_use (KompassEditionsWindow  *self,
          GError                **error)
{
  g_autoptr (GPtrArray) rounds = kompass_library_list_rounds (self->library, error);

  g_hash_table_remove_all (self->n_rounds);
  for (guint i = 0; rounds != NULL && i < rounds->len; i++)
    {
      const char *id = kompass_round_get_edition_id (g_ptr_array_index (rounds, i));
      guint n;

      if (id == NULL)
        continue;
      n = GPOINTER_TO_UINT (g_hash_table_lookup (self->n_rounds, id)) + 1;
      g_hash_table_replace (self->n_rounds, g_strdup (id), GUINT_TO_POINTER (n));
    }

  return rounds != NULL;
}

static void
reload (KompassEditionsWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) editions = NULL;
  g_autoptr (GPtrArray) mappings = NULL;
  guint focus = find_focus (self);

  if (!read_use (self, &error) || (editions = kompass_library_list_editions (self->library, &error)) == NULL ||
      (mappings = kompass_library_list_mappings (self->library, &error)) == NULL)
    {
      kompass_message_show_error (GTK_WINDOW (self), error);
      return;
    }
  remove_rows (self);
  for (guint i = 0; i < editions->len; i++)
    add_edition (self, g_ptr_array_index (editions, i));
  for (guint i = 0; i < mappings->len; i++)
    add_mapping (self, g_ptr_array_index (mappings, i));
  gtk_widget_set_visible (self->no_mappings, mappings->len == 0);
  kompass_style_complete_names (GTK_WIDGET (self), gtk_window_get_title (GTK_WINDOW (self)));
  /* Where the row with the keyboard is gone, the one in its place has it. */
  if (focus != G_MAXUINT && self->rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, MIN (focus, self->rows->len - 1)));
}

static void
library_changed_cb (KompassEditionsWindow *self)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  reload (self);
}

/* Toasts */

static void
toast_dismissed_cb (KompassEditionsWindow *self,
                    AdwToast              *toast)
{
  if (self->toast == toast)
    self->toast = NULL;
}

static void
show_undo_toast (KompassEditionsWindow *self,
                 const char            *words)
{
  AdwToast *toast = kompass_message_make_toast (words);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "editions.undo");
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, G_CONNECT_SWAPPED);
  self->toast = toast;
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
undo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  KompassEditionsWindow *self = KOMPASS_EDITIONS_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (!kompass_library_undo (self->library, &error))
    kompass_message_show_error (GTK_WINDOW (self), error);
}

/* Mappings */

static KompassMapping *
find_mapping (KompassEditionsWindow *self,
              const char            *id)
{
  g_autoptr (GPtrArray) mappings = kompass_library_list_mappings (self->library, NULL);

  for (guint i = 0; mappings != NULL && i < mappings->len; i++)
    if (g_strcmp0 (kompass_mapping_get_id (g_ptr_array_index (mappings, i)), id) == 0)
      return g_object_ref (g_ptr_array_index (mappings, i));

  return NULL;
}

static void
mapping_saved_cb (KompassEditionsWindow *self,
                  KompassMapping        *mapping)
{
  g_autofree char *name = kompass_mapping_describe_editions (mapping);
  g_autofree char *words = g_strdup_printf (_("Mapping %s saved"), name);

  show_undo_toast (self, words);
}

static void
present_mapping (KompassEditionsWindow *self,
                 KompassMapping        *mapping)
{
  GtkWidget *editor = kompass_mapping_editor_new (GTK_WINDOW (self), self->library, mapping);

  g_signal_connect_object (editor, "saved", G_CALLBACK (mapping_saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
open_mapping_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  KompassEditionsWindow *self = KOMPASS_EDITIONS_WINDOW (widget);
  g_autoptr (KompassMapping) mapping = find_mapping (self, g_variant_get_string (parameter, NULL));

  if (mapping != NULL)
    present_mapping (self, mapping);
}

static void
delete_mapping_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  KompassEditionsWindow *self = KOMPASS_EDITIONS_WINDOW (widget);
  g_autoptr (KompassMapping) mapping = find_mapping (self, g_variant_get_string (parameter, NULL));
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;
  g_autofree char *words = NULL;

  if (mapping == NULL)
    return;
  if (!kompass_library_delete_mapping (self->library, kompass_mapping_get_id (mapping), &error))
    {
      kompass_message_show_error (GTK_WINDOW (self), error);
      return;
    }
  names = kompass_mapping_describe_editions (mapping);
  words = g_strdup_printf (_("Mapping %s deleted"), names);
  show_undo_toast (self, words);
}

static GtkWidget *
make_edition_chooser (GtkWidget  *box,
                      GPtrArray  *editions,
                      const char *words)
{
  GtkWidget *label = gtk_label_new (words);
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *chooser;

  for (guint i = 0; i < editions->len; i++)
    {
      g_autofree char *name = kompass_edition_get_display_name (g_ptr_array_index (editions, i));

      gtk_string_list_append (names, name);
    }
  chooser = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), chooser);
  kompass_style_name_parts (chooser, words);

  return chooser;
}

/* Two editions have one mapping: where there is one, it is opened. */
static void
new_mapping_response_cb (AdwMessageDialog      *dialog,
                         const char            *response,
                         KompassEditionsWindow *self)
{
  GPtrArray *editions = g_object_get_data (G_OBJECT (dialog), "editions");
  GtkDropDown *from_chooser = g_object_get_data (G_OBJECT (dialog), "from");
  GtkDropDown *to_chooser = g_object_get_data (G_OBJECT (dialog), "to");
  KompassEdition *from, *to;
  g_autoptr (KompassMapping) mapping = NULL;
  g_autofree char *id = g_uuid_string_random ();

  if (g_strcmp0 (response, "create") != 0)
    return;
  from = g_ptr_array_index (editions, gtk_drop_down_get_selected (from_chooser));
  to = g_ptr_array_index (editions, gtk_drop_down_get_selected (to_chooser));
  if (from == to)
    {
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("A mapping joins two different editions")));
      return;
    }
  mapping = kompass_library_find_mapping (self->library, from, to, NULL);
  if (mapping == NULL)
    mapping = kompass_mapping_new (id, from, to, NULL);
  present_mapping (self, mapping);
}

static void
new_mapping_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  KompassEditionsWindow *self = KOMPASS_EDITIONS_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) editions = kompass_library_list_editions (self->library, &error);
  GtkWidget *dialog, *box, *from, *to;

  if (editions == NULL)
    {
      kompass_message_show_error (GTK_WINDOW (self), error);
      return;
    }
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("New Mapping"),
                                   _("Choose the earlier edition and the later one. What has become of each question is "
                                     "said in the next step."));
  from = make_edition_chooser (box, editions, _("Earlier edition"));
  to = make_edition_chooser (box, editions, _("Later edition"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (from), MIN (1, editions->len - 1));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), box);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "create", _("C_reate"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "create", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "create");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  kompass_style_complete_names (dialog, _("New Mapping"));
  g_object_set_data_full (G_OBJECT (dialog), "editions", g_steal_pointer (&editions), (GDestroyNotify) g_ptr_array_unref);
  g_object_set_data (G_OBJECT (dialog), "from", from);
  g_object_set_data (G_OBJECT (dialog), "to", to);
  g_signal_connect_object (dialog, "response", G_CALLBACK (new_mapping_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Editions */

static void
revision_response_cb (AdwMessageDialog      *dialog,
                      const char            *response,
                      KompassEditionsWindow *self)
{
  KompassEdition *from = g_object_get_data (G_OBJECT (dialog), "from");
  KompassEdition *to = g_object_get_data (G_OBJECT (dialog), "to");
  g_autoptr (KompassMapping) mapping = NULL;

  if (g_strcmp0 (response, "mapping") != 0)
    return;
  mapping = kompass_library_find_mapping (self->library, from, to, NULL);
  if (mapping != NULL)
    present_mapping (self, mapping);
}

/* Said after it has been saved: what it means for what has been scored. */
static void
say_revision (KompassEditionsWindow *self,
              KompassEdition        *edition,
              KompassEdition        *base)
{
  g_autofree char *name = kompass_edition_get_display_name (edition);
  g_autofree char *base_name = kompass_edition_get_display_name (base);
  g_autofree char *heading = g_strdup_printf (_("Saved as Edition %s"), name);
  g_autoptr (KompassMapping) mapping = kompass_library_find_mapping (self->library, base, edition, NULL);
  g_autofree char *words =
      g_strdup_printf (_("Evaluations by edition %s keep it, with all their figures. New evaluations can use edition %s. "
                         "The mapping between the two says what each question has become, so that they can be compared."),
                       base_name, name);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, words);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  if (mapping != NULL)
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "mapping", _("_Show the Mapping"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  kompass_style_complete_names (dialog, heading);
  g_object_set_data_full (G_OBJECT (dialog), "from", g_object_ref (base), g_object_unref);
  g_object_set_data_full (G_OBJECT (dialog), "to", g_object_ref (edition), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (revision_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
edition_saved_cb (KompassEditionsWindow *self,
                  KompassEdition        *edition,
                  KompassEdition        *base)
{
  g_autofree char *name = kompass_edition_get_display_name (edition);
  g_autofree char *words = g_strdup_printf (_("Edition %s saved"), name);

  if (base != NULL && g_strcmp0 (kompass_edition_get_replaces (edition), kompass_edition_get_id (base)) == 0)
    say_revision (self, edition, base);
  else
    show_undo_toast (self, words);
}

static void
present_editor (KompassEditionsWindow *self,
                KompassEdition        *base,
                KompassEditionTask     task)
{
  GtkWidget *editor = kompass_edition_editor_new (GTK_WINDOW (self), self->library, base, task,
                                                  base != NULL ? count_rounds (self, base) : 0);

  g_signal_connect_object (editor, "saved", G_CALLBACK (edition_saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
present_editor_of (KompassEditionsWindow *self,
                   const char            *id,
                   KompassEditionTask     task)
{
  g_autoptr (GError) error = NULL;
  KompassEdition *edition = kompass_library_get_edition (self->library, id, &error);

  if (edition == NULL)
    kompass_message_show_error (GTK_WINDOW (self), error);
  else
    present_editor (self, edition, task);
}

static void
open_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  present_editor_of (KOMPASS_EDITIONS_WINDOW (widget), g_variant_get_string (parameter, NULL), KOMPASS_EDITION_EDIT);
}

static void
new_from_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  present_editor_of (KOMPASS_EDITIONS_WINDOW (widget), g_variant_get_string (parameter, NULL), KOMPASS_EDITION_NEW);
}

static void
new_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  present_editor (KOMPASS_EDITIONS_WINDOW (widget), NULL, KOMPASS_EDITION_NEW);
}

static void
delete_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  KompassEditionsWindow *self = KOMPASS_EDITIONS_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  g_autoptr (GError) error = NULL;
  KompassEdition *edition = kompass_library_get_edition (self->library, id, &error);
  g_autofree char *display_name = edition != NULL ? kompass_edition_get_display_name (edition) : NULL;
  g_autofree char *words = edition != NULL ? g_strdup_printf (_("Edition %s deleted"), display_name) : NULL;

  if (edition == NULL || !kompass_library_delete_edition (self->library, id, &error))
    kompass_message_show_error (GTK_WINDOW (self), error);
  else
    show_undo_toast (self, words);
}

/* Class functions */

static void
kompass_editions_window_dispose (GObject *object)
{
  KompassEditionsWindow *self = KOMPASS_EDITIONS_WINDOW (object);

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (kompass_editions_window_parent_class)->dispose (object);
}

static void
kompass_editions_window_finalize (GObject *object)
{
  KompassEditionsWindow *self = KOMPASS_EDITIONS_WINDOW (object);

  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->n_rounds);

  G_OBJECT_CLASS (kompass_editions_window_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "editions.open", "s", open_cb },
    { "editions.new", NULL, new_cb },
    { "editions.new-from", "s", new_from_cb },
    { "editions.delete", "s", delete_cb },
    { "editions.open-mapping", "s", open_mapping_cb },
    { "editions.new-mapping", NULL, new_mapping_cb },
    { "editions.delete-mapping", "s", delete_mapping_cb },
    { "editions.undo", NULL, undo_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}

static void
kompass_editions_window_class_init (KompassEditionsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kompass_editions_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = kompass_editions_window_finalize;

  install_actions (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "editions.undo", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/kompass-editions-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KompassEditionsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KompassEditionsWindow, editions);
  gtk_widget_class_bind_template_child (widget_class, KompassEditionsWindow, mappings);
  gtk_widget_class_bind_template_child (widget_class, KompassEditionsWindow, no_mappings);
}

static void
kompass_editions_window_init (KompassEditionsWindow *self)
{
  self->rows = g_ptr_array_new ();
  self->n_rounds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kompass_editions_window_new:
 * @parent: the window it belongs to
 * @library: the library whose editions to show
 *
 * Returns: (transfer floating): the window
 */
GtkWidget *
kompass_editions_window_new (GtkWindow      *parent,
                             KompassLibrary *library)
{
  KompassEditionsWindow *self = g_object_new (KOMPASS_TYPE_EDITIONS_WINDOW, "transient-for", parent, NULL);

  self->library = g_object_ref (library);
  g_signal_connect_object (library, "lists-changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);

  return GTK_WIDGET (self);
}
