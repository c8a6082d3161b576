/* export_facts.c - what several formats want to know of a claim or an event. */
#include <string.h>

#include "base/day_range.h"
#include "export/exporting.h"

lgm_cpspan lgm_export_sentence(const lgm_record *r, uint32_t point)
{
    size_t from = 0, to = r->sentences.n;
    while (from < to) { /* the first that ends behind it */
        const size_t middle = (from + to) / 2;
        if (r->sentences.at[middle].end <= point)
            from = middle + 1;
        else
            to = middle;
    }
    if (from == r->sentences.n || r->sentences.at[from].start > point)
        return (lgm_cpspan){point, point};
    return r->sentences.at[from];
}

void lgm_export_pieces(lgm_buf *b, const lgm_record *r, lgm_spans spans)
{
    for (size_t i = 0; i < spans.n; i++) {
        if (i) lgm_buf_puts(b, " ... ");
        lgm_buf_words(b, lgm_export_quote(r, spans.at[i]));
    }
}

lgm_str lgm_export_speaker(const lgm_record *r, const lgm_claim *c)
{
    if (c->speaker != LGM_NONE) return r->entities.at[c->speaker].name;
    return c->source.n ? lgm_record_quote(r, c->source.at[0]) : (lgm_str){0};
}

/* They are in order of text. */
const lgm_entity_mention *lgm_export_nearest(const lgm_entity *e, uint32_t point)
{
    size_t from = 0, to = e->mentions.n;
    while (from < to) { /* the first that begins there or behind it */
        const size_t middle = (from + to) / 2;
        if (e->mentions.at[middle].start < point)
            from = middle + 1;
        else
            to = middle;
    }
    if (from == e->mentions.n) return &e->mentions.at[from - 1];
    if (!from) return &e->mentions.at[0];
    const lgm_entity_mention *const before = &e->mentions.at[from - 1];
    return point - before->start <= before[1].start - point ? before : before + 1;
}

/* ---- ids ---- */

static uint64_t add_words(uint64_t h, const lgm_record *r, lgm_cpspan span)
{
    const lgm_str words = lgm_record_quote(r, span);
    return lgm_hash64_add(lgm_hash64_add(h, words.ptr, words.len), "", 1);
}

uint64_t lgm_export_claim_id(const lgm_export *x, const lgm_record *r, size_t claim)
{
    const lgm_claim *const c = &r->claims.at[claim];
    uint64_t h = lgm_hash64_add(lgm_hash64_begin('c'), x->key, sizeof x->key);
    for (size_t i = 0; i < c->source.n; i++) h = add_words(h, r, c->source.at[i]);
    for (size_t i = 0; i < c->cue.n; i++) h = add_words(h, r, c->cue.at[i]);
    for (size_t i = 0; i < c->content.n; i++) h = add_words(h, r, c->content.at[i]);
    return lgm_hash64_end(h);
}

static uint64_t event_hash(const lgm_export *x, const lgm_record *r, const lgm_event *v)
{
    uint64_t h = lgm_hash64_add(lgm_hash64_begin('v'), x->key, sizeof x->key);
    h = add_words(h, r, lgm_export_sentence(r, v->trigger.start));
    return lgm_hash64_end(add_words(h, r, v->trigger));
}

/* The table counts how often a hash was there: room slots of a hash and a number. */
static uint64_t seen_before(uint64_t *table, size_t room, uint64_t hash)
{
    size_t at = hash & (room - 1);
    while (table[2 * at + 1] && table[2 * at] != hash) at = (at + 1) & (room - 1);
    table[2 * at] = hash;
    return table[2 * at + 1]++;
}

/* Ids must differ where a sentence has a word twice, or the text a sentence: the second is another
 * one than the first. */
