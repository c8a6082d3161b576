/*
 * record_value.h - making a record.
 *
 * Whoever makes one fills its fields from record->arena and ends with lgm_record_index_text.
 */
#ifndef LGM_RECORD_VALUE_H
#define LGM_RECORD_VALUE_H

#include "base/base.h"
#include "legomena/record.h"

/* Empty, with an arena of its own. */
LGM_NODISCARD lgm_status lgm_record_new(lgm_record **out, lgm_err *err);

/* Fills length and byte_of from text; after that lgm_record_quote can be asked. */
LGM_NODISCARD lgm_status lgm_record_index_text(lgm_record *record, lgm_err *err);

#endif
