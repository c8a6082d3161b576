/*
 * fuzz_question.c - whatever words a question has, it is answered or refused with words: rows come
 * to an end, there are as many as are counted, and it is said what is not understood. So is who is
 * meant by a name.
 *
 * The input is lines: the first byte of each says which kind of question, or which of its
 * conditions, the rest is the value. The ledger is tests/golden/record.json, made once.
 */
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "fuzz.h"
#include "base/base.h"
#include "legomena/custody.h"
#include "legomena/person.h"
#include "legomena/question.h"

enum { LARGEST = 1 << 16 };

static char folder[] = "/tmp/lgm-fuzz-question-XXXXXX", path[64];
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

static void answer(lgm_question *q)
{
    lgm_question_row row;
    uint64_t n = 0, counted;
    lgm_err err = {0};
    lgm_status st = lgm_question_count(q, &counted, &err);
    CHECK(st == LGM_OK || err.message[0]);
    if (st != LGM_OK) return;
    for (; (st = lgm_question_next(q, &row, &err)) == LGM_OK; n++)
        CHECK(row.n == lgm_question_kind_of(q)->n_columns);
    CHECK(st == LGM_E_EMPTY && !err.message[0]);
    CHECK(n == counted);
}

/* A condition, by its number; what it takes from a list, also by a number. */
static bool ask_where(lgm_question *q, uint8_t byte, char *value)
{
    const lgm_question_kind *const kind = lgm_question_kind_of(q);
    lgm_err err = {0};
    if (!kind->n_conditions) return true;
    const lgm_question_condition *const c = &kind->conditions[byte % kind->n_conditions];
    const lgm_status st = lgm_question_where(q, c->name, c->value ? value : NULL, &err);
    CHECK(st == LGM_OK || err.message[0]);
    return st == LGM_OK;
}

static void ask_people(const char *words)
{
    lgm_people *people;
    lgm_err err = {0};
    const lgm_status st = lgm_people_find(&people, ledger, words, NULL, &err);
    CHECK((st == LGM_OK) == (people != NULL) && (st == LGM_OK || err.message[0]));
    if (people) CHECK(lgm_people_count(people) > 0);
    lgm_people_free(people);
}

static void ask_report(const char *what)
{
    int64_t *reports;
    size_t n;
    lgm_err err = {0};
    const lgm_status st = lgm_custody_find(ledger, what, &reports, &n, &err);
    CHECK((st == LGM_OK) == (n > 0) && (st == LGM_OK || err.message[0]));
    lgm_string_free((char *)reports);
}

static const lgm_question_kind *kind_of(uint8_t byte)
{
    const lgm_question_kind *const all = lgm_question_kinds();
    size_t n = 0;
    while (all[n].name) n++;
    return &all[byte % n];
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char text[1024];
    lgm_question *q;
    lgm_err err = {0};
    if (!ledger) make();
    if (size < 2 || size >= sizeof text) return 0;
    memcpy(text, data + 1, size - 1);
    text[size - 1] = '\0';
    CHECK(lgm_question_new(&q, ledger, kind_of(data[0])->name, &err) == LGM_OK);
    bool asked = true;
    char *rest = text;
    for (char *line; asked && (line = strsep(&rest, "\n"));)
        if (*line) asked = ask_where(q, (uint8_t)*line, line + 1);
    if (asked) answer(q);
    lgm_question_free(q);
    ask_people(text);
    ask_report(text);
    return 0;
}
