/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of an archive package. Their names are the same in every language. */
#pragma once

#include "kompass-data-xml.h"

#define KOMPASS_ARCHIVE_README "README.txt"
#define KOMPASS_ARCHIVE_PDF "report.pdf"
#define KOMPASS_ARCHIVE_ODT "report.odt"
#define KOMPASS_ARCHIVE_SCORES "data/scores.csv"
#define KOMPASS_ARCHIVE_FINDINGS "data/findings.csv"
#define KOMPASS_ARCHIVE_XML "data/evaluation.xml"
#define KOMPASS_ARCHIVE_SCHEMA "data/" KOMPASS_DATA_SCHEMA_NAME
#define KOMPASS_ARCHIVE_SUMS "SHA256SUMS"
