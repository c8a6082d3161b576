/* test_source.c - files, folders, JSONL and gzip to reports, and what goes wrong on the way. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <cmocka.h>

#include "base/base.h"
#include "read/source_bytes.h"
#include "read/stream.h"

#define UNUSED __attribute__((unused))
#define BYTES(s) (s), sizeof(s) - 1

/* ---- a folder of its own for each test, entered and removed ---------------------------------- */

static char folder[] = "/tmp/lgm-test-source-XXXXXX";

static int enter(UNUSED void **state)
{
    strcpy(folder, "/tmp/lgm-test-source-XXXXXX");
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int leave(UNUSED void **state)
{
    char command[100];
    snprintf(command, sizeof command, "chmod -R u+rwx %s; rm -rf %s", folder, folder);
    return chdir("/") == 0 && system(command) == 0 ? 0 : -1;
}

static void put(const char *path, const void *bytes, size_t len)
{
    FILE *const f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes, 1, len, f), len);
    assert_int_equal(fclose(f), 0);
}

/* One gzip member; out must be large enough. */
static size_t gzip(const void *bytes, size_t len, uint8_t *out, size_t room)
{
    z_stream z = {0};
    assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
    z.next_in = (Bytef *)(uintptr_t)bytes;
    z.avail_in = (unsigned)len;
    z.next_out = out;
    z.avail_out = (unsigned)room;
    assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
    const size_t n = z.total_out;
    deflateEnd(&z);
    return n;
}

/* ---- expectations: a script of what the source says, one line a call -----------------------
 * "name|id|date|text" for a report, "!STATUS message" for an error, "+warning" after its report.
 */

static void add(char *log, size_t room, const char *fmt, ...) LGM_PRINTF(3, 4);
static void add(char *log, size_t room, const char *fmt, ...)
{
    const size_t n = strlen(log);
    va_list args;
    va_start(args, fmt);
    vsnprintf(log + n, room - n, fmt, args);
    va_end(args);
}

static void write_log(lgm_source *s, char *log, size_t room)
{
    log[0] = 0;
    for (int calls = 0; calls < 1000; calls++) {
        lgm_input in;
        lgm_err err;
        const lgm_status st = lgm_source_next(s, &in, &err);
        if (st == LGM_E_EMPTY) {
            assert_string_equal(err.message, "");
            return;
        }
        if (st != LGM_OK) {
            assert_int_equal(err.code, st);
            add(log, room, "!%d %s\n", (int)st, err.message);
            continue;
        }
        add(log, room, "%s|%s|%s|%.*s\n", in.name, in.id ? in.id : "-", in.date ? in.date : "-",
            (int)(in.len < 60 ? in.len : 60), in.text);
        if (in.warning) add(log, room, "+%s\n", in.warning);
    }
    fail_msg("the source does not end: %s", log);
}

static char seen[1 << 16];

static void expect_paths(const char *const *paths, size_t n, const lgm_source_options *o,
                         const char *expected)
{
    lgm_source *s;
    assert_int_equal(lgm_source_open(&s, paths, n, o, NULL), LGM_OK);
    write_log(s, seen, sizeof seen);
    lgm_source_close(s);
    assert_string_equal(seen, expected);
}
#define EXPECT(expected, ...)                                                                      \
    expect_paths((const char *const[]){__VA_ARGS__},                                               \
                 LGM_COUNT(((const char *const[]){__VA_ARGS__})), NULL, (expected))

static void expect_bytes(const char *name, const void *bytes, size_t len, uint64_t max_bytes,
                         const char *expected)
{
    lgm_source *s;
    void *const exact = malloc(len ? len : 1);
    if (len) memcpy(exact, bytes, len);
    const lgm_source_options o = {.max_bytes = max_bytes};
    assert_int_equal(lgm_read_source_bytes(&s, name, exact, len, &o, NULL), LGM_OK);
    write_log(s, seen, sizeof seen);
    lgm_source_close(s);
    free(exact);
    assert_string_equal(seen, expected);
}

/* ---- files and folders ----------------------------------------------------------------------- */

