/* repeats.c - "Maria Keller", and then every "Keller"; one acronym, one type. */
#include "entity/repeats.h"

#include <string.h>

#include "entity/groups.h"
#include "legomena/kinds.h"
#include "tree/shape.h"

/* Confidences. A full name counts from FULL on. A single word of another type keeps its type from
 * SURE on, a place from SURE_PLACE on ("Houston"). ALONE: a surname alone is a little less sure. */
#define FULL 0.5f
#define SURE 0.9f
#define SURE_PLACE 0.6f
#define ALONE 0.95f

/* ---- surnames -------------------------------------------------------------------------------- */

typedef struct repeats {
    const lgm_doc *doc;
    const lgm_names *names;
    lgm_index surnames; /* hash of the word -> the surest full name that ends in it */
} repeats;

static bool is_proper(const lgm_doc *doc, uint32_t t)
{
    return strcmp(doc->upos[t], "PROPN") == 0;
}

static uint64_t word_hash(lgm_slice form)
{
    char word[LGM_NAME_FOLDED];
    const size_t len = lgm_entity_fold(form, word);
    return len > 2 && lgm_entity_kinds(word) == 0 ? lgm_hash64(0, word, len) : 0;
}

static bool note_surnames(repeats *a)
{
    for (uint32_t i = 0; i < a->names->n; i++) {
        const lgm_name *const name = &a->names->at[i];
        if (name->type != LGM_ENTITY_PER || name->confidence < FULL) continue;
        const lgm_form f = lgm_entity_form_of(a->doc, name);
        if (f.n < 2 || f.is_initial[f.n - 1] || f.kinds[f.n - 1]) continue;
        const lgm_index_slot *const s = lgm_entity_index_get(&a->surnames, f.word[f.n - 1]);
        if (s && a->names->at[s->entity].confidence >= name->confidence) continue;
        if (!lgm_entity_index_put(&a->surnames, f.word[f.n - 1], i)) return false;
    }
    return true;
}

static float confidence_of(const repeats *a, uint64_t surname)
{
    const lgm_index_slot *const s = surname ? lgm_entity_index_get(&a->surnames, surname) : NULL;
    return s ? ALONE * a->names->at[s->entity].confidence : 0;
}

static void retype(const repeats *a, lgm_name *name)
{
    const bool place = name->type == LGM_ENTITY_GPE || name->type == LGM_ENTITY_LOC;
    if (name->type == LGM_ENTITY_PER || name->confidence >= (place ? SURE_PLACE : SURE)) return;
    const lgm_form f = lgm_entity_form_of(a->doc, name);
    const float confidence = f.n == 1 ? confidence_of(a, f.word[0]) : 0;
    if (confidence <= name->confidence) return;
    name->type = LGM_ENTITY_PER;
    name->confidence = confidence;
}

/* Is the token a known surname, not part of a name yet nor of a longer one ("Keller Street")? */
static bool found(const repeats *a, uint32_t t, lgm_name *out)
{
    const lgm_doc *const doc = a->doc;
    if (!is_proper(doc, t) || !lgm_tree_is_capital(lgm_doc_form(doc, t))) return false;
    const float confidence = confidence_of(a, word_hash(lgm_doc_form(doc, t)));
    if (confidence == 0) return false;
    const uint32_t next = t + 1;
    if (next < doc->n_tokens && is_proper(doc, next) &&
        lgm_tree_is_capital(lgm_doc_form(doc, next)))
        return false;
    if (t > 0 && is_proper(doc, t - 1) && lgm_tree_is_capital(lgm_doc_form(doc, t - 1)) &&
        !lgm_entity_is_title(doc, t - 1))
        return false;
    *out = (lgm_name){{t, t + 1}, LGM_ENTITY_PER, confidence};
    return true;
}

/* ---- acronyms -------------------------------------------------------------------------------- */

/* An acronym means one thing all through a report: if "KUNA" is an agency elsewhere, it is no
 * person here. The same holds for a body's short name, once it was given. by_form: from the hash of
 * a word to the first name of that word; sums: [names], for that name, votes by type. */
typedef uint32_t by_type[LGM_ENTITY_TYPE_COUNT];

enum { GIVEN = 1 << 30 }; /* votes of "the Northern Harbour Union (Norhu)" for a body */

/* 0 for a name of several words. */
static uint64_t form_hash(const lgm_doc *doc, const lgm_name *name)
{
    const lgm_slice w = lgm_doc_form(doc, name->tokens.start);
    return name->tokens.end - name->tokens.start == 1 ? lgm_hash64(3, w.ptr, w.len) : 0;
}

static bool is_acronym(const lgm_doc *doc, const lgm_name *name)
{
    const lgm_slice w = lgm_doc_form(doc, name->tokens.start);
    for (size_t i = 0; i < w.len; i++)
        if (w.ptr[i] < 'A' || w.ptr[i] > 'Z') return false;
    return name->tokens.end - name->tokens.start == 1 && w.len > 1 && w.len <= 6;
}

static bool settle_acronyms(lgm_arena *scratch, const lgm_doc *doc, lgm_names *names)
{
    lgm_index by_form = {.scratch = scratch};
    by_type *const sums = lgm_arena_calloc(scratch, names->n, sizeof *sums);
    if (!sums) return false;
    for (uint32_t i = 1; i < names->n; i++) {
        if (!lgm_entity_is_brief(doc, &names->at[i - 1], &names->at[i])) continue;
        if (!lgm_entity_index_put(&by_form, form_hash(doc, &names->at[i]), i)) return false;
        sums[i][LGM_ENTITY_ORG] = GIVEN;
    }
    for (uint32_t i = 0; i < names->n; i++) {
        const uint64_t h = form_hash(doc, &names->at[i]);
        const lgm_index_slot *const s = lgm_entity_index_get(&by_form, h);
        sums[s ? s->entity : i][names->at[i].type] += lgm_entity_votes(&names->at[i]);
        if (!s && is_acronym(doc, &names->at[i]) && !lgm_entity_index_put(&by_form, h, i))
            return false;
    }
    for (uint32_t i = 0; i < names->n; i++) {
        const uint64_t h = form_hash(doc, &names->at[i]);
        const lgm_index_slot *const s = lgm_entity_index_get(&by_form, h);
        if (!s) continue;
        uint8_t best = names->at[i].type;
        for (uint8_t t = 0; t < LGM_ENTITY_TYPE_COUNT; t++)
            if (sums[s->entity][t] > sums[s->entity][best]) best = t;
        names->at[i].type = best;
    }
    return true;
}

bool lgm_entity_repeats(lgm_arena *scratch, const lgm_doc *doc, lgm_names *names)
{
    repeats a = {.doc = doc, .names = names, .surnames = {.scratch = scratch}};
    lgm_names out = {0};
    if (!settle_acronyms(scratch, doc, names)) return false;
    if (!doc->upos) return true;
    if (!note_surnames(&a)) return false;
    if (a.surnames.n == 0) return true;
    uint32_t t = 0;
    for (uint32_t i = 0; i <= names->n; i++) {
        const uint32_t until = i < names->n ? names->at[i].tokens.start : doc->n_tokens;
        lgm_name name;
        for (; t < until; t++)
            if (found(&a, t, &name) && !lgm_vec_push(scratch, &out, name)) return false;
        if (i == names->n) break;
        name = names->at[i];
        retype(&a, &name);
        if (!lgm_vec_push(scratch, &out, name)) return false;
        t = name.tokens.end;
    }
    *names = out;
    return true;
}
