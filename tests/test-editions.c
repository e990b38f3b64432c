/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Editions and mappings as the user writes them: keys into the tables, tables from the clipboard, and what the library has
 * afterwards. All areas and questions that are written here are made up. */
#include "kompass-edition-editor.h"
#include "kompass-editions-window.h"
#include "kompass-mapping-editor.h"
#include "kompass-test-text.h"
#include "kompass-test-window.h"

typedef KompassTestWindow Fixture;

/* Windows */

static GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }

  return NULL;
}

static GtkWidget *
open_editions (Fixture *fixture)
{
  GtkWindow *window;

  kompass_test_activate (fixture, "win.editions", NULL);
  window = find_window (KOMPASS_TYPE_EDITIONS_WINDOW);
  g_assert_nonnull (window);
  kompass_test_wait_for_frame (GTK_WIDGET (window));

  return GTK_WIDGET (window);
}

static void
activate (GtkWidget  *widget,
          const char *action,
          const char *target)
{
  if (target != NULL)
    g_assert_true (gtk_widget_activate_action (widget, action, "s", target));
  else
    g_assert_true (gtk_widget_activate_action (widget, action, NULL));
}

static KompassEdition *
find_edition (Fixture    *fixture,
              const char *name)
{
  g_autoptr (GPtrArray) editions = kompass_library_list_editions (kompass_window_get_library (fixture->window), NULL);

  for (guint i = 0; i < editions->len; i++)
    {
      g_autofree char *own = kompass_edition_get_display_name (g_ptr_array_index (editions, i));

      if (g_strcmp0 (own, name) == 0)
        return g_ptr_array_index (editions, i); /* the library has it */
    }

  return NULL;
}

static guint
count_rows (GtkWidget *widget)
{
  guint n = ADW_IS_ACTION_ROW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);

  return n;
}

static KompassEditionEditor *
open_editor (Fixture    *fixture,
             GtkWidget  *editions,
             const char *action,
             const char *name)
{
  GtkWindow *editor;

  activate (editions, action, name != NULL ? kompass_edition_get_id (find_edition (fixture, name)) : NULL);
  editor = find_window (KOMPASS_TYPE_EDITION_EDITOR);
  g_assert_nonnull (editor);
  kompass_test_wait_for_frame (GTK_WIDGET (editor));

  return KOMPASS_EDITION_EDITOR (editor);
}

static gboolean
is_gone (gpointer type)
{
  return find_window (GPOINTER_TO_SIZE (type)) == NULL;
}

static void
save (gpointer    editor,
      const char *action)
{
  GType type = G_OBJECT_TYPE (editor);

  activate (GTK_WIDGET (editor), action, NULL);
  kompass_test_wait_for (is_gone, GSIZE_TO_POINTER (type));
}

static void
respond (const char *response)
{
  GtkWindow *dialog = find_window (ADW_TYPE_MESSAGE_DIALOG);

  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_close (dialog);
  kompass_test_wait_for (is_gone, GSIZE_TO_POINTER (ADW_TYPE_MESSAGE_DIALOG));
}

/* Typing */

static GtkWidget *
get_focus (gpointer window)
{
  return gtk_window_get_focus (GTK_WINDOW (window));
}

static void
press (KompassEditionEditor *editor,
       guint                 keyval,
       GdkModifierType       modifiers)
{
  kompass_test_press_on (GTK_WIDGET (kompass_edition_editor_get_table (editor)), "table-keys", keyval, modifiers);
}

/* In place of what is selected, where the keyboard is. */
static void
type (KompassEditionEditor *editor,
      const char           *text)
{
  GtkWidget *focus = get_focus (editor);
  int position;

  if (GTK_IS_TEXT_VIEW (focus))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));

      gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
      gtk_text_buffer_insert_at_cursor (buffer, text, -1);
      return;
    }
  g_assert_true (GTK_IS_EDITABLE (focus));
  gtk_editable_delete_selection (GTK_EDITABLE (focus));
  position = gtk_editable_get_position (GTK_EDITABLE (focus));
  gtk_editable_insert_text (GTK_EDITABLE (focus), text, -1, &position);
}

