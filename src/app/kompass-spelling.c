/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Underlines words that no dictionary has. Only what is seen is looked up, a little at a time when nothing else is to be done;
 * whatever was looked up before is remembered, so that nothing has to be noted about paragraphs. */
#include "kompass-spelling-private.h"

#include <glib/gi18n-lib.h>

#include "kompass-text-buffer.h"

#define DELAY_MILLISECONDS 200
#define MOST_SUGGESTIONS 6

enum
{
  SEARCHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassSpelling, kompass_spelling, G_TYPE_OBJECT)

/* A word that is being written is not wrong yet. */
static gboolean
is_being_written (KompassSpelling           *self,
                  const KompassSpellingWord *word)
{
  GtkTextIter caret;

  if (gtk_text_iter_has_tag (&word->start, self->tag) || !gtk_widget_has_focus (GTK_WIDGET (self->view)))
    return FALSE;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &caret, gtk_text_buffer_get_insert (self->buffer));

  return gtk_text_iter_compare (&word->start, &caret) < 0 && gtk_text_iter_compare (&caret, &word->end) <= 0;
}

/* Where the tag is set or not from a place on. */
static gboolean
is_tagged_until (GtkTextTag        *tag,
                 const GtkTextIter *from,
                 const GtkTextIter *to,
                 gboolean           is_tagged)
{
  GtkTextIter toggle = *from;

  return gtk_text_iter_equal (from, to) ||
         (gtk_text_iter_has_tag (from, tag) == is_tagged &&
          (!gtk_text_iter_forward_to_tag_toggle (&toggle, tag) || gtk_text_iter_compare (&toggle, to) >= 0));
}

static gboolean
is_as_it_should (KompassSpelling   *self,
                 const GtkTextIter *start,
                 const GtkTextIter *end,
                 GArray            *wrong)
{
  GtkTextIter from = *start;

  for (guint i = 0; i < wrong->len; i++)
    {
      const KompassSpellingWord *word = &g_array_index (wrong, KompassSpellingWord, i);

      if (!is_tagged_until (self->tag, &from, &word->start, FALSE) ||
          !is_tagged_until (self->tag, &word->start, &word->end, TRUE))
        return FALSE;
      from = word->end;
    }

  return is_tagged_until (self->tag, &from, end, FALSE);
}

/* Tags change only where a word is another than before: what is tagged is laid out again. */
static void
check_line (KompassSpelling *self,
            int              line)
{
  g_autoptr (GArray) wrong = g_array_new (FALSE, FALSE, sizeof (KompassSpellingWord));
  GtkTextIter start, end;
  KompassSpellingWords words;
  KompassSpellingWord word;

  kompass_spelling_begin_words (&words, self, line);
  while (kompass_spelling_next_wrong (&words, &word))
    if (!is_being_written (self, &word))
      g_array_append_val (wrong, word);
  kompass_spelling_end_words (&words);
  gtk_text_buffer_get_iter_at_line (self->buffer, &start, line);
  end = start;
  gtk_text_iter_forward_line (&end);
  if (is_as_it_should (self, &start, &end, wrong))
    return;
  gtk_text_buffer_remove_tag (self->buffer, self->tag, &start, &end);
  for (guint i = 0; i < wrong->len; i++)
    gtk_text_buffer_apply_tag (self->buffer, self->tag, &g_array_index (wrong, KompassSpellingWord, i).start,
                               &g_array_index (wrong, KompassSpellingWord, i).end);
}

/* What is seen */

static void
get_seen (KompassSpelling *self,
          int             *first,
          int             *last)
{
  GdkRectangle seen;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (self->view, &seen);
  gtk_text_view_get_line_at_y (self->view, &iter, seen.y, NULL);
  *first = gtk_text_iter_get_line (&iter);
  gtk_text_view_get_line_at_y (self->view, &iter, seen.y + seen.height, NULL);
  *last = gtk_text_iter_get_line (&iter);
}

static gboolean
check_cb (gpointer user_data)
{
  KompassSpelling *self = user_data;
  gint64 deadline = g_get_monotonic_time () + KOMPASS_SPELLING_SLICE;
  int first, last;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    {
      self->source = 0;
      return G_SOURCE_REMOVE;
    }
  get_seen (self, &first, &last);
  self->line = CLAMP (self->line, first, last);
  do
    check_line (self, self->line++);
  while (self->line <= last && g_get_monotonic_time () < deadline);
  if (self->line <= last)
    return G_SOURCE_CONTINUE;
  self->source = 0;

  return G_SOURCE_REMOVE;
}

