/*
 * calling.h - nouns by which a report calls a body right before its name: "oil group Yarvos".
 *
 * Reads   the form of a token.      Writes  nothing.
 * Source  the lists callings.txt and descriptors.txt of data/phrase.
 */
#ifndef LGM_PHRASE_CALLING_H
#define LGM_PHRASE_CALLING_H

#include "doc/doc.h"

bool lgm_phrase_is_calling(const lgm_doc *doc, uint32_t token);
/* The same, of those that begin no name: "Chipmaker Veltron", but "Bank Harvik". */
bool lgm_phrase_is_descriptor(const lgm_doc *doc, uint32_t token);

#endif
