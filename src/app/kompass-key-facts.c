/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Key facts of the municipality: names and values in the order of the report, an empty row to write the next one in, and what
 * such lists usually have. */
#include "kompass-key-facts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-key-fact-row.h"
#include "kompass-library-report.h"
#include "kompass-wrap-box.h"

#define SPACING 12

struct _KompassKeyFacts
{
  GtkWidget parent_instance;

  KompassReportSession *session;
  char *evaluation; /* whose facts the rows have */
  GtkWidget *rows;
  GtkWidget *offers;
  KompassWrapBox *suggestions;
  gboolean is_updating;
};

enum
{
  DELETED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassKeyFacts, kompass_key_facts, GTK_TYPE_WIDGET)

static void update (KompassKeyFacts *self);

/* Rows */

static KompassKeyFactRow *
find_row (KompassKeyFacts *self,
          const char      *id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (strcmp (kompass_key_fact_row_get_id (KOMPASS_KEY_FACT_ROW (row)), id) == 0)
      return KOMPASS_KEY_FACT_ROW (row);

  return NULL;
}

static KompassKeyFactRow *
get_last (KompassKeyFacts *self)
{
  return (KompassKeyFactRow *) gtk_widget_get_last_child (self->rows);
}

/* How many facts stand before a row; all of them for NULL. */
static guint
get_place (KompassKeyFacts   *self,
           KompassKeyFactRow *row)
{
  guint place = 0;

  for (GtkWidget *other = gtk_widget_get_first_child (self->rows); other != NULL && other != GTK_WIDGET (row);
       other = gtk_widget_get_next_sibling (other))
    if (kompass_key_fact_row_is_stored (KOMPASS_KEY_FACT_ROW (other)) ||
        !kompass_key_fact_row_is_empty (KOMPASS_KEY_FACT_ROW (other)))
      place++;

  return place;
}

static void
write_row (KompassKeyFacts   *self,
           KompassKeyFactRow *row)
{
  g_autoptr (KompassKeyFact) fact = NULL;

  /* One that is taken away is deleted when it is left, not while it is written. */
  if (kompass_key_fact_row_is_empty (row))
    {
      if (!kompass_key_fact_row_is_stored (row))
        kompass_report_session_forget_line (self->session, kompass_key_fact_row_get_id (row));
      return;
    }
  fact = kompass_key_fact_new (kompass_key_fact_row_get_id (row), kompass_key_fact_row_get_name (row),
                               kompass_key_fact_row_get_value (row));
  kompass_report_session_write_key_fact (self->session, fact, get_place (self, row));
}

static void
collect_cb (KompassKeyFacts *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    write_row (self, KOMPASS_KEY_FACT_ROW (row));
}

static void
edited_cb (KompassKeyFacts *self)
{
  kompass_report_session_touch (self->session);
}

static void
flush (KompassKeyFacts *self)
{
  kompass_report_session_touch (self->session);
  kompass_report_session_flush (self->session, NULL);
}

static void
delete_row (KompassKeyFacts   *self,
            KompassKeyFactRow *row)
{
  g_autofree char *id = g_strdup (kompass_key_fact_row_get_id (row));
  gboolean is_stored = kompass_key_fact_row_is_stored (row);
  GtkWidget *next = gtk_widget_get_next_sibling (GTK_WIDGET (row));

  if (next != NULL)
    kompass_key_fact_row_edit_name (KOMPASS_KEY_FACT_ROW (next));
  kompass_key_fact_row_clear (row);
  if (!is_stored)
    kompass_report_session_forget_line (self->session, id);
  if (is_stored && kompass_report_session_delete_key_fact (self->session, id))
    g_signal_emit (self, signals[DELETED], 0, _("Key fact deleted"));
  else
    update (self);
}

static void
delete_cb (KompassKeyFacts   *self,
           KompassKeyFactRow *row)
{
  delete_row (self, row);
}

static gboolean
leave_row (gpointer user_data)
{
  GtkWidget *row = user_data;
  GtkWidget *self = gtk_widget_get_ancestor (row, KOMPASS_TYPE_KEY_FACTS);
  GtkRoot *root = gtk_widget_get_root (row);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self == NULL || (focus != NULL && gtk_widget_is_ancestor (focus, row)))
    return G_SOURCE_REMOVE;
  if (kompass_key_fact_row_is_empty (KOMPASS_KEY_FACT_ROW (row)) && kompass_key_fact_row_is_stored (KOMPASS_KEY_FACT_ROW (row)))
    {
      g_autofree char *id = g_strdup (kompass_key_fact_row_get_id (KOMPASS_KEY_FACT_ROW (row)));

      if (kompass_report_session_delete_key_fact (KOMPASS_KEY_FACTS (self)->session, id))
        g_signal_emit (self, signals[DELETED], 0, _("Key fact deleted"));
    }
  else if (kompass_key_fact_row_is_edited (KOMPASS_KEY_FACT_ROW (row)))
    flush (KOMPASS_KEY_FACTS (self));

  return G_SOURCE_REMOVE;
}

