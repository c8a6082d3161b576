/*
 * brat.c - standoff of brat: for each report its text (.txt) and its annotations (.ann), and one
 * annotation.conf that says which there may be.
 *
 * Lines are in the order that strict readers want: T (words), then E (events and claims, each with
 * an argument at least), R (what has no word for it), A (attributes), N (GeoNames), # (notes).
 * Places are code points; a span over the end of a line is one of several pieces.
 */
#include <string.h>

#include "export/exporting.h"

typedef struct brat { /* of one report */
    lgm_export *x;
    const lgm_record *r;
    lgm_buf t, rest; /* T lines; all others */
    size_t *first;   /* of each entity: where its mentions begin among those of all */
    size_t *mention; /* their T, of all entities one behind the other */
    size_t *time;    /* the T of each time */
    size_t n_t, n_e, n_r, n_a, n_n;
} brat;

/* ---- T ---- */

static bool is_break(char c)
{
    return c == '\n' || c == '\r';
}

/* The pieces of a span between line breaks: places to b, words behind one another to words. */
static bool put_piece(lgm_buf *b, lgm_buf *words, const lgm_record *r, lgm_cpspan span, bool any)
{
    const lgm_str s = lgm_record_quote(r, span);
    uint32_t point = span.start;
    for (size_t i = 0; i < s.len;) {
        const size_t from = i;
        const uint32_t start = point;
        for (; i < s.len && !is_break(s.ptr[i]); i++)
            point += ((unsigned char)s.ptr[i] & 0xc0) != 0x80;
        if (i > from) {
            if (any) lgm_buf_putc(b, ';'), lgm_buf_putc(words, ' ');
            lgm_buf_uint(b, start);
            lgm_buf_putc(b, ' ');
            lgm_buf_uint(b, point);
            lgm_buf_put(words, s.ptr + from, i - from);
            any = true;
        }
        for (; i < s.len && is_break(s.ptr[i]); i++) point++;
    }
    return any;
}

/* The number of the T; 0 = there are no words. */
static size_t put_t(brat *b, const char *type, lgm_spans spans)
{
    lgm_buf words = {0}, places = {0};
    bool any = false;
    for (size_t i = 0; i < spans.n; i++) any = put_piece(&places, &words, b->r, spans.at[i], any);
    if (any) {
        lgm_buf_putc(&b->t, 'T');
        lgm_buf_uint(&b->t, ++b->n_t);
        lgm_buf_putc(&b->t, '\t');
        lgm_buf_puts(&b->t, type);
        lgm_buf_putc(&b->t, ' ');
        lgm_buf_put(&b->t, places.at, places.len);
        lgm_buf_putc(&b->t, '\t');
        lgm_buf_put(&b->t, words.at, words.len);
        lgm_buf_putc(&b->t, '\n');
    }
    if (words.failed || places.failed) b->t.failed = true;
    lgm_buf_done(&words);
    lgm_buf_done(&places);
    return any ? b->n_t : 0;
}

static size_t put_one(brat *b, const char *type, uint32_t start, uint32_t end)
{
    const lgm_cpspan span = {start, end};
    return put_t(b, type, (lgm_spans){&span, 1});
}

/* ---- the other lines ---- */

static void open_line(brat *b, char kind, size_t number)
{
    lgm_buf_putc(&b->rest, kind);
    lgm_buf_uint(&b->rest, number);
    lgm_buf_putc(&b->rest, '\t');
}

/* The second of a role is "Patient2". */
static void put_numbered(brat *b, const char *role, size_t number, size_t t)
{
    if (!t) return;
    lgm_buf_putc(&b->rest, ' ');
    lgm_buf_puts(&b->rest, role);
    if (number > 1) lgm_buf_uint(&b->rest, number);
    lgm_buf_puts(&b->rest, ":T");
    lgm_buf_uint(&b->rest, t);
}

static void put_argument(brat *b, const char *role, size_t t)
{
    put_numbered(b, role, 1, t);
}

