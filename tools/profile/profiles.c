/*
 * profiles.c - data for data/profile and tools/train/alike.py.
 *
 *     legomena-profiles words < RECORDS.jsonl    each word, and in how many records it stands
 *     legomena-profiles pairs < RECORDS.jsonl    "ID ID" and what both have in common, pair by pair
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "profile/alike.h"
#include "profile/profile_words.h"

typedef struct report {
    char *id;
    lgm_profile profile;
} report;

static lgm_arena *arena;
static report *reports;
static size_t n_reports;

static void die(const char *what)
{
    fprintf(stderr, "legomena-profiles: %s\n", what);
    exit(1);
}

/* Each word of a record once, for `sort | uniq -c`. */
static void print_words(const lgm_record *r)
{
    lgm_slice text = {r->text.ptr, r->text.len};
    lgm_profile_word w;
    while (lgm_profile_next_word(&text, &w)) printf("%.*s\n", (int)w.len, w.at);
    putchar('\n');
}

static void keep(const lgm_record *r)
{
    lgm_err err;
    reports = realloc(reports, (n_reports + 1) * sizeof *reports);
    if (!reports) die("out of memory");
    report *const x = &reports[n_reports++];
    x->id = strdup(r->id.ptr);
    if (lgm_profile_of(&x->profile, r, arena, &err) != LGM_OK) die(err.message);
}

static void print_pairs(void)
{
    for (size_t i = 0; i < n_reports; i++)
        for (size_t k = 0; k < i; k++) {
            double f[LGM_PROFILE_FEATURES];
            lgm_profile_compare(&reports[i].profile, &reports[k].profile, f);
            printf("%s\t%s", reports[i].id, reports[k].id);
            for (int j = 0; j < LGM_PROFILE_FEATURES; j++) printf("\t%.6g", f[j]);
            printf("\t%.6g\n", lgm_profile_alike(&reports[i].profile, &reports[k].profile));
        }
}

int main(int argc, char **argv)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t len;
    lgm_err err;
    if (argc != 2 || (strcmp(argv[1], "words") != 0 && strcmp(argv[1], "pairs") != 0))
        die("usage: legomena-profiles words|pairs < RECORDS.jsonl");
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
