/* value_pieces.c - see value_pieces.h. */
#include "value_pieces.h"

#include "shown.h"

bool value_word(strbuf *to, const char *word)
{
    if (word) strbuf_puts(to, word);
    return word != NULL;
}

bool value_str(strbuf *to, lgm_str s)
{
    if (s.ptr) strbuf_put(to, s.ptr, s.len);
    return s.ptr != NULL;
}

bool value_quoted(strbuf *to, const lgm_record *r, lgm_cpspan at)
{
    strbuf_puts(to, "\u201c");
    value_str(to, lgm_record_quote(r, at));
    strbuf_puts(to, "\u201d");
    return true;
}

bool value_spans(strbuf *to, const lgm_record *r, lgm_spans at)
{
    for (size_t i = 0; i < at.n; i++) {
        if (i) strbuf_puts(to, SHOWN_GAP);
        value_quoted(to, r, at.at[i]);
    }
    return at.n > 0;
}

bool value_strs(strbuf *to, lgm_strs list)
{
    for (size_t i = 0; i < list.n; i++) {
        if (i) strbuf_puts(to, "; ");
        value_str(to, list.at[i]);
    }
    return list.n > 0;
}

bool value_entity(strbuf *to, const lgm_record *r, uint32_t entity)
{
    if (entity == LGM_NONE) return false;
    strbuf_printf(to, "e%u (", entity + 1);
    value_str(to, shown_trimmed(r->entities.at[entity].name));
    strbuf_puts(to, ")");
    return true;
}

bool value_entities(strbuf *to, const lgm_record *r, lgm_indices list)
{
    for (size_t i = 0; i < list.n; i++) {
        if (i) strbuf_puts(to, ", ");
        value_entity(to, r, list.at[i]);
    }
    return list.n > 0;
}

bool value_ids(strbuf *to, char letter, lgm_indices list)
{
    for (size_t i = 0; i < list.n; i++)
        strbuf_printf(to, "%s%c%u", i ? ", " : "", letter, list.at[i] + 1);
    return list.n > 0;
}

bool value_share(strbuf *to, float share)
{
    if (share >= 0) strbuf_printf(to, "%.2f", (double)share);
    return share >= 0;
}

bool value_when(strbuf *to, const lgm_record *r, const lgm_when *when)
{
    if (!when) return false;
    value_str(to, when->value);
    if (when->time == LGM_NONE) return true;
    const lgm_time *const t = &r->times.at[when->time];
    strbuf_printf(to, ", by t%u: ", when->time + 1);
    return value_quoted(to, r, (lgm_cpspan){t->start, t->end});
}
