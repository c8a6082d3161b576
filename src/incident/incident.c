/* incident.c - binds the head to a model, and runs the parts of the room in order. */
#include "incident/incident.h"

#include <assert.h>

#include "incident/clues.h"
#include "incident/incident_net.h"
#include "nn/head.h"

static lgm_status table(const lgm_model *m, const char *name, uint32_t rows, uint32_t cols,
                        const float **out, lgm_err *err)
{
    const lgm_tensor *t = NULL;
    const lgm_status st = lgm_model_need(m, name, LGM_DTYPE_F32, rows, cols, 1, &t, err);
    if (st == LGM_OK) *out = t->data;
    return st;
}

static lgm_status bind_layers(lgm_incident_head *h, const lgm_model *m, lgm_err *err)
{
    const uint32_t w = h->width, n = LGM_INCIDENT_OUT;
    const struct {
        const char *name;
        uint32_t rows, cols;
        const float **to;
    } TABLES[] = {{"incident.clue", LGM_N_CLUES, 2 * w, &h->clue},
                  {"incident.wide", (LGM_INCIDENT_WIDE + 2) * w, w, &h->wide},
                  {"incident.wide.bias", w, 1, &h->wide_bias},
                  {"incident.sentence", w, w, &h->sentence},
                  {"incident.section", 2 * w, w, &h->section},
                  {"incident.out", w, n, &h->out},
                  {"incident.out.bias", n, 1, &h->out_bias},
                  {"incident.types", 2 * w, n, &h->types},
                  {"incident.types.bias", n, 1, &h->types_bias}};
    lgm_status st =
        lgm_nn_head_linear(m, "incident.near", (LGM_INCIDENT_NEAR + 2) * w, &h->near, err);
    for (size_t i = 0; i < LGM_COUNT(TABLES) && st == LGM_OK; i++)
        st = table(m, TABLES[i].name, TABLES[i].rows, TABLES[i].cols, TABLES[i].to, err);
    return st;
}

lgm_status lgm_incident_bind(lgm_incident_head *out, const lgm_model *model, lgm_err *err)
{
    *out = (lgm_incident_head){0};
    lgm_incident_head h = {.on = lgm_model_find(model, "incident.near") != NULL};
    if (!h.on) return LGM_OK;
    lgm_status st = lgm_nn_head_size(model, "incident.width", LGM_INCIDENT_WIDTH, &h.width, err);
    if (st == LGM_OK && h.width % 16 != 0)
        st = lgm_fail(err, LGM_E_CORRUPT, "config.incident.width is %u, not a multiple of 16",
                      h.width);
    if (st == LGM_OK) st = bind_layers(&h, model, err);
    if (st == LGM_OK) *out = h;
    return st;
}

/* What each word heads: a mention with its type, its entity. */
static bool index_mentions(lgm_incident_room *room)
{
    const lgm_doc *const doc = room->doc;
    room->mention_type = lgm_arena_calloc(room->scratch, doc->n_tokens, 1);
    room->entity = lgm_arena_alloc(room->scratch, (size_t)doc->n_tokens * sizeof *room->entity);
    const uint32_t *const owner = lgm_doc_name_owners(doc, room->scratch);
    if (!room->mention_type || !room->entity || (doc->n_names && !owner)) return false;
    for (uint32_t i = 0; i < doc->n_tokens; i++) room->entity[i] = LGM_NONE;
    for (uint32_t i = 0; i < doc->n_names; i++)
        for (uint32_t w = doc->names[i].tokens.start; w < doc->names[i].tokens.end; w++)
            room->entity[w] = owner[i];
    for (uint32_t i = 0; i < doc->n_mentions; i++) {
        const lgm_doc_mention *const m = &doc->mentions[i];
        room->mention_type[m->head] = (uint8_t)(1 + m->type);
        if (room->entity[m->head] == LGM_NONE) room->entity[m->head] = m->entity;
    }
    return true;
}

bool lgm_incident_find_by_rules(lgm_incident_room *room)
{
    lgm_incident_find_triggers(room);
    if (room->failed) return false;
    if (room->triggers.n == 0) return true;
    if (!index_mentions(room)) return false;
    lgm_incident_find_partners(room);
    if (!room->failed) lgm_incident_find_perpetrators(room);
    return !room->failed;
}

lgm_status lgm_incident_run(const lgm_incident_head *head, const lgm_kernels *kernels,
                            const lgm_trees *trees, lgm_arena *scratch, lgm_doc *doc, lgm_err *err)
{
    if (doc->n_tokens == 0) return LGM_OK;
    assert(scratch != doc->arena && doc->n_sents > 0);
    lgm_status st = head->on ? lgm_nn_head_fits(&head->near, doc, err) : LGM_OK;
    if (st != LGM_OK) return st;
    const lgm_arena_mark mark = lgm_arena_save(scratch);
    lgm_incident_room room = {.trees = trees, .doc = doc, .scratch = scratch};
    bool ok = lgm_incident_find_by_rules(&room);
    if (ok && room.triggers.n > 0) {
        if (head->on) lgm_incident_find_by_head(&room, head, kernels);
        if (!room.failed) lgm_incident_group(&room);
        if (!room.failed) room.failed = !lgm_incident_index_claims(&room);
        if (!room.failed) lgm_incident_find_blame(&room);
        ok = !room.failed && lgm_incident_write(&room, doc);
    }
    if (!ok) st = lgm_nn_head_spent(scratch, doc->arena, err);
    lgm_arena_rewind(scratch, mark);
    return st;
}
