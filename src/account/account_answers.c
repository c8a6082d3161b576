/* account_answers.c - one after another, in the order of their questions. */
#include "account/account_answers.h"

#include "account/found_answers.h"

static const struct {
    const char *name, *words;
    char kind;
} questions[] = {
#define QUESTION(name, text, words, kind) {text, words, #kind[0]},
    LGM_ACCOUNT_QUESTIONS(QUESTION)
#undef QUESTION
        {NULL, NULL, 0}};

const char *lgm_account_question_name(lgm_account_question q)
{
    return questions[q].name;
}

const char *lgm_account_question_words(lgm_account_question q)
{
    return questions[q].words;
}

char lgm_account_question_kind(lgm_account_question q)
{
    return questions[q].kind;
}

const char *lgm_account_stance_name(lgm_account_stance stance)
{
    static const char *const names[] = {
#define STANCE(name, text) text,
        LGM_ACCOUNT_STANCES(STANCE)
#undef STANCE
    };
    return names[stance];
}

static void (*const finders[])(lgm_account_found *f) = {
    lgm_account_find_deeds,   lgm_account_find_figures,   lgm_account_find_parts,
    lgm_account_find_ages,    lgm_account_find_distances, lgm_account_find_suspects,
    lgm_account_find_parties, lgm_account_find_places,    lgm_account_find_days,
    lgm_account_find_causes,  lgm_account_find_charges};

lgm_status lgm_account_answers(lgm_account_list *out, const lgm_record *r, lgm_arena *arena,
                               lgm_err *err)
{
    lgm_account_text text;
    const lgm_status st = lgm_account_text_of(&text, r, arena, err);
    *out = (lgm_account_list){NULL, 0};
    if (st != LGM_OK || !text.n) return st;
    lgm_account_found f = {.text = &text, .arena = arena};
    for (size_t i = 0; i < sizeof finders / sizeof *finders && !f.failed; i++) finders[i](&f);
    if (f.failed) return lgm_arena_fail(arena, err);
    *out = (lgm_account_list){f.answers.at, f.answers.n};
    return LGM_OK;
}
