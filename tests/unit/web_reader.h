/* web_reader.h - tests of room web read pages by this: text_of(*state, html). */
#ifndef LGM_WEB_READER_H
#define LGM_WEB_READER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "web/web.h"

#define UNUSED __attribute__((unused))

typedef struct reader {
    lgm_arena *arena;
    lgm_web *web;
    char *html; /* a copy of exactly its length, so that a sanitizer sees what reads beyond */
    lgm_web_page page;
} reader;

static inline int open_reader(void **state)
{
    reader *r = calloc(1, sizeof *r);
    assert_int_equal(lgm_arena_new(&r->arena, 0, NULL), LGM_OK);
    assert_int_equal(lgm_web_new(&r->web, NULL), LGM_OK);
    *state = r;
    return 0;
}

static inline int close_reader(void **state)
{
    reader *r = *state;
    lgm_web_free(r->web);
    lgm_arena_free(r->arena);
    free(r->html);
    free(r);
    return 0;
}

static inline const char *read_bytes(reader *r, const char *html, size_t len,
                                     const lgm_web_hints *hints)
{
    free(r->html);
    r->html = malloc(len ? len : 1);
    memcpy(r->html, html, len);
    lgm_arena_reset(r->arena);
    lgm_err err;
    if (lgm_web_read(r->web, (lgm_slice){r->html, len}, hints, r->arena, &r->page, &err) != LGM_OK)
        fail_msg("%s", err.message);
    return r->page.text.ptr;
}

static inline const char *text_of(reader *r, const char *html)
{
    return read_bytes(r, html, strlen(html), NULL);
}

#define P1                                                                                         \
    "The council of Port Ostrel closed the old bridge on Monday, the mayor said, after divers "    \
    "found cracks in two of its piers."
#define P2                                                                                         \
    "Ferries will carry workers across the river until spring, and the harbour master expects "    \
    "long queues in the mornings."
#define P3                                                                                         \
    "Repairs could cost nine million crowns, according to an engineer who advised the council, "   \
    "Joren Vale."
#define STORY "<p>" P1 "</p><p>" P2 "</p><p>" P3 "</p>"

#define PAGE(name) cmocka_unit_test_setup_teardown(name, open_reader, close_reader)

#endif
