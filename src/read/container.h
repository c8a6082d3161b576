/*
 * container.h - a file as a sequence of items; an item is a report, or a file of its own.
 *
 * A container cuts a file into items and tells what it knows of each: a text file is one item
 * (whole.c), JSON Lines are one a line (lines.c), feeds a story each (stories.c), web archives a
 * page each (warc.c), archives of files a file each (pack.c), what is packed twice is a file of its
 * own (nested.c). Folders are walked in walk.c, and compression is undone in stream.c, below all
 * containers. An extractor makes a report of an item (extract.c). The table of formats (format.h)
 * says which of them a file wants.
 *
 * An item that is a file of its own (a member of an archive) is a stream: infile.c opens it, finds
 * its format and reads it to its end before it asks the container for the next item. What the
 * container knew of the member (its address, when it was retrieved) is known of each report in it.
 *
 * Owns    the bytes of an item and a report are borrowed until the next call; a member moves to the
 *         caller, and its bytes must last until the next call too. Labels and warnings live in the
 *         arena tools->call.
 * Errors  as in source.h; messages of a container name file and line, those of an extractor do not.
 */
#ifndef LGM_CONTAINER_H
#define LGM_CONTAINER_H

#include "legomena/input.h"
#include "read/intake.h"
#include "read/jsonl.h"
#include "web/web.h"

/* What the file around it says of the form of an item. NULL: nothing. */
typedef struct lgm_read_hint {
    const char *content_type; /* without parameters: "text/html" */
    const char *charset;      /* "utf-8" */
} lgm_read_hint;

typedef struct lgm_read_tools { /* what a file is read with; kept from file to file */
    lgm_arena *call;            /* emptied before each call of a container */
    lgm_jsonl *json;
    lgm_web *web;       /* NULL until there is HTML */
    uint64_t max_bytes; /* of a report */
    lgm_read_hint hint; /* for an extractor: of the file in hand, by the file around it */
    size_t *left_out;   /* for a container to count in: as lgm_read_walk_left_out has it */
} lgm_read_tools;

typedef struct lgm_read_item {
    lgm_slice bytes;
    lgm_stream *member; /* not NULL: a file of its own, in place of bytes */
    lgm_read_hint hint; /* of a member */
    uint64_t at;        /* byte of the file at which it begins, for messages */
    lgm_input known;    /* name, line, member, warning and what else it knows; no text */
} lgm_read_item;

/* The next item; LGM_E_EMPTY is the end. After an error it is asked again, unless it had no
 * memory twice and its intake got no further between. What a container keeps of the file in hand
 * is in f->own. The member handed out last may have been read in part only, or not at all. */
typedef lgm_status lgm_read_container(lgm_intake *f, lgm_read_tools *tools, lgm_read_item *item,
                                      lgm_err *err);
lgm_read_container lgm_read_whole_next, lgm_read_lines_next, lgm_read_mbox_next, lgm_read_warc_next,
    lgm_read_nested_next, lgm_read_pack_next, lgm_read_wacz_next, lgm_read_stories_next;
/* The same as lgm_read_whole_next for files that are no text: whatever bytes there are. */
lgm_read_container lgm_read_blob_next;

/* True where the file is JSON Lines by its first line that is not blank. This takes lines into the
 * buffer, and both containers go on from there. */
bool lgm_read_lines_sniff(lgm_intake *f, lgm_jsonl *json);

/* *in holds what is known already and gets the text and what the item says beside it; raw is the
 * item, where the container has not said otherwise. */
typedef lgm_status lgm_read_extractor(lgm_read_tools *tools, lgm_slice bytes, lgm_input *in,
                                      lgm_err *err);
lgm_read_extractor lgm_read_extract_text, lgm_read_extract_json, lgm_read_extract_mail,
    lgm_read_extract_pdf, lgm_read_extract_office, lgm_read_extract_html;

/* A field of an input gets a copy of the value, where it has none and there is one. */
LGM_NODISCARD lgm_status lgm_read_set(lgm_arena *call, const char **field, lgm_slice value,
                                      lgm_err *err);
/* Adds a sentence to in->warning. */
LGM_NODISCARD lgm_status lgm_read_warn(lgm_arena *call, lgm_input *in, const char *sentence,
                                       lgm_err *err);

#endif
