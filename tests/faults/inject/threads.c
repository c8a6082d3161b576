/* threads.c - pthread_create, in front of libc's. */
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>

#include "plan.h"

int pthread_create(pthread_t *thread, const pthread_attr_t *attr, void *(*work)(void *), void *arg)
{
    int (*create)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
    *(void **)&create = dlsym(RTLD_NEXT, "pthread_create");
    return fault_due(FAULT_thread) ? EAGAIN : create(thread, attr, work, arg);
}
