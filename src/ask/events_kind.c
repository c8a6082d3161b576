/* events_kind.c - questions about what happened: events, figures, incidents. */
#include "ask/question_kinds.h"

#define NAMES_OF(part)                                                                             \
    "(SELECT group_concat(o.name, '; ') FROM event_party x JOIN entity o ON o.reading = "          \
    "x.reading "                                                                                   \
    "AND o.n = x.entity WHERE x.reading = h.reading AND x.event = h.n AND x.part = '" part "')"
#define TAKES_PART(part)                                                                           \
    "EXISTS (SELECT 1 FROM event_party x WHERE x.reading = h.reading AND x.event = h.n AND "       \
    "x.part = '" part "' AND " LGM_ASK_IS_NAMED("x.reading", "x.entity") ")"
/* A claim of somebody gives it. */
#define SAID_BY(table, id, of)                                                                     \
    "EXISTS (SELECT 1 FROM " table " x JOIN claim c ON c.claim = " LGM_LEDGER_CLAIM(               \
        "x.reading", "x.claim") " WHERE x.reading = " of ".reading AND x." id " = " of             \
                                ".n AND " LGM_ASK_IS_NAMED("c.reading", "c.speaker") ")"

/* ---- events ---- */

const lgm_question_column lgm_ask_event_columns[] = {
    {"id", LGM_COLUMN_ID, "the event"},
    {"day", LGM_COLUMN_TEXT, "when it happened, else published"},
    {"type", LGM_COLUMN_TEXT, "category as PLOVER has it"},
    {"words", LGM_COLUMN_TEXT, "the words of the report that name it"},
    {"who", LGM_COLUMN_TEXT, "who does it"},
    {"whom", LGM_COLUMN_TEXT, "to whom it is done"},
    {"place", LGM_COLUMN_TEXT, "where"},
    {"country", LGM_COLUMN_TEXT, "where: two letters as ISO 3166 has them"},
    {"modality", LGM_COLUMN_TEXT, "how real it is"},
    {"said_by", LGM_COLUMN_TEXT, "whose claims it stands in; none: the report says it itself"},
    {"cameo", LGM_COLUMN_TEXT, "code as CAMEO has it"},
    {"date", LGM_COLUMN_TEXT, "when the report was published"},
    {"publisher", LGM_COLUMN_TEXT, "of the report"},
    {"title", LGM_COLUMN_TEXT, "of the report"},
    {"confidence", LGM_COLUMN_NUMBER, "how sure the model is, 0 to 1"},
    LGM_ASK_STATE_SHOWN,
};
static const char *const event_sql[] = {
    "p.report || ':v' || h.n",
    "d.day",
    "h.plover",
    "h.words",
    NAMES_OF("agent"),
    NAMES_OF("patient"),
    "e.name",
    "e.country",
    "CASE WHEN h.polarity = '-' THEN 'not ' ELSE '' END || h.modality",
    "(SELECT group_concat(coalesce(o.name, c.source, 'unknown'), '; ') FROM event_claim x JOIN "
    "claim c ON c.claim = " LGM_LEDGER_CLAIM(
        "x.reading",
        "x.claim") " LEFT JOIN entity o ON o.reading = "
                   "c.reading "
                   "AND o.n = c.speaker WHERE x.reading = h.reading AND x.event = h.n)",
    "h.cameo",
    "p.date",
    "p.publisher",
    "p.title",
    "round(h.confidence, 2)",
    LGM_ASK_STATE("h.n"),
};
LGM_ASK_SAME(event_sql, lgm_ask_event_columns);

