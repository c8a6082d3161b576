/*
 * ftm.c - entities of FollowTheMoney, one a line, for OpenAleph: an Article, who is named in it,
 * its events, and a Note for each claim, which refers to who made it.
 */
#include "export/exporting.h"

static void put_id(lgm_export *x, char kind, size_t index)
{
    lgm_buf *const b = &x->out;
    lgm_buf_puts(b, "\"lego-");
    lgm_buf_puts(b, x->key);
    lgm_buf_putc(b, '-');
    lgm_buf_putc(b, kind);
    lgm_buf_uint(b, index);
    lgm_buf_putc(b, '"');
}

static void open_entity(lgm_export *x, char kind, size_t index, const char *schema)
{
    lgm_json *const w = &x->json;
    lgm_json_open(w, '{');
    lgm_json_key(w, "id");
    put_id(x, kind, index);
    w->after_key = false;
    lgm_json_key(w, "schema"), lgm_json_text(w, schema);
    lgm_json_key(w, "properties");
    lgm_json_open(w, '{');
}

static void end_entity(lgm_export *x)
{
    lgm_json_close(&x->json);
    lgm_json_close(&x->json);
    lgm_buf_putc(&x->out, '\n');
}

static void put(lgm_json *w, const char *key, lgm_slice value)
{
    if (!value.len) return;
    lgm_json_key(w, key);
    lgm_json_open(w, '[');
    lgm_json_str(w, value);
    lgm_json_close(w);
}

static void refer(lgm_export *x, const char *key, char kind, size_t index)
{
    lgm_json *const w = &x->json;
    lgm_json_key(w, key);
    lgm_json_open(w, '[');
    put_id(x, kind, index);
    lgm_json_close(w);
}

static const char *schema_of(lgm_entity_type type)
{
    switch (type) {
    case LGM_ENTITY_PER: return "Person";
    case LGM_ENTITY_ORG: return "Organization";
    default: return NULL; /* places are properties of what is there */
    }
}

static bool is_named(const lgm_entity *e)
{
    for (size_t i = 0; i < e->mentions.n; i++)
        if (e->mentions.at[i].form == LGM_MENTION_NAME) return schema_of(e->type) != NULL;
    return false;
}

/* ---- entities ---- */

static void put_names(lgm_json *w, const char *key, const lgm_record *r, lgm_entity_type type)
{
    bool any = false;
    for (size_t i = 0; i < r->entities.n; i++) {
        const lgm_entity *const e = &r->entities.at[i];
        if (e->type != type || !is_named(e)) continue;
        if (!any) lgm_json_key(w, key), lgm_json_open(w, '[');
        any = true;
        lgm_json_str(w, lgm_export_slice(e->name));
    }
    if (any) lgm_json_close(w);
}

static void put_article(lgm_export *x, const lgm_record *r)
{
    lgm_json *const w = &x->json;
    char hex[65];
    lgm_hex(r->sha256, 32, hex);
    open_entity(x, 'r', 0, "Article");
    put(w, "title", lgm_export_slice(r->title));
    put(w, "author", lgm_export_slice(r->byline));
    put(w, "publisher", lgm_export_slice(r->publisher));
    put(w, "sourceUrl", lgm_export_slice(r->url));
    put(w, "publishedAt", lgm_export_slice(r->date));
    put(w, "bodyText", lgm_export_slice(r->text));
    put_names(w, "peopleMentioned", r, LGM_ENTITY_PER);
    put_names(w, "companiesMentioned", r, LGM_ENTITY_ORG);
    end_entity(x);
}

static void put_name(lgm_export *x, const lgm_record *r, size_t i)
{
    const lgm_entity *const e = &r->entities.at[i];
    lgm_json *const w = &x->json;
    open_entity(x, 'e', i + 1, schema_of(e->type));
    put(w, "name", lgm_export_slice(e->name));
    if (e->aliases.n) {
        lgm_json_key(w, "alias");
        lgm_json_open(w, '[');
        for (size_t k = 0; k < e->aliases.n; k++)
            lgm_json_str(w, lgm_export_slice(e->aliases.at[k]));
        lgm_json_close(w);
    }
    if (e->roles.n && e->type == LGM_ENTITY_PER)
        put(w, "position", lgm_export_slice(e->roles.at[0]));
    refer(x, "proof", 'r', 0);
    end_entity(x);
}

