/* note_list.c - see note_list.h. */
#include "note_list.h"

static void put_spans(wrapper *w, const lgm_record *r, const char *label, lgm_spans spans)
{
    if (!spans.n) return;
    wrap_item(w, 6, 12, STYLE_DIM, label);
    for (size_t i = 0; i < spans.n; i++) {
        const lgm_str s = lgm_record_quote(r, spans.at[i]);
        if (i) wrap_words(w, STYLE_DIM, " … ");
        wrap_text(w, STYLE_QUOTE, s.ptr, s.len);
    }
    wrap_end(w);
}

void note_list_write(wrapper *w, const lgm_record *r)
{
    if (!r->notes.n) return;
    strbuf_puts(w->out, "\n");
    wrap_indent(w, 0, 0);
    wrap_words(w, STYLE_HEAD, "Editors' notes");
    wrap_end(w);
    for (size_t i = 0; i < r->notes.n; i++) {
        const lgm_note *const n = &r->notes.at[i];
        const lgm_str s = lgm_record_quote(r, n->span);
        wrap_indent(w, 4, 6);
        wrap_words(w, STYLE_DIM, lgm_note_kind_name(n->kind));
        wrap_words(w, STYLE_DIM, " · ");
        wrap_text(w, STYLE_PLAIN, s.ptr, s.len);
        wrap_end(w);
        put_spans(w, r, "was", n->was);
        put_spans(w, r, "now", n->now);
    }
}
