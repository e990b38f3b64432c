/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says what has become of one line of an edition: how it is related, to which lines of the other edition, and why. */
#include "kompass-mapping-chooser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "config.h"
#include "kompass-style.h"

struct _KompassMappingChooser
{
  GtkPopover parent_instance;

  GtkWidget *relation;
  GtkStringList *relation_names;
  GtkWidget *counterparts;
  GtkWidget *search;
  GtkWidget *list;
  GtkWidget *note;

  KompassMappingDraft *draft;
  guint index;
  char *wanted; /* what is searched for, folded */
  gboolean is_settling;
};

G_DEFINE_FINAL_TYPE (KompassMappingChooser, kompass_mapping_chooser, GTK_TYPE_POPOVER)

static const int old_relations[] = {
  KOMPASS_RELATION_NOT_SAID, KOMPASS_RELATION_SAME,   KOMPASS_RELATION_REWORDED, KOMPASS_RELATION_MAXIMUM_CHANGED,
  KOMPASS_RELATION_SPLIT,    KOMPASS_RELATION_MERGED, KOMPASS_RELATION_GONE,
};

static const int new_relations[] = { KOMPASS_RELATION_NOT_SAID, KOMPASS_RELATION_NEW };

/**
 * kompass_mapping_relation_to_words:
 * @relation: a #KompassRelation, or %KOMPASS_RELATION_NOT_SAID
 *
 * Returns: what it is called, in the user's language
 */
const char *
kompass_mapping_relation_to_words (int relation)
{
  return relation == KOMPASS_RELATION_NOT_SAID ? C_ ("relation", "Not said yet")
                                               : kompass_relation_describe ((KompassRelation) relation);
}

/**
 * kompass_mapping_line_to_words:
 * @line: a line of an edition
 *
 * Returns: (transfer full): its number, its text, and its maximum where it is known
 */
char *
kompass_mapping_line_to_words (const KompassMappingLine *line)
{
  g_autofree char *maximum = kompass_points_format (line->maximum, 0);

  if (line->maximum == KOMPASS_POINTS_UNKNOWN)
    return g_strdup_printf ("%s %s", line->number, line->text);

  /* Translators: number and text of a question, and its maximum */
  return g_strdup_printf (_("%s %s (max %s)"), line->number, line->text, maximum);
}

static const KompassMappingLine *
get_line (KompassMappingChooser *self)
{
  return kompass_mapping_draft_get_line (self->draft, self->index);
}

static const int *
get_relations (KompassMappingChooser *self,
               guint                 *n)
{
  gboolean is_old = get_line (self)->side == KOMPASS_MAPPING_FROM;

  *n = is_old ? G_N_ELEMENTS (old_relations) : G_N_ELEMENTS (new_relations);

  return is_old ? old_relations : new_relations;
}

static const char *
get_row_number (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "number");
}

static void
update (KompassMappingChooser *self)
{
  const KompassMappingLine *line = get_line (self);
  guint n;
  const int *relations = get_relations (self, &n);

  self->is_settling = TRUE;
  for (guint i = 0; i < n; i++)
    if (relations[i] == line->relation)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->relation), i);
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *check = g_object_get_data (G_OBJECT (row), "check");
      gboolean is_chosen = g_strv_contains ((const char * const *) line->counterparts,
                                            get_row_number (GTK_LIST_BOX_ROW (row)));

      gtk_widget_set_opacity (check, is_chosen ? 1 : 0);
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, is_chosen, -1);
    }
  self->is_settling = FALSE;
}

static void
relation_changed_cb (KompassMappingChooser *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->relation));
  guint n;
  const int *relations;

  if (self->is_settling || self->draft == NULL)
    return;
  relations = get_relations (self, &n);
  if (selected < n)
    kompass_mapping_draft_set_relation (self->draft, self->index, relations[selected]);
}

