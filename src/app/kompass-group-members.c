/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which evaluations are members of a reference group: all of its edition, to be searched, filtered and checked. What is
 * searched for and of another edition is shown as well, with the reason why it cannot be a member. */
#include "kompass-group-members.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "config.h"
#include "kompass-comparison.h"
#include "kompass-style.h"
#include "kompass-whole-number.h"

/* In the order of the list in the .ui file. */
static const char * const country_codes[] = { NULL, "SE", "NO", "DK", "FI", "IS" };

struct _KompassGroupMembers
{
  GtkWidget parent_instance;

  GtkWidget *search;
  GtkWidget *filter_button;
  GtkWidget *first_year;
  GtkWidget *last_year;
  GtkWidget *least_inhabitants;
  GtkWidget *most_inhabitants;
  GtkWidget *country;
  GtkWidget *depth;
  GtkWidget *only_chosen;
  GtkWidget *filter_message;
  GtkWidget *filter_bar;
  GtkWidget *filter_summary;
  GtkWidget *stack;
  GtkWidget *list;
  GtkWidget *nothing;
  GtkWidget *message;
  GtkWidget *count;
  GtkWidget *all;
  GtkWidget *none;
  KompassLibrary *library;
  KompassEdition *edition;
  GHashTable *chosen;  /* UUID: KompassRound, of the edition */
  GHashTable *leaving; /* the same of the edition before, or NULL */
  GHashTable *kept;    /* UUID of an edition: what was chosen of it */
  GHashTable *rows;    /* boxes on screen: the round they show */
  GListStore *items;   /* of KompassRound */
  GtkFilter *filter;
  char *wanted;             /* what is searched for, folded */
  KompassMemberFilter read; /* what the items were read by, where they have been */
  gboolean is_read;
  gboolean is_settling;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassGroupMembers, kompass_group_members, GTK_TYPE_WIDGET)

static gboolean
is_searched (KompassGroupMembers *self)
{
  return self->wanted != NULL && *self->wanted != '\0';
}

static gboolean
is_of_edition (KompassGroupMembers *self,
               KompassRound        *round)
{
  return self->edition != NULL &&
         g_strcmp0 (kompass_round_get_edition_id (round), kompass_edition_get_id (self->edition)) == 0;
}

static gboolean
is_chosen (KompassGroupMembers *self,
           KompassRound        *round)
{
  return g_hash_table_contains (self->chosen, kompass_round_get_id (round));
}

static KompassDepth
get_least_depth (KompassGroupMembers *self)
{
  return (KompassDepth) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->depth));
}

/* Why an evaluation cannot be a member, or NULL. */
static char *
get_reason (KompassGroupMembers *self,
            KompassRound        *round)
{
  if (is_of_edition (self, round) || self->edition == NULL)
    return NULL;
  if (kompass_round_get_edition_id (round) == NULL)
    return g_strdup_printf (_("Its edition is not known; the group is of edition %s"),
                            kompass_edition_get_name (self->edition));

  return g_strdup_printf (_("Of edition %s; the group is of edition %s"), kompass_round_get_edition_name (round),
                          kompass_edition_get_name (self->edition));
}

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  KompassGroupMembers *self = user_data;
  KompassRound *round = KOMPASS_ROUND (item);
  g_autofree char *title = NULL;
  g_autofree char *folded = NULL;

  if (kompass_round_get_depth (round) < get_least_depth (self) ||
      (!is_searched (self) && !is_of_edition (self, round)) ||
      (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->only_chosen)) && !is_chosen (self, round)))
    return FALSE;
  if (!is_searched (self))
    return TRUE;
  title = kompass_round_get_title (round);
  folded = g_utf8_casefold (title, -1);

  return strstr (folded, self->wanted) != NULL;
}

static GListModel *
get_model (KompassGroupMembers *self)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (self->list)));
}

/* What the list says of itself */

static char *
describe_count (KompassGroupMembers *self,
                guint                n_found_chosen)
{
  guint n_chosen = g_hash_table_size (self->chosen);
  g_autofree char *chosen = NULL;

  if (n_chosen == 0)
    return g_strdup (_("No members are chosen"));
  chosen = g_strdup_printf (ngettext ("%u member chosen", "%u members chosen", n_chosen), n_chosen);
  if (n_found_chosen == n_chosen)
    return g_steal_pointer (&chosen);

  /* Translators: members of a reference group: "12 members chosen", of which so many are not in the list as it is filtered */
  return g_strdup_printf (_("%s, of which %u not in the list"), chosen, n_chosen - n_found_chosen);
}