static void
left_cb (KompassKeyFacts   *self,
         KompassKeyFactRow *row)
{
  if (!self->is_updating)
    g_idle_add_full (G_PRIORITY_DEFAULT, leave_row, g_object_ref (row), g_object_unref);
}

static KompassKeyFactRow *
add_row (KompassKeyFacts *self,
         const char      *id,
         GtkWidget       *after)
{
  GtkWidget *row = kompass_key_fact_row_new (id);

  g_signal_connect_object (row, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "delete", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_after (row, self->rows, after);

  return KOMPASS_KEY_FACT_ROW (row);
}

static void
ensure_last (KompassKeyFacts *self)
{
  KompassKeyFactRow *last = get_last (self);
  g_autofree char *id = NULL;

  if (last != NULL && !kompass_key_fact_row_is_stored (last) && kompass_key_fact_row_is_empty (last))
    return;
  id = g_uuid_string_random ();
  add_row (self, id, GTK_WIDGET (last));
}

/* Suggestions */

static void
suggestion_cb (KompassKeyFacts *self,
               GtkButton       *button)
{
  KompassKeyFactRow *row;

  ensure_last (self);
  row = get_last (self);
  kompass_key_fact_row_set_name (row, gtk_button_get_label (button));
  kompass_key_fact_row_edit_value (row);
  ensure_last (self);
  update (self);
}

static gboolean
has_name (KompassKeyFacts *self,
          const char      *name)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (g_utf8_collate (kompass_key_fact_row_get_name (KOMPASS_KEY_FACT_ROW (row)), name) == 0)
      return TRUE;

  return FALSE;
}

static void
add_suggestion (KompassKeyFacts *self,
                const char      *name)
{
  GtkWidget *button = gtk_button_new_with_label (name);
  /* Translators: name of a button; %s is a key fact, such as "Inhabitants" */
  g_autofree char *words = g_strdup_printf (_("Add the key fact %s"), name);

  gtk_widget_add_css_class (button, "suggestion");
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (suggestion_cb), self);
  kompass_wrap_box_insert (self->suggestions, button, NULL);
}

static void
update_suggestions (KompassKeyFacts *self)
{
  KompassEvaluation *evaluation = kompass_report_session_get_evaluation (self->session);
  g_auto (GStrv) names = NULL;
  GtkWidget *child;
  gboolean any = FALSE;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->suggestions))) != NULL)
    kompass_wrap_box_remove (self->suggestions, child);
  names = kompass_library_suggest_key_facts (kompass_report_session_get_library (self->session),
                                             kompass_evaluation_get_id (evaluation), NULL);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (!has_name (self, names[i]))
      {
        add_suggestion (self, names[i]);
        any = TRUE;
      }
  gtk_widget_set_visible (self->offers, any);
}

/* Showing */

static gboolean
has_fact (GPtrArray  *facts,
          const char *id)
{
  for (guint i = 0; i < facts->len; i++)
    if (strcmp (kompass_key_fact_get_id (g_ptr_array_index (facts, i)), id) == 0)
      return TRUE;

  return FALSE;
}

/* An empty row with the keyboard is about to become a fact. */
static void
remove_gone (KompassKeyFacts *self,
             GPtrArray       *facts)
{
  GtkWidget *row = gtk_widget_get_first_child (self->rows);

  while (row != NULL)
    {
      KompassKeyFactRow *current = KOMPASS_KEY_FACT_ROW (row);

      row = gtk_widget_get_next_sibling (row);
      if (!has_fact (facts, kompass_key_fact_row_get_id (current)) &&
          (kompass_key_fact_row_is_stored (current) ||
           (row != NULL && kompass_key_fact_row_is_empty (current) && !kompass_key_fact_row_is_in_name (current) &&
            !kompass_key_fact_row_is_in_value (current))))
        gtk_widget_unparent (GTK_WIDGET (current));
    }
}

/* What was written about another evaluation is none of this one's. */
static void
follow_evaluation (KompassKeyFacts *self,
                   const char      *evaluation)
{
  GtkWidget *row;

  if (g_strcmp0 (self->evaluation, evaluation) == 0)
    return;
  g_free (self->evaluation);
  self->evaluation = g_strdup (evaluation);
  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_widget_unparent (row);
}

