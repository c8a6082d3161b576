/* replaced.c - see replaced.h. */
#include "account/replaced.h"

bool lgm_account_is_wrong(const lgm_record *r, lgm_cpspan span)
{
    for (size_t i = 0; i < r->notes.n; i++) {
        const lgm_spans was = r->notes.at[i].was;
        for (size_t k = 0; k < was.n; k++)
            if (was.at[k].start <= span.start && span.end <= was.at[k].end) return true;
    }
    return false;
}

const lgm_account_said *lgm_account_replaces(const lgm_account_field *f, uint32_t a, uint32_t b)
{
    const lgm_account_answer *const before = f->at[a].answer;
    for (size_t i = 0; i < f->at[b].said.n; i++) {
        const lgm_account_said *const s = &f->at[b].said.at[i];
        const lgm_record *const r = f->told[s->report].record;
        const uint32_t now = s->answer->figure;
        if (now == LGM_NONE || r->figures.at[now].revised_from == LGM_NONE) continue;
        const lgm_figure *const was = &r->figures.at[r->figures.at[now].revised_from];
        if (was->value == before->value && was->upper == before->upper &&
            was->relation == before->relation)
            return s;
    }
    return NULL;
}
