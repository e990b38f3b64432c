/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window in which an edition is written. Nothing is stored until it fits, and everything that does not is said. */
#include "kompass-edition-editor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "config.h"
#include "kompass-message.h"
#include "kompass-style.h"

/* Below this width in pixels, buttons have only their icons. */
#define NARROW 620

struct _KompassEditionEditor
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkWidget *title;
  GtkWidget *consequence;
  GtkWidget *name;
  GtkWidget *first_year;
  GtkWidget *last_year;
  GtkWidget *provenance;
  GtkWidget *about_problem;
  KompassEditionTable *table;
  GtkWidget *question_label;
  GtkWidget *area_label;
  GtkWidget *summary;
  GtkWidget *summary_button;

  KompassLibrary *library;
  KompassEditionDraft *draft;
  KompassEditionTask task;
  KompassEditionUse use;
  GPtrArray *problems; /* of KompassDraftProblem */
  gboolean is_settling; /* the entries are written by the program */
  gboolean is_done;     /* nothing that is written is lost by closing */
};

enum
{
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassEditionEditor, kompass_edition_editor, ADW_TYPE_WINDOW)

/* What is written about the edition itself */

static GtkWidget *
get_entry (KompassEditionEditor *self,
           KompassDraftField     field)
{
  GtkWidget *entries[] = {
    [KOMPASS_DRAFT_NAME] = self->name,
    [KOMPASS_DRAFT_FIRST_YEAR] = self->first_year,
    [KOMPASS_DRAFT_LAST_YEAR] = self->last_year,
    [KOMPASS_DRAFT_PROVENANCE] = self->provenance,
  };

  return entries[field];
}

static void
entry_changed_cb (KompassEditionEditor *self,
                  GtkWidget            *entry)
{
  if (self->is_settling)
    return;
  for (KompassDraftField field = KOMPASS_DRAFT_NAME; field < KOMPASS_DRAFT_NUMBER; field++)
    if (get_entry (self, field) == entry)
      kompass_edition_draft_set_field (self->draft, KOMPASS_DRAFT_ITSELF, field,
                                       gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
update_entries (KompassEditionEditor *self)
{
  self->is_settling = TRUE;
  for (KompassDraftField field = KOMPASS_DRAFT_NAME; field < KOMPASS_DRAFT_NUMBER; field++)
    {
      GtkEditable *entry = GTK_EDITABLE (get_entry (self, field));
      const char *text = kompass_edition_draft_get_field (self->draft, KOMPASS_DRAFT_ITSELF, field);

      if (strcmp (gtk_editable_get_text (entry), text) != 0)
        gtk_editable_set_text (entry, text);
      gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
    }
  self->is_settling = FALSE;
}

static void
update_about_problem (KompassEditionEditor *self)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean is_wrong = FALSE;

  for (guint i = 0; i < self->problems->len; i++)
    {
      const KompassDraftProblem *problem = g_ptr_array_index (self->problems, i);

      if (problem->row != KOMPASS_DRAFT_ITSELF || problem->field >= KOMPASS_DRAFT_NUMBER)
        continue;
      if (!problem->is_missing)
        gtk_widget_add_css_class (get_entry (self, problem->field), "error");
      is_wrong = is_wrong || !problem->is_missing;
      g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", problem->words);
    }
  gtk_label_set_label (GTK_LABEL (self->about_problem), words->str);
  gtk_widget_set_visible (self->about_problem, words->len > 0);
  if (is_wrong)
    gtk_widget_add_css_class (self->about_problem, "error");
  else
    gtk_widget_remove_css_class (self->about_problem, "error");
}

/* How far it is */

static char *
describe_contents (KompassEditionEditor *self)
{
  guint n_rows = kompass_edition_draft_get_n_rows (self->draft);
  guint n_areas = 0;

  for (guint i = 0; i < n_rows; i++)
    n_areas += kompass_edition_draft_get_row (self->draft, i)->kind == KOMPASS_LINE_AREA;
  {
    g_autofree char *areas = g_strdup_printf (ngettext ("%u area", "%u areas", n_areas), n_areas);
    g_autofree char *questions = g_strdup_printf (ngettext ("%u question", "%u questions", n_rows - n_areas),
                                                  n_rows - n_areas);

    return g_strdup_printf ("%s, %s", areas, questions);
  }
}

static void
update_summary (KompassEditionEditor *self)
{
  guint n = self->problems->len;
  g_autofree char *contents = describe_contents (self);
  g_autofree char *words =
      n > 0 ? g_strdup_printf (ngettext ("%u thing is left to put right", "%u things are left to put right", n), n)
            : g_strdup (kompass_draft_is_changed (KOMPASS_DRAFT (self->draft)) ? _("Everything fits: it can be saved")
                                                                        : _("Nothing has been changed"));

  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), contents);
  gtk_label_set_label (GTK_LABEL (self->summary), words);
  gtk_widget_set_visible (self->summary_button, n > 0);
}

