/*
 * read.h - the pieces that make a record: record_value.c, and check_record.c for one that comes
 * from outside. Internal.
 */
#ifndef LGM_RECORD_READ_H
#define LGM_RECORD_READ_H

#include "base/json_in.h"
#include "record/json.h"
#include "record/record_value.h"

/* Do all spans lie inside the text, and all ids lead to something? LGM_E_CORRUPT. */
LGM_NODISCARD lgm_status lgm_record_check(const lgm_record *record, lgm_err *err);

#endif
