/* render.c - see render.h. */
#include "render.h"

#include <stdlib.h>
#include <string.h>

#include "csv.h"
#include "html.h"
#include "legomena/redact.h"
#include "page.h"
#include "wrap.h"

void render_free(void *unused, void *result)
{
    rendered *const r = result;
    (void)unused;
    strbuf_done(&r->out);
    strbuf_done(&r->title);
    strbuf_done(&r->entry);
    strbuf_done(&r->notes);
    free(r);
}

static void note_warnings(const lgm_record *r, const lgm_input *in, strbuf *notes)
{
    for (size_t i = 0; i < r->warnings.n; i++) {
        strbuf_puts(notes, "legomena: ");
        wrap_shown(notes, in->name ? in->name : "report");
        strbuf_puts(notes, ": warning: ");
        strbuf_puts(notes, r->warnings.at[i].ptr);
        strbuf_puts(notes, "\n");
    }
}

/* ---- where it is from, for people ---- */

/* Is the file this path, or in the folder that it is? */
static bool holds(const char *path, const char *file)
{
    const size_t len = strlen(path);
    if (strncmp(path, file, len) != 0) return false;
    return !file[len] || file[len] == '/' || (len && path[len - 1] == '/');
}

/* A page may be shown to others, and how folders are named on this machine is no business of
 * theirs: an absolute path begins with the last name of what the user named. */
static const char *public_part(const char *file, const read_options *o)
{
    const char *from = strrchr(file, '/');
    if (file[0] != '/') return file;
    for (size_t i = 0; i < o->n_paths; i++) {
        if (!holds(o->paths[i], file)) continue;
        const char *at = file + strlen(o->paths[i]);
        while (at > file && at[-1] == '/') at--;
        while (at > file && at[-1] != '/') at--;
        return at;
    }
    return from + 1;
}

static void put_origin(strbuf *b, const lgm_input *in, const read_options *o)
{
    const char *const file = in->file ? in->file : in->name;
    if (!file) return;
    strbuf_puts(b, strcmp(file, "-") == 0 ? "standard input" : public_part(file, o));
    if (in->file && in->line) strbuf_printf(b, ":%llu", (unsigned long long)in->line);
    strbuf_put(b, "", 1);
}

/* ---- formats ---- */

/* A record with a part and what that refers to: ids in it lead to what is there. Claims refer to
 * events, where these are read; whatever is read to the end keeps both. */
static lgm_record part_of(const lgm_record *report, page_part of)
{
    lgm_record shown = *report;
    if (of == PART_ALL || of == PART_TEXT) return shown;
    if (of == PART_NAMES)
        shown.claims.n = shown.times.n = shown.events.n = shown.figures.n = 0;
    if (of != PART_DISPUTES) shown.disputes.n = 0;
    if (of != PART_INCIDENTS) shown.incidents.n = 0;
    if (of != PART_TIMELINE) shown.timeline.n = 0;
    return shown;
}

/* Who is to be hidden is known of a report that is read to its end: what was not asked for goes. */
static void drop_rest(lgm_record *shown, lgm_only asked)
{
    if (asked != LGM_ONLY_READ && asked != LGM_ONLY_TREES) return;
    shown->entities.n = shown->times.n = shown->claims.n = shown->events.n = 0;
    shown->figures.n = shown->incidents.n = shown->timeline.n = shown->disputes.n = 0;
    if (asked == LGM_ONLY_READ) shown->sentences.n = 0;
}

static lgm_status record(const read_options *o, const lgm_record *report, rendered *made,
                         lgm_err *err)
{
    static const lgm_format formats[] = {[READ_JSON] = LGM_FORMAT_JSON,
                                         [READ_JSONL] = LGM_FORMAT_JSONL,
                                         [READ_CONLLU] = LGM_FORMAT_CONLLU};
    const lgm_record shown = part_of(report, o->part);
    char *text;
    size_t len;
    const lgm_status st = lgm_record_write(&shown, formats[o->format], &text, &len, err);
    if (st == LGM_OK) strbuf_put(&made->out, text, len);
    lgm_string_free(text);
    return st;
}

static void web_page(const renderer *r, uint64_t number, const lgm_record *report, const char *from,
                     rendered *made)
{
    html_title(&made->title, report);
    html_entry(&made->entry, report, number, r->own_pages);
    if (r->own_pages) html_begin(&made->out, &made->title, HTML_OF_FOLDER);
    html_report(&made->out, report, from, number,
                (html_options){.order = r->options->order, .only = r->options->part});
    if (r->own_pages)
        html_end(&made->out, &(html_closing){.model = r->model, .version = r->version});
}

static lgm_status render(const renderer *r, uint64_t number, const lgm_record *report,
                         const lgm_input *in, const char *from, rendered *made, lgm_err *err)
{
    const read_options *const o = r->options;
    const bool is_page = o->format == READ_TEXT || o->format == READ_HTML;
    lgm_status st = LGM_OK;
    /* Both kinds of pages have the warnings themselves. */
    if (o->saying.warnings && !is_page) note_warnings(report, in, &made->notes);
    if (o->format == READ_TEXT)
        page_write(&made->out, report, from,
                   &(page_options){.width = o->writing.width,
                                   .color = o->writing.color,
                                   .only = o->part,
                                   .order = o->order});
    else if (o->format == READ_HTML)
        web_page(r, number, report, from, made);
    else if (o->format == READ_CSV)
        made->n_guarded = csv_report(&made->out, report, o->part);
    else
        st = record(o, report, made, err);
    return st;
}

/* The same without the names of private persons; the name of the file is no place for them too. */
static lgm_status render_redacted(const renderer *r, uint64_t number, const lgm_record *report,
                                  const lgm_input *in, const char *from, rendered *made,
                                  lgm_err *err)
{
    lgm_redaction *redaction;
    lgm_record *shown = NULL;
    char *origin = NULL;
    lgm_status st = lgm_redaction_new(&redaction, report, err);
    if (st != LGM_OK) return st;
    st = lgm_redaction_record(redaction, &shown, err);
    if (st == LGM_OK && from)
        st = lgm_redaction_words(redaction, (lgm_str){from, strlen(from)}, &origin, NULL, err);
    if (st == LGM_OK) {
        drop_rest(shown, r->options->asked);
        st = render(r, number, shown, in, origin, made, err);
    }
    lgm_string_free(origin);
    lgm_record_free(shown);
    lgm_redaction_free(redaction);
    return st;
}

lgm_status render_report(const renderer *r, uint64_t number, const lgm_record *report,
                         const lgm_input *in, lgm_batch_result *result, lgm_err *err)
{
    rendered *const made = calloc(1, sizeof *made);
    if (!made) return LGM_E_NOMEM;
    *result = (lgm_batch_result){.at = made};
    made->n_claims = report->claims.n;
    strbuf from = {0};
    put_origin(&from, in, r->options);
    const lgm_status st = from.failed ? LGM_E_NOMEM
                          : r->options->redact
                              ? render_redacted(r, number, report, in, from.at, made, err)
                              : render(r, number, report, in, from.at, made, err);
    strbuf_done(&from);
    result->bytes = made->out.len;
    if (made->out.failed || made->title.failed || made->entry.failed || made->notes.failed)
        return LGM_E_NOMEM;
    return st;
}
