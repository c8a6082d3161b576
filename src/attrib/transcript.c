/*
 * transcript.c - turns of interviews and transcripts, a line or paragraph each.
 *
 *     ADA LIND, HOST: Good evening. The vote is over.
 *     TOMAS KELD: It is over, and we lost.
 *     LIND: By nine votes.
 *
 * Nothing says "said", and the words stand without quotation marks. Each turn is a claim: the label
 * is its source, the colon its cue, what follows its content, and its form is direct, as speech
 * word for word. Claims within a turn stay ("I told my coach that ...").
 *
 * A label opens its line and ends in a colon; or it is "Q" or "A", which name nobody and are the
 * cue. It names a person or an outlet, or has a word of data/attrib/turn_words.txt ("Host", "The
 * Speaker"), or its last word was in a label before, or it comes again, or it asks beside a turn
 * that is sure.
 *
 * Limits: two turns and more make a transcript, so that "LONDON: Shares fell" is none; each ends as
 * a sentence does, and one of them asks or says "I", "we" or "you", so that tables of results,
 * lists and profiles ("Peter Sund: 12 points", "Ada Lind: The mayor came to office in 2001.") are
 * none.
 */
#include "attrib/clause.h"
#include "attrib/claims.h"
#include "attrib/claim_words.h"
#include "attrib/frags.h"
#include "legomena/kinds.h"
#include "tree/shape.h"

static const float RIGHT = 0.9f;

enum {
    LONGEST = 14, /* tokens of a label */
    LEAST = 2     /* turns of a transcript */
};

typedef struct turn {
    lgm_tokspan label, cue, body;
    uint32_t name; /* of who speaks, where the label is not that name; or LGM_NONE */
    bool sure;     /* its label names who speaks by itself */
    bool answers;  /* "A:" */
} turn;

typedef struct turns {
    LGM_VEC(turn) at;
} turns;

static bool starts_line(const lgm_doc *doc, uint32_t token)
{
    return token >= doc->n_tokens || (doc->tokens[token].flags & (LGM_TOK_PAR | LGM_TOK_LINE)) != 0;
}

static uint32_t line_end(const lgm_doc *doc, uint32_t token)
{
    do token++;
    while (!starts_line(doc, token));
    return token;
}

/* ---- labels -----------------------------------------------------------------------------------
 * */

/* "Q:", "A.", "Q Mr. President": letters that name nobody, and so are cue and no source. */
static bool letter_label(const lgm_doc *doc, uint32_t from, uint32_t end, turn *t)
{
    const lgm_slice form = lgm_doc_form(doc, from);
    const bool stop = LGM_SLICE_IN(form, "Q.", "A.");
    if (!stop && !LGM_SLICE_IN(form, "Q", "A")) return false;
    uint32_t body = from + 1;
    if (!stop && body < end && LGM_SLICE_IN(lgm_doc_form(doc, body), ":", ".")) body++;
    const bool question = form.ptr[0] == 'Q';
    if (body >= end || (body == from + 1 && !stop && !question)) return false;
    if (!lgm_tree_is_capital(lgm_doc_form(doc, body))) return false;
    *t = (turn){.label = {from, from},
                .cue = {from, body},
                .body = {body, end},
                .name = LGM_NONE,
                .sure = true,
                .answers = !question};
    return true;
}

/* Capitals, small words and marks only: no sentence. */
static bool reads_as_label(const lgm_trees *t, lgm_tokspan s)
{
    for (uint32_t w = s.start; w < s.end; w++) {
        const uint8_t pos = t->upos[w];
        if (pos == LGM_UPOS_VERB || pos == LGM_UPOS_AUX || pos == LGM_UPOS_SCONJ) return false;
        if (lgm_slice_eq(lgm_doc_form(t->doc, w), LGM_SLICE(";"))) return false;
    }
    return lgm_tree_is_capital(lgm_doc_form(t->doc, s.start));
}