static void folders_are_walked_in_byte_order(UNUSED void **state)
{
    mkdir("f", 0777), mkdir("f/b", 0777), mkdir("f/.git", 0777), mkdir("f/empty", 0777);
    put("f/a.txt", BYTES("one"));
    put("f/b.TXT", BYTES("two"));
    put("f/b/deep.text", BYTES("three"));
    put("f/Z.jsonl", BYTES("{\"text\":\"zero\"}\n"));
    put("f/notes.md", BYTES("not a report"));
    put("f/.hidden.txt", BYTES("not a report"));
    put("f/.git/x.txt", BYTES("not a report"));
    EXPECT("f/Z.jsonl:1|-|-|zero\nf/a.txt|-|-|one\nf/b.TXT|-|-|two\nf/b/deep.text|-|-|three\n",
           "f");
    EXPECT("f/notes.md|-|-|not a report\nf/a.txt|-|-|one\nf/a.txt|-|-|one\n", "f/notes.md",
           "f/a.txt", "f/a.txt");
}

static void what_a_folder_holds_beside_is_counted(UNUSED void **state)
{
    mkdir("f", 0777), mkdir("f/sub", 0777);
    static const char *const names[] = {"f/a.txt",  "f/a.rtf", "f/sub/b.RTF", "f/c.png.gz",
                                        "f/README", "f/d.md",  "f/.hidden",   "f/sub/e.doc"};
    for (size_t i = 0; i < LGM_COUNT(names); i++) put(names[i], BYTES("one"));
    const char *const paths[] = {"f"};
    char sentence[200];
    lgm_source *s;
    assert_int_equal(lgm_source_open(&s, paths, 1, NULL, NULL), LGM_OK);
    write_log(s, seen, sizeof seen);
    assert_string_equal(seen, "f/a.txt|-|-|one\n");
    assert_int_equal(lgm_source_left_out(s, sentence, sizeof sentence), 6);
    assert_string_equal(sentence,
                        "left out 6 files: 2 RTF, 2 without a known ending, an old Office "
                        "file, an image");
    assert_int_equal(lgm_source_left_out(s, sentence, 12), 6);
    assert_string_equal(sentence, "left out 6 ");
    assert_int_equal(lgm_source_left_out(s, NULL, 0), 6);
    lgm_source_close(s);
    assert_int_equal(lgm_source_open(&s, paths, 0, NULL, NULL), LGM_OK);
    assert_int_equal(lgm_source_left_out(s, sentence, sizeof sentence), 0);
    assert_string_equal(sentence, "");
    lgm_source_close(s);
}

/* Memory that runs out for good, at any point: every kind of file comes to an end. */
static void without_memory_every_file_ends(UNUSED void **state)
{
#define MAIL "From: Ada <ada@mill.example>\nMIME-Version: 1.0\n\nThe mill burned.\n\n"
    static const char *const files[][2] = {
        {"a.rss", "<rss version='2.0'><channel><item><description>One.</description></item>"
                  "<item><description>Two.</description></item></channel></rss>"},
        {"a.mbox", "From a@b.example x\n" MAIL "From a@b.example x\n" MAIL},
        {"a.eml", MAIL},
        {"a.html", "<html><body><article><p>The mill burned.</p></article></body></html>"},
        {"a.jsonl", "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n"},
        {"a.json", "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Mill\", "
                   "\"items\": [{\"id\": \"1\", \"content_text\": \"One.\"}]}"},
        {"a.warc", "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\n"
                   "Content-Length: 16\r\n\r\nThe mill burned.\r\n\r\n"},
    };
    for (size_t i = 0; i < LGM_COUNT(files); i++)
        for (int64_t n = 0, failed = 1; failed; n++) {
            lgm_source *s;
            lgm_input in;
            const char *const bytes = files[i][1];
            lgm_alloc_fail_after(n);
            lgm_status st =
                lgm_read_source_bytes(&s, files[i][0], bytes, strlen(bytes), NULL, NULL);
            for (int calls = 0; s && st != LGM_E_EMPTY; calls++) {
                st = lgm_source_next(s, &in, NULL);
                if (calls > 20)
                    fail_msg("%s does not end without memory after %d", files[i][0], (int)n);
            }
            failed = lgm_alloc_fail_after(-1) > (uint64_t)n;
            lgm_source_close(s);
        }
}

