/*
 * budget.h - what memory a report takes while it is read, known once it is cut into words.
 *
 * Newswire takes 110 bytes a word beside its text (bench/RESULTS.md). A long text whose words are
 * few bytes long is refused before the work that would be lost; what a report takes beyond its
 * count, since it is all names or quotations, is met by the ceilings of the arenas.
 * Units   bytes. What is counted is the memory of one worker, without the model and the record.
 */
#ifndef LGM_PIPELINE_BUDGET_H
#define LGM_PIPELINE_BUDGET_H

#include "doc/doc.h"

/* What a report of so many tokens is counted as. */
uint64_t lgm_pipeline_need(uint32_t n_tokens);
/* The most that one report may take, where reports have at most max_bytes. */
uint64_t lgm_pipeline_most(uint64_t max_bytes);
/* LGM_E_BUDGET with both figures, and what to do, where it is too much. */
LGM_NODISCARD lgm_status lgm_pipeline_check(uint64_t max_bytes, const lgm_doc *doc, lgm_err *err);

#endif
