/* fields.c - the tables of fields, in the order of docs/schema/report-1.json. */
#include "record/fields.h"

/* The offset of a member, with a check at compile time that it is of this type. */
#define AT(S, member, T)                                                                           \
    (uint16_t)(                                                                                    \
        offsetof(S, member) +                                                                      \
        0 * sizeof(char[__builtin_types_compatible_p(__typeof__(((S *)0)->member), T) ? 1 : -1]))
#define FIELD(S, T, kind, key_, member, ...)                                                       \
    {                                                                                              \
        .key = (key_), .type = LGM_FIELD_##kind, .at = AT(S, member, T), __VA_ARGS__               \
    }

#define STR(S, m, ...) FIELD(S, lgm_str, STR, #m, m, __VA_ARGS__)
#define HASH(S, m) FIELD(S, uint8_t[32], HASH, #m, m, )
#define U32(S, m) FIELD(S, uint32_t, U32, #m, m, )
#define PLACE(S) FIELD(S, uint32_t, START, "start", start, ), FIELD(S, uint32_t, END, "end", end, )
#define INT(S, m) FIELD(S, int64_t, INT, #m, m, )
#define BOOL(S, m) FIELD(S, int, BOOL, #m, m, .flags = LGM_FIELD_OPTIONAL)
#define SHARE(S, m, ...) FIELD(S, float, SHARE, #m, m, __VA_ARGS__)
#define NUMBER(S, m, ...) FIELD(S, double, NUMBER, #m, m, __VA_ARGS__)
#define DEGREES(S, m) FIELD(S, double, DEGREES, #m, m, )
#define ENUM(S, m, T, ...) FIELD(S, lgm_##T, ENUM, #m, m, .name = T##_name, __VA_ARGS__)
#define SPAN(S, m) FIELD(S, lgm_cpspan, SPAN, #m, m, )
#define SPANS(S, m, ...) FIELD(S, lgm_spans, SPANS, #m, m, __VA_ARGS__)
#define STRS(S, m, ...) FIELD(S, lgm_strs, STRS, #m, m, __VA_ARGS__)
#define FILLERS(S, m) FIELD(S, lgm_fillers, FILLERS, #m, m, .flags = LGM_FIELD_LINE)
#define INDEX(S, m, of, ...) FIELD(S, uint32_t, INDEX, #m, m, .letters = of, __VA_ARGS__)
#define INDICES(S, m, of, ...) FIELD(S, lgm_indices, INDICES, #m, m, .letters = of, __VA_ARGS__)
#define SELF(of)                                                                                   \
    {                                                                                              \
        .key = "id", .type = LGM_FIELD_SELF, .letters = of                                         \
    }
#define OBJECT(S, m, T, s, ...) FIELD(S, const T *, OBJECT, #m, m, .shape = &s##_shape, __VA_ARGS__)
/* Types of lists are anonymous structs: the size of an item is what can be checked. */
#define LIST(S, m, s, ...)                                                                         \
    {                                                                                              \
        .key = #m, .type = LGM_FIELD_LIST, .at = offsetof(S, m), .shape = &s##_shape, __VA_ARGS__  \
    }

#define LINE .flags = LGM_FIELD_LINE
#define OPTIONAL .flags = LGM_FIELD_OPTIONAL
#define SURE .flags = LGM_FIELD_SURE
#define OPTIONAL_LINE .flags = LGM_FIELD_OPTIONAL | LGM_FIELD_LINE

#define SHAPE(name, T, words, on_line)                                                             \
    static const lgm_record_shape name##_shape = {.what = words,                                   \
                                                  .size = sizeof(T),                               \
                                                  .fields = name##_fields,                         \
                                                  .n_fields = LGM_COUNT(name##_fields),            \
                                                  .line = on_line}

/* The names of an enum by number, whatever its type. */
#define NAME(T)                                                                                    \
    static const char *T##_name(int value)                                                         \
    {                                                                                              \
        return lgm_##T##_name((lgm_##T)value);                                                     \
    }
NAME(entity_type)
NAME(mention_form)
NAME(time_type)
NAME(claim_form)
NAME(speaker_kind)
NAME(ground)
NAME(act)
NAME(certainty)
NAME(evidence)
NAME(repetition)
NAME(answer)
NAME(relation)
NAME(extent)
NAME(polarity)
NAME(modality)
NAME(incident_type)
NAME(blame)
NAME(block_kind)
NAME(note_kind)
#undef NAME

/* ---- entities -------------------------------------------------------------------------------- */

