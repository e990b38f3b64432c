/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window in which it is said what has become of one edition in another: both side by side, line by line. */
#include "kompass-mapping-editor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "config.h"
#include "kompass-message.h"
#include "kompass-style.h"

/* Below this width in pixels, the two editions stand below each other. */
#define NARROW 620

struct _KompassMappingEditor
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkWidget *title;
  GtkWidget *source;
  GtkWidget *band_low;
  GtkWidget *band_high;
  GtkWidget *about_problem;
  GtkWidget *from_name;
  GtkWidget *to_name;
  GtkWidget *rows;
  GtkWidget *new_name;
  GtkWidget *new_rows;
  GtkWidget *summary;
  GtkWidget *summary_button;

  KompassLibrary *library;
  KompassMappingDraft *draft;
  GPtrArray *problems; /* of KompassMappingProblem */
  guint current;       /* the line that was gone to last */
  gboolean is_settling;
  gboolean is_done;
};

enum
{
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassMappingEditor, kompass_mapping_editor, ADW_TYPE_WINDOW)

/* Words */

/**
 * kompass_mapping_describe_editions:
 * @mapping: a mapping
 *
 * Returns: (transfer full): the names of its editions: "2010 → 2016"
 */
char *
kompass_mapping_describe_editions (KompassMapping *mapping)
{
  g_autofree char *from = kompass_edition_get_display_name (kompass_mapping_get_from (mapping));
  g_autofree char *to = kompass_edition_get_display_name (kompass_mapping_get_to (mapping));

  /* Translators: names of two editions, mapped from the first to the second: "2010 → 2016" */
  return g_strdup_printf (_("%s → %s"), from, to);
}

static void
append_coverage (GString         *words,
                 KompassMapping  *mapping,
                 KompassLineKind  kind)
{
  guint covered, of;

  kompass_mapping_get_coverage (mapping, kompass_mapping_get_from (mapping), kind, &covered, &of);
  if (of == 0)
    return;
  if (words->len > 0)
    g_string_append (words, ", ");
  g_string_append_printf (words,
                          kind == KOMPASS_LINE_AREA ? ngettext ("%u of %u area", "%u of %u areas", of)
                                                    : ngettext ("%u of %u question", "%u of %u questions", of),
                          covered, of);
}

/**
 * kompass_mapping_describe_coverage:
 * @mapping: a mapping
 *
 * Returns: (transfer full): how much of the edition it maps from it carries over: "31 of 45 questions, 8 of 8 areas"
 */
