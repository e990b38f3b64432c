/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-library-private.h"

G_BEGIN_DECLS

typedef struct _KompassItem KompassItem;

/**
 * KompassItemVerb:
 * @KOMPASS_ITEM_ADD: it comes into its list
 * @KOMPASS_ITEM_CHANGE: it says something else
 * @KOMPASS_ITEM_MOVE: it comes to another place
 * @KOMPASS_ITEM_DELETE: it goes
 *
 * What is done with an item of a list of a report.
 */
typedef enum
{
  KOMPASS_ITEM_ADD,
  KOMPASS_ITEM_CHANGE,
  KOMPASS_ITEM_MOVE,
  KOMPASS_ITEM_DELETE,
} KompassItemVerb;

/**
 * KompassItemTable:
 * @name: its name; it has the columns "evaluation", "id" and "position"
 * @subject: what the subjects of steps about its items begin with
 * @missing: what is said where there is no such item, not translated
 * @columns: what @read reads
 * @read: (nullable): reads where the item is; gives %FALSE where that makes no sense
 * @choose_label: gives what the step is called
 * @list: queries the ids of the list the item is in or comes to, in order
 * @insert: writes an item that is not there
 * @change: writes what an item says
 * @move: (nullable): writes which list an item comes to
 *
 * A table of items, and how one of them is written.
 */
typedef struct
{
  const char *name;
  const char *subject;
  const char *missing;
  const char *columns;
  gboolean (*read)              (KompassItem     *item,
                                 sqlite3_stmt    *row);
  const char *(*choose_label)   (KompassItem     *item);
  sqlite3_stmt *(*list)         (KompassLibrary  *self,
                                 KompassItem     *item,
                                 GError         **error);
  gboolean (*insert)            (KompassLibrary  *self,
                                 KompassItem     *item,
                                 GError         **error);
  gboolean (*change)            (KompassLibrary  *self,
                                 KompassItem     *item,
                                 GError         **error);
  gboolean (*move)              (KompassLibrary  *self,
                                 KompassItem     *item,
                                 GError         **error);
} KompassItemTable;

/**
 * KompassItem:
 * @label: the label of the step, with the evaluation
 * @table: where it stands
 * @id: its UUID
 * @verb: what is done
 * @position: where it is added or moved in its list, from 0, without itself; as the last where there are fewer
 *
 * An item that is edited. It begins a larger struct, which says what it is to be.
 */
struct _KompassItem
{
  KompassLabel label;
  const KompassItemTable *table;
  const char *id;
  KompassItemVerb verb;
  guint position;
};

gboolean kompass_library_edit_item (KompassLibrary  *self,
                                    KompassItem     *item,
                                    GError         **error);

G_END_DECLS
