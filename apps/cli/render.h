/*
 * render.h - one report in the form that was asked for; called in the threads of a batch.
 */
#ifndef CLI_RENDER_H
#define CLI_RENDER_H

#include "legomena/batch.h"
#include "read_options.h"
#include "strbuf.h"

typedef struct rendered { /* what a report has become */
    strbuf out;
    strbuf title, entry; /* of a web page: for what goes around the reports */
    strbuf notes;        /* warnings, for standard error */
    size_t n_claims;
    size_t n_guarded; /* of csv: cells with a ' before them */
} rendered;

typedef struct renderer {
    const read_options *options;
    bool own_pages; /* html: each report is a page, and not a part of one */
    const char *model, *version;
} renderer;

/* result->at is a rendered, to be freed by render_free. */
lgm_status render_report(const renderer *r, uint64_t number, const lgm_record *report,
                         const lgm_input *in, lgm_batch_result *result, lgm_err *err);
void render_free(void *unused, void *rendered);

#endif
