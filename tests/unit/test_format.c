/* test_format.c - what files are, by their bytes and endings; what is refused, and what is not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/base.h"
#include "read/source_bytes.h"

#define UNUSED __attribute__((unused))
#define ARTICLE "Fire at the mill\n\nA fire broke out at the mill on Monday, the mayor said.\n"

typedef struct sample {
    const char *name, *bytes;
    size_t len;
    const char *is; /* a part of the message; NULL: it is read */
} sample;
#define S(name, bytes, is)                                                                         \
    {                                                                                              \
        (name), (bytes), sizeof(bytes) - 1, (is)                                                   \
    }

/* "" where the first report is read, else the message. */
static const char *message_of(const char *name, const char *bytes, size_t len)
{
    static lgm_err err;
    lgm_source *s;
    lgm_input in;
    char *const exact = malloc(len ? len : 1); /* so that a sanitizer sees what reads beyond */
    memcpy(exact, bytes, len);
    assert_int_equal(lgm_read_source_bytes(&s, name, exact, len, NULL, NULL), LGM_OK);
    const lgm_status st = lgm_source_next(s, &in, &err);
    if (st == LGM_OK) err.message[0] = 0;
    if (st != LGM_OK) assert_int_equal(lgm_source_next(s, &in, NULL), LGM_E_EMPTY); /* said once */
    lgm_source_close(s);
    free(exact);
    return err.message;
}

static void check(const sample *samples, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const sample *const s = &samples[i];
        const char *const message = message_of(s->name, s->bytes, s->len);
        if (s->is ? !strstr(message, s->is) : message[0] != 0)
            fail_msg("%s, %.60s: should be %s, is \"%s\"", s->name, s->bytes,
                     s->is ? s->is : "read", message);
    }
}

