/* platter.c - see platter.h. */
#include "platter.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SECTOR = 512, PATH = 200, MOST = 64 };

typedef struct change {
    int64_t at;
    uint8_t *bytes; /* NULL = the file ends at `at` */
    size_t n;
} change;

struct platter {
    char path[PATH];
    uint8_t *safe; /* as of the last sync */
    size_t n_safe;
    change *changes; /* since */
    size_t n_changes;
    bool entered, deleted; /* the folder is known to have it; it was deleted since */
};

static platter *platters[MOST]; /* of one path in order */
static size_t n_platters;

static void *must(void *p)
{
    if (!p) abort();
    return p;
}

static void drop_changes(platter *p)
{
    for (size_t i = 0; i < p->n_changes; i++) free(p->changes[i].bytes);
    free(p->changes);
    p->changes = NULL;
    p->n_changes = 0;
}

static void drop(size_t i)
{
    drop_changes(platters[i]);
    free(platters[i]->safe);
    free(platters[i]);
    memmove(&platters[i], &platters[i + 1], (--n_platters - i) * sizeof *platters);
}

/* The last one of the path; NULL = none is known. */
static platter *last(const char *path)
{
    for (size_t i = n_platters; i-- > 0;)
        if (strcmp(platters[i]->path, path) == 0) return platters[i];
    return NULL;
}

static void read_safe(platter *p)
{
    FILE *const f = fopen(p->path, "rb");
    if (!f) return;
    fseek(f, 0, SEEK_END);
    p->n_safe = (size_t)ftell(f);
    p->safe = must(malloc(p->n_safe + 1));
    rewind(f);
    if (fread(p->safe, 1, p->n_safe, f) != p->n_safe) abort();
    fclose(f);
    p->entered = true;
}

platter *platter_of(const char *path)
{
    platter *const known = last(path);
    if (known && !known->deleted) return known;
    if (n_platters == MOST || strlen(path) >= PATH) abort();
    platter *const p = platters[n_platters++] = must(calloc(1, sizeof *p));
    strcpy(p->path, path);
    if (!known) read_safe(p);
    return p;
}

void platter_change(platter *p, int64_t at, const void *bytes, size_t n)
{
    if (!p) return;
    p->changes = must(realloc(p->changes, (p->n_changes + 1) * sizeof *p->changes));
    change *const c = &p->changes[p->n_changes++];
    *c = (change){.at = at, .n = n};
    if (bytes) c->bytes = memcpy(must(malloc(n + 1)), bytes, n);
}

/* ---- what is kept ---- */

static void resize(platter *p, size_t size)
{
    p->safe = must(realloc(p->safe, size + 1));
    if (size > p->n_safe) memset(p->safe + p->n_safe, 0, size - p->n_safe);
    p->n_safe = size;
}

static void put(platter *p, size_t at, const uint8_t *bytes, size_t n)
{
    if (at + n > p->n_safe) resize(p, at + n);
    memcpy(p->safe + at, bytes, n);
}

static void apply(platter *p, const change *c)
{
    if (c->bytes)
        put(p, (size_t)c->at, c->bytes, c->n);
    else
        resize(p, (size_t)c->at);
}

/* The folder is as it is now: what was deleted is gone, what was made is there. */
static void sync_folder(void)
{
    for (size_t i = n_platters; i-- > 0;)
        if (platters[i]->deleted && last(platters[i]->path) != platters[i])
            drop(i);
        else
            platters[i]->entered = !platters[i]->deleted;
}

void platter_sync(platter *p)
{
    if (!p) return;
    for (size_t i = 0; i < p->n_changes; i++) apply(p, &p->changes[i]);
    drop_changes(p);
    if (!p->entered) sync_folder(); /* as SQLite syncs it with a file that is new */
}

void platter_delete(const char *path, bool safely)
{
    platter *const p = last(path);
    if (p) p->deleted = true;
    if (safely) sync_folder();
}

/* ---- the power returns ---- */

static uint64_t dice;

static uint64_t roll(uint64_t sides) /* xorshift64* */
{
    dice ^= dice >> 12;
    dice ^= dice << 25;
    dice ^= dice >> 27;
    return (dice * UINT64_C(2685821657736338717) >> 33) % sides;
}

/* Sector by sector: kept, lost, or anything. */
static void apply_in_part(platter *p, const change *c)
{
    uint8_t anything[SECTOR];
    for (size_t from = 0, n; from < c->n; from += n) {
        n = SECTOR - (size_t)(c->at + (int64_t)from) % SECTOR;
        if (n > c->n - from) n = c->n - from;
        const uint64_t fate = roll(8);
        if (fate < 3) continue;
        for (size_t i = 0; i < n; i++) anything[i] = (uint8_t)roll(256);
        put(p, (size_t)c->at + from, fate == 3 ? anything : c->bytes + from, n);
    }
}

static void apply_some(platter *p)
{
    for (size_t i = 0; i < p->n_changes; i++) {
        const change *const c = &p->changes[i];
        const uint64_t fate = roll(4);
        if (fate == 0) continue;
        if (fate < 3 || !c->bytes)
            apply(p, c);
        else
            apply_in_part(p, c);
    }
}

/* One of the files that the path may have; NULL = none. */
static platter *survivor(const char *path)
{
    platter *may_be[MOST + 1];
    size_t n = 0;
    bool none = false;
    for (size_t i = 0; i < n_platters; i++) {
        if (strcmp(platters[i]->path, path) != 0) continue;
        none |= !platters[i]->entered || platters[i]->deleted;
        if (platters[i]->entered || !platters[i]->deleted) may_be[n++] = platters[i];
    }
    if (none) may_be[n++] = NULL;
    return may_be[roll(n)];
}

static void write_path(const char *path)
{
    platter *const p = survivor(path);
    unlink(path);
    if (!p) return;
    apply_some(p);
    FILE *const f = must(fopen(path, "wb"));
    if (p->n_safe && fwrite(p->safe, 1, p->n_safe, f) != p->n_safe) abort();
    fclose(f);
}

void platter_write_all(uint64_t seed)
{
    dice = seed * 2 + 1;
    for (int i = 0; i < 8; i++) roll(2);
    while (n_platters) {
        char path[PATH];
        strcpy(path, platters[0]->path);
        write_path(path);
        for (size_t i = n_platters; i-- > 0;)
            if (strcmp(platters[i]->path, path) == 0) drop(i);
    }
}
