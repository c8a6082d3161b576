/* figure_answers.c - figures of the record that answer a question. */
#include <string.h>

#include "account/found_answers.h"
#include "account/name_words.h"

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
    a.words = q == LGM_ACCOUNT_SEIZED && !x->what.len ? x->of : x->what;
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
    const uint32_t kinds = lgm_account_head_kinds(x->what.len ? x->what : x->of);
    if (x->event == LGM_NONE || x->unit.len || kinds & LGM_ACCOUNT_IS_THINGS) return false;
    const uint32_t word = lgm_account_word_at(t, t->record->events.at[x->event].trigger.start);
    return word < t->n && (lgm_account_is(t, word, "shot") || lgm_account_is(t, word, "shooting") ||
                           lgm_account_is(t, word, "stabbed") ||
                           lgm_account_is(t, word, "attacked") || lgm_account_is(t, word, "hit"));
}

/* "Six rounds" where no other arm is told nor ammunition: as of a fight of boxers. */
static bool is_of_sport(const lgm_account_text *t, const lgm_figure *x)
{
    static const char *const words[] = {"round", "rounds", "mines"};
    const uint32_t s = lgm_account_sentence_at(t, x->start);
    bool unsure = false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) unsure |= is(x->of, words[i]);
    for (uint32_t i = t->first[s]; unsure && i < t->first[s + 1]; i++)
        if ((t->words[i].kinds & LGM_ACCOUNT_IS_ARM && !lgm_account_is(t, i, "round") &&
             !lgm_account_is(t, i, "rounds") && !lgm_account_is(t, i, "mines")) ||
            lgm_account_is(t, i, "ammunition"))
            return false;
    return unsure;
}

/* "A mother of two died": of her children none did. */
static bool is_of_parent(const lgm_account_text *t, const lgm_figure *x)
{
    static const char *const parents[] = {"mother", "father",      "parent",      "mom",    "mum",
                                          "dad",    "grandmother", "grandfather", "parents"};
    const uint32_t word = lgm_account_word_at(t, x->start);
    if (word < 2 || word >= t->n || !lgm_account_is(t, word - 1, "of")) return false;
    for (size_t i = 0; i < sizeof parents / sizeof *parents; i++)
        if (lgm_account_is(t, word - 2, parents[i])) return true;
    return false;
}

/* "Kills 1, injures 2": the verb before the number tells it, whatever the headline is taken for. */
static bool is_of_wounded(const lgm_account_text *t, const lgm_figure *x)
{
    static const char *const verbs[] = {"injure", "injures", "injured",  "injuring", "wound",
                                        "wounds", "wounded", "wounding", "hurt",     "hurts"};
    const uint32_t word = lgm_account_word_at(t, x->start);
    for (size_t i = 0; word > 0 && word < t->n && i < sizeof verbs / sizeof *verbs; i++)
        if (lgm_account_is(t, word - 1, verbs[i])) return true;
    return false;
}

/* "No one was hurt"; "meant to kill one other person". */
static bool is_of_no_deed(const lgm_account_text *t, const lgm_figure *x, lgm_account_question q)
{
    const uint32_t word = lgm_account_word_at(t, x->start);
    if (lgm_account_is(t, word, "no") || lgm_account_is(t, word, "nobody")) return true;
    if (word > 0 && lgm_account_is(t, word - 1, "no")) return true;
    if (x->event == LGM_NONE || (q != LGM_ACCOUNT_KILLED && q != LGM_ACCOUNT_WOUNDED)) return false;
    const lgm_modality modality = t->record->events.at[x->event].modality;
    return modality == LGM_MODALITY_PLANNED || modality == LGM_MODALITY_HYPOTHETICAL;
}

void lgm_account_find_figures(lgm_account_found *f)
{
    const lgm_record *const r = f->text->record;
    lgm_account_question q;
    for (size_t i = 0; i < r->figures.n; i++) {
        const lgm_figure *const x = &r->figures.at[i];
        if (x->vague || is_of_parent(f->text, x)) continue;
        if (x->of.len && is_of_sport(f->text, x)) continue;
        if (question_of(x, &q)) {
            if (is_of_no_deed(f->text, x, q)) continue;
            if (q == LGM_ACCOUNT_KILLED && is_of_wounded(f->text, x)) q = LGM_ACCOUNT_WOUNDED;
            lgm_account_add(f, answer_of(x, (uint32_t)i, q));
        } else if (is_of_harm(f->text, x)) {
            lgm_account_add(f, answer_of(x, (uint32_t)i, LGM_ACCOUNT_CASUALTIES));
        }
    }
}

/* ---- parts ---- */

static bool is_of_people(lgm_account_question q)
{
    return q != LGM_ACCOUNT_CASUALTIES && q < LGM_ACCOUNT_SEIZED;
}

