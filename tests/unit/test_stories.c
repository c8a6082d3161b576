/* test_stories.c - feeds and messages as files of a source: what is wrong with them, and limits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <cmocka.h>

#include "base/base.h"
#include "read/source_bytes.h"

#define UNUSED __attribute__((unused))
#define RSS "<rss><channel><title>Courier</title>"
#define FULL "The mill burned, the mayor said.\n\nNobody was hurt."

/* What a source says, a line a call: "name member@byte text", "! message". */
static char said[1 << 14];

static void note(const char *fmt, ...) LGM_PRINTF(1, 2);
static void note(const char *fmt, ...)
{
    const size_t n = strlen(said);
    va_list args;
    va_start(args, fmt);
    vsnprintf(said + n, sizeof said - n, fmt, args);
    va_end(args);
}

static void listen(lgm_source *s)
{
    lgm_input in;
    lgm_err err;
    said[0] = 0;
    for (lgm_status st; (st = lgm_source_next(s, &in, &err)) != LGM_E_EMPTY;)
        if (st == LGM_OK)
            note("%s %s@%llu %.*s\n", in.name, in.member, (unsigned long long)in.at,
                 (int)(in.len < 12 ? in.len : 12), in.text);
        else
            note("! %s\n", err.message);
}

static void expect(const char *name, const char *bytes, size_t len, const char *expected)
{
    const lgm_source_options o = {.max_bytes = 100};
    char *const exact = malloc(len);
    lgm_source *s;
    memcpy(exact, bytes, len);
    assert_int_equal(lgm_read_source_bytes(&s, name, exact, len, &o, NULL), LGM_OK);
    listen(s);
    lgm_source_close(s);
    free(exact);
    assert_string_equal(said, expected);
}
#define EXPECT(name, bytes, expected) expect((name), (bytes), strlen(bytes), (expected))

static void a_feed_that_is_cut_gives_what_it_has(UNUSED void **state)
{
    EXPECT("a.rss",
           RSS "\n<item><guid>1</guid><description>" FULL "</description></item>\n"
               "<item><guid>2</guid><descr",
           "a.rss:2 1@37 The mill bur\n"
           "! a.rss:5: the file ends in the middle of this story, which is lost\n");
    EXPECT("a.rss", RSS "<item><guid>1</guid><description>" FULL "</description></item>",
           "a.rss:1 1@36 The mill bur\n! a.rss:3: the file ends early\n");
    EXPECT("a.rss", RSS "</channel></rss>", "! a.rss: a feed without an item\n");
}

/* As in pages: iconv has other tables under some of these names. */
static void encodings_are_those_of_the_web(UNUSED void **state)
{
    static const char *const files[][2] = {{"Shift_JIS", "\x87\x40"},
                                           {"EUC-KR", "\x81\x41"},
                                           {"x-mac-cyrillic", "\x8a"},
                                           {"ISO-8859-1", "\x80"}};
    static const char *const text[] = {"①", "갂", "К", "€"};
    char feed[300], expected[100];
    for (size_t i = 0; i < LGM_COUNT(files); i++) {
        snprintf(feed, sizeof feed,
                 "<?xml version=\"1.0\" encoding=\"%s\"?>" RSS
                 "<item><description>%s</description></item></channel></rss>",
                 files[i][0], files[i][1]);
        snprintf(expected, sizeof expected, "a.rss:1 1@%zu %s\n",
                 (size_t)(strstr(feed, "<item>") - feed), text[i]);
        EXPECT("a.rss", feed, expected);
    }
}

static void packed_feeds_that_break_off_say_why(UNUSED void **state)
{
    static const char feed[] = RSS "<item><guid>1</guid><description>" FULL "</description></item>"
                                   "<item><guid>2</guid><description>abcdefghijklm</description>";
    uint8_t packed[500];
    z_stream z = {0};
    assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
    z.next_in = (Bytef *)(uintptr_t)feed;
    z.avail_in = sizeof feed - 1;
    z.next_out = packed;
    z.avail_out = sizeof packed;
    assert_int_equal(deflate(&z, Z_SYNC_FLUSH), Z_OK);
    const size_t len = z.total_out;
    deflateEnd(&z);
    const lgm_source_options o = {.max_bytes = 100};
    lgm_source *s;
    assert_int_equal(lgm_read_source_bytes(&s, "a.rss.gz", packed, len, &o, NULL), LGM_OK);
    listen(s);
    lgm_source_close(s);
    assert_non_null(strstr(said, "a.rss.gz:1 1@0 The mill bur\n! a.rss.gz: the gzip data"));
    assert_non_null(strstr(said, "ends in the middle of this story"));
}

