/* runs.c - words of hidden names, one behind the other. */
#include <string.h>

#include "redact/masks.h"

/* "Dankos" too: the family. */
static const lgm_redact_entry *entry_at(const lgm_redact_masker *m, size_t i)
{
    char key[LGM_REDACT_KEY];
    lgm_str s = {key, lgm_redact_key(lgm_redact_word_text(&m->w, i), key)};
    const lgm_redact_entry *const e = lgm_redact_find(m->n->people, s);
    if (e || s.len < 3 || key[s.len - 1] != 's' || !m->w.at[i].capital) return e;
    s.len--;
    return lgm_redact_find(m->n->people, s);
}

/* Words of a kept name that begin at i; 0 = none. */
static size_t kept_at(const lgm_redact_masker *m, size_t i)
{
    size_t longest = 0;
    for (size_t k = 0; k < m->n->kept.n; k++) {
        const lgm_redact_parts *const parts = &m->n->kept.at[k].parts;
        size_t j = 0;
        for (; j < parts->n && i + j < m->w.n; j++) {
            char key[LGM_REDACT_KEY];
            const lgm_str s = {key, lgm_redact_key(lgm_redact_word_text(&m->w, i + j), key)};
            if (s.len != parts->at[j].key.len || memcmp(key, parts->at[j].key.ptr, s.len) != 0)
                break;
        }
        if (j == parts->n && j > longest) longest = j;
    }
    return longest;
}

#define EACH(k, e) (const lgm_redact_entry *k = (e); k; k = lgm_redact_next(m->n->people, k))

static bool share_person(const lgm_redact_masker *m, const lgm_redact_entry *a,
                         const lgm_redact_entry *b)
{
    while (a && b && a->person != b->person) /* both in order of persons */
        if (a->person < b->person)
            a = lgm_redact_next(m->n->people, a);
        else
            b = lgm_redact_next(m->n->people, b);
    return a && b;
}

/* Does word i go on the name of the word before? A period stands behind an initial alone. */
static bool joins(const lgm_redact_masker *m, size_t i)
{
    const lgm_str gap = lgm_redact_gap(&m->w, i);
    size_t lines = 0;
    for (size_t k = 0; k < gap.len; k++) lines += gap.ptr[k] == '\n';
    if (lines > 1 || lgm_redact_gap_has(gap, ",;:()!?/|")) return false;
    if (lgm_redact_gap_has(gap, ".") && m->w.at[i - 1].n_points > 1) return false;
    return share_person(m, entry_at(m, i - 1), entry_at(m, i));
}

static bool is_strong(const lgm_redact_masker *m, size_t i, const lgm_redact_entry *e)
{
    for
        EACH(k, e)
    if (k->part.strong && (m->w.at[i].capital || !k->part.ordinary)) return true;
    return lgm_redact_covers(m->must, m->w.at[i].point);
}

/* The person who has most of the words; the first of several. */
static uint32_t whose(const lgm_redact_masker *m, size_t from, size_t end)
{
    uint32_t *const counts = m->n->counts;
    uint32_t best = LGM_NONE, most = 0;
    for (size_t i = from; i < end; i++)
        for
            EACH(k, entry_at(m, i)) counts[k->person]++;
    for (size_t i = from; i < end; i++)
        for
            EACH(k, entry_at(m, i))
    if (counts[k->person] > most) most = counts[best = k->person];
    for (size_t i = from; i < end; i++)
        for
            EACH(k, entry_at(m, i)) counts[k->person] = 0;
    return best;
}

static bool push(const lgm_redact_masker *m, size_t from, size_t end, uint32_t person)
{
    const lgm_redact_word *const a = &m->w.at[from], *const b = &m->w.at[end - 1];
    return lgm_vec_push(m->arena, m->out,
                        (lgm_redact_mask){.at = a->at,
                                          .len = b->at + b->len - a->at,
                                          .point = a->point,
                                          .stop = b->point + b->n_points,
                                          .person = person});
}

static bool is_weak(const lgm_redact_masker *m, size_t i)
{
    return !m->w.at[i].capital && lgm_redact_kinds(&m->w, i, 1) & LGM_REDACT_PARTICLE;
}

static bool is_kept(const lgm_redact_masker *m, size_t i)
{
    return lgm_redact_covers(m->keep, m->w.at[i].point) &&
           !lgm_redact_covers(m->must, m->w.at[i].point);
}

bool lgm_redact_mask_runs(lgm_redact_masker *m)
{
    size_t end;
    for (size_t i = 0; i < m->w.n; i = end) {
        bool strong = false;
        end = i + 1;
        const size_t kept = m->n->kept.n ? kept_at(m, i) : 0;
        if (kept) end = i + kept;
        if (kept || is_kept(m, i)) continue;
        end = i;
        for (const lgm_redact_entry *e; end < m->w.n && (e = entry_at(m, end)); end++) {
            if (end > i && (!joins(m, end) || is_kept(m, end) || (m->n->kept.n && kept_at(m, end))))
                break;
            strong |= is_strong(m, end, e);
        }
        size_t from = i, to = end;
        if (end == i) end++;
        if (!strong) continue;
        while (from < to && is_weak(m, from)) from++;
        while (to > from && is_weak(m, to - 1)) to--;
        if (from < to && !push(m, from, to, whose(m, from, to))) return false;
    }
    return true;
}
