/* note_label.c - "Correction:", "Editor's note:", "[Correction, 3 May 2024:", "For the record". */
#include "notes/note_draft.h"
#include "tree/shape.h"

enum {
    LONGEST = 6, /* tokens of a label */
    DATED = 14   /* and of a day or an hour behind it */
};

uint32_t lgm_notes_paragraph_end(const lgm_doc *doc, uint32_t token)
{
    return lgm_notes_paragraph_end_within(doc, token, doc->n_tokens);
}

uint32_t lgm_notes_paragraph_end_within(const lgm_doc *doc, uint32_t token, uint32_t most)
{
    const uint32_t last = most < doc->n_tokens - token ? token + most : doc->n_tokens;
    uint32_t i = token + 1;
    for (; i < last; i++) {
        const uint8_t flags = doc->tokens[i].flags;
        if (flags & LGM_TOK_PAR) break;
        if ((flags & LGM_TOK_LINE) && lgm_doc_sentence_of(doc, i).start == i) break;
    }
    return i;
}

static bool is_mark(const lgm_doc *doc, uint32_t token)
{
    return LGM_SLICE_IN(lgm_doc_form(doc, token), "(", "[", "*", "**", "—", "–", "-", "•");
}

/* A word of "3 May 2024, 4.30 p.m. ET" or "(3 May)". */
static bool may_date(const lgm_trees *t, uint32_t token)
{
    const lgm_slice form = lgm_doc_form(t->doc, token);
    return t->upos[token] == LGM_UPOS_NUM || t->upos[token] == LGM_UPOS_PUNCT ||
           t->upos[token] == LGM_UPOS_PROPN || (form.ptr[0] >= '0' && form.ptr[0] <= '9') ||
           LGM_SLICE_IN(form, "on", "at", "of", "a.m.", "p.m.", "am", "pm", "appended");
}

/* The colon that ends it, right behind it or behind a day; LGM_NONE. */
static uint32_t colon_of(const lgm_trees *t, uint32_t from, uint32_t end)
{
    bool dated = false;
    for (uint32_t i = from; i < end && i < from + DATED; i++) {
        const lgm_slice form = lgm_doc_form(t->doc, i);
        if (lgm_slice_eq(form, LGM_SLICE(":"))) return i == from || dated ? i : LGM_NONE;
        if (LGM_SLICE_IN(form, ".", ";", "!", "?") || !may_date(t, i)) return LGM_NONE;
        dated |= lgm_doc_first_time(t->doc, i) < t->doc->n_times ||
                 (form.ptr[0] >= '0' && form.ptr[0] <= '9');
    }
    return LGM_NONE;
}

static bool is_dash(const lgm_doc *doc, uint32_t token)
{
    return LGM_SLICE_IN(lgm_doc_form(doc, token), "—", "–", "-", "--");
}

bool lgm_notes_find_label(const lgm_trees *t, uint32_t token, lgm_note_label *to)
{
    const lgm_doc *const doc = t->doc;
    uint32_t at = token;
    while (at < token + 2 && at + 1 < doc->n_tokens && is_mark(doc, at)) at++;
    if (!lgm_tree_is_capital(lgm_doc_form(doc, at))) return false;
    const uint32_t end = lgm_notes_paragraph_end_within(doc, token, 2 + LONGEST + DATED + 2);
    for (uint32_t n = LONGEST; n > 0; n--) {
        if (at + n > end) continue;
        const uint32_t kinds = lgm_notes_label(doc, at, n);
        if (!kinds) continue;
        *to = (lgm_note_label){token, at + n, {at, at + n}, lgm_notes_kind_of(kinds), false};
        const uint32_t colon = colon_of(t, at + n, end);
        if (colon != LGM_NONE) {
            to->end = colon + 1;
            to->words.end = colon;
        } else if (at + n < end && to->kind != LGM_NOTE_UPDATE && is_dash(doc, at + n)) {
            to->end = at + n + 1;
        } else if (at + n == end && to->kind != LGM_NOTE_UPDATE) {
            to->alone = true;
        } else {
            return false;
        }
        return true;
    }
    return false;
}
