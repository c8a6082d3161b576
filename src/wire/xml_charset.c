/* xml_charset.c - which encoding, and what its bytes mean, by iconv. */
#include "wire/xml_charset.h"

#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/charset.h"

/* ---- which ----------------------------------------------------------------------------------- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The value of encoding="..." in the declaration; empty where there is none. */
static lgm_slice declared(lgm_slice head)
{
    static const char word[] = "encoding";
    const char *const end = memmem(head.ptr, head.len, "?>", 2);
    if (head.len < 6 || memcmp(head.ptr, "<?xml", 5) != 0 || !end) return LGM_SLICE("");
    const char *p = memmem(head.ptr, (size_t)(end - head.ptr), word, sizeof word - 1);
    if (!p) return LGM_SLICE("");
    for (p += sizeof word - 1; p < end && (is_blank(*p) || *p == '='); p++) continue;
    const char *const to =
        p < end && (*p == '"' || *p == '\'') ? memchr(p + 1, *p, (size_t)(end - p - 1)) : NULL;
    return to ? (lgm_slice){p + 1, (size_t)(to - p - 1)} : LGM_SLICE("");
}

static lgm_wire_charset named(const char *name, bool utf8, bool wide)
{
    lgm_wire_charset c = {.utf8 = utf8, .wide = wide};
    snprintf(c.name, sizeof c.name, "%s", name);
    return c;
}

/* UTF-8 with characters beyond ASCII; the last one may be cut. */
static bool is_utf8(lgm_slice s)
{
    const size_t n = lgm_utf8_valid(s.ptr, s.len);
    bool beyond = false;
    for (size_t i = 0; i < n; i++) beyond |= (unsigned char)s.ptr[i] >= 0x80;
    return beyond && s.len - n < 4;
}

lgm_wire_charset lgm_wire_charset_of(lgm_slice head)
{
    if (head.len >= 2 && memcmp(head.ptr, "\xff\xfe", 2) == 0) return named("UTF-16", false, true);
    if (head.len >= 2 && memcmp(head.ptr, "\xfe\xff", 2) == 0) return named("UTF-16", false, true);
    if (head.len >= 4 && memcmp(head.ptr, "<\0?\0", 4) == 0) return named("UTF-16LE", false, true);
    if (head.len >= 4 && memcmp(head.ptr, "\0<\0?", 4) == 0) return named("UTF-16BE", false, true);
    if (head.len >= 3 && memcmp(head.ptr, "\xef\xbb\xbf", 3) == 0)
        return named("UTF-8", true, false);
    const lgm_slice label = declared(head);
    const char *const name = lgm_charset_iconv_name(label);
    if (!label.len || is_utf8(head) || (name && strncmp(name, "UTF-", 4) == 0))
        return named("UTF-8", true, false);
    lgm_wire_charset c = {0};
    snprintf(c.name, sizeof c.name, "%.*s", label.len < sizeof c.name ? (int)label.len : 0,
             label.ptr);
    return name ? named(name, false, false) : c;
}

/* ---- what its bytes mean --------------------------------------------------------------------- */

static bool is_plain_name(const char *name)
{
    const size_t n = strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                  "-_.:");
    return n && !name[n] && n < LGM_WIRE_CHARSET_NAME && strncasecmp(name, "iso-2022", 8) != 0 &&
           strncasecmp(name, "utf-7", 5) != 0;
}

/* The one character that these bytes are, else -1 and errno: EINVAL where more bytes belong to
 * it. */
static int one_char(iconv_t to_utf32, const char *bytes, size_t len)
{
    unsigned char out[8];
    char *from = (char *)(uintptr_t)bytes, *to = (char *)out;
    size_t left = len, room = sizeof out;
    iconv(to_utf32, NULL, NULL, NULL, NULL);
    if (iconv(to_utf32, &from, &left, &to, &room) == (size_t)-1) return -1;
    errno = EILSEQ;
    if (room != sizeof out - 4) return -1;
    return (int)((uint32_t)out[0] | (uint32_t)out[1] << 8 | (uint32_t)out[2] << 16 |
                 (uint32_t)out[3] << 24);
}

/* How many bytes a character has that begins with this one: -2 or -3; -1 where none does. */
static int lengths_of(iconv_t cd, unsigned char first)
{
    char bytes[3] = {(char)first};
    int length = -1;
    for (int second = 0x30; second < 0xff; second++) {
        bytes[1] = (char)second;
        if (one_char(cd, bytes, 2) >= 0) return -2;
        if (errno == EINVAL) length = -3;
    }
    return length;
}

static int map_of(iconv_t cd, unsigned char byte)
{
    const char b = (char)byte;
    const int cp = one_char(cd, &b, 1);
    if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r')
        return 0xfffd; /* no XML may have it, and the parser wants something */
    if (cp >= 0 && cp <= 0xffff) return cp;
    if (cp < 0 && errno == EINVAL) return lengths_of(cd, byte);
    return byte >= 0x80 && byte < 0xa0 ? byte : -1;
}

static int convert(void *cd, const char *s)
{
    const int two = one_char(cd, s, 2); /* the parser has them all at hand */
    return two >= 0 || errno != EINVAL ? two : one_char(cd, s, 3);
}

static void release(void *cd)
{
    iconv_close(cd);
}

int lgm_wire_charset_map(void *unused, const XML_Char *name, XML_Encoding *info)
{
    (void)unused;
    const iconv_t cd = is_plain_name(name) ? iconv_open("UTF-32LE", name) : (iconv_t)-1;
    if (cd == (iconv_t)-1) return XML_STATUS_ERROR;
    for (int i = 0; i < 256; i++) info->map[i] = map_of(cd, (unsigned char)i);
    info->data = cd;
    info->convert = convert;
    info->release = release;
    return XML_STATUS_OK;
}
