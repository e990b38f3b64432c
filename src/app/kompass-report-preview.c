/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of the report as they will print, beside what is written. They follow a pause in typing: the document is made anew,
 * which is quick, and laid out in slices between frames. Nothing is done for pages that nobody sees. */
#include "kompass-report-preview.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "config.h"
#include "kompass-publication.h"
#include "kompass-style.h"

/* A pause in typing */
#define PAUSE_MS 120

/* Of a frame's sixteen milliseconds */
#define SLICE_US 6000

struct _KompassReportPreview
{
  GtkWidget parent_instance;

  GtkWidget *place;
  GtkWidget *stack;
  AdwStatusPage *nothing;
  GtkWidget *menu_button;
  GMenuModel *menu;
  KompassPageView *view;

  KompassReportSession *session;
  GSettings *settings;
  KompassPublicationSource *source;
  KompassPages *pages;
  char *section;         /* the one that is written */
  char *title;
  KompassSectionKind kind;
  KompassPagesSpot spot; /* where in it; its chapter is the section */
  gboolean has_spot;     /* it is to be shown once it is laid out */
  gboolean at_top;
  gboolean shows_pages;  /* although nothing of the section is printed */
  guint timer;
  guint slicer;
  gboolean is_source_old;
  gboolean is_outdated;
};

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassReportPreview, kompass_report_preview, GTK_TYPE_WIDGET)

/* Making pages */

static gboolean
load_source (KompassReportPreview *self)
{
  KompassEvaluation *evaluation = kompass_report_session_get_evaluation (self->session);

  if (self->source != NULL && !self->is_source_old)
    return TRUE;
  g_clear_pointer (&self->source, kompass_publication_source_free);
  self->is_source_old = FALSE;
  if (evaluation != NULL)
    self->source = kompass_publication_source_load (kompass_report_session_get_library (self->session),
                                                    kompass_evaluation_get_id (evaluation), NULL, NULL);

  return self->source != NULL;
}

static void
ensure_pages (KompassReportPreview *self)
{
  KompassPageSetup setup;

  if (self->pages != NULL)
    return;
  kompass_report_preview_init_setup (&setup, self->settings);
  self->pages = kompass_pages_new (&setup);
  kompass_page_view_set_pages (self->view, self->pages);
}

/* A section without a page says so, instead of showing that of another. */
static void
describe_nothing (KompassReportPreview *self)
{
  g_autofree char *title = g_markup_escape_text (self->title, -1);
  g_autofree char *words = NULL;

  if (self->kind == KOMPASS_SECTION_SCORES)
    /* Translators: %s is a section of the report */
    words = g_strdup_printf (_("“%s” is printed when points of questions are known."), title);
  else if (self->kind == KOMPASS_SECTION_FACTS)
    /* Translators: %s is a section of the report */
    words = g_strdup_printf (_("“%s” is empty. It gets its place in the report with the first key fact."), title);
  else
    /* Translators: %s is a section of the report */
    words = g_strdup_printf (_("“%s” is empty. It gets its place in the report with the first words."), title);
  adw_status_page_set_description (self->nothing, words);
}

static void
show_spot (KompassReportPreview *self)
{
  KompassPagesPlace place;
  gboolean is_printed;

  if (self->section == NULL || self->pages == NULL)
    return;
  self->spot.chapter = self->section;
  is_printed = kompass_pages_find_spot (self->pages, &self->spot, &place);
  if (is_printed && self->has_spot)
    kompass_page_view_show_place (self->view, &place, self->at_top);
  self->shows_pages &= !is_printed;
  /* What is laid out may be older than what is written. */
  if (self->timer == 0)
    self->has_spot = self->at_top = FALSE;
  if (!is_printed)
    describe_nothing (self);
  if (!is_printed && !self->shows_pages)
    gtk_label_set_label (GTK_LABEL (self->place), "");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), is_printed || self->shows_pages ? "pages" : "nothing");
}

static void
finish (KompassReportPreview *self)
{
  kompass_page_view_pages_changed (self->view);
  show_spot (self);
}

static gboolean
slice_cb (gpointer user_data)
{
  KompassReportPreview *self = user_data;

  if (!kompass_pages_step (self->pages, g_get_monotonic_time () + SLICE_US))
    return G_SOURCE_CONTINUE;
  self->slicer = 0;
  finish (self);

  return G_SOURCE_REMOVE;
}

