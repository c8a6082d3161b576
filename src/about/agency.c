/*
 * agency.c - whose text it is by its credit: "GAZA, Nov. 28 (Caldpress) --", "By Ada Lind,
 * Caldpress Writer", "Source: Caldpress", "... to the coast. (Caldpress)".
 *
 * An agency that is spoken of, or that has helped ("Caldpress contributed to this report"), is
 * none.
 */
#include "about/about.h"
#include "about/about_words.h"
#include "about/letters.h"

enum { LONGEST_PLACE = 60, LONGEST_NAME = 40, LONGEST_LINE = 120 };

static bool is_mark(lgm_slice s, size_t *n)
{
    *n = begins(s, "\xe2\x80\x93") || begins(s, "\xe2\x80\x94") ? 3 : 1;
    return *n == 3 || strchr("-_:", s.ptr[0]);
}

/* Without blanks and dashes before it, and a period behind it. */
static lgm_slice bared(lgm_slice s)
{
    size_t n;
    for (s = trimmed(s); s.len && is_mark(s, &n); s = trimmed(from(s, n))) continue;
    while (s.len && s.ptr[s.len - 1] == '.') s.len--;
    return trimmed(s);
}

static bool is_agency(lgm_slice s)
{
    return s.len && s.len <= LONGEST_NAME && is_capital(s.ptr[0]) &&
           lgm_about_kinds(s) & LGM_ABOUT_AGENCY;
}

/* ---- datelines ---- */

/* Names, days and abbreviations: what stands before an agency in a dateline. */
static bool is_place_and_day(lgm_slice s)
{
    if (s.len > LONGEST_PLACE) return false;
    while (s.len) {
        const lgm_slice word = next_word(&s);
        if (word.len && !is_capital(word.ptr[0]) &&
            !(lgm_about_kinds(word) & (LGM_ABOUT_NAME_WORD | LGM_ABOUT_MONTH)))
            return false;
    }
    return true;
}

lgm_slice lgm_about_agency_of_dateline(lgm_slice line)
{
    static const lgm_slice none = {0};
    size_t n, open = 0;
    while (open < line.len && open <= LONGEST_PLACE && line.ptr[open] != '(' &&
           line.ptr[open] != '/')
        open++;
    if (open >= line.len || open > LONGEST_PLACE) return none;
    const lgm_slice rest = from(line, open + 1);
    const char *const close = memchr(rest.ptr, line.ptr[open] == '(' ? ')' : '/', rest.len);
    if (!close) return none;
    const lgm_slice name = trimmed((lgm_slice){rest.ptr, (size_t)(close - rest.ptr)});
    const lgm_slice behind = trimmed(from(rest, (size_t)(close - rest.ptr) + 1));
    if (!is_agency(name) || !behind.len || !is_mark(behind, &n)) return none;
    return is_place_and_day((lgm_slice){line.ptr, open}) ? name : none;
}

/* ---- bylines --------------------------------------------------------------------------------- */

/* "Caldpress" of "Caldpress Staff Writer". */
static lgm_slice without_office(lgm_slice s)
{
    for (size_t at = s.len; at-- > 0;) {
        if (s.ptr[at] != ' ') continue;
        lgm_slice last = from(s, at + 1);
        if (is_agency(s) || !(lgm_about_kinds(next_word(&last)) & LGM_ABOUT_DESK)) break;
        s = trimmed((lgm_slice){s.ptr, at});
    }
    return s;
}

/* "PA" is a state more often. */
static bool is_state(lgm_slice s)
{
    return s.len == 2 && s.ptr[0] == 'P';
}

/* The last part of a line, behind a comma, a stroke or a dash; all of it where there is none. */
static size_t last_part(lgm_slice line)
{
    size_t at = line.len;
    while (at > 0 && !strchr(",|/", line.ptr[at - 1]) &&
           !ends_in((lgm_slice){line.ptr, at}, " - ") &&
           !ends_in((lgm_slice){line.ptr, at}, "\xe2\x80\x93") &&
           !ends_in((lgm_slice){line.ptr, at}, "\xe2\x80\x94") &&
           !ends_in((lgm_slice){line.ptr, at}, "\xe2\x80\xa2"))
        at--;
    return at;
}

lgm_slice lgm_about_agency_of_byline(lgm_slice line, bool is_byline)
{
    static const lgm_slice none = {0};
    uint32_t kind;
    if (line.len > LONGEST_LINE) return none;
    const size_t label = lgm_about_label(line, LGM_ABOUT_BYLINE, &kind);
    const lgm_slice whole = without_office(trimmed(from(line, label)));
    if (is_agency(whole)) return whole;
    const size_t at = last_part(line);
    const lgm_slice part = without_office(trimmed(from(line, at)));
    lgm_slice person = trimmed((lgm_slice){line.ptr, at ? at - 1 : 0});
    if (!at || !is_agency(part) || is_state(part)) return none;
    return is_byline || lgm_about_is_person(person) ? part : none;
}

/* ---- below the text -------------------------------------------------------------------------- */

static lgm_slice without_label(lgm_slice s)
{
    lgm_slice rest = s;
    const lgm_slice word = next_word(&rest);
    rest = trimmed(rest);
    return LGM_SLICE_IN(word, "Source", "SOURCE", "Sources", "Via", "VIA", "Credit") && rest.len &&
                   rest.ptr[0] == ':'
               ? from(rest, 1)
               : s;
}

/* Does a sentence end here? */
static bool ends_sentence(lgm_slice s)
{
    s = trimmed(s);
    return s.len && (strchr(".!?\"'", s.ptr[s.len - 1]) || ends_in(s, "\xe2\x80\x9d") ||
                     ends_in(s, "\xe2\x80\x99"));
}

lgm_slice lgm_about_agency_of_end(lgm_slice line)
{
    const lgm_slice none = {0}, all = bared(without_label(line));
    size_t at;
    if (all.len && all.ptr[all.len - 1] == ')') {
        for (at = all.len - 1; at > 0 && all.ptr[at] != '('; at--) continue;
        const lgm_slice name = bared((lgm_slice){all.ptr + at + 1, all.len - at - 2});
        const lgm_slice before = {all.ptr, at};
        return all.ptr[at] == '(' && is_agency(name) && (!at || ends_sentence(before)) ? name
                                                                                       : none;
    }
    if (is_agency(all)) return all;
    for (at = all.len; at > 0 && all.len - at <= LONGEST_NAME; at--) {
        if (!ends_sentence((lgm_slice){all.ptr, at})) continue;
        const lgm_slice name = bared(from(all, at));
        return is_agency(name) ? name : none;
    }
    return none;
}
