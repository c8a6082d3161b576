/* found_answers.c - see found_answers.h. */
#include "account/found_answers.h"

#include "base/fold.h"

lgm_account_answer lgm_account_blank(lgm_account_question q, lgm_cpspan span)
{
    return (lgm_account_answer){.question = q,
                                .span = span,
                                .claim = LGM_NONE,
                                .entity = LGM_NONE,
                                .event = LGM_NONE,
                                .figure = LGM_NONE,
                                .time = LGM_NONE,
                                .scope_place = LGM_NONE};
}

bool lgm_account_same_words(lgm_str a, lgm_str b)
{
    if (a.len != b.len) return false;
    for (size_t i = 0; i < a.len; i++)
        if (lgm_lower_cp((uint8_t)a.ptr[i]) != lgm_lower_cp((uint8_t)b.ptr[i])) return false;
    return true;
}

static bool holds(lgm_spans spans, uint32_t at)
{
    for (size_t i = 0; i < spans.n; i++)
        if (spans.at[i].start <= at && at < spans.at[i].end) return true;
    return false;
}

/* The innermost claim with a source within whose content the words stand. */
static void give_speaker(const lgm_account_found *f, lgm_account_answer *a)
{
    const lgm_record *const r = f->text->record;
    for (size_t i = 0; i < r->claims.n; i++) {
        const lgm_claim *const c = &r->claims.at[i];
        const bool inner = a->claim == LGM_NONE || c->parent == a->claim;
        if (!c->source.n || !inner || !holds(c->content, a->span.start)) continue;
        a->claim = (uint32_t)i;
        a->speaker = lgm_record_quote(
            r, (lgm_cpspan){c->source.at[0].start, c->source.at[c->source.n - 1].end});
    }
}

static bool is_there(const lgm_account_found *f, const lgm_account_answer *a)
{
    const char kind = lgm_account_question_kind(a->question);
    for (size_t i = 0; i < f->answers.n; i++) {
        const lgm_account_answer *const b = &f->answers.at[i];
        if (a->question != b->question || a->aside != b->aside) continue;
        if (kind == 'W' && lgm_account_same_words(a->words, b->words)) return true;
        if (a->entity != LGM_NONE && a->entity == b->entity && a->question != LGM_ACCOUNT_WHERE &&
            kind == 'W')
            return true;
        if (kind == 'D' &&
            lgm_account_same_words(a->day.len ? a->day : a->words, b->day.len ? b->day : b->words))
            return true;
        if (kind == 'F' && a->span.start < b->span.end && b->span.start < a->span.end) return true;
    }
    return false;
}

void lgm_account_add(lgm_account_found *f, lgm_account_answer a)
{
    const uint32_t sentence = lgm_account_sentence_at(f->text, a.span.start);
    a.aside = f->text->aside[sentence];
    if (f->failed || is_there(f, &a)) return;
    give_speaker(f, &a);
    f->failed = !lgm_vec_push(f->arena, &f->answers, a);
}
