/* quotes.c - pairs of quotation marks, paragraph by paragraph. */
#include "text/scan.h"

lgm_status lgm_text_quotes(lgm_doc *doc, lgm_err *err)
{
    (void)err;
    doc->quotes = NULL;
    doc->n_quotes = 0;
    return LGM_OK;
}
