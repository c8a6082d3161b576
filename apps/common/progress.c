/* progress.c - see progress.h. */
#include "progress.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

#include "say.h"
#include "strbuf.h"

#define SECOND UINT64_C(1000000000)

static const char wiped[] = "\r\033[K"; /* what stands in the line */

uint64_t progress_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * SECOND + (uint64_t)t.tv_nsec;
}

void progress_start(progress *p, bool on)
{
    *p = (progress){.on = on, .start_ns = progress_now()};
}

static void put_time(strbuf *b, uint64_t seconds)
{
    if (seconds >= 3600)
        strbuf_printf(b, "%llu:%02llu:%02llu", (unsigned long long)(seconds / 3600),
                      (unsigned long long)(seconds / 60 % 60), (unsigned long long)(seconds % 60));
    else
        strbuf_printf(b, "%llu:%02llu", (unsigned long long)(seconds / 60),
                      (unsigned long long)(seconds % 60));
}

static void put_line(strbuf *b, const progress_counts *c, double elapsed)
{
    strbuf_number(b, c->reports);
    strbuf_printf(b, " %s, ", c->what ? c->what : "reports");
    strbuf_number(b, (unsigned long long)((double)c->reports / elapsed));
    strbuf_puts(b, "/s");
    if (!c->what) {
        strbuf_puts(b, ", ");
        strbuf_number(b, (unsigned long long)((double)c->words / elapsed));
        strbuf_puts(b, " words/s");
    }
    if (c->failed) {
        strbuf_puts(b, ", ");
        strbuf_number(b, c->failed);
        strbuf_puts(b, " unread");
    }
    if (c->bytes_total && c->bytes_done && c->bytes_done <= c->bytes_total) {
        const double share = (double)c->bytes_done / (double)c->bytes_total;
        strbuf_printf(b, ", %.0f %%, ", share * 100);
        put_time(b, (uint64_t)(elapsed / share - elapsed + 0.5));
        strbuf_puts(b, " left");
    }
}

/* A job that the user has sent to the background does not write over what he does there now. */
static bool in_background(void)
{
    const pid_t group = tcgetpgrp(STDERR_FILENO);
    return group != -1 && group != getpgrp();
}

void progress_show(progress *p, const progress_counts *counts)
{
    const uint64_t now = progress_now();
    if (!p->on || now - p->start_ns < SECOND || now - p->last_ns < SECOND / 5) return;
    if (in_background()) return;
    p->last_ns = now;
    p->shown = true;
    strbuf line = {0};
    strbuf_puts(&line, wiped);
    put_line(&line, counts, (double)(now - p->start_ns) / (double)SECOND);
    if (!line.failed) say_if_taken(line.at, line.len);
    strbuf_done(&line);
}

void progress_wipe(progress *p)
{
    if (p->shown) say(wiped, strlen(wiped));
    p->shown = false;
}
