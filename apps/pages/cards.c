/* cards.c - lists within lists, as outline.h has the claims. */
#include "cards.h"

#include "details.h"
#include "markup.h"
#include "relations.h"
#include "shown.h"

#define DOT " \u00b7 "

typedef struct writing {
    strbuf *out;
    const lgm_record *r;
    const char *prefix;
    outline outline;
    uint32_t n_open; /* lists */
} writing;

/* ---- a card ---- */

static void put_escaped(strbuf *out, strbuf *text, const char *behind)
{
    const bool any = text->len > 0;
    markup_take(out, text);
    if (any) strbuf_puts(out, behind);
}

/* The item is left open, for what stands under it. */
static void write_card(const writing *w, uint32_t claim, bool named)
{
    strbuf *const out = w->out;
    const lgm_claim *const c = &w->r->claims.at[claim];
    const unsigned n = claim + 1;
    char act[SHOWN_ACT_ROOM];
    strbuf details = {0};
    strbuf_printf(out, "<li id=\"%s-c%u\" data-c=\"%s-c%u\">", w->prefix, n, w->prefix, n);
    strbuf_printf(out,
                  "<a class=\"n\" href=\"#%s-t%u\" aria-label=\"claim %u, in the text\">%u</a>\n",
                  w->prefix, n, n, n);
    cards_put_speaker(out, w->r, c, named);
    cards_put_content(out, w->r, c);
    strbuf_puts(out, "<p class=\"how\">");
    relations_write(out, c, w->prefix);
    if (c->confidence < SHOWN_UNSURE) strbuf_puts(out, "<em>unsure</em>" DOT);
    shown_act(act, c);
    strbuf_puts(out, act);
    details_write(&details, w->r, c);
    put_escaped(out, &details, DOT);
    strbuf_printf(out, "%s" DOT "line\u00a0%zu</p>\n", lgm_claim_form_name(c->form),
                  w->outline.line[claim]);
}

/* ---- lists ---- */

/* Closes lists, and the items in them, until so many are open. */
static void close_lists(writing *w, uint32_t n)
{
    for (; w->n_open > n; w->n_open--) strbuf_puts(w->out, "</li>\n</ol>\n");
}

static void put_entry(writing *w, const outline_entry *e, bool named)
{
    const uint32_t depth = e->depth < CARDS_DEEPEST ? e->depth : CARDS_DEEPEST - 1;
    close_lists(w, depth + 1);
    if (w->n_open == depth + 1)
        strbuf_puts(w->out, "</li>\n");
    else
        strbuf_puts(w->out, "<ol>\n");
    w->n_open = depth + 1;
    write_card(w, e->claim, named);
}

/* ---- by speaker ---- */

static void put_heading(const writing *w, const speaker_group *g)
{
    strbuf name = {0}, known_for = {0};
    speakers_name(&name, w->r, g);
    speakers_known_for(&known_for, w->r, g);
    strbuf_puts(w->out, "<h3>");
    put_escaped(w->out, &name, "");
    strbuf_puts(w->out, " <small>");
    put_escaped(w->out, &known_for, DOT);
    strbuf_number(w->out, g->n);
    strbuf_puts(w->out, g->n == 1 ? " claim</small></h3>\n" : " claims</small></h3>\n");
}

static bool begins_group(const outline *o, size_t i)
{
    return i == 0 || o->at[i - 1].group != o->at[i].group;
}

/* Claims of the speaker that stand within others'. Returns where they end. */
static size_t put_elsewhere(const writing *w, size_t i)
{
    const outline *const o = &w->outline;
    strbuf_puts(w->out, "<p class=\"also\">Also ");
    for (bool any = false; i < o->n && o->at[i].elsewhere && !begins_group(o, i); i++) {
        if (any) strbuf_puts(w->out, ", ");
        any = true;
        relations_link(w->out, o->at[i].claim, w->prefix);
        strbuf_puts(w->out, " within ");
        relations_link(w->out, w->r->claims.at[o->at[i].claim].parent, w->prefix);
    }
    strbuf_puts(w->out, "</p>\n");
    return i;
}

/* Those who speak within others' claims alone. Returns the end. */
static size_t put_only_elsewhere(const writing *w, size_t i)
{
    const outline *const o = &w->outline;
    strbuf_puts(w->out, "<h3>Only within what others say</h3>\n<p class=\"also\">");
    for (const size_t first = i; i < o->n; i++) {
        strbuf name = {0};
        if (i > first) strbuf_puts(w->out, begins_group(o, i) ? "; " : ", ");
        if (begins_group(o, i)) speakers_name(&name, w->r, &o->by->at[o->at[i].group]);
        put_escaped(w->out, &name, " ");
        relations_link(w->out, o->at[i].claim, w->prefix);
    }
    strbuf_puts(w->out, "</p>\n");
    return i;
}

/* ---- all of it ---- */

static void put_all(writing *w)
{
    const outline *const o = &w->outline;
    for (size_t i = 0; i < o->n;) {
        const outline_entry *const e = &o->at[i];
        const speaker_group *const g = o->by ? &o->by->at[e->group] : NULL;
        if (g && (begins_group(o, i) || e->elsewhere)) close_lists(w, 0);
        if (e->elsewhere) {
            i = begins_group(o, i) ? put_only_elsewhere(w, i) : put_elsewhere(w, i);
            continue;
        }
        if (g && begins_group(o, i)) put_heading(w, g);
        put_entry(w, e, g && g->known && e->depth == 0);
        i++;
    }
    close_lists(w, 0);
}

void cards_write(strbuf *out, const lgm_record *r, const char *prefix, outline_order order)
{
    writing w = {.out = out, .r = r, .prefix = prefix};
    strbuf_puts(out, "<section class=\"claims\">\n<h2>Claims");
    strbuf_puts(out, order == OUTLINE_SPEAKER ? " by speaker</h2>\n" : "</h2>\n");
    if (r->claims.n == 0) strbuf_printf(out, "<p class=\"none\">%s</p>\n", shown_no_claims(r));
    if (outline_make(&w.outline, r, order))
        put_all(&w);
    else
        out->failed = true;
    outline_done(&w.outline);
    strbuf_puts(out, "</section>\n");
}
