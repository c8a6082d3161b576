/* inverted.c - joins a surname and the given name behind its comma. */
#include "entity/inverted.h"

#include "legomena/kinds.h"
#include "phrase/gender.h"
#include "tree/shape.h"

/* A name of another type may be a person's where the network is less sure than this. */
#define SURE 0.9f

static bool may_be_person(const lgm_name *name)
{
    return name->type == LGM_ENTITY_PER || name->confidence < SURE;
}

static uint32_t length(const lgm_name *name)
{
    return name->tokens.end - name->tokens.start;
}

/* Does a mark or the end stand behind the given name, and no third name in a row? */
static bool is_closed(const lgm_doc *doc, const lgm_name *given, const lgm_name *next)
{
    const uint32_t t = given->tokens.end;
    if (t >= doc->n_tokens || lgm_doc_sentence_of(doc, given->tokens.start).end == t) return true;
    if (!LGM_SLICE_IN(lgm_doc_form(doc, t), ",", ";", ".", "(", ":")) return false;
    return !next || next->tokens.start != t + 1 || next->type != LGM_ENTITY_PER;
}

/* Does the surname open a line or an entry of a list? In running text two people stand so: "the
 * police said of Obama, Clinton". */
static bool opens_entry(const lgm_doc *doc, const lgm_name *a)
{
    const uint32_t t = a->tokens.start;
    return t == lgm_doc_sentence_of(doc, t).start ||
           LGM_SLICE_IN(lgm_doc_form(doc, t - 1), ":", ";", "(", "-", "\xe2\x80\xa2", "named");
}

static bool is_inverted(const lgm_doc *doc, const lgm_name *a, const lgm_name *b,
                        const lgm_name *next)
{
    return length(a) == 1 && length(b) == 1 && may_be_person(a) && may_be_person(b) &&
           b->tokens.start == a->tokens.end + 1 &&
           lgm_slice_eq(lgm_doc_form(doc, a->tokens.end), LGM_SLICE(",")) &&
           lgm_doc_sentence_of(doc, a->tokens.start).end >= b->tokens.end &&
           lgm_tree_is_capital(lgm_doc_form(doc, a->tokens.start)) &&
           !lgm_phrase_is_given_name(doc, a->tokens.start) &&
           lgm_phrase_is_given_name(doc, b->tokens.start) && is_closed(doc, b, next);
}

void lgm_entity_inverted(const lgm_doc *doc, lgm_names *names)
{
    bool in_list = false; /* an entry of a list stands before in the sentence */
    uint32_t before = 0;  /* where the sentence of the name before starts */
    size_t n = 0;
    for (size_t i = 0; i < names->n; i++) {
        lgm_name name = names->at[i];
        const lgm_name *const b = i + 1 < names->n ? &names->at[i + 1] : NULL;
        const lgm_name *const next = i + 2 < names->n ? &names->at[i + 2] : NULL;
        if (before != lgm_doc_sentence_of(doc, name.tokens.start).start) in_list = false;
        if (b && (in_list || opens_entry(doc, &name)) && is_inverted(doc, &name, b, next)) {
            in_list = true;
            if (b->confidence < name.confidence) name.confidence = b->confidence;
            name.tokens.end = b->tokens.end;
            name.type = LGM_ENTITY_PER;
            i++;
        }
        before = lgm_doc_sentence_of(doc, name.tokens.start).start;
        names->at[n++] = name;
    }
    names->n = n;
}
