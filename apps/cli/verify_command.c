/* verify_command.c - legomena verify: does all of the ledger hold? */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "help.h"
#include "legomena/custody.h"
#include "opening.h"
#include "output.h"
#include "progress.h"

static const cli_option verify_table[] = {
    {OPTION_SEAL, "seal", 's', CLI_FILE, "SEAL", NULL,
     "what legomena seal printed before, or a file with it",
     "What *legomena-seal*(1) printed at an earlier time, or a file with it: the log must have "
     "that "
     "entry, with that hash. Without it the log can be checked against itself alone, and not "
     "against one that was made anew from its start, or cut off."}};
static const cli_group verify_group = {verify_table, sizeof verify_table / sizeof *verify_table};
static const cli_group *const verify_groups[] = {&verify_group, &ledger_group, &saying_group, NULL};

typedef struct verifying {
    ledger_options ledger;
    saying_options saying;
    lgm_custody_head seal;
    bool sealed;
    progress progress;
} verifying;

/* ---- the seal ---- */

/* "7:HASH", and whatever stands behind it after a space. */
static bool parse_seal(lgm_custody_head *seal, const char *s)
{
    char *end;
    errno = 0;
    const unsigned long long entries = strtoull(s, &end, 10);
    if (end == s || *end != ':' || errno || entries == 0) return false;
    const char *const hash = end + 1;
    if (strspn(hash, "0123456789abcdef") != LGM_CUSTODY_HASH) return false;
    if (hash[LGM_CUSTODY_HASH] && !strchr(" \r\n", hash[LGM_CUSTODY_HASH])) return false;
    seal->entries = entries;
    memcpy(seal->hash, hash, LGM_CUSTODY_HASH);
    return true;
}

static bool read_seal(lgm_custody_head *seal, const char *path)
{
    char line[160];
    FILE *const f = fopen(path, "r");
    const bool there = f && fgets(line, sizeof line, f);
    if (f) fclose(f);
    return there && parse_seal(seal, line);
}

/* ---- what was found ---- */

static lgm_status on_progress(void *ctx, uint64_t done, uint64_t total)
{
    verifying *const v = ctx;
    const progress_counts counts = {
        .what = "entries", .reports = done, .bytes_done = done, .bytes_total = total};
    progress_show(&v->progress, &counts);
    return LGM_OK;
}

static int print_found(const lgm_custody_found *found)
{
    strbuf b = {0};
    strbuf_puts(&b, "All holds: ");
    strbuf_count(&b, found->entries, "entry", "entries");
    strbuf_puts(&b, " of the log, ");
    strbuf_count(&b, found->reports, "report", "reports");
    strbuf_puts(&b, ", ");
    strbuf_count(&b, found->readings, "reading", "readings");
    strbuf_puts(&b, ", the bytes of ");
    strbuf_number(&b, found->kept);
    if (found->reviews) {
        strbuf_puts(&b, ", ");
        strbuf_count(&b, found->reviews, "review", "reviews");
    }
    if (found->decisions) {
        strbuf_puts(&b, ", ");
        strbuf_count(&b, found->decisions, "decision", "decisions");
    }
    if (found->removed) {
        strbuf_puts(&b, "; ");
        strbuf_count(&b, found->removed, "report was taken out", "reports were taken out");
    }
    strbuf_puts(&b, ".\n");
    if (!found->searched)
        strbuf_puts(&b,
                    "The search was not looked at: the file may not be written, or another program "
                    "writes.\n");
    if (found->entries)
        strbuf_printf(&b, "Head: %llu:%s %s\n", (unsigned long long)found->head.entries,
                      found->head.hash, found->head.at);
    return cli_print(&b);
}

static int verify(verifying *v, lgm_ledger *ledger)
{
    const lgm_custody_check check = {
        .seal = v->sealed ? &v->seal : NULL, .progress = on_progress, .ctx = v};
    lgm_custody_found found;
    lgm_err err = {0};
    progress_start(&v->progress, v->saying.progress);
    const lgm_status st = lgm_custody_verify(ledger, &check, &found, &err);
    progress_wipe(&v->progress);
    if (st == LGM_OK) return print_found(&found);
    cli_error("%s", err.message);
    return st == LGM_E_CORRUPT ? EXIT_SOME_FAILED : EXIT_LEDGER;
}

static int run_verify(const cli_command *self, int argc, char **argv)
{
    verifying v = {0};
    lgm_ledger *ledger = NULL;
    const char *value;
    int id;
    cli_args args = cli_args_start(self, argc, argv);
    while ((id = cli_args_next(&args, &value)) >= 0) {
        if (id == OPTION_SEAL) {
            v.sealed = parse_seal(&v.seal, value) || read_seal(&v.seal, value);
            if (!v.sealed) {
                cli_bad_value(&args, id, value, "what legomena seal printed, or a file with it");
                return EXIT_USAGE;
            }
        }
        if (!ledger_take(&v.ledger, &args, id, value) || !saying_take(&v.saying, &args, id, value))
            return EXIT_USAGE;
    }
    if (id != CLI_END) return id == CLI_HELP ? cli_help(self) : EXIT_USAGE;
    if (args.n_operands) return cli_usage_error(self, "it takes no operand");
    saying_settle(&v.saying, NULL);
    int code = opening_ledger(&ledger, &v.ledger, (lgm_ledger_options){.read_only = 1});
    if (code == EXIT_DONE) code = verify(&v, ledger);
    lgm_ledger_close(ledger);
    return code;
}

static const char footer[] =
    "Ends with 1, and the first that does not hold, where something was changed.\n";

const cli_command cli_verify_command = {
    .name = "verify",
    .operands = "[options]",
    .brief = "check that nothing in the ledger was changed",
    .summary = "Checks the ledger: the file, the chain of its log, each report and record against "
               "it, and what was made of them.",
    .groups = verify_groups,
    .footer = footer,
    .examples = "  legomena verify --seal seal.txt                   is the ledger what it was?\n",
    .run = run_verify,
};
