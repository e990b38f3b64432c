/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reference group gives: per area and in total the mean, of how many of the members, and how they are spread. Members
 * are read a few at a time, so that thousands of them do not stop the window. */
#include "kompass-group-figures.h"

#include <glib/gi18n-lib.h>

#include "config.h"
#include "kompass-style.h"

/* How long members are read before the window comes to its own, in microseconds: half a frame. */
#define SLICE 8000

/* What is kept of an evaluation that has been read: thousands of them are to fit. */
typedef struct
{
  KompassFigures *areas; /* NULL where only the total is known */
  KompassFigures total;
} Member;

struct _KompassGroupFigures
{
  GtkWidget parent_instance;

  AdwPreferencesGroup *group;
  GtkWidget *progress;
  KompassLibrary *library;
  KompassEdition *edition;
  GPtrArray *rounds; /* of KompassRound: the members */
  GHashTable *known; /* UUID of an evaluation: Member */
  GPtrArray *rows;   /* AdwActionRow of each area, and of the total */
  KompassProfile *profile;
  guint next; /* the first of the members that may not have been read */
  guint idle_id;
};

G_DEFINE_FINAL_TYPE (KompassGroupFigures, kompass_group_figures, GTK_TYPE_WIDGET)

static char *
describe_mean (guint n,
               guint n_members)
{
  if (n == n_members)
    return g_strdup_printf (ngettext ("Points of %u member", "Mean of %u", n), n);

  /* Translators: the mean of a reference group is of those members that have a value: "Mean of 11 of 12" */
  return g_strdup_printf (_("Mean of %u of %u"), n, n_members);
}

/**
 * kompass_group_figures_describe:
 * @profile: a reference group with members
 * @kind: %KOMPASS_LINE_AREA or %KOMPASS_LINE_TOTAL
 * @index: index of the area in the edition
 *
 * Returns: (transfer full): of how many members the mean is, and how their values are spread, in words
 */
char *
kompass_group_figures_describe (KompassProfile  *profile,
                                KompassLineKind  kind,
                                guint            index)
{
  const KompassStatistics *statistics = kompass_profile_get_statistics (profile, kind, index);
  guint n_members = kompass_profile_get_members (profile);
  g_autofree char *mean = describe_mean (statistics->n, n_members);
  g_autofree char *median = kompass_points_format (statistics->median, 0);
  g_autofree char *lower = kompass_points_format (statistics->lower_quartile, 0);
  g_autofree char *upper = kompass_points_format (statistics->upper_quartile, 0);
  g_autofree char *minimum = kompass_points_format (statistics->minimum, 0);
  g_autofree char *maximum = kompass_points_format (statistics->maximum, 0);

  if (statistics->n == 0)
    return g_strdup_printf (ngettext ("Not known for the only member", "Not known for any of %u members", n_members), n_members);
  if (statistics->n == 1)
    return g_steal_pointer (&mean);
  if (statistics->lower_quartile == KOMPASS_POINTS_UNKNOWN)
    /* Translators: "Mean of 3 of 4 · median 50 · from 31 to 69" */
    return g_strdup_printf (_("%s · median %s · from %s to %s"), mean, median, minimum, maximum);

  /* Translators: "Mean of 11 of 12 · median 50 · quartiles 45.5 and 56 · from 31 to 69" */
  return g_strdup_printf (_("%s · median %s · quartiles %s and %s · from %s to %s"), mean, median, lower, upper, minimum,
                          maximum);
}

/* A line breaks between what is said, not within it. */
static char *
keep_together (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " · ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part = parts[i];
      g_auto (GStrv) pieces = g_strsplit (part, " ", -1);

      parts[i] = g_strjoinv ("\302\240", pieces);
    }

  return g_strjoinv (" · ", parts);
}

