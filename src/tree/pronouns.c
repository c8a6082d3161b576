/* pronouns.c - the table, in order of the alphabet. */
#include "tree/pronouns.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST = 10 };

typedef struct entry {
    char word[LONGEST + 1];
    uint8_t kind;
} entry;

static const entry TABLE[] = {
    {"a", LGM_PRO_A},           {"all", LGM_PRO_QUANT},      {"an", LGM_PRO_A},
    {"another", LGM_PRO_QUANT}, {"any", LGM_PRO_QUANT},      {"anybody", LGM_PRO_BODY},
    {"anyone", LGM_PRO_BODY},   {"anything", LGM_PRO_BODY},  {"both", LGM_PRO_QUANT},
    {"each", LGM_PRO_QUANT},    {"either", LGM_PRO_QUANT},   {"every", LGM_PRO_QUANT},
    {"everybody", LGM_PRO_BODY}, {"everyone", LGM_PRO_BODY}, {"everything", LGM_PRO_BODY},
    {"few", LGM_PRO_QUANT},     {"he", LGM_PRO_HE},          {"her", LGM_PRO_SHE},
    {"here", LGM_PRO_PLACE},    {"hers", LGM_PRO_SHE},       {"herself", LGM_PRO_SHE},
    {"him", LGM_PRO_HE},        {"himself", LGM_PRO_HE},     {"his", LGM_PRO_HE},
    {"i", LGM_PRO_I},           {"it", LGM_PRO_IT},          {"its", LGM_PRO_IT},
    {"itself", LGM_PRO_IT},     {"many", LGM_PRO_QUANT},     {"me", LGM_PRO_I},
    {"mine", LGM_PRO_I},        {"most", LGM_PRO_QUANT},     {"my", LGM_PRO_I},
    {"myself", LGM_PRO_I},      {"neither", LGM_PRO_QUANT},  {"no", LGM_PRO_QUANT},
    {"nobody", LGM_PRO_BODY},   {"none", LGM_PRO_QUANT},     {"nothing", LGM_PRO_BODY},
    {"now", LGM_PRO_TIME},      {"one", LGM_PRO_ONE},        {"other", LGM_PRO_EACH_OTHER},
    {"our", LGM_PRO_WE},        {"ours", LGM_PRO_WE},        {"ourselves", LGM_PRO_WE},
    {"several", LGM_PRO_QUANT}, {"she", LGM_PRO_SHE},        {"some", LGM_PRO_QUANT},
    {"somebody", LGM_PRO_BODY}, {"someone", LGM_PRO_BODY},   {"something", LGM_PRO_BODY},
    {"that", LGM_PRO_THIS},     {"the", LGM_PRO_THE},        {"their", LGM_PRO_THEY},
    {"theirs", LGM_PRO_THEY},   {"them", LGM_PRO_THEY},      {"themselves", LGM_PRO_THEY},
    {"then", LGM_PRO_TIME},     {"there", LGM_PRO_PLACE},    {"these", LGM_PRO_THESE},
    {"they", LGM_PRO_THEY},     {"this", LGM_PRO_THIS},      {"those", LGM_PRO_THESE},
    {"today", LGM_PRO_TIME},    {"tomorrow", LGM_PRO_TIME},  {"tonight", LGM_PRO_TIME},
    {"us", LGM_PRO_WE},         {"we", LGM_PRO_WE},          {"what", LGM_PRO_WHICH},
    {"which", LGM_PRO_WHICH},   {"who", LGM_PRO_WHO},        {"whom", LGM_PRO_WHO},
    {"whose", LGM_PRO_WHO},     {"yesterday", LGM_PRO_TIME}, {"you", LGM_PRO_YOU},
    {"your", LGM_PRO_YOU},      {"yours", LGM_PRO_YOU},      {"yourself", LGM_PRO_YOU},
    {"yourselves", LGM_PRO_YOU},
};

static int by_word(const void *key, const void *item)
{
    return strcmp(key, ((const entry *)item)->word);
}

static bool lower_ascii(lgm_slice form, char out[LONGEST + 1])
{
    if (form.len > LONGEST) return false;
    for (size_t i = 0; i < form.len; i++) {
        const char c = form.ptr[i];
        out[i] = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    }
    out[form.len] = '\0';
    return true;
}

lgm_pronoun lgm_tree_pronoun(lgm_slice form)
{
    char word[LONGEST + 1];
    if (!lower_ascii(form, word)) return LGM_PRO_NONE;
    const entry *const e = bsearch(word, TABLE, LGM_COUNT(TABLE), sizeof *TABLE, by_word);
    return e ? (lgm_pronoun)e->kind : LGM_PRO_NONE;
}

bool lgm_tree_is_reflexive(lgm_slice form)
{
    return (form.len > 4 && memcmp(form.ptr + form.len - 4, "self", 4) == 0) ||
           (form.len > 6 && memcmp(form.ptr + form.len - 6, "selves", 6) == 0);
}
