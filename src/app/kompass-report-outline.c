/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outline of a report: its sections, the headings of the one that is written, how long each is, and what is still empty. */
#include "kompass-report-outline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-chart-words.h"

#define MARGIN 6
#define NO_PARAGRAPH G_MAXUINT

struct _KompassReportOutline
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *list;
  GtkWidget *sum;
  char *section;
  gboolean is_selecting;
};

enum
{
  CHOSEN,
  ACTIVATED,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassReportOutline, kompass_report_outline, GTK_TYPE_WIDGET)

/* What a row stands for */
typedef struct
{
  char *section;
  guint paragraph; /* of a heading, or NO_PARAGRAPH */
  char *digest;    /* what it shows */
} Item;

static void
item_free (gpointer data)
{
  Item *item = data;

  g_free (item->section);
  g_free (item->digest);
  g_free (item);
}

static Item *
get_item (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "item");
}

static void
set_item (GtkWidget  *row,
          const char *section,
          guint       paragraph,
          char       *digest)
{
  Item *item = g_new0 (Item, 1);

  item->section = g_strdup (section);
  item->paragraph = paragraph;
  item->digest = digest;
  g_object_set_data_full (G_OBJECT (row), "item", item, item_free);
}

/* Rows */

static GtkWidget *
make_label (const char *text,
            gboolean    wraps)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "hexpand", TRUE, "wrap", wraps, "wrap-mode",
                       PANGO_WRAP_WORD_CHAR, "ellipsize", wraps ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END, "width-chars", 8,
                       NULL);
}

/* Names of areas are long words, which are to break where they may. */
static GtkWidget *
make_title (const char *title)
{
  g_autofree char *hyphenated = kompass_chart_words_add_hyphens (title);

  return make_label (hyphenated, TRUE);
}

static char *
format_words (guint n_words)
{
  return g_strdup_printf (ngettext ("%u word", "%u words", n_words), n_words);
}

/* Score tables have nothing to write, and key facts are no text. */
static gboolean
has_words (const KompassSection *section)
{
  return section->kind != KOMPASS_SECTION_SCORES && section->kind != KOMPASS_SECTION_FACTS;
}

static GtkWidget *
make_section_row (const KompassSection *section,
                  guint                 n_words,
                  const char * const   *missing,
                  char                 *digest)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *count = g_strdup_printf ("%u", n_words);
  g_autofree char *spoken_count = format_words (n_words);
  g_autofree char *list = missing != NULL ? g_strjoinv ("\n", (char **) missing) : g_strdup ("");
  g_autofree char *spoken = has_words (section) ? g_strdup_printf ("%s, %s", section->title, spoken_count)
                                                : g_strdup (section->title);

  gtk_box_append (GTK_BOX (box), make_title (section->title));
  if (*list != '\0')
    {
      GtkWidget *mark = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign",
                                      GTK_ALIGN_CENTER, NULL);

      gtk_widget_add_css_class (mark, "missing");
      gtk_box_append (GTK_BOX (box), mark);
      gtk_widget_set_tooltip_text (row, list);
    }
  if (has_words (section) && n_words > 0)
    {
      GtkWidget *label = gtk_label_new (count);

      gtk_widget_add_css_class (label, "quiet");
      gtk_widget_add_css_class (label, "numeric");
      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "section");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, list, -1);
  set_item (row, section->id, NO_PARAGRAPH, digest);

  return row;
}

static GtkWidget *
make_heading_row (const KompassSection *section,
                  guint                 paragraph,
                  const char           *words,
                  char                 *digest)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), make_label (words, FALSE));
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_tooltip_text (row, words);
  gtk_widget_add_css_class (row, "in-section");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  set_item (row, section->id, paragraph, digest);

  return row;
}

/* A row that shows the same stays, so that the keyboard stays on it; what stood before it is gone. */
static gboolean
keep_row (KompassReportOutline *self,
          int                   index,
          const char           *digest)
{
  GtkListBox *list = GTK_LIST_BOX (self->list);
  int found = index;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, found)) != NULL && strcmp (get_item (row)->digest, digest) != 0)
    found++;
  if (row == NULL)
    return FALSE;
  while (found-- > index)
    gtk_list_box_remove (list, GTK_WIDGET (gtk_list_box_get_row_at_index (list, index)));

  return TRUE;
}

