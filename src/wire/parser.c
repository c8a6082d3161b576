/* parser.c - bytes into libexpat, and its places back into those of the file. */
#include "wire/parser.h"

#include <stdio.h>
#include <string.h>

/* From byte `given` of what the parser has on, the file is `shift` bytes shorter. */
struct lgm_wire_mend {
    uint64_t given;
    int64_t shift;
};

/* ---- setting up ------------------------------------------------------------------------------ */

static const XML_Memory_Handling_Suite memory = {lgm_malloc, lgm_realloc, lgm_free};

/* What a declaration points to is never read: only that it was "read" makes the parser go on where
 * a name is not declared. */
static int read_nothing(XML_Parser p, const XML_Char *context, const XML_Char *base,
                        const XML_Char *system, const XML_Char *public)
{
    (void)base, (void)system, (void)public;
    if (context) return XML_STATUS_OK;
    const XML_Parser sub = XML_ExternalEntityParserCreate(p, NULL, NULL);
    const enum XML_Status st = sub ? XML_Parse(sub, " ", 1, 1) : XML_STATUS_ERROR;
    if (sub) XML_ParserFree(sub);
    return st == XML_STATUS_OK;
}

static void set_up_expat(XML_Parser p)
{
    XML_UseForeignDTD(p, XML_TRUE);
    XML_SetParamEntityParsing(p, XML_PARAM_ENTITY_PARSING_ALWAYS);
    XML_SetExternalEntityRefHandler(p, read_nothing);
    XML_SetUnknownEncodingHandler(p, lgm_wire_charset_map, NULL);
}

static void forget_all(lgm_wire_parser *p)
{
    p->mends.n = 0;
    p->suspended = p->last = p->keeps = false;
    p->why = (lgm_err){0};
}

lgm_status lgm_wire_parser_begin(lgm_wire_parser *p, uint64_t at, lgm_slice context,
                                 lgm_wire_set_up *set_up, void *ctx, lgm_err *err)
{
    static const XML_Char ns_end[] = "\n";
    if (p->expat) XML_ParserFree(p->expat);
    p->expat = XML_ParserCreate_MM(p->charset.name, &memory, ns_end);
    if (!p->expat) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    set_up_expat(p->expat);
    set_up(p->expat, ctx);
    forget_all(p);
    p->origin = p->fed = at;
    p->context = context;
    p->given = context.len;
    if (context.len && XML_Parse(p->expat, context.ptr, (int)context.len, 0) != XML_STATUS_OK)
        return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    return LGM_OK;
}

void lgm_wire_parser_done(lgm_wire_parser *p)
{
    if (p->expat) XML_ParserFree(p->expat);
    lgm_free(p->mends.at);
}

/* ---- places ---------------------------------------------------------------------------------- */

static uint64_t in_file(const lgm_wire_parser *p, uint64_t given)
{
    size_t i = p->mends.n;
    while (i && p->mends.at[i - 1].given > given) i--;
    const int64_t shift = i ? p->mends.at[i - 1].shift : 0;
    return given <= p->context.len ? p->origin
                                   : p->origin + (given - p->context.len) - (uint64_t)shift;
}

uint64_t lgm_wire_parser_at(const lgm_wire_parser *p)
{
    const XML_Index i = XML_GetCurrentByteIndex(p->expat);
    return i < 0 ? p->fed : in_file(p, (uint64_t)i);
}

uint64_t lgm_wire_parser_behind(const lgm_wire_parser *p)
{
    const XML_Index i = XML_GetCurrentByteIndex(p->expat);
    const int n = XML_GetCurrentByteCount(p->expat);
    return i < 0 ? p->fed : in_file(p, (uint64_t)i + (uint64_t)n);
}

lgm_slice lgm_wire_parser_markup(const lgm_wire_parser *p)
{
    const XML_Index i = XML_GetCurrentByteIndex(p->expat);
    const size_t n = (size_t)XML_GetCurrentByteCount(p->expat);
    if (i < 0) return LGM_SLICE("");
    if ((size_t)i + n <= p->context.len) return (lgm_slice){p->context.ptr + i, n};
    return lgm_wire_window_part(p->window, lgm_wire_parser_at(p), lgm_wire_parser_behind(p));
}

static void let_go(lgm_wire_parser *p)
{
    const uint64_t at = p->keeps ? p->keep : lgm_wire_parser_at(p);
    lgm_wire_window_drop(p->window, at);
    size_t n = 0; /* the last one before `at` still says the shift */
    while (n + 1 < p->mends.n && in_file(p, p->mends.at[n + 1].given) <= at) n++;
    if (!n) return;
    memmove(p->mends.at, p->mends.at + n, (p->mends.n - n) * sizeof *p->mends.at);
    p->mends.n -= n;
}

static bool note_mend(lgm_wire_parser *p, int64_t longer)
{
    if (p->mends.n == p->mends.room) {
        const size_t room = p->mends.room ? p->mends.room * 2 : 64;
        struct lgm_wire_mend *const at = lgm_realloc(p->mends.at, room * sizeof *at);
        if (!at) return false;
        p->mends.at = at;
        p->mends.room = room;
    }
    const int64_t before = p->mends.n ? p->mends.at[p->mends.n - 1].shift : 0;
    p->mends.at[p->mends.n++] = (struct lgm_wire_mend){p->given, before + longer};
    p->n_mended++;
    return true;
}

/* ---- bytes ----------------------------------------------------------------------------------- */

