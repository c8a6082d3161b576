/* speaker.c - the entity that the source of each claim is, and those who speak together. */
#include "speaker/speaker.h"

#include <string.h>

#include "speaker/addressee.h"
#include "doc/why.h"
#include "speaker/document.h"
#include "speaker/elided.h"
#include "speaker/observed.h"
#include "speaker/speaker_kind.h"
#include "speaker/stand_in.h"
#include "speaker/via.h"
#include "speaker/within.h"
#include "tree/shape.h"

typedef struct reader {
    const lgm_trees *t;
    const uint32_t *owner;   /* [n_names]: the entity of each name */
    const uint32_t *by_head; /* [n_tokens]: the shortest mention with that head, LGM_NONE */
    bool *unnamed;           /* [n_entities]: asks not to be named */
    uint32_t *real;          /* [n_entities]: whom it stands for; itself */
    bool *speaks;            /* [n_entities]: makes a claim */
    uint32_t *speakers;      /* those who speak together, claim after claim */
    uint32_t n_speakers, room;
} reader;

static bool is_definite(const lgm_trees *t, const lgm_doc_mention *m)
{
    return m->form == LGM_MENTION_NOMINAL && lgm_tree_form_is(t->doc, m->tokens.start, "the");
}

/* The first description of an entity without a name that stands for one with a name decides, and
 * "the bank" that stands for none is no other body of which the report tells later. */
static void find_stand_ins(reader *r)
{
    enum { DESCRIPTIONS = 8 }; /* of one entity that are looked at */
    const lgm_doc *const doc = r->t->doc;
    for (uint32_t e = 0; e < doc->n_entities; e++) {
        const lgm_doc_entity *const it = &doc->entities[e];
        r->real[e] = e;
        for (uint32_t i = 0;
             it->name == LGM_NONE && i < it->n_mentions && i < DESCRIPTIONS && r->real[e] == e;
             i++) {
            const uint32_t m = doc->mention_order[it->mention + i];
            const uint32_t other = lgm_speaker_stand_in(r->t, r->owner, m);
            if (other != LGM_NONE) r->real[e] = other;
            if (is_definite(r->t, &doc->mentions[m])) break;
        }
    }
}

static void explain_speaker(const lgm_doc *doc, uint32_t claim, uint32_t mention, bool stands_in)
{
    LGM_WHY(doc, CLAIM, claim, "speaker", doc->mentions[mention].tokens,
            doc->mentions[mention].name == LGM_NONE
                ? "The source is a mention of this entity"
                : "The source is, or holds, a name of this entity");
    if (stands_in)
        LGM_WHY(doc, CLAIM, claim, "speaker", LGM_NO_WORDS,
                "The description has no name of its own: it stands for the body, or for who was "
                "named, before");
}

/* "The state monopoly Veltron": an entity without a name whose words end with one. */
static uint32_t named_by_title(const reader *r, uint32_t claim, uint32_t entity)
{
    const lgm_doc *const doc = r->t->doc;
    if (doc->entities[entity].name != LGM_NONE) return LGM_NONE;
    const uint32_t name = lgm_tree_name_of(r->t, &doc->claims[claim].source);
    if (name == LGM_NONE || doc->entities[r->owner[name]].name == LGM_NONE) return LGM_NONE;
    LGM_WHY(doc, CLAIM, claim, "speaker", doc->names[name].tokens,
            "The description in the source is a title of this name");
    return r->owner[name];
}

/* "The firm was accused of it. Denied the charge": the subject of the sentence before. */
static uint32_t subject_before(const reader *r, uint32_t claim)
{
    const lgm_doc *const doc = r->t->doc;
    const uint32_t subject = lgm_speaker_elided(r->t, claim);
    const uint32_t m = subject == LGM_NONE ? LGM_NONE : r->by_head[subject];
    if (m == LGM_NONE || doc->mentions[m].entity == LGM_NONE) return LGM_NONE;
    LGM_WHY(doc, CLAIM, claim, "speaker", doc->mentions[m].tokens,
            "The sentence has no subject: it is that of the sentence before");
    return r->real[doc->mentions[m].entity];
}

/* By the form of the text where it tells ("A: ..."); else by the mention that the source is, and
 * without mentions by the name in it. */
