/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window in which an edition is written. Nothing is stored until it fits, and everything that does not is said. */
#include "kompass-edition-editor.h"

#include <glib/gi18n-lib.h>

#include "config.h"
#include "kompass-message.h"
#include "kompass-style.h"

struct _KompassEditionEditor
{
  KompassDraftEditor parent_instance;

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

  KompassEditionDraft *draft;
  KompassEditionTask task;
  KompassEditionUse use;
  GPtrArray *problems; /* of KompassDraftProblem */
};

enum
{
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassEditionEditor, kompass_edition_editor, KOMPASS_TYPE_DRAFT_EDITOR)

/* What is written about the edition itself */

static const char *
kompass_edition_editor_get_text (KompassDraftEditor *editor,
                                 guint               field)
{
  return kompass_edition_draft_get_field (KOMPASS_EDITION_EDITOR (editor)->draft, KOMPASS_DRAFT_ITSELF, field);
}

static void
kompass_edition_editor_set_text (KompassDraftEditor *editor,
                                 guint               field,
                                 const char         *text)
{
  kompass_edition_draft_set_field (KOMPASS_EDITION_EDITOR (editor)->draft, KOMPASS_DRAFT_ITSELF, field, text);
}

static GtkWidget *
get_entry (KompassEditionEditor *self,
           KompassDraftField     field)
{
  return kompass_draft_editor_get_entry (KOMPASS_DRAFT_EDITOR (self), field);
}

static void
update_about_problem (KompassEditionEditor *self)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean is_wrong = FALSE;

  for (KompassDraftField field = KOMPASS_DRAFT_NAME; field < KOMPASS_DRAFT_NUMBER; field++)
    gtk_widget_remove_css_class (get_entry (self, field), "error");
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
  kompass_draft_editor_show_problem (self->about_problem, words->str, is_wrong);
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
      n > 0 ? kompass_draft_editor_count_problems (n)
            : g_strdup (kompass_draft_is_changed (KOMPASS_DRAFT (self->draft)) ? _("Everything fits: it can be saved")
                                                                        : _("Nothing has been changed"));

  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), contents);
  gtk_label_set_label (GTK_LABEL (self->summary), words);
  gtk_widget_set_visible (self->summary_button, n > 0);
}

static gboolean
kompass_edition_editor_update (KompassDraftEditor *editor)
{
  KompassEditionEditor *self = KOMPASS_EDITION_EDITOR (editor);
  gboolean has_rows = kompass_edition_draft_get_n_rows (self->draft) > 0;

  g_ptr_array_unref (self->problems);
  self->problems = kompass_edition_draft_list_problems (self->draft);
  update_about_problem (self);
  kompass_edition_table_update (self->table, self->problems);
  update_summary (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.remove", has_rows);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.move-up", has_rows);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.move-down", has_rows);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.renumber", has_rows);

  return self->problems->len == 0 &&
         (self->task == KOMPASS_EDITION_NEW || kompass_draft_is_changed (KOMPASS_DRAFT (self->draft)));
}

/* What can be done */

static void
show_toast (KompassEditionEditor *self,
            const char           *words,
            gboolean              with_undo)
{
  AdwToast *toast = kompass_message_make_toast (words);

  if (with_undo)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "editor.undo");
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
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
kompass_edition_editor_go_to_next (KompassDraftEditor *editor)
{
  KompassEditionEditor *self = KOMPASS_EDITION_EDITOR (editor);
  const KompassDraftProblem *problem = find_next_problem (self);

  if (problem == NULL)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else if (problem->row != KOMPASS_DRAFT_ITSELF)
    kompass_edition_table_focus (self->table, problem->row, problem->field);
  else if (problem->field < KOMPASS_DRAFT_NUMBER)
    gtk_widget_grab_focus (get_entry (self, problem->field));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "editor.add-area", NULL);
}

static void
refused_cb (KompassEditionEditor *self,
            const char           *words)
{
  kompass_message_show (GTK_WINDOW (self), _("This Cannot Be Pasted"), words);
}

/* Saving */

