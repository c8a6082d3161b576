/*
 * nouns.c - a noun that says that something is said, with its source and its clause.
 *
 *     Parliament voted for the ban, defying a warning from Minister Veld that it would cost 4,000
 *     jobs.
 *     Roos dismissed Veld's claim that the mill would close.
 *     Shares fell on a report in the Daily Ledger that the bank was short of cash.
 *
 * The claim is Veld's, and not of who votes or dismisses. data/attrib/claim_nouns.txt has the nouns
 * and whether their clause begins with "that" or "to". The source is a possessive before the noun,
 * or it stands between the two behind "by", "from", "of", or, for what is read or heard, behind
 * "in" or "on". Within the content of another claim the claim is one more: "Roos dismissed ..."
 * says something too.
 *
 * Limits: there is a source; no verb stands between the noun and its clause; "that" is no relative
 * pronoun ("a report by the agency that runs the port"), so its clause has a subject of its own;
 * "his promise to go" within another claim is left alone, since it is that claim's speaker who
 * promised, as a rule.
 */
#include "attrib/clause.h"
#include "attrib/claims.h"
#include "attrib/claim_words.h"
#include "legomena/kinds.h"
#include "tree/shape.h"

static const float RIGHT = 0.85f;

enum { FAR = 25 }; /* tokens between the noun and its clause */

typedef struct noun {
    uint32_t at;    /* the noun */
    uint32_t kinds; /* of its lemma */
    lgm_tokspan sentence;
    lgm_tokspan source, cue, content;
} noun;

/* Does the clause of this verb belong to the noun, by the tree? One that hangs elsewhere does too
 * behind an author: "a threat by the rebel leader, Commander Oko, to blow up the dam". */
static bool is_near(const lgm_trees *t, const noun *n, uint32_t verb, uint32_t mark)
{
    const uint32_t head = t->doc->head[verb];
    if (head == n->at) return true;
    if (head == LGM_NONE || (head < n->at && t->rel[verb] == LGM_REL_ccomp)) return false;
    return mark == n->at + 1 ||
           LGM_SLICE_IN(lgm_doc_form(t->doc, n->at + 1), "by", "from", "in", "on", "of");
}

/* Does "that" only join, and is no object of the verb? A verb with two objects has one of its own.
 * */
static bool joins(const lgm_trees *t, uint32_t that, uint32_t verb)
{
    bool mark = t->rel[that] == LGM_REL_mark;
    for (uint32_t c = lgm_tree_right(t, verb); c != LGM_NONE && !mark; c = lgm_tree_next(t, c))
        mark = t->rel[that] == LGM_REL_obj && t->rel[c] == LGM_REL_obj;
    if (!mark) return false;
    const uint32_t subject = lgm_tree_child(t, verb, LGM_REL_nsubj);
    return (subject != LGM_NONE && subject > that) ||
           lgm_tree_child(t, verb, LGM_REL_expl) != LGM_NONE ||
           lgm_tree_child(t, verb, LGM_REL_csubj) != LGM_NONE;
}

/* "That ..." or "to ...": the clause with this word as its mark. */
static bool is_clause(const lgm_trees *t, const noun *n, uint32_t mark)
{
    const bool that = lgm_tree_form_is(t->doc, mark, "that");
    const bool to = lgm_tree_form_is(t->doc, mark, "to") && t->rel[mark] == LGM_REL_mark;
    if (!that && !to) return false;
    if (!(n->kinds & (that ? LGM_ATTRIB_CLAIM_THAT : LGM_ATTRIB_CLAIM_TO))) return false;
    const uint32_t verb = t->doc->head[mark];
    if (verb == LGM_NONE || verb < mark || !is_near(t, n, verb, mark)) return false;
    if (that) return joins(t, mark, verb);
    return t->upos[verb] == LGM_UPOS_VERB || t->upos[verb] == LGM_UPOS_AUX;
}

static bool ends_clause(const lgm_doc *doc, uint32_t token)
{
    return LGM_SLICE_IN(lgm_doc_form(doc, token), ",", ".", ";", ":", "-", "–", "—") &&
           !(doc->tokens[token].flags & LGM_TOK_QUOTED);
}

