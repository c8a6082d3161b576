/* plan.c - see plan.h. */
#include "plan.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static fault_tally nowhere, *tally = &nowhere;
static struct {
    bool on; /* calls are counted */
    fault_kind kind;
    uint64_t at; /* 0 = none fails */
    bool sticky;
    int error;
} plan;

static const char *const kinds[] = {
#define FAULT_NAME(name) #name,
    FAULT_KINDS(FAULT_NAME)
#undef FAULT_NAME
};

static int number_of(const char *how)
{
    static const struct {
        const char *name;
        int number;
    } errors[] = {{"short", 0},       {"EIO", EIO},       {"ENOSPC", ENOSPC}, {"EINTR", EINTR},
                  {"EAGAIN", EAGAIN}, {"ENOMEM", ENOMEM}, {"EMFILE", EMFILE}, {"EACCES", EACCES},
                  {"EXDEV", EXDEV},   {"ENOSYS", ENOSYS}};
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
        if (strcmp(errors[i].name, how) == 0) return errors[i].number;
    abort();
}

/* "kind:n[+][:how]" */
static void read_plan(const char *words)
{
    size_t len = strcspn(words, ":");
    while (plan.kind < FAULT_N_KINDS &&
           (strncmp(kinds[plan.kind], words, len) != 0 || kinds[plan.kind][len]))
        plan.kind++;
    if (plan.kind == FAULT_N_KINDS || words[len] != ':') abort();
    char *rest;
    plan.at = strtoull(words + len + 1, &rest, 10);
    plan.sticky = *rest == '+';
    rest += plan.sticky;
    plan.error = *rest == ':' ? number_of(rest + 1) : ENOMEM;
}

static void map_tally(const char *path)
{
    const int fd = open(path, O_RDWR | O_CLOEXEC);
    if (fd < 0) abort();
    void *const p = mmap(NULL, sizeof *tally, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (p == MAP_FAILED) abort();
    close(fd);
    tally = p;
}

static const char *value_of(char **environment, const char *name)
{
    const size_t len = strlen(name);
    for (; *environment; environment++)
        if (strncmp(*environment, name, len) == 0 && (*environment)[len] == '=')
            return *environment + len + 1;
    return NULL;
}

/* Linked with initfirst, this is the first of all constructors: libc has no getenv yet. */
__attribute__((constructor)) static void start(int argc, char **argv, char **environment)
{
    const char *const words = value_of(environment, "FAULT"),
                      *const file = value_of(environment, "FAULT_TALLY"),
                      *const seconds = value_of(environment, "FAULT_SECONDS");
    (void)argc, (void)argv;
    if (words) read_plan(words);
    if (file) map_tally(file);
    if (seconds) alarm((unsigned)atoi(seconds));
    if (!fault_watch_calls()) abort();
    plan.on = true;
}

bool fault_due(fault_kind kind)
{
    if (!plan.on) return false;
    const uint64_t n = ++tally->calls[kind];
    if (kind != plan.kind || !plan.at || (plan.sticky ? n < plan.at : n != plan.at)) return false;
    tally->failed++;
    return true;
}

int fault_errno(void)
{
    return plan.error;
}
