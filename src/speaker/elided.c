/* elided.c - the cue is the verb of its sentence, is a tense of its own, and has no subject. */
#include "speaker/elided.h"

#include <string.h>

#include "doc/why.h"

enum { UP = 4 }; /* verbs joined by "and" up to the first one */

/* "Denied", "rejects": has its own tense, and nothing but adverbs before it. */
static bool is_bare_verb(const lgm_trees *t, uint32_t verb)
{
    const char *const tag = t->doc->xpos.of ? lgm_doc_xpos(t->doc, verb) : "";
    for (uint32_t c = lgm_tree_left(t, verb); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (t->rel[c] != LGM_REL_advmod && t->rel[c] != LGM_REL_cc) return false;
    return (strcmp(tag, "VBD") == 0 || strcmp(tag, "VBZ") == 0) &&
           lgm_tree_quote(t, verb) == LGM_NONE;
}

/* And so have all to which it is joined, up to the verb of the sentence. */
static bool has_no_subject(const lgm_trees *t, uint32_t verb)
{
    for (int up = 0; up < UP && is_bare_verb(t, verb); up++) {
        if (t->rel[verb] == LGM_REL_root) return true;
        if (t->rel[verb] != LGM_REL_conj) return false;
        verb = t->doc->head[verb];
    }
    return false;
}

static uint32_t root_of(const lgm_trees *t, lgm_tokspan sent)
{
    for (uint32_t w = sent.start; w < sent.end; w++)
        if (t->rel[w] == LGM_REL_root) return w;
    return LGM_NONE;
}

uint32_t lgm_speaker_elided(const lgm_trees *t, uint32_t claim)
{
    const lgm_doc *const doc = t->doc;
    const lgm_doc_claim *const c = &doc->claims[claim];
    if (c->source.n > 0 || c->cue.n == 0) return LGM_NONE;
    const uint32_t verb = lgm_doc_top_word(doc, c->cue.at[0]), sent = lgm_tree_sent(t, verb);
    if (sent == 0 || !has_no_subject(t, verb)) return LGM_NONE;
    const uint32_t before = root_of(t, doc->sents[sent - 1]);
    if (before == LGM_NONE || doc->tokens[doc->sents[sent].start].flags & LGM_TOK_PAR)
        return LGM_NONE;
    return lgm_tree_left_child(t, before, LGM_REL_nsubj);
}
