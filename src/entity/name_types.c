/* name_types.c - counts votes for the types of names, and settles them. */
#include "entity/name_types.h"

#include "phrase/calling.h"
#include "phrase/gender.h"
#include "world/names.h"
#include "world/states.h"

/* From SURE on a name of two types keeps both; from FULL on a person's full name counts. */
#define SURE 0.9f
#define FULL 0.5f

enum {
    GIVEN = 1 << 27, /* votes of "the Northern Harbour Union (Norhu)" for a body */
    WHOLE = 200,     /* ... of "Orvane Mining" that "Orvane" is one: as of two sure names */
    TITLED = 300,    /* ... of "Mr Orvane" for a person, of "oil group Orvane" for a body */
    MIDDLING = 111,  /* places: 15,000 people */
    LARGE = 133,     /* 100,000 people */
    PERSON = 30,     /* ... that make a surname of a word, halved as those of single words are */
    WORDS = 4        /* longer names are left as they are */
};

/* What is known of all names of the same words. */
typedef struct tally {
    uint32_t votes[LGM_ENTITY_TYPE_COUNT];
    bool sure_place, sure_other, full; /* full: the surname or forename of a full name */
} tally;

typedef struct settler {
    const lgm_doc *doc;
    const lgm_places *places; /* NULL = not known */
    lgm_names *names;
    lgm_index index; /* words of a name -> its tally */
    tally *tallies;  /* [3 * names]: each name has at most its own, a surname's and a forename's */
    uint32_t n;
    uint64_t *key; /* [names]: hash of its words; 0 = left as it is */
} settler;

static bool is_place(uint8_t type)
{
    return type == LGM_ENTITY_GPE || type == LGM_ENTITY_LOC;
}

/* Buildings and events are left as they are: "the White House" is one, and what sits in it. */
static bool is_settled_by_votes(uint8_t type)
{
    return type != LGM_ENTITY_FAC && type != LGM_ENTITY_EVT;
}

/* The tally under a key, a new one where there is none; NULL when scratch is spent. */
static tally *tally_of(settler *s, uint64_t key)
{
    const lgm_index_slot *const slot = lgm_entity_index_get(&s->index, key);
    if (slot) return &s->tallies[slot->entity];
    if (!lgm_entity_index_put(&s->index, key, s->n)) return NULL;
    return &s->tallies[s->n++];
}

/* The hash that a name of this one word has. */
static uint64_t alone(uint64_t word)
{
    const lgm_form f = {.word = {word}, .n = 1};
    return lgm_entity_form_part(&f, 0, 1);
}

/* Do the tokens name a place of that size? */
static bool is_town(const settler *s, lgm_tokspan at, uint32_t size)
{
    char folded[LGM_WORLD_FOLDED];
    uint32_t n = 0;
    const size_t len = lgm_world_fold(lgm_doc_words(s->doc, at), folded);
    if (!s->places || len == 0) return false;
    const uint32_t first = lgm_world_places_find(s->places, folded, len, &n);
    for (uint32_t i = 0; i < n; i++) {
        const lgm_place_hit hit = lgm_world_places_hit(s->places, first, i);
        if (!(hit.called & LGM_CALLED_OTHERWISE) &&
            lgm_world_places_at(s->places, hit.place).size >= size)
            return true;
    }
    return false;
}

/* Is it a body by its last word ("Sam Yang Company"), by the noun before it ("oil group Yarvos") or
 * by the tables ("Fatah")? */
static bool says_body(const settler *s, const lgm_name *name, const lgm_form *f)
{
    enum { LAST = LGM_NAME_LEGAL | LGM_NAME_TRADE };
    char word[LGM_WORLD_FOLDED];
    const lgm_doc *const doc = s->doc;
    const lgm_tokspan at = name->tokens;
    const bool person = name->type == LGM_ENTITY_PER && f->n > 1; /* "developer Mel Sand" */
    if (at.start > 0 && !person && lgm_phrase_is_calling(doc, at.start - 1) &&
        !is_town(s, at, MIDDLING))
        return true;
    if (name->type != LGM_ENTITY_ORG) return false;
    if (at.end - at.start > 1 && lgm_entity_fold(lgm_doc_form(doc, at.end - 1), word) > 0 &&
        (lgm_entity_kinds(word) & LAST))
        return true;
    return lgm_world_fold(lgm_doc_words(doc, at), word) > 3 && lgm_world_body(word) != NULL;
}

