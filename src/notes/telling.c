/* telling.c - what a sentence tells of the text that it stands in. */
#include "notes/note_draft.h"
#include "tree/shape.h"

enum {
    FAR = 24,     /* tokens from "an earlier version of this article" to its verb */
    BEFORE = 12,  /* and before those words */
    BRACKET = 80, /* of "(Corrects ...)" */
    ASIDE = 3     /* between "this" and its noun: "this news story" */
};

static const lgm_note_telling NOTHING = {LGM_NONE, 0, LGM_NOTE_UPDATE};

static bool is(const lgm_doc *doc, uint32_t token, uint32_t end, const char *word)
{
    return token < end && lgm_tree_form_is(doc, token, word);
}

static bool is_verb(const lgm_trees *t, uint32_t token)
{
    return t->upos[token] == LGM_UPOS_VERB || t->upos[token] == LGM_UPOS_AUX;
}

/* Behind "because of an editing error," and marks. */
static uint32_t begin(const lgm_trees *t, lgm_tokspan s)
{
    uint32_t at = s.start;
    while (at < s.end && t->upos[at] == LGM_UPOS_PUNCT) at++;
    if (!is(t->doc, at, s.end, "because") && !is(t->doc, at, s.end, "due") &&
        !is(t->doc, at, s.end, "owing"))
        return at;
    for (uint32_t i = at; i < s.end && i < at + BEFORE; i++)
        if (lgm_slice_eq(lgm_doc_form(t->doc, i), LGM_SLICE(","))) return i + 1;
    return at;
}

/* The end of "this article", "our news story"; `at` where it is none. */
static uint32_t this_text(const lgm_doc *doc, uint32_t at, uint32_t end, uint32_t kinds, bool any)
{
    if (!is(doc, at, end, "this") && !is(doc, at, end, "our") && !(any && is(doc, at, end, "the")))
        return at;
    for (uint32_t i = at + 1; i < end && i <= at + ASIDE; i++)
        if (lgm_notes_word(doc, i) & kinds) return i + 1;
    return at;
}

/* The end of "an earlier version of this article", `from` where it is none. */
static uint32_t earlier_text(const lgm_trees *t, uint32_t from, uint32_t end, bool labelled)
{
    const lgm_doc *const doc = t->doc;
    for (uint32_t i = from; i + 1 < end && i < from + BEFORE; i++) {
        if (is_verb(t, i)) return from;
        if (!(lgm_notes_word(doc, i) & LGM_NOTES_EARLIER)) continue;
        uint32_t k = i + 1;
        if (k + 1 < end && !(lgm_notes_word(doc, k) & LGM_NOTES_VERSION)) k++;
        if (!(lgm_notes_word(doc, k) & LGM_NOTES_VERSION)) continue;
        if (!is(doc, k + 1, end, "of")) return labelled ? k + 1 : from;
        const uint32_t behind = this_text(doc, k + 2, end, LGM_NOTES_TEXT, labelled);
        return behind == k + 2 ? from : behind;
    }
    return from;
}

/* What was wrong of it: the verb, behind "incorrectly" whatever verb there is. */
static lgm_note_telling find_wrong(const lgm_trees *t, uint32_t from, uint32_t end, bool said)
{
    lgm_note_telling found = {LGM_NONE, 0, LGM_NOTE_CORRECTION};
    bool wrongly = false;
    for (uint32_t i = from; i < end && i < from + FAR; i++) {
        const uint32_t kinds = lgm_notes_word(t->doc, i);
        if ((kinds & LGM_NOTES_WRONG) && is_verb(t, i))
            return (lgm_note_telling){i, LGM_NOTES_WRONG, LGM_NOTE_CORRECTION};
        wrongly |= (kinds & LGM_NOTES_WRONGLY) != 0;
        if (found.verb == LGM_NONE && t->upos[i] == LGM_UPOS_VERB &&
            (wrongly || (said && (kinds & LGM_NOTES_SAID)))) {
            found.verb = i;
            found.how = kinds & LGM_NOTES_SAID ? LGM_NOTES_SAID : LGM_NOTES_WRONG;
            if (LGM_SLICE_IN(lgm_doc_lemma(t->doc, i), "publish", "post", "run", "send", "appear"))
                found.how = LGM_NOTES_EDIT; /* nothing of what it said */
        }
        if (found.verb != LGM_NONE && i > found.verb + 5) break;
        if ((kinds & LGM_NOTES_WRONGLY) && found.verb == LGM_NONE && t->upos[i] != LGM_UPOS_ADV)
            return (lgm_note_telling){i, LGM_NOTES_WRONG, LGM_NOTE_CORRECTION};
    }
    return found;
}