/* The row with the keyboard as "number|text|maximum", with a star at the cell that has it. */
static char *
describe_place (KompassEditionEditor *editor)
{
  KompassEditionTable *table = kompass_edition_editor_get_table (editor);
  guint id = kompass_edition_table_get_current (table);
  const KompassDraftRow *row = kompass_edition_draft_find (kompass_edition_editor_get_draft (editor), id, NULL);
  KompassDraftField field;

  if (row == NULL || !kompass_edition_row_get_focus (kompass_edition_table_get_row (table, id), &field))
    return g_strdup ("nowhere");

  return g_strdup_printf ("%s%s|%s%s|%s%s", row->number, field == KOMPASS_DRAFT_NUMBER ? "*" : "", row->text,
                          field == KOMPASS_DRAFT_TEXT ? "*" : "", row->maximum,
                          field == KOMPASS_DRAFT_MAXIMUM ? "*" : "");
}

#define assert_place(editor, expected) kompass_test_assert_text (describe_place (editor), expected)

static const char *
get_label (gpointer    window,
           const char *id)
{
  return gtk_label_get_label (GTK_LABEL (kompass_test_get_part (window, id)));
}

static const char *
get_problem (KompassEditionEditor *editor,
             const char           *number)
{
  KompassEditionDraft *draft = kompass_edition_editor_get_draft (editor);

  for (guint i = 0; i < kompass_edition_draft_get_n_rows (draft); i++)
    {
      const KompassDraftRow *line = kompass_edition_draft_get_row (draft, i);
      GtkWidget *label;

      if (g_strcmp0 (line->number, number) != 0)
        continue;
      label = gtk_widget_get_last_child (
          GTK_WIDGET (kompass_edition_table_get_row (kompass_edition_editor_get_table (editor), line->id)));
      return gtk_widget_get_visible (label) ? gtk_label_get_label (GTK_LABEL (label)) : NULL;
    }
  g_assert_not_reached ();
}

/* A button of a window by what it does. */
static GtkWidget *
find_button (GtkWidget  *widget,
             const char *action)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, action);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
can_save (gpointer editor)
{
  return gtk_widget_is_sensitive (find_button (editor, "editor.save"));
}

/* The windows */

static void
test_window (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *editions = open_editions (fixture);

  g_assert_cmpuint (count_rows (kompass_test_get_part (editions, "editions")), ==, 4);
  g_assert_cmpuint (count_rows (kompass_test_get_part (editions, "mappings")), ==, 1);
  gtk_window_close (GTK_WINDOW (editions));
  kompass_test_wait_for (is_gone, GSIZE_TO_POINTER (KOMPASS_TYPE_EDITIONS_WINDOW));
}

/* The real use: the questions of an edition of which only the areas are known. It becomes a revision, evaluations keep
 * theirs, and a mapping joins the two. */
