/* filler_phrase.c - the words of what fills a role, and those that are joined to it. */
#include "incident/incident_draft.h"
#include "tree/shape.h"

enum { LONGEST = 12 }; /* tokens of a phrase */

static bool is_inner(const lgm_trees *t, uint32_t c)
{
    switch (t->rel[c]) {
    case LGM_REL_compound:
    case LGM_REL_flat:
    case LGM_REL_amod:
    case LGM_REL_nummod: return true;
    case LGM_REL_nmod: return lgm_tree_left_child(t, c, LGM_REL_case) == LGM_NONE; /* "Spain's" */
    default: return false;
    }
}

/* "Members of the front", "a charge of dynamite". */
static bool is_made_of(const lgm_trees *t, uint32_t head, uint32_t c)
{
    if (t->rel[c] != LGM_REL_nmod || !LGM_INCIDENT_BY(t, c, "of")) return false;
    return LGM_SLICE_IN(lgm_doc_lemma(t->doc, head), "member", "group", "column", "charge", "stick",
                        "office", "headquarters", "band", "unit", "squad", "house", "residence",
                        "home", "building", "branch", "soldier", "troops", "element");
}

/* Words before a phrase that say how many they are, or which. */
static bool is_outer(const lgm_trees *t, uint32_t word)
{
    const uint8_t upos = t->upos[word];
    return upos == LGM_UPOS_DET || upos == LGM_UPOS_NUM || upos == LGM_UPOS_PUNCT ||
           upos == LGM_UPOS_ADP || upos == LGM_UPOS_PRON ||
           LGM_SLICE_IN(lgm_doc_lemma(t->doc, word), "several", "other", "many", "more", "another",
                        "some", "alleged", "suspected", "own", "such", "certain", "numerous",
                        "same", "former", "late", "least", "estimated", "approximately", "about",
                        "mainly", "nearby", "few");
}

static lgm_tokspan around(const lgm_trees *t, uint32_t head)
{
    lgm_tokspan s = {head, head + 1};
    uint32_t c = lgm_tree_left(t, head);
    for (int i = 0; i < LGM_INCIDENT_CHILDREN && c != LGM_NONE; i++, c = lgm_tree_next(t, c)) {
        const uint32_t first = lgm_tree_first(t, c);
        if (is_inner(t, c) && lgm_tree_last(t, c) == s.start && head - first < LONGEST)
            s.start = first;
        else if (t->rel[c] != LGM_REL_punct || c + 1 != s.start)
            break;
    }
    c = lgm_tree_right(t, head);
    for (int i = 0; i < LGM_INCIDENT_CHILDREN && c != LGM_NONE; i++, c = lgm_tree_next(t, c)) {
        const bool part =
            t->rel[c] == LGM_REL_flat || t->rel[c] == LGM_REL_compound || is_made_of(t, head, c);
        if (!part || lgm_tree_first(t, c) != s.end || lgm_tree_last(t, c) - head > LONGEST) break;
        s.end = lgm_tree_last(t, c);
    }
    while (s.start < head && is_outer(t, s.start)) s.start++;
    return s;
}

