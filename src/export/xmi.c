/*
 * xmi.c - a report as UIMA CAS (XMI 2.0), a file each, and typesystem.xml with its types. Places
 * are units of UTF-16, as Java counts.
 */
#include "export/exporting.h"

typedef struct xmi {
    lgm_export *x;
    const lgm_record *r;
    uint64_t id; /* the last that was given */
} xmi;

static void number(lgm_buf *b, const char *name, uint64_t value)
{
    lgm_buf_putc(b, ' ');
    lgm_buf_puts(b, name);
    lgm_buf_puts(b, "=\"");
    lgm_buf_uint(b, value);
    lgm_buf_putc(b, '"');
}

static void known(lgm_buf *b, const char *name, lgm_str value)
{
    if (value.ptr) lgm_export_attribute(b, name, lgm_export_slice(value));
}

static void named(lgm_buf *b, const char *name, const char *value)
{
    if (value) lgm_export_attribute(b, name, (lgm_slice){value, __builtin_strlen(value)});
}

static lgm_buf *open_at(xmi *m, const char *type, uint32_t start, uint32_t end)
{
    lgm_buf *const b = &m->x->out;
    lgm_buf_puts(b, "<lego:");
    lgm_buf_puts(b, type);
    number(b, "xmi:id", ++m->id);
    number(b, "sofa", 1);
    number(b, "begin", lgm_export_utf16(m->x, start));
    number(b, "end", lgm_export_utf16(m->x, end));
    return b;
}

static void end_one(lgm_buf *b)
{
    lgm_buf_puts(b, "/>\n");
}

/* "c3" of the record, for what belongs together. */
static void put_record(lgm_buf *b, char kind, size_t index)
{
    lgm_buf_puts(b, " record=\"");
    lgm_buf_putc(b, kind);
    lgm_buf_uint(b, index + 1);
    lgm_buf_putc(b, '"');
}

static void put_pieces(xmi *m, const char *part, lgm_spans spans, size_t claim)
{
    for (size_t i = 0; i < spans.n; i++) {
        lgm_buf *const b = open_at(m, "ClaimPart", spans.at[i].start, spans.at[i].end);
        put_record(b, 'c', claim);
        named(b, "part", part);
        end_one(b);
    }
}

/* The claim is what its content covers; its pieces stand beside it. */
static void put_claim(xmi *m, size_t i)
{
    const lgm_claim *const c = &m->r->claims.at[i];
    lgm_buf *const b =
        open_at(m, "Claim", c->content.at[0].start, c->content.at[c->content.n - 1].end);
    put_record(b, 'c', i);
    known(b, "speaker", lgm_export_speaker(m->r, c));
    named(b, "act", lgm_act_name(c->act));
    named(b, "form", lgm_claim_form_name(c->form));
    named(b, "certainty", lgm_certainty_name(c->certainty));
    end_one(b);
    put_pieces(m, "source", c->source, i);
    put_pieces(m, "cue", c->cue, i);
    put_pieces(m, "content", c->content, i);
}

static void put_rest(xmi *m)
{
    const lgm_record *const r = m->r;
    for (size_t i = 0; i < r->events.n; i++) {
        const lgm_event *const v = &r->events.at[i];
        lgm_buf *const b = open_at(m, "Event", v->trigger.start, v->trigger.end);
        put_record(b, 'v', i);
        known(b, "plover", v->plover);
        known(b, "cameo", v->cameo);
        named(b, "modality", lgm_modality_name(v->modality));
        end_one(b);
    }
    for (size_t i = 0; i < r->times.n; i++) {
        lgm_buf *const b = open_at(m, "Time", r->times.at[i].start, r->times.at[i].end);
        put_record(b, 't', i);
        known(b, "value", r->times.at[i].value);
        end_one(b);
    }
    for (size_t i = 0; i < r->figures.n; i++) {
        lgm_buf *const b = open_at(m, "Figure", r->figures.at[i].start, r->figures.at[i].end);
        put_record(b, 'f', i);
        known(b, "of", r->figures.at[i].of);
        end_one(b);
    }
}

