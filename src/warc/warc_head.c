/* warc_head.c - heads of WARC and ARC records. */
#include "warc/warc_head.h"

#include <stdio.h>
#include <string.h>

#include "base/calendar.h"
#include "warc/head_fields.h"

static lgm_warc_kind kind_of(lgm_slice type)
{
    static const struct {
        const char *name;
        lgm_warc_kind kind;
    } kinds[] = {{"response", LGM_WARC_RESPONSE},
                 {"resource", LGM_WARC_RESOURCE},
                 {"conversion", LGM_WARC_CONVERSION},
                 {"revisit", LGM_WARC_REVISIT},
                 {"continuation", LGM_WARC_CONTINUATION}};
    for (size_t i = 0; i < LGM_COUNT(kinds); i++)
        if (lgm_warc_is(type, kinds[i].name)) return kinds[i].kind;
    return LGM_WARC_OTHER;
}

/* Some write addresses in brackets too, as WARC 1.0 had it by mistake. */
static lgm_slice without_brackets(lgm_slice s)
{
    if (s.len >= 2 && s.ptr[0] == '<' && s.ptr[s.len - 1] == '>')
        return (lgm_slice){s.ptr + 1, s.len - 2};
    return s;
}

const char *lgm_warc_head_read(lgm_slice head, lgm_warc_head *out)
{
    *out = (lgm_warc_head){.kind = LGM_WARC_OTHER};
    if (!lgm_warc_begins(lgm_warc_next_line(&head), "WARC/"))
        return "it does not begin with the line \"WARC/...\"";
    bool has_type = false, has_length = false, length_read = true;
    lgm_slice name, value;
    while (lgm_warc_next_field(&head, &name, &value)) {
        if (lgm_warc_is(name, "WARC-Type"))
            out->kind = kind_of(value), has_type = true;
        else if (lgm_warc_is(name, "Content-Length"))
            has_length = true, length_read = lgm_warc_number(value, &out->length);
        else if (lgm_warc_is(name, "WARC-Record-ID"))
            out->id = without_brackets(value);
        else if (lgm_warc_is(name, "WARC-Target-URI"))
            out->uri = without_brackets(value);
        else if (lgm_warc_is(name, "WARC-Date"))
            out->date = value;
        else if (lgm_warc_is(name, "Content-Type"))
            out->type = value;
        else if (lgm_warc_is(name, "WARC-Block-Digest"))
            out->block_digest = value;
        else if (lgm_warc_is(name, "WARC-Payload-Digest"))
            out->payload_digest = value;
        else if (lgm_warc_is(name, "WARC-Truncated"))
            out->truncated = value;
        else if (lgm_warc_is(name, "WARC-Segment-Number"))
            lgm_warc_number(value, &out->segment);
    }
    if (!has_length) return "it has no Content-Length";
    if (!length_read) return "its Content-Length is no number";
    return has_type ? NULL : "it has no WARC-Type";
}

/* ---- ARC ---- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_time(lgm_slice s)
{
    uint64_t n;
    return s.len >= 8 && s.len <= 17 && lgm_warc_number(s, &n);
}

const char *lgm_warc_arc_read(lgm_slice line, lgm_warc_head *out)
{
    enum { MOST = 12 };
    lgm_slice words[MOST];
    size_t n = 0;
    *out = (lgm_warc_head){.kind = LGM_WARC_RESPONSE};
    for (lgm_slice w; n < MOST && (w = lgm_warc_next_word(&line)).len; n++) words[n] = w;
    if (n < 5 || !memchr(words[0].ptr, ':', words[0].len) ||
        !lgm_warc_number(words[n - 1], &out->length))
        return "its first line is not \"address IP time type length\"";
    if (!is_time(words[2])) return "its first line has no time";
    out->uri = words[0];
    out->date = words[2];
    out->type = words[3];
    if (lgm_warc_begins(out->uri, "filedesc:")) out->kind = LGM_WARC_OTHER;
    return NULL;
}

bool lgm_warc_is_arc(lgm_slice head)
{
    lgm_warc_head unused;
    return lgm_warc_begins(head, "filedesc:") &&
           !lgm_warc_arc_read(lgm_warc_next_line(&head), &unused);
}

/* "2024-05-24", "2024-05-24T09:30Z", "2024-05-24T09:30:00.123Z" */
static bool is_iso(lgm_slice s)
{
    static const char form[] = "0000-00-00T00:00:00.";
    size_t n = 0;
    for (; n < s.len && n < sizeof form - 1; n++)
        if (form[n] == '0' ? !is_digit(s.ptr[n]) : s.ptr[n] != form[n]) break;
    if (n == sizeof form - 1)
        while (n < s.len && is_digit(s.ptr[n])) n++;
    const bool zone = n > 10 && n + 1 == s.len && s.ptr[n] == 'Z';
    return (n == s.len && n == 10) || (zone && (n == 16 || n == 19 || n > sizeof form - 1));
}

static bool day_exists(const char *moment)
{
    lgm_ymd d;
    return sscanf(moment, "%4d-%2d-%2d", &d.year, &d.month, &d.day) == 3 && lgm_calendar_has(d);
}

bool lgm_warc_moment(lgm_slice date, char out[LGM_WARC_MOMENT])
{
    const char *const d = date.ptr;
    if (is_time(date) && date.len >= 14)
        snprintf(out, LGM_WARC_MOMENT, "%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", d, d + 4, d + 6, d + 8,
                 d + 10, d + 12);
    else if (is_time(date))
        snprintf(out, LGM_WARC_MOMENT, "%.4s-%.2s-%.2s", d, d + 4, d + 6);
    else if (date.len < LGM_WARC_MOMENT && is_iso(date))
        snprintf(out, LGM_WARC_MOMENT, "%.*s", (int)date.len, d);
    else
        return false;
    return day_exists(out);
}