static void
test_add_questions (Fixture       *fixture,
                    gconstpointer  data)
{
  KompassLibrary *library = kompass_window_get_library (fixture->window);
  GtkWidget *editions = open_editions (fixture);
  KompassEditionEditor *editor = open_editor (fixture, editions, "editions.open", "2016");
  KompassEdition *base = find_edition (fixture, "2016");
  KompassEdition *revision;
  g_autoptr (KompassMapping) mapping = NULL;
  g_autofree char *hash = kompass_edition_get_hash (base);
  g_autofree char *hash_after = NULL;
  guint covered, of;

  g_assert_nonnull (strstr (get_label (editor, "consequence"), "becomes a new revision"));
  g_assert_cmpstr (get_label (editor, "summary"), ==, "Nothing has been changed");
  g_assert_false (can_save (editor));
  assert_place (editor, "1|Offentlighet och demokrati*|100");
  press (editor, GDK_KEY_Return, 0);
  assert_place (editor, "1.1|*|");
  g_assert_cmpstr (get_problem (editor, "1.1"), ==, "The question has no text · The question has no maximum");
  type (editor, "Is this one made up?");
  press (editor, GDK_KEY_Tab, 0);
  assert_place (editor, "1.1|Is this one made up?|*");
  type (editor, "60");
  g_assert_null (get_problem (editor, "1.1"));
  g_assert_cmpstr (get_problem (editor, "1"), ==, "Area 1: the questions sum to 60 of 100 points");
  press (editor, GDK_KEY_Return, 0);
  assert_place (editor, "1.2|*|");
  type (editor, "And this one?");
  press (editor, GDK_KEY_Tab, 0);
  type (editor, "45");
  g_assert_cmpstr (get_problem (editor, "1"), ==, "Area 1: the questions sum to 105 of 100 points");
  g_assert_cmpstr (get_label (editor, "summary"), ==, "1 thing is left to put right");
  g_assert_false (can_save (editor));
  activate (GTK_WIDGET (editor), "editor.undo", NULL);
  assert_place (editor, "1.2|And this one?|*");
  type (editor, "40");
  g_assert_null (get_problem (editor, "1"));
  g_assert_true (can_save (editor));

  /* Enter in a row that has stayed blank goes on to the next area. */
  press (editor, GDK_KEY_Return, 0);
  assert_place (editor, "1.3|*|");
  press (editor, GDK_KEY_Return, 0);
  assert_place (editor, "2|Brukarfokus, tillgänglighet och bemötande*|100");
  g_assert_cmpstr (get_label (editor, "summary"), ==, "Everything fits: it can be saved");

  save (editor, "editor.save");
  respond ("close");
  revision = find_edition (fixture, "2016, rev. 2");
  g_assert_nonnull (revision);
  g_assert_cmpuint (kompass_edition_get_n_questions (revision), ==, 2);
  g_assert_cmpstr (kompass_edition_get_replaces (revision), ==, kompass_edition_get_id (base));
  base = find_edition (fixture, "2016");
  hash_after = kompass_edition_get_hash (base);
  g_assert_cmpstr (hash_after, ==, hash);
  mapping = kompass_library_find_mapping (library, base, revision, NULL);
  g_assert_nonnull (mapping);
  kompass_mapping_get_coverage (mapping, base, KOMPASS_LINE_AREA, &covered, &of);
  g_assert_cmpuint (covered, ==, 8);
  g_assert_cmpuint (of, ==, 8);
  g_assert_cmpuint (count_rows (kompass_test_get_part (editions, "editions")), ==, 5);

  /* One step takes both back. */
  activate (editions, "editions.undo", NULL);
  g_assert_null (find_edition (fixture, "2016, rev. 2"));
  g_assert_cmpuint (count_rows (kompass_test_get_part (editions, "editions")), ==, 4);
  g_assert_cmpuint (count_rows (kompass_test_get_part (editions, "mappings")), ==, 1);
}

/* An edition of one's own, from nothing, by the keyboard alone; it is deleted, and comes back. */
static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *editions = open_editions (fixture);
  KompassEditionEditor *editor = open_editor (fixture, editions, "editions.new", NULL);
  KompassEdition *edition;

  g_assert_false (gtk_widget_get_visible (kompass_test_get_part (editor, "consequence")));
  g_assert_false (can_save (editor));
  gtk_editable_set_text (GTK_EDITABLE (kompass_test_get_part (editor, "name")), "Fruit");
  gtk_editable_set_text (GTK_EDITABLE (kompass_test_get_part (editor, "first_year")), "soon");
  g_assert_nonnull (strstr (get_label (editor, "about_problem"), "Write a year from 1900 to 2999"));
  g_assert_true (gtk_widget_has_css_class (kompass_test_get_part (editor, "first_year"), "error"));
  gtk_editable_set_text (GTK_EDITABLE (kompass_test_get_part (editor, "first_year")), "2030");
  gtk_editable_set_text (GTK_EDITABLE (kompass_test_get_part (editor, "provenance")), "Made up");
  g_assert_cmpstr (get_label (editor, "summary"), ==, "1 thing is left to put right");
  activate (GTK_WIDGET (editor), "editor.next", NULL);
  assert_place (editor, "1|*|");
  type (editor, "Apples");
  press (editor, GDK_KEY_Tab, 0);
  type (editor, "100");
  press (editor, GDK_KEY_Return, GDK_CONTROL_MASK);
  assert_place (editor, "2|*|");
  type (editor, "Pears");
  press (editor, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK);
  assert_place (editor, "2*|Pears|");
  press (editor, GDK_KEY_Up, GDK_ALT_MASK);
  assert_place (editor, "1*|Pears|");
  g_assert_true (can_save (editor));
  save (editor, "editor.save");

  edition = find_edition (fixture, "Fruit");
  g_assert_nonnull (edition);
  g_assert_cmpstr (kompass_edition_get_area (edition, 0)->title, ==, "Pears");
  g_assert_cmpint (kompass_edition_get_area (edition, 0)->maximum, ==, KOMPASS_POINTS_UNKNOWN);
  g_assert_cmpint (kompass_edition_get_area (edition, 1)->maximum, ==, 10000);
  gtk_widget_grab_focus (kompass_test_find_widget (editions, ADW_TYPE_ACTION_ROW));
  activate (editions, "editions.delete", kompass_edition_get_id (edition));
  kompass_test_wait_for_frame (editions);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (editions)) == kompass_test_find_widget (editions, ADW_TYPE_ACTION_ROW));
  g_assert_null (find_edition (fixture, "Fruit"));
  activate (editions, "editions.undo", NULL);
  g_assert_nonnull (find_edition (fixture, "Fruit"));

  /* Nothing stands on it: it is changed as it is. */
  editor = open_editor (fixture, editions, "editions.open", "Fruit");
  g_assert_false (gtk_widget_get_visible (kompass_test_get_part (editor, "consequence")));
  type (editor, "Quinces");
  save (editor, "editor.save");
  g_assert_cmpstr (kompass_edition_get_area (find_edition (fixture, "Fruit"), 0)->title, ==, "Quinces");
  g_assert_cmpuint (count_rows (kompass_test_get_part (editions, "editions")), ==, 5);
}

