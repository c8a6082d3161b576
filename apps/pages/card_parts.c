/* card_parts.c - who says what, in paragraphs; white space is what the browser makes of it. */
#include "cards.h"

#include "known_as.h"
#include "markup.h"
#include "shown.h"

static void put_parts(strbuf *out, const lgm_record *r, lgm_spans parts)
{
    for (size_t i = 0; i < parts.n; i++) {
        if (i) strbuf_puts(out, SHOWN_GAP);
        markup_line(out, shown_trimmed(lgm_record_quote(r, parts.at[i])), 0);
    }
}

void cards_put_speaker(strbuf *out, const lgm_record *r, const lgm_claim *c, bool named)
{
    strbuf name = {0};
    if (!named) known_as(&name, r, c);
    strbuf_puts(out, "<p class=\"who\">");
    if (c->source.n) {
        strbuf_puts(out, "<b>");
        put_parts(out, r, c->source);
        strbuf_puts(out, "</b>");
    } else {
        strbuf_puts(out, "<span class=\"none\">" SHOWN_NO_SOURCE "</span>");
    }
    if (name.len) {
        strbuf_puts(out, " (");
        markup_line(out, (lgm_str){name.at, name.len}, 0);
        strbuf_puts(out, ")");
    }
    if (name.failed) out->failed = true;
    strbuf_done(&name);
    if (shown_has_cue(r, c)) {
        strbuf_puts(out, " \u2014\u00a0<i>");
        put_parts(out, r, c->cue);
        strbuf_puts(out, "</i>");
    }
    strbuf_puts(out, "</p>\n");
}

static void put_piece(void *ctx, shown_kind kind, lgm_str s)
{
    strbuf *const out = ctx;
    if (kind == SHOWN_QUOTED) strbuf_puts(out, "<u>");
    markup_text(out, s);
    if (kind == SHOWN_QUOTED) strbuf_puts(out, "</u>");
}

void cards_put_content(strbuf *out, const lgm_record *r, const lgm_claim *c)
{
    strbuf_puts(out, "<p class=\"what\">");
    shown_content(r, c, put_piece, out);
    strbuf_puts(out, "</p>\n");
}