static void put_involved(lgm_export *x, const lgm_record *r, const lgm_event *v)
{
    const lgm_indices sides[] = {v->agents, v->patients};
    lgm_json *const w = &x->json;
    bool any = false;
    for (size_t s = 0; s < LGM_COUNT(sides); s++)
        for (size_t i = 0; i < sides[s].n; i++) {
            const uint32_t e = sides[s].at[i];
            if (!is_named(&r->entities.at[e])) continue;
            if (!any) lgm_json_key(w, "involved"), lgm_json_open(w, '[');
            if (any) lgm_buf_putc(&x->out, ',');
            put_id(x, 'e', (size_t)e + 1);
            any = true;
        }
    if (any) lgm_json_close(w);
}

/* In small letters there. */
static void put_country(lgm_json *w, lgm_str code)
{
    char small[2];
    if (code.len != 2) return;
    for (size_t i = 0; i < 2; i++) small[i] = (char)(code.ptr[i] | 32);
    put(w, "country", (lgm_slice){small, 2});
}

static void put_event(lgm_export *x, const lgm_record *r, size_t i)
{
    const lgm_event *const v = &r->events.at[i];
    const lgm_entity_place *const p = lgm_export_place_of(r, v);
    const lgm_cpspan sentence = lgm_export_sentence(r, v->trigger.start);
    lgm_json *const w = &x->json;
    int32_t from, to;
    open_entity(x, 'v', i + 1, "Event");
    put(w, "name", lgm_export_quote(r, v->trigger));
    put(w, "keywords", lgm_export_slice(v->plover));
    put(w, "summary", lgm_export_quote(r, sentence));
    if (lgm_export_days(r, v, &from, &to) == LGM_EXPORT_STATED) {
        lgm_buf day[2] = {0};
        lgm_export_put_day(&day[0], from, "-");
        lgm_export_put_day(&day[1], to, "-");
        put(w, "startDate", (lgm_slice){day[0].at, day[0].len});
        if (to != from) put(w, "endDate", (lgm_slice){day[1].at, day[1].len});
        if (day[0].failed || day[1].failed) x->out.failed = true;
        lgm_buf_done(&day[0]);
        lgm_buf_done(&day[1]);
    }
    if (v->place != LGM_NONE) put(w, "location", lgm_export_slice(r->entities.at[v->place].name));
    if (p) put_country(w, p->country);
    put_involved(x, r, v);
    refer(x, "proof", 'r', 0);
    end_entity(x);
}

static void put_claim(lgm_export *x, const lgm_record *r, size_t i)
{
    const lgm_claim *const c = &r->claims.at[i];
    const lgm_str who = lgm_export_speaker(r, c);
    lgm_buf words = {0};
    if (who.ptr) {
        lgm_buf_words(&words, lgm_export_slice(who));
        lgm_buf_puts(&words, c->act ? " (" : "");
        lgm_buf_puts(&words, c->act ? lgm_act_name(c->act) : "");
        lgm_buf_puts(&words, c->act ? "): " : ": ");
    }
    lgm_export_pieces(&words, r, c->content);
    open_entity(x, 'c', i + 1, "Note");
    put(&x->json, "description", (lgm_slice){words.at, words.len});
    if (c->speaker != LGM_NONE && is_named(&r->entities.at[c->speaker]))
        refer(x, "entity", 'e', (size_t)c->speaker + 1);
    refer(x, "proof", 'r', 0);
    end_entity(x);
    if (words.failed) x->out.failed = true;
    lgm_buf_done(&words);
}

static void record(lgm_export *x, const lgm_record *r)
{
    put_article(x, r);
    for (size_t i = 0; i < r->entities.n; i++)
        if (is_named(&r->entities.at[i])) put_name(x, r, i);
    for (size_t i = 0; i < r->events.n; i++) put_event(x, r, i);
    for (size_t i = 0; i < r->claims.n; i++) put_claim(x, r, i);
}

const lgm_export_writer lgm_export_ftm = {NULL, record, NULL};
