/* routes.c - see routes.h. */
#include "routes.h"

#include <string.h>

#include "handlers.h"

static const route routes[] = {
    {"GET", "/api", false, handle_openapi},
    {"GET", "/api/reports/{report}", true, handle_report},
    {"GET", "/api/reports/{report}/copies", true, handle_copies},
    {"GET", "/api/raw/{report}", true, handle_raw},
    {"GET", "/api/stories/{story}", true, handle_story},
    {"GET", "/api/stories/{story}/accounts", true, handle_accounts},
    {"GET", "/api/stories/{story}/disputes", true, handle_disputes},
    {"GET", "/api/stories/{story}/origins", true, handle_origins},
    {"GET", "/api/records/{id}", true, handle_record},
    {"GET", "/api/people", true, handle_people},
    {"GET", "/api/problems", true, handle_problems},
    {"GET", "/api/news", true, NULL},
    {"POST", "/api/read", false, NULL},
    {"POST", "/mcp", true, handle_talk},
    {"POST", "/api/reviews", true, handle_review},
    {"GET", "/api/reviews", true, handle_question},
    {"GET", "/api/{kind}", true, handle_question},
};

const route *route_at(size_t i)
{
    return i < sizeof routes / sizeof *routes ? &routes[i] : NULL;
}

/* A path with braces has something for them, without a slash. */
static bool fits(const char *pattern, const char *path, lgm_str *rest)
{
    const size_t n = strcspn(pattern, "{");
    *rest = (lgm_str){"", 0};
    if (!pattern[n]) return strcmp(pattern, path) == 0;
    if (strncmp(pattern, path, n) != 0) return false;
    const size_t len = strcspn(path + n, "/");
    if (!len || strcmp(path + n + len, strchr(pattern + n, '}') + 1) != 0) return false;
    *rest = (lgm_str){path + n, len};
    return true;
}

const route *route_find(const char *method, const char *path, lgm_str *rest, const char **allowed)
{
    static const char *const lists[] = {"", "GET, HEAD", "POST", "GET, HEAD, POST"};
    const char *const wanted = strcmp(method, "HEAD") == 0 ? "GET" : method;
    unsigned methods = 0;
    bool fixed = false; /* a path without braces is that and no other */
    *rest = (lgm_str){"", 0};
    *allowed = "";
    for (size_t i = 0; i < sizeof routes / sizeof *routes; i++) {
        const bool open = strchr(routes[i].path, '{') != NULL;
        if ((fixed && open) || !fits(routes[i].path, path, rest)) continue;
        if (strcmp(routes[i].method, wanted) == 0) return &routes[i];
        methods |= strcmp(routes[i].method, "GET") == 0 ? 1 : 2;
        fixed |= !open;
    }
    *allowed = lists[methods];
    return NULL;
}
