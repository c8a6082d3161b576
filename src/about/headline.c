/*
 * headline.c - the headline of a plain text.
 *
 * It is the first line that is neither a date nor a byline, where it looks like a headline and what
 * follows looks like a report. A text may be wrapped at any width: where the first word of the next
 * line would have fit, the line was ended on purpose.
 */
#include "about/about.h"
#include "about/about_words.h"
#include "about/letters.h"

enum {
    LONGEST = 200,
    LONGEST_ALONE = 160,
    MOST_WORDS = 20,
    WIDEST = 100,
    PARAGRAPH = 120,
    BODY = 60
};

static bool is_text(const lgm_about_line *l)
{
    return l->kind == LGM_LINE_TEXT || l->kind == LGM_LINE_DATELINE;
}

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static size_t first_word(lgm_slice s)
{
    size_t n = 0;
    while (n < s.len && s.ptr[n] != ' ') n++;
    return n;
}

static bool ends_sentence(lgm_slice s)
{
    static const char *const marks[] = {".",           "!", "?", "\"", "'", ")", "\xe2\x80\x9d",
                                        "\xe2\x80\x99"};
    for (size_t i = 0; i < LGM_COUNT(marks); i++)
        if (ends_in(s, marks[i])) return true;
    return false;
}

/* "... was out. The mayor ..." within a line: a word of four small letters or more, and a
 * period. */
static bool holds_sentence_end(lgm_slice s)
{
    size_t lower = 0;
    for (size_t i = 0; i + 1 < s.len; i++) {
        if (s.ptr[i] == '.' && s.ptr[i + 1] == ' ' && lower >= 4) return true;
        lower = is_lower(s.ptr[i]) ? lower + 1 : 0;
    }
    return false;
}

static size_t count_words(lgm_slice s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++)
        n += s.ptr[i] != ' ' && s.ptr[i] != '\n' &&
             (i == 0 || s.ptr[i - 1] == ' ' || s.ptr[i - 1] == '\n');
    return n;
}

/* A quotation that goes on in the next paragraph: "Hello," said Ada Lind, "how are the roads? */
static bool leaves_quotation_open(lgm_slice s)
{
    size_t marks = 0;
    for (size_t i = 0; i < s.len; i++) marks += s.ptr[i] == '"';
    return marks % 2 == 1;
}

/* A sentence that ends in a quotation: ... said he would go "before summer." */
static bool ends_quoted_sentence(lgm_slice s)
{
    static const char *const marks[] = {
        ".\"",           ".'",           ",\"", ",'", ".\xe2\x80\x9d", ".\xe2\x80\x99",
        ",\xe2\x80\x9d", ",\xe2\x80\x99"};
    for (size_t i = 0; i < LGM_COUNT(marks); i++)
        if (ends_in(s, marks[i])) return true;
    return false;
}

/* "Harbour blast kills 11 Posted on March 4, 2024": more than a headline. */
static bool holds_day(lgm_slice s)
{
    lgm_ymd day;
    for (size_t i = 0; i < s.len; i++)
        if ((i == 0 || s.ptr[i - 1] == ' ') &&
            lgm_about_day((lgm_slice){s.ptr + i, s.len - i}, &day))
            return true;
    return false;
}

/* The first sentence of a report that lost its period says on which day: "The mayor of Ostrel said
 * on Monday that the port would stay closed until the inquiry was over". */
static bool is_lead(lgm_slice s)
{
    enum { LONG_HEADLINE = 13 };
    if (count_words(s) <= LONG_HEADLINE) return false;
    for (size_t i = 0, n; i < s.len; i += n + 1) {
        n = first_word((lgm_slice){s.ptr + i, s.len - i});
        if (n > 5 && lgm_about_kinds((lgm_slice){s.ptr + i, n}) & LGM_ABOUT_WEEKDAY) return true;
    }
    return false;
}

/* "ADA LIND", the name of who wrote it: two words with capitals and nothing else. */
static bool is_person(lgm_slice s)
{
    const size_t n = first_word(s);
    for (size_t i = 0; i < s.len; i++)
        if (strchr("0123456789!?:$%&", s.ptr[i])) return false;
    return n + 1 < s.len && !is_lower(s.ptr[n + 1]);
}

/* No sentence, no heading of a list, no address, no salutation. */
static bool looks_so(lgm_slice s)
{
    const size_t words = count_words(s);
    const char first = s.ptr[0];
    if (s.len > LONGEST || words < 2 || words > MOST_WORDS || is_lower(first)) return false;
    if (strchr("-*#<[({|=_~>@/\\", first) || strchr(".,;:-_=*|]", s.ptr[s.len - 1])) return false;
    if (ends_in(s, "\xe2\x80\x94") || ends_in(s, "\xe2\x80\x93")) return false;
    if (memchr(s.ptr, '@', s.len) || memmem(s.ptr, s.len, "://", 3)) return false;
    if (LGM_SLICE_IN(((lgm_slice){s.ptr, first_word(s)}), "Dear", "By", "BY", "by")) return false;
    return !ends_quoted_sentence(s) && !leaves_quotation_open(s) && !holds_sentence_end(s) &&
           !holds_day(s) && !is_lead(s) && !(words == 2 && is_person(s));
}

