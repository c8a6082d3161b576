/*
 * document.h - one report and everything that was read from it.
 *
 * A document is made by lgm_read (engine.h) and owned by the caller until lgm_doc_free. All that
 * these functions return is borrowed from the document and lives as long as it does; the engine
 * that made it must outlive it. A document is read-only once made: any number of threads may look.
 *
 * Units   lgm_cpspan: half-open range of Unicode code points of lgm_doc_text, as in the JSON
 *         record.
 */
#ifndef LEGOMENA_DOCUMENT_H
#define LEGOMENA_DOCUMENT_H

#include <stddef.h>
#include <stdint.h>

#include "legomena/kinds.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct lgm_doc lgm_doc;

LGM_API void lgm_doc_free(lgm_doc *doc); /* NULL is fine */

LGM_API lgm_str lgm_doc_text(const lgm_doc *doc);
LGM_API lgm_str lgm_doc_id(const lgm_doc *doc);
LGM_API lgm_str lgm_doc_title(const lgm_doc *doc);
LGM_API lgm_str lgm_doc_byline(const lgm_doc *doc);
LGM_API lgm_str lgm_doc_publisher(const lgm_doc *doc);
LGM_API lgm_str lgm_doc_date(const lgm_doc *doc); /* YYYY-MM-DD */
LGM_API lgm_str lgm_doc_url(const lgm_doc *doc);
/* The text of a span; an empty string for a span outside of the text. */
LGM_API lgm_str lgm_doc_quote(const lgm_doc *doc, lgm_cpspan span);

LGM_API size_t lgm_doc_n_warnings(const lgm_doc *doc);
LGM_API const char *lgm_doc_warning(const lgm_doc *doc, size_t i);

#ifdef __cplusplus
}
#endif
#endif
