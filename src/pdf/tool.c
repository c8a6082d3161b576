/* tool.c - see tool.h. */
#include "pdf/tool.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"

extern char **environ;

enum { MESSAGE = 160 };

typedef struct tool {
    pid_t pid;
    int in, out[2], say[2]; /* -1: closed */
    lgm_buf text;
    char message[MESSAGE]; /* the first line that it said */
    size_t message_len;
    bool late, large;
    int failed; /* errno: its output could not be read to the end */
} tool;

static void close_one(int *fd)
{
    if (*fd >= 0) close(*fd);
    *fd = -1;
}

static lgm_status write_all(int fd, lgm_slice s, lgm_err *err)
{
    while (s.len) {
        const ssize_t n = write(fd, s.ptr, s.len);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return lgm_fail_errno(err, "a file in memory", errno);
        s = (lgm_slice){s.ptr + n, s.len - (size_t)n};
    }
    return lseek(fd, 0, SEEK_SET) == 0 ? LGM_OK : lgm_fail_errno(err, "a file in memory", errno);
}

static lgm_status open_files(tool *t, lgm_slice in, lgm_err *err)
{
    t->in = memfd_create("legomena", MFD_CLOEXEC);
    if (t->in < 0 || pipe2(t->out, O_CLOEXEC) != 0 || pipe2(t->say, O_CLOEXEC) != 0)
        return lgm_fail_errno(err, "pipe", errno);
    return write_all(t->in, in, err);
}

static lgm_status start(tool *t, const char *const *argv, lgm_err *err)
{
    posix_spawn_file_actions_t files;
    if (posix_spawn_file_actions_init(&files) != 0)
        return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    int e = posix_spawn_file_actions_adddup2(&files, t->in, STDIN_FILENO);
    if (!e) e = posix_spawn_file_actions_adddup2(&files, t->out[1], STDOUT_FILENO);
    if (!e) e = posix_spawn_file_actions_adddup2(&files, t->say[1], STDERR_FILENO);
    if (!e)
        e = posix_spawnp(&t->pid, argv[0], &files, NULL, (char *const *)(uintptr_t)argv, environ);
    posix_spawn_file_actions_destroy(&files);
    if (e == ENOENT || e == EACCES)
        return lgm_fail(err, LGM_E_NOTFOUND, "there is no program %s on this machine", argv[0]);
    if (e) return lgm_fail_errno(err, argv[0], e);
    const struct rlimit seconds = {LGM_PDF_SECONDS, LGM_PDF_SECONDS};
    const struct rlimit memory = {LGM_PDF_MEMORY, LGM_PDF_MEMORY};
    prlimit(t->pid, RLIMIT_CPU, &seconds, NULL);
    prlimit(t->pid, RLIMIT_AS, &memory, NULL);
    close_one(&t->out[1]);
    close_one(&t->say[1]);
    return LGM_OK;
}

/* Takes what there is; false: closed. */
static bool take_text(tool *t, size_t most)
{
    char bytes[1 << 15];
    const ssize_t n = read(t->out[0], bytes, sizeof bytes);
    if (n < 0 && errno != EINTR && errno != EAGAIN) t->failed = errno;
    if (n < 0) return !t->failed;
    lgm_buf_put(&t->text, bytes, (size_t)n);
    t->large = t->text.len > most;
    return n > 0 && !t->large && !t->text.failed;
}

static bool take_message(tool *t)
{
    char bytes[1 << 12];
    const ssize_t n = read(t->say[0], bytes, sizeof bytes);
    if (n < 0) return errno == EINTR || errno == EAGAIN;
    const size_t room = MESSAGE - 1 - t->message_len, take = (size_t)n < room ? (size_t)n : room;
    memcpy(t->message + t->message_len, bytes, take);
    t->message_len += take;
    return n > 0;
}

static void take_all(tool *t, size_t most)
{
    const uint64_t until = lgm_now_ns() + 2ull * LGM_PDF_SECONDS * 1000000000;
    while (t->out[0] >= 0 || t->say[0] >= 0) {
        struct pollfd fds[2] = {{t->out[0], POLLIN, 0}, {t->say[0], POLLIN, 0}};
        const uint64_t now = lgm_now_ns();
        t->late = now >= until;
        if (t->late) return;
        if (poll(fds, 2, (int)((until - now) / 1000000) + 1) < 0 && errno != EINTR)
            t->failed = errno;
        if (fds[0].revents && !take_text(t, most)) close_one(&t->out[0]);
        if (fds[1].revents && !take_message(t)) close_one(&t->say[0]);
        if (t->large || t->failed || t->text.failed) return;
    }
}

static int end(tool *t)
{
    int status = 0;
    pid_t done;
    if (t->late || t->large || t->failed || t->text.failed) kill(t->pid, SIGKILL);
    while ((done = waitpid(t->pid, &status, 0)) < 0 && errno == EINTR) continue;
    if (done < 0 && !t->failed) t->failed = errno; /* a program that ignores SIGCHLD never hears */
    return status;
}

static lgm_status outcome(tool *t, const char *program, int status, size_t most, lgm_err *err)
{
    char *const lf = memchr(t->message, '\n', t->message_len);
    if (lf) *lf = 0;
    if (t->text.failed) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    if (t->failed) return lgm_fail_errno(err, program, t->failed);
    if (t->large) return lgm_fail(err, LGM_E_BUDGET, "%s wrote more than %zu bytes", program, most);
    if (t->late || (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) ||
        (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL))
        return lgm_fail(err, LGM_E_BUDGET, "%s took more than %d seconds", program,
                        LGM_PDF_SECONDS);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return LGM_OK;
    return lgm_fail(err, LGM_E_FORMAT, "%s: %s", program,
                    *t->message ? t->message : "it ended in an error");
}

lgm_status lgm_pdf_tool_run(lgm_arena *a, const char *const *argv, lgm_slice in, size_t most,
                            lgm_slice *out, lgm_err *err)
{
    tool t = {.in = -1, .out = {-1, -1}, .say = {-1, -1}};
    *out = (lgm_slice){0};
    lgm_status st = open_files(&t, in, err);
    if (st == LGM_OK) st = start(&t, argv, err);
    if (st == LGM_OK) {
        take_all(&t, most);
        st = outcome(&t, argv[0], end(&t), most, err);
    }
    if (st == LGM_OK) {
        char *const copy = lgm_arena_strndup(a, t.text.len ? t.text.at : "", t.text.len);
        *out = (lgm_slice){copy, t.text.len};
        if (!copy) st = lgm_arena_fail(a, err);
    }
    close_one(&t.in);
    close_one(&t.out[0]);
    close_one(&t.out[1]);
    close_one(&t.say[0]);
    close_one(&t.say[1]);
    lgm_buf_done(&t.text);
    return st;
}
