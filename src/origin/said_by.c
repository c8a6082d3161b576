/* said_by.c - the speaker of a claim as it is compared across reports; same_source.c compares. */
#include "origin/said_by.h"

#include <string.h>

#include "origin/cited.h"

static bool fold_names(lgm_origin_speaker *out, lgm_arena *arena, const lgm_entity *e)
{
    const size_t most = LGM_ORIGIN_NAMES - 1, n = e->aliases.n < most ? e->aliases.n : most;
    out->names = lgm_arena_calloc(arena, n + 1, sizeof *out->names);
    if (!out->names) return false;
    out->names[out->n_names++] = lgm_origin_fold(lgm_origin_slice(e->name));
    for (size_t i = 0; i < n; i++)
        out->names[out->n_names++] = lgm_origin_fold(lgm_origin_slice(e->aliases.at[i]));
    return true;
}

static bool as_outlet(lgm_origin_speaker *out, lgm_arena *arena, const lgm_record *r,
                      const lgm_entity *e, const lgm_origin_text *text)
{
    lgm_origin_text outlet;
    if (!lgm_origin_outlet_of(&outlet, arena, r, e, text)) return false;
    out->kind = outlet.kind;
    out->name = outlet.name;
    out->key = outlet.key;
    out->outlet = true;
    return true;
}

/* "a diplomat", "two officials", "residents": somebody, who is not the same elsewhere. */
static bool is_indefinite(lgm_speaker_kind kind, const lgm_origin_folded *f)
{
    static const char *const firsts[] = {"a ",    "an ",      "one ",     "two ",  "three ",
                                         "some ", "several ", "another ", "many ", "other "};
    for (size_t i = 0; i < LGM_COUNT(firsts); i++) {
        const size_t n = strlen(firsts[i]);
        if (f->len > n && memcmp(f->at, firsts[i], n) == 0) return true;
    }
    return kind == LGM_SPEAKER_ANONYMOUS || kind == LGM_SPEAKER_UNKNOWN;
}

static bool is_pronoun(const lgm_origin_folded *f)
{
    return LGM_SLICE_IN(((lgm_slice){f->at, f->len}), "he", "she", "it", "they", "them", "him",
                        "her", "i", "we", "us", "me", "you", "who", "which", "that", "this",
                        "those", "others", "some", "many", "himself", "herself", "themselves",
                        "one");
}

/* In the report's words; of a pronoun whom it is for, where that is described. */
static lgm_str words_for(const lgm_record *r, const lgm_claim *c)
{
    lgm_str name = {0};
    if (c->source.n)
        name = lgm_record_quote(
            r, (lgm_cpspan){c->source.at[0].start, c->source.at[c->source.n - 1].end});
    for (int i = 0; i < 2; i++) {
        const lgm_origin_folded f = lgm_origin_fold(lgm_origin_slice(name));
        while (name.len && strchr(",;:", name.ptr[name.len - 1])) name.len--;
        if (f.len && !is_pronoun(&f)) return name;
        if (c->speaker == LGM_NONE) break;
        name = r->entities.at[c->speaker].name;
    }
    return (lgm_str){0};
}

/* By the report's words: "the mayor" is one in all reports, "a diplomat" in those of one text. */
static bool as_worded(lgm_origin_speaker *out, lgm_arena *arena, lgm_speaker_kind kind,
                      lgm_str words, const lgm_origin_text *text)
{
    out->name = words;
    const lgm_origin_folded f = lgm_origin_fold(lgm_origin_slice(out->name));
    const bool everywhere = f.len && !is_indefinite(kind, &f);
    const lgm_str key = everywhere ? lgm_origin_words(arena, "w:%.*s", (int)f.len, f.at)
                                   : lgm_origin_words(arena, "w:%.*s@%.*s", (int)f.len, f.at,
                                                      (int)text->key.len, text->key.ptr);
    static const lgm_origin_kind kinds[] = {[LGM_SPEAKER_ROLE] = LGM_ORIGIN_PERSON,
                                            [LGM_SPEAKER_GROUP] = LGM_ORIGIN_BODY,
                                            [LGM_SPEAKER_DOCUMENT] = LGM_ORIGIN_DOCUMENT};
    if ((size_t)kind < LGM_COUNT(kinds)) out->kind = kinds[kind];
    out->key = lgm_origin_slice(key);
    if (!everywhere) return key.ptr != NULL;
    out->names = lgm_arena_calloc(arena, 1, sizeof *out->names);
    if (!out->names) return false;
    out->names[out->n_names++] = f;
    return key.ptr != NULL;
}

/* An outlet as such; an agency too that is read as any other body. */
static bool is_outlet(const lgm_record *r, const lgm_claim *c, const lgm_entity *e)
{
    lgm_publisher p;
    if (!e || c->speaker_kind == LGM_SPEAKER_OUTLET) return e != NULL;
    return c->speaker_kind == LGM_SPEAKER_NAMED && e->type == LGM_ENTITY_ORG &&
           lgm_publisher_by_name(e->name, r->date, &p) && p.kind == LGM_PUBLISHER_AGENCY;
}

static bool as_source(lgm_origin_speaker *out, lgm_arena *arena, const lgm_entity *e,
                      lgm_speaker_kind kind, lgm_str words, const lgm_origin_text *text)
{
    if (!e || !lgm_origin_is_named(e) || kind == LGM_SPEAKER_ANONYMOUS ||
        kind == LGM_SPEAKER_DOCUMENT)
        return as_worded(out, arena, kind, words, text);
    out->kind = e->type == LGM_ENTITY_PER ? LGM_ORIGIN_PERSON : LGM_ORIGIN_BODY;
    out->name = e->name;
    out->known = true;
    out->actor = e->actor;
    out->roles = e->roles;
    return fold_names(out, arena, e);
}

bool lgm_origin_said_by(lgm_origin_speaker *out, lgm_arena *arena, const lgm_record *r,
                        uint32_t claim, const lgm_origin_text *text)
{
    *out = (lgm_origin_speaker){.kind = LGM_ORIGIN_UNKNOWN};
    if (claim == LGM_NONE) {
        out->kind = text->kind;
        out->name = text->name;
        out->key = text->key;
        out->outlet = true;
        return true;
    }
    const lgm_claim *const c = &r->claims.at[claim];
    const lgm_entity *const e = c->speaker == LGM_NONE ? NULL : &r->entities.at[c->speaker];
    lgm_origin_cited cited;
    if (!is_outlet(r, c, e))
        return as_source(out, arena, e, c->speaker_kind, words_for(r, c), text);
    if (!lgm_origin_cites(&cited, r, claim)) return as_outlet(out, arena, r, e, text);
    const lgm_entity *const who = cited.entity == LGM_NONE ? NULL : &r->entities.at[cited.entity];
    const lgm_speaker_kind kind =
        who && lgm_origin_is_named(who) ? LGM_SPEAKER_NAMED : LGM_SPEAKER_GROUP;
    return lgm_origin_outlet_of(&out->cited_by, arena, r, e, text) &&
           as_source(out, arena, who, kind, lgm_record_quote(r, cited.words), text);
}
