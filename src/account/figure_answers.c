/* figure_answers.c - figures of the record that answer a question. */
#include <string.h>

#include "account/found_answers.h"

static const struct {
    const char *of;
    lgm_account_question question;
} named[] = {{"killed", LGM_ACCOUNT_KILLED},       {"wounded", LGM_ACCOUNT_WOUNDED},
             {"missing", LGM_ACCOUNT_MISSING},     {"arrested", LGM_ACCOUNT_ARRESTED},
             {"captured", LGM_ACCOUNT_CAPTURED},   {"displaced", LGM_ACCOUNT_DISPLACED},
             {"evacuated", LGM_ACCOUNT_DISPLACED}, {"rescued", LGM_ACCOUNT_RESCUED},
             {"hostages", LGM_ACCOUNT_HOSTAGES},   {"protesters", LGM_ACCOUNT_PROTESTERS},
             {"sentenced", LGM_ACCOUNT_SENTENCED}, {"money", LGM_ACCOUNT_AMOUNT},
             {"magnitude", LGM_ACCOUNT_MAGNITUDE}};

static bool is(lgm_str s, const char *word)
{
    return s.len == strlen(word) && memcmp(s.ptr, word, s.len) == 0;
}

static bool is_arm(lgm_str of)
{
    lgm_lexicon_phrase p = {.len = 0};
    lgm_lexicon_add(&p, (lgm_slice){of.ptr, of.len});
    return (lgm_lexicon_find(&lgm_account_lexicon, &p) & LGM_ACCOUNT_IS_ARM) != 0;
}

static bool question_of(const lgm_figure *x, lgm_account_question *q)
{
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (is(x->of, named[i].of)) {
            *q = named[i].question;
            return true;
        }
    *q = LGM_ACCOUNT_SEIZED;
    return x->of.len && is_arm(x->of);
}

static bool is_length(lgm_str of)
{
    static const char *const words[] = {"metres", "meters", "feet", "ft", "m", "foot"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (is(of, words[i])) return true;
    return false;
}

/* Within the ten words before it somebody falls. */
static bool is_of_fall(const lgm_account_text *t, uint32_t at)
{
    const uint32_t word = lgm_account_word_at(t, at);
    for (uint32_t i = word; i-- > 0 && i + 12 > word;)
        if (t->words[i].kinds & LGM_ACCOUNT_IS_DEATH) return true;
    return false;
}

static lgm_account_answer answer_of(const lgm_figure *x, uint32_t index, lgm_account_question q)
{
    lgm_account_answer a = lgm_account_blank(q, (lgm_cpspan){x->start, x->end});
    a.value = x->value;
    a.upper = x->upper;
    a.relation = x->relation;
    a.unit = x->unit;
    a.words = q == LGM_ACCOUNT_SEIZED ? x->of : x->what;
    a.event = x->event;
    a.figure = index;
    if (x->scope) {
        a.time = x->scope->time;
        a.extent = x->scope->extent;
        a.scope_place = x->scope->place;
    }
    return a;
}

/* "Shot three people": killed or wounded, nobody says which. */
static bool is_of_harm(const lgm_account_text *t, const lgm_figure *x)
{
    if (x->event == LGM_NONE || x->unit.len) return false;
    const uint32_t word = lgm_account_word_at(t, t->record->events.at[x->event].trigger.start);
    return word < t->n && (lgm_account_is(t, word, "shot") || lgm_account_is(t, word, "shooting") ||
                           lgm_account_is(t, word, "stabbed") ||
                           lgm_account_is(t, word, "attacked") || lgm_account_is(t, word, "hit"));
}

void lgm_account_find_figures(lgm_account_found *f)
{
    const lgm_record *const r = f->text->record;
    lgm_account_question q;
    for (size_t i = 0; i < r->figures.n; i++) {
        const lgm_figure *const x = &r->figures.at[i];
        if (x->vague) continue;
        if (question_of(x, &q)) {
            lgm_account_add(f, answer_of(x, (uint32_t)i, q));
        } else if (is_of_harm(f->text, x)) {
            lgm_account_add(f, answer_of(x, (uint32_t)i, LGM_ACCOUNT_CASUALTIES));
        } else if (is_length(x->of) && is_of_fall(f->text, x->start)) {
            lgm_account_answer a = answer_of(x, (uint32_t)i, LGM_ACCOUNT_DISTANCE);
            a.unit = x->of;
            a.words = (lgm_str){0};
            lgm_account_add(f, a);
        }
    }
}

/* "2,000ft": the thousands stand in a word of their own. The first word of the number. */
static uint32_t thousands_before(const lgm_account_text *t, uint32_t i, size_t digits,
                                 double *value)
{
    uint32_t behind;
    if (digits != 3 || i < 2 || !lgm_account_is(t, i - 1, ",")) return i;
    const double thousands = lgm_account_number(t, i - 2, &behind);
    if (thousands < 1 || thousands > 999) return i;
    *value += thousands * 1000;
    return i - 2;
}

/* "60m", which is no figure of the record: digits and a unit in one word. */
void lgm_account_find_distances(lgm_account_found *f)
{
    const lgm_account_text *const t = f->text;
    for (uint32_t i = 0; i < t->n; i++) {
        const lgm_slice s = t->words[i].form;
        size_t n = 0;
        double value = 0;
        while (n < s.len && n < 6 && s.ptr[n] >= '0' && s.ptr[n] <= '9')
            value = value * 10 + (s.ptr[n++] - '0');
        if (!n || n == s.len || !is_length((lgm_str){s.ptr + n, s.len - n})) continue;
        if (!is_of_fall(t, t->words[i].start)) continue;
        const uint32_t first = thousands_before(t, i, n, &value);
        if (value <= 0) continue;
        lgm_account_answer a = lgm_account_blank(
            LGM_ACCOUNT_DISTANCE, (lgm_cpspan){t->words[first].start, t->words[i].end});
        a.value = value;
        a.unit = (lgm_str){s.ptr + n, s.len - n};
        const bool about =
            first > 0 &&
            (lgm_account_is(t, first - 1, "about") || lgm_account_is(t, first - 1, "around") ||
             lgm_account_is(t, first - 1, "approximately") || lgm_account_is(t, first - 1, "some"));
        a.relation = about ? LGM_RELATION_ABOUT : LGM_RELATION_EXACT;
        lgm_account_add(f, a);
    }
}
