/*
 * offices.c - "the head of the FSB" is "FSB chief Alexander Bortnikov": one office of one body, one person.
 *
 * What the linker compares are words, and these share none that tells. So offices are read from the words
 * beside a person's name ("B chief N", "B's chief N", "N, the head of B", "N, B chief,") and beside the head of
 * a definite description ("the head of B", "B's chief", "the B chief"). Where the office and the body are
 * the same and only one person is said to hold it, the description is that person; where no body is said of it
 * ("the mayor"), if one person alone has that office in the report. What was, is left alone.
 */
#include <string.h>

#include "coref/settle.h"
#include "legomena/records.h"

enum { OFFICES = 32 }; /* that are kept of a report */
#define NO_BODY UINT64_MAX

/* Words for one office, a line each; the body tells the rest. */
static const char *const OFFICE[] = {
    "nominee candidate", /* the first: no post, several seek one */
    "head chief director boss leader",
    "chairman chairwoman chairperson chair",
    "spokesman spokeswoman spokesperson",
    "governor gov",
    "senator sen",
    "president",
    "premier",
    "chancellor",
    "minister",
    "secretary",
    "ambassador",
    "commander",
    "mayor",
    "sheriff",
};

typedef struct office {
    uint32_t what;   /* a line of OFFICE */
    uint64_t body;   /* an entity; a hash of its name as an adjective ("Republican"); NO_BODY */
    uint32_t holder; /* an entity */
} office;

typedef struct reader {
    const lgm_linker *l;
    const lgm_doc *doc;
    const uint32_t *owner; /* [n_names]: its entity */
    office at[OFFICES];
    uint32_t n;
    bool full; /* there were more: none is the only one */
} reader;

static bool is(const lgm_doc *doc, uint32_t t, const char *word)
{
    const lgm_slice w = lgm_doc_form(doc, t);
    return w.len == strlen(word) && memcmp(w.ptr, word, w.len) == 0;
}

static bool is_one(const lgm_doc *doc, uint32_t t, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (is(doc, t, words[i])) return true;
    return false;
}

static bool is_article(const lgm_doc *doc, uint32_t t)
{
    static const char *const WORDS[] = {"the", "The"};
    return is_one(doc, t, WORDS, LGM_COUNT(WORDS));
}

static bool is_capital(lgm_slice w)
{
    return w.ptr[0] >= 'A' && w.ptr[0] <= 'Z';
}

/* What may stand between a body and its office; "vice" makes it another office. */
static bool is_adjective(const lgm_doc *doc, uint32_t t)
{
    return doc->xpos && doc->xpos[t][0] == 'J' && !is_capital(lgm_doc_form(doc, t)) &&
           !is(doc, t, "vice");
}

static bool is_past(const lgm_doc *doc, uint32_t t)
{
    static const char *const WORDS[] = {"former", "Former", "ex",   "then",  "late",
                                        "deputy", "Deputy", "vice", "Vice",  "assistant",
                                        "acting", "next",   "new",  "future"};
    return is_one(doc, t, WORDS, LGM_COUNT(WORDS));
}

/* Is the word, whose first letter may be a capital, in the line? */
static bool is_in(lgm_slice w, const char *line)
{
    for (size_t n; *line; line += n + (line[n] == ' ')) {
        n = strcspn(line, " ");
        if (n == w.len && (w.ptr[0] | 32) == line[0] && memcmp(w.ptr + 1, line + 1, n - 1) == 0)
            return true;
    }
    return false;
}

/* The line of OFFICE that the word is in; LGM_NONE. */
static uint32_t office_of(const lgm_doc *doc, uint32_t t)
{
    lgm_slice w = lgm_doc_form(doc, t);
    w.len -= w.len > 1 && w.ptr[w.len - 1] == '.'; /* "Gov." */
    for (uint32_t line = 0; line < LGM_COUNT(OFFICE); line++)
        if (is_in(w, OFFICE[line])) return line;
    return LGM_NONE;
}

bool lgm_is_post(const lgm_doc *doc, uint32_t token)
{
    const uint32_t line = office_of(doc, token);
    return line != LGM_NONE && line != 0;
}

