/* report.c - text, description and hashes of a report. */
#include "read/report.h"

#include <string.h>

#include "about/about.h"
#include "read/c2pa.h"
#include "read/decode.h"
#include "about/language.h"
#include "read/paragraphs.h"
#include "read/layout.h"
#include "read/when.h"

static lgm_status add_warnings(lgm_doc *doc, const char *field, const lgm_decoded *d, lgm_err *err)
{
    for (size_t i = 0; i < d->n_warnings; i++) {
        const lgm_status st =
            lgm_doc_warn(doc, err, "%s%s%s", field ? field : "", field ? ": " : "", d->warning[i]);
        if (st != LGM_OK) return st;
    }
    return LGM_OK;
}

/* An empty string says as little as none: both are unknown. */
static lgm_status fill_field(lgm_doc *doc, lgm_slice *to, const char *name, const char *value,
                             lgm_err *err)
{
    *to = (lgm_slice){0};
    if (!value || !*value) return LGM_OK;
    lgm_decoded d;
    const lgm_status st = lgm_read_decode(doc->arena, value, strlen(value), &d, err);
    if (st != LGM_OK) return st;
    if (d.text.len) *to = d.text;
    return add_warnings(doc, name, &d, err);
}

static lgm_status add_source_warnings(lgm_doc *doc, const char *lines, lgm_err *err)
{
    while (lines && *lines) {
        const int len = (int)strcspn(lines, "\n");
        const lgm_status st = lgm_doc_warn(doc, err, "%.*s", len, lines);
        if (st != LGM_OK) return st;
        lines += len + (lines[len] == '\n');
    }
    return LGM_OK;
}

/* The words of a slice with one blank between them. */
static lgm_status set_words(lgm_doc *doc, lgm_slice *to, lgm_slice words, lgm_err *err)
{
    char *const copy = lgm_arena_alloc(doc->arena, words.len + 1);
    size_t n = 0;
    if (!copy) return lgm_arena_fail(doc->arena, err);
    for (size_t i = 0; i < words.len; i++) {
        const bool blank = strchr(" \t\n", words.ptr[i]) != NULL;
        if (!blank || (n && copy[n - 1] != ' ')) copy[n++] = blank ? ' ' : words.ptr[i];
    }
    copy[n] = 0;
    *to = (lgm_slice){copy, n};
    return LGM_OK;
}

/* What nobody gave is taken from the text, where it is sure. */
static lgm_status fill_from_text(lgm_doc *doc, lgm_err *err)
{
    lgm_about about;
    lgm_status st = LGM_OK;
    lgm_about_text(doc->text, &about);
    if (!doc->title.ptr && about.title.ptr) st = set_words(doc, &doc->title, about.title, err);
    if (st == LGM_OK && !doc->byline.ptr && about.byline.ptr)
        st = set_words(doc, &doc->byline, about.byline, err);
    if (st == LGM_OK && !doc->agency.ptr && about.agency.ptr)
        st = set_words(doc, &doc->agency, about.agency, err);
    return st == LGM_OK ? lgm_read_when_from_text(doc, &about, err) : st;
}

static lgm_status fill_language(lgm_doc *doc, lgm_err *err)
{
    lgm_language l;
    const lgm_status st = lgm_about_language(doc->text, &l, err);
    if (st != LGM_OK) return st;
    if (l.code) doc->lang = (lgm_slice){l.code, strlen(l.code)};
    if (!l.code || strcmp(l.code, "en") == 0)
        return lgm_read_foreign_paragraphs(doc->arena, doc->text, &doc->foreign, err);
    return lgm_doc_warn(doc, err,
                        "the text is %s, not English: it is read with --force only, and badly",
                        l.name);
}

static lgm_status fill_hashes(lgm_doc *doc, const lgm_input *in, lgm_err *err)
{
    const void *const raw = in->raw ? (const void *)in->raw : in->text;
    const size_t raw_len = in->raw ? in->raw_len : in->len;
    lgm_sha256(doc->text.ptr, doc->text.len, doc->sha256);
    if (!in->raw && in->raw_sha256)
        memcpy(doc->raw_sha256, in->raw_sha256, sizeof doc->raw_sha256);
    else if (raw_len == doc->text.len && (raw_len == 0 || memcmp(raw, doc->text.ptr, raw_len) == 0))
        memcpy(doc->raw_sha256, doc->sha256, sizeof doc->sha256);
    else
        lgm_sha256(raw, raw_len, doc->raw_sha256);
    if (doc->id.ptr) return LGM_OK;

    char hex[17];
    lgm_hex(doc->sha256, 8, hex);
    doc->id = (lgm_slice){lgm_arena_strndup(doc->arena, hex, 16), 16};
    return doc->id.ptr ? LGM_OK : lgm_arena_fail(doc->arena, err);
}

lgm_status lgm_read_report_fill(lgm_doc *doc, const lgm_input *in, lgm_err *err)
{
    lgm_decoded d = {.text = {in->text, in->len}};
    lgm_status st = LGM_OK;
    if (in->len == 0 || !lgm_read_decode_plain(in->text, in->len))
        st = lgm_read_decode(doc->arena, in->text, in->len, &d, err);
    if (st != LGM_OK) return st;
    doc->text = d.text;
    st = add_source_warnings(doc, in->warning, err);
    if (st == LGM_OK) st = add_warnings(doc, NULL, &d, err);
#define FILL(field)                                                                                \
    if (st == LGM_OK) st = fill_field(doc, &doc->field, #field, in->field, err);
    LGM_INPUT_FIELDS(FILL)
#undef FILL
    if (st == LGM_OK) st = fill_field(doc, &doc->file, "file", in->file, err);
    if (st == LGM_OK) st = fill_field(doc, &doc->member, "member", in->member, err);
    if (st == LGM_OK) st = fill_field(doc, &doc->date_source, "date_source", in->date_source, err);
    doc->line = in->line;
    doc->at = in->at;
    if (st == LGM_OK) st = lgm_read_layout_fill(doc, in, err);
    if (st == LGM_OK) st = lgm_read_when_given(doc, err);
    if (st == LGM_OK) st = fill_from_text(doc, err);
    if (st == LGM_OK) st = fill_language(doc, err);
    if (st == LGM_OK) st = lgm_read_manifests(doc->arena, doc->text, &doc->manifests, err);
    return st == LGM_OK ? fill_hashes(doc, in, err) : st;
}
