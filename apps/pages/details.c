/* details.c - one function a field of the record. */
#include "details.h"

#include <string.h>
#include <strings.h>

#include "known_as.h"
#include "longdate.h"
#include "shown.h"

#define DOT " \u00b7 "

enum { WORDS = 90 }; /* bytes: most of what is quoted */

typedef struct writing {
    strbuf *out;
    const lgm_record *r;
    const lgm_claim *c;
    size_t start;
} writing;

static void put(const writing *w, lgm_str s)
{
    strbuf_put(w->out, s.ptr, s.len);
}

/* What begins another item. */
static void begin(const writing *w, const char *words)
{
    if (w->out->len > w->start) strbuf_puts(w->out, DOT);
    strbuf_puts(w->out, words);
}

/* At most so many bytes, to the end of a word where there is one. */
static lgm_str cut(lgm_str s)
{
    size_t end = WORDS;
    if (s.len <= WORDS) return s;
    while (end > 0 && s.ptr[end] != ' ' && s.ptr[end] != '\n') end--;
    if (end == 0)
        for (end = WORDS; (s.ptr[end] & 0xc0) == 0x80;) end--;
    return (lgm_str){s.ptr, end};
}

/* " (“in the report's words”)" */
static void put_words(const writing *w, lgm_str words)
{
    const lgm_str shown = cut(words);
    if (!words.len) return;
    strbuf_puts(w->out, " (\u201c");
    put(w, shown);
    strbuf_puts(w->out, shown.len < words.len ? " \u2026\u201d)" : "\u201d)");
}

/* Do our words have these in them? Letters of either case are the same. */
static bool has_words(const char *ours, lgm_str s)
{
    for (; s.len && strlen(ours) >= s.len; ours++)
        if (strncasecmp(ours, s.ptr, s.len) == 0) return true;
    return false;
}

static void put_when(const writing *w)
{
    const lgm_when *const said = w->c->said;
    if (!said || said->time == LGM_NONE || !said->value.ptr) return;
    char date[LONGDATE_ROOM];
    const lgm_time *const t = &w->r->times.at[said->time];
    const lgm_str words = lgm_record_quote(w->r, (lgm_cpspan){t->start, t->end});
    longdate(date, said->value.ptr, t->mod.ptr);
    begin(w, date);
    if (!has_words(date, words)) put_words(w, words);
}

/* Whoever makes the claim that this one stands in is named there. */
static void put_via(const writing *w)
{
    const lgm_claim *const claims = w->r->claims.at;
    uint32_t above = w->c->parent;
    bool any = false;
    for (size_t i = 0; i < w->c->via.n; i++) {
        const uint32_t entity = w->c->via.at[i];
        if (above != LGM_NONE && claims[above].speaker == entity) {
            above = claims[above].parent;
            continue;
        }
        if (any)
            strbuf_puts(w->out, ", ");
        else
            begin(w, "through ");
        put(w, shown_trimmed(w->r->entities.at[entity].name));
        any = true;
    }
}

static bool within(lgm_cpspan span, lgm_spans parts)
{
    for (size_t i = 0; i < parts.n; i++)
        if (span.start >= parts.at[i].start && span.end <= parts.at[i].end) return true;
    return false;
}

/* Whom it is told: the report's words, and the name of who is meant by "him". */
static void put_to(const writing *w)
{
    bool any = false;
    for (size_t i = 0; i < w->c->to.n; i++) {
        const lgm_addressee *const to = &w->c->to.at[i];
        const lgm_cpspan span = {to->start, to->end};
        const bool known =
            to->entity != LGM_NONE && !known_says_it(&w->r->entities.at[to->entity], span);
        const bool shown = within(span, w->c->cue) || within(span, w->c->content);
        if (shown && !known) continue; /* "told reporters", "urged | voters to stay" */
        if (any)
            strbuf_puts(w->out, ", ");
        else
            begin(w, "to ");
        put(w, shown_trimmed(lgm_record_quote(w->r, span)));
        if (known) {
            strbuf_puts(w->out, " (");
            put(w, shown_trimmed(w->r->entities.at[to->entity].name));
            strbuf_puts(w->out, ")");
        }
        any = true;
    }
}

