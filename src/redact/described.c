/* described.c - see described.h. */
#include "redact/described.h"

enum { LOOK_BACK = 8, LOOK_AHEAD = 14, PHRASE = 12, LONGEST = 4 };

static bool is_determiner(const lgm_redact_words *w, size_t i)
{
    static const char *const words[] = {"a",   "an",  "the",   "his", "her",     "their",
                                        "my",  "our", "one",   "its", "another", "whose",
                                        "two", "s",   "three", NULL};
    return lgm_redact_is_any(w, i, words);
}

static bool ends_phrase(const lgm_redact_words *w, size_t i)
{
    static const char *const words[] = {"of",   "in",   "at",    "from",   "who", "whose", "with",
                                        "near", "on",   "and",   "that",   "for", "to",    "by",
                                        "said", "says", "which", "was",    "is",  "were",  "told",
                                        "had",  "has",  "named", "called", NULL};
    return lgm_redact_is_any(w, i, words);
}

static bool is_auxiliary(const lgm_redact_words *w, size_t i)
{
    static const char *const words[] = {
        "was",        "were",       "is",       "are",      "been",      "being",      "be",
        "has",        "had",        "have",     "got",      "gets",      "also",       "later",
        "both",       "reportedly", "to",       "not",      "allegedly", "seriously",  "badly",
        "critically", "fatally",    "severely", "found",    "left",      "reported",   "already",
        "brutally",   "all",        "then",     "himself",  "herself",   "feared",     "believed",
        "confirmed",  "among",      "those",    "slightly", "gang",      "repeatedly", NULL};
    return lgm_redact_is_any(w, i, words);
}

/* ---- a phrase ---- */

/* The words of the noun phrase alone, without what hangs on its noun; what stands before "'s" is
 * somebody else. */
static size_t head_end(const lgm_redact_words *w, size_t *from, size_t end)
{
    size_t i = *from;
    for (; i < end; i++) {
        if (i > *from && lgm_redact_gap_has(lgm_redact_gap(w, i), ",;:()\"\n.")) break;
        if (ends_phrase(w, i)) break;
        if (lgm_redact_word_is(w, i, "s") && i > *from) *from = i + 1;
    }
    return i;
}

/* What the noun itself says; an office may go on behind it: "member of parliament". */
static unsigned of_noun(const lgm_redact_words *w, size_t from, size_t head, size_t end)
{
    static const struct {
        uint32_t kind;
        unsigned is;
    } nouns[] = {
        {LGM_REDACT_MINOR, LGM_REDACT_IS_MINOR},         {LGM_REDACT_VICTIM, LGM_REDACT_IS_VICTIM},
        {LGM_REDACT_WITNESS, LGM_REDACT_IS_WITNESS},     {LGM_REDACT_NEAR, LGM_REDACT_IS_NEAR},
        {LGM_REDACT_BYSTANDER, LGM_REDACT_IS_BYSTANDER}, {LGM_REDACT_KIN, LGM_REDACT_IS_KIN},
        {LGM_REDACT_SUSPECT, LGM_REDACT_IS_SUSPECT}};
    unsigned is = 0;
    for (size_t i = from; i < head; i++)
        for (size_t n = 1; n <= LONGEST && i + n <= end; n++) {
            const uint32_t kinds = lgm_redact_kinds(w, i, n);
            if (kinds & LGM_REDACT_OFFICE && i + n >= head) is |= LGM_REDACT_IS_PUBLIC;
            for (size_t k = 0; k < LGM_COUNT(nouns) && i + n == head; k++)
                if (kinds & nouns[k].kind) is |= nouns[k].is;
        }
    /* "the widow of the president" is not the president. */
    if (is & (LGM_REDACT_IS_KIN | LGM_REDACT_IS_VICTIM)) is &= ~(unsigned)LGM_REDACT_IS_PUBLIC;
    return is;
}

unsigned lgm_redact_of_phrase(const lgm_redact_words *w, size_t from, size_t end)
{
    unsigned is = 0;
    size_t used;
    for (size_t i = from; i < end; i++) {
        is |= lgm_redact_age_with_unit(w, i, end, &used);
        if (i > from && lgm_redact_word_is(w, i - 1, "aged"))
            is |= lgm_redact_of_age(lgm_redact_number(w, i));
        if (lgm_redact_kinds(w, i, 1) & LGM_REDACT_CHARGED) is |= LGM_REDACT_IS_SUSPECT;
    }
    const size_t head = head_end(w, &from, end);
    return from < head ? is | of_noun(w, from, head, end) : is;
}

/* ---- before a name ---- */

static bool breaks(lgm_str gap)
{
    return lgm_redact_gap_has(gap, ".;:()\"!?");
}

