/*
 * input.h - a report as it comes in: its text, and what is known of it. Functions:
 * src/read/input.c.
 *
 * Everything but the text is optional (NULL = unknown). lgm_read takes title, byline and dates that
 * are not given from the first lines of the text and the name of the file, where they are sure.
 * Strings are NUL-terminated UTF-8 and borrowed, as source.h or the caller says.
 */
#ifndef LEGOMENA_INPUT_H
#define LEGOMENA_INPUT_H

#include <stddef.h>
#include <stdint.h>

#include "legomena/kinds.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What may be known of a report. The keys of a line of JSONL and the fields of the record have
 * these names too: a new one is one line here. */
#define LGM_INPUT_FIELDS(X)                                                                        \
    X(id)                                                                                          \
    X(title) X(byline) X(publisher) X(agency) X(section) X(date) X(published) X(modified) X(url)   \
        X(retrieved)

/* All strings of an input.
 * date         the day of publication, YYYY-MM-DD; without one, the day of `published`
 * published    the same as it was stated, with the time and its zone ("2024-05-24T09:30:00+02:00");
 *              modified may have these too
 * agency       whose text it is by its credit ("Reuters"); section: of the publication
 * date_source  where the date is from, in a word; NULL where the caller gave it ("given")
 * file         the file it came from, as the user named it or as it was found in a folder that the
 *              user named; "-" is standard input
 * member       which file within that file: its path in the archive; NULL where there is none
 * name         where it came from, for messages ("a.txt", "b.jsonl:12")
 * warning      what the reader noticed, a sentence a line; goes to the record's warnings */
#define LGM_INPUT_STRINGS(X) LGM_INPUT_FIELDS(X) X(date_source) X(file) X(member) X(name) X(warning)

typedef struct lgm_input_block { /* a part of the text that is more than a paragraph */
    size_t start, end;           /* bytes of the text */
    lgm_block_kind kind;
    uint32_t number; /* of a page; of a heading its level, 1 to 6; else 0 */
} lgm_input_block;

typedef struct lgm_input_place { /* from this byte of the text on, byte by byte, it stands there */
    size_t text, raw;
} lgm_input_place;

typedef struct lgm_input {
    const char *text;
    size_t len; /* bytes */
#define LGM_INPUT_MEMBER(field) const char *field;
    LGM_INPUT_STRINGS(LGM_INPUT_MEMBER)
#undef LGM_INPUT_MEMBER
    uint64_t line;      /* of the file, from 1; 0 = the report is the whole file, or has none */
    uint64_t at;        /* byte of the file (as packed) at which its member begins; 0 = none */
    const uint8_t *raw; /* the bytes as they came in, for raw_sha256; NULL = those of text */
    size_t raw_len;
    const uint8_t *raw_sha256; /* 32 bytes: the hash of raw, where that is not at hand; else NULL */
    const lgm_input_block *blocks; /* in order of their starts */
    size_t n_blocks;
    const lgm_input_place *map; /* rising in text; of a text that was taken out of `raw` */
    size_t n_map;
    float
        extraction; /* 0 to 1: how sure it is that the text is the report and nothing else; 0 where
                         the text is all there was */
} lgm_input;

/* A copy in one block of memory, text and strings too; *size (may be NULL) gets the bytes of the
 * block. To be freed with lgm_input_free. LGM_E_NOMEM. */
LGM_NODISCARD LGM_API lgm_status lgm_input_copy(lgm_input **out, const lgm_input *in, size_t *size,
                                                lgm_err *err);
LGM_API void lgm_input_free(lgm_input *in); /* of lgm_input_copy alone; NULL is fine */

#ifdef __cplusplus
}
#endif
#endif
