/*
 * fuzz_office.c - any bytes as a word processor's file: a package, or by the first byte the main
 * part of one. It is refused with words, or its text is UTF-8 and its parts lie within it, one
 * behind another.
 */
#include <string.h>
#include <zlib.h>

#include "fuzz.h"
#include "office/word_file.h"

enum { MOST = 4000 };

static size_t put(char *to, size_t at, uint64_t value, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++) to[at + i] = (char)(value >> 8 * i & 0xff);
    return at + bytes;
}

/* A ZIP of one stored file. */
static lgm_slice package_of(const char *name, lgm_slice content)
{
    const uint32_t crc = (uint32_t)crc32(0, (const Bytef *)content.ptr, (uInt)content.len);
    const uint32_t len = (uint32_t)content.len, n_name = (uint32_t)strlen(name);
    char *const to = malloc(content.len + 2 * n_name + 128);
    CHECK(to);
    size_t n = put(to, 0, 0x04034b50, 4);
    n = put(to, n, 20, 2), n = put(to, n, 0, 8);
    n = put(to, n, crc, 4), n = put(to, n, len, 4), n = put(to, n, len, 4);
    n = put(to, n, n_name, 4);
    memcpy(to + n, name, n_name), n += n_name;
    if (len) memcpy(to + n, content.ptr, len), n += len;
    const uint32_t directory = (uint32_t)n;
    n = put(to, n, 0x02014b50, 4), n = put(to, n, 20, 2), n = put(to, n, 20, 2);
    n = put(to, n, 0, 8), n = put(to, n, crc, 4), n = put(to, n, len, 4), n = put(to, n, len, 4);
    n = put(to, n, n_name, 4), n = put(to, n, 0, 4), n = put(to, n, 0, 4), n = put(to, n, 0, 2);
    n = put(to, n, 0, 4);
    memcpy(to + n, name, n_name), n += n_name;
    const uint32_t size = (uint32_t)n - directory;
    n = put(to, n, 0x06054b50, 4), n = put(to, n, 0, 4), n = put(to, n, 1, 2);
    n = put(to, n, 1, 2), n = put(to, n, size, 4), n = put(to, n, directory, 4);
    n = put(to, n, 0, 2);
    return (lgm_slice){to, n};
}

static void check(const lgm_office *file)
{
    CHECK(file->text.len <= MOST + 4 &&
          lgm_utf8_valid(file->text.ptr, file->text.len) == file->text.len);
    size_t at = 0;
    for (size_t i = 0; i < file->parts.n; i++) {
        const lgm_office_part *const p = &file->parts.at[i];
        CHECK(p->start >= at && p->start < p->end && p->end <= file->text.len);
        at = p->end;
    }
}

static void read_package(lgm_slice package)
{
    lgm_arena *a;
    lgm_office file;
    lgm_err err = {0};
    CHECK(lgm_arena_new(&a, 0, NULL) == LGM_OK);
    const lgm_status st = lgm_office_read(a, package, MOST, &file, &err);
    CHECK(st == LGM_OK || (err.message[0] && st != LGM_E_NOMEM && st != LGM_E_NOTFOUND));
    if (st == LGM_OK) check(&file);
    lgm_arena_free(a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const names[] = {"word/document.xml", "content.xml"};
    if (!size) return 0;
    const lgm_slice rest = {(const char *)data + 1, size - 1};
    if (data[0] % 3 == 2) {
        read_package(rest);
        return 0;
    }
    const lgm_slice package = package_of(names[data[0] % 3], rest);
    read_package(package);
    free((void *)(uintptr_t)package.ptr);
    return 0;
}
