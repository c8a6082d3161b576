/* heard_by.c - relays, sources that quote, occasions. */
#include "origin/heard_by.h"

#include <string.h>

enum { DEEPEST = 8 }; /* claims within one another */

/* The last word of "a joint news conference" or "tweeted" is one of these. */
static bool ends_in(lgm_str s, const char *const *words, size_t n)
{
    const lgm_origin_folded f = lgm_origin_fold(lgm_origin_slice(s));
    size_t at = f.len;
    while (at && f.at[at - 1] != ' ') at--;
    return lgm_slice_in((lgm_slice){f.at + at, f.len - at}, words, n);
}

static bool is_public_occasion(lgm_str venue)
{
    static const char *const occasions[] = {
        "statement", "statements", "conference", "briefing",   "speech",   "address",
        "rally",     "tweet",      "tweeted",    "tweets",     "twitter",  "facebook",
        "post",      "video",      "release",    "debate",     "hearing",  "court",
        "testimony", "lecture",    "forum",      "ceremony",   "website",  "blog",
        "summit",    "convention", "communique", "parliament", "assembly", "council",
        "broadcast", "sermon",     "remarks",    "message",    "telegram", "decree"};
    return ends_in(venue, occasions, LGM_COUNT(occasions));
}

/* "A statement released through the team", and no outlet of that name ("the Lesk Report"). */
static bool is_text(const lgm_entity *e)
{
    static const char *const texts[] = {
        "statement", "report",    "reports",  "fax",    "letter",     "transcript", "data",
        "website",   "documents", "document", "filing", "communique", "release",    "papers",
        "audio",     "video",     "tape",     "memo",   "recording",  "bulletin"};
    const lgm_origin_folded f = lgm_origin_fold(lgm_origin_slice(e->name));
    for (size_t i = 0, end; i < f.len && !lgm_origin_is_named(e); i = end + 1) {
        for (end = i; end < f.len && f.at[end] != ' ';) end++;
        if (lgm_slice_in((lgm_slice){f.at + i, end - i}, texts, LGM_COUNT(texts))) return true;
    }
    return false;
}

static bool is_told_to_all(const lgm_record *r, const lgm_claim *c)
{
    static const char *const all[] = {"reporters",   "journalists",    "newsmen",    "press",
                                      "media",       "correspondents", "parliament", "lawmakers",
                                      "legislators", "court",          "supporters", "crowd"};
    for (size_t i = 0; i < c->to.n; i++) {
        const lgm_cpspan at = {c->to.at[i].start, c->to.at[i].end};
        if (ends_in(lgm_record_quote(r, at), all, LGM_COUNT(all))) return true;
    }
    return false;
}

/* "Told our correspondent", "told this newspaper": the report's own. */
static bool is_told_itself(const lgm_record *r, const lgm_claim *c)
{
    static const char *const own[] = {"our ",          "this newspaper",   "this reporter",
                                      "this magazine", "this publication", "this website",
                                      "this paper"};
    for (size_t i = 0; i < c->to.n; i++) {
        const lgm_str to = lgm_record_quote(r, (lgm_cpspan){c->to.at[i].start, c->to.at[i].end});
        for (size_t k = 0; k < LGM_COUNT(own); k++)
            if (to.len >= strlen(own[k]) && memcmp(to.ptr, own[k], strlen(own[k])) == 0)
                return true;
    }
    return false;
}

/* ---- the cases ---- */

static bool put(lgm_origin_heard *out, lgm_hearing_kind kind, lgm_str by, lgm_slice key, bool known)
{
    out->kind = kind;
    out->by = by;
    out->key = key;
    out->known = known;
    return out->why.ptr && key.ptr;
}

/* In the words of the report, not of the table: "the Gazette, whom he told". */
static bool by_relay(lgm_origin_heard *out, lgm_arena *arena, const lgm_record *r,
                     const lgm_claim *c, const lgm_origin_text *text)
{
    const lgm_entity *const e = &r->entities.at[c->via.at[c->via.n - 1]];
    const int n = (int)e->name.len;
    if (is_text(e)) {
        out->why = lgm_origin_words(arena, "names a text for all: %.*s", n, e->name.ptr);
        return put(out, LGM_HEARING_PUBLIC, e->name, LGM_SLICE("public"), true);
    }
    lgm_origin_text outlet;
    if (!lgm_origin_outlet_of(&outlet, arena, r, e, text)) return false;
    const bool own = lgm_slice_eq(outlet.key, text->key);
    out->why = lgm_origin_words(
        arena, own ? "says that it was told itself (%.*s)" : "has it from %.*s", n, e->name.ptr);
    return put(out, c->observed ? LGM_HEARING_WITNESSED : LGM_HEARING_RELAYED, outlet.name,
               outlet.key, outlet.known);
}

/* "State media reported, citing the ministry" */
static bool by_citing(lgm_origin_heard *out, lgm_arena *arena, const lgm_origin_text *outlet)
{
    out->why = lgm_origin_words(arena, "has it from %.*s, which cites", (int)outlet->name.len,
                                outlet->name.ptr);
    return put(out, LGM_HEARING_RELAYED, outlet->name, outlet->key, outlet->known);
}

