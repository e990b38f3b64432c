/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application: its options, its keys, and one window per library that is asked for. */
#include "kompass-application.h"

#include <glib/gi18n-lib.h>

#include "config.h"
#include "kompass-window.h"

struct _KompassApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (KompassApplication, kompass_application, ADW_TYPE_APPLICATION)

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  /* One by one, so that what is being typed is committed. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  adw_show_about_window (gtk_application_get_active_window (GTK_APPLICATION (user_data)),
                         "application-name", _("Kommunkompass"),
                         "application-icon", APPLICATION_ID,
                         "version", PACKAGE_VERSION,
                         "developer-name", _("The Kommunkompass developers"),
                         "comments", _("Score evaluations with Kommunkompassen, compare profiles and publish charts."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: your name, for the list of translators */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static void
new_window_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (user_data));
  KompassLibrary *library = KOMPASS_IS_WINDOW (active) ? kompass_window_get_library (KOMPASS_WINDOW (active)) : NULL;
  g_autofree char *default_path = kompass_library_get_default_path ();

  gtk_window_present (GTK_WINDOW (kompass_window_new (
      GTK_APPLICATION (user_data), library != NULL ? kompass_library_get_path (library) : default_path)));
}

static const GActionEntry actions[] = {
  { "quit", quit_cb },
  { "about", about_cb },
  { "new-window", new_window_cb },
};

static const struct
{
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "app.quit", { "<Control>q" } },
  { "app.new-window", { "<Control><Shift>n" } },
  { "win.new-evaluation", { "<Control>n" } },
  { "win.search", { "<Control>f" } },
  { "win.sidebar", { "F9" } },
  { "win.profile", { "<Shift>F9" } },
  { "win.view::points", { "<Alt>1" } },
  { "win.view::profile", { "<Alt>2" } },
  { "win.view::report", { "<Alt>3" } },
  { "win.printed", { "<Control><Shift>p" } },
  { "win.next-evaluation", { "<Control>Page_Down" } },
  { "win.previous-evaluation", { "<Control>Page_Up" } },
  { "win.export", { "<Control>e" } },
  { "win.print", { "<Control>p" } },
  { "win.show-help-overlay", { "<Control>question", "F1" } },
  { "window.close", { "<Control>w" } },
};

static gpointer
read_icon_theme (gpointer data)
{
  g_autoptr (GtkIconTheme) theme = data;

  gtk_icon_theme_has_icon (theme, APPLICATION_ID);

  return NULL;
}

/* GTK reads the icon theme when it starts, in a thread, and has to read it anew once it has been told of the program's own
 * icons: with the first icon of the window, which then waits for it. Looking icons up is what a GtkIconTheme does in any
 * thread, so it is read while the window is made. */
static void
read_icon_theme_early (void)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  g_thread_unref (g_thread_new ("icon-theme", read_icon_theme, g_object_ref (theme)));
}

static void
kompass_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (kompass_application_parent_class)->startup (application);
  read_icon_theme_early ();

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accelerators[i].action, accelerators[i].keys);
  gtk_window_set_default_icon_name (APPLICATION_ID);
}

static char *
choose_path (GApplicationCommandLine *command_line,
             GVariantDict            *options)
{
  g_auto (GStrv) arguments = g_application_command_line_get_arguments (command_line, NULL);
  const char *library = NULL;

  if (!g_variant_dict_lookup (options, "library", "^&ay", &library) && arguments[0] != NULL)
    library = arguments[1];
  if (library == NULL)
    return kompass_library_get_default_path ();

  {
    g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (command_line, library);

    return g_file_get_path (file);
  }
}

static KompassWindow *
find_window (GtkApplication *application,
             const char     *path)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (KOMPASS_IS_WINDOW (l->data) && kompass_window_get_library (l->data) != NULL &&
        g_strcmp0 (kompass_library_get_path (kompass_window_get_library (l->data)), path) == 0)
      return l->data;

  return NULL;
}

static int
kompass_application_command_line (GApplication            *application,
                                  GApplicationCommandLine *command_line)
{
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autofree char *path = choose_path (command_line, options);
  g_autofree char *full = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;
  KompassWindow *window;

  if (full == NULL)
    {
      g_application_command_line_printerr (command_line, "%s\n",
                                           _("This file cannot be opened where it is. Save it to a folder first."));
      return 1;
    }
  window = find_window (GTK_APPLICATION (application), full);
  if (window == NULL)
    window = kompass_window_new (GTK_APPLICATION (application), full);
  if (g_variant_dict_contains (options, "example"))
    kompass_window_open_example (window);
  gtk_window_present (GTK_WINDOW (window));
  kompass_window_focus (window);

  return 0;
}

static int
kompass_application_handle_local_options (GApplication *application,
                                          GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("kommunkompass %s\n", PACKAGE_VERSION);

  return 0;
}

static void
kompass_application_class_init (KompassApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = kompass_application_startup;
  application_class->command_line = kompass_application_command_line;
  application_class->handle_local_options = kompass_application_handle_local_options;
}

static void
kompass_application_init (KompassApplication *self)
{
  static const GOptionEntry options[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Open this library instead of your own"), N_("FILE") },
    { "example", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the example Lund 2011"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the version"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[LIBRARY]"));
}

/**
 * kompass_application_new:
 *
 * Returns: (transfer full): the application
 */
KompassApplication *
kompass_application_new (void)
{
  return g_object_new (KOMPASS_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE,
                       "resource-base-path", RESOURCE_PATH,
                       NULL);
}
