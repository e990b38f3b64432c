/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is in packages (ZIP). */
#include "kompass-test-zip.h"

#include <gsf/gsf-infile-zip.h>
#include <gsf/gsf-input-memory.h>

static GsfInfile *
open_zip (GBytes *zip)
{
  g_autoptr (GError) error = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (zip, &size);
  GsfInput *input = gsf_input_memory_new (data, (gsf_off_t) size, FALSE);
  GsfInfile *infile = gsf_infile_zip_new (input, &error);

  g_assert_no_error (error);
  g_object_unref (input);

  return infile;
}

static void
list_folder (GsfInfile  *folder,
             const char *prefix,
             GPtrArray  *names)
{
  for (int i = 0; i < gsf_infile_num_children (folder); i++)
    {
      GsfInput *child = gsf_infile_child_by_index (folder, i);
      g_autofree char *name = g_strconcat (prefix, gsf_infile_name_by_index (folder, i), NULL);

      if (GSF_IS_INFILE (child) && gsf_infile_num_children (GSF_INFILE (child)) >= 0)
        {
          g_autofree char *inside = g_strconcat (name, "/", NULL);

          list_folder (GSF_INFILE (child), inside, names);
        }
      else
        g_ptr_array_add (names, g_steal_pointer (&name));
      g_object_unref (child);
    }
}

/**
 * kompass_test_zip_list:
 * @zip: a package
 *
 * Returns: (transfer full) (element-type utf8): the names of its members
 */
GPtrArray *
kompass_test_zip_list (GBytes *zip)
{
  GsfInfile *infile = open_zip (zip);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  list_folder (infile, "", names);
  g_object_unref (infile);

  return names;
}

/**
 * kompass_test_zip_read:
 * @zip: a package
 * @name: of a member, which is there
 *
 * Returns: (transfer full): what it holds
 */
GBytes *
kompass_test_zip_read (GBytes     *zip,
                       const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);
  GsfInfile *infile = open_zip (zip);
  GsfInput *input = gsf_infile_child_by_aname (infile, (const char **) parts);
  gsf_off_t size;
  guint8 *content;

  if (input == NULL)
    g_error ("%s is not there", name);
  size = gsf_input_size (input);
  content = g_malloc ((gsize) size + 1);
  if (size > 0)
    g_assert_nonnull (gsf_input_read (input, (size_t) size, content));
  g_object_unref (input);
  g_object_unref (infile);

  return g_bytes_new_take (content, (gsize) size);
}

/**
 * kompass_test_zip_text:
 * @zip: a package
 * @name: of a member, which is there
 *
 * Returns: (transfer full): what it holds, as text
 */
char *
kompass_test_zip_text (GBytes     *zip,
                       const char *name)
{
  g_autoptr (GBytes) content = kompass_test_zip_read (zip, name);

  return g_strndup (g_bytes_get_data (content, NULL), g_bytes_get_size (content));
}
