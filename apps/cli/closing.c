/* closing.c - see closing.h. */
#include "closing.h"

#include <stdio.h>

#include "legomena/engine.h"
#include "say.h"

void closing_count(closing_failures *f, lgm_status status)
{
    const size_t n = sizeof f->n / sizeof *f->n;
    f->n[(size_t)status < n ? (size_t)status : 0]++;
}

/* Why reports were not read, in a word or two. */
static const char *reason(size_t status)
{
    switch ((lgm_status)status) {
    case LGM_E_NOTFOUND: return "not found";
    case LGM_E_IO: return "unreadable";
    case LGM_E_FORMAT: return "empty or not a report";
    case LGM_E_UNSUPPORTED: return "of a kind that is not read";
    case LGM_E_BUDGET: return "too large";
    case LGM_E_CORRUPT: return "damaged";
    case LGM_E_NOMEM: return "for want of memory";
    default: return "for other reasons";
    }
}

void closing_put_failures(strbuf *b, const closing_failures *f)
{
    bool any = false;
    for (size_t i = 0; i < sizeof f->n / sizeof *f->n; i++) {
        if (!f->n[i]) continue;
        if (any) strbuf_puts(b, ", ");
        strbuf_number(b, f->n[i]);
        strbuf_printf(b, " %s", reason(i));
        any = true;
    }
}

void closing_summary(const delivery *d, const closing_failures *f, const lgm_source *source)
{
    char left_out[400];
    strbuf b = {0};
    if (d->n_guarded)
        cli_error("a ' was put before %zu cell%s that a spreadsheet would take for a formula",
                  d->n_guarded, d->n_guarded == 1 ? "" : "s");
    if (lgm_source_left_out(source, left_out, sizeof left_out)) cli_error("%s", left_out);
    if (d->n_reports + d->n_failed < 2) return;
    strbuf_count(&b, d->n_reports, "report", "reports");
    strbuf_puts(&b, ", ");
    strbuf_count(&b, d->n_claims, "claim", "claims");
    if (d->n_failed) {
        strbuf_puts(&b, "; ");
        strbuf_number(&b, d->n_failed);
        strbuf_puts(&b, " not read: ");
    }
    closing_put_failures(&b, f);
    strbuf_put(&b, "", 1);
    if (!b.failed) cli_error("%s", b.at);
    strbuf_done(&b);
}

/* Most memory held so far in megabytes, as the system has it; 0 where it does not say. */
static double peak_memory(void)
{
    FILE *const f = fopen("/proc/self/status", "r");
    char line[128];
    unsigned long kb = 0;
    while (f && fgets(line, sizeof line, f))
        if (sscanf(line, "VmHWM: %lu kB", &kb) == 1) break;
    if (f) fclose(f);
    return (double)kb / 1024;
}

void closing_times(const lgm_engine *engine, const lgm_batch *batch, const progress_counts *counts,
                   uint64_t start_ns)
{
    const lgm_room_time *times;
    const size_t n = lgm_batch_times(batch, &times);
    const double second = 1e9, wall = (double)(progress_now() - start_ns) / second;
    const double words = (double)counts->words;
    double sum = 0;
    strbuf b = {0};
    for (size_t i = 0; i < n; i++) sum += (double)times[i].ns / second;
    for (size_t i = 0; i < n; i++)
        strbuf_printf(&b, "%-8s %9.3f s %5.1f %%\n", times[i].room, (double)times[i].ns / second,
                      sum > 0 ? 100 * (double)times[i].ns / second / sum : 0.0);
    strbuf_printf(&b, "rooms    %9.3f s, %.0f words/s a thread (%s, %s)\n", sum,
                  sum > 0 ? words / sum : 0.0, lgm_engine_model_name(engine),
                  lgm_engine_kernel(engine));
    strbuf_printf(&b, "elapsed  %9.3f s, %llu reports, %llu words, %.0f words/s\n", wall,
                  (unsigned long long)counts->reports, (unsigned long long)counts->words,
                  words / wall);
    strbuf_printf(&b, "memory   %9.1f MB at most\n", peak_memory());
    say(b.at, b.len);
    strbuf_done(&b);
}
