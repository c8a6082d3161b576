/*
 * programme.c - programmes of radio and television, by their form.
 *
 *     told TV9's "Morning Hour"      a title in quotation marks, behind an outlet or "on"
 *     said on TV9's Harbour Today    words with capitals that an outlet owns
 *
 * A person whom an outlet employs ("TV9's Ada Lind") is none.
 */
#include "occasion/occasion_words.h"
#include "occasion/path.h"
#include "occasion/venue.h"
#include "legomena/kinds.h"
#include "phrase/speaks.h"
#include "tree/shape.h"

enum { LONGEST = 6 }; /* words of a title */

/* "TV9's" up to this token. */
static bool is_owned(const lgm_trees *t, uint32_t first, bool by_outlet)
{
    if (first < 2 || !lgm_tree_is_possessive(lgm_doc_form(t->doc, first - 1))) return false;
    const uint32_t name = lgm_tree_name(t, first - 2);
    if (name == LGM_NONE || t->doc->names[name].type == LGM_ENTITY_PER) return false;
    const lgm_tokspan s = t->doc->names[name].tokens;
    return !by_outlet || lgm_phrase_speaks(t->doc, s.start, s.end) & LGM_SPEAKS_OUTLET;
}

static bool is_on(const lgm_doc *doc, uint32_t first)
{
    uint32_t w = first;
    if (w > 0 && lgm_tree_is_the(lgm_doc_form(doc, w - 1))) w--;
    return w > 0 && LGM_SLICE_IN(lgm_doc_form(doc, w - 1), "on", "On");
}

static bool is_small(const lgm_doc *doc, uint32_t w)
{
    return LGM_SLICE_IN(lgm_doc_form(doc, w), "the", "of", "with", "and", "to", "a", "in", "at");
}

/* Words with capitals, and small ones between them. */
static lgm_tokspan title_from(const lgm_trees *t, uint32_t first, uint32_t end)
{
    lgm_tokspan s = {first, first};
    for (uint32_t w = first; w < end && w < first + LONGEST; w++) {
        if (lgm_tree_is_capital(lgm_doc_form(t->doc, w)))
            s.end = w + 1;
        else if (!is_small(t->doc, w))
            break;
    }
    return s;
}

/* `open`: where it begins, with the mark of a quotation. */
static bool is_said_there(const lgm_trees *t, const lgm_doc_claim *c, lgm_tokspan s, uint32_t open)
{
    return lgm_occasion_path_of(t, c, s) < LGM_PATH_SOURCE || lgm_occasion_is_near(t, c, open);
}

static lgm_tokspan quoted_title(const lgm_trees *t, uint32_t open, uint32_t end)
{
    const lgm_tokspan s = title_from(t, open + 1, end);
    const bool closed = s.end < t->doc->n_tokens && s.start < s.end;
    if (!closed || !(is_owned(t, open, false) || is_on(t->doc, open))) return (lgm_tokspan){0, 0};
    const uint32_t comma = lgm_slice_eq(lgm_doc_form(t->doc, s.end), LGM_SLICE(",")) ? 1 : 0;
    if (s.end + comma >= t->doc->n_tokens) return (lgm_tokspan){0, 0};
    const bool whole = t->doc->tokens[s.end + comma].flags & LGM_TOK_CLOSE;
    return whole ? s : (lgm_tokspan){0, 0};
}

static lgm_tokspan owned_title(const lgm_trees *t, uint32_t first, uint32_t end)
{
    const lgm_tokspan s = title_from(t, first, end);
    const uint32_t name = lgm_tree_name(t, first);
    if (s.end - s.start < 2 || !is_owned(t, first, true)) return (lgm_tokspan){0, 0};
    if (name != LGM_NONE && t->doc->names[name].type == LGM_ENTITY_PER) return (lgm_tokspan){0, 0};
    return s;
}

lgm_tokspan lgm_occasion_programme(const lgm_trees *t, const lgm_doc_claim *c, lgm_tokspan within)
{
    for (uint32_t w = within.start; w < within.end; w++) {
        if (lgm_parts_have(&c->content, w) || lgm_parts_have(&c->source, w)) continue;
        const lgm_tokspan s = t->doc->tokens[w].flags & LGM_TOK_OPEN
                                  ? quoted_title(t, w, within.end)
                                  : owned_title(t, w, within.end);
        if (s.start < s.end && is_said_there(t, c, s, w)) return s;
    }
    return (lgm_tokspan){0, 0};
}