static const lgm_record_field mention_fields[] = {
    PLACE(lgm_entity_mention),
    ENUM(lgm_entity_mention, form, mention_form, SURE),
    SHARE(lgm_entity_mention, confidence, OPTIONAL),
};
SHAPE(mention, lgm_entity_mention, "mention", true);

static const lgm_record_field place_fields[] = {
    U32(lgm_entity_place, geonames),
    STR(lgm_entity_place, name, SURE),
    STR(lgm_entity_place, country),
    STR(lgm_entity_place, admin1),
    DEGREES(lgm_entity_place, lat),
    DEGREES(lgm_entity_place, lon),
    SHARE(lgm_entity_place, confidence, OPTIONAL),
    BOOL(lgm_entity_place, is_country),
};
SHAPE(place, lgm_entity_place, "place", true);

static const lgm_record_field entity_fields[] = {
    SELF("e"),
    ENUM(lgm_entity, type, entity_type, SURE),
    STR(lgm_entity, name, SURE),
    STRS(lgm_entity, aliases, LINE),
    STRS(lgm_entity, roles, LINE),
    OBJECT(lgm_entity, place, lgm_entity_place, place),
    STR(lgm_entity, actor),
    LIST(lgm_entity, mentions, mention, .flags = LGM_FIELD_FILLED),
};
SHAPE(entity, lgm_entity, "entity", false);

/* ---- times ----------------------------------------------------------------------------------- */

static const lgm_record_field time_fields[] = {
    SELF("t"),
    PLACE(lgm_time),
    ENUM(lgm_time, type, time_type, SURE),
    STR(lgm_time, value),
    STR(lgm_time, mod),
    STR(lgm_time, quant, OPTIONAL),
    FIELD(lgm_time, uint32_t, ANCHOR, "anchor", anchor, .letters = "t"),
};
SHAPE(time, lgm_time, "time", true);

static const lgm_record_field when_fields[] = {
    STR(lgm_when, value),
    INDEX(lgm_when, time, "t"),
};
SHAPE(when, lgm_when, "when", true);

/* ---- claims ---------------------------------------------------------------------------------- */

static const lgm_record_field reply_fields[] = {
    INDEX(lgm_reply, to, "c", SURE),
    ENUM(lgm_reply, how, answer, SURE),
};
SHAPE(reply, lgm_reply, "reply", true);

static const lgm_record_field addressee_fields[] = {
    PLACE(lgm_addressee),
    INDEX(lgm_addressee, entity, "e"),
};
SHAPE(addressee, lgm_addressee, "addressee", true);

static const lgm_record_field justification_fields[] = {
    SPAN(lgm_justification, span),
    ENUM(lgm_justification, kind, ground, SURE),
};
SHAPE(justification, lgm_justification, "justification", true);

static const lgm_record_field claim_fields[] = {
    SELF("c"),
    SPANS(lgm_claim, source, LINE),
    SPANS(lgm_claim, cue, LINE),
    SPANS(lgm_claim, content, .flags = LGM_FIELD_LINE | LGM_FIELD_FILLED),
    ENUM(lgm_claim, form, claim_form, SURE),
    SPANS(lgm_claim, quoted, LINE),
    ENUM(lgm_claim, act, act),
    INDEX(lgm_claim, speaker, "e"),
    ENUM(lgm_claim, speaker_kind, speaker_kind),
    INDICES(lgm_claim, speakers, "e", OPTIONAL_LINE),
    INDICES(lgm_claim, via, "e", LINE),
    OBJECT(lgm_claim, justification, lgm_justification, justification, OPTIONAL),
    LIST(lgm_claim, to, addressee, OPTIONAL_LINE),
    STR(lgm_claim, venue),
    OBJECT(lgm_claim, said, lgm_when, when),
    INDEX(lgm_claim, parent, "c"),
    ENUM(lgm_claim, certainty, certainty),
    ENUM(lgm_claim, evidence, evidence),
    SPANS(lgm_claim, evidence_span, OPTIONAL_LINE),
    ENUM(lgm_claim, repetition, repetition),
    SPANS(lgm_claim, repetition_span, OPTIONAL_LINE),
    FIELD(lgm_claim, lgm_links, LINKS, "about", about, .letters = "ve", LINE),
    LIST(lgm_claim, replies, reply, LINE),
    BOOL(lgm_claim, observed),
    SHARE(lgm_claim, confidence, SURE),
};
SHAPE(claim, lgm_claim, "claim", false);

/* ---- events and incidents -------------------------------------------------------------------- */

static const lgm_record_field count_fields[] = {
    STR(lgm_count, of, SURE),
    INT(lgm_count, value),
    ENUM(lgm_count, relation, relation, SURE),
    PLACE(lgm_count),
    INDEX(lgm_count, figure, "f", OPTIONAL),
};
SHAPE(count, lgm_count, "count", true);

