/* reports_kind.c - questions about reports themselves: those that came last first. */
#include "ask/question_kinds.h"

const lgm_question_column lgm_ask_report_columns[] = {
    {"id", LGM_COLUMN_ID, "the report"},
    {"date", LGM_COLUMN_TEXT, "when it was published"},
    {"publisher", LGM_COLUMN_TEXT, "whose it is"},
    {"title", LGM_COLUMN_TEXT, "its headline"},
    {"url", LGM_COLUMN_TEXT, "its address"},
    {"learned", LGM_COLUMN_TEXT, "when it came into the ledger"},
    {"claims", LGM_COLUMN_NUMBER, "how many claims it has"},
};
static const char *const report_sql[] = {
    "CAST(p.report AS TEXT)",
    "p.date",
    "p.publisher",
    "p.title",
    "nullif(p.url, '')",
    "p.learned",
    "(SELECT count(*) FROM claim c WHERE c.reading = r.reading)",
};
LGM_ASK_SAME(report_sql, lgm_ask_report_columns);

const lgm_question_condition lgm_ask_report_conditions[] = {
    LGM_ASK_SINCE_SHOWN,
    LGM_ASK_UNTIL_SHOWN,
    {"learned-since", "DAY", NULL, "that the ledger learned on that day or later"},
    LGM_ASK_IN_SHOWN,
    LGM_ASK_PUBLISHER_SHOWN,
    LGM_ASK_WITHDRAWN_SHOWN,
    LGM_ASK_AS_OF_SHOWN,
};
static const lgm_ask_condition report_conditions[] = {
    {LGM_ASK_FROM, "p.date >= ?1", NULL},
    {LGM_ASK_TO, "substr(p.date, 1, 10) <= ?1", NULL},
    {LGM_ASK_FROM, "p.learned >= ?1", NULL},
    {LGM_ASK_REPORT, "(p.report = ?1 OR p.id = ?2 OR (p.url = ?2 AND p.url <> ''))", NULL},
    LGM_ASK_PUBLISHER,
    LGM_ASK_WITH_WITHDRAWN,
    LGM_ASK_ASOF,
};
LGM_ASK_SAME(report_conditions, lgm_ask_report_conditions);

const lgm_ask_kind lgm_ask_reports = {
    .columns = report_sql,
    .at_once = true,
    .from = "report p CROSS JOIN reading r ON r.report = p.report",
    .order = "p.report DESC",
    .reversed = "p.report",
    .conditions = report_conditions,
    .snippet = -1,
};
