/* redact.c - the public functions of legomena/redact.h. */
#include "legomena/redact.h"

#include <string.h>

#include "record/record_value.h"
#include "redact/rewrite.h"

struct lgm_redaction {
    lgm_arena *arena;
    const lgm_record *record;
    lgm_redact_people people;
    lgm_redact_names names;
};

const char *lgm_hidden_kind_name(lgm_hidden_kind kind)
{
#define HIDDEN_NAME(name, text) text,
    static const char *const names[] = {LGM_HIDDEN_KINDS(HIDDEN_NAME)};
#undef HIDDEN_NAME
    return (unsigned)kind < LGM_HIDDEN_N ? names[kind] : NULL;
}

lgm_status lgm_redaction_new(lgm_redaction **out, const lgm_record *record, lgm_err *err)
{
    lgm_arena *arena;
    *out = NULL;
    lgm_status st = lgm_arena_new(&arena, 0, err);
    if (st != LGM_OK) return st;
    lgm_redaction *const r = lgm_arena_calloc(arena, 1, sizeof *r);
    if (r) {
        r->arena = arena;
        r->record = record;
    }
    if (!r || !lgm_redact_find_people(&r->people, arena, record) ||
        !lgm_redact_names_of(&r->names, &r->people)) {
        st = lgm_arena_fail(arena, err);
        lgm_arena_free(arena);
        return st;
    }
    *out = r;
    return LGM_OK;
}

void lgm_redaction_free(lgm_redaction *r)
{
    if (r) lgm_arena_free(r->arena);
}

/* ---- text in which names were not looked for ---- */

static bool was_read(const lgm_record *r)
{
    return r->model && r->sentences.n > 0;
}

static lgm_status without_text(lgm_record **out, const lgm_record *from, lgm_err *err)
{
    static const char why[] = "redacted: the text and the title are left out, since no names could "
                              "be looked for in them";
    lgm_record *r;
    lgm_status st = lgm_record_new(&r, err);
    if (st != LGM_OK) return st;
    lgm_str *const warnings = lgm_arena_calloc(r->arena, 1, sizeof *warnings);
    char *const id = lgm_arena_strndup(r->arena, from->id.ptr, from->id.len);
    char *const lang = lgm_arena_strndup(r->arena, from->lang.ptr, from->lang.len);
    char *const date = lgm_arena_strndup(r->arena, from->date.ptr, from->date.len);
    if (warnings && id && lang && date) {
        *warnings = (lgm_str){why, sizeof why - 1};
        r->id = (lgm_str){id, from->id.len};
        if (from->lang.ptr) r->lang = (lgm_str){lang, from->lang.len};
        if (from->date.ptr) r->date = (lgm_str){date, from->date.len};
        r->engine = (lgm_str){LGM_VERSION, sizeof LGM_VERSION - 1};
        r->text = (lgm_str){"", 0};
        memcpy(r->raw_sha256, from->raw_sha256, sizeof r->raw_sha256);
        r->extraction = -1;
        r->warnings.at = warnings;
        r->warnings.n = 1;
        lgm_sha256("", 0, r->sha256);
        st = lgm_record_index_text(r, err);
    } else {
        st = lgm_arena_fail(r->arena, err);
    }
    if (st == LGM_OK)
        *out = r;
    else
        lgm_record_free(r);
    return st;
}

/* ---- what is shown ---- */

lgm_status lgm_redaction_record(lgm_redaction *r, lgm_record **out, lgm_err *err)
{
    *out = NULL;
    if (!was_read(r->record)) return without_text(out, r->record, err);
    return lgm_redact_rewrite(out, &r->names, err);
}

lgm_status lgm_redaction_words(lgm_redaction *r, lgm_str words, char **out, size_t *len,
                               lgm_err *err)
{
    const lgm_arena_mark mark = lgm_arena_save(r->arena);
    lgm_redact_masks masks;
    lgm_buf b = {0};
    *out = NULL;
    if (!was_read(r->record)) words.len = 0;
    if (!lgm_redact_mask_words(&r->names, r->arena, words, false, &masks))
        return lgm_arena_fail(r->arena, err);
    lgm_redact_put(&b, &r->names, words, &masks);
    lgm_arena_rewind(r->arena, mark);
    return lgm_buf_take(&b, out, len, err);
}

const char *lgm_redaction_of(const lgm_redaction *r, uint32_t entity)
{
    const uint32_t k = lgm_redact_person_of(&r->people, entity);
    return k != LGM_NONE && r->people.list.at[k].hidden ? r->people.list.at[k].placeholder : NULL;
}

/* Out of memory it is hidden. */
int lgm_redaction_hides(lgm_redaction *r, uint32_t entity)
{
    if (!was_read(r->record) || entity >= r->record->entities.n) return 1;
    if (lgm_redaction_of(r, entity)) return 1;
    if (lgm_redact_stays(&r->people, entity)) return 0;
    const lgm_arena_mark mark = lgm_arena_save(r->arena);
    lgm_redact_masks masks;
    const bool ok = lgm_redact_mask_words(&r->names, r->arena, r->record->entities.at[entity].name,
                                          false, &masks);
    const int hidden = !ok || masks.n > 0;
    lgm_arena_rewind(r->arena, mark);
    return hidden;
}

lgm_status lgm_redact(lgm_record **out, const lgm_record *record, lgm_err *err)
{
    lgm_redaction *r;
    *out = NULL;
    lgm_status st = lgm_redaction_new(&r, record, err);
    if (st != LGM_OK) return st;
    st = lgm_redaction_record(r, out, err);
    lgm_redaction_free(r);
    return st;
}