char *
kompass_mapping_describe_coverage (KompassMapping *mapping)
{
  g_autoptr (GString) words = g_string_new (NULL);
  KompassPoints low, high;

  append_coverage (words, mapping, KOMPASS_LINE_QUESTION);
  append_coverage (words, mapping, KOMPASS_LINE_AREA);
  if (kompass_mapping_get_total_band (mapping, &low, &high))
    {
      g_autofree char *low_text = kompass_points_format (low, 0);
      g_autofree char *high_text = kompass_points_format (high, 0);

      /* Translators: the fewest and the most points that may be added to a total */
      g_string_append_printf (words, _(", %s–%s points added to the total"), low_text, high_text);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* What is typed about the mapping itself */

static GtkWidget *
get_entry (KompassMappingEditor *self,
           KompassMappingText    what)
{
  GtkWidget *entries[] = {
    [KOMPASS_MAPPING_SOURCE] = self->source,
    [KOMPASS_MAPPING_BAND_LOW] = self->band_low,
    [KOMPASS_MAPPING_BAND_HIGH] = self->band_high,
  };

  return entries[what];
}

static void
entry_changed_cb (KompassMappingEditor *self,
                  GtkWidget            *entry)
{
  if (self->is_settling)
    return;
  for (KompassMappingText what = KOMPASS_MAPPING_SOURCE; what < KOMPASS_MAPPING_N_TEXTS; what++)
    if (get_entry (self, what) == entry)
      kompass_mapping_draft_set_text (self->draft, what, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
update_entries (KompassMappingEditor *self)
{
  self->is_settling = TRUE;
  for (KompassMappingText what = KOMPASS_MAPPING_SOURCE; what < KOMPASS_MAPPING_N_TEXTS; what++)
    {
      GtkEditable *entry = GTK_EDITABLE (get_entry (self, what));
      const char *text = kompass_mapping_draft_get_text (self->draft, what);

      if (strcmp (gtk_editable_get_text (entry), text) != 0)
        gtk_editable_set_text (entry, text);
    }
  self->is_settling = FALSE;
}

/* Lines */

static const KompassMappingProblem *
find_problem (KompassMappingEditor *self,
              guint                 line)
{
  for (guint i = 0; i < self->problems->len; i++)
    {
      const KompassMappingProblem *problem = g_ptr_array_index (self->problems, i);

      if (problem->line == line)
        return problem;
    }

  return NULL;
}

static void
update_rows (KompassMappingEditor *self,
             GtkWidget            *rows)
{
  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      const KompassMappingProblem *problem = find_problem (self, kompass_mapping_row_get_index (KOMPASS_MAPPING_ROW (row)));

      kompass_mapping_row_update (KOMPASS_MAPPING_ROW (row), problem != NULL ? problem->words : NULL,
                                  problem != NULL && !problem->is_missing);
    }
}

static gboolean
has_visible_row (GtkWidget *rows)
{
  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_visible (row))
      return TRUE;

  return FALSE;
}

static void
update_about_problem (KompassMappingEditor *self)
{
  const KompassMappingProblem *problem = find_problem (self, KOMPASS_MAPPING_ITSELF);

  gtk_label_set_label (GTK_LABEL (self->about_problem), problem != NULL ? problem->words : "");
  gtk_widget_set_visible (self->about_problem, problem != NULL);
  if (problem != NULL && !problem->is_missing)
    gtk_widget_add_css_class (self->about_problem, "error");
  else
    gtk_widget_remove_css_class (self->about_problem, "error");
}

static guint
count_not_said (KompassMappingEditor *self)
{
  guint n = 0;

  for (guint i = 0; i < kompass_mapping_draft_get_n_lines (self->draft); i++)
    {
      guint origin = 0;

      n += kompass_mapping_draft_get_line (self->draft, i)->relation == KOMPASS_RELATION_NOT_SAID &&
           !(kompass_mapping_draft_get_line (self->draft, i)->side == KOMPASS_MAPPING_TO &&
             kompass_mapping_draft_find_origin (self->draft, i, &origin));
    }

  return n;
}

static void
update_summary (KompassMappingEditor *self)
{
  guint n = self->problems->len;
  guint n_not_said = count_not_said (self);
  g_autofree char *words =
      n > 0            ? g_strdup_printf (ngettext ("%u thing is left to put right", "%u things are left to put right", n), n)
      : n_not_said > 0 ? g_strdup_printf (ngettext ("Nothing is said of %u line yet: it is not compared",
                                                    "Nothing is said of %u lines yet: they are not compared", n_not_said),
                                          n_not_said)
                       : g_strdup (_("Something is said of every line"));

  gtk_label_set_label (GTK_LABEL (self->summary), words);
  gtk_widget_set_visible (self->summary_button, n > 0 || n_not_said > 0);
}

static void
draft_changed_cb (KompassMappingEditor *self)
{
  g_autoptr (KompassMapping) mapping = NULL;
  g_autofree char *coverage = NULL;

  g_ptr_array_unref (self->problems);
  self->problems = kompass_mapping_draft_list_problems (self->draft);
  mapping = kompass_mapping_draft_to_mapping (
      self->draft, kompass_mapping_get_id (kompass_mapping_draft_get_mapping (self->draft)), NULL);
  coverage = kompass_mapping_describe_coverage (mapping);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), coverage);
  update_entries (self);
  update_about_problem (self);
  update_rows (self, self->rows);
  update_rows (self, self->new_rows);
  gtk_widget_set_visible (self->new_name, has_visible_row (self->new_rows));
  gtk_widget_set_visible (self->new_rows, gtk_widget_get_visible (self->new_name));
  update_summary (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "mapping.save",
                                 self->problems->len == 0 && kompass_draft_is_changed (KOMPASS_DRAFT (self->draft)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "mapping.undo", kompass_draft_can_undo (KOMPASS_DRAFT (self->draft)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "mapping.redo", kompass_draft_can_redo (KOMPASS_DRAFT (self->draft)));
}

/**
 * kompass_mapping_editor_get_row:
 * @self: an editor
 * @index: place of a line
 *
 * Returns: (transfer none) (nullable): its row
 */
KompassMappingRow *
kompass_mapping_editor_get_row (KompassMappingEditor *self,
                                guint                 index)
{
  GtkWidget *boxes[] = { self->rows, self->new_rows };

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    for (GtkWidget *row = gtk_widget_get_first_child (boxes[i]); row != NULL; row = gtk_widget_get_next_sibling (row))
      if (kompass_mapping_row_get_index (KOMPASS_MAPPING_ROW (row)) == index)
        return KOMPASS_MAPPING_ROW (row);

  return NULL;
}

/* What can be done */

static void
undo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  kompass_draft_undo (KOMPASS_DRAFT (KOMPASS_MAPPING_EDITOR (widget)->draft));
}

static void
redo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  kompass_draft_redo (KOMPASS_DRAFT (KOMPASS_MAPPING_EDITOR (widget)->draft));
}

