/*
 * show_record.c - show_record FILE.json [WIDTH] [FLAG...]: the page of a record, as the command
 * writes it. Without a width it is the web page. Flags: "speaker" (by speaker), "color".
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "html.h"
#include "page.h"

static char *read_all(const char *path, size_t *len)
{
    FILE *const f = fopen(path, "rb");
    char *at = NULL;
    *len = 0;
    for (size_t n = 1; f && n > 0; *len += n) {
        char *const grown = realloc(at, *len + (1 << 16));
        if (!grown) break;
        at = grown;
        n = fread(at + *len, 1, 1 << 16, f);
    }
    if (f) fclose(f);
    return at;
}

static bool has(int argc, char **argv, const char *flag)
{
    for (int i = 2; i < argc; i++)
        if (strcmp(argv[i], flag) == 0) return true;
    return false;
}

int main(int argc, char **argv)
{
    size_t len;
    lgm_record *r;
    lgm_err err = {0};
    strbuf b = {0}, title = {0};
    char *const json = argc > 1 ? read_all(argv[1], &len) : NULL;
    if (!json || lgm_record_read(&r, json, len, &err) != LGM_OK) {
        fprintf(stderr, "show_record: %s\n", json ? err.message : "no file");
        free(json);
        return 1;
    }
    const outline_order order = has(argc, argv, "speaker") ? OUTLINE_SPEAKER : OUTLINE_TEXT;
    const int width = argc > 2 ? atoi(argv[2]) : 0;
    if (width) {
        page_write(&b, r, NULL, &(page_options){width, has(argc, argv, "color"), PART_ALL, order});
    } else {
        html_title(&title, r);
        html_begin(&b, &title, HTML_ALONE);
        html_report(&b, r, NULL, 1, (html_options){.order = order});
        html_end(&b, &(html_closing){0});
    }
    fwrite(b.at, 1, b.len, stdout);
    const bool failed = b.failed || title.failed;
    strbuf_done(&b);
    strbuf_done(&title);
    lgm_record_free(r);
    free(json);
    return failed;
}