static void what_a_saved_page_is_made_of_is_no_report(UNUSED void **state)
{
    static const char *const folders[] = {"f", "f/Fire_files", "f/Mill_files"};
    for (size_t i = 0; i < LGM_COUNT(folders); i++) mkdir(folders[i], 0777);
    put("f/Fire.htm", BYTES("<p>one"));
    put("f/Fire_files/ad.html", BYTES("<p>two"));
    put("f/Mill_files/a.txt", BYTES("three"));
    EXPECT("f/Fire.htm|-|-|one\nf/Mill_files/a.txt|-|-|three\n", "f");
}

static void an_address_of_the_web_is_no_file(UNUSED void **state)
{
    put("www.txt", BYTES("one"));
    EXPECT(
        "!10 ftp://mill.example/fire: of the web only addresses with http:// or https:// are read\n"
        "!10 www.mill.example: of the web only addresses with http:// or https:// are read\n"
        "www.txt|-|-|one\n",
        "ftp://mill.example/fire", "www.mill.example", "www.txt");
}

static void links_to_folders_are_not_followed(UNUSED void **state)
{
    mkdir("f", 0777);
    put("f/a.txt", BYTES("one"));
    assert_int_equal(symlink("../f", "f/loop.txt"), 0);
    assert_int_equal(symlink("a.txt", "f/b.txt"), 0);
    assert_int_equal(symlink("nowhere", "f/c.txt"), 0);
    assert_int_equal(symlink("f", "g"), 0);
    EXPECT("f/a.txt|-|-|one\nf/b.txt|-|-|one\n!4 f/c.txt: No such file or directory\n", "f");
    EXPECT("g/a.txt|-|-|one\ng/b.txt|-|-|one\n!4 g/c.txt: No such file or directory\n", "g/");
}

static void what_cannot_be_read_is_named_and_passed_over(UNUSED void **state)
{
    mkdir("none", 0777), mkdir("closed", 0777);
    put("none/readme", BYTES("x"));
    put("empty.txt", "", 0);
    put("blank.txt", BYTES(" \n\t\n"));
    put("good.txt", BYTES("good"));
    assert_int_equal(mkfifo("none/pipe.txt", 0666), 0);
    EXPECT("!4 gone.txt: No such file or directory\n"
           "!3 none/pipe.txt: not a regular file\n"
           "!5 empty.txt: empty\n"
           "!5 blank.txt: nothing but white space\n"
           "!4 : No such file or directory\n"
           "!4 closed/: no reports in this folder: no file whose name ends in .txt, .html, "
           ".jsonl, .pdf or as others that are read do\n"
           "good.txt|-|-|good\n",
           "gone.txt", "none", "empty.txt", "blank.txt", "", "closed", "good.txt");
}

static void what_may_not_be_read_is_named(UNUSED void **state)
{
    if (geteuid() == 0) skip(); /* root may read everything */
    mkdir("closed", 0777);
    put("secret.txt", BYTES("x"));
    chmod("secret.txt", 0), chmod("closed", 0);
    EXPECT("!3 secret.txt: Permission denied\n!3 closed/: Permission denied\n", "secret.txt",
           "closed");
}

static void folders_too_deep_are_refused(UNUSED void **state)
{
    char path[400] = "d";
    mkdir(path, 0777);
    put("d/z.txt", BYTES("above"));
    for (int i = 0; i < 70; i++) {
        strcat(path, "/d");
        mkdir(path, 0777);
    }
    const char *const paths[] = {"d"};
    lgm_source *s;
    assert_int_equal(lgm_source_open(&s, paths, 1, NULL, NULL), LGM_OK);
    write_log(s, seen, sizeof seen);
    lgm_source_close(s);
    assert_non_null(strstr(seen, "more than 64 folders deep\nd/z.txt|-|-|above\n"));
}

static void standard_input_and_pipes_are_read(UNUSED void **state)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], BYTES("{\"text\":\"one\"}\n{\"text\":\"two\"}")), 29);
    close(ends[1]);
    const int saved = dup(0);
    dup2(ends[0], 0);
    EXPECT("standard input:1|-|-|one\nstandard input:2|-|-|two\n!5 standard input: empty\n", "-",
           "-");
    dup2(saved, 0);
    close(saved);
    close(ends[0]);
}

