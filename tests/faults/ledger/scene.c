/* scene.c - see scene.h. */
#include "scene.h"

#define MILL "https://mill.example/fire"
#define PORT "https://port.example/ship"

enum { BURNED, STANDS, SHIP, LOOSE, AGAIN, N_ENTRIES };

static const struct {
    const char *url, *text, *model;
} texts[N_ENTRIES] = {
    [BURNED] = {MILL, "Lind said that the mill burned.", "tiny"},
    [STANDS] = {MILL, "Lind said that the mill stands.", "tiny"},
    [SHIP] = {PORT, "Vale said that a ship had come.", "tiny"},
    [LOOSE] = {NULL, "Torm said that the bridge was closed.", "tiny"},
    [AGAIN] = {PORT, "Vale said that a ship had come.", "larger"},
};

static lgm_ledger_entry *entries[N_ENTRIES];

static void prepare(int i)
{
    lgm_record *const r = sample_ledger_record(texts[i].url, texts[i].text, texts[i].model);
    char page[128];
    const int n = snprintf(page, sizeof page, "<p>%s</p>", texts[i].text);
    const lgm_input in = {.raw = (const uint8_t *)page, .raw_len = (size_t)n};
    lgm_sha256(page, (size_t)n, r->raw_sha256);
    assert_int_equal(lgm_ledger_prepare(&entries[i], r, &in, 1, NULL), LGM_OK);
    lgm_record_free(r);
}

/* ---- its file ---- */

static char folder[] = "/tmp/legomena-faults-XXXXXX";
char scene_path[64];

void scene_start(void)
{
    assert_non_null(mkdtemp(folder));
    snprintf(scene_path, sizeof scene_path, "%s/ledger.db", folder);
    for (int i = 0; i < N_ENTRIES; i++) prepare(i);
}

void scene_end(void)
{
    scene_tidy();
    rmdir(folder);
    for (int i = 0; i < N_ENTRIES; i++) lgm_ledger_entry_free(entries[i]);
}

bool scene_all(void)
{
    const char *const faults = getenv("FAULTS");
    return faults && strcmp(faults, "all") == 0;
}

scene_copy scene_copy_of(void)
{
    scene_copy c = {0};
    FILE *const f = fopen(scene_path, "rb");
    assert_non_null(f);
    fseek(f, 0, SEEK_END);
    c.n = (size_t)ftell(f);
    rewind(f);
    c.bytes = malloc(c.n + 1);
    assert_int_equal(fread(c.bytes, 1, c.n, f), c.n);
    fclose(f);
    return c;
}

void scene_put_copy(scene_copy c)
{
    scene_tidy();
    if (!c.n) return;
    FILE *const f = fopen(scene_path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(c.bytes, 1, c.n, f), c.n);
    fclose(f);
}

void scene_tidy(void)
{
    static const char *const ends[] = {"", "-wal", "-shm", "-journal"};
    for (size_t i = 0; i < LGM_COUNT(ends); i++) {
        char name[96];
        snprintf(name, sizeof name, "%s%s", scene_path, ends[i]);
        unlink(name);
    }
}

lgm_ledger *scene_opened(void)
{
    const lgm_ledger_options o = {.create = 1};
    lgm_ledger *l;
    lgm_err err = {0};
    if (lgm_ledger_open(&l, scene_path, &o, &err) != LGM_OK) fail_msg("%s", err.message);
    return l;
}

/* ---- steps ---- */

static lgm_status put(lgm_ledger *l, int entry, lgm_err *err)
{
    const lgm_status st = lgm_ledger_put(l, entries[entry], NULL, err);
    return st == LGM_OK ? lgm_ledger_commit(l, err) : st;
}

static lgm_status add(lgm_ledger *l, lgm_err *err)
{
    lgm_status st = lgm_ledger_put(l, entries[BURNED], NULL, err);
    if (st == LGM_OK) st = lgm_ledger_put(l, entries[SHIP], NULL, err);
    return st == LGM_OK ? lgm_ledger_commit(l, err) : st;
}

static lgm_status add_another(lgm_ledger *l, lgm_err *err)
{
    return put(l, LOOSE, err);
}

static lgm_status add_version(lgm_ledger *l, lgm_err *err)
{
    return put(l, STANDS, err);
}

static lgm_status add_reading(lgm_ledger *l, lgm_err *err)
{
    return put(l, AGAIN, err);
}

static lgm_status add_problem(lgm_ledger *l, lgm_err *err)
{
    const lgm_ledger_problem p = {
        .name = "a.txt", .line = 1, .status = LGM_E_FORMAT, .message = "it is torn"};
    const lgm_status st = lgm_ledger_put_problem(l, &p, NULL, err);
    return st == LGM_OK ? lgm_ledger_commit(l, err) : st;
}

