/*
 * record.h - what a document holds, in the words of docs/schema/report-1.json and as CoNLL-U.
 *
 * Reads   all layers; a layer that no model filled is written as empty.
 * Units   the record counts code points; inside, spans are tokens.
 */
#ifndef LGM_RECORD_H
#define LGM_RECORD_H

#include "doc/doc.h"
#include "legomena/records.h"
#include "record/buf.h"

LGM_NODISCARD lgm_status lgm_record_json(const lgm_doc *doc, bool pretty, lgm_buf *out,
                                         lgm_err *err);
void lgm_record_conllu(const lgm_doc *doc, lgm_buf *out);

/* Names of lgm_time_layer's mod and quant in TIMEX3; NULL for none. */
const char *lgm_record_mod(uint8_t mod);
const char *lgm_record_quant(uint8_t quant);

/* Code points of a range of tokens (non-empty). */
static inline lgm_cpspan lgm_record_span(const lgm_doc *doc, lgm_tokspan s)
{
    return (lgm_cpspan){doc->tokens[s.start].cp, doc->tokens[s.end - 1].cp_end};
}

/* A mention as the record has it. */
typedef struct lgm_mention_ref {
    lgm_tokspan tokens;
    uint8_t form;     /* lgm_mention_form */
    float confidence; /* of a name */
} lgm_mention_ref;

/* How many mentions an entity has, of any form, and the i-th of them. */
static inline uint32_t lgm_record_n_mentions(const lgm_entity_layer *e)
{
    return e->n_mentions ? e->n_mentions : e->n;
}
static inline lgm_mention_ref lgm_record_mention(const lgm_doc *doc, const lgm_entity_layer *e,
                                                 uint32_t i)
{
    uint32_t name;
    if (e->n_mentions) {
        const lgm_mention_layer *const m = &doc->mentions[doc->mention_order[e->mention + i]];
        if (m->name == LGM_NONE) return (lgm_mention_ref){m->tokens, m->form, 0};
        name = m->name;
    } else {
        name = doc->name_order[e->first + i];
    }
    return (lgm_mention_ref){doc->names[name].tokens, LGM_MENTION_NAME, doc->names[name].confidence};
}

#endif
