/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-application.h"
#include "kompass-test-library.h"
#include "kompass-window.h"

G_BEGIN_DECLS

/**
 * KompassTestWindow:
 * @folder: a folder of the test's own
 * @path: the library in it
 * @application: the application, which is not seen outside the test
 * @window: its window
 * @matrix: the matrix in it
 *
 * What a test of the window begins with.
 */
typedef struct
{
  char *folder;
  char *path;
  GtkApplication *application;
  KompassWindow *window;
  KompassMatrix *matrix;
} KompassTestWindow;

/**
 * KompassTestCondition:
 * @data: what kompass_test_wait_for() was given
 *
 * Returns: whether what is waited for has come about
 */
typedef gboolean (*KompassTestCondition) (gpointer data);

/**
 * KompassTestFunc:
 * @fixture: a fixture
 * @data: not used
 *
 * A test of the window, or what is done before it.
 */
typedef void (*KompassTestFunc) (KompassTestWindow *fixture,
                                 gconstpointer      data);

void             kompass_test_init_windows      (int                   *argc,
                                                 char                ***argv);
void             kompass_test_set_up_window     (KompassTestWindow     *fixture,
                                                 gconstpointer          data);
void             kompass_test_set_up_example    (KompassTestWindow     *fixture,
                                                 gconstpointer          data);
void             kompass_test_tear_down_window  (KompassTestWindow     *fixture,
                                                 gconstpointer          data);
void             kompass_test_add_window        (const char            *path,
                                                 KompassTestFunc        set_up,
                                                 KompassTestFunc        test);
void             kompass_test_show_window       (KompassTestWindow     *fixture);
void             kompass_test_close_window      (KompassTestWindow     *fixture);
void             kompass_test_open              (KompassTestWindow     *fixture,
                                                 const char            *name);

void             kompass_test_wait_for          (KompassTestCondition   condition,
                                                 gpointer               data);
void             kompass_test_wait_for_frame    (GtkWidget             *widget);

GtkWidget       *kompass_test_find_widget       (GtkWidget             *root,
                                                 GType                  type);
GtkWidget       *kompass_test_get_part          (gpointer               widget,
                                                 const char            *id);
GtkWidget       *kompass_test_get_window_part   (KompassTestWindow     *fixture,
                                                 const char            *id);
GtkWidget       *kompass_test_get_view_part     (KompassTestWindow     *fixture,
                                                 const char            *id);
GtkWindow       *kompass_test_find_dialog       (KompassTestWindow     *fixture,
                                                 GType                  type);

gboolean         kompass_test_press_on          (GtkWidget             *widget,
                                                 const char            *controller,
                                                 guint                  keyval,
                                                 GdkModifierType        modifiers);
void             kompass_test_activate          (KompassTestWindow     *fixture,
                                                 const char            *action,
                                                 const char            *target);

char            *kompass_test_find_evaluation   (KompassTestWindow     *fixture,
                                                 const char            *name);
char            *kompass_test_find_municipality (KompassTestWindow     *fixture,
                                                 const char            *name);

G_END_DECLS
