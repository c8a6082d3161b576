/* accounts_view.c - what accounts of a story are shown of: see accounts_page.h. */
#include <stdlib.h>

#include "accounts_page.h"

lgm_status accounts_view_open(accounts_view *v, const story_facts *f, lgm_err *err)
{
    lgm_accounts *accounts;
    lgm_told *const told = story_facts_told(f);
    *v = (accounts_view){.facts = f, .question = LGM_ACCOUNT_N};
    if (!told) return LGM_E_NOMEM;
    v->told = told;
    const lgm_status st = lgm_accounts_of(&accounts, told, f->story->n, err);
    if (st == LGM_OK) v->accounts = accounts;
    return st;
}

void accounts_view_close(accounts_view *v)
{
    lgm_accounts_free((lgm_accounts *)v->accounts);
    free((lgm_told *)v->told);
}
