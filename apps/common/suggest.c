/* suggest.c - the distance of Damerau and Levenshtein, letters of either case being the same. */
#include "suggest.h"

#include <string.h>
#include <strings.h>

enum { LONGEST = 32 };

static int lower(char c)
{
    return c >= 'A' && c <= 'Z' ? c | 32 : c;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* Letters to be changed, added, left out or exchanged with their neighbour. */
static int distance(const char *a, size_t n, const char *b, size_t m)
{
    int rows[3][LONGEST + 1]; /* before the last, last, this */
    int *two_ago = rows[0], *last = rows[1], *now = rows[2];
    for (size_t j = 0; j <= m; j++) last[j] = (int)j;
    for (size_t i = 1; i <= n; i++) {
        now[0] = (int)i;
        for (size_t j = 1; j <= m; j++) {
            const int same = lower(a[i - 1]) == lower(b[j - 1]);
            now[j] = least(least(now[j - 1], last[j]) + 1, last[j - 1] + !same);
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
                lower(a[i - 2]) == lower(b[j - 1]))
                now[j] = least(now[j], two_ago[j - 2] + 1);
        }
        int *const oldest = two_ago;
        two_ago = last;
        last = now;
        now = oldest;
    }
    return last[m];
}

suggestion suggest_start(const char *word, size_t len)
{
    return (suggestion){.word = word, .len = len};
}

void suggest_try(suggestion *s, const char *candidate, size_t len)
{
    if (s->len < 2 || s->len > LONGEST || len > LONGEST) return;
    const int begins = s->len < len && strncasecmp(s->word, candidate, s->len) == 0;
    const int far = begins ? 1 : distance(s->word, s->len, candidate, len);
    const int most = s->len < 6 ? 1 + (s->len > 3) : (int)s->len / 3;
    if (far > most || (s->best && far >= s->distance)) return;
    s->best = candidate;
    s->best_len = len;
    s->distance = far;
}

void suggest_list(suggestion *s, const char *words)
{
    while (*words) {
        const size_t len = strcspn(words, " ");
        suggest_try(s, words, len);
        words += len + (words[len] == ' ');
    }
}
