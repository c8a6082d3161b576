/* other_names.c - two names that are nearly one: see name_words.h. */
#include <string.h>

#include "account/account_words.h"
#include "account/name_words.h"
#include "base/fold.h"

static bool is_one_of(lgm_slice word, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (lgm_account_same_letters(word, (lgm_slice){words[i], strlen(words[i])})) return true;
    return false;
}

static bool is_number(lgm_slice word)
{
    return word.len > 0 && word.ptr[0] >= '0' && word.ptr[0] <= '9';
}

/* The only place at which two names of as many words differ; n where it is none, or one of many. */
static uint32_t only_other_word(const lgm_account_name *a, const lgm_account_name *b)
{
    uint32_t at = a->n;
    if (a->n != b->n || a->cut || b->cut) return a->n;
    for (uint32_t i = 0; i < a->n; i++) {
        if (lgm_account_same_letters(a->at[i], b->at[i])) continue;
        if (at < a->n) return a->n;
        at = i;
    }
    return at;
}

/* ---- spelling ---- */

enum { LONGEST = 24 }; /* bytes of a word that is compared letter by letter */

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* Letters put in, left out, or put for others, and neighbours that changed places: optimal string
 * alignment. */
static uint32_t letters_off(lgm_slice a, lgm_slice b)
{
    uint32_t rows[3][LONGEST + 1];
    uint32_t *before = rows[0], *last = rows[1], *row = rows[2];
    for (uint32_t k = 0; k <= b.len; k++) last[k] = k;
    for (uint32_t i = 1; i <= a.len; i++) {
        const uint32_t x = lgm_lower_cp((uint8_t)a.ptr[i - 1]);
        row[0] = i;
        for (uint32_t k = 1; k <= b.len; k++) {
            const uint32_t y = lgm_lower_cp((uint8_t)b.ptr[k - 1]);
            row[k] = least(least(last[k] + 1, row[k - 1] + 1), last[k - 1] + (x != y));
            if (i > 1 && k > 1 && x == lgm_lower_cp((uint8_t)b.ptr[k - 2]) &&
                y == lgm_lower_cp((uint8_t)a.ptr[i - 2]))
                row[k] = least(row[k], before[k - 2] + 1);
        }
        uint32_t *const free_row = before;
        before = last;
        last = row;
        row = free_row;
    }
    return last[b.len];
}

bool lgm_account_one_spelling_off(lgm_str a, lgm_str b)
{
    enum { SHORTEST = 4, LONG = 7 };
    lgm_account_name x, y;
    lgm_account_name_of(&x, a);
    lgm_account_name_of(&y, b);
    const uint32_t at = only_other_word(&x, &y);
    /* One word alone is too little: "Iran" and "Iraq". */
    if (at >= x.n || x.n < 2) return false;
    const lgm_slice one = x.at[at], other = y.at[at];
    const size_t shorter = one.len < other.len ? one.len : other.len;
    if (shorter < SHORTEST || one.len > LONGEST || other.len > LONGEST) return false;
    if (is_number(one) || is_number(other)) return false;
    return letters_off(one, other) <= (shorter >= LONG ? 2u : 1u);
}

/* ---- ways ---- */

static bool is_way(lgm_slice word)
{
    static const char *const words[] = {
        "north",     "south",    "east",     "west",    "northeast", "northwest", "southeast",
        "southwest", "northern", "southern", "eastern", "western",   "upper",     "lower"};
    return is_one_of(word, words, sizeof words / sizeof *words);
}

bool lgm_account_one_way_off(lgm_str a, lgm_str b)
{
    lgm_account_name x, y;
    lgm_account_name_of(&x, a);
    lgm_account_name_of(&y, b);
    const lgm_account_name *const longer = x.n > y.n ? &x : &y, *const shorter =
                                                                    x.n > y.n ? &y : &x;
    const uint32_t other = only_other_word(&x, &y);
    if (x.n == y.n) return other == 0 && x.n > 1 && is_way(x.at[0]) && is_way(y.at[0]);
    /* "Southern Iran" is a part of Iran, "South Ostrel Hill" none of Ostrel Hill. */
    if (longer->n != shorter->n + 1 || shorter->n < 2 || !is_way(longer->at[0]) || longer->cut)
        return false;
    for (uint32_t i = 0; i < shorter->n; i++)
        if (!lgm_account_same_letters(shorter->at[i], longer->at[i + 1])) return false;
    return true;
}

/* "150", "nautical miles", "west", "Ostrel". */
typedef struct bearing {
    lgm_slice number, way, anchor;
} bearing;

static bool bearing_of(bearing *out, lgm_str words)
{
    lgm_account_name name;
    lgm_account_name_of(&name, words);
    *out = (bearing){.way = {0}};
    if (name.n < 3 || name.cut || !is_number(name.at[0])) return false;
    out->number = name.at[0];
    out->anchor = name.at[name.n - 1];
    for (uint32_t i = 1; i + 1 < name.n; i++)
        if (is_way(name.at[i])) out->way = name.at[i];
    return true;
}

bool lgm_account_other_bearing(lgm_str a, lgm_str b)
{
    bearing x, y;
    if (!bearing_of(&x, a) || !bearing_of(&y, b)) return false;
    return x.way.len && y.way.len && lgm_account_same_letters(x.anchor, y.anchor) &&
           !lgm_account_same_letters(x.way, y.way) && lgm_account_same_letters(x.number, y.number);
}

