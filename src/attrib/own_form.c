/*
 * own_form.c - the form of a claim within another, by the quotation marks at its own level.
 *
 *     "They say the mill is 'doomed'," Veld said.      mixed, and not direct
 *
 * What the outer claim quotes is quoted from whoever makes that one, so only marks within the
 * content itself count.
 */
#include "attrib/claims.h"
#include "attrib/frags.h"
#include "doc/why.h"

/* The runs between marks of a part, and its words; the runs are written where `to` is not NULL. */
static uint32_t runs(const lgm_doc *doc, lgm_tokspan part, lgm_tokspan *to, lgm_word_count *words)
{
    uint32_t n = 0, open = 0;
    for (uint32_t t = part.start; t < part.end; t++) {
        const uint8_t flags = doc->tokens[t].flags;
        if ((flags & LGM_TOK_CLOSE) && open > 0 && --open == 0) continue;
        if (open == 0 && (flags & LGM_TOK_OPEN)) {
            open = 1;
            if (to) to[n] = (lgm_tokspan){t + 1, t + 1};
            n++;
            continue;
        }
        if (flags & LGM_TOK_OPEN) open++;
        if (open > 0 && to) to[n - 1].end = t + 1;
        if (!lgm_attrib_is_word(doc, t)) continue;
        words->words++;
        words->quoted += open > 0;
    }
    return n;
}

lgm_status lgm_attrib_own_form(const lgm_doc *doc, lgm_doc_claim *c, lgm_err *err)
{
    uint32_t n = 0;
    lgm_word_count words = {0};
    for (uint8_t i = 0; i < c->content.n; i++) n += runs(doc, c->content.at[i], NULL, &words);
    c->form = words.quoted == 0             ? LGM_FORM_INDIRECT
              : words.quoted == words.words ? LGM_FORM_DIRECT
                                            : LGM_FORM_MIXED;
    c->n_quoted = 0;
    c->quoted = n > 0 ? lgm_arena_alloc(doc->arena, n * sizeof *c->quoted) : NULL;
    if (n > 0 && !c->quoted) return lgm_arena_fail(doc->arena, err);
    for (uint8_t i = 0; i < c->content.n; i++)
        c->n_quoted +=
            runs(doc, c->content.at[i], c->quoted ? c->quoted + c->n_quoted : NULL, &words);
    n = 0; /* "" holds nothing */
    for (uint32_t i = 0; i < c->n_quoted; i++)
        if (c->quoted[i].start < c->quoted[i].end) c->quoted[n++] = c->quoted[i];
    c->n_quoted = n;
    LGM_WHY(doc, DRAFT, c->origin, "form", LGM_NO_WORDS,
            "It stands within another claim: marks within its own content alone count");
    for (uint32_t i = 0; i < n; i++)
        LGM_WHY(doc, DRAFT, c->origin, "quoted", c->quoted[i],
                "Marks within its own content enclose these words");
    return LGM_OK;
}
