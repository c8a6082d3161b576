/* charset.c - see charset.h. */
#include "base/charset.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <strings.h>

typedef struct charset {
    const char *name;   /* of the standard */
    const char *iconv;  /* what glibc calls it */
    const char *labels; /* between spaces; the name is one too */
} charset;

static const charset charsets[] = {
    {"utf-8", "UTF-8", "utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8"},
    {"windows-1252", "CP1252",
     "iso-8859-1 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 latin1 l1 ascii us-ascii "
     "ansi_x3.4-1968 cp1252 cp819 ibm819 iso-ir-100 csisolatin1 x-cp1252"},
    {"windows-1250", "CP1250", "cp1250 x-cp1250"},
    {"windows-1251", "CP1251", "cp1251 x-cp1251"},
    {"windows-1253", "CP1253", "cp1253 x-cp1253"},
    {"windows-1254", "CP1254",
     "cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 latin5 l5 csisolatin5"},
    {"windows-1255", "CP1255", "cp1255 x-cp1255"},
    {"windows-1256", "CP1256", "cp1256 x-cp1256"},
    {"windows-1257", "CP1257", "cp1257 x-cp1257"},
    {"windows-1258", "CP1258", "cp1258 x-cp1258"},
    {"windows-874", "CP874", "iso-8859-11 iso8859-11 iso885911 tis-620 dos-874"},
    {"iso-8859-2", "ISO-8859-2", "iso8859-2 iso88592 iso_8859-2 latin2 l2 csisolatin2"},
    {"iso-8859-3", "ISO-8859-3", "iso8859-3 iso88593 iso_8859-3 latin3 l3 csisolatin3"},
    {"iso-8859-4", "ISO-8859-4", "iso8859-4 iso88594 iso_8859-4 latin4 l4 csisolatin4"},
    {"iso-8859-5", "ISO-8859-5", "iso8859-5 iso88595 iso_8859-5 cyrillic csisolatincyrillic"},
    {"iso-8859-6", "ISO-8859-6", "iso8859-6 iso88596 iso_8859-6 arabic ecma-114 asmo-708"},
    {"iso-8859-7", "ISO-8859-7", "iso8859-7 iso88597 iso_8859-7 greek greek8 ecma-118 elot_928"},
    {"iso-8859-8", "ISO-8859-8",
     "iso8859-8 iso88598 iso_8859-8 hebrew visual iso-8859-8-i iso-8859-8-e logical"},
    {"iso-8859-10", "ISO-8859-10", "iso8859-10 iso885910 latin6 l6 csisolatin6"},
    {"iso-8859-13", "ISO-8859-13", "iso8859-13 iso885913"},
    {"iso-8859-14", "ISO-8859-14", "iso8859-14 iso885914"},
    {"iso-8859-15", "ISO-8859-15", "iso8859-15 iso885915 iso_8859-15 l9 csisolatin9"},
    {"iso-8859-16", "ISO-8859-16", ""},
    {"koi8-r", "KOI8-R", "koi koi8 koi8_r cskoi8r"},
    {"koi8-u", "KOI8-U", "koi8-ru"},
    {"ibm866", "IBM866", "866 cp866 csibm866"},
    {"macintosh", "MACINTOSH", "mac csmacintosh x-mac-roman"},
    {"x-mac-cyrillic", "MAC-UK", "x-mac-ukrainian"},
    {"gbk", "GBK", "gb2312 gb_2312 gb_2312-80 chinese csgb2312 iso-ir-58 x-gbk"},
    {"gb18030", "GB18030", ""},
    {"big5", "BIG5-HKSCS", "big5-hkscs cn-big5 csbig5 x-x-big5"},
    {"euc-jp", "EUC-JP", "cseucpkdfmtjapanese x-euc-jp"},
    {"iso-2022-jp", "ISO-2022-JP", "csiso2022jp"},
    {"shift_jis", "CP932", "shift-jis sjis x-sjis ms_kanji ms932 windows-31j csshiftjis"},
    {"euc-kr", "CP949", "ks_c_5601-1987 ks_c_5601-1989 ksc5601 korean windows-949 cseuckr"},
    {"utf-16le", "UTF-16LE", "utf-16 unicode ucs-2 csunicode iso-10646-ucs-2 unicodefeff"},
    {"utf-16be", "UTF-16BE", "unicodefffe"},
};