static void progress_counts_bytes_of_the_files(UNUSED void **state)
{
    mkdir("f", 0777);
    put("f/a.txt", BYTES("one"));
    put("f/b.txt", "", 0);
    put("f/c.jsonl", BYTES("{\"text\":\"zero\"}\n"));
    const char *const paths[] = {"f"};
    lgm_source *s;
    lgm_input in;
    uint64_t done, total;
    assert_int_equal(lgm_source_open(&s, paths, 1, NULL, NULL), LGM_OK);
    assert_int_equal(lgm_source_next(s, &in, NULL), LGM_OK);
    lgm_source_progress(s, &done, &total);
    assert_int_equal(done, 3);
    assert_int_equal(total, 19);
    while (lgm_source_next(s, &in, NULL) != LGM_E_EMPTY) continue;
    lgm_source_progress(s, &done, &total);
    assert_int_equal(done, 19);
    lgm_source_close(s);
    lgm_source_close(NULL);
}

static void files_are_taken_by_when_they_changed(UNUSED void **state)
{
    struct stat info;
    put("a.txt", "Ada Lind left.\n", 15);
    assert_int_equal(stat("a.txt", &info), 0);
    const lgm_source_options before = {.changed_until = info.st_ctime - 1},
                             until = {.changed_until = info.st_ctime},
                             after = {.changed_after = info.st_ctime},
                             behind = {.changed_after = info.st_ctime - 1};
    const char *const paths[] = {"a.txt"};
    expect_paths(paths, 1, &before, "");
    expect_paths(paths, 1, &until, "a.txt|-|-|Ada Lind left.\n\n");
    expect_paths(paths, 1, &after, "");
    expect_paths(paths, 1, &behind, "a.txt|-|-|Ada Lind left.\n\n");
}

static void a_date_stands_in_where_there_is_none(UNUSED void **state)
{
    put("a.jsonl",
        BYTES("{\"text\":\"x\",\"date\":\"2020-01-02\"}\n{\"text\":\"y\",\"date\":null}\n"));
    const char *const paths[] = {"a.jsonl"};
    expect_paths(paths, 1, &(lgm_source_options){.date = "2024-05-24"},
                 "a.jsonl:1|-|2020-01-02|x\na.jsonl:2|-|2024-05-24|y\n");
    lgm_source *s;
    lgm_err err;
    assert_int_equal(
        lgm_source_open(&s, paths, 1, &(lgm_source_options){.date = "yesterday"}, &err), LGM_E_ARG);
    assert_string_equal(err.message, "\"yesterday\" is not a day written YYYY-MM-DD");
    assert_null(s);
    expect_paths(NULL, 0, NULL, "");
}

/* ---- JSONL ----------------------------------------------------------------------------------- */

static void jsonl_lines_become_reports(UNUSED void **state)
{
    static const char lines[] =
        "\xef\xbb\xbf{\"id\":\"a1\",\"text\":\"He "
        "left.\",\"title\":\"T\",\"url\":\"u\",\"author\":\"A\","
        "\"publisher\":\"P\",\"retrieved\":\"R\",\"date\":\"2024-05-24\",\"other\":[1,{}]}\r\n"
        "\n \t\n"
        "{\"id\":17,\"text\":\"caf\\u00e9\",\"byline\":\"B\",\"author\":\"A\",\"title\":null}";
    lgm_source *s;
    lgm_input in;
    assert_int_equal(lgm_read_source_bytes(&s, "x.jsonl", BYTES(lines), NULL, NULL), LGM_OK);
    assert_int_equal(lgm_source_next(s, &in, NULL), LGM_OK);
    assert_string_equal(in.name, "x.jsonl:1");
    assert_string_equal(in.id, "a1");
    assert_string_equal(in.title, "T");
    assert_string_equal(in.url, "u");
    assert_string_equal(in.byline, "A");
    assert_string_equal(in.publisher, "P");
    assert_string_equal(in.retrieved, "R");
    assert_string_equal(in.date, "2024-05-24");
    assert_int_equal(in.raw_len, strchr(lines, '\r') - lines);
    assert_memory_equal(in.raw, lines, in.raw_len);
    assert_null(in.warning);
    assert_int_equal(lgm_source_next(s, &in, NULL), LGM_OK);
    assert_string_equal(in.name, "x.jsonl:4");
    assert_string_equal(in.id, "17");
    assert_string_equal(in.byline, "B");
    assert_null(in.title);
    assert_int_equal(in.len, 5);
    assert_memory_equal(in.text, "caf\xc3\xa9", 5);
    assert_int_equal(lgm_source_next(s, &in, NULL), LGM_E_EMPTY);
    assert_int_equal(lgm_source_next(s, &in, NULL), LGM_E_EMPTY);
    lgm_source_close(s);
}

