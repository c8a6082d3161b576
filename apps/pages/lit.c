/* lit.c - one walk along the text; a stack of the elements that are open. */
#include "lit.h"

#include <stdlib.h>
#include <string.h>

#include "markup.h"
#include "own_voice.h"

/* Of two stretches that begin and end together the earlier kind is outside. */
typedef enum kind { OWN, CONTENT, SOURCE, CUE, QUOTED, NAME, EVENT } kind;

typedef struct stretch {
    lgm_cpspan at;
    uint32_t number; /* of the claim, name or event, from 1 */
    uint8_t kind;
    bool first;    /* its id is written here */
    bool numbered; /* a claim's number stands before it */
} stretch;

struct lit {
    const char *prefix;
    const char *text, *end;
    uint32_t cp; /* code points before text */
    stretch *all;
    size_t n, most, next;  /* next: the first that has not begun */
    const stretch **open;  /* innermost last; NULLs never */
    const stretch **again; /* to be opened, outermost first */
    size_t n_open;
};

/* ---- what is to be lit ---- */

static void add(lit *l, lgm_cpspan at, kind k, size_t i, bool first, bool numbered)
{
    l->all[l->n++] = (stretch){at, (uint32_t)i + 1, (uint8_t)k, first, numbered};
}

static void add_claim(lit *l, const lgm_claim *c, size_t i)
{
    for (size_t k = 0; k < c->content.n; k++) add(l, c->content.at[k], CONTENT, i, k == 0, true);
    for (size_t k = 0; k < c->source.n; k++) add(l, c->source.at[k], SOURCE, i, false, false);
    for (size_t k = 0; k < c->cue.n; k++) add(l, c->cue.at[k], CUE, i, false, false);
    for (size_t k = 0; k < c->quoted.n; k++) add(l, c->quoted.at[k], QUOTED, i, false, false);
}

static void add_entity(lit *l, const lgm_entity *e, size_t i)
{
    bool first = true;
    for (size_t k = 0; k < e->mentions.n; k++) {
        const lgm_entity_mention *const m = &e->mentions.at[k];
        if (m->form != LGM_MENTION_NAME) continue;
        add(l, (lgm_cpspan){m->start, m->end}, NAME, i, first, false);
        first = false;
    }
}

static size_t count(const lgm_record *r)
{
    size_t n = r->events.n;
    for (size_t i = 0; i < r->claims.n; i++) {
        const lgm_claim *const c = &r->claims.at[i];
        n += c->content.n + c->source.n + c->cue.n + c->quoted.n;
    }
    for (size_t i = 0; i < r->entities.n; i++) n += r->entities.at[i].mentions.n;
    return n;
}

/* False: out of memory. */
static bool gather(lit *l, const lgm_record *r)
{
    size_t n = 0;
    lgm_cpspan *own = NULL;
    happened_as *const as = happened_sort(r);
    bool ok = as && own_voice_find(&own, &n, r, as);
    l->most = count(r) + n;
    l->all = calloc(l->most + 1, sizeof *l->all);
    ok = ok && l->all;
    for (size_t i = 0; ok && i < n; i++) add(l, own[i], OWN, i, true, false);
    for (size_t i = 0; ok && i < r->claims.n; i++) add_claim(l, &r->claims.at[i], i);
    for (size_t i = 0; ok && i < r->entities.n; i++) add_entity(l, &r->entities.at[i], i);
    for (size_t i = 0; ok && i < r->events.n; i++)
        if (as[i] == HAPPENED_SHOWN) add(l, r->events.at[i].trigger, EVENT, i, true, false);
    free(own);
    free(as);
    return ok;
}

static bool inside(const stretch *a, const stretch *b) /* a within b, where both are open */
{
    if (a->at.end != b->at.end) return a->at.end < b->at.end;
    if (a->kind != b->kind) return a->kind > b->kind;
    return a->number > b->number;
}

static int in_order(const void *x, const void *y)
{
    const stretch *const a = x, *const b = y;
    if (a->at.start != b->at.start) return a->at.start < b->at.start ? -1 : 1;
    return inside(a, b) ? 1 : inside(b, a) ? -1 : 0;
}

lit *lit_start(const lgm_record *r, const char *prefix)
{
    const lgm_str text = r->text;
    lit *const l = calloc(1, sizeof *l);
    if (!l) return NULL;
    l->prefix = prefix;
    l->text = text.ptr ? text.ptr : "";
    l->end = l->text + text.len;
    if (gather(l, r)) l->open = calloc(2 * l->most + 2, sizeof *l->open);
    if (!l->open) {
        lit_done(l);
        return NULL;
    }
    l->again = l->open + l->most + 1;
    qsort(l->all, l->n, sizeof *l->all, in_order);
    return l;
}

void lit_done(lit *l)
{
    if (!l) return;
    free(l->all);
    free(l->open);
    free(l);
}

bool lit_at_end(const lit *l)
{
    return l->text == l->end;
}

/* ---- elements ---- */

static const struct {
    const char *element, *cls;
} shapes[] = {
    [OWN] = {"span", "o"},  [CONTENT] = {"mark", NULL}, [SOURCE] = {"b", "s"},  [CUE] = {"i", "u"},
    [QUOTED] = {"u", NULL}, [NAME] = {"span", "e"},     [EVENT] = {"span", "v"}};

