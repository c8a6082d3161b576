/* members.c - unpacking by steps, or a whole member at once. */
#include "read/members.h"

#include <string.h>

enum { STEP_ROOM = 128 << 10, LOOK = 2 << 10 };
enum { LIKELY_WHOLE = 64 << 10, WHOLE_ROOM = 8 << 20 };
static const uint64_t RATIO_FROM = 1u << 20; /* short files may be as regular as they like */

lgm_status lgm_read_members_start(lgm_members *m, lgm_file_bytes *in, lgm_err *err)
{
    const lgm_status st = lgm_read_bytes_fill(in, LGM_UNPACK_HEAD, err);
    if (st != LGM_OK && in->end == in->begin) return st; /* else what is there goes out first */
    m->kind = lgm_unpack_kind_of(in->at + in->begin, in->end - in->begin);
    if (m->kind == LGM_UNPACK_NONE) return LGM_OK;
    m->out = lgm_malloc(m->room = STEP_ROOM);
    if (!m->out || lgm_unpack_new(&m->unpack, m->kind, NULL) != LGM_OK)
        return lgm_fail(err, LGM_E_NOMEM, "%s: out of memory", in->name);
    const lgm_status with =
        m->kind == LGM_UNPACK_ZSTD ? lgm_read_members_dictionary(m, in, err) : LGM_OK;
    m->place = lgm_read_bytes_place(in);
    return with;
}

void lgm_read_members_done(lgm_members *m)
{
    lgm_unpack_free(m->unpack);
    lgm_unpack_whole_free(m->whole);
    lgm_free(m->out);
    *m = (lgm_members){0};
}

/* Counts the bytes that stand behind the last member and are no padding. */
static lgm_status count_trailing(lgm_members *m, lgm_file_bytes *in, lgm_err *err)
{
    lgm_unpack_free(m->unpack);
    m->unpack = NULL;
    m->place = lgm_read_bytes_place(in);
    for (uint64_t looked = 0; in->begin < in->end;) {
        looked += in->end - in->begin;
        for (; in->begin < in->end; lgm_read_bytes_use(in, 1))
            if (in->at[in->begin] || m->trailing) m->trailing++;
        if (looked > LGM_STREAM_TRAILING) {
            m->trailing = looked; /* zeros without end are no padding */
            return LGM_OK;
        }
        const lgm_status st = lgm_read_bytes_fill(in, 1, err);
        if (st != LGM_OK) return st;
    }
    return LGM_OK;
}

static lgm_status pass_padding(lgm_members *m, lgm_file_bytes *in, lgm_err *err)
{
    for (uint64_t n = 0;; n++) {
        const lgm_status st = lgm_read_bytes_fill(in, LGM_UNPACK_HEAD, err);
        const bool zero = st == LGM_OK && in->begin < in->end && in->at[in->begin] == 0;
        if (!zero || n > LGM_STREAM_SILENT) return st;
        m->silent++;
        lgm_read_bytes_use(in, 1);
    }
}

/* After a member: another one, perhaps behind zeros, or bytes that do not belong here. */
static lgm_status next_member(lgm_members *m, lgm_file_bytes *in, lgm_err *err)
{
    m->ended = false;
    m->bad = LGM_UNPACK_ON;
    m->n++;
    lgm_read_bytes_hold(in, false);
    const lgm_status st = pass_padding(m, in, err);
    if (st != LGM_OK) return st;
    if (lgm_unpack_kind_of(in->at + in->begin, in->end - in->begin) != m->kind)
        return count_trailing(m, in, err);
    if (!lgm_unpack_again(m->unpack))
        return lgm_fail(err, LGM_E_NOMEM, "%s: out of memory", in->name);
    m->place = lgm_read_bytes_place(in);
    m->n_of_member = 0;
    if (m->looks) m->looks--;
    if (m->kind == LGM_UNPACK_GZIP && (in->is_file || in->in_memory)) lgm_read_bytes_hold(in, true);
    return LGM_OK;
}

static lgm_status fail(const lgm_members *m, const lgm_file_bytes *in, lgm_unpack_state state,
                       lgm_err *err)
{
    const char *const name = lgm_unpack_name(m->kind);
    if (m->silent > LGM_STREAM_SILENT)
        return lgm_fail(err, LGM_E_CORRUPT, "%s: a mebibyte of %s data that holds nothing",
                        in->name, name);
    switch (state) {
    case LGM_UNPACK_NOMEM: return lgm_fail(err, LGM_E_NOMEM, "%s: out of memory", in->name);
    case LGM_UNPACK_TOO_LARGE:
        return lgm_fail(err, LGM_E_BUDGET, "%s: %s data that wants more than %d MiB to unpack",
                        in->name, name, LGM_UNPACK_MEMORY >> 20);
    case LGM_UNPACK_DAMAGED:
        return lgm_fail(err, LGM_E_CORRUPT, "%s: damaged %s data", in->name, name);
    default: return lgm_fail(err, LGM_E_CORRUPT, "%s: the %s data ends early", in->name, name);
    }
}

/* ---- a member at once ---- */

