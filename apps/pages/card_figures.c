/* card_figures.c - a box of figures. */
#include "cards.h"

#include "figure_box.h"
#include "markup.h"

#define DOT " \u00b7 "

static void write_figure(strbuf *out, const lgm_record *r, const figure *f, const char *prefix)
{
    strbuf words = {0}, setting = {0};
    figure_box_words(&words, r, f);
    figure_box_setting(&setting, r, f);
    strbuf_puts(out, "<div><dt>");
    markup_take(out, &words);
    strbuf_puts(out, "</dt>\n<dd>");
    const bool set = setting.len > 0;
    markup_take(out, &setting);
    if (set) strbuf_puts(out, DOT);
    figure_box_sources(out, r, f, prefix);
    strbuf_puts(out, "</dd></div>\n");
}

void cards_write_figures(strbuf *out, const lgm_record *r, const char *prefix)
{
    figure_box f;
    if (!figure_box_make(&f, r)) {
        out->failed = true;
        return;
    }
    if (f.n) strbuf_puts(out, "<section class=\"figures\">\n<h2>Figures</h2>\n<dl>\n");
    for (size_t i = 0; i < f.n; i++) write_figure(out, r, &f.at[i], prefix);
    if (f.n) strbuf_puts(out, "</dl>\n</section>\n");
    figure_box_done(&f);
}
