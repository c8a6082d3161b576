/*
 * stix.c - a bundle of STIX 2.1 (OASIS Standard, 10 June 2021): for each report an object of type
 * report, a note for each claim, identities of who speaks, and an opinion where a claim denies or
 * confirms another. Whether something is so, nobody here says.
 *
 * Ids are UUIDs of version 8 (RFC 9562), made of the ids that stay.
 */
#include "export/exporting.h"

/* "note--01234567-89ab-8def-8123-456789abcdef", of a kind of ours and two numbers. */
static void put_id(lgm_export *x, const char *type, uint64_t a, uint64_t b)
{
    const uint64_t both[2] = {a, b};
    uint64_t half[2];
    uint8_t bytes[16];
    char hex[33];
    half[0] = lgm_hash64(1, (const char *)both, sizeof both);
    half[1] = lgm_hash64(2, (const char *)both, sizeof both);
    for (size_t i = 0; i < 16; i++) bytes[i] = (uint8_t)(half[i / 8] >> (56 - 8 * (i % 8)));
    bytes[6] = (uint8_t)((bytes[6] & 0x0f) | 0x80);
    bytes[8] = (uint8_t)((bytes[8] & 0x3f) | 0x80);
    lgm_hex(bytes, 16, hex);
    lgm_json *const w = &x->json;
    char id[64];
    size_t n = 0;
    for (const char *s = type; *s; s++) id[n++] = *s;
    id[n++] = '-', id[n++] = '-';
    for (size_t i = 0; i < 32; i++) {
        if (i == 8 || i == 12 || i == 16 || i == 20) id[n++] = '-';
        id[n++] = hex[i];
    }
    lgm_json_str(w, (lgm_slice){id, n});
}

static uint64_t key_number(const lgm_export *x)
{
    return lgm_hash64(3, x->key, 16);
}

static void tool_id(lgm_export *x)
{
    put_id(x, "identity", 0, 0);
}

static void speaker_id(lgm_export *x, uint64_t entity)
{
    put_id(x, "identity", key_number(x), entity + 1);
}

static void note_id(lgm_export *x, const lgm_record *r, size_t claim)
{
    put_id(x, "note", lgm_export_claim_id(x, r, claim), claim);
}

static void put_moment(lgm_json *w, const char *key, int64_t moment)
{
    const int64_t clock = moment % 86400;
    lgm_buf b = {0};
    lgm_export_put_day(&b, (int32_t)(moment / 86400), "-");
    const int64_t part[3] = {clock / 3600, clock / 60 % 60, clock % 60};
    for (size_t i = 0; i < 3; i++) {
        lgm_buf_putc(&b, i ? ':' : 'T');
        lgm_buf_putc(&b, (char)('0' + part[i] / 10));
        lgm_buf_putc(&b, (char)('0' + part[i] % 10));
    }
    lgm_buf_puts(&b, ".000Z");
    lgm_json_key(w, key), lgm_json_str(w, (lgm_slice){b.at, b.len});
    if (b.failed) w->out->failed = true;
    lgm_buf_done(&b);
}

/* type and spec_version; the caller puts the id; then who made it and when. */
static void open_object(lgm_export *x, const char *type)
{
    lgm_json *const w = &x->json;
    lgm_json_open(w, '{');
    lgm_json_key(w, "type"), lgm_json_text(w, type);
    lgm_json_key(w, "spec_version"), lgm_json_text(w, "2.1");
    lgm_json_key(w, "id");
}

static void put_made(lgm_export *x, int64_t moment)
{
    put_moment(&x->json, "created", moment);
    put_moment(&x->json, "modified", moment);
}

static void end_object(lgm_export *x)
{
    lgm_json_close(&x->json);
    lgm_buf_putc(&x->out, '\n');
}

/* ---- records ---- */

static void put_speaker(lgm_export *x, const lgm_record *r, uint32_t e)
{
    lgm_json *const w = &x->json;
    const lgm_entity_type type = r->entities.at[e].type;
    open_object(x, "identity");
    speaker_id(x, e);
    lgm_json_key(w, "created_by_ref"), tool_id(x);
    put_made(x, lgm_export_moment(x, r));
    lgm_json_key(w, "name"), lgm_json_str(w, lgm_export_slice(r->entities.at[e].name));
    lgm_json_key(w, "identity_class");
    lgm_json_text(w, type == LGM_ENTITY_PER   ? "individual"
                     : type == LGM_ENTITY_ORG ? "organization"
                                              : "unknown");
    end_object(x);
}

