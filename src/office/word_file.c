/* word_file.c - elements of the main part become blocks of text. */
#include "office/word_file.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "office/element.h"
#include "office/package.h"

enum { MAX_DEPTH = 512, GROWTH = 64 };

typedef struct reader {
    lgm_arena *arena;
    lgm_office *out;
    lgm_buf text;
    XML_Parser xml;
    size_t max_bytes;
    bool word;
    unsigned depth, left_out, in_text, in_row, in_item; /* left_out: the depth where it began */
    unsigned in_paragraph; /* more than one: a box of text stands in a paragraph */
    bool in_block;
    uint32_t start;
    lgm_office_kind kind;
    uint32_t level;
    lgm_status status;
} reader;

static void stop(reader *r, lgm_status status)
{
    if (r->status == LGM_OK) r->status = status;
    XML_StopParser(r->xml, XML_FALSE);
}

static void keep_to_limit(reader *r)
{
    if (r->text.len > r->max_bytes) stop(r, LGM_E_BUDGET);
}

/* ---- blocks ---------------------------------------------------------------------------------- */

static void trim(reader *r)
{
    while (r->text.len > r->start && strchr(" \n\t", r->text.at[r->text.len - 1])) r->text.len--;
}

static void end_block(reader *r)
{
    if (!r->in_block) return;
    r->in_block = false;
    trim(r);
    const lgm_office_part part = {r->start, (uint32_t)r->text.len, r->kind, r->level};
    if (part.start == part.end) {
        r->text.len = r->start >= 2 ? r->start - 2 : 0;
        return;
    }
    if (part.kind != LGM_OFFICE_PARAGRAPH && !lgm_vec_push(r->arena, &r->out->parts, part))
        stop(r, lgm_arena_status(r->arena));
}

static void begin_block(reader *r, lgm_office_kind kind, uint32_t level)
{
    end_block(r);
    if (r->text.len) lgm_buf_puts(&r->text, "\n\n");
    r->in_block = true;
    r->start = (uint32_t)r->text.len;
    r->kind = kind;
    r->level = level;
}

/* A row is one block, its cells parted by tabs; the paragraphs of a cell by blanks. */
static void begin_paragraph(reader *r, lgm_office_kind kind, uint32_t level)
{
    if (!r->in_row)
        begin_block(r, r->in_item && kind == LGM_OFFICE_PARAGRAPH ? LGM_OFFICE_LIST_ITEM : kind,
                    level);
    else if (r->text.len > r->start && !strchr(" \t", r->text.at[r->text.len - 1]))
        lgm_buf_putc(&r->text, ' ');
}

/* What follows a box of text or a table within a paragraph is a block of its own. */
static void end_within_paragraph(reader *r)
{
    if (r->in_row) return;
    end_block(r);
    if (r->in_paragraph) begin_paragraph(r, LGM_OFFICE_PARAGRAPH, 0);
}

/* "Heading2", "heading 2", "Title", "Quote", "IntenseQuote", "Caption", "ListBullet". */
static void take_style(reader *r, const char *style)
{
    if (!r->in_block || r->in_row) return;
    const size_t len = strlen(style);
    if (strncasecmp(style, "heading", 7) == 0) {
        r->kind = LGM_OFFICE_HEADING;
        r->level = len && style[len - 1] >= '1' && style[len - 1] <= '6'
                       ? (uint32_t)(style[len - 1] - '0')
                       : 1;
    } else if (strcasecmp(style, "title") == 0) {
        r->kind = LGM_OFFICE_HEADING;
        r->level = 1;
    } else if (strncasecmp(style, "list", 4) == 0) {
        r->kind = LGM_OFFICE_LIST_ITEM;
    } else if (strcasestr(style, "quot")) {
        r->kind = LGM_OFFICE_QUOTATION;
    } else if (strcasecmp(style, "caption") == 0) {
        r->kind = LGM_OFFICE_CAPTION;
    }
}

/* ---- elements -------------------------------------------------------------------------------- */

static void put_blanks(reader *r, const char *count)
{
    const unsigned long n = strtoul(count, NULL, 10);
    lgm_buf_fill(&r->text, ' ', n > 0 && n < 100 ? n : 1);
}

static void XMLCALL on_start(void *ctx, const char *name, const char **attributes)
{
    reader *const r = ctx;
    if (++r->depth > MAX_DEPTH) stop(r, LGM_E_BUDGET);
    if (r->left_out) return;
    switch (lgm_office_element_of(r->word, name)) {
    case LGM_OFFICE_EL_PARAGRAPH:
        r->in_paragraph++;
        begin_paragraph(r, LGM_OFFICE_PARAGRAPH, 0);
        break;
    case LGM_OFFICE_EL_HEADING: {
        const int level = atoi(lgm_office_attribute(attributes, "outline-level"));
        r->in_paragraph++;
        begin_paragraph(r, LGM_OFFICE_HEADING, level > 0 && level < 7 ? (uint32_t)level : 1);
        break;
    }
    case LGM_OFFICE_EL_STYLE: take_style(r, lgm_office_attribute(attributes, "val")); break;
    case LGM_OFFICE_EL_TEXT: r->in_text++; break;
    case LGM_OFFICE_EL_TAB: lgm_buf_putc(&r->text, r->in_row ? ' ' : '\t'); break;
    case LGM_OFFICE_EL_BREAK: lgm_buf_putc(&r->text, r->in_row ? ' ' : '\n'); break;
    case LGM_OFFICE_EL_BLANKS: put_blanks(r, lgm_office_attribute(attributes, "c")); break;
    case LGM_OFFICE_EL_ITEM: /* Word says it of the paragraph, OpenDocument around it */
        if (!r->word)
            r->in_item++;
        else if (r->in_block && r->kind == LGM_OFFICE_PARAGRAPH)
            r->kind = LGM_OFFICE_LIST_ITEM;
        break;
    case LGM_OFFICE_EL_ROW:
        if (!r->in_row++) begin_block(r, LGM_OFFICE_TABLE_ROW, 0);
        break;
    case LGM_OFFICE_EL_CELL:
        if (r->in_row && r->text.len > r->start) lgm_buf_putc(&r->text, '\t');
        break;
    case LGM_OFFICE_EL_LEFT_OUT: r->left_out = r->depth; break;
    case LGM_OFFICE_EL_NOTHING: break;
    }
    keep_to_limit(r);
}