static bool find_clause(const lgm_trees *t, noun *n)
{
    for (uint32_t m = n->at + 1; m < n->sentence.end && m <= n->at + FAR; m++) {
        if (t->upos[m] == LGM_UPOS_VERB || t->upos[m] == LGM_UPOS_AUX) return false;
        if (!is_clause(t, n, m)) continue;
        n->content = lgm_attrib_yield(t, t->doc->head[m], (lgm_tokspan){m, n->sentence.end});
        while (n->content.end > m + 1 && ends_clause(t->doc, n->content.end - 1)) n->content.end--;
        return n->content.end > m + 2;
    }
    return false;
}

/* "Veld's" or "his", before the noun. */
static bool find_possessor(const lgm_trees *t, noun *n)
{
    for (uint32_t c = lgm_tree_left(t, n->at); c != LGM_NONE; c = lgm_tree_next(t, c)) {
        if (t->rel[c] != LGM_REL_nmod || !lgm_attrib_is_possessor(t, c)) continue;
        const lgm_tokspan all = lgm_attrib_yield(t, c, (lgm_tokspan){n->sentence.start, n->at});
        n->source = all;
        n->cue = (lgm_tokspan){all.end, n->at + 1};
        while (n->cue.start < n->at && t->upos[n->cue.start] == LGM_UPOS_PUNCT) n->cue.start++;
        return all.start < all.end;
    }
    return false;
}

/* Is it something that is read or heard: "state radio", "the Daily Ledger"? */
static bool is_medium(const lgm_trees *t, uint32_t word)
{
    if (lgm_attrib_lemma_kinds(t->doc, word) & LGM_ATTRIB_MEDIUM) return true;
    if (lgm_tree_name(t, word) == LGM_NONE) return false;
    const uint8_t type = t->doc->names[lgm_tree_name(t, word)].type;
    return type == LGM_ENTITY_ORG || type == LGM_ENTITY_OTH;
}

/* Does the preposition lead to who says it? */
static bool leads_to_source(const lgm_trees *t, const noun *n, uint32_t prep)
{
    const lgm_slice form = lgm_doc_form(t->doc, prep);
    const uint32_t word = t->doc->head[prep];
    if (t->rel[prep] != LGM_REL_case || word == LGM_NONE || word <= prep) return false;
    if (prep != n->at + 1 && t->doc->head[word] != n->at) return false;
    if (t->upos[word] != LGM_UPOS_NOUN && t->upos[word] != LGM_UPOS_PROPN &&
        t->upos[word] != LGM_UPOS_PRON)
        return false;
    if (LGM_SLICE_IN(form, "by", "from")) return true;
    if (LGM_SLICE_IN(form, "of")) {
        const bool person = (lgm_attrib_lemma_kinds(t->doc, word) & LGM_ATTRIB_PEOPLE) != 0;
        return prep == n->at + 1 && (person || lgm_tree_name(t, word) != LGM_NONE);
    }
    return LGM_SLICE_IN(form, "in", "on") && is_medium(t, word);
}

/* "The mayor, Ada Lind,": a name between commas right behind, wherever the tree hangs it. */
static uint32_t with_name(const lgm_trees *t, uint32_t end, uint32_t limit)
{
    uint32_t to = end + 1;
    if (to >= limit || !lgm_slice_eq(lgm_doc_form(t->doc, end), LGM_SLICE(","))) return end;
    const uint32_t name = lgm_tree_name(t, to);
    while (to < limit && name != LGM_NONE && lgm_tree_name(t, to) == name) to++;
    const bool closed = to == limit || (to + 1 == limit && t->upos[to] == LGM_UPOS_PUNCT);
    return name != LGM_NONE && closed ? to : end;
}

/* "By Minister Veld", "in the Daily Ledger": behind the noun, before its clause. */
static bool find_author(const lgm_trees *t, noun *n)
{
    for (uint32_t p = n->at + 1; p + 1 < n->content.start; p++) {
        if (!leads_to_source(t, n, p)) continue;
        const uint32_t word = t->doc->head[p];
        lgm_tokspan s = lgm_attrib_yield(t, word, (lgm_tokspan){p + 1, n->content.start});
        while (s.end > s.start && t->upos[s.end - 1] == LGM_UPOS_PUNCT) s.end--;
        if (s.start >= s.end || t->upos[s.start] == LGM_UPOS_ADP) continue;
        s.end = with_name(t, s.end, n->content.start);
        n->source = s;
        n->cue = (lgm_tokspan){n->at, n->at + 1};
        while (
            n->cue.start > n->sentence.start && t->doc->head[n->cue.start - 1] == n->at &&
            (t->rel[n->cue.start - 1] == LGM_REL_amod || t->rel[n->cue.start - 1] == LGM_REL_det))
            n->cue.start--;
        return true;
    }
    return false;
}

