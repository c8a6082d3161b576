/* test_pack.c - archives of files to reports: zip, tar, 7z, WACZ; what is left out, limits,
 * damage. */
#include <archive.h>
#include <archive_entry.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/base.h"
#include "read/source_bytes.h"

#define UNUSED __attribute__((unused))

/* ---- archives -------------------------------------------------------------------------------- */

static char packed[4 << 20];
static size_t n_packed;

static struct archive *begin(int (*format)(struct archive *), const char *options)
{
    struct archive *const a = archive_write_new();
    assert_int_equal(format(a), ARCHIVE_OK);
    if (options) assert_int_equal(archive_write_set_options(a, options), ARCHIVE_OK);
    assert_int_equal(archive_write_set_bytes_in_last_block(a, 1), ARCHIVE_OK);
    return a;
}

static void start(struct archive *a)
{
    assert_int_equal(archive_write_open_memory(a, packed, sizeof packed, &n_packed), ARCHIVE_OK);
}

static void add(struct archive *a, const char *path, const void *bytes, size_t n)
{
    struct archive_entry *const e = archive_entry_new();
    archive_entry_set_pathname(e, path);
    archive_entry_set_filetype(e, AE_IFREG);
    archive_entry_set_perm(e, 0644);
    archive_entry_set_size(e, (la_int64_t)n);
    assert_int_equal(archive_write_header(a, e), ARCHIVE_OK);
    assert_int_equal(archive_write_data(a, bytes, n), (la_ssize_t)n);
    archive_entry_free(e);
}

static void add_text(struct archive *a, const char *path, const char *text)
{
    add(a, path, text, strlen(text));
}

static void end(struct archive *a)
{
    assert_int_equal(archive_write_close(a), ARCHIVE_OK);
    archive_write_free(a);
}

/* ---- what is read: "member text|", "!message|" ----------------------------------------------- */

static char seen[1 << 16];

static void write_log(lgm_source *s)
{
    char left_out[300];
    size_t n = 0;
    lgm_input in;
    lgm_err err;
    seen[0] = 0;
    for (int calls = 0;; calls++) {
        assert_true(calls < 500 && n < sizeof seen - 1000);
        const lgm_status st = lgm_source_next(s, &in, &err);
        if (st == LGM_E_EMPTY) break;
        if (st == LGM_OK)
            n += (size_t)sprintf(seen + n, "%s %.*s|", in.member, (int)(in.len < 60 ? in.len : 60),
                                 in.text);
        else
            n += (size_t)sprintf(seen + n, "!%s|", err.message);
        if (st == LGM_OK && in.warning) n += (size_t)sprintf(seen + n, "+%s|", in.warning);
    }
    if (lgm_source_left_out(s, left_out, sizeof left_out)) sprintf(seen + n, "%s", left_out);
    lgm_source_close(s);
}

static const char *read_bytes(const char *name, size_t n)
{
    lgm_source *s;
    char *const exact = malloc(n ? n : 1);
    memcpy(exact, packed, n);
    assert_int_equal(lgm_read_source_bytes(&s, name, exact, n, NULL, NULL), LGM_OK);
    write_log(s);
    free(exact);
    return seen;
}

/* As a pipe gives it: nobody can go back in it. */
static const char *read_pipe(size_t n)
{
    char path[] = "/tmp/lgm-test-pack-XXXXXX", command[100];
    const int fd = mkstemp(path);
    assert_int_equal(write(fd, packed, n), n);
    close(fd);
    snprintf(command, sizeof command, "cat %s", path);
    FILE *const pipe = popen(command, "r");
    snprintf(command, sizeof command, "/dev/fd/%d", fileno(pipe));
    lgm_source *s;
    const char *const paths[] = {command};
    assert_int_equal(lgm_source_open(&s, paths, 1, NULL, NULL), LGM_OK);
    write_log(s);
    pclose(pipe);
    unlink(path);
    return seen;
}

/* ---- tests ----------------------------------------------------------------------------------- */

static void add_folder(struct archive *a)
{
    add_text(a, "d/a.txt", "Fire.");
    add_text(a, "d/.git/b.txt", "hidden");
    add_text(a, "__MACOSX/d/._a.txt", "hidden");
    add_text(a, "d/c.jsonl", "{\"text\":\"Flood.\"}\n{\"text\":\"Storm.\"}\n");
    add_text(a, "d/page.png", "\x89PNG\r\n\x1a\n");
    add_text(a, "d/Makefile", "all:\n");
    add_text(a, "../../d/e.txt", "Snow.");
}

#define FOLDER "d/a.txt Fire.|d/c.jsonl Flood.|d/c.jsonl Storm.|../../d/e.txt Snow.|"
#define LEFT "left out 2 files: an image, 1 without a known ending"

