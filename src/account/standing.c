/* standing.c - see standing.h. */
#include "account/standing.h"

#include "account/account_words.h"
#include "account/name_words.h"
#include "account/one_figure.h"
#include "account/same_answer.h"
#include "base/day_range.h"

/* ---- which accounts a report tells ---- */

lgm_status lgm_account_field_of(lgm_account_field *out, const lgm_told *told, const lgm_account *at,
                                uint32_t n, lgm_arena *arena, lgm_err *err)
{
    uint32_t reports = 0;
    size_t all = 0;
    for (uint32_t i = 0; i < n; i++)
        for (size_t k = 0; k < at[i].said.n; k++, all++)
            if (at[i].said.at[k].report >= reports) reports = at[i].said.at[k].report + 1;
    uint32_t *const first = lgm_arena_calloc(arena, reports + 2, sizeof *first);
    uint32_t *const of = lgm_arena_alloc(arena, (all + 1) * sizeof *of);
    if (!first || !of) return lgm_arena_fail(arena, err);
    for (uint32_t i = 0; i < n; i++)
        for (size_t k = 0; k < at[i].said.n; k++) first[at[i].said.at[k].report + 2]++;
    for (uint32_t r = 2; r < reports + 2; r++) first[r] += first[r - 1];
    for (uint32_t i = 0; i < n; i++)
        for (size_t k = 0; k < at[i].said.n; k++) of[first[at[i].said.at[k].report + 1]++] = i;
    *out = (lgm_account_field){told, at, n, reports, first, of};
    return LGM_OK;
}

const lgm_event *lgm_account_event_of(const lgm_account_field *f, const lgm_account_said *s)
{
    const lgm_record *const r = f->told[s->report].record;
    return s->answer->event == LGM_NONE ? NULL : &r->events.at[s->answer->event];
}

/* ---- days ---- */

/* What happens at once, and what is done about it. */
static uint32_t deed_of(const lgm_account_field *f, const lgm_account_said *s)
{
    const lgm_event *const e = lgm_account_event_of(f, s);
    if (!e) return 0;
    const uint32_t kinds =
        lgm_account_head_kinds(lgm_record_quote(f->told[s->report].record, e->trigger));
    const uint32_t happens =
        LGM_ACCOUNT_IS_HARM | LGM_ACCOUNT_IS_DEATH | LGM_ACCOUNT_IS_ASSAULT | LGM_ACCOUNT_IS_MISHAP;
    return (kinds & happens ? 1u : 0u) | (kinds & LGM_ACCOUNT_IS_ARREST ? 2u : 0u);
}

/* Days of one deed that was told otherwise, and not of two. */
static bool are_near(lgm_str a, lgm_str b)
{
    enum { MOST_DAYS = 10 };
    lgm_day_range x, y;
    return lgm_day_range_of(&x, (lgm_slice){a.ptr, a.len}) &&
           lgm_day_range_of(&y, (lgm_slice){b.ptr, b.len}) && x.from <= y.to + MOST_DAYS &&
           y.from <= x.to + MOST_DAYS;
}

/* ---- two of them ---- */

static lgm_str speaker_of(const lgm_account_field *f, const lgm_account_said *s)
{
    const lgm_record *const r = f->told[s->report].record;
    if (s->answer->claim == LGM_NONE) return (lgm_str){0};
    const uint32_t speaker = r->claims.at[s->answer->claim].speaker;
    return speaker == LGM_NONE ? s->answer->speaker : r->entities.at[speaker].name;
}

/* "Police say one, the hospital says two", in one report. */
static bool by_two_speakers(const lgm_account_field *f, const lgm_account_said *x,
                            const lgm_account_said *y)
{
    lgm_account_name a, b;
    lgm_account_name_of(&a, speaker_of(f, x));
    lgm_account_name_of(&b, speaker_of(f, y));
    return a.n && b.n && !lgm_account_name_within(&a, &b) && !lgm_account_name_within(&b, &a);
}

bool lgm_account_opposed(const lgm_account_field *f, uint32_t a, const lgm_account_said *x,
                         uint32_t b, const lgm_account_said *y)
{
    switch (lgm_account_question_kind(x->answer->question)) {
    case 'F':
        return lgm_account_one_figure(f, x, y) &&
               (x->report == y->report
                    ? lgm_account_one_noun(x->answer, y->answer) && by_two_speakers(f, x, y)
                    : lgm_account_of_one_size(f, a, x, b, y));
    case 'D':
        return (deed_of(f, x) & deed_of(f, y)) != 0 && are_near(x->answer->day, y->answer->day);
    default: return x->report != y->report;
    }
}

static bool find_opposed(const lgm_account_field *f, uint32_t a, uint32_t b,
                         const lgm_account_said *by[2])
{
    for (size_t i = 0; i < f->at[a].said.n; i++)
        for (size_t k = 0; k < f->at[b].said.n; k++) {
            by[0] = &f->at[a].said.at[i];
            by[1] = &f->at[b].said.at[k];
            if (lgm_account_opposed(f, a, by[0], b, by[1])) return true;
        }
    return false;
}

