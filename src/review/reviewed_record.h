/*
 * reviewed_record.h - a reviewed record as JSON, for who trains a model.
 *
 * Files   reviewed_record.c.
 */
#ifndef LGM_REVIEW_REVIEWED_RECORD_H
#define LGM_REVIEW_REVIEWED_RECORD_H

#include "base/json_out.h"
#include "legomena/record.h"

/* The keys of it in an object that is open; docs/review.md names them. */
LGM_NODISCARD lgm_status lgm_review_put_record(lgm_json *w, const lgm_record *r, lgm_link of,
                                               lgm_err *err);

#endif