static void XMLCALL on_end(void *ctx, const char *name)
{
    reader *const r = ctx;
    const bool was_left_out = r->left_out != 0;
    if (r->left_out == r->depth) r->left_out = 0;
    r->depth--;
    if (was_left_out) return;
    switch (lgm_office_element_of(r->word, name)) {
    case LGM_OFFICE_EL_PARAGRAPH:
    case LGM_OFFICE_EL_HEADING:
        r->in_paragraph--;
        end_within_paragraph(r);
        break;
    case LGM_OFFICE_EL_TEXT: r->in_text -= r->in_text > 0; break;
    case LGM_OFFICE_EL_ITEM: r->in_item -= !r->word && r->in_item > 0; break;
    case LGM_OFFICE_EL_ROW:
        r->in_row--;
        end_within_paragraph(r);
        break;
    default: break;
    }
}

static void XMLCALL on_text(void *ctx, const char *s, int len)
{
    reader *const r = ctx;
    if (r->left_out || !r->in_block || (r->word && !r->in_text)) return;
    for (int i = 0; i < len; i++) { /* white space of OpenDocument is one blank */
        const bool blank = strchr(" \t\r\n", s[i]) != NULL;
        if (blank && !r->word && r->text.len > r->start &&
            strchr(" \n\t", r->text.at[r->text.len - 1]))
            continue;
        if (blank && !r->word && r->text.len == r->start) continue;
        lgm_buf_putc(&r->text, blank ? ' ' : s[i]);
    }
    keep_to_limit(r);
}

/* ---- the package ----------------------------------------------------------------------------- */

static lgm_status take_piece(void *ctx, lgm_slice piece, bool last, lgm_err *err)
{
    reader *const r = ctx;
    const enum XML_Status parsed = XML_Parse(r->xml, piece.ptr, (int)piece.len, last);
    if (r->text.failed) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    if (parsed == XML_STATUS_OK) return LGM_OK;
    if (r->status == LGM_E_BUDGET)
        return lgm_fail(err, LGM_E_BUDGET,
                        "larger than the limit of %zu bytes of text, or nested "
                        "too deeply",
                        r->max_bytes);
    if (r->status != LGM_OK) return lgm_arena_fail(r->arena, err);
    const enum XML_Error code = XML_GetErrorCode(r->xml);
    if (code == XML_ERROR_NO_MEMORY) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    return lgm_fail(err, LGM_E_FORMAT, "this file is damaged (%s, in line %lu of its text)",
                    XML_ErrorString(code), (unsigned long)XML_GetCurrentLineNumber(r->xml));
}

static const XML_Memory_Handling_Suite memory = {lgm_malloc, lgm_realloc, lgm_free};

static lgm_status read_part(reader *r, lgm_slice package, const char *name, lgm_err *err)
{
    r->xml = XML_ParserCreate_MM(NULL, &memory, "|");
    if (!r->xml) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    XML_SetUserData(r->xml, r);
    XML_SetElementHandler(r->xml, on_start, on_end);
    XML_SetCharacterDataHandler(r->xml, on_text);
    const uint64_t most = (uint64_t)r->max_bytes * GROWTH;
    const lgm_status st = lgm_office_unpack(package, name, most, take_piece, r, err);
    XML_ParserFree(r->xml);
    return st;
}

lgm_status lgm_office_read(lgm_arena *a, lgm_slice package, size_t max_bytes, lgm_office *out,
                           lgm_err *err)
{
    *out = (lgm_office){0};
    reader r = {.arena = a, .out = out, .max_bytes = max_bytes, .word = true};
    lgm_status st = read_part(&r, package, "word/document.xml", err);
    if (st == LGM_E_NOTFOUND) {
        r.word = false;
        st = read_part(&r, package, "content.xml", err);
    }
    if (st == LGM_OK) {
        trim(&r);
        char *const copy = lgm_arena_strndup(a, r.text.len ? r.text.at : "", r.text.len);
        out->text = (lgm_slice){copy, r.text.len};
        if (!copy) st = lgm_arena_fail(a, err);
    } else if (st == LGM_E_NOTFOUND) {
        st = lgm_fail(err, LGM_E_FORMAT, "this is no file of Word or OpenDocument");
    }
    lgm_buf_done(&r.text);
    return st;
}
