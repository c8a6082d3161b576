/*
 * quoted_by.c - who is quoted is the source, and who quotes is none.
 *
 *     Keld was quoted by the Ostrel news agency as saying the bridge was safe.
 *     "The bridge is safe," the Ostrel news agency quoted Keld as saying.
 *
 * The glossary has it so: who passes a claim on is no source. Wire reports are full of it; PolNeAR
 * has it twice. The tree knows who is quoted or cited: the subject of the passive, or the object
 * before "as saying". These words get what makes them a source, those of the relay what keeps them
 * from being one, "as saying" what keeps it from being said, and the decoder finds the best
 * fragments around them. Limits: in the active "as" and a verb of saying follow; "quoted the poem
 * as an example" stays.
 */
#include <string.h>

#include "attrib/frags.h"

static const float SURELY = 12.0f; /* beyond what the network says for or against a tag */

enum {
    FAR = 48,       /* tokens on either side of the verb, and steps up the tree */
    AUXILIARIES = 3 /* "as having been told": from "as" to the verb */
};

static bool hangs_on(const lgm_doc *doc, uint32_t t, uint32_t head, const char *rel)
{
    return doc->head[t] == head && lgm_doc_rel(doc, t) &&
           strncmp(lgm_doc_rel(doc, t), rel, strlen(rel)) == 0;
}

static bool is_gerund(const lgm_doc *doc, uint32_t t)
{
    return doc->xpos.of && lgm_doc_xpos(doc, t) && strcmp(lgm_doc_xpos(doc, t), "VBG") == 0;
}

/* Is t below top, or top itself? */
static bool is_below(const lgm_doc *doc, uint32_t t, uint32_t top)
{
    for (uint32_t i = 0; i < FAR && t != LGM_NONE; i++, t = doc->head[t])
        if (t == top) return true;
    return false;
}

/* The words around top that are below it, within [from, end). */
static lgm_tokspan phrase(const lgm_doc *doc, uint32_t top, uint32_t from, uint32_t end)
{
    lgm_tokspan s = {top, top + 1};
    while (s.start > from && is_below(doc, s.start - 1, top)) s.start--;
    while (s.end < end && is_below(doc, s.end, top)) s.end++;
    return s;
}

static lgm_tokspan without_comma(const lgm_doc *doc, lgm_tokspan s)
{
    const lgm_slice last = lgm_doc_form(doc, s.end - 1);
    if (s.end > s.start + 1 && lgm_slice_eq(last, LGM_SLICE(","))) s.end--;
    return s;
}

/* The subject of a passive "quote", the auxiliary behind it: "X was". Empty if there is none. */
static lgm_tokspan who_is_quoted(const lgm_doc *doc, lgm_tokspan piece, uint32_t verb)
{
    const uint32_t from = verb - piece.start > FAR ? verb - FAR : piece.start;
    uint32_t be = LGM_NONE;
    for (uint32_t t = verb; t-- > from;) {
        if (hangs_on(doc, t, verb, "aux") && lgm_doc_lemma_is(doc, t, "be")) be = t;
        if (be != LGM_NONE && t < be && hangs_on(doc, t, verb, "nsubj"))
            return phrase(doc, t, from, be);
    }
    return (lgm_tokspan){verb, verb};
}

/* "By the agency", behind the verb. Empty if there is nothing of the kind. */
static lgm_tokspan by_whom(const lgm_doc *doc, lgm_tokspan piece, uint32_t verb)
{
    const uint32_t end = piece.end - verb > FAR ? verb + FAR : piece.end;
    for (uint32_t t = verb + 1; t < end; t++)
        if (lgm_doc_lemma_is(doc, t, "by") && doc->head[t] != LGM_NONE &&
            hangs_on(doc, doc->head[t], verb, "obl"))
            return phrase(doc, doc->head[t], t, end);
    return (lgm_tokspan){verb, verb};
}

/* "As saying", "as having said", behind the verb. Empty if there is nothing of the kind. */
static lgm_tokspan as_saying(const lgm_doc *doc, lgm_tokspan piece, uint32_t verb)
{
    const uint32_t end = piece.end - verb > FAR ? verb + FAR : piece.end;
    for (uint32_t t = verb + 1; t + 1 < end; t++) {
        const uint32_t saying = doc->head[t];
        if (!lgm_doc_lemma_is(doc, t, "as") || saying == LGM_NONE) continue;
        if (saying > t && saying <= t + AUXILIARIES && saying < end && is_gerund(doc, t + 1) &&
            is_below(doc, saying, verb))
            return (lgm_tokspan){t, saying + 1};
    }
    return (lgm_tokspan){verb, verb};
}

