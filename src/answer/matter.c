/* matter.c - gathered once, claim after claim; two are compared as sorted lists. */
#include "answer/matter.h"

#include <stdlib.h>
#include <string.h>

#include "answer/answer_words.h"
#include "base/fold.h"
#include "tree/shape.h"

enum {
    STEM = 5,   /* bytes by which words are compared */
    LEAST = 3,  /* bytes that an ending leaves */
    FEW = 24,   /* claims of a report in which no word is common */
    COMMON = 3, /* a word in one claim of so many tells nothing */
    ABOVE = 8   /* words of a source that are looked at above a mention */
};

/* "Beating" and "beat", "deception" and "decept": without an ending, a doubled letter or a last
 * "e". */
static size_t without_ending(const char *word, size_t len)
{
    static const char *const ENDINGS[] = {"ing", "ion", "ment", "er", "s", "ed"};
    for (size_t i = 0; i < LGM_COUNT(ENDINGS); i++) {
        const size_t n = strlen(ENDINGS[i]);
        if (len < n + LEAST || memcmp(word + len - n, ENDINGS[i], n) != 0) continue;
        len -= n;
        break;
    }
    if (len > LEAST && (word[len - 1] == 'e' || word[len - 1] == word[len - 2])) len--;
    return len;
}

static uint32_t stem_of(const lgm_doc *doc, uint32_t token)
{
    char lower[LGM_FOLD_ROOM(31)];
    lgm_slice s = lgm_doc_lemma(doc, token);
    if (s.len > 31) s.len = 31;
    const size_t len = without_ending(lower, lgm_fold_lower(s.ptr, s.len, lower));
    return (uint32_t)(lgm_hash64(0, lower, len < STEM ? len : STEM) >> 32);
}

/* "Say" and "have" are in any claim; "allegation" and "false" are how it is spoken of. */
static bool tells(const lgm_trees *t, uint32_t w)
{
    const uint8_t upos = t->upos[w];
    if (upos != LGM_UPOS_NOUN && upos != LGM_UPOS_VERB && upos != LGM_UPOS_ADJ &&
        upos != LGM_UPOS_NUM)
        return false;
    const lgm_slice lemma = lgm_doc_lemma(t->doc, w);
    if (lemma.len < 3 || LGM_SLICE_IN(lemma, "have", "make", "take", "get", "give", "come", "say",
                                      "tell", "such", "other", "many", "more", "any", "own", "want",
                                      "know", "think", "include", "people", "year", "day", "time",
                                      "thing", "way", "one", "last", "first", "new", "use"))
        return false;
    return upos == LGM_UPOS_VERB ||
           !(lgm_answer_word(t->doc, w) & (LGM_ANSWER_TO_ANY | LGM_ANSWER_FALSE | LGM_ANSWER_TRUE));
}

