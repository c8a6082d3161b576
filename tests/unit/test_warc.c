/* test_warc.c - web archives to pages, and every way in which a record can be wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include <cmocka.h>

#include "base/base.h"
#include "read/source_bytes.h"
#include "warc/body.h"
#include "warc/digest.h"
#include "warc/warc_head.h"

#define UNUSED __attribute__((unused))

/* ---- archives as text ------------------------------------------------------------------------ */

typedef struct bytes {
    char at[1 << 16];
    size_t n;
} bytes;

LGM_PRINTF(2, 3)
static void add(bytes *b, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    b->n += (size_t)vsnprintf(b->at + b->n, sizeof b->at - b->n, fmt, args);
    va_end(args);
    assert_true(b->n < sizeof b->at);
}

static void add_bytes(bytes *b, const void *at, size_t n)
{
    assert_true(b->n + n < sizeof b->at);
    memcpy(b->at + b->n, at, n);
    b->n += n;
}

/* A record with these further fields ("Name: value\r\n"). */
static void add_record(bytes *b, const char *type, int number, const char *fields,
                       const void *block, size_t n)
{
    add(b,
        "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:%d>\r\n"
        "WARC-Target-URI: http://mill.example/%d\r\nWARC-Date: 2024-05-24T09:30:0%dZ\r\n"
        "%sContent-Length: %zu\r\n\r\n",
        type, number, number, number % 10, fields, n);
    add_bytes(b, block, n);
    add(b, "\r\n\r\n");
}

#define HTTP "Content-Type: application/http; msgtype=response\r\n"
#define OK_TEXT "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n"

static void add_page(bytes *b, int number, const char *http, const char *body)
{
    bytes block = {.n = 0};
    add(&block, "%s\r\n%s", http, body);
    add_record(b, "response", number, HTTP, block.at, block.n);
}

static size_t gzip(const void *from, size_t len, void *out, size_t room)
{
    z_stream z = {0};
    assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
    z.next_in = (Bytef *)(uintptr_t)from;
    z.avail_in = (unsigned)len;
    z.next_out = out;
    z.avail_out = (unsigned)room;
    assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
    const size_t n = z.total_out;
    deflateEnd(&z);
    return n;
}

/* Each record as a gzip member: parts has the bytes at which records end. */
static void pack(const bytes *from, const size_t *parts, size_t n_parts, bytes *to)
{
    size_t at = 0;
    to->n = 0;
    for (size_t i = 0; i < n_parts; i++) {
        to->n += gzip(from->at + at, parts[i] - at, to->at + to->n, sizeof to->at - to->n);
        at = parts[i];
    }
}

/* ---- what is read, one line a call: "member@byte url date text", "+warning", "!message" ------ */

static bytes seen;

static void write_log(lgm_source *s)
{
    char left_out[500];
    for (int calls = 0;; calls++) {
        lgm_input in;
        lgm_err err;
        assert_true(calls < 1000);
        const lgm_status st = lgm_source_next(s, &in, &err);
        if (st == LGM_E_EMPTY) break;
        if (st != LGM_OK) {
            add(&seen, "!%s\n", err.message);
            continue;
        }
        add(&seen, "%s@%llu %s %s %.*s\n", in.member, (unsigned long long)in.at, in.url,
            in.retrieved, (int)in.len, in.text);
        if (in.warning) add(&seen, "+%s\n", in.warning);
    }
    if (lgm_source_left_out(s, left_out, sizeof left_out)) add(&seen, "%s\n", left_out);
    lgm_source_close(s);
}

static const char *read_bytes(const char *name, const void *at, size_t n)
{
    lgm_source *s;
    void *const exact = malloc(n ? n : 1);
    memcpy(exact, at, n);
    seen.n = 0;
    seen.at[0] = 0;
    assert_int_equal(lgm_read_source_bytes(&s, name, exact, n, NULL, NULL), LGM_OK);
    write_log(s);
    free(exact);
    return seen.at;
}

static const char *read_file(const void *at, size_t n)
{
    char path[] = "/tmp/lgm-test-warc-XXXXXX";
    const int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, at, n), n);
    close(fd);
    lgm_source *s;
    const char *const paths[] = {path};
    seen.n = 0;
    seen.at[0] = 0;
    assert_int_equal(lgm_source_open(&s, paths, 1, NULL, NULL), LGM_OK);
    write_log(s);
    unlink(path);
    return seen.at;
}

