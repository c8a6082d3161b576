/*
 * head_fillers.c - what fills roles by the head: a word begins a filler, goes on with it, or
 * neither; the best sequence of each sentence and role. A filler belongs to the nearest trigger of
 * its sentence, else to the last one before it.
 *
 * The head is asked only where rules see a violent word, and only in sentences with a trigger and
 * those right behind: elsewhere it costs time and is seldom right.
 */
#include <math.h>
#include <string.h>

#include "incident/incident_net.h"
#include "nn/head.h"

enum { NONE, BEGIN, INSIDE, N_STATES };

/* Log odds that count for more than they say, one a role: what is best on development texts. */
static const float EAGER[LGM_N_ROLES] = {0.5f, 0, -0.5f, 1, 1};
/* A section is read on where a type is at least as likely. */
static const float LIKELY = -4;

typedef struct path { /* the best score of each state */
    float score[N_STATES];
    uint8_t back[N_STATES];
} path;

static path step(const float *odds, float eager, const path *before)
{
    const float *const s = before->score;
    const uint8_t open = s[BEGIN] >= s[INSIDE] ? BEGIN : INSIDE;
    const uint8_t any = s[NONE] >= s[open] ? NONE : open;
    return (path){{s[any], s[any] + odds[0] + eager, s[open] + odds[1] + eager}, {any, any, open}};
}

/* The trigger that a filler belongs to; LGM_NONE for none. */
static uint32_t trigger_of(const lgm_incident_room *room, uint32_t word)
{
    const lgm_trees *const t = room->trees;
    const uint32_t sent = lgm_tree_sent(t, word);
    uint32_t low = 0, high = (uint32_t)room->triggers.n;
    while (low < high) { /* the first behind the word */
        const uint32_t mid = (low + high) / 2;
        if (room->triggers.at[mid].word < word)
            low = mid + 1;
        else
            high = mid;
    }
    const uint32_t after = low < room->triggers.n ? room->triggers.at[low].word : LGM_NONE;
    const uint32_t before = low > 0 ? room->triggers.at[low - 1].word : LGM_NONE;
    const bool own_after = after != LGM_NONE && lgm_tree_sent(t, after) == sent;
    const bool own_before = before != LGM_NONE && lgm_tree_sent(t, before) == sent;
    if (own_after && (!own_before || after - word < word - before)) return low;
    return before != LGM_NONE ? low - 1 : after != LGM_NONE ? low : LGM_NONE;
}

/* No word that only joins or opens a phrase stands at its edge, nor what was done to them behind it
 * ("others wounded"); no name is cut. */
static lgm_tokspan trimmed(const lgm_trees *t, lgm_tokspan s)
{
    static const uint32_t LOOSE = 1u << LGM_UPOS_PUNCT | 1u << LGM_UPOS_ADP | 1u << LGM_UPOS_CCONJ |
                                  1u << LGM_UPOS_DET | 1u << LGM_UPOS_SCONJ;
    while (s.start < s.end && (LOOSE | 1u << LGM_UPOS_VERB) >> t->upos[s.end - 1] & 1) s.end--;
    while (s.start < s.end && LOOSE >> t->upos[s.start] & 1) s.start++;
    if (s.start == s.end) return s;
    const uint32_t first = lgm_tree_name(t, s.start), last = lgm_tree_name(t, s.end - 1);
    if (first != LGM_NONE) s.start = t->doc->names[first].tokens.start;
    if (last != LGM_NONE) s.end = t->doc->names[last].tokens.end;
    return s;
}

/* The first word of the phrase that hangs on none of its others. */
static uint32_t head_of(const lgm_doc *doc, lgm_tokspan s)
{
    for (uint32_t i = s.start; i < s.end; i++)
        if (doc->head[i] == LGM_NONE || doc->head[i] < s.start || doc->head[i] >= s.end) return i;
    return s.end - 1;
}

/* "Prime Minister Ada Lind": the description is the name's entity. */
static uint32_t entity_of(const lgm_incident_room *room, uint32_t head)
{
    const lgm_trees *const t = room->trees;
    const uint32_t above = room->doc->head[head];
    const bool title = above != LGM_NONE &&
                       lgm_tree_left_child(t, head, LGM_REL_case) == LGM_NONE &&
                       (t->rel[head] == LGM_REL_nmod || t->rel[head] == LGM_REL_compound ||
                        t->rel[head] == LGM_REL_flat);
    return title && lgm_tree_name(t, above) != LGM_NONE ? room->entity[above] : room->entity[head];
}

