/* word_part.c - sentences of a record, and its words where they were asked for. */
#include "emit/parts.h"

void lgm_emit_sentences(lgm_emitter *e)
{
    e->to->sentences = lgm_emit_spans(e, e->doc->sents, e->doc->n_sents);
}

/* Labels are few and stand once in the model: each is copied once. */
enum { MOST_LABELS = 256 };
typedef struct labels {
    const char *from[MOST_LABELS];
    lgm_str to[MOST_LABELS];
    size_t n;
} labels;

static lgm_str label(lgm_emitter *e, labels *l, const lgm_doc_labels *of, uint32_t token)
{
    const char *const s = of->of ? lgm_doc_label_of(of, token) : NULL;
    if (!s) return (lgm_str){NULL, 0};
    for (size_t i = 0; i < l->n; i++)
        if (l->from[i] == s) return l->to[i];
    const lgm_str copy = lgm_emit_text(e, s);
    if (l->n < MOST_LABELS) {
        l->from[l->n] = s;
        l->to[l->n++] = copy;
    }
    return copy;
}

static lgm_word word_of(lgm_emitter *e, labels *l, uint32_t i)
{
    const lgm_doc *const doc = e->doc;
    const lgm_token *const t = &doc->tokens[i];
    const lgm_slice lemma = doc->lemma.of ? lgm_doc_lemma(doc, i) : (lgm_slice){0};
    return (lgm_word){.span = lgm_emit_span(doc, (lgm_tokspan){i, i + 1}),
                      .lemma = lgm_emit_str(e, lemma),
                      .upos = label(e, l, &doc->upos, i),
                      .xpos = label(e, l, &doc->xpos, i),
                      .rel = label(e, l, &doc->rel, i),
                      .head = doc->head ? doc->head[i] : LGM_NONE,
                      .space_before = (t->flags & LGM_TOK_SPACE) != 0,
                      .joined = (t->flags & LGM_TOK_JOINED) != 0,
                      .paragraph = (t->flags & LGM_TOK_PAR) != 0};
}

void lgm_emit_all_words(lgm_emitter *e)
{
    const uint32_t n = e->doc->n_tokens;
    labels l = {.n = 0};
    lgm_word *const to = LGM_EMIT_ITEMS(e, n, lgm_word);
    for (uint32_t i = 0; to && i < n; i++) to[i] = word_of(e, &l, i);
    e->to->words.at = to;
    e->to->words.n = to ? n : 0;
}
