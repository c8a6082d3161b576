/* towns.c - cuts names at the comma before a state, and finds the states that are missing. */
#include "entity/towns.h"

#include <string.h>

#include "entity/words.h"
#include "legomena/kinds.h"
#include "phrase/gender.h"
#include "tree/shape.h"
#include "world/states.h"

/* A name of another type is a place only where the network is less sure than this. */
#define SURE 0.9f

enum { STATE_TOKENS = 3 }; /* "W. Va.", "Prince Edward Island" */

static bool is(const lgm_doc *doc, uint32_t t, const char *word)
{
    return lgm_slice_eq(lgm_doc_form(doc, t), (lgm_slice){word, strlen(word)});
}

static bool is_place(uint8_t type)
{
    return type == LGM_ENTITY_GPE || type == LGM_ENTITY_LOC;
}

static bool has_lower_case(lgm_slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] >= 'a' && s.ptr[i] <= 'z') return true;
    return false;
}

/* Is the short form a word too, in a report or headline in capitals? "PARIS, OR LONDON". */
static bool is_word_in_capitals(lgm_slice form)
{
    return LGM_SLICE_IN(form, "IN", "OR", "ME", "OK", "HI", "OH", "PA", "MA", "LA", "AL", "DE",
                        "ID", "ACT", "MAN", "MASS", "MISS", "WASH", "ILL", "ARK", "ORE");
}

/* The state that starts at token `at` and ends by `end`, its period included where it goes on
 * behind it; empty where none does. *short_form: is it one? */
static lgm_tokspan state_at(const lgm_doc *doc, uint32_t at, uint32_t end, bool *short_form)
{
    const uint32_t most = end - at < STATE_TOKENS ? end - at : STATE_TOKENS;
    for (uint32_t n = most; n > 0; n--) {
        const lgm_tokspan s = {at, at + n};
        const lgm_slice words = lgm_doc_words(doc, s);
        const bool period = s.end < end && is(doc, s.end, ".") &&
                            !(doc->tokens[s.end].flags & LGM_TOK_SPACE);
        char last[LGM_NAME_FOLDED];
        if (lgm_entity_fold(lgm_doc_form(doc, s.end - 1), last) == 0 ||
            !lgm_world_division(words, period))
            continue;
        *short_form = words.len <= 3 || memchr(words.ptr, '.', words.len) || period;
        return (lgm_tokspan){at, s.end + (period && s.end + 1 < end)};
    }
    return (lgm_tokspan){at, at};
}

static bool has_capital(const lgm_doc *doc, uint32_t from, uint32_t to)
{
    for (uint32_t t = from; t < to; t++)
        if (lgm_tree_is_capital(lgm_doc_form(doc, t))) return true;
    return false;
}

/* The comma within a place, if words with a capital stand behind it: "Hamilton, Ontario". 0 = none.
 * */
static uint32_t inner_comma(const lgm_doc *doc, const lgm_name *name)
{
    if (!is_place(name->type)) return 0;
    for (uint32_t t = name->tokens.start + 1; t + 1 < name->tokens.end; t++)
        if (is(doc, t, ",") && has_capital(doc, t + 1, name->tokens.end)) return t;
    return 0;
}

/* "Velyka Novosilka, Donetsk Oblast": is it a region that stands behind what may be a town, though
 * the network sees a person there? Not behind a given name: "Ann Reed, Orange County sheriff". */
static bool in_region(const lgm_doc *doc, const lgm_name *town, const lgm_name *next)
{
    if (!next || next->tokens.start != town->tokens.end + 1 || !is_place(next->type)) return false;
    if (!is(doc, town->tokens.end, ",") || !lgm_entity_is_region(doc, next->tokens)) return false;
    return town->type == LGM_ENTITY_PER && town->confidence < SURE &&
           !lgm_phrase_is_given_name(doc, town->tokens.start);
}

/* The state behind the town, which ends before a comma; empty where none is. "Troy, Mich." is a
 * town though it looks like a person; "Regina Barrow, MD" is none. */
static lgm_tokspan state_behind(const lgm_doc *doc, const lgm_name *town, const lgm_name *next)
{
    const lgm_tokspan none = {0, 0};
    const uint32_t at = town->tokens.end + 1;
    bool short_form = false;
    if (at >= doc->n_tokens || !is(doc, at - 1, ",")) return none;
    const uint32_t end = lgm_doc_sentence_of(doc, town->tokens.start).end;
    if (at >= end) return none;
    const lgm_tokspan s = state_at(doc, at, end, &short_form);
    if (s.end == at) return none;
    const bool sure = next && next->tokens.start < s.end && next->confidence >= SURE;
    if (next && next->tokens.start < s.end) { /* the state alone: not "Va. Beach" */
        if (next->tokens.start != at || next->tokens.end > s.end) return none;
        if (!is_place(next->type) && sure && !short_form) return none;
    } else if (!short_form) {
        return none;
    }
    if (!is_place(town->type) && (!short_form || town->confidence >= SURE)) return none;
    if (town->type == LGM_ENTITY_PER && !has_lower_case(lgm_doc_words(doc, s))) return none;
    if (is_word_in_capitals(lgm_doc_form(doc, at)) &&
        !has_lower_case(lgm_doc_words(doc, town->tokens)))
        return none;
    return s;
}

/* Letters behind a person, taken for a place: "Regina Barrow, MD". */
static bool is_letters(const lgm_doc *doc, const lgm_name *person, const lgm_name *name)
{
    return person->type == LGM_ENTITY_PER && name->tokens.start == person->tokens.end + 1 &&
           name->tokens.end == name->tokens.start + 1 && is(doc, person->tokens.end, ",") &&
           lgm_entity_is_letters(doc, name->tokens.start);
}

static bool keep(lgm_arena *scratch, lgm_names *out, lgm_name name, lgm_tokspan at)
{
    name.tokens = at;
    if (!is_place(name.type)) name.type = LGM_ENTITY_GPE;
    return lgm_vec_push(scratch, out, name);
}

bool lgm_entity_towns(lgm_arena *scratch, const lgm_doc *doc, lgm_names *names)
{
    lgm_names out = {0};
    for (uint32_t i = 0; i < names->n; i++) {
        lgm_name name = names->at[i];
        if (out.n > 0 && is_letters(doc, &out.at[out.n - 1], &name)) continue;
        for (uint32_t comma; (comma = inner_comma(doc, &name)) > 0;) {
            if (!keep(scratch, &out, name, (lgm_tokspan){name.tokens.start, comma})) return false;
            name.tokens.start = comma + 1;
            const lgm_tokspan sent = lgm_doc_sentence_of(doc, comma);
            bool short_form;
            const lgm_tokspan s = state_at(doc, comma + 1, sent.end, &short_form);
            if (s.end > name.tokens.end) name.tokens.end = s.end; /* its period */
        }
        const lgm_name *next = i + 1 < names->n ? &names->at[i + 1] : NULL;
        if (in_region(doc, &name, next)) name.type = LGM_ENTITY_GPE;
        const lgm_tokspan s = state_behind(doc, &name, next);
        if (s.end == s.start) {
            if (!lgm_vec_push(scratch, &out, name)) return false;
            continue;
        }
        if (!keep(scratch, &out, name, name.tokens)) return false;
        const bool found = next && next->tokens.start < s.end;
        if (!keep(scratch, &out, found ? *next : name, s)) return false;
        for (; next && next->tokens.start < s.end; next++) i++;
    }
    *names = out;
    return true;
}
