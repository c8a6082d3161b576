/*
 * unnamed.c - that a source asks not to be named is no claim, and no part of what it says.
 *
 *     An aide who asked not to be identified said talks would resume.
 *
 * "Asked" reads as a cue, "not to be identified" as what is asked, and at worst "said talks would
 * resume" goes with it. A phrase of data/attrib/unnamed.txt and the words that lead up to it from a
 * verb of data/attrib/unnamed_verbs.txt ("who did not want to be named", "on condition of
 * anonymity") get what keeps them from being cue or content; the decoder finds the best fragments
 * around them.
 *
 * Limits: such a verb leads up to the phrase, and what could be a wish is refused; so "donors lost
 * their anonymity" and "she asked to be named chairman" stay. What is quoted stays too.
 */
#include "attrib/frags.h"
#include "base/sorted.h"
#include "attrib/claim_words.h"
#include "tree/shape.h"

static const float SURELY = 12.0f; /* beyond what the network says for or against a tag */

enum { LEAD = 12 }; /* tokens before the phrase */

/* The kind of the longest phrase that starts at this token, and its end; 0 where none does. */
static uint32_t phrase_at(const lgm_doc *doc, lgm_tokspan sentence, uint32_t token, uint32_t *end)
{
    const uint32_t both = LGM_ATTRIB_UNNAMED | LGM_ATTRIB_UNNAMED_IF_NOT;
    if (!(lgm_attrib_phrase_kinds(doc, token, token + 1) & LGM_ATTRIB_UNNAMED_FIRST)) return 0;
    for (uint32_t n = LGM_ATTRIB_WORDS; n > 0; n--) {
        *end = token + n;
        if (*end > sentence.end) continue;
        const uint32_t kinds = lgm_attrib_phrase_kinds(doc, token, *end) & both;
        if (kinds) return kinds;
    }
    return 0;
}

/* A small word, between the verb and the phrase: no noun, no other verb and no comma. */
static bool is_small(const lgm_doc *doc, uint32_t token)
{
    static const char *const SMALL[] = {"PART", "ADP", "SCONJ", "PRON", "DET", "AUX", "ADV", "ADJ"};
    for (size_t i = 0; lgm_doc_upos(doc, token) && i < LGM_COUNT(SMALL); i++)
        if (strcmp(lgm_doc_upos(doc, token), SMALL[i]) == 0) return true;
    return false;
}

/* Where the words that lead up to the phrase begin; the phrase itself where none do. */
static uint32_t lead_up(const lgm_doc *doc, lgm_tokspan sentence, uint32_t phrase, uint32_t kinds)
{
    uint32_t from = phrase;
    bool asks = false, refuses = (kinds & LGM_ATTRIB_UNNAMED) != 0;
    for (uint32_t t = phrase; t-- > sentence.start && phrase - t <= LEAD;) {
        const uint32_t word = lgm_attrib_lemma_kinds(doc, t);
        const bool verb = (word & LGM_ATTRIB_ASKS) != 0;
        if (!verb && !is_small(doc, t)) break;
        if (doc->tokens[t].flags & LGM_TOK_PAR) break;
        refuses = refuses || lgm_tree_is_not(doc, t) || (word & LGM_ATTRIB_REFUSES);
        asks = asks || verb;
        if (verb || asks) from = t;
    }
    return asks && refuses ? from : phrase;
}

static void forbid(const lgm_attrib_head *h, lgm_tokspan s, uint32_t first, float *emit)
{
    for (uint32_t t = s.start; t < s.end; t++)
        for (uint32_t l = 0; l < h->n_labels; l++)
            if (h->label[l].role == LGM_ROLE_CUE || h->label[l].role == LGM_ROLE_CONTENT)
                emit[(size_t)(t - first) * h->tag.n_pad + l] -= SURELY;
}

/* Does a phrase with the words that lead up to it stand at this token? Then *out has both. */
static bool unnamed_at(const lgm_doc *doc, lgm_tokspan sentence, uint32_t token, lgm_tokspan *out)
{
    uint32_t end;
    const uint32_t kinds = phrase_at(doc, sentence, token, &end);
    if (kinds == 0 || (doc->tokens[token].flags & LGM_TOK_QUOTED)) return false;
    *out = (lgm_tokspan){lead_up(doc, sentence, token, kinds), end};
    return out->start < token;
}

lgm_status lgm_attrib_mark_unnamed(lgm_doc *doc, lgm_err *err)
{
    lgm_tokspan at;
    doc->unnamed.n = 0;
    if (doc->lemma.of == NULL || doc->upos.of == NULL) return LGM_OK;
    for (uint32_t s = 0; s < doc->n_sents; s++)
        for (uint32_t t = doc->sents[s].start; t < doc->sents[s].end; t++) {
            if (!unnamed_at(doc, doc->sents[s], t, &at)) continue;
            if (!lgm_vec_push(doc->arena, &doc->unnamed, at)) {
                doc->unnamed.n = doc->unnamed.room = 0;
                return lgm_arena_fail(doc->arena, err);
            }
            t = at.end - 1; /* so that one ends before the next does */
        }
    return LGM_OK;
}

/* The first of them that ends behind this token. */
static size_t first_behind(const lgm_doc *doc, uint32_t token)
{
    return LGM_SORTED_FIRST(lgm_tokspan, doc->unnamed.at, doc->unnamed.n, end, token + 1);
}

bool lgm_attrib_is_unnamed(const lgm_doc *doc, uint32_t token)
{
    const size_t i = first_behind(doc, token);
    return i < doc->unnamed.n && doc->unnamed.at[i].start <= token;
}

void lgm_attrib_unnamed(const lgm_attrib_head *h, const lgm_doc *doc, lgm_tokspan piece,
                        float *emit)
{
    for (size_t i = first_behind(doc, piece.start); i < doc->unnamed.n; i++) {
        const lgm_tokspan at = doc->unnamed.at[i];
        if (at.end > piece.end) break;
        if (at.start >= piece.start) forbid(h, at, piece.start, emit);
    }
}
