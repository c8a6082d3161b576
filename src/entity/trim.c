/*
 * trim.c - what is not part of a name.
 *
 * The corpora that the model learns from (newspapers, wikigold, UNER) leave out titles, "the" and
 * the possessive, so where the model takes one into a name, it errs. Two things stay: the
 * possessive of an organisation ("Sotheby's") and "The" with a capital ("The Hague").
 */
#include <string.h>

#include "entity/words.h"
#include "phrase/calling.h"
#include "phrase/gender.h"
#include "tree/shape.h"

enum { TITLE_TOKENS = 4 };

/* Two letters or more, at least two of them capitals: "MP", "PhD". */
static bool has_capitals(lgm_slice form)
{
    uint32_t n = 0;
    for (size_t i = 0; i < form.len; i++) n += form.ptr[i] >= 'A' && form.ptr[i] <= 'Z';
    return n >= 2;
}

/* Is the word at `token` a title in capitals, and not part of a headline in capitals? "DI Pell",
 * "PM Lind"; not "Di Marco", nor "DI MARCO SCORES". */
static bool is_capital_title(const lgm_doc *doc, uint32_t token, unsigned kinds)
{
    return (kinds & LGM_NAME_CAPITAL_TITLE) && has_capitals(lgm_doc_form(doc, token)) &&
           token + 1 < doc->n_tokens && !has_capitals(lgm_doc_form(doc, token + 1));
}

bool lgm_entity_is_title(const lgm_doc *doc, uint32_t token)
{
    char word[LGM_NAME_FOLDED];
    if (lgm_entity_fold(lgm_doc_form(doc, token), word) == 0) return false;
    const unsigned kinds = lgm_entity_kinds(word);
    return (kinds & LGM_NAME_TITLE) || is_capital_title(doc, token, kinds);
}

/* Tokens of the longest title that the name begins with and that leaves a name behind it: 3 of "Det
 * Ch Insp Farah Malik". */
static uint32_t title_length(const lgm_doc *doc, lgm_tokspan name)
{
    char phrase[TITLE_TOKENS * LGM_NAME_FOLDED];
    size_t len = 0;
    uint32_t longest = 0;
    for (uint32_t i = 0; i < TITLE_TOKENS && name.start + i + 1 < name.end; i++) {
        char word[LGM_NAME_FOLDED];
        const size_t n = lgm_entity_fold(lgm_doc_form(doc, name.start + i), word);
        if (n == 0) { /* the period of "Mr .", where it is a token */
            if (i > 0 && longest == i) longest = i + 1;
            continue;
        }
        if (len > 0) phrase[len++] = ' ';
        memcpy(phrase + len, word, n + 1);
        len += n;
        const unsigned kinds = lgm_entity_kinds(phrase);
        if ((kinds & LGM_NAME_TITLE) || (i == 0 && is_capital_title(doc, name.start, kinds)))
            longest = i + 1;
    }
    return longest;
}

bool lgm_entity_is_letters(const lgm_doc *doc, uint32_t token)
{
    char word[LGM_NAME_FOLDED];
    return has_capitals(lgm_doc_form(doc, token)) &&
           lgm_entity_fold(lgm_doc_form(doc, token), word) > 0 &&
           (lgm_entity_kinds(word) & LGM_NAME_LETTERS);
}

/* Where the name of a body starts behind what it is called: "Chipmaker Veltron", "Steel maker
 * Harvik". A calling in the middle is in lower case, and a name with a capital follows; "Lind
 * holding company Ltd" has none. */
static uint32_t past_calling(const lgm_doc *doc, lgm_tokspan name)
{
    enum { REACH = 4 };
    for (uint32_t t = name.start; t + 1 < name.end && t < name.start + REACH; t++) {
        char next[LGM_NAME_FOLDED];
        const bool capital = lgm_tree_is_capital(lgm_doc_form(doc, t));
        if (capital && t > name.start) continue;
        if (!(capital ? lgm_phrase_is_descriptor(doc, t) : lgm_phrase_is_calling(doc, t))) continue;
        if (lgm_tree_is_capital(lgm_doc_form(doc, t + 1)) &&
            lgm_entity_fold(lgm_doc_form(doc, t + 1), next) > 0 &&
            !(lgm_entity_kinds(next) & (LGM_NAME_LEGAL | LGM_NAME_BODY)) &&
            !lgm_phrase_is_descriptor(doc, t + 1))
            return t + 1;
    }
    return name.start;
}

