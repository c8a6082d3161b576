/* report_entity.c - the key of an entity's name; work and age out of its roles. */
#include "people/report_entity.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "people/people_words.h"
#include "people/person_name.h"
#include "world/states.h"

static bool is_type(const lgm_people_entity *e, const char *type)
{
    return e->type.len == 3 && memcmp(e->type.ptr, type, 3) == 0;
}

static lgm_slice kept(lgm_arena *arena, const char *s, size_t len)
{
    const char *const copy = lgm_arena_strndup(arena, s, len);
    return copy ? (lgm_slice){copy, len} : (lgm_slice){0};
}

/* ---- bodies ---- */

static bool is_common(const char *folded)
{
    return (lgm_lexicon_kinds(&lgm_people_lexicon, folded, strlen(folded)) &
            LGM_PEOPLE_COMMON_BODY) ||
           lgm_world_find(LGM_WORLD_BODY_WORD, folded);
}

/* "caldora", "caldoran", "caldoras" as "Caldora's" is folded. */
static const char *country_of(char *words)
{
    const size_t len = strlen(words);
    const char *found = lgm_world_find(LGM_WORLD_DEMONYM, words);
    if (!found) found = lgm_world_find(LGM_WORLD_COUNTRY, words);
    if (found || len < 2 || words[len - 1] != 's') return found;
    words[len - 1] = '\0';
    found = lgm_world_find(LGM_WORLD_COUNTRY, words);
    words[len - 1] = 's';
    return found;
}

/* Takes "caldoran" off "caldoran foreign ministry", which all countries have. */
static void take_country(lgm_people_entity *e, char *folded)
{
    for (char *space = strchr(folded, ' '); space; space = strchr(space + 1, ' ')) {
        *space = '\0';
        const char *const country = country_of(folded);
        *space = ' ';
        if (!country || !is_common(space + 1)) continue;
        snprintf(e->country, sizeof e->country, "%s", country);
        memmove(folded, space + 1, strlen(space + 1) + 1);
        return;
    }
    char *const of = strstr(folded, " of ");
    if (!of) return;
    char *const place = of + (strncmp(of + 4, "the ", 4) == 0 ? 8 : 4);
    const char *const country = country_of(place);
    *of = '\0';
    if (country && is_common(folded))
        snprintf(e->country, sizeof e->country, "%s", country);
    else
        *of = ' ';
}

static void drop_legal_form(char *folded)
{
    static const char *const forms[] = {"inc", "corp", "corporation", "co",   "ltd", "limited",
                                        "plc", "llc",  "ag",          "gmbh", "sa",  "nv"};
    char *const space = strrchr(folded, ' ');
    for (size_t i = 0; space && i < LGM_COUNT(forms); i++)
        if (strcmp(space + 1, forms[i]) == 0) {
            *space = '\0';
            return;
        }
}

/* A body's name has a capital: "the Lind campaign"; that of anything else is made of them, but for
 * small words: "Battle of Ostrel". */