static void each_bad_line_has_its_message(UNUSED void **state)
{
    expect_bytes("x.jsonl",
                 BYTES("oops\n"
                       "{\"text\":\"one\"}\n"
                       "{\"title\":\"no text\"}\n"
                       "{\"text\":7}\n"
                       "{\"text\":null}\n"
                       "{\"text\":\" \\n\"}\n"
                       "[\"text\"]\n"
                       "{\"text\":\"cut\n"
                       "{\"text\":\"x\"} more\n"
                       "{\"text\":\"x\"}\0\n"
                       "{\"text\":\"x\",\"id\":1,\"id\":2}\n"
                       "{\"text\":\"x\",\"y\":NaN}\n"
                       "{\"text\":\"last\"}"),
                 0,
                 "!5 x.jsonl:1: not JSON: a value was expected here, at byte 0 of the line\n"
                 "x.jsonl:2|-|-|one\n"
                 "!5 x.jsonl:3: no \"text\" in this line\n"
                 "!5 x.jsonl:4: \"text\" is not a string\n"
                 "!5 x.jsonl:5: \"text\" is not a string\n"
                 "!5 x.jsonl:6: \"text\" is blank\n"
                 "!5 x.jsonl:7: not a JSON object\n"
                 "!5 x.jsonl:8: not JSON: a string without an end, at byte 12 of the line\n"
                 "!5 x.jsonl:9: not JSON: something follows the value, at byte 13 of the line\n"
                 "!5 x.jsonl:10: not JSON: something follows the value, at byte 12 of the line\n"
                 "!5 x.jsonl:11: not JSON: \"id\" is there twice, at byte 24 of the line\n"
                 "!5 x.jsonl:12: not JSON: a value was expected here, at byte 16 of the line\n"
                 "x.jsonl:13|-|-|last\n");
    expect_bytes("x.jsonl", "", 0, 0, "!5 x.jsonl: empty\n");
    expect_bytes("x.jsonl", BYTES("\n \n"), 0, "!5 x.jsonl: nothing but white space\n");
    expect_bytes("x.jsonl", BYTES("\xff\xfe{\0}\0\n\0x"), 0,
                 "!5 x.jsonl:1: JSONL in UTF-16; convert it to UTF-8 first\n");
}

static void errors_tell_line_and_byte(UNUSED void **state)
{
    lgm_source *s;
    lgm_input in;
    lgm_err err;
    assert_int_equal(lgm_read_source_bytes(&s, "x.jsonl",
                                           BYTES("{\"text\":\"a\"}\n{\"text\":\"b\"} ?\n"), NULL,
                                           NULL),
                     LGM_OK);
    assert_int_equal(lgm_source_next(s, &in, &err), LGM_OK);
    assert_int_equal(lgm_source_next(s, &in, &err), LGM_E_FORMAT);
    assert_int_equal(err.line, 2);
    assert_int_equal(err.byte, 13 + 13);
    lgm_source_close(s);
}

static void odd_fields_are_left_out_with_a_warning(UNUSED void **state)
{
    expect_bytes(
        "x.jsonl",
        BYTES("{\"text\":\"a\",\"title\":[\"x\"],\"id\":1.5,\"url\":\"u\\u0000v\"}\n"
              "{\"text\":\"caf\xe9\"}\n"),
        0,
        "x.jsonl:1|-|-|a\n"
        "+\"id\" is not a string and was left out\n"
        "\"title\" is not a string and was left out\n"
        "url: NUL characters were dropped\n"
        "x.jsonl:2|-|-|caf\xc3\xa9\n"
        "+the line of JSON: not UTF-8, all of it read as Windows-1252; bytes above 127: 1, "
        "the first at byte 12\n");
    expect_bytes("x.jsonl",
                 BYTES("{\"text\":\"a\\ud83d\\udcf0b\\\\ud800\"}\n{\"text\":"
                       "\"\\uD800c\\udC00\\ud800\\u0041\"}\n"),
                 0,
                 "x.jsonl:1|-|-|a\xf0\x9f\x93\xb0"
                 "b\\ud800\n"
                 "x.jsonl:2|-|-|\xef\xbf\xbd"
                 "c\xef\xbf\xbd\xef\xbf\xbd"
                 "A\n"
                 "+unpaired \\u escapes replaced by U+FFFD: 3\n");
}

