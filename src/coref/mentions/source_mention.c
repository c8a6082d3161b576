/*
 * source_mention.c - which mention the source of a claim is.
 *
 * A source is what its head word is: the word that hangs on nothing inside of it. But trees are
 * wrong where titles are long, so "the head of the port of Velmora, Ada Lind" is the name that it
 * ends with.
 */
#include "coref/mentions/source_mention.h"

#include <string.h>

#include "phrase/speaks.h"
#include "legomena/kinds.h"

/* "Ann Lee and Bo Ek said": both, where the mention of both ends within the source. */
static uint32_t widest(const lgm_doc_mention *mentions, uint32_t m, const lgm_parts *p)
{
    const uint32_t head = mentions[m].head;
    uint32_t best = m;
    for (uint32_t i = m; i-- > 0 && mentions[i].tokens.end > head;)
        if (mentions[i].head == head && lgm_parts_have(p, mentions[i].tokens.start) &&
            lgm_parts_have(p, mentions[i].tokens.end - 1))
            best = i;
    return best;
}

enum { CLIMB = 3, FEW_WORDS = 3 };

static bool has_comma_before(const lgm_trees *t, uint32_t word)
{
    return word > 0 && lgm_slice_eq(lgm_doc_form(t->doc, word - 1), LGM_SLICE(","));
}

/* The head of the mention that ends right before a word, but for a comma; LGM_NONE. */
static uint32_t head_before(const lgm_coref_heads *h, uint32_t word)
{
    const lgm_trees *const t = h->t;
    uint32_t k = word;
    if (has_comma_before(t, k)) k--;
    while (k-- > 0) {
        if (h->of[k] != LGM_NONE) return k;
        if (lgm_tree_name(t, k) == LGM_NONE || k == 0 ||
            lgm_tree_name(t, k - 1) != lgm_tree_name(t, k))
            break; /* not of one name */
    }
    return LGM_NONE;
}

/* A body or a country: by its name or by the noun. */
static bool is_body(const lgm_trees *t, uint32_t head)
{
    const uint32_t name = lgm_tree_name(t, head);
    if (name == LGM_NONE)
        return (lgm_phrase_speaks(t->doc, head, head + 1) &
                (LGM_SPEAKS_BODY | LGM_SPEAKS_OUTLET_WORD)) != 0;
    return t->doc->names[name].type == LGM_ENTITY_ORG || t->doc->names[name].type == LGM_ENTITY_GPE;
}

/* "the mayor, who said": the noun that the clause of the word belongs to. */
static uint32_t noun_by_tree(const lgm_coref_heads *h, uint32_t word)
{
    const lgm_trees *const t = h->t;
    uint32_t verb = t->doc->head[word]; /* or another that it stands in a row with, or depends on */
    for (int i = 0; i < CLIMB && verb != LGM_NONE && t->rel[verb] != LGM_REL_acl; i++)
        verb = t->doc->head[verb];
    if (verb == LGM_NONE || t->rel[verb] != LGM_REL_acl) return LGM_NONE;
    uint32_t noun = t->doc->head[verb];
    if (noun == LGM_NONE || noun > word) return LGM_NONE;
    const uint32_t of =
        t->doc->head[noun]; /* "officials in the ministry, who": officials are persons */
    if (t->word[word] == LGM_PRO_WHO && !h->person[noun] && t->rel[noun] == LGM_REL_nmod &&
        of != LGM_NONE && h->person[of] && h->of[of] != LGM_NONE)
        noun = of;
    return noun;
}

/* What "who", "which" or "that" stands for. Trees hang what follows "Lind, who" on all sorts of
 * words, and "a letter from the council, which" on the letter. */
static uint32_t antecedent(const lgm_coref_heads *h, uint32_t word)
{
    const lgm_trees *const t = h->t;
    const uint8_t is = t->word[word];
    if ((is != LGM_PRO_WHO && is != LGM_PRO_WHICH && is != LGM_PRO_THIS) ||
        t->upos[word] != LGM_UPOS_PRON)
        return LGM_NONE;
    const uint32_t noun = noun_by_tree(h, word), before = head_before(h, word);
    const uint32_t m = noun == LGM_NONE ? LGM_NONE : h->of[noun];
    if (before == LGM_NONE) return m;
    const bool person = is == LGM_PRO_WHO && m == LGM_NONE && h->person[before];
    const bool body = is == LGM_PRO_WHICH && noun != LGM_NONE && has_comma_before(t, word) &&
                      !is_body(t, noun) && is_body(t, before);
    return person || body ? h->of[before] : m;
}

static bool names_person(const lgm_trees *t, uint32_t token)
{
    return lgm_tree_name(t, token) != LGM_NONE &&
           t->doc->names[lgm_tree_name(t, token)].type == LGM_ENTITY_PER;
}

/* "One of the men, former mayor Jon Ek, said": the name behind the comma, with nothing but a title
 * before it. Trees hang it on all sorts of words. */
