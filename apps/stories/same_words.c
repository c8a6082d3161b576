/* same_words.c - words are compared in lower case, without what stands between them. */
#include "same_words.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "strbuf.h"

enum { LEAST_WORDS = 5 };

void voice_list_add(voice_list *list, lgm_voice voice)
{
    if (list->n == list->room) {
        const size_t room = list->room ? 2 * list->room : 64;
        lgm_voice *const at = realloc(list->at, room * sizeof *at);
        if (!at) {
            list->failed = true;
            return;
        }
        list->at = at;
        list->room = room;
    }
    list->at[list->n++] = voice;
}

void voice_list_done(voice_list *list)
{
    free(list->at);
}

/* " the dam is safe ": each word between two spaces. Returns how many. */
static size_t put_words(strbuf *out, lgm_str s)
{
    size_t n = 0;
    if (!out->len) strbuf_puts(out, " ");
    for (size_t i = 0; i < s.len; i++) {
        const unsigned char c = (unsigned char)s.ptr[i];
        const bool in_word = c >= 0x80 ? c != 0xe2 : isalnum(c) != 0;
        if (c == 0xe2) i += 2; /* dashes and quotation marks */
        if (in_word) {
            const char low = (char)tolower(c);
            strbuf_put(out, &low, 1);
        } else if (out->at && out->at[out->len - 1] != ' ' && c != '\'') {
            strbuf_puts(out, " ");
            n++;
        }
    }
    if (out->at && out->at[out->len - 1] != ' ') {
        strbuf_puts(out, " ");
        n++;
    }
    return n;
}

static size_t words_of(strbuf *out, const lgm_record *r, lgm_spans spans)
{
    size_t n = 0;
    for (size_t i = 0; i < spans.n; i++) n += put_words(out, lgm_record_quote(r, spans.at[i]));
    return n;
}

static bool has(const strbuf *all, const strbuf *part)
{
    return part->len && all->len >= part->len &&
           memmem(all->at, all->len, part->at, part->len) != NULL;
}

static bool is_same(const strbuf *said, const strbuf *quoted, const strbuf *other,
                    const strbuf *other_quoted)
{
    if (said->len == other->len && memcmp(said->at, other->at, said->len) == 0) return true;
    return has(other_quoted, quoted) || has(quoted, other_quoted);
}

/* Shorter quotations do not count. */
static void quotation_of(strbuf *out, const lgm_record *r, const lgm_claim *c)
{
    if (words_of(out, r, c->quoted) < LEAST_WORDS) out->len = 0;
}

bool voice_list_has(const voice_list *list, lgm_voice v)
{
    for (size_t i = 0; i < list->n; i++)
        if (list->at[i].report == v.report && list->at[i].claim == v.claim) return true;
    return false;
}

bool same_words_add(voice_list *list, const lgm_told *told, size_t n, lgm_voice voice)
{
    const lgm_record *const own = told[voice.report].record;
    strbuf said = {0}, quoted = {0}, other = {0}, other_quoted = {0};
    const size_t words = words_of(&said, own, own->claims.at[voice.claim].content);
    quotation_of(&quoted, own, &own->claims.at[voice.claim]);
    if (!voice_list_has(list, voice)) voice_list_add(list, voice);
    for (uint32_t i = 0; i < n && words >= LEAST_WORDS; i++) {
        const lgm_record *const r = told[i].record;
        for (uint32_t c = 0; c < r->claims.n && i != voice.report; c++) {
            other.len = other_quoted.len = 0;
            words_of(&other, r, r->claims.at[c].content);
            quotation_of(&other_quoted, r, &r->claims.at[c]);
            const lgm_voice v = {i, c};
            if (is_same(&said, &quoted, &other, &other_quoted) && !voice_list_has(list, v))
                voice_list_add(list, v);
        }
    }
    const bool whole = !said.failed && !quoted.failed && !other.failed && !other_quoted.failed;
    strbuf_done(&said);
    strbuf_done(&quoted);
    strbuf_done(&other);
    strbuf_done(&other_quoted);
    return whole && !list->failed;
}
