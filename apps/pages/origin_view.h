/*
 * origin_view.h - who stands behind a story or a claim: as a tree for the terminal, as a picture,
 * for programs.
 *
 *     Ada Lind · person · heard once
 *       told Reuters: 12 Ostrel Courier, 14 Merrow Daily
 *
 * The picture is inline SVG without styles or scripts, in the colour of the text around it: sources
 * on the left, who heard them in the middle, the reports on the right, those of one text together.
 * A copy hangs on the report whose text it has, and has no lines of its own.
 *
 * Files   origin_text.c, origin_picture.c, origin_data.c (JSON, CSV), origin_order.c.
 */
#ifndef PAGES_ORIGIN_VIEW_H
#define PAGES_ORIGIN_VIEW_H

#include <stdbool.h>

#include "legomena/origins.h"
#include "strbuf.h"

typedef struct origin_view {
    const lgm_origins *origins;
    const lgm_told *told; /* as it may be shown */
    size_t n_told;
} origin_view;

/* "At least 2, at most 5 independent origins." */
void origin_count_words(strbuf *out, size_t least, size_t most);

/* why: says of each voice why it stands there, and of each origin with which it may be one. */
void origin_text(strbuf *out, const origin_view *v, bool why, int width, bool color);
void origin_picture(strbuf *out, const origin_view *v);
/* An object: counts, origins, the reports that copy others; coverage: what it was taken from, as
 * JSON, may be NULL. */
void origin_json(strbuf *out, const origin_view *v, const strbuf *coverage);
/* A row a voice. */
void origin_csv(strbuf *out, const origin_view *v);

/* The origins, those of most reports first; to be freed. Copies of a report do not count. NULL: no
 * memory. */
typedef struct origin_rank {
    uint32_t origin;
    size_t reports, voices;
} origin_rank;
origin_rank *origin_order(const origin_view *v);

#endif