static void
test_new_from (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *editions = open_editions (fixture);
  KompassEditionEditor *editor = open_editor (fixture, editions, "editions.new-from", "2010");
  KompassEditionDraft *draft = kompass_edition_editor_get_draft (editor);
  g_autoptr (KompassMapping) mapping = NULL;
  guint covered, of;

  g_assert_nonnull (strstr (get_label (editor, "consequence"), "begins as a copy of edition 2010"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (kompass_test_get_part (editor, "name"))), ==, "");
  gtk_editable_set_text (GTK_EDITABLE (kompass_test_get_part (editor, "name")), "Test");
  gtk_editable_set_text (GTK_EDITABLE (kompass_test_get_part (editor, "first_year")), "2030");
  gtk_editable_set_text (GTK_EDITABLE (kompass_test_get_part (editor, "provenance")), "Made up");
  kompass_edition_draft_set_field (draft, kompass_edition_draft_get_row (draft, 1)->id, KOMPASS_DRAFT_TEXT, "Made up?");
  save (editor, "editor.save");
  mapping = kompass_library_find_mapping (kompass_window_get_library (fixture->window), find_edition (fixture, "2010"),
                                          find_edition (fixture, "Test"), NULL);
  g_assert_nonnull (mapping);
  kompass_mapping_get_coverage (mapping, kompass_mapping_get_from (mapping), KOMPASS_LINE_QUESTION, &covered, &of);
  g_assert_cmpuint (covered, ==, 44);
  g_assert_cmpuint (of, ==, 45);
}

/* Keys in the table */
static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *editions = open_editions (fixture);
  KompassEditionEditor *editor = open_editor (fixture, editions, "editions.open", "2020");

  press (editor, GDK_KEY_Down, 0);
  assert_place (editor, "2|Samhällsutveckling*|100");
  press (editor, GDK_KEY_Up, 0);
  press (editor, GDK_KEY_Up, 0);
  assert_place (editor, "1|Samspel mellan förtroendevalda och medborgare*|100");
  press (editor, GDK_KEY_Tab, 0);
  press (editor, GDK_KEY_Tab, 0);
  assert_place (editor, "2*|Samhällsutveckling|100");
  press (editor, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK);
  assert_place (editor, "1|Samspel mellan förtroendevalda och medborgare|100*");
  press (editor, GDK_KEY_Return, 0);
  assert_place (editor, "1.1|*|");
  press (editor, GDK_KEY_BackSpace, 0);
  assert_place (editor, "1|Samspel mellan förtroendevalda och medborgare|100*");
  press (editor, GDK_KEY_Down, GDK_ALT_MASK);
  assert_place (editor, "2|Samspel mellan förtroendevalda och medborgare|100*");
  press (editor, GDK_KEY_Return, GDK_SHIFT_MASK);
  assert_place (editor, "1|Samhällsutveckling|100*");
  press (editor, GDK_KEY_Delete, GDK_ALT_MASK);
  assert_place (editor, "1|Samspel mellan förtroendevalda och medborgare|100*");
  activate (GTK_WIDGET (editor), "editor.undo", NULL);
  activate (GTK_WIDGET (editor), "editor.undo", NULL);
  activate (GTK_WIDGET (editor), "editor.redo", NULL);
  activate (GTK_WIDGET (editor), "editor.add-question", NULL);
  activate (GTK_WIDGET (editor), "editor.add-area", NULL);
  activate (GTK_WIDGET (editor), "editor.move-up", NULL);
  activate (GTK_WIDGET (editor), "editor.move-down", NULL);
  activate (GTK_WIDGET (editor), "editor.renumber", NULL);
  activate (GTK_WIDGET (editor), "editor.remove", NULL);

  /* What is written is not lost without a word. */
  gtk_window_close (GTK_WINDOW (editor));
  respond ("cancel");
  g_assert_nonnull (find_window (KOMPASS_TYPE_EDITION_EDITOR));
  gtk_window_close (GTK_WINDOW (editor));
  respond ("discard");
  kompass_test_wait_for (is_gone, GSIZE_TO_POINTER (KOMPASS_TYPE_EDITION_EDITOR));
  g_assert_cmpuint (count_rows (kompass_test_get_part (editions, "editions")), ==, 4);
}

