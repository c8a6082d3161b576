/*
 * timeml.c - a report as TimeML 1.2.1, a file each: TIMEX3, EVENT and MAKEINSTANCE, and TLINK from
 * an event to its time. Valid against the DTD of the specification, as TempEval has it: with DCT
 * and TEXT.
 *
 * TIMEX3 and EVENT cannot be within one another: where they would, the one that begins first stays.
 */
#include <stdlib.h>

#include "export/exporting.h"

typedef struct tag {
    lgm_cpspan span;
    char kind; /* 't' or 'v' */
    uint32_t index;
    bool kept;
} tag;

static int in_order(const void *a, const void *b)
{
    const tag *const s = a, *const t = b;
    if (s->span.start != t->span.start) return s->span.start < t->span.start ? -1 : 1;
    if (s->span.end != t->span.end) return s->span.end > t->span.end ? -1 : 1;
    return s->kind != t->kind ? s->kind - t->kind : s->index < t->index ? -1 : 1;
}

static void number(lgm_buf *b, const char *name, const char *prefix, size_t n)
{
    lgm_buf_putc(b, ' ');
    lgm_buf_puts(b, name);
    lgm_buf_puts(b, "=\"");
    lgm_buf_puts(b, prefix);
    lgm_buf_uint(b, n);
    lgm_buf_putc(b, '"');
}

static void attribute(lgm_buf *b, const char *name, const char *value)
{
    if (value) lgm_export_attribute(b, name, (lgm_slice){value, __builtin_strlen(value)});
}

static void open_time(lgm_export *x, const lgm_record *r, size_t i)
{
    const lgm_time *const t = &r->times.at[i];
    lgm_buf *const b = &x->out;
    lgm_buf_puts(b, "<TIMEX3");
    number(b, "tid", "t", i + 1);
    attribute(b, "type", lgm_time_type_name(t->type));
    lgm_export_attribute(b, "value", lgm_export_slice(t->value));
    if (t->mod.ptr) lgm_export_attribute(b, "mod", lgm_export_slice(t->mod));
    if (t->quant.ptr) lgm_export_attribute(b, "quant", lgm_export_slice(t->quant));
    attribute(b, "temporalFunction", t->anchor == LGM_NONE ? "false" : "true");
    if (t->anchor == LGM_PUBLISHED)
        number(b, "anchorTimeID", "t", 0);
    else if (t->anchor != LGM_NONE)
        number(b, "anchorTimeID", "t", (size_t)t->anchor + 1);
    lgm_buf_putc(b, '>');
}

static const char *event_class(const lgm_event *v)
{
    const lgm_slice p = lgm_export_slice(v->plover);
    return LGM_SLICE_IN(p, "ACCUSE", "REQUEST", "REJECT", "THREATEN", "CONSULT") ? "I_ACTION"
                                                                                 : "OCCURRENCE";
}

static void put_text(lgm_export *x, const lgm_record *r, const tag *tags, size_t n)
{
    lgm_buf *const b = &x->out;
    uint32_t at = 0;
    for (size_t i = 0; i < n; i++) {
        if (!tags[i].kept) continue;
        lgm_export_xml(b, lgm_export_quote(r, (lgm_cpspan){at, tags[i].span.start}));
        if (tags[i].kind == 't') {
            open_time(x, r, tags[i].index);
        } else {
            lgm_buf_puts(b, "<EVENT");
            number(b, "eid", "e", (size_t)tags[i].index + 1);
            attribute(b, "class", event_class(&r->events.at[tags[i].index]));
            lgm_buf_putc(b, '>');
        }
        lgm_export_xml(b, lgm_export_quote(r, tags[i].span));
        lgm_buf_puts(b, tags[i].kind == 't' ? "</TIMEX3>" : "</EVENT>");
        at = tags[i].span.end;
    }
    lgm_export_xml(b, lgm_export_quote(r, (lgm_cpspan){at, r->length}));
}

static void put_instance(lgm_buf *b, const lgm_event *v, size_t i)
{
    lgm_buf_puts(b, "<MAKEINSTANCE");
    number(b, "eiid", "ei", i + 1);
    number(b, "eventID", "e", i + 1);
    attribute(b, "tense", "NONE");
    attribute(b, "aspect", "NONE");
    attribute(b, "pos", "OTHER");
    attribute(b, "polarity", v->polarity == LGM_POLARITY_NEGATIVE ? "NEG" : "POS");
    if (v->modality != LGM_MODALITY_ACTUAL)
        attribute(b, "modality", lgm_modality_name(v->modality));
    lgm_buf_puts(b, "/>\n");
}

