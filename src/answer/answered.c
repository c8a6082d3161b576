/*
 * answered.c - how well each claim around fits what a stance says of the one that it answers.
 *
 * A claim must be of the kind that the noun points to, by whom the noun says, and not by who
 * answers. Then there must be a reason to think that it is meant: it is told in the same words, it
 * concerns who answers, or it stands right before and nothing else is said of it. The best one is
 * answered, and the next best too where the noun is a plural.
 */
#include "answer/answered.h"

#include "answer/answer_words.h"

enum {
    ALIKE = 4,  /* points by which the others that a plural means may be behind the best */
    RETOLD = 2, /* words that two tellings of one claim have in common at least */
    SAME = 2    /* of so many words of the shorter claim one is in the other too */
};

typedef struct match {
    lgm_shared shared;
    uint32_t fewer;        /* words of the shorter of the two */
    bool concerns, before; /* it names who answers; it is the last one before, of another */
    bool does;             /* it tells what who answers did */
    int fit, points;       /* 0 = not meant */
} match;

/* How well its act fits what a noun may point to: 3 at best, 0 not at all. */
static int fit_of(uint32_t to, lgm_act act)
{
    const bool charge = to & LGM_ANSWER_TO_CHARGE, word = to & LGM_ANSWER_TO_WORD;
    const bool warning = to & LGM_ANSWER_TO_WARNING, threat = to & LGM_ANSWER_TO_THREAT;
    switch (act) {
    case LGM_ACT_ACCUSE: return charge ? 3 : word ? 2 : 0;
    case LGM_ACT_CRITICISE: return charge || word ? 2 : 0;
    case LGM_ACT_STATE:
    case LGM_ACT_REPORT:
    case LGM_ACT_REVEAL:
    case LGM_ACT_ESTIMATE:
    case LGM_ACT_PREDICT: return word ? 2 : charge || warning ? 1 : 0;
    case LGM_ACT_WARN: return warning ? 3 : threat ? 2 : word ? 1 : 0;
    case LGM_ACT_PROMISE: return to & LGM_ANSWER_TO_OFFER ? 3 : threat ? 2 : 0;
    case LGM_ACT_DEMAND: return to & LGM_ANSWER_TO_DEMAND ? 3 : 0;
    case LGM_ACT_ASK: return to & LGM_ANSWER_TO_QUESTION ? 3 : 0;
    case LGM_ACT_DENY:
    case LGM_ACT_DISMISS: return to & LGM_ANSWER_TO_DENIAL ? 3 : 0;
    case LGM_ACT_BELIEVE: return charge || word ? 1 : 0;
    case LGM_ACT_PRAISE:
    case LGM_ACT_CLAIM_RESPONSIBILITY: return word ? 1 : 0;
    default: return 0;
    }
}

/* The same where what is denied is told: a statement. A plan or a wish is no matter of fact. */
static int fit_matter(lgm_act act)
{
    const int fit = act == LGM_ACT_PRAISE ? 0 : fit_of(LGM_ANSWER_TO_CHARGE, act);
    return fit ? fit : fit_of(LGM_ANSWER_TO_WORD | LGM_ANSWER_TO_WARNING, act);
}

/* Do the two tell of the same, or merely of the same things? */
static bool is_same_matter(const match *k, uint32_t words)
{
    return k->shared.words >= words && SAME * k->shared.words >= k->fewer;
}

static bool by_noun(const lgm_stance *s, const match *k, bool held)
{
    const uint32_t shared = k->shared.words + k->shared.entities;
    const bool accused = k->concerns && k->fit > 1;
    if (s->told && held) return k->shared.words > 0 || k->before || k->fit == 3;
    if (s->told)
        return (accused && shared > 0 && s->how == LGM_ANSWER_DENIES) ||
               (k->shared.words > 0 && shared > 1 && (k->before || is_same_matter(k, 1))) ||
               (s->sweeping && accused && s->to & LGM_ANSWER_TO_CHARGE);
    return held || (k->before && !s->bare) || (accused && !(s->to & LGM_ANSWER_TO_WORD)) ||
           (k->concerns && k->shared.words > 0);
}