static bool has_word(const char *words, lgm_slice word)
{
    for (const char *at = words; *at;) {
        const size_t n = strcspn(at, " ");
        if (n == word.len && strncasecmp(at, word.ptr, n) == 0) return true;
        at += n + (at[n] == ' ');
    }
    return false;
}

static const charset *find(lgm_slice label)
{
    while (label.len && strchr(" \t\r\n\f\"'", *label.ptr) && *label.ptr) label.ptr++, label.len--;
    while (label.len && strchr(" \t\r\n\f\"'", label.ptr[label.len - 1]) &&
           label.ptr[label.len - 1])
        label.len--;
    for (size_t i = 0; i < LGM_COUNT(charsets); i++)
        if (has_word(charsets[i].name, label) || has_word(charsets[i].labels, label))
            return &charsets[i];
    return NULL;
}

const char *lgm_charset_name(lgm_slice label)
{
    const charset *const c = find(label);
    return c ? c->name : NULL;
}

const char *lgm_charset_iconv_name(lgm_slice label)
{
    const charset *const c = find(label);
    return c ? c->iconv : NULL;
}

/* What the decoder cannot take: a control for the bytes that windows-1252 leaves open. */
static size_t put_bad(const charset *c, uint8_t byte, char *to, size_t *n_bad)
{
    const bool control = byte >= 0x80 && byte < 0xa0 && strcmp(c->iconv, "CP1252") == 0;
    if (!control) ++*n_bad;
    return lgm_utf8_put(to, control ? byte : 0xfffd);
}

/* Three bytes for each are enough: two bytes of UTF-16 are three at most, and one byte of a table
 * is three at most; the pairs of JIS X 0213 that become two characters have two bytes or more. */
static lgm_status convert(lgm_arena *a, const charset *c, iconv_t cd, lgm_slice bytes,
                          lgm_slice *out, size_t *n_bad, lgm_err *err)
{
    const size_t room = bytes.len * 3 + 8;
    char *const text = lgm_arena_alloc(a, room);
    if (!text) return lgm_arena_fail(a, err);
    char *in = (char *)(uintptr_t)bytes.ptr, *to = text;
    size_t in_left = bytes.len, left = room;
    while (in_left && iconv(cd, &in, &in_left, &to, &left) == (size_t)-1) {
        if (errno == E2BIG || left < 4) break;
        const size_t n = put_bad(c, (uint8_t)*in, to, n_bad);
        to += n, left -= n;
        in++, in_left--;
    }
    iconv(cd, NULL, NULL, &to, &left);
    *out = (lgm_slice){text, (size_t)(to - text)};
    return LGM_OK;
}

lgm_status lgm_charset_decode(lgm_arena *a, lgm_slice label, lgm_slice bytes, lgm_slice *out,
                              size_t *n_bad, lgm_err *err)
{
    size_t ignored;
    const charset *const c = find(label);
    if (!n_bad) n_bad = &ignored;
    *n_bad = 0;
    *out = bytes;
    if (!c)
        return lgm_fail(err, LGM_E_UNSUPPORTED, "\"%.*s\" is no encoding that is known",
                        (int)(label.len < 40 ? label.len : 40), label.ptr ? label.ptr : "");
    if (c == charsets && lgm_utf8_valid(bytes.ptr, bytes.len) == bytes.len) return LGM_OK;
    const iconv_t cd = iconv_open("UTF-8", c->iconv);
    if (cd == (iconv_t)-1)
        return lgm_fail(err, errno == ENOMEM ? LGM_E_NOMEM : LGM_E_UNSUPPORTED,
                        "this system cannot read %s", c->name);
    const lgm_status st = convert(a, c, cd, bytes, out, n_bad, err);
    iconv_close(cd);
    return st;
}
