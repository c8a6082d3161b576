/* credit.c - see credit.h. */
#include "copies/credit.h"

#include <ctype.h>
#include <string.h>

/* ---- names ---- */

/* The next word in ASCII lower case: letters, digits, and what is not ASCII. */
static bool next_word(lgm_slice *s, char word[32])
{
    size_t n = 0;
    while (s->len && !isalnum((unsigned char)*s->ptr) && (unsigned char)*s->ptr < 0x80)
        s->ptr++, s->len--;
    while (s->len && (isalnum((unsigned char)*s->ptr) || (unsigned char)*s->ptr >= 0x80)) {
        if (n < 31) word[n++] = (char)tolower((unsigned char)*s->ptr);
        s->ptr++, s->len--;
    }
    word[n] = '\0';
    return n > 0;
}

typedef struct name {
    char words[8][32];
    size_t n;
} name;

/* What any agency may be called besides its name. */
static bool says_nothing(const char *word)
{
    static const char *const words[] = {"agencies", "wire",   "reports", "services", "the",  "of",
                                        "news",     "agency", "thomson", "service",  "media"};
    for (size_t i = 0; i < LGM_COUNT(words); i++)
        if (strcmp(word, words[i]) == 0) return true;
    return false;
}

static name name_of(lgm_slice s)
{
    name out = {0};
    while (out.n < 8 && next_word(&s, out.words[out.n])) out.n += !says_nothing(out.words[out.n]);
    return out;
}

static bool is_short_for(const name *letters, const name *words)
{
    if (letters->n != 1 || words->n < 2 || strlen(letters->words[0]) != words->n) return false;
    for (size_t i = 0; i < words->n; i++)
        if (letters->words[0][i] != words->words[i][0]) return false;
    return true;
}

bool lgm_copies_same_body(lgm_slice a, lgm_slice b)
{
    const name x = name_of(a), y = name_of(b);
    if (!x.n || !y.n) return false;
    if (is_short_for(&x, &y) || is_short_for(&y, &x)) return true;
    if (x.n != y.n) return false;
    for (size_t i = 0; i < x.n; i++)
        if (strcmp(x.words[i], y.words[i]) != 0) return false;
    return true;
}

/* ---- reports ---- */

lgm_slice lgm_copies_credit(const lgm_copies_text *a, const lgm_copies_text *b)
{
    if (a->agency.len && (lgm_copies_same_body(a->agency, b->agency) ||
                          lgm_copies_same_body(a->agency, b->publisher)))
        return a->agency;
    if (b->agency.len && lgm_copies_same_body(b->agency, a->publisher)) return b->agency;
    return (lgm_slice){0};
}

/* "merrowpost.example" of "https://www.merrowpost.example/2024/ferry" */
static lgm_slice host_of(lgm_slice url)
{
    const char *const at = url.len ? strstr(url.ptr, "://") : NULL;
    if (!at) return (lgm_slice){0};
    lgm_slice host = {at + 3, strcspn(at + 3, "/:?#")};
    if (host.len > 4 && strncmp(host.ptr, "www.", 4) == 0) host.ptr += 4, host.len -= 4;
    return host;
}

bool lgm_copies_one_house(const lgm_copies_text *a, const lgm_copies_text *b)
{
    const lgm_slice x = host_of(a->url), y = host_of(b->url);
    if (x.len && x.len == y.len && strncasecmp(x.ptr, y.ptr, x.len) == 0) return true;
    return lgm_copies_same_body(a->publisher, b->publisher);
}