static gboolean
kompass_edition_editor_save (KompassDraftEditor  *editor,
                             GError             **error)
{
  KompassEditionEditor *self = KOMPASS_EDITION_EDITOR (editor);
  KompassEdition *base = kompass_edition_draft_get_base (self->draft);
  gboolean is_edit = self->task == KOMPASS_EDITION_EDIT;
  g_autofree char *id = is_edit ? g_strdup (kompass_edition_get_id (base)) : g_uuid_string_random ();
  g_autoptr (KompassEdition) edited = kompass_edition_draft_to_edition (self->draft, id);
  g_autoptr (KompassMapping) mapping = NULL;
  g_autoptr (KompassEdition) saved = NULL;

  g_return_val_if_fail (edited != NULL, FALSE);

  if (is_edit)
    kompass_edition_set_revision (edited, kompass_edition_get_revision (base), kompass_edition_get_replaces (base));
  if (base != NULL)
    mapping = kompass_edition_draft_derive_mapping (self->draft, edited, _("What was changed in the editor"), is_edit);
  if (mapping != NULL && kompass_mapping_get_n_items (mapping) == 0)
    g_clear_object (&mapping);

  if (!kompass_library_save_edition (kompass_draft_editor_get_library (editor), edited, mapping, &saved, error))
    return FALSE;
  g_signal_emit (self, signals[SAVED], 0, saved, base);

  return TRUE;
}

/* Layout */

static void
kompass_edition_editor_set_narrow (KompassDraftEditor *editor,
                                   gboolean            is_narrow)
{
  KompassEditionEditor *self = KOMPASS_EDITION_EDITOR (editor);

  gtk_widget_set_visible (self->question_label, !is_narrow);
  gtk_widget_set_visible (self->area_label, !is_narrow);
}

/* Class functions */

static void
kompass_edition_editor_dispose (GObject *object)
{
  KompassEditionEditor *self = KOMPASS_EDITION_EDITOR (object);

  g_clear_object (&self->draft);
  g_clear_pointer (&self->problems, g_ptr_array_unref);

  G_OBJECT_CLASS (kompass_edition_editor_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "editor.add-area", add_area_cb },
    { "editor.add-question", add_question_cb },
    { "editor.move-up", move_up_cb },
    { "editor.move-down", move_down_cb },
    { "editor.remove", remove_cb },
    { "editor.paste", paste_cb },
    { "editor.renumber", renumber_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}

static void
kompass_edition_editor_class_init (KompassEditionEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  KompassDraftEditorClass *editor_class = KOMPASS_DRAFT_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kompass_edition_editor_dispose;
  editor_class->loss = N_("The edition has not been saved. What you have written will be lost.");
  editor_class->get_text = kompass_edition_editor_get_text;
  editor_class->set_text = kompass_edition_editor_set_text;
  editor_class->update = kompass_edition_editor_update;
  editor_class->save = kompass_edition_editor_save;
  editor_class->go_to_next = kompass_edition_editor_go_to_next;
  editor_class->set_narrow = kompass_edition_editor_set_narrow;

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
  gtk_widget_class_bind_template_callback (widget_class, refused_cb);
}

static void
kompass_edition_editor_init (KompassEditionEditor *self)
{
  KompassDraftEditor *editor = KOMPASS_DRAFT_EDITOR (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->problems = g_ptr_array_new ();
  kompass_draft_editor_add_entry (editor, KOMPASS_DRAFT_NAME, self->name);
  kompass_draft_editor_add_entry (editor, KOMPASS_DRAFT_FIRST_YEAR, self->first_year);
  kompass_draft_editor_add_entry (editor, KOMPASS_DRAFT_LAST_YEAR, self->last_year);
  kompass_draft_editor_add_entry (editor, KOMPASS_DRAFT_PROVENANCE, self->provenance);
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

  self->draft = base != NULL && task == KOMPASS_EDITION_NEW ? kompass_edition_draft_new_copy (base)
                                                            : kompass_edition_draft_new (base);
  self->task = task;
  self->use = KOMPASS_EDITION_UNUSED;
  if (base != NULL)
    kompass_library_get_edition_use (library, kompass_edition_get_id (base), &self->use, NULL);
  kompass_edition_table_set_draft (self->table, self->draft);
  set_title (self);
  say_consequence (self, n_evaluations);
  kompass_draft_editor_begin (KOMPASS_DRAFT_EDITOR (self), library, KOMPASS_DRAFT (self->draft));
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
