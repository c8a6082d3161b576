/* members_ahead.c - on to another gzip member without unpacking what is before it. */
#include <string.h>

#include "read/members.h"

enum { LOOKS = 64, WORTH_A_LOOK = 16 << 10 };
enum { MISSES = 8 }; /* after so many, records and members are not the same here */
enum { TRAILER = 4, SIGN = TRAILER + 3 }; /* its length, then 1f 8b 08 of the next member */

/* The place behind the length in the window, where the next member or the file's end follows. */
static const uint8_t *find_end(const lgm_file_bytes *in, const uint8_t sign[SIGN])
{
    const uint8_t *const at = in->at + in->begin;
    const size_t n = in->end - in->begin;
    /* memchr is several times as quick here as memmem. */
    for (size_t i = TRAILER; i + SIGN - TRAILER <= n; i++) {
        const uint8_t *const magic = memchr(at + i, sign[TRAILER], n - (SIGN - TRAILER - 1) - i);
        if (!magic) break;
        if (memcmp(magic - TRAILER, sign, SIGN) == 0) return magic;
        i = (size_t)(magic - at);
    }
    const bool last = in->at_end && n >= TRAILER && memcmp(at + n - TRAILER, sign, TRAILER) == 0;
    return last ? at + n : NULL;
}

bool lgm_read_members_skip(lgm_members *m, lgm_file_bytes *in, uint64_t rest)
{
    const uint64_t from = lgm_read_bytes_place(in), length = m->n_of_member + rest;
    const uint64_t most = rest + rest / 1000 + 1024; /* what does not pack grows a little */
    if (m->kind != LGM_UNPACK_GZIP || !m->unpack || m->bad || m->n_missed > MISSES) return false;
    if (length > WORTH_A_LOOK) m->looks = LOOKS;
    if (m->ended) return rest == 0;
    const uint8_t sign[SIGN] = {(uint8_t)length,
                                (uint8_t)(length >> 8),
                                (uint8_t)(length >> 16),
                                (uint8_t)(length >> 24),
                                0x1f,
                                0x8b,
                                8};
    lgm_read_bytes_hold(in, false);
    while (lgm_read_bytes_place(in) - from <= most) {
        const uint8_t *const end = find_end(in, sign);
        if (end) {
            lgm_read_bytes_use(in, (size_t)(end - in->at) - in->begin);
            m->ended = true;
            return true;
        }
        if (in->at_end || !in->is_file) break;
        const size_t left = in->end - in->begin, keep = left < SIGN - 1 ? left : SIGN - 1;
        lgm_read_bytes_use(in, left - keep);
        if (lgm_read_bytes_fill_up(in, NULL) != LGM_OK) break;
    }
    m->n_missed += in->is_file;
    return !lgm_read_bytes_seek(in, from); /* false: only files moved on, and they move back */
}

/* ---- after damage ---- */

bool lgm_read_members_resume(lgm_members *m, lgm_file_bytes *in)
{
    static const uint8_t sign[] = {0x1f, 0x8b, 8};
    const bool behind = !m->unpack && m->trailing, damaged = m->bad == LGM_UNPACK_DAMAGED;
    if (m->kind != LGM_UNPACK_GZIP || (!behind && !damaged)) return false;
    if (!lgm_read_bytes_seek(in, m->place + 1)) lgm_read_bytes_hold(in, false);
    if (behind && lgm_unpack_new(&m->unpack, m->kind, NULL) != LGM_OK) return false;
    for (;;) {
        const size_t left = in->end - in->begin;
        const uint8_t *const at = in->at + in->begin;
        const uint8_t *const found = left ? memmem(at, left, sign, sizeof sign) : NULL;
        if (found) {
            lgm_read_bytes_use(in, (size_t)(found - at));
            break;
        }
        if (in->at_end) return false;
        if (left >= sizeof sign) lgm_read_bytes_use(in, left - (sizeof sign - 1));
        if (lgm_read_bytes_fill(in, sizeof sign, NULL) != LGM_OK) return false;
    }
    m->bad = LGM_UNPACK_ON;
    m->ended = false;
    m->n_of_member = m->trailing = 0;
    m->place = lgm_read_bytes_place(in);
    return lgm_unpack_again(m->unpack);
}