static uint32_t speaker_of(const reader *r, uint32_t claim)
{
    const lgm_doc *const doc = r->t->doc;
    if (doc->claim_teller && doc->claim_teller[claim] != LGM_NONE)
        return r->owner[doc->claim_teller[claim]];
    if (doc->claims[claim].source.n == 0) return subject_before(r, claim);
    if (doc->claim_source) {
        const uint32_t m = doc->claim_source[claim];
        const uint32_t e = m == LGM_NONE ? LGM_NONE : doc->mentions[m].entity;
        if (e == LGM_NONE) return LGM_NONE;
        const uint32_t named = named_by_title(r, claim, e);
        if (named != LGM_NONE) return named;
        explain_speaker(doc, claim, m, r->real[e] != e);
        return r->real[e];
    }
    const uint32_t name = lgm_tree_name_of(r->t, &doc->claims[claim].source);
    if (name != LGM_NONE)
        LGM_WHY(doc, CLAIM, claim, "speaker", doc->names[name].tokens,
                "The source holds the name of this entity");
    return name == LGM_NONE ? LGM_NONE : r->owner[name];
}

static void add_speaker(reader *r, lgm_claim_who *who, uint32_t word)
{
    const lgm_doc *const doc = r->t->doc;
    const uint32_t m = r->by_head[word];
    const uint32_t entity = m == LGM_NONE ? LGM_NONE : doc->mentions[m].entity;
    if (entity == LGM_NONE || r->n_speakers == r->room) return;
    for (uint32_t k = who->first; k < r->n_speakers; k++)
        if (r->speakers[k] == entity) return;
    r->speakers[r->n_speakers++] = entity;
}

/* "The baker and poet Ada Lind": two titles of one person, where the first is no name and has no
 * article behind its "and". */
static bool is_second_title(const reader *r, uint32_t head, uint32_t conjunct)
{
    const lgm_doc *const doc = r->t->doc;
    const uint32_t name = lgm_tree_name(r->t, conjunct);
    const uint32_t m = r->by_head[conjunct];
    if (lgm_tree_name(r->t, head) != LGM_NONE || name == LGM_NONE || m == LGM_NONE) return false;
    const char *const x = doc->xpos.of ? lgm_doc_xpos(doc, head) : "";
    const bool one = x[0] == 'N' && x[strlen(x) - 1] != 'S';
    return one && doc->names[name].type == LGM_ENTITY_PER &&
           lgm_tree_left(r->t, conjunct) != LGM_NONE &&
           lgm_tree_first(r->t, conjunct) + 1 < doc->names[name].tokens.start;
}

/* The word of "Ada Lind and Okke Berg" that a "they" in the source stands for; else its own. */
static uint32_t together_at(const reader *r, uint32_t mention, lgm_parts *within)
{
    const lgm_doc *const doc = r->t->doc;
    const lgm_doc_mention *const m = &doc->mentions[mention];
    if (m->form != LGM_MENTION_PRONOUN || m->entity == LGM_NONE ||
        doc->entities[m->entity].name != LGM_NONE)
        return m->head;
    const lgm_doc_mention *const called = &doc->mentions[doc->entities[m->entity].called];
    within->n = 1;
    within->at[0] = called->tokens;
    return called->head;
}

/* "Ada Lind and Okke Berg said": the entities of a word of the source and of its conjuncts
 * there. Where they are not two, nobody speaks together. */