static void
update_row (KompassGroupFigures *self,
            guint                row,
            KompassLineKind      kind,
            guint                index)
{
  GtkWidget *widget = g_ptr_array_index (self->rows, row);
  GtkLabel *label = g_object_get_data (G_OBJECT (widget), "mean");
  const KompassStatistics *statistics = self->profile != NULL ? kompass_profile_get_statistics (self->profile, kind, index)
                                                              : NULL;
  g_autofree char *mean = kompass_points_format (statistics != NULL ? statistics->mean : KOMPASS_POINTS_UNKNOWN, 1);
  g_autofree char *words = statistics != NULL ? kompass_group_figures_describe (self->profile, kind, index) : g_strdup ("");
  g_autofree char *subtitle = keep_together (words);

  gtk_label_set_label (label, mean);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), subtitle);
}

static void
update_rows (KompassGroupFigures *self)
{
  guint n_areas = self->edition != NULL ? kompass_edition_get_n_areas (self->edition) : 0;

  gtk_widget_set_visible (GTK_WIDGET (self->group), self->profile != NULL);
  for (guint i = 0; i < n_areas; i++)
    update_row (self, i, KOMPASS_LINE_AREA, i);
  if (self->rows->len > n_areas)
    update_row (self, n_areas, KOMPASS_LINE_TOTAL, 0);
}

static void
append_row (KompassGroupFigures *self,
            const char          *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *mean = gtk_label_new (NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_add_css_class (row, "group-figure");
  gtk_widget_add_css_class (mean, "numeric");
  gtk_widget_add_css_class (mean, "group-mean");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), mean);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  g_object_set_data (G_OBJECT (row), "mean", mean);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
make_rows (KompassGroupFigures *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < kompass_edition_get_n_areas (self->edition); i++)
    {
      const KompassArea *area = kompass_edition_get_area (self->edition, i);
      g_autofree char *title = g_strdup_printf ("%u %s", area->number, area->title);

      append_row (self, title);
    }
  append_row (self, _("Total"));
}

/* Members */

static void
member_free (gpointer data)
{
  Member *member = data;

  g_free (member->areas);
  g_free (member);
}

static Member *
member_new (KompassEvaluation *evaluation)
{
  guint n_areas = kompass_edition_get_n_areas (kompass_evaluation_get_edition (evaluation));
  Member *member = g_new0 (Member, 1);
  guint area = 0;

  member->total = *kompass_line_get_figures (kompass_evaluation_get_total_line (evaluation));
  member->areas = g_new0 (KompassFigures, n_areas);
  for (guint i = 0; i < kompass_evaluation_get_n_lines (evaluation); i++)
    {
      KompassLine *line = kompass_evaluation_get_line (evaluation, i);

      if (kompass_line_get_kind (line) == KOMPASS_LINE_AREA && area < n_areas)
        member->areas[area++] = *kompass_line_get_figures (line);
    }
  if (area < n_areas)
    g_clear_pointer (&member->areas, g_free);

  return member;
}

static void
make_profile (KompassGroupFigures *self)
{
  g_clear_object (&self->profile);
  if (self->rounds->len > 0)
    self->profile = kompass_profile_new_group ("", "", self->edition, "", "");
  for (guint i = 0; i < self->rounds->len; i++)
    {
      KompassRound *round = g_ptr_array_index (self->rounds, i);
      const char *id = kompass_round_get_id (round);
      const Member *member = g_hash_table_lookup (self->known, id);
      g_autofree char *title = kompass_round_get_title (round);

      if (member != NULL)
        kompass_profile_add_member (self->profile, id, title, NULL, member->areas, &member->total);
    }
  update_rows (self);
}

static void
show_progress (KompassGroupFigures *self)
{
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->progress, self->next < self->rounds->len);
  if (self->next >= self->rounds->len)
    return;
  words = g_strdup_printf (_("%u of %u evaluations have been read…"), self->next, self->rounds->len);
  gtk_label_set_label (GTK_LABEL (self->progress), words);
}

