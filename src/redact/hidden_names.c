/* hidden_names.c - names of others that have a word of a hidden name. */
#include "redact/masks.h"

static bool add_kept(lgm_redact_names *n, lgm_str name)
{
    lgm_redact_people *const p = (lgm_redact_people *)n->people;
    lgm_redact_words w;
    lgm_redact_kept kept = {0};
    bool shared = false;
    if (!lgm_redact_words_of(&w, p->arena, name)) return false;
    for (size_t i = 0; i < w.n; i++) {
        char key[LGM_REDACT_KEY];
        const size_t len = lgm_redact_key(lgm_redact_word_text(&w, i), key);
        lgm_redact_part part = {.key = {lgm_arena_strndup(p->arena, key, len), len}};
        if (!part.key.ptr || !lgm_vec_push(p->arena, &kept.parts, part)) return false;
        shared |= lgm_redact_find(p, part.key) != NULL;
    }
    if (!shared || w.n < 2) return true;
    return lgm_vec_push(p->arena, &n->kept, kept);
}

/* Names of others which have such a word. */
static bool keep_names(lgm_redact_names *n)
{
    const lgm_record *const r = n->people->record;
    for (uint32_t i = 0; i < r->entities.n; i++) {
        const lgm_entity *const e = &r->entities.at[i];
        if (!lgm_redact_stays(n->people, i)) continue;
        if (!add_kept(n, e->name)) return false;
        for (size_t a = 0; a < e->aliases.n; a++)
            if (!add_kept(n, e->aliases.at[a])) return false;
    }
    return true;
}

bool lgm_redact_names_of(lgm_redact_names *out, const lgm_redact_people *people)
{
    *out = (lgm_redact_names){.people = people};
    out->counts = lgm_arena_calloc(people->arena, people->list.n + 1, sizeof *out->counts);
    return out->counts && (!people->names.n || keep_names(out));
}
