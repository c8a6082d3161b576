/* about_lines.c - the lines around a headline, and labelled ones below the report. */
#include <string.h>

#include "about/about.h"
#include "about/letters.h"
#include "about/about_words.h"
#include "web/about_facts.h"

enum { LONGEST_LINE = 240, BARE_BEHIND = 12, BARE_BEFORE = 3, FOOT = 12, LONGEST_DATELINE = 120 };
enum { BESIDE = 60, PIECE = 24 }; /* bytes beside a day without a label; of a part of one */

/* ---- days ------------------------------------------------------------------------------------ */

uint32_t lgm_web_label_of(lgm_slice before)
{
    uint32_t kind = 0, found;
    for (size_t i = 0; i < before.len; i++)
        if (is_letter(before.ptr[i]) && (i == 0 || !is_letter(before.ptr[i - 1]))) {
            const size_t n =
                lgm_about_label(from(before, i), LGM_ABOUT_PUBLISHED | LGM_ABOUT_MODIFIED, &found);
            if (n) kind = found, i += n - 1;
        }
    return kind;
}

/* The line is hardly more than its day, or begins with it and a mark behind it: captions tell days
 * too. */
static bool is_bare_day(lgm_slice line, lgm_span day)
{
    const lgm_slice behind = from(line, day.end);
    if (line.len - (day.end - day.start) <= BESIDE) return true;
    return day.start == 0 && (begins(behind, " - ") || begins(behind, " | "));
}

/* All days of a line, each by the label before it. */
static bool note_days(lgm_web_facts *f, lgm_slice line, lgm_slice label, bool bare)
{
    uint32_t kind = lgm_web_label_of(label);
    const size_t len = line.len;
    while (line.len) {
        lgm_moment m;
        lgm_span span;
        if (!lgm_about_moment(line, f->order, &m, &span)) break;
        bare &= line.len < len || is_bare_day(line, span);
        const uint32_t own = lgm_web_label_of((lgm_slice){line.ptr, span.start});
        if (own) kind = own;
        lgm_moment *const to = kind & LGM_ABOUT_MODIFIED ? &f->modified[LGM_FROM_LINE]
                               : kind                    ? &f->published[LGM_FROM_LINE]
                               : bare                    ? &f->published[LGM_FROM_BARE]
                                                         : NULL;
        if (to && !to->day.year) *to = m;
        line = from(line, span.end);
        kind = 0;
    }
    return line.len < len;
}

/* "May 24" above "18:05 2024": pieces of one day, one below the other. */
static void note_pieces(lgm_web_facts *f, lgm_slice a, lgm_slice b)
{
    char both[2 * PIECE + 1];
    if (!a.len || !b.len || a.len > PIECE || b.len > PIECE) return;
    memcpy(both, a.ptr, a.len);
    both[a.len] = ' ';
    memcpy(both + a.len + 1, b.ptr, b.len);
    note_days(f, (lgm_slice){both, a.len + 1 + b.len}, (lgm_slice){0}, true);
}

/* A label may be a line of its own, before its day. */
static lgm_slice label_before(const lgm_web_blocks *blocks, uint32_t i)
{
    const lgm_slice line = i ? blocks->block.at[i - 1].text : (lgm_slice){0};
    return line.len <= 30 ? line : (lgm_slice){0};
}

static void read_days_of(lgm_web_facts *f, const lgm_web_blocks *blocks, uint32_t first,
                         uint32_t end, bool bare)
{
    for (uint32_t i = first; i < end && i < blocks->block.n; i++) {
        const lgm_web_block *const b = &blocks->block.at[i];
        if (b->text.len > LONGEST_LINE || lgm_web_is_apart(f, b->node)) continue;
        if (!note_days(f, b->text, label_before(blocks, i), bare) && bare && i + 1 < end)
            note_pieces(f, b->text, blocks->block.at[i + 1].text);
    }
}

