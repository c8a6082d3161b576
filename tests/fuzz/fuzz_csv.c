/*
 * fuzz_csv.c - any bytes as a record: its table, read back by the reader of RFC 4180 below, has a
 * row a claim and as many cells a row, none of them a formula, and the words of each claim; the
 * same record gives the same table.
 */
#include <ctype.h>

#include "csv.h"
#include "fuzz_maker.h"

enum { CELLS = 19, SOURCE = 6, CUE = 7, CONTENT = 8, CELL_ROOM = 1 << 16 };

/* The next cell; returns what ends it: ',' or '\n'. */
static char next_cell(const char **at, const char *end, char *cell, size_t *len)
{
    const char *s = *at;
    *len = 0;
    if (s < end && *s == '"') {
        for (s++;; s++) {
            CHECK(s < end && *len < CELL_ROOM);
            if (*s == '"' && (s + 1 == end || s[1] != '"')) break;
            if (*s == '"') s++;
            cell[(*len)++] = *s;
        }
        s++;
    } else {
        for (; s < end && *s != ',' && *s != '\r'; s++) {
            CHECK(*s != '"' && *len < CELL_ROOM);
            cell[(*len)++] = *s;
        }
    }
    CHECK(s < end && (*s == ',' || (*s == '\r' && s + 1 < end && s[1] == '\n')));
    const char ends = *s == ',' ? ',' : '\n';
    *at = s + (ends == ',' ? 1 : 2);
    return ends;
}

static void check_cell(const char *cell, size_t len)
{
    CHECK(lgm_utf8_valid(cell, len) == len);
    for (size_t i = 0; i < len; i++) CHECK((unsigned char)cell[i] >= 0x20 && cell[i] != 0x7f);
    CHECK(len == 0 || !memchr("=+-@", cell[0], 4));
}

/* The letters of a cell are those of the words, in order. */
static void check_words(const lgm_record *r, lgm_spans parts, const char *cell, size_t len)
{
    size_t k = 0;
    for (size_t i = 0; i < parts.n; i++) {
        const lgm_str s = lgm_record_quote(r, parts.at[i]);
        for (size_t j = 0; j < s.len; j++) {
            if ((unsigned char)s.ptr[j] >= 0x80 || !isalnum((unsigned char)s.ptr[j])) continue;
            while (k < len && ((unsigned char)cell[k] >= 0x80 || !isalnum((unsigned char)cell[k])))
                k++;
            CHECK(k < len && cell[k] == s.ptr[j]);
            k++;
        }
    }
    for (; k < len; k++) CHECK((unsigned char)cell[k] >= 0x80 || !isalnum((unsigned char)cell[k]));
}

static void check_table(const strbuf *b, const lgm_record *r)
{
    static char cell[CELL_ROOM];
    const char *at = b->at, *const end = b->at + b->len;
    size_t len;
    for (size_t row = 0; row <= r->claims.n; row++)
        for (unsigned i = 0; i < CELLS; i++) {
            const char ends = next_cell(&at, end, cell, &len);
            CHECK(ends == (i + 1 < CELLS ? ',' : '\n'));
            check_cell(cell, len);
            if (row == 0) continue;
            const lgm_claim *const c = &r->claims.at[row - 1];
            if (i == SOURCE) check_words(r, c->source, cell, len);
            if (i == CUE) check_words(r, c->cue, cell, len);
            if (i == CONTENT) check_words(r, c->content, cell, len);
        }
    CHECK(at == end);
}

static strbuf table_of(const lgm_record *r)
{
    strbuf b = {0};
    csv_header(&b, PART_ALL);
    csv_report(&b, r, PART_ALL);
    CHECK(!b.failed);
    return b;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    lgm_record *const r = maker_record((fuzz_bytes){data, data + size});
    strbuf once = table_of(r), again = table_of(r);
    CHECK(once.len == again.len && memcmp(once.at, again.at, once.len) == 0);
    check_table(&once, r);
    strbuf_done(&once);
    strbuf_done(&again);
    lgm_record_free(r);
    return 0;
}
