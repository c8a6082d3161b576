/* report.c - text, description and hashes of a report. */
#include "read/report.h"

#include <stdio.h>
#include <string.h>

#include "base/calendar.h"
#include "read/about.h"
#include "read/decode.h"
#include "read/language.h"

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

static lgm_status add_warnings(lgm_doc *doc, const char *field, const lgm_decoded *d, lgm_err *err)
{
    for (size_t i = 0; i < d->n_warnings; i++) {
        const lgm_status st =
            lgm_doc_warn(doc, err, "%s%s%s", field ? field : "", field ? ": " : "", d->warning[i]);
        if (st != LGM_OK) return st;
    }
    return LGM_OK;
}

/* An empty string says as little as none: both are unknown. */
static lgm_status fill_field(lgm_doc *doc, lgm_slice *to, const char *name, const char *value,
                             lgm_err *err)
{
    *to = (lgm_slice){0};
    if (!value || !*value) return LGM_OK;
    lgm_decoded d;
    const lgm_status st = lgm_read_decode(doc->arena, value, strlen(value), &d, err);
    if (st != LGM_OK) return st;
    if (d.text.len) *to = d.text;
    return add_warnings(doc, name, &d, err);
}

/* "2024-05-24T09:30:00Z" gives the day as it is written there, whatever its time zone. */
static lgm_status check_day(lgm_doc *doc, const char *field, lgm_slice *day, lgm_err *err)
{
    const lgm_slice d = *day;
    if (!d.ptr || lgm_read_is_day(d.ptr, d.len)) return LGM_OK;
    if (d.len > 10 && (d.ptr[10] == 'T' || d.ptr[10] == ' ') && lgm_read_is_day(d.ptr, 10)) {
        day->len = 10;
        return lgm_doc_warn(doc, err, "of the %s \"%.40s\" only the day was kept", field, d.ptr);
    }
    *day = (lgm_slice){0};
    return lgm_doc_warn(doc, err,
                        "the %s \"%.40s\" is not a day written YYYY-MM-DD and was left out", field,
                        d.ptr);
}

static lgm_status fill_days(lgm_doc *doc, const lgm_input *in, lgm_err *err)
{
    lgm_status st = check_day(doc, "date", &doc->date, err);
    if (st == LGM_OK) st = check_day(doc, "modified", &doc->modified, err);
    if (st != LGM_OK || !doc->date.ptr) return st;
    return fill_field(doc, &doc->date_source, "date_source",
                      in->date_source ? in->date_source : "given", err);
}

static lgm_status add_source_warnings(lgm_doc *doc, const char *lines, lgm_err *err)
{
    while (lines && *lines) {
        const int len = (int)strcspn(lines, "\n");
        const lgm_status st = lgm_doc_warn(doc, err, "%.*s", len, lines);
        if (st != LGM_OK) return st;
        lines += len + (lines[len] == '\n');
    }
    return LGM_OK;
}

static lgm_status set_day(lgm_doc *doc, lgm_slice *to, lgm_ymd day, lgm_err *err)
{
    char text[32];
    const int n = snprintf(text, sizeof text, "%04d-%02d-%02d", day.year, day.month, day.day);
    *to = (lgm_slice){lgm_arena_strndup(doc->arena, text, (size_t)n), (size_t)n};
    return to->ptr ? LGM_OK : lgm_arena_fail(doc->arena, err);
}

/* The words of a slice with one blank between them. */
static lgm_status set_words(lgm_doc *doc, lgm_slice *to, lgm_slice words, lgm_err *err)
{
    char *const copy = lgm_arena_alloc(doc->arena, words.len + 1);
    size_t n = 0;
    if (!copy) return lgm_arena_fail(doc->arena, err);
    for (size_t i = 0; i < words.len; i++) {
        const bool blank = strchr(" \t\n", words.ptr[i]) != NULL;
        if (!blank || (n && copy[n - 1] != ' ')) copy[n++] = blank ? ' ' : words.ptr[i];
    }
    copy[n] = 0;
    *to = (lgm_slice){copy, n};
    return LGM_OK;
}

