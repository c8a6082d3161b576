/* shown_content.c - a claim's words, piece by piece. */
#include <string.h>

#include "shown.h"

typedef struct sink { /* where the pieces go */
    const lgm_record *r;
    void (*put)(void *ctx, shown_kind kind, lgm_str s);
    void *ctx;
} sink;

static void put(const sink *to, shown_kind kind, lgm_str s)
{
    if (s.ptr && s.len) to->put(to->ctx, kind, s);
}

static lgm_str words(const char *s)
{
    return (lgm_str){s, strlen(s)};
}

static bool is_mark(lgm_str s)
{
    static const char *const marks[] = {"\"",     "'",      "`",      "\u201c", "\u201d",
                                        "\u201e", "\u201f", "\u2018", "\u2019", "\u201a",
                                        "\u00ab", "\u00bb", "\u2039", "\u203a"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (s.len == strlen(marks[i]) && memcmp(s.ptr, marks[i], s.len) == 0) return true;
    return false;
}

/* The mark at this code point of the text, where one stands there. */
static void put_mark(const sink *to, uint32_t at)
{
    const lgm_str there = lgm_record_quote(to->r, (lgm_cpspan){at, at + 1});
    if (is_mark(there)) put(to, SHOWN_QUOTED, there);
}

/* One quoted run of a part, with the marks that the text has right before and behind it, also where
 * they are not in the part: without them a reader would take the words for paraphrase. Returns
 * where the part goes on. */
static uint32_t put_quoted(const sink *to, lgm_cpspan part, lgm_cpspan run)
{
    if (run.start == part.start) put_mark(to, run.start ? run.start - 1 : UINT32_MAX - 1);
    put(to, SHOWN_QUOTED, lgm_record_quote(to->r, run));
    if (run.end == part.end) {
        put_mark(to, run.end);
        return run.end;
    }
    const lgm_cpspan after = {run.end, run.end + 1};
    if (!is_mark(lgm_record_quote(to->r, after))) return run.end;
    put(to, SHOWN_QUOTED, lgm_record_quote(to->r, after));
    return run.end + 1;
}

/* Paraphrase up to `end`; a mark at its end opens the quoted run behind it, and looks like it. */
static void put_paraphrase(const sink *to, uint32_t start, uint32_t end)
{
    const lgm_cpspan last = {end - 1, end};
    const bool mark = end > start && is_mark(lgm_record_quote(to->r, last));
    if (end > start)
        put(to, SHOWN_PLAIN, lgm_record_quote(to->r, (lgm_cpspan){start, mark ? end - 1 : end}));
    if (mark) put(to, SHOWN_QUOTED, lgm_record_quote(to->r, last));
}

/* Where the words of a claim begin: behind a comma of the sentence that they come from. */
static uint32_t past_commas(const lgm_record *r, const lgm_claim *c)
{
    const lgm_cpspan part = c->content.at[0];
    uint32_t at = part.start;
    for (; at + 1 < part.end && !(c->quoted.n && c->quoted.at[0].start <= at); at++) {
        const lgm_str s = lgm_record_quote(r, (lgm_cpspan){at, at + 1});
        if (s.len != 1 || !strchr(",;: \n", *s.ptr)) break;
    }
    return at;
}

void shown_content(const lgm_record *r, const lgm_claim *c,
                   void (*put_piece)(void *ctx, shown_kind kind, lgm_str s), void *ctx)
{
    const sink to = {r, put_piece, ctx};
    for (size_t i = 0, q = 0; i < c->content.n; i++) {
        const lgm_cpspan part = c->content.at[i];
        uint32_t at = i ? part.start : past_commas(r, c);
        if (i) put(&to, SHOWN_BETWEEN, words(SHOWN_GAP));
        for (; q < c->quoted.n && c->quoted.at[q].start < part.end; q++) {
            const lgm_cpspan run = c->quoted.at[q];
            if (run.start < at) continue;
            put_paraphrase(&to, at, run.start);
            at = put_quoted(&to, part, run);
        }
        if (at < part.end) put(&to, SHOWN_PLAIN, lgm_record_quote(r, (lgm_cpspan){at, part.end}));
    }
}