static bool is_read(const lgm_entity *e, lgm_spans parts)
{
    for (size_t i = 0; i < parts.n; i++)
        if (known_says_it(e, parts.at[i])) return true;
    return false;
}

/* Whom an accusation, a denial, praise is aimed at, where what is said does not say it. */
static void put_about(const writing *w)
{
    bool any = false;
    for (size_t i = 0; i < w->c->about.n; i++) {
        const lgm_link at = w->c->about.at[i];
        if (at.kind != 'e' || is_read(&w->r->entities.at[at.index], w->c->content)) continue;
        if (any)
            strbuf_puts(w->out, ", ");
        else
            begin(w, "about ");
        put(w, shown_trimmed(w->r->entities.at[at.index].name));
        any = true;
    }
}

/* Words that are part of the claim as it is shown need not be said twice. */
static void put_marked(const writing *w, const char *what, lgm_spans words)
{
    begin(w, what);
    if (words.n == 0 || within(words.at[0], w->c->cue) || within(words.at[0], w->c->content))
        return;
    const lgm_str s = lgm_record_quote(w->r, words.at[0]);
    if (!has_words(what, s)) put_words(w, s);
}

/* Did a claim shortly before have the same words for it? */
static bool was_told(const writing *w)
{
    enum { BACK = 32 };
    const lgm_claim *c = w->c;
    for (int i = 0; i < BACK && c > w->r->claims.at; i++) {
        c--;
        if (c->justification && c->justification->span.start == w->c->justification->span.start)
            return true;
    }
    return false;
}

/* Of an office nothing, where it is among the words of the source or known of the speaker: a page
 * has it there, or with the names. */
static void put_justification(const writing *w)
{
    static const char *const words[] = {[LGM_GROUND_NONE] = NULL,
                                        [LGM_GROUND_ROLE] = "role",
                                        [LGM_GROUND_EXPERTISE] = "expert",
                                        [LGM_GROUND_EYEWITNESS] = "eyewitness",
                                        [LGM_GROUND_RELATION] = "relation",
                                        [LGM_GROUND_DOCUMENT] = "by a document",
                                        [LGM_GROUND_ANONYMITY] = "kept unnamed"};
    const lgm_justification *const why = w->c->justification;
    if (!why || (size_t)why->kind >= sizeof words / sizeof *words || !words[why->kind]) return;
    const bool has_role = w->c->speaker != LGM_NONE && w->r->entities.at[w->c->speaker].roles.n > 0;
    const bool shown = within(why->span, w->c->source) || was_told(w);
    if (why->kind == LGM_GROUND_ROLE && (shown || has_role)) return;
    begin(w, words[why->kind]);
    if (!shown) put_words(w, lgm_record_quote(w->r, why->span));
}

void details_write(strbuf *out, const lgm_record *r, const lgm_claim *c)
{
    const writing w = {out, r, c, out->len};
    put_about(&w);
    put_justification(&w);
    put_when(&w);
    put_to(&w);
    if (c->venue.len) {
        begin(&w, "venue: ");
        put(&w, c->venue);
    }
    put_via(&w);
    if (c->repetition == LGM_REPETITION_FIRST)
        put_marked(&w, "for the first time", c->repetition_span);
    if (c->repetition == LGM_REPETITION_AGAIN) put_marked(&w, "again", c->repetition_span);
    if (c->evidence == LGM_EVIDENCE_OFFERED) put_marked(&w, "evidence offered", c->evidence_span);
    if (c->evidence == LGM_EVIDENCE_WITHHELD) put_marked(&w, "no evidence given", c->evidence_span);
    if (c->observed) begin(&w, "seen or heard by the reporter");
}
