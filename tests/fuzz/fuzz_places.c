/*
 * fuzz_places.c - a table of places is refused or safe: in what opens every place can be read and
 * every name looked up.
 *
 * Size and checksums in the header are made good first, else nothing would get past them.
 */
#include "../unit/place_seal.h"
#include "fuzz.h"
#include "world/names.h"
#include "world/places.h"

static volatile uint64_t sink;

static void use(const lgm_places *p)
{
    for (uint32_t i = 0; i < lgm_world_places_n(p); i++) {
        const lgm_place x = lgm_world_places_at(p, i);
        char folded[LGM_WORLD_FOLDED];
        const size_t len = lgm_world_fold((lgm_slice){x.name, strlen(x.name)}, folded);
        uint32_t n;
        const uint32_t first = lgm_world_places_find(p, folded, len, &n);
        for (uint32_t k = 0; k < n; k++)
            CHECK(lgm_world_places_hit(p, first, k).place < lgm_world_places_n(p));
        CHECK(x.division <= lgm_world_places_n_divisions(p));
        if (x.cc) CHECK(lgm_world_places_country(p, x.cc) == x.country);
        sink += strlen(x.name) + (x.admin1 ? strlen(x.admin1) : 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint8_t *const copy = lgm_aligned_alloc(64, size ? size : 1);
    CHECK(copy);
    if (size) memcpy(copy, data, size);
    if (size >= PLACE_HEADER) place_seal(copy, size);

    lgm_places *p;
    lgm_err err = {0};
    const lgm_status st = lgm_world_places_open_bytes(&p, copy, size, "fuzz", &err);
    CHECK((st == LGM_OK) == (p != NULL) && (st == LGM_OK || err.message[0]));
    if (p) use(p);
    lgm_world_places_close(p);
    lgm_free(copy);
    return 0;
}