static const lgm_record_field scope_fields[] = {
    INDEX(lgm_scope, place, "e", OPTIONAL),
    INDEX(lgm_scope, time, "t", OPTIONAL),
    ENUM(lgm_scope, extent, extent, OPTIONAL),
};
SHAPE(scope, lgm_scope, "scope", true);

static const lgm_record_field figure_fields[] = {
    SELF("f"),
    STR(lgm_figure, of, SURE),
    STR(lgm_figure, what, OPTIONAL),
    NUMBER(lgm_figure, value, ),
    NUMBER(lgm_figure, upper, OPTIONAL),
    ENUM(lgm_figure, relation, relation, SURE),
    STR(lgm_figure, unit, OPTIONAL),
    BOOL(lgm_figure, vague),
    BOOL(lgm_figure, implied),
    PLACE(lgm_figure),
    INDEX(lgm_figure, event, "v"),
    INDICES(lgm_figure, asserted_by, "c", LINE),
    OBJECT(lgm_figure, scope, lgm_scope, scope, OPTIONAL),
    INDICES(lgm_figure, part_of, "f", OPTIONAL_LINE),
    INDEX(lgm_figure, revised_from, "f", OPTIONAL),
};
SHAPE(figure, lgm_figure, "figure", true);

static const lgm_record_field event_fields[] = {
    SELF("v"),
    SPAN(lgm_event, trigger),
    SPANS(lgm_event, mentions, OPTIONAL_LINE),
    STR(lgm_event, plover),
    STR(lgm_event, mode, OPTIONAL),
    STR(lgm_event, cameo),
    INDICES(lgm_event, agents, "e", LINE),
    INDICES(lgm_event, patients, "e", LINE),
    STRS(lgm_event, instruments, LINE),
    INDEX(lgm_event, place, "e"),
    OBJECT(lgm_event, time, lgm_when, when),
    LIST(lgm_event, counts, count),
    ENUM(lgm_event, polarity, polarity, SURE),
    ENUM(lgm_event, modality, modality, SURE),
    INDICES(lgm_event, asserted_by, "c", LINE),
    SHARE(lgm_event, confidence, SURE),
};
SHAPE(event, lgm_event, "event", false);

static const lgm_record_field perpetrator_fields[] = {
    INDEX(lgm_perpetrator, entity, "e", SURE),
    STR(lgm_perpetrator, kind, SURE),
    ENUM(lgm_perpetrator, confidence, blame, SURE),
    INDICES(lgm_perpetrator, asserted_by, "c", OPTIONAL),
};
SHAPE(perpetrator, lgm_perpetrator, "perpetrator", true);

static const lgm_record_field bound_fields[] = {
    INT(lgm_bound, value),
    ENUM(lgm_bound, relation, relation, SURE),
    INDEX(lgm_bound, figure, "f", OPTIONAL),
};
SHAPE(bound, lgm_bound, "toll", true);

static const lgm_record_field incident_fields[] = {
    ENUM(lgm_incident, type, incident_type, SURE),
    INDICES(lgm_incident, events, "v", LINE),
    STR(lgm_incident, date),
    INDEX(lgm_incident, place, "e"),
    STR(lgm_incident, stage),
    LIST(lgm_incident, perpetrators, perpetrator),
    FILLERS(lgm_incident, perp_individuals),
    FILLERS(lgm_incident, perp_organisations),
    FILLERS(lgm_incident, targets),
    FILLERS(lgm_incident, victims),
    FILLERS(lgm_incident, weapons),
    OBJECT(lgm_incident, killed, lgm_bound, bound),
    OBJECT(lgm_incident, wounded, lgm_bound, bound),
};
SHAPE(incident, lgm_incident, "incident", false);

/* ---- the report ------------------------------------------------------------------------------ */

static const lgm_record_field dated_fields[] = {
    STR(lgm_dated, value, SURE),
    FIELD(lgm_dated, lgm_link, LINK, "record", record, .letters = "vc"),
    INDICES(lgm_dated, also, "c", OPTIONAL_LINE),
};
SHAPE(dated, lgm_dated, "entry", true);

static const lgm_record_field dispute_fields[] = {
    STR(lgm_dispute, over, SURE),
    FIELD(lgm_dispute, lgm_sides, SIDES, "sides", sides, .letters = "c", LINE),
};
SHAPE(dispute, lgm_dispute, "dispute", false);