static void put_entities(xmi *m)
{
    const lgm_record *const r = m->r;
    for (size_t i = 0; i < r->entities.n; i++)
        for (size_t k = 0; k < r->entities.at[i].mentions.n; k++) {
            const lgm_entity_mention *const at = &r->entities.at[i].mentions.at[k];
            lgm_buf *const b = open_at(m, "Mention", at->start, at->end);
            put_record(b, 'e', i);
            named(b, "kind", lgm_entity_type_name(r->entities.at[i].type));
            known(b, "name", r->entities.at[i].name);
            end_one(b);
        }
}

static void put_view(xmi *m, uint64_t first)
{
    lgm_buf *const b = &m->x->out;
    lgm_buf_puts(b, "<cas:View sofa=\"1\" members=\"");
    for (uint64_t id = first; id <= m->id; id++) {
        if (id > first) lgm_buf_putc(b, ' ');
        lgm_buf_uint(b, id);
    }
    lgm_buf_puts(b, "\"/>\n</xmi:XMI>\n");
}

static void record(lgm_export *x, const lgm_record *r)
{
    xmi m = {.x = x, .r = r, .id = 1};
    char name[LGM_EXPORT_NAME_ROOM];
    lgm_buf *const b = &x->out;
    lgm_buf_puts(b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" "
                    "xmlns:cas=\"http:///uima/cas.ecore\" "
                    "xmlns:lego=\"http:///legomena.ecore\" xmi:version=\"2.0\">\n"
                    "<cas:NULL xmi:id=\"0\"/>\n<cas:Sofa xmi:id=\"1\" sofaNum=\"1\" "
                    "sofaID=\"_InitialView\" mimeType=\"text\"");
    lgm_export_attribute(b, "sofaString", lgm_export_slice(r->text));
    lgm_buf_puts(b, "/>\n");
    for (size_t i = 0; i < r->sentences.n; i++)
        end_one(open_at(&m, "Sentence", r->sentences.at[i].start, r->sentences.at[i].end));
    put_entities(&m);
    put_rest(&m);
    for (size_t i = 0; i < r->claims.n; i++) put_claim(&m, i);
    put_view(&m, 2);
    lgm_export_file_name(x, r, ".xmi", name);
    lgm_export_hand(x, name);
}

/* ---- types ---- */

static const struct {
    const char *name, *features[6];
} types[] = {{"Sentence", {0}},
             {"Mention", {"record", "kind", "name"}},
             {"Time", {"record", "value"}},
             {"Figure", {"record", "of"}},
             {"Event", {"record", "plover", "cameo", "modality"}},
             {"Claim", {"record", "speaker", "act", "form", "certainty"}},
             {"ClaimPart", {"record", "part"}}};

static void put_type(lgm_buf *b, size_t i)
{
    lgm_buf_puts(b, "<typeDescription><name>legomena.");
    lgm_buf_puts(b, types[i].name);
    lgm_buf_puts(b, "</name><description/><supertypeName>uima.tcas.Annotation</supertypeName>"
                    "<features>\n");
    for (size_t k = 0; k < LGM_COUNT(types[i].features) && types[i].features[k]; k++) {
        lgm_buf_puts(b, "<featureDescription><name>");
        lgm_buf_puts(b, types[i].features[k]);
        lgm_buf_puts(b, "</name><description/><rangeTypeName>uima.cas.String</rangeTypeName>"
                        "</featureDescription>\n");
    }
    lgm_buf_puts(b, "</features></typeDescription>\n");
}

static void end(lgm_export *x)
{
    lgm_buf *const b = &x->out;
    lgm_buf_puts(b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<typeSystemDescription "
                    "xmlns=\"http://uima.apache.org/resourceSpecifier\">\n<types>\n");
    for (size_t i = 0; i < LGM_COUNT(types); i++) put_type(b, i);
    lgm_buf_puts(b, "</types>\n</typeSystemDescription>\n");
    lgm_export_hand(x, "typesystem.xml");
}

const lgm_export_writer lgm_export_xmi = {NULL, record, end};
