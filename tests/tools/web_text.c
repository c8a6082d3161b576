/*
 * web_text FILE... - what room `web` reads of saved pages, a line of JSON a page: for benches and
 * for looking at one.
 *
 *     {"id": NAME, "text": ..., "parts": [[start, end, kind], ...], ...}
 *
 * --time N reads all pages N times instead and prints pages a second (CPU time), the fastest round.
 * --parse does no more than the parser in such a round.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zlib.h>

#include "base/json_out.h"
#include "web/html_tree.h"
#include "web/web.h"

typedef struct saved {
    const char *name;
    char *bytes;
    size_t len;
} saved;

static saved slurp(const char *path)
{
    saved p = {.name = path};
    gzFile f = gzopen(path, "rb"); /* reads what is not gzip as it is */
    size_t room = 0;
    int got = 1;
    while (f && got > 0) {
        if (p.len == room) p.bytes = realloc(p.bytes, room = room ? room * 2 : 1 << 20);
        got = gzread(f, p.bytes + p.len, (unsigned)(room - p.len));
        if (got > 0) p.len += (size_t)got;
    }
    if (!f || got < 0) {
        fprintf(stderr, "web_text: %s: cannot be read\n", path);
        exit(1);
    }
    gzclose(f);
    return p;
}

static void say(lgm_json *j, const char *key, lgm_slice s)
{
    lgm_json_key(j, key);
    lgm_json_str(j, s);
}

static void print(const saved *in, const lgm_web_page *page)
{
    lgm_buf b = {0};
    lgm_json j = {.out = &b};
    const char *base = strrchr(in->name, '/');
    lgm_json_open(&j, '{');
    lgm_json_key(&j, "id");
    lgm_json_text(&j, base ? base + 1 : in->name);
    say(&j, "text", page->text);
    lgm_json_key(&j, "parts");
    lgm_json_row(&j, '[');
    for (size_t i = 0; i < page->n_parts; i++) {
        lgm_json_row(&j, '[');
        lgm_json_uint(&j, page->part[i].start);
        lgm_json_uint(&j, page->part[i].end);
        lgm_json_uint(&j, page->part[i].kind);
        lgm_json_close(&j);
    }
    lgm_json_close(&j);
    say(&j, "title", page->title);
    say(&j, "byline", page->byline);
    say(&j, "published", page->published);
    say(&j, "published_source", page->published_source);
    say(&j, "modified", page->modified);
    say(&j, "publisher", page->publisher);
    say(&j, "url", page->url);
    say(&j, "section", page->section);
    say(&j, "agency", page->agency);
    lgm_json_key(&j, "confidence");
    lgm_json_share(&j, (float)page->confidence);
    lgm_json_key(&j, "warning");
    lgm_json_text(&j, page->warning);
    lgm_json_close(&j);
    fwrite(b.at, 1, b.len, stdout);
    putchar('\n');
    lgm_buf_done(&b);
}

/* Of this process: the machine may be shared. */
static uint64_t cpu_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static void die(const lgm_err *err)
{
    fprintf(stderr, "web_text: %s\n", err->message);
    exit(1);
}

int main(int argc, char **argv)
{
    int rounds = 0, first = 1;
    bool parse_only = false;
    for (; first < argc && argv[first][0] == '-'; first++) {
        if (strcmp(argv[first], "--parse") == 0)
            parse_only = true;
        else if (strcmp(argv[first], "--time") == 0 && first + 1 < argc)
            rounds = atoi(argv[++first]);
    }
    lgm_err err;
    lgm_web *w;
    lgm_web_parser *parser;
    lgm_arena *a;
    if (lgm_web_new(&w, &err) != LGM_OK || lgm_web_parser_new(&parser, &err) != LGM_OK ||
        lgm_arena_new(&a, 0, &err) != LGM_OK)
        die(&err);
    const int n = argc - first;
    saved *in = calloc((size_t)n + 1, sizeof *in);
    for (int i = 0; i < n; i++) in[i] = slurp(argv[first + i]);
    uint64_t best = UINT64_MAX;
    for (int r = 0; r < (rounds ? rounds : 1); r++) {
        const uint64_t begin = cpu_ns();
        for (int i = 0; i < n; i++) {
            lgm_web_page page;
            lgm_web_tree tree;
            const lgm_slice html = {in[i].bytes, in[i].len};
            lgm_arena_reset(a);
            if ((parse_only ? lgm_web_parse(parser, html, a, &tree, &err)
                            : lgm_web_read(w, html, NULL, a, &page, &err)) != LGM_OK)
                die(&err);
            if (!rounds && !parse_only) print(&in[i], &page);
        }
        const uint64_t took = cpu_ns() - begin;
        if (took < best) best = took;
    }
    if (rounds) printf("%.0f pages/s\n", n / ((double)best * 1e-9));
    for (int i = 0; i < n; i++) free(in[i].bytes);
    free(in);
    lgm_arena_free(a);
    lgm_web_parser_free(parser);
    lgm_web_free(w);
    return 0;
}