/* Where the phrase right before the name begins: at its determiner, or as far as it may go. */
static size_t phrase_before(const lgm_redact_words *w, lgm_redact_spot s, bool comma)
{
    const size_t least = s.from > s.first + LOOK_BACK ? s.from - LOOK_BACK : s.first;
    size_t i = s.from;
    while (i > least) {
        const lgm_str gap = lgm_redact_gap(w, i);
        if (breaks(gap) || (lgm_redact_gap_has(gap, ",") && !(comma && i == s.from))) return i;
        if (ends_phrase(w, i - 1)) return i;
        i--;
        if (is_determiner(w, i)) return lgm_redact_word_is(w, i, "s") ? i + 1 : i;
    }
    return i;
}

/* "Among the dead are Mirela Danko, ...", "The victims have been named as ...". */
static bool in_list_of_victims(const lgm_redact_words *w, lgm_redact_spot s)
{
    enum { LOOK = 60 };
    const size_t least = s.from > s.first + LOOK ? s.from - LOOK : s.first;
    for (size_t i = least; i < s.from; i++) {
        const uint32_t kinds = lgm_redact_kinds(w, i, 1);
        if (!(kinds & (LGM_REDACT_VICTIM | LGM_REDACT_HARMED))) continue;
        const bool among = i > s.first + 1 && (lgm_redact_word_is(w, i - 2, "among") ||
                                               lgm_redact_word_is(w, i - 1, "among"));
        static const char *const are[] = {"were", "are", "include", "included", "including",
                                          "have", "was", "is",      NULL};
        const bool listed = kinds & LGM_REDACT_VICTIM && lgm_redact_is_any(w, i + 1, are);
        if (kinds & LGM_REDACT_VICTIM && lgm_redact_gap_has(lgm_redact_gap(w, i + 1), ":"))
            return true; /* "three workers dead: ..." */
        if (among || (listed && i > s.first && (is_determiner(w, i - 1) || i < s.first + 3)))
            return true;
    }
    return false;
}

static unsigned before(const lgm_redact_words *w, lgm_redact_spot s)
{
    static const char *const naming[] = {"named", "called", "as", "identified", NULL};
    unsigned is = in_list_of_victims(w, s) ? LGM_REDACT_IS_VICTIM : 0;
    /* "Her name was Celia Host": of somebody whom nobody knew. */
    if (s.from > s.first + 1 && lgm_redact_word_is(w, s.from - 2, "name")) is |= LGM_REDACT_IS_AGED;
    size_t named = s.from;
    while (named > s.first && named + 3 > s.from && lgm_redact_is_any(w, named - 1, naming))
        named--;
    if (named < s.from) {
        const bool known = !lgm_redact_word_is(w, s.from - 1, "called");
        lgm_redact_spot there = s;
        there.from = named;
        is |= lgm_redact_of_phrase(w, phrase_before(w, there, true), named);
        /* "The dead were identified as ..." */
        for (size_t i = named; known && i > s.first && i + LOOK_BACK > named; i--) {
            const uint32_t kinds = lgm_redact_kinds(w, i - 1, 1);
            if (kinds & (LGM_REDACT_VICTIM | LGM_REDACT_HARMED)) is |= LGM_REDACT_IS_VICTIM;
            if (kinds & (LGM_REDACT_SUSPECT | LGM_REDACT_CHARGED)) is |= LGM_REDACT_IS_SUSPECT;
        }
        return is;
    }
    const bool comma = s.from > s.first && lgm_redact_gap_has(lgm_redact_gap(w, s.from), ",");
    const size_t from = phrase_before(w, s, comma);
    if (from < s.from && (!comma || is_determiner(w, from) ||
                          (from > s.first && lgm_redact_word_is(w, from - 1, "s"))))
        is |= lgm_redact_of_phrase(w, from, s.from);
    /* "killing the 12-year-old Mirela Danko"; "the murder of Mirela Danko" */
    for (size_t i = s.from; i + 2 > from && i > s.first && i + LOOK_BACK > s.from; i--)
        if (lgm_redact_kinds(w, i - 1, 1) & (LGM_REDACT_HARMED | LGM_REDACT_HARMING) &&
            !breaks(lgm_redact_gap(w, i)))
            is |= LGM_REDACT_IS_VICTIM;
    if (from >= s.first + 2 &&
        lgm_redact_is_any(w, from - 1, (const char *const[]){"of", "on", "against", NULL}) &&
        lgm_redact_kinds(w, from - 2, 1) & LGM_REDACT_HARM_NOUN)
        is |= LGM_REDACT_IS_VICTIM;
    return is;
}

/* ---- behind a name ---- */

/* "who lives nearby", "who was killed" from the word behind "who". */
static unsigned clause(const lgm_redact_words *w, size_t i, size_t last)
{
    unsigned is = 0;
    const size_t end = i + 5 < last ? i + 5 : last;
    if (i < last && lgm_redact_kinds(w, i, 1) & LGM_REDACT_SAW) is |= LGM_REDACT_IS_WITNESS;
    if (i < last && lgm_redact_kinds(w, i, 1) & LGM_REDACT_SUFFERS) is |= LGM_REDACT_IS_VICTIM;
    bool passive = false;
    for (; i < end && is_auxiliary(w, i); i++) passive = true;
    if (!passive || i >= last) return is;
    const uint32_t kinds = lgm_redact_kinds(w, i, 1);
    if (kinds & (LGM_REDACT_HARMED | LGM_REDACT_SUFFERS)) is |= LGM_REDACT_IS_VICTIM;
    if (kinds & LGM_REDACT_VICTIM) is |= LGM_REDACT_IS_VICTIM;
    if (kinds & LGM_REDACT_CHARGED) is |= LGM_REDACT_IS_SUSPECT;
    return is;
}

