/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Underlines words that no dictionary has. Only what is seen is looked up, a little at a time when nothing else is to be done;
 * whatever was looked up before is remembered, so that nothing has to be noted about paragraphs. */
#include "kompass-spelling.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How long words are looked up before the keyboard has its turn again. */
#define SLICE_MICROSECONDS 4000
#define DELAY_MILLISECONDS 200
#define MOST_SUGGESTIONS 6

struct _KompassSpelling
{
  GObject parent_instance;

  KompassTextView *view; /* holds this */
  GtkTextBuffer *buffer;
  GtkTextTag *tag;
  KompassSpeller *speller;
  GSimpleActionGroup *actions;
  GtkAdjustment *adjustment;
  GtkTextMark *menu_mark; /* where the menu was opened */
  guint source;
  int line;               /* of what is seen, the next one to look at; -1 for the first */
  guint search_source;
  int search_line;
  int search_left;        /* lines to search in */
};

enum
{
  SEARCHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassSpelling, kompass_spelling, G_TYPE_OBJECT)

/* Words of a line */

typedef struct
{
  GtkTextIter start;
  GtkTextIter end;
} Word;

typedef struct
{
  KompassSpelling *spelling;
  char *text;
  gsize from;   /* in bytes */
  int line;
  int offset;   /* of @from, in characters */
} Words;

static void
begin_words (Words           *words,
             KompassSpelling *self,
             int              line)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line (self->buffer, &start, line);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  *words = (Words) { self, gtk_text_iter_get_slice (&start, &end), 0, line, 0 };
}

/* The next word of the line that is wrong. */
static gboolean
next_wrong (Words *words,
            Word  *word)
{
  KompassSpelling *self = words->spelling;
  gsize start, end;

  while (kompass_speller_find_word (words->text, words->from, &start, &end))
    {
      g_autofree char *letters = g_strndup (words->text + start, end - start);
      int first = words->offset + (int) g_utf8_strlen (words->text + words->from, (gssize) (start - words->from));

      words->offset = first + (int) g_utf8_strlen (letters, -1);
      words->from = end;
      if (kompass_speller_check (self->speller, letters))
        continue;
      gtk_text_buffer_get_iter_at_line_offset (self->buffer, &word->start, words->line, first);
      gtk_text_buffer_get_iter_at_line_offset (self->buffer, &word->end, words->line, words->offset);
      if (kompass_text_buffer_is_prose (KOMPASS_TEXT_BUFFER (self->buffer), &word->start, &word->end))
        return TRUE;
    }

  return FALSE;
}

/* A word that is being written is not wrong yet. */
static gboolean
is_being_written (KompassSpelling *self,
                  const Word      *word)
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
      const Word *word = &g_array_index (wrong, Word, i);

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
  g_autoptr (GArray) wrong = g_array_new (FALSE, FALSE, sizeof (Word));
  GtkTextIter start, end;
  Words words;
  Word word;

  begin_words (&words, self, line);
  while (next_wrong (&words, &word))
    if (!is_being_written (self, &word))
      g_array_append_val (wrong, word);
  g_free (words.text);
  gtk_text_buffer_get_iter_at_line (self->buffer, &start, line);
  end = start;
  gtk_text_iter_forward_line (&end);
  if (is_as_it_should (self, &start, &end, wrong))
    return;
  gtk_text_buffer_remove_tag (self->buffer, self->tag, &start, &end);
  for (guint i = 0; i < wrong->len; i++)
    gtk_text_buffer_apply_tag (self->buffer, self->tag, &g_array_index (wrong, Word, i).start,
                               &g_array_index (wrong, Word, i).end);
}

/* What is seen */

static void
get_seen (KompassSpelling *self,
          int             *first,
          int             *last)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GdkRectangle seen;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (view, &seen);
  gtk_text_view_get_line_at_y (view, &iter, seen.y, NULL);
  *first = gtk_text_iter_get_line (&iter);
  gtk_text_view_get_line_at_y (view, &iter, seen.y + seen.height, NULL);
  *last = gtk_text_iter_get_line (&iter);
}