static void
draft_changed_cb (KompassEditionEditor *self)
{
  gboolean has_rows = kompass_edition_draft_get_n_rows (self->draft) > 0;
  gboolean can_save;

  g_clear_pointer (&self->problems, g_ptr_array_unref);
  self->problems = kompass_edition_draft_list_problems (self->draft);
  can_save = self->problems->len == 0 && (self->task == KOMPASS_EDITION_NEW || kompass_draft_is_changed (KOMPASS_DRAFT (self->draft)));
  update_entries (self);
  update_about_problem (self);
  kompass_edition_table_update (self->table, self->problems);
  update_summary (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", can_save);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.undo", kompass_draft_can_undo (KOMPASS_DRAFT (self->draft)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.redo", kompass_draft_can_redo (KOMPASS_DRAFT (self->draft)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.remove", has_rows);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.move-up", has_rows);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.move-down", has_rows);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.renumber", has_rows);
}

/* What can be done */

static void
show_toast (KompassEditionEditor *self,
            const char           *words,
            gboolean              with_undo)
{
  AdwToast *toast = adw_toast_new (words);

  if (with_undo)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "editor.undo");
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
undo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  kompass_draft_undo (KOMPASS_DRAFT (KOMPASS_EDITION_EDITOR (widget)->draft));
}

static void
redo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  kompass_draft_redo (KOMPASS_DRAFT (KOMPASS_EDITION_EDITOR (widget)->draft));
}

static void
add_area_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  kompass_edition_table_add_area (KOMPASS_EDITION_EDITOR (widget)->table);
}

static void
add_question_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  kompass_edition_table_add_question (KOMPASS_EDITION_EDITOR (widget)->table);
}

static void
move_up_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  kompass_edition_table_move (KOMPASS_EDITION_EDITOR (widget)->table, -1);
}

static void
move_down_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  kompass_edition_table_move (KOMPASS_EDITION_EDITOR (widget)->table, 1);
}

static char *
describe_removed (const KompassDraftRow *row)
{
  if (row->kind == KOMPASS_LINE_AREA)
    return g_strdup_printf (_("Area %s and its questions deleted"), row->number);

  return g_strdup_printf (_("Question %s deleted"), row->number);
}

static void
remove_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  KompassEditionEditor *self = KOMPASS_EDITION_EDITOR (widget);
  const KompassDraftRow *row = kompass_edition_draft_find (self->draft, kompass_edition_table_get_current (self->table),
                                                           NULL);
  g_autofree char *words = row != NULL ? describe_removed (row) : NULL;

  if (row == NULL)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  kompass_edition_table_remove (self->table);
  show_toast (self, words, TRUE);
}

static void
paste_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  kompass_edition_table_paste (KOMPASS_EDITION_EDITOR (widget)->table);
}

static void
renumber_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  kompass_edition_draft_renumber (KOMPASS_EDITION_EDITOR (widget)->draft);
}

