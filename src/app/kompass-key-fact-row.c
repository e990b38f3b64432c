/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A key fact of the municipality: its name, its value, and a button that takes it away. */
#include "kompass-key-fact-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-line-view.h"

#define SPACING 6

struct _KompassKeyFactRow
{
  GtkWidget parent_instance;

  char *id;
  char *stored_name; /* as the library has it, or NULL where it does not have the fact */
  char *stored_value;
  KompassLineView *name;
  KompassLineView *value;
  GtkWidget *delete;
};

enum
{
  EDITED,
  LEFT,
  DELETE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassKeyFactRow, kompass_key_fact_row, GTK_TYPE_WIDGET)

static void
update_parts (KompassKeyFactRow *self)
{
  gboolean can_delete = self->stored_name != NULL || !kompass_key_fact_row_is_empty (self);

  gtk_widget_set_opacity (self->delete, can_delete ? 1 : 0);
  gtk_widget_set_sensitive (self->delete, can_delete);
}

static void
edited_cb (KompassKeyFactRow *self)
{
  update_parts (self);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
delete_cb (KompassKeyFactRow *self)
{
  g_signal_emit (self, signals[DELETE], 0);
}

/* What is written in one of them is stored with what is written in the other. */
static void
left_cb (KompassKeyFactRow *self)
{
  kompass_key_fact_row_forget_steps (self);
  g_signal_emit (self, signals[LEFT], 0);
}

static void
kompass_key_fact_row_dispose (GObject *object)
{
  KompassKeyFactRow *self = KOMPASS_KEY_FACT_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (kompass_key_fact_row_parent_class)->dispose (object);
}

static void
kompass_key_fact_row_finalize (GObject *object)
{
  KompassKeyFactRow *self = KOMPASS_KEY_FACT_ROW (object);

  g_free (self->id);
  g_free (self->stored_name);
  g_free (self->stored_value);

  G_OBJECT_CLASS (kompass_key_fact_row_parent_class)->finalize (object);
}

static void
kompass_key_fact_row_class_init (KompassKeyFactRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = kompass_key_fact_row_dispose;
  object_class->finalize = kompass_key_fact_row_finalize;
  gtk_widget_class_set_css_name (widget_class, "keyfactrow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * KompassKeyFactRow::edited:
   *
   * Something has been typed.
   */
  signals[EDITED] = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * KompassKeyFactRow::left:
   *
   * The keyboard has gone elsewhere.
   */
  signals[LEFT] = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * KompassKeyFactRow::delete:
   *
   * It is to be taken away.
   */
  signals[DELETE] = g_signal_new ("delete", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static KompassLineView *
make_line (KompassKeyFactRow *self,
           const char        *hint)
{
  GtkWidget *line = kompass_line_view_new (hint);

  g_signal_connect_object (line, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (line, GTK_WIDGET (self));

  return KOMPASS_LINE_VIEW (line);
}

static void
kompass_key_fact_row_init (KompassKeyFactRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), SPACING);
  self->name = make_line (self, _("What"));
  self->value = make_line (self, _("How much"));
  self->delete = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_add_css_class (self->delete, "flat");
  gtk_widget_add_css_class (self->delete, "row-menu");
  gtk_widget_set_tooltip_text (self->delete, _("Delete the key fact"));
  gtk_widget_set_valign (self->delete, GTK_ALIGN_START);
  gtk_widget_set_parent (self->delete, GTK_WIDGET (self));
  g_signal_connect_swapped (self->delete, "clicked", G_CALLBACK (delete_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  update_parts (self);
}

/**
 * kompass_key_fact_row_new:
 * @id: UUID of the fact
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
kompass_key_fact_row_new (const char *id)
{
  KompassKeyFactRow *self = g_object_new (KOMPASS_TYPE_KEY_FACT_ROW, NULL);

  self->id = g_strdup (id);

  return GTK_WIDGET (self);
}

const char *
kompass_key_fact_row_get_id (KompassKeyFactRow *self)
{
  return self->id;
}

const char *
kompass_key_fact_row_get_name (KompassKeyFactRow *self)
{
  return kompass_line_view_get_text (self->name);
}

const char *
kompass_key_fact_row_get_value (KompassKeyFactRow *self)
{
  return kompass_line_view_get_text (self->value);
}

gboolean
kompass_key_fact_row_is_empty (KompassKeyFactRow *self)
{
  return *kompass_key_fact_row_get_name (self) == '\0' && *kompass_key_fact_row_get_value (self) == '\0';
}

/**
 * kompass_key_fact_row_is_stored:
 * @self: a row
 *
 * Returns: %TRUE if the library has the fact
 */
gboolean
kompass_key_fact_row_is_stored (KompassKeyFactRow *self)
{
  return self->stored_name != NULL;
}

/**
 * kompass_key_fact_row_is_edited:
 * @self: a row
 *
 * Returns: %TRUE if it is another than in the library
 */
gboolean
kompass_key_fact_row_is_edited (KompassKeyFactRow *self)
{
  return strcmp (kompass_key_fact_row_get_name (self), self->stored_name != NULL ? self->stored_name : "") != 0 ||
         strcmp (kompass_key_fact_row_get_value (self), self->stored_value != NULL ? self->stored_value : "") != 0;
}

static void
settle (KompassKeyFactRow *self,
        KompassLineView   *line,
        const char        *text)
{
  if (strcmp (kompass_line_view_get_text (line), text) == 0)
    return;
  kompass_line_view_set_text (line, text);
  update_parts (self);
}

/**
 * kompass_key_fact_row_set_fact:
 * @self: a row
 * @fact: the fact, as the library has it
 *
 * Shows the fact. What is being typed stays.
 */
void
kompass_key_fact_row_set_fact (KompassKeyFactRow *self,
                               KompassKeyFact    *fact)
{
  gboolean keeps = kompass_key_fact_row_is_edited (self);

  g_free (self->stored_name);
  self->stored_name = g_strdup (kompass_key_fact_get_name (fact));
  g_free (self->stored_value);
  self->stored_value = g_strdup (kompass_key_fact_get_value (fact));
  if (!keeps)
    {
      settle (self, self->name, self->stored_name);
      settle (self, self->value, self->stored_value);
    }
  update_parts (self);
}

/**
 * kompass_key_fact_row_set_name:
 * @self: a row
 * @name: what the fact is to be called
 *
 * Writes it as its user does who chooses it.
 */
void
kompass_key_fact_row_set_name (KompassKeyFactRow *self,
                               const char        *name)
{
  kompass_line_view_set_text (self->name, name);
  edited_cb (self);
}

/**
 * kompass_key_fact_row_set_place:
 * @self: a row
 * @place: its place in the list, from 0
 *
 * Says what a screen reader calls it.
 */
void
kompass_key_fact_row_set_place (KompassKeyFactRow *self,
                                guint              place)
{
  g_autofree char *row = g_strdup_printf (_("Key fact %u"), place + 1);
  g_autofree char *name = g_strdup_printf (_("Key fact %u, what"), place + 1);
  g_autofree char *value = g_strdup_printf (_("Key fact %u, how much"), place + 1);
  g_autofree char *delete = g_strdup_printf (_("Delete key fact %u"), place + 1);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, row, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->value), GTK_ACCESSIBLE_PROPERTY_LABEL, value, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->delete), GTK_ACCESSIBLE_PROPERTY_LABEL, delete, -1);
}

/**
 * kompass_key_fact_row_clear:
 * @self: a row
 *
 * Takes away what is written in it, which is then nothing to save.
 */
void
kompass_key_fact_row_clear (KompassKeyFactRow *self)
{
  settle (self, self->name, "");
  settle (self, self->value, "");
}

void
kompass_key_fact_row_edit_name (KompassKeyFactRow *self)
{
  kompass_line_view_edit (self->name, -1);
}

void
kompass_key_fact_row_edit_value (KompassKeyFactRow *self)
{
  kompass_line_view_edit (self->value, -1);
}

gboolean
kompass_key_fact_row_is_in_name (KompassKeyFactRow *self)
{
  return gtk_widget_has_focus (GTK_WIDGET (self->name));
}

gboolean
kompass_key_fact_row_is_in_value (KompassKeyFactRow *self)
{
  return gtk_widget_has_focus (GTK_WIDGET (self->value));
}

/**
 * kompass_key_fact_row_is_at_edge:
 * @self: a row that is being edited
 * @at_end: whether the last line that is seen is asked about, or the first
 *
 * Returns: %TRUE if the caret is there: an arrow leaves the row
 */
gboolean
kompass_key_fact_row_is_at_edge (KompassKeyFactRow *self,
                                 gboolean           at_end)
{
  return kompass_line_view_is_at_edge (kompass_key_fact_row_is_in_name (self) ? self->name : self->value, at_end);
}

/**
 * kompass_key_fact_row_forget_steps:
 * @self: a row
 *
 * Ends the steps of its own that can be undone, see kompass_line_view_forget_steps().
 */
void
kompass_key_fact_row_forget_steps (KompassKeyFactRow *self)
{
  kompass_line_view_forget_steps (self->name);
  kompass_line_view_forget_steps (self->value);
}

/**
 * kompass_key_fact_row_set_speller:
 * @self: a row
 * @speller: (nullable): who knows the words, or %NULL to underline none
 */
void
kompass_key_fact_row_set_speller (KompassKeyFactRow *self,
                                  KompassSpeller    *speller)
{
  kompass_line_view_set_speller (self->name, speller);
  kompass_line_view_set_speller (self->value, speller);
}

/**
 * kompass_key_fact_row_select_misspelt:
 * @self: a row
 * @from_start: whether to look from its beginning on, or from the caret
 *
 * Selects the next word that no dictionary has.
 *
 * Returns: %FALSE if there is none
 */
gboolean
kompass_key_fact_row_select_misspelt (KompassKeyFactRow *self,
                                      gboolean           from_start)
{
  gboolean is_past_name = !from_start && kompass_key_fact_row_is_in_value (self);

  if (!is_past_name && kompass_line_view_select_misspelt (self->name, from_start))
    return TRUE;

  return kompass_line_view_select_misspelt (self->value, !is_past_name);
}