static bool note_parts(settler *s, const lgm_name *name, const lgm_form *f)
{
    if (name->type == LGM_ENTITY_PER && f->n > 1 && name->confidence >= FULL) {
        tally *const surname = tally_of(s, alone(f->word[f->n - 1]));
        if (surname) surname->full = true;
        tally *const forename = surname ? tally_of(s, alone(f->word[0])) : NULL;
        if (!forename) return false;
        forename->full = true;
    }
    /* "Boston College" says nothing of Boston. */
    const lgm_tokspan first = {name->tokens.start, name->tokens.start + 1};
    if (f->brief && !is_town(s, first, MIDDLING)) {
        tally *const t = tally_of(s, alone(f->brief));
        if (!t) return false;
        t->votes[LGM_ENTITY_ORG] += WHOLE;
    }
    return true;
}

static bool note(settler *s, uint32_t i)
{
    const lgm_name *const name = &s->names->at[i];
    if (!is_settled_by_votes(name->type)) return true;
    const lgm_form f = lgm_entity_form_of(s->doc, name);
    if (f.n == 0 || f.n > WORDS) return true;
    s->key[i] = f.all;
    tally *const t = tally_of(s, f.all);
    if (!t) return false;
    /* A person is named in full first; one word alone is a body as often as the network says so. */
    const bool doubted = name->type == LGM_ENTITY_PER && f.n == 1 && !f.acronym;
    t->votes[name->type] += lgm_entity_votes(name) / (doubted ? 2 : 1);
    if (says_body(s, name, &f)) t->votes[LGM_ENTITY_ORG] += TITLED;
    if (name->confidence >= SURE) *(is_place(name->type) ? &t->sure_place : &t->sure_other) = true;
    if (f.n == 1 && name->tokens.start > 0 && lgm_entity_is_title(s->doc, name->tokens.start - 1))
        t->votes[LGM_ENTITY_PER] += TITLED;
    if (i > 0 && lgm_entity_is_brief(s->doc, name - 1, name)) t->votes[LGM_ENTITY_ORG] += GIVEN;
    return note_parts(s, name, &f);
}

/* "Paris Hill" that the network takes for a building, and then "Hill said": a given name before
 * what is a person elsewhere. The full name becomes the person's. */
static void find_full_name(settler *s, uint32_t i)
{
    lgm_name *const name = &s->names->at[i];
    if (name->type == LGM_ENTITY_PER || name->confidence >= SURE ||
        name->tokens.end - name->tokens.start != 2 ||
        !lgm_phrase_is_given_name(s->doc, name->tokens.start))
        return;
    const lgm_form f = lgm_entity_form_of(s->doc, name);
    const lgm_index_slot *const slot =
        f.n == 2 ? lgm_entity_index_get(&s->index, alone(f.word[1])) : NULL;
    if (!slot || s->tallies[slot->entity].votes[LGM_ENTITY_PER] < PERSON) return;
    s->tallies[slot->entity].full = true;
    s->key[i] = 0;
    name->type = LGM_ENTITY_PER;
    if (name->confidence < FULL) name->confidence = FULL;
}

static void settle(const settler *s, uint32_t i)
{
    const lgm_index_slot *const slot = lgm_entity_index_get(&s->index, s->key[i]);
    if (!slot) return;
    const tally *const t = &s->tallies[slot->entity];
    const bool two = t->sure_place && t->sure_other; /* a place, and something else */
    if (t->full || (two && is_place(s->names->at[i].type))) return;
    uint8_t best = s->names->at[i].type;
    for (uint8_t type = 0; type < LGM_ENTITY_TYPE_COUNT; type++)
        if (t->votes[type] > t->votes[best] && !(two && is_place(type))) best = type;
    lgm_name *const name = &s->names->at[i];
    if (is_place(name->type) && (is_place(best) || is_town(s, name->tokens, LARGE))) return;
    /* Several words are a person's with a given name: not "INS Tabar", "The Kelly File". */
    if (best == LGM_ENTITY_PER && name->tokens.end - name->tokens.start > 1 &&
        !lgm_phrase_is_given_name(s->doc, name->tokens.start))
        return;
    name->type = best;
}

bool lgm_entity_settle_types(lgm_arena *scratch, const lgm_doc *doc, const lgm_places *places,
                             lgm_names *names)
{
    settler s = {.doc = doc, .places = places, .names = names, .index = {.scratch = scratch}};
    if (names->n == 0) return true;
    s.tallies = lgm_arena_calloc(scratch, 4 * names->n, sizeof *s.tallies);
    s.key = lgm_arena_calloc(scratch, names->n, sizeof *s.key);
    if (!s.tallies || !s.key) return false;
    for (uint32_t i = 0; i < names->n; i++)
        if (!note(&s, i)) return false;
    for (uint32_t i = 0; i < names->n; i++) find_full_name(&s, i);
    for (uint32_t i = 0; i < names->n; i++) settle(&s, i);
    return true;
}
