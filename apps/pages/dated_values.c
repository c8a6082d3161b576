/* dated_values.c - the fields of a line of the timeline. */
#include "value_pieces.h"

static bool put_value(strbuf *to, const lgm_record *r, uint32_t i)
{
    return value_str(to, r->timeline.at[i].value);
}

static bool put_record(strbuf *to, const lgm_record *r, uint32_t i)
{
    const lgm_link of = r->timeline.at[i].record;
    strbuf_printf(to, "%c%u", of.kind, of.index + 1);
    return true;
}

static bool put_also(strbuf *to, const lgm_record *r, uint32_t i)
{
    return value_ids(to, 'c', r->timeline.at[i].also);
}

const field_value dated_values[] = {{"value", "value", put_value},
                                    {"record", "record", put_record},
                                    {"also", "also", put_also},
                                    {NULL, NULL, NULL}};