static void add_span(lgm_incident_room *room, uint8_t role, lgm_tokspan words, float odds)
{
    words = trimmed(room->trees, words);
    const uint32_t trigger = words.start < words.end ? trigger_of(room, words.start) : LGM_NONE;
    if (trigger == LGM_NONE || room->failed) return;
    const uint32_t head = head_of(room->doc, words);
    if (!lgm_incident_may_fill(room, role, words, head)) return;
    const lgm_incident_filler f = {.words = words,
                                   .head = head,
                                   .trigger = trigger,
                                   .entity = entity_of(room, head),
                                   .role = role,
                                   .odds = odds};
    if (lgm_incident_strength(&f) >= 0) room->triggers.at[trigger].proposed = true;
    room->failed = !lgm_vec_push(room->scratch, &room->fillers, f);
}

/* Adds the fillers of one role in one sentence, from the last to the first. */
static void decode(lgm_incident_room *room, lgm_tokspan sent, uint8_t role, const float *out,
                   path *at)
{
    const float *const odds = out + 2 * (size_t)role;
    const uint32_t n = sent.end - sent.start;
    at[0] = (path){{0, -INFINITY, -INFINITY}, {NONE, NONE, NONE}};
    for (uint32_t i = 0; i < n; i++)
        at[i + 1] = step(odds + (size_t)i * LGM_INCIDENT_OUT, EAGER[role], &at[i]);
    uint8_t state = (uint8_t)lgm_nn_argmax(at[n].score, N_STATES);
    uint32_t end = n;
    float best = -INFINITY;
    for (uint32_t i = n; i > 0; i--) {
        const float *const own = odds + (size_t)(i - 1) * LGM_INCIDENT_OUT;
        if (state == NONE) {
            end = i - 1;
        } else {
            const float high = own[0] > own[1] ? own[0] : own[1];
            best = high > best ? high : best;
        }
        if (state == BEGIN) {
            add_span(room, role, (lgm_tokspan){sent.start + i - 1, sent.start + end}, best);
            end = i - 1;
            best = -INFINITY;
        }
        state = at[i].back[state];
    }
}

/* ---- all ------------------------------------------------------------------------------------- */

static bool is_likely(const lgm_incident_net *net)
{
    for (uint32_t i = 0; i < LGM_INCIDENT_N_TYPES; i++)
        if (net->types[i] > LIKELY) return true;
    return false;
}

static bool has_violence(const lgm_incident_room *room)
{
    for (size_t x = 0; x < room->triggers.n; x++)
        if (lgm_incident_is_violent(&room->triggers.at[x])) return true;
    return false;
}

/* Has the sentence a trigger, or the one before it? *next: the first trigger that is not behind
 * it, of sentences asked for in order. */
static bool is_near(const lgm_incident_room *room, uint32_t sent, size_t *next)
{
    const lgm_trees *const t = room->trees;
    while (*next < room->triggers.n && lgm_tree_sent(t, room->triggers.at[*next].word) < sent)
        (*next)++;
    if (*next < room->triggers.n && lgm_tree_sent(t, room->triggers.at[*next].word) == sent)
        return true;
    return *next > 0 && lgm_tree_sent(t, room->triggers.at[*next - 1].word) + 1 == sent;
}

void lgm_incident_find_by_head(lgm_incident_room *room, const lgm_incident_head *head,
                               const lgm_kernels *kernels)
{
    const lgm_doc *const doc = room->doc;
    if (!has_violence(room)) return;
    lgm_incident_net net = {.room = room, .head = head, .kernels = kernels};
    path *const at = lgm_arena_alloc(room->scratch, (LGM_SENT_MAX + 1) * sizeof *at);
    float *const out =
        lgm_arena_aligned(room->scratch, 64, (size_t)LGM_SENT_MAX * LGM_INCIDENT_OUT * sizeof *out);
    room->types = lgm_arena_alloc(room->scratch, doc->n_sents * sizeof *room->types);
    if (!at || !out || !room->types || !lgm_incident_net_make(&net)) room->failed = true;
    size_t next = 0;
    for (uint32_t sent = 0; sent < doc->n_sents && !room->failed;) {
        room->failed = !lgm_incident_net_read(&net, sent);
        const bool likely = !room->failed && is_likely(&net);
        for (; sent < net.sents.end && !room->failed; sent++) {
            memcpy(room->types[sent], net.types, sizeof *room->types);
            if (!is_near(room, sent, &next) || !likely) continue;
            lgm_incident_net_score(&net, sent, out);
            for (uint8_t role = 0; role < LGM_N_ROLES; role++)
                decode(room, doc->sents[sent], role, out, at);
        }
    }
}
