/*
 * curl_on_demand.c - the functions of libcurl that fetch.c calls, where libcurl is not linked: in a
 * portable library (meson_options.txt) it is looked for when the first address is asked for.
 *
 * libcurl brings some thirty libraries with it, which a library that travels would have to carry.
 * Whatever third argument setopt and getinfo take is one word: a long, an offset or a pointer.
 */
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#include <dlfcn.h>
#include <stdarg.h>
#include <stdint.h>
#undef curl_easy_getinfo
#undef curl_easy_setopt

_Static_assert(sizeof(long) == sizeof(void *) && sizeof(curl_off_t) == sizeof(void *),
               "arguments of libcurl are of one size");

static struct {
    CURLcode (*global_init)(long flags);
    CURL *(*init)(void);
    CURLcode (*setopt)(CURL *c, CURLoption option, ...);
    CURLcode (*perform)(CURL *c);
    CURLcode (*getinfo)(CURL *c, CURLINFO info, ...);
    const char *(*error)(CURLcode code);
    void (*cleanup)(CURL *c);
} lib;

static int find(void *library, const char *name, void **function)
{
    *function = dlsym(library, name);
    return *function != NULL;
}

/* The first that is called, once. The library stays loaded. */
CURLcode curl_global_init(long flags)
{
    void *const library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!library || !find(library, "curl_global_init", (void **)&lib.global_init) ||
        !find(library, "curl_easy_init", (void **)&lib.init) ||
        !find(library, "curl_easy_setopt", (void **)&lib.setopt) ||
        !find(library, "curl_easy_perform", (void **)&lib.perform) ||
        !find(library, "curl_easy_getinfo", (void **)&lib.getinfo) ||
        !find(library, "curl_easy_strerror", (void **)&lib.error) ||
        !find(library, "curl_easy_cleanup", (void **)&lib.cleanup))
        return CURLE_FAILED_INIT;
    return lib.global_init(flags);
}

CURL *curl_easy_init(void)
{
    return lib.init();
}

CURLcode curl_easy_setopt(CURL *c, CURLoption option, ...)
{
    va_list args;
    va_start(args, option);
    void *const value = va_arg(args, void *);
    va_end(args);
    return lib.setopt(c, option, value);
}

CURLcode curl_easy_perform(CURL *c)
{
    return lib.perform(c);
}

CURLcode curl_easy_getinfo(CURL *c, CURLINFO info, ...)
{
    va_list args;
    va_start(args, info);
    void *const out = va_arg(args, void *);
    va_end(args);
    return lib.getinfo(c, info, out);
}

const char *curl_easy_strerror(CURLcode code)
{
    return lib.error(code);
}

void curl_easy_cleanup(CURL *c)
{
    lib.cleanup(c);
}
