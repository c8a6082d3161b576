/* address.c - URLs, e-mail addresses, host and file names: one token each. */
#include "text/word_lists.h"
#include "text/scan.h"

#include <string.h>
#include <strings.h>

static bool starts(const lgm_scan *c, uint32_t p, uint32_t end, const char *with)
{
    const size_t n = strlen(with);
    return end - p > n && strncasecmp((const char *)c->s + p, with, n) == 0;
}

/* Takes off what closes the sentence or a bracket around the address. */
static uint32_t trim(const lgm_scan *c, uint32_t from, uint32_t end)
{
    const bool bracket = memchr(c->s + from, '(', end - from) != NULL;
    while (end > from) {
        const uint8_t last = c->s[end - 1];
        if (strchr(".,;:!?'\"]}*", last) == NULL && (last != ')' || bracket)) break;
        end--;
    }
    return end;
}

static uint32_t url_body(const lgm_scan *c, uint32_t from, uint32_t end)
{
    uint32_t q = from;
    while (q < end && c->s[q] != '<' && c->s[q] != '>' && c->s[q] != '"') {
        if (end - q >= 3 && c->s[q] == 0xE2 && c->s[q + 1] == 0x80) break; /* “ ” ’ … — */
        q++;
    }
    return trim(c, from, q);
}

static bool mail_char(uint8_t b)
{
    if (b == '.' || b == '-' || b == '+' || b == '%' || b >= 0x80) return true;
    return lgm_text_ascii[b] == LGM_KIND_LETTER || lgm_text_ascii[b] == LGM_KIND_DIGIT;
}

static uint32_t mail(lgm_scan *c, uint32_t p, uint32_t end)
{
    if (p < c->no_mail) return p;
    uint32_t q = p;
    while (q < end && mail_char(c->s[q])) q++;
    c->no_mail = q + 1;
    if (q == p || q + 1 >= end || c->s[q] != '@' || !lgm_text_word_at(c->s, q + 1, end)) return p;
    q++;
    while (q < end && mail_char(c->s[q]) && c->s[q] != '+' && c->s[q] != '%') q++;
    while (c->s[q - 1] == '.' || c->s[q - 1] == '-') q--;
    return q;
}

uint32_t lgm_text_address(lgm_scan *c, uint32_t p, uint32_t end)
{
    static const char *const schemes[] = {"http://", "https://", "ftp://", "www.", "mailto:"};
    const uint8_t first = (uint8_t)(c->s[p] | 0x20);
    if (first == 'h' || first == 'f' || first == 'w' || first == 'm') {
        for (size_t i = 0; i < LGM_COUNT(schemes); i++) {
            if (!starts(c, p, end, schemes[i])) continue;
            const uint32_t body = p + (uint32_t)strlen(schemes[i]);
            const uint32_t stop = url_body(c, body, end);
            if (stop > body) return stop;
        }
    }
    return lgm_text_word_at(c->s, p, end) ? mail(c, p, end) : p;
}

/* Looks at the labels from the first "." at q: does the last of them end a host or file name? */
static void look(lgm_scan *c, uint32_t q, uint32_t end)
{
    uint32_t p = q, label = q, dots = 0;
    bool lower = true;
    while (p < end) {
        const uint8_t b = c->s[p];
        if (b == '.') {
            if (!lgm_text_word_at(c->s, p + 1, end)) break;
            label = p + 1;
            dots++;
        } else if (b >= 0x80 || (lgm_text_ascii[b] == LGM_KIND_OTHER && b != '-')) {
            break;
        } else if (b >= 'A' && b <= 'Z') {
            lower = false;
        }
        p++;
    }
    c->dot_from = q;
    c->dot_to = p;
    const bool name = p > label + 1 && c->s[label] < 'a' && c->s[label + 1] >= 'a'; /* "end.Go" */
    const unsigned k = lgm_text_kinds((const char *)c->s + label, p - label);
    c->dot_keep = (dots >= 2 && lower) || (!name && (k & LGM_WORD_ENDING));
}

uint32_t lgm_text_dotted(lgm_scan *c, uint32_t q, uint32_t end)
{
    if (q < c->dot_from || q >= c->dot_to) look(c, q, end);
    if (!c->dot_keep) return q;
    const uint32_t to = c->dot_to;
    return to < end && c->s[to] == '/' ? url_body(c, to, end) : to;
}