/* The problem after the current row, or else the first. */
static const KompassDraftProblem *
find_next_problem (KompassEditionEditor *self)
{
  guint current = 0;

  kompass_edition_draft_find (self->draft, kompass_edition_table_get_current (self->table), &current);
  for (guint i = 0; i < self->problems->len; i++)
    {
      const KompassDraftProblem *problem = g_ptr_array_index (self->problems, i);
      guint index;

      if (kompass_edition_draft_find (self->draft, problem->row, &index) != NULL && index > current)
        return problem;
    }

  return self->problems->len > 0 ? g_ptr_array_index (self->problems, 0) : NULL;
}

static void
next_problem_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  KompassEditionEditor *self = KOMPASS_EDITION_EDITOR (widget);
  const KompassDraftProblem *problem = find_next_problem (self);

  if (problem == NULL)
    gtk_widget_error_bell (widget);
  else if (problem->row != KOMPASS_DRAFT_ITSELF)
    kompass_edition_table_focus (self->table, problem->row, problem->field);
  else if (problem->field < KOMPASS_DRAFT_NUMBER)
    gtk_widget_grab_focus (get_entry (self, problem->field));
  else
    gtk_widget_activate_action (widget, "editor.add-area", NULL);
}

static void
refused_cb (KompassEditionEditor *self,
            const char           *words)
{
  kompass_message_show (GTK_WINDOW (self), _("This Cannot Be Pasted"), words);
}

/* Saving */

static gboolean
save (KompassEditionEditor *self,
      KompassEdition      **saved,
      GError              **error)
{
  KompassEdition *base = kompass_edition_draft_get_base (self->draft);
  gboolean is_edit = self->task == KOMPASS_EDITION_EDIT;
  g_autofree char *id = is_edit ? g_strdup (kompass_edition_get_id (base)) : g_uuid_string_random ();
  g_autoptr (KompassEdition) edited = kompass_edition_draft_to_edition (self->draft, id);
  g_autoptr (KompassMapping) mapping = NULL;

  g_return_val_if_fail (edited != NULL, FALSE);

  if (is_edit)
    kompass_edition_set_revision (edited, kompass_edition_get_revision (base), kompass_edition_get_replaces (base));
  if (base != NULL)
    mapping = kompass_edition_draft_derive_mapping (self->draft, edited, _("What was changed in the editor"), is_edit);
  if (mapping != NULL && kompass_mapping_get_n_items (mapping) == 0)
    g_clear_object (&mapping);

  return kompass_library_save_edition (self->library, edited, mapping, saved, error);
}

static void
save_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  KompassEditionEditor *self = KOMPASS_EDITION_EDITOR (widget);
  g_autoptr (KompassEdition) saved = NULL;
  g_autoptr (GError) error = NULL;

  if (!save (self, &saved, &error))
    {
      kompass_message_show_error (GTK_WINDOW (self), error);
      return;
    }
  self->is_done = TRUE;
  g_signal_emit (self, signals[SAVED], 0, saved, kompass_edition_draft_get_base (self->draft));
  gtk_window_close (GTK_WINDOW (self));
}

/* Closing */

static gboolean
kompass_edition_editor_close_request (GtkWindow *window)
{
  KompassEditionEditor *self = KOMPASS_EDITION_EDITOR (window);

  if (self->is_done || !kompass_draft_is_changed (KOMPASS_DRAFT (self->draft)))
    return GTK_WINDOW_CLASS (kompass_edition_editor_parent_class)->close_request (window);
  kompass_message_ask_discard (window, _("The edition has not been saved. What you have written will be lost."),
                               &self->is_done);

  return GDK_EVENT_STOP;
}

/* Layout */

static void
width_changed_cb (KompassEditionEditor *self)
{
  int width = gdk_surface_get_width (gtk_native_get_surface (GTK_NATIVE (self)));
  gboolean is_wide = width >= NARROW * kompass_style_get_text_scale ();

  gtk_widget_set_visible (self->question_label, is_wide);
  gtk_widget_set_visible (self->area_label, is_wide);
}

static void
kompass_edition_editor_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kompass_edition_editor_parent_class)->realize (widget);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "notify::width", G_CALLBACK (width_changed_cb),
                           widget, G_CONNECT_SWAPPED);
}

/* Class functions */