static void
update_count (KompassGroupMembers *self)
{
  GListModel *model = get_model (self);
  guint n_found = 0;
  guint n_found_chosen = 0;
  g_autofree char *count = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (KompassRound) round = g_list_model_get_item (model, i);

      n_found += is_of_edition (self, round) ? 1 : 0;
      n_found_chosen += is_chosen (self, round) ? 1 : 0;
    }
  count = describe_count (self, n_found_chosen);
  gtk_label_set_label (GTK_LABEL (self->count), count);
  gtk_widget_set_sensitive (self->all, n_found > n_found_chosen);
  gtk_widget_set_sensitive (self->none, g_hash_table_size (self->chosen) > 0);
}

static void
show_message (KompassGroupMembers *self,
              const char          *message)
{
  gtk_label_set_label (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
}

static void
update_page (KompassGroupMembers *self)
{
  gboolean is_empty = g_list_model_get_n_items (get_model (self)) == 0;
  g_autofree char *words = NULL;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), is_empty ? "nothing" : "list");
  update_count (self);
  if (!is_empty || self->edition == NULL)
    return;
  if (self->read.least_inhabitants != 0 || self->read.most_inhabitants != 0)
    words = g_strdup (_("No evaluation is like that. Municipalities whose number of inhabitants is not known are not found; "
                        "it is written where a municipality is edited."));
  else if (is_searched (self) || gtk_widget_get_visible (self->filter_bar))
    words = g_strdup (_("No evaluation is like that"));
  else
    words = g_strdup_printf (_("There are no evaluations of edition %s in the library"),
                             kompass_edition_get_name (self->edition));
  gtk_label_set_label (GTK_LABEL (self->nothing), words);
}

/* Rows */

static const char *
describe_depth (KompassDepth depth)
{
  switch (depth)
    {
    case KOMPASS_DEPTH_QUESTIONS:
      return _("Questions, areas and total");
    case KOMPASS_DEPTH_AREAS:
      return _("Areas and total");
    case KOMPASS_DEPTH_TOTAL:
    default:
      return _("Total only");
    }
}

static void
update_row (KompassGroupMembers *self,
            GtkWidget           *box,
            KompassRound        *round)
{
  GtkWidget *check = gtk_widget_get_first_child (box);
  GtkWidget *words = gtk_widget_get_last_child (box);
  g_autofree char *title = kompass_round_get_title (round);
  g_autofree char *reason = get_reason (self, round);
  const char *description = reason != NULL ? reason : describe_depth (kompass_round_get_depth (round));
  gboolean chosen = is_chosen (self, round);
  /* Translators: spoken by a screen reader: an evaluation in the list of those that can be members of a reference group */
  g_autofree char *name = g_strdup_printf (chosen ? _("%s, chosen") : _("%s, not chosen"), title);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  gtk_widget_set_sensitive (check, reason == NULL);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (words)), title);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (words)), description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
update_rows (KompassGroupMembers *self)
{
  GHashTableIter iter;
  gpointer box;
  gpointer round;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &box, &round))
    update_row (self, box, round);
}

static void
setup_cb (KompassGroupMembers *self,
          GtkListItem         *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *check = gtk_check_button_new ();

  /* The row is what is clicked, and what the keyboard is on. */
  gtk_widget_set_can_target (check, FALSE);
  gtk_widget_set_can_focus (check, FALSE);
  gtk_widget_set_focusable (check, FALSE);
  for (guint i = 0; i < 2; i++)
    gtk_box_append (GTK_BOX (words), g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, NULL));
  gtk_widget_add_css_class (gtk_widget_get_last_child (words), "caption");
  gtk_widget_add_css_class (gtk_widget_get_last_child (words), "out-of");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_margin_top (words, 4);
  gtk_widget_set_margin_bottom (words, 4);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (KompassGroupMembers *self,
         GtkListItem         *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);

  g_hash_table_insert (self->rows, box, gtk_list_item_get_item (item));
  update_row (self, box, gtk_list_item_get_item (item));
}

static void
unbind_cb (KompassGroupMembers *self,
           GtkListItem         *item)
{
  g_hash_table_remove (self->rows, gtk_list_item_get_child (item));
}

/* Choosing */