static int by_value(const void *a, const void *b)
{
    const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

static uint32_t sort_unique(uint32_t *at, uint32_t n)
{
    uint32_t kept = 0;
    if (n > 1) qsort(at, n, sizeof *at, by_value);
    for (uint32_t i = 0; i < n; i++)
        if (kept == 0 || at[kept - 1] != at[i]) at[kept++] = at[i];
    return kept;
}

/* Tokens of a claim's part, up to the reach of this room, one after another. */
typedef bool see(void *to, uint32_t token);
static bool each(const lgm_parts *p, see *fn, void *to)
{
    uint32_t left = LGM_ANSWER_REACH;
    for (uint8_t i = 0; i < p->n; i++)
        for (uint32_t w = p->at[i].start; w < p->at[i].end && left > 0; w++, left--)
            if (!fn(to, w)) return false;
    return true;
}

typedef struct gathering {
    lgm_matters *m;
    lgm_arena *scratch;
    const lgm_parts *source;
    uint32_t words, entities; /* so far */
} gathering;

/* "Lind, who | is accused": she who the clause is about. */
static uint32_t entity_of(const lgm_matters *m, uint32_t w)
{
    const lgm_trees *const t = m->t;
    if (t->word[w] != LGM_PRO_WHO && t->word[w] != LGM_PRO_WHICH) return m->by_head[w];
    const uint32_t verb = t->doc->head[w];
    if (verb == LGM_NONE || t->rel[verb] != LGM_REL_acl) return LGM_NONE;
    const uint32_t noun = t->doc->head[verb], up = t->doc->head[noun];
    const bool title = t->rel[noun] == LGM_REL_nmod && up > noun; /* "mayor | Lind, who" */
    return m->by_head[title ? up : noun];
}

/* The state of "Tolvan" where the report names Tolva: the same stem; or LGM_NONE. */
static uint32_t state_of(const lgm_matters *m, uint32_t w)
{
    const lgm_doc *const doc = m->t->doc;
    if (m->t->upos[w] != LGM_UPOS_ADJ || !lgm_tree_is_capital(lgm_doc_form(doc, w)))
        return LGM_NONE;
    const uint32_t stem = stem_of(doc, w);
    for (size_t i = 0; i < m->states.n; i++)
        if (m->states.at[i].stem == stem) return m->states.at[i].entity;
    return LGM_NONE;
}

/* The states that are named, the first LGM_ANSWER_STATES. */
static bool read_states(lgm_matters *m, lgm_arena *scratch)
{
    const lgm_doc *const doc = m->t->doc;
    for (uint32_t e = 0; e < doc->n_entities && m->states.n < LGM_ANSWER_STATES; e++) {
        const lgm_doc_entity *const x = &doc->entities[e];
        if (x->type != LGM_ENTITY_GPE || x->name == LGM_NONE) continue;
        const lgm_answer_state state = {stem_of(doc, doc->names[x->name].tokens.start), e};
        if (!lgm_vec_push(scratch, &m->states, state)) return false;
    }
    return true;
}

static bool see_content(void *to, uint32_t w)
{
    gathering *const g = to;
    uint32_t entity = entity_of(g->m, w);
    if (entity == LGM_NONE) entity = state_of(g->m, w);
    if (entity != LGM_NONE && g->entities < LGM_ANSWER_ENTITIES) {
        g->entities++;
        if (!lgm_vec_push(g->scratch, &g->m->entities, entity)) return false;
    }
    if (g->words == LGM_ANSWER_WORDS || !tells(g->m->t, w)) return true;
    g->words++;
    return lgm_vec_push(g->scratch, &g->m->words, stem_of(g->m->t->doc, w));
}

/* Within a relative clause others are named: "Lind, who had accused Berg". */
static bool is_in_clause(const lgm_trees *t, const lgm_parts *source, uint32_t w)
{
    for (int i = 0; i < ABOVE && w != LGM_NONE && lgm_parts_have(source, w); i++) {
        if (t->rel[w] == LGM_REL_acl || t->rel[w] == LGM_REL_advcl) return true;
        w = t->doc->head[w];
    }
    return false;
}

static bool see_source(void *to, uint32_t w)
{
    gathering *const g = to;
    const uint32_t entity = g->m->by_head[w];
    if (entity == LGM_NONE || g->entities == LGM_ANSWER_ENTITIES ||
        is_in_clause(g->m->t, g->source, w))
        return true;
    g->entities++;
    return lgm_vec_push(g->scratch, &g->m->entities, entity);
}

static bool gather(lgm_matters *m, lgm_arena *scratch, uint32_t claim)
{
    const lgm_doc_claim *const c = &m->t->doc->claims[claim];
    lgm_matter *const to = &m->of[claim];
    gathering g = {.m = m, .scratch = scratch, .source = &c->source};
    to->word = (uint32_t)m->words.n;
    to->entity = (uint32_t)m->entities.n;
    if (!each(&c->content, see_content, &g)) return false;
    to->n_words = sort_unique(m->words.at + to->word, g.words);
    m->words.n = to->word + to->n_words;
    to->n_entities = g.entities;
    to->party = (uint32_t)m->entities.n;
    g.entities = 0;
    const uint32_t speaker = lgm_doc_who(m->t->doc, claim).speaker;
    if (speaker != LGM_NONE && !lgm_vec_push(scratch, &m->entities, speaker)) return false;
    if (!each(&c->source, see_source, &g)) return false;
    to->n_party = (uint32_t)m->entities.n - to->party;
    return true;
}

/* Drops the words that stand in too many claims. */
static bool drop_common(lgm_matters *m, lgm_arena *scratch)
{
    const uint32_t n_claims = m->t->doc->n_claims;
    const size_t n = m->words.n;
    if (n_claims < FEW || n == 0) return true;
    uint32_t *const all = lgm_arena_alloc(scratch, n * sizeof *all);
    if (!all) return false;
    memcpy(all, m->words.at, n * sizeof *all);
    qsort(all, n, sizeof *all, by_value);
    size_t common = 0;
    for (size_t i = 0, j; i < n; i = j) {
        for (j = i; j < n && all[j] == all[i];) j++;
        if (j - i > n_claims / COMMON) all[common++] = all[i];
    }
    for (uint32_t c = 0; c < n_claims && common > 0; c++) {
        lgm_matter *const to = &m->of[c];
        uint32_t kept = 0, *const at = m->words.at + to->word;
        for (uint32_t i = 0; i < to->n_words; i++)
            if (!bsearch(&at[i], all, common, sizeof *all, by_value)) at[kept++] = at[i];
        to->n_words = kept;
    }
    return true;
}

static const uint32_t *entities_by_head(const lgm_doc *doc, lgm_arena *scratch)
{
    uint32_t *const of = lgm_arena_alloc(scratch, doc->n_tokens * sizeof *of);
    for (uint32_t i = 0; of && i < doc->n_tokens; i++) of[i] = LGM_NONE;
    for (uint32_t i = 0; of && i < doc->n_mentions; i++)
        if (doc->mentions[i].entity != LGM_NONE)
            of[doc->mentions[i].head] = doc->mentions[i].entity;
    return of;
}

bool lgm_answer_read_matters(lgm_matters *m, const lgm_trees *t, lgm_arena *scratch)
{
    *m = (lgm_matters){.t = t};
    m->by_head = entities_by_head(t->doc, scratch);
    m->of = lgm_arena_calloc(scratch, t->doc->n_claims, sizeof *m->of);
    if (!m->by_head || !m->of || !read_states(m, scratch)) return false;
    for (uint32_t c = 0; c < t->doc->n_claims; c++)
        if (!gather(m, scratch, c)) return false;
    return drop_common(m, scratch);
}

bool lgm_answer_same_word(const lgm_matters *m, uint32_t a, uint32_t b)
{
    return tells(m->t, a) && tells(m->t, b) && stem_of(m->t->doc, a) == stem_of(m->t->doc, b);
}

static bool is_doer(const lgm_trees *t, uint32_t w)
{
    const uint32_t verb = t->doc->head[w];
    if (t->rel[w] != LGM_REL_nsubj || verb == LGM_NONE || t->upos[verb] != LGM_UPOS_VERB)
        return false;
    for (uint32_t c = lgm_tree_left(t, verb); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (t->rel[c] == LGM_REL_aux && lgm_doc_lemma_is(t->doc, c, "be"))
            return strcmp(t->doc->xpos.of ? lgm_doc_xpos(t->doc, verb) : "", "VBG") == 0;
    return true;
}

bool lgm_answer_tells_deed(const lgm_matters *m, uint32_t claim, uint32_t speaker)
{
    const lgm_parts *const p = &m->t->doc->claims[claim].content;
    uint32_t left = LGM_ANSWER_REACH;
    for (uint8_t i = 0; i < p->n; i++)
        for (uint32_t w = p->at[i].start; w < p->at[i].end && left > 0; w++, left--) {
            const uint32_t e = entity_of(m, w);
            if (e != LGM_NONE && is_doer(m->t, w) && lgm_answer_is_party(m, speaker, e))
                return true;
        }
    return false;
}
