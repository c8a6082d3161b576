/*
 * schema_org.c - claims as schema.org has them (JSON-LD): a Quotation where the words are in
 * quotation marks, else a Claim. Who says it, in which article, when. Never a rating: whether
 * something is so is not what a report can tell.
 */
#include "base/day_range.h"
#include "export/exporting.h"

static const char *entity_type(const lgm_record *r, const lgm_claim *c)
{
    if (c->speaker == LGM_NONE) return "Thing";
    switch (r->entities.at[c->speaker].type) {
    case LGM_ENTITY_PER: return "Person";
    case LGM_ENTITY_ORG: return "Organization";
    case LGM_ENTITY_GPE: return "AdministrativeArea";
    default: return "Thing";
    }
}

static void put_named(lgm_json *w, const char *key, const char *type, lgm_str name)
{
    if (!name.ptr) return;
    lgm_json_key(w, key);
    lgm_json_open(w, '{');
    lgm_json_key(w, "@type"), lgm_json_text(w, type);
    lgm_json_key(w, "name"), lgm_json_str(w, lgm_export_slice(name));
    lgm_json_close(w);
}

static void put_known(lgm_json *w, const char *key, lgm_str value)
{
    if (value.len) lgm_json_key(w, key), lgm_json_str(w, lgm_export_slice(value));
}

static void put_article(lgm_json *w, const char *key, const lgm_record *r)
{
    lgm_buf address = {0};
    lgm_export_put_address(&address, r);
    lgm_json_key(w, key);
    lgm_json_open(w, '{');
    lgm_json_key(w, "@type"), lgm_json_text(w, "NewsArticle");
    lgm_json_key(w, "@id"), lgm_json_str(w, (lgm_slice){address.at, address.len});
    put_known(w, "headline", r->title);
    put_known(w, "datePublished", r->published.ptr ? r->published : r->date);
    put_known(w, "inLanguage", r->lang);
    put_named(w, "publisher", "Organization", r->publisher);
    lgm_json_close(w);
    if (address.failed) w->out->failed = true;
    lgm_buf_done(&address);
}

/* A day, as schema.org wants it: no week, no decade. */
static void put_said(lgm_json *w, const lgm_claim *c)
{
    lgm_day_range days;
    lgm_buf day = {0};
    if (!c->said || !lgm_day_range_of(&days, lgm_export_slice(c->said->value))) return;
    if (days.from != days.to) return;
    lgm_export_put_day(&day, days.from, "-");
    lgm_json_key(w, "dateCreated"), lgm_json_str(w, (lgm_slice){day.at, day.len});
    if (day.failed) w->out->failed = true;
    lgm_buf_done(&day);
}

static void put_claim(lgm_export *x, const lgm_record *r, size_t i)
{
    const lgm_claim *const c = &r->claims.at[i];
    const bool quoted = c->form == LGM_FORM_DIRECT;
    const char *const type = entity_type(r, c);
    const bool agent = type[0] != 'T'; /* who may be an author: a person or a body */
    lgm_json *const w = &x->json;
    lgm_buf text = {0};
    lgm_export_pieces(&text, r, quoted && c->quoted.n ? c->quoted : c->content);
    lgm_json_open(w, '{');
    lgm_json_key(w, "@type"), lgm_json_text(w, quoted ? "Quotation" : "Claim");
    lgm_json_key(w, "@id");
    lgm_buf_puts(&x->out, "\"urn:legomena:claim:");
    lgm_export_put_hex(&x->out, lgm_export_claim_id(x, r, i));
    lgm_buf_putc(&x->out, '"');
    w->after_key = false;
    lgm_json_key(w, "text"), lgm_json_str(w, (lgm_slice){text.at, text.len});
    if (quoted)
        put_named(w, "spokenByCharacter", agent ? type : "Person", lgm_export_speaker(r, c));
    else if (agent && type[0] != 'A')
        put_named(w, "author", type, lgm_export_speaker(r, c));
    else if (lgm_export_speaker(r, c).ptr)
        put_known(w, "creditText", lgm_export_speaker(r, c));
    put_said(w, c);
    put_article(w, quoted ? "isPartOf" : "appearance", r);
    lgm_json_close(w);
    lgm_buf_putc(&x->out, '\n');
    if (text.failed) x->out.failed = true;
    lgm_buf_done(&text);
}

static void begin(lgm_export *x)
{
    lgm_json_open(&x->json, '{');
    lgm_json_key(&x->json, "@context"), lgm_json_text(&x->json, "https://schema.org");
    lgm_json_key(&x->json, "@graph");
    lgm_json_open(&x->json, '[');
    lgm_buf_putc(&x->out, '\n');
}

static void record(lgm_export *x, const lgm_record *r)
{
    for (size_t i = 0; i < r->claims.n; i++) put_claim(x, r, i);
}

static void end(lgm_export *x)
{
    lgm_json_close(&x->json);
    lgm_json_close(&x->json);
    lgm_buf_putc(&x->out, '\n');
}

const lgm_export_writer lgm_export_schema_org = {begin, record, end};
