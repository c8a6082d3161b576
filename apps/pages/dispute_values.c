/* dispute_values.c - the fields of a dispute. */
#include "value_pieces.h"

static bool put_over(strbuf *to, const lgm_record *r, uint32_t i)
{
    return value_str(to, r->disputes.at[i].over);
}

/* "c1, c4 against c3" */
static bool put_sides(strbuf *to, const lgm_record *r, uint32_t i)
{
    const lgm_sides *const sides = &r->disputes.at[i].sides;
    for (size_t k = 0; k < sides->n; k++) {
        if (k) strbuf_puts(to, " against ");
        value_ids(to, 'c', sides->at[k]);
    }
    return sides->n > 0;
}

const field_value dispute_values[] = {
    {"over", "over", put_over}, {"sides", "sides", put_sides}, {NULL, NULL, NULL}};
