/*
 * told_words.h - words of reports as they are compared: a sentence or a claim as terms, weighed by
 * how rare they are, its numbers and its names. Internal to the room same.
 *
 * Owns    all in the arena; nothing of the record is borrowed but names.
 */
#ifndef LGM_SAME_TOLD_WORDS_H
#define LGM_SAME_TOLD_WORDS_H

#include "legomena/record.h"
#include "profile/alike.h"
#include "profile/profile_words.h"

typedef struct lgm_same_hashes { /* ascending, each once */
    uint32_t *at;
    size_t n;
} lgm_same_hashes;

typedef struct lgm_same_terms {
    lgm_profile_terms words;
    lgm_same_hashes numbers;
} lgm_same_terms;

uint32_t lgm_same_hash(const lgm_profile_word *w);

/* The words of some spans together, those of `but` left out. false: no memory. */
bool lgm_same_terms_of(lgm_same_terms *out, lgm_arena *arena, const lgm_record *r,
                       const lgm_cpspan *spans, size_t n, lgm_cpspan but);

/* Names that stand in a span: entities with a name, each by its last word. */
bool lgm_same_names_of(lgm_same_hashes *out, lgm_arena *arena, const lgm_record *r,
                       lgm_cpspan span);
bool lgm_same_entities_of(lgm_same_hashes *out, lgm_arena *arena, const lgm_record *r,
                          lgm_indices entities);

/* The first that both have; NULL: none. */
const uint32_t *lgm_same_shared(const lgm_same_hashes *a, const lgm_same_hashes *b);
/* Both have some, and none in common. */
bool lgm_same_apart(const lgm_same_hashes *a, const lgm_same_hashes *b);

/* How two words are related, as the table of data/same says. */
enum { LGM_SAME_UNRELATED, LGM_SAME_RELATED, LGM_SAME_FORMS };
int lgm_same_related(const lgm_profile_word *a, const lgm_profile_word *b);

/* What the lists of data/same are to tools/lexicon.py. */
#define LGM_SAME_KIND(level) (level)
extern const lgm_lexicon lgm_same_lexicon;

#endif
