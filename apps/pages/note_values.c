/* note_values.c - the fields of an editor's note. */
#include "value_pieces.h"

static bool put_kind(strbuf *to, const lgm_record *r, uint32_t i)
{
    return value_word(to, lgm_note_kind_name(r->notes.at[i].kind));
}

static bool put_was(strbuf *to, const lgm_record *r, uint32_t i)
{
    return value_spans(to, r, r->notes.at[i].was);
}

static bool put_now(strbuf *to, const lgm_record *r, uint32_t i)
{
    return value_spans(to, r, r->notes.at[i].now);
}

static bool put_figures_was(strbuf *to, const lgm_record *r, uint32_t i)
{
    return value_ids(to, 'f', r->notes.at[i].figures_was);
}

static bool put_figures_now(strbuf *to, const lgm_record *r, uint32_t i)
{
    return value_ids(to, 'f', r->notes.at[i].figures_now);
}

static bool put_time(strbuf *to, const lgm_record *r, uint32_t i)
{
    const uint32_t t = r->notes.at[i].time;
    return t != LGM_NONE &&
           value_quoted(to, r, (lgm_cpspan){r->times.at[t].start, r->times.at[t].end});
}

const field_value note_values[] = {{"kind", "kind", put_kind},
                                   {"was", "was", put_was},
                                   {"now", "now", put_now},
                                   {"figures_was", "figures, was", put_figures_was},
                                   {"figures_now", "figures, now", put_figures_now},
                                   {"time", "time", put_time},
                                   {NULL, NULL, NULL}};
