/* claim_list.c - see claim_list.h. */
#include "claim_list.h"

#include <stdio.h>

#include "details.h"
#include "known_as.h"
#include "relations.h"
#include "shown.h"

#define DOT " \u00b7 "
#define UNDER "\u21b3 " /* two columns */

enum { STEP = 4, STEP_NARROW = 2, DEEPEST = 4 }; /* columns a level; a share of the width: 1/4 */

static void put(wrapper *w, text_style style, lgm_str s)
{
    if (s.ptr) wrap_text(w, style, s.ptr, s.len);
}

/* ---- the parts of a claim ---- */

static void put_parts(wrapper *w, text_style style, const lgm_record *r, lgm_spans parts)
{
    for (size_t i = 0; i < parts.n; i++) {
        if (i) wrap_words(w, STYLE_DIM, SHOWN_GAP);
        put(w, style, shown_trimmed(lgm_record_quote(r, parts.at[i])));
    }
}

void claim_list_put_speaker(wrapper *w, const lgm_record *r, const lgm_claim *c, bool named)
{
    strbuf name = {0};
    if (!named) known_as(&name, r, c);
    if (c->source.n)
        put_parts(w, STYLE_BOLD, r, c->source);
    else
        wrap_words(w, STYLE_DIM, SHOWN_NO_SOURCE);
    if (name.len) {
        wrap_words(w, STYLE_DIM, " (");
        wrap_text(w, STYLE_BOLD, name.at, name.len);
        wrap_words(w, STYLE_DIM, ")");
    }
    if (name.failed) w->out->failed = true;
    strbuf_done(&name);
    if (shown_has_cue(r, c)) {
        wrap_words(w, STYLE_DIM, " \u2014 ");
        put_parts(w, STYLE_PLAIN, r, c->cue);
    }
}

static void put_piece(void *ctx, shown_kind kind, lgm_str s)
{
    static const text_style styles[] = {
        [SHOWN_PLAIN] = STYLE_PLAIN, [SHOWN_QUOTED] = STYLE_QUOTE, [SHOWN_BETWEEN] = STYLE_DIM};
    put(ctx, styles[kind], s);
}

void claim_list_put_content(wrapper *w, const lgm_record *r, const lgm_claim *c)
{
    shown_content(r, c, put_piece, w);
}

int claim_list_columns(const lgm_record *r)
{
    int digits = 2;
    for (size_t n = r->claims.n; n >= 100; n /= 10) digits++;
    return digits;
}

int claim_list_begin(wrapper *w, size_t number, int indent, int columns)
{
    const int column = indent + columns + 2;
    strbuf_printf(w->out, "%*zu  ", columns, number);
    wrap_indent(w, 0, column);
    w->col = column;
    return column;
}

/* ---- all claims ---- */

/* Columns before the number of what stands under other claims. */
static int indent_of(const wrapper *w, uint32_t depth)
{
    const int step = w->width < WRAP_NARROW ? STEP_NARROW : STEP;
    const uint32_t most = (uint32_t)(w->width / DEEPEST / step);
    return step * (int)(depth < most ? depth : most);
}

/* "within 3 · unsure · direct · line 5" */
static void tell_tail(strbuf *out, const lgm_claim *c, size_t line)
{
    char act[SHOWN_ACT_ROOM];
    shown_act(act, c);
    relations_write(out, c, NULL);
    strbuf_printf(out, "%s%s%s" DOT "line %zu", c->confidence < SHOWN_UNSURE ? "unsure" DOT : "",
                  act, lgm_claim_form_name(c->form), line);
    strbuf_put(out, "", 1);
}

/* Who and how in one line beside the tail, or where that takes two, in as few as they take alone
 * and the tail below. */
static void write_who(wrapper *w, const lgm_record *r, const lgm_claim *c, bool named,
                      const strbuf *tail)
{
    enum { ENDLESS = 1 << 20 };
    const int room = w->width - w->hanging;
    strbuf line = {0};
    wrapper one;
    wrap_start(&one, &line, ENDLESS, false);
    wrap_indent(&one, 0, 0);
    claim_list_put_speaker(&one, r, c, named);
    wrap_end(&one);
    const int columns = line.len ? wrap_columns(line.at, line.len - 1) : 0;
    const bool beside = columns + 2 + wrap_columns(tail->at, tail->len - 1) <= room;
    if (beside || columns > room) wrap_tail(w, tail->at);
    claim_list_put_speaker(w, r, c, named);
    wrap_end(w);
    if (!beside && columns <= room) {
        wrap_indent(w, w->hanging, w->hanging);
        wrap_words(w, STYLE_DIM, tail->at);
        wrap_end(w);
    }
    if (line.failed) w->out->failed = true;
    strbuf_done(&line);
}

