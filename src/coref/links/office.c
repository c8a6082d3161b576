/* office.c - reads offices, the bodies they are of and the ranks before them. */
#include "coref/links/office.h"

#include <string.h>

#include "coref/links/coref_words.h"
#include "legomena/kinds.h"
#include "tree/shape.h"

enum { FIELDS = 8 }; /* words between a body and its office */

/* "Former", "deputy": what makes another office of the one behind it; 0 for none. */
static uint32_t rank_of(const lgm_doc *doc, uint32_t token)
{
    return lgm_coref_word(doc, token) & LGM_COREF_RANKS;
}

/* What may stand between a body and its office: "Republican presidential nominee", "Ostrel finance
 * minister", "last hard-line president". */
static bool is_field(const lgm_trees *t, uint32_t token)
{
    const lgm_doc *const doc = t->doc;
    const char *const x = doc->xpos.of ? lgm_doc_xpos(doc, token) : "";
    return strchr("JNCH", x[0]) && x[0] && /* JJ, NN, CD, HYPH */
           !lgm_tree_is_capital(lgm_doc_form(doc, token)) && lgm_tree_name(t, token) == LGM_NONE &&
           rank_of(doc, token) == 0;
}

uint32_t lgm_coref_office_of(const lgm_doc *doc, uint32_t token)
{
    return lgm_coref_word(doc, token) & LGM_COREF_OFFICE_MASK;
}

bool lgm_coref_is_office(const lgm_doc *doc, uint32_t token)
{
    return lgm_coref_office_of(doc, token) > LGM_COREF_OFFICE_NOMINEE;
}

/* The body whose name ends before a word ("Police chief", "Ostrel's chief"), or NO_BODY, and the
 * rank. False where a person stands there. */
static bool body_before(const lgm_trees *t, const uint32_t *owner, uint32_t at, uint64_t *body,
                        uint32_t *rank)
{
    const lgm_doc *const doc = t->doc;
    *body = LGM_COREF_NO_BODY;
    *rank = 0;
    if (at > 0 && lgm_tree_is_possessive(lgm_doc_form(doc, at - 1))) at--;
    for (uint32_t n = 0; n < FIELDS && at > 0 && is_field(t, at - 1); n++) at--;
    if (at > 0) *rank = rank_of(doc, at - 1);
    if (at == 0 || *rank) return true;
    const uint32_t name = lgm_tree_name(t, at - 1);
    uint32_t start = at - 1;
    if (name == LGM_NONE) {
        const lgm_slice w = lgm_doc_form(doc, at - 1);
        if (lgm_tree_is_capital(w) && !lgm_tree_is_the(w)) *body = lgm_hash64(1, w.ptr, w.len);
    } else {
        if (doc->names[name].type == LGM_ENTITY_PER) return false;
        start = doc->names[name].tokens.start;
        *body = owner[name];
    }
    if (start > 0 && *body != LGM_COREF_NO_BODY) *rank = rank_of(doc, start - 1);
    return true;
}

/* "of the Harbour Police", from the word "of". */
static uint64_t body_behind(const lgm_trees *t, const uint32_t *owner, uint32_t at)
{
    const lgm_doc *const doc = t->doc;
    if (at + 2 >= doc->n_tokens || !LGM_SLICE_IN(lgm_doc_form(doc, at), "of", "for", "at", "from"))
        return LGM_COREF_NO_BODY;
    at += lgm_tree_is_the(lgm_doc_form(doc, at + 1)) ? 2 : 1;
    const uint32_t name = lgm_tree_name(t, at);
    if (name == LGM_NONE || doc->names[name].tokens.start != at) return LGM_COREF_NO_BODY;
    return doc->names[name].type == LGM_ENTITY_PER ? LGM_COREF_NO_BODY : owner[name];
}

bool lgm_coref_read_office(const lgm_trees *t, const uint32_t *owner, uint32_t token,
                           lgm_coref_office *out)
{
    uint32_t rank;
    const uint64_t behind = body_behind(t, owner, token + 1);
    out->what = lgm_coref_office_of(t->doc, token);
    if (out->what == LGM_COREF_OFFICE_MINISTER && token > 0 &&
        LGM_SLICE_IN(lgm_doc_form(t->doc, token - 1), "prime", "Prime")) {
        out->what = LGM_COREF_OFFICE_PRIME_MINISTER;
        token--;
    }
    if (!out->what || !body_before(t, owner, token, &out->body, &rank)) return false;
    out->what += rank;
    if (behind != LGM_COREF_NO_BODY) out->body = behind;
    return true;
}
