/* items.c - along the text, a token at a time: looked up, read as a number, joined with its like. */
#include "timex/items.h"

#include <assert.h>
#include <string.h>

#include "timex/numbers.h"

void lgm_timex_item_add(lgm_timex_item *it, unsigned symbol, int32_t number)
{
    if (it->n < LGM_ITEM_SENSES) it->sense[it->n++] = (lgm_timex_sense){(uint16_t)symbol, number};
}

/* ---- words ---- */

/* Lower case, no periods, ’ as ', dashes as -; 0 where it is too long to be of interest. */
uint32_t lgm_timex_item_form(lgm_slice form, char out[LGM_ITEM_FORM])
{
    uint32_t n = 0;
    if (form.len >= LGM_ITEM_FORM) return 0;
    for (size_t i = 0; i < form.len; i++) {
        char c = form.ptr[i];
        if (c >= 'A' && c <= 'Z') c = (char)(c + 32);
        if (c == '.' && form.len > 1) continue;
        if (form.len - i >= 3 && memcmp(form.ptr + i, "\xE2\x80", 2) == 0) {
            const unsigned char d = (unsigned char)form.ptr[i + 2];
            if (d == 0x98 || d == 0x99 || (d >= 0x90 && d <= 0x94)) {
                c = d >= 0x98 ? '\'' : '-';
                i += 2;
            }
        }
        out[n++] = c;
    }
    out[n] = '\0';
    return n;
}

static const lgm_timex_entry *look_up(const char *s, uint32_t len)
{
    if (len == 0 || len > LGM_TIMEX_WORD) return NULL;
    uint32_t h = 0x811C9DC5U;
    for (uint32_t i = 0; i < len; i++) h = (h ^ (uint8_t)s[i]) * 0x01000193U;
    const uint32_t mask = lgm_timex_words_size - 1;
    for (uint32_t i = h & mask; lgm_timex_words[i].len != 0; i = (i + 1) & mask) {
        const lgm_timex_entry *const e = &lgm_timex_words[i];
        if (e->len == len && memcmp(e->word, s, len) == 0) return e;
    }
    return NULL;
}

void lgm_timex_item_word(lgm_timex_item *it, const char *s, uint32_t len)
{
    const lgm_timex_entry *const e = look_up(s, len);
    for (uint32_t i = 0; e && i < e->n; i++)
        lgm_timex_item_add(it, lgm_timex_senses[e->first + i].symbol,
                     lgm_timex_senses[e->first + i].number);
}

int32_t lgm_timex_item_number(const lgm_timex_item *it, unsigned symbol)
{
    for (uint32_t i = 0; i < it->n; i++)
        if (it->sense[i].symbol == symbol) return it->sense[i].number;
    return LGM_UNSET;
}

/* ---- items ---- */

/* Names of months and days are written with a capital: "may", "march" and "sun" are other words. */
static void drop_small(lgm_timex_item *it, lgm_slice form)
{
    uint8_t kept = 0;
    if (form.ptr[0] >= 'A' && form.ptr[0] <= 'Z') return;
    for (uint8_t i = 0; i < it->n; i++) {
        bool name = false;
        for (uint32_t k = 0; k < lgm_timex_n_names; k++)
            name |= it->sense[i].symbol == lgm_timex_names[k];
        if (!name) it->sense[kept++] = it->sense[i];
    }
    it->n = kept;
}

static lgm_timex_item *push(lgm_timex_items *items, lgm_tokspan tokens)
{
    lgm_timex_item *const it = &items->ring[items->made++ % LGM_ITEM_RING];
    const uint32_t end = tokens.end;
    it->tokens = tokens;
    it->n = 0;
    it->ends = end >= items->doc->n_tokens || (items->doc->tokens[end].flags & LGM_TOK_PAR) != 0;
    return it;
}

/* "mid-March", "post-1959", "pre-dawn": the prefix is an item of its own. Returns its bytes. */
static uint32_t push_prefix(lgm_timex_items *items, const char *s, uint32_t len, lgm_tokspan tokens)
{
    static const char *const prefixes[] = {"mid-", "post-", "pre-", "early-", "late-"};
    for (size_t i = 0; i < LGM_COUNT(prefixes); i++) {
        const uint32_t n = (uint32_t)strlen(prefixes[i]);
        if (len <= n || memcmp(s, prefixes[i], n) != 0) continue;
        lgm_timex_item *const it = push(items, tokens);
        lgm_timex_item_word(it, s, n - 1);
        it->ends = false;
        return n;
    }
    return 0;
}

static void make(lgm_timex_items *items)
{
    const lgm_doc *const doc = items->doc;
    const uint32_t token = items->next;
    const lgm_slice form = lgm_doc_form(doc, token);
    char s[LGM_ITEM_FORM];
    uint32_t len = lgm_timex_item_form(form, s);
    lgm_tokspan tokens = {token, token + 1};
    items->next++;
    if (len == 0) {
        push(items, tokens);
        return;
    }
    const uint32_t cut = push_prefix(items, s, len, tokens);
    const lgm_slice rest = {form.ptr + cut, form.len - cut};
    lgm_timex_item *const it = push(items, tokens);
    const bool digit = s[cut] >= '0' && s[cut] <= '9';
    if (digit || s[cut] == '\'') lgm_number_shape(items, it, rest, s + cut);
    if (!digit) {
        lgm_timex_item_word(it, s + cut, len - cut);
        lgm_number_code(it, s + cut);
        drop_small(it, rest);
        const int32_t v = lgm_timex_item_number(it, lgm_timex_number_word);
        if (v != LGM_UNSET) {
            it->n = 0;
            lgm_timex_item_word(it, s + cut, len - cut);
            lgm_timex_item_add(it, LGM_SYM_NUM, v * 1000);
            if (v >= 1 && v <= 31) lgm_timex_item_add(it, LGM_SYM_DAY, v);
            if (v >= 1 && v <= 24) lgm_timex_item_add(it, LGM_SYM_HOUR, v);
            if (!lgm_number_ordinal(doc, it, v)) lgm_number_join(doc, it, v);
        }
    }
    lgm_number_fraction(items, it);
    items->next = it->tokens.end;
    it->ends = items->next >= doc->n_tokens || (doc->tokens[items->next].flags & LGM_TOK_PAR) != 0;
}

const lgm_timex_item *lgm_timex_items_at(lgm_timex_items *items, size_t i)
{
    while (items->made <= i) {
        if (items->next >= items->doc->n_tokens) return NULL;
        make(items);
    }
    assert(items->made - i <= LGM_ITEM_RING); /* it has not been written over */
    return &items->ring[i % LGM_ITEM_RING];
}

void lgm_timex_items_start(lgm_timex_items *items, const lgm_doc *doc)
{
    *items = (lgm_timex_items){.doc = doc};
    lgm_number_order(items);
}
