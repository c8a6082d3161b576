/*
 * story.c - data for data/story and tools/train/story.py.
 *
 *     legomena-story words < RECORDS.jsonl    each word, and in how many records it stands
 *     legomena-story pairs < RECORDS.jsonl    "ID ID" and what both have in common, pair by pair
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "story/alike.h"
#include "story/story_words.h"

typedef struct report {
    char *id;
    lgm_story_profile profile;
} report;

static lgm_arena *arena;
static report *reports;
static size_t n_reports;

static void die(const char *what)
{
    fprintf(stderr, "legomena-story: %s\n", what);
    exit(1);
}

/* Each word of a record once, for `sort | uniq -c`. */
static void print_words(const lgm_record *r)
{
    lgm_slice text = {r->text.ptr, r->text.len};
    lgm_story_word w;
    while (lgm_story_next_word(&text, &w)) printf("%.*s\n", (int)w.len, w.at);
    putchar('\n');
}

static void keep(const lgm_record *r)
{
    lgm_err err;
    reports = realloc(reports, (n_reports + 1) * sizeof *reports);
    if (!reports) die("out of memory");
    report *const x = &reports[n_reports++];
    x->id = strdup(r->id.ptr);
    if (lgm_story_profile_of(&x->profile, r, arena, &err) != LGM_OK) die(err.message);
}

static void print_pairs(void)
{
    for (size_t i = 0; i < n_reports; i++)
        for (size_t k = 0; k < i; k++) {
            double f[LGM_STORY_FEATURES];
            lgm_story_compare(&reports[i].profile, &reports[k].profile, f);
            printf("%s\t%s", reports[i].id, reports[k].id);
            for (int j = 0; j < LGM_STORY_FEATURES; j++) printf("\t%.6g", f[j]);
            printf("\t%.6g\n", lgm_story_alike(&reports[i].profile, &reports[k].profile));
        }
}

int main(int argc, char **argv)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t len;
    lgm_err err;
    if (argc != 2 || (strcmp(argv[1], "words") != 0 && strcmp(argv[1], "pairs") != 0))
        die("usage: legomena-story words|pairs < RECORDS.jsonl");
    if (lgm_arena_new(&arena, 0, &err) != LGM_OK) die(err.message);
    while ((len = getline(&line, &room, stdin)) > 0) {
        lgm_record *r;
        if (lgm_record_read(&r, line, (size_t)len, &err) != LGM_OK) die(err.message);
        if (argv[1][0] == 'w')
            print_words(r);
        else
            keep(r);
        lgm_record_free(r);
    }
    print_pairs();
    free(line);
    lgm_arena_free(arena);
    return 0;
}
