/* who_facts.c - gathers facts. */
#include "who_facts.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static char *copy(lgm_str s)
{
    char *const c = malloc(s.len + 1);
    if (c && s.len) memcpy(c, s.ptr, s.len);
    if (c) c[s.len] = '\0';
    return c;
}

static void set_day(char **to, lgm_str day)
{
    free(*to);
    *to = copy(day);
}

static lgm_status stretch(who_fact *f, lgm_str day)
{
    f->n++;
    if (!day.len) return LGM_OK;
    if (!*f->first || strncmp(day.ptr, f->first, day.len) < 0) set_day(&f->first, day);
    if (!*f->last || strncmp(day.ptr, f->last, day.len) > 0) set_day(&f->last, day);
    return f->first && f->last ? LGM_OK : LGM_E_NOMEM;
}

static bool is_complete(const who_fact *f)
{
    return f->words && f->who && f->act && f->id && f->url && f->first && f->last;
}

static lgm_status keep(who_facts *list, const lgm_person_fact *f)
{
    for (size_t i = 0; list->once && i < list->n; i++)
        if (strlen(list->at[i].words) == f->words.len &&
            strncasecmp(list->at[i].words, f->words.ptr, f->words.len) == 0)
            return stretch(&list->at[i], f->day);
    if (list->n == list->room) {
        const size_t room = list->room ? 2 * list->room : 32;
        who_fact *const more = realloc(list->at, room * sizeof *more);
        if (!more) return LGM_E_NOMEM;
        list->at = more;
        list->room = room;
    }
    who_fact *const new_one = &list->at[list->n++];
    *new_one = (who_fact){.words = copy(f->words),
                          .who = copy(f->who),
                          .act = copy(f->act),
                          .id = copy(f->id),
                          .url = copy(f->url),
                          .first = copy(f->day),
                          .last = copy(f->day),
                          .n = 1};
    return is_complete(new_one) ? LGM_OK : LGM_E_NOMEM;
}

/* The words of a fact without names that are hidden in its report; nor does its address tell. */
static lgm_status keep_redacted(who_facts *list, const lgm_person_fact *f)
{
    lgm_redaction *r;
    lgm_person_fact shown = *f;
    char *words = NULL, *who = NULL;
    lgm_status st = lgm_redactions_of(list->redactions, strtoll(f->id.ptr, NULL, 10), &r, NULL);
    if (st == LGM_OK) st = lgm_redaction_words(r, f->words, &words, &shown.words.len, NULL);
    if (st == LGM_OK) st = lgm_redaction_words(r, f->who, &who, &shown.who.len, NULL);
    shown.words.ptr = words;
    shown.who.ptr = who;
    shown.url = (lgm_str){0};
    if (st == LGM_OK) st = keep(list, &shown);
    lgm_string_free(words);
    lgm_string_free(who);
    return st;
}

static lgm_status take(void *ctx, const lgm_person_fact *f)
{
    who_facts *const list = ctx;
    return list->redactions ? keep_redacted(list, f) : keep(list, f);
}

static int by_number(const void *x, const void *y)
{
    const who_fact *const a = x, *const b = y;
    if (a->n != b->n) return a->n > b->n ? -1 : 1;
    return strcmp(a->words, b->words);
}

static int by_day(const void *x, const void *y)
{
    const who_fact *const a = x, *const b = y;
    const int c = strcmp(b->first, a->first);
    return c ? c : strcmp(a->id, b->id);
}

lgm_status who_facts_read(who_facts *out, lgm_people *people, size_t i, lgm_person_part part,
                          lgm_redactions *redactions, lgm_err *err)
{
    *out = (who_facts){.once = part == LGM_PERSON_ROLES || part == LGM_PERSON_ALIASES,
                       .redactions = redactions};
    const lgm_status st = lgm_people_each(people, i, part, take, out, err);
    if (out->n) qsort(out->at, out->n, sizeof *out->at, out->once ? by_number : by_day);
    return st;
}

void who_facts_done(who_facts *list)
{
    for (size_t i = 0; i < list->n; i++) {
        who_fact *const f = &list->at[i];
        free(f->words);
        free(f->who);
        free(f->act);
        free(f->id);
        free(f->url);
        free(f->first);
        free(f->last);
    }
    free(list->at);
}

const char *who_type_words(lgm_str type)
{
    static const char *const words[][2] = {{"PER", "person"},        {"ORG", "organisation"},
                                           {"GPE", "state or town"}, {"LOC", "place"},
                                           {"FAC", "building"},      {"EVT", "event"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (type.len == 3 && memcmp(type.ptr, words[i][0], 3) == 0) return words[i][1];
    return "other";
}
