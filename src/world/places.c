/* places.c - proves the table of places when it is opened, and looks names up in it. */
#include "world/places.h"

#include <assert.h>
#include <string.h>

#include "base/sealed.h"

enum {
    HEADER = LGM_SEALED_HEADER,
    ALIGN = 64,
    VERSION = 1,
    PLACE_BITS = 24,
    MAX_BITS = 24,
    MAX_LAT = 9000000,
    MAX_LON = 18000000
};

struct lgm_places {
    lgm_map map; /* empty where the bytes are the caller's */
    uint32_t n, n_names, bits, n_countries, n_divisions, n_text;
    const uint32_t *id, *name, *code, *index, *tag, *ref;
    const int32_t *lat, *lon;
    const uint16_t *admin1;
    const uint8_t *country, *kind, *size;
    const char *text;
};

/* ---- check ----------------------------------------------------------------------------------- */

static const lgm_sealed TABLE = {"LGMPLACE", "a table of places", VERSION, 24};

static lgm_status check_header(lgm_places *p, const uint8_t *data, size_t len, const char *what,
                               lgm_err *err)
{
    const lgm_status st = lgm_sealed_check(&TABLE, data, len, what, err);
    if (st != LGM_OK) return st;
    p->n = lgm_u32_at(data + 12);
    p->n_names = lgm_u32_at(data + 32);
    p->bits = lgm_u32_at(data + 36);
    p->n_countries = lgm_u32_at(data + 40);
    p->n_divisions = lgm_u32_at(data + 44);
    p->n_text = lgm_u32_at(data + 48);
    if (p->n == 0 || p->n > 1u << PLACE_BITS || p->bits < 1 || p->bits > MAX_BITS ||
        p->n_countries > LGM_PLACES_NO_COUNTRY || p->n_divisions > LGM_PLACES_MAX_DIVISIONS ||
        p->n_countries + p->n_divisions > p->n || p->n_text == 0 || lgm_u32_at(data + 52) != 0)
        return lgm_fail(err, LGM_E_CORRUPT, "%s: a field of the header is out of range", what);
    return LGM_OK;
}

/* The next column; NULL where the file is too short for it. */
static const void *column(const uint8_t *data, size_t len, uint64_t *at, uint64_t items,
                          size_t item)
{
    const uint64_t start = *at, bytes = items * item, room = (bytes + ALIGN - 1) / ALIGN * ALIGN;
    if (start > len || room > len - start) return NULL;
    *at = start + room;
    return data + start;
}

static bool bind_columns(lgm_places *p, const uint8_t *data, size_t len)
{
    uint64_t at = HEADER;
    const uint64_t coded = (uint64_t)p->n_countries + p->n_divisions;
    p->id = column(data, len, &at, p->n, 4);
    p->lat = column(data, len, &at, p->n, 4);
    p->lon = column(data, len, &at, p->n, 4);
    p->name = column(data, len, &at, p->n, 4);
    p->admin1 = column(data, len, &at, p->n, 2);
    p->country = column(data, len, &at, p->n, 1);
    p->kind = column(data, len, &at, p->n, 1);
    p->size = column(data, len, &at, p->n, 1);
    p->code = column(data, len, &at, coded, 4);
    p->index = column(data, len, &at, (1ull << p->bits) + 1, 4);
    p->tag = column(data, len, &at, p->n_names, 4);
    p->ref = column(data, len, &at, p->n_names, 4);
    p->text = (const char *)data + at;
    /* A column that did not fit left `at` behind, so the size cannot come out right. */
    return p->id && p->lat && p->lon && p->name && p->admin1 && p->country && p->kind && p->size &&
           p->code && p->index && p->tag && p->ref && at + p->n_text == len;
}

static bool is_string(const lgm_places *p, uint32_t at)
{
    return at > 0 && at < p->n_text && p->text[at - 1] == 0 && p->text[at] != 0;
}

/* NUL at both ends, valid UTF-8, no control characters. */
static bool text_holds(const lgm_places *p)
{
    if (p->text[0] != 0 || p->text[p->n_text - 1] != 0) return false;
    for (uint32_t i = 0; i < p->n_text; i++) {
        const unsigned char c = (unsigned char)p->text[i];
        if ((c < ' ' && c != 0) || c == 127) return false;
    }
    return lgm_utf8_valid(p->text, p->n_text) == p->n_text;
}

static bool place_holds(const lgm_places *p, uint32_t i)
{
    const bool country = i < p->n_countries;
    const bool division = !country && i < p->n_countries + p->n_divisions;
    return is_string(p, p->name[i]) && p->lat[i] >= -MAX_LAT && p->lat[i] <= MAX_LAT &&
           p->lon[i] >= -MAX_LON && p->lon[i] <= MAX_LON && p->kind[i] < LGM_PLACE_N_KINDS &&
           p->admin1[i] <= p->n_divisions &&
           (p->country[i] < p->n_countries || p->country[i] == LGM_PLACES_NO_COUNTRY) &&
           (p->kind[i] == LGM_PLACE_COUNTRY) == country && (!country || p->country[i] == i) &&
           (p->kind[i] == LGM_PLACE_ADMIN1) == division &&
           (!division || p->admin1[i] == i - p->n_countries + 1);
}

