/*
 * fuzz_ledger.c - a ledger whose bytes were changed is refused, or safe: whatever is asked of it is
 * answered or is an error with words, and so is what is put into it.
 *
 * The input is what to change: three bytes say where, one by what (exclusive or). The ledger is
 * small, and made once.
 */
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "fuzz.h"
#include "base/base.h"
#include "legomena/copy.h"
#include "legomena/custody.h"
#include "legomena/question.h"

enum { MOST = 4 << 20, A_CHANGE = 4 };

/* In memory where that can be: it is made anew for each variation. */
static char folder[48], path[64];
static uint8_t *whole, *changed;
static size_t size;

static void tidy(void)
{
    char name[80];
    static const char *const ends[] = {"", "-wal", "-shm", "-journal"};
    for (size_t i = 0; i < LGM_COUNT(ends); i++) {
        snprintf(name, sizeof name, "%s%s", path, ends[i]);
        unlink(name);
    }
}

static void leave(void)
{
    tidy();
    rmdir(folder);
    free(whole);
    free(changed);
}

static const char record_json[] =
    "{\"legomena\":1,\"id\":\"a\",\"url\":\"https://mill.example/1\",\"title\":\"A "
    "fire\",\"byline\":null,"
    "\"publisher\":null,\"date\":\"2024-03-14\",\"retrieved\":null,\"lang\":\"en\",\"sha256\":"
    "\"00000000000000000000000000000000000000000000000000000000000000aa\",\"raw_sha256\":"
    "\"00000000000000000000000000000000000000000000000000000000000000ab\",\"model\":{\"name\":"
    "\"m\","
    "\"version\":\"1\"},\"engine\":\"0\",\"text\":\"Lind said it burned. Then the mill stood "
    "empty for nine years, and a fox lived in it, as the miller told all who "
    "asked.\",\"sentences\":[[0,20]],"
    "\"entities\":[],\"times\":[],\"claims\":[{\"id\":\"c1\",\"source\":[[0,4]],\"cue\":[[5,9]],"
    "\"content\":[[10,19]],\"form\":\"indirect\",\"quoted\":[],\"act\":\"state\",\"speaker\":null,"
    "\"speaker_kind\":\"named\",\"via\":[],\"venue\":null,\"said\":null,\"parent\":null,"
    "\"certainty\":null,\"evidence\":null,\"repetition\":null,\"about\":[],\"replies\":[],"
    "\"confidence\":0.5}],\"events\":[],\"incidents\":[],\"timeline\":[],\"disputes\":[],"
    "\"warnings\":[]}";

/* LGM_OK, or an error that has words. */
static bool ok(lgm_status st, lgm_err *err)
{
    CHECK((st == LGM_OK) == (err->message[0] == '\0'));
    *err = (lgm_err){0};
    return st == LGM_OK;
}

static void put(lgm_ledger *l, const char *page)
{
    const lgm_input in = {
        .text = page, .len = strlen(page), .raw = (const uint8_t *)page, .raw_len = strlen(page)};
    lgm_err err = {0};
    lgm_record *r;
    lgm_ledger_entry *e;
    CHECK(ok(lgm_record_read(&r, record_json, strlen(record_json), &err), &err));
    r->sha256[0] = (uint8_t)page[0];
    CHECK(ok(lgm_ledger_prepare(&e, r, &in, 1, &err), &err));
    if (ok(lgm_ledger_put(l, e, NULL, &err), &err)) ok(lgm_ledger_commit(l, &err), &err);
    lgm_ledger_entry_free(e);
    lgm_record_free(r);
}

