/* golden.c - reads golden files, has the sections written anew, compares. */
#include "golden.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static char *read_file(const char *path, size_t *len)
{
    FILE *const f = fopen(path, "rb");
    if (!f) return NULL;
    char *data = NULL;
    FILE *const out = open_memstream(&data, len);
    int c;
    while ((c = getc(f)) != EOF) putc(c, out);
    fclose(f);
    fclose(out);
    return data;
}

/* Resolves the escapes of s in place; returns the new length. */
static size_t unescape(char *s, size_t len)
{
    size_t n = 0;
    for (size_t i = 0; i < len; i++) {
        if (s[i] != '\\' || i + 1 == len) {
            s[n++] = s[i];
            continue;
        }
        const char c = s[++i];
        if (c == 'u' && i + 1 < len && s[i + 1] == '{') {
            char *end;
            n += lgm_utf8_put(s + n, (uint32_t)strtoul(s + i + 2, &end, 16));
            i = (size_t)(end - s);
        } else {
            s[n++] = (char)(c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c);
        }
    }
    return n;
}

static char published[32]; /* of the case at hand: golden_render takes no context */

const char *golden_published(void)
{
    return published;
}

static void note_published(const char *line, size_t n)
{
    static const char key[] = "published: ";
    const size_t skip = sizeof key - 1;
    if (n >= 4 && memcmp(line, "=== ", 4) == 0) published[0] = '\0';
    if (n <= skip || n - skip >= sizeof published || memcmp(line, key, skip) != 0) return;
    memcpy(published, line + skip, n - skip);
    published[n - skip] = '\0';
}

/* Writes the file anew to out: sections of the data go, those of the program come. */
static int rewrite(const char *data, size_t len, golden_render render, FILE *out)
{
    int bad = 0;
    bool in_sections = false;
    for (size_t p = 0; p < len;) {
        const char *const nl = memchr(data + p, '\n', len - p);
        const size_t n = nl ? (size_t)(nl - data) - p : len - p;
        const char *const line = data + p;
        p += n + 1;
        if (n >= 4 && memcmp(line, "=== ", 4) == 0) {
            if (in_sections) putc('\n', out);
            in_sections = false;
        }
        if (in_sections) continue;
        note_published(line, n);
        fprintf(out, "%.*s\n", (int)n, line);
        if (n >= 6 && memcmp(line, "text: ", 6) == 0) {
            char *const text = malloc(n);
            memcpy(text, line + 6, n - 6);
            bad |= render((lgm_slice){text, unescape(text, n - 6)}, out);
            free(text);
            in_sections = true;
        }
    }
    return bad;
}

static void show_difference(const char *path, const char *a, const char *b)
{
    unsigned line = 1;
    size_t i = 0, from = 0;
    for (; a[i] != 0 && a[i] == b[i]; i++)
        if (a[i] == '\n') {
            line++;
            from = i + 1;
        }
    printf("%s:%u: differs\n- %.*s\n+ %.*s\n", path, line, (int)strcspn(a + from, "\n"), a + from,
           (int)strcspn(b + from, "\n"), b + from);
}

static int run_file(const char *path, bool update, golden_render render)
{
    size_t old_len = 0, new_len = 0;
    char *const old = read_file(path, &old_len), *fresh = NULL;
    if (!old) {
        printf("%s: cannot be read\n", path);
        return 1;
    }
    FILE *const out = open_memstream(&fresh, &new_len);
    int bad = rewrite(old, old_len, render, out);
    fclose(out);
    const bool same = old_len == new_len && memcmp(old, fresh, old_len) == 0;
    if (!same && update && bad == 0) {
        FILE *const f = fopen(path, "wb");
        bad = !f || fwrite(fresh, 1, new_len, f) != new_len;
        if (f && fclose(f) != 0) bad = 1;
    } else if (!same) {
        show_difference(path, old, fresh);
        bad = 1;
    }
    free(old);
    free(fresh);
    return bad;
}

int golden_main(int argc, char **argv, golden_render render)
{
    bool update = false;
    int bad = 0;
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--update") == 0)
            update = true;
        else
            bad |= run_file(argv[i], update, render);
    }
    return bad;
}

/* ---- texts read by the default model --------------------------------------------------------- */

enum { SKIPPED = 77 };

void golden_words(lgm_str s, FILE *out)
{
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '\n')
            fputs("\\n", out);
        else if (s.ptr[i] == '\\')
            fputs("\\\\", out);
        else
            putc(s.ptr[i], out);
    }
}

void golden_span(const lgm_record *r, lgm_cpspan span, FILE *out)
{
    fprintf(out, "[%u,%u) ", span.start, span.end);
    golden_words(lgm_record_quote(r, span), out);
}

static lgm_worker *worker; /* of the program: golden_render takes no context */
static golden_write write_sections;

static int read_and_write(lgm_slice text, FILE *out)
{
    const char *const date = golden_published();
    const lgm_input in = {.text = text.ptr, .len = text.len, .date = date[0] ? date : NULL};
    lgm_record *r;
    lgm_err err = {0};
    if (lgm_read(worker, &in, &r, &err) != LGM_OK) {
        fprintf(out, "--- error\n%s\n", err.message);
        return 1;
    }
    write_sections(r, out);
    lgm_record_free(r);
    return 0;
}

int golden_read_main(int argc, char **argv, golden_write write)
{
    lgm_engine *engine;
    lgm_err err = {0};
    const lgm_engine_options options = lgm_engine_default_options();
    const lgm_status st = lgm_engine_open(&engine, &options, &err);
    if (st == LGM_E_NOTFOUND) {
        printf("skipped: %s\n", err.message);
        return SKIPPED;
    }
    int bad = 1;
    write_sections = write;
    if (st == LGM_OK && lgm_worker_new(&worker, engine, &err) == LGM_OK)
        bad = golden_main(argc, argv, read_and_write);
    else
        printf("%s\n", err.message);
    lgm_worker_free(worker);
    lgm_engine_close(st == LGM_OK ? engine : NULL);
    return bad;
}
