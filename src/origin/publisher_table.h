/* publisher_table.h - the table of publishers as tools/publishers.py makes it of data/origin.
 * Internal to the room origin. */
#ifndef LGM_ORIGIN_PUBLISHER_TABLE_H
#define LGM_ORIGIN_PUBLISHER_TABLE_H

#include "legomena/origins.h"

typedef struct lgm_origin_tie { /* to an owner, from a month (201307) up to another */
    uint32_t owner;             /* a line */
    uint32_t from, to;
} lgm_origin_tie;

typedef struct lgm_origin_line {
    const char *name;
    lgm_publisher_kind kind;
    uint32_t tie, n_ties; /* of lgm_origin_ties, the oldest first */
} lgm_origin_line;

typedef struct lgm_origin_key { /* a name as it is compared, or a host */
    const char *key;
    uint32_t line;
} lgm_origin_key;

extern const lgm_origin_line lgm_origin_lines[];
extern const lgm_origin_tie lgm_origin_ties[];
extern const lgm_origin_key lgm_origin_names[], lgm_origin_hosts[]; /* ascending, each once */
extern const size_t lgm_origin_n_names, lgm_origin_n_hosts;

#endif
