/* found_answers.c - see found_answers.h. */
#include "account/found_answers.h"

#include "account/replaced.h"
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

/* The source as the report has it; of a pronoun, the words for whom it stands. */
static lgm_str worded(const lgm_record *r, const lgm_claim *c)
{
    lgm_cpspan span = {c->source.at[0].start, c->source.at[c->source.n - 1].end}, nearest;
    const lgm_entity *const e = c->speaker == LGM_NONE ? NULL : &r->entities.at[c->speaker];
    bool is_name;
    for (size_t i = 0; e && i < e->mentions.n; i++)
        if (e->mentions.at[i].start == span.start && e->mentions.at[i].end == span.end &&
            e->mentions.at[i].form == LGM_MENTION_PRONOUN &&
            lgm_account_nearest(r, c->speaker, span.start, false, &nearest, &is_name))
            return lgm_record_quote(r, nearest);
    return lgm_record_quote(r, span);
}

/* The innermost claim with a source within whose content this stands. */
static void give_speaker_at(const lgm_account_found *f, lgm_account_answer *a, uint32_t at)
{
    const lgm_record *const r = f->text->record;
    for (size_t i = 0; i < r->claims.n; i++) {
        const lgm_claim *const c = &r->claims.at[i];
        const bool inner = a->claim == LGM_NONE || c->parent == a->claim;
        if (!c->source.n || !inner || !holds(c->content, at)) continue;
        a->claim = (uint32_t)i;
        a->speaker = worded(r, c);
    }
}

/* "The navy said it seized the boat": what happened is said, though who did it is the source. */
static void give_speaker(const lgm_account_found *f, lgm_account_answer *a)
{
    const lgm_record *const r = f->text->record;
    give_speaker_at(f, a, a->span.start);
    if (a->claim == LGM_NONE && a->event != LGM_NONE)
        give_speaker_at(f, a, r->events.at[a->event].trigger.start);
}

/* What is denied is the deed: when, where and how old is told beside it. */
static lgm_account_stance stance_of(const lgm_record *r, const lgm_account_answer *a)
{
    const bool beside = a->question == LGM_ACCOUNT_WHEN || a->question == LGM_ACCOUNT_WHERE ||
                        a->question == LGM_ACCOUNT_AGE;
    if (beside || a->stance != LGM_ACCOUNT_SAYS || a->claim == LGM_NONE) return a->stance;
    switch (r->claims.at[a->claim].act) {
    case LGM_ACT_DENY:
    case LGM_ACT_DISMISS: return LGM_ACCOUNT_DENIES;
    case LGM_ACT_DOUBT: return LGM_ACCOUNT_DOUBTS;
    default: return LGM_ACCOUNT_SAYS;
    }
}

/* Two figures that tell the same of the same, by the same source. */
static bool is_again(const lgm_account_answer *a, const lgm_account_answer *b)
{
    return a->value == b->value && a->upper == b->upper && a->relation == b->relation &&
           lgm_account_same_words(a->unit, b->unit) &&
           (a->question != LGM_ACCOUNT_SEIZED || lgm_account_same_words(a->words, b->words)) &&
           lgm_account_same_words(a->speaker, b->speaker);
}

static bool is_same(const lgm_account_answer *a, const lgm_account_answer *b)
{
    const char kind = lgm_account_question_kind(a->question);
    if (a->question != b->question || a->aside != b->aside || a->stance != b->stance) return false;
    if (kind == 'W')
        return lgm_account_same_words(a->words, b->words) ||
               (a->entity != LGM_NONE && a->entity == b->entity &&
                a->question != LGM_ACCOUNT_WHERE);
    if (kind == 'D')
        return lgm_account_same_words(a->day.len ? a->day : a->words,
                                      b->day.len ? b->day : b->words);
    return (a->span.start < b->span.end && b->span.start < a->span.end) || is_again(a, b);
}

void lgm_account_add(lgm_account_found *f, lgm_account_answer a)
{
    const uint32_t sentence = lgm_account_sentence_at(f->text, a.span.start);
    if (lgm_account_is_wrong(f->text->record, a.span)) return;
    a.aside = f->text->aside[sentence];
    give_speaker(f, &a);
    a.stance = stance_of(f->text->record, &a);
    for (size_t i = 0; i < f->answers.n; i++)
        if (is_same(&a, &f->answers.at[i])) return;
    if (!f->failed) f->failed = !lgm_vec_push(f->arena, &f->answers, a);
}
