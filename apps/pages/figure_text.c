/* figure_text.c - a figure in words. */
#include "figure_box.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "happened.h"
#include "longdate.h"
#include "shown.h"

#define DOT " \u00b7 "

static void put(strbuf *out, lgm_str s)
{
    strbuf_put(out, s.ptr, s.len);
}

/* ---- value ---- */

static void put_number(strbuf *out, double value)
{
    const double most = 1e18;
    const double whole = floor(value < 0 ? 0 : value > most ? most : value);
    char rest[16];
    int len = snprintf(rest, sizeof rest, "%.3f", value < most && value > 0 ? value - whole : 0);
    strbuf_number(out, (unsigned long long)whole);
    while (len > 0 && rest[len - 1] == '0') len--;
    if (len > 2) strbuf_put(out, rest + 1, (size_t)len - 1); /* "0.25" without its 0 */
}

void figure_box_value(strbuf *out, double value, double upper, lgm_relation relation)
{
    static const char *const words[] = {
        [LGM_RELATION_EXACT] = "",          [LGM_RELATION_MORE] = "more than ",
        [LGM_RELATION_LEAST] = "at least ", [LGM_RELATION_LESS] = "fewer than ",
        [LGM_RELATION_MOST] = "at most ",   [LGM_RELATION_ABOUT] = "about "};
    if ((size_t)relation < sizeof words / sizeof *words) strbuf_puts(out, words[relation]);
    put_number(out, value);
    if (upper <= 0) return;
    strbuf_puts(out, " to ");
    put_number(out, upper);
}

/* ---- what it counts ---- */

static bool is(lgm_str s, const char *word)
{
    return s.len == strlen(word) && memcmp(s.ptr, word, s.len) == 0;
}

/* Is the word among the words? */
static bool has_word(lgm_str words, lgm_str word)
{
    for (size_t i = 0; word.len && i + word.len <= words.len; i++)
        if (memcmp(words.ptr + i, word.ptr, word.len) == 0 && (i == 0 || words.ptr[i - 1] == ' ') &&
            (i + word.len == words.len || words.ptr[i + word.len] == ' '))
            return true;
    return false;
}

/* Does the word say what became of them ("killed", "missing"), and not who they are? */
static bool is_fate(lgm_str of)
{
    return of.len > 3 && (memcmp(of.ptr + of.len - 2, "ed", 2) == 0 ||
                          memcmp(of.ptr + of.len - 3, "ing", 3) == 0);
}

static void put_words(strbuf *out, const lgm_record *r, const lgm_figure *f, lgm_str what)
{
    if (f->vague)
        shown_quoted(out, lgm_record_quote(r, (lgm_cpspan){f->start, f->end}));
    else
        figure_box_value(out, f->value, f->upper, f->relation);
    if (f->unit.len) strbuf_puts(out, " ");
    put(out, f->unit);
    const char *const between = f->unit.len ? ": " : " ";
    if (what.len) strbuf_puts(out, between);
    put(out, what);
    if (!f->of.len || is(f->of, "money") || has_word(what, f->of)) return;
    if (what.len && !is_fate(f->of)) return;
    strbuf_puts(out, what.len ? " " : between);
    put(out, f->of);
}

void figure_box_words(strbuf *out, const lgm_record *r, const figure *f)
{
    put_words(out, r, f->is, f->what);
}

/* ---- what it covers ---- */

static void begin(strbuf *out, size_t start)
{
    if (out->len > start) strbuf_puts(out, DOT);
}

static void put_time(strbuf *out, const lgm_record *r, const lgm_scope *scope)
{
    char date[LONGDATE_ROOM];
    const lgm_time *const t = scope->time != LGM_NONE ? &r->times.at[scope->time] : NULL;
    const bool dated = t && t->value.ptr && t->type != LGM_TIME_DURATION && t->type != LGM_TIME_SET;
    if (scope->extent == LGM_EXTENT_TOTAL) strbuf_puts(out, t ? "in all, " : "in all");
    if (scope->extent == LGM_EXTENT_SINCE) strbuf_puts(out, "since ");
    if (!t) return;
    if (dated) longdate(date, t->value.ptr, t->mod.ptr);
    if (dated)
        strbuf_puts(out, date);
    else
        put(out, lgm_record_quote(r, (lgm_cpspan){t->start, t->end}));
}

static void put_scope(strbuf *out, const lgm_record *r, const lgm_scope *scope)
{
    const size_t start = out->len;
    if (scope->place != LGM_NONE) happened_names(out, r, (lgm_indices){&scope->place, 1});
    if (scope->time == LGM_NONE && scope->extent == LGM_EXTENT_NONE) return;
    begin(out, start);
    put_time(out, r, scope);
}

static void put_figure(strbuf *out, const lgm_record *r, const char *lead, uint32_t i)
{
    const lgm_figure *const f = &r->figures.at[i];
    strbuf_puts(out, lead);
    put_words(out, r, f, f->what);
}

void figure_box_setting(strbuf *out, const lgm_record *r, const figure *f)
{
    const size_t start = out->len;
    if (f->is->scope) {
        put_scope(out, r, f->is->scope);
    } else if (f->is->event != LGM_NONE) {
        lgm_event of = r->events.at[f->is->event];
        of.instruments.n = 0;
        if (!is_fate(f->is->of)) { /* that a trial is planned says nothing of those who are tried */
            of.modality = LGM_MODALITY_ACTUAL;
            of.polarity = LGM_POLARITY_POSITIVE;
        }
        happened_details(out, r, &of, true);
    }
    for (size_t i = 0; i < f->is->part_of.n; i++) {
        if (i == 0) begin(out, start);
        put_figure(out, r, i ? " and " : "part of ", f->is->part_of.at[i]);
    }
    if (f->is->revised_from == LGM_NONE) return;
    begin(out, start);
    put_figure(out, r, "before: ", f->is->revised_from);
}

void figure_box_sources(strbuf *out, const lgm_record *r, const figure *f, const char *prefix)
{
    if (f->own) strbuf_puts(out, "the report says so");
    if (f->own && f->n_claims) strbuf_puts(out, DOT);
    happened_sources(out, r, (lgm_indices){f->claims, f->n_claims}, HAPPENED_BY, prefix);
}
