/*
 * export.h - records in the formats of other people's tools.
 *
 *     lgm_export *x;
 *     if (lgm_export_new(&x, "brat", &(lgm_export_options){0}, file, ctx, &err) == LGM_OK) {
 *         st = lgm_export_put(x, record, NULL, &err);     as often as there are records
 *         ...
 *         st = lgm_export_end(x, &err);
 *         lgm_export_free(x);
 *     }
 *
 * Formats are in one table (lgm_export_formats). Most are one file of all records; those whose
 * readers want files of their own for each report ("brat", "timeml", "xmi", "obsidian") have a
 * folder. docs/exports.md says of each what it cannot hold.
 *
 * Units    places of the text are what the format says; where it leaves that open they are code
 *          points, as in the record, or what lgm_export_options asks for.
 * Ids      of events and claims are made of the address of the report, the sentence and the words
 *          of the record: the same in every export for as long as these are the same.
 * Redacted what is exported is what the record has: give it a record of lgm_redact (redact.h).
 * Errors   LGM_E_ARG no such format, or a record without words for "conllu"; LGM_E_NOMEM; what the
 *          file call-back returned.
 */
#ifndef LEGOMENA_EXPORT_H
#define LEGOMENA_EXPORT_H

#include "legomena/record.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What a place of the text counts. UTF16: as JavaScript, Java and C# do. */
typedef enum lgm_offsets {
    LGM_OFFSETS_CODE_POINTS,
    LGM_OFFSETS_UTF16,
    LGM_OFFSETS_BYTES
} lgm_offsets;

typedef struct lgm_export_format {
    const char *name;       /* "web-annotation" */
    const char *extension;  /* of its file, or of its files: "jsonld" */
    const char *media_type; /* "application/ld+json" */
    int folder;             /* 1: files of their own for each report */
    int spans;              /* 1: it has places of the text */
    int offsets;            /* 1: lgm_export_options.offsets says what they count */
    int bom;                /* 1: lgm_export_options.bom is obeyed */
    int words;              /* 1: it is made of words and trees (lgm_engine_options.words) */
    const char *help;       /* what it is, and whose */
} lgm_export_format;

/* All formats; the last has the name NULL. Static storage. */
LGM_API const lgm_export_format *lgm_export_formats(void);
/* NULL where there is none of that name. */
LGM_API const lgm_export_format *lgm_export_format_of(const char *name);

typedef struct lgm_export_options {
    lgm_offsets offsets;
    int bom; /* a byte-order mark before a table, by which spreadsheets know UTF-8 */
} lgm_export_options;

/* What only a ledger knows of a report; all 0 = nothing. */
typedef struct lgm_export_report {
    int64_t number; /* in the ledger */
    int64_t moment; /* seconds since 1970: when it was read last */
} lgm_export_report;

/* Takes what was written: the next part of the one file (name NULL), or a whole file of a folder,
 * by its name in it ("00001-b2c4.ann"). Borrowed until it returns. Any status but LGM_OK ends the
 * export. */
typedef lgm_status (*lgm_export_file)(void *ctx, const char *name, const char *text, size_t len);

typedef struct lgm_export lgm_export;

/* options are copied; NULL = the defaults. */
LGM_NODISCARD LGM_API lgm_status lgm_export_new(lgm_export **out, const char *format,
                                                const lgm_export_options *options,
                                                lgm_export_file file, void *ctx, lgm_err *err);
LGM_API void lgm_export_free(lgm_export *x); /* NULL is fine */
/* report: NULL = it is of no ledger, and counted from 1. */
LGM_NODISCARD LGM_API lgm_status lgm_export_put(lgm_export *x, const lgm_record *record,
                                                const lgm_export_report *report, lgm_err *err);
/* What stands behind the last record; also where there was none. */
LGM_NODISCARD LGM_API lgm_status lgm_export_end(lgm_export *x, lgm_err *err);

/* How many events or claims the format could not hold so far: without a day, off the map. */
LGM_API uint64_t lgm_export_left_out(const lgm_export *x);

/* One record as a whole file of a format without a folder: NUL-terminated, to be freed with
 * lgm_string_free; len may be NULL. */
LGM_NODISCARD LGM_API lgm_status lgm_export_record(const lgm_record *record, const char *format,
                                                   const lgm_export_options *options, char **out,
                                                   size_t *len, lgm_err *err);

#ifdef __cplusplus
}
#endif
#endif
