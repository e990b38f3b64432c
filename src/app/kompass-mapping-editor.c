/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window in which it is said what has become of one edition in another: both side by side, line by line. */
#include "kompass-mapping-editor.h"
#include "kompass-message.h"

#include <glib/gi18n-lib.h>

#include "config.h"

struct _KompassMappingEditor
{
  KompassDraftEditor parent_instance;

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

  KompassMappingDraft *draft;
  GPtrArray *problems; /* of KompassMappingProblem */
  guint current;       /* the line that was gone to last */
};

enum
{
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassMappingEditor, kompass_mapping_editor, KOMPASS_TYPE_DRAFT_EDITOR)

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

static const char *
kompass_mapping_editor_get_text (KompassDraftEditor *editor,
                                 guint               field)
{
  return kompass_mapping_draft_get_text (KOMPASS_MAPPING_EDITOR (editor)->draft, field);
}

static void
kompass_mapping_editor_set_text (KompassDraftEditor *editor,
                                 guint               field,
                                 const char         *text)
{
  kompass_mapping_draft_set_text (KOMPASS_MAPPING_EDITOR (editor)->draft, field, text);
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

  kompass_draft_editor_show_problem (self->about_problem, problem != NULL ? problem->words : NULL,
                                     problem != NULL && !problem->is_missing);
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
      n > 0            ? kompass_draft_editor_count_problems (n)
      : n_not_said > 0 ? g_strdup_printf (ngettext ("Nothing is said of %u line yet: it is not compared",
                                                    "Nothing is said of %u lines yet: they are not compared", n_not_said),
                                          n_not_said)
                       : g_strdup (_("Something is said of every line"));

  gtk_label_set_label (GTK_LABEL (self->summary), words);
  gtk_widget_set_visible (self->summary_button, n > 0 || n_not_said > 0);
}

static gboolean
kompass_mapping_editor_update (KompassDraftEditor *editor)
{
  KompassMappingEditor *self = KOMPASS_MAPPING_EDITOR (editor);
  g_autoptr (KompassMapping) mapping = NULL;
  g_autofree char *coverage = NULL;

  g_ptr_array_unref (self->problems);
  self->problems = kompass_mapping_draft_list_problems (self->draft);
  mapping = kompass_mapping_draft_to_mapping (
      self->draft, kompass_mapping_get_id (kompass_mapping_draft_get_mapping (self->draft)), NULL);
  coverage = kompass_mapping_describe_coverage (mapping);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), coverage);
  update_about_problem (self);
  update_rows (self, self->rows);
  update_rows (self, self->new_rows);
  gtk_widget_set_visible (self->new_name, has_visible_row (self->new_rows));
  gtk_widget_set_visible (self->new_rows, gtk_widget_get_visible (self->new_name));
  update_summary (self);

  return self->problems->len == 0 && kompass_draft_is_changed (KOMPASS_DRAFT (self->draft));
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

  adw_toast_overlay_add_toast (self->toasts, kompass_message_make_toast (words));
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
kompass_mapping_editor_go_to_next (KompassDraftEditor *editor)
{
  KompassMappingEditor *self = KOMPASS_MAPPING_EDITOR (editor);
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

static gboolean
kompass_mapping_editor_save (KompassDraftEditor  *editor,
                             GError             **error)
{
  KompassMappingEditor *self = KOMPASS_MAPPING_EDITOR (editor);
  KompassMapping *before = kompass_mapping_draft_get_mapping (self->draft);
  /* What came with the program stays, behind the user's own. */
  g_autofree char *id = kompass_mapping_get_is_bundled (before) ? g_uuid_string_random ()
                                                                : g_strdup (kompass_mapping_get_id (before));
  g_autoptr (KompassMapping) mapping = kompass_mapping_draft_to_mapping (self->draft, id, NULL);

  if (!kompass_library_save_mapping (kompass_draft_editor_get_library (editor), mapping, error))
    return FALSE;
  g_signal_emit (self, signals[SAVED], 0, mapping);

  return TRUE;
}

/* Layout */

static void
kompass_mapping_editor_set_narrow (KompassDraftEditor *editor,
                                   gboolean            is_narrow)
{
  KompassMappingEditor *self = KOMPASS_MAPPING_EDITOR (editor);
  GtkWidget *boxes[] = { self->rows, self->new_rows };

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    for (GtkWidget *row = gtk_widget_get_first_child (boxes[i]); row != NULL; row = gtk_widget_get_next_sibling (row))
      kompass_mapping_row_set_narrow (KOMPASS_MAPPING_ROW (row), is_narrow);
  gtk_widget_set_visible (self->to_name, !is_narrow);
}

/* Class functions */

static void
kompass_mapping_editor_dispose (GObject *object)
{
  KompassMappingEditor *self = KOMPASS_MAPPING_EDITOR (object);

  g_clear_object (&self->draft);
  g_clear_pointer (&self->problems, g_ptr_array_unref);

  G_OBJECT_CLASS (kompass_mapping_editor_parent_class)->dispose (object);
}

static void
kompass_mapping_editor_class_init (KompassMappingEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  KompassDraftEditorClass *editor_class = KOMPASS_DRAFT_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kompass_mapping_editor_dispose;
  editor_class->loss = N_("The mapping has not been saved. What you have said will be lost.");
  editor_class->get_text = kompass_mapping_editor_get_text;
  editor_class->set_text = kompass_mapping_editor_set_text;
  editor_class->update = kompass_mapping_editor_update;
  editor_class->save = kompass_mapping_editor_save;
  editor_class->go_to_next = kompass_mapping_editor_go_to_next;
  editor_class->set_narrow = kompass_mapping_editor_set_narrow;

  /**
   * KompassMappingEditor::saved:
   * @mapping: what has been saved
   */
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, KOMPASS_TYPE_MAPPING);

  gtk_widget_class_install_action (widget_class, "editor.propose", NULL, propose_cb);
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
}

static void
kompass_mapping_editor_init (KompassMappingEditor *self)
{
  KompassDraftEditor *editor = KOMPASS_DRAFT_EDITOR (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->problems = g_ptr_array_new ();
  kompass_draft_editor_add_entry (editor, KOMPASS_MAPPING_SOURCE, self->source);
  kompass_draft_editor_add_entry (editor, KOMPASS_MAPPING_BAND_LOW, self->band_low);
  kompass_draft_editor_add_entry (editor, KOMPASS_MAPPING_BAND_HIGH, self->band_high);
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

  self->draft = kompass_mapping_draft_new (mapping);
  name_editions (self, mapping);
  add_rows (self);
  self->current = kompass_mapping_draft_get_n_lines (self->draft) - 1;
  kompass_draft_editor_begin (KOMPASS_DRAFT_EDITOR (self), library, KOMPASS_DRAFT (self->draft));
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
