/*
 * role.c - titles and appositions.
 *
 *     title before   "FSB chief Ilya Sarnov", "Ukraine's foreign minister Taras Holub"
 *     behind         "Petro Lysak, spokesperson for Ukraine's military intelligence agency, said"
 *     before, comma  "The mayor of Ostrel, Ann Lee, said"
 *     copula         "Ann Lee is the mayor of Ostrel"
 *
 * A word of data/states/roles.txt must be in it. Trees help to tell how far a title reaches to the
 * left; where a tree is wrong, punctuation still holds.
 */
#include "actor/role.h"

#include <string.h>

#include "legomena/kinds.h"
#include "tree/shape.h"
#include "world/names.h"

enum { REACH = 20, TITLE = 10, BEFORE_ROLE = 8 }; /* tokens */

static bool word_is(const lgm_doc *doc, uint32_t t, const char *word)
{
    const lgm_slice w = lgm_doc_form(doc, t);
    const size_t n = strlen(word);
    if (w.len != n) return false;
    for (size_t i = 0; i < n; i++) {
        const char c = w.ptr[i] >= 'A' && w.ptr[i] <= 'Z' ? (char)(w.ptr[i] + 32) : w.ptr[i];
        if (c != word[i]) return false;
    }
    return true;
}

static bool word_in(const lgm_doc *doc, uint32_t t, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (word_is(doc, t, list[i])) return true;
    return false;
}

static bool is_determiner(const lgm_doc *doc, uint32_t t)
{
    static const char *const list[] = {"the",   "a",   "an",  "his", "her",
                                       "their", "its", "our", "this"};
    return word_in(doc, t, list, LGM_COUNT(list));
}

static bool has_upos(const lgm_doc *doc, uint32_t t, const char *upos)
{
    return doc->upos.of && lgm_doc_upos(doc, t) && strcmp(lgm_doc_upos(doc, t), upos) == 0;
}

static bool is_verb(const lgm_doc *doc, uint32_t t)
{
    static const char *const list[] = {"is",  "are",  "was",   "were", "has", "have",
                                       "had", "will", "would", "said", "says"};
    return word_in(doc, t, list, LGM_COUNT(list)) || has_upos(doc, t, "VERB") ||
           has_upos(doc, t, "AUX");
}

/* Leads on to something else than the title at hand. */
static bool is_link(const lgm_doc *doc, uint32_t t)
{
    static const char *const list[] = {"and", "or", "of", "for", "in", "to", "with", "by", "as"};
    return word_in(doc, t, list, LGM_COUNT(list)) || has_upos(doc, t, "ADP") ||
           has_upos(doc, t, "CCONJ") || has_upos(doc, t, "PRON") || has_upos(doc, t, "SCONJ") ||
           has_upos(doc, t, "ADV");
}

/* Ends a role for certain. */
static bool stops(const lgm_doc *doc, uint32_t t)
{
    static const char *const list[] = {",",     ";",    ":",     "(",     ")",    ".",    "!", "?",
                                       "—",     "–",    "who",   "which", "that", "\"",   "“", "”",
                                       "whose", "when", "where", "while", "but",  "after"};
    return (doc->tokens[t].flags & (LGM_TOK_OPEN | LGM_TOK_CLOSE)) ||
           word_in(doc, t, list, LGM_COUNT(list)) || is_verb(doc, t);
}

/* The comma of an address: "the mayor of Springfield, Illinois, Ann Lee". */
static bool in_address(const lgm_reader *r, uint32_t t)
{
    if (!word_is(r->doc, t, ",") || t == 0 || t + 1 >= r->doc->n_tokens) return false;
    const uint32_t a = r->name_at[t - 1], b = r->name_at[t + 1];
    return a != LGM_NONE && b != LGM_NONE && a != b && r->doc->names[a].type == LGM_ENTITY_GPE &&
           r->doc->names[b].type == LGM_ENTITY_GPE;
}

static bool is_person(const lgm_reader *r, uint32_t t)
{
    const uint32_t name = r->name_at[t];
    return name != LGM_NONE && r->doc->names[name].type == LGM_ENTITY_PER;
}

/* ---- what a role must be --------------------------------------------------------------------- */

/* A role that starts at `start`: up to where it stops, if a word for a role comes early in it and
 * before what it is about, and no other person in it. Empty where it is none. */
static lgm_tokspan role_from(const lgm_reader *r, uint32_t start, uint32_t end)
{
    static const char *const links[] = {"of", "for", "at", "in", "to", "from", "with", "on", "by"};
    const lgm_doc *const doc = r->doc;
    const lgm_tokspan none = {0, 0};
    if (start < end && is_determiner(doc, start)) start++;
    if (start < end && (word_is(doc, start, "and") || word_is(doc, start, "or"))) return none;
    const uint32_t limit = end - start < REACH ? end : start + REACH;
    bool role = false;
    uint32_t t = start;
    while (t < limit && (!stops(doc, t) || (role && in_address(r, t)))) {
        const char *value;
        if (is_person(r, t)) return none;
        const uint32_t n = role ? 0 : lgm_phrase_from(doc, LGM_WORLD_ROLE_WORD, t, limit, &value);
        if (!role && n == 0 &&
            (t - start >= BEFORE_ROLE || word_in(doc, t, links, LGM_COUNT(links))))
            return none;
        role |= n > 0;
        t += n > 0 ? n : 1;
    }
    if (!role) return none;
    /* "..., the minister and": the link that leads on is not part of it. */
    while (t > start &&
           (word_is(doc, t - 1, "and") || word_in(doc, t - 1, links, LGM_COUNT(links))))
        t--;
    return t > start ? (lgm_tokspan){start, t} : none;
}

/* ---- where roles stand ----------------------------------------------------------------------- */

