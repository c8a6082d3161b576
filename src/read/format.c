/* format.c - the table of formats. */
#include "read/format.h"

#include <string.h>
#include <strings.h>

static const lgm_read_format formats[] = {
    {"JSON Lines", ".jsonl .ndjson", lgm_read_lines_sniff, lgm_read_lines_next,
     lgm_read_extract_json},
    {"text", ".txt .text", NULL, lgm_read_whole_next, lgm_read_extract_text},
};
static const lgm_read_format *const plain_text = &formats[LGM_COUNT(formats) - 1];

static bool ends_in_one_of(const char *name, size_t len, const char *endings)
{
    for (const char *e = endings; e; e = strchr(e, ' ')) {
        e += *e == ' ';
        const size_t n = strcspn(e, " ");
        if (len >= n && strncasecmp(name + len - n, e, n) == 0) return true;
    }
    return false;
}

const lgm_read_format *lgm_read_format_by_name(const char *name)
{
    size_t len = strlen(name);
    if (len > 3 && strcasecmp(name + len - 3, ".gz") == 0) len -= 3;
    for (size_t i = 0; i < LGM_COUNT(formats); i++)
        if (ends_in_one_of(name, len, formats[i].endings)) return &formats[i];
    return NULL;
}

const lgm_read_format *lgm_read_format_of(lgm_intake *f, lgm_jsonl *json)
{
    const lgm_read_format *const named = lgm_read_format_by_name(f->name);
    if (named) return named;
    for (size_t i = 0; i < LGM_COUNT(formats); i++)
        if (formats[i].sniff && formats[i].sniff(f, json)) return &formats[i];
    return plain_text;
}