static void
propose_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  KompassMappingEditor *self = KOMPASS_MAPPING_EDITOR (widget);
  guint n = kompass_mapping_draft_propose (self->draft);
  g_autofree char *words = n > 0 ? g_strdup_printf (ngettext ("%u question is worded alike in both editions",
                                                              "%u questions are worded alike in both editions", n),
                                                    n)
                                 : g_strdup (_("No other questions are worded alike in both editions"));

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (words));
}

static gboolean
needs_attention (KompassMappingEditor *self,
                 guint                 line)
{
  KompassMappingRow *row = kompass_mapping_editor_get_row (self, line);

  if (self->problems->len > 0)
    return find_problem (self, line) != NULL;

  return row != NULL && gtk_widget_get_visible (GTK_WIDGET (row)) &&
         kompass_mapping_draft_get_line (self->draft, line)->relation == KOMPASS_RELATION_NOT_SAID;
}

static void
next_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  KompassMappingEditor *self = KOMPASS_MAPPING_EDITOR (widget);
  guint n_lines = kompass_mapping_draft_get_n_lines (self->draft);

  for (guint i = 1; i <= n_lines; i++)
    {
      guint line = (self->current + i) % n_lines;

      if (!needs_attention (self, line))
        continue;
      self->current = line;
      kompass_mapping_row_focus (kompass_mapping_editor_get_row (self, line));
      return;
    }
  gtk_widget_grab_focus (self->band_low);
}

static void
save_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  KompassMappingEditor *self = KOMPASS_MAPPING_EDITOR (widget);
  KompassMapping *before = kompass_mapping_draft_get_mapping (self->draft);
  /* What came with the program stays, behind the user's own. */
  g_autofree char *id = kompass_mapping_get_is_bundled (before) ? g_uuid_string_random ()
                                                                : g_strdup (kompass_mapping_get_id (before));
  g_autoptr (KompassMapping) mapping = kompass_mapping_draft_to_mapping (self->draft, id, NULL);
  g_autoptr (GError) error = NULL;

  if (!kompass_library_save_mapping (self->library, mapping, &error))
    {
      kompass_message_show_error (GTK_WINDOW (self), error);
      return;
    }
  self->is_done = TRUE;
  g_signal_emit (self, signals[SAVED], 0, mapping);
  gtk_window_close (GTK_WINDOW (self));
}

/* Closing */

static gboolean
kompass_mapping_editor_close_request (GtkWindow *window)
{
  KompassMappingEditor *self = KOMPASS_MAPPING_EDITOR (window);

  if (self->is_done || !kompass_draft_is_changed (KOMPASS_DRAFT (self->draft)))
    return GTK_WINDOW_CLASS (kompass_mapping_editor_parent_class)->close_request (window);
  kompass_message_ask_discard (window, _("The mapping has not been saved. What you have said will be lost."),
                               &self->is_done);

  return GDK_EVENT_STOP;
}

/* Layout */

static void
width_changed_cb (KompassMappingEditor *self)
{
  int width = gdk_surface_get_width (gtk_native_get_surface (GTK_NATIVE (self)));
  gboolean is_narrow = width < NARROW * kompass_style_get_text_scale ();
  GtkWidget *boxes[] = { self->rows, self->new_rows };

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    for (GtkWidget *row = gtk_widget_get_first_child (boxes[i]); row != NULL; row = gtk_widget_get_next_sibling (row))
      kompass_mapping_row_set_narrow (KOMPASS_MAPPING_ROW (row), is_narrow);
  gtk_widget_set_visible (self->to_name, !is_narrow);
}

static void
kompass_mapping_editor_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kompass_mapping_editor_parent_class)->realize (widget);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "notify::width", G_CALLBACK (width_changed_cb),
                           widget, G_CONNECT_SWAPPED);
}

/* Class functions */