/* The clipboard */

static gboolean
has_four_rows_more (gpointer draft)
{
  return kompass_edition_draft_get_n_rows (draft) == 12;
}

static gboolean
has_message (gpointer data)
{
  return find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static gboolean
has_pasted_title (gpointer draft)
{
  return g_strcmp0 (kompass_edition_draft_get_row (draft, 0)->text, "One word") == 0;
}

static void
test_paste (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *editions = open_editions (fixture);
  KompassEditionEditor *editor = open_editor (fixture, editions, "editions.open", "2020");
  KompassEditionDraft *draft = kompass_edition_editor_get_draft (editor);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (editor));

  gdk_clipboard_set_text (clipboard, "Nr\tText\tMax\n1.1\tMade up?\t60\n1.2\tThis too?\t40\n3.1\tAnd this?\t99,5\n"
                                     "3.2\tThe last one?\t0,5\n");
  press (editor, GDK_KEY_v, GDK_CONTROL_MASK);
  kompass_test_wait_for (has_four_rows_more, draft);
  g_assert_cmpstr (get_label (editor, "summary"), ==, "Everything fits: it can be saved");
  activate (GTK_WIDGET (editor), "editor.undo", NULL);
  g_assert_cmpuint (kompass_edition_draft_get_n_rows (draft), ==, 8);

  gdk_clipboard_set_text (clipboard, "9.1\tMade up?\t60\n");
  press (editor, GDK_KEY_v, GDK_CONTROL_MASK);
  kompass_test_wait_for (has_message, NULL);
  respond ("close");
  g_assert_false (kompass_draft_is_changed (KOMPASS_DRAFT (draft)));

  /* Words alone go where the caret is. */
  kompass_edition_table_focus (kompass_edition_editor_get_table (editor), kompass_edition_draft_get_row (draft, 0)->id,
                               KOMPASS_DRAFT_TEXT);
  gdk_clipboard_set_text (clipboard, "One word\n");
  press (editor, GDK_KEY_v, GDK_CONTROL_MASK);
  kompass_test_wait_for (has_pasted_title, draft);
  g_assert_nonnull (kompass_edition_draft_get_row (draft, 0)->origin);
}

/* Mappings */

static KompassMappingEditor *
open_mapping (Fixture    *fixture,
              GtkWidget  *editions,
              const char *from,
              const char *to)
{
  g_autoptr (KompassMapping) mapping = kompass_library_find_mapping (kompass_window_get_library (fixture->window),
                                                                     find_edition (fixture, from),
                                                                     find_edition (fixture, to), NULL);
  GtkWindow *editor;

  g_assert_nonnull (mapping);
  activate (editions, "editions.open-mapping", kompass_mapping_get_id (mapping));
  editor = find_window (KOMPASS_TYPE_MAPPING_EDITOR);
  g_assert_nonnull (editor);
  kompass_test_wait_for_frame (GTK_WIDGET (editor));

  return KOMPASS_MAPPING_EDITOR (editor);
}

