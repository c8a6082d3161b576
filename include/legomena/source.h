/*
 * source.h - where reports come from: files, folders, standard input, addresses; text, pages,
 * JSONL, PDF, word processors' files, mail, web archives; packed or not.
 *
 * A source yields one report after another, in a fixed order. What cannot be read is reported once,
 * with file and line, and the source goes on with the next.
 *
 * Folders  to the bottom, in byte order of the whole path: files whose ending is that of a format
 *          below, and .gz .zst .xz .bz2 of these. Hidden names are skipped; links to files are
 *          followed, links to folders are not. What else there is is counted
 *          (lgm_source_left_out), also .xml and .json that are no news. A file named by the caller
 *          is read whatever its name, a pipe too.
 * Formats  known by the bytes, then by the type that a server or archive states, then by the
 *          ending. Other files (tables, images, spreadsheets, other XML, binary data ...) are
 *          refused with LGM_E_UNSUPPORTED and a message that says what they are and what to do.
 * Pages    .html .htm .xhtml: the report in it, without menus, teasers and comments, and what the
 *          page says of itself. input.extraction says how sure that is, blocks and map how it is
 *          laid out and where it stood. A page without a report is LGM_E_FORMAT.
 * Mail     .eml .mbox, and pages saved as one file (.mhtml): the plain text of a message, else its
 *          page; subject, sender, date. Attachments are left out, with a warning.
 * PDF      by the program pdftotext, where it is installed; .docx .odt: paragraphs, headings,
 *          lists and tables. blocks say which is which, and the pages of a PDF.
 * Web      http:// and https:// addresses that the caller names, and nothing that a page names;
 *          within a minute and max_bytes. url is where it was found behind redirects, retrieved
 *          the moment.
 * Feeds    one report an item of RSS, Atom or JSON Feed, of NewsML, NITF or ninjs, item by item:
 *          memory does not grow with the file. The text is the content where the feed has it, else
 *          the description, with a warning where that is no more than a teaser. publisher is whom
 *          an item says it is from (RSS and Atom "source"), else the feed or the provider; byline
 *          has people alone; member is the item's id, else its number; line and at are where it
 *          begins, and input.raw are its bytes. An item that cannot be read is reported, and the
 *          next one is read; one that its agency has withdrawn is refused.
 * Text     one report a file, its bytes as they are (lgm_read decodes them).
 * JSONL    one report a line: an object with "text" and, where known, id title byline (or author)
 *          publisher date modified url retrieved, all strings; other keys are ignored. Known by a
 *          first line that is such an object, or by its ending. Read line by line: memory does not
 *          grow with the file. input.raw is the line as read, without its line end
 *          (LF or CR LF). A line above the limit is passed over; one of 16 times that ends the
 *          file with an error, since it may never end.
 * WARC     web archives, WARC 0.17 to 1.1 and ARC: one report a page. Read are the bodies of
 *          answers with 200, resources and conversions (WET files), without their chunks and
 *          codings (gzip, deflate, brotli, zstd). url is the address, retrieved the moment, member
 *          the id of the record and at its byte, as packed, which CDX has too. A digest that does
 *          not match is a warning. Revisits, other answers and what is no news by its type are
 *          counted (lgm_source_left_out), requests and the like are not. A page that is there
 *          twice is read twice.
 * Archives zip, tar, 7z and rar, also within one another: the files that a folder would give, too;
 *          member is the path within, "a.zip!/b.txt" of one within another. Of a WACZ the WARC
 *          files. Those with a password are told. 7z and rar need a file, not a pipe.
 * Packed   gzip, zstd, xz and bzip2 by their first bytes, also of several members; limits hold for
 *          what comes out. What breaks off is handed out as far as it goes: a text with a warning,
 *          JSONL up to the last whole line, a page with a warning; then comes one error. Behind a
 *          damaged gzip member a web archive goes on with the next one.
 * Reading  that fails (a disk, a network) ends the file with an error: of JSONL the whole lines
 *          before it were handed out, of a text nothing, since a part of it would be another text.
 */
#ifndef LEGOMENA_SOURCE_H
#define LEGOMENA_SOURCE_H

#include "legomena/engine.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct lgm_source lgm_source;

typedef struct lgm_source_options {
    uint64_t max_bytes; /* largest report after decompression; 0 = LGM_DEFAULT_MAX_BYTES; at most
                           1 GiB */
    int private_addresses; /* of the web may be asked too: of this machine and of networks that are
                              not public */
    int64_t changed_after,
        changed_until; /* seconds since 1970: only files that were written, or came
                              to be where they are, behind the one and not behind the other; 0 =
                              no bound. Addresses and pipes are read whenever. */
    const char *date; /* publication day (YYYY-MM-DD) of reports whose fields state none, or NULL */
} lgm_source_options;

/* paths: files, folders, http:// and https:// addresses, "-" for standard input. Paths are
 * copied; nothing is opened yet. options: NULL = the defaults. LGM_E_ARG a date that is no day,
 * LGM_E_NOMEM. A source belongs to one thread at a time. */
LGM_NODISCARD LGM_API lgm_status lgm_source_open(lgm_source **out, const char *const *paths,
                                                 size_t n_paths, const lgm_source_options *options,
                                                 lgm_err *err);
LGM_API void lgm_source_close(lgm_source *source); /* NULL is fine */

/* 1 where a file of this name (without its folder) is read if a folder holds it, else 0: a program
 * that writes into a folder can ask before it comes to read what it wrote. */
LGM_API int lgm_source_takes(const char *name);

/*
 * The next report: LGM_OK and *in (borrowed until the next call or close), LGM_E_EMPTY at the end
 * with err->message empty, any other status for one report or file that could not be read (the
 * message names it; an empty or blank file is LGM_E_FORMAT); call again to go on.
 */
LGM_NODISCARD LGM_API lgm_status lgm_source_next(lgm_source *source, lgm_input *in, lgm_err *err);

/* From any thread or a signal handler: the source ends, and every lgm_source_next from now on,
 * also one that waits for a pipe, returns LGM_E_CANCELLED. */
LGM_API void lgm_source_cancel(lgm_source *source);

/* How many files of folders were left out so far since their endings are not those of reports. The
 * sentence ("left out 12 files: 7 PDF, 3 HTML, 2 without a known ending") is cut to fit and ends
 * in a NUL; it is empty where there are none. Ask at the end, and not while another thread
 * reads. */
LGM_API size_t lgm_source_left_out(const lgm_source *source, char *sentence, size_t room);

/* Bytes consumed so far and in all (0 = not known, as for standard input), for progress. */
LGM_API void lgm_source_progress(const lgm_source *source, uint64_t *done, uint64_t *total);

#ifdef __cplusplus
}
#endif
#endif
