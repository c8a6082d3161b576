/* export_output.c - see export_output.h. */
#include "export_output.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "args.h"
#include "legomena/redact.h"

static bool write_file(const export_output *o, const char *name, const char *text, size_t len)
{
    const size_t room = strlen(o->folder) + strlen(name) + 2;
    char *const path = malloc(room);
    output out;
    if (!path) {
        cli_error("out of memory");
        return false;
    }
    snprintf(path, room, "%s/%s", o->folder, name);
    bool ok = output_open(&out, path);
    if (ok) {
        output_put(&out, text, len);
        ok = output_end(&out, true);
    }
    free(path);
    return ok;
}

static lgm_status file(void *ctx, const char *name, const char *text, size_t len)
{
    export_output *const o = ctx;
    const bool ok = name ? write_file(o, name, text, len) : output_put(&o->out, text, len);
    o->unwritten |= !ok;
    return ok ? LGM_OK : LGM_E_IO;
}

int export_output_open(export_output *o, const char *format, const lgm_export_options *options,
                       const char *path)
{
    lgm_err err = {0};
    if (lgm_export_new(&o->x, format, options, file, o, &err) != LGM_OK) {
        cli_error("%s", err.message);
        return EXIT_SOME_FAILED;
    }
    if (!lgm_export_format_of(format)->folder)
        return output_open(&o->out, path) ? EXIT_DONE : EXIT_OUTPUT;
    o->folder = path;
    if (mkdir(path, 0777) == 0 || errno == EEXIST) return EXIT_DONE;
    cli_error("cannot make the folder %s: %s", path, strerror(errno));
    return EXIT_OUTPUT;
}

static lgm_status put(export_output *o, const lgm_record *record, const lgm_export_report *report,
                      lgm_err *err)
{
    lgm_record *shown = NULL;
    lgm_status st = o->redact ? lgm_redact(&shown, record, err) : LGM_OK;
    if (st == LGM_OK) st = lgm_export_put(o->x, o->redact ? shown : record, report, err);
    lgm_record_free(shown);
    return st;
}

bool export_output_put(export_output *o, lgm_record *record, const lgm_export_report *report)
{
    lgm_err err = {0};
    const lgm_status st = put(o, record, report, &err);
    lgm_record_free(record);
    if (st == LGM_OK) {
        o->n_reports++;
        return true;
    }
    if (!o->unwritten) cli_error("%s", err.message);
    o->n_failed++;
    return st == LGM_E_ARG;
}

static void say_left_out(const export_output *o)
{
    const unsigned long long n = lgm_export_left_out(o->x);
    if (n)
        cli_error("left out %llu event%s that this format cannot hold; see legomena help export", n,
                  n == 1 ? "" : "s");
}

int export_output_close(export_output *o, bool whole)
{
    lgm_err err = {0};
    if (!o->x) return EXIT_DONE;
    const lgm_status st = whole ? lgm_export_end(o->x, &err) : LGM_OK;
    if (st != LGM_OK && !o->unwritten) cli_error("%s", err.message);
    if (whole) say_left_out(o);
    lgm_export_free(o->x);
    if (!o->folder && o->out.buf && !output_end(&o->out, whole && st == LGM_OK)) return EXIT_OUTPUT;
    if (o->unwritten || st != LGM_OK) return EXIT_OUTPUT;
    return o->n_failed ? EXIT_SOME_FAILED : EXIT_DONE;
}
