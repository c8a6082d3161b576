/* pager.c - see pager.h. */
#include "pager.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "exits.h"
#include "output.h"

extern char **environ;

static const char *wanted(void)
{
    const char *const named = getenv("PAGER");
    if (!isatty(STDOUT_FILENO)) return NULL;
    if (!named) return "less";
    return *named && strcmp(named, "cat") != 0 ? named : NULL;
}

/* Through a shell, since $PAGER may have options. */
static bool start(const char *pager, int from, int other, pid_t *child)
{
    char *const argv[] = {"sh", "-c", (char *)pager, NULL};
    posix_spawn_file_actions_t files;
    if (posix_spawn_file_actions_init(&files) != 0) return false;
    bool started = posix_spawn_file_actions_adddup2(&files, from, STDIN_FILENO) == 0 &&
                   posix_spawn_file_actions_addclose(&files, other) == 0;
    if (!getenv("LESS")) setenv("LESS", "FRX", 1);
    started = started && posix_spawn(child, "/bin/sh", &files, NULL, argv, environ) == 0;
    posix_spawn_file_actions_destroy(&files);
    return started;
}

/* A reader who has seen enough goes away: that is no mishap. */
static void feed(int to, const strbuf *text)
{
    for (size_t done = 0; done < text->len;) {
        const ssize_t n = write(to, text->at + done, text->len - done);
        if (n < 0 && errno != EINTR) break;
        if (n > 0) done += (size_t)n;
    }
}

int pager_print(strbuf *text, const char *path)
{
    const char *const pager = path ? NULL : wanted();
    int ends[2], status = 0;
    pid_t child;
    if (!pager || text->failed || pipe(ends) != 0) return cli_print_to(text, path);
    if (!start(pager, ends[0], ends[1], &child)) {
        close(ends[0]);
        close(ends[1]);
        return cli_print(text);
    }
    close(ends[0]);
    void (*const before)(int) = signal(SIGPIPE, SIG_IGN);
    feed(ends[1], text);
    close(ends[1]);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    signal(SIGPIPE, before);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 127) return cli_print(text); /* there is none */
    strbuf_done(text);
    return EXIT_DONE;
}