/* Members that are gone, deleted by another program, are left out; saving says so. */
static gboolean
read_cb (gpointer user_data)
{
  KompassGroupFigures *self = user_data;
  gint64 end = g_get_monotonic_time () + SLICE;

  for (; self->next < self->rounds->len && g_get_monotonic_time () < end; self->next++)
    {
      const char *id = kompass_round_get_id (g_ptr_array_index (self->rounds, self->next));
      g_autoptr (KompassEvaluation) evaluation = NULL;

      if (!g_hash_table_contains (self->known, id))
        evaluation = kompass_library_load (self->library, id, NULL);
      if (evaluation != NULL && kompass_evaluation_get_edition (evaluation) == self->edition)
        g_hash_table_insert (self->known, g_strdup (id), member_new (evaluation));
    }
  show_progress (self);
  if (self->next < self->rounds->len)
    return G_SOURCE_CONTINUE;
  self->idle_id = 0;
  make_profile (self);

  return G_SOURCE_REMOVE;
}

static void
stop_reading (KompassGroupFigures *self)
{
  g_clear_handle_id (&self->idle_id, g_source_remove);
}

/* What has changed in the library, here or by another program, is read again. */
static void
library_changed_cb (KompassGroupFigures *self,
                    const char * const  *evaluations)
{
  if (evaluations == NULL)
    g_hash_table_remove_all (self->known);
  for (guint i = 0; evaluations != NULL && evaluations[i] != NULL; i++)
    g_hash_table_remove (self->known, evaluations[i]);
  if (self->edition != NULL)
    kompass_group_figures_set_members (self, self->edition, self->rounds);
}

static void
kompass_group_figures_dispose (GObject *object)
{
  KompassGroupFigures *self = KOMPASS_GROUP_FIGURES (object);
  GtkWidget *child;

  stop_reading (self);
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->library);
  g_clear_object (&self->edition);
  g_clear_object (&self->profile);

  G_OBJECT_CLASS (kompass_group_figures_parent_class)->dispose (object);
}

static void
kompass_group_figures_finalize (GObject *object)
{
  KompassGroupFigures *self = KOMPASS_GROUP_FIGURES (object);

  g_ptr_array_unref (self->rounds);
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->known);

  G_OBJECT_CLASS (kompass_group_figures_parent_class)->finalize (object);
}

static void
kompass_group_figures_class_init (KompassGroupFiguresClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kompass_group_figures_dispose;
  object_class->finalize = kompass_group_figures_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/kompass-group-figures.ui");
  gtk_widget_class_bind_template_child (widget_class, KompassGroupFigures, group);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupFigures, progress);
}

static void
kompass_group_figures_init (KompassGroupFigures *self)
{
  self->rounds = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, member_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kompass_group_figures_set_library:
 * @self: the figures of a group
 * @library: where members are read
 */
void
kompass_group_figures_set_library (KompassGroupFigures *self,
                                   KompassLibrary      *library)
{
  g_return_if_fail (self->library == NULL);

  self->library = g_object_ref (library);
  g_signal_connect_object (library, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * kompass_group_figures_set_members:
 * @self: the figures of a group, with a library
 * @edition: the edition of the group
 * @rounds: (element-type KompassRound): its members
 *
 * Shows what other members give, as soon as they have been read.
 */
void
kompass_group_figures_set_members (KompassGroupFigures *self,
                                   KompassEdition      *edition,
                                   GPtrArray           *rounds)
{
  g_ptr_array_ref (rounds);
  g_ptr_array_unref (self->rounds);
  self->rounds = rounds;
  if (self->edition != edition)
    {
      g_clear_object (&self->profile);
      g_set_object (&self->edition, edition);
      make_rows (self);
      update_rows (self);
    }
  stop_reading (self);
  self->next = 0;
  if (read_cb (self) == G_SOURCE_CONTINUE)
    self->idle_id = g_idle_add (read_cb, self);
}

/**
 * kompass_group_figures_get_profile:
 * @self: the figures of a group
 *
 * Returns: (transfer none) (nullable): the figures, or %NULL without members or while they are read
 */
KompassProfile *
kompass_group_figures_get_profile (KompassGroupFigures *self)
{
  return self->idle_id == 0 ? self->profile : NULL;
}
