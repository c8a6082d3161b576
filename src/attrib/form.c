/* form.c - direct, indirect or mixed: how many words of a content stand inside quotation marks. */
#include <utf8proc.h>

#include "attrib/frags.h"

static bool is_letter_or_digit(int32_t cp)
{
    switch (utf8proc_category(cp)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO: return true;
    default: return false;
    }
}

bool lgm_attrib_is_word(const lgm_doc *doc, uint32_t token)
{
    const lgm_slice form = lgm_doc_form(doc, token);
    for (size_t i = 0, used; i < form.len; i += used) {
        const int32_t cp = lgm_utf8_next(form.ptr + i, form.len - i, &used);
        if (cp >= 0 && is_letter_or_digit(cp)) return true;
    }
    return false;
}

lgm_word_count lgm_attrib_count(const lgm_doc *doc, lgm_tokspan s)
{
    lgm_word_count n = {0};
    for (uint32_t t = s.start; t < s.end; t++) {
        if (!lgm_attrib_is_word(doc, t)) continue;
        n.words++;
        if (doc->tokens[t].flags & LGM_TOK_QUOTED) n.quoted++;
    }
    return n;
}

lgm_claim_form lgm_attrib_form(const lgm_doc *doc, const lgm_parts *content)
{
    lgm_word_count all = {0};
    for (uint8_t i = 0; i < content->n; i++) {
        const lgm_word_count n = lgm_attrib_count(doc, content->at[i]);
        all.words += n.words;
        all.quoted += n.quoted;
    }
    if (all.quoted == 0) return LGM_FORM_INDIRECT;
    return all.quoted == all.words ? LGM_FORM_DIRECT : LGM_FORM_MIXED;
}