/* "To correct", "to clarify", "to include": what for. */
static lgm_note_kind purpose(const lgm_doc *doc, uint32_t verb, uint32_t end, lgm_note_kind kind)
{
    for (uint32_t i = verb + 1; i + 1 < end && i < verb + FAR; i++) {
        if (!is(doc, i, end, "to")) continue;
        const lgm_slice lemma = lgm_doc_lemma(doc, i + 1);
        if (LGM_SLICE_IN(lemma, "correct", "fix")) return LGM_NOTE_CORRECTION;
        if (LGM_SLICE_IN(lemma, "clarify", "make", "explain")) return LGM_NOTE_CLARIFICATION;
        if (kind == LGM_NOTE_CORRECTION && LGM_SLICE_IN(lemma, "add", "include", "incorporate"))
            return LGM_NOTE_UPDATE;
    }
    return kind;
}

static lgm_note_telling done(const lgm_doc *doc, uint32_t verb, uint32_t end, uint32_t kinds)
{
    lgm_note_kind kind = LGM_NOTE_UPDATE;
    uint32_t how = kinds & LGM_NOTES_DONE;
    if (kinds & (LGM_NOTES_CORRECT | LGM_NOTES_AMEND)) kind = LGM_NOTE_CORRECTION;
    if (kinds & LGM_NOTES_CLARIFY) kind = LGM_NOTE_CLARIFICATION;
    if (kinds & LGM_NOTES_RETRACT) kind = LGM_NOTE_RETRACTION;
    if (!(kinds & (LGM_NOTES_CORRECT | LGM_NOTES_RETRACT))) kind = purpose(doc, verb, end, kind);
    return (lgm_note_telling){verb, how, kind};
}

/* "Has been updated", "was amended on 3 May"; "will be updated" tells of no change. */
static lgm_note_telling find_done(const lgm_trees *t, uint32_t from, uint32_t end)
{
    const lgm_doc *const doc = t->doc;
    bool past = false;
    for (uint32_t i = from; i < end && i < from + 6; i++) {
        const uint32_t kinds = lgm_notes_word(doc, i);
        if (LGM_SLICE_IN(lgm_doc_form(doc, i), "has", "have", "was", "were", "had", "been")) {
            past = true;
        } else if (past && (kinds & LGM_NOTES_DONE) && t->upos[i] == LGM_UPOS_VERB) {
            const bool often = i + 1 < end && LGM_SLICE_IN(lgm_doc_form(doc, i + 1), "daily",
                                                           "regularly", "weekly", "hourly", "at");
            /* "Has been edited for length" */
            const bool to = is(doc, i + 1, end, "to") || is(doc, i + 1, end, "on");
            return often || ((kinds & LGM_NOTES_EDIT) && !to) ? NOTHING : done(doc, i, end, kinds);
        } else if (!LGM_SLICE_IN(lgm_doc_form(doc, i), "since", "also", "now", "later", "again",
                                 "subsequently", "further", ",")) {
            break;
        }
    }
    return NOTHING;
}

/* "This version corrects the day". */
static lgm_note_telling find_doing(const lgm_trees *t, uint32_t at, uint32_t end)
{
    const lgm_doc *const doc = t->doc;
    if (at >= end || !(lgm_notes_word(doc, at) & LGM_NOTES_OPENS)) return NOTHING;
    const lgm_slice form = lgm_doc_form(doc, at), lemma = lgm_doc_lemma(doc, at);
    const bool does = form.len > lemma.len && (form.ptr[form.len - 1] | 32) == 's';
    return does ? done(doc, at, end, lgm_notes_word(doc, at)) : NOTHING;
}