/* A name of a person, or of a body where it is all of the label; or a word for who speaks. */
static bool names_speaker(const lgm_trees *t, lgm_tokspan s)
{
    const bool the = lgm_tree_form_is(t->doc, s.start, "the") && s.start + 1 < s.end;
    const uint32_t from = s.start + the;
    for (uint32_t end = s.end; end > from; end--)
        if (lgm_attrib_phrase_kinds(t->doc, from, end) & LGM_ATTRIB_TURN)
            return end == s.end || t->upos[end] == LGM_UPOS_PUNCT ||
                   lgm_tree_name(t, end) != LGM_NONE;
    for (uint32_t w = from; w < s.end; w++) {
        if (lgm_tree_name(t, w) == LGM_NONE) continue;
        const lgm_name *const name = &t->doc->names[lgm_tree_name(t, w)];
        if (name->type == LGM_ENTITY_PER) return true;
        if (name->type == LGM_ENTITY_ORG && name->tokens.end == s.end) return w == from;
    }
    return false;
}

/* The first name of a person in the label, or LGM_NONE. */
static uint32_t person_in(const lgm_trees *t, lgm_tokspan label)
{
    for (uint32_t w = label.start; w < label.end; w++)
        if (lgm_tree_name(t, w) != LGM_NONE &&
            t->doc->names[lgm_tree_name(t, w)].type == LGM_ENTITY_PER)
            return lgm_tree_name(t, w);
    return LGM_NONE;
}

static bool named_label(const lgm_trees *t, uint32_t from, uint32_t end, turn *out)
{
    uint32_t colon = from + 1;
    while (colon < end && colon - from <= LONGEST &&
           !lgm_slice_eq(lgm_doc_form(t->doc, colon), LGM_SLICE(":")))
        colon++;
    if (colon + 1 >= end || colon - from > LONGEST) return false;
    if (!(t->doc->tokens[colon + 1].flags & LGM_TOK_SPACE)) return false;
    const lgm_tokspan label = {from, colon};
    if (!reads_as_label(t, label)) return false;
    *out = (turn){.label = label,
                  .cue = {colon, colon + 1},
                  .body = {colon + 1, end},
                  .name = LGM_NONE,
                  .sure = names_speaker(t, label)};
    return true;
}

static uint32_t start_of(const turn *t)
{
    return t->label.start < t->label.end ? t->label.start : t->cue.start;
}

/* The last word of a label before its comma or bracket: the surname. */
static uint32_t surname(const lgm_trees *t, lgm_tokspan label)
{
    uint32_t w = label.start;
    while (w + 1 < label.end && t->upos[w + 1] != LGM_UPOS_PUNCT) w++;
    return w;
}

static bool same_form(const lgm_doc *doc, uint32_t a, uint32_t b)
{
    return lgm_slice_eq(lgm_doc_form(doc, a), lgm_doc_form(doc, b));
}

/* ---- turns ------------------------------------------------------------------------------------
 * */

/* Does it end as speech does, and does it not open with a quotation mark, which others read? */
static bool is_spoken(const lgm_trees *t, lgm_tokspan body)
{
    const uint32_t last = body.end - 1;
    const bool ends =
        LGM_SLICE_IN(lgm_doc_form(t->doc, last), ".", "?", "!", "…", "...", "--", "—") ||
        (t->doc->tokens[last].flags & LGM_TOK_CLOSE) != 0;
    return ends && !(t->doc->tokens[body.start].flags & LGM_TOK_OPEN);
}

/* "I", "we" or "you", or a question. */
static bool converses(const lgm_trees *t, lgm_tokspan body)
{
    for (uint32_t w = body.start; w < body.end; w++)
        if (t->word[w] == LGM_PRO_I || t->word[w] == LGM_PRO_WE || t->word[w] == LGM_PRO_YOU)
            return true;
    return lgm_slice_eq(lgm_doc_form(t->doc, body.end - 1), LGM_SLICE("?"));
}

/* The turn of the line, with the lines of its paragraph behind it that have no label. */
static bool turn_at(const lgm_trees *t, uint32_t line, turn *out)
{
    const uint32_t end = line_end(t->doc, line);
    return letter_label(t->doc, line, end, out) || named_label(t, line, end, out);
}

static bool collect(const lgm_trees *t, lgm_arena *scratch, turns *out)
{
    for (uint32_t line = 0; line < t->doc->n_tokens; line = line_end(t->doc, line)) {
        turn next;
        if (turn_at(t, line, &next)) {
            if (!lgm_vec_push(scratch, &out->at, next)) return false;
        } else if (out->at.n > 0 && !(t->doc->tokens[line].flags & LGM_TOK_PAR)) {
            turn *const last = &out->at.at[out->at.n - 1];
            if (last->body.end == line) last->body.end = line_end(t->doc, line);
        }
    }
    return true;
}

