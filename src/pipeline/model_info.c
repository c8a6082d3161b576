/* model_info.c - the public look at a model file. */
#include "legomena/model_info.h"

#include "base/json_in.h"
#include "pipeline/pipeline.h"

struct lgm_model_info {
    lgm_model *model;
    lgm_arena *arena; /* of the fields */
    LGM_VEC(lgm_card_field) fields;
    char *path;
    uint64_t size;
    char sha256[65];
};

static lgm_status hash_file(lgm_model_info *info, lgm_err *err)
{
    lgm_map map = {0};
    const lgm_status st = lgm_map_file(&map, info->path, err);
    if (st != LGM_OK) return st;
    uint8_t sha[32];
    lgm_sha256(map.data, map.len, sha);
    lgm_hex(sha, sizeof sha, info->sha256);
    info->size = map.len;
    lgm_map_close(&map);
    return LGM_OK;
}

static bool read_field(lgm_json_in *r, lgm_card_field *out)
{
    lgm_slice name, value;
    if (!lgm_json_member(r, &name)) return false;
    const bool text = lgm_json_peek(r) == '"';
    const char *const from = r->at;
    if (!(text ? lgm_json_read_str(r, &value) : lgm_json_skip(r))) return false;
    if (!text) value = (lgm_slice){from, (size_t)(r->at - from)};
    *out = (lgm_card_field){{name.ptr, name.len}, {value.ptr, value.len}};
    return true;
}

/* A card that is no JSON object has no fields; there is no other error but want of memory. */
static lgm_status read_card(lgm_model_info *info, lgm_err *err)
{
    const lgm_str card = lgm_model_info_card(info);
    const lgm_status st = lgm_arena_new(&info->arena, 0, err);
    if (st != LGM_OK || !card.ptr) return st;
    lgm_json_in r = {
        .start = card.ptr, .at = card.ptr, .end = card.ptr + card.len, .arena = info->arena};
    lgm_card_field field;
    lgm_json_enter(&r, '{');
    while (r.status == LGM_OK && read_field(&r, &field))
        if (!lgm_vec_push(info->arena, &info->fields, field))
            return lgm_arena_fail(info->arena, err);
    lgm_json_finish(&r);
    if (r.status != LGM_OK) info->fields.n = 0;
    return r.status == LGM_E_NOMEM ? lgm_arena_fail(info->arena, err) : LGM_OK;
}

lgm_status lgm_model_info_open(lgm_model_info **out, const char *model, const char *model_dir,
                               lgm_err *err)
{
    *out = NULL;
    lgm_model_info *info = lgm_calloc(1, sizeof *info);
    if (!info) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    lgm_status st = lgm_pipeline_find_model(&info->path, model, model_dir, err);
    if (st == LGM_OK) st = lgm_model_open(&info->model, info->path, err);
    if (st == LGM_OK) st = hash_file(info, err);
    if (st == LGM_OK) st = read_card(info, err);
    if (st == LGM_OK) {
        *out = info;
        info = NULL;
    }
    lgm_model_info_close(info);
    return st;
}

void lgm_model_info_close(lgm_model_info *info)
{
    if (!info) return;
    lgm_arena_free(info->arena);
    lgm_model_close(info->model);
    lgm_free(info->path);
    lgm_free(info);
}

const char *lgm_model_info_path(const lgm_model_info *info)
{
    return info->path;
}

const char *lgm_model_info_name(const lgm_model_info *info)
{
    return lgm_model_name(info->model);
}

const char *lgm_model_info_version(const lgm_model_info *info)
{
    return lgm_model_version(info->model);
}

uint64_t lgm_model_info_size(const lgm_model_info *info)
{
    return info->size;
}

const char *lgm_model_info_sha256(const lgm_model_info *info)
{
    return info->sha256;
}

lgm_str lgm_model_info_card(const lgm_model_info *info)
{
    const lgm_tensor *const t = lgm_model_find(info->model, "card.json");
    const bool text = t && t->dtype == LGM_DTYPE_U8;
    return text ? (lgm_str){t->data, (size_t)t->size_bytes} : (lgm_str){NULL, 0};
}

size_t lgm_model_info_card_fields(const lgm_model_info *info, const lgm_card_field **out)
{
    *out = info->fields.at;
    return info->fields.n;
}

size_t lgm_model_info_n_tensors(const lgm_model_info *info)
{
    return lgm_model_n_tensors(info->model);
}

static const char *type_name(lgm_dtype type)
{
    static const char *const names[] = {[LGM_DTYPE_I8] = "i8",
                                        [LGM_DTYPE_U8] = "u8",
                                        [LGM_DTYPE_I32] = "i32",
                                        [LGM_DTYPE_U32] = "u32",
                                        [LGM_DTYPE_F32] = "f32",
                                        [LGM_DTYPE_U64] = "u64",
                                        [LGM_DTYPE_PACKED] = "i8 packed",
                                        [LGM_DTYPE_U16] = "u16"};
    return (size_t)type < LGM_COUNT(names) && names[type] ? names[type] : "?";
}

lgm_status lgm_model_info_tensor(const lgm_model_info *info, size_t i, lgm_tensor_info *out)
{
    const lgm_tensor *const t = lgm_model_tensor(info->model, i);
    if (!t) return LGM_E_ARG;
    *out = (lgm_tensor_info){
        .name = t->name,
        .type = type_name(t->dtype),
        .rank = t->rank,
        .dims = {t->dims[0], t->dims[1], t->dims[2]},
        .size_bytes = t->size_bytes,
    };
    return LGM_OK;
}