/* The body whose name ends before t ("FSB chief", "Spain's chief"), or starts behind "of" at t ("head of
 * the FSB"); NO_BODY. false where the office is no more held. */
static bool body_before(const reader *r, uint32_t t, uint64_t *body)
{
    static const char *const WHOSE[] = {"'s", "\xe2\x80\x99s", "'", "\xe2\x80\x99"};
    *body = NO_BODY;
    if (t > 0 && is_one(r->doc, t - 1, WHOSE, LGM_COUNT(WHOSE))) t--;
    while (t > 0 && is_adjective(r->doc, t - 1)) t--; /* "Republican presidential nominee" */
    if (t == 0 || is_past(r->doc, t - 1)) return t == 0;
    const uint32_t name = r->l->t->name[t - 1];
    if (name == LGM_NONE) {
        const lgm_slice w = lgm_doc_form(r->doc, t - 1);
        if (is_capital(w) && !is_article(r->doc, t - 1)) *body = lgm_hash64(1, w.ptr, w.len);
        return t < 2 || *body == NO_BODY || !is_past(r->doc, t - 2);
    }
    const uint32_t start = r->doc->names[name].tokens.start;
    if (r->doc->names[name].type == LGM_ENTITY_PER || (start > 0 && is_past(r->doc, start - 1)))
        return false;
    *body = r->owner[name];
    return true;
}

static uint64_t body_behind(const reader *r, uint32_t t)
{
    static const char *const OF[] = {"of", "for", "at"};
    if (t + 2 >= r->doc->n_tokens || !is_one(r->doc, t, OF, LGM_COUNT(OF))) return NO_BODY;
    t += is_article(r->doc, t + 1) ? 2 : 1;
    const uint32_t name = r->l->t->name[t];
    if (name == LGM_NONE || r->doc->names[name].tokens.start != t) return NO_BODY;
    return r->doc->names[name].type == LGM_ENTITY_PER ? NO_BODY : r->owner[name];
}

/* The office that the word at t is of, and of what body; false for none. */
static bool read_office(const reader *r, uint32_t t, office *out)
{
    out->what = office_of(r->doc, t);
    if (out->what == LGM_NONE || !body_before(r, t, &out->body)) return false;
    const uint64_t behind = body_behind(r, t + 1);
    if (behind != NO_BODY) out->body = behind;
    return true;
}

static void holds(reader *r, const office *o, uint32_t holder)
{
    for (uint32_t i = 0; i < r->n; i++)
        if (r->at[i].what == o->what && r->at[i].body == o->body && r->at[i].holder == holder)
            return;
    if (r->n == OFFICES) r->full = true;
    if (r->n < OFFICES) r->at[r->n++] = (office){o->what, o->body, holder};
}

/* Who alone holds an office, of this body or, with NO_BODY, of any; LGM_NONE. *bodies: some body is said. */
static uint32_t only_holder(const reader *r, uint32_t what, uint64_t body, bool *bodies)
{
    uint32_t found = LGM_NONE;
    for (uint32_t i = 0; i < r->n; i++) {
        const office *const o = &r->at[i];
        if (o->what != what || (body != NO_BODY && o->body != body)) continue;
        if (found != LGM_NONE && found != o->holder) return LGM_NONE;
        *bodies |= o->body != NO_BODY;
        found = o->holder;
    }
    return found;
}

/* "the Ostrel senator" is Sen. Lind as well, where nothing else is said of what she is senator of. */
static uint32_t holder_of(const reader *r, const office *o)
{
    bool bodies = false;
    if (r->full) return LGM_NONE;
    const uint32_t found = only_holder(r, o->what, o->body, &bodies);
    if (found != LGM_NONE || o->body == NO_BODY) return found;
    bodies = false;
    const uint32_t any = only_holder(r, o->what, NO_BODY, &bodies);
    return bodies ? LGM_NONE : any;
}

