/* export_places.c - places of the text, counted as a format wants them. */
#include "export/exporting.h"

static bool add_wide(lgm_export *x, uint32_t point)
{
    if (x->n_wide == x->wide_room) {
        const size_t room = x->wide_room ? x->wide_room * 2 : 64;
        uint32_t *const grown = lgm_realloc(x->wide, room * sizeof *grown);
        if (!grown) return false;
        x->wide = grown;
        x->wide_room = room;
    }
    x->wide[x->n_wide++] = point;
    return true;
}

/* Those above U+FFFF are two units of UTF-16; most texts have none. */
bool lgm_export_places_of(lgm_export *x, const lgm_record *r)
{
    uint32_t point = 0;
    x->n_wide = 0;
    if (!r->byte_of) return true;
    for (size_t i = 0; i < r->text.len; i++) {
        const unsigned char c = (unsigned char)r->text.ptr[i];
        if (c >= 0xf0 && !add_wide(x, point)) return false;
        point += (c & 0xc0) != 0x80;
    }
    return true;
}

uint64_t lgm_export_utf16(const lgm_export *x, uint32_t point)
{
    size_t from = 0, to = x->n_wide; /* how many are before it */
    while (from < to) {
        const size_t middle = (from + to) / 2;
        if (x->wide[middle] < point)
            from = middle + 1;
        else
            to = middle;
    }
    return (uint64_t)point + from;
}

uint64_t lgm_export_byte(const lgm_record *r, uint32_t point)
{
    return (uint64_t)(lgm_record_quote(r, (lgm_cpspan){point, point}).ptr - r->text.ptr);
}

uint64_t lgm_export_place(const lgm_export *x, const lgm_record *r, uint32_t point)
{
    switch (x->options.offsets) {
    case LGM_OFFSETS_UTF16: return lgm_export_utf16(x, point);
    case LGM_OFFSETS_BYTES: return lgm_export_byte(r, point);
    default: return point;
    }
}

void lgm_export_json_span(lgm_export *x, const lgm_record *r, lgm_cpspan span)
{
    lgm_json_row(&x->json, '[');
    lgm_json_uint(&x->json, lgm_export_place(x, r, span.start));
    lgm_json_uint(&x->json, lgm_export_place(x, r, span.end));
    lgm_json_close(&x->json);
}
