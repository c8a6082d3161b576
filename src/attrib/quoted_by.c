/*
 * quoted_by.c - "X was quoted (by Y) as saying": X is the source, and Y who relays it, none.
 *
 * Wire reports are full of it, and PolNeAR has it once. The tree knows who is quoted: the words of
 * the subject get what makes them a source, those behind "by" what keeps them from being one, "as
 * saying" what keeps it from being said, and the decoder finds the best fragments around them.
 */
#include <string.h>

#include "attrib/frags.h"

static const float SURELY = 12.0f; /* beyond what the network says for or against a tag */

enum { FAR = 48 }; /* tokens on either side of the verb, and steps up the tree */

static bool hangs_on(const lgm_doc *doc, uint32_t t, uint32_t head, const char *rel)
{
    return doc->head[t] == head && doc->rel[t] && strncmp(doc->rel[t], rel, strlen(rel)) == 0;
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

/* "As saying", behind the verb. Empty if there is nothing of the kind. */
static lgm_tokspan as_saying(const lgm_doc *doc, lgm_tokspan piece, uint32_t verb)
{
    const uint32_t end = piece.end - verb > FAR ? verb + FAR : piece.end;
    for (uint32_t t = verb + 1; t + 1 < end; t++)
        if (lgm_doc_lemma_is(doc, t, "as") && doc->head[t] == t + 1 &&
            hangs_on(doc, t + 1, verb, "advcl"))
            return (lgm_tokspan){t, t + 2};
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

void lgm_attrib_quoted(const lgm_attrib_head *h, const lgm_doc *doc, lgm_tokspan piece, float *emit)
{
    if (doc->lemma == NULL || doc->head == NULL) return; /* no trees */
    for (uint32_t verb = piece.start; verb < piece.end; verb++) {
        if (!lgm_doc_lemma_is(doc, verb, "quote")) continue;
        const lgm_tokspan who = who_is_quoted(doc, piece, verb);
        if (who.start == who.end) continue;
        for (uint32_t t = who.start; t < who.end; t++)
            for (uint32_t l = 0; l < h->n_labels; l++)
                if (h->label[l].role == LGM_ROLE_SOURCE && h->label[l].kind == kind_at(who, t))
                    emit[(t - piece.start) * h->tag.n_pad + l] += SURELY;
        forbid(h, LGM_ROLE_SOURCE, by_whom(doc, piece, verb), piece, emit);
        forbid(h, LGM_ROLE_CONTENT, as_saying(doc, piece, verb), piece, emit);
    }
}