static void
test_new_mapping (Fixture       *fixture,
                  gconstpointer  data)
{
  KompassLibrary *library = kompass_window_get_library (fixture->window);
  GtkWidget *editions = open_editions (fixture);
  KompassMappingEditor *editor;
  KompassMappingDraft *draft;
  g_autoptr (KompassMapping) mapping = NULL;
  guint n_mappings = count_rows (kompass_test_get_part (editions, "mappings"));
  guint index;

  activate (editions, "editions.new-mapping", NULL);
  respond ("create");
  editor = KOMPASS_MAPPING_EDITOR (find_window (KOMPASS_TYPE_MAPPING_EDITOR));
  g_assert_nonnull (editor);
  kompass_test_wait_for_frame (GTK_WIDGET (editor));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (editor)), ==, "2016 → 2020");
  g_assert_cmpstr (get_label (editor, "about_problem"), ==, "Nothing is said yet");
  g_assert_false (can_save (editor));

  draft = kompass_mapping_editor_get_draft (editor);
  g_assert_true (kompass_mapping_draft_find (draft, KOMPASS_MAPPING_FROM, KOMPASS_LINE_AREA, "3", &index));
  activate (GTK_WIDGET (editor), "editor.next", NULL);
  kompass_mapping_draft_set_relation (draft, index, KOMPASS_RELATION_SAME);
  g_assert_cmpstr (get_label (editor, "summary"), ==, "1 thing is left to put right");
  g_assert_false (can_save (editor));
  activate (GTK_WIDGET (editor), "editor.next", NULL);
  g_assert_true (gtk_widget_is_ancestor (get_focus (editor), GTK_WIDGET (kompass_mapping_editor_get_row (editor, index))));
  kompass_mapping_draft_set_counterpart (draft, index, "3", TRUE);
  g_assert_true (can_save (editor));
  g_assert_cmpstr (get_label (editor, "summary"), ==, "Nothing is said of 14 lines yet: they are not compared");
  gtk_editable_set_text (GTK_EDITABLE (kompass_test_get_part (editor, "band_low")), "10");
  g_assert_false (can_save (editor));
  gtk_editable_set_text (GTK_EDITABLE (kompass_test_get_part (editor, "band_high")), "20");
  gtk_editable_set_text (GTK_EDITABLE (kompass_test_get_part (editor, "source")), "Made up");
  g_assert_true (can_save (editor));
  activate (GTK_WIDGET (editor), "editor.propose", NULL);
  g_assert_true (gtk_widget_is_sensitive (find_button (GTK_WIDGET (editor), "editor.undo")));
  g_assert_false (gtk_widget_is_sensitive (find_button (GTK_WIDGET (editor), "editor.redo")));
  activate (GTK_WIDGET (editor), "editor.undo", NULL);
  g_assert_true (gtk_widget_is_sensitive (find_button (GTK_WIDGET (editor), "editor.redo")));
  activate (GTK_WIDGET (editor), "editor.redo", NULL);
  save (editor, "editor.save");

  g_assert_cmpuint (count_rows (kompass_test_get_part (editions, "mappings")), ==, n_mappings + 1);
  mapping = kompass_library_find_mapping (library, find_edition (fixture, "2016"), find_edition (fixture, "2020"), NULL);
  g_assert_cmpuint (kompass_mapping_get_n_items (mapping), ==, 1);
  g_assert_true (kompass_mapping_get_total_band (mapping, NULL, NULL));
  g_assert_cmpstr (kompass_mapping_get_source (mapping), ==, "Made up");

  /* Saving is one step; so is deleting. */
  activate (editions, "editions.delete-mapping", kompass_mapping_get_id (mapping));
  g_assert_cmpuint (count_rows (kompass_test_get_part (editions, "mappings")), ==, n_mappings);
  activate (editions, "editions.undo", NULL);
  g_assert_cmpuint (count_rows (kompass_test_get_part (editions, "mappings")), ==, n_mappings + 1);
  activate (editions, "editions.undo", NULL);
  g_assert_cmpuint (count_rows (kompass_test_get_part (editions, "mappings")), ==, n_mappings);
}