const lgm_question_condition lgm_ask_event_conditions[] = {
    {"type", "TYPE", NULL, "of a category (\"ASSAULT\"), a CAMEO code or its beginning, or a mode"},
    {"who", "NAME", NULL, "that somebody does"},
    {"whom", "NAME", NULL, "done to somebody"},
    {"where", "PLACE", NULL, "at a place, or within it: a country, a province, \"Middle East\""},
    {"said-by", "NAME", NULL, "that somebody's claim tells of"},
    {"own-voice", NULL, NULL, "that the report tells in its own voice"},
    {"modality", "MODALITY", "actual planned possible hypothetical denied", "that are so real"},
    {"text", "WORDS", NULL, "named by these words"},
    LGM_ASK_SINCE_SHOWN,
    LGM_ASK_UNTIL_SHOWN,
    LGM_ASK_IN_SHOWN,
    LGM_ASK_STORY_SHOWN,
    LGM_ASK_PUBLISHER_SHOWN,
    LGM_ASK_REVIEW_SHOWN,
    LGM_ASK_WITHDRAWN_SHOWN,
    LGM_ASK_AS_OF_SHOWN,
};
static const lgm_ask_condition event_conditions[] = {
    {LGM_ASK_PLAIN, "(h.plover = upper(?1) OR h.cameo LIKE ?1 || '%' OR h.mode = lower(?1))", NULL},
    {LGM_ASK_WORDS, TAKES_PART("agent"), LGM_ASK_NAMING},
    {LGM_ASK_WORDS, TAKES_PART("patient"), LGM_ASK_NAMING},
    {LGM_ASK_PLACE, LGM_ASK_WITHIN("e"), LGM_ASK_WITH_PLACE},
    {LGM_ASK_WORDS, SAID_BY("event_claim", "event", "h"), LGM_ASK_NAMING},
    {LGM_ASK_FLAG,
     "NOT EXISTS (SELECT 1 FROM event_claim x WHERE x.reading = h.reading AND "
     "x.event = h.n)",
     NULL},
    {LGM_ASK_PLAIN, "h.modality = ?1", NULL},
    {LGM_ASK_PART, "h.words LIKE ?1", NULL},
    LGM_ASK_SINCE,
    LGM_ASK_UNTIL,
    LGM_ASK_IN,
    LGM_ASK_STORY,
    LGM_ASK_PUBLISHER,
    LGM_ASK_REVIEW("h.n"),
    LGM_ASK_WITH_WITHDRAWN,
    LGM_ASK_ASOF,
};
LGM_ASK_SAME(event_conditions, lgm_ask_event_conditions);

const lgm_ask_kind lgm_ask_events = {
    .columns = event_sql,
    .from =
        "dated d" LGM_ASK_READ " CROSS JOIN event h ON h.reading = d.reading AND h.listed = d.day"
        " LEFT JOIN entity e ON e.reading = h.reading AND e.n = h.place",
    .n = "h.n",
    .always = "d.kind = 'event'",
    .order = "d.day DESC, d.reading DESC, h.n",
    .reversed = "d.day, d.reading, h.n",
    .conditions = event_conditions,
    .snippet = -1,
};

/* ---- figures ---- */

const lgm_question_column lgm_ask_figure_columns[] = {
    {"id", LGM_COLUMN_ID, "the figure"},
    {"day", LGM_COLUMN_TEXT, "when what it tells happened, else published"},
    {"of", LGM_COLUMN_TEXT, "what is counted: killed, wounded, money, or a noun"},
    {"relation", LGM_COLUMN_TEXT, "= > >= < <= ~"},
    {"value", LGM_COLUMN_NUMBER, "the number; of a range the lower end"},
    {"upper", LGM_COLUMN_NUMBER, "of a range the upper end"},
    {"unit", LGM_COLUMN_TEXT, "as USD or percent"},
    {"what", LGM_COLUMN_TEXT, "of whom or of what"},
    {"said_by", LGM_COLUMN_TEXT, "who gives it; none: the report itself"},
    {"place", LGM_COLUMN_TEXT, "where"},
    {"scope", LGM_COLUMN_TEXT, "what it covers in time"},
    {"words", LGM_COLUMN_TEXT, "as the report has it"},
    {"date", LGM_COLUMN_TEXT, "when the report was published"},
    {"publisher", LGM_COLUMN_TEXT, "of the report"},
    {"title", LGM_COLUMN_TEXT, "of the report"},
    LGM_ASK_STATE_SHOWN,
};
static const char *const figure_sql[] = {
    "p.report || ':f' || f.n",
    "d.day",
    "f.of",
    "f.relation",
    "f.value",
    "f.upper",
    "f.unit",
    "f.what",
    "(SELECT group_concat(coalesce(o.name, c.source, 'unknown'), '; ') FROM figure_claim x JOIN "
    "claim c ON c.claim = " LGM_LEDGER_CLAIM(
        "x.reading",
        "x.claim") " LEFT JOIN entity o ON o.reading = "
                   "c.reading "
                   "AND o.n = c.speaker WHERE x.reading = f.reading AND x.figure = f.n)",
    "e.name",
    "nullif(trim(coalesce(f.extent, '') || ' ' || coalesce(t.words, '')), '')",
    "f.words",
    "p.date",
    "p.publisher",
    "p.title",
    LGM_ASK_STATE("f.n"),
};
LGM_ASK_SAME(figure_sql, lgm_ask_figure_columns);