bool lgm_account_told_together(const lgm_account_field *f, uint32_t a, uint32_t b)
{
    for (size_t i = 0; i < f->at[a].said.n; i++)
        for (size_t k = 0; k < f->at[b].said.n; k++) {
            const lgm_account_said *const x = &f->at[a].said.at[i], *const y = &f->at[b].said.at[k];
            if (x->report == y->report && !by_two_speakers(f, x, y)) return true;
        }
    return false;
}

/* Two places that the gazetteer has. */
static bool are_two_places(const lgm_account_field *f, const lgm_account *a, const lgm_account *b)
{
    uint32_t ids[2] = {0, 0};
    const lgm_account *const both[2] = {a, b};
    for (int k = 0; k < 2; k++)
        for (size_t i = 0; i < both[k]->said.n; i++) {
            const lgm_account_said *const s = &both[k]->said.at[i];
            if (s->answer->entity == LGM_NONE) continue;
            const lgm_entity_place *const p =
                f->told[s->report].record->entities.at[s->answer->entity].place;
            if (p) ids[k] = p->geonames;
        }
    return ids[0] && ids[1] && ids[0] != ids[1];
}

static lgm_account_standing stand_of_names(const lgm_account_field *f, uint32_t a, uint32_t b)
{
    const lgm_str x = f->at[a].answer->words, y = f->at[b].answer->words;
    bool excludes = false;
    switch (f->at[a].answer->question) {
    case LGM_ACCOUNT_WHERE:
        if (lgm_account_one_spelling_off(x, y) && !are_two_places(f, &f->at[a], &f->at[b]))
            return LGM_ACCOUNT_SPELLED;
        excludes = lgm_account_one_way_off(x, y) || lgm_account_other_bearing(x, y);
        break;
    case LGM_ACCOUNT_WHO:
        if (lgm_account_one_spelling_off(x, y)) return LGM_ACCOUNT_SPELLED;
        excludes = lgm_account_origins_of(x, y) == LGM_ACCOUNT_OTHER_ORIGINS;
        break;
    case LGM_ACCOUNT_VICTIM:
        if (lgm_account_one_spelling_off(x, y)) return LGM_ACCOUNT_SPELLED;
        break;
    case LGM_ACCOUNT_CHARGE:
        excludes = lgm_account_other_degree(x, y) || lgm_account_other_end(x, y);
        break;
    default: break;
    }
    return excludes && !lgm_account_told_together(f, a, b) ? LGM_ACCOUNT_EXCLUDES
                                                           : LGM_ACCOUNT_BESIDE;
}

/* Sentences are of several people, sums of several things. */
static bool is_told_of_several(const lgm_account_answer *a, const lgm_account_answer *b)
{
    switch (a->question) {
    case LGM_ACCOUNT_AMOUNT:
    case LGM_ACCOUNT_SENTENCED: return true;
    case LGM_ACCOUNT_AGE: return !a->words.len || !b->words.len;
    default: return false;
    }
}

/* "Charged with murder", "denied murder", by two speakers or by a report and a speaker. A cause is
 * told of more than one thing: what is denied of one may hold for another. */
static lgm_account_standing stand_of_denial(const lgm_account_field *f, uint32_t a, uint32_t b)
{
    const lgm_account_answer *const x = f->at[a].answer, *const y = f->at[b].answer;
    const bool one_says = x->stance == LGM_ACCOUNT_SAYS || y->stance == LGM_ACCOUNT_SAYS;
    return one_says && x->question != LGM_ACCOUNT_CAUSE && lgm_account_same_value(x, y)
               ? LGM_ACCOUNT_DENIED
               : LGM_ACCOUNT_BESIDE;
}

lgm_account_standing lgm_account_stand(const lgm_account_field *f, uint32_t a, uint32_t b,
                                       const lgm_account_said *by[2])
{
    const lgm_account_answer *const x = f->at[a].answer, *const y = f->at[b].answer;
    by[0] = &f->at[a].said.at[0];
    by[1] = &f->at[b].said.at[0];
    lgm_account_standing names = LGM_ACCOUNT_EXCLUDES;
    if (x->stance != y->stance) return stand_of_denial(f, a, b);
    switch (lgm_account_question_kind(x->question)) {
    case 'F':
        if (is_told_of_several(x, y)) return LGM_ACCOUNT_BESIDE;
        if (lgm_account_other_scope(x, y)) return LGM_ACCOUNT_OF_OTHERS;
        if (lgm_account_holds(x, y) || lgm_account_holds(y, x)) return LGM_ACCOUNT_WITHIN;
        if (lgm_account_may_agree(x, y)) return LGM_ACCOUNT_BESIDE;
        return find_opposed(f, a, b, by) ? LGM_ACCOUNT_EXCLUDES : LGM_ACCOUNT_OF_OTHERS;
    case 'D':
        if (!x->day.len || !y->day.len || lgm_account_told_together(f, a, b))
            return LGM_ACCOUNT_BESIDE;
        break;
    default: names = stand_of_names(f, a, b);
    }
    if (names != LGM_ACCOUNT_EXCLUDES) return names;
    return find_opposed(f, a, b, by) ? names : LGM_ACCOUNT_BESIDE;
}
