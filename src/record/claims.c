/* claims.c - "claims" of a record. */
#include "legomena/engine.h"
#include "record/fields.h"

static void write_said(lgm_json *w, const lgm_doc *doc, uint32_t claim)
{
    lgm_json_key(w, "said");
    const uint32_t when = lgm_doc_said(doc, claim);
    if (when == LGM_NONE) {
        lgm_json_null(w);
        return;
    }
    lgm_json_row(w, '{');
    lgm_json_key(w, "value");
    lgm_json_text(w, doc->times[when].value);
    lgm_json_key(w, "time");
    lgm_json_id(w, 't', when);
    lgm_json_close(w);
}

static void write_parts(lgm_json *w, const char *key, const lgm_doc *doc, const lgm_parts *p)
{
    lgm_json_key(w, key);
    lgm_json_row(w, '[');
    for (uint32_t i = 0; i < p->n; i++) lgm_json_span(w, lgm_record_span(doc, p->at[i]));
    lgm_json_close(w);
}

static void write_quoted(lgm_json *w, const lgm_doc *doc, const lgm_claim_layer *c)
{
    lgm_json_key(w, "quoted");
    lgm_json_row(w, '[');
    for (uint32_t i = 0; i < c->n_quoted; i++) lgm_json_span(w, lgm_record_span(doc, c->quoted[i]));
    lgm_json_close(w);
}

static void write_claim(lgm_json *w, const lgm_doc *doc, uint32_t i)
{
    const lgm_claim_layer *const c = &doc->claims[i];
    const lgm_claim_who who = lgm_doc_who(doc, i);
    lgm_json_open(w, '{');
    lgm_field_id(w, 'c', i);
    write_parts(w, "source", doc, &c->source);
    write_parts(w, "cue", doc, &c->cue);
    write_parts(w, "content", doc, &c->content);
    lgm_json_key(w, "form");
    lgm_json_text(w, lgm_claim_form_name((lgm_claim_form)c->form));
    write_quoted(w, doc, c);
    lgm_field_null(w, "act");
    lgm_json_key(w, "speaker");
    if (who.speaker != LGM_NONE)
        lgm_json_id(w, 'e', who.speaker);
    else
        lgm_json_null(w);
    lgm_json_key(w, "speaker_kind");
    lgm_json_text(w, lgm_speaker_kind_name((lgm_speaker_kind)who.kind));
    lgm_field_empty(w, "via");
    lgm_field_null(w, "venue");
    write_said(w, doc, i);
    lgm_field_null(w, "parent");
    lgm_field_null(w, "certainty");
    lgm_field_null(w, "evidence");
    lgm_field_null(w, "repetition");
    lgm_field_empty(w, "about");
    lgm_field_empty(w, "replies");
    lgm_json_key(w, "confidence");
    lgm_json_share(w, c->confidence);
    lgm_json_close(w);
}

void lgm_record_claims(lgm_json *w, const lgm_doc *doc)
{
    lgm_json_key(w, "claims");
    lgm_json_open(w, '[');
    for (uint32_t i = 0; i < doc->n_claims; i++) write_claim(w, doc, i);
    lgm_json_close(w);
}