/* What can be done within a frame is done at once. */
static void
update (KompassReportPreview *self)
{
  g_autoptr (KompassDocument) document = NULL;

  g_clear_handle_id (&self->timer, g_source_remove);
  self->is_outdated = TRUE;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->is_outdated = FALSE;
  document = kompass_report_preview_get_document (self);
  if (document == NULL)
    return;
  ensure_pages (self);
  kompass_pages_set_document_in_slices (self->pages, document);
  if (kompass_pages_step (self->pages, g_get_monotonic_time () + SLICE_US))
    {
      g_clear_handle_id (&self->slicer, g_source_remove);
      finish (self);
    }
  else if (self->slicer == 0)
    self->slicer = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, slice_cb, self, NULL);
}

static gboolean
timer_cb (gpointer user_data)
{
  KompassReportPreview *self = user_data;

  self->timer = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/**
 * kompass_report_preview_queue:
 * @self: a preview
 *
 * Something is being written: the pages follow when the keys pause.
 */
void
kompass_report_preview_queue (KompassReportPreview *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (PAUSE_MS, timer_cb, self);
}

/* Scores, comparisons and other rounds are read again; what is saved from here is known. */
static void
library_changed_cb (KompassReportPreview *self)
{
  if (kompass_report_session_is_saving (self->session))
    return;
  self->is_source_old = TRUE;
  kompass_report_preview_queue (self);
}

static void
session_changed_cb (KompassReportPreview *self)
{
  KompassEvaluation *evaluation = kompass_report_session_get_evaluation (self->session);

  if (self->source != NULL && (evaluation == NULL || g_strcmp0 (kompass_evaluation_get_id (self->source->evaluation),
                                                                kompass_evaluation_get_id (evaluation)) != 0))
    self->is_source_old = TRUE;
  kompass_report_preview_queue (self);
}

static void
setup_changed_cb (KompassReportPreview *self)
{
  g_clear_handle_id (&self->slicer, g_source_remove);
  kompass_page_view_set_pages (self->view, NULL);
  g_clear_object (&self->pages);
  update (self);
}

/* What is seen of it */

static void
page_changed_cb (KompassReportPreview *self)
{
  gboolean is_seen = g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "pages") == 0;
  guint n_pages = self->pages != NULL && is_seen ? kompass_pages_get_n_pages (self->pages) : 0;
  /* Translators: the page that is shown, and how many there are */
  g_autofree char *place = n_pages > 0 ? g_strdup_printf (_("Page %u of %u"), kompass_page_view_get_page (self->view) + 1, n_pages)
                                       : g_strdup ("");

  gtk_label_set_label (GTK_LABEL (self->place), place);
}

static void
activated_cb (KompassReportPreview *self,
              const char           *anchor,
              int                   paragraph)
{
  g_signal_emit (self, signals[ACTIVATED], 0, anchor, paragraph);
}

static void
show_pages_cb (KompassReportPreview *self)
{
  self->shows_pages = TRUE;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "pages");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
kompass_report_preview_map (GtkWidget *widget)
{
  KompassReportPreview *self = KOMPASS_REPORT_PREVIEW (widget);

  GTK_WIDGET_CLASS (kompass_report_preview_parent_class)->map (widget);
  if (self->is_outdated)
    kompass_report_preview_queue (self);
}

static gboolean
kompass_report_preview_grab_focus (GtkWidget *widget)
{
  KompassReportPreview *self = KOMPASS_REPORT_PREVIEW (widget);

  if (gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->view));

  return gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
}

static void
kompass_report_preview_dispose (GObject *object)
{
  KompassReportPreview *self = KOMPASS_REPORT_PREVIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->slicer, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->source, kompass_publication_source_free);
  g_clear_pointer (&self->section, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_object (&self->pages);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (kompass_report_preview_parent_class)->dispose (object);
}