/* The day that the event is said to have been on: so it is within that time, or takes it up. */
static void put_link(lgm_buf *b, const lgm_event *v, size_t i, size_t lid)
{
    lgm_buf_puts(b, "<TLINK");
    number(b, "lid", "l", lid);
    number(b, "eventInstanceID", "ei", i + 1);
    number(b, "relatedToTime", "t", (size_t)v->time->time + 1);
    attribute(b, "relType", "IS_INCLUDED");
    lgm_buf_puts(b, "/>\n");
}

static bool has_time(const lgm_event *v, const bool *kept, const lgm_record *r)
{
    return v->time && v->time->time < r->times.n && kept[v->time->time];
}

/* The publication day, by which relative times are counted; where it is not known it has no day. */
static void put_head(lgm_export *x, const lgm_record *r)
{
    lgm_buf *const b = &x->out;
    lgm_buf_puts(b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "<TimeML xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n<DOCID>");
    lgm_export_xml(b, lgm_export_slice(r->id));
    lgm_buf_puts(b, "</DOCID>\n<DCT><TIMEX3 tid=\"t0\" type=\"DATE\"");
    lgm_export_attribute(b, "value",
                         r->date.ptr ? lgm_export_slice(r->date) : LGM_SLICE("XXXX-XX-XX"));
    lgm_buf_puts(b, " temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">");
    lgm_export_xml(b, r->date.ptr ? lgm_export_slice(r->date) : LGM_SLICE("unknown"));
    lgm_buf_puts(b, "</TIMEX3></DCT>\n<TITLE>");
    lgm_export_xml(b, lgm_export_slice(r->title));
    lgm_buf_puts(b, "</TITLE>\n<TEXT>");
}

/* In order of text, without what would overlap. */
static void arrange(lgm_export *x, tag *tags, size_t n)
{
    uint32_t end = 0;
    qsort(tags, n, sizeof *tags, in_order);
    for (size_t i = 0; i < n; i++) {
        tags[i].kept = tags[i].span.start >= end && tags[i].span.end > tags[i].span.start;
        if (tags[i].kept) end = tags[i].span.end;
        x->left_out += !tags[i].kept;
    }
}

static void put_rest(lgm_export *x, const lgm_record *r, const bool *time, const bool *event)
{
    size_t lid = 0;
    for (size_t i = 0; i < r->events.n; i++)
        if (event[i]) put_instance(&x->out, &r->events.at[i], i);
    for (size_t i = 0; i < r->events.n; i++)
        if (event[i] && has_time(&r->events.at[i], time, r))
            put_link(&x->out, &r->events.at[i], i, ++lid);
}

static void record(lgm_export *x, const lgm_record *r)
{
    const size_t n = r->times.n + r->events.n;
    char name[LGM_EXPORT_NAME_ROOM];
    tag *const tags = lgm_calloc(n + 1, sizeof *tags);
    bool *const kept = lgm_calloc(n + 1, sizeof *kept);
    if (!tags || !kept) {
        x->out.failed = true;
    } else {
        for (uint32_t i = 0; i < r->times.n; i++)
            tags[i] = (tag){{r->times.at[i].start, r->times.at[i].end}, 't', i, false};
        for (uint32_t i = 0; i < r->events.n; i++)
            tags[r->times.n + i] = (tag){r->events.at[i].trigger, 'v', i, false};
        arrange(x, tags, n);
        for (size_t i = 0; i < n; i++)
            kept[(tags[i].kind == 't' ? 0 : r->times.n) + tags[i].index] = tags[i].kept;
        put_head(x, r);
        put_text(x, r, tags, n);
        lgm_buf_puts(&x->out, "</TEXT>\n");
        put_rest(x, r, kept, kept + r->times.n);
        lgm_buf_puts(&x->out, "</TimeML>\n");
    }
    lgm_free(tags);
    lgm_free(kept);
    lgm_export_file_name(x, r, ".tml", name);
    lgm_export_hand(x, name);
}

const lgm_export_writer lgm_export_timeml = {NULL, record, NULL};