/* The object of the verb, before "as saying". Empty if there is none. */
static lgm_tokspan whom_it_quotes(const lgm_doc *doc, uint32_t verb, lgm_tokspan saying)
{
    for (uint32_t t = verb + 1; t < saying.start; t++)
        if (hangs_on(doc, t, verb, "obj"))
            return without_comma(doc, phrase(doc, t, verb + 1, saying.start));
    return (lgm_tokspan){verb, verb};
}

/* Who quotes: the subject of the active verb, on either side of it. */
static lgm_tokspan who_quotes(const lgm_doc *doc, lgm_tokspan piece, uint32_t verb)
{
    const uint32_t from = verb - piece.start > FAR ? verb - FAR : piece.start;
    for (uint32_t t = verb; t-- > from;)
        if (hangs_on(doc, t, verb, "nsubj")) return phrase(doc, t, from, verb);
    return (lgm_tokspan){verb, verb};
}

static void forbid(const lgm_attrib_head *h, uint8_t role, lgm_tokspan s, lgm_tokspan piece,
                   float *emit)
{
    for (uint32_t t = s.start; t < s.end; t++)
        for (uint32_t l = 0; l < h->n_labels; l++)
            if (h->label[l].role == role) emit[(t - piece.start) * h->tag.n_pad + l] -= SURELY;
}

/* The label of a source at token t of the fragment s. */
static char kind_at(lgm_tokspan s, uint32_t t)
{
    if (s.end - s.start == 1) return 'S';
    return t == s.start ? 'B' : t + 1 == s.end ? 'E' : 'I';
}

/* "Keld, quoted by the agency, said": whom the participle is of, where that is a subject. */
static lgm_tokspan who_says_it(const lgm_doc *doc, lgm_tokspan piece, uint32_t verb)
{
    const uint32_t of = doc->head[verb];
    const uint32_t from = verb - piece.start > FAR ? verb - FAR : piece.start;
    const lgm_tokspan s = {verb, verb};
    if (of == LGM_NONE || of < from || of > verb || !hangs_on(doc, verb, of, "acl")) return s;
    if (!lgm_doc_rel(doc, of) || strncmp(lgm_doc_rel(doc, of), "nsubj", strlen("nsubj")) != 0)
        return s;
    return without_comma(doc, phrase(doc, of, from, verb));
}

/* "Was quoted as an example." */
static bool is_followed_by_as(const lgm_doc *doc, lgm_tokspan piece, uint32_t verb)
{
    return verb + 1 < piece.end && lgm_doc_lemma_is(doc, verb + 1, "as");
}

static void demand_source(const lgm_attrib_head *h, lgm_tokspan s, lgm_tokspan piece, float *emit)
{
    for (uint32_t t = s.start; t < s.end; t++)
        for (uint32_t l = 0; l < h->n_labels; l++)
            if (h->label[l].role == LGM_ROLE_SOURCE && h->label[l].kind == kind_at(s, t))
                emit[(t - piece.start) * h->tag.n_pad + l] += SURELY;
}

void lgm_attrib_quoted(const lgm_attrib_head *h, const lgm_doc *doc, lgm_tokspan piece, float *emit)
{
    if (doc->lemma.of == NULL || doc->head == NULL) return; /* no trees */
    for (uint32_t verb = piece.start; verb < piece.end; verb++) {
        if (!lgm_doc_lemma_is(doc, verb, "quote") && !lgm_doc_lemma_is(doc, verb, "cite")) continue;
        const lgm_tokspan saying = as_saying(doc, piece, verb);
        lgm_tokspan who = who_is_quoted(doc, piece, verb), relay = by_whom(doc, piece, verb);
        const bool says = saying.start < saying.end;
        if (!says && lgm_doc_lemma_is(doc, verb, "cite")) continue;
        if (who.start == who.end && relay.start < relay.end) who = who_says_it(doc, piece, verb);
        if (who.start < who.end && !says && is_followed_by_as(doc, piece, verb)) continue;
        if (who.start == who.end && says && relay.start == relay.end) {
            who = whom_it_quotes(doc, verb, saying);
            relay = who_quotes(doc, piece, verb);
        }
        if (who.start == who.end) continue;
        demand_source(h, who, piece, emit);
        forbid(h, LGM_ROLE_SOURCE, relay, piece, emit);
        forbid(h, LGM_ROLE_CONTENT, relay, piece, emit);
        forbid(h, LGM_ROLE_CONTENT, saying, piece, emit);
    }
}