/* Takes the place of the row of the same section or heading, and its keyboard. */
static void
put_row (KompassReportOutline *self,
         int                   index,
         GtkWidget            *row)
{
  GtkListBoxRow *old = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index);
  const Item *item = get_item (GTK_LIST_BOX_ROW (row));
  gboolean had_focus = FALSE;

  if (old != NULL && strcmp (get_item (old)->section, item->section) == 0 && get_item (old)->paragraph == item->paragraph)
    {
      had_focus = gtk_widget_has_focus (GTK_WIDGET (old));
      gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (old));
    }
  gtk_list_box_insert (GTK_LIST_BOX (self->list), row, index);
  if (had_focus)
    gtk_widget_grab_focus (row);
}

static int
put_section (KompassReportOutline *self,
             int                   index,
             const KompassSection *section,
             KompassReport        *report,
             KompassEvaluation    *evaluation)
{
  g_auto (GStrv) missing = kompass_report_list_missing (report, evaluation, section);
  guint n_words = kompass_report_count_words (report, section->id);
  g_autofree char *list = g_strjoinv ("\n", missing);
  g_autofree char *digest = g_strdup_printf ("%s\t%s\t%u\t%s", section->id, section->title, n_words, list);
  KompassText *text = kompass_report_get_text (report, section->id);

  if (!keep_row (self, index, digest))
    put_row (self, index, make_section_row (section, n_words, (const char * const *) missing, g_strdup (digest)));
  index++;
  /* Of the section that is written: those of all of them would hide the order of the sections. */
  for (guint i = 0; g_strcmp0 (section->id, self->section) == 0 && i < kompass_text_get_n_paragraphs (text); i++)
    {
      const KompassParagraph *paragraph = kompass_text_get_paragraph (text, i);
      g_autofree char *words = NULL;
      g_autofree char *heading = NULL;

      if (paragraph->kind != KOMPASS_PARAGRAPH_HEADING)
        continue;
      words = kompass_paragraph_to_plain (paragraph, evaluation);
      if (*words == '\0')
        continue;
      heading = g_strdup_printf ("%s\t%u\t%s", section->id, i, words);
      if (!keep_row (self, index, heading))
        put_row (self, index, make_heading_row (section, i, words, g_strdup (heading)));
      index++;
    }

  return index;
}

/* Signals */

static void
selected_cb (KompassReportOutline *self,
             GtkListBoxRow        *row)
{
  if (row == NULL || self->is_selecting || g_strcmp0 (get_item (row)->section, self->section) == 0)
    return;
  g_free (self->section);
  self->section = g_strdup (get_item (row)->section);
  g_signal_emit (self, signals[CHOSEN], 0, self->section);
}

static void
activated_cb (KompassReportOutline *self,
              GtkListBoxRow        *row)
{
  Item *item = get_item (row);

  g_signal_emit (self, signals[ACTIVATED], 0, item->section, item->paragraph != NO_PARAGRAPH ? (int) item->paragraph : -1);
}

/* Class functions */

static gboolean
kompass_report_outline_grab_focus (GtkWidget *widget)
{
  KompassReportOutline *self = KOMPASS_REPORT_OUTLINE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* The list is one stop on the way of the Tab key; arrows move in it. */
static gboolean
kompass_report_outline_focus (GtkWidget        *widget,
                              GtkDirectionType  direction)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean is_inside = focus != NULL && gtk_widget_is_ancestor (focus, widget);
  gboolean is_left = FALSE;

  if (!is_inside && (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD))
    return gtk_widget_grab_focus (widget);
  if (is_inside && direction == GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (is_inside && direction == GTK_DIR_TAB_FORWARD)
    {
      g_signal_emit (widget, signals[LEFT], 0, &is_left);
      return is_left;
    }

  return GTK_WIDGET_CLASS (kompass_report_outline_parent_class)->focus (widget, direction);
}

static void
kompass_report_outline_dispose (GObject *object)
{
  KompassReportOutline *self = KOMPASS_REPORT_OUTLINE (object);
  GtkWidget *child;

  self->is_selecting = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (kompass_report_outline_parent_class)->dispose (object);
}

static void
kompass_report_outline_finalize (GObject *object)
{
  g_free (KOMPASS_REPORT_OUTLINE (object)->section);

  G_OBJECT_CLASS (kompass_report_outline_parent_class)->finalize (object);
}

static void
kompass_report_outline_class_init (KompassReportOutlineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kompass_report_outline_dispose;
  object_class->finalize = kompass_report_outline_finalize;
  widget_class->grab_focus = kompass_report_outline_grab_focus;
  widget_class->focus = kompass_report_outline_focus;
  gtk_widget_class_set_css_name (widget_class, "reportoutline");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);

  /**
   * KompassReportOutline::chosen:
   * @section: a section
   *
   * The section is to be shown; the keyboard stays in the outline.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);

  /**
   * KompassReportOutline::activated:
   * @section: a section
   * @paragraph: index of a heading in its text, or -1
   *
   * The section is to be written in.
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);

  /**
   * KompassReportOutline::left:
   *
   * The keyboard is to go on from the list.
   *
   * Returns: whether it has gone somewhere
   */
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL,
                                NULL, G_TYPE_BOOLEAN, 0);
}

