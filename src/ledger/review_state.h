/*
 * review_state.h - what the reviews of one record come to, in SQL: for statements over review_fit v
 * (schema/0004_review.sql) that look at the reviews of one record, or group by records.
 *
 * Here and not in a view: a statement that asks record by record would look at all of such a view.
 */
#ifndef LGM_LEDGER_REVIEW_STATE_H
#define LGM_LEDGER_REVIEW_STATE_H

#define LGM_LEDGER_REVIEW_COUNTS                                                                   \
    "v.verdict IN ('right', 'wrong') AND v.replaced_by IS NULL AND v.fit = 'same'"

/* right, wrong, disputed (what one finds wrong another finds right), part (no more than fields are
 * right); null of none. */
#define LGM_LEDGER_REVIEW_STATE                                                                    \
    "CASE WHEN max(v.verdict = 'wrong') AND max(v.verdict = 'right') AND EXISTS (SELECT 1 FROM "   \
    "review_fit a JOIN review_fit b ON b.report = a.report AND b.of_reading = a.of_reading AND "   \
    "b.kind = a.kind AND b.of_n = a.of_n WHERE a.report = v.report AND a.of_reading = "            \
    "v.of_reading AND a.kind = v.kind AND a.of_n = v.of_n AND a.verdict = 'wrong' AND b.verdict "  \
    "= 'right' AND a.replaced_by IS NULL AND b.replaced_by IS NULL AND a.fit = 'same' AND b.fit "  \
    "= 'same' AND a.reviewer <> b.reviewer AND b.field IN ('', a.field)) THEN 'disputed' "         \
    "WHEN max(v.verdict = 'wrong') THEN 'wrong' "                                                  \
    "WHEN max(v.verdict = 'right' AND v.field = '') THEN 'right' "                                 \
    "WHEN count(*) THEN 'part' END"

#endif