static bool has_capitals(const lgm_people_entity *e, lgm_slice s)
{
    enum { LONGEST = 60 };
    bool any = false, all = true, start = true;
    for (size_t i = 0; i < s.len; i++) {
        const char c = s.ptr[i];
        const bool capital = (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
        size_t len = 0;
        while (i + len < s.len && s.ptr[i + len] != ' ') len++;
        any = any || capital;
        if (start && !capital && len > 3) all = false;
        start = c == ' ';
    }
    return any && s.len <= LONGEST && (all || is_type(e, "ORG") || is_type(e, "GPE"));
}

/* Of a body or a place; false: it is no name. */
static bool body_key(lgm_people_entity *e, lgm_slice name, char key[2 * LGM_WORLD_FOLDED])
{
    char folded[LGM_WORLD_FOLDED];
    if (!lgm_world_fold(name, folded)) return false;
    const char *const country = lgm_world_find(LGM_WORLD_COUNTRY, folded);
    const bool place = is_type(e, "GPE") || is_type(e, "LOC");
    e->kind = LGM_PEOPLE_BODY;
    if (place && country) return snprintf(key, LGM_WORLD_FOLDED, "c %s", country) > 0;
    if (is_type(e, "ORG")) take_country(e, folded);
    const char *const body = lgm_world_body(folded);
    const bool common = is_common(folded);
    if (common && !e->country[0]) e->kind = LGM_PEOPLE_LAST;
    if (!common && !has_capitals(e, name)) return false;
    drop_legal_form(folded);
    return snprintf(key, 2 * LGM_WORLD_FOLDED, "b %s", body ? body : folded) > 0;
}

/* ---- persons ---- */

static void person_key(const lgm_people_name *n, char key[3 * LGM_WORLD_FOLDED])
{
    char given[LGM_PEOPLE_KEY], last[LGM_PEOPLE_KEY];
    lgm_people_word_key(n->last, last);
    if (!n->given.len) {
        snprintf(key, 3 * LGM_WORLD_FOLDED, "l %s", last);
        return;
    }
    lgm_people_word_key(n->given, given);
    snprintf(key, 3 * LGM_WORLD_FOLDED, "p %s|%.*s|%s|%.*s", given, (int)n->middle.len,
             n->middle.len ? n->middle.ptr : "", last, (int)n->suffix.len,
             n->suffix.len ? n->suffix.ptr : "");
}

/* ---- work and age, out of roles ---- */

static uint32_t work_of_phrase(const char *phrase)
{
    static const char *const governing[] = {"GOV", "COP", "JUD", "LEG", "SPY"};
    if (lgm_lexicon_kinds(&lgm_people_lexicon, phrase, strlen(phrase)) & LGM_PEOPLE_SPORT)
        return LGM_PEOPLE_PLAYS;
    const char *const sector = lgm_world_find(LGM_WORLD_ROLE_WORD, phrase);
    for (size_t i = 0; sector && i < LGM_COUNT(governing); i++)
        if (strcmp(sector, governing[i]) == 0) return LGM_PEOPLE_GOVERNS;
    return 0;
}

/* Of each run of up to three words. */
static uint32_t work_of(lgm_slice role)
{
    char folded[LGM_WORLD_FOLDED];
    uint32_t work = 0;
    if (!lgm_world_fold(role, folded)) return 0;
    for (char *start = folded; start; start = strchr(start, ' ')) {
        start += *start == ' ';
        char *end = start;
        for (int words = 0; words < 3 && end; words++) {
            end = strchr(end + (*end == ' '), ' ');
            if (end) *end = '\0';
            work |= work_of_phrase(start);
            if (end) *end = ' ';
        }
    }
    return work;
}

/* "43-year-old barrister": 43. */
static int age_of(lgm_slice role)
{
    const char *const words = "-year-old";
    for (size_t i = 2; i + strlen(words) <= role.len; i++) {
        const char *const at = role.ptr + i;
        if (memcmp(at, words, strlen(words)) != 0) continue;
        if (at[-1] < '0' || at[-1] > '9' || at[-2] < '1' || at[-2] > '9') continue;
        if (i > 2 && at[-3] >= '0' && at[-3] <= '9') continue;
        return (at[-2] - '0') * 10 + at[-1] - '0';
    }
    return 0;
}

static void look_at_roles(lgm_people_entity *e)
{
    for (size_t i = 0; i < e->roles.n; i++) {
        const int age = age_of(e->roles.at[i]);
        e->work |= work_of(e->roles.at[i]);
        if (age && e->year) e->born = e->year - age;
    }
}

/* ---- an entity ---- */

static bool set_person(lgm_people_entity *e, lgm_arena *arena)
{
    char key[3 * LGM_WORLD_FOLDED], last[LGM_PEOPLE_KEY];
    const lgm_people_name name = lgm_people_name_of(e->folded);
    e->kind = name.given.len ? LGM_PEOPLE_FULL : LGM_PEOPLE_LAST;
    person_key(&name, key);
    e->key = kept(arena, key, strlen(key));
    e->last = kept(arena, last, lgm_people_word_key(name.last, last));
    look_at_roles(e);
    return e->key.ptr && e->last.ptr;
}

bool lgm_people_describe(lgm_people_entity *e, lgm_arena *arena)
{
    char folded[LGM_WORLD_FOLDED], key[2 * LGM_WORLD_FOLDED];
    const size_t len = lgm_world_fold(e->name, folded);
    const bool person = is_type(e, "PER");
    const lgm_slice plain =
        person ? lgm_people_without_titles((lgm_slice){folded, len}) : (lgm_slice){folded, len};
    e->folded = kept(arena, plain.ptr, plain.len);
    e->year = e->date.len >= 4 ? atoi(e->date.ptr) : 0;
    if (!e->folded.ptr) return false;
    if (person && len && lgm_people_is_proper(e->name)) return set_person(e, arena);
    if (person || !body_key(e, e->name, key)) {
        e->kind = LGM_PEOPLE_WORDS;
        snprintf(key, sizeof key, "w %lld:%u", (long long)e->reading, e->n);
    }
    e->key = kept(arena, key, strlen(key));
    return e->key.ptr != NULL;
}

lgm_slice lgm_people_key_as(const lgm_people_entity *e, lgm_slice name, lgm_arena *arena)
{
    lgm_people_entity other = {.type = e->type, .name = name};
    memcpy(other.country, e->country, sizeof other.country);
    if (!lgm_people_describe(&other, arena) || other.kind == LGM_PEOPLE_WORDS ||
        other.kind == LGM_PEOPLE_LAST)
        return (lgm_slice){0};
    return other.key;
}