static void
update (KompassKeyFacts *self)
{
  KompassReport *report = kompass_report_session_get_report (self->session);
  GPtrArray *facts;
  GtkWidget *before = NULL;
  guint place = 0;

  if (report == NULL || self->is_updating)
    return;
  self->is_updating = TRUE;
  follow_evaluation (self, kompass_report_get_evaluation_id (report));
  facts = kompass_report_get_key_facts (report);
  remove_gone (self, facts);
  for (guint i = 0; i < facts->len; i++)
    {
      KompassKeyFact *fact = g_ptr_array_index (facts, i);
      KompassKeyFactRow *row = find_row (self, kompass_key_fact_get_id (fact));

      if (row == NULL)
        row = add_row (self, kompass_key_fact_get_id (fact), before);
      else if (gtk_widget_get_prev_sibling (GTK_WIDGET (row)) != before)
        gtk_widget_insert_after (GTK_WIDGET (row), self->rows, before);
      kompass_key_fact_row_set_fact (row, fact);
      before = GTK_WIDGET (row);
    }
  ensure_last (self);
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    kompass_key_fact_row_set_place (KOMPASS_KEY_FACT_ROW (row), place++);
  update_suggestions (self);
  self->is_updating = FALSE;
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
  flush (self);
  ensure_last (self);
  kompass_key_fact_row_edit_name (KOMPASS_KEY_FACT_ROW (gtk_widget_get_next_sibling (GTK_WIDGET (row))));
}

static gboolean
go_to_neighbour (KompassKeyFactRow *row,
                 GtkWidget         *next)
{
  if (next == NULL)
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
      return go_to_neighbour (row, gtk_widget_get_prev_sibling (GTK_WIDGET (row)));
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return go_to_neighbour (row, gtk_widget_get_next_sibling (GTK_WIDGET (row)));
    case GDK_KEY_BackSpace:
      return take_back (row);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
move_row (KompassKeyFacts   *self,
          KompassKeyFactRow *row,
          int                direction)
{
  guint place = get_place (self, row);

  if (kompass_key_fact_row_is_empty (row) || (direction < 0 && place == 0) ||
      (direction > 0 && place + 1 >= get_place (self, NULL)))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  flush (self);
  kompass_report_session_move_key_fact (self->session, kompass_key_fact_row_get_id (row), direction < 0 ? place - 1 : place + 1);
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
      delete_row (self, row);
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

/* Class functions */

static gboolean
kompass_key_facts_grab_focus (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_first_child (KOMPASS_KEY_FACTS (widget)->rows);

  if (row == NULL)
    return FALSE;
  kompass_key_fact_row_edit_name (KOMPASS_KEY_FACT_ROW (row));

  return TRUE;
}

static void
kompass_key_facts_dispose (GObject *object)
{
  KompassKeyFacts *self = KOMPASS_KEY_FACTS (object);
  GtkWidget *child;

  self->is_updating = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_pointer (&self->evaluation, g_free);

  G_OBJECT_CLASS (kompass_key_facts_parent_class)->dispose (object);
}

static void
kompass_key_facts_class_init (KompassKeyFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kompass_key_facts_dispose;
  widget_class->grab_focus = kompass_key_facts_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "keyfacts");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);

  /**
   * KompassKeyFacts::deleted:
   * @words: what has been done
   *
   * A fact has been deleted, which can be undone.
   */
  signals[DELETED] = g_signal_new ("deleted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
make_offers (KompassKeyFacts *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING / 2);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", _("Often in such a list"), "xalign", 0.0f, NULL);

  self->suggestions = g_object_new (KOMPASS_TYPE_WRAP_BOX, NULL);
  gtk_widget_add_css_class (label, "quiet");
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->suggestions));

  return box;
}

static void
kompass_key_facts_init (KompassKeyFacts *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), SPACING);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->rows, "rows");
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
  self->offers = make_offers (self);
  gtk_widget_set_parent (self->offers, GTK_WIDGET (self));
  gtk_event_controller_set_name (keys, "key-facts-keys");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * kompass_key_facts_new:
 *
 * Returns: (transfer floating): a list without a report
 */
GtkWidget *
kompass_key_facts_new (void)
{
  return g_object_new (KOMPASS_TYPE_KEY_FACTS, NULL);
}

/**
 * kompass_key_facts_set_session:
 * @self: a list
 * @session: the report whose facts it shows; set once
 */
void
kompass_key_facts_set_session (KompassKeyFacts      *self,
                               KompassReportSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "collect", G_CALLBACK (collect_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}
