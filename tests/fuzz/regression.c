/*
 * regression.c - replays the seeds of a fuzz target without libFuzzer: `replay_NAME SEEDS...`, each
 * a file or a folder. Every seed is run as it is, cut short, and with some bytes changed, always in
 * the same way, so that a failure comes back. What a search has found (a folder "found" among the
 * seeds) is as varied as it can be: it is run as it is, and so are all behind "--once".
 */
#include <dirent.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>

#include "fuzz.h"

enum { CUTS = 16, CHANGES = 32 };

static const uint8_t telling[] = {0x00, 0xff, 0x80, 0xc3, '"',  '\\',
                                  '{',  '\n', '\r', 0x1f, 0x8b, 0xed};

/* The target's own changes come down to these. */
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max)
{
    static uint32_t x = 12345;
    x = x * 1664525u + 1013904223u;
    if (size > 0) data[(x >> 8) % size] ^= (uint8_t)(1u << (x >> 4 & 7));
    return size < max ? size : max;
}

/* Runs a block of exactly that size, so that a sanitizer sees reads beyond it. */
static void run(const uint8_t *data, size_t size)
{
    uint8_t *const exact = calloc(1, size ? size : 1);
    CHECK(exact);
    if (size) memcpy(exact, data, size);
    LLVMFuzzerTestOneInput(exact, size);
    free(exact);
}

static void run_changed(uint8_t *data, size_t size, uint8_t *room, unsigned seed)
{
    memcpy(room, data, size);
    run(room, LLVMFuzzerCustomMutator(room, size, size, seed));
}

static void run_all(uint8_t *data, size_t size)
{
    for (size_t i = 0; i < CUTS && i < size; i++) run(data, size * i / CUTS);
    uint32_t x = 12345;
    for (size_t i = 0; i < CHANGES && size; i++) {
        x = x * 1664525u + 1013904223u;
        const size_t at = (x >> 8) % size;
        const uint8_t old = data[at];
        data[at] = i % 2 ? telling[i / 2 % sizeof telling] : (uint8_t)(old ^ 1u << (x >> 4 & 7));
        run(data, size);
        data[at] = old;
    }
    uint8_t *const room = malloc(size + 1);
    CHECK(room);
    for (unsigned i = 0; LLVMFuzzerCustomMutator && i < CHANGES && size; i++)
        run_changed(data, size, room, i);
    free(room);
}

static void run_file(const char *path, bool found)
{
    FILE *const f = fopen(path, "rb");
    if (!f) perror(path);
    CHECK(f);
    const size_t room = 1 << 20;
    uint8_t *const data = malloc(room);
    CHECK(data);
    const size_t size = fread(data, 1, room, f);
    CHECK(!ferror(f));
    fclose(f);
    run(data, size);
    if (!found) run_all(data, size);
    free(data);
}

static int visible(const struct dirent *e)
{
    return e->d_name[0] != '.';
}

static int run_path(const char *path, bool found)
{
    struct dirent **names;
    const int n = scandir(path, &names, visible, alphasort);
    if (n < 0) { /* not a folder */
        run_file(path, found);
        return 1;
    }
    int seeds = 0;
    for (int i = 0; i < n; i++) {
        char file[4096];
        CHECK(snprintf(file, sizeof file, "%s/%s", path, names[i]->d_name) < (int)sizeof file);
        seeds += run_path(file, found || strcmp(names[i]->d_name, "found") == 0);
        free(names[i]);
    }
    free(names);
    return seeds;
}

int main(int argc, char **argv)
{
    int n = 0;
    uint8_t none = 0;
    run(&none, 0);
    const bool once = argc > 1 && strcmp(argv[1], "--once") == 0;
    for (int i = 1 + once; i < argc; i++) n += run_path(argv[i], once);
    printf("%d seeds, each with up to %d variations\n", n, CUTS + CHANGES);
    return n > 0 ? 0 : 1;
}