static gboolean
check_cb (gpointer user_data)
{
  KompassSpelling *self = user_data;
  gint64 deadline = g_get_monotonic_time () + SLICE_MICROSECONDS;
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
  kompass_text_buffer_replace_words (KOMPASS_TEXT_BUFFER (self->buffer), &start, &end, g_variant_get_string (parameter, NULL));
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

/**
 * kompass_spelling_new:
 * @view: a view, which is to live longer
 *
 * Returns: (transfer full): its spelling, which does nothing before it has a speller
 */
KompassSpelling *
kompass_spelling_new (KompassTextView *view)
{
  static const GActionEntry entries[] = {
    { "replace", replace_cb, "s" },
    { "add", add_cb },
    { "ignore", ignore_cb },
  };
  KompassSpelling *self = g_object_new (KOMPASS_TYPE_SPELLING, NULL);
  GtkTextIter start;

  self->view = view;
  self->buffer = g_object_ref (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)));
  self->tag = kompass_text_buffer_get_spelling_tag (KOMPASS_TEXT_BUFFER (self->buffer));
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  self->menu_mark = gtk_text_buffer_create_mark (self->buffer, NULL, &start, TRUE);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (view), "spelling", G_ACTION_GROUP (self->actions));
  g_signal_connect_object (self->buffer, "edited", G_CALLBACK (queue_check), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "moved", G_CALLBACK (queue_check), self, G_CONNECT_SWAPPED);
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
  Words words;
  Word word;
  gboolean is_found = FALSE;

  if (self->speller == NULL)
    return NULL;
  begin_words (&words, self, gtk_text_iter_get_line (iter));
  while (!is_found && next_wrong (&words, &word))
    is_found = gtk_text_iter_compare (&word.start, iter) <= 0 && gtk_text_iter_compare (iter, &word.end) <= 0;
  g_free (words.text);
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

/* The next one */

static gboolean
find_in_line (KompassSpelling *self,
              int              line,
              Word            *word)
{
  gboolean is_first = self->search_left == gtk_text_buffer_get_line_count (self->buffer) - 1;
  gboolean is_found = FALSE;
  GtkTextIter caret;
  Words words;

  gtk_text_buffer_get_selection_bounds (self->buffer, NULL, &caret);
  begin_words (&words, self, line);
  while (!is_found && next_wrong (&words, word))
    is_found = !is_first || gtk_text_iter_compare (&word->start, &caret) >= 0;
  g_free (words.text);

  return is_found;
}

static gboolean
search_cb (gpointer user_data)
{
  KompassSpelling *self = user_data;
  gint64 deadline = g_get_monotonic_time () + SLICE_MICROSECONDS;
  int n_lines = gtk_text_buffer_get_line_count (self->buffer) - 1;
  gboolean is_found = FALSE;
  Word word;

  while (!is_found && self->search_left >= 0 && g_get_monotonic_time () < deadline)
    {
      is_found = find_in_line (self, self->search_line % n_lines, &word);
      self->search_line++;
      self->search_left--;
    }
  if (!is_found && self->search_left >= 0)
    return G_SOURCE_CONTINUE;
  self->search_source = 0;
  if (is_found)
    {
      gtk_text_buffer_select_range (self->buffer, &word.end, &word.start);
      gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (self->buffer), 0.1, FALSE, 0, 0);
    }
  g_signal_emit (self, signals[SEARCHED], 0, is_found);

  return G_SOURCE_REMOVE;
}

/**
 * kompass_spelling_go_to_next:
 * @self: the spelling of a view
 *
 * Selects the next word after the caret that no dictionary has, from the beginning again after the end. Of a long text a
 * little is searched at a time; #KompassSpelling::searched says how it ended.
 */
void
kompass_spelling_go_to_next (KompassSpelling *self)
{
  GtkTextIter caret;

  if (self->speller == NULL)
    return;
  g_clear_handle_id (&self->search_source, g_source_remove);
  gtk_text_buffer_get_selection_bounds (self->buffer, NULL, &caret);
  self->search_line = gtk_text_iter_get_line (&caret);
  self->search_left = gtk_text_buffer_get_line_count (self->buffer) - 1;
  self->search_source = g_idle_add (search_cb, self);
}