static void find_together(reader *r, lgm_claim_who *who, uint32_t claim)
{
    const lgm_trees *const t = r->t;
    lgm_parts source = t->doc->claims[claim].source;
    const uint32_t m = t->doc->claim_source ? t->doc->claim_source[claim] : LGM_NONE;
    who->first = r->n_speakers;
    if (m == LGM_NONE || (t->doc->claim_teller && t->doc->claim_teller[claim] != LGM_NONE)) return;
    const uint32_t head = together_at(r, m, &source);
    add_speaker(r, who, head);
    for (uint32_t c = lgm_tree_right(t, head); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (t->rel[c] == LGM_REL_conj && lgm_parts_have(&source, c) && !is_second_title(r, head, c))
            add_speaker(r, who, c);
    if (r->n_speakers - who->first < 2)
        r->n_speakers = who->first;
    else
        who->speaker = r->speakers[who->first];
    if (r->n_speakers > who->first)
        LGM_WHY(t->doc, CLAIM, claim, "speakers", lgm_doc_all_of(&source),
                "Several are joined in these words, and speak together");
    who->n_speakers = r->n_speakers - who->first;
}

static uint32_t *mentions_by_head(const lgm_doc *doc, lgm_arena *scratch)
{
    uint32_t *const of = lgm_arena_alloc(scratch, doc->n_tokens * sizeof *of);
    for (uint32_t i = 0; of && i < doc->n_tokens; i++) of[i] = LGM_NONE;
    for (uint32_t m = 0; of && m < doc->n_mentions; m++) of[doc->mentions[m].head] = m;
    return of;
}

static bool make_reader(reader *r, const lgm_trees *t, lgm_arena *scratch, lgm_doc *doc)
{
    r->t = t;
    r->owner = lgm_doc_name_owners(doc, scratch);
    r->by_head = mentions_by_head(doc, scratch);
    r->unnamed = lgm_arena_calloc(scratch, doc->n_entities, sizeof *r->unnamed);
    r->real = lgm_arena_alloc(scratch, (doc->n_entities + 1) * sizeof *r->real);
    r->speaks = lgm_arena_calloc(scratch, doc->n_entities + 1, sizeof *r->speaks);
    r->room = doc->n_mentions + 1;
    if (!r->owner || !r->by_head || !r->unnamed || !r->real || !r->speaks) return false;
    find_stand_ins(r);
    return true;
}

/* A document speaks for its author. */
static uint32_t author_or(const reader *r, uint32_t claim, uint32_t speaker)
{
    const lgm_parts *const source = &r->t->doc->claims[claim].source;
    if (source->n == 0) return speaker;
    const uint32_t top = lgm_speaker_top(r->t->doc, source);
    const uint32_t author = lgm_speaker_author(r->t, r->by_head, r->owner, top, speaker);
    if (author == LGM_NONE) return speaker;
    LGM_WHY(r->t->doc, CLAIM, claim, "speaker", LGM_ONE_WORD(top),
            "The source is a text, and a text speaks for who wrote it (data/phrase/documents.txt)");
    return author;
}

static void explain_kind(const lgm_doc *doc, uint32_t claim, uint8_t kind)
{
    static const char *const WHY[] = {
        [LGM_SPEAKER_NAMED] = "It has a name, and is no outlet and no text",
        [LGM_SPEAKER_ROLE] =
            "It is one person without a name, called by an office or a description",
        [LGM_SPEAKER_GROUP] =
            "It is several, or a body or a place without a name, or the name of many "
            "(data/phrase/bodies.txt, crowds.txt)",
        [LGM_SPEAKER_ANONYMOUS] =
            "The report says that it is not to be named, or calls it by words "
            "of data/phrase/anonymous.txt",
        [LGM_SPEAKER_OUTLET] = "Its name, or the noun that it is called by, is that of an outlet "
                               "(data/phrase/outlets.txt, outlet_words.txt)",
        [LGM_SPEAKER_DOCUMENT] =
            "It is a text that nobody is known to have written (data/phrase/documents.txt)",
        [LGM_SPEAKER_UNKNOWN] = "There are no words for it, or they lead to nobody"};
    const lgm_parts *const source = &doc->claims[claim].source;
    if (kind < LGM_COUNT(WHY) && WHY[kind])
        LGM_WHY(doc, CLAIM, claim, "speaker_kind", lgm_doc_all_of(source), "%s", WHY[kind]);
}

/* What an outlet's reporter saw is the outlet's. */
static void find_observer(const reader *r, lgm_claim_who *who, uint32_t claim)
{
    const lgm_doc *const doc = r->t->doc;
    const uint32_t outlet = lgm_speaker_observer(r->t, claim);
    if (outlet == LGM_NONE) return;
    const uint32_t name = lgm_tree_name(r->t, outlet);
    who->observed = true;
    who->kind = LGM_SPEAKER_OUTLET;
    if (name != LGM_NONE) who->speaker = r->owner[name];
    LGM_WHY(doc, CLAIM, claim, "observed", lgm_doc_all_of(&doc->claims[claim].source),
            "A reporter of an outlet is the source, and saw or heard it, or is called its witness");
}

static void find_speakers(reader *r, lgm_claim_who *who)
{
    const uint32_t n = r->t->doc->n_claims;
    for (uint32_t c = 0; c < n; c++) {
        who[c].speaker = author_or(r, c, speaker_of(r, c));
        find_together(r, &who[c], c);
        const bool unnamed = lgm_speaker_asks_unnamed(r->t, c);
        if (unnamed && who[c].speaker != LGM_NONE) r->unnamed[who[c].speaker] = true;
        if (who[c].speaker != LGM_NONE) r->speaks[who[c].speaker] = true;
    }
    for (uint32_t c = 0; c < n; c++) {
        const uint32_t e = who[c].speaker;
        const bool unnamed = e == LGM_NONE ? lgm_speaker_asks_unnamed(r->t, c) : r->unnamed[e];
        who[c].kind = (uint8_t)lgm_speaker_kind_of(r->t, c, e, unnamed);
        find_observer(r, &who[c], c);
        explain_kind(r->t->doc, c, who[c].kind);
    }
}

/* False where the document's arena is spent. */
static bool find_addressees(const reader *r, lgm_doc *doc, lgm_claim_who *who)
{
    lgm_doc_addressee at[LGM_MAX_ADDRESSEES];
    for (uint32_t c = 0; c < doc->n_claims; c++) {
        who[c].first_to = (uint32_t)doc->addressees.n;
        who[c].n_to = lgm_speaker_addressees(r->t, r->by_head, r->owner, c, &who[c], at);
        for (uint32_t i = 0; i < who[c].n_to; i++)
            if (!lgm_vec_push(doc->arena, &doc->addressees, at[i])) return false;
        for (uint32_t i = 0; doc->why && i < who[c].n_to; i++)
            LGM_WHY_TREE(doc, CLAIM, c, "to", lgm_doc_top_word(doc, doc->claims[c].cue.at[0]),
                         at[i].tokens,
                         "A word of telling, or of a text that is sent, leads to whom it is told "
                         "(data/speaker/told.txt, letters.txt)");
    }
    return true;
}

/* Outer claims come before those within them. */
static void find_tellers(const reader *r, lgm_claim_who *who)
{
    const lgm_doc *const doc = r->t->doc;
    for (uint32_t c = 0; c < doc->n_claims; c++) {
        if (!lgm_speaker_is_teller(r->t, who, c)) continue;
        const lgm_claim_who *const outer = &who[lgm_doc_parent(doc, c)];
        who[c].speaker = outer->speaker;
        who[c].kind = outer->kind;
        who[c].n_speakers = 0;
        LGM_WHY(doc, CLAIM, c, "speaker", lgm_doc_all_of(&doc->claims[c].source),
                "Who is told something does not say it: the pronoun is who tells it");
    }
}

lgm_status lgm_speaker_run(const lgm_trees *trees, lgm_arena *scratch, lgm_doc *doc, lgm_err *err)
{
    if (doc->n_tokens == 0) return LGM_OK;
    const lgm_arena_mark mark = lgm_arena_save(scratch);
    reader r = {0};
    if (!make_reader(&r, trees, scratch, doc)) return lgm_arena_fail(scratch, err);
    lgm_claim_who *const who = lgm_doc_nobody(doc);
    r.speakers = lgm_arena_calloc(doc->arena, r.room, sizeof *r.speakers);
    if (!who || !r.speakers) return lgm_arena_fail(doc->arena, err);
    find_speakers(&r, who);
    for (uint32_t c = 0; c < doc->n_claims; c++)
        who[c].via = lgm_speaker_via(trees, r.by_head, r.owner, r.speaks, c, who[c].speaker);
    doc->addressees.n = doc->addressees.room = 0;
    if (!find_addressees(&r, doc, who)) return lgm_arena_fail(doc->arena, err);
    find_tellers(&r, who);
    doc->claim_who = who;
    doc->speakers = r.speakers;
    doc->n_speakers = r.n_speakers;
    lgm_arena_rewind(scratch, mark);
    return LGM_OK;
}
