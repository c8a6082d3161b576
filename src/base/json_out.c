/* json_out.c - separators and line breaks follow from what has been written in the open bracket. */
#include "base/json_out.h"

#include <assert.h>
#include <string.h>

static void new_line(lgm_json *w)
{
    lgm_buf_putc(w->out, '\n');
    lgm_buf_fill(w->out, ' ', (size_t)w->depth * 2);
}

/* What stands between the last item and the next. */
static void separate(lgm_json *w)
{
    if (w->after_key) {
        w->after_key = false;
        return;
    }
    if (w->depth == 0) return;
    const bool any = w->any[w->depth - 1];
    w->any[w->depth - 1] = true;
    if (any) lgm_buf_putc(w->out, ',');
    if (w->pretty && w->rows == 0)
        new_line(w);
    else if (w->pretty && any)
        lgm_buf_putc(w->out, ' ');
}

static void open(lgm_json *w, char bracket, bool row)
{
    assert(w->depth < LGM_JSON_DEPTH);
    separate(w);
    lgm_buf_putc(w->out, bracket);
    w->any[w->depth] = false;
    w->bracket[w->depth] = bracket;
    w->depth++;
    if (row || w->rows) w->rows++;
}

void lgm_json_open(lgm_json *w, char bracket)
{
    open(w, bracket, false);
}

void lgm_json_row(lgm_json *w, char bracket)
{
    open(w, bracket, true);
}

void lgm_json_close(lgm_json *w)
{
    assert(w->depth > 0);
    w->depth--;
    if (w->rows)
        w->rows--;
    else if (w->pretty && w->any[w->depth])
        new_line(w);
    lgm_buf_putc(w->out, w->bracket[w->depth] == '{' ? '}' : ']');
}

void lgm_json_key(lgm_json *w, const char *key)
{
    separate(w);
    lgm_buf_putc(w->out, '"');
    lgm_buf_puts(w->out, key);
    lgm_buf_puts(w->out, w->pretty ? "\": " : "\":");
    w->after_key = true;
}

void lgm_json_null(lgm_json *w)
{
    separate(w);
    lgm_buf_puts(w->out, "null");
}

void lgm_json_uint(lgm_json *w, uint64_t value)
{
    separate(w);
    lgm_buf_uint(w->out, value);
}

static void escape(lgm_buf *b, unsigned code)
{
    static const char hex[] = "0123456789abcdef";
    switch (code) {
    case '"': lgm_buf_puts(b, "\\\""); break;
    case '\\': lgm_buf_puts(b, "\\\\"); break;
    case '\n': lgm_buf_puts(b, "\\n"); break;
    case '\r': lgm_buf_puts(b, "\\r"); break;
    case '\t': lgm_buf_puts(b, "\\t"); break;
    default:
        lgm_buf_puts(b, "\\u00");
        lgm_buf_putc(b, hex[code >> 4]);
        lgm_buf_putc(b, hex[code & 15]);
    }
}

void lgm_json_str(lgm_json *w, lgm_slice s)
{
    if (!s.ptr) {
        lgm_json_null(w);
        return;
    }
    separate(w);
    lgm_buf_putc(w->out, '"');
    size_t done = 0;
    for (size_t i = 0; i < s.len; i++) {
        const unsigned char c = (unsigned char)s.ptr[i];
        /* U+0080..U+009F steer some terminals as the others do: C2 80 to C2 9F. */
        const bool c1 = c == 0xc2 && i + 1 < s.len && (unsigned char)s.ptr[i + 1] < 0xa0;
        if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f && !c1) continue;
        lgm_buf_put(w->out, s.ptr + done, i - done);
        escape(w->out, c1 ? (unsigned char)s.ptr[++i] : c);
        done = i + 1;
    }
    lgm_buf_put(w->out, s.ptr + done, s.len - done);
    lgm_buf_putc(w->out, '"');
}

void lgm_json_text(lgm_json *w, const char *s)
{
    lgm_json_str(w, (lgm_slice){s, s ? strlen(s) : 0});
}

void lgm_json_int(lgm_json *w, int64_t value)
{
    separate(w);
    if (value < 0) lgm_buf_putc(w->out, '-');
    lgm_buf_uint(w->out, value < 0 ? 0u - (uint64_t)value : (uint64_t)value);
}

void lgm_json_bool(lgm_json *w, bool value)
{
    separate(w);
    lgm_buf_puts(w->out, value ? "true" : "false");
}

uint32_t lgm_json_hundredths(float value)
{
    /* Times 2^24 is exact for a float in 0..1; the rest is integers. Not-a-number gives 0. */
    const float inside = value > 0 ? (value < 1 ? value : 1) : 0;
    return (uint32_t)(((uint64_t)(inside * 16777216.0f) * 100 + 8388608) >> 24);
}

void lgm_json_share(lgm_json *w, float value)
{
    const uint32_t hundredths = lgm_json_hundredths(value);
    separate(w);
    lgm_buf_uint(w->out, hundredths / 100);
    lgm_buf_putc(w->out, '.');
    lgm_buf_uint(w->out, hundredths % 100 / 10);
    if (hundredths % 10) lgm_buf_uint(w->out, hundredths % 10);
}

void lgm_json_degrees(lgm_json *w, double value)
{
    const double size = value < 0 ? -value : value;
    uint32_t rest = size < 1000 ? (uint32_t)(size * 1e5 + 0.5) : 0, unit = 10000;
    separate(w);
    if (value < 0 && rest > 0) lgm_buf_putc(w->out, '-');
    lgm_buf_uint(w->out, rest / 100000);
    rest %= 100000;
    lgm_buf_putc(w->out, '.');
    do {
        lgm_buf_putc(w->out, (char)('0' + rest / unit % 10));
        rest %= unit;
        unit /= 10;
    } while (rest > 0);
}

void lgm_json_number(lgm_json *w, double value)
{
    const double least = value > 0 ? value : 0, size = least < 1e15 ? least : 1e15 - 1;
    uint64_t whole = (uint64_t)size;
    uint32_t rest = (uint32_t)((size - (double)whole) * 1000 + 0.5);
    separate(w);
    lgm_buf_uint(w->out, whole + rest / 1000);
    rest %= 1000;
    if (rest > 0) lgm_buf_putc(w->out, '.');
    for (uint32_t unit = 100; rest > 0; unit /= 10) {
        lgm_buf_putc(w->out, (char)('0' + rest / unit));
        rest %= unit;
    }
}