const lgm_question_condition lgm_ask_figure_conditions[] = {
    {"of", "WHAT", "killed wounded missing arrested displaced money",
     "of this, or of things with "
     "this word"},
    {"by", "NAME", NULL, "that somebody gives"},
    {"own-voice", NULL, NULL, "that the report gives in its own voice"},
    {"where", "PLACE", NULL, "at a place, or within it: a country, a province, \"Middle East\""},
    {"least", "NUMBER", NULL, "of so much or more"},
    {"most", "NUMBER", NULL, "of so much or less"},
    LGM_ASK_SINCE_SHOWN,
    LGM_ASK_UNTIL_SHOWN,
    LGM_ASK_IN_SHOWN,
    LGM_ASK_STORY_SHOWN,
    LGM_ASK_PUBLISHER_SHOWN,
    LGM_ASK_REVIEW_SHOWN,
    LGM_ASK_WITHDRAWN_SHOWN,
    LGM_ASK_AS_OF_SHOWN,
};
static const lgm_ask_condition figure_conditions[] = {
    {LGM_ASK_PLAIN, "(f.of = ?1 OR f.of LIKE '%' || ?1 || '%' OR f.what LIKE '%' || ?1 || '%')",
     NULL},
    {LGM_ASK_WORDS, SAID_BY("figure_claim", "figure", "f"), LGM_ASK_NAMING},
    {LGM_ASK_FLAG,
     "NOT EXISTS (SELECT 1 FROM figure_claim x WHERE x.reading = f.reading AND "
     "x.figure = f.n)",
     NULL},
    {LGM_ASK_PLACE, LGM_ASK_WITHIN("e"), LGM_ASK_WITH_PLACE},
    {LGM_ASK_NUMBER, "f.value >= ?1", NULL},
    {LGM_ASK_NUMBER, "coalesce(f.upper, f.value) <= ?1", NULL},
    LGM_ASK_SINCE,
    LGM_ASK_UNTIL,
    LGM_ASK_IN,
    LGM_ASK_STORY,
    LGM_ASK_PUBLISHER,
    LGM_ASK_REVIEW("f.n"),
    LGM_ASK_WITH_WITHDRAWN,
    LGM_ASK_ASOF,
};
LGM_ASK_SAME(figure_conditions, lgm_ask_figure_conditions);

const lgm_ask_kind lgm_ask_figures = {
    .columns = figure_sql,
    .from =
        "dated d" LGM_ASK_READ " CROSS JOIN figure f ON f.reading = d.reading AND f.listed = d.day"
        " LEFT JOIN event h ON h.reading = f.reading AND h.n = f.event"
        " LEFT JOIN entity e ON e.reading = f.reading AND e.n = coalesce(f.place, h.place)"
        " LEFT JOIN time t ON t.reading = f.reading AND t.n = f.time",
    .n = "f.n",
    .always = "d.kind = 'figure'",
    .order = "d.day DESC, d.reading DESC, f.n",
    .reversed = "d.day, d.reading, f.n",
    .conditions = figure_conditions,
    .snippet = -1,
};

/* ---- incidents ---- */

#define FILLERS(slots)                                                                             \
    "(SELECT group_concat(x.words, '; ') FROM incident_filler x WHERE x.reading = i.reading AND "  \
    "x.incident = i.n AND x.slot IN (" slots ") AND x.wording = 1)"
#define BOUND(of)                                                                                  \
    "CASE WHEN i." of "_relation = '=' THEN '' ELSE i." of "_relation || ' ' END || i." of

const lgm_question_column lgm_ask_incident_columns[] = {
    {"id", LGM_COLUMN_ID, "the incident"},
    {"day", LGM_COLUMN_TEXT, "when it happened, else published"},
    {"type", LGM_COLUMN_TEXT, "as MUC-4 has it: bombing, kidnapping"},
    {"stage", LGM_COLUMN_TEXT, "accomplished, attempted, threatened"},
    {"place", LGM_COLUMN_TEXT, "where"},
    {"country", LGM_COLUMN_TEXT, "where: two letters as ISO 3166 has them"},
    {"who", LGM_COLUMN_TEXT, "who did it, and how that is known"},
    {"targets", LGM_COLUMN_TEXT, "buildings and other things that were hit"},
    {"victims", LGM_COLUMN_TEXT, "whom it hit"},
    {"weapons", LGM_COLUMN_TEXT, "with what"},
    {"killed", LGM_COLUMN_TEXT, "how many were killed"},
    {"wounded", LGM_COLUMN_TEXT, "how many were wounded"},
    {"date", LGM_COLUMN_TEXT, "when the report was published"},
    {"title", LGM_COLUMN_TEXT, "of the report"},
    LGM_ASK_STATE_SHOWN,
};
static const char *const incident_sql[] = {
    "p.report || ':i' || i.n",
    "d.day",
    "i.type",
    "i.stage",
    "e.name",
    "e.country",
    "coalesce((SELECT group_concat(o.name || ' (' || replace(x.blame, '_', ' ') || ')', '; ') FROM "
    "perpetrator x JOIN "
    "entity o ON o.reading = x.reading AND o.n = x.entity WHERE x.reading = i.reading AND "
    "x.incident = i.n), " FILLERS("'perp_individual', 'perp_organisation'") ")",
    FILLERS("'target'"),
    FILLERS("'victim'"),
    FILLERS("'weapon'"),
    BOUND("killed"),
    BOUND("wounded"),
    "p.date",
    "p.title",
    LGM_ASK_STATE("i.n"),
};
LGM_ASK_SAME(incident_sql, lgm_ask_incident_columns);