static bool unpack_held(lgm_members *m, const lgm_file_bytes *in, size_t *used, size_t *made)
{
    bool full;
    const lgm_slice held = {(const char *)in->at + in->hold, in->end - in->hold};
    while (!lgm_unpack_whole_run(m->whole, held, m->out, m->room, used, made, &full)) {
        if (!full || m->room >= WHOLE_ROOM) return false;
        lgm_free(m->out);
        m->out = lgm_malloc(m->room *= 2);
        if (!m->out) return false;
    }
    return true;
}

/* The rest of the member in hand, where it is in the window as a whole. */
static bool take_whole(lgm_members *m, lgm_file_bytes *in, lgm_slice *chunk)
{
    size_t used, made;
    if (!in->holding || (m->looks && !m->n_of_member)) return false;
    if (!m->whole && lgm_unpack_whole_new(&m->whole, NULL) != LGM_OK) return false;
    const bool likely = in->end - in->hold >= LIKELY_WHOLE;
    if (!likely || !unpack_held(m, in, &used, &made)) {
        if (!m->out || lgm_read_bytes_fill_up(in, NULL) != LGM_OK || !in->holding ||
            !unpack_held(m, in, &used, &made)) {
            lgm_read_bytes_hold(in, false);
            return false;
        }
    }
    in->begin = in->hold + used;
    *chunk = (lgm_slice){(const char *)m->out + m->n_of_member, made - (size_t)m->n_of_member};
    m->ended = true;
    return true;
}

/* ---- by steps ---- */

static lgm_unpack_state run(lgm_members *m, lgm_file_bytes *in, size_t *n, size_t room)
{
    lgm_unpack_io io = {in->at + in->begin, in->end - in->begin, m->out + *n, room - *n};
    const lgm_unpack_state state = m->bad ? m->bad : lgm_unpack_run(m->unpack, &io);
    const size_t made = room - *n - io.n_out, used = in->end - in->begin - io.n_in;
    if (state != LGM_UNPACK_END) m->bad = state;
    m->silent = made ? 0 : m->silent + used;
    m->n_of_member += made;
    *n += made;
    lgm_read_bytes_use(in, used);
    return state;
}

static bool begins_archive(const uint8_t *out, size_t n)
{
    return (n >= 5 && memcmp(out, "WARC/", 5) == 0) || (n >= 9 && memcmp(out, "filedesc:", 9) == 0);
}

/* Bytes of one member, of more only as long as there are not `wanted`. What there is goes out
 * before what is wrong is told. */
static lgm_status take_steps(lgm_members *m, lgm_file_bytes *in, size_t *n, lgm_err *err)
{
    const bool first = m->n_out == 0;
    const size_t wanted = first ? LGM_READ_HEAD : 1;
    const size_t room = !first && !m->n_of_member && in->holding ? LOOK : m->room;
    while (*n < wanted && m->unpack) {
        lgm_status st = m->ended ? next_member(m, in, err) : lgm_read_bytes_fill(in, 1, err);
        if (st != LGM_OK) return *n ? LGM_OK : st;
        if (!m->unpack) break;
        const size_t had = *n;
        const lgm_unpack_state state = run(m, in, n, room);
        const bool cut = in->begin == in->end && in->at_end && *n == had;
        m->ended = state == LGM_UNPACK_END;
        if (m->ended && begins_archive(m->out, *n)) break;
        const bool silent = m->silent > LGM_STREAM_SILENT;
        if (!silent && (m->ended || (state == LGM_UNPACK_ON && !cut))) continue;
        return *n ? LGM_OK : fail(m, in, state, err);
    }
    return LGM_OK;
}

static lgm_status check_ratio(const lgm_members *m, const lgm_file_bytes *in, lgm_err *err)
{
    uint64_t packed = lgm_read_bytes_place(in);
    if (packed < RATIO_FROM / 16) packed = RATIO_FROM / 16;
    if (m->n_out <= RATIO_FROM || m->n_out / LGM_STREAM_RATIO <= packed) return LGM_OK;
    return lgm_fail(err, LGM_E_BUDGET, "%s: %s data that grows more than %d times", in->name,
                    lgm_unpack_name(m->kind), LGM_STREAM_RATIO);
}

lgm_status lgm_read_members_more(lgm_members *m, lgm_file_bytes *in, lgm_slice *chunk, lgm_err *err)
{
    size_t n = 0;
    if (m->ended && m->n_out) { /* chunks go over no member's end but in the head */
        const lgm_status st = next_member(m, in, err);
        if (st != LGM_OK) return st;
    }
    m->chunk_begins = m->n_of_member == 0;
    if (m->unpack && take_whole(m, in, chunk)) {
        m->n_of_member += chunk->len;
        n = chunk->len;
    } else if (!m->out) {
        return fail(m, in, LGM_UNPACK_NOMEM, err);
    } else {
        const lgm_status st = take_steps(m, in, &n, err);
        if (st != LGM_OK) return st;
        *chunk = (lgm_slice){(const char *)m->out, n};
    }
    m->n_out += n;
    return check_ratio(m, in, err);
}
