/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar over a report in which words are looked for: what is searched, which match of how many is shown, and the next. */
#include "kompass-report-search-bar.h"

#include <glib/gi18n-lib.h>

#include "config.h"

struct _KompassReportSearchBar
{
  GtkWidget parent_instance;

  GtkSearchBar *bar;
  GtkWidget *entry;
  GtkWidget *count;
  GtkWidget *previous;
  GtkWidget *next;
  char *words; /* what is looked for, as far as that has been told */
};

enum
{
  CHANGED,
  WANTED,
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassReportSearchBar, kompass_report_search_bar, GTK_TYPE_WIDGET)

static void
tell (KompassReportSearchBar *self)
{
  g_free (self->words);
  self->words = g_strdup (kompass_report_search_bar_get_words (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_changed (KompassReportSearchBar *self)
{
  return g_strcmp0 (self->words, kompass_report_search_bar_get_words (self)) != 0;
}

/* The entry tells a while after the last key. */
static void
changed_cb (KompassReportSearchBar *self)
{
  if (is_changed (self))
    tell (self);
}

/* Whoever is quicker than the entry wants the first match. */
static void
go (KompassReportSearchBar *self,
    int                     direction)
{
  if (is_changed (self))
    tell (self);
  else
    g_signal_emit (self, signals[WANTED], 0, direction);
}

static void
next_cb (KompassReportSearchBar *self)
{
  go (self, 1);
}

static void
previous_cb (KompassReportSearchBar *self)
{
  go (self, -1);
}

static void
stop_cb (KompassReportSearchBar *self)
{
  kompass_report_search_bar_close (self);
  g_signal_emit (self, signals[CLOSED], 0);
}

/* Enter alone is the next one, which the entry tells by itself. */
static gboolean
key_pressed_cb (KompassReportSearchBar *self,
                guint                   keyval,
                guint                   keycode,
                GdkModifierType         state)
{
  gboolean is_enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  if (!is_enter || (state & gtk_accelerator_get_default_mod_mask ()) != GDK_SHIFT_MASK)
    return GDK_EVENT_PROPAGATE;
  previous_cb (self);

  return GDK_EVENT_STOP;
}

static void
kompass_report_search_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (kompass_report_search_bar_parent_class)->dispose (object);
}

static void
kompass_report_search_bar_finalize (GObject *object)
{
  g_free (KOMPASS_REPORT_SEARCH_BAR (object)->words);

  G_OBJECT_CLASS (kompass_report_search_bar_parent_class)->finalize (object);
}

static void
kompass_report_search_bar_class_init (KompassReportSearchBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kompass_report_search_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = kompass_report_search_bar_finalize;

  /**
   * KompassReportSearchBar::changed:
   *
   * Something else is looked for.
   */
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * KompassReportSearchBar::wanted:
   * @direction: 1 for the next match, -1 for the one before
   *
   * Another match is to be shown.
   */
  signals[WANTED] = g_signal_new ("wanted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * KompassReportSearchBar::closed:
   *
   * Nothing is looked for any more: the keyboard is to go to what was found.
   */
  signals[CLOSED] = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "reportsearch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/kompass-report-search-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, KompassReportSearchBar, bar);
  gtk_widget_class_bind_template_child (widget_class, KompassReportSearchBar, entry);
  gtk_widget_class_bind_template_child (widget_class, KompassReportSearchBar, count);
  gtk_widget_class_bind_template_child (widget_class, KompassReportSearchBar, previous);
  gtk_widget_class_bind_template_child (widget_class, KompassReportSearchBar, next);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
kompass_report_search_bar_init (KompassReportSearchBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_name (keys, "search-keys");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  /* The bar is not told of the entry, which it would empty when it goes. */
  kompass_report_search_bar_set_found (self, 0, 0);
}

/**
 * kompass_report_search_bar_new:
 *
 * Returns: (transfer floating): a bar that is closed
 */
GtkWidget *
kompass_report_search_bar_new (void)
{
  return g_object_new (KOMPASS_TYPE_REPORT_SEARCH_BAR, NULL);
}

/**
 * kompass_report_search_bar_open:
 * @self: a bar
 * @words: (nullable): what to look for, instead of what was looked for last
 *
 * Shows it, with the keyboard.
 */
void
kompass_report_search_bar_open (KompassReportSearchBar *self,
                                const char             *words)
{
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  if (words != NULL && *words != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  tell (self);
}

/**
 * kompass_report_search_bar_close:
 * @self: a bar
 *
 * Takes it away, with the room it needs.
 */
void
kompass_report_search_bar_close (KompassReportSearchBar *self)
{
  gtk_search_bar_set_search_mode (self->bar, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

gboolean
kompass_report_search_bar_is_open (KompassReportSearchBar *self)
{
  return gtk_search_bar_get_search_mode (self->bar);
}

const char *
kompass_report_search_bar_get_words (KompassReportSearchBar *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * kompass_report_search_bar_set_found:
 * @self: a bar
 * @current: which match is shown, from 1; 0 for none
 * @n: how many there are
 */
void
kompass_report_search_bar_set_found (KompassReportSearchBar *self,
                                     guint                   current,
                                     guint                   n)
{
  gboolean is_empty = *kompass_report_search_bar_get_words (self) == '\0';
  g_autofree char *words = NULL;

  if (n > 0 && current > 0)
    /* Translators: which match of a search is shown, and how many there are: "3 of 12" */
    words = g_strdup_printf (_("%u of %u"), current, n);
  else if (n > 0)
    words = g_strdup_printf (ngettext ("%u match", "%u matches", n), n);
  else
    words = g_strdup (is_empty ? "" : _("No matches"));
  gtk_label_set_label (GTK_LABEL (self->count), words);
  if (n == 0 && !is_empty)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  gtk_widget_set_sensitive (self->previous, n > 0);
  gtk_widget_set_sensitive (self->next, n > 0);
}