/* As it stands in ids: of claims, names and events. */
static const char *letter_of(kind k)
{
    return k == NAME ? "e" : k == EVENT ? "w" : "t";
}

static void put_number(const lit *l, strbuf *out, const stretch *s)
{
    strbuf_puts(out, "<a class=\"n\"");
    if (s->first) strbuf_printf(out, " id=\"%s-t%u\"", l->prefix, s->number);
    strbuf_printf(out, " href=\"#%s-c%u\" aria-label=\"claim %u\">%u</a>", l->prefix, s->number,
                  s->number, s->number);
}

static void open_element(lit *l, strbuf *out, const stretch *s)
{
    strbuf_printf(out, "<%s", shapes[s->kind].element);
    if (shapes[s->kind].cls) strbuf_printf(out, " class=\"%s\"", shapes[s->kind].cls);
    if (s->kind != NAME && s->kind != OWN)
        strbuf_printf(out, " data-c=\"%s-%s%u\"", l->prefix, s->kind == EVENT ? "v" : "c",
                      s->number);
    strbuf_puts(out, ">");
    l->open[l->n_open++] = s;
}

/* What stands once where a stretch begins, whether it is lit or not. */
static void begin(lit *l, strbuf *out, const stretch *s)
{
    if (s->numbered)
        put_number(l, out, s);
    else if (s->kind == OWN)
        strbuf_puts(out, LIT_OWN);
    else if (s->first)
        strbuf_printf(out, "<a id=\"%s-%s%u\"></a>", l->prefix, letter_of((kind)s->kind),
                      s->number);
}

static void close_element(lit *l, strbuf *out)
{
    strbuf_printf(out, "</%s>", shapes[l->open[--l->n_open]->kind].element);
}

/* Closes whatever is above the outermost element that ends here, and what ends here; the rest of it
 * waits in `again`, outermost first. */
static size_t close_ended(lit *l, strbuf *out)
{
    size_t keep = 0, n = 0;
    while (keep < l->n_open && l->open[keep]->at.end > l->cp) keep++;
    for (size_t i = keep; i < l->n_open; i++)
        if (l->open[i]->at.end > l->cp) l->again[n++] = l->open[i];
    while (l->n_open > keep) close_element(l, out);
    return n;
}

/* What begins here goes among what is opened again, the longest outside. */
static void open_begun(lit *l, strbuf *out, size_t n_again)
{
    size_t i = 0;
    for (;;) {
        const stretch *const new =
            l->next < l->n && l->all[l->next].at.start <= l->cp ? &l->all[l->next] : NULL;
        if (i < n_again && (!new || !inside(l->again[i], new))) {
            open_element(l, out, l->again[i++]);
        } else if (new) {
            l->next++;
            if (new->at.end > l->cp && l->n_open + (n_again - i) < LIT_DEEPEST)
                open_element(l, out, new);
            begin(l, out, new);
        } else {
            return;
        }
    }
}

/* Up to the code point, or to the end of the text. */
static const char *forward(lit *l, uint32_t cp, const char *stop)
{
    const char *p = l->text;
    while (p < stop && l->cp < cp) {
        do p++;
        while (p < stop && ((unsigned char)*p & 0xc0) == 0x80);
        l->cp++;
    }
    return p;
}

static uint32_t next_boundary(const lit *l)
{
    uint32_t at = l->next < l->n ? l->all[l->next].at.start : UINT32_MAX;
    for (size_t i = 0; i < l->n_open; i++)
        if (l->open[i]->at.end < at) at = l->open[i]->at.end;
    return at;
}

static void run_to(lit *l, strbuf *out, const char *stop)
{
    while (l->text < stop) {
        const size_t n_again = close_ended(l, out);
        open_begun(l, out, n_again);
        const char *const p = forward(l, next_boundary(l), stop);
        markup_text(out, (lgm_str){l->text, (size_t)(p - l->text)});
        l->text = p;
    }
}

/* ---- paragraphs ---- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* The end of the paragraph that begins at p: before a line without words, or the end of the
 * text. */
static const char *paragraph_end(const char *p, const char *end)
{
    for (const char *line = p; line < end;) {
        const char *const stop = memchr(line, '\n', (size_t)(end - line));
        if (!stop) return end;
        const char *next = stop + 1;
        while (next < end && is_blank(*next) && *next != '\n') next++;
        if (next == end || *next == '\n') return stop;
        line = stop + 1;
    }
    return end;
}

bool lit_paragraph(lit *l, strbuf *out)
{
    while (l->text < l->end && is_blank(*l->text)) { /* between paragraphs */
        l->text++;
        l->cp++;
    }
    if (l->text == l->end) return false;
    const size_t kept = l->n_open; /* what went on over the end of the last paragraph */
    memcpy(l->again, l->open, kept * sizeof *l->open);
    l->n_open = 0;
    for (size_t i = 0; i < kept; i++)
        if (l->again[i]->at.end > l->cp) open_element(l, out, l->again[i]);
    run_to(l, out, paragraph_end(l->text, l->end));
    for (size_t i = l->n_open; i-- > 0;)
        strbuf_printf(out, "</%s>", shapes[l->open[i]->kind].element);
    return true;
}