static void
choose (KompassGroupMembers *self,
        KompassRound        *round,
        gboolean             chosen)
{
  if (chosen)
    g_hash_table_insert (self->chosen, g_strdup (kompass_round_get_id (round)), g_object_ref (round));
  else
    g_hash_table_remove (self->chosen, kompass_round_get_id (round));
}

static void
chosen_changed (KompassGroupMembers *self)
{
  show_message (self, NULL);
  update_rows (self);
  update_count (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
activate_cb (KompassGroupMembers *self,
             guint                position)
{
  g_autoptr (KompassRound) round = g_list_model_get_item (get_model (self), position);
  g_autofree char *reason = NULL;
  g_autofree char *title = NULL;
  g_autofree char *message = NULL;

  if (round == NULL)
    return;
  reason = get_reason (self, round);
  if (reason == NULL)
    {
      choose (self, round, !is_chosen (self, round));
      chosen_changed (self);
      return;
    }
  title = kompass_round_get_title (round);
  /* Translators: an evaluation, and why it cannot be a member of a reference group */
  message = g_strdup_printf (_("%s cannot be a member. %s"), title, reason);
  show_message (self, message);
  gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
activate_round (KompassGroupMembers *self,
                KompassRound        *round)
{
  for (guint i = 0; i < g_list_model_get_n_items (get_model (self)); i++)
    {
      g_autoptr (KompassRound) item = g_list_model_get_item (get_model (self), i);

      if (item == round)
        {
          activate_cb (self, i);
          return;
        }
    }
}

/* GTK activates the row with the keyboard by Enter; people expect the space bar to check, too. Tab would visit every row. */
static gboolean
key_pressed_cb (KompassGroupMembers *self,
                guint                keyval,
                guint                keycode,
                GdkModifierType      modifiers)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  KompassRound *round = focus != NULL ? g_hash_table_lookup (self->rows, gtk_widget_get_first_child (focus)) : NULL;

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      if (round != NULL)
        activate_round (self, round);
      return round != NULL;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      return gtk_widget_grab_focus (gtk_widget_is_sensitive (self->all) ? self->all : self->none);
    case GDK_KEY_ISO_Left_Tab:
      return gtk_widget_grab_focus (self->filter_button);
    default:
      return FALSE;
    }
}

static void
focus_list (KompassGroupMembers *self)
{
  gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

/* What lies below the search for the keyboard is the list, not the button beside it. */
static gboolean
search_key_pressed_cb (KompassGroupMembers *self,
                       guint                keyval,
                       guint                keycode,
                       GdkModifierType      modifiers)
{
  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) || g_list_model_get_n_items (get_model (self)) == 0)
    return FALSE;
  focus_list (self);

  return TRUE;
}

static void
select_all_cb (KompassGroupMembers *self)
{
  GListModel *model = get_model (self);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (KompassRound) round = g_list_model_get_item (model, i);

      if (is_of_edition (self, round))
        choose (self, round, TRUE);
    }
  chosen_changed (self);
  /* A button that can do no more does not keep the keyboard. */
  if (!gtk_widget_is_sensitive (self->all))
    gtk_widget_grab_focus (self->none);
}

static void
select_none_cb (KompassGroupMembers *self)
{
  g_hash_table_remove_all (self->chosen);
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->only_chosen)))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->only_chosen), FALSE);
  chosen_changed (self);
  if (gtk_widget_is_sensitive (self->all))
    gtk_widget_grab_focus (self->all);
}

/* Searching and filtering */

static void
search_changed_cb (KompassGroupMembers *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));

  g_free (self->wanted);
  self->wanted = g_utf8_casefold (text, -1);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_message (self, NULL);
  update_page (self);
}

