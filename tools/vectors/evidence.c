/*
 * evidence.c - names and claims with what their confidence is made of, for
 * tools/train/heads/calibrate.py and bench/quality (the record's confidence has two decimals, which
 * is too few to learn from).
 *
 *     legomena-evidence MODEL < reports.jsonl
 *
 * Writes a JSON line a report, offsets in code points:
 *   {"id", "names": [[start, end, type, confidence]],
 *    "claims": [{"source", "cue", "content", "confidence",
 *                "evidence": [cue, content, source, link, no cue, no source]}]}
 */
#include "reports.h"

static void print_id(const reports *r)
{
    struct json_object *const id = json_object_new_string(r->id ? r->id : "");
    printf("{\"id\":%s", json_object_to_json_string_ext(id, JSON_C_TO_STRING_PLAIN));
    json_object_put(id);
}

/* Entity by entity, as in the record: a mention has the type of its entity. */
static void print_names(const lgm_doc *doc)
{
    const char *comma = "";
    printf(",\"names\":[");
    for (uint32_t e = 0; e < doc->n_entities; e++) {
        const lgm_doc_entity *const entity = &doc->entities[e];
        for (uint32_t i = 0; i < entity->n; i++) {
            const lgm_name *const n = &doc->names[doc->name_order[entity->first + i]];
            const lgm_cpspan s = lgm_doc_points(doc, n->tokens);
            printf("%s[%zu,%zu,\"%s\",%.7f]", comma, (size_t)s.start, (size_t)s.end,
                   lgm_entity_type_name((lgm_entity_type)entity->type), (double)n->confidence);
            comma = ",";
        }
    }
    printf("]");
}

static void print_parts(const lgm_doc *doc, const char *key, const lgm_parts *p)
{
    printf("\"%s\":[", key);
    for (uint8_t i = 0; i < p->n; i++) {
        const lgm_cpspan s = lgm_doc_points(doc, p->at[i]);
        printf("%s[%zu,%zu]", i ? "," : "", (size_t)s.start, (size_t)s.end);
    }
    printf("],");
}

static void print_claims(const lgm_doc *doc)
{
    printf(",\"claims\":[");
    for (uint32_t i = 0; i < doc->n_claims; i++) {
        const lgm_doc_claim *const c = &doc->claims[i];
        const lgm_claim_odds *const e = &c->odds;
        printf("%s{", i ? "," : "");
        print_parts(doc, "source", &c->source);
        print_parts(doc, "cue", &c->cue);
        print_parts(doc, "content", &c->content);
        printf("\"confidence\":%.7f,\"evidence\":[%.7f,%.7f,%.7f,%.7f,%d,%d]}",
               (double)c->confidence, (double)e->cue, (double)e->content, (double)e->source,
               (double)e->link, e->no_cue, e->no_source);
    }
    printf("]}\n");
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: legomena-evidence MODEL < reports.jsonl\n");
        return 2;
    }
    reports r;
    int code = reports_open(&r, "legomena-evidence", argv[1], LGM_ONLY_ALL);
    while (code == 0 && reports_next(&r, &code)) {
        print_id(&r);
        print_names(r.doc);
        print_claims(r.doc);
    }
    reports_close(&r);
    return code;
}