static void
kompass_report_outline_init (KompassReportOutline *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sections of the report"), -1);
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE, "focusable",
                                 FALSE, "propagate-natural-height", TRUE, "child", self->list, NULL);
  self->sum = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "margin-start", 2 * MARGIN, "margin-end", 2 * MARGIN,
                            "margin-top", MARGIN, "margin-bottom", MARGIN, NULL);
  gtk_widget_add_css_class (self->sum, "quiet");
  gtk_widget_add_css_class (self->sum, "caption");
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_set_parent (self->sum, GTK_WIDGET (self));
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);
}

/**
 * kompass_report_outline_new:
 *
 * Returns: (transfer floating): an empty outline
 */
GtkWidget *
kompass_report_outline_new (void)
{
  return g_object_new (KOMPASS_TYPE_REPORT_OUTLINE, NULL);
}

static void
update_sum (KompassReportOutline *self,
            GPtrArray            *sections,
            KompassReport        *report,
            KompassEvaluation    *evaluation)
{
  g_autofree char *words = format_words (kompass_report_count_words (report, NULL));
  g_autofree char *rest = NULL;
  g_autofree char *text = NULL;
  guint n_missing = 0;

  for (guint i = 0; i < sections->len; i++)
    {
      g_auto (GStrv) missing = kompass_report_list_missing (report, evaluation, g_ptr_array_index (sections, i));

      n_missing += *missing != NULL;
    }
  rest = n_missing > 0 ? g_strdup_printf (ngettext ("%u section has gaps", "%u sections have gaps", n_missing), n_missing)
                       : g_strdup (_("nothing is missing"));
  text = g_strdup_printf ("%s · %s", words, rest);
  gtk_label_set_label (GTK_LABEL (self->sum), text);
}

/**
 * kompass_report_outline_update:
 * @self: an outline
 * @sections: (element-type KompassSection): the sections
 * @report: what is written in them
 * @evaluation: what it is about
 *
 * Shows the outline of a report as it is now.
 */
void
kompass_report_outline_update (KompassReportOutline *self,
                               GPtrArray            *sections,
                               KompassReport        *report,
                               KompassEvaluation    *evaluation)
{
  g_autofree char *selected = g_strdup (self->section);
  GtkListBoxRow *row;
  int index = 0;

  self->is_selecting = TRUE;
  for (guint i = 0; i < sections->len; i++)
    index = put_section (self, index, g_ptr_array_index (sections, i), report, evaluation);
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  self->is_selecting = FALSE;
  update_sum (self, sections, report, evaluation);
  kompass_report_outline_select (self, selected);
}

/**
 * kompass_report_outline_select:
 * @self: an outline
 * @section: (nullable): a section
 *
 * Shows which section is written in.
 */
void
kompass_report_outline_select (KompassReportOutline *self,
                               const char           *section)
{
  GtkListBoxRow *row;

  if (section != self->section)
    {
      g_free (self->section);
      self->section = g_strdup (section);
    }
  self->is_selecting = TRUE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (get_item (row)->paragraph == NO_PARAGRAPH && g_strcmp0 (get_item (row)->section, self->section) == 0)
      gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  self->is_selecting = FALSE;
}
