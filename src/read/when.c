/* when.c - days and moments of a report. */
#include "read/when.h"

#include <stdio.h>
#include <string.h>

#include "base/calendar.h"

static bool two_digits(const char *s, unsigned *value)
{
    if (s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9') return false;
    *value = (unsigned)(s[0] - '0') * 10 + (unsigned)(s[1] - '0');
    return true;
}

bool lgm_read_is_day(const char *s, size_t len)
{
    unsigned century, year, month, day;
    if (len != 10 || s[4] != '-' || s[7] != '-') return false;
    if (!two_digits(s, &century) || !two_digits(s + 2, &year) || !two_digits(s + 5, &month) ||
        !two_digits(s + 8, &day))
        return false;
    return lgm_calendar_has(
        (lgm_ymd){(int32_t)(century * 100 + year), (int32_t)month, (int32_t)day});
}

/* ":30" at s[at]: the bytes it has, 0 where it is not there. */
static size_t sixtieths(const char *s, size_t len, size_t at, unsigned most)
{
    unsigned n;
    return at + 3 <= len && s[at] == ':' && two_digits(s + at + 1, &n) && n <= most ? 3 : 0;
}

/* "Z", "+02:00", "+0200" or "+02", to the end. */
static bool is_zone(const char *s, size_t len)
{
    unsigned hour, minute = 0;
    if (len == 1) return *s == 'Z' || *s == 'z';
    if (len < 3 || (*s != '+' && *s != '-') || !two_digits(s + 1, &hour) || hour > 14) return false;
    if (len == 3) return true;
    const size_t at = s[3] == ':' ? 4 : 3;
    return len == at + 2 && two_digits(s + at, &minute) && minute < 60;
}

bool lgm_read_is_moment(const char *s, size_t len)
{
    unsigned hour;
    if (len < 16 || !lgm_read_is_day(s, 10) || (s[10] != 'T' && s[10] != ' ')) return false;
    if (!two_digits(s + 11, &hour) || hour > 24 || !sixtieths(s, len, 13, 59)) return false;
    size_t at = 16;
    at += sixtieths(s, len, at, 60); /* a leap second */
    if (at == 19 && at < len && (s[at] == '.' || s[at] == ','))
        for (at++; at < len && s[at] >= '0' && s[at] <= '9'; at++) continue;
    return at == len || is_zone(s + at, len - at);
}

/* ---- given ----------------------------------------------------------------------------------- */

/* With a "T" between the day and the time. */
static lgm_status set_moment(lgm_doc *doc, lgm_slice *to, lgm_slice moment, lgm_err *err)
{
    char *const copy = lgm_arena_strndup(doc->arena, moment.ptr, moment.len);
    if (!copy) return lgm_arena_fail(doc->arena, err);
    copy[10] = 'T';
    *to = (lgm_slice){copy, moment.len};
    return LGM_OK;
}

/* A day stays, a moment gets its "T"; of something else only the day is kept, or nothing. */
static lgm_status check(lgm_doc *doc, const char *field, lgm_slice *when, lgm_err *err)
{
    const lgm_slice w = *when;
    if (!w.ptr || lgm_read_is_day(w.ptr, w.len)) return LGM_OK;
    if (lgm_read_is_moment(w.ptr, w.len)) return set_moment(doc, when, w, err);
    if (w.len > 10 && (w.ptr[10] == 'T' || w.ptr[10] == ' ') && lgm_read_is_day(w.ptr, 10)) {
        when->len = 10;
        return lgm_doc_warn(doc, err, "of the %s \"%.40s\" only the day was kept", field, w.ptr);
    }
    *when = (lgm_slice){0};
    return lgm_doc_warn(doc, err,
                        "the %s \"%.40s\" is not a day written YYYY-MM-DD and was left out", field,
                        w.ptr);
}

lgm_status lgm_read_when_given(lgm_doc *doc, lgm_err *err)
{
    lgm_status st = check(doc, "date", &doc->date, err);
    if (st == LGM_OK) st = check(doc, "published", &doc->published, err);
    if (st == LGM_OK) st = check(doc, "modified", &doc->modified, err);
    if (!doc->date.ptr) doc->date = doc->published;
    if (doc->date.len > 10 && !doc->published.ptr) doc->published = doc->date;
    if (doc->date.len > 10) doc->date.len = 10;
    if (doc->published.len == 10) doc->published = (lgm_slice){0}; /* the date says as much */
    if (!doc->date.ptr)
        doc->date_source = (lgm_slice){0};
    else if (!doc->date_source.ptr)
        doc->date_source = LGM_SLICE("given");
    return st;
}

/* ---- from the text --------------------------------------------------------------------------- */

static lgm_status set_day(lgm_doc *doc, lgm_slice *to, lgm_ymd day, lgm_err *err)
{
    char text[32];
    const int n = snprintf(text, sizeof text, "%04d-%02d-%02d", day.year, day.month, day.day);
    *to = (lgm_slice){lgm_arena_strndup(doc->arena, text, (size_t)n), (size_t)n};
    return to->ptr ? LGM_OK : lgm_arena_fail(doc->arena, err);
}

/* The day that the text says, else its dateline's, else that in the name of a file that is one
 * report: a web archive is named by the day on which it was retrieved. */
static lgm_status guess_date(lgm_doc *doc, const lgm_about *about, lgm_err *err)
{
    lgm_ymd day = about->published;
    lgm_slice from = LGM_SLICE("text");
    if (!day.year) day = about->dateline, from = LGM_SLICE("dateline");
    const lgm_slice name = doc->member.ptr ? doc->member : doc->file; /* NUL-terminated */
    if (!day.year && name.ptr && !doc->line && !doc->retrieved.ptr &&
        lgm_about_day_of_name(name.ptr, &day))
        from = LGM_SLICE("file name");
    if (!day.year) return LGM_OK;
    doc->date_source = from;
    return set_day(doc, &doc->date, day, err);
}

lgm_status lgm_read_when_from_text(lgm_doc *doc, const lgm_about *about, lgm_err *err)
{
    lgm_status st = LGM_OK;
    if (!doc->modified.ptr && about->modified.year)
        st = set_day(doc, &doc->modified, about->modified, err);
    return st == LGM_OK && !doc->date.ptr ? guess_date(doc, about, err) : st;
}
