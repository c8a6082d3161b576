/*
 * date_line.c - lines that tell a day: "Published: 4 March 2024 at 10:15", "Monday, March 4, 2024",
 * and datelines, "LONDON, 4 March 2024 (Caldpress) -".
 */
#include "about/about.h"
#include "about/letters.h"
#include "about/about_words.h"

/* ---- labels and days ------------------------------------------------------------------------- */

/* The longest label of the kinds at the start of s: how many bytes it has, with a colon behind
 * it. */
size_t lgm_about_label(lgm_slice s, uint32_t kinds, uint32_t *found)
{
    size_t best = 0;
    lgm_slice rest = s;
    for (size_t words = 0; words < 3; words++) {
        const lgm_slice word = next_word(&rest);
        const size_t end = (size_t)(word.ptr - s.ptr) + word.len;
        const uint32_t k = word.len ? lgm_about_kinds((lgm_slice){s.ptr, end}) & kinds : 0;
        if (k) best = end, *found = k;
    }
    while (best && best < s.len && strchr(" \t:=", s.ptr[best])) best++;
    return best;
}

/* "HKT", and the T of "2024-03-04T10:15" */
static bool is_zone(lgm_slice word)
{
    for (size_t i = 0; i < word.len; i++)
        if (word.ptr[i] < 'A' || word.ptr[i] > 'Z') return false;
    return word.len <= 4;
}

/* Nothing but a time of day: "at 10:15 a.m. GMT", "10.15pm (local time)". */
static bool is_clock(lgm_slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!is_letter(s.ptr[i]) && !strchr(" \t0123456789:.,()+-'@", s.ptr[i])) return false;
    while (s.len) {
        const lgm_slice word = next_word(&s);
        if (word.len && !(lgm_about_kinds(word) & LGM_ABOUT_CLOCK) && !is_zone(word)) return false;
    }
    return true;
}

static void note(lgm_ymd *to, lgm_ymd day)
{
    if (!to->year && day.year) *to = day;
}

static bool has_digit(lgm_slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (is_digit(s.ptr[i])) return true;
    return false;
}

/* Where a label begins in s; s.len where there is none. */
static size_t find_label(lgm_slice s, uint32_t *kind)
{
    for (size_t i = 0; i < s.len; i++)
        if (is_letter(s.ptr[i]) && (i == 0 || !is_letter(s.ptr[i - 1])) &&
            lgm_about_label(from(s, i), LGM_ABOUT_PUBLISHED | LGM_ABOUT_MODIFIED, kind))
            return i;
    return s.len;
}

/* "Published: 4 March 2024 at 10:15, updated 5 March 2024". Without a label the day is of the kind
 * `unlabelled`; 0: there must be one. */
bool lgm_about_date_line(lgm_slice s, uint32_t unlabelled, lgm_about *out)
{
    lgm_ymd day;
    uint32_t kind = unlabelled;
    lgm_slice rest = from(s, lgm_about_label(s, LGM_ABOUT_PUBLISHED | LGM_ABOUT_MODIFIED, &kind));
    if (!kind) return false;
    lgm_slice at = rest; /* "Published at 10:15 on 4 March 2024" */
    size_t n = 0;
    for (; at.len && !(n = lgm_about_day(at, &day)); at = from(at, 1)) continue;
    if (!n && rest.len < s.len) return is_clock(rest) && has_digit(rest); /* "Updated 9:06 AM" */
    if (!n || !is_clock((lgm_slice){rest.ptr, rest.len - at.len})) return false;
    if (at.len < rest.len && (is_letter(at.ptr[-1]) || is_digit(at.ptr[-1]))) return false;
    /* Behind it stands a time of day, and another label perhaps. Of "4 March 2024 Last updated at
     * 10:15" the day is that of the update. */
    lgm_about more = {0};
    uint32_t next = 0;
    const lgm_slice behind = from(at, n);
    const size_t clock = find_label(behind, &next);
    if (!is_clock((lgm_slice){behind.ptr, clock})) return false;
    if (clock < behind.len && !lgm_about_date_line(from(behind, clock), 0, &more)) return false;
    if (rest.len == s.len && next & LGM_ABOUT_MODIFIED && !more.modified.year)
        kind = LGM_ABOUT_MODIFIED;
    note(kind & LGM_ABOUT_MODIFIED ? &out->modified : &out->published, day);
    if (more.published.year) note(&out->published, more.published);
    if (more.modified.year) note(&out->modified, more.modified);
    return true;
}