/* Of a T or an E. */
static void put_attribute(brat *b, const char *name, char kind, size_t number, const char *value)
{
    if (!value || !number) return;
    open_line(b, 'A', ++b->n_a);
    lgm_buf_puts(&b->rest, name);
    lgm_buf_putc(&b->rest, ' ');
    lgm_buf_putc(&b->rest, kind);
    lgm_buf_uint(&b->rest, number);
    lgm_buf_putc(&b->rest, ' ');
    lgm_buf_puts(&b->rest, value);
    lgm_buf_putc(&b->rest, '\n');
}

static void put_note(brat *b, size_t t, lgm_str note)
{
    if (!note.ptr || !t) return;
    open_line(b, '#', ++b->n_n);
    lgm_buf_puts(&b->rest, "AnnotatorNotes T");
    lgm_buf_uint(&b->rest, t);
    lgm_buf_putc(&b->rest, '\t');
    lgm_buf_words(&b->rest, lgm_export_slice(note));
    lgm_buf_putc(&b->rest, '\n');
}

static void put_reference(brat *b, size_t t, const lgm_entity_place *p)
{
    if (!p || !t) return;
    open_line(b, 'N', ++b->n_n);
    lgm_buf_puts(&b->rest, "Reference T");
    lgm_buf_uint(&b->rest, t);
    lgm_buf_puts(&b->rest, " GeoNames:");
    lgm_buf_uint(&b->rest, p->geonames);
    lgm_buf_putc(&b->rest, '\t');
    lgm_buf_words(&b->rest, lgm_export_slice(p->name));
    lgm_buf_putc(&b->rest, '\n');
}

/* ---- records ---- */

static void put_entities(brat *b)
{
    size_t n = 0;
    for (size_t e = 0; e < b->r->entities.n; e++) {
        const lgm_entity *const entity = &b->r->entities.at[e];
        b->first[e] = n;
        for (size_t k = 0; k < entity->mentions.n; k++) {
            const lgm_entity_mention *const m = &entity->mentions.at[k];
            const size_t t = put_one(b, lgm_entity_type_name(entity->type), m->start, m->end);
            b->mention[n++] = t;
            put_attribute(b, "Form", 'T', t, lgm_mention_form_name(m->form));
            put_reference(b, t, k ? NULL : entity->place);
            put_note(b, t, entity->name);
        }
    }
}

static size_t mention_near(const brat *b, uint32_t entity, uint32_t point)
{
    if (entity == LGM_NONE) return 0;
    const lgm_entity *const e = &b->r->entities.at[entity];
    return b->mention[b->first[entity] + (size_t)(lgm_export_nearest(e, point) - e->mentions.at)];
}

static void put_event(brat *b, size_t i)
{
    const lgm_event *const v = &b->r->events.at[i];
    const uint32_t at = v->trigger.start;
    const size_t t = put_one(b, "Event", v->trigger.start, v->trigger.end);
    const size_t place = mention_near(b, v->place, at);
    const size_t when = v->time && v->time->time < b->r->times.n ? b->time[v->time->time] : 0;
    put_note(b, t, v->plover);
    if (!t || (!v->agents.n && !v->patients.n && !place && !when)) return;
    open_line(b, 'E', ++b->n_e);
    lgm_buf_puts(&b->rest, "Event:T");
    lgm_buf_uint(&b->rest, t);
    for (size_t k = 0; k < v->agents.n; k++)
        put_numbered(b, "Agent", k + 1, mention_near(b, v->agents.at[k], at));
    for (size_t k = 0; k < v->patients.n; k++)
        put_numbered(b, "Patient", k + 1, mention_near(b, v->patients.at[k], at));
    put_argument(b, "Place", place);
    put_argument(b, "Time", when);
    lgm_buf_putc(&b->rest, '\n');
    put_attribute(b, "Modality", 'E', b->n_e, lgm_modality_name(v->modality));
}

