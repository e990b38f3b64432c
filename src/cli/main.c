/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kommunkompass-cli: the program for the command line. */
#include "kompass-cli.h"
#include "kompass-paths.h"

int
main (int    argc,
      char **argv)
{
  kompass_paths_init_locale ();

  return kompass_cli_main (argc, argv);
}
