/* phrase.c - reads phrases by the tables of data/states. */
#include "phrase/phrase.h"

#include <stdio.h>
#include <string.h>

#include "legomena/kinds.h"
#include "tree/shape.h"
#include "world/names.h"

enum { PHRASE_TOKENS = 8 };

bool lgm_phrase_reader(lgm_reader *out, lgm_arena *arena, const lgm_doc *doc)
{
    uint32_t *const name_at = lgm_arena_calloc(arena, doc->n_tokens, sizeof *name_at);
    const uint32_t *const owner = lgm_doc_name_owners(doc, arena);
    if (!name_at || !owner) return false;
    memset(name_at, 0xff, doc->n_tokens * sizeof *name_at); /* LGM_NONE */
    for (uint32_t i = 0; i < doc->n_names; i++)
        for (uint32_t t = doc->names[i].tokens.start; t < doc->names[i].tokens.end; t++)
            name_at[t] = i;
    *out = (lgm_reader){doc, name_at, owner};
    return true;
}

/* A phrase begins and ends with a word, and no comma is in it. */
static bool is_phrase(const lgm_doc *doc, lgm_tokspan span)
{
    char folded[LGM_WORLD_FOLDED];
    const lgm_slice words = lgm_doc_words(doc, span);
    if (words.len > LGM_WORLD_NAME || memchr(words.ptr, ',', words.len)) return false;
    return lgm_world_fold(lgm_doc_form(doc, span.start), folded) > 0 &&
           lgm_world_fold(lgm_doc_form(doc, span.end - 1), folded) > 0;
}

static const char *look_up(const lgm_doc *doc, lgm_world_kind kind, lgm_tokspan span)
{
    char folded[LGM_WORLD_FOLDED];
    if (!is_phrase(doc, span)) return NULL;
    const size_t len = lgm_world_fold(lgm_doc_words(doc, span), folded);
    const bool word = kind == LGM_WORLD_BODY && lgm_world_is_word(lgm_doc_words(doc, span), len);
    return len == 0 || word ? NULL : lgm_world_find(kind, folded);
}

/* May a phrase of that kind begin with the token? Of most words one look says no. What is written
 * together ("people's") and articles, which phrases do without, are not told. */
static bool may_begin(const lgm_doc *doc, lgm_world_kind kind, uint32_t at)
{
    char folded[LGM_WORLD_FOLDED];
    const lgm_slice form = lgm_doc_form(doc, at);
    const char *const behind = form.ptr + form.len;
    if (behind < doc->text.ptr + doc->text.len && *behind != ' ') return true;
    if (LGM_SLICE_IN(form, "the", "The")) return true;
    return lgm_world_fold(form, folded) > 0 && (lgm_world_begins(folded) >> kind & 1);
}

uint32_t lgm_phrase_from(const lgm_doc *doc, lgm_world_kind kind, uint32_t at, uint32_t end,
                         const char **value)
{
    if (at >= end || !may_begin(doc, kind, at)) return 0;
    uint32_t n = end - at < PHRASE_TOKENS ? end - at : PHRASE_TOKENS;
    for (; n > 0; n--) {
        *value = look_up(doc, kind, (lgm_tokspan){at, at + n});
        if (*value) return n;
    }
    return 0;
}

uint32_t lgm_phrase_before(const lgm_doc *doc, lgm_world_kind kind, uint32_t at, uint32_t end,
                           const char **value)
{
    uint32_t n = end - at < PHRASE_TOKENS ? end - at : PHRASE_TOKENS;
    for (; n > 0; n--) {
        *value = look_up(doc, kind, (lgm_tokspan){end - n, end});
        if (*value) return n;
    }
    return 0;
}

const char *lgm_phrase_whole(const lgm_doc *doc, lgm_world_kind kind, lgm_tokspan name)
{
    return look_up(doc, kind, lgm_tree_without_possessive(doc, name));
}

/* "us" is no country. */
static bool is_us_in_lower_case(lgm_slice w)
{
    return w.len == 2 && w.ptr[1] == 's';
}

