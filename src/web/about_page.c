/* about_page.c - all sources are asked, then one is believed for each fact. */
#include "web/page_about.h"

#include <string.h>

#include "about/language.h"
#include "about/letters.h"
#include "web/about_choice.h"
#include "web/about_ld.h"

/* ---- the page's address ---------------------------------------------------------------------- */

static lgm_slice host_of(lgm_slice url)
{
    size_t n = 0;
    url = lgm_web_bare_address(url);
    while (n < url.len && url.ptr[n] != '/' && url.ptr[n] != '?') n++;
    return (lgm_slice){url.ptr, n};
}

static void choose_url(lgm_web_facts *f, const lgm_web_hints *hints, lgm_web_page *out)
{
    const lgm_slice meta = f->text[LGM_FACT_URL][LGM_FROM_META];
    const lgm_slice given =
        hints && hints->url ? (lgm_slice){hints->url, strlen(hints->url)} : (lgm_slice){0};
    out->url = begins(meta, "http") || !given.len ? meta : given;
    if (!out->url.len) out->url = f->text[LGM_FACT_URL][LGM_FROM_LD];
    f->host = host_of(given.len ? given : out->url);
}

/* ---- order of days, people ------------------------------------------------------------------- */

/* Every language but English has the day before the month, and English but in America. */
static bool is_day_first(lgm_slice lang)
{
    static const char *const english[] = {"gb", "au", "nz", "ie", "in", "za"};
    if (lang.len < 2 || (lang.ptr[0] | 32) != 'e' || (lang.ptr[1] | 32) != 'n')
        return lang.len >= 2;
    for (size_t i = 0; lang.len == 5 && i < LGM_COUNT(english); i++)
        if ((lang.ptr[3] | 32) == english[i][0] && (lang.ptr[4] | 32) == english[i][1]) return true;
    return false;
}

/* By the language that the page says, else by that of its longest paragraph. */
static lgm_status find_order(lgm_web_facts *f, const lgm_web_blocks *blocks, lgm_err *err)
{
    const lgm_slice lang = lgm_web_attr(&f->tree->node[0], "lang");
    lgm_language other = {0};
    lgm_status st = LGM_OK;
    if (is_day_first(lang)) f->order = LGM_DAY_ORDER_DAY_FIRST;
    if (lang.len) return LGM_OK;
    const lgm_web_block *longest = NULL;
    for (size_t i = 0; i < blocks->block.n; i++) {
        const lgm_web_block *const b = &blocks->block.at[i];
        if (b->kept && (!longest || b->text.len > longest->text.len)) longest = b;
    }
    if (longest) st = lgm_about_other_language(longest->text, &other, err);
    if (st == LGM_OK && other.code) f->order = LGM_DAY_ORDER_DAY_FIRST;
    return st;
}

static lgm_slice names_of(lgm_web_facts *f)
{
    size_t n = 0, room = 0;
    const lgm_web_people *people = NULL;
    for (size_t i = 0; i < LGM_N_SOURCES && !people; i++)
        if (f->people[i].n) people = &f->people[i];
    if (!people) return (lgm_slice){0};
    for (size_t i = 0; i < people->n; i++) room += people->name[i].len + 2;
    char *const out = lgm_arena_alloc(f->arena, room);
    f->failed |= !out;
    for (size_t i = 0; out && i < people->n; i++) {
        if (i) memcpy(out + n, ", ", 2), n += 2;
        memcpy(out + n, people->name[i].ptr, people->name[i].len);
        n += people->name[i].len;
    }
    return n ? (lgm_slice){out, n} : (lgm_slice){0};
}

lgm_status lgm_web_about(const lgm_web_tree *tree, const lgm_web_blocks *blocks,
                         const lgm_web_hints *hints, lgm_arena *a, lgm_web_page *out, lgm_err *err)
{
    lgm_web_facts f = {.arena = a, .tree = tree, .headline = LGM_NO_BLOCK};
    lgm_status st = find_order(&f, blocks, err);
    if (st != LGM_OK) return st;
    lgm_web_facts_of_meta(&f);
    choose_url(&f, hints, out);
    st = lgm_web_facts_of_ld(&f, err);
    if (st != LGM_OK) return st;
    const lgm_web_near near = lgm_web_find_near(&f, blocks);
    if (near.headline != LGM_NO_BLOCK) f.headline = blocks->block.at[near.headline].first;
    lgm_web_facts_of_markup(&f, blocks, near);
    lgm_web_sections_of_markup(&f);
    lgm_web_facts_of_lines(&f, blocks, near);

    if (!out->url.len) choose_url(&f, hints, out);
    lgm_web_choose_publisher(&f, out);
    lgm_web_choose_title(
        &f, near.headline != LGM_NO_BLOCK ? blocks->block.at[near.headline].text : (lgm_slice){0},
        out);
    if (!out->publisher.len) lgm_web_publisher_of_title(&f, out);
    lgm_web_choose_days(&f, out);
    lgm_web_choose_section(&f, out);
    out->byline = names_of(&f);
    out->agency = f.agency;
    return f.failed ? lgm_arena_fail(a, err) : LGM_OK;
}