static void jsonl_is_known_by_its_first_line(UNUSED void **state)
{
    expect_bytes(
        "dump", BYTES("\n\n{\"text\":\"one\"}\noops\n"), 0,
        "dump:3|-|-|one\n!5 dump:4: not JSON: a value was expected here, at byte 0 of the line\n");
    expect_bytes("dump", BYTES("{not json}"), 0, "dump|-|-|{not json}\n");
    expect_bytes("a.txt", BYTES("{\"text\":\"one\"}"), 0, "a.txt:1|-|-|one\n");
    expect_bytes("dump", BYTES("\n\nPlain text.\nMore.\n"), 0,
                 "dump|-|-|\n\nPlain text.\nMore.\n\n");
}

/* ---- limits ---------------------------------------------------------------------------------- */

static void a_line_that_never_ends_is_given_up(UNUSED void **state)
{
    static const char *const paths[] = {"/dev/zero"};
    expect_paths(paths, 1, &(lgm_source_options){.max_bytes = 10},
                 "!10 /dev/zero: this is binary data; there is no text in it to read\n");
}

/* What is not read costs no memory. */
static void a_line_of_many_values_is_read(UNUSED void **state)
{
    enum { MANY = 300000 };
    static const char start[] = "{\"x\":[{}";
    char *const lines = malloc(sizeof start + 3 * MANY + 100);
    char *at = lines + sprintf(lines, "%s", start);
    for (int i = 0; i < MANY; i++, at += 3) memcpy(at, ",{}", 3);
    strcpy(at, "],\"text\":\"a\"}\n{\"text\":\"b\"}");
    expect_bytes("big", lines, strlen(lines), 0, "big:1|-|-|a\nbig:2|-|-|b\n");
    free(lines);
}

static void large_reports_are_refused_alone(UNUSED void **state)
{
    expect_bytes("a.txt", BYTES("0123456789"), 10, "a.txt|-|-|0123456789\n");
    expect_bytes("a.txt", BYTES("0123456789a"), 10,
                 "!2 a.txt: larger than the limit of 10 bytes a report; split it, "
                 "or raise --max-size\n");
    expect_bytes(
        "x", BYTES("{\"text\":\"0123456789\"}\n{\"text\":\"0123456789a\"}\n{\"text\":\"b\"}"), 10,
        "x:1|-|-|0123456789\n"
        "!2 x:2: the text is larger than the limit of 10 bytes; split it, or raise --max-size\n"
        "x:3|-|-|b\n");
    const size_t len = 200000;
    char *const lines = malloc(len + 100);
    memset(lines, 'x', len);
    memcpy(lines, BYTES("{\"text\":\""));
    strcpy(lines + len, "\n{\"text\":\"b\"}");
    static const char *const expected =
        "!2 big:1: the line is longer than the limit of 65566 bytes\nbig:2|-|-|b\n";
    expect_bytes("big", lines, strlen(lines), 10, expected);
    lines[0] = 'y';
    expect_bytes("big", lines, strlen(lines), 10,
                 "!2 big: larger than the limit of 10 bytes a report; split it, "
                 "or raise --max-size\n");
    free(lines);
}

/* ---- gzip ------------------------------------------------------------------------------------ */

