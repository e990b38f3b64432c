/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the buffer share. */
#pragma once

#include "kompass-text-buffer.h"
#include "kompass-text-history.h"
#include "kompass-text-tags.h"

G_BEGIN_DECLS

struct _KompassTextBuffer
{
  GtkTextBuffer parent_instance;

  KompassTextTags tags;
  KompassTextHistory *history;
  KompassEvaluation *evaluation;
  GPtrArray *paragraphs; /* of KompassText, one paragraph in each: the text as it was after the last change */
  guint raw;             /* what is done now is no change of the user's */

  guint depth;           /* of user actions */
  KompassTextPlace before;
  guint n_inserted;      /* times, in this action */
  guint n_deleted;
  KompassTextKeys keys;
  gboolean is_dirty;
  int dirty_first;       /* paragraphs before this one are as they were */
  int dirty_tail;        /* and so many at the end */

  gboolean has_pending;  /* what is typed next looks so */
  KompassRunFlags pending;
  int insert_offset;     /* where the marks were, to know which way they go */
  int bound_offset;
};

/* Places and lines */
int              kompass_text_buffer_count_lines     (KompassTextBuffer    *self);
void             kompass_text_buffer_get_insert      (KompassTextBuffer    *self,
                                                      GtkTextIter          *iter);
KompassTextPlace kompass_text_buffer_get_place       (KompassTextBuffer    *self);
void             kompass_text_buffer_place_caret     (KompassTextBuffer    *self,
                                                      KompassTextPlace      place);
void             kompass_text_buffer_remember_marks  (KompassTextBuffer    *self);
gboolean         kompass_text_buffer_clamp           (KompassTextBuffer    *self,
                                                      GtkTextIter          *iter);
gboolean         kompass_text_buffer_is_in_field     (KompassTextBuffer    *self,
                                                      const GtkTextIter    *iter,
                                                      GtkTextIter          *start,
                                                      GtkTextIter          *end);
KompassText     *kompass_text_buffer_read_line       (KompassTextBuffer    *self,
                                                      int                   line);
void             kompass_text_buffer_write_lines     (KompassTextBuffer    *self,
                                                      int                   first,
                                                      int                   n_old,
                                                      GPtrArray            *now);

/* Changes */
void             kompass_text_buffer_begin_change    (KompassTextBuffer    *self);
void             kompass_text_buffer_end_change      (KompassTextBuffer    *self);
void             kompass_text_buffer_touch           (KompassTextBuffer    *self,
                                                      int                   first,
                                                      int                   last);
void             kompass_text_buffer_emit_edited     (KompassTextBuffer    *self);
void             kompass_text_buffer_emit_moved      (KompassTextBuffer    *self);
void             kompass_text_buffer_install_editing (GtkTextBufferClass   *buffer_class);

/* Looks */
KompassRunFlags  kompass_text_buffer_get_flags_at    (KompassTextBuffer    *self,
                                                      const GtkTextIter    *iter);
gboolean         kompass_text_buffer_next_piece      (GtkTextIter          *from,
                                                      GtkTextIter          *to,
                                                      const GtkTextIter    *end);

G_END_DECLS