static gboolean
begin_cb (gpointer user_data)
{
  KompassSpelling *self = user_data;

  self->line = -1;
  self->source = g_idle_add_full (G_PRIORITY_LOW, check_cb, self, NULL);

  return G_SOURCE_REMOVE;
}

/* From the first line on, once nothing has happened for a moment. */
static void
queue_check (KompassSpelling *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->speller != NULL)
    self->source = g_timeout_add (DELAY_MILLISECONDS, begin_cb, self);
}

static void
adjustment_changed_cb (KompassSpelling *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustment, queue_check, self);
  g_set_object (&self->adjustment, adjustment);
  if (adjustment == NULL)
    return;
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (queue_check), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (queue_check), self, G_CONNECT_SWAPPED);
}

/* The menu */

static void
replace_words (GtkTextBuffer *buffer,
               GtkTextIter   *start,
               GtkTextIter   *end,
               const char    *words)
{
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, start, end);
  gtk_text_buffer_insert (buffer, start, words, -1);
  gtk_text_buffer_end_user_action (buffer);
}

static void
replace_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  KompassSpelling *self = user_data;
  GtkTextIter at, start, end;
  g_autofree char *word = NULL;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &at, self->menu_mark);
  word = kompass_spelling_get_word_at (self, &at, &start, &end);
  if (word == NULL)
    return;
  if (KOMPASS_IS_TEXT_BUFFER (self->buffer))
    kompass_text_buffer_replace_words (KOMPASS_TEXT_BUFFER (self->buffer), &start, &end,
                                       g_variant_get_string (parameter, NULL));
  else
    replace_words (self->buffer, &start, &end, g_variant_get_string (parameter, NULL));
}

static void
accept (KompassSpelling *self,
        void           (*how) (KompassSpeller *, const char *))
{
  GtkTextIter at, start, end;
  g_autofree char *word = NULL;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &at, self->menu_mark);
  word = kompass_spelling_get_word_at (self, &at, &start, &end);
  if (word != NULL)
    how (self->speller, word);
}

static void
add_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  accept (user_data, kompass_speller_add);
}

static void
ignore_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  accept (user_data, kompass_speller_ignore);
}

static void
append_suggestions (KompassSpelling *self,
                    GMenu           *menu,
                    const char      *word)
{
  g_auto (GStrv) suggestions = kompass_speller_suggest (self->speller, word, MOST_SUGGESTIONS);

  for (guint i = 0; suggestions[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = NULL;
      g_auto (GStrv) parts = g_strsplit (suggestions[i], "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);

      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "spelling.replace", "s", suggestions[i]);
      g_menu_append_item (menu, item);
    }
  if (suggestions[0] == NULL)
    g_menu_append (menu, _("No Suggestions"), "spelling.none");
}

/* Class */

static void
kompass_spelling_dispose (GObject *object)
{
  KompassSpelling *self = KOMPASS_SPELLING (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_handle_id (&self->search_source, g_source_remove);
  g_clear_object (&self->adjustment);
  g_clear_object (&self->actions);
  g_clear_object (&self->speller);
  g_clear_object (&self->buffer);

  G_OBJECT_CLASS (kompass_spelling_parent_class)->dispose (object);
}

static void
kompass_spelling_class_init (KompassSpellingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kompass_spelling_dispose;

  /**
   * KompassSpelling::searched:
   * @self: the spelling of a view
   * @is_found: whether there is a word that no dictionary has; it is selected then
   *
   * The search for the next one has ended.
   */
  signals[SEARCHED] = g_signal_new ("searched", KOMPASS_TYPE_SPELLING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                    G_TYPE_BOOLEAN);
}

static void
kompass_spelling_init (KompassSpelling *self)
{
}

/* A text of the report knows what it is about; a line is nothing but words. */
static void
follow_buffer (KompassSpelling *self)
{
  gboolean is_text = KOMPASS_IS_TEXT_BUFFER (self->buffer);

  self->tag = is_text ? kompass_text_buffer_get_spelling_tag (KOMPASS_TEXT_BUFFER (self->buffer))
                      : gtk_text_buffer_create_tag (self->buffer, NULL, "underline", PANGO_UNDERLINE_ERROR, NULL);
  g_signal_connect_object (self->buffer, is_text ? "edited" : "changed", G_CALLBACK (queue_check), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, is_text ? "moved" : "notify::cursor-position", G_CALLBACK (queue_check), self,
                           G_CONNECT_SWAPPED);
}

/**
 * kompass_spelling_new:
 * @view: a view, which is to live longer
 *
 * Returns: (transfer full): its spelling, which does nothing before it has a speller
 */
KompassSpelling *
kompass_spelling_new (GtkTextView *view)
{
  static const GActionEntry entries[] = {
    { "replace", replace_cb, "s" },
    { "add", add_cb },
    { "ignore", ignore_cb },
  };
  KompassSpelling *self = g_object_new (KOMPASS_TYPE_SPELLING, NULL);
  GtkTextIter start;

  self->view = view;
  self->buffer = g_object_ref (gtk_text_view_get_buffer (view));
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  self->menu_mark = gtk_text_buffer_create_mark (self->buffer, NULL, &start, TRUE);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (view), "spelling", G_ACTION_GROUP (self->actions));
  follow_buffer (self);
  g_signal_connect_object (view, "map", G_CALLBACK (queue_check), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::has-focus", G_CALLBACK (queue_check), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::vadjustment", G_CALLBACK (adjustment_changed_cb), self, G_CONNECT_SWAPPED);
  adjustment_changed_cb (self);

  return self;
}

/**
 * kompass_spelling_set_speller:
 * @self: the spelling of a view
 * @speller: (nullable): who knows the words, or %NULL to underline none
 */
void
kompass_spelling_set_speller (KompassSpelling *self,
                              KompassSpeller  *speller)
{
  GtkTextIter start, end;

  if (self->speller != NULL)
    g_signal_handlers_disconnect_by_func (self->speller, queue_check, self);
  g_set_object (&self->speller, speller);
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->tag, &start, &end);
  if (speller != NULL)
    g_signal_connect_object (speller, "changed", G_CALLBACK (queue_check), self, G_CONNECT_SWAPPED);
  queue_check (self);
}