static void files_of_archives_are_read(UNUSED void **state)
{
    static const struct {
        int (*format)(struct archive *);
        const char *name;
        bool pipe; /* can be read from one */
    } kinds[] = {{archive_write_set_format_zip, "a.zip", true},
                 {archive_write_set_format_ustar, "a.tar", true},
                 {archive_write_set_format_pax, "a.tar", true},
                 {archive_write_set_format_7zip, "a.7z", false}};
    for (size_t i = 0; i < LGM_COUNT(kinds); i++) {
        struct archive *const a = begin(kinds[i].format, NULL);
        start(a);
        add_folder(a);
        end(a);
        read_bytes(kinds[i].name, n_packed);
        /* 7z puts the entries into an order of its own. */
        if (kinds[i].pipe) assert_string_equal(seen, FOLDER LEFT);
        assert_non_null(strstr(seen, "d/a.txt Fire.|"));
        assert_non_null(strstr(seen, "d/c.jsonl Flood.|d/c.jsonl Storm.|"));
        assert_non_null(strstr(seen, LEFT));
        if (kinds[i].pipe) assert_string_equal(read_pipe(n_packed), FOLDER LEFT);
    }
}

static void an_archive_in_an_archive_is_read(UNUSED void **state)
{
    static char inner[1 << 16];
    struct archive *a = begin(archive_write_set_format_ustar, NULL);
    assert_int_equal(archive_write_add_filter_gzip(a), ARCHIVE_OK);
    start(a);
    add_text(a, "b.txt", "Fire.");
    end(a);
    const size_t n = n_packed;
    memcpy(inner, packed, n);
    a = begin(archive_write_set_format_zip, NULL);
    start(a);
    add(a, "d/inner.tgz", inner, n);
    end(a);
    assert_string_equal(read_bytes("a.zip", n_packed), "d/inner.tgz!/b.txt Fire.|");
}

static void of_a_wacz_the_web_archives_are_read(UNUSED void **state)
{
    static const char record[] =
        "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\n"
        "WARC-Record-ID: <urn:x:1>\r\nContent-Length: 5\r\n\r\nFire.\r\n\r\n";
    struct archive *const a = begin(archive_write_set_format_zip, "compression=store");
    start(a);
    add_text(a, "pages/pages.jsonl", "{\"text\":\"Fire.\"}\n");
    add(a, "archive/data.warc", record, sizeof record - 1);
    add_text(a, "datapackage.json", "{}");
    add_text(a, "notes.txt", "No page.");
    end(a);
    assert_string_equal(read_bytes("a.wacz", n_packed), "archive/data.warc!/urn:x:1 Fire.|");
    assert_string_equal(read_bytes("a", n_packed), "archive/data.warc!/urn:x:1 Fire.|");
}

static void members_with_a_password_are_told_once(UNUSED void **state)
{
    struct archive *const a = archive_write_new();
    archive_write_set_format_zip(a);
    if (archive_write_set_options(a, "encryption=traditional") != ARCHIVE_OK) {
        archive_write_free(a);
        skip(); /* libarchive is built without */
    }
    archive_write_set_passphrase(a, "mill");
    start(a);
    add_text(a, "a.txt", "Fire.");
    add_text(a, "b.txt", "Flood.");
    end(a);
    assert_string_equal(read_bytes("a.zip", n_packed),
                        "!a.zip: a.txt, and perhaps others in it, have a password; unpack the "
                        "archive first|");
}

static void what_grows_too_far_is_given_up(UNUSED void **state)
{
    static char zeros[1 << 20];
    memset(zeros, 'a', sizeof zeros);
    struct archive *const a = begin(archive_write_set_format_zip, "compression-level=9");
    start(a);
    char path[20];
    for (int i = 0; i < 100; i++) {
        snprintf(path, sizeof path, "%d.txt", i);
        add(a, path, zeros, sizeof zeros);
    }
    end(a);
    assert_non_null(strstr(read_bytes("a.zip", n_packed), "grows more than 250 times"));
}

static void cut_anywhere_the_first_files_are_read(UNUSED void **state)
{
    static int (*const formats[])(struct archive *) = {archive_write_set_format_zip,
                                                       archive_write_set_format_ustar,
                                                       archive_write_set_format_7zip};
    for (size_t i = 0; i < LGM_COUNT(formats); i++) {
        struct archive *const a = begin(formats[i], NULL);
        start(a);
        add_text(a, "a.txt", "One fire.");
        add_text(a, "b.txt", "Two floods.");
        end(a);
        for (size_t n = 600; n < n_packed; n += i == 1 ? 37 : 1) {
            read_bytes("a", n);
            if (i == 1 && !strstr(seen, "a.txt One fire.|")) fail_msg("%zu: %s", n, seen);
        }
        const size_t whole = n_packed;
        for (size_t at = 0; at < whole && at < 700; at++) { /* any byte may be any other */
            packed[at] ^= 0x2a;
            read_bytes("a.zip", whole);
            packed[at] ^= 0x2a;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_of_archives_are_read),
        cmocka_unit_test(an_archive_in_an_archive_is_read),
        cmocka_unit_test(of_a_wacz_the_web_archives_are_read),
        cmocka_unit_test(members_with_a_password_are_told_once),
        cmocka_unit_test(what_grows_too_far_is_given_up),
        cmocka_unit_test(cut_anywhere_the_first_files_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