static const char *wrong_place(const lgm_places *p)
{
    for (uint32_t i = 0; i < p->n; i++)
        if (!place_holds(p, i)) return "a place is not as it can be";
    for (uint32_t i = 0; i < p->n_countries + p->n_divisions; i++) {
        if (!is_string(p, p->code[i])) return "a code is not as it can be";
        if (i >= p->n_countries) continue;
        const char *const cc = p->text + p->code[i];
        if (strlen(cc) != 2 || (i > 0 && strcmp(p->text + p->code[i - 1], cc) >= 0))
            return "countries are not in order";
    }
    return NULL;
}

static const char *wrong_name(const lgm_places *p)
{
    const uint32_t slots = 1u << p->bits;
    if (p->index[0] != 0 || p->index[slots] != p->n_names) return "the index has wrong ends";
    for (uint32_t k = 0; k < slots; k++) {
        if (p->index[k] > p->index[k + 1] || p->index[k + 1] > p->n_names)
            return "the index is not in order";
        for (uint32_t i = p->index[k]; i + 1 < p->index[k + 1]; i++)
            if (p->tag[i] > p->tag[i + 1]) return "names are not in order";
    }
    for (uint32_t i = 0; i < p->n_names; i++)
        if ((p->ref[i] & ((1u << PLACE_BITS) - 1)) >= p->n) return "a name is that of no place";
    return NULL;
}

lgm_status lgm_world_places_open_bytes(lgm_places **out, const void *data, size_t len,
                                       const char *what, lgm_err *err)
{
    *out = NULL;
    assert((uintptr_t)data % ALIGN == 0);
    lgm_places *const p = lgm_calloc(1, sizeof *p);
    if (!p) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    lgm_status st = check_header(p, data, len, what, err);
    if (st == LGM_OK) {
        const char *wrong = NULL;
        if (!bind_columns(p, data, len)) wrong = "its parts do not make up its size";
        if (!wrong && !text_holds(p)) wrong = "its text is not as it can be";
        if (!wrong) wrong = wrong_place(p);
        if (!wrong) wrong = wrong_name(p);
        if (wrong) st = lgm_fail(err, LGM_E_CORRUPT, "%s: damaged, %s", what, wrong);
    }
    if (st == LGM_OK)
        *out = p;
    else
        lgm_free(p);
    return st;
}

lgm_status lgm_world_places_open(lgm_places **out, const char *path, lgm_err *err)
{
    lgm_map map = {0};
    *out = NULL;
    lgm_status st = lgm_map_file(&map, path, err);
    if (st == LGM_OK) st = lgm_world_places_open_bytes(out, map.data, map.len, path, err);
    if (st == LGM_OK)
        (*out)->map = map;
    else
        lgm_map_close(&map);
    return st;
}

void lgm_world_places_close(lgm_places *p)
{
    if (!p) return;
    lgm_map_close(&p->map);
    lgm_free(p);
}

/* ---- look up --------------------------------------------------------------------------------- */

uint32_t lgm_world_places_n(const lgm_places *p)
{
    return p->n;
}
uint32_t lgm_world_places_n_divisions(const lgm_places *p)
{
    return p->n_divisions;
}

lgm_place lgm_world_places_at(const lgm_places *p, uint32_t i)
{
    assert(i < p->n);
    const uint32_t c = p->country[i], d = p->admin1[i];
    return (lgm_place){
        .geonames = p->id[i],
        .lat = p->lat[i],
        .lon = p->lon[i],
        .name = p->text + p->name[i],
        .cc = c == LGM_PLACES_NO_COUNTRY ? NULL : p->text + p->code[c],
        .admin1 = d == 0 ? NULL : p->text + p->code[p->n_countries + d - 1],
        .country = c,
        .division = d,
        .kind = (lgm_place_kind)p->kind[i],
        .size = p->size[i],
    };
}

uint32_t lgm_world_places_find(const lgm_places *p, const char *folded, size_t len, uint32_t *n)
{
    const uint64_t hash = lgm_hash64(0, folded, len);
    const uint32_t slot = (uint32_t)(hash >> (64 - p->bits)),
                   tag = (uint32_t)(hash >> (32 - p->bits));
    uint32_t first = p->index[slot];
    const uint32_t end = p->index[slot + 1];
    while (first < end && p->tag[first] < tag) first++;
    *n = 0;
    while (first + *n < end && p->tag[first + *n] == tag) ++*n;
    return first;
}

lgm_place_hit lgm_world_places_hit(const lgm_places *p, uint32_t first, uint32_t i)
{
    const uint32_t ref = p->ref[first + i];
    return (lgm_place_hit){ref & ((1u << PLACE_BITS) - 1), ref >> PLACE_BITS};
}

uint32_t lgm_world_places_country(const lgm_places *p, const char *cc)
{
    uint32_t lo = 0, hi = p->n_countries;
    while (lo < hi) {
        const uint32_t mid = lo + (hi - lo) / 2;
        const int order = strcmp(p->text + p->code[mid], cc);
        if (order == 0) return mid;
        if (order < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    return LGM_PLACES_NO_COUNTRY;
}
