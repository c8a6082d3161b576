/*
 * cueless.c - quotations that no cue took: which are speech, and whose.
 *
 * PolNeAR (training part) has 5,265 quotations of five words and more; 98 % are content, and the
 * rest are mostly titles ("a column headed ..."), which end without sentence punctuation or hold no
 * verb. Every one has a cue somewhere, and gold makes it a further fragment of that claim. The
 * rules, with how often gold does the same:
 *   1. a quotation that opens the sentence after one with a quotation of a claim ("...", she said.
 *      "..."): the same claim; 1,019 of 1,036 that are content
 *   2. a quotation that opens its paragraph, where the paragraph before ends in a colon: the last
 *      cue there; 28 of 32
 *   3. a quotation that is its whole paragraph, where the paragraph before
 *      a. ends in a quotation that was left open: the claim of that; 27 of 31
 *      b. holds quoted content: the claim of the last; 42 of 55
 *      c. holds none, and its last sentence is one claim with a source: that (few in PolNeAR;
 *         read elsewhere, bench/RESULTS.md)
 *   4. a quotation left open that nobody took, where it goes on in the next paragraph: that claim
 * Where none holds the speaker is not known: the claim has neither cue nor source.
 */
#include <string.h>

#include "attrib/frags.h"
#include "base/sorted.h"

typedef struct adoption {
    float right;
    const char *rule;
} adoption;

static const adoption
    RULE_1 = {0.98f, "The quotation opens the sentence behind one with a quotation of this claim"},
    RULE_2 = {0.88f, "The quotation opens its paragraph, and the paragraph before ends in a colon"},
    RULE_3A = {0.87f,
               "The quotation is a paragraph, and goes on with one that was left open before"},
    RULE_3B = {0.76f,
               "The quotation is a paragraph, and the paragraph before quotes this claim last"},
    RULE_3C = {0.85f, "The quotation is a paragraph, and the sentence before it is this claim"},
    RULE_4 = {0.87f, "The quotation goes on in the next paragraph, which is this claim"};

enum {
    SPEECH_WORDS = 5 /* the 98 % above are of those; fewer words are more often a title */
};

/* ---- which quotations are speech ------------------------------------------------------------- */

static bool is_sentence_end(const lgm_doc *doc, uint32_t token)
{
    const lgm_slice form = lgm_doc_form(doc, token);
    static const char *const ELLIPSIS = "\xe2\x80\xa6";
    if (form.len >= 3 && memcmp(form.ptr + form.len - 3, ELLIPSIS, 3) == 0) return true;
    const char last = form.ptr[form.len - 1];
    return last == '.' || last == '!' || last == '?';
}

static bool has_verb(const lgm_doc *doc, lgm_tokspan s)
{
    if (doc->upos.of == NULL) return true;
    for (uint32_t t = s.start; t < s.end; t++) {
        const char *const pos = lgm_doc_upos(doc, t);
        if (pos && (strcmp(pos, "VERB") == 0 || strcmp(pos, "AUX") == 0)) return true;
    }
    return false;
}

static bool starts_paragraph(const lgm_doc *doc, uint32_t token)
{
    return token == doc->n_tokens || (doc->tokens[token].flags & LGM_TOK_PAR) != 0;
}

bool lgm_attrib_is_speech(const lgm_doc *doc, const lgm_quote *q)
{
    if (q->depth > 0 || q->tokens.start >= q->tokens.end) return false;
    const lgm_tokspan all = lgm_attrib_with_marks(q);
    const bool fills = starts_paragraph(doc, all.start) && starts_paragraph(doc, all.end);
    const bool ends = is_sentence_end(doc, q->tokens.end - 1) ||
                      (!starts_paragraph(doc, all.end) && is_sentence_end(doc, all.end));
    return (fills || ends) && lgm_attrib_count(doc, q->tokens).words >= SPEECH_WORDS &&
           has_verb(doc, q->tokens);
}

/* ---- whose ----------------------------------------------------------------------------------- */