static const lgm_record_field note_fields[] = {
    SELF("n"),
    SPAN(lgm_note, span),
    ENUM(lgm_note, kind, note_kind, SURE),
    SPANS(lgm_note, was, OPTIONAL_LINE),
    SPANS(lgm_note, now, OPTIONAL_LINE),
    INDICES(lgm_note, figures_was, "f", OPTIONAL_LINE),
    INDICES(lgm_note, figures_now, "f", OPTIONAL_LINE),
    INDEX(lgm_note, time, "t", OPTIONAL),
};
SHAPE(note, lgm_note, "note", true);

static const lgm_record_field model_fields[] = {
    STR(lgm_model_id, name, SURE),
    STR(lgm_model_id, version),
};
SHAPE(model, lgm_model_id, "model", true);

static const lgm_record_field from_fields[] = {
    STR(lgm_from, file, SURE),
    FIELD(lgm_from, uint32_t, U32, "line", line, OPTIONAL),
    STR(lgm_from, member, OPTIONAL),
    FIELD(lgm_from, int64_t, INT, "byte", byte, OPTIONAL),
};
SHAPE(from, lgm_from, "from", true);

static const lgm_record_field passage_fields[] = {
    PLACE(lgm_passage),
    STR(lgm_passage, lang, SURE),
};
SHAPE(passage, lgm_passage, "passage", true);

static const lgm_record_field block_fields[] = {
    PLACE(lgm_block),
    ENUM(lgm_block, kind, block_kind, SURE),
    FIELD(lgm_block, uint32_t, U32, "number", number, OPTIONAL),
};
SHAPE(block, lgm_block, "block", true);

static const lgm_record_field map_fields[] = {
    U32(lgm_map_place, text),
    U32(lgm_map_place, byte),
};
SHAPE(map, lgm_map_place, "map", true);

static const lgm_record_field step_fields[] = {
    PLACE(lgm_why_step),
    STR(lgm_why_step, rel, OPTIONAL),
    BOOL(lgm_why_step, up),
};
SHAPE(step, lgm_why_step, "step", true);

static const lgm_record_field why_fields[] = {
    FIELD(lgm_why, lgm_link, LINK, "of", of, .letters = LGM_WHY_ORDER),
    STR(lgm_why, field, SURE),
    SPANS(lgm_why, words, OPTIONAL_LINE),
    LIST(lgm_why, path, step, OPTIONAL_LINE),
    STR(lgm_why, rule, SURE),
    STR(lgm_why, where, OPTIONAL),
};
SHAPE(why, lgm_why, "why", false);

static const lgm_record_field record_fields[] = {
    {.key = "legomena", .type = LGM_FIELD_VERSION},
    STR(lgm_record, id, SURE),
    STR(lgm_record, url),
    STR(lgm_record, title),
    STR(lgm_record, byline),
    STR(lgm_record, publisher),
    STR(lgm_record, date),
    STR(lgm_record, date_source, OPTIONAL),
    STR(lgm_record, published, OPTIONAL),
    STR(lgm_record, modified, OPTIONAL),
    STR(lgm_record, agency, OPTIONAL),
    STR(lgm_record, section, OPTIONAL),
    STR(lgm_record, retrieved),
    OBJECT(lgm_record, from, lgm_from, from, OPTIONAL),
    STR(lgm_record, lang),
    LIST(lgm_record, languages, passage, OPTIONAL),
    SPANS(lgm_record, c2pa, OPTIONAL_LINE),
    SPANS(lgm_record, redacted, OPTIONAL_LINE),
    HASH(lgm_record, sha256),
    HASH(lgm_record, raw_sha256),
    OBJECT(lgm_record, model, lgm_model_id, model),
    STR(lgm_record, engine, SURE),
    SHARE(lgm_record, extraction, OPTIONAL),
    STR(lgm_record, text, SURE),
    LIST(lgm_record, layout, block, OPTIONAL),
    LIST(lgm_record, map, map, OPTIONAL),
    SPANS(lgm_record, sentences),
    LIST(lgm_record, entities, entity),
    LIST(lgm_record, times, time),
    LIST(lgm_record, claims, claim),
    LIST(lgm_record, events, event),
    LIST(lgm_record, figures, figure, OPTIONAL),
    LIST(lgm_record, incidents, incident),
    LIST(lgm_record, timeline, dated),
    LIST(lgm_record, disputes, dispute),
    LIST(lgm_record, notes, note, OPTIONAL),
    LIST(lgm_record, why, why, OPTIONAL),
    STRS(lgm_record, warnings),
};

const lgm_record_shape lgm_record_root = {.what = "record",
                                          .size = sizeof(lgm_record),
                                          .fields = record_fields,
                                          .n_fields = LGM_COUNT(record_fields)};