/* Behind the headline, before it, and what has a label farther off and below the report. */
static void read_days(lgm_web_facts *f, const lgm_web_blocks *blocks, lgm_web_near near)
{
    if (near.headline == LGM_NO_BLOCK) {
        read_days_of(f, blocks, near.first, near.body, true);
        return;
    }
    const uint32_t behind = near.headline + 1, far = behind + BARE_BEHIND;
    const uint32_t before = near.headline > BARE_BEFORE ? near.headline - BARE_BEFORE : 0;
    read_days_of(f, blocks, behind, far < near.body ? far : near.body, true);
    f->bare_is_above = !f->published[LGM_FROM_BARE].day.year;
    read_days_of(f, blocks, before, near.headline, true);
    read_days_of(f, blocks, far, near.body, false);
    read_days_of(f, blocks, near.last, near.last + FOOT, false);
}

/* ---- people ---------------------------------------------------------------------------------- */

static void read_people(lgm_web_facts *f, const lgm_web_blocks *blocks, lgm_web_near near)
{
    for (uint32_t i = near.first; i < near.body && i < blocks->block.n; i++) {
        const lgm_web_block *const b = &blocks->block.at[i];
        uint32_t kind;
        if (b->text.len > LONGEST_LINE || lgm_web_is_apart(f, b->node)) continue;
        if (lgm_web_note_agency(f, b->text)) continue;
        size_t n = lgm_about_label(b->text, LGM_ABOUT_BYLINE, &kind);
        if (!n) n = lgm_about_label(b->text, LGM_ABOUT_PUBLISHED, &kind);
        const lgm_slice rest = from(b->text, n);
        if (n && (kind & LGM_ABOUT_BYLINE || begins(rest, "by ") || begins(rest, "By ")))
            lgm_web_add_people(f, &f->people[LGM_FROM_LINE], b->text);
        else if (n == b->text.len && kind & LGM_ABOUT_BYLINE && i + 1 < near.body)
            lgm_web_add_people(f, &f->people[LGM_FROM_LINE], blocks->block.at[i + 1].text);
    }
}

/* ---- agencies -------------------------------------------------------------------------------- */

/* "WASHINGTON (AP) -", "(Caldpress) -": in brackets in the first words of the report. */
static void read_dateline(lgm_web_facts *f, lgm_slice s)
{
    if (s.len > LONGEST_DATELINE) s.len = LONGEST_DATELINE;
    const char *const open = s.len ? memchr(s.ptr, '(', s.len) : NULL;
    if (!open) return;
    const lgm_slice rest = from(s, (size_t)(open - s.ptr) + 1);
    const char *const close = memchr(rest.ptr, ')', rest.len);
    if (close) lgm_web_note_agency(f, (lgm_slice){rest.ptr, (size_t)(close - rest.ptr)});
}

/* "... to the coast. PTI": the last word of the report. */
static void read_last_word(lgm_web_facts *f, lgm_slice s)
{
    size_t at = s.len;
    while (at && s.ptr[at - 1] != '.') at--;
    if (at && s.len - at < 40) lgm_web_note_agency(f, from(s, at));
}

/* "Source: Caldpress", "Via Caldpress" below the report. */
static void read_source(lgm_web_facts *f, lgm_slice s)
{
    lgm_slice rest = s;
    const lgm_slice word = next_word(&rest);
    if (!LGM_SLICE_IN(word, "Source", "SOURCE", "Sources", "Via", "VIA")) return;
    while (rest.len && strchr(" :", rest.ptr[0])) rest = from(rest, 1);
    lgm_web_note_agency(f, rest);
}

static void read_agencies(lgm_web_facts *f, const lgm_web_blocks *blocks, lgm_web_near near)
{
    uint32_t looked_at = 0;
    for (uint32_t i = 0; i < near.last && looked_at < 3; i++)
        if (blocks->block.at[i].kept) {
            read_dateline(f, blocks->block.at[i].text);
            looked_at++;
        }
    if (near.last) read_last_word(f, blocks->block.at[near.last - 1].text);
    for (uint32_t i = near.last ? near.last - 1 : 0; i < near.last + FOOT && i < blocks->block.n;
         i++)
        read_source(f, blocks->block.at[i].text);
}

void lgm_web_facts_of_lines(lgm_web_facts *f, const lgm_web_blocks *blocks, lgm_web_near near)
{
    read_days(f, blocks, near);
    read_people(f, blocks, near);
    read_agencies(f, blocks, near);
}
