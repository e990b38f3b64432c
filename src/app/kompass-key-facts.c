/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Key facts of the municipality: names and values in the order of the report, an empty row to write the next one in, and what
 * such lists usually have. What keys do is in kompass-key-facts-keys.c. */
#include "kompass-key-facts-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-library-report.h"

#define SPACING 12

enum
{
  DELETED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassKeyFacts, kompass_key_facts, GTK_TYPE_WIDGET)

/* Rows */

KompassKeyFactRow *
kompass_key_facts_find_row (KompassKeyFacts *self,
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
guint
kompass_key_facts_get_place (KompassKeyFacts   *self,
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
  kompass_report_session_write_key_fact (self->session, fact, kompass_key_facts_get_place (self, row));
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

void
kompass_key_facts_flush (KompassKeyFacts *self)
{
  kompass_report_session_touch (self->session);
  kompass_report_session_flush (self->session, NULL);
}

/* It can be undone. */
void
kompass_key_facts_tell_deleted (KompassKeyFacts *self)
{
  g_signal_emit (self, signals[DELETED], 0, _("Key fact deleted"));
}

static void
delete_cb (KompassKeyFacts   *self,
           KompassKeyFactRow *row)
{
  kompass_key_facts_delete (self, row);
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
        kompass_key_facts_tell_deleted (KOMPASS_KEY_FACTS (self));
    }
  else if (kompass_key_fact_row_is_edited (KOMPASS_KEY_FACT_ROW (row)))
    kompass_key_facts_flush (KOMPASS_KEY_FACTS (self));

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

  kompass_key_fact_row_set_speller (KOMPASS_KEY_FACT_ROW (row), self->speller);
  g_signal_connect_object (row, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "delete", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_after (row, self->rows, after);

  return KOMPASS_KEY_FACT_ROW (row);
}

void
kompass_key_facts_ensure_last (KompassKeyFacts *self)
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

  kompass_key_facts_ensure_last (self);
  row = get_last (self);
  kompass_key_fact_row_set_name (row, gtk_button_get_label (button));
  kompass_key_fact_row_edit_value (row);
  kompass_key_facts_ensure_last (self);
  kompass_key_facts_update (self);
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

/* The keyboard stays in the list: it goes to what takes the place of a row. */
static void
remove_row (GtkWidget *row)
{
  GtkWidget *next = gtk_widget_get_next_sibling (row);
  GtkRoot *root = gtk_widget_get_root (row);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (next == NULL)
    next = gtk_widget_get_prev_sibling (row);
  if (next != NULL && focus != NULL && gtk_widget_is_ancestor (focus, row))
    kompass_key_fact_row_edit_name (KOMPASS_KEY_FACT_ROW (next));
  gtk_widget_unparent (row);
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
        remove_row (GTK_WIDGET (current));
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

void
kompass_key_facts_update (KompassKeyFacts *self)
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
      KompassKeyFactRow *row = kompass_key_facts_find_row (self, kompass_key_fact_get_id (fact));

      if (row == NULL)
        row = add_row (self, kompass_key_fact_get_id (fact), before);
      else if (gtk_widget_get_prev_sibling (GTK_WIDGET (row)) != before)
        gtk_widget_insert_after (GTK_WIDGET (row), self->rows, before);
      kompass_key_fact_row_set_fact (row, fact);
      before = GTK_WIDGET (row);
    }
  kompass_key_facts_ensure_last (self);
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    kompass_key_fact_row_set_place (KOMPASS_KEY_FACT_ROW (row), place++);
  update_suggestions (self);
  self->is_updating = FALSE;
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
  g_clear_object (&self->speller);
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

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), SPACING);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->rows, "rows");
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
  self->offers = make_offers (self);
  gtk_widget_set_parent (self->offers, GTK_WIDGET (self));
  kompass_key_facts_add_keys (self);
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
  g_signal_connect_object (session, "changed", G_CALLBACK (kompass_key_facts_update), self, G_CONNECT_SWAPPED);
}

/**
 * kompass_key_facts_set_speller:
 * @self: a list
 * @speller: (nullable): who knows the words, or %NULL to underline none
 */
void
kompass_key_facts_set_speller (KompassKeyFacts *self,
                               KompassSpeller  *speller)
{
  g_set_object (&self->speller, speller);
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    kompass_key_fact_row_set_speller (KOMPASS_KEY_FACT_ROW (row), speller);
}
