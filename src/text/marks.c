/* marks.c - which tokens are quotation marks, and how each looks from its spacing. */
#include "text/marks.h"

#include <string.h>

typedef struct sign {
    const char *text;
    uint8_t family, side;
} sign;

static const sign signs[] = {
    {"\"", LGM_MARK_DOUBLE, LGM_SIDE_EITHER}, {"``", LGM_MARK_DOUBLE, LGM_SIDE_OPEN},
    {"''", LGM_MARK_DOUBLE, LGM_SIDE_EITHER}, {"“", LGM_MARK_DOUBLE, LGM_SIDE_OPEN},
    {"”", LGM_MARK_DOUBLE, LGM_SIDE_CLOSE},   {"„", LGM_MARK_DOUBLE, LGM_SIDE_OPEN},
    {"‟", LGM_MARK_DOUBLE, LGM_SIDE_OPEN},    {"’’", LGM_MARK_DOUBLE, LGM_SIDE_CLOSE},
    {"‘‘", LGM_MARK_DOUBLE, LGM_SIDE_OPEN},   {"＂", LGM_MARK_DOUBLE, LGM_SIDE_EITHER},
    {"〝", LGM_MARK_DOUBLE, LGM_SIDE_OPEN},   {"〞", LGM_MARK_DOUBLE, LGM_SIDE_CLOSE},
    {"〟", LGM_MARK_DOUBLE, LGM_SIDE_CLOSE},  {"'", LGM_MARK_SINGLE, LGM_SIDE_EITHER},
    {"’", LGM_MARK_SINGLE, LGM_SIDE_EITHER},  {"‘", LGM_MARK_SINGLE, LGM_SIDE_OPEN},
    {"‚", LGM_MARK_SINGLE, LGM_SIDE_OPEN},    {"‛", LGM_MARK_SINGLE, LGM_SIDE_OPEN},
    {"`", LGM_MARK_SINGLE, LGM_SIDE_OPEN},    {"＇", LGM_MARK_SINGLE, LGM_SIDE_EITHER},
    {"«", LGM_MARK_ANGLE, LGM_SIDE_OPEN},     {"»", LGM_MARK_ANGLE, LGM_SIDE_CLOSE},
    {"‹", LGM_MARK_ANGLE1, LGM_SIDE_OPEN},    {"›", LGM_MARK_ANGLE1, LGM_SIDE_CLOSE},
    {"「", LGM_MARK_CORNER, LGM_SIDE_OPEN},   {"」", LGM_MARK_CORNER, LGM_SIDE_CLOSE},
    {"｢", LGM_MARK_CORNER, LGM_SIDE_OPEN},    {"｣", LGM_MARK_CORNER, LGM_SIDE_CLOSE},
    {"『", LGM_MARK_CORNER2, LGM_SIDE_OPEN},  {"』", LGM_MARK_CORNER2, LGM_SIDE_CLOSE}};

static const sign *sign_of(lgm_slice form)
{
    const uint8_t first = (uint8_t)form.ptr[0];
    if (first != '"' && first != '\'' && first != '`' && first < 0xC2) return NULL;
    for (size_t i = 0; i < LGM_COUNT(signs); i++)
        if (strlen(signs[i].text) == form.len && memcmp(signs[i].text, form.ptr, form.len) == 0)
            return &signs[i];
    return NULL;
}

/* "(" and dashes: what a quotation may follow without a space. */
static bool leads_in(lgm_slice form)
{
    const char last = form.ptr[form.len - 1];
    if (form.len >= 3 && memcmp(form.ptr, "\xE2\x80", 2) == 0)
        return (uint8_t)form.ptr[2] >= 0x90 && (uint8_t)form.ptr[2] <= 0x95; /* – — */
    return strchr("([{-/=<", last) != NULL;
}

/* What may follow the end of a quotation without a space. */
static bool follows(lgm_slice form)
{
    if (form.len >= 3 && memcmp(form.ptr, "\xE2\x80", 2) == 0) {
        const uint8_t b = (uint8_t)form.ptr[2];
        return (b >= 0x90 && b <= 0x95) || b == 0xA6; /* – — … */
    }
    return strchr(".,;:!?)]}-/>", form.ptr[0]) != NULL && !(form.ptr[0] == '.' && form.len > 1 &&
           form.ptr[1] != '.');
}

bool lgm_text_mark(const lgm_doc *doc, lgm_tokspan par, uint32_t i, const lgm_mark *before,
                   lgm_mark *out)
{
    const lgm_slice form = lgm_doc_form(doc, i);
    const sign *const s = sign_of(form);
    const lgm_token *const t = doc->tokens;
    if (s == NULL) return false;
    const bool opened = before != NULL && before->token + 1 == i &&
                        (before->after_gap || before->side == LGM_SIDE_OPEN);
    *out = (lgm_mark){.token = i, .family = s->family, .side = s->side};
    out->apostrophe = s->family == LGM_MARK_SINGLE && s->side == LGM_SIDE_EITHER;
    out->after_gap = i == par.start || t[i - 1].end != t[i].start ||
                     opened || leads_in(lgm_doc_form(doc, i - 1));
    out->before_gap = i + 1 == par.end || t[i + 1].start != t[i].end;
    if (!out->before_gap) {
        const lgm_slice next = lgm_doc_form(doc, i + 1);
        out->before_gap = follows(next) || sign_of(next) != NULL;
    }
    return true;
}
