/*
 * figure_draft.h - one figure while the room is at work, and what each file finds out. Internal.
 *
 * Functions of plain_number.c, numeral.c, implied.c, bound.c, counted.c, measure.c, toll.c,
 * teller.c, happening.c, among.c, revision.c, corrected.c, scope.c, figure_layer.c and
 * figure_why.c.
 */
#ifndef LGM_FIGURE_FIGURE_DRAFT_H
#define LGM_FIGURE_FIGURE_DRAFT_H

#include "figure/figure_words.h"
#include "tree/tree.h"

enum { LGM_FIGURE_SAME = 1, LGM_FIGURE_TOTAL }; /* "the figure", "the total" */

enum { LGM_FIGURE_BY_TREE, LGM_FIGURE_BY_DEED, LGM_FIGURE_BY_PARTICIPANTS };

enum { /* at most, of one figure */
       LGM_FIGURE_CLAIMS = 8,
       LGM_FIGURE_WHOLES = 4,
       LGM_FIGURE_HIGH = 4, /* words above each other that are climbed */
       LGM_FIGURE_WIDE = 16 /* children of one word that are looked at */
};

typedef struct lgm_figure_draft {
    lgm_doc_figure f;
    lgm_tokspan number; /* the number itself */
    uint32_t head;      /* the word that stands for it in the tree: its noun, or the number */
    uint32_t toll_word; /* the word that says what it tells; LGM_NONE */
    lgm_figure_toll toll;
    lgm_figure_unit unit;
    uint32_t unit_kinds; /* LGM_FIGURE_MONEY and the like */
    bool members;        /* "a 62-member team" */
    bool known;          /* "both" */
    uint8_t inherits;    /* LGM_FIGURE_SAME, LGM_FIGURE_TOTAL: of what the figure before it tells */
    uint8_t event_by;    /* LGM_FIGURE_BY_*: how its event was found */
    bool of_them;        /* "12 of them" */
    bool loose;          /* a number that is a figure only beside another ("up from 11") */
    uint32_t claims[LGM_FIGURE_CLAIMS], wholes[LGM_FIGURE_WHOLES];
} lgm_figure_draft;

/* The first events in which an entity takes part; LGM_NONE behind the last. */
enum { LGM_FIGURE_EVENTS = 4 };
typedef struct lgm_figure_part {
    uint32_t events[LGM_FIGURE_EVENTS];
} lgm_figure_part;

typedef struct lgm_figure_room {
    const lgm_trees *trees;
    const lgm_doc *doc;
    lgm_arena *scratch;
    uint8_t *in_time;   /* [n_tokens] 1: of a time expression */
    uint32_t *event;    /* [n_tokens] the event that the word tells, or LGM_NONE */
    uint32_t *entity;   /* [n_tokens] the entity whose mention has this head word, or LGM_NONE */
    lgm_figure_part *part; /* [n_entities] */
    uint32_t votes_end; /* numbers before this token are those of a vote: "52 to 35" */
    LGM_VEC(lgm_figure_draft) drafts; /* in order of text */
} lgm_figure_room;

/* A number without ends: where it stops, its value in thousandths (plain_number.c). */
typedef struct lgm_figure_plain {
    uint32_t end; /* 0: none */
    int64_t value;
    int64_t scale; /* of "2.5 million" a million */
    bool vague, about;
    bool share; /* "a third of" */
    bool known; /* "both", "twin": of what has been told of */
} lgm_figure_plain;
lgm_figure_plain lgm_figure_plain_at(const lgm_figure_room *room, uint32_t token);
/* Is a token a dash? Multiplies; false where the value would be too large. */
bool lgm_figure_is_dash(const lgm_doc *doc, uint32_t token);
bool lgm_figure_times(int64_t *value, int64_t scale);
/* The number that begins with a token: `number`, value, upper, vague, relation of a range. The
 * token behind it is returned, `token` where there is none. */
uint32_t lgm_figure_read(lgm_figure_room *room, uint32_t token, lgm_figure_draft *d);
/* One that no number says: "among them a child". */
bool lgm_figure_find_implied(const lgm_figure_room *room, uint32_t token, lgm_figure_draft *d);
/* Does "including", "among them" or "of whom" lead to a token of a sentence from `first` on? */
bool lgm_figure_is_led(const lgm_doc *doc, uint32_t first, uint32_t token);
/* The words that bound it. */
void lgm_figure_find_bound(const lgm_figure_room *room, lgm_figure_draft *d);
/* Words behind its noun bound it, too: "nine miners at least". */
void lgm_figure_bound_behind(const lgm_figure_room *room, uint32_t noun, lgm_figure_draft *d);
/* What it counts; false where that is nothing, and the number no figure. */
bool lgm_figure_find_counted(const lgm_figure_room *room, lgm_figure_draft *d);
/* Money, weights, shares, the strength of a quake, years of prison; false where it measures
 * nothing. */
bool lgm_figure_measure(const lgm_figure_room *room, lgm_figure_draft *d);
/* What it tells: killed, arrested. */
void lgm_figure_find_toll(const lgm_figure_room *room, lgm_figure_draft *d);
/* Of that: by a word of one of the kinds `how`; by the state of a word; by words that describe a
 * noun; by the noun that has the number. False where nothing was told. */
bool lgm_figure_put_toll(lgm_figure_draft *d, uint32_t kinds, uint32_t how, uint32_t word);
bool lgm_figure_by_state(const lgm_trees *t, uint32_t word, lgm_figure_draft *d);
bool lgm_figure_by_branches(const lgm_trees *t, uint32_t word, lgm_figure_draft *d);
bool lgm_figure_by_teller(const lgm_trees *t, uint32_t word, lgm_figure_draft *d);
/* The event that it is of. */
void lgm_figure_find_event(const lgm_figure_room *room, lgm_figure_draft *d);
/* What it covers. */
void lgm_figure_find_scope(const lgm_figure_room *room, lgm_figure_draft *d);
/* Which figures count others, too, and which replace others; these need all drafts before. */
void lgm_figure_find_wholes(lgm_figure_room *room);
void lgm_figure_find_revisions(lgm_figure_room *room);
/* The same of what corrections say was wrong and what is right. */
void lgm_figure_find_corrections(lgm_figure_room *room);
/* The one replaces the other, whose number is given, and either takes what it lacks; false where
 * they are of different things. */
bool lgm_figure_revise(lgm_figure_draft *now, lgm_figure_draft *before, uint32_t number);
/* The claims that give each; the layers of the document. False when its arena is spent. */
void lgm_figure_find_claims(lgm_figure_room *room);
bool lgm_figure_write(const lgm_figure_room *room, lgm_doc *doc);
/* Notes of why a figure is as it is (doc/why.h). */
void lgm_figure_explain(const lgm_doc *doc, const lgm_figure_draft *d, uint32_t figure);

/* ---- of the tree ----------------------------------------------------------------------------- */

/* The nearest preposition on the left of a word; LGM_NONE for none. */
static inline uint32_t lgm_figure_case(const lgm_trees *t, uint32_t word)
{
    return lgm_tree_left_child(t, word, LGM_REL_case);
}
/* Is a verb in the passive, or a participle that describes a noun? */
bool lgm_figure_is_passive(const lgm_trees *t, uint32_t verb);
/* The first of those that a noun is joined to by "and". */
uint32_t lgm_figure_first_of(const lgm_trees *t, uint32_t word);
/* Is the word a plural, or one that is counted as such? */
bool lgm_figure_is_plural(const lgm_doc *doc, uint32_t word);

#endif
