/* claims_kind.c - questions about claims, and about who makes them. */
#include "ask/question_kinds.h"

/* ---- claims ---- */

#define HAS_PARTY(named)                                                                           \
    "EXISTS (SELECT 1 FROM claim_party x WHERE x.reading = c.reading AND x.claim = c.n AND "       \
    "x.part = '" named "' AND " LGM_ASK_IS_NAMED("x.reading", "x.entity") ")"
#define SEARCHED(words) "(SELECT f.rowid FROM claim_search f WHERE f.claim_search MATCH " words ")"
#define SEARCHED_READINGS(words)                                                                   \
    "SELECT f.rowid >> 20 AS reading FROM claim_search f WHERE f.claim_search MATCH " words

#define IN_SOURCE "'source : (' || ?1 || ')'"
#define SPEAKS                                                                                     \
    "(" LGM_ASK_IS_NAMED("c.reading", "c.speaker") " OR " HAS_PARTY(                               \
        "speaker") " OR (c.speaker IS NULL AND c.claim IN " SEARCHED(IN_SOURCE) "))"
#define SPEAKING LGM_ASK_NAMING " UNION ALL " SEARCHED_READINGS(IN_SOURCE)

#define IN_CONTENT "'content : (' || ?1 || ')'"
#define IS_ABOUT                                                                                   \
    "(c.claim IN " SEARCHED(                                                                       \
        IN_CONTENT) " OR EXISTS (SELECT 1 FROM claim_about x WHERE x.reading = c.reading AND "     \
                    "x.claim = c.n AND (" LGM_ASK_IS_NAMED(                                        \
                        "x.reading",                                                               \
                        "x.entity") " OR EXISTS (SELECT 1 FROM event_party y WHERE y.reading = "   \
                                    "x.reading AND y.event = x.event AND " LGM_ASK_IS_NAMED(       \
                                        "y.reading", "y.entity") "))))"
#define ABOUT LGM_ASK_NAMING " UNION ALL " SEARCHED_READINGS(IN_CONTENT)

#define COMING_THROUGH                                                                             \
    "SELECT x.reading AS reading FROM claim_party x WHERE x.part = 'via' AND " LGM_ASK_IS_NAMED(   \
        "x.reading", "x.entity")

#define AT_VENUE                                                                                   \
    "SELECT x.claim >> 20 AS reading FROM claim x WHERE x.venue IN (SELECT y.venue FROM claim y "  \
    "WHERE y.venue IS NOT NULL AND y.venue LIKE ?1)"
/* The venue names a place that lies there: "a news conference in Ostrel". */
#define SAID_WITHIN                                                                                \
    "(c.venue IS NOT NULL AND EXISTS (SELECT 1 FROM entity o WHERE o.reading = c.reading AND "     \
    "instr(c.venue, o.name) > 0 AND " LGM_ASK_WITHIN("o") "))"
#define IS_DENIED                                                                                  \
    "EXISTS (SELECT 1 FROM reply x WHERE x.reading = c.reading AND x.to_claim = c.n AND x.how = "  \
    "'denies')"
#define DENIED "SELECT x.reading AS reading FROM reply x WHERE x.how = 'denies'"
#define SAID_ON                                                                                    \
    "SELECT x.claim >> 20 AS reading FROM claim x WHERE x.said_from IS NOT NULL AND x.said_from "  \
    "<= ?2 AND x.said_to >= ?1"

#define LEARNED                                                                                    \
    "SELECT g.reading AS reading FROM report o JOIN reading g USING (report) WHERE o.learned >= "  \
    "?1"

