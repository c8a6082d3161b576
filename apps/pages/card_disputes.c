/* card_disputes.c - a column a side, where there is room; a browser puts them one under the other
 * where there is none. */
#include "cards.h"

#include "markup.h"
#include "shown.h"

static void put_claim(strbuf *out, const lgm_record *r, uint32_t claim, const char *prefix)
{
    const unsigned n = claim + 1;
    strbuf_printf(out,
                  "<li data-c=\"%s-c%u\"><a class=\"n\" href=\"#%s-c%u\" "
                  "aria-label=\"claim %u\">%u</a>\n",
                  prefix, n, prefix, n, n, n);
    cards_put_speaker(out, r, &r->claims.at[claim], false);
    cards_put_content(out, r, &r->claims.at[claim]);
    strbuf_puts(out, "</li>\n");
}

static void put_side(strbuf *out, const lgm_record *r, const lgm_dispute *d, size_t side,
                     const char *prefix)
{
    const lgm_indices claims = d->sides.at[side];
    strbuf_printf(out, "<div role=\"group\" aria-label=\"side %zu of %zu\"><ul>\n", side + 1,
                  d->sides.n);
    for (size_t i = 0; i < claims.n; i++) put_claim(out, r, claims.at[i], prefix);
    strbuf_puts(out, "</ul></div>\n");
}

void cards_write_disputes(strbuf *out, const lgm_record *r, const char *prefix)
{
    if (r->disputes.n == 0) return;
    strbuf_puts(out, "<section class=\"disputes\">\n<h2>Disputes</h2>\n");
    for (size_t i = 0; i < r->disputes.n; i++) {
        const lgm_dispute *const d = &r->disputes.at[i];
        strbuf words = {0};
        if (d->over.len) shown_quoted(&words, d->over);
        strbuf_puts(out, d->over.len ? "<h3><small>over</small> " : "<h3>over what is said here");
        markup_line(out, (lgm_str){words.at, words.len}, 0);
        strbuf_puts(out, "</h3>\n");
        if (words.failed) out->failed = true;
        strbuf_done(&words);
        strbuf_puts(out, "<div class=\"sides\">\n");
        for (size_t k = 0; k < d->sides.n; k++) put_side(out, r, d, k, prefix);
        strbuf_puts(out, "</div>\n");
    }
    strbuf_puts(out, "</section>\n");
}