static bool by_matter(const lgm_stance *s, const match *k)
{
    if (s->to & LGM_ANSWER_TO_DEMAND) return k->concerns && k->shared.words > 0;
    if (s->how == LGM_ANSWER_CONFIRMS && k->before && k->fewer && k->shared.words == k->fewer)
        return true; /* "confirmed the talks" */
    if (s->how == LGM_ANSWER_DENIES && k->concerns && k->before && k->fit == 3 && s->is_noun)
        return true; /* "accused him of stealing. He denied the thefts" */
    if (s->how == LGM_ANSWER_CONFIRMS)
        return (k->shared.words > 2 && 3 * k->shared.words >= 2 * k->fewer) ||
               (k->concerns && k->fit == 3 && k->shared.words > 1);
    return is_same_matter(k, 2) || (k->concerns && k->shared.words > 0 &&
                                    (k->fit > 1 || k->shared.words > 1 || is_same_matter(k, 1)));
}

static bool is_meant(const lgm_stance *s, const match *k, bool held)
{
    switch (s->basis) {
    case LGM_BASIS_NOUN: return by_noun(s, k, held);
    case LGM_BASIS_MATTER: return by_matter(s, k);
    case LGM_BASIS_CHARGE:
        return (k->concerns && (k->fit > 2 || k->shared.words > 0 || (k->before && k->does))) ||
               by_matter(s, k);
    default: return false;
    }
}

/* "Insisted that the union agree to cuts": a demand by its cue. */
static bool insists(const lgm_trees *t, uint32_t claim)
{
    const lgm_parts *const cue = &t->doc->claims[claim].cue;
    for (uint8_t i = 0; i < cue->n; i++)
        for (uint32_t w = cue->at[i].start; w < cue->at[i].end; w++)
            if (lgm_answer_word(t->doc, w) & LGM_ANSWER_INSISTING) return true;
    return false;
}

static match compare(const lgm_matters *m, uint32_t claim, uint32_t c, const lgm_stance *s,
                     uint32_t before)
{
    const lgm_act act = (lgm_act)lgm_doc_act(m->t->doc, c).act;
    match k = {.fit = s->basis == LGM_BASIS_NOUN || s->to ? fit_of(s->to, act) : fit_matter(act)};
    const uint32_t speaker = lgm_doc_who(m->t->doc, c).speaker;
    const bool held = s->holder != LGM_NONE && lgm_answer_is_made_by(m, c, s->holder);
    if (k.fit == 0 && s->to & LGM_ANSWER_TO_DEMAND && insists(m->t, c)) k.fit = 1;
    if (s->to == LGM_ANSWER_TO_ANY && k.fit > 1) k.fit = 1; /* whatever it was, the last one */
    if (k.fit == 0 || lgm_answer_same_speaker(m, claim, c)) return (match){.fit = 0};
    if (s->holder != LGM_NONE && !held && speaker != LGM_NONE) return (match){.fit = 0};
    k.shared = lgm_answer_share(m, claim, c);
    k.fewer = m->of[claim].n_words < m->of[c].n_words ? m->of[claim].n_words : m->of[c].n_words;
    k.concerns = lgm_answer_concerns(m, c, claim);
    k.before = before != LGM_NONE && (c == before || lgm_doc_parent(m->t->doc, c) == before);
    k.does = k.before && k.concerns && lgm_answer_tells_deed(m, c, claim);
    if (!is_meant(s, &k, held)) return (match){.fit = 0};
    const uint32_t words = k.shared.words < 3 ? k.shared.words : 3;
    k.points = 2 * k.fit + 4 * held + 2 * k.concerns + 2 * (int)words + (k.shared.entities > 0) +
               2 * k.before;
    return k;
}

static void add(lgm_targets *to, uint32_t claim)
{
    for (uint32_t i = 0; i < to->n; i++)
        if (to->at[i] == claim) return;
    if (to->n < LGM_ANSWER_MOST) to->at[to->n++] = claim;
}