const lgm_question_column lgm_ask_claim_columns[] = {
    {"id", LGM_COLUMN_ID, "the claim"},
    {"day", LGM_COLUMN_TEXT, "when it was said, else published"},
    {"speaker", LGM_COLUMN_TEXT, "who: by name, else in the words of the report"},
    {"kind", LGM_COLUMN_TEXT, "what kind of source"},
    {"act", LGM_COLUMN_TEXT, "what the claim does"},
    {"content", LGM_COLUMN_TEXT, "what is said"},
    {"certainty", LGM_COLUMN_TEXT, "how sure the source is"},
    {"via", LGM_COLUMN_TEXT, "through whom"},
    {"venue", LGM_COLUMN_TEXT, "where it was said"},
    {"said", LGM_COLUMN_TEXT, "when it was said, as far as the report says"},
    {"date", LGM_COLUMN_TEXT, "when the report was published"},
    {"publisher", LGM_COLUMN_TEXT, "of the report"},
    {"title", LGM_COLUMN_TEXT, "of the report"},
    {"url", LGM_COLUMN_TEXT, "of the report"},
    {"confidence", LGM_COLUMN_NUMBER, "how sure the model is, 0 to 1"},
    LGM_ASK_STATE_SHOWN,
};
static const char *const claim_sql[] = {
    "p.report || ':c' || c.n",
    "d.day",
    "coalesce(e.name, c.source)",
    "c.speaker_kind",
    "c.act",
    "c.content",
    "c.certainty",
    "(SELECT group_concat(o.name, '; ') FROM claim_party x JOIN entity o ON o.reading = x.reading "
    "AND o.n = x.entity WHERE x.reading = c.reading AND x.claim = c.n AND x.part = 'via')",
    "c.venue",
    "c.said",
    "p.date",
    "p.publisher",
    "p.title",
    "nullif(p.url, '')",
    "round(c.confidence, 2)",
    LGM_ASK_STATE("c.n"),
};
LGM_ASK_SAME(claim_sql, lgm_ask_claim_columns);

const lgm_question_condition lgm_ask_claim_conditions[] = {
    {"by", "NAME", NULL, "made by somebody"},
    {"about", "NAME", NULL,
     "about somebody or something: aimed at it, or its name is in the words"},
    {"act", "ACT", LGM_ASK_ACTS, "that do this"},
    {"via", "NAME", NULL, "that came through somebody, as an agency"},
    {"venue", "WORDS", NULL, "made there: \"television\", \"court\""},
    {"where", "PLACE", NULL, "made at a place, or within it, as far as the venue names it"},
    {"kind", "KIND", LGM_ASK_SPEAKER_KINDS, "whose source is of this kind"},
    {"anonymous", NULL, NULL, "whose source is not named"},
    {"denied", NULL, NULL, "that somebody in the same report denies"},
    {"text", "WORDS", NULL, "with these words"},
    {"said-on", "DAY", NULL, "that may have been said on that day"},
    LGM_ASK_SINCE_SHOWN,
    LGM_ASK_UNTIL_SHOWN,
    {"learned-since", "DAY", NULL, "of reports that the ledger learned on that day or later"},
    LGM_ASK_IN_SHOWN,
    LGM_ASK_STORY_SHOWN,
    LGM_ASK_PUBLISHER_SHOWN,
    LGM_ASK_REVIEW_SHOWN,
    LGM_ASK_WITHDRAWN_SHOWN,
    LGM_ASK_AS_OF_SHOWN,
};
static const lgm_ask_condition claim_conditions[] = {
    {LGM_ASK_WORDS, SPEAKS, SPEAKING},
    {LGM_ASK_WORDS, IS_ABOUT, ABOUT},
    {LGM_ASK_PLAIN, "c.act = ?1", NULL},
    {LGM_ASK_WORDS, HAS_PARTY("via"), COMING_THROUGH},
    {LGM_ASK_PART, "c.venue LIKE ?1", AT_VENUE},
    {LGM_ASK_PLACE, SAID_WITHIN, LGM_ASK_WITH_PLACE},
    {LGM_ASK_PLAIN, "c.speaker_kind = ?1", NULL},
    {LGM_ASK_FLAG, "c.speaker_kind = 'anonymous'", NULL},
    {LGM_ASK_FLAG, IS_DENIED, DENIED},
    {LGM_ASK_WORDS, "c.claim IN " SEARCHED("?1"), SEARCHED_READINGS("?1")},
    {LGM_ASK_DAY, "c.said_from <= ?2 AND c.said_to >= ?1", SAID_ON},
    LGM_ASK_SINCE,
    LGM_ASK_UNTIL,
    {LGM_ASK_FROM, "p.learned >= ?1", LEARNED},
    LGM_ASK_IN,
    LGM_ASK_STORY,
    LGM_ASK_PUBLISHER,
    LGM_ASK_REVIEW("c.n"),
    LGM_ASK_WITH_WITHDRAWN,
    LGM_ASK_ASOF,
};
LGM_ASK_SAME(claim_conditions, lgm_ask_claim_conditions);