static bool is_known(const lgm_attrib_draft *d, const noun *n)
{
    const uint32_t k = d->cue[n->at];
    return k != LGM_NONE && lgm_attrib_parts_meet(&d->claims->at.at[k].source, n->source) &&
           lgm_attrib_parts_meet(&d->claims->at.at[k].content, n->content);
}

/* A learned claim of this noun whose content holds the verb behind the clause too: "Orr's warning
 * that the dam would fail was ignored". */
static void cut_content(lgm_attrib_draft *d, const noun *n)
{
    const uint32_t next = n->content.end, verb = d->doc->head[n->at];
    const bool follows = next < n->sentence.end && (d->tree->upos[next] == LGM_UPOS_AUX ||
                                                    d->tree->upos[next] == LGM_UPOS_VERB);
    const bool runs_on = verb != LGM_NONE && verb >= next &&
                         lgm_parts_have(&d->claims->at.at[d->cue[n->at]].content, verb);
    if (follows || runs_on) lgm_attrib_take(d, d->cue[n->at], (lgm_tokspan){next, n->sentence.end});
}

/* "Pence echoed a statement by Orr that ...": a claim whose verb has the noun as its object, and
 * whose content begins at the clause, gets the whole phrase. False where there is no such claim.
 * */
static bool widen_content(lgm_attrib_draft *d, const noun *n)
{
    const uint32_t k = d->content[n->content.start], verb = d->doc->head[n->at];
    const uint32_t from = n->source.start < n->cue.start ? n->source.start : n->cue.start;
    if (k == LGM_NONE || verb == LGM_NONE || verb >= from || d->cue[verb] != k) return false;
    if (lgm_parts_have(&d->claims->at.at[k].cue, from)) return false;
    lgm_parts *const p = &d->claims->at.at[k].content;
    for (uint8_t i = 0; i < p->n; i++)
        if (p->at[i].start == n->content.start) {
            for (uint32_t t = from; t < n->content.start; t++) d->content[t] = k;
            p->at[i].start = from;
            return true;
        }
    return false;
}

/* "We know from his statement that ...": it is "we know that ...". */
static bool tells_whence(const lgm_attrib_draft *d, const noun *n)
{
    const uint32_t k = d->cue[n->at], verb = d->doc->head[n->at];
    const uint32_t prep = lgm_tree_child(d->tree, n->at, LGM_REL_case);
    return k != LGM_NONE && verb != LGM_NONE && d->cue[verb] == k && prep != LGM_NONE &&
           lgm_tree_form_is(d->doc, prep, "from");
}

static bool settle(lgm_attrib_draft *d, const noun *n)
{
    const lgm_attrib_found found = {
        n->source, n->cue, n->content, RIGHT,
        LGM_ATTRIB_RULE("A noun that says that something is said, with its source "
                        "and its clause (data/attrib/claim_nouns.txt)")};
    if (tells_whence(d, n)) return true;
    if (is_known(d, n)) {
        cut_content(d, n);
        return true;
    }
    if (d->content[n->at] == LGM_NONE && !widen_content(d, n)) return lgm_attrib_put(d, &found);
    const bool pronoun =
        n->source.end == n->source.start + 1 && d->tree->upos[n->source.start] == LGM_UPOS_PRON;
    if (pronoun && lgm_tree_form_is(d->doc, n->content.start, "to")) return true;
    return lgm_attrib_add(d, &found);
}

bool lgm_attrib_nouns(lgm_attrib_draft *d)
{
    const lgm_trees *const t = d->tree;
    for (uint32_t at = 0; at < d->doc->n_tokens; at++) {
        if (t->upos[at] != LGM_UPOS_NOUN || t->rel[at] == LGM_REL_compound) continue;
        noun n = {.at = at, .kinds = lgm_attrib_lemma_kinds(d->doc, at)};
        if (!(n.kinds & (LGM_ATTRIB_CLAIM_THAT | LGM_ATTRIB_CLAIM_TO))) continue;
        n.sentence = lgm_tree_sentence(t, at);
        if (!find_clause(t, &n) || !(find_possessor(t, &n) || find_author(t, &n))) continue;
        if (!settle(d, &n)) return false;
    }
    return true;
}