/* The day that the text says, else its dateline's, else that in the name of a file that is one
 * report. */
static lgm_status guess_date(lgm_doc *doc, const lgm_read_about *about, lgm_err *err)
{
    lgm_ymd day = about->published;
    const char *from = "text";
    if (!day.year) day = about->dateline, from = "dateline";
    const bool one = doc->file.ptr && !doc->line;
    if (!day.year && one && lgm_read_day_of_name(doc->file.ptr, &day)) from = "file name";
    if (!day.year) return LGM_OK;
    doc->date_source = (lgm_slice){from, strlen(from)};
    return set_day(doc, &doc->date, day, err);
}

/* What nobody gave is taken from the text, where it is sure. */
static lgm_status fill_from_text(lgm_doc *doc, lgm_err *err)
{
    lgm_read_about about;
    lgm_status st = LGM_OK;
    lgm_read_about_text(doc->text, &about);
    if (!doc->title.ptr && about.title.ptr) st = set_words(doc, &doc->title, about.title, err);
    if (st == LGM_OK && !doc->byline.ptr && about.byline.ptr)
        st = set_words(doc, &doc->byline, about.byline, err);
    if (st == LGM_OK && !doc->modified.ptr && about.modified.year)
        st = set_day(doc, &doc->modified, about.modified, err);
    return st == LGM_OK && !doc->date.ptr ? guess_date(doc, &about, err) : st;
}

static lgm_status fill_language(lgm_doc *doc, lgm_err *err)
{
    lgm_language l;
    const lgm_status st = lgm_read_language(doc->text, &l, err);
    if (st != LGM_OK || !l.code) return st;
    doc->lang = (lgm_slice){l.code, strlen(l.code)};
    if (strcmp(l.code, "en") == 0) return LGM_OK;
    return lgm_doc_warn(doc, err,
                        "the text is %s, not English: it is read with --force only, and badly",
                        l.name);
}

static lgm_status fill_hashes(lgm_doc *doc, const lgm_input *in, lgm_err *err)
{
    const void *const raw = in->raw ? (const void *)in->raw : in->text;
    const size_t raw_len = in->raw ? in->raw_len : in->len;
    lgm_sha256(doc->text.ptr, doc->text.len, doc->sha256);
    if (raw_len == doc->text.len && (raw_len == 0 || memcmp(raw, doc->text.ptr, raw_len) == 0))
        memcpy(doc->raw_sha256, doc->sha256, sizeof doc->sha256);
    else
        lgm_sha256(raw, raw_len, doc->raw_sha256);
    if (doc->id.ptr) return LGM_OK;

    char hex[17];
    lgm_hex(doc->sha256, 8, hex);
    doc->id = (lgm_slice){lgm_arena_strndup(doc->arena, hex, 16), 16};
    return doc->id.ptr ? LGM_OK : lgm_arena_fail(doc->arena, err);
}

lgm_status lgm_read_report_fill(lgm_doc *doc, const lgm_input *in, lgm_err *err)
{
    lgm_decoded d;
    lgm_status st = lgm_read_decode(doc->arena, in->text, in->len, &d, err);
    if (st != LGM_OK) return st;
    doc->text = d.text;
    st = add_source_warnings(doc, in->warning, err);
    if (st == LGM_OK) st = add_warnings(doc, NULL, &d, err);
#define FILL(field)                                                                                \
    if (st == LGM_OK) st = fill_field(doc, &doc->field, #field, in->field, err);
    LGM_INPUT_FIELDS(FILL)
#undef FILL
    if (st == LGM_OK) st = fill_field(doc, &doc->file, "file", in->file, err);
    doc->line = in->line;
    if (st == LGM_OK) st = fill_days(doc, in, err);
    if (st == LGM_OK) st = fill_from_text(doc, err);
    if (st == LGM_OK) st = fill_language(doc, err);
    return st == LGM_OK ? fill_hashes(doc, in, err) : st;
}