/* Does somebody ask in this turn, right before or behind a sure one? */
static bool asks_beside(const lgm_trees *t, const turns *all, size_t i)
{
    const turn *const a = &all->at.at[i];
    if (!lgm_slice_eq(lgm_doc_form(t->doc, a->body.end - 1), LGM_SLICE("?"))) return false;
    const bool before = i > 0 && a[-1].sure && a[-1].body.end == start_of(a);
    return before || (i + 1 < all->at.n && a[1].sure && a->body.end == start_of(a + 1));
}

/* A label that does not name anybody by itself is sure if its surname was in a label before, or if
 * it comes again. A label stands in few lines, and the look-back is short. */
static void confirm(const lgm_trees *t, turns *all)
{
    enum { BACK = 32 };
    for (size_t i = 0; i < all->at.n; i++) {
        turn *const a = &all->at.at[i];
        if (a->label.start == a->label.end) continue;
        const uint32_t word = surname(t, a->label);
        for (size_t j = i > BACK ? i - BACK : 0; j < i; j++) {
            turn *const b = &all->at.at[j];
            if (b->label.start == b->label.end) continue;
            if (!same_form(t->doc, surname(t, b->label), word)) continue;
            const bool again = a->label.end - a->label.start == b->label.end - b->label.start &&
                               a->label.end - a->label.start == 1;
            if (b->sure || again) a->sure = b->sure = true;
            if (person_in(t, a->label) == LGM_NONE && a->name == LGM_NONE)
                a->name = b->name != LGM_NONE ? b->name : person_in(t, b->label);
        }
    }
}

/* Claims whose cue stands outside of the turn's body lose what they have of it, and those of its
 * label go. */
static void clear(lgm_attrib_draft *d, const turn *t)
{
    for (uint32_t w = start_of(t); w < t->body.end; w++) {
        const uint32_t k = d->content[w];
        if (k == LGM_NONE) continue;
        const lgm_parts *const cue = &d->claims->at.at[k].cue;
        const bool inside =
            cue->n > 0 && cue->at[0].start >= t->body.start && cue->at[0].end <= t->body.end;
        if (!inside || w < t->body.start) lgm_attrib_take(d, k, (lgm_tokspan){w, t->body.end});
    }
}

static bool add_turn(lgm_attrib_draft *d, const turn *t)
{
    lgm_tokspan said = t->body;
    if (said.end > said.start + 1 &&
        lgm_slice_eq(lgm_doc_form(d->doc, said.end - 1), LGM_SLICE(".")))
        said.end--;
    clear(d, t);
    const lgm_attrib_found found = {
        t->label, t->cue, said, RIGHT,
        LGM_ATTRIB_RULE("It is a turn of a transcript: a name or a letter, a mark, "
                        "and what is said")};
    if (!lgm_attrib_add(d, &found)) return false;
    const uint32_t made = (uint32_t)d->claims->at.n - 1;
    d->claims->at.at[made].form = LGM_ATTRIB_VERBATIM;
    return t->name == LGM_NONE || lgm_attrib_tell(d, made, t->name);
}

bool lgm_attrib_transcript(lgm_attrib_draft *d)
{
    turns all = {0};
    size_t n = 0;
    bool talk = false;
    if (!collect(d->tree, d->scratch, &all)) return false;
    confirm(d->tree, &all);
    for (size_t i = 0; i < all.at.n; i++)
        if (!all.at.at[i].sure) all.at.at[i].sure = asks_beside(d->tree, &all, i);
    for (size_t i = 0; i < all.at.n; i++) {
        turn *const t = &all.at.at[i];
        t->sure = t->sure && is_spoken(d->tree, t->body);
        n += t->sure;
        talk = talk || (t->sure && converses(d->tree, t->body));
    }
    if (n < LEAST || !talk) return true;
    const uint32_t who = lgm_attrib_interviewee(d, start_of(&all.at.at[0]));
    for (size_t i = 0; i < all.at.n; i++)
        if (all.at.at[i].answers) all.at.at[i].name = who;
    for (size_t i = 0; i < all.at.n; i++)
        if (all.at.at[i].sure && !add_turn(d, &all.at.at[i])) return false;
    return true;
}
