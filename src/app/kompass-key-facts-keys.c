/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keys do in the key facts: they move the keyboard from row to row, and facts about. */
#include "kompass-key-facts-private.h"

#include <glib/gi18n-lib.h>

#include "kompass-line-view.h"

/**
 * kompass_key_facts_delete:
 * @self: a list
 * @row: a fact
 *
 * Takes it away; the keyboard goes to what takes its place.
 */
void
kompass_key_facts_delete (KompassKeyFacts   *self,
                          KompassKeyFactRow *row)
{
  g_autofree char *id = g_strdup (kompass_key_fact_row_get_id (row));
  GtkWidget *next = gtk_widget_get_next_sibling (GTK_WIDGET (row));

  /* What was typed last comes back, too, when this is undone. */
  kompass_key_facts_flush (self);
  if (next != NULL)
    kompass_key_fact_row_edit_name (KOMPASS_KEY_FACT_ROW (next));
  kompass_key_fact_row_clear (row);
  if (!kompass_key_fact_row_is_stored (row))
    {
      kompass_report_session_forget_line (self->session, id);
      kompass_key_facts_update (self);
    }
  else if (kompass_report_session_delete_key_fact (self->session, id))
    kompass_key_facts_tell_deleted (self);
}

/* Keys */

static KompassKeyFactRow *
get_current_row (KompassKeyFacts *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (self->rows);

  return row != NULL &&
                 (kompass_key_fact_row_is_in_name (KOMPASS_KEY_FACT_ROW (row)) ||
                  kompass_key_fact_row_is_in_value (KOMPASS_KEY_FACT_ROW (row)))
             ? KOMPASS_KEY_FACT_ROW (row)
             : NULL;
}

static void
press_enter (KompassKeyFacts   *self,
             KompassKeyFactRow *row)
{
  if (kompass_key_fact_row_is_in_name (row))
    {
      kompass_key_fact_row_edit_value (row);
      return;
    }
  kompass_key_facts_flush (self);
  kompass_key_facts_ensure_last (self);
  kompass_key_fact_row_edit_name (KOMPASS_KEY_FACT_ROW (gtk_widget_get_next_sibling (GTK_WIDGET (row))));
}

static gboolean
go_to_neighbour (KompassKeyFactRow *row,
                 GtkWidget         *next,
                 gboolean           down)
{
  if (next == NULL || !kompass_key_fact_row_is_at_edge (row, down))
    return GDK_EVENT_PROPAGATE;
  if (kompass_key_fact_row_is_in_name (row))
    kompass_key_fact_row_edit_name (KOMPASS_KEY_FACT_ROW (next));
  else
    kompass_key_fact_row_edit_value (KOMPASS_KEY_FACT_ROW (next));

  return GDK_EVENT_STOP;
}

static gboolean
take_back (KompassKeyFactRow *row)
{
  GtkWidget *previous = gtk_widget_get_prev_sibling (GTK_WIDGET (row));

  if (kompass_key_fact_row_is_in_value (row) && *kompass_key_fact_row_get_value (row) == '\0')
    kompass_key_fact_row_edit_name (row);
  else if (kompass_key_fact_row_is_empty (row) && previous != NULL)
    kompass_key_fact_row_edit_value (KOMPASS_KEY_FACT_ROW (previous));
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/* The next word that no dictionary has, from the caret on, and from the beginning again after the end */
static void
check_spelling (KompassKeyFacts   *self,
                KompassKeyFactRow *row)
{
  GtkWidget *other = GTK_WIDGET (row);
  gboolean is_first = TRUE;

  do
    {
      if (kompass_key_fact_row_select_misspelt (KOMPASS_KEY_FACT_ROW (other), !is_first))
        return;
      other = gtk_widget_get_next_sibling (other);
      if (other == NULL)
        other = gtk_widget_get_first_child (self->rows);
      is_first = FALSE;
    }
  while (other != GTK_WIDGET (row));
  if (!kompass_key_fact_row_select_misspelt (row, TRUE))
    kompass_line_view_tell_no_misspelt (GTK_WIDGET (self), self->speller, _("No misspelt words in the key facts"));
}

static gboolean
press_plain (KompassKeyFacts   *self,
             KompassKeyFactRow *row,
             guint              keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (kompass_key_fact_row_is_empty (row))
        return GDK_EVENT_PROPAGATE;
      press_enter (self, row);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return go_to_neighbour (row, gtk_widget_get_prev_sibling (GTK_WIDGET (row)), FALSE);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return go_to_neighbour (row, gtk_widget_get_next_sibling (GTK_WIDGET (row)), TRUE);
    case GDK_KEY_BackSpace:
      return take_back (row);
    case GDK_KEY_F7:
      check_spelling (self, row);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
move_row (KompassKeyFacts   *self,
          KompassKeyFactRow *row,
          int                direction)
{
  guint place = kompass_key_facts_get_place (self, row);
  gboolean is_value = kompass_key_fact_row_is_in_value (row);

  if (kompass_key_fact_row_is_empty (row) || (direction < 0 && place == 0) ||
      (direction > 0 && place + 1 >= kompass_key_facts_get_place (self, NULL)))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  kompass_key_facts_flush (self);
  kompass_report_session_move_key_fact (self->session, kompass_key_fact_row_get_id (row), direction < 0 ? place - 1 : place + 1);
  kompass_key_fact_row_forget_steps (row);
  /* The keyboard comes to it anew: it is to be seen where it is now. */
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  if (is_value)
    kompass_key_fact_row_edit_value (row);
  else
    kompass_key_fact_row_edit_name (row);
}

static gboolean
press_with_alt (KompassKeyFacts   *self,
                KompassKeyFactRow *row,
                guint              keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_row (self, row, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_row (self, row, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      kompass_key_facts_delete (self, row);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                KompassKeyFacts       *self)
{
  KompassKeyFactRow *row = get_current_row (self);
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  if (modifiers == 0)
    return press_plain (self, row, keyval);

  return modifiers == GDK_ALT_MASK ? press_with_alt (self, row, keyval) : GDK_EVENT_PROPAGATE;
}

/**
 * kompass_key_facts_add_keys:
 * @self: a list
 *
 * Lets keys do what they are for, before what is written gets them.
 */
void
kompass_key_facts_add_keys (KompassKeyFacts *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_name (keys, "key-facts-keys");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