#define FROM_CLAIMS                                                                                \
    "dated d" LGM_ASK_READ " CROSS JOIN claim c ON c.reading = d.reading AND c.listed = d.day "    \
    "LEFT JOIN entity e ON e.reading = c.reading AND e.n = c.speaker"

const lgm_ask_kind lgm_ask_claims = {
    .columns = claim_sql,
    .from = FROM_CLAIMS,
    .n = "c.n",
    .always = "d.kind = 'claim'",
    .order = "d.day DESC, d.reading DESC, c.n",
    .reversed = "d.day, d.reading, c.n",
    .conditions = claim_conditions,
    .snippet = -1,
};

/* ---- sources ---- */

const lgm_question_column lgm_ask_source_columns[] = {
    {"speaker", LGM_COLUMN_TEXT, "who, or what kind of source without a name"},
    {"named", LGM_COLUMN_TEXT, "yes or no"},
    {"claims", LGM_COLUMN_NUMBER, "how many"},
    {"reports", LGM_COLUMN_NUMBER, "in how many reports"},
    {"publishers", LGM_COLUMN_NUMBER, "of how many publishers"},
    {"via", LGM_COLUMN_NUMBER, "how many claims came through somebody"},
    {"answered", LGM_COLUMN_NUMBER, "how many claims another claim of the report answers"},
    {"denied", LGM_COLUMN_NUMBER, "how many of these answers deny"},
    {"first", LGM_COLUMN_TEXT, "the first day"},
    {"last", LGM_COLUMN_TEXT, "the last day"},
};
static const char *const source_sql[] = {
    "coalesce(e.name, c.speaker_kind, 'unknown')",
    "CASE WHEN e.name IS NULL THEN 'no' ELSE 'yes' END",
    "count(*)",
    "count(DISTINCT p.report)",
    "count(DISTINCT p.publisher)",
    "sum(EXISTS (SELECT 1 FROM claim_party x WHERE x.reading = c.reading AND x.claim = c.n AND "
    "x.part = 'via'))",
    "sum(EXISTS (SELECT 1 FROM reply x WHERE x.reading = c.reading AND x.to_claim = c.n))",
    "sum(EXISTS (SELECT 1 FROM reply x WHERE x.reading = c.reading AND x.to_claim = c.n AND "
    "x.how = 'denies'))",
    "min(nullif(d.day, ''))",
    "max(nullif(d.day, ''))",
};
LGM_ASK_SAME(source_sql, lgm_ask_source_columns);

/* '' is heard, too: it is no name. */
#define HEARD_BEFORE                                                                               \
    "SELECT s.name FROM report o JOIN reading g USING (report) JOIN source_day s USING (reading) " \
    "WHERE o.learned < ?1 UNION ALL SELECT ''"

