/*
 * fuzz_profile.c - bytes that are no packed profile are refused; a profile that they are is the
 * same once more when it is packed, and may be compared.
 *
 * The input is a packed profile; where half of it is one too, both are compared.
 */
#include "fuzz.h"
#include "profile/alike.h"

static lgm_arena *arena;

static void check_packed(const lgm_profile *p)
{
    lgm_profile back;
    lgm_buf out = {0};
    lgm_profile_pack(p, &out);
    CHECK(!out.failed);
    CHECK(lgm_profile_unpack(&back, (lgm_slice){out.at, out.len}, arena, NULL) == LGM_OK);
    CHECK(back.day == p->day && back.n_days == p->n_days && back.n_years == p->n_years);
    for (int i = 0; i < LGM_PROFILE_ASPECTS; i++) {
        CHECK(back.aspects[i].n == p->aspects[i].n);
        CHECK(back.aspects[i].length == p->aspects[i].length);
    }
    lgm_buf_done(&out);
}

static void check_keys(const lgm_profile *p)
{
    lgm_profile_term keys[16];
    const size_t n = lgm_profile_keys(p, keys, LGM_COUNT(keys));
    CHECK(n <= LGM_COUNT(keys) && n <= p->aspects[LGM_PROFILE_WORDS].n);
}

static void check_alike(const lgm_profile *a, const lgm_profile *b)
{
    double f[LGM_PROFILE_FEATURES];
    lgm_profile_compare(a, b, f);
    for (int i = 0; i < LGM_PROFILE_FEATURES; i++) CHECK(f[i] >= 0 && f[i] <= 1 + 1e-9);
    CHECK(lgm_profile_alike(a, b) == lgm_profile_alike(b, a));
    CHECK(lgm_profile_retold(a, b) == lgm_profile_retold(b, a));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *const bytes = (const char *)data;
    lgm_profile a, b;
    lgm_err err;
    if (!arena && lgm_arena_new(&arena, 0, NULL) != LGM_OK) return 0;
    lgm_arena_reset(arena);
    const lgm_status whole = lgm_profile_unpack(&a, (lgm_slice){bytes, size}, arena, &err);
    CHECK(whole == LGM_OK || whole == LGM_E_CORRUPT || whole == LGM_E_NOMEM);
    if (whole == LGM_OK) {
        check_packed(&a);
        check_keys(&a);
        check_alike(&a, &a);
    }
    if (size < 2 || lgm_profile_unpack(&a, (lgm_slice){bytes, size / 2}, arena, &err) != LGM_OK ||
        lgm_profile_unpack(&b, (lgm_slice){bytes + size / 2, size - size / 2}, arena, &err) !=
            LGM_OK)
        return 0;
    check_alike(&a, &b);
    return 0;
}
