/* quoted.c - which words of a content stand inside quotation marks. */
#include "record/record.h"

static bool is_quoted(const lgm_doc *doc, uint32_t token)
{
    return (doc->tokens[token].flags & LGM_TOK_QUOTED) != 0;
}

bool lgm_record_next_quoted(const lgm_doc *doc, const lgm_parts *content, lgm_record_walk *walk,
                            lgm_tokspan *out)
{
    for (; walk->part < content->n; walk->part++, walk->token = 0) {
        const lgm_tokspan part = content->at[walk->part];
        uint32_t t = walk->token > part.start ? walk->token : part.start;
        while (t < part.end && !is_quoted(doc, t)) t++;
        if (t == part.end) continue;
        out->start = t;
        while (t < part.end && is_quoted(doc, t)) t++;
        out->end = walk->token = t;
        return true;
    }
    return false;
}
