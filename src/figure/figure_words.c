/* figure_words.c - what the tables of data/figure say of words: entries stand behind the letter of
 * their table. */
#include "figure/figure_words.h"

#include <string.h>

#include "tree/lemmas.h"

static lgm_lexicon_phrase begin(lgm_figure_table table)
{
    return (lgm_lexicon_phrase){.at = {(char)table}, .len = 1};
}

const char *lgm_figure_toll_name(lgm_figure_toll toll)
{
    static const char *const names[] = {
#define NAME(name) #name,
        LGM_FIGURE_TOLLS(NAME)
#undef NAME
    };
    return toll < LGM_COUNT(names) ? names[toll] : NULL;
}

const char *lgm_figure_unit_name(lgm_figure_unit unit)
{
    static const char *const names[] = {
#define NAME(name, text) text,
        LGM_FIGURE_UNITS(NAME)
#undef NAME
    };
    return names[unit];
}

lgm_figure_toll lgm_figure_toll_of(uint32_t kinds)
{
    return kinds ? (lgm_figure_toll)lgm_figure_nth(kinds) : LGM_FIGURE_NO_TOLL;
}

static uint32_t look_up(lgm_figure_table table, lgm_slice word, const char *more)
{
    lgm_lexicon_phrase key = begin(table);
    lgm_lexicon_add(&key, word);
    if (more) lgm_lexicon_add(&key, (lgm_slice){more, strlen(more)});
    return lgm_lexicon_find(&lgm_figure_lexicon, &key);
}

/* "freed" of the lemma "fre" */
static uint32_t by_ending(lgm_figure_table table, lgm_slice form, const char *more)
{
    static const char *const endings[] = {"d", "ed", "s"};
    uint32_t kinds = 0;
    for (size_t i = 0; i < LGM_COUNT(endings) && !kinds; i++) {
        const size_t n = strlen(endings[i]);
        if (form.len > n + 2 && memcmp(form.ptr + form.len - n, endings[i], n) == 0)
            kinds = look_up(table, (lgm_slice){form.ptr, form.len - n}, more);
    }
    return kinds;
}

uint32_t lgm_figure_word(const lgm_doc *doc, lgm_figure_table table, uint32_t token,
                         const char *more)
{
    const bool verb = table == LGM_FIGURE_VERBS || table == LGM_FIGURE_CHANGES ||
                      table == LGM_FIGURE_STATES;
    const char letter[] = {(char)table, 0};
    const lgm_slice form = lgm_doc_form(doc, token);
    uint32_t kinds = lgm_tree_kinds(
        &lgm_figure_lexicon, doc,
        &(lgm_lemma_phrase){&token, 1, letter, more, verb ? LGM_TREE_MENDS : 0});
    if (!kinds) kinds = look_up(table, form, more);
    const bool inflected = table == LGM_FIGURE_VERBS || table == LGM_FIGURE_SIGNS;
    return kinds || !inflected ? kinds : by_ending(table, form, more);
}

uint32_t lgm_figure_phrase(const lgm_doc *doc, lgm_figure_table table, lgm_tokspan words)
{
    lgm_lexicon_phrase key = begin(table);
    for (uint32_t w = words.start; w < words.end; w++) lgm_lexicon_add(&key, lgm_doc_form(doc, w));
    return lgm_lexicon_find(&lgm_figure_lexicon, &key);
}
