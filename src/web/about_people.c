/* about_people.c - the people in what a page says of who wrote it. */
#include <string.h>

#include "about/about.h"
#include "about/letters.h"
#include "about/about_words.h"
#include "web/about_facts.h"

enum { LONGEST_LIST = 400, LONGEST_NAME = 60, LONGEST_LABEL = 24 };

bool lgm_web_note_agency(lgm_web_facts *f, lgm_slice s)
{
    s = trimmed(s);
    if (!s.len || !(lgm_about_kinds(s) & LGM_ABOUT_AGENCY)) return false;
    if (!f->agency.len) f->agency = s;
    return true;
}

/* ---- one name -------------------------------------------------------------------------------- */

/* The page's own name: "Port Ostrel News" is no author of portostrelnews.example. */
static bool is_of_site(lgm_web_facts *f, lgm_slice name)
{
    const lgm_slice key = lgm_web_key(f, name), host = lgm_web_key(f, f->host);
    if (!key.len || lgm_web_holds(host, key)) return true;
    for (size_t i = 0; i < LGM_N_SOURCES; i++) {
        const lgm_slice site = lgm_web_key(f, f->text[LGM_FACT_PUBLISHER][i]);
        if (lgm_slice_eq(site, key)) return true;
    }
    return false;
}

static void add(lgm_web_facts *f, lgm_web_people *to, lgm_slice name)
{
    if (name.len > LONGEST_NAME || to->n == LGM_WEB_MOST_PEOPLE || is_of_site(f, name)) return;
    for (size_t i = 0; i < to->n; i++)
        if (lgm_web_same(f, to->name[i], name)) return;
    to->name[to->n++] = name;
}

/* "Staff", "The Morning Team": a word that no name of a person has. */
static bool has_desk(lgm_slice s)
{
    while (s.len) {
        const lgm_slice word = next_word(&s);
        if (!word.len) break;
        if (lgm_about_kinds(word) & LGM_ABOUT_DESK || LGM_SLICE_IN(word, "The", "the", "THE"))
            return true;
    }
    return false;
}

void lgm_web_add_person(lgm_web_facts *f, lgm_web_people *to, lgm_slice s)
{
    lgm_slice rest = s = trimmed(s);
    const lgm_slice word = next_word(&rest);
    size_t capitals = 0;
    for (size_t i = 0; i < s.len; i++) capitals += s.ptr[i] >= 'A' && s.ptr[i] <= 'Z';
    if (word.len != s.len || s.len < 3 || !is_capital(s.ptr[0]) || capitals > 1) return;
    if (has_desk(s) || lgm_web_note_agency(f, s)) return;
    const lgm_slice key = lgm_web_key(f, s);
    for (size_t i = 0; i < LGM_N_SOURCES; i++)
        if (lgm_web_holds(lgm_web_key(f, f->text[LGM_FACT_PUBLISHER][i]), key)) return;
    add(f, to, s);
}

/* ---- lists of names -------------------------------------------------------------------------- */

/* "By", "Posted by", "Text:": what stands before the names. */
static lgm_slice without_label(lgm_slice s)
{
    uint32_t kind;
    for (size_t n; (n = lgm_about_label(s, LGM_ABOUT_BYLINE | LGM_ABOUT_PUBLISHED, &kind)) > 0;)
        s = trimmed(from(s, n));
    for (size_t i = 0; i + 1 < s.len && i < LONGEST_LABEL; i++)
        if (s.ptr[i] == ':' && s.ptr[i + 1] == ' ') return trimmed(from(s, i + 1));
    return s;
}

/* "Ada Lind. Port Ostrel News": a period behind a word in small letters, longer than "Jr". */
static bool is_full_stop(lgm_slice s, size_t at)
{
    size_t n = 0;
    while (n < at && s.ptr[at - n - 1] >= 'a' && s.ptr[at - n - 1] <= 'z') n++;
    return n >= 3 && begins(from(s, at), ". ");
}

/* Up to what no name goes on with: a stroke, a bullet, a handle, a bracket, a day. */
static size_t end_of_names(lgm_slice s)
{
    static const char *const ends[] = {"|", "/",        " @",           "(",
                                       "<", "\xc2\xb7", "\xe2\x80\xa2", " on ",
                                       ";", " with ",   "\xe3\x80\x80"};
    lgm_moment m;
    lgm_span span;
    size_t end = s.len;
    const char *const at = memchr(s.ptr, '@', s.len);
    for (end = at ? (size_t)(at - s.ptr) : s.len; at && end && !is_blank(s.ptr[end]); end--)
        continue;
    for (size_t i = 0; i < end; i++)
        for (size_t k = 0; k < LGM_COUNT(ends); k++)
            if (begins(from(s, i), ends[k]) || is_full_stop(s, i)) end = i;
    if (lgm_about_moment(s, LGM_DAY_ORDER_UNKNOWN, &m, &span) && span.start < end) end = span.start;
    return end;
}

static void add_list(lgm_web_facts *f, lgm_web_people *to, lgm_slice s)
{
    const lgm_slice all = lgm_about_without_desk(s);
    lgm_slice rest = lgm_about_names_of(all), behind = from(all, rest.len);
    while (behind.len && !is_capital(behind.ptr[0])) behind = from(behind, 1);
    lgm_web_note_agency(f, behind); /* "Ada Lind - Associated Press" */
    while (rest.len) {
        bool joined;
        lgm_slice person = lgm_about_next_person(&rest, &joined);
        person = lgm_about_without_desk(trimmed(person));
        if (lgm_web_note_agency(f, person)) continue;
        if (has_desk(person)) { /* "AP National Writer" */
            lgm_slice rest_of = person;
            lgm_web_note_agency(f, next_word(&rest_of));
            continue;
        }
        if (lgm_about_is_person(person)) add(f, to, person);
    }
}

void lgm_web_add_people(lgm_web_facts *f, lgm_web_people *to, lgm_slice s)
{
    s = trimmed(s);
    if (s.len > LONGEST_LIST || lgm_web_note_agency(f, s)) return;
    s = without_label(s);
    while (s.len) {
        const size_t end = end_of_names(s);
        add_list(f, to, trimmed((lgm_slice){s.ptr, end}));
        /* Only a semicolon or "with" goes on with names. */
        if (end == s.len || (s.ptr[end] != ';' && !begins(from(s, end), " with "))) break;
        s = without_label(trimmed(from(s, end + (s.ptr[end] == ';' ? 1 : 6))));
    }
}
