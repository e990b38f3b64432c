/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-library.h"

G_BEGIN_DECLS

gboolean kompass_group_name_is_taken (KompassLibrary *library,
                                      KompassEdition *edition,
                                      const char     *name,
                                      const char     *except);
char    *kompass_group_name_of_copy  (KompassLibrary *library,
                                      KompassGroup   *group);

G_END_DECLS
