/* same_reasons.c - see same_reasons.h. */
#include "same/same_reasons.h"

static lgm_slice slice(lgm_str s)
{
    return (lgm_slice){s.ptr ? s.ptr : "", s.len};
}

static void quote(lgm_buf *out, lgm_str words)
{
    lgm_buf_puts(out, "“");
    lgm_buf_words(out, slice(words));
    lgm_buf_puts(out, "”");
}

void lgm_same_reason(lgm_buf *out, const char *words)
{
    if (out->len) lgm_buf_puts(out, "; ");
    lgm_buf_puts(out, words);
}

void lgm_same_reason_name(lgm_buf *out, const lgm_record *r, const lgm_same_hashes *a,
                          const lgm_same_hashes *b)
{
    const uint32_t *const shared = lgm_same_shared(a, b);
    lgm_profile_word last;
    for (size_t i = 0; shared && i < r->entities.n; i++) {
        const lgm_str name = r->entities.at[i].name;
        if (!lgm_profile_last_word(slice(name), &last) || lgm_same_hash(&last) != *shared) continue;
        lgm_same_reason(out, "both name ");
        lgm_buf_words(out, slice(name));
        return;
    }
}

void lgm_same_reason_number(lgm_buf *out, lgm_str text, const lgm_same_hashes *a,
                            const lgm_same_hashes *b)
{
    const uint32_t *const shared = lgm_same_shared(a, b);
    lgm_slice rest = slice(text);
    lgm_profile_word w;
    while (shared && lgm_profile_next_word(&rest, &w)) {
        if (!w.number || lgm_same_hash(&w) != *shared) continue;
        lgm_same_reason(out, "both give ");
        lgm_buf_put(out, w.at, w.len);
        return;
    }
}

/* ---- events ---- */

static void put_words(lgm_buf *out, const lgm_same_event *a, const lgm_same_event *b)
{
    double f[LGM_SAME_FEATURES];
    const int related = lgm_same_related(&a->head, &b->head);
    lgm_same_compare(a, b, related, f);
    if (f[LGM_SAME_WORD]) {
        lgm_same_reason(out, "both say ");
        quote(out, a->words);
    } else if (related != LGM_SAME_UNRELATED) {
        lgm_same_reason(out, "");
        quote(out, a->words);
        lgm_buf_puts(out, " and ");
        quote(out, b->words);
        lgm_buf_puts(out,
                     related == LGM_SAME_FORMS ? " are forms of one word" : " may mean the same");
    }
    if (f[LGM_SAME_DAYS_APART]) lgm_same_reason(out, "although on other days");
}

void lgm_same_event_reasons(lgm_buf *out, const lgm_record *of_a, const lgm_same_event *a,
                            const lgm_same_event *b)
{
    const lgm_cpspan sentence = of_a->sentences.n ? of_a->sentences.at[a->sentence] : a->span;
    put_words(out, a, b);
    lgm_same_reason_name(out, of_a, &a->names, &b->names);
    lgm_same_reason_number(out, lgm_record_quote(of_a, sentence), &a->around.numbers,
                           &b->around.numbers);
    if (a->dated && b->dated && a->days.from == b->days.from && a->days.to == b->days.to)
        lgm_same_reason(out, "both on one day");
}