/* ---- marks ---- */

enum { MARK = 8 };

/* Letters and digits of "AK-47", "AK 47s", "M16"; 0 where there is none. */
static size_t mark_of(char out[MARK], lgm_str words)
{
    for (size_t i = 0; i < words.len; i++) {
        size_t n = 0, letters = 0;
        if (i > 0 && words.ptr[i - 1] != ' ' && words.ptr[i - 1] != '(') continue;
        for (size_t k = i; k < words.len && n < MARK; k++) {
            const char c = words.ptr[k];
            const bool letter = c >= 'A' && c <= 'Z', digit = c >= '0' && c <= '9';
            if (n == letters && letter) letters++;
            if ((letter && n < letters) || (digit && letters))
                out[n++] = c;
            else if (n != letters || (c != '-' && c != ' '))
                break;
        }
        if (letters && n > letters) return n;
    }
    return 0;
}

lgm_account_marks lgm_account_marks_of(lgm_str a, lgm_str b)
{
    char x[MARK], y[MARK];
    const size_t n = mark_of(x, a), m = mark_of(y, b);
    if (!n || !m) return n || m ? LGM_ACCOUNT_ONE_MARK : LGM_ACCOUNT_NO_MARKS;
    return n == m && memcmp(x, y, n) == 0 ? LGM_ACCOUNT_SAME_MARKS : LGM_ACCOUNT_OTHER_MARKS;
}

/* ---- degrees, origins ---- */

bool lgm_account_other_degree(lgm_str a, lgm_str b)
{
    static const char *const degrees[] = {"first", "second", "third", "fourth", "fifth"},
                             *const sorts[] = {"felony", "misdemeanor", "misdemeanour"};
    lgm_account_name x, y;
    lgm_account_name_of(&x, a);
    lgm_account_name_of(&y, b);
    const uint32_t at = only_other_word(&x, &y);
    if (at >= x.n || x.n < 2) return false;
    return (is_one_of(x.at[at], degrees, 5) && is_one_of(y.at[at], degrees, 5)) ||
           (is_one_of(x.at[at], sorts, 3) && is_one_of(y.at[at], sorts, 3));
}

bool lgm_account_other_end(lgm_str a, lgm_str b)
{
    enum { ALIKE = 3, MORE = 2 };
    lgm_account_name x, y;
    uint32_t n = 0;
    lgm_account_name_of(&x, a);
    lgm_account_name_of(&y, b);
    while (n < x.n && n < y.n && lgm_account_same_letters(x.at[n], y.at[n])) n++;
    return n >= ALIKE && x.n >= n + MORE && y.n >= n + MORE;
}

bool lgm_account_is_capital(lgm_slice word)
{
    return word.ptr[0] >= 'A' && word.ptr[0] <= 'Z';
}

/* "Somali", "Somalian": as far as the shorter one goes, but for its last letter. */
bool lgm_account_one_origin(lgm_slice a, lgm_slice b)
{
    enum { SHORTEST = 4 };
    size_t n = a.len < b.len ? a.len : b.len;
    if (n < SHORTEST) return lgm_account_same_letters(a, b);
    if (n > SHORTEST) n--;
    return lgm_account_same_letters((lgm_slice){a.ptr, n}, (lgm_slice){b.ptr, n});
}

/* "Somali", "Chinese", "Polish": by their ends, for the sets of nations are open. */
static bool is_origin(lgm_slice word)
{
    static const char *const ends[] = {"an", "ese", "ish", "i", "nch", "utch", "eek", "iss", "ech"};
    enum { SHORTEST = 4 };
    if (word.len < SHORTEST || !lgm_account_is_capital(word)) return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        const size_t n = strlen(ends[i]);
        if (memcmp(word.ptr + word.len - n, ends[i], n) == 0) return true;
    }
    return false;
}

/* Every origin in a has its like in b. */
static bool origins_within(const lgm_account_name *a, const lgm_account_name *b, uint32_t *n)
{
    bool all = true;
    *n = 0;
    for (uint32_t i = 0; i + 1 < a->n; i++) {
        bool found = false;
        if (!is_origin(a->at[i])) continue;
        ++*n;
        for (uint32_t k = 0; k + 1 < b->n; k++) found |= lgm_account_one_origin(a->at[i], b->at[k]);
        all &= found;
    }
    return all;
}

lgm_account_origins lgm_account_origins_of(lgm_str a, lgm_str b)
{
    lgm_account_name x, y;
    uint32_t in_a, in_b;
    lgm_account_name_of(&x, a);
    lgm_account_name_of(&y, b);
    if (x.n < 2 || y.n < 2 || !lgm_account_same_letters(x.at[x.n - 1], y.at[y.n - 1]))
        return LGM_ACCOUNT_NO_ORIGINS;
    if (lgm_account_is_capital(x.at[x.n - 1]) || lgm_account_is_capital(y.at[y.n - 1]))
        return LGM_ACCOUNT_NO_ORIGINS;
    const bool ab = origins_within(&x, &y, &in_a), ba = origins_within(&y, &x, &in_b);
    if (!in_a || !in_b) return LGM_ACCOUNT_NO_ORIGINS;
    return ab && ba ? LGM_ACCOUNT_SAME_ORIGINS : LGM_ACCOUNT_OTHER_ORIGINS;
}
