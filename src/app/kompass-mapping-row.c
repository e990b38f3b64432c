/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of an edition on one side, what has become of it on the other, and below that what is wrong with it. */
#include "kompass-mapping-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-mapping-chooser.h"

#define SPACING 12

struct _KompassMappingRow
{
  GtkWidget parent_instance;

  KompassMappingDraft *draft;
  guint index;
  GtkWidget *sides;
  GtkWidget *button;
  GtkWidget *answer; /* the words on the button */
  GtkWidget *note;
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (KompassMappingRow, kompass_mapping_row, GTK_TYPE_WIDGET)

static void
kompass_mapping_row_dispose (GObject *object)
{
  KompassMappingRow *self = KOMPASS_MAPPING_ROW (object);

  g_clear_pointer (&self->sides, gtk_widget_unparent);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (kompass_mapping_row_parent_class)->dispose (object);
}

static void
kompass_mapping_row_class_init (KompassMappingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kompass_mapping_row_dispose;
  gtk_widget_class_set_css_name (widget_class, "mappingrow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
kompass_mapping_row_init (KompassMappingRow *self)
{
}

static GtkWidget *
make_label (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  return label;
}

/* Made when it is asked for: one for each of a hundred rows would take longer than the window. */
static void
create_chooser (GtkMenuButton *button,
                gpointer       user_data)
{
  KompassMappingRow *self = user_data;

  gtk_menu_button_set_popover (button, kompass_mapping_chooser_new (self->draft, self->index));
}

static GtkWidget *
make_right_side (KompassMappingRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->answer = make_label ("");
  self->button = gtk_menu_button_new ();
  gtk_widget_set_hexpand (self->answer, TRUE);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), self->answer);
  for (GtkWidget *part = self->answer; part != self->button; part = gtk_widget_get_parent (part))
    gtk_widget_set_halign (part, GTK_ALIGN_FILL); /* GTK would have it in the middle */
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->button), FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_chooser, self, NULL);
  self->note = make_label ("");
  gtk_widget_add_css_class (self->note, "quiet");
  gtk_widget_add_css_class (self->note, "note");
  self->problem = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "wrap", TRUE, "xalign", 0.0,
                                NULL);
  gtk_widget_add_css_class (self->problem, "problem");
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_box_append (GTK_BOX (box), self->note);
  gtk_box_append (GTK_BOX (box), self->problem);

  return box;
}

/**
 * kompass_mapping_row_new:
 * @draft: a draft
 * @index: place of one of its lines
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
kompass_mapping_row_new (KompassMappingDraft *draft,
                         guint                index)
{
  KompassMappingRow *self = g_object_new (KOMPASS_TYPE_MAPPING_ROW, NULL);
  const KompassMappingLine *line = kompass_mapping_draft_get_line (draft, index);
  g_autofree char *words = kompass_mapping_line_to_words (line);
  GtkWidget *label = make_label (words);

  self->draft = g_object_ref (draft);
  self->index = index;
  self->sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  gtk_box_set_homogeneous (GTK_BOX (self->sides), TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "line");
  gtk_box_append (GTK_BOX (self->sides), label);
  gtk_box_append (GTK_BOX (self->sides), make_right_side (self));
  gtk_widget_set_parent (self->sides, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), line->kind == KOMPASS_LINE_AREA ? "area" : "question");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);

  return GTK_WIDGET (self);
}

guint
kompass_mapping_row_get_index (KompassMappingRow *self)
{
  return self->index;
}

/* "Reworded: 2.3 The question (max 20)", with a line for each counterpart. */
static char *
describe_answer (KompassMappingRow        *self,
                 const KompassMappingLine *line)
{
  g_autoptr (GString) words = g_string_new (kompass_mapping_relation_to_words (line->relation));

  for (guint i = 0; line->counterparts[i] != NULL; i++)
    {
      guint index;

      if (!kompass_mapping_draft_find (self->draft, KOMPASS_MAPPING_TO, line->kind, line->counterparts[i], &index))
        continue;
      {
        g_autofree char *other = kompass_mapping_line_to_words (kompass_mapping_draft_get_line (self->draft, index));

        g_string_append_printf (words, "%s%s", i == 0 ? ": " : "\n", other);
      }
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
show_words (GtkWidget  *label,
            const char *words)
{
  gtk_label_set_label (GTK_LABEL (label), words != NULL ? words : "");
  gtk_widget_set_visible (label, words != NULL && *words != '\0');
}

static void
toggle_class (GtkWidget  *widget,
              const char *name,
              gboolean    has_it)
{
  if (has_it)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/**
 * kompass_mapping_row_update:
 * @self: a row
 * @problem: (nullable): what is wrong with it
 * @is_wrong: %TRUE where something is wrong, %FALSE where something is only missing
 *
 * Shows what is said in the draft.
 */
void
kompass_mapping_row_update (KompassMappingRow *self,
                            const char        *problem,
                            gboolean           is_wrong)
{
  const KompassMappingLine *line = kompass_mapping_draft_get_line (self->draft, self->index);
  g_autofree char *answer = describe_answer (self, line);
  g_autofree char *own = kompass_mapping_line_to_words (line);
  g_autofree char *name = g_strdup_printf ("%s. %s", own, answer);
  guint origin = 0;

  gtk_label_set_label (GTK_LABEL (self->answer), answer);
  show_words (self->note, line->note);
  show_words (self->problem, problem);
  toggle_class (GTK_WIDGET (self), "wrong", is_wrong);
  toggle_class (self->answer, "quiet", line->relation == KOMPASS_RELATION_NOT_SAID);
  gtk_widget_set_visible (GTK_WIDGET (self), line->side == KOMPASS_MAPPING_FROM ||
                                                 !kompass_mapping_draft_find_origin (self->draft, self->index, &origin));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->button)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/**
 * kompass_mapping_row_set_narrow:
 * @self: a row
 * @is_narrow: whether the two sides stand below each other
 */
void
kompass_mapping_row_set_narrow (KompassMappingRow *self,
                                gboolean           is_narrow)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->sides),
                                  is_narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (GTK_BOX (self->sides), !is_narrow);
  gtk_box_set_spacing (GTK_BOX (self->sides), is_narrow ? 0 : SPACING);
}

/**
 * kompass_mapping_row_focus:
 * @self: a row
 *
 * Moves the keyboard to what is said.
 */
void
kompass_mapping_row_focus (KompassMappingRow *self)
{
  gtk_widget_grab_focus (self->button);
}