/* Enter chooses the one that was found; with several the keyboard goes to the list. */
static void
search_activate_cb (KompassGroupMembers *self)
{
  guint n_found = g_list_model_get_n_items (get_model (self));

  if (n_found == 1)
    activate_cb (self, 0);
  else if (n_found > 1)
    focus_list (self);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* What is typed in an entry of the filter; 0 where nothing is, or where it is no number. */
static guint
get_number (GtkWidget *entry,
            guint      most,
            gboolean  *is_number)
{
  guint number;

  if (kompass_whole_number_parse (gtk_editable_get_text (GTK_EDITABLE (entry)), most, &number))
    {
      gtk_widget_remove_css_class (entry, "error");
      return number;
    }
  gtk_widget_add_css_class (entry, "error");
  *is_number = FALSE;

  return 0;
}

/* What lies between two limits, in words; NULL without limits. */
static char *
describe_range (const char *from,
                const char *to)
{
  if (from != NULL && to != NULL)
    /* Translators: from one number to another */
    return g_strdup_printf (_("%s–%s"), from, to);
  if (from != NULL)
    return g_strdup_printf (_("from %s"), from);

  return to != NULL ? g_strdup_printf (_("to %s"), to) : NULL;
}

static void
append_years (GPtrArray                 *parts,
              const KompassMemberFilter *filter)
{
  g_autofree char *from = filter->first_year != 0 ? g_strdup_printf ("%u", filter->first_year) : NULL;
  g_autofree char *to = filter->last_year != 0 ? g_strdup_printf ("%u", filter->last_year) : NULL;
  char *range = describe_range (from, to);

  if (range != NULL)
    g_ptr_array_add (parts, range);
}

static void
append_inhabitants (GPtrArray                 *parts,
                    const KompassMemberFilter *filter)
{
  g_autofree char *from = filter->least_inhabitants != 0 ? kompass_whole_number_format (filter->least_inhabitants) : NULL;
  g_autofree char *to = filter->most_inhabitants != 0 ? kompass_whole_number_format (filter->most_inhabitants) : NULL;
  g_autofree char *range = describe_range (from, to);

  if (range != NULL)
    /* Translators: a range, as "from 10 000" */
    g_ptr_array_add (parts, g_strdup_printf (_("%s inhabitants"), range));
}

static const char *
get_choice (GtkWidget *drop_down)
{
  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (GTK_DROP_DOWN (drop_down)));
}

static void
update_summary (KompassGroupMembers       *self,
                const KompassMemberFilter *filter)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *summary = NULL;

  append_years (parts, filter);
  append_inhabitants (parts, filter);
  if (filter->country != NULL)
    g_ptr_array_add (parts, g_strdup (get_choice (self->country)));
  if (get_least_depth (self) != KOMPASS_DEPTH_TOTAL)
    g_ptr_array_add (parts, g_strdup (get_choice (self->depth)));
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->only_chosen)))
    g_ptr_array_add (parts, g_strdup (_("Only the chosen ones")));
  g_ptr_array_add (parts, NULL);
  summary = g_strjoinv (" · ", (char **) parts->pdata);
  gtk_label_set_label (GTK_LABEL (self->filter_summary), summary);
  gtk_widget_set_visible (self->filter_bar, parts->len > 1);
}

static const char *
find_problem (const KompassMemberFilter *filter,
              gboolean                   are_years,
              gboolean                   are_numbers)
{
  if (!are_years)
    return _("Write years with digits");
  if (!are_numbers)
    return _("Write numbers of inhabitants with digits");
  if (filter->first_year != 0 && filter->last_year != 0 && filter->first_year > filter->last_year)
    return _("The last year is before the first");
  if (filter->least_inhabitants != 0 && filter->most_inhabitants != 0 &&
      filter->least_inhabitants > filter->most_inhabitants)
    return _("The largest number of inhabitants is below the smallest");

  return NULL;
}

/* Reads the filter; what is no number in it counts as nothing, and is said. */
static void
read_filter (KompassGroupMembers *self,
             KompassMemberFilter *filter)
{
  gboolean are_years = TRUE;
  gboolean are_numbers = TRUE;
  const char *problem;

  *filter = (KompassMemberFilter) {
    .first_year = get_number (self->first_year, KOMPASS_YEAR_LAST, &are_years),
    .last_year = get_number (self->last_year, KOMPASS_YEAR_LAST, &are_years),
    .country = country_codes[MIN (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->country)),
                                  G_N_ELEMENTS (country_codes) - 1)],
    .least_inhabitants = get_number (self->least_inhabitants, KOMPASS_INHABITANTS_LIMIT, &are_numbers),
    .most_inhabitants = get_number (self->most_inhabitants, KOMPASS_INHABITANTS_LIMIT, &are_numbers),
  };
  problem = find_problem (filter, are_years, are_numbers);
  gtk_label_set_label (GTK_LABEL (self->filter_message), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->filter_message, problem != NULL);
  update_summary (self, filter);
}

static gboolean
is_same_filter (const KompassMemberFilter *one,
                const KompassMemberFilter *other)
{
  return one->first_year == other->first_year && one->last_year == other->last_year && one->country == other->country &&
         one->least_inhabitants == other->least_inhabitants && one->most_inhabitants == other->most_inhabitants;
}

