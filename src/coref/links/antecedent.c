/*
 * antecedent.c - the antecedent of each mention.
 *
 * The best candidate (choices.h) stands against the score for something new: mentions are taken
 * in text order. What the entity room found to be one name stays one, and rules.h says what may not
 * be joined. Where somebody is called both "he" and "she", everything is linked once more, and each
 * name is then what most of its pronouns say. Last, whoever says "I" in a quotation is the source
 * of the claim.
 */
#include "coref/links/antecedent.h"

#include "coref/links/bonus.h"
#include "coref/links/choices.h"
#include "coref/links/cluster.h"
#include "coref/links/last_speaker.h"
#include "coref/links/rules.h"
#include "legomena/kinds.h"

typedef struct linking {
    lgm_coref_linker *l;
    const lgm_coref_choice *choices; /* of open mentions, in order */
    lgm_coref_clusters who;
} linking;

/* What needs no scores: a name of an entity that was met before, or the same words as one of
 * its. */
static uint32_t certain(const linking *s, uint32_t i)
{
    const uint32_t group = s->l->at[i].group;
    if (group == LGM_NONE)
        lgm_coref_reason_is(s->l, i, s->l->prev_words[i],
                            "stands for what these words, the same, stood for before");
    return group != LGM_NONE ? s->who.placed[group] : s->l->cluster[s->l->prev_words[i]];
}

/* *at: the choices of i, moved on behind them. */
static uint32_t cluster_for(const linking *s, uint32_t i, const lgm_coref_choice **at)
{
    const lgm_coref_choice *c = *at;
    float best = c++->score;
    const bool varies = c->ante != LGM_NONE && lgm_coref_is_variation(&s->who, i);
    const float alone = best;
    uint32_t cluster = i;
    lgm_coref_reason_is(s->l, i, LGM_NONE, NULL);
    for (; c->ante != LGM_NONE; c++) {
        const uint32_t ante = c->ante;
        const float score = c->score + lgm_coref_bonus(&s->who, i, ante, varies);
        if (!(score > best) || !lgm_coref_may_join(&s->who, i, ante)) continue;
        best = score;
        cluster = s->l->cluster[ante];
        if (s->l->why)
            s->l->why[i] = (lgm_coref_reason){
                varies ? "varies the name of the subject before"
                       : "goes with these words before it by the scores of the network",
                ante, score, alone};
    }
    *at = c;
    const uint32_t spoke = cluster == i ? lgm_coref_last_speaker(&s->who, i) : LGM_NONE;
    if (spoke == LGM_NONE) return cluster;
    lgm_coref_reason_is(
        s->l, i, spoke,
        "is whoever spoke last, or the only person just named, since nothing nearer tells");
    return s->l->cluster[spoke];
}

static void link_all(linking *s)
{
    const lgm_coref_choice *c = s->choices;
    lgm_coref_clusters_reset(&s->who);
    for (uint32_t i = 0; i < s->l->n; i++) {
        const bool open = lgm_coref_is_open(s->l, i);
        lgm_coref_clusters_place(&s->who, i, open ? cluster_for(s, i, &c) : certain(s, i));
    }
}

/* ---- "I" ------------------------------------------------------------------------------------- */

static bool can_say_i(const lgm_doc *doc, const lgm_coref_mention *m)
{
    return m->make != LGM_MAKE_GROUP && m->number != 2 &&
           (m->name == LGM_NONE || doc->names[m->name].type == LGM_ENTITY_PER);
}

/* "I saw nothing," Ada Lind said: who says "I" in a quotation is its source, though it may come
 * after. */
static void join_first_persons(lgm_coref_linker *l)
{
    const lgm_trees *const t = l->t;
    for (uint32_t i = 0; i < l->n; i++) {
        const uint32_t head = l->at[i].head, c = l->content[head];
        if (l->at[i].make != LGM_MAKE_I || lgm_tree_quote(t, head) == LGM_NONE || c == LGM_NONE)
            continue;
        const uint32_t by = l->by[c];
        if (by == LGM_NONE || !can_say_i(t->doc, &l->at[by])) continue;
        l->cluster[i] = l->cluster[by];
        lgm_coref_reason_is(l, i, by, "is the source of the quotation that it stands in");
    }
}

bool lgm_coref_link(const lgm_coref_head *h, const lgm_kernels *k, lgm_arena *scratch,
                    lgm_coref_linker *l)
{
    const lgm_arena_mark mark = lgm_arena_save(scratch);
    linking s = {.l = l, .choices = lgm_coref_choose(h, k, scratch, l)};
    if (!s.choices || !lgm_coref_clusters_make(&s.who, h, l, scratch)) return false;
    link_all(&s);
    if (lgm_coref_clusters_learn(&s.who)) link_all(&s);
    join_first_persons(l);
    lgm_arena_rewind(scratch, mark);
    return true;
}