/* "Said on state radio" */
static bool is_medium(lgm_str venue, lgm_str day)
{
    lgm_publisher p;
    return venue.len && (lgm_origin_is_state_media(venue) || lgm_publisher_by_name(venue, day, &p));
}

static bool by_medium(lgm_origin_heard *out, lgm_arena *arena, lgm_str venue, lgm_str day)
{
    lgm_origin_text outlet;
    if (!lgm_origin_outlet(&outlet, arena, venue, day)) return false;
    out->why = lgm_origin_words(arena, "says that it was said on %.*s", (int)venue.len, venue.ptr);
    return put(out, LGM_HEARING_RELAYED, outlet.name, outlet.key, outlet.known);
}

/* "According to the police, the guard said": the police heard the guard. */
static bool by_outer(lgm_origin_heard *out, lgm_arena *arena, const lgm_origin_speaker *outer)
{
    const int n = (int)outer->name.len;
    lgm_origin_folded f = lgm_origin_fold(lgm_origin_slice(outer->name));
    for (size_t i = f.len; i-- > 0 && outer->kind == LGM_ORIGIN_PERSON;)
        if (f.at[i] == ' ') { /* a person by the last name */
            memmove(f.at, f.at + i + 1, f.len -= i + 1);
            break;
        }
    const lgm_str key = outer->key.len ? lgm_origin_str(outer->key)
                                       : lgm_origin_words(arena, "s:%.*s", (int)f.len, f.at);
    out->why = lgm_origin_words(arena, "has it from %.*s, who quotes", n,
                                outer->name.ptr ? outer->name.ptr : "");
    return put(out, LGM_HEARING_RELAYED, outer->name, lgm_origin_slice(key),
               outer->known || outer->outlet);
}

/* The claim whose teller is another than the speaker; LGM_NONE = none around this one is. */
static uint32_t outer_claim(const lgm_record *r, uint32_t claim)
{
    const uint32_t speaker = r->claims.at[claim].speaker;
    uint32_t at = r->claims.at[claim].parent;
    for (int i = 0; i < DEEPEST && at != LGM_NONE; i++, at = r->claims.at[at].parent)
        if (speaker == LGM_NONE || r->claims.at[at].speaker != speaker) return at;
    return LGM_NONE;
}

/* The claim itself, or the one around it by the same speaker, that says how it was heard. */
static const lgm_claim *telling(const lgm_record *r, uint32_t claim)
{
    const lgm_claim *c = &r->claims.at[claim];
    for (int i = 0; i < DEEPEST && !c->via.n && !c->to.n && !c->venue.len; i++) {
        if (c->parent == LGM_NONE || r->claims.at[c->parent].speaker != c->speaker) break;
        c = &r->claims.at[c->parent];
    }
    return c;
}

bool lgm_origin_heard_by(lgm_origin_heard *out, lgm_arena *arena, const lgm_record *r,
                         uint32_t claim, const lgm_origin_text *text,
                         const lgm_origin_speaker *speaker)
{
    *out = (lgm_origin_heard){.why = text->why};
    if (claim == LGM_NONE) return put(out, LGM_HEARING_OWN, text->name, text->key, false);
    const lgm_claim *const c = telling(r, claim);
    if (speaker->cited_by.name.ptr) return by_citing(out, arena, &speaker->cited_by);
    if (c->via.n) return by_relay(out, arena, r, c, text);
    if (speaker->outlet) {
        out->why = lgm_origin_words(arena, "says that %.*s reports it", (int)speaker->name.len,
                                    speaker->name.ptr);
        return put(out, LGM_HEARING_OWN, speaker->name, speaker->key, false);
    }
    const uint32_t outer = outer_claim(r, claim);
    if (outer != LGM_NONE) {
        lgm_origin_speaker by;
        if (!lgm_origin_said_by(&by, arena, r, outer, text)) return false;
        if (by.name.len) return by_outer(out, arena, &by);
    }
    if (c->observed) {
        out->why = lgm_origin_words(arena, "says that its reporter saw or heard it");
        return put(out, LGM_HEARING_WITNESSED, text->name, text->key, true);
    }
    if (is_told_itself(r, c)) {
        out->why = lgm_origin_words(arena, "says that it was told itself");
        return put(out, LGM_HEARING_RELAYED, text->name, text->key, true);
    }
    if (is_medium(c->venue, r->date)) return by_medium(out, arena, c->venue, r->date);
    const bool occasion = is_public_occasion(c->venue);
    if (occasion || is_told_to_all(r, c)) {
        out->why = lgm_origin_words(arena, "says that it was said to all");
        return put(out, LGM_HEARING_PUBLIC, occasion ? c->venue : (lgm_str){0}, LGM_SLICE("public"),
                   true);
    }
    return put(out, LGM_HEARING_UNTOLD, text->name, text->key, false);
}