/* The nearest figure of people that is so many, and is no part of another. */
static const lgm_account_answer *whole_of(const lgm_account_found *f, double value, uint32_t word)
{
    const uint32_t at = f->text->words[word].start;
    const lgm_account_answer *best = NULL;
    uint32_t least = UINT32_MAX;
    for (size_t i = 0; i < f->answers.n; i++) {
        const lgm_account_answer *const a = &f->answers.at[i];
        const uint32_t far = a->span.start > at ? a->span.start - at : at - a->span.start;
        if (!is_of_people(a->question) || a->value != value || far >= least) continue;
        if (a->figure == LGM_NONE) continue;
        least = far;
        best = a;
    }
    return best;
}

static void add_part(lgm_account_found *f, const lgm_account_answer *whole, uint32_t word,
                     double value)
{
    lgm_account_answer a = lgm_account_blank(
        whole->question, (lgm_cpspan){f->text->words[word].start, f->text->words[word].end});
    a.value = value;
    a.relation = LGM_RELATION_EXACT;
    a.event = whole->event;
    if (word + 1 < f->text->n && f->text->words[word + 1].plain)
        a.words = lgm_record_quote(f->text->record, (lgm_cpspan){f->text->words[word + 1].start,
                                                                 f->text->words[word + 1].end});
    lgm_account_add(f, a);
}

/* "12 Somalis and 11 Yemenis" of a report that counts 23: two numbers that come to a figure. */
void lgm_account_find_parts(lgm_account_found *f)
{
    enum { NEAR = 6 };
    const lgm_account_text *const t = f->text;
    for (uint32_t i = 0; i < t->n && !f->failed; i++) {
        uint32_t behind, end;
        const double one = lgm_account_number(t, i, &behind);
        if (one < 1) continue;
        for (uint32_t k = behind; k < t->n && k < behind + NEAR; k++) {
            const double other = lgm_account_number(t, k, &end);
            const bool joined = lgm_account_is(t, k - 1, "and") || lgm_account_is(t, k - 1, ",");
            if (other < 1 || !joined || k == behind) continue;
            const lgm_account_answer *const whole = whole_of(f, one + other, i);
            if (whole) {
                const lgm_account_answer copy = *whole;
                add_part(f, &copy, i, one);
                add_part(f, &copy, k, other);
            }
            break;
        }
    }
}

/* ---- how far ---- */

/* Which number it is, from which word: "2,000", and "2, 000" of texts whose commas stand apart. */
static double length_of(const lgm_account_text *t, uint32_t word, uint32_t *first, lgm_str *unit)
{
    const lgm_slice s = t->words[word].form;
    size_t n = 0;
    double value = 0;
    while (n < s.len && n < 6 && s.ptr[n] >= '0' && s.ptr[n] <= '9')
        value = value * 10 + (s.ptr[n++] - '0');
    if (!n) return 0;
    if (n < s.len)
        *unit = (lgm_str){s.ptr + n, s.len - n};
    else if (word + 1 < t->n)
        *unit = (lgm_str){t->words[word + 1].form.ptr, t->words[word + 1].form.len};
    if (!is_length(*unit)) return 0;
    uint32_t behind;
    *first = word;
    if (n == 3 && word > 1 && lgm_account_is(t, word - 1, ",")) {
        const double thousands = lgm_account_number(t, word - 2, &behind);
        if (thousands > 0 && thousands < 1000) {
            value += thousands * 1000;
            *first = word - 2;
        }
    }
    return value;
}

/* "About 60 metres (200 feet)": of both. */
static bool is_about(const lgm_account_text *t, uint32_t first)
{
    static const char *const words[] = {"about", "around", "approximately", "some", "roughly"};
    if (first > 3 && lgm_account_is(t, first - 1, "("))
        for (first--; first > 0 && t->words[first - 1].start + 14 > t->words[first].start; first--)
            if (t->words[first].form.ptr[0] >= '0' && t->words[first].form.ptr[0] <= '9' &&
                !lgm_account_is(t, first - 1, ","))
                break;
    for (size_t i = 0; first > 0 && i < sizeof words / sizeof *words; i++)
        if (lgm_account_is(t, first - 1, words[i])) return true;
    return false;
}

void lgm_account_find_distances(lgm_account_found *f)
{
    const lgm_account_text *const t = f->text;
    for (uint32_t i = 0; i < t->n && !f->failed; i++) {
        lgm_str unit = {0};
        uint32_t first = i;
        const double value = length_of(t, i, &first, &unit);
        if (value <= 0 || !is_of_fall(t, t->words[first].start)) continue;
        lgm_account_answer a = lgm_account_blank(
            LGM_ACCOUNT_DISTANCE, (lgm_cpspan){t->words[first].start, t->words[i].end});
        a.value = value;
        a.unit = unit;
        a.relation = is_about(t, first) ? LGM_RELATION_ABOUT : LGM_RELATION_EXACT;
        lgm_account_add(f, a);
    }
}