/* Where the words joined by "&" start of which t is the last, t itself where it is none: "Lorne &
 * Co analyst Petra Weiss", the whole company is part of the role. Not "fire & police chief Ann
 * Lee". */
static uint32_t start_of_joined(const lgm_reader *r, uint32_t t, lgm_tokspan sent)
{
    const lgm_doc *const doc = r->doc;
    while (t >= sent.start + 2 && word_is(doc, t - 1, "&") && !is_person(r, t - 2) &&
           lgm_tree_is_capital(lgm_doc_form(doc, t)) &&
           lgm_tree_is_capital(lgm_doc_form(doc, t - 2)))
        t -= 2;
    return t;
}

static lgm_tokspan title_before(const lgm_reader *r, lgm_tokspan name, lgm_tokspan sent)
{
    const lgm_doc *const doc = r->doc;
    const char *value;
    uint32_t start = name.start, end = name.start;
    /* "spokesman Ilir Dema", also with the period of "Gen." as a token */
    if (end > sent.start && word_is(doc, end - 1, ".")) end--;
    const uint32_t n = lgm_phrase_before(doc, LGM_WORLD_ROLE_WORD, sent.start, end, &value);
    if (n == 0) return (lgm_tokspan){0, 0};
    start = end - n;
    for (uint32_t i = 0; i < TITLE && start > sent.start; i++) {
        const uint32_t t = start - 1;
        const uint32_t joined = start_of_joined(r, t, sent);
        if (joined < t) {
            start = joined;
            continue;
        }
        if (stops(doc, t) || is_determiner(doc, t) || is_person(r, t) || is_link(doc, t)) break;
        if (doc->head &&
            (doc->head[t] == LGM_NONE || doc->head[t] <= t || doc->head[t] >= name.end))
            break;
        start = t;
    }
    /* "'s chief": whose, was cut off */
    while (start < end && lgm_tree_is_possessive(lgm_doc_form(doc, start))) start++;
    return (lgm_tokspan){start, end};
}

static lgm_tokspan behind(const lgm_reader *r, lgm_tokspan name, lgm_tokspan sent)
{
    const lgm_doc *const doc = r->doc;
    const lgm_tokspan none = {0, 0};
    uint32_t t = name.end;
    if (t + 1 >= sent.end) return none;
    if (word_is(doc, t, "is") || word_is(doc, t, "was")) { /* "is the mayor" */
        if (!is_determiner(doc, t + 1)) return none;
        return role_from(r, t + 1, sent.end);
    }
    if (!word_is(doc, t, ",") && !word_is(doc, t, "(")) return none;
    t++;
    if (t + 1 < sent.end && lgm_doc_form(doc, t).ptr[0] <= '9' &&
        lgm_doc_form(doc, t).ptr[0] >= '0' && word_is(doc, t + 1, ","))
        t += 2; /* her age */
    if (t + 2 < sent.end && word_is(doc, t, "who") && word_is(doc, t + 1, "is")) t += 2;
    if (t >= sent.end) return none;
    const lgm_tokspan s = role_from(r, t, sent.end);
    if (s.end == s.start || s.end == sent.end) return s;
    /* "..., foreign minister Lavrov": the role of the next. "According to Vale, managers were
     * warned": what comes behind a role is a comma or the end, no verb. */
    return is_person(r, s.end) || is_verb(doc, s.end) ? none : s;
}

static lgm_tokspan before_comma(const lgm_reader *r, lgm_tokspan name, lgm_tokspan sent)
{
    const lgm_doc *const doc = r->doc;
    const lgm_tokspan none = {0, 0};
    if (name.start < sent.start + 2 || !word_is(doc, name.start - 1, ",")) return none;
    if (name.end < sent.end && !word_is(doc, name.end, ",") && !word_is(doc, name.end, "."))
        return none;
    const uint32_t end = name.start - 1;
    uint32_t start = end;
    while (start > sent.start && end - start < REACH && !is_person(r, start - 1) &&
           (!stops(doc, start - 1) || in_address(r, start - 1)))
        start--;
    /* The outermost article begins it: "said the head of the FSB". */
    while (start < end && !is_determiner(doc, start)) start++;
    if (start == end) return none;
    const lgm_tokspan s = role_from(r, start, end);
    return s.end == end ? s : none;
}

/* ---- collect --------------------------------------------------------------------------------- */

static bool same_words(const lgm_doc *doc, lgm_tokspan a, lgm_tokspan b)
{
    char x[LGM_WORLD_FOLDED], y[LGM_WORLD_FOLDED];
    const size_t n = lgm_world_fold(lgm_doc_words(doc, a), x);
    return n == lgm_world_fold(lgm_doc_words(doc, b), y) &&
           (n > 0 ? memcmp(x, y, n) == 0
                  : lgm_slice_eq(lgm_doc_words(doc, a), lgm_doc_words(doc, b)));
}

static void keep(const lgm_doc *doc, lgm_tokspan s, lgm_tokspan at[LGM_MAX_ROLES], uint32_t *n)
{
    if (s.end <= s.start || *n == LGM_MAX_ROLES) return;
    for (uint32_t i = 0; i < *n; i++)
        if (same_words(doc, at[i], s)) return;
    at[(*n)++] = s;
}

void lgm_actor_roles(const lgm_reader *r, uint32_t name, lgm_tokspan at[LGM_MAX_ROLES], uint32_t *n)
{
    const lgm_tokspan tokens = r->doc->names[name].tokens,
                      sent = lgm_doc_sentence_of(r->doc, tokens.start);
    keep(r->doc, before_comma(r, tokens, sent), at, n);
    keep(r->doc, title_before(r, tokens, sent), at, n);
    keep(r->doc, behind(r, tokens, sent), at, n);
}
