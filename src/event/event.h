/*
 * event.h - what a report says happened: words that tell an event, of which kind it is, who did it
 * to whom, where and when, whether it happened, and which claims say so.
 *
 *     "Rebels did not carry out the attack on the fort, the mayor said"
 *         ASSAULT, CAMEO 190, "attack", agents: the rebels, "-", asserted by the mayor's claim
 *
 * By rule, from the tree and the tables of data/event: a verb, a noun, or a phrase of several words
 * is a trigger. What is told several times is one event with all its mentions.
 *
 * With what it is done, an instrument, is words and no entity: the bomb that kills is no agent.
 *
 * In two steps: first words alone, so that whoever takes part becomes an entity (room: coref),
 * then, with entities, the events.
 *
 * Reads   tokens, lemmas, trees, names, times, claims; then mentions, entities.
 * Writes  partners; then events, event_spans, event_links.
 * Owns    results live in the document's arena; the room and doc->partners in scratch, until the
 *         report ends.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET; then the document is left as it was.
 * Cost    linear in tokens and claims: a word is looked up once, and looks are bounded.
 * Source  PLOVER (Open Event Data Alliance) for categories and modes; CAMEO (Gerner, Schrodt et al.
 *         2012) for codes. Tables are our own: data/event/SOURCE.md.
 */
#ifndef LGM_EVENT_EVENT_H
#define LGM_EVENT_EVENT_H

#include "tree/tree.h"

typedef struct lgm_event_room lgm_event_room;

LGM_NODISCARD lgm_status lgm_event_find(const lgm_trees *trees, lgm_arena *scratch, lgm_doc *doc,
                                        lgm_event_room **out, lgm_err *err);
LGM_NODISCARD lgm_status lgm_event_run(lgm_event_room *room, lgm_doc *doc, lgm_err *err);

#endif
