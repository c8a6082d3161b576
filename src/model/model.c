/* model.c - opens model files, finds tensors, labels and numbers in them. */
#include "model/model.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "model/check.h"

enum { NAME = 64, MAX_CARD = 255 };

typedef struct label_table {
    const char *what; /* the name of the tensor behind "labels." */
    lgm_labels labels;
} label_table;

struct lgm_model {
    lgm_arena *arena; /* all that is built at open; the model is read-only from then on */
    lgm_map map;      /* empty where the bytes are the caller's */
    const char *what; /* for messages */
    lgm_tensor *tensors;
    uint32_t n_tensors;
    label_table *tables;
    size_t n_tables;
    const char *name, *version;
};

/* ---- lookup ---------------------------------------------------------------------------------- */

size_t lgm_model_n_tensors(const lgm_model *m) { return m->n_tensors; }

const lgm_tensor *lgm_model_tensor(const lgm_model *m, size_t i)
{
    return i < m->n_tensors ? &m->tensors[i] : NULL;
}

const lgm_tensor *lgm_model_find(const lgm_model *m, const char *name)
{
    size_t lo = 0, hi = m->n_tensors;
    while (lo < hi) {
        const size_t mid = lo + (hi - lo) / 2;
        const int order = strcmp(m->tensors[mid].name, name);
        if (order == 0) return &m->tensors[mid];
        if (order < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    return NULL;
}

static bool dim_fits(uint32_t dim, uint32_t wanted) { return wanted == 0 || dim == wanted; }

lgm_status lgm_model_need(const lgm_model *m, const char *name, lgm_dtype dtype, uint32_t d0,
                          uint32_t d1, uint32_t d2, const lgm_tensor **out, lgm_err *err)
{
    const lgm_tensor *const t = lgm_model_find(m, name);
    *out = NULL;
    if (!t) return lgm_fail(err, LGM_E_NOTFOUND, "%s: no tensor %s in this model", m->what, name);
    if (t->dtype != dtype)
        return lgm_fail(err, LGM_E_CORRUPT, "%s: tensor %s is of type %d, should be %d", m->what,
                        name, (int)t->dtype, (int)dtype);
    if (!dim_fits(t->dims[0], d0) || !dim_fits(t->dims[1], d1) || !dim_fits(t->dims[2], d2))
        return lgm_fail(err, LGM_E_CORRUPT, "%s: tensor %s is [%u][%u][%u], should be [%u][%u][%u]",
                        m->what, name, t->dims[0], t->dims[1], t->dims[2], d0, d1, d2);
    *out = t;
    return LGM_OK;
}

/* What check_packed has proved to be there. */
static const void *companion(const lgm_model *m, const char *name, const char *suffix)
{
    char full[NAME + 8];
    snprintf(full, sizeof full, "%s%s", name, suffix);
    const lgm_tensor *const t = lgm_model_find(m, full);
    assert(t);
    return t->data;
}

lgm_status lgm_model_linear(const lgm_model *m, const char *name, uint32_t n_out, uint32_t n_in,
                            lgm_linear *out, lgm_err *err)
{
    *out = (lgm_linear){0};
    const lgm_tensor *t;
    const lgm_status st = lgm_model_need(m, name, LGM_DTYPE_PACKED, 0, 0, 1, &t, err);
    if (st != LGM_OK) return st;
    const uint32_t *const shape = companion(m, t->name, ".shape");
    if (!dim_fits(shape[0], n_out) || !dim_fits(shape[1], n_in))
        return lgm_fail(err, LGM_E_CORRUPT,
                        "%s: layer %s has %u outputs of %u inputs, should be %u of %u", m->what,
                        name, shape[0], shape[1], n_out, n_in);
    *out = (lgm_linear){.w = t->data,
                        .scale = companion(m, t->name, ".scale"),
                        .bias = companion(m, t->name, ".bias"),
                        .sum = companion(m, t->name, ".sum"),
                        .n_out = shape[0],
                        .n_in = shape[1],
                        .n_pad = t->dims[0],
                        .k_pad = t->dims[1]};
    return LGM_OK;
}

lgm_status lgm_model_labels(const lgm_model *m, const char *what, lgm_labels *out, lgm_err *err)
{
    *out = (lgm_labels){0};
    for (size_t i = 0; i < m->n_tables; i++) {
        if (strcmp(m->tables[i].what, what) != 0) continue;
        *out = m->tables[i].labels;
        return LGM_OK;
    }
    return lgm_fail(err, LGM_E_NOTFOUND, "%s: no labels.%s in this model", m->what, what);
}

lgm_status lgm_model_number(const lgm_model *m, const char *what, float *out, lgm_err *err)
{
    char name[NAME];
    *out = 0;
    const int n = snprintf(name, sizeof name, "config.%s", what);
    if (n < 0 || (size_t)n >= sizeof name)
        return lgm_fail(err, LGM_E_NOTFOUND, "%s: no config.%s in this model", m->what, what);
    const lgm_tensor *t;
    const lgm_status st = lgm_model_need(m, name, LGM_DTYPE_F32, 1, 1, 1, &t, err);
    if (st == LGM_OK) *out = *(const float *)t->data;
    return st;
}

const char *lgm_model_what(const lgm_model *m) { return m->what; }
const char *lgm_model_name(const lgm_model *m) { return m->name; }
const char *lgm_model_version(const lgm_model *m) { return m->version; }

/* ---- text ------------------------------------------------------------------------------------ */

/* A copy of the tensor's bytes: valid UTF-8, no control characters but newlines where allowed. */
static lgm_status copy_text(lgm_model *m, const lgm_tensor *t, bool lines, char **out, lgm_err *err)
{
    const char *const s = t->data;
    const size_t len = (size_t)t->size_bytes;
    *out = NULL;
    if (t->dtype != LGM_DTYPE_U8 || t->rank != 1 || lgm_utf8_valid(s, len) != len)
        return lgm_fail(err, LGM_E_CORRUPT, "%s: tensor %s: not text", m->what, t->name);
    for (size_t i = 0; i < len; i++) {
        const uint8_t c = (uint8_t)s[i];
        if ((c < ' ' && !(lines && c == '\n')) || c == 127)
            return lgm_fail(err, LGM_E_CORRUPT, "%s: tensor %s: a control character", m->what,
                            t->name);
    }
    *out = lgm_arena_strndup(m->arena, s, len);
    return *out ? LGM_OK : lgm_arena_fail(m->arena, err);
}

static lgm_status split_labels(lgm_model *m, const lgm_tensor *t, label_table *out, lgm_err *err)
{
    char *text;
    const lgm_status st = copy_text(m, t, true, &text, err);
    if (st != LGM_OK) return st;

    const size_t len = (size_t)t->size_bytes;
    uint32_t n = 0;
    for (size_t i = 0; i < len; i++) n += text[i] == '\n';
    const char **const at = lgm_arena_calloc(m->arena, n, sizeof *at);
    if (!at && n > 0) return lgm_arena_fail(m->arena, err);

    n = 0;
    char *line = text;
    for (size_t i = 0; i < len; i++) {
        if (text[i] != '\n') continue;
        text[i] = 0;
        if (!*line)
            return lgm_fail(err, LGM_E_CORRUPT, "%s: tensor %s: an empty label", m->what, t->name);
        at[n++] = line;
        line = text + i + 1;
    }
    if (n == 0 || line != text + len)
        return lgm_fail(err, LGM_E_CORRUPT, "%s: tensor %s: the last label is cut", m->what,
                        t->name);
    *out = (label_table){t->name + strlen("labels."), {at, n}};
    return LGM_OK;
}

static lgm_status build_tables(lgm_model *m, lgm_err *err)
{
    size_t n = 0;
    for (uint32_t i = 0; i < m->n_tensors; i++) n += strncmp(m->tensors[i].name, "labels.", 7) == 0;
    if (n == 0) return LGM_OK;
    m->tables = lgm_arena_calloc(m->arena, n, sizeof *m->tables);
    if (!m->tables) return lgm_arena_fail(m->arena, err);
    for (uint32_t i = 0; i < m->n_tensors; i++) {
        if (strncmp(m->tensors[i].name, "labels.", 7) != 0) continue;
        const lgm_status st = split_labels(m, &m->tensors[i], &m->tables[m->n_tables], err);
        if (st != LGM_OK) return st;
        m->n_tables++;
    }
    return LGM_OK;
}

static lgm_status card_field(lgm_model *m, const char *name, const char **out, lgm_err *err)
{
    const lgm_tensor *const t = lgm_model_find(m, name);
    *out = "";
    if (!t) return LGM_OK;
    if (t->size_bytes > MAX_CARD)
        return lgm_fail(err, LGM_E_CORRUPT, "%s: tensor %s: longer than %d bytes", m->what, name,
                        MAX_CARD);
    char *text;
    const lgm_status st = copy_text(m, t, false, &text, err);
    if (st == LGM_OK) *out = text;
    return st;
}

/* ---- open and close -------------------------------------------------------------------------- */

static lgm_status bind(lgm_model *m, const uint8_t *data, size_t len, lgm_err *err)
{
    uint32_t n;
    lgm_status st = lgm_model_check_header(data, len, m->what, &n, err);
    if (st != LGM_OK) return st;
    m->tensors = lgm_arena_calloc(m->arena, n, sizeof *m->tensors);
    if (!m->tensors) return lgm_arena_fail(m->arena, err);
    st = lgm_model_check_tensors(data, len, m->what, n, m->tensors, err);
    if (st != LGM_OK) return st;
    m->n_tensors = n;

    st = lgm_model_check_values(m, m->what, err);
    if (st == LGM_OK) st = build_tables(m, err);
    if (st == LGM_OK) st = card_field(m, "card.name", &m->name, err);
    if (st == LGM_OK) st = card_field(m, "card.version", &m->version, err);
    return st;
}

lgm_status lgm_model_open_bytes(lgm_model **out, const void *data, size_t len, const char *what,
                                lgm_err *err)
{
    lgm_arena *arena;
    *out = NULL;
    assert((uintptr_t)data % 64 == 0);
    lgm_status st = lgm_arena_new(&arena, 0, err);
    if (st != LGM_OK) return st;

    lgm_model *const m = lgm_arena_calloc(arena, 1, sizeof *m);
    char *const name = lgm_arena_strndup(arena, what, strlen(what));
    if (!m || !name) {
        st = lgm_arena_fail(arena, err);
    } else {
        m->arena = arena;
        m->what = name;
        st = bind(m, data, len, err);
    }
    if (st == LGM_OK)
        *out = m;
    else
        lgm_arena_free(arena);
    return st;
}

lgm_status lgm_model_open(lgm_model **out, const char *path, lgm_err *err)
{
    lgm_map map = {0};
    *out = NULL;
    lgm_status st = lgm_map_file(&map, path, err);
    if (st == LGM_OK) st = lgm_model_open_bytes(out, map.data, map.len, path, err);
    if (st == LGM_OK)
        (*out)->map = map;
    else
        lgm_map_close(&map);
    return st;
}

void lgm_model_close(lgm_model *m)
{
    if (!m) return;
    lgm_map map = m->map;
    lgm_arena_free(m->arena); /* m is in it */
    lgm_map_close(&map);
}
