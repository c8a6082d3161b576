/* ground_words.c - what the lists of data/grounds say of words. */
#include "grounds/ground_words.h"

#include "tree/lemmas.h"

enum { MENDS = 1 }; /* "-e" alone: lemmas of rare verbs may lack it */

uint32_t lgm_grounds_word(const lgm_doc *doc, uint32_t token)
{
    return lgm_tree_word_kinds(&lgm_grounds_lexicon, doc, token, MENDS);
}
