/* relay_words.c - looks at a bounded number of words between a cue and a name. */
#include "speaker/relay_words.h"

#include <string.h>

/* Words behind a cue; between the cue and an interview; before "interview". */
enum { BEHIND = 12, FAR = 32, BEFORE = 4 };

static bool carries(const lgm_doc *doc, uint32_t verb)
{
    static const char *const CARRIES[] = {
        "address", "air",     "broadcast", "carry",    "circulate", "cite",      "e-mail",  "email",
        "give",    "leak",    "obtain",    "post",     "print",     "provide",   "publish", "quote",
        "read",    "release", "relay",     "report",   "review",    "run",       "see",     "send",
        "share",   "show",    "stream",    "televise", "transmit",  "translate", "view"};
    for (size_t i = 0; i < LGM_COUNT(CARRIES); i++)
        if (lgm_doc_lemma_is(doc, verb, CARRIES[i])) return true;
    return false;
}

bool lgm_speaker_is_carrier(const lgm_trees *t, uint32_t word, lgm_slice prep)
{
    const uint32_t up = t->doc->head[word];
    if (up == LGM_NONE || !LGM_SLICE_IN(prep, "by", "in", "on", "to", "with")) return false;
    const char *const tag = t->doc->xpos.of ? lgm_doc_xpos(t->doc, up) : NULL;
    if (tag && strcmp(tag, "VBN") != 0) return false;
    return carries(t->doc, up);
}

static uint32_t start_of(const lgm_trees *t, uint32_t word)
{
    const uint32_t name = lgm_tree_name(t, word);
    return name == LGM_NONE ? word : t->doc->names[name].tokens.start;
}

bool lgm_speaker_is_behind(const lgm_trees *t, const lgm_doc_claim *c, uint32_t word)
{
    const lgm_doc *const doc = t->doc;
    const uint32_t from = c->cue.at[c->cue.n - 1].end, to = start_of(t, word);
    if (to < from || to - from > BEHIND) return false;
    for (uint32_t w = from; w < to; w++) {
        const char *const tag = lgm_doc_xpos(doc, w);
        if (lgm_parts_have(&c->content, w) || t->upos[w] == LGM_UPOS_PUNCT ||
            t->upos[w] == LGM_UPOS_SCONJ || tag[0] == 'W' || strcmp(tag, "CC") == 0)
            return false;
        if (tag[0] == 'V' && (strcmp(tag, "VBN") != 0 || !carries(doc, w))) return false;
    }
    return true;
}

bool lgm_speaker_interviews(const lgm_trees *t, const lgm_doc_claim *c, uint32_t word)
{
    const lgm_doc *const doc = t->doc;
    const lgm_tokspan near = lgm_tree_around(t, c->cue.at[0].start, FAR);
    uint32_t w = start_of(t, word);
    if (w > near.start && t->upos[w - 1] == LGM_UPOS_DET) w--;
    if (w < near.start + 2 || w >= near.end) return false;
    if (!LGM_SLICE_IN(lgm_doc_form(doc, w - 1), "with", "to")) return false;
    const uint32_t noun = w - 2;
    if (!lgm_doc_lemma_is(doc, noun, "interview") || lgm_parts_have(&c->content, noun))
        return false;
    for (uint32_t k = noun; k-- > near.start && noun - k <= BEFORE;) {
        if (LGM_SLICE_IN(lgm_doc_form(doc, k), "in", "In", "during", "During")) return true;
        if (t->upos[k] == LGM_UPOS_VERB) return false;
    }
    return false;
}
