/*
 * fuzz_mail.c - any bytes as a message of mail: it is refused with words, or what its header says
 * and its text are UTF-8; the same bytes say the same twice.
 */
#include "fuzz.h"
#include "mail/mail.h"

#include <string.h>

static void valid(lgm_slice s)
{
    CHECK(!s.ptr || lgm_utf8_valid(s.ptr, s.len) == s.len);
}

static uint64_t mix(uint64_t h, lgm_slice s)
{
    return s.ptr ? lgm_hash64(h, s.ptr, s.len) : h + 1;
}

static uint64_t hash_of(const lgm_mail *m)
{
    const lgm_slice all[] = {m->subject, m->from_name, m->date,    m->id,
                             m->url,     m->body,      m->charset, m->left_out};
    uint64_t h = m->n_left_out * 7 + m->n_bad * 3 + m->is_page * 2u + m->is_saved_page;
    for (size_t i = 0; i < LGM_COUNT(all); i++) h = mix(h, all[i]);
    return h;
}

static uint64_t read_mail(lgm_slice message)
{
    lgm_arena *a;
    lgm_mail m = {0};
    lgm_err err = {0};
    CHECK(lgm_arena_new(&a, 0, NULL) == LGM_OK);
    const lgm_status st = lgm_mail_read(a, message, &m, &err);
    uint64_t h = lgm_hash64(0, err.message, strlen(err.message));
    CHECK(st == LGM_OK || ((st == LGM_E_FORMAT || st == LGM_E_BUDGET) && err.message[0]));
    if (st == LGM_OK) {
        const lgm_slice all[] = {m.subject, m.from_name, m.date, m.id};
        for (size_t i = 0; i < LGM_COUNT(all); i++) valid(all[i]);
        valid(m.left_out);
        if (!m.is_page) valid(m.body);
        h = hash_of(&m);
    }
    lgm_arena_free(a);
    return h;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *const exact = malloc(size ? size : 1);
    CHECK(exact);
    if (size) memcpy(exact, data, size);
    const lgm_slice message = {exact, size};
    CHECK(read_mail(message) == read_mail(message));
    free(exact);
    return 0;
}
