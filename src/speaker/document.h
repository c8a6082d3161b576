/*
 * document.h - texts and recordings that are the source of a claim, and who speaks in them.
 *
 *     "a report by the Harbour Institute"  the institute      "court papers"  nobody
 *
 * A document speaks for its author: who it is of ("Veltron's filing"), by or from ("a study by the
 * university"), or who issued it ("a statement released by the union"). In a recording, a law or
 * court papers nobody speaks.
 *
 * Reads   tokens, names, entities, mentions, trees.      Writes  nothing.
 * Source  the lists documents.txt, recordings.txt and issued.txt of data/phrase.
 */
#ifndef LGM_SPEAKER_DOCUMENT_H
#define LGM_SPEAKER_DOCUMENT_H

#include "tree/tree.h"

/* Does the word, or a listed phrase that ends with it ("press release"), mean a document?
 * LGM_SPEAKS_DOCUMENT, with LGM_SPEAKS_RECORDING where nobody speaks in it; else 0. */
unsigned lgm_speaker_document(const lgm_doc *doc, uint32_t word);

/* The entity that wrote the document, by the words at `word` or at another mention of the
 * entity `document` (LGM_NONE: there is none); LGM_NONE = not known. by_head: [n_tokens], the
 * mention with that head; owner: [n_names], the entity of each. */
uint32_t lgm_speaker_author(const lgm_trees *t, const uint32_t *by_head, const uint32_t *owner,
                            uint32_t word, uint32_t document);

#endif
