/*
 * fields.h - the record described once: a table of fields a struct.
 *
 * The JSON writer, the reader, the check of what was read and the test that compares the schema all
 * follow these tables; a new field is one line in fields.c, beside its member in legomena/record.h.
 * Fields stand in the order in which they are written. Internal.
 */
#ifndef LGM_RECORD_FIELDS_H
#define LGM_RECORD_FIELDS_H

#include "base/base.h"
#include "legomena/record.h"

/* What a member is, and how JSON has it. */
typedef enum lgm_field_type {
    LGM_FIELD_VERSION, /* no member: the number of the format */
    LGM_FIELD_SELF,    /* no member: the id of the item, `letter` and its place in the list */
    LGM_FIELD_STR,     /* lgm_str: a string, or null */
    LGM_FIELD_HASH,    /* uint8_t[32]: hexadecimal digits */
    LGM_FIELD_U32,     /* uint32_t: a number */
    LGM_FIELD_START,   /* uint32_t: a code point of text; the next field is LGM_FIELD_END */
    LGM_FIELD_END,
    LGM_FIELD_INT,     /* int64_t: an integer */
    LGM_FIELD_BOOL,    /* int: true or false */
    LGM_FIELD_SHARE,   /* float in 0..1, of two decimals; below 0 is not known */
    LGM_FIELD_DEGREES, /* double, of five decimals */
    LGM_FIELD_NUMBER,  /* double, of up to three decimals, 0 or more */
    LGM_FIELD_ENUM,    /* an enum: its name, or null */
    LGM_FIELD_SPAN,    /* lgm_cpspan: [start, end] */
    LGM_FIELD_SPANS,   /* lgm_spans */
    LGM_FIELD_STRS,    /* lgm_strs */
    LGM_FIELD_FILLERS, /* lgm_fillers: lists of strings */
    LGM_FIELD_INDEX, /* uint32_t: an id that begins with `letter`, or null; "published" in ANCHOR */
    LGM_FIELD_ANCHOR,
    LGM_FIELD_INDICES, /* lgm_indices: ids */
    LGM_FIELD_SIDES,   /* lgm_sides: lists of ids */
    LGM_FIELD_LINK,    /* lgm_link: an id that begins with one of `letters` */
    LGM_FIELD_LINKS,   /* lgm_links */
    LGM_FIELD_OBJECT,  /* a pointer to a struct of `shape`, or null */
    LGM_FIELD_LIST     /* LGM_LIST of a struct of `shape` */
} lgm_field_type;

enum {
    LGM_FIELD_OPTIONAL = 1, /* the key is left out where the value is unknown, false or empty */
    LGM_FIELD_SURE = 2,     /* never null */
    LGM_FIELD_LINE = 4,     /* stands on one line in pretty output */
    LGM_FIELD_FILLED = 8    /* a list of at least one */
};

typedef struct lgm_record_shape lgm_record_shape;

typedef struct lgm_record_field {
    const char *key;
    uint8_t type;  /* lgm_field_type */
    uint8_t flags; /* LGM_FIELD_* */
    uint16_t at;   /* offset of the member */
    const lgm_record_shape *shape;
    const char *(*name)(int value); /* of an enum */
    const char *letters;            /* of ids: "e", "vc" */
} lgm_record_field;

struct lgm_record_shape {
    const char *what; /* "claim" */
    size_t size;      /* of the struct */
    const lgm_record_field *fields;
    size_t n_fields; /* at most 64 */
    bool line;       /* each stands on one line in pretty output */
};

extern const lgm_record_shape lgm_record_root;

/* Every list of a record begins so, whatever it holds. */
typedef struct lgm_record_list {
    const void *at;
    size_t n;
} lgm_record_list;

#endif
