/* change_words.c - see change_words.h. */
#include "change_words.h"

const char *change_words_heading(char kind)
{
    switch (kind) {
    case 's': return "text";
    case 'c': return "claims";
    case 'f': return "figures";
    case 'v': return "events";
    default: return "notes";
    }
}

const char *change_words_kind(char kind)
{
    switch (kind) {
    case 's': return "sentence";
    case 'c': return "claim";
    case 'f': return "figure";
    case 'v': return "event";
    default: return "note";
    }
}

static void put_spans(strbuf *b, const lgm_record *r, lgm_spans spans)
{
    for (size_t i = 0; i < spans.n; i++) {
        const lgm_str s = lgm_record_quote(r, spans.at[i]);
        if (i) strbuf_puts(b, " … ");
        strbuf_put(b, s.ptr, s.len);
    }
}

static void put_claim(strbuf *b, const lgm_record *r, const lgm_claim *c)
{
    if (c->speaker != LGM_NONE)
        strbuf_puts(b, r->entities.at[c->speaker].name.ptr);
    else
        put_spans(b, r, c->source);
    if (!c->source.n && c->speaker == LGM_NONE) strbuf_puts(b, "(no source named)");
    strbuf_puts(b, c->cue.n ? " — " : "");
    put_spans(b, r, c->cue);
    strbuf_puts(b, ": ");
    put_spans(b, r, c->content);
}

static void put_figure(strbuf *b, const lgm_record *r, const lgm_figure *f)
{
    const lgm_str number = lgm_record_quote(r, (lgm_cpspan){f->start, f->end});
    strbuf_printf(b, "%.*s: %.*s", (int)f->of.len, f->of.ptr, (int)number.len, number.ptr);
    if (f->what.len) strbuf_printf(b, " %.*s", (int)f->what.len, f->what.ptr);
}

static void put_event(strbuf *b, const lgm_record *r, const lgm_event *v)
{
    const lgm_str words = lgm_record_quote(r, v->trigger);
    strbuf_put(b, words.ptr, words.len);
    for (size_t i = 0; i < v->patients.n; i++)
        strbuf_printf(b, "%s%s", i ? ", " : ": ", r->entities.at[v->patients.at[i]].name.ptr);
    if (v->place != LGM_NONE) strbuf_printf(b, " · %s", r->entities.at[v->place].name.ptr);
    if (v->modality != LGM_MODALITY_ACTUAL)
        strbuf_printf(b, " (%s)", lgm_modality_name(v->modality));
    if (v->polarity == LGM_POLARITY_NEGATIVE) strbuf_puts(b, " (not so)");
}

void change_words_put(strbuf *to, const lgm_record *r, char kind, uint32_t index)
{
    lgm_cpspan span;
    switch (kind) {
    case 'c': put_claim(to, r, &r->claims.at[index]); return;
    case 'f': put_figure(to, r, &r->figures.at[index]); return;
    case 'v': put_event(to, r, &r->events.at[index]); return;
    case 's': span = r->sentences.at[index]; break;
    default: span = r->notes.at[index].span; break;
    }
    put_spans(to, r, (lgm_spans){&span, 1});
}