static void make(void)
{
    const lgm_ledger_options o = {.create = 1};
    lgm_err err = {0};
    lgm_ledger *l;
    snprintf(folder, sizeof folder, "%s/lgm-fuzz-ledger-XXXXXX",
             access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
    CHECK(mkdtemp(folder) && atexit(leave) == 0);
    snprintf(path, sizeof path, "%s/l.db", folder);
    CHECK(ok(lgm_ledger_open(&l, path, &o, &err), &err));
    put(l, "<p>Lind said it burned.");
    put(l, "[p]Lind said it burned.");
    CHECK(ok(lgm_copies_join(l, NULL, NULL, &err), &err));
    lgm_ledger_close(l);
    whole = malloc(MOST);
    changed = malloc(MOST);
    FILE *const f = fopen(path, "rb");
    CHECK(whole && changed && f);
    size = fread(whole, 1, MOST, f);
    fclose(f);
    CHECK(size > 0 && size < MOST);
}

static lgm_status each(void *ctx, const lgm_ledger_problem *p)
{
    CHECK(p->message && p->first && p->last);
    ++*(int *)ctx;
    return LGM_OK;
}

static void ask(lgm_ledger *l, int64_t report)
{
    lgm_err err = {0};
    lgm_record *r;
    lgm_input *in;
    char *raw;
    int64_t *versions;
    size_t n;
    if (ok(lgm_ledger_get(l, report, &r, &err), &err)) lgm_record_free(r);
    if (ok(lgm_ledger_get_raw(l, report, &raw, &n, &err), &err)) lgm_string_free(raw);
    if (ok(lgm_ledger_get_input(l, report, &in, &err), &err)) lgm_input_free(in);
    if (ok(lgm_ledger_versions(l, report, &versions, &n, &err), &err))
        lgm_string_free((char *)versions);
}

/* All rows of a kind, up to the first that is damaged. */
static void ask_all(lgm_ledger *l, const char *kind)
{
    lgm_question *q;
    lgm_question_row row;
    lgm_status st;
    lgm_err err = {0};
    if (!ok(lgm_question_new(&q, l, kind, &err), &err)) return;
    while ((st = lgm_question_next(q, &row, &err)) == LGM_OK) {
    }
    CHECK(st == LGM_E_EMPTY || err.message[0]);
    lgm_question_free(q);
}

static void ask_copies(lgm_ledger *l)
{
    lgm_copies *c;
    lgm_err err = {0};
    int64_t place = 0, of;
    uint64_t left;
    lgm_status st;
    ok(lgm_copies_left(l, &left, &err), &err);
    for (int64_t report = 0; report < 4; report++) {
        ok(lgm_copies_original(l, report, &of, &err), &err);
        if (ok(lgm_copies_of(&c, l, report, &err), &err)) lgm_copies_free(c);
    }
    while ((st = lgm_copies_next(&c, l, &place, &err)) == LGM_OK) lgm_copies_free(c);
    CHECK(st == LGM_E_EMPTY || err.message[0]);
}

/* What takes long: asked of one change in eight. */
static void ask_more(lgm_ledger *l, bool write)
{
    lgm_custody_found found;
    lgm_err err = {0};
    if (!write) {
        for (const lgm_question_kind *k = lgm_question_kinds(); k->name; k++) ask_all(l, k->name);
        ok(lgm_custody_verify(l, NULL, &found, &err), &err);
    } else if (ok(lgm_custody_forget(l, 1, &err), &err)) {
        ok(lgm_custody_purge(l, &err), &err);
    }
}

static void use(bool write, bool more)
{
    const lgm_ledger_options o = {.read_only = !write};
    const lgm_input in = {.text = "Lind", .len = 4};
    lgm_err err = {0};
    lgm_ledger *l;
    int64_t outdated;
    uint64_t left;
    int n = 0;
    if (!ok(lgm_ledger_open(&l, path, &o, &err), &err)) return;
    for (int64_t report = 0; report < 4; report++) ask(l, report);
    ok(lgm_ledger_problems(l, each, &n, &err), &err);
    ok(lgm_ledger_next_outdated(l, "m", "2", 0, &outdated, &left, &err), &err);
    lgm_ledger_knows(l, &in, "m", "1");
    ask_copies(l);
    if (more) ask_more(l, write);
    if (write) put(l, "another page");
    if (write) ok(lgm_copies_join(l, NULL, NULL, &err), &err);
    if (write) ok(lgm_ledger_reindex(l, NULL, NULL, &err), &err);
    lgm_ledger_close(l);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    if (!whole) make();
    memcpy(changed, whole, size);
    for (size_t i = 0; i + A_CHANGE <= n; i += A_CHANGE) {
        const size_t at = (size_t)data[i] << 16 | (size_t)data[i + 1] << 8 | data[i + 2];
        changed[at % size] ^= data[i + 3];
    }
    tidy();
    FILE *const f = fopen(path, "wb");
    CHECK(f && fwrite(changed, 1, size, f) == size);
    CHECK(fclose(f) == 0);
    const bool more = n > 3 && data[3] % 8 == 1;
    use(false, more);
    use(true, more);
    return 0;
}
