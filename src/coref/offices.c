/*
 * offices.c - "the head of the FSB" is "FSB chief Ilya Sarnov": one office of one body, one person.
 *
 * What the linker compares are words, and these share none that tells. So offices are read from the words
 * beside a person's name ("B chief N", "B's chief N", "N, the head of B", "N, B chief,") and beside the head of
 * a definite description ("the head of B", "B's chief", "the B chief"). Where the office and the body are
 * the same and only one person is said to hold it, the description is that person; where no body is said of it
 * ("the mayor"), if one person alone has that office in the report: then the linker joins it with nobody else who has
 * a name. A former mayor and a deputy mayor have offices of their own.
 */
#include <string.h>

#include "coref/settle.h"
#include "legomena/kinds.h"
#include "tree/shape.h"

enum { OFFICES = 32, FIELDS = 8 }; /* that are kept of a report; words before an office */
/* Added to a line of OFFICE: "former", "new", "deputy", "vice". */
enum { PAST = 32, COMING = 64, DEPUTY = 128, VICE = 256 };
#define NO_BODY UINT64_MAX
#define SOME_BODY (UINT64_MAX - 1) /* not known which, so nobody holds the office alone */

/* Words for one office, a line each; the body tells the rest. */
static const char *const OFFICE[] = {
    "nominee candidate",               /* NOMINEES: no post, several seek one */
    "head chief director boss leader", /* HEADS: of anything */
    "premier pM",                      /* PREMIERS */
    "minister",                        /* MINISTERS, but for prime ministers */
    "chairman chairwoman chairperson chair",
    "spokesman spokeswoman spokesperson",
    "governor gov",
    "senator sen",
    "president",
    "chancellor",
    "secretary",
    "ambassador",
    "commander",
    "mayor",
    "sheriff",
};

enum { NOMINEES, HEADS, PREMIERS, MINISTERS, PRIME_MINISTERS = LGM_COUNT(OFFICE) };
_Static_assert((int)PRIME_MINISTERS < (int)PAST, "a rank is added to an office");

