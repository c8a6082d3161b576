/*
 * calls.c - system calls, at the kernel's door. A seccomp filter turns those of the table into a
 * signal; its handler makes the call itself, or has it fail. So those are seen too that libc makes
 * for its own purposes and under no name that could be replaced: the writes of stdio, the openat of
 * opendir, the brk and mmap of malloc. Those that a sanitizer makes for itself are let through.
 */
#include <dlfcn.h>
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

#include "plan.h"

enum { SHORT = 7 }; /* bytes of a short read or write */

#define WATCHED(X)                                                                                 \
    X(read, read)                                                                                  \
    X(read, pread64) X(read, readv) X(write, write) X(write, pwrite64) X(write, writev)            \
        X(open, openat) X(open, eventfd2) X(map, mmap) X(map, mremap) X(map, brk) X(map, mprotect) \
            X(close, close) X(sync, fsync) X(sync, fdatasync) X(sync, ftruncate)                   \
                X(sync, fallocate) X(stat, newfstatat) X(stat, fstat) X(stat, statx)               \
                    X(stat, faccessat) X(stat, readlinkat) X(list, getdents64) X(name, renameat)   \
                        X(name, renameat2) X(name, linkat) X(name, unlinkat) X(name, mkdirat)      \
                            X(name, fchmod) X(name, fchmodat) X(wait, ppoll) X(control, fcntl)     \
                                X(control, ioctl) X(control, lseek) X(control, sched_getaffinity)
#ifdef SYS_open /* older names, which x86-64 has beside the newer ones */
#define WATCHED_OLD(X)                                                                             \
    X(open, open)                                                                                  \
    X(stat, stat) X(stat, lstat) X(stat, access) X(stat, readlink) X(name, rename) X(name, link)   \
        X(name, unlink) X(name, mkdir) X(name, chmod) X(wait, poll)
#else
#define WATCHED_OLD(X)
#endif

static const struct {
    int number;
    fault_kind kind;
} watched[] = {
#define WATCH(kind, name) {SYS_##name, FAULT_##kind},
    WATCHED(WATCH) WATCHED_OLD(WATCH)
#undef WATCH
};

enum { N_WATCHED = sizeof watched / sizeof *watched };

/* ---- a call of our own, which the filter knows by its place in memory ------------------------ */

long fault_call(long number, const long args[6]);
extern const char fault_call_made[]; /* behind its instruction */

#if defined(__x86_64__)
#define MACHINE AUDIT_ARCH_X86_64
__asm__(".text\n"
        "fault_call:\n"
        "    mov %rdi, %rax\n"
        "    mov %rsi, %r11\n"
        "    mov 0(%r11), %rdi\n"
        "    mov 8(%r11), %rsi\n"
        "    mov 16(%r11), %rdx\n"
        "    mov 24(%r11), %r10\n"
        "    mov 32(%r11), %r8\n"
        "    mov 40(%r11), %r9\n"
        "    syscall\n"
        "fault_call_made:\n"
        "    ret\n");

static long *result_of(ucontext_t *c)
{
    return (long *)&c->uc_mcontext.gregs[REG_RAX];
}

static void get_args(const ucontext_t *c, long args[6])
{
    static const int registers[] = {REG_RDI, REG_RSI, REG_RDX, REG_R10, REG_R8, REG_R9};
    for (int i = 0; i < 6; i++) args[i] = (long)c->uc_mcontext.gregs[registers[i]];
}
#elif defined(__aarch64__)
#define MACHINE AUDIT_ARCH_AARCH64
__asm__(".text\n"
        "fault_call:\n"
        "    mov x8, x0\n"
        "    mov x9, x1\n"
        "    ldp x0, x1, [x9]\n"
        "    ldp x2, x3, [x9, #16]\n"
        "    ldp x4, x5, [x9, #32]\n"
        "    svc #0\n"
        "fault_call_made:\n"
        "    ret\n");

static long *result_of(ucontext_t *c)
{
    return (long *)&c->uc_mcontext.regs[0];
}

static void get_args(const ucontext_t *c, long args[6])
{
    memcpy(args, c->uc_mcontext.regs, 6 * sizeof *args);
}
#else
#error "faults: not for this machine"
#endif

/* ---- the handler ----------------------------------------------------------------------------- */

static uintptr_t libc_start, libc_end;

static fault_kind kind_of(int number)
{
    for (int i = 0; i < N_WATCHED; i++)
        if (watched[i].number == number) return watched[i].kind;
    return FAULT_N_KINDS;
}

static bool is_ours_to_fail(const siginfo_t *info, fault_kind kind, const long args[6])
{
    const uintptr_t from = (uintptr_t)info->si_call_addr;
    if (from < libc_start || from >= libc_end) return false;
    /* Standard error is where a failure is told. */
    return !(kind == FAULT_write && args[0] == STDERR_FILENO) && fault_due(kind);
}

/* What a call gives that fails, or does a part of its work. */
static long failed(int number, fault_kind kind, long args[6])
{
    if (fault_errno() == 0) {
        if (args[2] > SHORT) args[2] = SHORT;
        return fault_call(number, args);
    }
    /* brk says that it failed by leaving the end where it is. */
    if (number == SYS_brk) return fault_call(number, (const long[6]){0});
    /* A descriptor is gone whatever close says. */
    if (kind == FAULT_close) fault_call(number, args);
    return -fault_errno();
}

static void on_call(int signal, siginfo_t *info, void *context)
{
    const fault_kind kind = kind_of(info->si_syscall);
    long args[6];
    (void)signal;
    get_args(context, args);
    const bool fails = is_ours_to_fail(info, kind, args);
    *result_of(context) =
        fails ? failed(info->si_syscall, kind, args) : fault_call(info->si_syscall, args);
}

/* ---- the filter ------------------------------------------------------------------------------ */

static bool install_filter(void)
{
    const uintptr_t own = (uintptr_t)fault_call_made;
    struct sock_filter code[N_WATCHED + 10], *at = code;
    const unsigned ip = offsetof(struct seccomp_data, instruction_pointer);
    *at++ = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, ip);
    *at++ = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)own, 0, 3);
    *at++ = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, ip + 4);
    *at++ = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)(own >> 32), 0, 1);
    *at++ = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    *at++ =
        (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
    for (int i = 0; i < N_WATCHED; i++)
        *at++ = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)watched[i].number,
                                             (uint8_t)(N_WATCHED - i), 0);
    *at++ = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    *at++ = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRAP);
    const struct sock_fprog program = {(unsigned short)(at - code), code};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

bool fault_watch_calls(void)
{
    struct dl_find_object libc;
    const struct sigaction action = {.sa_sigaction = on_call, .sa_flags = SA_SIGINFO | SA_NODEFER};
    if (_dl_find_object(dlsym(RTLD_DEFAULT, "gnu_get_libc_version"), &libc) != 0) return false;
    libc_start = (uintptr_t)libc.dlfo_map_start;
    libc_end = (uintptr_t)libc.dlfo_map_end;
    return sigaction(SIGSYS, &action, NULL) == 0 && install_filter();
}