typedef struct walk {
    const lgm_doc *doc;
    lgm_frags *set;
    uint32_t *holder;   /* per quote: the content fragment that holds it, or LGM_NONE */
    uint32_t *previous; /* per quote: the one it goes on with, or LGM_NONE */
    uint32_t *opening;  /* per fragment: the first outermost quote in it, or LGM_NONE */
} walk;

static lgm_status start_walk(walk *w, lgm_arena *scratch, lgm_err *err)
{
    const size_t nq = w->doc->n_quotes, nf = w->set->frags.n;
    w->holder = lgm_arena_alloc(scratch, nq * sizeof(uint32_t));
    w->previous = lgm_arena_alloc(scratch, nq * sizeof(uint32_t));
    w->opening = lgm_arena_alloc(scratch, nf * sizeof(uint32_t));
    if (!w->holder || !w->previous || !w->opening) return lgm_arena_fail(scratch, err);
    for (size_t q = 0; q < nq; q++) w->holder[q] = w->previous[q] = LGM_NONE;
    for (size_t f = 0; f < nf; f++) w->opening[f] = LGM_NONE;

    for (uint32_t q = 0, f = 0; q < nq; q++) {
        const lgm_quote *const quote = &w->doc->quotes[q];
        if (quote->depth > 0) continue;
        if (quote->next < nq) w->previous[quote->next] = q;
        const uint32_t first = quote->tokens.start;
        while (f < nf && w->set->frags.at[f].at.end <= first) f++;
        if (f == nf) continue;
        const lgm_frag *const frag = &w->set->frags.at[f];
        if (frag->role != LGM_ROLE_CONTENT || frag->at.start > first) continue;
        w->holder[q] = f;
        if (w->opening[f] == LGM_NONE) w->opening[f] = q;
    }
    return LGM_OK;
}

static uint32_t cue_of(const walk *w, uint32_t frag)
{
    return frag == LGM_NONE ? LGM_NONE : w->set->frags.at[frag].link;
}

static bool take(const walk *w, uint32_t frag, uint32_t cue, const adoption *by)
{
    if (cue == LGM_NONE) return false;
    w->set->frags.at[frag].link = cue;
    w->set->frags.at[frag].link_prob = by->right;
    w->set->frags.at[frag].rule = by->rule;
    return true;
}

/* The sentences between two tokens: do none start in (from, to), and does one start at `to`?
 * *sentence is a cursor, at or before the first sentence after `from`. */
static bool next_sentence(const lgm_doc *doc, uint32_t from, uint32_t to, uint32_t *sentence)
{
    while (*sentence < doc->n_sents && doc->sents[*sentence].start < from) ++*sentence;
    return *sentence < doc->n_sents && doc->sents[*sentence].start == to;
}

/* Rule 1. `before` is the content before it in the piece, or LGM_NONE. */
static bool after_claim(const walk *w, uint32_t frag, uint32_t before, uint32_t *sentence)
{
    if (before == LGM_NONE || w->opening[before] == LGM_NONE) return false;
    const lgm_frag *const a = &w->set->frags.at[before], *const b = &w->set->frags.at[frag];
    if (!(w->doc->tokens[a->at.end - 1].flags & LGM_TOK_CLOSE)) return false;
    return next_sentence(w->doc, a->at.end, b->at.start, sentence) &&
           take(w, frag, a->link, &RULE_1);
}

/* The last fragment of role `role` in a piece; of contents, the last that holds a quotation. */
static uint32_t last_of(const walk *w, const lgm_piece *p, uint8_t role)
{
    for (uint32_t f = p->end; f-- > p->first;)
        if (w->set->frags.at[f].role == role &&
            (role != LGM_ROLE_CONTENT || w->opening[f] != LGM_NONE))
            return f;
    return LGM_NONE;
}

static bool ends_in_colon(const lgm_doc *doc, const lgm_piece *p)
{
    const lgm_slice form = lgm_doc_form(doc, p->at.end - 1);
    return form.ptr[form.len - 1] == ':';
}

/* What rules 2 and 3 ask about a piece: found once, as it may have thousands of fragments. */
typedef struct place {
    uint32_t first_word, words_end; /* all before the one and from the other on is punctuation */
    bool is_first, after_colon;
    uint32_t cue, content; /* the last ones in the piece before, or LGM_NONE */
    uint32_t only; /* the cue of its last sentence, if that has one alone, with a source */
} place;

