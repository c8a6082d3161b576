/*
 * text_properties.h - what must hold of tokens and quotes of any text, checked from outside of the
 * room: with utf8proc, and by going through the layers anew. For the unit test and the fuzz target.
 */
#ifndef LGM_TEXT_PROPERTIES_H
#define LGM_TEXT_PROPERTIES_H

#include <string.h>
#include <utf8proc.h>

#include "doc/doc.h"

/* What may stand between tokens, and what never stands inside one. */
static bool gap_character(utf8proc_int32_t cp, bool hidden_too)
{
    if ((cp >= 0xFE00 && cp <= 0xFE0F) || (cp >= 0xE0100 && cp <= 0xE01EF)) return hidden_too;
    switch (utf8proc_category(cp)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC: return true;
    case UTF8PROC_CATEGORY_CF: return hidden_too;
    default: return false;
    }
}

static uint32_t point_of(const lgm_doc *doc, uint32_t i)
{
    return lgm_doc_points(doc, (lgm_tokspan){i, i + 1}).start;
}

static uint32_t point_behind(const lgm_doc *doc, uint32_t i)
{
    return lgm_doc_points(doc, (lgm_tokspan){i, i + 1}).end;
}

/* Walks the text once along the tokens; NULL where all holds, else what does not. */
static const char *tokens_wrong(const lgm_doc *doc)
{
    const char *const s = doc->text.ptr;
    uint32_t byte = 0, cp = 0, i = 0;
    bool inside = false;
    while (byte < doc->text.len || inside) {
        if (inside && byte == doc->tokens[i].end) {
            if (cp != point_behind(doc, i)) return "not the code point of its end";
            inside = false;
            i++;
            continue;
        }
        if (!inside && i < doc->n_tokens && byte == doc->tokens[i].start) {
            if (doc->tokens[i].end <= byte) return "an empty token";
            if (cp != point_of(doc, i)) return "not the code point of its start";
            inside = true;
        }
        if (byte >= doc->text.len) return "a token ends behind the text or inside a code point";
        size_t used;
        const int32_t c = lgm_utf8_next(s + byte, doc->text.len - byte, &used);
        if (inside && gap_character(c, false)) return "white space inside a token";
        if (!inside && !gap_character(c, true)) return "a character is lost between tokens";
        byte += (uint32_t)used;
        cp++;
    }
    return i == doc->n_tokens ? NULL : "a token starts inside another or inside a code point";
}

static const char *token_flags_wrong(const lgm_doc *doc)
{
    for (uint32_t i = 0; i < doc->n_tokens; i++) {
        const lgm_token *const t = &doc->tokens[i];
        if (i == 0 && (t->flags & 7) != 7) return "the first token starts no paragraph";
        if ((t->flags & LGM_TOK_PAR) && !(t->flags & LGM_TOK_LINE)) return "a paragraph, no line";
        if ((t->flags & LGM_TOK_LINE) && !(t->flags & LGM_TOK_SPACE)) return "a line, no space";
        const bool touches = i > 0 && t[-1].end == t->start;
        if ((t->flags & LGM_TOK_SPACE) && touches) return "a space that is not there";
        if ((t->flags & LGM_TOK_JOINED) && !touches) return "a joined token stands apart";
    }
    return NULL;
}

static bool quote_fits(const lgm_doc *doc, uint32_t i)
{
    const lgm_quote *const q = &doc->quotes[i];
    if (q->tokens.start > q->tokens.end || q->tokens.end > doc->n_tokens) return false;
    if (q->open == LGM_NONE && q->close == LGM_NONE) return false;
    if (q->open != LGM_NONE && q->open + 1 != q->tokens.start) return false;
    if (q->close != LGM_NONE && q->close != q->tokens.end) return false;
    if (q->close != LGM_NONE && q->close >= doc->n_tokens) return false;
    if (q->next != LGM_NONE && (q->next <= i || q->next >= doc->n_quotes)) return false;
    const uint32_t from = q->open == LGM_NONE ? q->tokens.start : q->open;
    for (uint32_t k = from + 1; k < q->tokens.end; k++)
        if (doc->tokens[k].flags & LGM_TOK_PAR) return false;
    return true;
}

/* Quotes are in order, nest, and agree with the flags of the tokens. */
static const char *quotes_wrong(const lgm_doc *doc)
{
    uint32_t ends[UINT8_MAX + 1];
    unsigned depth = 0;
    uint32_t i = 0;
    for (uint32_t at = 0; at <= doc->n_tokens; at++) {
        for (; i < doc->n_quotes && doc->quotes[i].tokens.start == at; i++) {
            const lgm_quote *const q = &doc->quotes[i];
            if (!quote_fits(doc, i)) return "a quote out of bounds";
            const uint32_t mark = q->open == LGM_NONE ? at : q->open;
            while (depth > 0 && ends[depth - 1] <= mark) depth--;
            if (q->depth != depth) return "a wrong depth";
            if (depth > 0 && ends[depth - 1] < q->tokens.end) return "quotes that overlap";
            if (q->open != LGM_NONE && !(doc->tokens[q->open].flags & LGM_TOK_OPEN))
                return "an opening mark without its flag";
            if (q->close != LGM_NONE && !(doc->tokens[q->close].flags & LGM_TOK_CLOSE))
                return "a closing mark without its flag";
            ends[depth++] = q->tokens.end;
        }
        while (depth > 0 && ends[depth - 1] <= at) depth--;
        if (at == doc->n_tokens) break;
        if (((doc->tokens[at].flags & LGM_TOK_QUOTED) != 0) != (depth > 0))
            return "QUOTED where no quote is, or the other way round";
    }
    return i == doc->n_quotes ? NULL : "quotes out of order";
}

static inline const char *text_wrong(const lgm_doc *doc)
{
    const char *wrong = tokens_wrong(doc);
    if (!wrong) wrong = token_flags_wrong(doc);
    if (!wrong) wrong = quotes_wrong(doc);
    return wrong;
}

#endif
