/* reviews_kind.c - questions about what people said of records. */
#include "ask/question_kinds.h"

const lgm_question_column lgm_ask_review_columns[] = {
    {"id", LGM_COLUMN_ID, "of the record as it is now; of one that is gone, the report"},
    {"day", LGM_COLUMN_TEXT, "when it was said"},
    {"reviewer", LGM_COLUMN_TEXT, "who said it"},
    {"verdict", LGM_COLUMN_TEXT, "right, wrong, note, withdrawn"},
    {"field", LGM_COLUMN_TEXT, "of which field; none: of all of the record"},
    {"correction", LGM_COLUMN_TEXT, "how it should be"},
    {"note", LGM_COLUMN_TEXT, "what else was said"},
    {"words", LGM_COLUMN_TEXT, "the record as it was seen"},
    {"seen", LGM_COLUMN_TEXT, "the field as it was seen"},
    {"now", LGM_COLUMN_TEXT, "the record, or the field, as it is now"},
    {"fit", LGM_COLUMN_TEXT,
     "same, changed (it was read otherwise since), gone; these do not count"},
    {"kind", LGM_COLUMN_TEXT, "of what kind the record is"},
    {"at", LGM_COLUMN_TEXT, "when, in UTC"},
    {"review", LGM_COLUMN_NUMBER, "its number, that of its entry in the log"},
    {"title", LGM_COLUMN_TEXT, "of the report"},
};
static const char *const review_sql[] = {
    "v.report || coalesce(CASE v.kind WHEN 'report' THEN NULL WHEN 'event' THEN ':v' ELSE ':' || "
    "substr(v.kind, 1, 1) END || v.of_n, '')",
    "substr(v.at, 1, 10)",
    "v.reviewer",
    "v.verdict",
    "nullif(v.field, '')",
    "v.correction",
    "v.note",
    "v.words",
    "CASE WHEN v.field <> '' THEN v.seen END",
    "v.now",
    "v.fit",
    "v.kind",
    "v.at",
    "v.review",
    "p.title",
};
LGM_ASK_SAME(review_sql, lgm_ask_review_columns);

const lgm_question_condition lgm_ask_review_conditions[] = {
    {"by", "NAME", NULL, "of a reviewer, or of several: words of the name"},
    {"verdict", "VERDICT", "right wrong note withdrawn", "that say this"},
    {"of", "KIND", "report claim event figure incident entity time", "of records of this kind"},
    {"field", "FIELD", NULL, "of this field"},
    {"fit", "FIT", "same changed gone",
     "that fit like this: those that are not the same do not "
     "count"},
    {"disputed", NULL, NULL, "of records that one found wrong and another right"},
    LGM_ASK_SINCE_SHOWN,
    LGM_ASK_UNTIL_SHOWN,
    LGM_ASK_IN_SHOWN,
};
static const lgm_ask_condition review_conditions[] = {
    {LGM_ASK_PART, "v.reviewer LIKE ?1", NULL},
    {LGM_ASK_PLAIN, "v.verdict = ?1", NULL},
    {LGM_ASK_PLAIN, "v.kind = ?1", NULL},
    {LGM_ASK_PLAIN, "v.field = ?1", NULL},
    {LGM_ASK_PLAIN, "v.fit = ?1", NULL},
    {LGM_ASK_FLAG,
     "(v.of_reading, v.kind, v.of_n) IN " LGM_ASK_REVIEWED(" HAVING " LGM_LEDGER_REVIEW_STATE
                                                           " = 'disputed'"),
     NULL},
    {LGM_ASK_FROM, "substr(v.at, 1, 10) >= ?1", NULL},
    {LGM_ASK_TO, "substr(v.at, 1, 10) <= ?1", NULL},
    {LGM_ASK_REPORT, "(p.report = ?1 OR p.id = ?2 OR (p.url = ?2 AND p.url <> ''))", NULL},
};
LGM_ASK_SAME(review_conditions, lgm_ask_review_conditions);

const lgm_ask_kind lgm_ask_reviews = {
    .columns = review_sql,
    .from = "review_fit v JOIN report p ON p.report = v.report",
    .scoped = true,
    .always = "v.superseded IS NULL AND v.replaced_by IS NULL AND v.verdict <> 'none'",
    .order = "v.review DESC",
    .reversed = "v.review",
    .conditions = review_conditions,
    .snippet = -1,
};
