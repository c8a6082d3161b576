/* explained_title.c - see explained_title.h. */
#include "explained_title.h"

#include "incidents.h"
#include "known_as.h"
#include "shown.h"

/* "She (Ada Lind)" */
static void put_speaker(strbuf *title, const lgm_record *r, const lgm_claim *c)
{
    strbuf name = {0};
    known_as(&name, r, c);
    for (size_t i = 0; i < c->source.n; i++) {
        const lgm_str words = shown_trimmed(lgm_record_quote(r, c->source.at[i]));
        strbuf_printf(title, "%s%.*s", i ? SHOWN_GAP : "", (int)words.len, words.ptr);
    }
    if (!c->source.n) strbuf_puts(title, SHOWN_NO_SOURCE);
    if (name.len) strbuf_printf(title, " (%.*s)", (int)name.len, name.at);
    if (name.failed) title->failed = true;
    strbuf_done(&name);
}

static void put_quoted(strbuf *title, lgm_str words)
{
    strbuf_printf(title, "\u201c%.*s\u201d", (int)words.len, words.ptr);
}

static lgm_cpspan title_of_claim(strbuf *title, const lgm_record *r, const lgm_claim *c)
{
    put_speaker(title, r, c);
    shown_cue(title, r, c);
    return shown_first_span(c);
}

static lgm_cpspan title_of_event(strbuf *title, const lgm_record *r, const lgm_event *v)
{
    const lgm_str words = lgm_record_quote(r, v->trigger);
    strbuf_put(title, words.ptr, words.len);
    return v->trigger;
}

static lgm_cpspan title_of_incident(strbuf *title, const lgm_record *r, const lgm_incident *i)
{
    incidents_kind(title, i);
    return i->events.n ? r->events.at[i->events.at[0]].trigger : (lgm_cpspan){0, 0};
}

static lgm_cpspan title_of_dispute(strbuf *title, const lgm_record *r, const lgm_dispute *d)
{
    put_quoted(title, d->over);
    return shown_first_span(&r->claims.at[d->sides.at[0].at[0]]);
}

static lgm_cpspan title_of_dated(strbuf *title, const lgm_record *r, const lgm_dated *d)
{
    const bool event = d->record.kind == 'v';
    strbuf_printf(title, "%.*s, %c%u: ", (int)d->value.len, d->value.ptr, d->record.kind,
                  d->record.index + 1);
    return event ? title_of_event(title, r, &r->events.at[d->record.index])
                 : title_of_claim(title, r, &r->claims.at[d->record.index]);
}

static lgm_cpspan title_of_note(strbuf *title, const lgm_record *r, const lgm_note *n)
{
    strbuf_puts(title, lgm_note_kind_name(n->kind));
    strbuf_puts(title, ": ");
    put_quoted(title, lgm_record_quote(r, n->span));
    return n->span;
}

lgm_cpspan explained_title(strbuf *title, const lgm_record *r, lgm_link of)
{
    lgm_cpspan at;
    switch (of.kind) {
    case 'c': return title_of_claim(title, r, &r->claims.at[of.index]);
    case 'e':
        strbuf_put(title, r->entities.at[of.index].name.ptr, r->entities.at[of.index].name.len);
        at.start = r->entities.at[of.index].mentions.at[0].start;
        at.end = r->entities.at[of.index].mentions.at[0].end;
        return at;
    case 'v': return title_of_event(title, r, &r->events.at[of.index]);
    case 'i': return title_of_incident(title, r, &r->incidents.at[of.index]);
    case 'd': return title_of_dispute(title, r, &r->disputes.at[of.index]);
    case 'l': return title_of_dated(title, r, &r->timeline.at[of.index]);
    case 'n': return title_of_note(title, r, &r->notes.at[of.index]);
    case 'f':
        at = (lgm_cpspan){r->figures.at[of.index].start, r->figures.at[of.index].end};
        put_quoted(title, lgm_record_quote(r, at));
        strbuf_printf(title, ", %.*s", (int)r->figures.at[of.index].of.len,
                      r->figures.at[of.index].of.ptr);
        return at;
    default:
        at = (lgm_cpspan){r->times.at[of.index].start, r->times.at[of.index].end};
        put_quoted(title, lgm_record_quote(r, at));
        return at;
    }
}