static void a_story_too_large_costs_itself(UNUSED void **state)
{
    enum { ROOM = 1 << 18 };
    char *const feed = malloc(ROOM);
    int n = snprintf(feed, ROOM, RSS "<item><guid>1</guid><description>");
    memset(feed + n, 'x', 70000);
    n += 70000;
    n += snprintf(feed + n, (size_t)(ROOM - n),
                  "</description></item>\n<item><guid>2</guid><description>" FULL
                  "</description></item></channel></rss>");
    expect("a.rss", feed, (size_t)n,
           "! a.rss:1: longer than the limit of 65836 bytes\na.rss:2 2@70091 The mill bur\n");
    n = snprintf(feed, ROOM, "[{\"guid\":\"1\",\"byline\":\"Ada\",\"body_text\":\"");
    memset(feed + n, 'x', 140000);
    n += 140000;
    n += snprintf(feed + n, (size_t)(ROOM - n), "\"},\n{\"guid\":\"2\",\"body_text\":\"Fire.\"}]");
    expect("a.json", feed, (size_t)n,
           "! a.json:1: longer than the limit of 65836 bytes\na.json:2 2@140045 Fire.\n");
    free(feed);
}

static void entities_and_depth_have_limits(UNUSED void **state)
{
    char feed[20000];
    int n =
        snprintf(feed, sizeof feed, "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaaaaaaaa\">");
    for (char c = 'b'; c < 'j'; c++) {
        n += snprintf(feed + n, sizeof feed - (size_t)n, "<!ENTITY %c \"", c);
        for (int i = 0; i < 10; i++)
            n += snprintf(feed + n, sizeof feed - (size_t)n, "&%c;", c - 1);
        n += snprintf(feed + n, sizeof feed - (size_t)n, "\">");
    }
    snprintf(feed + n, sizeof feed - (size_t)n,
             "]>" RSS "<item><description>&i;</description></item>"
             "<item><guid>2</guid><description>" FULL "</description></item></channel></rss>");
    lgm_source *s;
    const lgm_source_options o = {.max_bytes = 100};
    assert_int_equal(lgm_read_source_bytes(&s, "a.rss", feed, strlen(feed), &o, NULL), LGM_OK);
    listen(s);
    lgm_source_close(s);
    assert_non_null(strstr(said, "! a.rss:1: longer than the limit of 65836 bytes\na.rss:1 2@"));
    n = snprintf(feed, sizeof feed, RSS "<item>");
    for (int i = 0; i < 300; i++) n += snprintf(feed + n, sizeof feed - (size_t)n, "<x>");
    snprintf(feed + n, sizeof feed - (size_t)n,
             "<item><guid>2</guid><description>" FULL "</description></item></channel></rss>");
    EXPECT("a.rss", feed,
           "! a.rss:1: elements are more than 200 deep\na.rss:1 2@942 The mill bur\n");
}

static void of_folders_only_news_is_read(UNUSED void **state)
{
    char folder[] = "/tmp/lgm-test-stories-XXXXXX", sentence[200], command[100];
    assert_non_null(mkdtemp(folder));
    assert_int_equal(chdir(folder), 0);
    static const char *const files[][2] = {
        {"a.xml",
         RSS "<item><guid>1</guid><description>" FULL "</description></item></channel></rss>"},
        {"b.xml", "<?xml version=\"1.0\"?><settings/>"},
        {"c.json", "{\"uri\":\"urn:3\",\"byline\":\"Ada Lind\",\"body_text\":\"Fire.\"}"},
        {"d.json", "{\"dependencies\": {}}"}};
    for (size_t i = 0; i < LGM_COUNT(files); i++) {
        FILE *const f = fopen(files[i][0], "w");
        assert_non_null(f);
        fputs(files[i][1], f);
        assert_int_equal(fclose(f), 0);
    }
    const char *const paths[] = {"."};
    lgm_source *s;
    assert_int_equal(lgm_source_open(&s, paths, 1, NULL, NULL), LGM_OK);
    listen(s);
    assert_string_equal(said, "./a.xml:1 1@36 The mill bur\n./c.json:1 urn:3@0 Fire.\n");
    lgm_source_left_out(s, sentence, sizeof sentence);
    assert_string_equal(sentence, "left out 2 files: 1 XML, JSON without a report a line");
    lgm_source_close(s);
    snprintf(command, sizeof command, "rm -r %s", folder);
    assert_int_equal(chdir("/"), 0);
    assert_int_equal(system(command), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_feed_that_is_cut_gives_what_it_has),
        cmocka_unit_test(encodings_are_those_of_the_web),
        cmocka_unit_test(packed_feeds_that_break_off_say_why),
        cmocka_unit_test(a_story_too_large_costs_itself),
        cmocka_unit_test(entities_and_depth_have_limits),
        cmocka_unit_test(of_folders_only_news_is_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
