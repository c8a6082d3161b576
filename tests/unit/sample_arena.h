/* sample_arena.h - an arena for all tests of a program: cmocka_run_group_tests(tests, open_arena,
 * close_arena). */
#ifndef SAMPLE_ARENA_H
#define SAMPLE_ARENA_H

#include "base/base.h"

static lgm_arena *arena;

static int open_arena(void **state)
{
    (void)state;
    return lgm_arena_new(&arena, 0, NULL) != LGM_OK;
}

static int close_arena(void **state)
{
    (void)state;
    lgm_arena_free(arena);
    return 0;
}

#endif
