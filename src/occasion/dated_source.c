/* dated_source.c - times among the words of who speaks: of a text, or of those who were asked. */
#include <string.h>

#include "legomena/kinds.h"
#include "occasion/by_words.h"
#include "occasion/occasion_words.h"
#include "phrase/speaks.h"

enum { BACK = 16 }; /* words before the time that are looked at */

static bool is_text(const lgm_doc *doc, uint32_t w)
{
    return lgm_occasion_kinds(doc, w) & LGM_OCCASION_TEXT ||
           lgm_phrase_speaks(doc, w, w + 1) & (LGM_SPEAKS_DOCUMENT | LGM_SPEAKS_RECORDING);
}

/* "Disclosures filed"; not "a man released", "Lind, brought home". */
static bool is_published(const lgm_trees *t, uint32_t verb, uint32_t from)
{
    const lgm_doc *const doc = t->doc;
    if (!(lgm_occasion_kinds(doc, verb) & LGM_OCCASION_PUBLISHED)) return false;
    uint32_t noun = verb; /* the nearest before it */
    while (noun > from && t->upos[noun] != LGM_UPOS_NOUN && t->upos[noun] != LGM_UPOS_PROPN) noun--;
    for (uint32_t k = from; k <= noun; k++)
        if (t->upos[k] == LGM_UPOS_NOUN && is_text(doc, k)) return true;
    const uint32_t name = lgm_tree_name(t, noun);
    const bool person = (name != LGM_NONE && doc->names[name].type == LGM_ENTITY_PER) ||
                        lgm_phrase_speaks(doc, noun, noun + 1) & LGM_SPEAKS_PERSON;
    return !person && LGM_SLICE_IN(lgm_doc_lemma(doc, verb), "air", "broadcast", "circulate",
                                   "distribute", "file", "issue", "obtain", "post", "print",
                                   "publish", "stream", "televise", "unveil", "upload");
}

/* "Lind, who left her post in March": of what the speaker did. */
static bool has_clause(const lgm_doc *doc, uint32_t from, uint32_t to)
{
    for (uint32_t k = from; k < to; k++)
        if (lgm_doc_xpos(doc, k)[0] == 'W' || strcmp(lgm_doc_xpos(doc, k), "VBZ") == 0) return true;
    return false;
}

bool lgm_occasion_dates_source(const lgm_trees *t, const lgm_doc_claim *c, const lgm_doc_time *time)
{
    const lgm_doc *const doc = t->doc;
    if (c->source.n == 0 || !lgm_occasion_is_alone(doc, time)) return false;
    const lgm_tokspan source = c->source.at[c->source.n - 1];
    const uint32_t start = time->tokens.start, cue = c->cue.at[0].start;
    const bool within = start >= source.start && start < source.end;
    if (!within && (start < source.end || time->tokens.end > cue)) return false;
    const uint32_t from = start - source.start > BACK ? start - BACK : source.start;
    if (has_clause(doc, from, start)) return false;
    for (uint32_t k = start; k-- > from;) {
        const char *const tag = lgm_doc_xpos(doc, k);
        if (lgm_parts_have(&c->content, k)) return false;
        if (strcmp(tag, "VBN") == 0 || strcmp(tag, "VBD") == 0)
            return lgm_occasion_kinds(doc, k) & LGM_OCCASION_ASKED || is_published(t, k, from);
        if (tag[0] == 'V') return false;
        if (within && t->upos[k] == LGM_UPOS_NOUN && is_text(doc, k)) return true;
    }
    return false;
}
