/* repeats.c - "Maria Keller", and then every "Keller"; "Orvane Mining", and then every "Orvane". */
#include "entity/repeats.h"

#include <string.h>

#include "entity/name_types.h"
#include "legomena/kinds.h"
#include "tree/shape.h"

/* Confidences. A full name counts from FULL on. A single word of another type keeps its type from
 * SURE on, a place from SURE_PLACE on ("Houston"). ALONE: a surname alone is a little less sure. */
#define FULL 0.5f
#define SURE 0.9f
#define SURE_PLACE 0.6f
#define ALONE 0.95f
#define WORD 0.5f

enum { NO_SURNAME = LGM_NAME_TITLE | LGM_NAME_SUFFIX | LGM_NAME_LEGAL | LGM_NAME_SMALL };

/* ---- surnames -------------------------------------------------------------------------------- */

typedef struct repeats {
    const lgm_doc *doc;
    const lgm_names *names;
    lgm_index surnames; /* hash of the word -> the surest full name that ends in it */
    lgm_index briefs;   /* hash of the word -> the body that it stands for, LGM_NONE: two of them */
    lgm_index words;    /* hash of the form -> the surest name of that one word */
} repeats;

static bool is_proper(const lgm_doc *doc, uint32_t t)
{
    return strcmp(lgm_doc_upos(doc, t), "PROPN") == 0;
}

static uint64_t word_hash(lgm_slice form)
{
    char word[LGM_NAME_FOLDED];
    const size_t len = lgm_entity_fold(form, word);
    return len > 2 && !(lgm_entity_kinds(word) & NO_SURNAME) ? lgm_hash64(0, word, len) : 0;
}

static bool note_surnames(repeats *a)
{
    for (uint32_t i = 0; i < a->names->n; i++) {
        const lgm_name *const name = &a->names->at[i];
        if (name->type != LGM_ENTITY_PER || name->confidence < FULL) continue;
        const lgm_form f = lgm_entity_form_of(a->doc, name);
        if (f.n < 2 || f.is_initial[f.n - 1] || (f.kinds[f.n - 1] & NO_SURNAME))
            continue;
        const lgm_index_slot *const s = lgm_entity_index_get(&a->surnames, f.word[f.n - 1]);
        if (s && a->names->at[s->entity].confidence >= name->confidence) continue;
        if (!lgm_entity_index_put(&a->surnames, f.word[f.n - 1], i)) return false;
    }
    return true;
}

/* Bodies by the one word that may stand for them; a word that may stand for two is not used. */
static bool note_briefs(repeats *a)
{
    for (uint32_t i = 0; i < a->names->n; i++) {
        const lgm_name *const name = &a->names->at[i];
        if (name->type != LGM_ENTITY_ORG || name->tokens.end - name->tokens.start < 2) continue;
        const lgm_form f = lgm_entity_form_of(a->doc, name);
        if (!f.brief) continue;
        const lgm_index_slot *const s = lgm_entity_index_get(&a->briefs, f.brief);
        if (s && (s->entity == LGM_NONE ||
                  lgm_entity_form_of(a->doc, &a->names->at[s->entity]).all == f.all))
            continue;
        if (!lgm_entity_index_put(&a->briefs, f.brief, s ? LGM_NONE : i)) return false;
    }
    return true;
}

static bool is_opener(lgm_slice form)
{
    char word[LGM_NAME_FOLDED];
    return lgm_entity_fold(form, word) == 0 || (lgm_entity_kinds(word) & LGM_NAME_OPENER);
}

/* Names of one word as they are written, the surest of each. */
static bool note_words(repeats *a)
{
    for (uint32_t i = 0; i < a->names->n; i++) {
        const lgm_name *const name = &a->names->at[i];
        const lgm_slice form = lgm_doc_form(a->doc, name->tokens.start);
        if (name->tokens.end - name->tokens.start > 1 || name->confidence < WORD) continue;
        if (is_opener(form)) continue;
        if (name->type == LGM_ENTITY_FAC || name->type == LGM_ENTITY_EVT || !word_hash(form))
            continue;
        const uint64_t key = lgm_hash64(4, form.ptr, form.len);
        const lgm_index_slot *const s = lgm_entity_index_get(&a->words, key);
        if (s && a->names->at[s->entity].confidence >= name->confidence) continue;
        if (!lgm_entity_index_put(&a->words, key, i)) return false;
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

/* Type and confidence of what a word names elsewhere: a person by the surname, a body by the short
 * name, anything by this one word. Confidence 0: nothing. */
static lgm_name known_by(const repeats *a, uint64_t word, lgm_slice form)
{
    const lgm_name nothing = {.confidence = 0};
    if (word == 0) return nothing;
    const float person = confidence_of(a, word);
    if (person > 0) return (lgm_name){.type = LGM_ENTITY_PER, .confidence = person};
    const lgm_index_slot *s = lgm_entity_index_get(&a->briefs, word);
    if (s && s->entity == LGM_NONE) return nothing;
    if (!s) s = lgm_entity_index_get(&a->words, lgm_hash64(4, form.ptr, form.len));
    if (!s) return nothing;
    const lgm_name *const name = &a->names->at[s->entity];
    return (lgm_name){.type = name->type, .confidence = ALONE * name->confidence};
}

/* Is the token a known surname or a body's short name, not part of a name yet nor of a longer one
 * ("Keller Street")? */
static bool found(const repeats *a, uint32_t t, lgm_name *out)
{
    const lgm_doc *const doc = a->doc;
    if (!is_proper(doc, t) || !lgm_tree_is_capital(lgm_doc_form(doc, t))) return false;
    const uint64_t word = word_hash(lgm_doc_form(doc, t));
    const lgm_name known = known_by(a, word, lgm_doc_form(doc, t));
    if (known.confidence == 0) return false;
    const uint32_t next = t + 1;
    if (next < doc->n_tokens && is_proper(doc, next) &&
        lgm_tree_is_capital(lgm_doc_form(doc, next)))
        return false;
    if (t > 0 && is_proper(doc, t - 1) && lgm_tree_is_capital(lgm_doc_form(doc, t - 1)) &&
        !lgm_entity_is_title(doc, t - 1))
        return false;
    *out = (lgm_name){{t, t + 1}, known.type, known.confidence};
    return true;
}

bool lgm_entity_repeats(lgm_arena *scratch, const lgm_doc *doc, const lgm_places *places,
                        lgm_names *names)
{
    repeats a = {.doc = doc,
                 .names = names,
                 .surnames = {.scratch = scratch},
                 .briefs = {.scratch = scratch},
                 .words = {.scratch = scratch}};
    lgm_names out = {0};
    if (!lgm_entity_settle_types(scratch, doc, places, names)) return false;
    if (!doc->upos.of) return true;
    if (!note_surnames(&a) || !note_briefs(&a) || !note_words(&a)) return false;
    if (a.surnames.n == 0 && a.briefs.n == 0 && a.words.n == 0) return true;
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