/**
 * kompass_spelling_get_word_at:
 * @self: the spelling of a view
 * @iter: a place
 * @start: (out): where the word begins
 * @end: (out): where it ends
 *
 * Returns: (transfer full) (nullable): the word there, or right before it, that no dictionary has
 */
char *
kompass_spelling_get_word_at (KompassSpelling   *self,
                              const GtkTextIter *iter,
                              GtkTextIter       *start,
                              GtkTextIter       *end)
{
  KompassSpellingWords words;
  KompassSpellingWord word;
  gboolean is_found = FALSE;

  if (self->speller == NULL)
    return NULL;
  kompass_spelling_begin_words (&words, self, gtk_text_iter_get_line (iter));
  while (!is_found && kompass_spelling_next_wrong (&words, &word))
    is_found = gtk_text_iter_compare (&word.start, iter) <= 0 && gtk_text_iter_compare (iter, &word.end) <= 0;
  kompass_spelling_end_words (&words);
  *start = word.start;
  *end = word.end;

  return is_found ? gtk_text_iter_get_text (start, end) : NULL;
}

/**
 * kompass_spelling_create_menu:
 * @self: the spelling of a view
 * @iter: where a menu is opened
 *
 * Returns: (transfer full) (nullable): what can be done about the word there, for the view's menu
 */
GMenuModel *
kompass_spelling_create_menu (KompassSpelling   *self,
                              const GtkTextIter *iter)
{
  g_autoptr (GMenu) menu = NULL;
  g_autoptr (GMenu) words = NULL;
  g_autoptr (GMenu) dictionary = NULL;
  g_autofree char *word = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_move_mark (self->buffer, self->menu_mark, iter);
  word = kompass_spelling_get_word_at (self, iter, &start, &end);
  if (word == NULL)
    return NULL;
  menu = g_menu_new ();
  words = g_menu_new ();
  dictionary = g_menu_new ();
  append_suggestions (self, words, word);
  g_menu_append (dictionary, _("_Add to Dictionary"), "spelling.add");
  g_menu_append (dictionary, _("_Ignore"), "spelling.ignore");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (words));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (dictionary));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/**
 * kompass_spelling_emit_searched:
 * @self: the spelling of a view
 * @is_found: whether there is a word that no dictionary has
 *
 * Says how the search for the next one has ended.
 */
void
kompass_spelling_emit_searched (KompassSpelling *self,
                                gboolean         is_found)
{
  g_signal_emit (self, signals[SEARCHED], 0, is_found);
}
