/*
 * obsidian.c - notes for Obsidian: one for each report, and one for each claim, which link to one
 * another and to whoever speaks. What is known stands in front matter (YAML; each value is a string
 * of JSON, which YAML reads).
 */
#include <stdio.h>

#include "export/exporting.h"

static void property(lgm_buf *b, const char *name, lgm_str value)
{
    lgm_json w = {.out = b};
    if (!value.len) return;
    lgm_buf_puts(b, name);
    lgm_buf_puts(b, ": ");
    lgm_json_str(&w, lgm_export_slice(value));
    lgm_buf_putc(b, '\n');
}

static void named(lgm_buf *b, const char *name, const char *value)
{
    if (value) property(b, name, (lgm_str){value, __builtin_strlen(value)});
}

/* A name can be the name of a note, without what links and file systems keep for themselves. */
static void put_link(lgm_buf *b, lgm_slice name)
{
    lgm_buf plain = {0};
    lgm_buf_words(&plain, name);
    lgm_buf_puts(b, "[[");
    for (size_t i = 0; i < plain.len; i++) {
        const char c = plain.at[i];
        const bool kept = c == '[' || c == ']' || c == '|' || c == '#' || c == '^' || c == '\\' ||
                          c == '/' || c == ':' || c == '"' || c == '*' || c == '?' || c == '<' ||
                          c == '>';
        lgm_buf_putc(b, kept ? '-' : c);
    }
    lgm_buf_puts(b, "]]");
    if (plain.failed) b->failed = true;
    lgm_buf_done(&plain);
}

static lgm_slice text_of(const char *s)
{
    return (lgm_slice){s, __builtin_strlen(s)};
}

/* "note-c3", or "note-c3.md" */
static void claim_name(const lgm_export *x, const lgm_record *r, size_t i, const char *ending,
                       char name[LGM_EXPORT_NAME_ROOM])
{
    char behind[32];
    snprintf(behind, sizeof behind, "-c%zu%s", i + 1, ending);
    lgm_export_file_name(x, r, behind, name);
}

static void put_claim(lgm_export *x, const lgm_record *r, size_t i)
{
    const lgm_claim *const c = &r->claims.at[i];
    const lgm_str who = lgm_export_speaker(r, c);
    lgm_buf *const b = &x->out;
    lgm_buf words = {0};
    char report[LGM_EXPORT_NAME_ROOM], name[LGM_EXPORT_NAME_ROOM];
    lgm_export_file_name(x, r, "", report);
    lgm_buf_puts(b, "---\nkind: claim\n");
    property(b, "speaker", who);
    named(b, "speaker_kind", lgm_speaker_kind_name(c->speaker_kind));
    named(b, "act", lgm_act_name(c->act));
    named(b, "form", lgm_claim_form_name(c->form));
    named(b, "certainty", lgm_certainty_name(c->certainty));
    if (c->said) property(b, "said", c->said->value);
    property(b, "date", r->date);
    lgm_buf_puts(b, "report: \"[[");
    lgm_buf_puts(b, report);
    lgm_buf_puts(b, "]]\"\n---\n\n");
    lgm_export_pieces(&words, r, c->content);
    lgm_buf_puts(b, "> ");
    lgm_export_markdown(b, (lgm_slice){words.at, words.len});
    lgm_buf_puts(b, "\n\n");
    if (who.len) {
        put_link(b, lgm_export_slice(who));
        lgm_buf_puts(b, " in ");
    }
    put_link(b, text_of(report));
    for (size_t k = 0; k < c->replies.n; k++) {
        claim_name(x, r, c->replies.at[k].to, "", name);
        lgm_buf_puts(b, "; ");
        lgm_buf_puts(b, lgm_answer_name(c->replies.at[k].how));
        lgm_buf_putc(b, ' ');
        put_link(b, text_of(name));
    }
    lgm_buf_putc(b, '\n');
    if (words.failed) b->failed = true;
    lgm_buf_done(&words);
    claim_name(x, r, i, ".md", name);
    lgm_export_hand(x, name);
}

static void put_report(lgm_export *x, const lgm_record *r)
{
    lgm_buf *const b = &x->out;
    char name[LGM_EXPORT_NAME_ROOM];
    lgm_buf_puts(b, "---\nkind: report\n");
    property(b, "title", r->title);
    property(b, "publisher", r->publisher);
    property(b, "byline", r->byline);
    property(b, "date", r->date);
    property(b, "url", r->url);
    lgm_buf_puts(b, "---\n\n# ");
    lgm_export_markdown(b, lgm_export_slice(r->title.len ? r->title : r->id));
    lgm_buf_puts(b, "\n\n");
    for (size_t i = 0; i < r->claims.n; i++) {
        const lgm_str who = lgm_export_speaker(r, &r->claims.at[i]);
        claim_name(x, r, i, "", name);
        lgm_buf_puts(b, "- ");
        if (who.len) put_link(b, lgm_export_slice(who)), lgm_buf_puts(b, ": ");
        put_link(b, text_of(name));
        lgm_buf_putc(b, '\n');
    }
    lgm_export_file_name(x, r, ".md", name);
    lgm_export_hand(x, name);
}

static void record(lgm_export *x, const lgm_record *r)
{
    put_report(x, r);
    for (size_t i = 0; i < r->claims.n; i++) put_claim(x, r, i);
}

const lgm_export_writer lgm_export_obsidian = {NULL, record, NULL};
