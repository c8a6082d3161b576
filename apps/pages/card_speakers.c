/* card_speakers.c - who speaks, with the numbers of their claims: what a page in the order of the
 * text has in place of groups. */
#include "cards.h"

#include <stdlib.h>

#include "markup.h"

/* Of each group its claims, and of each claim the next of its group. */
typedef struct lists {
    uint32_t *first, *next;
} lists;

static bool make_lists(lists *l, const speakers *s, size_t n)
{
    *l = (lists){malloc((s->n + 1) * sizeof *l->first), malloc((n + 1) * sizeof *l->next)};
    if (!l->first || !l->next) return false;
    for (size_t g = 0; g < s->n; g++) l->first[g] = LGM_NONE;
    for (uint32_t i = (uint32_t)n; i-- > 0;) {
        l->next[i] = l->first[s->of[i]];
        l->first[s->of[i]] = i;
    }
    return true;
}

static void put_speaker(strbuf *out, const lgm_record *r, const speaker_group *g, const lists *l,
                        uint32_t first, const char *prefix)
{
    strbuf name = {0}, known_for = {0};
    speakers_name(&name, r, g);
    speakers_known_for(&known_for, r, g);
    strbuf_puts(out, g->known ? "<li>" : "<li class=\"none\">");
    markup_take(out, &name);
    if (known_for.len) strbuf_puts(out, " <small>");
    const bool any = known_for.len > 0;
    markup_take(out, &known_for);
    if (any) strbuf_puts(out, "</small>");
    for (uint32_t i = first; i != LGM_NONE; i = l->next[i]) {
        const unsigned n = i + 1;
        strbuf_printf(out, " <a class=\"n\" href=\"#%s-c%u\" aria-label=\"claim %u\">%u</a>",
                      prefix, n, n, n);
    }
    strbuf_puts(out, "</li>\n");
}

void cards_write_speakers(strbuf *out, const lgm_record *r, const char *prefix)
{
    if (r->claims.n == 0) return;
    speakers *const s = speakers_make(r);
    lists l = {NULL, NULL};
    if (!s || !make_lists(&l, s, r->claims.n)) {
        out->failed = true;
    } else {
        strbuf_puts(out, "<section class=\"speakers\">\n<h2>Speakers</h2>\n<ul>\n");
        for (size_t g = 0; g < s->n; g++) put_speaker(out, r, &s->at[g], &l, l.first[g], prefix);
        strbuf_puts(out, "</ul>\n</section>\n");
    }
    free(l.first);
    free(l.next);
    speakers_done(s);
}
