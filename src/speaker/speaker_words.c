/* speaker_words.c - what the lists of data/speaker say of words. */
#include "speaker/speaker_words.h"

#include "tree/lemmas.h"

enum { MENDS = 1 }; /* "-e" alone: lemmas of rare verbs may lack it */

uint32_t lgm_speaker_word(const lgm_doc *doc, uint32_t token)
{
    return lgm_tree_word_kinds(&lgm_speaker_lexicon, doc, token, MENDS);
}
