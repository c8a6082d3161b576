/* card_notes.c - corrections and editors' notes on a report's web page. */
#include "cards.h"

#include "markup.h"

static void put_spans(strbuf *out, const lgm_record *r, const char *label, lgm_spans spans)
{
    for (size_t i = 0; i < spans.n; i++) {
        strbuf_puts(out, i ? " … " : label);
        markup_line(out, lgm_record_quote(r, spans.at[i]), 0);
    }
}

void cards_write_notes(strbuf *out, const lgm_record *r, const char *prefix)
{
    (void)prefix;
    if (r->notes.n == 0) return;
    strbuf_puts(out, "<section class=\"notes\">\n<h2>Editors' notes</h2>\n<ul>\n");
    for (size_t i = 0; i < r->notes.n; i++) {
        const lgm_note *const n = &r->notes.at[i];
        strbuf_printf(out, "<li><small>%s</small> ", lgm_note_kind_name(n->kind));
        markup_line(out, lgm_record_quote(r, n->span), 0);
        put_spans(out, r, "<br><small>was</small> ", n->was);
        put_spans(out, r, "<br><small>now</small> ", n->now);
        strbuf_puts(out, "</li>\n");
    }
    strbuf_puts(out, "</ul>\n</section>\n");
}
