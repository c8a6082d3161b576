/* sample_record.h - the record of a document made by hand; freed with lgm_record_free. */
#ifndef SAMPLE_RECORD_H
#define SAMPLE_RECORD_H

#include "emit/emit.h"
#include "sample_doc.h"

static inline lgm_record *sample_record(const lgm_doc *doc)
{
    lgm_record *r;
    sample_need(lgm_emit_record(doc, false, &r, NULL) == LGM_OK, "no memory for", "a record");
    return r;
}

#endif