const lgm_question_condition lgm_ask_source_conditions[] = {
    {"by", "NAME", NULL, "of that name"},
    {"about", "NAME", NULL, "who speak about somebody or something"},
    {"kind", "KIND", LGM_ASK_SPEAKER_KINDS, "of this kind"},
    {"anonymous", NULL, NULL, "that are not named"},
    {"text", "WORDS", NULL, "of claims with these words"},
    LGM_ASK_SINCE_SHOWN,
    LGM_ASK_UNTIL_SHOWN,
    {"new-since", "DAY", NULL, "that have a name the ledger had not heard before that day"},
    LGM_ASK_IN_SHOWN,
    LGM_ASK_STORY_SHOWN,
    LGM_ASK_PUBLISHER_SHOWN,
    LGM_ASK_REVIEW_SHOWN,
    LGM_ASK_WITHDRAWN_SHOWN,
    LGM_ASK_AS_OF_SHOWN,
};
static const lgm_ask_condition source_conditions[] = {
    {LGM_ASK_WORDS, SPEAKS, SPEAKING},
    {LGM_ASK_WORDS, IS_ABOUT, ABOUT},
    {LGM_ASK_PLAIN, "c.speaker_kind = ?1", NULL},
    {LGM_ASK_FLAG, "c.speaker_kind = 'anonymous'", NULL},
    {LGM_ASK_WORDS, "c.claim IN " SEARCHED("?1"), SEARCHED_READINGS("?1")},
    LGM_ASK_SINCE,
    LGM_ASK_UNTIL,
    {LGM_ASK_FROM, "e.name NOT IN (" HEARD_BEFORE ")", NULL},
    LGM_ASK_IN,
    LGM_ASK_STORY,
    LGM_ASK_PUBLISHER,
    LGM_ASK_REVIEW("c.n"),
    LGM_ASK_WITH_WITHDRAWN,
    LGM_ASK_ASOF,
};
LGM_ASK_SAME(source_conditions, lgm_ask_source_conditions);

/* The same, summed up in source_day. The conditions that it has not ask of single claims. */
static const char *const source_day_sql[] = {
    "coalesce(nullif(d.name, ''), nullif(d.kind, ''), 'unknown')",
    "CASE d.name WHEN '' THEN 'no' ELSE 'yes' END",
    "sum(d.claims)",
    "count(DISTINCT p.report)",
    "count(DISTINCT p.publisher)",
    "sum(d.via)",
    "sum(d.answered)",
    "sum(d.denied)",
    "min(nullif(d.day, ''))",
    "max(nullif(d.day, ''))",
};
LGM_ASK_SAME(source_day_sql, lgm_ask_source_columns);

static const lgm_ask_condition source_day_conditions[LGM_COUNT(lgm_ask_source_conditions)] = {
    [2] = {LGM_ASK_PLAIN, "d.kind = ?1", NULL},
    [3] = {LGM_ASK_FLAG, "d.kind = 'anonymous'", NULL},
    [5] = LGM_ASK_SINCE,
    [6] = LGM_ASK_UNTIL,
    [7] = {LGM_ASK_FROM, "d.name NOT IN (" HEARD_BEFORE ")", NULL},
    [8] = LGM_ASK_IN,
    [9] = LGM_ASK_STORY,
    [10] = LGM_ASK_PUBLISHER,
};

static const lgm_ask_kind source_days = {
    .columns = source_day_sql,
    .from = "source_day d" LGM_ASK_READ,
    .group = "coalesce(nullif(d.name, ''), nullif(d.kind, ''), 'unknown'), d.name = ''",
    .order = "3 DESC, 1",
    .reversed = "3, 1",
    .conditions = source_day_conditions,
    .snippet = -1,
};

const lgm_ask_kind lgm_ask_sources = {
    .columns = source_sql,
    .from = FROM_CLAIMS,
    .always = "d.kind = 'claim'",
    .group = "coalesce(e.name, c.speaker_kind, 'unknown'), e.name IS NULL",
    .order = "3 DESC, 1",
    .reversed = "3, 1",
    .conditions = source_conditions,
    .snippet = -1,
    .summed = &source_days,
};