static void put_note(lgm_export *x, const lgm_record *r, size_t i)
{
    const lgm_claim *const c = &r->claims.at[i];
    const lgm_str who = lgm_export_speaker(r, c);
    lgm_json *const w = &x->json;
    lgm_buf words = {0};
    lgm_export_pieces(&words, r, c->content);
    open_object(x, "note");
    note_id(x, r, i);
    lgm_json_key(w, "created_by_ref"), tool_id(x);
    put_made(x, lgm_export_moment(x, r));
    if (c->act) lgm_json_key(w, "abstract"), lgm_json_text(w, lgm_act_name(c->act));
    lgm_json_key(w, "content"), lgm_json_str(w, (lgm_slice){words.at ? words.at : "", words.len});
    if (who.len) {
        lgm_json_key(w, "authors");
        lgm_json_open(w, '[');
        lgm_json_str(w, lgm_export_slice(who));
        lgm_json_close(w);
    }
    lgm_json_key(w, "object_refs");
    lgm_json_open(w, '[');
    c->speaker != LGM_NONE ? speaker_id(x, c->speaker) : tool_id(x);
    lgm_json_close(w);
    end_object(x);
    if (words.failed) x->out.failed = true;
    lgm_buf_done(&words);
}

static void put_opinion(lgm_export *x, const lgm_record *r, size_t i, size_t k)
{
    const lgm_claim *const c = &r->claims.at[i];
    const lgm_reply *const reply = &c->replies.at[k];
    const lgm_str who = lgm_export_speaker(r, c);
    lgm_json *const w = &x->json;
    open_object(x, "opinion");
    put_id(x, "opinion", lgm_export_claim_id(x, r, i), k);
    lgm_json_key(w, "created_by_ref");
    c->speaker != LGM_NONE ? speaker_id(x, c->speaker) : tool_id(x);
    put_made(x, lgm_export_moment(x, r));
    lgm_json_key(w, "opinion");
    lgm_json_text(w, reply->how == LGM_ANSWER_DENIES ? "disagree" : "agree");
    if (who.len) {
        lgm_json_key(w, "authors");
        lgm_json_open(w, '[');
        lgm_json_str(w, lgm_export_slice(who));
        lgm_json_close(w);
    }
    lgm_json_key(w, "object_refs");
    lgm_json_open(w, '[');
    note_id(x, r, reply->to);
    lgm_json_close(w);
    end_object(x);
}

static bool is_opinion(const lgm_reply *reply)
{
    return reply->how == LGM_ANSWER_DENIES || reply->how == LGM_ANSWER_CONFIRMS;
}

/* Objects that a report has; it must have one. */
static void put_report(lgm_export *x, const lgm_record *r)
{
    lgm_json *const w = &x->json;
    const int64_t moment = lgm_export_moment(x, r);
    open_object(x, "report");
    put_id(x, "report", key_number(x), 0);
    lgm_json_key(w, "created_by_ref"), tool_id(x);
    put_made(x, moment);
    lgm_json_key(w, "name"), lgm_json_str(w, lgm_export_slice(r->title.len ? r->title : r->id));
    put_moment(w, "published", moment);
    if (r->publisher.len || r->url.len) {
        lgm_json_key(w, "external_references");
        lgm_json_open(w, '[');
        lgm_json_open(w, '{');
        lgm_json_key(w, "source_name");
        lgm_json_str(w, lgm_export_slice(r->publisher.len ? r->publisher : r->url));
        if (r->url.len) lgm_json_key(w, "url"), lgm_json_str(w, lgm_export_slice(r->url));
        lgm_json_close(w);
        lgm_json_close(w);
    }
    lgm_json_key(w, "object_refs");
    lgm_json_open(w, '[');
    for (size_t i = 0; i < r->claims.n; i++) note_id(x, r, i);
    if (!r->claims.n) tool_id(x);
    lgm_json_close(w);
    end_object(x);
}

static void record(lgm_export *x, const lgm_record *r)
{
    bool *const said = lgm_calloc(r->entities.n + 1, sizeof *said);
    put_report(x, r);
    for (size_t i = 0; said && i < r->claims.n; i++) {
        const lgm_claim *const c = &r->claims.at[i];
        if (c->speaker != LGM_NONE && !said[c->speaker]) put_speaker(x, r, c->speaker);
        if (c->speaker != LGM_NONE) said[c->speaker] = true;
        put_note(x, r, i);
    }
    for (size_t i = 0; i < r->claims.n; i++)
        for (size_t k = 0; k < r->claims.at[i].replies.n; k++)
            if (is_opinion(&r->claims.at[i].replies.at[k])) put_opinion(x, r, i, k);
    if (!said) x->out.failed = true;
    lgm_free(said);
}

static void begin(lgm_export *x)
{
    lgm_json *const w = &x->json;
    lgm_json_open(w, '{');
    lgm_json_key(w, "type"), lgm_json_text(w, "bundle");
    lgm_json_key(w, "id"), put_id(x, "bundle", 0, 0);
    lgm_json_key(w, "objects");
    lgm_json_open(w, '[');
    lgm_buf_putc(w->out, '\n');
    open_object(x, "identity");
    tool_id(x);
    put_made(x, 0);
    lgm_json_key(w, "name"), lgm_json_text(w, "legomena");
    lgm_json_key(w, "identity_class"), lgm_json_text(w, "system");
    end_object(x);
}

static void end(lgm_export *x)
{
    lgm_json_close(&x->json);
    lgm_json_close(&x->json);
    lgm_buf_putc(&x->out, '\n');
}

const lgm_export_writer lgm_export_stix = {begin, record, end};