const lgm_question_condition lgm_ask_incident_conditions[] = {
    {"type", "TYPE", "arson attack bombing forced_work_stoppage kidnapping robbery",
     "of this type"},
    {"who", "NAME", NULL, "that somebody did, or is said to have done"},
    {"where", "PLACE", NULL, "at a place, or within it: a country, a province, \"Middle East\""},
    {"victim", "WORDS", NULL, "that hit somebody or something: words of the report"},
    {"weapon", "WORDS", NULL, "done with it: words of the report"},
    LGM_ASK_SINCE_SHOWN,
    LGM_ASK_UNTIL_SHOWN,
    LGM_ASK_IN_SHOWN,
    LGM_ASK_STORY_SHOWN,
    LGM_ASK_PUBLISHER_SHOWN,
    LGM_ASK_REVIEW_SHOWN,
    LGM_ASK_WITHDRAWN_SHOWN,
    LGM_ASK_AS_OF_SHOWN,
};
#define HAS_FILLER(slots)                                                                          \
    "EXISTS (SELECT 1 FROM incident_filler x WHERE x.reading = i.reading AND x.incident = i.n "    \
    "AND "                                                                                         \
    "x.slot IN (" slots ") AND x.words LIKE ?1)"
#define FILLED(slots)                                                                              \
    "SELECT x.reading AS reading FROM incident_filler x WHERE x.slot IN (" slots                   \
    ") AND x.words LIKE ?1"
static const lgm_ask_condition incident_conditions[] = {
    {LGM_ASK_PLAIN, "i.type = ?1", NULL},
    {LGM_ASK_WORDS,
     "EXISTS (SELECT 1 FROM perpetrator x WHERE x.reading = i.reading AND x.incident "
     "= i.n AND " LGM_ASK_IS_NAMED("x.reading", "x.entity") ")",
     "SELECT x.reading AS reading FROM perpetrator x WHERE " LGM_ASK_IS_NAMED("x.reading",
                                                                              "x.entity")},
    {LGM_ASK_PLACE, LGM_ASK_WITHIN("e"),
     "SELECT e.reading AS reading FROM incident x CROSS JOIN entity e ON e.reading = x.reading AND "
     "e.n = x.place WHERE " LGM_ASK_WITHIN("e")},
    {LGM_ASK_PART, HAS_FILLER("'victim', 'target'"), FILLED("'victim', 'target'")},
    {LGM_ASK_PART, HAS_FILLER("'weapon'"), FILLED("'weapon'")},
    LGM_ASK_SINCE,
    LGM_ASK_UNTIL,
    LGM_ASK_IN,
    LGM_ASK_STORY,
    LGM_ASK_PUBLISHER,
    LGM_ASK_REVIEW("i.n"),
    LGM_ASK_WITH_WITHDRAWN,
    LGM_ASK_ASOF,
};
LGM_ASK_SAME(incident_conditions, lgm_ask_incident_conditions);

const lgm_ask_kind lgm_ask_incidents = {
    .columns = incident_sql,
    .from = "dated d" LGM_ASK_READ
            " CROSS JOIN incident i ON i.reading = d.reading AND i.listed = d.day"
            " LEFT JOIN entity e ON e.reading = i.reading AND e.n = i.place",
    .n = "i.n",
    .always = "d.kind = 'incident'",
    .order = "d.day DESC, d.reading DESC, i.n",
    .reversed = "d.day, d.reading, i.n",
    .conditions = incident_conditions,
    .snippet = -1,
};