static void
kompass_edition_editor_dispose (GObject *object)
{
  KompassEditionEditor *self = KOMPASS_EDITION_EDITOR (object);

  self->is_settling = TRUE;
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_clear_object (&self->draft);
  g_clear_object (&self->library);
  g_clear_pointer (&self->problems, g_ptr_array_unref);

  G_OBJECT_CLASS (kompass_edition_editor_parent_class)->dispose (object);
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
    { "editor.save", NULL, save_cb },
    { "editor.undo", NULL, undo_cb },
    { "editor.redo", NULL, redo_cb },
    { "editor.add-area", NULL, add_area_cb },
    { "editor.add-question", NULL, add_question_cb },
    { "editor.move-up", NULL, move_up_cb },
    { "editor.move-down", NULL, move_down_cb },
    { "editor.remove", NULL, remove_cb },
    { "editor.paste", NULL, paste_cb },
    { "editor.renumber", NULL, renumber_cb },
    { "editor.next-problem", NULL, next_problem_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}

static void
kompass_edition_editor_class_init (KompassEditionEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kompass_edition_editor_dispose;
  widget_class->realize = kompass_edition_editor_realize;
  GTK_WINDOW_CLASS (klass)->close_request = kompass_edition_editor_close_request;

  /**
   * KompassEditionEditor::saved:
   * @edition: the edition as the library has it now
   * @base: (nullable): the edition it was made from
   */
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 2, KOMPASS_TYPE_EDITION, KOMPASS_TYPE_EDITION);

  install_actions (widget_class);
  g_type_ensure (KOMPASS_TYPE_EDITION_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/kompass-edition-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, KompassEditionEditor, toasts);
  gtk_widget_class_bind_template_child (widget_class, KompassEditionEditor, title);
  gtk_widget_class_bind_template_child (widget_class, KompassEditionEditor, consequence);
  gtk_widget_class_bind_template_child (widget_class, KompassEditionEditor, name);
  gtk_widget_class_bind_template_child (widget_class, KompassEditionEditor, first_year);
  gtk_widget_class_bind_template_child (widget_class, KompassEditionEditor, last_year);
  gtk_widget_class_bind_template_child (widget_class, KompassEditionEditor, provenance);
  gtk_widget_class_bind_template_child (widget_class, KompassEditionEditor, about_problem);
  gtk_widget_class_bind_template_child (widget_class, KompassEditionEditor, table);
  gtk_widget_class_bind_template_child (widget_class, KompassEditionEditor, question_label);
  gtk_widget_class_bind_template_child (widget_class, KompassEditionEditor, area_label);
  gtk_widget_class_bind_template_child (widget_class, KompassEditionEditor, summary);
  gtk_widget_class_bind_template_child (widget_class, KompassEditionEditor, summary_button);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, refused_cb);
}

/* The draft's steps are the ones that are undone, in whatever is typed. */
static void
add_keys (KompassEditionEditor *self)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_z, GDK_CONTROL_MASK, "editor.undo" },
    { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "editor.redo" },
    { GDK_KEY_y, GDK_CONTROL_MASK, "editor.redo" },
    { GDK_KEY_s, GDK_CONTROL_MASK, "editor.save" },
    { GDK_KEY_F8, 0, "editor.next-problem" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                                                            gtk_named_action_new (keys[i].action)));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
kompass_edition_editor_init (KompassEditionEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->problems = g_ptr_array_new ();
  for (KompassDraftField field = KOMPASS_DRAFT_NAME; field < KOMPASS_DRAFT_NUMBER; field++)
    gtk_editable_set_enable_undo (GTK_EDITABLE (get_entry (self, field)), FALSE);
  add_keys (self);
}

