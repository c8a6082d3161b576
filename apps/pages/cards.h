/*
 * cards.h - the claims of a report on its web page, a card each, its disputes side by
 * side, and what happened.
 *
 * A card that stands under another is an item of a list within that item, to CARDS_DEEPEST lists;
 * deeper ones stand in the last of them, and all say in words how they stand to others.
 *
 * Ids     of cards: P-cN; of events P-vN, of incidents P-iN; P is the prefix, as in lit.h.
 * Files   cards.c, card_parts.c, card_disputes.c, card_notes.c, card_events.c, card_figures.c,
 *         card_incidents.c,
 *         card_speakers.c.
 */
#ifndef PAGES_CARDS_H
#define PAGES_CARDS_H

#include "legomena/record.h"
#include "outline.h"
#include "strbuf.h"

enum { CARDS_DEEPEST = 5 };

void cards_write(strbuf *out, const lgm_record *r, const char *prefix, outline_order order);
/* Nothing, where nothing is disputed. */
void cards_write_notes(strbuf *out, const lgm_record *r, const char *prefix);
void cards_write_disputes(strbuf *out, const lgm_record *r, const char *prefix);
/* Nothing of these, where a report has none. */
void cards_write_incidents(strbuf *out, const lgm_record *r, const char *prefix);
void cards_write_figures(strbuf *out, const lgm_record *r, const char *prefix);
void cards_write_events(strbuf *out, const lgm_record *r, const char *prefix);

/* Who speaks, a line each, with the numbers of their claims. Nothing, where nobody does. */
void cards_write_speakers(strbuf *out, const lgm_record *r, const char *prefix);

/* Parts of a card: who and how, a paragraph; what, a paragraph. named: the name need not be
 * said. */
void cards_put_speaker(strbuf *out, const lgm_record *r, const lgm_claim *c, bool named);
void cards_put_content(strbuf *out, const lgm_record *r, const lgm_claim *c);

#endif
