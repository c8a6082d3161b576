/*
 * report.h - what a caller hands in becomes the report of a document.
 *
 * Reads   lgm_input (input.h).     Writes  doc->text, id, title ... retrieved, lang, hashes,
 *         warnings.
 * Units   sha256 is of doc->text; raw_sha256 of in->raw, or of in->text where raw is NULL,
 *         unless in->raw_sha256 says it.
 * Owns    everything is copied into the document's arena but for a text that is plain UTF-8, which
 *         stays where it is: the input outlives the document.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET. What is odd about a report (encoding, a date that is no day)
 *         is a warning of the document, not an error.
 */
#ifndef LGM_REPORT_H
#define LGM_REPORT_H

#include "doc/doc.h"
#include "legomena/engine.h"

LGM_NODISCARD lgm_status lgm_read_report_fill(lgm_doc *doc, const lgm_input *in, lgm_err *err);

#endif
