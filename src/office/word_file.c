/* word_file.c - elements of the main part become blocks of text. */
#include "office/word_file.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "office/package.h"

enum { MAX_DEPTH = 512, GROWTH = 64 };

/* What an element does, whatever the prefix of its namespace: no two of them share a name that
 * matters here. */
typedef enum deed {
    NOTHING,
    PARAGRAPH, /* a block of its own */
    HEADING,   /* the same, with its level as an attribute */
    TEXT,      /* its characters count: in Word only those of <t> do */
    TAB,
    BREAK,
    BLANKS, /* <text:s c="3"/> */
    ITEM,
    ROW,
    CELL,
    STYLE, /* names the style of the paragraph */
    LEFT_OUT
} deed;

typedef struct element {
    const char *name;
    deed deed;
} element;

static const element word_elements[] = {
    {"p", PARAGRAPH},
    {"t", TEXT},
    {"tab", TAB},
    {"br", BREAK},
    {"cr", BREAK},
    {"numPr", ITEM},
    {"tr", ROW},
    {"tc", CELL},
    {"pStyle", STYLE},
    {"del", LEFT_OUT},
    {"moveFrom", LEFT_OUT},
    {"Fallback", LEFT_OUT},
    {"instrText", LEFT_OUT},
    {"tabs", LEFT_OUT},
};
static const element odf_elements[] = {
    {"p", PARAGRAPH},
    {"h", HEADING},
    {"tab", TAB},
    {"line-break", BREAK},
    {"s", BLANKS},
    {"list-item", ITEM},
    {"table-row", ROW},
    {"table-cell", CELL},
    {"tracked-changes", LEFT_OUT},
    {"note", LEFT_OUT},
    {"annotation", LEFT_OUT},
    {"forms", LEFT_OUT},
    {"sequence-decls", LEFT_OUT},
    {"ruby-text", LEFT_OUT},
};

typedef struct reader {
    lgm_arena *arena;
    lgm_office *out;
    lgm_buf text;
    XML_Parser xml;
    const element *elements;
    size_t n_elements, max_bytes;
    bool word;
    unsigned depth, left_out, in_text, in_row, in_item; /* left_out: the depth where it began */
    bool in_block;
    uint32_t start;
    lgm_office_kind kind;
    uint32_t level;
    lgm_status status;
    lgm_err err;
} reader;

static void stop(reader *r, lgm_status status)
{
    if (r->status == LGM_OK) r->status = status;
    XML_StopParser(r->xml, XML_FALSE);
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

/* "Heading2", "heading 2", "Title", "Quote", "IntenseQuote", "Caption", "ListBullet". */
static void take_style(reader *r, const char *style)
{
    if (!r->in_block || r->in_row) return;
    const size_t len = strlen(style);
    if (strncasecmp(style, "heading", 7) == 0) {
        r->kind = LGM_OFFICE_WORD_FILE_HEADING;
        r->level = len && style[len - 1] >= '1' && style[len - 1] <= '6'
                       ? (uint32_t)(style[len - 1] - '0')
                       : 1;
    } else if (strcasecmp(style, "title") == 0) {
        r->kind = LGM_OFFICE_WORD_FILE_HEADING;
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

static const char *local(const char *name)
{
    const char *const mark = strrchr(name, '|');
    return mark ? mark + 1 : name;
}

static const char *attribute(const char **attributes, const char *name)
{
    for (; *attributes; attributes += 2)
        if (strcmp(local(attributes[0]), name) == 0) return attributes[1];
    return "";
}

static deed deed_of(const reader *r, const char *name)
{
    for (size_t i = 0; i < r->n_elements; i++)
        if (strcmp(r->elements[i].name, local(name)) == 0) return r->elements[i].deed;
    return NOTHING;
}

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
    switch (deed_of(r, name)) {
    case PARAGRAPH: begin_paragraph(r, LGM_OFFICE_PARAGRAPH, 0); break;
    case HEADING: {
        const int level = atoi(attribute(attributes, "outline-level"));
        begin_paragraph(r, LGM_OFFICE_WORD_FILE_HEADING,
                        level > 0 && level < 7 ? (uint32_t)level : 1);
        break;
    }
    case STYLE: take_style(r, attribute(attributes, "val")); break;
    case TEXT: r->in_text++; break;
    case TAB: lgm_buf_putc(&r->text, r->in_row ? ' ' : '\t'); break;
    case BREAK: lgm_buf_putc(&r->text, r->in_row ? ' ' : '\n'); break;
    case BLANKS: put_blanks(r, attribute(attributes, "c")); break;
    case ITEM: /* Word says it of the paragraph, OpenDocument around it */
        if (!r->word)
            r->in_item++;
        else if (r->in_block && r->kind == LGM_OFFICE_PARAGRAPH)
            r->kind = LGM_OFFICE_LIST_ITEM;
        break;
    case ROW:
        if (!r->in_row++) begin_block(r, LGM_OFFICE_TABLE_ROW, 0);
        break;
    case CELL:
        if (r->in_row && r->text.len > r->start) lgm_buf_putc(&r->text, '\t');
        break;
    case LEFT_OUT: r->left_out = r->depth; break;
    case NOTHING: break;
    }
}

static void XMLCALL on_end(void *ctx, const char *name)
{
    reader *const r = ctx;
    const bool was_left_out = r->left_out != 0;
    if (r->left_out == r->depth) r->left_out = 0;
    r->depth--;
    if (was_left_out) return;
    switch (deed_of(r, name)) {
    case PARAGRAPH:
    case HEADING:
        if (!r->in_row) end_block(r);
        break;
    case TEXT: r->in_text -= r->in_text > 0; break;
    case ITEM: r->in_item -= !r->word && r->in_item > 0; break;
    case ROW:
        if (r->in_row && --r->in_row == 0) end_block(r);
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
    if (r->text.len > r->max_bytes) stop(r, LGM_E_BUDGET);
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
    reader r = {.arena = a,
                .out = out,
                .max_bytes = max_bytes,
                .word = true,
                .elements = word_elements,
                .n_elements = LGM_COUNT(word_elements)};
    lgm_status st = read_part(&r, package, "word/document.xml", err);
    if (st == LGM_E_NOTFOUND) {
        r.word = false;
        r.elements = odf_elements;
        r.n_elements = LGM_COUNT(odf_elements);
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
