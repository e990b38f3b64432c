/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A published mean as it is typed: its members, date and source, and the points of each area and the total. What cannot be
 * right is said in its own row, while it is typed. */
#include "kompass-group-values.h"

#include <glib/gi18n-lib.h>

#include "config.h"
#include "kompass-style.h"
#include "kompass-whole-number.h"

struct _KompassGroupValues
{
  GtkWidget parent_instance;

  GtkWidget *members_row;
  GtkWidget *members;
  GtkWidget *as_of;
  GtkWidget *source;
  AdwPreferencesGroup *points;
  KompassEdition *edition;
  GPtrArray *rows;   /* AdwActionRow of each area, and of the total */
  GHashTable *typed; /* UUID of an edition: what was typed when it was changed, as texts of the rows */
  gboolean is_settling;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassGroupValues, kompass_group_values, GTK_TYPE_WIDGET)

static GtkWidget *
get_entry (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "entry");
}

static const char *
get_text (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (get_entry (row)));
}

static KompassPoints
get_maximum (KompassGroupValues *self,
             guint               index)
{
  return index < kompass_edition_get_n_areas (self->edition) ? kompass_edition_get_area (self->edition, index)->maximum
                                                             : kompass_edition_get_maximum (self->edition);
}

/* Says in the row what is wrong with what is typed in it. */
static void
show_problem (GtkWidget  *row,
              const char *problem)
{
  GtkWidget *entry = get_entry (row);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), problem != NULL ? problem : "");
  if (problem != NULL)
    {
      gtk_widget_add_css_class (row, "refused");
      gtk_widget_add_css_class (entry, "error");
    }
  else
    {
      gtk_widget_remove_css_class (row, "refused");
      gtk_widget_remove_css_class (entry, "error");
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  problem != NULL ? problem : "", -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Nothing typed is not known. */
static gboolean
parse_points (KompassGroupValues  *self,
              guint                index,
              KompassPoints       *points,
              GError             **error)
{
  g_autofree char *text = kompass_points_trim (get_text (g_ptr_array_index (self->rows, index)));

  *points = KOMPASS_POINTS_UNKNOWN;

  return *text == '\0' || kompass_points_parse (text, get_maximum (self, index), points, error);
}

static gboolean
check_points (KompassGroupValues *self,
              guint               index)
{
  g_autoptr (GError) error = NULL;
  KompassPoints points;

  parse_points (self, index, &points, &error);
  show_problem (g_ptr_array_index (self->rows, index), error != NULL ? error->message : NULL);

  return error == NULL;
}

static gboolean
check_members (KompassGroupValues *self)
{
  g_autofree char *most = kompass_whole_number_format (KOMPASS_GROUP_MEMBERS_LIMIT);
  g_autofree char *problem = g_strdup_printf (_("Write a whole number from 1 to %s, or nothing where it is not known"), most);
  guint number;
  gboolean is_right = kompass_whole_number_parse (get_text (self->members_row), KOMPASS_GROUP_MEMBERS_LIMIT, &number);

  show_problem (self->members_row, is_right ? NULL : problem);

  return is_right;
}

static void
changed_cb (KompassGroupValues *self)
{
  if (self->is_settling)
    return;
  kompass_group_values_are_right (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
append_row (KompassGroupValues *self,
            const char         *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *entry = gtk_entry_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 7);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 7);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_widget_add_css_class (entry, "numeric");
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), entry);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), entry);
  g_object_set_data (G_OBJECT (row), "entry", entry);
  /* The entry is what takes the keyboard. */
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (self->points, row);
  g_ptr_array_add (self->rows, row);
}

static void
kompass_group_values_dispose (GObject *object)
{
  KompassGroupValues *self = KOMPASS_GROUP_VALUES (object);
  GtkWidget *child;

  self->is_settling = TRUE;
  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->edition);

  G_OBJECT_CLASS (kompass_group_values_parent_class)->dispose (object);
}

static void
kompass_group_values_finalize (GObject *object)
{
  KompassGroupValues *self = KOMPASS_GROUP_VALUES (object);

  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->typed);

  G_OBJECT_CLASS (kompass_group_values_parent_class)->finalize (object);
}

