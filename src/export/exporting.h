/*
 * exporting.h - what the formats share: the export that is open, places of the text, facts of
 * events, ids, and how rows and XML are written. Internal.
 *
 * A format is up to three functions: what stands before the first record, one record, and what
 * stands behind the last. They write to x->out; formats with a folder fill x->out and hand it on
 * with lgm_export_hand, file by file.
 *
 * Files   export.c, formats.c, export_places.c, export_facts.c, export_rows.c, export_markup.c, and
 *         one for each format.
 */
#ifndef LGM_EXPORT_EXPORTING_H
#define LGM_EXPORT_EXPORTING_H

#include "base/json_out.h"
#include "legomena/export.h"

typedef struct lgm_export_writer { /* of a format */
    void (*begin)(lgm_export *x);  /* may be NULL, as end */
    void (*record)(lgm_export *x, const lgm_record *r);
    void (*end)(lgm_export *x);
} lgm_export_writer;

/* In the order of the table of formats.c. */
extern const lgm_export_writer lgm_export_web_annotation, lgm_export_plover,
    lgm_export_gdelt_events, lgm_export_gdelt_mentions, lgm_export_acled, lgm_export_conllu,
    lgm_export_brat, lgm_export_timelinejs, lgm_export_geo_json, lgm_export_schema_org,
    lgm_export_timeml, lgm_export_xmi, lgm_export_stix, lgm_export_ftm, lgm_export_obsidian,
    lgm_export_markdown_report, lgm_export_claims_table;
/* NULL where there is no such format. */
const lgm_export_writer *lgm_export_writer_of(const lgm_export_format *format);

struct lgm_export {
    const lgm_export_format *format;
    const lgm_export_writer *writer;
    lgm_export_options options;
    lgm_export_file file;
    void *ctx;
    lgm_status handed; /* what the call-back returned */
    lgm_buf out;
    lgm_json json; /* of the formats that are JSON; writes to out */
    uint64_t n;    /* records before this one */
    bool begun;
    lgm_export_report report;
    char key[17];   /* of the report: hash of its address, else of its text */
    uint32_t *wide; /* code points of the text above U+FFFF, in order */
    size_t n_wide, wide_room;
    uint64_t *ids; /* of the events of the record */
    size_t ids_room;
    uint64_t left_out; /* events that the format cannot hold */
};

/* out is a whole file of that name, and empty afterwards. */
void lgm_export_hand(lgm_export *x, const char *name);
/* "00012-an-id" for a file of the present record: letters, digits and dashes; NUL-terminated. */
enum { LGM_EXPORT_NAME_ROOM = 96 };
void lgm_export_file_name(const lgm_export *x, const lgm_record *r, const char *ending,
                          char name[LGM_EXPORT_NAME_ROOM]);

/* ---- export_places.c ---- */

bool lgm_export_places_of(lgm_export *x, const lgm_record *r); /* false: no memory */
/* A code point of the text, counted as asked. */
uint64_t lgm_export_utf16(const lgm_export *x, uint32_t point);
uint64_t lgm_export_byte(const lgm_record *r, uint32_t point);
uint64_t lgm_export_place(const lgm_export *x, const lgm_record *r, uint32_t point);
void lgm_export_json_span(lgm_export *x, const lgm_record *r, lgm_cpspan span);

static inline lgm_slice lgm_export_slice(lgm_str s)
{
    return (lgm_slice){s.ptr, s.len};
}
static inline lgm_slice lgm_export_quote(const lgm_record *r, lgm_cpspan span)
{
    return lgm_export_slice(lgm_record_quote(r, span));
}

/* ---- export_facts.c ---- */

/* The sentence that has a place; empty where none has. */
lgm_cpspan lgm_export_sentence(const lgm_record *r, uint32_t point);
/* Pieces with " ... " between them. */
void lgm_export_pieces(lgm_buf *b, const lgm_record *r, lgm_spans spans);
/* Who says it: the name of the speaker, else the words of the source; ptr NULL = nobody. */
lgm_str lgm_export_speaker(const lgm_record *r, const lgm_claim *c);
/* The mention of an entity that is nearest to a place. */
const lgm_entity_mention *lgm_export_nearest(const lgm_entity *e, uint32_t point);
/* Ids that stay: of a claim, and of an event (filled for all of a record by
 * lgm_export_events_of). */
uint64_t lgm_export_claim_id(const lgm_export *x, const lgm_record *r, size_t claim);
bool lgm_export_events_of(lgm_export *x, const lgm_record *r);
void lgm_export_put_hex(lgm_buf *b, uint64_t id); /* 16 digits */

typedef enum lgm_export_day_kind {
    LGM_EXPORT_NO_DAY,
    LGM_EXPORT_PUBLISHED, /* the text states none: it is the day of publication */
    LGM_EXPORT_STATED
} lgm_export_day_kind;
/* From which day to which an event may have been. */
lgm_export_day_kind lgm_export_days(const lgm_record *r, const lgm_event *v, int32_t *from,
                                    int32_t *to);
void lgm_export_put_day(lgm_buf *b, int32_t day, const char *between); /* "2024-05-24" */
/* Of an event; NULL = not on the map. */
const lgm_entity_place *lgm_export_place_of(const lgm_record *r, const lgm_event *v);
/* Seconds since 1970 that the report was read, retrieved or published; 0 = not known. */
int64_t lgm_export_moment(const lgm_export *x, const lgm_record *r);
/* "urn:legomena:<sha256>", or the address of the report. */
void lgm_export_put_address(lgm_buf *b, const lgm_record *r);

/* ---- export_rows.c ---- */

/* A cell of CSV (RFC 4180), with a comma before it where it is not the first; cells that a
 * spreadsheet would compute get a ' before them. */
void lgm_export_cell(lgm_buf *b, bool first, lgm_slice s);
void lgm_export_cell_uint(lgm_buf *b, bool first, uint64_t value);
/* A cell of a table by tabs: no tab, line break or quotation mark in it. */
void lgm_export_tab(lgm_buf *b, bool first, lgm_slice s);
void lgm_export_put_degrees(lgm_buf *b, double value);

/* ---- export_markup.c ---- */

void lgm_export_xml(lgm_buf *b, lgm_slice s);
void lgm_export_attribute(lgm_buf *b, const char *name, lgm_slice s); /* " name=\"...\"" */
void lgm_export_html(lgm_buf *b, lgm_slice s);
void lgm_export_markdown(lgm_buf *b, lgm_slice s); /* on one line */

#endif