/* The claim that the noun is the cue of, before it: "faces charges of fraud, which he denied". */
static void add_named(const lgm_matters *m, uint32_t claim, const lgm_stance *s, lgm_targets *to)
{
    const lgm_doc *const doc = m->t->doc;
    if (s->basis != LGM_BASIS_NOUN || s->noun == LGM_NONE) return;
    for (uint32_t i = 1; i <= LGM_ANSWER_AHEAD && i <= claim; i++)
        if (lgm_parts_have(&doc->claims[claim - i].cue, s->noun) &&
            !lgm_answer_is_within(doc, claim, claim - i))
            add(to, claim - i);
}

/* "Lind says the firm knew, which it denies": the claim before it that has the words before the
 * relative pronoun, the innermost one. */
static void add_clause(const lgm_matters *m, uint32_t claim, uint32_t noun, lgm_targets *to)
{
    const lgm_doc *const doc = m->t->doc;
    for (uint32_t i = 1; i <= LGM_ANSWER_AHEAD && i <= claim; i++) {
        const uint32_t c = claim - i;
        if (lgm_answer_is_within(doc, claim, c) || lgm_answer_same_speaker(m, claim, c) ||
            lgm_tree_sent(m->t, doc->claims[c].content.at[0].start) != lgm_tree_sent(m->t, noun))
            continue;
        if (!lgm_parts_have(&doc->claims[c].content, noun)) continue;
        add(to, c);
        return;
    }
}

/* What stands within the claim itself: "the union's claim that ...", "that he had threatened". */
static void add_nested(const lgm_matters *m, uint32_t claim, const lgm_stance *s, lgm_targets *to)
{
    const lgm_doc *const doc = m->t->doc;
    const bool noun = s->basis == LGM_BASIS_NOUN;
    if (s->noun == LGM_NONE || !(noun || (s->by_cue && s->how == LGM_ANSWER_DENIES))) return;
    for (uint32_t c = claim + 1; c < doc->n_claims && c <= claim + LGM_ANSWER_AHEAD; c++) {
        const uint8_t act = lgm_doc_act(doc, c).act;
        if (lgm_doc_parent(doc, c) == claim && lgm_parts_have(&doc->claims[c].cue, s->noun) &&
            (noun || (act != LGM_ACT_OTHER && act != LGM_ACT_BELIEVE && act != LGM_ACT_DEMAND)))
            add(to, c);
    }
}

/* Who made a claim, told it again: what is answered is the first telling. */
static uint32_t first_telling(const lgm_matters *m, uint32_t claim, uint32_t answer)
{
    const lgm_doc *const doc = m->t->doc;
    const uint32_t who = lgm_doc_who(doc, claim).speaker;
    uint32_t first = claim;
    for (uint32_t i = 1; who != LGM_NONE && i <= LGM_ANSWER_BACK && i <= claim; i++) {
        const uint32_t c = claim - i;
        const lgm_shared both = lgm_answer_share(m, claim, c);
        const uint32_t few =
            m->of[claim].n_words < m->of[c].n_words ? m->of[claim].n_words : m->of[c].n_words;
        if (both.words >= RETOLD && SAME * both.words > few && lgm_answer_is_made_by(m, c, who) &&
            lgm_doc_act(doc, c).act == lgm_doc_act(doc, claim).act &&
            !lgm_answer_is_within(doc, answer, c))
            first = c;
    }
    return first;
}

/* Keeps those that are as good as the best, of a plural; else the best. */
static void choose(const lgm_matters *m, uint32_t claim, lgm_targets *to, const uint32_t *at,
                   const int *points, uint32_t n, bool many)
{
    const lgm_doc *const doc = m->t->doc;
    int best = 0;
    for (uint32_t i = 0; i < n; i++)
        if (points[i] > best) best = points[i];
    for (uint32_t i = 0; i < n; i++) {
        if (points[i] < (many ? best - ALIKE : best)) continue;
        bool outer = false; /* of one that is chosen */
        for (uint32_t k = 0; k < to->n; k++) outer |= lgm_answer_is_within(doc, to->at[k], at[i]);
        if (outer) continue;
        add(to, first_telling(m, at[i], claim));
        if (!many) return;
    }
}