static void
kompass_group_values_class_init (KompassGroupValuesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kompass_group_values_dispose;
  object_class->finalize = kompass_group_values_finalize;

  /**
   * KompassGroupValues::changed:
   *
   * Something has been typed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/kompass-group-values.ui");
  gtk_widget_class_bind_template_child (widget_class, KompassGroupValues, members_row);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupValues, members);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupValues, as_of);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupValues, source);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupValues, points);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
kompass_group_values_init (KompassGroupValues *self)
{
  self->rows = g_ptr_array_new ();
  self->typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  self->is_settling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_set_data (G_OBJECT (self->members_row), "entry", self->members);
  self->is_settling = FALSE;
}

static void
keep_typed (KompassGroupValues *self)
{
  char **texts = g_new0 (char *, self->rows->len + 1);

  for (guint i = 0; i < self->rows->len; i++)
    texts[i] = g_strdup (get_text (g_ptr_array_index (self->rows, i)));
  g_hash_table_insert (self->typed, g_strdup (kompass_edition_get_id (self->edition)), texts);
}

static void
restore_typed (KompassGroupValues *self)
{
  char **texts = g_hash_table_lookup (self->typed, kompass_edition_get_id (self->edition));

  for (guint i = 0; texts != NULL && i < self->rows->len; i++)
    gtk_editable_set_text (GTK_EDITABLE (get_entry (g_ptr_array_index (self->rows, i))), texts[i]);
}

/**
 * kompass_group_values_set_edition:
 * @self: a form
 * @edition: the edition of the mean
 *
 * Asks for the areas of another edition. What was typed for those of the one before is not carried over, because an area of
 * the same number is another area, but it comes back with its edition.
 */
void
kompass_group_values_set_edition (KompassGroupValues *self,
                                  KompassEdition     *edition)
{
  if (self->edition == edition)
    return;
  if (self->edition != NULL)
    keep_typed (self);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->points, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_set_object (&self->edition, edition);
  for (guint i = 0; i < kompass_edition_get_n_areas (edition); i++)
    {
      const KompassArea *area = kompass_edition_get_area (edition, i);
      g_autofree char *title = g_strdup_printf ("%u %s", area->number, area->title);

      append_row (self, title);
    }
  append_row (self, _("Total"));
  restore_typed (self);
}

static void
write_points (KompassGroupValues *self,
              guint               index,
              KompassPoints       points)
{
  g_autofree char *text = points != KOMPASS_POINTS_UNKNOWN ? kompass_points_format (points, 0) : g_strdup ("");

  gtk_editable_set_text (GTK_EDITABLE (get_entry (g_ptr_array_index (self->rows, index))), text);
}

static KompassPoints
get_points (KompassGroup *group,
            guint         index)
{
  gboolean is_area = index < kompass_edition_get_n_areas (kompass_group_get_edition (group));

  return kompass_group_get_points (group, is_area ? KOMPASS_LINE_AREA : KOMPASS_LINE_TOTAL, is_area ? index : 0);
}

/**
 * kompass_group_values_read:
 * @self: a form with the edition of @group
 * @group: a published mean
 *
 * Shows what is known of a mean.
 */
void
kompass_group_values_read (KompassGroupValues *self,
                           KompassGroup       *group)
{
  g_autofree char *members = kompass_whole_number_format (kompass_group_get_n_members (group));

  self->is_settling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->members), kompass_group_get_n_members (group) > 0 ? members : "");
  gtk_editable_set_text (GTK_EDITABLE (self->as_of), kompass_group_get_as_of (group));
  gtk_editable_set_text (GTK_EDITABLE (self->source), kompass_group_get_source (group));
  for (guint i = 0; i < self->rows->len; i++)
    write_points (self, i, get_points (group, i));
  self->is_settling = FALSE;
  changed_cb (self);
}

static char *
get_stripped (GtkWidget *editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (editable))));
}

/**
 * kompass_group_values_write:
 * @self: a form with the edition of @group
 * @group: a published mean
 *
 * Puts what is typed into a mean.
 *
 * Returns: %TRUE if all of it can be right
 */
gboolean
kompass_group_values_write (KompassGroupValues *self,
                            KompassGroup       *group)
{
  g_autofree char *as_of = get_stripped (self->as_of);
  g_autofree char *source = get_stripped (self->source);
  guint n_areas = self->rows->len - 1;
  guint n_members;

  if (!kompass_group_values_are_right (self))
    return FALSE;
  kompass_whole_number_parse (get_text (self->members_row), KOMPASS_GROUP_MEMBERS_LIMIT, &n_members);
  kompass_group_set_n_members (group, n_members);
  kompass_group_set_as_of (group, as_of);
  kompass_group_set_source (group, source);
  for (guint i = 0; i < self->rows->len; i++)
    {
      KompassPoints points;

      parse_points (self, i, &points, NULL);
      kompass_group_set_points (group, i < n_areas ? KOMPASS_LINE_AREA : KOMPASS_LINE_TOTAL, i < n_areas ? i : 0, points);
    }

  return TRUE;
}

/**
 * kompass_group_values_are_right:
 * @self: a form
 *
 * Checks what is typed, and says in its row what cannot be right.
 *
 * Returns: %TRUE if all of it can be right
 */
gboolean
kompass_group_values_are_right (KompassGroupValues *self)
{
  gboolean are_right = check_members (self);

  for (guint i = 0; i < self->rows->len; i++)
    are_right = check_points (self, i) && are_right;

  return are_right;
}

/**
 * kompass_group_values_get_typed:
 * @self: a form
 *
 * Returns: (transfer full): all that is typed, to tell whether it is what it was
 */
char *
kompass_group_values_get_typed (KompassGroupValues *self)
{
  GString *typed = g_string_new (gtk_editable_get_text (GTK_EDITABLE (self->members)));

  g_string_append_printf (typed, "\n%s\n%s", gtk_editable_get_text (GTK_EDITABLE (self->as_of)),
                          gtk_editable_get_text (GTK_EDITABLE (self->source)));
  for (guint i = 0; i < self->rows->len; i++)
    g_string_append_printf (typed, "\n%s", get_text (g_ptr_array_index (self->rows, i)));

  return g_string_free (typed, FALSE);
}
