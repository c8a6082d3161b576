/* card_incidents.c - a card an incident. */
#include "cards.h"

#include "incidents.h"
#include "markup.h"

static void write_part(strbuf *out, const lgm_record *r, const lgm_incident *i, unsigned part,
                       const char *prefix)
{
    strbuf words = {0};
    incidents_part(&words, r, i, part, prefix);
    if (words.len) {
        strbuf_printf(out, "<div><dt>%s</dt>\n<dd>", incidents_headings[part]);
        strbuf_put(out, words.at, words.len);
        strbuf_puts(out, "</dd></div>\n");
    }
    if (words.failed) out->failed = true;
    strbuf_done(&words);
}

static void write_incident(strbuf *out, const lgm_record *r, size_t number, const char *prefix)
{
    const lgm_incident *const i = &r->incidents.at[number - 1];
    strbuf kind = {0}, setting = {0};
    incidents_kind(&kind, i);
    incidents_setting(&setting, r, i);
    strbuf_printf(out, "<div class=\"incident\" id=\"%s-i%zu\">\n<h3>", prefix, number);
    markup_take(out, &kind);
    strbuf_puts(out, "</h3>\n<p class=\"how\">");
    markup_take(out, &setting);
    strbuf_puts(out, "</p>\n<dl>\n");
    for (unsigned part = 0; part < INCIDENTS_PARTS; part++) write_part(out, r, i, part, prefix);
    strbuf_puts(out, "</dl></div>\n");
}

void cards_write_incidents(strbuf *out, const lgm_record *r, const char *prefix)
{
    if (r->incidents.n == 0) return;
    strbuf_puts(out, "<section class=\"incidents\">\n<h2>Incidents</h2>\n");
    for (size_t i = 0; i < r->incidents.n; i++) write_incident(out, r, i + 1, prefix);
    strbuf_puts(out, "</section>\n");
}