typedef struct office {
    uint32_t what;   /* a line of OFFICE, and what rank_of says */
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

/* What the word says of an office behind it: added to the line of OFFICE. */
static uint32_t rank_of(const lgm_doc *doc, uint32_t t)
{
    const lgm_slice w = lgm_doc_form(doc, t);
    if (LGM_SLICE_IN(w, "former", "Former", "ex", "then", "late", "last")) return PAST;
    if (LGM_SLICE_IN(w, "next", "new", "New", "future", "incoming")) return COMING;
    if (LGM_SLICE_IN(w, "deputy", "Deputy", "assistant", "Assistant", "acting")) return DEPUTY;
    return LGM_SLICE_IN(w, "vice", "Vice") ? VICE : 0;
}

/* What may stand between a body and its office: "Republican presidential nominee", "Ostrel finance minister", "last
 * hard-line president". */
static bool is_field(const reader *r, uint32_t t)
{
    const char *const x = r->doc->xpos ? r->doc->xpos[t] : "";
    return strchr("JNCH", x[0]) && x[0] && /* JJ, NN, CD, HYPH */
           !lgm_tree_is_capital(lgm_doc_form(r->doc, t)) && r->l->t->name[t] == LGM_NONE &&
           rank_of(r->doc, t) == 0;
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
    return line != LGM_NONE && line > NOMINEES;
}

/* One that tells by itself what it is: not "the head". */
static bool is_title(const lgm_doc *doc, uint32_t token)
{
    const uint32_t line = office_of(doc, token);
    return line != LGM_NONE && line > HEADS;
}

/* The body whose name ends before t ("FSB chief", "Spain's chief"), or NO_BODY, and the rank. false where a person
 * stands before the office. */
static bool body_before(const reader *r, uint32_t t, uint64_t *body, uint32_t *rank)
{
    *body = NO_BODY;
    *rank = 0;
    if (t > 0 && lgm_tree_is_possessive(lgm_doc_form(r->doc, t - 1))) t--;
    for (uint32_t n = 0; n < FIELDS && t > 0 && is_field(r, t - 1); n++) t--;
    if (t > 0) *rank = rank_of(r->doc, t - 1);
    if (t == 0 || *rank) return true;
    const uint32_t name = r->l->t->name[t - 1];
    uint32_t start = t - 1;
    if (name == LGM_NONE) {
        const lgm_slice w = lgm_doc_form(r->doc, t - 1);
        if (lgm_tree_is_capital(w) && !lgm_tree_is_the(w)) *body = lgm_hash64(1, w.ptr, w.len);
    } else {
        if (r->doc->names[name].type == LGM_ENTITY_PER) return false;
        start = r->doc->names[name].tokens.start;
        *body = r->owner[name];
    }
    if (start > 0 && *body != NO_BODY) *rank = rank_of(r->doc, start - 1);
    return true;
}

static uint64_t body_behind(const reader *r, uint32_t t)
{
    if (t + 2 >= r->doc->n_tokens ||
        !LGM_SLICE_IN(lgm_doc_form(r->doc, t), "of", "for", "at", "from"))
        return NO_BODY;
    t += lgm_tree_is_the(lgm_doc_form(r->doc, t + 1)) ? 2 : 1;
    const uint32_t name = r->l->t->name[t];
    if (name == LGM_NONE || r->doc->names[name].tokens.start != t) return NO_BODY;
    return r->doc->names[name].type == LGM_ENTITY_PER ? NO_BODY : r->owner[name];
}

/* The office that the word at t is of, and of what body; false for none. */
static bool read_office(const reader *r, uint32_t t, office *out)
{
    uint32_t rank;
    const uint64_t behind = body_behind(r, t + 1);
    out->what = office_of(r->doc, t);
    if (out->what == MINISTERS && t > 0 &&
        LGM_SLICE_IN(lgm_doc_form(r->doc, t - 1), "prime", "Prime")) {
        out->what = PRIME_MINISTERS;
        t--;
    }
    if (out->what == LGM_NONE || !body_before(r, t, &out->body, &rank)) return false;
    out->what += rank;
    if (behind != NO_BODY) out->body = behind;
    return true;
}

static void note(reader *r, uint32_t what, uint64_t body, uint32_t holder)
{
    for (uint32_t i = 0; i < r->n; i++)
        if (r->at[i].what == what && r->at[i].body == body && r->at[i].holder == holder) return;
    if (r->n == OFFICES) r->full = true;
    if (r->n < OFFICES) r->at[r->n++] = (office){what, body, holder};
}

/* "The spokesman" may be who was a deputy spokesman. */
static void holds(reader *r, const office *o, uint32_t holder)
{
    note(r, o->what, o->body, holder);
    if (o->what & DEPUTY) note(r, o->what - DEPUTY, SOME_BODY, holder);
}

/* Who alone holds an office, of this body or, with NO_BODY, of any; LGM_NONE. *bodies: some body is said. Who has
 * it of nobody knows what is not found, nor alone who has it beside. */
static uint32_t only_holder(const reader *r, uint32_t what, uint64_t body, bool *bodies)
{
    uint32_t found = LGM_NONE, other = LGM_NONE;
    for (uint32_t i = 0; i < r->n; i++) {
        const office *const o = &r->at[i];
        if (o->what != what || (body != NO_BODY && o->body != body)) continue;
        uint32_t *const seen = o->body == SOME_BODY ? &other : &found;
        if (*seen != LGM_NONE && *seen != o->holder) return LGM_NONE;
        *bodies |= o->body != NO_BODY;
        *seen = o->holder;
    }
    return other == LGM_NONE || other == found ? found : LGM_NONE;
}

/* "The premier" is the prime minister, and the reverse, where the report calls nobody by the same word. */
static uint32_t as_said(const reader *r, uint32_t what)
{
    for (uint32_t i = 0; i < r->n; i++)
        if (r->at[i].what == what) return what;
    return what == PREMIERS ? PRIME_MINISTERS : what == PRIME_MINISTERS ? PREMIERS : what;
}

/* "the Ostrel senator" is Sen. Lind as well, where nothing else is said of what she is senator of; but then it is not
 * sure. */
static uint32_t holder_of(const reader *r, const office *o, bool *sure)
{
    bool bodies = false;
    *sure = false;
    if (r->full) return LGM_NONE;
    const uint32_t what = as_said(r, o->what);
    const uint32_t found = only_holder(r, what, o->body, &bodies);
    *sure = found != LGM_NONE;
    if (*sure || o->body == NO_BODY) return found;
    bodies = false;
    const uint32_t any = only_holder(r, what, NO_BODY, &bodies);
    return bodies ? LGM_NONE : any;
}

/* Between an office and a name. */
static bool is_honorific(const lgm_doc *doc, uint32_t t)
{
    return LGM_SLICE_IN(lgm_doc_form(doc, t), "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr.",
                        "Prof", "Prof.", "Sir", "Lord", "Dame", "Gen.", "Sheikh", "general",
                        "General");
}

/* "FSB chief N"; "N, the head of the FSB"; "N, FSB chief". */
static void read_name(reader *r, uint32_t i)
{
    const lgm_name *const n = &r->doc->names[i];
    uint32_t t = n->tokens.start;
    office o;
    while (t > 0 && is_honorific(r->doc, t - 1)) t--;
    if (t > 2 && lgm_slice_eq(lgm_doc_form(r->doc, t - 2), LGM_SLICE("of")) &&
        office_of(r->doc, t - 3) != LGM_NONE)
        t -= 2; /* "Secretary of State" */
    if (t > 0 && read_office(r, t - 1, &o)) holds(r, &o, r->owner[i]);
    t = n->tokens.end;
    if (t + 1 >= r->doc->n_tokens || !lgm_slice_eq(lgm_doc_form(r->doc, t), LGM_SLICE(",")))
        return;
    t += lgm_tree_is_the(lgm_doc_form(r->doc, t + 1)) ? 2 : 1;
    if (t >= r->doc->n_tokens) return;
    const uint32_t body = r->l->t->name[t];
    if (body != LGM_NONE) t = r->doc->names[body].tokens.end;
    if (t < r->doc->n_tokens && r->l->t->sent[t] == r->l->t->sent[n->tokens.start] &&
        read_office(r, t, &o)) {
        if (o.body == NO_BODY) o.body = SOME_BODY; /* "N, president of the republic" */
        holds(r, &o, r->owner[i]);
    }
}

static bool is_definite(const lgm_mention *m)
{
    return m->make == LGM_MAKE_DEF || m->make == LGM_MAKE_POSS || m->make == LGM_MAKE_DEM;
}

bool lgm_offices_read(lgm_linker *l, lgm_arena *scratch)
{
    const lgm_doc *const doc = l->t->doc;
    reader r = {.l = l, .doc = doc, .owner = lgm_doc_name_owners(doc, scratch)};
    if (!r.owner) return false;
    for (uint32_t i = 0; i < doc->n_names; i++)
        if (doc->names[i].type == LGM_ENTITY_PER) read_name(&r, i);
    for (uint32_t i = 0; i < l->n; i++) {
        const lgm_mention *const m = &l->at[i];
        office o;
        bool sure;
        l->holder[i] = l->only[i] = LGM_NONE;
        if (r.n == 0 || m->is_group || !is_definite(m) || !read_office(&r, m->head, &o)) continue;
        l->holder[i] = holder_of(&r, &o, &sure);
        if (sure && is_title(doc, m->head)) l->only[i] = l->holder[i];
        if (l->holder[i] == LGM_NONE && o.body != NO_BODY) l->holder[i] = LGM_NOBODY_HERE;
    }
    return true;
}

/* What a cluster is to become while its descriptions are read. */
enum { MIXED = LGM_NONE - 1 }; /* they are of several offices: each goes by itself */

/* who[i]: the cluster of the holder that the description i is of, LGM_NONE; of[c]: the same for a whole cluster
 * without a name, or MIXED. */
static void find_holders(const lgm_linker *l, const uint32_t *of_entity, uint32_t *who,
                         uint32_t *of)
{
    for (uint32_t i = 0; i < l->n; i++) {
        uint32_t *const whole = &of[l->cluster[i]];
        if (l->holder[i] == LGM_NONE) continue;
        if (l->holder[i] != LGM_NOBODY_HERE) who[i] = of_entity[l->holder[i]];
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

bool lgm_offices_join(lgm_linker *l, lgm_arena *scratch)
{
    const lgm_doc *const doc = l->t->doc;
    uint32_t *const of_entity = lgm_arena_calloc(scratch, doc->n_entities, sizeof *of_entity);
    uint32_t *const who = lgm_arena_calloc(scratch, l->n, sizeof *who);
    uint32_t *const of = lgm_arena_calloc(scratch, l->n, sizeof *of);
    uint32_t *const first = lgm_arena_calloc(scratch, l->n, sizeof *first);
    bool *const named = lgm_arena_calloc(scratch, l->n, sizeof *named);
    if (!of_entity || !who || !of || !first || !named) return false;
    for (uint32_t e = 0; e < doc->n_entities; e++) of_entity[e] = LGM_NONE;
    for (uint32_t i = 0; i < l->n; i++) {
        who[i] = of[i] = first[i] = LGM_NONE;
        if (l->at[i].group == LGM_NONE) continue;
        of_entity[l->at[i].group] = l->cluster[i];
        named[l->cluster[i]] = true;
    }
    find_holders(l, of_entity, who, of);
    join(l, who, of, named, first);
    return true;
}