/* Around its cue; where there is none, the content is related to its source. */
static void put_claim(brat *b, const lgm_claim *c)
{
    const size_t source = put_t(b, "Source", c->source), cue = put_t(b, "Cue", c->cue);
    const size_t content = put_t(b, "Content", c->content);
    if (cue) {
        open_line(b, 'E', ++b->n_e);
        lgm_buf_puts(&b->rest, "Cue:T");
        lgm_buf_uint(&b->rest, cue);
        put_argument(b, "Source", source);
        put_argument(b, "Content", content);
        lgm_buf_putc(&b->rest, '\n');
        put_attribute(b, "Act", 'E', b->n_e, lgm_act_name(c->act));
    } else if (source && content) {
        open_line(b, 'R', ++b->n_r);
        lgm_buf_puts(&b->rest, "Says");
        put_argument(b, "Arg1", source);
        put_argument(b, "Arg2", content);
        lgm_buf_putc(&b->rest, '\n');
    }
    put_attribute(b, "Quoted", 'T', content, lgm_claim_form_name(c->form));
}

static void put_all(brat *b)
{
    const lgm_record *const r = b->r;
    put_entities(b);
    for (size_t i = 0; i < r->times.n; i++) {
        b->time[i] = put_one(b, "Timex", r->times.at[i].start, r->times.at[i].end);
        put_note(b, b->time[i], r->times.at[i].value);
    }
    for (size_t i = 0; i < r->figures.n; i++)
        put_note(b, put_one(b, "Figure", r->figures.at[i].start, r->figures.at[i].end),
                 r->figures.at[i].of);
    for (size_t i = 0; i < r->events.n; i++) put_event(b, i);
    for (size_t i = 0; i < r->claims.n; i++) put_claim(b, &r->claims.at[i]);
}

static void record(lgm_export *x, const lgm_record *r)
{
    brat b = {.x = x, .r = r};
    char name[LGM_EXPORT_NAME_ROOM];
    size_t n = r->entities.n + r->times.n + 1;
    for (size_t i = 0; i < r->entities.n; i++) n += r->entities.at[i].mentions.n;
    size_t *const numbers = lgm_calloc(n, sizeof *numbers);
    b.first = numbers;
    b.time = numbers + r->entities.n;
    b.mention = b.time + r->times.n;
    if (numbers) put_all(&b);
    lgm_buf_put(&x->out, r->text.ptr, r->text.len);
    lgm_export_file_name(x, r, ".txt", name);
    lgm_export_hand(x, name);
    lgm_buf_put(&x->out, b.t.at, b.t.len);
    lgm_buf_put(&x->out, b.rest.at, b.rest.len);
    if (!numbers || b.t.failed || b.rest.failed) x->out.failed = true;
    lgm_export_file_name(x, r, ".ann", name);
    lgm_export_hand(x, name);
    lgm_buf_done(&b.t);
    lgm_buf_done(&b.rest);
    lgm_free(numbers);
}

static const char configuration[] =
    "[entities]\nPER\nORG\nGPE\nLOC\nFAC\nEVT\nOTH\nTimex\nFigure\nSource\nContent\n\n"
    "[relations]\nSays Arg1:Source, Arg2:Content\n\n"
    "[events]\nEvent Agent*:<ENTITY>, Patient*:<ENTITY>, Place?:<ENTITY>, Time?:Timex\n"
    "Cue Source?:Source, Content?:Content\n\n"
    "[attributes]\nForm Arg:<ENTITY>, Value:name|nominal|pronoun\n"
    "Quoted Arg:Content, Value:direct|indirect|mixed\n"
    "Modality Arg:Event, Value:actual|planned|possible|denied|hypothetical\n"
    "Act Arg:Cue, Value:";

static void end(lgm_export *x)
{
    lgm_buf_puts(&x->out, configuration);
    for (int act = LGM_ACT_NONE + 1; lgm_act_name((lgm_act)act); act++) {
        if (act > LGM_ACT_NONE + 1) lgm_buf_putc(&x->out, '|');
        lgm_buf_puts(&x->out, lgm_act_name((lgm_act)act));
    }
    lgm_buf_putc(&x->out, '\n');
    lgm_export_hand(x, "annotation.conf");
}

const lgm_export_writer lgm_export_brat = {NULL, record, end};
