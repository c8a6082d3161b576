/*
 * fuzz_mcp.c - any bytes as messages of assistants, by a pipe or over HTTP: answers are messages of
 * JSON-RPC, of one line each, no more of them than lines came; the same bytes are answered with the
 * same.
 *
 * The first byte says which way. By a pipe the rest is what comes through it; over HTTP it is the
 * headers, a line each, and the body. The ledger is tests/golden/record.json, made once.
 */
#include <json-c/json.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz.h"
#include "legomena/ledger.h"
#include "mcp_stdio.h"

enum { LARGEST = 1 << 16 };

static char folder[] = "/tmp/lgm-fuzz-mcp-XXXXXX", path[64];
static lgm_ledger *ledger;

static void leave(void)
{
    lgm_ledger_close(ledger);
    unlink(path);
    rmdir(folder);
}

static void make(void)
{
    static char json[LARGEST];
    const lgm_ledger_options o = {.create = 1};
    const char *const tests = getenv("LEGOMENA_TESTS");
    char name[4096];
    lgm_record *r;
    lgm_ledger_entry *e;
    CHECK(mkdtemp(folder) && atexit(leave) == 0);
    snprintf(path, sizeof path, "%s/l.db", folder);
    snprintf(name, sizeof name, "%s/golden/record.json", tests ? tests : "tests");
    FILE *const f = fopen(name, "rb");
    CHECK(f);
    const size_t n = fread(json, 1, sizeof json, f);
    fclose(f);
    CHECK(lgm_ledger_open(&ledger, path, &o, NULL) == LGM_OK);
    CHECK(lgm_record_read(&r, json, n, NULL) == LGM_OK);
    CHECK(lgm_ledger_prepare(&e, r, NULL, 1, NULL) == LGM_OK);
    CHECK(lgm_ledger_put(ledger, e, NULL, NULL) == LGM_OK);
    CHECK(lgm_ledger_commit(ledger, NULL) == LGM_OK);
    lgm_ledger_entry_free(e);
    lgm_record_free(r);
}

static lgm_worker *nobody(void *ctx, lgm_err *err)
{
    (void)ctx;
    snprintf(err->message, sizeof err->message, "there is no model");
    return NULL;
}

static void by_pipe(mcp *m, const uint8_t *data, size_t size, strbuf *out)
{
    const int in = memfd_create("in", 0), back = memfd_create("out", 0);
    char some[4096];
    ssize_t n;
    CHECK(in >= 0 && back >= 0 && write(in, data, size) == (ssize_t)size);
    CHECK(lseek(in, 0, SEEK_SET) == 0);
    CHECK(mcp_stdio_serve(m, in, back) == 0);
    CHECK(lseek(back, 0, SEEK_SET) == 0);
    while ((n = read(back, some, sizeof some)) > 0) strbuf_put(out, some, (size_t)n);
    close(in);
    close(back);
}

/* The next of the headers; NULL where its line is empty. */
static const char *take_header(char **at)
{
    char *const line = *at, *const end = strchr(line, '\n');
    if (!end) return NULL;
    *end = '\0';
    *at = end + 1;
    return *line ? line : NULL;
}

static void over_http(mcp *m, const uint8_t *data, size_t size, strbuf *out)
{
    char *const text = strndup((const char *)data, size), *at = text;
    CHECK(text);
    mcp_headers h = {.version = take_header(&at)};
    h.method = take_header(&at);
    h.name = take_header(&at);
    h.twice = h.name && *h.name == '!';
    m->headers = &h;
    mcp_take(m, at, strlen(at), out);
    CHECK(out->len || !m->code);
    free(text);
}

static void look_at(json_object *answer)
{
    json_object *version, *id, *result, *error, *code;
    if (json_object_is_type(answer, json_type_array)) {
        CHECK(json_object_array_length(answer) > 0);
        for (size_t i = 0; i < json_object_array_length(answer); i++)
            look_at(json_object_array_get_idx(answer, i));
        return;
    }
    CHECK(json_object_object_get_ex(answer, "jsonrpc", &version));
    CHECK(strcmp(json_object_get_string(version), "2.0") == 0);
    CHECK(json_object_object_get_ex(answer, "id", &id));
    const bool good = json_object_object_get_ex(answer, "result", &result);
    CHECK(good != (bool)json_object_object_get_ex(answer, "error", &error));
    CHECK(good || json_object_object_get_ex(error, "code", &code));
    CHECK(!good || (id && json_object_is_type(result, json_type_object)));
}

static size_t lines_of(const char *s, size_t len)
{
    size_t n = len && s[len - 1] != '\n';
    for (size_t i = 0; i < len; i++) n += s[i] == '\n';
    return n;
}

static strbuf answer(const uint8_t *data, size_t size)
{
    strbuf coverage = {0}, out = {0};
    mcp m = {.ledger = ledger, .coverage = &coverage, .worker = nobody};
    (data[0] & 1 ? over_http : by_pipe)(&m, data + 1, size - 1, &out);
    CHECK(!out.failed);
    strbuf_done(&coverage);
    return out;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!ledger) make();
    if (size < 1) return 0;
    strbuf first = answer(data, size), second = answer(data, size);
    CHECK(first.len == second.len);
    CHECK(lines_of(first.at, first.len) <= lines_of((const char *)data + 1, size - 1) + 1);
    strbuf_put(&first, "", 1);
    for (char *at = first.at, *end; *at; at = end) {
        end = at + strcspn(at, "\n");
        if (*end) *end++ = '\0';
        json_object *const one = json_tokener_parse(at);
        CHECK(one);
        look_at(one);
        json_object_put(one);
    }
    strbuf_done(&first);
    strbuf_done(&second);
    return 0;
}