/* The name of a person or body that the phrase is, or has beside its title; LGM_NONE for none. */
static uint32_t name_in(const lgm_incident_room *room, uint32_t head)
{
    const lgm_trees *const t = room->trees;
    const uint32_t own = lgm_tree_name(t, head);
    if (own != LGM_NONE) return own;
    for (uint32_t c = lgm_tree_right(t, head); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (lgm_tree_is_titled(t, c) && lgm_tree_name(t, c) != LGM_NONE) return lgm_tree_name(t, c);
    return LGM_NONE;
}

lgm_tokspan lgm_incident_phrase(const lgm_incident_room *room, uint32_t head, bool *named)
{
    const uint32_t name = name_in(room, head);
    *named = name != LGM_NONE && room->doc->names[name].type == LGM_ENTITY_PER &&
             room->trees->upos[room->doc->names[name].tokens.end - 1] == LGM_UPOS_PROPN;
    if (*named || (name != LGM_NONE && room->doc->names[name].type == LGM_ENTITY_ORG))
        return room->doc->names[name].tokens;
    return around(room->trees, head);
}

static uint32_t entity_of(const lgm_incident_room *room, uint32_t head)
{
    if (room->entity[head] != LGM_NONE) return room->entity[head];
    const uint32_t name = name_in(room, head);
    return name == LGM_NONE ? LGM_NONE : room->entity[room->doc->names[name].tokens.end - 1];
}

/* The head of what "they" are called; LGM_NONE where that is not known. */
static uint32_t stands_for(const lgm_incident_room *room, uint32_t pronoun)
{
    const lgm_doc *const doc = room->doc;
    if (room->entity[pronoun] == LGM_NONE) return LGM_NONE;
    const lgm_doc_entity *const e = &doc->entities[room->entity[pronoun]];
    if (e->name != LGM_NONE) return doc->names[e->name].tokens.end - 1;
    const uint32_t head = e->called < doc->n_mentions ? doc->mentions[e->called].head : LGM_NONE;
    return head == LGM_NONE || room->trees->upos[head] == LGM_UPOS_PRON ? LGM_NONE : head;
}

/* "Red Hand guerrillas", "members of the front": the body that they belong to did it too. */
static void add_body(lgm_incident_room *room, uint32_t trigger, uint32_t head, lgm_tokspan words)
{
    const lgm_doc *const doc = room->doc;
    for (uint32_t i = words.start; i < words.end && !room->failed; i++) {
        const uint32_t name = lgm_tree_name(room->trees, i);
        if (name == LGM_NONE || doc->names[name].type != LGM_ENTITY_ORG) continue;
        const lgm_tokspan own = doc->names[name].tokens;
        if (own.start != i || (own.start <= head && head < own.end)) continue;
        const lgm_incident_filler f = {.words = own,
                                       .head = own.end - 1,
                                       .trigger = trigger,
                                       .entity = room->entity[i],
                                       .role = LGM_ROLE_BODY,
                                       .by_rule = true};
        lgm_incident_add(room, f);
    }
}

void lgm_incident_add(lgm_incident_room *room, lgm_incident_filler f)
{
    lgm_incident_trigger *const x = &room->triggers.at[f.trigger];
    const bool arm = f.role == LGM_ROLE_WEAPON;
    if (arm || lgm_incident_is_armed(room, f.head)) x->armed = true;
    if (f.role == LGM_ROLE_TARGET || f.role == LGM_ROLE_VICTIM) x->hits = true;
    if (f.role == LGM_ROLE_INDIVIDUAL && LGM_SLICE_IN(lgm_doc_lemma(room->doc, f.head), "bomber"))
        x->explosive = true;
    if (arm && (lgm_incident_word(room->trees, f.head) & LGM_INCIDENT_EXPLOSIVE))
        x->explosive = true;
    room->failed = room->failed || !lgm_vec_push(room->scratch, &room->fillers, f);
}

/* "Blew himself up" has no victim. */
static bool is_reflexive(const lgm_doc *doc, uint32_t word)
{
    return lgm_tree_form_is(doc, word, "himself") || lgm_tree_form_is(doc, word, "herself") ||
           lgm_tree_form_is(doc, word, "themselves") || lgm_tree_form_is(doc, word, "itself");
}

static void add(lgm_incident_room *room, uint32_t trigger, uint8_t role, uint32_t head)
{
    const lgm_trees *const t = room->trees;
    if (is_reflexive(t->doc, head) || LGM_SLICE_IN(lgm_doc_lemma(t->doc, head), "more")) return;
    if (t->upos[head] == LGM_UPOS_PRON) head = stands_for(room, head);
    if (head == LGM_NONE || t->upos[head] == LGM_UPOS_NUM || room->failed) return;
    bool named;
    const lgm_incident_filler f = {.words = lgm_incident_phrase(room, head, &named),
                                   .head = head,
                                   .trigger = trigger,
                                   .entity = entity_of(room, head),
                                   .role = role,
                                   .by_rule = true};
    lgm_incident_add(room, f);
    if (role == LGM_ROLE_INDIVIDUAL) {
        const uint32_t first = lgm_tree_first(t, head), last = lgm_tree_last(t, head);
        const uint32_t from = head - first < LONGEST ? first : f.words.start;
        add_body(room, trigger, head,
                 (lgm_tokspan){from, last - head < LONGEST ? last : f.words.end});
    }
}

/* "Which", "who", "that" stand for the noun that their clause describes. */
static uint32_t meant_by(const lgm_trees *t, uint32_t word)
{
    const uint32_t verb = t->doc->head[word];
    const bool relative = t->word[word] == LGM_PRO_WHO || t->word[word] == LGM_PRO_WHICH ||
                          t->word[word] == LGM_PRO_THIS;
    return relative && verb != LGM_NONE && t->rel[verb] == LGM_REL_acl ? t->doc->head[verb] : word;
}

void lgm_incident_fill(lgm_incident_room *room, uint32_t trigger, uint8_t role, uint32_t head)
{
    const lgm_trees *const t = room->trees;
    head = meant_by(t, head);
    add(room, trigger, role, head);
    uint32_t c = lgm_tree_right(t, head);
    for (int i = 0; i < LGM_INCIDENT_CHILDREN && c != LGM_NONE; i++, c = lgm_tree_next(t, c))
        if (t->rel[c] == LGM_REL_conj && t->upos[c] != LGM_UPOS_VERB &&
            (role != LGM_ROLE_WEAPON || lgm_incident_is_arm(room, c)))
            add(room, trigger, role, c);
}