const char *lgm_phrase_country(const lgm_reader *r, uint32_t at, uint32_t end, uint32_t *used)
{
    static const lgm_world_kind kinds[] = {LGM_WORLD_DEMONYM, LGM_WORLD_COUNTRY, LGM_WORLD_CAPITAL};
    const lgm_doc *const doc = r->doc;
    const uint32_t name = r->name_at[at];
    *used = 1;
    if (!lgm_tree_is_capital(lgm_doc_form(doc, at)) || is_us_in_lower_case(lgm_doc_form(doc, at)))
        return NULL;
    if (name != LGM_NONE && doc->names[name].tokens.start == at) {
        const lgm_doc_place *const p = doc->places ? &doc->places[r->owner[name]] : NULL;
        const uint8_t type = doc->names[name].type;
        if (p && p->geonames && p->cc && (type == LGM_ENTITY_GPE || type == LGM_ENTITY_LOC)) {
            *used = doc->names[name].tokens.end - at;
            return lgm_world_alpha3(p->cc);
        }
        /* A "Georgia" that the map could not tell is not one here either. */
        if (p && (type == LGM_ENTITY_GPE || type == LGM_ENTITY_LOC)) return NULL;
    }
    for (size_t i = 0; i < LGM_COUNT(kinds); i++) {
        const char *value;
        const uint32_t n = lgm_phrase_from(doc, kinds[i], at, end, &value);
        if (n == 0) continue;
        *used = n;
        return value;
    }
    return NULL;
}

/* Is what follows the token not what the body belongs to: "ambassador to Russia", "reporter in
 * Gaza"? */
static bool turns_away(lgm_slice w)
{
    return LGM_SLICE_IN(w, "to", "in", "on", "with", "at", "against", "from", "into", "near");
}

static bool is_former(lgm_slice w)
{
    char folded[LGM_WORLD_FOLDED];
    lgm_world_fold(w, folded);
    return strcmp(folded, "former") == 0 || strcmp(folded, "ex") == 0 ||
           strncmp(folded, "ex ", 3) == 0 || strcmp(folded, "ousted") == 0 ||
           strcmp(folded, "deposed") == 0;
}

typedef struct reading {
    lgm_phrase p;
    const char *body_sector, *role_sector;
    bool away; /* behind "to", "in"... */
} reading;

static uint32_t read_at(const lgm_reader *r, uint32_t t, uint32_t end, reading *x)
{
    const lgm_doc *const doc = r->doc;
    const char *value;
    const lgm_slice form = lgm_doc_form(doc, t);
    if (turns_away(form)) x->away = true;
    if (is_former(form)) x->p.former = true;
    uint32_t n =
        lgm_tree_is_capital(form) ? lgm_phrase_from(doc, LGM_WORLD_BODY, t, end, &value) : 0;
    if (n == 0 && lgm_tree_is_capital(form))
        n = lgm_phrase_from(doc, LGM_WORLD_SEAT, t, end, &value);
    if (n > 0) {
        if (!x->p.body && !x->away) x->p.body = value;
        return n;
    }
    const char *const country = lgm_phrase_country(r, t, end, &n);
    if (country) {
        if (!x->p.country && !x->away) x->p.country = country;
        return n;
    }
    const char *body, *role;
    const uint32_t nb = lgm_phrase_from(doc, LGM_WORLD_BODY_WORD, t, end, &body);
    const uint32_t nr = lgm_phrase_from(doc, LGM_WORLD_ROLE_WORD, t, end, &role);
    if (nr > 0 && nr >= nb) {
        const bool own = strcmp(role, "-") != 0;
        if (own && !x->role_sector) x->role_sector = role;
        x->p.role = true;
        return nr;
    }
    if (nb > 0) {
        if (!x->body_sector && !x->away) x->body_sector = body;
        return nb;
    }
    return 1;
}

lgm_phrase lgm_phrase_read(const lgm_reader *r, lgm_tokspan span)
{
    reading x = {0};
    for (uint32_t t = span.start; t < span.end;) t += read_at(r, t, span.end, &x);
    x.p.sector = x.body_sector ? x.body_sector : x.role_sector;
    return x.p;
}

void lgm_phrase_code(const lgm_phrase *p, char out[LGM_ACTOR_CODE])
{
    out[0] = 0;
    if (p->body) {
        if (strcmp(p->body, "-") != 0) snprintf(out, LGM_ACTOR_CODE, "%s", p->body);
        return;
    }
    if (!p->country || !p->sector) return;
    /* CAMEO: a former official is one of the elites. */
    const bool elite = p->former && strcmp(p->sector, "GOV") == 0;
    snprintf(out, LGM_ACTOR_CODE, "%s%s", p->country, elite ? "ELI" : p->sector);
}
