/* origin_text.c - origins as a tree for the terminal. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "origin_view.h"
#include "wrap.h"

#define DOT " \u00b7 "

typedef struct tree {
    const origin_view *v;
    wrapper w;
    bool why;
} tree;

static void put_str(tree *t, text_style style, lgm_str s)
{
    if (s.ptr) wrap_text(&t->w, style, s.ptr, s.len);
}

void origin_count_words(strbuf *out, size_t least, size_t most)
{
    if (least == most)
        strbuf_count(out, least, "independent origin", "independent origins");
    else
        strbuf_printf(out, "at least %zu, at most %zu independent origins", least, most);
}

static void put_kind(tree *t, lgm_origin_kind kind)
{
    static const char *const words[] = {
        [LGM_ORIGIN_UNKNOWN] = "not named",  [LGM_ORIGIN_PERSON] = "person",
        [LGM_ORIGIN_BODY] = "body",          [LGM_ORIGIN_DOCUMENT] = "document",
        [LGM_ORIGIN_AGENCY] = "agency",      [LGM_ORIGIN_STATE_MEDIA] = "state media",
        [LGM_ORIGIN_PUBLISHER] = "publisher"};
    wrap_words(&t->w, STYLE_DIM, DOT);
    wrap_words(&t->w, STYLE_DIM, words[kind]);
}

/* "heard at least twice, at most 5 times": of what more than one heard. */
static void put_heard(tree *t, const lgm_origin *o)
{
    char words[96];
    if (o->most < 2) return;
    if (o->least == o->most)
        snprintf(words, sizeof words, DOT "heard %zu times", o->most);
    else
        snprintf(words, sizeof words, DOT "heard at least %s, at most %zu times",
                 o->least == 1   ? "once"
                 : o->least == 2 ? "twice"
                                 : "3 times",
                 o->most);
    if (o->least > 3 && o->least < o->most)
        snprintf(words, sizeof words, DOT "heard at least %zu times, at most %zu", o->least,
                 o->most);
    wrap_words(&t->w, STYLE_DIM, words);
}

static void put_how(tree *t, const lgm_hearing *h)
{
    static const char *const words[] = {[LGM_HEARING_UNTOLD] = "who heard it is not told",
                                        [LGM_HEARING_RELAYED] = "by way of ",
                                        [LGM_HEARING_WITNESSED] = "seen or heard by ",
                                        [LGM_HEARING_PUBLIC] = "in public",
                                        [LGM_HEARING_OWN] = "says so itself"};
    wrap_words(&t->w, STYLE_DIM, words[h->kind]);
    if (h->kind == LGM_HEARING_RELAYED || h->kind == LGM_HEARING_WITNESSED) {
        put_str(t, STYLE_PLAIN, h->by);
    } else if (h->kind == LGM_HEARING_PUBLIC && h->by.ptr) {
        wrap_words(&t->w, STYLE_DIM, ", ");
        put_str(t, STYLE_PLAIN, h->by);
    }
}

/* "12:c3", "12" of the report's own voice. */
static void put_voice(tree *t, lgm_voice voice)
{
    char words[64];
    const int64_t report = t->v->told[voice.report].report;
    if (voice.claim == LGM_NONE)
        snprintf(words, sizeof words, "%" PRId64, report);
    else
        snprintf(words, sizeof words, "%" PRId64 ":c%" PRIu32, report, voice.claim + 1);
    wrap_words(&t->w, STYLE_PLAIN, words);
}

static void put_report(tree *t, uint32_t report)
{
    char words[64];
    const lgm_told *const told = &t->v->told[report];
    if (told->record->publisher.ptr) wrap_words(&t->w, STYLE_DIM, " ");
    put_str(t, STYLE_DIM, told->record->publisher);
    if (told->copy_of == LGM_NONE) return;
    snprintf(words, sizeof words, " (copy of %" PRId64 ")", t->v->told[told->copy_of].report);
    wrap_words(&t->w, STYLE_DIM, words);
}

/* In lines of their own with the reason, else one behind the other, a report's together. */
static void put_voices(tree *t, const lgm_hearing *h, bool more)
{
    for (size_t i = 0; i < h->voices.n; i++) {
        const lgm_voice voice = h->voices.at[i].voice;
        const bool last = i + 1 == h->voices.n || h->voices.at[i + 1].voice.report != voice.report;
        if (t->why) {
            wrap_end(&t->w);
            wrap_indent(&t->w, 6, 8);
        } else {
            wrap_words(&t->w, STYLE_DIM, i || more ? ", " : ": ");
        }
        put_voice(t, voice);
        if (last || t->why) put_report(t, voice.report);
        if (!t->why) continue;
        wrap_words(&t->w, STYLE_DIM, DOT);
        put_str(t, STYLE_DIM, h->voices.at[i].why);
    }
}

static void put_hearing(tree *t, const lgm_hearing *h)
{
    wrap_indent(&t->w, 2, 4);
    put_how(t, h);
    put_voices(t, h, false);
    wrap_end(&t->w);
}

/* Of all texts in one line: nothing tells one from another. */
static void put_untold(tree *t, const lgm_origin *o)
{
    bool more = false;
    wrap_indent(&t->w, 2, 4);
    for (size_t i = 0; i < o->hearings.n; i++) {
        if (o->hearings.at[i].kind != LGM_HEARING_UNTOLD) continue;
        if (!more) put_how(t, &o->hearings.at[i]);
        put_voices(t, &o->hearings.at[i], more);
        more = true;
    }
    wrap_end(&t->w);
}

static void put_origin(tree *t, const lgm_origin *o)
{
    strbuf_puts(t->w.out, "\n");
    wrap_indent(&t->w, 0, 2);
    if (o->name.ptr)
        put_str(t, STYLE_BOLD, o->name);
    else
        wrap_words(&t->w, STYLE_BOLD, "somebody");
    put_kind(t, o->kind);
    put_heard(t, o);
    wrap_end(&t->w);
    for (size_t i = 0; i < o->why.n && t->why; i++) {
        wrap_indent(&t->w, 2, 4);
        put_str(t, STYLE_DIM, o->why.at[i]);
        wrap_end(&t->w);
    }
    bool untold = false;
    for (size_t i = 0; i < o->hearings.n; i++) {
        if (o->hearings.at[i].kind == LGM_HEARING_UNTOLD)
            untold = true;
        else
            put_hearing(t, &o->hearings.at[i]);
    }
    if (untold) put_untold(t, o);
}

void origin_text(strbuf *out, const origin_view *v, bool why, int width, bool color)
{
    tree t = {.v = v, .why = why};
    origin_rank *const order = origin_order(v);
    if (!order) {
        out->failed = true;
        return;
    }
    wrap_start(&t.w, out, width, color);
    for (size_t i = 0; i < v->origins->list.n; i++)
        put_origin(&t, &v->origins->list.at[order[i].origin]);
    free(order);
}