static void gzip_is_known_by_its_bytes(UNUSED void **state)
{
    uint8_t z[500];
    size_t n = gzip(BYTES("{\"text\":\"one\"}\n{\"te"), z, sizeof z);
    n += gzip(BYTES("xt\":\"two\"}\n"), z + n, sizeof z - n);
    expect_bytes("x.jsonl.gz", z, n, 0, "x.jsonl.gz:1|-|-|one\nx.jsonl.gz:2|-|-|two\n");
    expect_bytes("named-wrongly", z, n, 0, "named-wrongly:1|-|-|one\nnamed-wrongly:2|-|-|two\n");
    memset(z + n, 0, 10); /* padding, as tapes leave it */
    expect_bytes("x.jsonl.gz", z, n + 10, 0, "x.jsonl.gz:1|-|-|one\nx.jsonl.gz:2|-|-|two\n");
    memcpy(z + n, "junk", 4);
    expect_bytes("x.jsonl.gz", z, n + 4, 0,
                 "x.jsonl.gz:1|-|-|one\nx.jsonl.gz:2|-|-|two\n"
                 "!7 x.jsonl.gz: 4 bytes after the end of the gzip data were left out\n");
    n = gzip(BYTES("plain"), z, sizeof z);
    memcpy(z + n, "junk", 4);
    expect_bytes("a.txt.gz", z, n + 4, 0,
                 "a.txt.gz|-|-|plain\n+bytes after the end of the gzip data were left out\n");
    expect_bytes("a.txt.gz", BYTES("plain"), 0,
                 "a.txt.gz|-|-|plain\n+the name ends in .gz, but this is not gzip data\n");
    n = gzip("", 0, z, sizeof z);
    expect_bytes("a.txt.gz", z, n, 0, "!5 a.txt.gz: empty\n");
}

static void gzip_that_breaks_off_gives_what_it_has(UNUSED void **state)
{
    uint8_t z[500];
    static const char lines[] = "{\"text\":\"one\"}\n{\"text\":\"two\"}\n";
    size_t n = gzip(BYTES(lines), z, sizeof z);
    expect_bytes("x.jsonl.gz", z, n - 1, 0,
                 "x.jsonl.gz:1|-|-|one\nx.jsonl.gz:2|-|-|two\n"
                 "!7 x.jsonl.gz: the gzip data ends early\n");
    expect_bytes("x.jsonl.gz", z, n - 10, 0,
                 "x.jsonl.gz:1|-|-|one\n"
                 "!7 x.jsonl.gz: the gzip data ends early; the line it breaks off in is lost\n");
    n = gzip(BYTES("some text"), z, sizeof z);
    for (size_t len = 3; len < n; len++) { /* wherever it breaks off: once, an error or a warning */
        lgm_source *s;
        assert_int_equal(lgm_read_source_bytes(&s, "x.txt.gz", z, len, NULL, NULL), LGM_OK);
        write_log(s, seen, sizeof seen);
        lgm_source_close(s);
        if (strcmp(seen, "!7 x.txt.gz: the gzip data ends early\n") == 0) continue;
        assert_int_equal(strncmp(seen, "x.txt.gz|-|-|s", 14), 0);
        assert_non_null(strstr(seen,
                               "\n+the gzip data is damaged or ends early: only the first part "
                               "could be read\n"));
        assert_null(strstr(seen, "!"));
    }
    z[n - 6] ^= 1; /* its checksum */
    expect_bytes("a.txt.gz", z, n, 0,
                 "a.txt.gz|-|-|some text\n+the gzip data is damaged or ends early: only the first "
                 "part could be read\n");
}

static void gzip_that_grows_beyond_reason_is_refused(UNUSED void **state)
{
    const size_t len = 32 << 20;
    char *const zeros = malloc(len);
    uint8_t *const z = malloc(1 << 20);
    memset(zeros, 'a', len);
    const size_t n = gzip(zeros, len, z, 1 << 20);
    assert_true(n < len / 500);
    expect_bytes(
        "bomb.jsonl.gz", z, n, 0,
        "!2 bomb.jsonl.gz: gzip data that grows more than 250 times; the line it breaks off in "
        "is lost\n");
    expect_bytes("bomb.txt.gz", z, n, 0,
                 "!2 bomb.txt.gz: gzip data that grows more than 250 times\n");
    free(z);
    free(zeros);
}

