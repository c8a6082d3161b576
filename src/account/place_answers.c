/*
 * place_answers.c - where: names of places behind a word as "in" or "near", in a sentence that
 * tells what happened or at the head of the report; roads; "150 miles east of Ostrel".
 */
#include "account/found_answers.h"

enum { HEAD = 3 }; /* sentences */

static bool is_place(const lgm_entity *e)
{
    return e->place || e->type == LGM_ENTITY_GPE || e->type == LGM_ENTITY_LOC ||
           e->type == LGM_ENTITY_FAC;
}

static bool is_capital(const lgm_account_text *t, uint32_t word)
{
    const char c = t->words[word].form.ptr[0];
    return c >= 'A' && c <= 'Z';
}

/* "Of Northport, Ostrel": where somebody lives or comes from. */
static bool is_of_origin(const lgm_account_text *t, uint32_t word)
{
    if (!word || !lgm_account_is(t, word - 1, ",")) return false;
    uint32_t i = word - 1;
    while (i > 0 && i + 6 > word && (is_capital(t, i - 1) || lgm_account_is(t, i - 1, "."))) i--;
    return i > 0 && (lgm_account_is(t, i - 1, "of") || lgm_account_is(t, i - 1, "from"));
}

/* "Who lived in Ostrel", "a man born in". */
static bool is_home(const lgm_account_text *t, uint32_t word)
{
    static const char *const words[] = {"live",   "lives", "lived",      "living", "born",
                                        "raised", "based", "registered", "loss",   "resides"};
    for (uint32_t i = word; i-- > 0 && i + 4 > word;)
        for (size_t k = 0; k < sizeof words / sizeof *words; k++)
            if (lgm_account_is(t, i, words[k])) return true;
    return false;
}

static bool is_behind_locative(const lgm_account_text *t, uint32_t word)
{
    uint32_t i = word;
    if (i > 0 && lgm_account_is(t, i - 1, ",")) return !is_of_origin(t, word);
    while (i > 0 && (t->words[i - 1].kinds & LGM_ACCOUNT_IS_LOCAL)) i--;
    if (i > 0 && (t->words[i - 1].kinds & LGM_ACCOUNT_IS_LOCATIVE)) return true;
    return i > 1 && (lgm_account_two(t, i - 2) & LGM_ACCOUNT_IS_LOCATIVE);
}

/* "The Ostrel police", "Ostrel's navy", "Ostrel General Hospital". */
static bool is_of_body(const lgm_account_text *t, uint32_t first, uint32_t end)
{
    uint32_t i = end;
    if (t->words[end - 1].kinds & LGM_ACCOUNT_IS_BODY && end - first > 1) return true;
    while (i < t->n && i < end + 2 && (!t->words[i].plain || lgm_account_is(t, i, "s"))) i++;
    return i < t->n && i <= end + 2 && !lgm_account_is(t, end, ",") &&
           !lgm_account_is(t, end, ".") && (t->words[i].kinds & LGM_ACCOUNT_IS_BODY);
}

static void find_entity(lgm_account_found *f, uint32_t entity)
{
    const lgm_account_text *const t = f->text;
    const lgm_entity *const e = &t->record->entities.at[entity];
    for (size_t i = 0; i < e->mentions.n; i++) {
        const lgm_entity_mention *const m = &e->mentions.at[i];
        const uint32_t first = lgm_account_word_at(t, m->start);
        if (m->form != LGM_MENTION_NAME || first >= t->n) continue;
        const uint32_t s = t->words[first].sentence, end = lgm_account_word_at(t, m->end - 1) + 1;
        if ((!f->has_deed[s] && s >= HEAD) || t->aside[s]) continue;
        if (!is_behind_locative(t, first) || is_home(t, first) || is_of_body(t, first, end))
            continue;
        lgm_account_answer a = lgm_account_blank(LGM_ACCOUNT_WHERE, (lgm_cpspan){m->start, m->end});
        a.words = lgm_record_quote(t->record, a.span);
        a.entity = entity;
        lgm_account_add(f, a);
    }
}

static bool is_way(const lgm_account_text *t, uint32_t word)
{
    static const char *const words[] = {"north",     "south",     "east",      "west",  "northeast",
                                        "northwest", "southeast", "southwest", "off",   "from",
                                        "of",        "outside",   "the",       "coast", "away"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (lgm_account_is(t, word, words[i])) return true;
    return false;
}

static bool is_far(const lgm_account_text *t, uint32_t word)
{
    static const char *const words[] = {"miles", "mile", "km", "kilometres", "kilometers"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (lgm_account_is(t, word, words[i])) return true;
    return false;
}

static void find_far(lgm_account_found *f, uint32_t word)
{
    const lgm_account_text *const t = f->text;
    uint32_t i;
    if (lgm_account_number(t, word, &i) < 0) return;
    if (lgm_account_is(t, i, "nautical")) i++;
    if (!is_far(t, i)) return;
    const uint32_t unit = i++;
    while (i < t->n && i < unit + 6 && is_way(t, i)) i++;
    if (i == unit + 1 || i >= t->n || !is_capital(t, i)) return;
    while (i + 1 < t->n && t->words[i + 1].plain && is_capital(t, i + 1)) i++;
    lgm_account_answer a =
        lgm_account_blank(LGM_ACCOUNT_WHERE, (lgm_cpspan){t->words[word].start, t->words[i].end});
    a.words = lgm_record_quote(t->record, a.span);
    lgm_account_add(f, a);
}

static bool is_digit(const lgm_account_text *t, uint32_t word)
{
    return word < t->n && t->words[word].form.ptr[0] >= '0' && t->words[word].form.ptr[0] <= '9';
}

/* "117th Street", "Harbour Road", "Interstate 7", in a sentence that tells what happened. */
static void find_road(lgm_account_found *f, uint32_t word)
{
    const lgm_account_text *const t = f->text;
    const uint32_t kinds = t->words[word].kinds, s = t->words[word].sentence;
    uint32_t first = word, end = word + 1;
    if (!(f->has_deed[s] || s < HEAD) || t->aside[s]) return;
    if (kinds & LGM_ACCOUNT_IS_NUMBERED_ROAD && is_digit(t, end)) {
        end++;
        if (first > 0 && lgm_account_is(t, first - 1, "state")) first--;
    } else if (kinds & LGM_ACCOUNT_IS_ROAD && is_capital(t, word)) {
        while (first > 0 && first + 4 > word && t->words[first - 1].plain &&
               (is_capital(t, first - 1) || (first == word && is_digit(t, first - 1))))
            first--;
    }
    if (end - first < 2 || !is_behind_locative(t, first) || is_home(t, first)) return;
    lgm_account_answer a = lgm_account_blank(
        LGM_ACCOUNT_WHERE, (lgm_cpspan){t->words[first].start, t->words[end - 1].end});
    a.words = lgm_record_quote(t->record, a.span);
    lgm_account_add(f, a);
}

void lgm_account_find_places(lgm_account_found *f)
{
    const lgm_record *const r = f->text->record;
    for (uint32_t i = 0; i < r->entities.n && !f->failed; i++)
        if (is_place(&r->entities.at[i])) find_entity(f, i);
    for (uint32_t i = 0; i < f->text->n && !f->failed; i++) {
        find_far(f, i);
        if (f->text->words[i].kinds & (LGM_ACCOUNT_IS_ROAD | LGM_ACCOUNT_IS_NUMBERED_ROAD))
            find_road(f, i);
    }
}
