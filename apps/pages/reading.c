/* reading.c - see reading.h. */
#include "reading.h"

#include <stdio.h>
#include <string.h>

static bool is_blank(const char *s, size_t len)
{
    while (len && strchr(" \t\r", s[len - 1]) && s[len - 1]) len--;
    return len == 0;
}

static uint32_t code_points(const char *s, size_t len)
{
    uint32_t n = 0;
    for (size_t i = 0; i < len; i++) n += ((unsigned char)s[i] & 0xC0) != 0x80;
    return n;
}

/* Says what a line is: a mark before it, in a margin of its own where lines hang. */
static text_style begin_line(wrapper *w, const lgm_block *b)
{
    static const struct look {
        const char *mark;
        int hanging;
        text_style style;
    } looks[] = {
        [LGM_BLOCK_HEADING] = {"", 0, STYLE_BOLD},
        [LGM_BLOCK_LIST_ITEM] = {"\u2022 ", 2, STYLE_PLAIN},
        [LGM_BLOCK_QUOTATION] = {"\u2502 ", 2, STYLE_QUOTE},
        [LGM_BLOCK_CAPTION] = {"[caption] ", 0, STYLE_DIM},
        [LGM_BLOCK_TABLE_ROW] = {"", 2, STYLE_PLAIN},
        [LGM_BLOCK_ENTRY] = {"", 0, STYLE_HEAD},
        [LGM_BLOCK_CREDIT] = {"", 0, STYLE_DIM},
    };
    const struct look *const look = b ? &looks[b->kind] : NULL;
    wrap_indent(w, 0, look ? look->hanging : 0);
    if (!look) return STYLE_PLAIN;
    wrap_words(w, STYLE_DIM, look->mark);
    return look->style;
}

typedef struct blocks { /* met in order */
    const lgm_record *record;
    size_t at;
} blocks;

/* The block that a line from cp on is in, pages aside; says where a page begins. */
static const lgm_block *block_of(wrapper *w, blocks *b, uint32_t cp, uint32_t end)
{
    const lgm_block *found = NULL;
    for (size_t i = b->at; i < b->record->layout.n; i++) {
        const lgm_block *const l = &b->record->layout.at[i];
        if (l->start >= end) break;
        if (l->kind == LGM_BLOCK_PAGE && l->start >= cp && l->number > 1) {
            char page[32];
            snprintf(page, sizeof page, "page %u", l->number);
            wrap_indent(w, 0, 0);
            wrap_words(w, STYLE_DIM, page);
            wrap_end(w);
            strbuf_puts(w->out, "\n");
        } else if (l->kind != LGM_BLOCK_PAGE && l->end > cp && !found) {
            found = l;
        }
        if (l->end <= end) b->at = i + 1;
    }
    return found;
}

void reading_write(wrapper *w, const lgm_record *r)
{
    const char *at = r->text.ptr, *const end = at + r->text.len;
    bool parted = false; /* several blank lines are one */
    blocks b = {.record = r};
    uint32_t cp = 0;
    while (at < end) {
        const char *const lf = memchr(at, '\n', (size_t)(end - at));
        const size_t len = (size_t)((lf ? lf : end) - at);
        const uint32_t cp_end = cp + code_points(at, len);
        if (is_blank(at, len)) {
            parted = true;
        } else {
            if (parted || at == r->text.ptr) strbuf_puts(w->out, "\n");
            parted = false;
            wrap_text(w, begin_line(w, block_of(w, &b, cp, cp_end)), at, len);
            wrap_end(w);
        }
        at += len + (lf != NULL);
        cp = cp_end + (lf != NULL);
    }
}
