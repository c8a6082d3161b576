/*
 * json.h - the pieces that turn a record into bytes. Internal.
 *
 * write_json.c and read_json.c follow the tables of fields.h; conllu.c writes the words.
 */
#ifndef LGM_RECORD_JSON_H
#define LGM_RECORD_JSON_H

#include <stdio.h>

#include "base/buf.h"
#include "base/json_out.h"
#include "record/fields.h"

enum { LGM_RECORD_VERSION = 1 }; /* of the format: "legomena" in the record */

/* "e1" for the entity with index 0. Returns its length. */
static inline size_t lgm_record_id(char letter, uint32_t index, char out[16])
{
    return (size_t)snprintf(out, 16, "%c%llu", letter, (unsigned long long)index + 1);
}

void lgm_record_write_object(lgm_json *w, const lgm_record_shape *shape, const char *at,
                             uint32_t index);
void lgm_record_write_json(const lgm_record *record, bool pretty, lgm_buf *out);
void lgm_record_write_conllu(const lgm_record *record, lgm_buf *out);

#endif
