/*
 * role_fillers.c - what fills the roles of a trigger, by the tree: subject and object of a verb,
 * turned round in the passive; "of", "against", "by" of a noun; weapons of the sentence.
 */
#include <string.h>

#include "incident/incident_draft.h"
#include "tree/shape.h"

enum { HIGH = 4, REACH = 40 };

/* Who does it: a person, a body or what is armed; else nothing that is known. */
static void did(lgm_incident_room *room, uint32_t x, uint32_t head)
{
    if (head == LGM_NONE) return;
    if (lgm_incident_is_arm(room, head)) {
        lgm_incident_fill(room, x, LGM_ROLE_WEAPON, head);
    } else if (lgm_incident_is_body(room, head)) {
        lgm_incident_fill(room, x, LGM_ROLE_BODY, head);
    } else if (lgm_incident_is_person(room, head) || lgm_incident_is_armed(room, head)) {
        lgm_incident_fill(room, x, LGM_ROLE_INDIVIDUAL, head);
    }
}

/* To whom or what it is done. */
static void suffered(lgm_incident_room *room, uint32_t x, uint32_t head)
{
    if (head == LGM_NONE) return;
    const uint8_t type = room->triggers.at[x].type;
    if (lgm_incident_is_arm(room, head)) { /* "destroyed 12 missiles" is no use of them */
        const lgm_slice verb = lgm_doc_lemma(room->doc, room->triggers.at[x].word);
        if (!LGM_SLICE_IN(verb, "destroy", "damage", "seize", "capture", "steal", "burn", "raid"))
            lgm_incident_fill(room, x, LGM_ROLE_WEAPON, head);
    } else if (lgm_incident_is_target(room, head))
        lgm_incident_fill(room, x, LGM_ROLE_TARGET, head);
    else if (lgm_incident_is_person(room, head))
        lgm_incident_fill(room, x, LGM_ROLE_VICTIM, head);
    else if (lgm_incident_is_body(room, head) && type != LGM_INCIDENT_KIDNAPPING)
        lgm_incident_fill(room, x, LGM_ROLE_TARGET, head);
}

/* ---- of a verb ------------------------------------------------------------------------------- */