/* What is told after the denial must be the charge itself. */
static bool is_told_after(const match *k)
{
    return k->concerns && (k->fit > 1 || is_same_matter(k, 2));
}

/* "A third said he had beaten her": told of who denies everything, beside what accuses him. */
static bool is_one_more_charge(const lgm_matters *m, uint32_t c, uint32_t claim,
                               const lgm_targets *to)
{
    const uint8_t act = lgm_doc_act(m->t->doc, c).act;
    if (act != LGM_ACT_STATE && act != LGM_ACT_REPORT && act != LGM_ACT_REVEAL) return false;
    if (!lgm_answer_tells_deed(m, c, claim) || lgm_answer_same_speaker(m, c, claim)) return false;
    for (uint32_t i = 0; i < to->n; i++)
        if (lgm_doc_act(m->t->doc, to->at[i]).act == LGM_ACT_ACCUSE && to->at[i] != c &&
            lgm_answer_apart(m, to->at[i], c) <= LGM_ANSWER_NEAR)
            return true;
    return false;
}

static void add_charges(const lgm_matters *m, uint32_t claim, const lgm_stance *s, lgm_targets *to)
{
    const lgm_targets found = *to;
    if (s->how != LGM_ANSWER_DENIES || !s->many || s->told || s->holder != LGM_NONE ||
        !(s->to & LGM_ANSWER_TO_CHARGE))
        return;
    for (uint32_t i = 1; i <= LGM_ANSWER_BACK && i <= claim; i++)
        if (lgm_doc_parent(m->t->doc, claim - i) == LGM_NONE &&
            is_one_more_charge(m, claim - i, claim, &found))
            add(to, claim - i);
}

static void look(const lgm_matters *m, uint32_t claim, const lgm_stance *s, bool ahead,
                 lgm_targets *to)
{
    const lgm_doc *const doc = m->t->doc;
    const uint32_t before = lgm_answer_turn_before(m, claim);
    uint32_t at[LGM_ANSWER_BACK], n = 0;
    int points[LGM_ANSWER_BACK];
    for (uint32_t i = 1; i <= (ahead ? LGM_ANSWER_AHEAD : LGM_ANSWER_BACK); i++) {
        if (ahead ? claim + i >= doc->n_claims : i > claim) break;
        const uint32_t c = ahead ? claim + i : claim - i;
        if (lgm_answer_is_within(doc, c, claim) || lgm_answer_is_within(doc, claim, c)) continue;
        if (ahead && lgm_answer_apart(m, c, claim) > LGM_ANSWER_NEAR) break;
        const match k = compare(m, claim, c, s, before);
        if (k.fit == 0 || (ahead && !is_told_after(&k))) continue;
        at[n] = c;
        points[n++] = k.points;
    }
    const bool many = s->many && s->holder == LGM_NONE; /* "the lab's findings": not all it said */
    choose(m, claim, to, at, points, n, many);
}

void lgm_answer_targets(const lgm_matters *m, uint32_t claim, const lgm_stance *s, lgm_targets *to)
{
    to->n = 0;
    if (s->basis == LGM_BASIS_NONE) return;
    if (s->basis == LGM_BASIS_TURN) {
        const uint32_t c = lgm_answer_turn_before(m, claim);
        if (c != LGM_NONE) add(to, c);
        return;
    }
    if (s->basis == LGM_BASIS_CLAUSE) {
        add_clause(m, claim, s->noun, to);
        return;
    }
    add_named(m, claim, s, to);
    if (to->n > 0) return;
    add_nested(m, claim, s, to);
    const uint32_t nested = to->n;
    look(m, claim, s, false, to);
    add_charges(m, claim, s, to);
    if (to->n == nested && s->how == LGM_ANSWER_DENIES) look(m, claim, s, true, to);
}
