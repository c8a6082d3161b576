/* fuzz_about.c - what a text says of itself lies inside it, its days exist, and it is the same
 * twice. Also the name of a file. */
#include "fuzz_utf8.h"
#include "about/about.h"
#include "read/c2pa.h"
#include "about/moment.h"
#include "read/paragraphs.h"

static void inside(lgm_slice part, const char *text, size_t len)
{
    if (!part.ptr) return;
    CHECK(part.len > 0 && part.ptr >= text && part.ptr + part.len <= text + len);
    CHECK(lgm_utf8_valid(part.ptr, part.len) == part.len);
    CHECK(part.ptr[0] != '\n' && part.ptr[part.len - 1] != '\n');
}

static void exists(lgm_ymd d)
{
    CHECK(d.year == 0 || lgm_calendar_has(d));
}

/* Paragraphs in another language and manifests are in order, apart, and whole characters. */
static void in_order(lgm_slice text, lgm_span s, uint32_t *last)
{
    CHECK(s.start >= *last && s.start < s.end && s.end <= text.len);
    CHECK(lgm_utf8_valid(text.ptr + s.start, s.end - s.start) == s.end - s.start);
    *last = s.end;
}

static void look_for_passages(lgm_slice text)
{
    lgm_arena *arena;
    lgm_foreign_list foreign = {0};
    lgm_manifest_list manifests = {0};
    uint32_t last = 0;
    CHECK(lgm_arena_new(&arena, 0, NULL) == LGM_OK);
    CHECK(lgm_read_foreign_paragraphs(arena, text, &foreign, NULL) == LGM_OK);
    CHECK(lgm_read_manifests(arena, text, &manifests, NULL) == LGM_OK);
    for (size_t i = 0; i < foreign.n; i++) in_order(text, foreign.at[i].text, &last);
    last = 0;
    for (size_t i = 0; i < manifests.n; i++) in_order(text, manifests.at[i], &last);
    lgm_arena_free(arena);
}

/* What is read as a moment is written in a form that reads as the same. */
static void look_for_moment(lgm_slice text)
{
    char out[LGM_MOMENT_ROOM];
    lgm_moment m, again;
    lgm_span span;
    if (!lgm_about_moment(text, LGM_DAY_ORDER_UNKNOWN, &m, &span)) return;
    uint32_t last = 0;
    in_order(text, span, &last);
    exists(m.day);
    const size_t n = lgm_about_moment_write(&m, out);
    CHECK(lgm_about_moment((lgm_slice){out, n}, LGM_DAY_ORDER_UNKNOWN, &again, NULL));
    CHECK(again.minute == m.minute && again.zoned == m.zoned && (!m.zoned || again.zone == m.zone));
    CHECK(lgm_calendar_day(again.day) == lgm_calendar_day(m.day));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t n;
    char *const exact = fuzz_utf8(data, size, &n);
    lgm_about a, b;
    memset(&a, 0, sizeof a), memset(&b, 0, sizeof b);
    lgm_about_text((lgm_slice){exact, n}, &a);
    lgm_about_text((lgm_slice){exact, n}, &b);
    CHECK(a.title.ptr == b.title.ptr && a.title.len == b.title.len);
    CHECK(a.byline.ptr == b.byline.ptr && a.byline.len == b.byline.len);
    CHECK(a.agency.ptr == b.agency.ptr && a.agency.len == b.agency.len);
    inside(a.title, exact, n);
    inside(a.byline, exact, n);
    inside(a.agency, exact, n);
    exists(a.published), exists(a.modified), exists(a.dateline);
    CHECK(!a.published.year || !a.modified.year ||
          lgm_calendar_day(a.published) <= lgm_calendar_day(a.modified));

    look_for_passages((lgm_slice){exact, n});
    look_for_moment((lgm_slice){exact, n});

    char name[64] = {0};
    memcpy(name, exact, n < sizeof name ? n : sizeof name - 1);
    lgm_ymd day = {0};
    if (lgm_about_day_of_name(name, &day)) exists(day);
    free(exact);
    return 0;
}
