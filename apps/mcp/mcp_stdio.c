/* mcp_stdio.c - see mcp_stdio.h. */
#include "mcp_stdio.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "interrupt.h"
#include "write_all.h"

enum { CHUNK = 1 << 16 };

typedef struct piping {
    mcp *m;
    int out;
    strbuf line; /* what came of it so far */
    bool over;   /* it is too long: what comes until its end is left out */
    int error;
    uint64_t state; /* of the ledger, when the coverage was counted */
} piping;

static void answer(piping *p)
{
    strbuf said = {0};
    const uint64_t state = lgm_ledger_state(p->m->ledger);
    if (!state || state != p->state) p->m->coverage->len = 0;
    p->state = state;
    if (p->over)
        rpc_put_error(&said, RPC_NO_MESSAGE, "a message has more than 16 MiB");
    else if (strspn(p->line.at ? p->line.at : "", " \t\r") < p->line.len)
        mcp_take(p->m, p->line.at, p->line.len, &said);
    if (said.len) strbuf_puts(&said, "\n");
    if (said.failed) p->error = ENOMEM;
    if (said.len && !p->error) p->error = write_all(p->out, said.at, said.len, WRITE_FOREVER);
    strbuf_done(&said);
    p->line.len = 0;
    p->over = false;
}

static void add(piping *p, const char *bytes, size_t len)
{
    p->over |= p->line.len + len > MCP_MOST_BYTES;
    if (p->over)
        p->line.len = 0;
    else
        strbuf_put(&p->line, bytes, len);
    if (p->line.failed) p->error = ENOMEM;
}

static void take(piping *p, const char *bytes, size_t len)
{
    while (len && !p->error) {
        const char *const end = memchr(bytes, '\n', len);
        const size_t n = end ? (size_t)(end - bytes) : len;
        add(p, bytes, n);
        if (end && !p->error) answer(p);
        bytes += n + (end != NULL);
        len -= n + (end != NULL);
    }
}

/* Is there something to be read, or the end? false: a signal came. */
static bool wait_for(int in)
{
    struct pollfd fds[] = {{.fd = in, .events = POLLIN}, {.fd = interrupt_fd(), .events = POLLIN}};
    while (!interrupt_signal()) {
        if (poll(fds, 2, -1) < 0 && errno != EINTR) return true;
        if (fds[0].revents) return true;
    }
    return false;
}

int mcp_stdio_serve(mcp *m, int in, int out)
{
    piping p = {.m = m, .out = out};
    char *const chunk = malloc(CHUNK);
    if (!chunk) p.error = ENOMEM;
    while (!p.error && wait_for(in)) {
        const ssize_t n = read(in, chunk, CHUNK);
        if (n < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (n < 0) p.error = errno;
        if (n <= 0) break;
        take(&p, chunk, (size_t)n);
    }
    if (!p.error && (p.line.len || p.over) && !interrupt_signal()) answer(&p);
    free(chunk);
    strbuf_done(&p.line);
    return p.error;
}