lgm_tokspan lgm_entity_trim(const lgm_doc *doc, lgm_tokspan name, uint8_t type)
{
    const bool person = type == LGM_ENTITY_PER;
    if (person || type == LGM_ENTITY_GPE || type == LGM_ENTITY_LOC)
        name = lgm_tree_without_possessive(doc, name);
    while (name.end - name.start > 1 &&
           lgm_slice_eq(lgm_doc_form(doc, name.start), LGM_SLICE("the")))
        name.start++;
    if (person || type == LGM_ENTITY_ORG) name.start = past_calling(doc, name);
    for (uint32_t n; person && (n = title_length(doc, name)) > 0;) name.start += n;
    while (person && name.end - name.start > 1 && lgm_entity_is_letters(doc, name.end - 1)) {
        name.end--;
        if (name.end - name.start > 1 &&
            lgm_slice_eq(lgm_doc_form(doc, name.end - 1), LGM_SLICE(",")))
            name.end--;
    }
    return name;
}

bool lgm_entity_has_party(const lgm_doc *doc, lgm_tokspan name)
{
    if (name.start == 0 || name.end - name.start < 3) return false;
    return lgm_slice_eq(lgm_doc_form(doc, name.start - 1), LGM_SLICE("(")) &&
           LGM_SLICE_IN(lgm_doc_form(doc, name.start), "D", "R", "I") &&
           lgm_slice_eq(lgm_doc_form(doc, name.start + 1), LGM_SLICE("-"));
}

bool lgm_entity_is_firm(const lgm_doc *doc, lgm_tokspan name)
{
    for (uint32_t t = name.start + 1; t + 1 < name.end; t++)
        if (lgm_slice_eq(lgm_doc_form(doc, t), LGM_SLICE("&"))) return true;
    return false;
}

static bool ends_in(const lgm_doc *doc, lgm_tokspan name, unsigned kinds)
{
    char last[LGM_NAME_FOLDED];
    const lgm_slice form = lgm_doc_form(doc, name.end - 1);
    return name.end - name.start > 1 && lgm_tree_is_capital(form) &&
           lgm_entity_fold(form, last) > 0 && (lgm_entity_kinds(last) & kinds);
}

bool lgm_entity_is_region(const lgm_doc *doc, lgm_tokspan name)
{
    return ends_in(doc, name, LGM_NAME_PLACE);
}

bool lgm_entity_is_trade(const lgm_doc *doc, lgm_tokspan name)
{
    return ends_in(doc, name, LGM_NAME_TRADE) && !lgm_phrase_is_given_name(doc, name.start);
}

bool lgm_entity_is_titled(const lgm_doc *doc, lgm_tokspan name)
{
    const uint32_t title = title_length(doc, name), given = name.start + title;
    char last[LGM_NAME_FOLDED];
    if (title == 0 || name.end - given != 2) return false;
    return (title > 1 || lgm_phrase_is_given_name(doc, given)) &&
           lgm_tree_is_capital(lgm_doc_form(doc, given + 1)) &&
           lgm_entity_fold(lgm_doc_form(doc, given + 1), last) > 0 && lgm_entity_kinds(last) == 0;
}

bool lgm_entity_is_noun(const lgm_doc *doc, lgm_tokspan name, uint8_t type)
{
    const char first = lgm_doc_form(doc, name.start).ptr[0];
    return name.end - name.start == 1 && type != LGM_ENTITY_OTH && first >= 'a' && first <= 'z' &&
           doc->upos.of && strcmp(lgm_doc_upos(doc, name.start), "NOUN") == 0;
}

static bool is_quote(lgm_slice form)
{
    return LGM_SLICE_IN(form, "\"", "'", "''", "``", "\xe2\x80\x9c", "\xe2\x80\x9d");
}

bool lgm_entity_goes_on(const lgm_doc *doc, lgm_tokspan a, lgm_tokspan b)
{
    enum { BETWEEN = 2 }; /* the mark, and a period that is a token */
    if (b.start <= a.end || b.start - a.end > BETWEEN || !is_quote(lgm_doc_form(doc, b.start - 1)))
        return false;
    if (b.start - a.end == BETWEEN && !lgm_slice_eq(lgm_doc_form(doc, a.end), LGM_SLICE(".")))
        return false;
    uint32_t marks = 0;
    for (uint32_t t = b.start + 1; t + 1 < b.end; t++) marks += is_quote(lgm_doc_form(doc, t));
    return marks == 1;
}