static void
kompass_report_preview_class_init (KompassReportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kompass_report_preview_dispose;
  widget_class->map = kompass_report_preview_map;
  widget_class->grab_focus = kompass_report_preview_grab_focus;

  /**
   * KompassReportPreview::activated:
   * @anchor: what stands there
   * @paragraph: which paragraph of its section's text, or -1
   *
   * A place on a page has been clicked.
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);

  g_type_ensure (KOMPASS_TYPE_PAGE_VIEW);
  gtk_widget_class_set_css_name (widget_class, "reportpreview");
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/kompass-report-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, KompassReportPreview, place);
  gtk_widget_class_bind_template_child (widget_class, KompassReportPreview, menu_button);
  gtk_widget_class_bind_template_child (widget_class, KompassReportPreview, menu);
  gtk_widget_class_bind_template_child (widget_class, KompassReportPreview, view);
  gtk_widget_class_bind_template_child (widget_class, KompassReportPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, KompassReportPreview, nothing);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_pages_cb);
}

static void
kompass_report_preview_init (KompassReportPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kompass_style_set_menu (self->menu_button, self->menu);
  kompass_style_complete_names (GTK_WIDGET (self->nothing), adw_status_page_get_title (self->nothing));
}

/* Choices of the menu are those of the settings. */
static void
add_actions (KompassReportPreview *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  static const char * const keys[] = { "report-paper", "report-greyscale" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (self->settings, keys[i]);

      g_action_map_add_action (G_ACTION_MAP (group), action);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "pages", G_ACTION_GROUP (group));
}

/**
 * kompass_report_preview_set_session:
 * @self: a preview
 * @session: the report it shows; set once
 * @settings: the program's settings, which have the paper
 */
void
kompass_report_preview_set_session (KompassReportPreview *self,
                                    KompassReportSession *session,
                                    GSettings            *settings)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  add_actions (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kompass_report_session_get_library (session), "changed", G_CALLBACK (library_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::report-paper", G_CALLBACK (setup_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::report-greyscale", G_CALLBACK (setup_changed_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
is_waiting (KompassReportPreview *self)
{
  return self->timer != 0 || self->slicer != 0 || self->is_outdated || self->pages == NULL;
}

/**
 * kompass_report_preview_set_section:
 * @self: a preview
 * @section: the section that is written now
 *
 * The pages stay where they are, unless nothing of the section is printed, which is said instead.
 */
void
kompass_report_preview_set_section (KompassReportPreview *self,
                                    const KompassSection *section)
{
  g_autofree char *id = g_strdup (section->id);

  g_free (self->title);
  self->title = g_strdup (section->title);
  self->kind = section->kind;
  self->spot = (KompassPagesSpot) { .part = KOMPASS_PAGES_CHAPTER };
  self->shows_pages = self->has_spot = self->at_top = FALSE;
  g_free (self->section);
  self->section = g_steal_pointer (&id);
  if (!is_waiting (self))
    show_spot (self);
}

/**
 * kompass_report_preview_show_section:
 * @self: a preview
 * @section: the section that is written now
 *
 * Shows where it begins, now or when it is laid out.
 */
void
kompass_report_preview_show_section (KompassReportPreview *self,
                                     const KompassSection *section)
{
  kompass_report_preview_set_section (self, section);
  self->has_spot = self->at_top = TRUE;
  if (!is_waiting (self))
    show_spot (self);
}

/**
 * kompass_report_preview_follow:
 * @self: a preview
 * @spot: where in the section somebody writes; its chapter is not asked
 *
 * Lets that be seen, now or when it is laid out. What is seen already stays where it is.
 */
void
kompass_report_preview_follow (KompassReportPreview   *self,
                               const KompassPagesSpot *spot)
{
  /* The beginning of a section that is still to be shown is not given up for what stands there. */
  if (self->has_spot && self->at_top && spot->part == KOMPASS_PAGES_CHAPTER)
    return;
  self->spot = *spot;
  self->has_spot = TRUE;
  if (!is_waiting (self))
    show_spot (self);
}

KompassPageView *
kompass_report_preview_get_view (KompassReportPreview *self)
{
  return self->view;
}

/**
 * kompass_report_preview_get_document:
 * @self: a preview with a session
 *
 * Returns: (transfer full) (nullable): the report with what is just being written
 */
KompassDocument *
kompass_report_preview_get_document (KompassReportPreview *self)
{
  KompassReport *report;

  kompass_report_session_collect (self->session);
  report = kompass_report_session_get_report (self->session);
  if (report == NULL || !load_source (self))
    return NULL;
  g_set_object (&self->source->report, report);

  return kompass_publication_source_create_document (self->source);
}

/**
 * kompass_report_preview_init_setup:
 * @setup: (out): the sheets that reports are laid out on
 * @settings: the program's settings
 */
void
kompass_report_preview_init_setup (KompassPageSetup *setup,
                                   GSettings        *settings)
{
  g_autofree char *paper = g_settings_get_string (settings, "report-paper");

  if (!kompass_page_setup_init_from_name (setup, paper))
    kompass_page_setup_init_a4 (setup);
  setup->greyscale = g_settings_get_boolean (settings, "report-greyscale");
}