/* "12 and in her first year": a number alone is an age where a mark or such a word follows. */
static bool stands_alone(const lgm_redact_words *w, size_t i, size_t last)
{
    static const char *const behind[] = {"and",  "of",   "from", "who", "was", "were",
                                         "a",    "an",   "the",  "or",  "is",  "died",
                                         "said", "both", "his",  "her", NULL};
    if (i + 1 >= last) return true;
    return lgm_redact_gap_has(lgm_redact_gap(w, i + 1), ",.;:)\"") ||
           lgm_redact_is_any(w, i + 1, behind);
}

static unsigned behind(const lgm_redact_words *w, lgm_redact_spot s)
{
    unsigned is = 0;
    const size_t last = s.end + LOOK_AHEAD < s.last ? s.end + LOOK_AHEAD : s.last;
    size_t i = s.end, used;
    if (i >= last) return 0;
    /* "found Mirela Danko alive" */
    if (lgm_redact_is_any(w, i,
                          (const char *const[]){"alive", "dead", "unconscious", "unharmed",
                                                "hostage", "captive", NULL}) &&
        lgm_redact_gap(w, i).len == 1)
        is |= LGM_REDACT_IS_VICTIM;
    if (lgm_redact_word_is(w, i, "s") && lgm_redact_gap(w, i).len <= 3) {
        for (size_t k = i + 1; k < last && k < i + 5 && !breaks(lgm_redact_gap(w, k)); k++)
            if (lgm_redact_kinds(w, k, 1) & LGM_REDACT_HARM_NOUN) is |= LGM_REDACT_IS_VICTIM;
        return is;
    }
    /* Between commas or brackets: an age, a noun, a clause with "who". */
    while (i < last && lgm_redact_gap_has(lgm_redact_gap(w, i), ",(")) {
        const bool aged = lgm_redact_word_is(w, i, "aged");
        if (aged && i + 1 < last) i++;
        const int n = lgm_redact_number(w, i);
        if (n >= 0 && lgm_redact_age_with_unit(w, i, last, &used)) {
            is |= lgm_redact_age_with_unit(w, i, last, &used);
            i += used;
        } else if (n >= 0 && (aged || stands_alone(w, i, last))) {
            is |= lgm_redact_of_age(n);
            i++;
        } else if (lgm_redact_word_is(w, i, "who")) {
            is |= clause(w, i + 1, last);
            i++;
        } else {
            const size_t end = i + PHRASE < last ? i + PHRASE : last;
            is |= lgm_redact_of_phrase(w, i, end);
            i++;
        }
        while (i < last && !lgm_redact_gap_has(lgm_redact_gap(w, i), ",)")) {
            if (lgm_redact_word_is(w, i, "who")) is |= clause(w, i + 1, last);
            if (breaks(lgm_redact_gap(w, i))) return is;
            i++;
        }
        /* The verb of the sentence, behind the last mark. */
        if (i < last && (is_auxiliary(w, i) || lgm_redact_kinds(w, i, 1) & LGM_REDACT_SUFFERS))
            break;
    }
    if (i >= last) return is;
    if (lgm_redact_word_is(w, i, "who")) i++;
    is |= clause(w, i, last);
    if (lgm_redact_word_is(w, i, "is") || lgm_redact_word_is(w, i, "was")) {
        size_t k = i + 1;
        while (k < last &&
               lgm_redact_is_any(w, k, (const char *const[]){"only", "just", "also", NULL}))
            k++;
        if (k < last && lgm_redact_number(w, k) >= 0 && stands_alone(w, k, last))
            is |= lgm_redact_of_age(lgm_redact_number(w, k));
        if (k < last && (is_determiner(w, k) || lgm_redact_number(w, k) >= 0))
            is |= lgm_redact_of_phrase(w, k, k + PHRASE < last ? k + PHRASE : last);
    }
    return is;
}

unsigned lgm_redact_around(const lgm_redact_words *w, lgm_redact_spot spot)
{
    return before(w, spot) | behind(w, spot);
}

unsigned lgm_redact_around_pronoun(const lgm_redact_words *w, lgm_redact_spot s)
{
    const uint32_t harm = LGM_REDACT_HARMED | LGM_REDACT_HARMING;
    const bool harmed = s.from > s.first && lgm_redact_kinds(w, s.from - 1, 1) & harm &&
                        !breaks(lgm_redact_gap(w, s.from));
    return behind(w, s) | (harmed ? LGM_REDACT_IS_VICTIM : 0);
}