static lgm_note_telling of_this_text(const lgm_trees *t, uint32_t at, uint32_t end)
{
    const lgm_doc *const doc = t->doc;
    uint32_t behind = this_text(doc, at, end, LGM_NOTES_TEXT | LGM_NOTES_VERSION, false);
    if (behind == at) return NOTHING;
    if (is(doc, behind, end, "of")) {
        const uint32_t text = this_text(doc, behind + 1, end, LGM_NOTES_TEXT, true);
        behind = text == behind + 1 ? behind : text;
    }
    lgm_note_telling found = find_done(t, behind, end);
    if (found.verb == LGM_NONE) found = find_doing(t, behind, end);
    if (found.verb != LGM_NONE || behind >= end) return found;
    const uint32_t kinds = lgm_notes_word(doc, behind);
    if (kinds & LGM_NOTES_BEFORE)
        return find_wrong(t, behind + 1, behind + 4 < end ? behind + 4 : end, true);
    if (kinds & (LGM_NOTES_WRONG | LGM_NOTES_WRONGLY)) return find_wrong(t, behind, end, false);
    return NOTHING;
}

bool lgm_notes_is_bracket(const lgm_doc *doc, uint32_t token)
{
    if (token + 2 >= doc->n_tokens || !LGM_SLICE_IN(lgm_doc_form(doc, token), "(", "["))
        return false;
    const lgm_slice form = lgm_doc_form(doc, token + 1);
    if (!lgm_tree_is_capital(form) || (form.ptr[form.len - 1] | 32) != 's' ||
        !(lgm_notes_word(doc, token + 1) & LGM_NOTES_OPENS))
        return false;
    const uint32_t end = lgm_notes_paragraph_end_within(doc, token, BRACKET + 2);
    if (end > token + BRACKET || !(doc->tokens[token].flags & (LGM_TOK_PAR | LGM_TOK_LINE)))
        return false;
    for (uint32_t i = end; i-- > token && i + 3 > end;)
        if (LGM_SLICE_IN(lgm_doc_form(doc, i), ")", "]")) return true;
    return false;
}

/* "An article on Monday misstated ...", where a label stands before. */
static lgm_note_telling of_some_text(const lgm_trees *t, uint32_t at, uint32_t end)
{
    bool text = false;
    for (uint32_t i = at; i < end && i < at + FAR; i++) {
        const uint32_t kinds = lgm_notes_word(t->doc, i);
        text |= (kinds & LGM_NOTES_TEXT) != 0;
        if ((kinds & (LGM_NOTES_WRONG | LGM_NOTES_WRONGLY)) ||
            (text && (kinds & LGM_NOTES_SAID) && t->upos[i] == LGM_UPOS_VERB))
            return find_wrong(t, i, end, text);
    }
    return NOTHING;
}

lgm_note_telling lgm_notes_telling(const lgm_trees *t, lgm_tokspan s, bool labelled)
{
    const lgm_doc *const doc = t->doc;
    if (s.end > s.start + LGM_NOTES_LONGEST) s.end = s.start + LGM_NOTES_LONGEST;
    if (s.start >= s.end) return NOTHING;
    if (lgm_notes_is_bracket(doc, s.start))
        return done(doc, s.start + 1, s.end, lgm_notes_word(doc, s.start + 1));
    const uint32_t at = begin(t, s);
    if (at >= s.end || (doc->tokens[at].flags & LGM_TOK_QUOTED)) return NOTHING;
    const uint32_t behind = earlier_text(t, at, s.end, labelled);
    if (behind != at) return find_wrong(t, behind, s.end, true);
    const lgm_note_telling found = of_this_text(t, at, s.end);
    for (uint32_t i = found.verb; i < s.end && i < found.verb + FAR; i++) {
        if (!lgm_slice_eq(lgm_doc_form(doc, i), LGM_SLICE(":"))) continue;
        const uint32_t told = earlier_text(t, i + 1, s.end, true); /* "the following correction: an
                                                                       earlier version ..." */
        if (told != i + 1) return find_wrong(t, told, s.end, true);
    }
    if (found.verb != LGM_NONE || !labelled) return found;
    const lgm_note_telling doing = find_doing(t, at, s.end);
    return doing.verb != LGM_NONE ? doing : of_some_text(t, at, s.end);
}