static lgm_status write_log(lgm_ledger *l, lgm_err *err)
{
    lgm_status st = lgm_ledger_begin(l, err);
    if (st == LGM_OK) st = lgm_ledger_log(l, "accepted", 1, 0, "c1", err);
    return st == LGM_OK ? lgm_ledger_commit(l, err) : lgm_ledger_undo(l, st);
}

static lgm_status reindex(lgm_ledger *l, lgm_err *err)
{
    return lgm_ledger_reindex(l, NULL, NULL, err);
}

static lgm_status forget(lgm_ledger *l, lgm_err *err)
{
    int64_t *reports;
    size_t n;
    lgm_status st = lgm_custody_find(l, MILL, &reports, &n, err);
    if (st == LGM_E_NOTFOUND) return LGM_OK;
    for (size_t i = 0; i < n && st == LGM_OK; i++) st = lgm_custody_forget(l, reports[i], err);
    lgm_string_free((char *)reports);
    return st == LGM_OK ? lgm_custody_purge(l, err) : st;
}

static lgm_status read_all(lgm_ledger *l, lgm_err *err)
{
    lgm_status st = LGM_OK;
    const char *const url = texts[SHIP].url;
    int64_t *reports, *versions;
    size_t n, n_versions, len;
    lgm_input *in = NULL;
    char *raw = NULL;
    st = lgm_custody_find(l, url, &reports, &n, err);
    if (st != LGM_OK) return st;
    st = lgm_ledger_get_input(l, reports[0], &in, err);
    if (st == LGM_OK) st = lgm_ledger_get_raw(l, reports[0], &raw, &len, err);
    if (st == LGM_OK) st = lgm_ledger_versions(l, reports[0], &versions, &n_versions, err);
    if (st == LGM_OK) lgm_string_free((char *)versions);
    lgm_input_free(in);
    lgm_string_free(raw);
    lgm_string_free((char *)reports);
    return st;
}

static lgm_status verify(lgm_ledger *l, lgm_err *err)
{
    lgm_custody_found found;
    return lgm_custody_verify(l, NULL, &found, err);
}

const scene_step scene_steps[] = {
    {"add", add},
    {"add another", add_another},
    {"a problem", add_problem},
    {"version", add_version},
    {"reading", add_reading},
    {"log", write_log},
    {"reindex", reindex},
    {"read", read_all},
    {"verify", verify},
    {"forget", forget},
};
const size_t scene_n_steps = LGM_COUNT(scene_steps);

/* ---- what is there ---- */

static void append(char line[SCENE_LINE], lgm_ledger *l, const char *sql)
{
    lgm_ledger_query *q;
    bool row;
    size_t len = strlen(line);
    lgm_err err = {0};
    if (lgm_ledger_query_new(&q, l->store, sql, &err) != LGM_OK) fail_msg("%s", err.message);
    while (lgm_ledger_query_step(q, &row, &err) == LGM_OK && row) {
        const lgm_slice s = lgm_ledger_query_text_at(q, 0);
        len += (size_t)snprintf(line + len, SCENE_LINE - len, "%.*s ", (int)s.len, s.ptr);
        assert_true(len < SCENE_LINE);
    }
    if (err.message[0]) fail_msg("%s", err.message);
    lgm_ledger_query_free(q);
    snprintf(line + len, SCENE_LINE - len, "| ");
}

void scene_holds(lgm_ledger *l, char line[SCENE_LINE])
{
    lgm_err err = {0};
    int64_t report = 0;
    line[0] = '\0';
    append(line, l,
           "SELECT report || ' ' || url || ' ' || substr(sha256, 1, 6) || ifnull(previous, '-') || "
           "(replaced IS NULL) FROM report ORDER BY report");
    append(line, l,
           "SELECT reading || ' of ' || report || ' ' || model || (superseded IS NULL) "
           "FROM reading ORDER BY reading");
    append(line, l, "SELECT what || ifnull(report, '') FROM log ORDER BY entry");
    append(line, l, "SELECT message || times FROM problem");
    append(line, l, "SELECT raw_sha256 FROM raw ORDER BY 1");
    if (verify(l, &err) != LGM_OK) fail_msg("%s; it holds %s", err.message, line);
    while (lgm_ledger_next_outdated(l, "none", "0", report, &report, NULL, &err) == LGM_OK &&
           report) {
        lgm_record *r;
        if (lgm_ledger_get(l, report, &r, &err) != LGM_OK) fail_msg("%s", err.message);
        lgm_record_free(r);
    }
}