/* A year that is still being typed is none yet. */
static void
find_rounds (KompassGroupMembers *self)
{
  KompassMemberFilter filter;
  g_autoptr (GPtrArray) rounds = NULL;
  g_autoptr (GError) error = NULL;

  read_filter (self, &filter);
  if (filter.first_year < KOMPASS_YEAR_FIRST)
    filter.first_year = 0;
  if (filter.last_year < KOMPASS_YEAR_FIRST)
    filter.last_year = 0;
  if (self->is_read && is_same_filter (&filter, &self->read))
    {
      gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
      update_page (self);
      return;
    }
  rounds = kompass_library_find_members (self->library, &filter, &error);
  if (rounds == NULL)
    {
      show_message (self, error->message);
      return;
    }
  self->read = filter;
  self->is_read = TRUE;
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), rounds->pdata, rounds->len);
  update_page (self);
}

static void
filter_changed_cb (KompassGroupMembers *self)
{
  if (self->is_settling || self->library == NULL)
    return;
  find_rounds (self);
}

/* Here or by another program. */
static void
lists_changed_cb (KompassGroupMembers *self)
{
  self->is_read = FALSE;
  if (self->edition != NULL)
    find_rounds (self);
}

static void
clear_filter_cb (KompassGroupMembers *self)
{
  GtkWidget *entries[] = { self->first_year, self->last_year, self->least_inhabitants, self->most_inhabitants };

  self->is_settling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    gtk_editable_set_text (GTK_EDITABLE (entries[i]), "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->country), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->depth), 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->only_chosen), FALSE);
  self->is_settling = FALSE;
  find_rounds (self);
  gtk_widget_grab_focus (self->search);
}

static void
kompass_group_members_dispose (GObject *object)
{
  KompassGroupMembers *self = KOMPASS_GROUP_MEMBERS (object);
  GtkWidget *child;

  self->is_settling = TRUE;
  if (self->list != NULL)
    gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  self->list = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_clear_object (&self->items);
  g_clear_object (&self->library);
  g_clear_object (&self->edition);

  G_OBJECT_CLASS (kompass_group_members_parent_class)->dispose (object);
}

static void
kompass_group_members_finalize (GObject *object)
{
  KompassGroupMembers *self = KOMPASS_GROUP_MEMBERS (object);

  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->chosen);
  g_clear_pointer (&self->leaving, g_hash_table_unref);
  g_hash_table_unref (self->kept);
  g_free (self->wanted);

  G_OBJECT_CLASS (kompass_group_members_parent_class)->finalize (object);
}

