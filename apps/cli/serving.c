/* serving.c - see serving.h. */
#include "serving.h"

#include <poll.h>
#include <unistd.h>

#include "exits.h"
#include "interrupt.h"
#include "output.h"
#include "args.h"

static void open_browser(const char *link)
{
    const pid_t child = fork();
    if (child != 0) return;
    if (fork() == 0) execlp("xdg-open", "xdg-open", link, (char *)NULL);
    _exit(0);
}

static int say_link(const char *link, serving_how how, const server *running)
{
    strbuf b = {0};
    strbuf_printf(&b, "legomena serves at %s\n(the link opens once; Ctrl-C ends)\n", link);
    if (how.token_said)
        strbuf_printf(&b, "Programs send: Authorization: Bearer %s\n", server_token(running));
    return cli_print(&b);
}

static void wait_for_signal(void)
{
    struct pollfd signal = {.fd = interrupt_fd(), .events = POLLIN};
    while (!interrupt_signal()) poll(&signal, 1, -1);
}

int serving_run(const server_options *options, serving_how how)
{
    server *running;
    lgm_err err = {0};
    strbuf link = {0};
    const lgm_status st = server_start(&running, options, &err);
    if (st != LGM_OK) {
        cli_error("%s", err.message[0] ? err.message : lgm_status_text(st));
        return st == LGM_E_ARG ? EXIT_USAGE : EXIT_LEDGER;
    }
    strbuf_puts(&link, server_link(running));
    strbuf_puts(&link, how.view ? how.view : "");
    strbuf_put(&link, "", 1);
    int code = EXIT_SOME_FAILED;
    if (link.failed)
        cli_error("out of memory");
    else
        code = say_link(link.at, how, running);
    if (code == EXIT_DONE && how.browser) open_browser(link.at);
    if (code == EXIT_DONE) wait_for_signal();
    server_stop(running);
    strbuf_done(&link);
    return code;
}