/* The popover in which a relation and its counterparts are chosen. */
static void
test_chooser (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *editions = open_editions (fixture);
  KompassMappingEditor *editor = open_mapping (fixture, editions, "2002", "2010");
  KompassMappingDraft *draft = kompass_mapping_editor_get_draft (editor);
  GtkWidget *button = kompass_test_find_widget (GTK_WIDGET (kompass_mapping_editor_get_row (editor, 0)),
                                                GTK_TYPE_MENU_BUTTON);
  GtkPopover *popover;
  GtkWidget *list, *search, *relation;

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (kompass_test_get_part (editor, "band_low"))), ==, "80");
  g_assert_false (can_save (editor));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));
  g_assert_nonnull (popover);
  kompass_test_wait_for_frame (GTK_WIDGET (editor));
  list = kompass_test_get_part (popover, "list");
  search = kompass_test_get_part (popover, "search");
  relation = kompass_test_get_part (popover, "relation");
  gtk_editable_set_text (GTK_EDITABLE (search), "LEDARSKAP");
  g_signal_emit_by_name (search, "search-changed");
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpstr (kompass_mapping_draft_get_line (draft, 0)->counterparts[0], ==, "4");

  /* The maximum of an area of 2002 is not known: nothing is carried over, and it is said why. */
  g_assert_cmpint (kompass_mapping_draft_get_line (draft, 0)->relation, ==, KOMPASS_RELATION_MAXIMUM_CHANGED);
  g_assert_false (can_save (editor));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (relation), 6);
  g_assert_cmpint (kompass_mapping_draft_get_line (draft, 0)->relation, ==, KOMPASS_RELATION_GONE);
  g_assert_true (can_save (editor));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (relation), 4);
  g_assert_cmpint (kompass_mapping_draft_get_line (draft, 0)->relation, ==, KOMPASS_RELATION_SPLIT);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2));
  g_assert_cmpuint (g_strv_length (kompass_mapping_draft_get_line (draft, 0)->counterparts), ==, 2);
  gtk_editable_set_text (GTK_EDITABLE (kompass_test_get_part (popover, "note")), "a note");
  g_assert_cmpstr (kompass_mapping_draft_get_line (draft, 0)->note, ==, "a note");
  gtk_popover_popdown (popover);
  gtk_window_close (GTK_WINDOW (editor));
  respond ("discard");
  kompass_test_wait_for (is_gone, GSIZE_TO_POINTER (KOMPASS_TYPE_MAPPING_EDITOR));
}

static void
assert_fits (gpointer window,
             int      width)
{
  int minimum;

  gtk_window_set_default_size (GTK_WINDOW (window), width, 480);
  kompass_test_wait_for_frame (window);
  kompass_test_wait_for_frame (window);
  gtk_widget_measure (kompass_test_get_part (window, "toasts"), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, width);
}

/* Every width that a user may have, also with letters twice as large. */
static void
test_sizes (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *editions = open_editions (fixture);
  KompassEditionEditor *editor = open_editor (fixture, editions, "editions.open", "2010");
  KompassMappingEditor *mapping;
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi;

  assert_fits (editions, 360);
  assert_fits (editor, 360);
  assert_fits (editor, 640);
  assert_fits (editor, 1280);
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  assert_fits (editor, 640);
  assert_fits (editor, 1280);
  assert_fits (editions, 640);
  gtk_window_close (GTK_WINDOW (editor));
  mapping = open_mapping (fixture, editions, "2002", "2010");
  assert_fits (mapping, 640);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  assert_fits (mapping, 360);
  assert_fits (mapping, 1280);
  gtk_window_close (GTK_WINDOW (mapping));
}

int
main (int   argc,
      char *argv[])
{
  kompass_test_init_windows (&argc, &argv);

  kompass_test_add_window ("/editions/window", kompass_test_set_up_example, test_window);
  kompass_test_add_window ("/editions/add-questions", kompass_test_set_up_example, test_add_questions);
  kompass_test_add_window ("/editions/new", kompass_test_set_up_example, test_new);
  kompass_test_add_window ("/editions/new-from", kompass_test_set_up_example, test_new_from);
  kompass_test_add_window ("/editions/keys", kompass_test_set_up_example, test_keys);
  kompass_test_add_window ("/editions/paste", kompass_test_set_up_example, test_paste);
  kompass_test_add_window ("/editions/new-mapping", kompass_test_set_up_example, test_new_mapping);
  kompass_test_add_window ("/editions/chooser", kompass_test_set_up_example, test_chooser);
  kompass_test_add_window ("/editions/sizes", kompass_test_set_up_example, test_sizes);

  return g_test_run ();
}