/* One counterpart is the answer; of what is split there are more to choose. */
static void
row_activated_cb (KompassMappingChooser *self,
                  GtkListBoxRow         *row)
{
  const char *number = get_row_number (row);
  gboolean is_chosen = g_strv_contains ((const char * const *) get_line (self)->counterparts, number);

  kompass_mapping_draft_set_counterpart (self->draft, self->index, number, !is_chosen);
  if (!is_chosen && get_line (self)->relation != KOMPASS_RELATION_SPLIT)
    gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
is_wanted (GtkListBoxRow *row,
           gpointer       user_data)
{
  KompassMappingChooser *self = user_data;
  const char *text = g_object_get_data (G_OBJECT (row), "folded");

  return self->wanted == NULL || strstr (text, self->wanted) != NULL;
}

static void
search_changed_cb (KompassMappingChooser *self)
{
  g_free (self->wanted);
  self->wanted = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
}

/* Enter takes the first one that was found. */
static void
search_activate_cb (KompassMappingChooser *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_child_visible (row))
      {
        row_activated_cb (self, GTK_LIST_BOX_ROW (row));
        return;
      }
  gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
note_changed_cb (KompassMappingChooser *self)
{
  if (!self->is_settling && self->draft != NULL)
    kompass_mapping_draft_set_note (self->draft, self->index, gtk_editable_get_text (GTK_EDITABLE (self->note)));
}

static void
kompass_mapping_chooser_dispose (GObject *object)
{
  KompassMappingChooser *self = KOMPASS_MAPPING_CHOOSER (object);

  self->is_settling = TRUE;
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (kompass_mapping_chooser_parent_class)->dispose (object);
}

static void
kompass_mapping_chooser_class_init (KompassMappingChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kompass_mapping_chooser_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/kompass-mapping-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, KompassMappingChooser, relation);
  gtk_widget_class_bind_template_child (widget_class, KompassMappingChooser, relation_names);
  gtk_widget_class_bind_template_child (widget_class, KompassMappingChooser, counterparts);
  gtk_widget_class_bind_template_child (widget_class, KompassMappingChooser, search);
  gtk_widget_class_bind_template_child (widget_class, KompassMappingChooser, list);
  gtk_widget_class_bind_template_child (widget_class, KompassMappingChooser, note);
  gtk_widget_class_bind_template_callback (widget_class, relation_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_changed_cb);
}

static void
kompass_mapping_chooser_init (KompassMappingChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), is_wanted, self, NULL);
}

static GtkWidget *
make_row (const KompassMappingLine *line)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");
  g_autofree char *words = kompass_mapping_line_to_words (line);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data (G_OBJECT (row), "check", check);
  g_object_set_data_full (G_OBJECT (row), "number", g_strdup (line->number), g_free);
  g_object_set_data_full (G_OBJECT (row), "folded", g_utf8_casefold (words, -1), g_free);

  return row;
}

static void
add_rows (KompassMappingChooser *self)
{
  const KompassMappingLine *own = get_line (self);

  for (guint i = 0; i < kompass_mapping_draft_get_n_lines (self->draft); i++)
    {
      const KompassMappingLine *line = kompass_mapping_draft_get_line (self->draft, i);

      if (line->side == KOMPASS_MAPPING_TO && line->kind == own->kind)
        gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (line));
    }
}

/**
 * kompass_mapping_chooser_new:
 * @draft: a draft
 * @index: place of one of its lines
 *
 * Returns: (transfer floating): a popover
 */
GtkWidget *
kompass_mapping_chooser_new (KompassMappingDraft *draft,
                             guint                index)
{
  KompassMappingChooser *self = g_object_new (KOMPASS_TYPE_MAPPING_CHOOSER, NULL);
  guint n;
  const int *relations;

  self->is_settling = TRUE;
  self->draft = g_object_ref (draft);
  self->index = index;
  relations = get_relations (self, &n);
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (self->relation_names, kompass_mapping_relation_to_words (relations[i]));
  gtk_widget_set_visible (self->counterparts, get_line (self)->side == KOMPASS_MAPPING_FROM);
  gtk_editable_set_text (GTK_EDITABLE (self->note), get_line (self)->note);
  add_rows (self);
  update (self);
  g_signal_connect_swapped (draft, "changed", G_CALLBACK (update), self);
  kompass_style_complete_names (GTK_WIDGET (self), _("What it has become"));
  kompass_style_name_parts (self->relation, _("Relation"));

  return GTK_WIDGET (self);
}
