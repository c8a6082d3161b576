/* relations.c - claims by their numbers. */
#include "relations.h"

#define DOT " \u00b7 "

void relations_link(strbuf *out, uint32_t claim, const char *prefix)
{
    const unsigned n = claim + 1;
    strbuf_printf(out, "<a href=\"#%s-c%u\" aria-label=\"claim %u\">%u</a>", prefix, n, n, n);
}

static void put_number(strbuf *out, uint32_t claim, const char *prefix)
{
    if (prefix)
        relations_link(out, claim, prefix);
    else
        strbuf_printf(out, "%u", claim + 1);
}

/* All that it answers in this way. */
static void put_answers(strbuf *out, const lgm_claim *c, lgm_answer how, const char *prefix)
{
    bool any = false;
    for (size_t i = 0; i < c->replies.n; i++) {
        if (c->replies.at[i].how != how) continue;
        if (!any && prefix) strbuf_puts(out, "<b>");
        strbuf_puts(out, any ? ", " : lgm_answer_name(how));
        if (!any) strbuf_puts(out, prefix ? "</b> " : " ");
        put_number(out, c->replies.at[i].to, prefix);
        any = true;
    }
    if (any) strbuf_puts(out, DOT);
}

void relations_write(strbuf *out, const lgm_claim *c, const char *prefix)
{
    if (c->parent != LGM_NONE) {
        strbuf_puts(out, "within ");
        put_number(out, c->parent, prefix);
        strbuf_puts(out, DOT);
    }
    for (int how = 0; lgm_answer_name((lgm_answer)how); how++)
        put_answers(out, c, (lgm_answer)how, prefix);
}
