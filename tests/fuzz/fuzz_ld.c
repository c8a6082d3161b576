/* fuzz_ld.c - any bytes as JSON-LD of a page: JSON stays as it is, what is mended is safe to read,
 * and the things that were read hang together. */
#include "base/json_in.h"
#include "fuzz_utf8.h"
#include "web/about_ld.h"
#include "web/about_mend.h"

static bool is_json(lgm_arena *arena, lgm_slice s)
{
    lgm_json_in r = {.start = s.ptr, .at = s.ptr, .end = s.ptr + s.len, .arena = arena};
    lgm_json_skip(&r);
    lgm_json_finish(&r);
    return r.status == LGM_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t n;
    char *const exact = fuzz_utf8(data, size, &n);
    const lgm_slice s = {exact, n};
    lgm_arena *arena;
    lgm_web_things things = {0};
    CHECK(lgm_arena_new(&arena, 0, NULL) == LGM_OK);
    const lgm_slice mended = lgm_web_mend_json(arena, s);
    CHECK(mended.ptr && lgm_utf8_valid(mended.ptr, mended.len) == mended.len);
    if (is_json(arena, s)) CHECK(lgm_slice_eq(mended, s));

    CHECK(lgm_web_read_ld(arena, s, &things, NULL) == LGM_OK);
    for (size_t i = 0; i < things.n; i++)
        CHECK(things.at[i].parent == LGM_LD_NONE || things.at[i].parent < i);
    const uint32_t article = lgm_web_find_article(&things, (lgm_slice){0}, (lgm_slice){0});
    CHECK(article == LGM_LD_NONE || (article < things.n && things.at[article].is_article));
    for (size_t i = 0; i < things.n && i < 64; i++)
        CHECK(lgm_web_meant(&things, &things.at[i]) != NULL);
    lgm_arena_free(arena);
    free(exact);
    return 0;
}