/* Longer than all buffers, with lines across their borders. */
static void long_files_come_through_whole(UNUSED void **state)
{
    const size_t room = 1 << 20;
    char *const lines = malloc(room);
    size_t len = 0;
    unsigned n = 0;
    uint32_t x = 1;
    while (len < room - 2000) {
        len += (size_t)sprintf(lines + len, "{\"id\":%u,\"text\":\"", n++);
        x = x * 1664525 + 1013904223;
        for (uint32_t k = x >> 22; k-- > 0;)
            lines[len++] = (char)('a' + (x = x * 1664525 + 1) % 26);
        len += (size_t)sprintf(lines + len, ".\"}\n");
    }
    uint8_t *const z = malloc(room);
    const size_t z_len = gzip(lines, len, z, room);
    for (int packed = 0; packed < 2; packed++) {
        lgm_source *s;
        lgm_input in;
        size_t at = 0;
        assert_int_equal(lgm_read_source_bytes(&s, "x.jsonl", packed ? (void *)z : lines,
                                               packed ? z_len : len, NULL, NULL),
                         LGM_OK);
        for (unsigned i = 0; i < n; i++) {
            char id[12];
            snprintf(id, sizeof id, "%u", i);
            assert_int_equal(lgm_source_next(s, &in, NULL), LGM_OK);
            assert_string_equal(in.id, id);
            assert_memory_equal(in.raw, lines + at, in.raw_len);
            at += in.raw_len + 1;
        }
        assert_int_equal(at, len);
        assert_int_equal(lgm_source_next(s, &in, NULL), LGM_E_EMPTY);
        lgm_source_close(s);
    }
    free(z);
    free(lines);
}

/* ---- memory ---------------------------------------------------------------------------------- */

static bool read_all(const char *const *paths, size_t n_paths, int fail_after)
{
    lgm_source *s = NULL;
    lgm_input in;
    lgm_err err = {0};
    lgm_alloc_fail_after(fail_after);
    lgm_status st = lgm_source_open(&s, paths, n_paths, NULL, &err);
    bool failed = st != LGM_OK;
    if (failed) assert_int_equal(st, LGM_E_NOMEM);
    for (int calls = 0; st != LGM_E_EMPTY && s; calls++) {
        assert_true(calls < 100); /* without memory it must come to an end too */
        st = lgm_source_next(s, &in, &err);
        if (st == LGM_E_NOMEM) failed = true;
        if (st != LGM_OK && st != LGM_E_EMPTY) assert_string_not_equal(err.message, "");
    }
    lgm_alloc_fail_after(-1);
    lgm_source_close(s);
    return !failed;
}

static void lack_of_memory_is_told_and_survived(UNUSED void **state)
{
    mkdir("f", 0777), mkdir("f/sub", 0777);
    uint8_t z[200];
    put("f/a.txt", BYTES("caf\xe9"));
    put("f/sub/b.jsonl",
        BYTES("{\"text\":\"caf\xe9\",\"title\":1}\n{\"text\":\"x\",\"url\":\"\\u0000\"}\n"));
    put("f/c.txt.gz", z, gzip(BYTES("text"), z, sizeof z) - 2);
    put("dump", BYTES("{\"text\":\"one\"}\n{\"text\":\"two\"}\n"));
    const char *const paths[] = {"f", "dump", "none"};
    int n = 0;
    while (!read_all(paths, LGM_COUNT(paths), n)) assert_true(++n < 1000);
    assert_true(n > 20);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, enter, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(folders_are_walked_in_byte_order),
        TEST(what_a_folder_holds_beside_is_counted),
        TEST(without_memory_every_file_ends),
        TEST(what_a_saved_page_is_made_of_is_no_report),
        TEST(an_address_of_the_web_is_no_file),
        TEST(links_to_folders_are_not_followed),
        TEST(what_cannot_be_read_is_named_and_passed_over),
        TEST(what_may_not_be_read_is_named),
        TEST(folders_too_deep_are_refused),
        TEST(standard_input_and_pipes_are_read),
        TEST(progress_counts_bytes_of_the_files),
        TEST(files_are_taken_by_when_they_changed),
        TEST(a_date_stands_in_where_there_is_none),
        TEST(jsonl_lines_become_reports),
        TEST(each_bad_line_has_its_message),
        TEST(errors_tell_line_and_byte),
        TEST(odd_fields_are_left_out_with_a_warning),
        TEST(jsonl_is_known_by_its_first_line),
        TEST(large_reports_are_refused_alone),
        TEST(a_line_that_never_ends_is_given_up),
        TEST(a_line_of_many_values_is_read),
        TEST(gzip_is_known_by_its_bytes),
        TEST(gzip_that_breaks_off_gives_what_it_has),
        TEST(gzip_that_grows_beyond_reason_is_refused),
        TEST(long_files_come_through_whole),
        TEST(lack_of_memory_is_told_and_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