static uint32_t one_by_name(const lgm_coref_heads *h, const lgm_parts *p, uint32_t one)
{
    const lgm_trees *const t = h->t;
    bool comma = false;
    for (uint32_t k = one + 1; k < t->doc->n_tokens && lgm_parts_have(p, k); k++) {
        if (lgm_slice_eq(lgm_doc_form(t->doc, k), LGM_SLICE("("))) return LGM_NONE; /* (a list) */
        if (lgm_slice_eq(lgm_doc_form(t->doc, k), LGM_SLICE(","))) {
            comma = true;
            continue;
        }
        const uint8_t u = t->upos[k];
        if (comma && names_person(t, k) && h->of[k] != LGM_NONE) return h->of[k];
        comma = comma && (u == LGM_UPOS_NOUN || u == LGM_UPOS_ADJ || u == LGM_UPOS_PROPN ||
                          u == LGM_UPOS_ADP);
    }
    return LGM_NONE;
}

/* What may stand in "the FSB (the agency) chief Ada Lind" before the name, and in "the head of the
 * FSB, Ada Lind". */
static bool is_of_title(const lgm_trees *t, uint32_t k, bool comma)
{
    if (lgm_tree_name(t, k) != LGM_NONE) return !comma || !names_person(t, k);
    switch (t->upos[k]) {
    case LGM_UPOS_NOUN:
    case LGM_UPOS_PROPN:
    case LGM_UPOS_ADJ:
    case LGM_UPOS_DET:
    case LGM_UPOS_PART: return true;
    case LGM_UPOS_PUNCT: return !lgm_slice_eq(lgm_doc_form(t->doc, k), LGM_SLICE(","));
    case LGM_UPOS_ADP:
    case LGM_UPOS_NUM: return comma;
    default: return false;
    }
}

/* The tokens are a title of one person: no verb, nobody else, and its noun is no plural. */
static bool is_title(const lgm_trees *t, uint32_t from, uint32_t to, bool comma)
{
    uint32_t noun = LGM_NONE;
    for (uint32_t k = from; k < to; k++) {
        if (!is_of_title(t, k, comma)) return false;
        const bool behind =
            k > from && lgm_tree_name(t, k) == LGM_NONE && t->upos[k] == LGM_UPOS_ADP;
        if (noun == LGM_NONE && (behind || k + 1 == to)) noun = behind ? k - 1 : k;
    }
    if (noun == LGM_NONE || (t->upos[noun] != LGM_UPOS_NOUN && t->upos[noun] != LGM_UPOS_PROPN))
        return false;
    const char *const x = t->doc->xpos.of ? lgm_doc_xpos(t->doc, noun) : "";
    const size_t n = strlen(x);
    return n == 0 || x[n - 1] != 'S';
}

/* The person whose name ends the source, with nothing but a title before it. Trees hang the name on
 * the body in the title. */
static uint32_t titled_person(const lgm_coref_heads *h, const lgm_parts *p)
{
    const lgm_trees *const t = h->t;
    uint32_t end = p->n == 1 ? p->at[0].end : 0;
    if (end > 0 && has_comma_before(t, end)) end--;
    if (end == 0 || !names_person(t, end - 1)) return LGM_NONE;
    const lgm_tokspan name = t->doc->names[lgm_tree_name(t, end - 1)].tokens;
    const bool comma = has_comma_before(t, name.start);
    if (name.end != end || name.start < p->at[0].start + 1 + comma) return LGM_NONE;
    if (!is_title(t, p->at[0].start, name.start - comma, comma)) return LGM_NONE;
    for (uint32_t k = name.start; k < name.end; k++)
        if (h->of[k] != LGM_NONE) return h->of[k];
    return LGM_NONE;
}

uint32_t lgm_coref_source(const lgm_coref_heads *h, const lgm_parts *source)
{
    const lgm_trees *const t = h->t;
    uint32_t any = titled_person(h, source), led_to = LGM_NONE, words = 0;
    if (any != LGM_NONE) return any;
    for (uint32_t i = 0; i < source->n; i++) words += source->at[i].end - source->at[i].start;
    for (uint32_t i = 0; i < source->n; i++)
        for (uint32_t k = source->at[i].start; k < source->at[i].end; k++) {
            const uint32_t noun = antecedent(h, k);
            if (noun != LGM_NONE) return noun;
            const bool one = t->word[k] == LGM_PRO_ONE && lgm_tree_is_top(t->doc, source, k);
            const uint32_t named = one ? one_by_name(h, source, k) : LGM_NONE;
            if (named != LGM_NONE) return named;
            if (h->of[k] == LGM_NONE) continue;
            if (lgm_tree_is_top(t->doc, source, k)) return h->of[k];
            if (led_to == LGM_NONE && lgm_tree_is_loose(t->doc, source, k)) led_to = h->of[k];
            if (any == LGM_NONE) any = h->of[k];
        }
    if (led_to != LGM_NONE) return led_to;
    return words <= FEW_WORDS ? any : LGM_NONE; /* of more, a part is not the whole */
}

uint32_t lgm_coref_widest_source(const lgm_coref_heads *h, const lgm_doc_mention *mentions,
                                 const lgm_parts *source)
{
    const uint32_t m = lgm_coref_source(h, source);
    return m == LGM_NONE ? m : widest(mentions, m, source);
}
