/*
 * format.c - the table of formats. The first row that knows a file has it: what its bytes prove
 * goes before what they make likely, and a text is what is nothing else.
 */
#include "read/format.h"

#include <string.h>
#include <strings.h>

#include "read/sniff.h"

#define MAGIC(at, bytes) NULL, (bytes), sizeof(bytes) - 1, (at)
#define SNIFF(function) lgm_read_sniff_##function, NULL, 0, 0
#define READ(container, extractor) lgm_read_##container##_next, lgm_read_extract_##extractor, NULL
#define MEMBERS(container) lgm_read_##container##_next, NULL, NULL
#define REFUSE(advice) NULL, NULL, (advice)
#define SAVE_AS_TEXT REFUSE("save it as plain text first")
#define NO_TEXT REFUSE("there is no text in it to read")

const lgm_read_format lgm_read_formats[LGM_READ_N_FORMATS] = {
    {"PDF", "PDF", ".pdf", MAGIC(0, "%PDF-"), READ(blob, pdf)},
    {"PostScript", "PostScript", ".ps .eps", MAGIC(0, "%!PS"),
     REFUSE("make a text of it first, for example with ps2ascii")},
    {"RTF", "RTF", ".rtf", MAGIC(0, "{\\rtf"), SAVE_AS_TEXT},
    {"a Word document", "Word documents", ".docx .docm", SNIFF(docx), READ(blob, office)},
    {"an OpenDocument text", "OpenDocument texts", ".odt .ott", SNIFF(odt), READ(blob, office)},
    {"an OpenDocument file", "OpenDocument files", ".ods .odp", SNIFF(odf), SAVE_AS_TEXT},
    {"an EPUB book", "EPUB books", ".epub", SNIFF(epub), SAVE_AS_TEXT},
    {"a spreadsheet or other Office file", "Office files", ".xlsx .pptx", SNIFF(office),
     SAVE_AS_TEXT},
    {"a web archive (WACZ)", "web archives", ".wacz", SNIFF(wacz), MEMBERS(wacz)},
    {"a ZIP archive", "ZIP archives", ".zip", SNIFF(zip), MEMBERS(pack)},
    {"an old Office file", "old Office files", ".doc .xls .ppt .msg",
     MAGIC(0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), SAVE_AS_TEXT},
    {"a program", "programs", ".exe .dll .so .o", MAGIC(0, "\177ELF"), NO_TEXT},
    {"packed data within packed data", "packed data within packed data", NULL, SNIFF(packed),
     MEMBERS(nested)},
    {"a 7z archive", "7z archives", ".7z", MAGIC(0, "7z\xbc\xaf\x27\x1c"), MEMBERS(pack)},
    {"a RAR archive", "RAR archives", ".rar", MAGIC(0, "Rar!\x1a\7"), MEMBERS(pack)},
    {"a tar archive", "tar archives", ".tar .tgz .tbz2 .txz", SNIFF(tar), MEMBERS(pack)},
    {"an SQLite database", "SQLite databases", ".sqlite .sqlite3 .db",
     MAGIC(0, "SQLite format 3\0"), REFUSE("write its reports out as JSON Lines first")},
    {"an image", "images", ".png .jpg .jpeg .gif .webp .tif .tiff .bmp .heic .svg", SNIFF(image),
     NO_TEXT},
    {"audio or video", "audio or video", ".mp3 .mp4 .m4a .mov .avi .mkv .webm .ogg .wav .flac",
     SNIFF(sound), REFUSE("make a transcript of it first")},
    {"a web archive (WARC)", "web archives", ".warc", MAGIC(0, "WARC/"), MEMBERS(warc)},
    {"a web archive (ARC)", "web archives", ".arc", SNIFF(arc), MEMBERS(warc)},
    {"text in UTF-16 or UTF-32 without a byte-order mark", "texts in UTF-16 without a mark", NULL,
     SNIFF(wide), REFUSE("convert it to UTF-8 first, for example with iconv")},
    {"binary data", "binary files", NULL, SNIFF(binary), NO_TEXT},
    {"a feed (RSS or Atom)", "feeds", ".rss .atom .xml", SNIFF(feed), READ(stories, text)},
    {"NewsML or NITF", "NewsML", ".newsml .nitf", SNIFF(newsml), READ(stories, text)},
    {"HTML", "HTML", ".html .htm .xhtml .shtml .php .asp .aspx", SNIFF(html), READ(blob, html)},
    {"XML", "XML", ".xml .sgm .sgml", SNIFF(xml),
     REFUSE("make plain text or JSON Lines of it first")},
    {"a mailbox", "mailboxes", ".mbox .mbx", SNIFF(mbox), READ(mbox, mail)},
    {"mail", "mail", ".eml .mht .mhtml", SNIFF(mail), READ(blob, mail)},
    {"JSON Feed or ninjs", "JSON Feeds", ".json", SNIFF(newsjson), READ(stories, text)},
    {"JSON Lines", "JSON Lines", ".jsonl .ndjson", SNIFF(jsonl), READ(lines, json)},
    {"JSON without a report a line", "JSON", ".json", SNIFF(json),
     REFUSE("make JSON Lines of it first, an object with a \"text\" a line, for example with "
            "jq -c '.[]'")},
    {"a table (CSV)", "tables", ".csv .tsv", SNIFF(csv),
     REFUSE("make JSON Lines of it first, an object with a \"text\" a line")},
    {"plain text", "texts", ".txt .text", SNIFF(text), READ(whole, text)},
};

