/* delivery.c - see delivery.h. */
#include "delivery.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "csv.h"
#include "html.h"

/* ---- where it goes ---- */

bool delivery_is_folder(const read_options *o)
{
    struct stat info;
    const char *const path = o->writing.output;
    if (o->format != READ_HTML || !path || !*path) return false;
    return path[strlen(path) - 1] == '/' || (stat(path, &info) == 0 && S_ISDIR(info.st_mode));
}

/* "FOLDER/NAME"; NULL: no memory. */
static char *in_folder(const char *folder, const char *name)
{
    const size_t len = strlen(folder), room = len + strlen(name) + 2;
    char *const path = malloc(room);
    if (!path) return NULL;
    snprintf(path, room, "%s%s%s", folder, len && folder[len - 1] == '/' ? "" : "/", name);
    return path;
}

int delivery_path(const read_options *o, char **path)
{
    const char *const to = o->writing.output;
    *path = NULL;
    if (!to) return 0;
    *path = delivery_is_folder(o) ? in_folder(to, "index.html") : strdup(to);
    return *path ? 0 : ENOMEM;
}

static bool write_page(const char *folder, const char *name, const strbuf *b)
{
    char *const path = in_folder(folder, name);
    output out;
    bool ok = path && !b->failed;
    if (!ok) cli_error("out of memory");
    ok = ok && output_open(&out, path);
    if (ok) {
        output_put(&out, b->at, b->len);
        ok = output_end(&out, true);
    }
    free(path);
    return ok;
}

bool delivery_open(delivery *d, const renderer *r)
{
    const char *const path = r->options->writing.output;
    *d = (delivery){.renderer = r};
    if (!r->own_pages) {
        if (!output_open(&d->out, path)) return false;
        if (d->out.to.in_place && r->options->saying.warnings)
            cli_error("%s is written in place, since no file can be made beside it", path);
        return true;
    }
    d->folder = path;
    d->made_folder = mkdir(path, 0777) == 0;
    if (d->made_folder || errno == EEXIST) return true;
    cli_error("cannot make the folder %s: %s", path, strerror(errno));
    return false;
}

/* ---- reports ---- */

static bool put_and_free(delivery *d, strbuf *b)
{
    const bool ok = !b->failed && output_put(&d->out, b->at, b->len);
    if (b->failed) cli_error("out of memory");
    strbuf_done(b);
    return ok;
}

/* What stands before the first report of a file, also where there is none. */
static bool put_head(delivery *d, const strbuf *title)
{
    strbuf b = {0};
    if (d->renderer->options->format == READ_HTML) html_begin(&b, title, HTML_ALONE);
    if (d->renderer->options->format == READ_CSV) csv_header(&b, d->renderer->options->part);
    return put_and_free(d, &b);
}

static bool put_part(delivery *d, const rendered *report)
{
    static const char between_pages[] = "\n\n";
    if (d->n_reports == 0 && !put_head(d, &report->title)) return false;
    if (d->n_reports && d->renderer->options->format == READ_TEXT)
        output_put(&d->out, between_pages, strlen(between_pages));
    if (d->n_reports == DELIVERY_PAGEFUL && d->renderer->options->format == READ_HTML &&
        d->renderer->options->saying.warnings)
        cli_error("more than %d reports on one page; -o FOLDER/ makes a page of each, and an index",
                  DELIVERY_PAGEFUL);
    return output_put(&d->out, report->out.at, report->out.len);
}

bool delivery_put(delivery *d, uint64_t number, const rendered *report)
{
    char name[HTML_NAME_ROOM];
    html_name(name, number);
    if (!(d->folder ? write_page(d->folder, name, &report->out) : put_part(d, report)))
        return false;
    strbuf_put(&d->contents, report->entry.at, report->entry.len);
    d->n_reports++;
    d->n_claims += report->n_claims;
    d->n_guarded += report->n_guarded;
    return true;
}

bool delivery_flush(delivery *d)
{
    return d->folder || output_flush(&d->out);
}

/* ---- the end ---- */

bool delivery_end(delivery *d)
{
    const renderer *const r = d->renderer;
    strbuf b = {0};
    if (d->n_reports == 0 && r->options->writing.output) return true;
    if (d->n_reports == 0 && !put_head(d, &(strbuf){0})) return false;
    if (r->options->format != READ_HTML) return true;
    if (d->folder) html_begin(&b, &(strbuf){0}, HTML_INDEX);
    html_end(&b, &(html_closing){.contents = &d->contents,
                                 .is_index = d->folder != NULL,
                                 .n_reports = d->n_reports,
                                 .n_claims = d->n_claims,
                                 .n_failed = d->n_failed,
                                 .model = r->model,
                                 .version = r->version});
    if (d->contents.failed) b.failed = true;
    if (!d->folder) return put_and_free(d, &b);
    const bool ok = write_page(d->folder, "index.html", &b);
    strbuf_done(&b);
    return ok;
}

bool delivery_close(delivery *d, bool whole)
{
    strbuf_done(&d->contents);
    if (d->made_folder && d->n_reports == 0) rmdir(d->folder); /* stays where it holds anything */
    return d->folder || output_end(&d->out, whole && d->n_reports > 0);
}