static void
kompass_group_members_class_init (KompassGroupMembersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kompass_group_members_dispose;
  object_class->finalize = kompass_group_members_finalize;

  /**
   * KompassGroupMembers::changed:
   *
   * Members have been chosen, or are members no longer.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/kompass-group-members.ui");
  gtk_widget_class_bind_template_child (widget_class, KompassGroupMembers, search);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupMembers, filter_button);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupMembers, first_year);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupMembers, last_year);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupMembers, least_inhabitants);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupMembers, most_inhabitants);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupMembers, country);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupMembers, depth);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupMembers, only_chosen);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupMembers, filter_message);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupMembers, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupMembers, filter_summary);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupMembers, stack);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupMembers, list);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupMembers, nothing);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupMembers, message);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupMembers, count);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupMembers, all);
  gtk_widget_class_bind_template_child (widget_class, KompassGroupMembers, none);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, select_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, select_none_cb);
}

static void
kompass_group_members_init (KompassGroupMembers *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *search_keys = gtk_event_controller_key_new ();
  GtkNoSelection *selection;

  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  self->rows = g_hash_table_new (NULL, NULL);
  self->items = g_list_store_new (KOMPASS_TYPE_ROUND);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  selection = gtk_no_selection_new (
      G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), self->filter)));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (selection));
  g_object_unref (factory);
  g_object_unref (selection);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->list, keys);
  gtk_event_controller_set_propagation_phase (search_keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (search_keys, "key-pressed", G_CALLBACK (search_key_pressed_cb), self);
  gtk_widget_add_controller (self->search, search_keys);
  kompass_style_name_parts (self->country, _("Country"));
  kompass_style_name_parts (self->depth, _("What is known"));
}

/**
 * kompass_group_members_set_library:
 * @self: a list of members
 * @library: the library with the evaluations
 */
void
kompass_group_members_set_library (KompassGroupMembers *self,
                                   KompassLibrary      *library)
{
  g_return_if_fail (self->library == NULL);

  self->library = g_object_ref (library);
  g_signal_connect_object (library, "lists-changed", G_CALLBACK (lists_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * kompass_group_members_set_edition:
 * @self: a list of members
 * @edition: the edition of the group
 *
 * Shows the evaluations of another edition. Those that were chosen leave the group, until their edition is the group's
 * again.
 */
void
kompass_group_members_set_edition (KompassGroupMembers *self,
                                   KompassEdition      *edition)
{
  GHashTable *kept = g_hash_table_lookup (self->kept, kompass_edition_get_id (edition));

  if (self->edition != NULL && g_hash_table_size (self->chosen) > 0)
    {
      g_clear_pointer (&self->leaving, g_hash_table_unref);
      self->leaving = g_hash_table_ref (self->chosen);
    }
  if (self->edition != NULL)
    g_hash_table_insert (self->kept, g_strdup (kompass_edition_get_id (self->edition)), g_hash_table_ref (self->chosen));
  g_hash_table_unref (self->chosen);
  self->chosen = kept != NULL ? g_hash_table_ref (kept)
                              : g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  if (self->leaving == self->chosen)
    g_clear_pointer (&self->leaving, g_hash_table_unref);
  g_set_object (&self->edition, edition);
  if (self->library != NULL)
    find_rounds (self);
  chosen_changed (self);
}

/**
 * kompass_group_members_set_chosen:
 * @self: a list of members with an edition, whose filter is empty
 * @evaluations: (element-type utf8): UUIDs of the evaluations that are members; those of another edition are left out
 */
void
kompass_group_members_set_chosen (KompassGroupMembers *self,
                                  GPtrArray           *evaluations)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < evaluations->len; i++)
    g_hash_table_add (wanted, g_ptr_array_index (evaluations, i));
  g_hash_table_remove_all (self->chosen);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (KompassRound) round = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (g_hash_table_contains (wanted, kompass_round_get_id (round)) && is_of_edition (self, round))
        choose (self, round, TRUE);
    }
  chosen_changed (self);
}

static int
compare_rounds (gconstpointer a,
                gconstpointer b)
{
  KompassRound *one = *(KompassRound * const *) a;
  KompassRound *other = *(KompassRound * const *) b;
  int order = kompass_swedish_collate (kompass_round_get_municipality (one), kompass_round_get_municipality (other));

  if (order == 0)
    order = (int) kompass_round_get_year (one) - (int) kompass_round_get_year (other);

  return order != 0 ? order : strcmp (kompass_round_get_id (one), kompass_round_get_id (other));
}

static GPtrArray *
list_rounds (GHashTable *rounds,
             gboolean    in_order)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer round;

  if (rounds == NULL)
    return list;
  g_hash_table_iter_init (&iter, rounds);
  while (g_hash_table_iter_next (&iter, NULL, &round))
    g_ptr_array_add (list, g_object_ref (round));
  if (in_order)
    g_ptr_array_sort (list, compare_rounds);

  return list;
}

/**
 * kompass_group_members_list_chosen:
 * @self: a list of members
 * @in_order: whether they are wanted by municipality in Swedish order, the earliest first, or faster in any order
 *
 * Returns: (transfer full) (element-type KompassRound): the members
 */
GPtrArray *
kompass_group_members_list_chosen (KompassGroupMembers *self,
                                   gboolean             in_order)
{
  return list_rounds (self->chosen, in_order);
}

guint
kompass_group_members_get_n_chosen (KompassGroupMembers *self)
{
  return g_hash_table_size (self->chosen);
}

/**
 * kompass_group_members_list_leaving:
 * @self: a list of members
 *
 * Returns: (transfer full) (element-type KompassRound): those that were chosen before the edition was changed, by
 *   municipality in Swedish order, the earliest first
 */
GPtrArray *
kompass_group_members_list_leaving (KompassGroupMembers *self)
{
  return list_rounds (self->leaving, TRUE);
}

/**
 * kompass_group_members_search:
 * @self: a list of members
 *
 * Moves the keyboard to the search entry.
 */
void
kompass_group_members_search (KompassGroupMembers *self)
{
  gtk_widget_grab_focus (self->search);
}
