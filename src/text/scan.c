/*
 * scan.c - one pass over the text: gaps, chunks, tokens; then code points, then quotation marks.
 */
#include <string.h>

#include "text/scan.h"
#include "text/text.h"

void lgm_text_emit(lgm_scan *c, uint32_t start, uint32_t end, unsigned more)
{
    const lgm_token t = {.start = start, .end = end, .flags = (uint8_t)(c->flags | more)};
    c->flags = 0;
    if (!lgm_vec_push(c->arena, &c->out, t)) c->full = true;
}

/* A paragraph in another language begins here. It is a gap, and what follows is a paragraph. */
static bool is_foreign(lgm_scan *c, uint32_t p)
{
    while (c->foreign < c->no_foreign && (c->foreign->quoted || c->foreign->text.start < p))
        c->foreign++;
    return c->foreign < c->no_foreign && c->foreign->text.start == p;
}

/* A variation selector with nothing before it to vary: of an invisible manifest. */
static bool is_selector(const uint8_t *s, uint32_t p, uint32_t end)
{
    size_t used = 1;
    const int32_t cp = lgm_utf8_next((const char *)s + p, end - p, &used);
    return (cp >= 0xFE00 && cp <= 0xFE0F) || (cp >= 0xE0100 && cp <= 0xE01EF);
}

/* Skips what stands between chunks and sets the flags of the token after it. */
static uint32_t skip_gap(lgm_scan *c, uint32_t p)
{
    unsigned lines = 0, flags = 0;
    while (p < c->len) {
        uint32_t n;
        if (is_foreign(c, p)) {
            p = c->foreign++->text.end;
            flags |= LGM_TOK_SPACE;
            lines = 2;
            continue;
        }
        lgm_kind k = lgm_text_kind(c->s, p, c->len, &n);
        if (k == LGM_KIND_MARK && is_selector(c->s, p, c->len)) k = LGM_KIND_HIDDEN;
        if (k > LGM_KIND_HIDDEN) break;
        if (k != LGM_KIND_HIDDEN) flags |= LGM_TOK_SPACE;
        if (k == LGM_KIND_NEWLINE) {
            const bool crlf = c->s[p] == '\r' && p + 1 < c->len && c->s[p + 1] == '\n';
            const bool paragraph = n == 3 && c->s[p + 2] == 0xA9; /* U+2029 */
            lines += crlf ? 0 : paragraph ? 2 : 1;
        }
        p += n;
    }
    if (lines >= 1) flags |= LGM_TOK_LINE;
    if (lines >= 2) flags |= LGM_TOK_PAR;
    c->flags |= (uint8_t)flags;
    return p;
}

static uint32_t chunk_end(const lgm_scan *c, uint32_t p)
{
    while (p < c->len) {
        uint32_t n;
        if (lgm_text_kind(c->s, p, c->len, &n) <= LGM_KIND_HIDDEN) break;
        p += n;
    }
    return p;
}

static void cut_chunk(lgm_scan *c, uint32_t p, uint32_t end)
{
    while (p < end && !c->full) {
        uint32_t stop = lgm_text_address(c, p, end);
        if (stop > p)
            lgm_text_emit(c, p, stop, 0);
        else if (lgm_text_word_at(c->s, p, end))
            stop = lgm_text_word(c, p, end);
        else
            stop = lgm_text_symbol(c, p, end);
        p = stop;
    }
}

/* All tokens of the text, into c->out. */
static lgm_status cut(lgm_scan *c, lgm_err *err)
{
    uint32_t p = skip_gap(c, 0);
    while (p < c->len && !c->full) {
        const uint32_t end = chunk_end(c, p);
        cut_chunk(c, p, end);
        p = skip_gap(c, end);
    }
    return c->full ? lgm_arena_fail(c->arena, err) : LGM_OK;
}

static lgm_status keep(lgm_doc *doc, const lgm_scan *c, lgm_err *err)
{
    const size_t n = c->out.n;
    lgm_token *const tokens = lgm_arena_alloc(doc->arena, n * sizeof *tokens);
    if (!tokens) return lgm_arena_fail(doc->arena, err);
    if (n) memcpy(tokens, c->out.at, n * sizeof *tokens);
    doc->tokens = n ? tokens : NULL;
    doc->n_tokens = (uint32_t)n;
    return lgm_doc_count_points(doc) ? LGM_OK : lgm_arena_fail(doc->arena, err);
}

lgm_status lgm_text_run(lgm_doc *doc, lgm_err *err)
{
    if (doc->text.len >= UINT32_MAX)
        return lgm_fail(err, LGM_E_BUDGET, "the text is over 4 GB; split it");
    lgm_arena *growing; /* the list of tokens as it grows takes twice what it ends as */
    lgm_status st = lgm_arena_new(&growing, 0, err);
    if (st != LGM_OK) return st;
    lgm_scan c = {.s = (const uint8_t *)doc->text.ptr,
                  .len = (uint32_t)doc->text.len,
                  .arena = growing,
                  .flags = LGM_TOK_SPACE | LGM_TOK_PAR | LGM_TOK_LINE};
    if (doc->foreign.n && !doc->any_language) {
        c.foreign = doc->foreign.at;
        c.no_foreign = doc->foreign.at + doc->foreign.n;
    }
    st = cut(&c, err);
    if (st == LGM_OK) st = keep(doc, &c, err);
    lgm_arena_free(growing);
    return st == LGM_OK ? lgm_text_quotes(doc, err) : st;
}
