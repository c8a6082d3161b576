/*
 * signed.c - quotations that are signed: “We were never asked.” — Ada Lind
 *
 * As at the head of a chapter, in round-ups of opinions and under letters: behind the quotation a dash, a name of
 * two to six words, and nothing more on the line, or the next quotation. In PolNeAR's training part seven of nine
 * such names are the source in gold.
 */
#include <string.h>

#include "attrib/frags.h"

enum { FEWEST = 2, MOST = 6 };

static bool is_one(lgm_slice form, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (form.len == strlen(list[i]) && memcmp(form.ptr, list[i], form.len) == 0) return true;
    return false;
}

static bool is_dash(lgm_slice form)
{
    static const char *const DASHES[] = {"-", "--", "\xe2\x80\x93", "\xe2\x80\x94", "\xe2\x80\x95"};
    return is_one(form, DASHES, LGM_COUNT(DASHES));
}

static bool is_capital(lgm_slice form)
{
    return (form.ptr[0] >= 'A' && form.ptr[0] <= 'Z') || (unsigned char)form.ptr[0] >= 0xc3;
}

/* A word that a name may be of, and not begin or end with: "Lars von Marsh". */
static bool is_particle(lgm_slice form)
{
    static const char *const WORDS[] = {"de",  "del", "da",  "di", "van",
                                        "von", "der", "bin", "al", "y"};
    return is_one(form, WORDS, LGM_COUNT(WORDS));
}

/* Does something else begin at t: a paragraph, a line, a quotation? */
static bool begins(const lgm_doc *doc, uint32_t t)
{
    return t >= doc->n_tokens ||
           (doc->tokens[t].flags & (LGM_TOK_PAR | LGM_TOK_LINE | LGM_TOK_OPEN)) != 0;
}

lgm_tokspan lgm_attrib_signature(const lgm_doc *doc, uint32_t t)
{
    const lgm_tokspan none = {0, 0};
    if (t < doc->n_tokens && !begins(doc, t) && (doc->tokens[t].flags & LGM_TOK_CLOSE)) t++;
    if (t >= doc->n_tokens || !is_dash(lgm_doc_form(doc, t))) return none;
    const uint32_t start = t + 1;
    uint32_t end = start;
    while (!begins(doc, end) && end - start <= MOST &&
           (is_capital(lgm_doc_form(doc, end)) || is_particle(lgm_doc_form(doc, end))))
        end++;
    const uint32_t n = end - start;
    const bool stop = end < doc->n_tokens && lgm_slice_eq(lgm_doc_form(doc, end), LGM_SLICE("."));
    if (n < FEWEST || n > MOST || !begins(doc, end + stop)) return none;
    if (!is_capital(lgm_doc_form(doc, start)) || !is_capital(lgm_doc_form(doc, end - 1)))
        return none;
    return (lgm_tokspan){start, end};
}
