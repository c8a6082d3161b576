/*
 * about.c - the lines around a text: dates with and without a label, bylines, datelines.
 *
 * The first lines are told apart one by one, each as a whole: "By Ada Lind" is a byline, "By nine
 * the fire was out" is text. A line is cut at "|" and the like, so that
 * "By Ada Lind | Published 4 March 2024" is both.
 */
#include "about/about.h"

#include <string.h>

#include "about/letters.h"
#include "about/about_words.h"

enum { MOST_LINES = 16, LAST_LINES = 3, LONGEST_LINE = 160, LONGEST_PHRASE = 31 };

uint32_t lgm_about_kinds(lgm_slice phrase)
{
    char low[LONGEST_PHRASE];
    if (!phrase.len || phrase.len > sizeof low) return 0;
    for (size_t i = 0; i < phrase.len; i++) low[i] = lowered(phrase.ptr[i]);
    return lgm_lexicon_kinds(&lgm_about_lexicon, low, phrase.len);
}

/* ---- lines ---------------------------------------------------------------------------------- */

static bool is_credit(lgm_slice s)
{
    lgm_slice rest = s;
    const lgm_slice word = next_word(&rest);
    return LGM_SLICE_IN(word, "Copyright", "COPYRIGHT", "copyright", "http", "https", "www", "URL",
                        "Eds", "Editors", "ATTENTION") ||
           begins(s, "\xc2\xa9") || begins(s, "(c)") || begins(s, "(C)");
}

/* The length of a mark between the parts of a line ("|", U+00B7, U+2022, a tab), 0 for others. */
static size_t divider(lgm_slice s)
{
    return begins(s, "|") || begins(s, "\t") ? 1
           : begins(s, "\xc2\xb7")           ? 2
           : begins(s, "\xe2\x80\xa2")       ? 3
                                             : 0;
}

static lgm_slice take_part(lgm_slice *s)
{
    size_t i = 0, n = 0;
    while (i < s->len && !(n = divider(from(*s, i)))) i++;
    const lgm_slice part = trimmed((lgm_slice){s->ptr, i});
    *s = from(*s, i + n);
    return part;
}

/* Days without a label: of a chronology, which has several, none is the day of publication. */
typedef struct bare_days {
    lgm_ymd first;
    bool several;
} bare_days;

static bool read_bare(lgm_slice part, lgm_about *out, bare_days *bare)
{
    lgm_about own = {0};
    if (!lgm_about_date_line(part, LGM_ABOUT_PUBLISHED, &own)) return false;
    const lgm_ymd day = own.published;
    if (day.year && bare->first.year && lgm_calendar_day(day) != lgm_calendar_day(bare->first))
        bare->several = true;
    if (!bare->first.year) bare->first = day;
    if (!out->modified.year) out->modified = own.modified;
    return true;
}

/* What the line is; what it says goes to *out where it is not text. */
static lgm_about_line_kind kind_of(lgm_slice line, bool top, lgm_about *out, bare_days *bare)
{
    lgm_about_line_kind kind = LGM_LINE_TEXT;
    if (is_credit(line)) return LGM_LINE_CREDIT;
    if (top && lgm_about_top_date(line, out)) return LGM_LINE_DATE;
    if (line.len <= LONGEST_LINE) {
        for (lgm_slice rest = line; rest.len;) {
            const lgm_slice part = take_part(&rest);
            if (lgm_about_byline(part, out))
                kind = LGM_LINE_BYLINE;
            else if ((lgm_about_date_line(part, 0, out) || read_bare(part, out, bare)) &&
                     kind == LGM_LINE_TEXT)
                kind = LGM_LINE_DATE;
        }
        if (kind != LGM_LINE_TEXT) return kind;
        if (lgm_about_kinds(line) & LGM_ABOUT_KICKER) return LGM_LINE_KICKER;
    }
    return lgm_about_dateline(line, out) ? LGM_LINE_DATELINE : LGM_LINE_TEXT;
}

/* The next line that is not blank. */
static bool next_line(lgm_slice *rest, lgm_about_line *line)
{
    *line = (lgm_about_line){.after_blank = false};
    while (rest->len) {
        const char *const lf = memchr(rest->ptr, '\n', rest->len);
        const size_t n = lf ? (size_t)(lf - rest->ptr) : rest->len;
        line->text = trimmed((lgm_slice){rest->ptr, n});
        *rest = from(*rest, n + (lf != NULL));
        if (line->text.len) return true;
        line->after_blank = true;
    }
    return false;
}

/* Labels in the last lines: "Published: 4 March 2024" below a report. */
static void read_foot(lgm_slice text, lgm_about *out)
{
    for (size_t lines = 0; lines < LAST_LINES && text.len;) {
        text = trimmed(text);
        size_t at = text.len;
        while (at > 0 && text.ptr[at - 1] != '\n') at--;
        const lgm_slice line = trimmed(from(text, at));
        if (!out->agency.ptr && line.len) out->agency = lgm_about_agency_of_end(line);
        if (line.len && line.len <= LONGEST_LINE && !is_credit(line))
            for (lgm_slice rest = line; rest.len;) lgm_about_date_line(take_part(&rest), 0, out);
        text.len = at;
        lines++;
    }
}

/* What the first lines say of it goes before what the last ones do. */
static void read_agency(const lgm_about_line *line, lgm_about *out)
{
    if (out->agency.ptr) return;
    if (line->kind == LGM_LINE_DATELINE || line->kind == LGM_LINE_TEXT)
        out->agency = lgm_about_agency_of_dateline(line->text);
    if (!out->agency.ptr && line->kind != LGM_LINE_DATELINE)
        out->agency = lgm_about_agency_of_byline(line->text, line->kind == LGM_LINE_BYLINE);
}

void lgm_about_text(lgm_slice text, lgm_about *out)
{
    lgm_about_line lines[MOST_LINES];
    size_t n = 0;
    *out = (lgm_about){0};
    if (!text.len) return;
    bare_days bare = {0};
    bool in_body = false;
    for (lgm_slice rest = text; n < MOST_LINES && next_line(&rest, &lines[n]); n++) {
        lines[n].kind = in_body ? LGM_LINE_TEXT : kind_of(lines[n].text, n == 0, out, &bare);
        if (!in_body) read_agency(&lines[n], out);
        in_body |= lines[n].kind == LGM_LINE_DATELINE ||
                   (lines[n].kind == LGM_LINE_TEXT && lines[n].text.len > LONGEST_LINE);
    }
    if (!out->published.year && !bare.several) out->published = bare.first;
    out->title = lgm_about_headline(lines, n);
    read_foot(text, out);
    /* "Published" after "updated" is of something else. */
    if (out->published.year && out->modified.year &&
        lgm_calendar_day(out->published) > lgm_calendar_day(out->modified))
        out->modified = (lgm_ymd){0};
}