/* "Were abducted and killed": the auxiliary is the first verb's. */
static bool is_passive_head(const lgm_trees *t, uint32_t verb)
{
    for (uint32_t c = lgm_tree_left(t, verb); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (t->rel[c] == LGM_REL_aux && LGM_SLICE_IN(lgm_doc_lemma(t->doc, c), "be", "get"))
            return strcmp(lgm_doc_xpos(t->doc, verb), "VBN") == 0;
    return false;
}

/* "Four were killed and two soldiers wounded". */
static bool is_elliptic(const lgm_trees *t, uint32_t verb)
{
    const uint32_t above = t->doc->head[verb];
    return above != LGM_NONE &&
           LGM_SLICE_IN(lgm_doc_lemma(t->doc, verb), "wound", "injure", "hurt") &&
           t->rel[verb] == LGM_REL_conj && lgm_tree_child(t, verb, LGM_REL_obj) == LGM_NONE &&
           lgm_tree_left_child(t, verb, LGM_REL_aux) == LGM_NONE && is_passive_head(t, above);
}

bool lgm_incident_is_passive(const lgm_trees *t, uint32_t verb)
{
    if (is_elliptic(t, verb)) return true;
    if (strcmp(lgm_doc_xpos(t->doc, verb), "VBN") != 0) return false;
    uint32_t c = lgm_tree_left(t, verb);
    bool helped = false;
    for (int i = 0; i < LGM_INCIDENT_CHILDREN && c != LGM_NONE; i++, c = lgm_tree_next(t, c)) {
        if (t->rel[c] != LGM_REL_aux) continue;
        if (LGM_SLICE_IN(lgm_doc_lemma(t->doc, c), "be", "get")) return true;
        helped = true;
    }
    /* "the clerk killed on Friday", "wounded, he fell": a participle alone */
    return !helped &&
           (t->rel[verb] == LGM_REL_acl || t->rel[verb] == LGM_REL_amod ||
            (t->rel[verb] == LGM_REL_advcl && lgm_tree_child(t, verb, LGM_REL_obj) == LGM_NONE) ||
            (t->rel[verb] == LGM_REL_conj && t->doc->head[verb] != LGM_NONE &&
             is_passive_head(t, t->doc->head[verb])));
}

static uint32_t subject_of(const lgm_trees *t, uint32_t verb)
{
    for (int i = 0; i < HIGH; i++) {
        const uint32_t own = lgm_tree_child(t, verb, LGM_REL_nsubj), above = t->doc->head[verb];
        if (own != LGM_NONE) return own;
        if (above == LGM_NONE) return LGM_NONE;
        if (t->rel[verb] == LGM_REL_acl) return above;
        if (t->rel[verb] != LGM_REL_conj && t->rel[verb] != LGM_REL_advcl &&
            t->rel[verb] != LGM_REL_xcomp)
            return LGM_NONE;
        if (t->upos[above] != LGM_UPOS_VERB ||
            (lgm_incident_is_passive(t, above) && !lgm_incident_is_passive(t, verb)))
            return LGM_NONE;
        verb = above;
    }
    return LGM_NONE;
}

static void take_obliques(lgm_incident_room *room, uint32_t x, uint32_t verb, bool passive)
{
    const lgm_trees *const t = room->trees;
    uint32_t c = lgm_tree_right(t, verb);
    for (int i = 0; i < LGM_INCIDENT_CHILDREN && c != LGM_NONE; i++, c = lgm_tree_next(t, c)) {
        if (t->rel[c] != LGM_REL_obl) continue;
        if (passive && LGM_INCIDENT_BY(t, c, "by")) did(room, x, c);
        if (LGM_INCIDENT_BY(t, c, "against", "at", "on", "outside", "inside", "near", "to", "under",
                            "from") &&
            (lgm_incident_is_target(room, c) ||
             (LGM_INCIDENT_BY(t, c, "against") && lgm_incident_is_person(room, c))))
            suffered(room, x, c);
    }
}

/* "Explode", "go off": the subject is the weapon, or nothing. */
static bool is_of_itself(const lgm_doc *doc, uint32_t verb)
{
    return LGM_SLICE_IN(lgm_doc_lemma(doc, verb), "explode", "go");
}

static void of_verb(lgm_incident_room *room, uint32_t x)
{
    const lgm_trees *const t = room->trees;
    const lgm_incident_trigger own = room->triggers.at[x];
    const bool passive = lgm_incident_is_passive(t, own.verb), noun = own.word != own.verb;
    const uint32_t subject = subject_of(t, own.verb);
    if (subject != LGM_NONE && subject != own.word) {
        if (passive)
            suffered(room, x, subject);
        else if (!is_of_itself(t->doc, own.verb) || lgm_incident_is_arm(room, subject))
            did(room, x, subject);
    }
    const uint32_t object = lgm_tree_child(t, own.verb, LGM_REL_obj);
    if (object != LGM_NONE && object != own.word && (!noun || lgm_incident_is_state(t, own.word)))
        suffered(room, x, object);
    take_obliques(room, x, own.verb, passive);
}

/* ---- of a noun ------------------------------------------------------------------------------- */

static void take_branch(lgm_incident_room *room, uint32_t x, uint32_t noun, uint32_t c)
{
    const lgm_trees *const t = room->trees;
    const bool bare = lgm_tree_left_child(t, c, LGM_REL_case) == LGM_NONE;
    const bool attack = LGM_SLICE_IN(lgm_doc_lemma(t->doc, noun), "attack", "assault", "raid");
    if (t->rel[c] == LGM_REL_nmod && bare) { /* "the mayor's murder", "the rebels' attack" */
        if (attack)
            did(room, x, c);
        else
            suffered(room, x, c);
    } else if (t->rel[c] == LGM_REL_nmod || t->rel[c] == LGM_REL_obl) {
        if (LGM_INCIDENT_BY(t, c, "by"))
            did(room, x, c);
        else if (LGM_INCIDENT_BY(t, c, "of") && !attack)
            suffered(room, x, c);
        else if (LGM_INCIDENT_BY(t, c, "on", "against", "at", "upon", "outside", "near"))
            suffered(room, x, c);
    } else if (t->rel[c] == LGM_REL_compound || t->rel[c] == LGM_REL_amod) {
        if (lgm_incident_is_arm(room, c))
            lgm_incident_fill(room, x, LGM_ROLE_WEAPON, c);
        else if (lgm_incident_is_armed(room, c))
            room->triggers.at[x].armed = true;
    }
}

static void of_noun(lgm_incident_room *room, uint32_t x)
{
    const lgm_trees *const t = room->trees;
    const uint32_t noun = room->triggers.at[x].word;
    const uint32_t sides[] = {lgm_tree_left(t, noun), lgm_tree_right(t, noun)};
    for (size_t s = 0; s < LGM_COUNT(sides); s++) {
        uint32_t c = sides[s];
        for (int i = 0; i < LGM_INCIDENT_CHILDREN && c != LGM_NONE; i++, c = lgm_tree_next(t, c))
            take_branch(room, x, noun, c);
    }
}

/* ---- weapons --------------------------------------------------------------------------------- */

/* "Dynamite" of "a dynamite charge" is not the head of the phrase. */
static uint32_t whole_arm(const lgm_trees *t, uint32_t word)
{
    const uint32_t above = t->doc->head[word];
    const bool inner = t->rel[word] == LGM_REL_compound || t->rel[word] == LGM_REL_amod;
    if (!inner || above == LGM_NONE) return word;
    return LGM_SLICE_IN(lgm_doc_lemma(t->doc, above), "charge", "device", "stick", "launcher",
                        "package", "belt")
               ? above
               : LGM_NONE; /* "a bomb squad" */
}

/* "Destroyed 12 missiles", "seized rifles". */
static bool is_lost(const lgm_trees *t, uint32_t arm)
{
    const uint32_t verb = t->doc->head[arm];
    return verb != LGM_NONE && t->rel[arm] == LGM_REL_obj &&
           LGM_SLICE_IN(lgm_doc_lemma(t->doc, verb), "destroy", "seize", "capture", "steal", "find",
                        "defuse", "deactivate", "confiscate", "buy", "sell", "develop");
}

static void take_arms(lgm_incident_room *room, uint32_t x)
{
    const lgm_trees *const t = room->trees;
    const lgm_tokspan s = lgm_tree_around(t, room->triggers.at[x].word, REACH);
    if (LGM_SLICE_IN(lgm_doc_lemma(t->doc, room->triggers.at[x].word), "seize", "steal", "raid"))
        return;
    for (uint32_t i = s.start; i < s.end; i++) {
        if (i == room->triggers.at[x].word || is_lost(t, i) || !lgm_incident_is_arm(room, i) ||
            t->upos[i] == LGM_UPOS_VERB)
            continue;
        const uint32_t head = whole_arm(t, i);
        if (head != LGM_NONE) lgm_incident_fill(room, x, LGM_ROLE_WEAPON, head);
    }
}

void lgm_incident_find_partners(lgm_incident_room *room)
{
    for (uint32_t x = 0; x < room->triggers.n && !room->failed; x++) {
        const lgm_incident_trigger own = room->triggers.at[x];
        if (own.word != own.verb) of_noun(room, x);
        if (own.verb != LGM_NONE) of_verb(room, x);
        take_arms(room, x);
    }
}