static void formats_of_bytes_are_named(UNUSED void **state)
{
    static const sample samples[] = {
        S("a.pdf", "%PDF-1.7\n%\xe2\xe3\n", "a.pdf: "), /* damaged, or nothing reads it here */
        S("a.txt", "%!PS-Adobe-3.0\n", "a.txt: this is PostScript; make a text of it first"),
        S("standard input", "%!PS\n", "this is PostScript"),
        S("a.rtf", "{\\rtf1\\ansi hello}", "this is RTF"),
        S("a.docx", "PK\3\4\24\0\6\0[Content_Types].xml ... word/document.xml",
          "a.docx: this file is damaged"),
        S("a.odt",
          "PK\3\4..........................mimetypeapplication/vnd.oasis.opendocument.text",
          "a.odt: this file is damaged"),
        S("a.ods",
          "PK\3\4..........................mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
          "an OpenDocument file"),
        S("a.epub", "PK\3\4....mimetypeapplication/epub+zip", "an EPUB book"),
        S("a.xlsx", "PK\3\4\24\0\6\0[Content_Types].xml", "a spreadsheet or other Office file"),
        S("a.zip", "PK\3\4\24\0\0\0a.txt", "a.zip: the archive is damaged"),
        S("a.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
        S("legomena", "\177ELF\2\1\1\0", "a program"),
        S("a.txt.bz2", "BZh91AY&SY\1\2", "a.txt.bz2: the bzip2 data ends early"),
        S("a.txt",
          "\xfd"
          "7zXZ\0\0\4",
          "the xz data ends early"),
        S("a", "\x28\xb5\x2f\xfd\4", "the zstd data ends early"),
        S("a.7z", "7z\xbc\xaf\x27\x1c\0\4", "a.7z: the archive is damaged"),
        S("a.db", "SQLite format 3\0\20\0", "an SQLite database"),
        S("a.txt", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "an image"),
        S("a.jpg", "\xff\xd8\xff\xe0\0\20JFIF", "an image"),
        S("a.mp3", "ID3\3\0", "audio or video"),
        S("a.mp4",
          "\0\0\0\x18"
          "ftypmp42",
          "audio or video"),
        S("a.warc", "WARC/1.0\r\nWARC-Type: response\r\n",
          "a.warc: byte 0: the file ends early, in the head of a record"),
        S("a.txt", "F\0i\0r\0e\0 \0a\0t\0 \0m\0i\0l\0l\0.\0", "text in UTF-16"),
        S("a.txt", "\0\0\0F\0\0\0i\0\0\0r\0\0\0e\0\0\0s\0\0\0.", "text in UTF-16"),
        S("a.txt", ARTICLE "\1\2\3\4\5\6\7\1\2\3\4\5\6\7\1\2", "binary data"),
        S("a.jsonl", "\1\2\3\4\5\6\7\1\2\3\4\5\6\7\1\2\n", "binary data"),
    };
    check(samples, LGM_COUNT(samples));
}

static void formats_of_text_are_named(UNUSED void **state)
{
    static const sample samples[] = {
        S("a", "<!DOCTYPE html>\n<title>Fire</title>", "a: there is no report in this page"),
        S("a.txt", "\xef\xbb\xbf\n<!-- saved -->\n<HTML lang=en>", "no report in this page"),
        S("a.html", "<p>", "no report in this page"),
        S("a.htm", "<br>", "no report in this page"),
        S("a.txt", "<div class=\"story\"><p></p>\n<p> </p>\n</div>", "no report in this page"),
        S("a", "<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\">",
          "no report in this page"),
        S("a.txt", "<?xml version=\"1.0\"?><report>", "this is XML"),
        S("a.xml", "<feed><entry>Fire</entry></feed>", "this is XML"),
        S("a.xml", "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">",
          "this is XML"),
        S("a", "<DOC>\n<DOCNO> 7 </DOCNO>\nFire\n</DOC>", "this is XML"),
        S("a.eml", "From: Ada <ada@mill.example>\nSubject: Fire\n\n", "this mail has no text"),
        S("a.txt", "Return-Path: <a@b.example>\nReceived: from b\n\tby c\nSubject: x\n\n \n",
          "this mail has no text"),
        S("a", "From ada@mill.example Mon Mar  4 09:00:00 2024\nDate: x\nMessage-ID: <1@b>\n\n",
          "this mail has no text"),
        S("a.json", "[{\"text\": \"Fire.\"}]", "JSON without a report a line; make JSON Lines"),
        S("a", "[\n  {\n    \"text\": \"Fire.\"\n  }\n]", "JSON without"),
        S("a.txt", "[\"Fire\", \"Flood\"]", "JSON without"),
        S("a", "[[1, 2], [3, 4]]", "JSON without"),
        S("a", "[1, 2, 3]", "JSON without"),
        S("a.txt", "{\"title\": \"Fire\", \"body\": \"Fire.\"}\n", "JSON without"),
        S("a.json", "{\n  \"text\": \"Fire.\"\n}\n", "JSON without"),
        S("a.jsonl", "{\n  \"text\": \"Fire.\"\n}\n", "JSON without"),
        S("a.jsonl", "[{\"text\": \"Fire.\"},\n {\"text\": \"Flood.\"}]\n", "JSON without"),
        S("a.csv", "id,text\n1,\"A fire, on Monday\"\n", "a table (CSV)"),
        S("a.tsv", "id\ttext\n1\tA fire\n", "a table"),
        S("a.txt", "id,title,date\n1,Fire,2024-03-04\n2,Flood,2024-03-05\n", "a table"),
        S("a", "id;title;text\n1;Fire;\"A fire; on Monday\"\n", "a table"),
    };
    check(samples, LGM_COUNT(samples));
}

/* What a report may hold without being anything but a report. */
static void a_bit_of_markup_is_still_a_text(UNUSED void **state)
{
    static const sample samples[] = {
        S("a.txt", ARTICLE, NULL),
        S("report", ARTICLE, NULL),
        S("a.md", "# Fire at the mill\n\n*Ada Lind* reports <br> from Port Ostrel.\n", NULL),
        S("a.pdf", ARTICLE, NULL),
        S("a.xml", ARTICLE, NULL),
        S("a.csv", "Fire at the mill\n\nA fire broke out, the mayor said.\n", NULL),
        S("a.txt", "<b>Fire</b> at the mill\n\nThe <i>Ostrel Courier</i> said <a href=x>so</a>.\n",
          NULL),
        S("a.txt", "<p>Fire at the mill, the mayor said on Monday.\n", NULL),
        S("a.txt", "<photo by Ada Lind>\nFire at the mill\n", NULL),
        S("a.txt", "[Updated] Fire at the mill\n\nThe mayor [left] spoke.\n", NULL),
        S("a.txt", "[1] The mayor said so.\n", NULL),
        S("a.txt", "[\"No comment\"] was all that he said.\n", NULL),
        S("a.txt", "{Editor's note} The mayor said so.\n", NULL),
        S("a.txt", "\"Fire!\", he said, \"Fire!\"\nOne, two, three, said the mayor.\n", NULL),
        S("a.txt", "Apples,pears and plums burnt\nThe mayor said, on Monday, that it was over.\n",
          NULL),
        S("a.txt", "Final scores\nOstrel\t3\t1\nMerrow\t2\t2\n", NULL),
        S("a.txt", "From: Ada Lind\nTo: the editor\nSubject: the fire\n\nThe mayor said so.\n",
          NULL),
        S("a.txt", "From Ada Lind in Merrow\n\nThe mayor said: no.\n", NULL),
        S("a.txt", "MERROW: The mayor said so.\nOSTREL: No comment.\n", NULL),
        S("a.txt", "Write to http://mill.example/?a=1&b=2 or <ada@mill.example>, he said.\n", NULL),
        S("a.txt", "\1\2Fire at the mill\3\n", NULL),
        S("a.txt",
          "\xff\xfe"
          "F\0i\0r\0e\0 \0a\0t\0 \0m\0i\0l\0l\0.\0",
          NULL),
        S("a.txt", "caf\xe9 \x93Ostrel\x94 burnt down, the mayor said.\n", NULL),
        S("a.txt", "PK is what they call Peter King, who said so.\n", NULL),
        S("a.txt", "BM said it would rain. MM agreed. II* stars.\n", NULL),
        S("a.txt", "{\"text\": \"Fire.\"}\n", NULL), /* JSON Lines, whatever the name */
        S("a.json", "{\"text\": \"Fire.\"}\n", NULL),
        S("a.jsonl", "{\"text\": \"[1, 2]\"}\n", NULL),
    };
    check(samples, LGM_COUNT(samples));
}

/* The same bytes are the same format whatever stands behind them, and however they arrive. */
static void a_format_needs_no_more_than_the_head(UNUSED void **state)
{
    static char text[10000];
    memset(text, 'a', sizeof text);
    for (size_t i = 60; i < sizeof text; i += 60) text[i] = '\n';
    memcpy(text + 5000, "<p><p><p><p><p>", 15);
    assert_string_equal(message_of("a", text, sizeof text), "");
    memset(text + 9000, 1, 1000); /* binary behind the head: seen once all of it is there */
    assert_non_null(strstr(message_of("a", text, sizeof text), "binary data, at least in part"));
    for (size_t len = 0; len < 300; len++)
        message_of("a", "<div><p>\"[{,;\t\n<br>x@y: z\nPK", len % 30);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formats_of_bytes_are_named),
        cmocka_unit_test(formats_of_text_are_named),
        cmocka_unit_test(a_bit_of_markup_is_still_a_text),
        cmocka_unit_test(a_format_needs_no_more_than_the_head),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