#define EXPECT(archive, expected)                                                                  \
    assert_string_equal(read_bytes("a.warc", (archive).at, (archive).n), (expected))

/* ---- records --------------------------------------------------------------------------------- */

static void pages_and_texts_are_read(UNUSED void **state)
{
    bytes b = {.n = 0};
    add_record(&b, "warcinfo", 0, "Content-Type: application/warc-fields\r\n", "a: b\r\n", 6);
    add_page(&b, 1, OK_TEXT, "Fire.");
    add_record(&b, "request", 1, HTTP, "GET / HTTP/1.1\r\n\r\n", 18);
    add_record(&b, "resource", 2, "Content-Type: text/plain\r\n", "Flood.", 6);
    add_record(&b, "conversion", 3, "Content-Type: text/plain\r\n", "Storm.", 6);
    add_record(&b, "metadata", 3, "", "x: y", 4);
    EXPECT(b, "urn:uuid:1@204 http://mill.example/1 2024-05-24T09:30:01Z Fire.\n"
              "urn:uuid:2@706 http://mill.example/2 2024-05-24T09:30:02Z Flood.\n"
              "urn:uuid:3@897 http://mill.example/3 2024-05-24T09:30:03Z Storm.\n");
}

static void what_is_no_news_is_counted(UNUSED void **state)
{
    bytes b = {.n = 0};
    add_page(&b, 1, "HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\n", "No such page.");
    add_page(&b, 2, "HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n", "");
    add_page(&b, 3, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n", "picture");
    add_page(&b, 4, "HTTP/1.1 200 OK\r\nContent-Type: text/css\r\n", "p {}");
    add_page(&b, 5, "HTTP/1.1 200 OK\r\nContent-Type: application/javascript\r\n", "f()");
    add_page(&b, 6, OK_TEXT, "");
    add_record(&b, "revisit", 7, HTTP, "HTTP/1.1 200 OK\r\n\r\n", 19);
    add_page(&b, 8, "HTTP/1.1 200 OK\r\nContent-Type: application/rtf\r\n", "{\\rtf1");
    add_page(&b, 9, OK_TEXT, "Fire.");
    read_bytes("a.warc", b.at, b.n);
    assert_non_null(strstr(seen.at,
                           " Fire.\nleft out 8 files: 3 images, scripts and the like of the "
                           "web, 2 answers other than 200, 1 RTF, a page that had not "
                           "changed, an empty page\n"));
}

static void bodies_are_decoded(UNUSED void **state)
{
    static const char chunks[] = "5\r\nFire \r\n0008;x=y\r\nat\r\nfour\r\n0\r\nA: b\r\n\r\n";
    uint8_t packed[200];
    bytes b = {.n = 0}, block = {.n = 0};
    add_page(&b, 1, OK_TEXT "Transfer-Encoding: chunked\r\n", chunks);
    add(&block, OK_TEXT "content-encoding: GZIP\r\n\r\n");
    const size_t n = gzip("Flood.", 6, packed, sizeof packed);
    add_bytes(&block, packed, n);
    add_record(&b, "response", 2, HTTP, block.at, block.n);
    /* Who archives often undoes both, and keeps the fields. */
    add_page(&b, 3, OK_TEXT "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", "Storm.");
    add_page(&b, 4, OK_TEXT "Transfer-Encoding: chunked\r\n", "6\r\nSnow. \r\nff\r\ncut");
    /* Of a packed body, only the first half. */
    block.n = 0;
    add(&block, OK_TEXT "Content-Encoding: gzip\r\n\r\n");
    add_bytes(&block, packed, n - 6);
    add_record(&b, "response", 5, HTTP, block.at, block.n);
    read_bytes("a.warc", b.at, b.n);
    assert_non_null(strstr(seen.at, "01Z Fire at\r\nfour\n"));
    assert_non_null(strstr(seen.at, "02Z Flood.\n"));
    assert_non_null(strstr(seen.at, "03Z Storm.\n"));
    assert_non_null(
        strstr(seen.at, "04Z Snow. cut\n+the page is cut: the last part of its transfer"));
    assert_non_null(strstr(seen.at, "05Z Flood.\n+the page is cut: its packed body ends early"));
}

static void digests_are_checked(UNUSED void **state)
{
#define TEXT_PLAIN "Content-Type: text/plain\r\n"
    bytes b = {.n = 0};
    add_record(&b, "resource", 1,
               TEXT_PLAIN "WARC-Block-Digest: sha1:BZODQH4XRGG4WFKMM4XIHTGMLEWGWL3Y\r\n", "Fire.",
               5);
    add_record(&b, "resource", 2,
               TEXT_PLAIN "WARC-Block-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n", "Fire.",
               5);
    add_record(&b, "resource", 3, TEXT_PLAIN "WARC-Payload-Digest: crc32:1234\r\n", "Fire.", 5);
    add_record(&b, "resource", 4, TEXT_PLAIN "WARC-Truncated: length\r\n", "Fire.", 5);
    add_record(&b, "resource", 5, TEXT_PLAIN "WARC-Segment-Number: 1\r\n", "Fire.", 5);
    read_bytes("a.warc", b.at, b.n);
    assert_null(strstr(seen.at, "01Z Fire.\n+"));
    assert_non_null(
        strstr(seen.at, "02Z Fire.\n+the digest of the record does not match its bytes"));
    assert_null(strstr(seen.at, "03Z Fire.\n+"));
    assert_non_null(
        strstr(seen.at, "04Z Fire.\n+the page is cut: who archived it stopped (length)"));
    assert_non_null(strstr(seen.at, "05Z Fire.\n+the page goes on in other records"));
}

/* ---- records that are wrong ------------------------------------------------------------------ */

static size_t three(bytes *b, size_t parts[3])
{
    for (int i = 0; i < 3; i++) {
        add_page(b, i + 1, OK_TEXT,
                 i == 0   ? "One fire."
                 : i == 1 ? "Two floods."
                          : "Three storms.");
        parts[i] = b->n;
    }
    return 3;
}

/* Every text of `part` is one of `whole` or, the last, begins one. */
static void check_prefix(const char *whole, const char *part, bool at_end_of_record)
{
    static const char *const texts[] = {"One fire.", "Two floods.", "Three storms."};
    size_t n = 0;
    bool told = strchr(part, '!') || strchr(part, '+');
    for (const char *line = part; *line; line = strchr(line, '\n') + 1) {
        if (*line == '!' || *line == '+' || strncmp(line, "left", 4) == 0) continue;
        const char *text = strstr(line, "Z ");
        if (!text) fail_msg("%s", part);
        const char *const end = strchr(text += 2, '\n');
        assert_true(n < 3 && (size_t)(end - text) <= strlen(texts[n]));
        assert_memory_equal(text, texts[n], (size_t)(end - text));
        n++;
    }
    assert_true(told || at_end_of_record || strcmp(whole, part) == 0);
}

static void cut_anywhere_the_first_part_is_read(UNUSED void **state)
{
    static bytes b, packed;
    static char whole[2000];
    size_t parts[3];
    b.n = 0;
    three(&b, parts);
    strcpy(whole, read_bytes("a.warc", b.at, b.n));
    for (size_t n = 5; n < b.n; n++) { /* before that nobody can tell what it is */
        bool at_end = false;
        for (size_t i = 0; i < 3; i++) at_end = at_end || (n <= parts[i] && n + 4 >= parts[i]);
        check_prefix(whole, read_bytes("a.warc", b.at, n), at_end);
    }
    pack(&b, parts, 3, &packed);
    for (size_t n = 100; n < packed.n; n++) {
        bool at_end = false;
        for (size_t i = 0, at = 0; i < 3; i++) {
            char unused[2000];
            at += gzip(b.at + (i ? parts[i - 1] : 0), parts[i] - (i ? parts[i - 1] : 0), unused,
                       sizeof unused);
            at_end = at_end || n == at;
        }
        check_prefix("", read_bytes("a.warc.gz", packed.at, n), at_end);
    }
}

static bool has_all(const char *a, const char *b, const char *c)
{
    return strstr(seen.at, a) && strstr(seen.at, b) && strstr(seen.at, c);
}

/* The Content-Length of the second record becomes another one of as many digits. */
static void change_length(bytes *b, size_t from, const char *to)
{
    char *const at = strstr(b->at + from, "Content-Length: ");
    assert_non_null(at);
    memcpy(at + 16, to, strlen(to));
}

static void a_wrong_length_costs_one_record(UNUSED void **state)
{
    static bytes b, packed;
    static const char *const lengths[] = {"80", "10", "99"};
    for (size_t i = 0; i < LGM_COUNT(lengths); i++) {
        size_t parts[3];
        b.n = 0;
        three(&b, parts);
        change_length(&b, parts[0], lengths[i]);
        pack(&b, parts, 3, &packed);
        read_bytes("a.warc", b.at, b.n);
        assert_true(has_all("One fire.\n", "Three storms.\n", "not as long as it says"));
        read_bytes("a.warc.gz", packed.at, packed.n);
        assert_true(strstr(seen.at, "One fire.\n") && strstr(seen.at, "Three storms.\n"));
        assert_true(strchr(seen.at, '+') || strchr(seen.at, '!'));
        read_file(packed.at, packed.n);
        assert_true(strstr(seen.at, "One fire.\n") && strstr(seen.at, "Three storms.\n"));
    }
}

static void records_without_their_line_ends_are_read(UNUSED void **state)
{
    static bytes b;
    static const char *const between[] = {"", "\r\n", "\n\n", "\r\n\r\n\r\n\r\n\r\n"};
    for (size_t i = 0; i < LGM_COUNT(between); i++) {
        b.n = 0;
        for (int k = 1; k <= 3; k++) {
            add_page(&b, k, OK_TEXT,
                     k == 1   ? "One fire."
                     : k == 2 ? "Two floods."
                              : "Three storms.");
            b.n -= 4;
            add(&b, "%s", between[i]);
        }
        read_bytes("a.warc", b.at, b.n);
        assert_true(has_all("One fire.\n", "Two floods.\n", "Three storms.\n"));
        assert_true(!strchr(seen.at, '!') && !strchr(seen.at, '+'));
    }
}

static void what_is_no_record_is_told_and_passed_over(UNUSED void **state)
{
    bytes b = {.n = 0};
    add_page(&b, 1, OK_TEXT, "One fire.");
    add(&b, "garbage\nmore garbage WARC/1.0\r\n\r\nWARC garbage\n");
    add_page(&b, 2, OK_TEXT, "Two floods.");
    add(&b, "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\n");
    add(&b, "WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n");
    add_page(&b, 3, OK_TEXT, "Three storms.");
    read_bytes("a.warc", b.at, b.n);
    assert_true(has_all("One fire.\n", "Two floods.\n", "Three storms.\n"));
    assert_true(has_all("One fire.\n+the record is not as long as it says, or",
                        "its Content-Length is no number", "it has no WARC-Type"));
}

static void behind_damage_the_next_member_is_read(UNUSED void **state)
{
    static bytes b, packed, other;
    size_t parts[3], ends[3];
    b.n = 0;
    three(&b, parts);
    for (size_t i = 0; i < 3; i++) {
        const size_t from = i ? parts[i - 1] : 0;
        pack(&b, parts, i + 1, &packed);
        ends[i] = packed.n;
        assert_true(from < parts[i]);
    }
    size_t lost = 0;
    for (size_t at = ends[0]; at < ends[1]; at++) {
        other = packed;
        other.at[at] ^= 0x55;
        read_bytes("a.warc.gz", other.at, other.n);
        assert_non_null(strstr(seen.at, "One fire.\n"));
        if (!strstr(seen.at, "Three storms.\n")) lost++;
        if (!strstr(seen.at, "Two floods.\n")) assert_non_null(strpbrk(seen.at, "!+"));
    }
    assert_true(lost == 0);
}

/* A picture is passed over without being unpacked, and the next record's place is right. */
static void members_are_passed_over(UNUSED void **state)
{
    static bytes b, packed;
    static char picture[30000];
    uint32_t random = 1;
    b.n = packed.n = 0;
    for (size_t i = 0; i < sizeof picture; i++)
        picture[i] = (char)((random = random * 1103515245u + 12345u) >> 16);
    bytes block = {.n = 0};
    add(&block, "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n");
    add_bytes(&block, picture, sizeof picture);
    size_t parts[3];
    add_page(&b, 1, OK_TEXT, "One fire."), parts[0] = b.n;
    add_record(&b, "response", 2, HTTP, block.at, block.n), parts[1] = b.n;
    add_page(&b, 3, OK_TEXT, "Three storms."), parts[2] = b.n;
    pack(&b, parts, 2, &packed);
    char place[80];
    snprintf(place, sizeof place, "urn:uuid:3@%zu ", packed.n);
    pack(&b, parts, 3, &packed);
    read_file(packed.at, packed.n);
    assert_true(has_all("One fire.\n", "Three storms.\n", place));
    assert_false(strchr(seen.at, '!') || strchr(seen.at, '+'));
    /* What is wrong within it costs nothing else. */
    packed.at[packed.n / 2] ^= 0x55;
    read_file(packed.at, packed.n);
    assert_true(has_all("One fire.\n", "Three storms.\n", place));
}

static void an_archive_may_be_packed_as_one(UNUSED void **state)
{
    static bytes b, packed, twice;
    size_t parts[3];
    b.n = 0;
    three(&b, parts);
    pack(&b, parts + 2, 1, &packed);
    read_bytes("a.warc.gz", packed.at, packed.n);
    assert_true(has_all("One fire.\n", "Two floods.\n", "Three storms.\n"));
    pack(&packed, &packed.n, 1, &twice);
    read_bytes("a.warc.gz.gz", twice.at, twice.n);
    assert_true(has_all("One fire.\n", "Two floods.\n", "Three storms.\n"));
    /* Members that have nothing to do with records. */
    const size_t odd[] = {100, 450, 451, 700, b.n};
    pack(&b, odd, 5, &packed);
    read_bytes("a.warc.gz", packed.at, packed.n);
    assert_true(has_all("One fire.\n", "Two floods.\n", "Three storms.\n"));
    assert_false(strchr(seen.at, '!') || strchr(seen.at, '+'));
}

/* ---- ARC ------------------------------------------------------------------------------------- */

static void arc_is_read(UNUSED void **state)
{
    bytes b = {.n = 0}, block = {.n = 0};
    static const char info[] =
        "1 0 Mill\nURL IP-address Archive-date Content-type Archive-length\n";
    add(&b, "filedesc://a.arc 0.0.0.0 20040524093000 text/plain %zu\n%s\n", sizeof info - 1, info);
    add(&block, OK_TEXT "\r\nFire.");
    add(&b, "http://mill.example/1 1.2.3.4 20040524093001 text/plain %zu\n%s\n", block.n, block.at);
    add(&b, "garbage\nhttp://mill.example/2 1.2.3.4 20040524093002 image/gif 5\nGIF89\n");
    add(&b, "http://mill.example/3 1.2.3.4 20040524093003 text/plain 200 - - 77 a.arc %zu\n%s\n",
        block.n, block.at);
    const char *const log = read_bytes("a.arc", b.at, b.n);
    assert_true(
        has_all("http://mill.example/1@120 http://mill.example/1 2004-05-24T09:30:01Z Fire.\n",
                "http://mill.example/3 2004-05-24T09:30:03Z Fire.\n", "no record begins"));
    assert_non_null(strstr(log, "left out"));
}

/* ---- parts ----------------------------------------------------------------------------------- */

static void digests_come_in_forms(UNUSED void **state)
{
    static const struct {
        const char *stated;
        lgm_warc_match match;
    } cases[] = {
        {"sha1:a9993e364706816aba3e25717850c26c9cd0d89d", LGM_WARC_MATCHES},
        {"SHA1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5", LGM_WARC_MATCHES},
        {"sha-1:vgmt4nsha2awvor6evyxqugcnsonbwe5", LGM_WARC_MATCHES},
        {"sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE6", LGM_WARC_DIFFERS},
        {"sha1:VGMT", LGM_WARC_UNKNOWN},
        {"md5:900150983cd24fb0d6963f7d28e17f72", LGM_WARC_MATCHES},
        {"sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
         LGM_WARC_MATCHES},
        {"crc32:352441c2", LGM_WARC_UNKNOWN},
        {"", LGM_WARC_UNKNOWN},
    };
    for (size_t i = 0; i < LGM_COUNT(cases); i++) {
        const lgm_slice stated = {cases[i].stated, strlen(cases[i].stated)};
        assert_int_equal(lgm_warc_digest_check(stated, LGM_SLICE("a"), LGM_SLICE("bc")),
                         cases[i].match);
    }
}

static void moments_have_a_form_and_a_day(UNUSED void **state)
{
    static const struct {
        const char *date, *moment; /* NULL: none */
    } cases[] = {{"2024-05-24T09:30:00Z", "2024-05-24T09:30:00Z"},
                 {"2024-05-24T09:30:00.123Z", "2024-05-24T09:30:00.123Z"},
                 {"2024-05-24T09:30Z", "2024-05-24T09:30Z"},
                 {"2024-05-24", "2024-05-24"},
                 {"20240524093000", "2024-05-24T09:30:00Z"},
                 {"20240524", "2024-05-24"},
                 {"2024-05-24T09:30:00", NULL},
                 {"2024-05-24T09:30:00.Z", NULL},
                 {"2024-13-24T09:30:00Z", NULL},
                 {"20241324", NULL},
                 {"last Friday", NULL},
                 {"", NULL}};
    for (size_t i = 0; i < LGM_COUNT(cases); i++) {
        char out[LGM_WARC_MOMENT];
        const lgm_slice date = {cases[i].date, strlen(cases[i].date)};
        const bool is_one = lgm_warc_moment(date, out);
        if (is_one != (cases[i].moment != NULL)) fail_msg("%s", cases[i].date);
        if (is_one) assert_string_equal(out, cases[i].moment);
    }
}

static void chunks_are_put_together(UNUSED void **state)
{
    static const char whole[] = "3\r\nabc\r\n2 \r\nde\r\n0\r\n\r\n";
    uint8_t to[64];
    bool ended;
    for (size_t n = 0; n <= sizeof whole - 1; n++) {
        const size_t m = lgm_warc_unchunk((lgm_slice){whole, n}, to, &ended);
        assert_true(m <= 5);
        assert_memory_equal(to, "abcde", m);
        assert_int_equal(ended, n >= sizeof whole - 1 - 2);
    }
}

static void any_allocation_may_fail(UNUSED void **state)
{
    static bytes b, packed;
    size_t parts[3];
    b.n = 0;
    three(&b, parts);
    pack(&b, parts, 3, &packed);
    for (int64_t n = 0;; n++) {
        lgm_source *s;
        lgm_input in;
        lgm_err err;
        size_t calls = 0, failed = 0;
        lgm_alloc_fail_after(n);
        lgm_status st = lgm_read_source_bytes(&s, "a.warc.gz", packed.at, packed.n, NULL, &err);
        for (; s && (st = lgm_source_next(s, &in, &err)) != LGM_E_EMPTY && calls < 100; calls++)
            failed += st != LGM_OK;
        lgm_alloc_fail_after(-1);
        lgm_source_close(s);
        assert_true(calls < 100);
        if (s && !failed) break;
        assert_true(n < 500);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_and_texts_are_read),
        cmocka_unit_test(what_is_no_news_is_counted),
        cmocka_unit_test(bodies_are_decoded),
        cmocka_unit_test(digests_are_checked),
        cmocka_unit_test(cut_anywhere_the_first_part_is_read),
        cmocka_unit_test(a_wrong_length_costs_one_record),
        cmocka_unit_test(records_without_their_line_ends_are_read),
        cmocka_unit_test(what_is_no_record_is_told_and_passed_over),
        cmocka_unit_test(behind_damage_the_next_member_is_read),
        cmocka_unit_test(members_are_passed_over),
        cmocka_unit_test(an_archive_may_be_packed_as_one),
        cmocka_unit_test(arc_is_read),
        cmocka_unit_test(digests_come_in_forms),
        cmocka_unit_test(moments_have_a_form_and_a_day),
        cmocka_unit_test(chunks_are_put_together),
        cmocka_unit_test(any_allocation_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
