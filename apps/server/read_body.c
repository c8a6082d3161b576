/*
 * read_body.c - see read_body.h. What comes is written to a file without a name that others could
 * open, and read from there as `legomena read` does: a page, a PDF, a message of mail.
 */
#include "read_body.h"

#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "legomena/source.h"

static const struct {
    const char *type, *ending;
} endings[] = {{"text/plain", ".txt"},
               {"text/html", ".html"},
               {"application/xhtml+xml", ".xhtml"},
               {"application/pdf", ".pdf"},
               {"message/rfc822", ".eml"},
               {"application/xml", ".xml"},
               {"text/xml", ".xml"},
               {"application/rss+xml", ".xml"},
               {"application/atom+xml", ".xml"},
               {"application/json", ".jsonl"}};

static const char *ending_of(const char *type)
{
    const size_t n = strcspn(type, "; ");
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (strlen(endings[i].type) == n && strncmp(endings[i].type, type, n) == 0)
            return endings[i].ending;
    return NULL;
}

/* One report; of several the first. */
static void read_source(exchange *x, lgm_worker *worker, const char *path, bool named)
{
    lgm_source *source = NULL;
    lgm_record *record = NULL;
    lgm_input in;
    char *json;
    size_t len;
    lgm_err err = {0};
    lgm_status st = lgm_source_open(&source, &path, 1, NULL, &err);
    if (st == LGM_OK) st = lgm_source_next(source, &in, &err);
    if (st == LGM_OK && !named) in.file = in.member = NULL;
    if (st == LGM_OK) st = lgm_read(worker, &in, &record, &err);
    if (st == LGM_OK) st = lgm_record_write(record, LGM_FORMAT_JSON, &json, &len, &err);
    if (st == LGM_OK) {
        strbuf_put(&x->out, json, len);
        lgm_string_free(json);
    } else {
        char *const at = named ? NULL : strstr(err.message, path);
        const size_t n = strlen(path);
        if (at) memmove(at + 6, at + n, strlen(at + n) + 1);
        if (at) memcpy(at, "report", 6);
        exchange_failed(x, st == LGM_E_EMPTY || st == LGM_E_IO ? LGM_E_FORMAT : st, &err);
    }
    lgm_record_free(record);
    lgm_source_close(source);
}

static void read_bytes(exchange *x, lgm_worker *worker, const char *at, size_t len,
                       const char *ending)
{
    char path[64];
    snprintf(path, sizeof path, "/tmp/legomena-XXXXXX%s", ending);
    const int fd = mkstemps(path, (int)strlen(ending));
    FILE *const f = fd < 0 ? NULL : fdopen(fd, "w");
    if (!f) {
        if (fd >= 0) close(fd);
        exchange_problem(x, 503, "no file can be made in /tmp");
        return;
    }
    const bool whole = fwrite(at, 1, len, f) == len;
    if (fclose(f) != 0 || !whole)
        exchange_problem(x, 503, "what came could not be written to /tmp");
    else
        read_source(x, worker, path, false);
    unlink(path);
}

/* {"address": ...}, or the fields of a line of JSON Lines. */
static void read_json(exchange *x, lgm_worker *worker)
{
    json_tokener *const tokener = json_tokener_new();
    json_object *const o =
        tokener ? json_tokener_parse_ex(tokener, x->body, (int)x->body_len) : NULL;
    json_object *address = NULL, *text = NULL;
    if (!json_object_is_type(o, json_type_object)) {
        exchange_problem(x, 400, "the body should be an object of JSON");
    } else if (json_object_object_get_ex(o, "address", &address) &&
               json_object_is_type(address, json_type_string)) {
        const char *const at = json_object_get_string(address);
        if (strncmp(at, "http://", 7) == 0 || strncmp(at, "https://", 8) == 0)
            read_source(x, worker, at, true);
        else
            exchange_problem(x, 400, "address: should begin with http:// or https://");
    } else if (json_object_object_get_ex(o, "text", &text) &&
               json_object_is_type(text, json_type_string)) {
        size_t len;
        const char *const line = json_object_to_json_string_length(o, JSON_C_TO_STRING_PLAIN, &len);
        read_bytes(x, worker, line, len, ".jsonl");
    } else {
        exchange_problem(x, 400, "the body should have an \"address\" or a \"text\"");
    }
    json_object_put(o);
    json_tokener_free(tokener);
}

void read_body(exchange *x, lgm_worker *worker)
{
    const char *const ending = ending_of(x->body_type);
    if (!ending)
        exchange_problem(x, 415,
                         "the body should be text/plain, text/html, application/json, "
                         "application/pdf, message/rfc822 or a feed");
    else if (!x->body_len)
        exchange_problem(x, 400, "the body is empty");
    else if (strcmp(ending, ".jsonl") == 0)
        read_json(x, worker);
    else
        read_bytes(x, worker, x->body, x->body_len, ending);
}
