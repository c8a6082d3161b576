/*
 * suggest.h - the word that was meant, of those that there are.
 *
 *     suggestion s = suggest_start("reed", 4);
 *     suggest_try(&s, "read", 4);
 *     if (s.best) printf("did you mean %.*s?", (int)s.best_len, s.best);
 *
 * A word is near where a third of its letters, at most, is wrong, missing, too many or exchanged
 * with its neighbour, or where it is the beginning of the other.
 */
#ifndef COMMON_SUGGEST_H
#define COMMON_SUGGEST_H

#include <stddef.h>

typedef struct suggestion {
    const char *word; /* what was typed; borrowed */
    size_t len;
    const char *best; /* the nearest so far; NULL = none is near */
    size_t best_len;
    int distance;
} suggestion;

suggestion suggest_start(const char *word, size_t len);
void suggest_try(suggestion *s, const char *candidate, size_t len);
/* Each of the words of a list divided by spaces. */
void suggest_list(suggestion *s, const char *words);

#endif
