/*
 * delivery.h - rendered reports, in order, to where they go: one file with what stands around the
 * reports, or a folder of web pages with an index.
 *
 * A file gets its name, and each page its own, when it is whole; the index comes last. Where there
 * is no report, no file is written, and what was there stays.
 */
#ifndef CLI_DELIVERY_H
#define CLI_DELIVERY_H

#include "output.h"
#include "render.h"

/* Reports on one web page above which a folder of pages is advised. */
enum { DELIVERY_PAGEFUL = 100 };

typedef struct delivery {
    const renderer *renderer;
    const char *folder; /* NULL = one file */
    bool made_folder;
    output out;         /* that file */
    strbuf contents;    /* of web pages: a line a report */
    unsigned long long n_reports, n_failed, n_claims;
    size_t n_guarded;
} delivery;

/* Is the output of these options a folder of pages? */
bool delivery_is_folder(const read_options *o);
/* The file that is written first, to be freed: for own_output_among. NULL = standard output.
 * Returns 0 or an errno. */
int delivery_path(const read_options *o, char **path);

/* False, of all of these: it could not be written, and said why, now or on closing. */
bool delivery_open(delivery *d, const renderer *r);
bool delivery_put(delivery *d, uint64_t number, const rendered *report);
bool delivery_flush(delivery *d);
bool delivery_end(delivery *d); /* what stands behind the last report */
/* whole: nothing is missing, and the file may take its name. */
bool delivery_close(delivery *d, bool whole);

#endif
