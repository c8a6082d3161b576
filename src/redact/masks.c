/* masks.c - see masks.h. */
#include "redact/masks.h"

#include <stdlib.h>
#include <string.h>

bool lgm_redact_covers(const lgm_redact_masks *list, uint32_t point)
{
    size_t low = 0, high = list ? list->n : 0;
    while (low < high) {
        const size_t mid = low + (high - low) / 2;
        if (list->at[mid].stop > point)
            high = mid;
        else
            low = mid + 1;
    }
    return list && low < list->n && list->at[low].point <= point;
}

static int by_place(const void *x, const void *y)
{
    const lgm_redact_mask *const a = x, *const b = y;
    if (a->at != b->at) return a->at < b->at ? -1 : 1;
    return a->len > b->len ? -1 : a->len < b->len;
}

/* In order, and none over another. */
static void settle(lgm_redact_masks *list)
{
    size_t kept = 0;
    if (list->n) qsort(list->at, list->n, sizeof *list->at, by_place);
    for (size_t i = 0; i < list->n; i++) {
        lgm_redact_mask *const last = kept ? &list->at[kept - 1] : NULL;
        const lgm_redact_mask m = list->at[i];
        if (!last || m.at >= last->at + last->len) {
            list->at[kept++] = m;
        } else if (m.at + m.len > last->at + last->len) {
            last->len = m.at + m.len - last->at;
            last->stop = m.stop;
        }
    }
    list->n = kept;
}

bool lgm_redact_mask_words(lgm_redact_names *n, lgm_arena *arena, lgm_str words, bool address,
                           lgm_redact_masks *out)
{
    lgm_redact_masker m = {.n = n, .arena = arena, .out = out};
    *out = (lgm_redact_masks){0};
    if (!n->people->names.n || !words.len) return true;
    if (!lgm_redact_words_of(&m.w, arena, words)) return false;
    if (!lgm_redact_mask_runs(&m) || !lgm_redact_mask_insides(&m, address)) return false;
    settle(out);
    return true;
}

/* The names of the text: those that must go, and those that stay. */
static bool add_mentions(const lgm_redact_masker *m, const lgm_entity *e, uint32_t person,
                         lgm_redact_masks *to)
{
    for (size_t i = 0; i < e->mentions.n; i++) {
        const lgm_entity_mention *const at = &e->mentions.at[i];
        size_t from, end;
        if (at->form != LGM_MENTION_NAME) continue;
        lgm_redact_span(m->n->people, at->start, at->end, &from, &end);
        if (from == end) continue;
        const lgm_redact_word *const a = &m->w.at[from], *const b = &m->w.at[end - 1];
        if (!lgm_vec_push(m->arena, to,
                          (lgm_redact_mask){a->at, b->at + b->len - a->at, a->point,
                                            b->point + b->n_points, person}))
            return false;
    }
    return true;
}

static bool split_mentions(lgm_redact_masker *m, lgm_redact_masks *must, lgm_redact_masks *keep)
{
    const lgm_redact_people *const p = m->n->people;
    for (uint32_t i = 0; i < p->record->entities.n; i++) {
        const uint32_t k = lgm_redact_person_of(p, i);
        const bool hidden = k != LGM_NONE && p->list.at[k].hidden;
        if (!hidden && !lgm_redact_stays(p, i)) continue;
        if (!add_mentions(m, &p->record->entities.at[i], k, hidden ? must : keep)) return false;
    }
    settle(must);
    settle(keep);
    return true;
}

/* A name of which no word is strong: all of it. */
static bool mask_rest(lgm_redact_masker *m, const lgm_redact_masks *must)
{
    const size_t n = m->out->n;
    for (size_t i = 0; i < must->n; i++) {
        bool done = false;
        size_t low = 0, high = n;
        while (low < high && !done) {
            const size_t mid = low + (high - low) / 2;
            const lgm_redact_mask *const k = &m->out->at[mid];
            if (k->stop <= must->at[i].point)
                low = mid + 1;
            else if (k->point >= must->at[i].stop)
                high = mid;
            else
                done = true;
        }
        if (!done && !lgm_vec_push(m->arena, m->out, must->at[i])) return false;
    }
    return true;
}

bool lgm_redact_mask_text(lgm_redact_names *n, lgm_redact_masks *out)
{
    const lgm_redact_people *const p = n->people;
    lgm_redact_masks must = {0}, keep = {0};
    lgm_redact_masker m = {
        .n = n, .arena = p->arena, .w = p->words, .must = &must, .keep = &keep, .out = out};
    *out = (lgm_redact_masks){0};
    if (!n->people->names.n) return true;
    if (!split_mentions(&m, &must, &keep) || !lgm_redact_mask_runs(&m)) return false;
    if (!lgm_redact_mask_insides(&m, false)) return false;
    settle(out);
    if (!mask_rest(&m, &must)) return false;
    settle(out);
    return true;
}