static bool ends_in_one_of(const char *name, size_t len, const char *endings)
{
    for (const char *e = endings; e; e = strchr(e, ' ')) {
        e += *e == ' ';
        const size_t n = strcspn(e, " ");
        if (len >= n && strncasecmp(name + len - n, e, n) == 0) return true;
    }
    return false;
}

const lgm_read_format *lgm_read_format_by_name(const char *name)
{
    const size_t len = lgm_unpack_bare_length(name, NULL);
    for (size_t i = 0; i < LGM_READ_N_FORMATS; i++)
        if (ends_in_one_of(name, len, lgm_read_formats[i].endings)) return &lgm_read_formats[i];
    return NULL;
}

/* The ending of files of a type of the web; NULL: the type says nothing. */
static const char *ending_of_type(const char *type)
{
    static const char *const endings[][2] = {{"text/html", ".html"},
                                             {"application/xhtml+xml", ".html"},
                                             {"application/rss+xml", ".rss"},
                                             {"application/atom+xml", ".atom"},
                                             {"application/pdf", ".pdf"},
                                             {"application/json", ".json"},
                                             {"application/xml", ".xml"},
                                             {"text/xml", ".xml"},
                                             {"text/csv", ".csv"},
                                             {"text/plain", ".txt"}};
    for (size_t i = 0; type && i < LGM_COUNT(endings); i++)
        if (strcasecmp(type, endings[i][0]) == 0) return endings[i][1];
    return NULL;
}

bool lgm_read_format_is_named(const lgm_read_format *format, const char *name)
{
    return ends_in_one_of(name, lgm_unpack_bare_length(name, NULL), format->endings);
}

static bool is_of(const lgm_read_format *format, const lgm_read_look *look)
{
    const size_t end = (size_t)format->magic_at + format->magic_len;
    if (format->magic)
        return look->head.len >= end &&
               memcmp(look->head.ptr + format->magic_at, format->magic, format->magic_len) == 0;
    return format->sniff(look);
}

/* The first bytes, without a byte-order mark; of UTF-16 with a mark, one byte of each two. */
static lgm_slice head_of(lgm_intake *f)
{
    if (!lgm_read_intake_more(f)) return LGM_SLICE("");
    lgm_slice head = f->chunk;
    if (head.len > LGM_READ_HEAD) head.len = LGM_READ_HEAD;
    if (head.len >= 3 && memcmp(head.ptr, "\xef\xbb\xbf", 3) == 0)
        return (lgm_slice){head.ptr + 3, head.len - 3};
    const bool little = head.len >= 2 && memcmp(head.ptr, "\xff\xfe", 2) == 0;
    if (!little && (head.len < 2 || memcmp(head.ptr, "\xfe\xff", 2) != 0)) return head;
    const size_t n = head.len / 2 - 1;
    char *const narrow = lgm_arena_alloc(f->arena, n + 1);
    if (!narrow) return head;
    for (size_t i = 0; i < n; i++) narrow[i] = head.ptr[2 * i + (little ? 2 : 3)];
    return (lgm_slice){narrow, n};
}

const lgm_read_format *lgm_read_format_of(lgm_intake *f, const char *type, lgm_jsonl *json)
{
    const char *const ending = ending_of_type(type), *const name = ending ? ending : f->name;
    const size_t len = lgm_unpack_bare_length(name, NULL);
    const lgm_read_format *format = lgm_read_formats;
    lgm_read_look look = {.head = head_of(f), .f = f, .json = json};
    for (;; format++) { /* the last one takes any file */
        look.named = ends_in_one_of(name, len, format->endings);
        if (is_of(format, &look)) return format;
    }
}
