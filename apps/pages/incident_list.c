/* incident_list.c - a paragraph an incident, and a line each part that is known of it. */
#include "event_list.h"

#include "incidents.h"

#define DOT " \u00b7 "

enum { INDENT = 4, COLUMN = 20 };

static void write_part(wrapper *w, const lgm_record *r, const lgm_incident *i, unsigned part)
{
    strbuf words = {0};
    incidents_part(&words, r, i, part, NULL);
    if (words.len) {
        wrap_item(w, INDENT + 2, COLUMN, STYLE_DIM, incidents_headings[part]);
        wrap_text(w, STYLE_PLAIN, words.at, words.len);
        wrap_end(w);
    }
    if (words.failed) w->out->failed = true;
    strbuf_done(&words);
}

void event_list_write_incident(wrapper *w, const lgm_record *r, const lgm_incident *i)
{
    strbuf kind = {0}, setting = {0};
    incidents_kind(&kind, i);
    incidents_setting(&setting, r, i);
    wrap_indent(w, INDENT, INDENT + 2);
    wrap_text(w, STYLE_BOLD, kind.at, kind.len);
    if (setting.len) wrap_words(w, STYLE_DIM, DOT);
    wrap_text(w, STYLE_PLAIN, setting.at, setting.len);
    wrap_end(w);
    for (unsigned part = 0; part < INCIDENTS_PARTS; part++) write_part(w, r, i, part);
    if (kind.failed || setting.failed) w->out->failed = true;
    strbuf_done(&kind);
    strbuf_done(&setting);
}

void event_list_write_incidents(wrapper *w, const lgm_record *r)
{
    for (size_t i = 0; i < r->incidents.n; i++) {
        if (i == 0) {
            strbuf_puts(w->out, "\n");
            wrap_indent(w, 0, 0);
            wrap_words(w, STYLE_HEAD, "Incidents");
            wrap_end(w);
        }
        event_list_write_incident(w, r, &r->incidents.at[i]);
    }
}
