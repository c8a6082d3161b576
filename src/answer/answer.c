/* answer.c - one claim after another, then the disputes. */
#include "answer/answer.h"

#include "answer/contrary.h"
#include "answer/dispute.h"
#include "answer/repeat.h"
#include "answer/stance.h"
#include "answer/answered.h"
#include "doc/why.h"

typedef LGM_VEC(lgm_claim_reply) reply_list;

typedef struct writer {
    const lgm_matters *m;
    lgm_arena *arena;
    reply_list replies;
} writer;

enum { RUN = 3 }; /* claims of one speaker that go on with one answer */

static bool has(const writer *w, uint32_t claim, uint32_t to)
{
    for (size_t i = w->replies.n; i > 0 && w->replies.at[i - 1].claim + RUN >= claim; i--) {
        const lgm_claim_reply *const r = &w->replies.at[i - 1];
        if (r->to == to && (r->claim == claim || lgm_answer_same_speaker(w->m, r->claim, claim)))
            return true;
    }
    return false;
}

/* What ties the two, for who asks why. */
typedef struct tie {
    lgm_tokspan words;
    const char *why; /* a sentence that the number of the other claim ends */
} tie;

static bool add(writer *w, uint32_t claim, uint32_t to, lgm_answer how, tie t)
{
    if (has(w, claim, to)) return true;
    LGM_WHY(w->m->t->doc, CLAIM, claim, "replies", t.words, "%s c%u", t.why, to + 1);
    return lgm_vec_push(w->arena, &w->replies, (lgm_claim_reply){claim, to, (uint8_t)how});
}

static tie tie_of(const lgm_stance *s)
{
    static const char *const WHY[] = {
        [LGM_BASIS_NONE] = "",
        [LGM_BASIS_NOUN] =
            "The words point back to a claim (data/answer/points.txt), and best fits",
        [LGM_BASIS_MATTER] = "What is said to be so or not so is what is told in",
        [LGM_BASIS_CHARGE] = "Who denies is accused (data/answer/blanks.txt) in",
        [LGM_BASIS_CLAUSE] = "The clause before the relative pronoun is told in",
        [LGM_BASIS_TURN] = "It is said in reply, and what another said right before is",
    };
    const bool known = s->noun != LGM_NONE;
    return (tie){known ? LGM_ONE_WORD(s->noun) : LGM_NO_WORDS, WHY[s->basis]};
}

/* A demand or a question is neither denied nor confirmed. */
static lgm_answer how_of(const lgm_doc *doc, lgm_answer how, uint32_t to)
{
    const uint8_t act = lgm_doc_act(doc, to).act;
    return act == LGM_ACT_DEMAND || act == LGM_ACT_ASK ? LGM_ANSWER_ANSWERS : how;
}

static bool find_replies(writer *w, uint32_t claim, uint32_t repeats)
{
    lgm_targets to;
    if (repeats != LGM_NONE)
        return add(w, claim, repeats, LGM_ANSWER_REPEATS,
                   (tie){LGM_NO_WORDS, "It says in the same words all that is said in"});
    const lgm_stance s = lgm_answer_stance(w->m, claim);
    lgm_answer_targets(w->m, claim, &s, &to);
    for (uint32_t i = 0; i < to.n; i++)
        if (!add(w, claim, to.at[i], how_of(w->m->t->doc, s.how, to.at[i]), tie_of(&s)))
            return false;
    if (to.n > 0) return true;
    const uint32_t contrary =
        s.basis == LGM_BASIS_NONE ? lgm_answer_contradicted(w->m, claim) : LGM_NONE;
    if (contrary != LGM_NONE)
        return add(
            w, claim, contrary, LGM_ANSWER_DENIES,
            (tie){LGM_NO_WORDS, "The same word is stated by one and denied by the other in"});
    const uint32_t question = lgm_answer_question(w->m, claim);
    return question == LGM_NONE ||
           add(w, claim, question, LGM_ANSWER_ANSWERS,
               (tie){LGM_NO_WORDS, "It comes right after a question, which is"});
}

lgm_status lgm_answer_run(const lgm_trees *trees, lgm_arena *scratch, lgm_doc *doc, lgm_err *err)
{
    if (doc->n_claims == 0) return LGM_OK;
    const lgm_arena_mark mark = lgm_arena_save(scratch);
    lgm_matters m;
    uint32_t *const repeats = lgm_arena_alloc(scratch, doc->n_claims * sizeof *repeats);
    if (!repeats || !lgm_answer_read_matters(&m, trees, scratch) ||
        !lgm_answer_find_repeats(&m, scratch, repeats))
        return lgm_arena_fail(scratch, err);
    writer w = {.m = &m, .arena = doc->arena};
    for (uint32_t c = 0; c < doc->n_claims; c++)
        if (!find_replies(&w, c, repeats[c])) return lgm_arena_fail(doc->arena, err);
    doc->claim_replies = w.replies.at;
    doc->n_claim_replies = (uint32_t)w.replies.n;
    const lgm_status st = lgm_answer_disputes(trees, scratch, doc, err);
    if (st == LGM_OK) lgm_arena_rewind(scratch, mark);
    return st;
}