static void
kompass_mapping_editor_dispose (GObject *object)
{
  KompassMappingEditor *self = KOMPASS_MAPPING_EDITOR (object);

  self->is_settling = TRUE;
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_clear_object (&self->draft);
  g_clear_object (&self->library);
  g_clear_pointer (&self->problems, g_ptr_array_unref);

  G_OBJECT_CLASS (kompass_mapping_editor_parent_class)->dispose (object);
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
    { "mapping.save", NULL, save_cb },
    { "mapping.undo", NULL, undo_cb },
    { "mapping.redo", NULL, redo_cb },
    { "mapping.propose", NULL, propose_cb },
    { "mapping.next", NULL, next_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}

static void
kompass_mapping_editor_class_init (KompassMappingEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kompass_mapping_editor_dispose;
  widget_class->realize = kompass_mapping_editor_realize;
  GTK_WINDOW_CLASS (klass)->close_request = kompass_mapping_editor_close_request;

  /**
   * KompassMappingEditor::saved:
   * @mapping: what has been saved
   */
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, KOMPASS_TYPE_MAPPING);

  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/kompass-mapping-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, KompassMappingEditor, toasts);
  gtk_widget_class_bind_template_child (widget_class, KompassMappingEditor, title);
  gtk_widget_class_bind_template_child (widget_class, KompassMappingEditor, source);
  gtk_widget_class_bind_template_child (widget_class, KompassMappingEditor, band_low);
  gtk_widget_class_bind_template_child (widget_class, KompassMappingEditor, band_high);
  gtk_widget_class_bind_template_child (widget_class, KompassMappingEditor, about_problem);
  gtk_widget_class_bind_template_child (widget_class, KompassMappingEditor, from_name);
  gtk_widget_class_bind_template_child (widget_class, KompassMappingEditor, to_name);
  gtk_widget_class_bind_template_child (widget_class, KompassMappingEditor, rows);
  gtk_widget_class_bind_template_child (widget_class, KompassMappingEditor, new_name);
  gtk_widget_class_bind_template_child (widget_class, KompassMappingEditor, new_rows);
  gtk_widget_class_bind_template_child (widget_class, KompassMappingEditor, summary);
  gtk_widget_class_bind_template_child (widget_class, KompassMappingEditor, summary_button);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
}

/* The draft's steps are the ones that are undone, in whatever is typed. */
static void
add_keys (KompassMappingEditor *self)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_z, GDK_CONTROL_MASK, "mapping.undo" },
    { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "mapping.redo" },
    { GDK_KEY_y, GDK_CONTROL_MASK, "mapping.redo" },
    { GDK_KEY_s, GDK_CONTROL_MASK, "mapping.save" },
    { GDK_KEY_F8, 0, "mapping.next" },
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
kompass_mapping_editor_init (KompassMappingEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->problems = g_ptr_array_new ();
  for (KompassMappingText what = KOMPASS_MAPPING_SOURCE; what < KOMPASS_MAPPING_N_TEXTS; what++)
    gtk_editable_set_enable_undo (GTK_EDITABLE (get_entry (self, what)), FALSE);
  add_keys (self);
}

static void
add_rows (KompassMappingEditor *self)
{
  for (guint i = 0; i < kompass_mapping_draft_get_n_lines (self->draft); i++)
    gtk_box_append (GTK_BOX (kompass_mapping_draft_get_line (self->draft, i)->side == KOMPASS_MAPPING_FROM
                                 ? self->rows
                                 : self->new_rows),
                    kompass_mapping_row_new (self->draft, i));
}

static void
name_editions (KompassMappingEditor *self,
               KompassMapping       *mapping)
{
  g_autofree char *title = kompass_mapping_describe_editions (mapping);
  g_autofree char *from = kompass_edition_get_display_name (kompass_mapping_get_from (mapping));
  g_autofree char *to = kompass_edition_get_display_name (kompass_mapping_get_to (mapping));
  g_autofree char *from_words = g_strdup_printf (_("Edition %s"), from);
  g_autofree char *to_words = g_strdup_printf (_("What it has become in edition %s"), to);
  g_autofree char *new_words = g_strdup_printf (_("Only in edition %s"), to);

  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_label (GTK_LABEL (self->from_name), from_words);
  gtk_label_set_label (GTK_LABEL (self->to_name), to_words);
  gtk_label_set_label (GTK_LABEL (self->new_name), new_words);
}

/**
 * kompass_mapping_editor_new:
 * @parent: the window it belongs to
 * @library: where the mapping goes
 * @mapping: what is said so far, perhaps nothing
 *
 * Returns: (transfer floating): the window
 */
GtkWidget *
kompass_mapping_editor_new (GtkWindow      *parent,
                            KompassLibrary *library,
                            KompassMapping *mapping)
{
  KompassMappingEditor *self = g_object_new (KOMPASS_TYPE_MAPPING_EDITOR, "transient-for", parent, NULL);

  self->library = g_object_ref (library);
  self->draft = kompass_mapping_draft_new (mapping);
  name_editions (self, mapping);
  add_rows (self);
  self->current = kompass_mapping_draft_get_n_lines (self->draft) - 1;
  g_signal_connect_swapped (self->draft, "changed", G_CALLBACK (draft_changed_cb), self);
  draft_changed_cb (self);
  kompass_style_complete_names (GTK_WIDGET (self), gtk_window_get_title (GTK_WINDOW (self)));
  gtk_widget_grab_focus (self->source);

  return GTK_WIDGET (self);
}

/**
 * kompass_mapping_editor_get_draft:
 * @self: an editor
 *
 * Returns: (transfer none): what is said in it
 */
KompassMappingDraft *
kompass_mapping_editor_get_draft (KompassMappingEditor *self)
{
  return self->draft;
}
