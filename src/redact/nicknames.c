/* nicknames.c - other names that a report gives to who is hidden: "known to friends as Mimi". */
#include <string.h>

#include "redact/hiding.h"

enum { LOOK = 10, LONGEST = 3 };

static bool is_cue(const lgm_redact_words *w, size_t i)
{
    static const char *const words[] = {"known", "nicknamed", "called",   "dubbed",
                                        "aka",   "alias",     "nickname", "born"};
    for (size_t k = 0; k < LGM_COUNT(words); k++)
        if (lgm_redact_word_is(w, i, words[k])) return true;
    return false;
}

/* "as", "to her friends as" and the like; no word of another clause. */
static bool leads_on(const lgm_redact_words *w, size_t i)
{
    static const char *const words[] = {
        "as",         "to",         "by",       "her",    "his",           "their",  "friends",
        "family",     "all",        "everyone", "simply", "was",           "widely", "relatives",
        "neighbours", "classmates", "is",       "the",    "affectionately"};
    for (size_t k = 0; k < LGM_COUNT(words); k++)
        if (lgm_redact_word_is(w, i, words[k])) return true;
    return false;
}

static bool after_name(lgm_redact_people *p, lgm_redact_person *person, size_t at, size_t last)
{
    const lgm_redact_words *const w = &p->words;
    size_t i = at;
    while (i < last && i < at + LOOK && !is_cue(w, i)) i++;
    if (i >= last || i >= at + LOOK) return true;
    for (i++; i < last && leads_on(w, i); i++) continue;
    size_t end = i;
    while (end < last && end < i + LONGEST && w->at[end].capital) end++;
    if (end == i) return true;
    const size_t from = w->at[i].at, to = w->at[end - 1].at + w->at[end - 1].len;
    return lgm_redact_add_name(p, person, (lgm_str){w->text.ptr + from, to - from});
}

/* "Mimi, as friends called Mirela" */
static bool before_name(lgm_redact_people *p, lgm_redact_person *person, size_t at, size_t first)
{
    const lgm_redact_words *const w = &p->words;
    size_t i = at;
    while (i > first && i + LOOK > at && !lgm_redact_word_is(w, i - 1, "as")) i--;
    if (i == at || i <= first + 1 || !lgm_redact_word_is(w, i - 1, "as") || !w->at[i - 2].capital)
        return true;
    bool called = false;
    for (size_t k = i; k < at; k++)
        called |=
            is_cue(w, k) || lgm_redact_word_is(w, k, "knew") || lgm_redact_word_is(w, k, "call");
    const lgm_str name = lgm_redact_word_text(w, i - 2);
    return !called || lgm_redact_add_name(p, person, name);
}

static bool has_mark(lgm_str gap)
{
    for (size_t i = 0; i < gap.len; i++) /* also the curly ones: U+2018 to U+201F */
        if (memchr("\"'(", gap.ptr[i], 3) ||
            (i + 2 < gap.len && memcmp(gap.ptr + i, "\xE2\x80", 2) == 0 &&
             (uint8_t)gap.ptr[i + 2] >= 0x98 && (uint8_t)gap.ptr[i + 2] <= 0x9F))
            return true;
    return false;
}

/* 'Mirela "Mimi" Danko', 'Mirela (Mimi)'. */
static bool within_name(lgm_redact_people *p, lgm_redact_person *person, size_t from, size_t end)
{
    const lgm_redact_words *const w = &p->words;
    for (size_t i = from; i < end && i + 1 < w->n; i++)
        if (w->at[i + 1].capital && has_mark(lgm_redact_gap(w, i + 1)) &&
            has_mark(lgm_redact_gap(w, i + 2)) &&
            !lgm_redact_gap_has(lgm_redact_gap(w, i + 1), ".,:;") &&
            !lgm_redact_add_name(p, person, lgm_redact_word_text(w, i + 1)))
            return false;
    return true;
}

bool lgm_redact_nicknames(lgm_redact_people *p)
{
    const lgm_record *const r = p->record;
    for (size_t i = 0; i < p->list.n; i++) {
        lgm_redact_person *const person = &p->list.at[i];
        if (!person->hidden || person->entity == LGM_NONE) continue;
        const lgm_entity *const e = &r->entities.at[person->entity];
        for (size_t m = 0; m < e->mentions.n; m++) {
            const lgm_cpspan s = lgm_redact_sentence(p, e->mentions.at[m].start);
            size_t from, end;
            if (e->mentions.at[m].form == LGM_MENTION_NOMINAL) continue;
            lgm_redact_span(p, e->mentions.at[m].start, e->mentions.at[m].end, &from, &end);
            const size_t first = lgm_redact_word_from(&p->words, s.start);
            const size_t last = lgm_redact_word_from(&p->words, s.end);
            if (!after_name(p, person, end, last) || !before_name(p, person, from, first) ||
                !within_name(p, person, from, end))
                return false;
        }
    }
    return true;
}