/* "date 2024-05-24 ...", at the very top: whatever stands behind it. */
bool lgm_about_top_date(lgm_slice line, lgm_about *out)
{
    uint32_t kind = 0;
    lgm_ymd day;
    lgm_slice rest = line;
    if (!LGM_SLICE_IN(next_word(&rest), "date", "Date", "DATE")) return false;
    const size_t n = lgm_about_label(line, LGM_ABOUT_PUBLISHED, &kind);
    if (!n || !lgm_about_day(from(line, n), &day)) return false;
    note(&out->published, day);
    return true;
}

/* ---- datelines ------------------------------------------------------------------------------- */

/* What follows the place and the day: an agency in brackets or strokes, then a dash or a colon. */
static bool is_dateline_end(lgm_slice s, bool *agency)
{
    s = trimmed(s);
    *agency = s.len && (s.ptr[0] == '(' || s.ptr[0] == '/');
    if (*agency) {
        const char *const end = memchr(s.ptr + 1, s.ptr[0] == '(' ? ')' : '/', s.len - 1);
        if (!end || end - s.ptr > 60) return false;
        s = trimmed(from(s, (size_t)(end - s.ptr) + 1));
    }
    return begins(s, "-") || begins(s, "\xe2\x80\x93") || begins(s, "\xe2\x80\x94") ||
           begins(s, "_") || begins(s, ":") || (*agency && begins(s, "."));
}

/* "GENEVA, March 3 (Caldpress) -", "PORT OSTREL, Caldora - ": the first word in capitals. */
static bool begins_with_place(lgm_slice line)
{
    lgm_slice rest = line;
    const lgm_slice word = next_word(&rest);
    if (word.ptr != line.ptr || word.len < 3) return false;
    for (size_t i = 0; i < word.len; i++)
        if (word.ptr[i] >= 'a' && word.ptr[i] <= 'z') return false;
    return true;
}

/* The words from the place to the day are names and abbreviations of states. */
static bool is_place(lgm_slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!is_letter(s.ptr[i]) && !strchr(" ,.'-(/", s.ptr[i])) return false;
    while (s.len) {
        const lgm_slice word = next_word(&s);
        if (word.len && !is_capital(word.ptr[0]) &&
            !(lgm_about_kinds(word) & LGM_ABOUT_NAME_WORD) && !LGM_SLICE_IN(word, "of", "the"))
            return false;
    }
    return true;
}

bool lgm_about_dateline(lgm_slice line, lgm_about *out)
{
    if (!begins_with_place(line)) return false;
    for (size_t i = 1; i < line.len && i < 90; i++) {
        const lgm_slice place = {line.ptr, i}, rest = from(line, i);
        lgm_ymd day;
        bool agency;
        if (!is_place(place)) return false;
        const bool dash = begins(rest, "--") || begins(rest, "\xe2\x80\x94");
        if ((dash || is_blank(line.ptr[i - 1])) && is_dateline_end(rest, &agency)) return true;
        const size_t n = line.ptr[i - 1] == ' ' ? lgm_about_day(rest, &day) : 0;
        if (!n || !memchr(place.ptr, ',', place.len)) continue;
        if (n < rest.len && !is_dateline_end(from(rest, n), &agency)) return false;
        note(&out->dateline, day);
        return true;
    }
    return false;
}