static void write_claim(wrapper *w, const lgm_record *r, const outline_entry *e, size_t line,
                        bool named)
{
    const lgm_claim *const c = &r->claims.at[e->claim];
    const int indent = indent_of(w, e->depth);
    strbuf tail = {0}, details = {0};
    tell_tail(&tail, c, line);
    details_write(&details, r, c);
    strbuf_puts(w->out, "\n");
    strbuf_fill(w->out, " ", (size_t)(indent ? indent - 2 : 0));
    if (indent) strbuf_puts(w->out, UNDER);
    const int column = claim_list_begin(w, e->claim + 1, indent, claim_list_columns(r));
    if (!tail.failed) write_who(w, r, c, named, &tail);
    wrap_indent(w, column, column);
    claim_list_put_content(w, r, c);
    wrap_end(w);
    if (details.len) {
        wrap_indent(w, column, column + 2);
        wrap_words(w, STYLE_DIM,
                   "\u00b7 "); /* without colour too it is no part of the words above */
        wrap_text(w, STYLE_DIM, details.at, details.len);
        wrap_end(w);
    }
    if (tail.failed || details.failed) w->out->failed = true;
    strbuf_done(&tail);
    strbuf_done(&details);
}

/* "Ada Lind · mayor of Norvik · 3 claims" */
static void write_heading(wrapper *w, const lgm_record *r, const speaker_group *g)
{
    strbuf name = {0}, known_for = {0}, n = {0};
    speakers_name(&name, r, g);
    speakers_known_for(&known_for, r, g);
    strbuf_puts(&n, DOT);
    strbuf_number(&n, g->n);
    strbuf_puts(&n, g->n == 1 ? " claim" : " claims");
    strbuf_puts(w->out, "\n");
    wrap_indent(w, 0, 2);
    wrap_text(w, g->known ? STYLE_HEAD : STYLE_DIM, name.at, name.len);
    if (known_for.len) wrap_words(w, STYLE_DIM, DOT);
    if (known_for.len) wrap_text(w, STYLE_DIM, known_for.at, known_for.len);
    wrap_text(w, STYLE_DIM, n.at, n.len);
    wrap_end(w);
    if (name.failed || known_for.failed || n.failed) w->out->failed = true;
    strbuf_done(&name);
    strbuf_done(&known_for);
    strbuf_done(&n);
}

static bool begins_group(const outline *o, size_t i)
{
    return i == 0 || o->at[i - 1].group != o->at[i].group;
}

/* "Also 6 within 5, 9 within 8", from the first of these on. Returns where they end. */
static size_t write_elsewhere(wrapper *w, const lgm_record *r, const outline *o, size_t i)
{
    strbuf_puts(w->out, "\n");
    wrap_indent(w, 4, 4);
    wrap_words(w, STYLE_DIM, "Also ");
    for (bool any = false; i < o->n && o->at[i].elsewhere && !begins_group(o, i); i++) {
        const uint32_t claim = o->at[i].claim;
        char words[64];
        snprintf(words, sizeof words, "%s%u within %u", any ? ", " : "", claim + 1,
                 r->claims.at[claim].parent + 1);
        wrap_words(w, STYLE_DIM, words);
        any = true;
    }
    wrap_end(w);
    return i;
}

/* Those who speak within others' claims alone: "Ada Lind 3, 5; officials 7". Returns the end. */
static size_t write_only_elsewhere(wrapper *w, const lgm_record *r, const outline *o, size_t i)
{
    strbuf_puts(w->out, "\n");
    wrap_indent(w, 0, 4);
    wrap_words(w, STYLE_HEAD, "Only within what others say");
    wrap_words(w, STYLE_DIM, DOT);
    for (const size_t first = i; i < o->n; i++) {
        const bool begins = begins_group(o, i);
        strbuf name = {0};
        char number[16];
        if (begins) speakers_name(&name, r, &o->by->at[o->at[i].group]);
        if (i > first) wrap_words(w, STYLE_DIM, begins ? "; " : ", ");
        if (begins) wrap_text(w, STYLE_PLAIN, name.at, name.len);
        if (begins) wrap_words(w, STYLE_PLAIN, " ");
        snprintf(number, sizeof number, "%u", o->at[i].claim + 1);
        wrap_words(w, STYLE_DIM, number);
        if (name.failed) w->out->failed = true;
        strbuf_done(&name);
    }
    wrap_end(w);
    return i;
}

void claim_list_write(wrapper *w, const lgm_record *r, outline_order order)
{
    outline o;
    if (r->claims.n == 0) {
        strbuf_puts(w->out, "\n");
        wrap_indent(w, 0, 0);
        wrap_words(w, STYLE_PLAIN, shown_no_claims(r));
        wrap_end(w);
    }
    if (!outline_make(&o, r, order)) {
        w->out->failed = true;
        return;
    }
    for (size_t i = 0; i < o.n;) {
        const outline_entry *const e = &o.at[i];
        const speaker_group *const g = o.by ? &o.by->at[e->group] : NULL;
        if (e->elsewhere) {
            i = (begins_group(&o, i) ? write_only_elsewhere : write_elsewhere)(w, r, &o, i);
            continue;
        }
        if (g && begins_group(&o, i)) write_heading(w, r, g);
        write_claim(w, r, e, o.line[e->claim], g && g->known && e->depth == 0);
        i++;
    }
    outline_done(&o);
}
