/*
 * regression.c - replays the seeds of a fuzz target without libFuzzer: `replay_NAME SEEDS...`, each
 * a file or a folder. Every seed is run as it is, cut short, and with some bytes changed, always in
 * the same way, so that a failure comes back.
 */
#include <dirent.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>

#include "fuzz.h"

enum { CUTS = 16, CHANGES = 32 };

static const uint8_t telling[] = {0x00, 0xff, 0x80, 0xc3, '"',  '\\',
                                  '{',  '\n', '\r', 0x1f, 0x8b, 0xed};

/* Runs a block of exactly that size, so that a sanitizer sees reads beyond it. */
static void run(const uint8_t *data, size_t size)
{
    uint8_t *const exact = calloc(1, size ? size : 1);
    CHECK(exact);
    if (size) memcpy(exact, data, size);
    LLVMFuzzerTestOneInput(exact, size);
    free(exact);
}

static void run_all(uint8_t *data, size_t size)
{
    run(data, size);
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
}

static void run_file(const char *path)
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
    run_all(data, size);
    free(data);
}

static int visible(const struct dirent *e)
{
    return e->d_name[0] != '.';
}

static int run_path(const char *path)
{
    struct dirent **names;
    const int n = scandir(path, &names, visible, alphasort);
    if (n < 0) { /* not a folder */
        run_file(path);
        return 1;
    }
    for (int i = 0; i < n; i++) {
        char file[4096];
        CHECK(snprintf(file, sizeof file, "%s/%s", path, names[i]->d_name) < (int)sizeof file);
        run_file(file);
        free(names[i]);
    }
    free(names);
    return n;
}

int main(int argc, char **argv)
{
    int n = 0;
    uint8_t none = 0;
    run(&none, 0);
    for (int i = 1; i < argc; i++) n += run_path(argv[i]);
    printf("%d seeds, each with up to %d variations\n", n, CUTS + CHANGES);
    return n > 0 ? 0 : 1;
}
