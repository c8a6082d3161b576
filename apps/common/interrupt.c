/* interrupt.c - see interrupt.h. What a handler touches is atomic, and set before it is needed. */
#include "interrupt.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <unistd.h>

static atomic_int came;
static int event = -1;
static _Atomic(const char *) draft;
static void (*_Atomic call)(void *);
static void *_Atomic call_ctx;

/* What is raised here comes when the handler returns. */
static void end_at_once(int number)
{
    const char *const path = atomic_load(&draft);
    if (path) unlink(path);
    signal(number, SIG_DFL);
    raise(number);
}

static void on_signal(int number)
{
    const int kept = errno;
    const uint64_t one = 1;
    int none = 0;
    if (!atomic_compare_exchange_strong(&came, &none, number)) {
        end_at_once(number);
    } else {
        const ssize_t n = event >= 0 ? write(event, &one, sizeof one) : 0;
        void (*const function)(void *) = atomic_load(&call);
        (void)n; /* an event that is full wakes as well */
        if (function) function(atomic_load(&call_ctx));
    }
    errno = kept;
}

static void handle(int number, void (*handler)(int))
{
    struct sigaction now, old;
    if (sigaction(number, NULL, &old) != 0 || old.sa_handler == SIG_IGN) return;
    now = (struct sigaction){.sa_handler = handler}; /* calls that wait return: no SA_RESTART */
    sigemptyset(&now.sa_mask);
    sigaction(number, &now, NULL);
}

void interrupt_init(void)
{
    static const int gently[] = {SIGINT, SIGTERM, SIGHUP, SIGXCPU};
    event = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    for (size_t i = 0; i < sizeof gently / sizeof *gently; i++) handle(gently[i], on_signal);
    handle(SIGQUIT, end_at_once);
}

int interrupt_signal(void)
{
    return atomic_load(&came);
}

int interrupt_fd(void)
{
    return event;
}

void interrupt_call(void (*function)(void *), void *ctx)
{
    atomic_store(&call, NULL);
    atomic_store(&call_ctx, ctx);
    atomic_store(&call, function);
    if (function && interrupt_signal()) function(ctx);
}

void interrupt_draft(const char *path)
{
    atomic_store(&draft, path);
}

void interrupt_die(void)
{
    const int number = interrupt_signal();
    if (!number) return;
    signal(number, SIG_DFL);
    raise(number);
    _exit(128 + number); /* where it is blocked */
}
