/* items.c - along the text, a token at a time: looked up, and read as a number or by its shape. */
#include "timex/items.h"

#include <assert.h>
#include <string.h>

#include "number/number.h"

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

/* The numbers that a rule may ask for: of "7" a count, a day and an hour, of "1998" a year too. */
static void add_cardinal(lgm_timex_item *it, const lgm_number *n, size_t digits)
{
    enum { MOST = 2000000 };
    const bool joined = n->tokens.end - n->tokens.start > 1, few = digits <= 2;
    if (n->value <= MOST * (int64_t)1000)
        lgm_timex_item_add(it, LGM_SYM_NUM, (int32_t)n->value);
    if (n->value % 1000 || n->value > MOST * (int64_t)1000) return;
    const int32_t v = (int32_t)(n->value / 1000);
    if (digits == 4 && v >= 1000 && v < 2200) lgm_timex_item_add(it, LGM_SYM_YEAR, v);
    /* "one of November 2010" is no day */
    if (few && digits && v >= 1 && v <= 31) lgm_timex_item_add(it, LGM_SYM_DAY, v);
    if (few && !joined && v >= 1 && v <= 24) lgm_timex_item_add(it, LGM_SYM_HOUR, v);
    if (joined && v >= 2000 && v < 2100) lgm_timex_item_add(it, LGM_SYM_YEARTHOUSAND, v);
    if (digits != 2) return;
    lgm_timex_item_add(it, LGM_SYM_NUM2, v);
    lgm_timex_item_add(it, LGM_SYM_YEAREND, v);
}

/* Adds a number and takes its tokens into the item; `digits`: bytes of its form, 0 in words. */
static void add_number(lgm_timex_item *it, const lgm_number *n, size_t digits)
{
    const bool joined = n->tokens.end - n->tokens.start > 1;
    const int32_t v = (int32_t)(n->value / 1000);
    if (n->kind == LGM_NUMBER_NONE) return;
    if (joined) it->n = 0; /* "hundred" alone no longer counts */
    it->tokens.end = n->tokens.end;
    if (n->kind == LGM_NUMBER_CARDINAL) add_cardinal(it, n, digits);
    if (n->kind == LGM_NUMBER_YEAR) lgm_timex_item_add(it, LGM_SYM_YEARWORD, v);
    if (n->kind != LGM_NUMBER_ORDINAL) return;
    lgm_timex_item_add(it, LGM_SYM_NTH, v);
    if ((n->digits || joined) && v <= 31) lgm_timex_item_add(it, LGM_SYM_NTHNUM, v);
}

static void make(lgm_timex_items *items)
{
    const lgm_doc *const doc = items->doc;
    const uint32_t token = items->next;
    const lgm_slice form = lgm_doc_form(doc, token);
    char s[LGM_ITEM_FORM];
    const uint32_t len = lgm_timex_item_form(form, s);
    const lgm_tokspan tokens = {token, token + 1};
    items->next++;
    if (len == 0) {
        push(items, tokens);
        return;
    }
    const uint32_t cut = push_prefix(items, s, len, tokens);
    const lgm_slice rest = {form.ptr + cut, form.len - cut};
    const lgm_number number = lgm_number_at(doc, token, cut);
    lgm_timex_item *const it = push(items, tokens);
    const bool digit = s[cut] >= '0' && s[cut] <= '9';
    if (digit || s[cut] == '\'') lgm_timex_shape(it, s + cut, items->order);
    if (!digit) {
        lgm_timex_item_word(it, s + cut, len - cut);
        lgm_timex_shape_code(it, s + cut);
        drop_small(it, rest);
    }
    add_number(it, &number, digit ? rest.len - (rest.ptr[rest.len - 1] == '.') : 0);
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
    *items = (lgm_timex_items){.doc = doc, .order = lgm_timex_shape_order(doc)};
}