bool lgm_export_events_of(lgm_export *x, const lgm_record *r)
{
    size_t room = 16;
    while (room < 2 * r->events.n) room *= 2;
    const size_t wanted = r->events.n + 2 * room;
    if (x->ids_room < wanted) {
        uint64_t *const grown = lgm_realloc(x->ids, wanted * sizeof *grown);
        if (!grown) return false;
        x->ids = grown;
        x->ids_room = wanted;
    }
    memset(x->ids, 0, wanted * sizeof *x->ids);
    for (size_t i = 0; i < r->events.n; i++) {
        uint64_t id = event_hash(x, r, &r->events.at[i]);
        const uint64_t before = seen_before(x->ids + r->events.n, room, id);
        if (before) id = lgm_hash64(before, (const char *)&id, sizeof id);
        x->ids[i] = id >> 1 ? id >> 1 : 1; /* fits a signed number */
    }
    return true;
}

void lgm_export_put_hex(lgm_buf *b, uint64_t id)
{
    char digits[16];
    for (int i = 0; i < 16; i++) digits[i] = "0123456789abcdef"[id >> (60 - 4 * i) & 15];
    lgm_buf_put(b, digits, sizeof digits);
}

/* ---- when and where ---- */

lgm_export_day_kind lgm_export_days(const lgm_record *r, const lgm_event *v, int32_t *from,
                                    int32_t *to)
{
    lgm_day_range range;
    if (v && v->time && lgm_day_range_of(&range, lgm_export_slice(v->time->value))) {
        *from = range.from;
        *to = range.to;
        return LGM_EXPORT_STATED;
    }
    if (!r->date.ptr || !lgm_day_range_of(&range, lgm_export_slice(r->date)))
        return LGM_EXPORT_NO_DAY;
    *from = *to = range.from;
    return LGM_EXPORT_PUBLISHED;
}

static void put_digits(lgm_buf *b, int32_t value, int32_t unit)
{
    for (; unit; unit /= 10) lgm_buf_putc(b, (char)('0' + value / unit % 10));
}

void lgm_export_put_day(lgm_buf *b, int32_t day, const char *between)
{
    const lgm_ymd d = lgm_calendar_date(day);
    put_digits(b, d.year, 1000);
    lgm_buf_puts(b, between);
    put_digits(b, d.month, 10);
    lgm_buf_puts(b, between);
    put_digits(b, d.day, 10);
}

const lgm_entity_place *lgm_export_place_of(const lgm_record *r, const lgm_event *v)
{
    return v->place == LGM_NONE ? NULL : r->entities.at[v->place].place;
}

static bool two_digits(const char *s, int64_t most, int64_t *out)
{
    if (s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9') return false;
    *out = (s[0] - '0') * 10 + (s[1] - '0');
    return *out <= most;
}

/* "2024-05-24T09:30:00+02:00" or a day; 0 = neither. */
static int64_t seconds_of(lgm_str s)
{
    lgm_day_range range;
    int64_t hour, minute, second, zone_hour, zone_minute;
    if (s.len < 10 || !lgm_day_range_of(&range, (lgm_slice){s.ptr, 10})) return 0;
    const int64_t day = (int64_t)range.from * 86400;
    if (s.len < 19 || !two_digits(s.ptr + 11, 23, &hour) || !two_digits(s.ptr + 14, 59, &minute) ||
        !two_digits(s.ptr + 17, 60, &second))
        return day;
    int64_t at = day + hour * 3600 + minute * 60 + second;
    const char *const zone = s.ptr + s.len - 6;
    if (s.len >= 25 && (zone[0] == '+' || zone[0] == '-') && two_digits(zone + 1, 23, &zone_hour) &&
        two_digits(zone + 4, 59, &zone_minute))
        at -= (zone[0] == '+' ? 60 : -60) * (zone_hour * 60 + zone_minute);
    return at;
}

int64_t lgm_export_moment(const lgm_export *x, const lgm_record *r)
{
    const lgm_str known[] = {r->retrieved, r->modified, r->published, r->date};
    int64_t at = x->report.moment;
    for (size_t i = 0; i < LGM_COUNT(known) && at <= 0; i++)
        if (known[i].ptr) at = seconds_of(known[i]);
    return at > 0 ? at : 0;
}

void lgm_export_put_address(lgm_buf *b, const lgm_record *r)
{
    char hex[65];
    if (r->url.len) {
        lgm_buf_put(b, r->url.ptr, r->url.len);
        return;
    }
    lgm_hex(r->sha256, 32, hex);
    lgm_buf_puts(b, "urn:legomena:");
    lgm_buf_puts(b, hex);
}