/* Of the sentence that the piece ends with. */
static uint32_t only_cue(const walk *w, const lgm_piece *p)
{
    const lgm_doc *const doc = w->doc;
    const size_t next = LGM_SORTED_FIRST(lgm_tokspan, doc->sents, doc->n_sents, start, p->at.end);
    const uint32_t from = next > 0 ? doc->sents[next - 1].start : 0;
    uint32_t cue = LGM_NONE;
    for (uint32_t f = p->end; f-- > p->first && w->set->frags.at[f].at.start >= from;) {
        if (w->set->frags.at[f].role != LGM_ROLE_CUE) continue;
        if (cue != LGM_NONE || w->set->frags.at[f].link == LGM_NONE) return LGM_NONE;
        cue = f;
    }
    return cue;
}

static place place_of(const walk *w, size_t at)
{
    const lgm_piece *const here = &w->set->pieces.at[at];
    place p = {here->at.start, here->at.end, at == 0, false, LGM_NONE, LGM_NONE, LGM_NONE};
    if (p.is_first) return p;
    while (p.first_word < here->at.end && !lgm_attrib_is_word(w->doc, p.first_word)) p.first_word++;
    while (p.words_end > here->at.start && !lgm_attrib_is_word(w->doc, p.words_end - 1))
        p.words_end--;
    p.after_colon = ends_in_colon(w->doc, here - 1);
    p.cue = last_of(w, here - 1, LGM_ROLE_CUE);
    p.content = last_of(w, here - 1, LGM_ROLE_CONTENT);
    p.only = p.content == LGM_NONE ? only_cue(w, here - 1) : LGM_NONE;
    return p;
}

/* Rules 2 and 3, for a fragment that opens its paragraph, but for punctuation. */
static bool after_paragraph(const walk *w, uint32_t frag, const place *p)
{
    const lgm_tokspan at = w->set->frags.at[frag].at;
    if (p->is_first || at.start > p->first_word) return false;
    if (p->after_colon) return take(w, frag, p->cue, &RULE_2);
    if (at.end < p->words_end) return false;
    const uint32_t quote = w->opening[frag], open = w->previous[quote];
    if (open != LGM_NONE && take(w, frag, cue_of(w, w->holder[open]), &RULE_3A)) return true;
    if (take(w, frag, cue_of(w, p->content), &RULE_3B)) return true;
    return take(w, frag, p->only, &RULE_3C);
}

static void forward(const walk *w)
{
    uint32_t sentence = 0;
    for (size_t i = 0; i < w->set->pieces.n; i++) {
        const lgm_piece *const p = &w->set->pieces.at[i];
        if (p->first == p->end) continue;
        const place here = place_of(w, i);
        uint32_t before = LGM_NONE;
        for (uint32_t f = p->first; f < p->end; f++) {
            if (w->set->frags.at[f].role != LGM_ROLE_CONTENT) continue;
            if (cue_of(w, f) == LGM_NONE && w->opening[f] != LGM_NONE &&
                !after_claim(w, f, before, &sentence))
                after_paragraph(w, f, &here);
            before = f;
        }
    }
}

/* Rule 4. */
static void backward(const walk *w)
{
    for (uint32_t q = w->doc->n_quotes; q-- > 0;) {
        const uint32_t f = w->holder[q], next = w->doc->quotes[q].next;
        if (f == LGM_NONE || w->set->frags.at[f].link != LGM_NONE) continue;
        if (next < w->doc->n_quotes) take(w, f, cue_of(w, w->holder[next]), &RULE_4);
    }
}

lgm_status lgm_attrib_adopt(lgm_arena *scratch, const lgm_doc *doc, lgm_frags *set, lgm_err *err)
{
    if (doc->n_quotes == 0 || set->frags.n == 0) return LGM_OK;
    walk w = {.doc = doc, .set = set};
    const lgm_status st = start_walk(&w, scratch, err);
    if (st != LGM_OK) return st;
    forward(&w);
    backward(&w);
    return LGM_OK;
}