/* "Host: Why did you leave?": a turn of a conversation, where another line begins so too. */
static bool is_turn(const lgm_about_line *lines, size_t n, size_t i)
{
    const lgm_slice s = lines[i].text;
    const char *const colon = memchr(s.ptr, ':', s.len);
    const size_t len = colon ? (size_t)(colon - s.ptr) + 1 : 0;
    for (size_t k = i + 1; len && k < n; k++)
        if (lines[k].text.len > len && memcmp(lines[k].text.ptr, s.ptr, len) == 0) return true;
    return false;
}

/* Was line i ended before it was full, in a text of this width? */
static bool ends_early(const lgm_about_line *lines, size_t i, size_t width)
{
    return lines[i].text.len + 1 + first_word(lines[i + 1].text) <= width;
}

/* The lines from i on that have no blank line between them. */
static size_t block_length(const lgm_about_line *lines, size_t n, size_t i)
{
    size_t end = i + 1;
    while (end < n && !lines[end].after_blank) end++;
    return end - i;
}

/* The width at which lines i .. i + n are wrapped; 0 where they are not. */
static size_t width_of(const lgm_about_line *lines, size_t i, size_t n)
{
    size_t width = 0, full = 0;
    for (size_t k = i; k < i + n; k++)
        if (lines[k].text.len > width) width = lines[k].text.len;
    for (size_t k = i; k + 1 < i + n; k++) full += !ends_early(lines, k, width);
    return width <= WIDEST && full >= 2 && full + 2 >= n ? width : 0;
}

/* Does a report follow from line i on? A paragraph, wrapped or not, or a sentence. */
static bool is_body(const lgm_about_line *lines, size_t n, size_t i)
{
    for (size_t seen = 0; i < n && seen < 3; i++) {
        if (!is_text(&lines[i])) continue;
        if (seen++ == 0 && is_lower(lines[i].text.ptr[0])) return false; /* the line went on */
        if (lines[i].kind == LGM_LINE_DATELINE || lines[i].text.len >= BODY ||
            (ends_sentence(lines[i].text) && count_words(lines[i].text) >= 4))
            return true;
    }
    return false;
}

/* Without a blank line between: was the first line of the block ended on purpose, before a
 * report? */
static bool is_alone(const lgm_about_line *lines, size_t n, size_t i)
{
    const lgm_about_line *const next = &lines[i + 1];
    if (next->kind != LGM_LINE_TEXT) return true; /* a byline, a date, a dateline */
    if (is_lower(next->text.ptr[0])) return false;
    if (next->text.len >= PARAGRAPH && next->text.len > lines[i].text.len + 40) return true;
    const bool deck = i + 2 < n && lines[i + 2].kind != LGM_LINE_TEXT &&
                      lines[i + 2].kind != LGM_LINE_DATELINE; /* and behind it a date or a byline */
    if (deck && ends_early(lines, i, next->text.len)) return true;
    const size_t width = width_of(lines, i + 1, block_length(lines, n, i) - 1);
    return width > 0 && ends_early(lines, i, width);
}

static lgm_slice joined(const lgm_about_line *lines, size_t i, size_t n)
{
    const char *const end = lines[i + n - 1].text.ptr + lines[i + n - 1].text.len;
    return (lgm_slice){lines[i].text.ptr, (size_t)(end - lines[i].text.ptr)};
}

/* A headline wrapped over n lines: it goes on in small letters, or its lines are full. */
static bool is_wrapped_headline(const lgm_about_line *lines, size_t i, size_t n)
{
    for (size_t k = i; k + 1 < i + n; k++) {
        if (lines[k + 1].kind != LGM_LINE_TEXT) return false;
        if (!is_lower(lines[k + 1].text.ptr[0]) && ends_early(lines, k, lines[i].text.len + 4))
            return false;
        if (!is_lower(lines[k + 1].text.ptr[0]) && lines[k].text.len < 50) return false;
    }
    return true;
}

lgm_slice lgm_about_headline(const lgm_about_line *lines, size_t n)
{
    const lgm_slice none = {NULL, 0};
    size_t i = 0;
    while (i < n && lines[i].kind != LGM_LINE_TEXT && lines[i].kind != LGM_LINE_DATELINE) i++;
    if (i + 1 >= n || lines[i].kind != LGM_LINE_TEXT) return none;
    const size_t block = block_length(lines, n, i);
    if (block == 1 || is_alone(lines, n, i)) {
        const bool sure =
            lines[i].text.len <= LONGEST_ALONE && looks_so(lines[i].text) && !is_turn(lines, n, i);
        return sure && is_body(lines, n, i + 1) ? lines[i].text : none;
    }
    if (block > 3 || i + block >= n || !is_wrapped_headline(lines, i, block)) return none;
    const lgm_slice title = joined(lines, i, block);
    return looks_so(title) && is_body(lines, n, i + block) ? title : none;
}
