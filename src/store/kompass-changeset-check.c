/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A look at the form of a changeset before SQLite reads it: its session extension trusts what it is given, and goes
 * round for ever on one that has been cut in the head of a table.
 *
 * The form is that of "Changeset and Patchset Format" in SQLite's ext/session/sqlite3session.c: for each table a head
 * ('T', the number of columns, a byte for each, the name and a zero), then its changes (the operation, a byte, the old
 * and the new values, each value a byte for its type and then its contents). */
#include "kompass-changeset-check.h"

#include <sqlite3.h>
#include <string.h>

/* More than any table of ours has or will have. */
#define MOST_COLUMNS 1000

enum
{
  VALUE_UNCHANGED,
  VALUE_INTEGER,
  VALUE_FLOAT,
  VALUE_TEXT,
  VALUE_BLOB,
  VALUE_NULL,
};

typedef struct
{
  const guint8 *next;
  gsize left;
} Reader;

typedef struct
{
  guint64 n_columns;
  const guint8 *keys; /* a byte for each column; 0 where it is no part of the primary key */
} Table;

/* Which values of a row may be left out: those that an update does not change, but of the old row never the key, and of
 * the new row always the key. */
typedef enum
{
  ROW_WHOLE,
  ROW_BEFORE_UPDATE,
  ROW_AFTER_UPDATE,
} Row;

static gboolean
skip (Reader *reader,
      guint64 n_bytes)
{
  if (n_bytes > reader->left)
    return FALSE;
  reader->next += n_bytes;
  reader->left -= n_bytes;

  return TRUE;
}

static gboolean
take_byte (Reader *reader,
           guint8 *byte)
{
  const guint8 *here = reader->next;

  if (!skip (reader, 1))
    return FALSE;
  *byte = *here;

  return TRUE;
}

/* Seven bits a byte, the highest first, as long as the eighth bit is set. Nothing of ours is longer than four bytes. */
static gboolean
take_number (Reader  *reader,
             guint64 *number)
{
  guint8 byte;

  *number = 0;
  for (guint i = 0; i < 4; i++)
    {
      if (!take_byte (reader, &byte))
        return FALSE;
      *number = *number << 7 | (byte & 0x7f);
      if ((byte & 0x80) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
skip_value (Reader *reader)
{
  guint64 length;
  guint8 type;

  if (!take_byte (reader, &type))
    return FALSE;
  switch (type)
    {
    case VALUE_UNCHANGED:
    case VALUE_NULL:
      return TRUE;
    case VALUE_INTEGER:
    case VALUE_FLOAT:
      return skip (reader, 8);
    case VALUE_TEXT:
    case VALUE_BLOB:
      return take_number (reader, &length) && skip (reader, length);
    default:
      return FALSE;
    }
}

static gboolean
may_be (Row      row,
        gboolean is_key,
        gboolean is_left_out)
{
  switch (row)
    {
    case ROW_BEFORE_UPDATE:
      return !is_key || !is_left_out;
    case ROW_AFTER_UPDATE:
      return !is_key || is_left_out;
    case ROW_WHOLE:
    default:
      return !is_left_out;
    }
}

static gboolean
skip_row (Reader      *reader,
          const Table *table,
          Row          row)
{
  for (guint64 i = 0; i < table->n_columns; i++)
    if (reader->left == 0 || !may_be (row, table->keys[i] != 0, *reader->next == VALUE_UNCHANGED) ||
        !skip_value (reader))
      return FALSE;

  return TRUE;
}

static gboolean
take_head (Reader *reader,
           Table  *table)
{
  const guint8 *end;

  if (!take_number (reader, &table->n_columns) || table->n_columns == 0 || table->n_columns > MOST_COLUMNS)
    return FALSE;
  table->keys = reader->next;
  if (!skip (reader, table->n_columns))
    return FALSE;
  end = memchr (reader->next, '\0', reader->left);

  return end != NULL && skip (reader, (guint64) (end - reader->next) + 1);
}

static gboolean
skip_change (Reader      *reader,
             const Table *table,
             guint8       operation)
{
  switch (operation)
    {
    case SQLITE_INSERT:
    case SQLITE_DELETE:
      return skip (reader, 1) && skip_row (reader, table, ROW_WHOLE);
    case SQLITE_UPDATE:
      return skip (reader, 1) && skip_row (reader, table, ROW_BEFORE_UPDATE) &&
             skip_row (reader, table, ROW_AFTER_UPDATE);
    default:
      return FALSE;
    }
}

/**
 * kompass_changeset_is_sound:
 * @changeset: bytes that should be a changeset
 *
 * Returns: %TRUE if they have the form of one, so that SQLite can be trusted with them
 */
gboolean
kompass_changeset_is_sound (GBytes *changeset)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (changeset, &size);
  Reader reader = { data, size };
  Table table = { 0 };
  guint8 mark;

  while (take_byte (&reader, &mark))
    if (mark == 'T' ? !take_head (&reader, &table) : table.n_columns == 0 || !skip_change (&reader, &table, mark))
      return FALSE;

  return TRUE;
}