/* Said before anything is written: what is saved does not change what has been scored. */
static void
say_consequence (KompassEditionEditor *self,
                 guint                 n_evaluations)
{
  KompassEdition *base = kompass_edition_draft_get_base (self->draft);
  g_autofree char *name = base != NULL ? kompass_edition_get_display_name (base) : NULL;
  g_autofree char *words = NULL;

  if (self->task == KOMPASS_EDITION_NEW && base != NULL)
    words = g_strdup_printf (_("This begins as a copy of edition %s, which stays as it is. Questions that are left the way "
                               "they are will be joined with it by a mapping."),
                             name);
  else if (base != NULL && n_evaluations > 0)
    words = g_strdup_printf (ngettext ("%u evaluation is scored by edition %s and keeps it. What you save becomes a new "
                                       "revision, and a mapping joins the two.",
                                       "%u evaluations are scored by edition %s and keep it. What you save becomes a new "
                                       "revision, and a mapping joins the two.",
                                       n_evaluations),
                             n_evaluations, name);
  else if (base != NULL && self->use == KOMPASS_EDITION_BUNDLED)
    words = g_strdup_printf (_("Edition %s comes with the program and stays as it is. What you save becomes a new revision, "
                               "and a mapping joins the two."),
                             name);
  else if (base != NULL && self->use == KOMPASS_EDITION_USED)
    words = g_strdup_printf (_("Reference groups stand on edition %s and keep it. What you save becomes a new revision, and "
                               "a mapping joins the two."),
                             name);
  gtk_label_set_label (GTK_LABEL (self->consequence), words != NULL ? words : "");
  gtk_widget_set_visible (self->consequence, words != NULL);
}

static void
set_title (KompassEditionEditor *self)
{
  KompassEdition *base = kompass_edition_draft_get_base (self->draft);
  g_autofree char *name = base != NULL ? kompass_edition_get_display_name (base) : NULL;
  g_autofree char *title = self->task == KOMPASS_EDITION_EDIT ? g_strdup_printf (_("Edition %s"), name)
                                                              : g_strdup (_("New Edition"));

  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), title);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/**
 * kompass_edition_editor_new:
 * @parent: the window it belongs to
 * @library: where the edition goes
 * @base: (nullable): the edition it begins as; needed for %KOMPASS_EDITION_EDIT
 * @task: whether that edition is written, or a new one
 * @n_evaluations: how many evaluations are scored by @base
 *
 * Returns: (transfer floating): the window
 */
GtkWidget *
kompass_edition_editor_new (GtkWindow          *parent,
                            KompassLibrary     *library,
                            KompassEdition     *base,
                            KompassEditionTask  task,
                            guint               n_evaluations)
{
  KompassEditionEditor *self = g_object_new (KOMPASS_TYPE_EDITION_EDITOR, "transient-for", parent, NULL);

  self->library = g_object_ref (library);
  self->draft = base != NULL && task == KOMPASS_EDITION_NEW ? kompass_edition_draft_new_copy (base)
                                                            : kompass_edition_draft_new (base);
  self->task = task;
  self->use = KOMPASS_EDITION_UNUSED;
  if (base != NULL)
    kompass_library_get_edition_use (library, kompass_edition_get_id (base), &self->use, NULL);
  kompass_edition_table_set_draft (self->table, self->draft);
  g_signal_connect_swapped (self->draft, "changed", G_CALLBACK (draft_changed_cb), self);
  set_title (self);
  say_consequence (self, n_evaluations);
  draft_changed_cb (self);
  kompass_style_complete_names (GTK_WIDGET (self), gtk_window_get_title (GTK_WINDOW (self)));
  if (task == KOMPASS_EDITION_EDIT && kompass_edition_draft_get_n_rows (self->draft) > 0)
    kompass_edition_table_focus (self->table, kompass_edition_draft_get_row (self->draft, 0)->id, KOMPASS_DRAFT_TEXT);
  else
    gtk_widget_grab_focus (self->name);

  return GTK_WIDGET (self);
}

/**
 * kompass_edition_editor_get_draft:
 * @self: an editor
 *
 * Returns: (transfer none): what is written in it
 */
KompassEditionDraft *
kompass_edition_editor_get_draft (KompassEditionEditor *self)
{
  return self->draft;
}

/**
 * kompass_edition_editor_get_table:
 * @self: an editor
 *
 * Returns: (transfer none): where areas and questions are written
 */
KompassEditionTable *
kompass_edition_editor_get_table (KompassEditionEditor *self)
{
  return self->table;
}