static bool is_forbidden(unsigned char c)
{
    return c < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

/* How many bytes from the first on are UTF-8 that XML may have. */
static size_t sound(lgm_slice s)
{
    const size_t n = lgm_utf8_valid(s.ptr, s.len);
    size_t i = 0;
    for (; i + 32 <= n; i += 32) { /* by blocks, without a branch a byte */
        unsigned bad = 0;
        for (size_t k = 0; k < 32; k++) {
            const unsigned char c = (unsigned char)s.ptr[i + k];
            bad |= (unsigned)(c < 0x20) & (unsigned)(c != '\t') & (unsigned)(c != '\n') &
                   (unsigned)(c != '\r');
        }
        if (bad) break;
    }
    while (i < n && !is_forbidden((unsigned char)s.ptr[i])) i++;
    return i;
}

/* Do these bytes, malformed as they are, begin a character whose rest may be to come? */
static bool is_cut(lgm_slice s)
{
    const unsigned char c = (unsigned char)s.ptr[0];
    const size_t length = c >= 0xf0 && c < 0xf5 ? 4 : c >= 0xe0 ? 3 : c >= 0xc2 ? 2 : 1;
    if (s.len >= length || c >= 0xf5) return false;
    for (size_t i = 1; i < s.len; i++)
        if (((unsigned char)s.ptr[i] & 0xc0) != 0x80) return false;
    return true;
}

static enum XML_Status give(lgm_wire_parser *p, const char *s, size_t n, size_t of_file)
{
    p->given += n;
    p->fed += of_file;
    return XML_Parse(p->expat, s, (int)n, 0);
}

static enum XML_Status mend(lgm_wire_parser *p, unsigned char byte)
{
    char out[4];
    const size_t n = is_forbidden(byte) ? 0 : lgm_utf8_put(out, lgm_cp1252(byte));
    const enum XML_Status st = give(p, out, n, 1);
    if (note_mend(p, (int64_t)n - 1)) return st;
    lgm_wire_parser_fail(p, LGM_E_NOMEM, "out of memory");
    return XML_STATUS_ERROR;
}

static enum XML_Status give_last(lgm_wire_parser *p)
{
    p->last = true;
    return XML_Parse(p->expat, "", 0, 1);
}

static enum XML_Status give_next(lgm_wire_parser *p)
{
    enum { MOST = 64 << 10 };
    for (;;) {
        const uint64_t end = lgm_wire_window_end(p->window);
        lgm_slice s = lgm_wire_window_part(p->window, p->fed, end);
        if (s.len > MOST) s.len = MOST;
        const size_t n = p->charset.utf8 && s.len ? sound(s) : s.len;
        if (n) return give(p, s.ptr, n, n);
        if (s.len && (p->window->ended || !is_cut(s))) return mend(p, (unsigned char)s.ptr[0]);
        let_go(p);
        if (!lgm_wire_window_more(p->window) && !s.len) return give_last(p);
    }
}

/* ---- running --------------------------------------------------------------------------------- */

void lgm_wire_parser_stop(lgm_wire_parser *p)
{
    XML_StopParser(p->expat, XML_TRUE);
}

void lgm_wire_parser_fail(lgm_wire_parser *p, lgm_status status, const char *why)
{
    if (p->why.code == LGM_OK) (void)lgm_fail(&p->why, status, "%s", why);
    XML_StopParser(p->expat, XML_FALSE);
}

void lgm_wire_parser_fail_long(lgm_wire_parser *p)
{
    char why[80];
    snprintf(why, sizeof why, "longer than the limit of %llu bytes",
             (unsigned long long)p->max_kept);
    lgm_wire_parser_fail(p, LGM_E_BUDGET, why);
}

static void explain(lgm_wire_parser *p)
{
    const enum XML_Error e = XML_GetErrorCode(p->expat);
    if (p->why.code != LGM_OK) return;
    if (e == XML_ERROR_NO_MEMORY || e == XML_ERROR_EXTERNAL_ENTITY_HANDLING) /* read_nothing */
        (void)lgm_fail(&p->why, LGM_E_NOMEM, "out of memory");
    else if (e == XML_ERROR_AMPLIFICATION_LIMIT_BREACH)
        (void)lgm_fail(&p->why, LGM_E_BUDGET, "its entities grow without measure");
    else if (e == XML_ERROR_UNKNOWN_ENCODING)
        (void)lgm_fail(&p->why, LGM_E_UNSUPPORTED, "the encoding %s is not known", p->charset.name);
    else
        (void)lgm_fail(&p->why, LGM_E_FORMAT, "not XML: %s", XML_ErrorString(e));
}

static bool is_too_long(lgm_wire_parser *p)
{
    if (p->keeps && p->fed - p->keep > p->max_kept)
        lgm_wire_parser_fail_long(p);
    else if (p->fed - lgm_wire_parser_at(p) > LGM_WIRE_TOKEN)
        (void)lgm_fail(&p->why, LGM_E_BUDGET, "a tag or comment of more than %d bytes",
                       LGM_WIRE_TOKEN);
    return p->why.code != LGM_OK;
}

lgm_wire_run lgm_wire_parser_run(lgm_wire_parser *p)
{
    for (;;) {
        if (p->last && !p->suspended) return LGM_WIRE_ENDED;
        const enum XML_Status st = p->suspended ? XML_ResumeParser(p->expat) : give_next(p);
        p->suspended = st == XML_STATUS_SUSPENDED;
        if (p->suspended) return LGM_WIRE_STOPPED;
        if (st != XML_STATUS_OK) {
            explain(p);
            return LGM_WIRE_FAILED;
        }
        if (!p->last && is_too_long(p)) return LGM_WIRE_FAILED;
    }
}
