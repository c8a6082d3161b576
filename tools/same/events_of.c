/*
 * events_of.c - events of several reports, for tools/train/same.py and bench/quality.
 *
 *     legomena-same pairs STORIES < RECORDS.jsonl    pairs of mentions whose words are related
 *     legomena-same groups STORIES < RECORDS.jsonl   each report with its mentions, in groups
 *
 * STORIES: "ID<tab>STORY" a line. A pair is "ID START END ID START END", then its features.
 * Mentions are those of events, and the cues of claims.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "same/group_events.h"

enum { MOST = 20000 };

static lgm_record *records[MOST];
static char *stories[MOST];
static size_t n_records;

static void die(const char *what)
{
    fprintf(stderr, "legomena-same: %s\n", what);
    exit(1);
}

/* ---- what is read ---- */

static char *find_story(char *all, const char *id)
{
    const size_t len = strlen(id);
    for (char *line = all; line && *line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL)
        if (strncmp(line, id, len) == 0 && line[len] == '\t')
            return strndup(line + len + 1, strcspn(line + len + 1, "\n"));
    die("a record is of no story");
    return NULL;
}

static char *read_file(const char *name)
{
    FILE *const f = fopen(name, "rb");
    char *const all = calloc(1, 8 << 20);
    if (!f || !all) die("the list of stories cannot be read");
    if (fread(all, 1, (8 << 20) - 1, f) == 0) die("the list of stories is empty");
    fclose(f);
    return all;
}

static void read_records(char *all)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t len;
    lgm_err err;
    while ((len = getline(&line, &room, stdin)) > 0) {
        if (n_records == MOST) die("too many records");
        if (lgm_record_read(&records[n_records], line, (size_t)len, &err) != LGM_OK)
            die(err.message);
        stories[n_records] = find_story(all, records[n_records]->id.ptr);
        n_records++;
    }
    free(line);
}

/* The records of a story; the first of them says which. Each story once: n = 0 for the others. */
static size_t of_story(size_t first, lgm_told *told)
{
    size_t n = 0;
    for (size_t i = 0; i < n_records; i++) {
        if (strcmp(stories[i], stories[first]) != 0) continue;
        if (i < first) return 0;
        told[n++] = (lgm_told){(int64_t)i, records[i], LGM_NONE};
    }
    return n;
}

/* ---- pairs ---- */

static void print_pair(const lgm_told *told, const lgm_same_event *a, const lgm_same_event *b)
{
    double f[LGM_SAME_FEATURES];
    const int related = lgm_same_related(&a->head, &b->head);
    lgm_same_compare(a, b, related, f);
    if (!f[LGM_SAME_WORD] && related == LGM_SAME_UNRELATED) return;
    printf("%s\t%u\t%u\t%s\t%u\t%u", told[a->of.report].record->id.ptr, a->span.start, a->span.end,
           told[b->of.report].record->id.ptr, b->span.start, b->span.end);
    for (size_t i = 0; i < LGM_SAME_FEATURES; i++) printf("\t%.6g", f[i]);
    putchar('\n');
}

static void print_pairs(const lgm_told *told, size_t n)
{
    lgm_arena *arena;
    lgm_err err;
    lgm_same_event_list events = {0};
    if (lgm_arena_new(&arena, 0, &err) != LGM_OK) die(err.message);
    for (uint32_t i = 0; i < n; i++)
        if (!lgm_same_events_of(&events, arena, told[i].record, i)) die("out of memory");
    for (size_t i = 0; i < events.n; i++)
        for (size_t k = 0; k < i; k++) print_pair(told, &events.at[k], &events.at[i]);
    lgm_arena_free(arena);
}

/* ---- groups ---- */

static void print_mention(lgm_cpspan s, const char *story, const char *kind, size_t group,
                          bool *first)
{
    printf("%s{\"start\": %u, \"end\": %u, \"type\": \"event\", \"cluster\": \"%s-%s%zu\"}",
           *first ? "" : ", ", s.start, s.end, story, kind, group);
    *first = false;
}

static bool is_mention(const lgm_record *r, lgm_cpspan s)
{
    for (size_t i = 0; i < r->events.n; i++) {
        const lgm_event *const e = &r->events.at[i];
        if (e->trigger.start < s.end && s.start < e->trigger.end) return true;
        for (size_t k = 0; k < e->mentions.n; k++)
            if (e->mentions.at[k].start < s.end && s.start < e->mentions.at[k].end) return true;
    }
    return false;
}

/* "has said" is said by its last word, "according to" by both. */
static lgm_cpspan word_of(const lgm_record *r, lgm_cpspan cue)
{
    const lgm_str words = lgm_record_quote(r, cue);
    const char *const space = memrchr(words.ptr, ' ', words.len);
    for (size_t i = 0; i < words.len; i++)
        if (words.ptr[i] & 0x80) return cue;
    if (space && strncmp(space, " to", 3) != 0) cue.start += (uint32_t)(space + 1 - words.ptr);
    return cue;
}

static void print_claim(const lgm_record *r, uint32_t index, const char *story, size_t group,
                        bool *first)
{
    const lgm_claim *const c = &r->claims.at[index];
    if (c->cue.n && !is_mention(r, c->cue.at[0]))
        print_mention(word_of(r, c->cue.at[0]), story, "c", group, first);
}

static void print_report(const lgm_told *told, uint32_t report, const lgm_same_event_list *events,
                         const uint32_t *group, const lgm_same *claims, const char *story)
{
    bool first = true;
    printf("{\"id\": \"%s\", \"events\": [", told[report].record->id.ptr);
    for (size_t i = 0; i < events->n; i++)
        if (events->at[i].of.report == report)
            print_mention(events->at[i].span, story, "v", group[i], &first);
    for (size_t i = 0; i < claims->n; i++)
        for (size_t k = 0; k < claims->at[i].n; k++)
            if (claims->at[i].at[k].report == report)
                print_claim(told[report].record, claims->at[i].at[k].index, story, i, &first);
    printf("]}\n");
}

static void print_groups(const lgm_told *told, size_t n, const char *story)
{
    lgm_arena *arena;
    lgm_same_event_list events = {0};
    lgm_same_grouping g;
    lgm_same *claims;
    lgm_err err;
    if (lgm_arena_new(&arena, 0, &err) != LGM_OK) die(err.message);
    for (uint32_t i = 0; i < n; i++)
        if (!lgm_same_events_of(&events, arena, told[i].record, i)) die("out of memory");
    if (lgm_same_group_events(&g, &events, arena, &err) != LGM_OK) die(err.message);
    if (lgm_same_claims(&claims, told, n, &err) != LGM_OK) die(err.message);
    for (uint32_t i = 0; i < n; i++) print_report(told, i, &events, g.group, claims, story);
    lgm_same_free(claims);
    lgm_arena_free(arena);
}

int main(int argc, char **argv)
{
    static lgm_told told[MOST];
    if (argc != 3 || (strcmp(argv[1], "pairs") != 0 && strcmp(argv[1], "groups") != 0))
        die("usage: legomena-same pairs|groups STORIES < RECORDS.jsonl");
    read_records(read_file(argv[2]));
    for (size_t i = 0; i < n_records; i++) {
        const size_t n = of_story(i, told);
        if (n && argv[1][0] == 'p') print_pairs(told, n);
        if (n && argv[1][0] == 'g') print_groups(told, n, stories[i]);
    }
    return 0;
}
