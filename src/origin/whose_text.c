/* whose_text.c - looks for an agency, then for a publisher. */
#include "origin/whose_text.h"

#include <stdio.h>
#include <string.h>

/* ---- an agency ---- */

static bool is_agency(lgm_slice s, lgm_str day, lgm_publisher *out)
{
    s = lgm_slice_trimmed(s);
    return s.len > 1 && lgm_publisher_by_name(lgm_origin_str(s), day, out) &&
           out->kind == LGM_PUBLISHER_AGENCY;
}

/* "By Ada Lind, Associated Press", "Ada Lind | Reuters", "AP". */
static bool in_byline(lgm_str byline, lgm_str day, lgm_publisher *out)
{
    static const char *const breaks[] = {",",   ";",  "|", "/",     " for ", " of ",
                                         " - ", " (", ")", " and ", "By ",   "by "};
    size_t start = 0;
    for (size_t i = 0; i <= byline.len; i++) {
        size_t cut = i == byline.len;
        for (size_t k = 0; k < LGM_COUNT(breaks) && !cut; k++) {
            const size_t n = strlen(breaks[k]);
            if (i + n <= byline.len && memcmp(byline.ptr + i, breaks[k], n) == 0) cut = n;
        }
        if (!cut) continue;
        if (is_agency((lgm_slice){byline.ptr + start, i - start}, day, out)) return true;
        start = i + cut;
        i = start - 1;
    }
    return false;
}

static const char *agency(const lgm_record *r, lgm_publisher *out)
{
    if (is_agency(lgm_origin_slice(r->agency), r->date, out)) return "credit";
    return in_byline(r->byline, r->date, out) ? "byline" : NULL;
}

/* ---- one report ---- */

static bool publisher(const lgm_record *r, lgm_publisher *out)
{
    return lgm_publisher_by_address(r->url, r->date, out) ||
           lgm_publisher_by_name(r->publisher, r->date, out) ||
           lgm_publisher_by_address(r->publisher, r->date, out); /* "ostrelcourier.example" */
}

typedef struct owned {
    char at[200];
} owned;

/* "New York Post, of Murdoch family" */
static owned whose(const lgm_origin_text *t, const lgm_publisher *p)
{
    owned w;
    const bool itself = p->family.len == t->name.len &&
                        (!t->name.len || memcmp(p->family.ptr, t->name.ptr, t->name.len) == 0);
    const int n = (int)(t->name.len < 120 ? t->name.len : 120);
    if (itself || !p->family.len)
        snprintf(w.at, sizeof w.at, "%.*s", n, t->name.ptr);
    else
        snprintf(w.at, sizeof w.at, "%.*s, of %.*s", n, t->name.ptr, (int)p->family.len,
                 p->family.ptr);
    return w;
}

static bool own_text(lgm_origin_text *out, lgm_arena *arena, const lgm_told *told)
{
    const lgm_record *const r = told->record;
    lgm_publisher p = {0};
    const char *const by = agency(r, &p);
    const lgm_slice host = lgm_origin_host(lgm_origin_slice(r->url));
    bool ok;
    if (by || publisher(r, &p))
        ok = lgm_origin_listed(out, arena, &p);
    else if (r->publisher.len || host.len)
        ok = lgm_origin_outlet(out, arena, r->publisher.len ? r->publisher : lgm_origin_str(host),
                               r->date);
    else {
        const lgm_str name = lgm_origin_words(arena, "report %lld", (long long)told->report);
        *out = (lgm_origin_text){
            .name = name, .kind = LGM_ORIGIN_PUBLISHER, .key = lgm_origin_slice(name)};
        ok = name.ptr != NULL;
    }
    if (!ok) return false;
    out->why = by ? lgm_origin_words(arena, "has a text of %s, by its %s", whose(out, &p).at, by)
                  : lgm_origin_words(arena, "has a text of its own (%s)", whose(out, &p).at);
    return out->why.ptr != NULL;
}

bool lgm_origin_texts(lgm_origin_text *texts, lgm_arena *arena, const lgm_told *told, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!own_text(&texts[i], arena, &told[i])) return false;
    for (size_t i = 0; i < n; i++) {
        uint32_t root = (uint32_t)i;
        for (size_t k = 0; k < n && told[root].copy_of != LGM_NONE; k++) root = told[root].copy_of;
        if (root == i) continue;
        /* an agency that the copy credits wrote what the earlier one has without saying so */
        lgm_publisher p;
        if (!agency(told[root].record, &p) && agency(told[i].record, &p)) texts[root] = texts[i];
        const lgm_origin_text *const from = &texts[root];
        const lgm_str why =
            lgm_origin_words(arena, "has the text of report %lld, which is that of %.*s",
                             (long long)told[root].report, (int)from->name.len, from->name.ptr);
        texts[i] = (lgm_origin_text){from->name, from->kind, from->key, why, from->known};
        if (!why.ptr) return false;
    }
    return true;
}