/* "FSB chief N"; "N, the head of the FSB"; "N, FSB chief". */
static void read_name(reader *r, uint32_t i)
{
    const lgm_name *const n = &r->doc->names[i];
    uint32_t t = n->tokens.end;
    office o;
    if (n->tokens.start > 0 && read_office(r, n->tokens.start - 1, &o)) holds(r, &o, r->owner[i]);
    if (t + 1 >= r->doc->n_tokens || !is(r->doc, t, ",")) return;
    t += is_article(r->doc, t + 1) ? 2 : 1;
    if (t >= r->doc->n_tokens) return;
    const uint32_t body = r->l->t->name[t];
    if (body != LGM_NONE) t = r->doc->names[body].tokens.end;
    if (t < r->doc->n_tokens && r->l->t->sent[t] == r->l->t->sent[n->tokens.start] &&
        read_office(r, t, &o) && o.body != NO_BODY)
        holds(r, &o, r->owner[i]);
}

static bool is_definite(const lgm_mention *m)
{
    return m->make == LGM_MAKE_DEF || m->make == LGM_MAKE_POSS || m->make == LGM_MAKE_DEM;
}

/* What a cluster is to become while its descriptions are read. */
enum { MIXED = LGM_NONE - 1 }; /* they are of several offices: each goes by itself */

/* who[i]: the cluster of the holder that the description i is of, LGM_NONE; of[c]: the same for a whole cluster
 * without a name, or MIXED. */
static void find_holders(const reader *r, const uint32_t *of_entity, uint32_t *who, uint32_t *of)
{
    const lgm_linker *const l = r->l;
    for (uint32_t i = 0; i < l->n; i++) {
        office o;
        uint32_t *const whole = &of[l->cluster[i]];
        if (l->at[i].is_group || !is_definite(&l->at[i]) || !read_office(r, l->at[i].head, &o))
            continue;
        const uint32_t holder = holder_of(r, &o);
        if (holder != LGM_NONE) who[i] = of_entity[holder];
        if (who[i] == LGM_NONE && o.body == NO_BODY) continue;
        *whole = *whole == LGM_NONE || *whole == who[i] ? who[i] : MIXED;
        if (who[i] == LGM_NONE) *whole = MIXED;
    }
}

/* Descriptions of offices go to who holds them, with their clusters, where these have no name of their own. */
static void join(lgm_linker *l, const uint32_t *who, const uint32_t *of, const bool *named,
                 uint32_t *first)
{
    for (uint32_t i = 0; i < l->n; i++) {
        uint32_t *const c = &l->cluster[i];
        const uint32_t to = of[*c] == MIXED ? who[i] : of[*c];
        if (!named[*c] && to != LGM_NONE) *c = to;
        if (first[*c] == LGM_NONE) first[*c] = i;
    }
    for (uint32_t i = 0; i < l->n; i++) l->cluster[i] = first[l->cluster[i]];
}

bool lgm_coref_join_offices(lgm_linker *l, lgm_arena *scratch)
{
    const lgm_doc *const doc = l->t->doc;
    reader r = {.l = l, .doc = doc};
    const uint32_t *const owner = lgm_doc_name_owners(doc, scratch);
    uint32_t *const of_entity = lgm_arena_calloc(scratch, doc->n_entities, sizeof *of_entity);
    uint32_t *const who = lgm_arena_calloc(scratch, l->n, sizeof *who);
    uint32_t *const of = lgm_arena_calloc(scratch, l->n, sizeof *of);
    uint32_t *const first = lgm_arena_calloc(scratch, l->n, sizeof *first);
    bool *const named = lgm_arena_calloc(scratch, l->n, sizeof *named);
    if (!owner || !of_entity || !who || !of || !first || !named) return false;
    for (uint32_t e = 0; e < doc->n_entities; e++) of_entity[e] = LGM_NONE;
    r.owner = owner;
    for (uint32_t i = 0; i < doc->n_names; i++)
        if (doc->names[i].type == LGM_ENTITY_PER) read_name(&r, i);
    if (r.n == 0) return true;

    for (uint32_t i = 0; i < l->n; i++) {
        who[i] = of[i] = first[i] = LGM_NONE;
        if (l->at[i].group == LGM_NONE) continue;
        of_entity[l->at[i].group] = l->cluster[i];
        named[l->cluster[i]] = true;
    }
    find_holders(&r, of_entity, who, of);
    join(l, who, of, named, first);
    return true;
}
