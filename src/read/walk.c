/*
 * walk.c - one sorted list of names a level. A folder's name carries its slash while it is sorted,
 * which makes the order of names the order of whole paths.
 */
#include "read/walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "fetch/fetch.h"
#include "read/format.h"

enum { MAX_DEPTH = 64 };

typedef struct level {
    lgm_arena *arena;
    char *path; /* ends in a slash */
    LGM_VEC(char *) names;
    size_t at;
} level;

struct lgm_walk {
    const char *const *paths;
    size_t n_paths, next_path;
    level levels[MAX_DEPTH];
    size_t depth, n_found; /* n_found: files of the folder that the user named */
    char *path;            /* what was handed out last */
    size_t left_out[LGM_READ_N_LEFT_OUT];
};

bool lgm_read_walk_takes(const char *name)
{
    const lgm_read_format *const format = lgm_read_format_by_name(name);
    return name[0] != '.' && format && format->next;
}

const size_t *lgm_read_walk_left_out(const lgm_walk *w)
{
    return w->left_out;
}

lgm_status lgm_read_walk_new(lgm_walk **out, const char *const *paths, size_t n_paths, lgm_err *err)
{
    lgm_walk *const w = *out = lgm_calloc(1, sizeof *w);
    if (!w) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    w->paths = paths;
    w->n_paths = n_paths;
    return LGM_OK;
}

static void level_done(level *l)
{
    lgm_arena_free(l->arena);
    *l = (level){0};
}

void lgm_read_walk_free(lgm_walk *w)
{
    if (!w) return;
    while (w->depth) level_done(&w->levels[--w->depth]);
    lgm_free(w->path);
    lgm_free(w);
}

typedef enum { SKIP, FOLDER, REPORT, LEFT_OUT } entry_kind;

static entry_kind kind_of(DIR *dir, const struct dirent *e)
{
    if (e->d_name[0] == '.') return SKIP;
    const entry_kind if_file = lgm_read_walk_takes(e->d_name) ? REPORT : LEFT_OUT;
    if (e->d_type == DT_DIR) return FOLDER;
    if (e->d_type != DT_LNK && e->d_type != DT_UNKNOWN) return if_file;

    struct stat info;
    if (fstatat(dirfd(dir), e->d_name, &info, AT_SYMLINK_NOFOLLOW) == 0) {
        if (S_ISDIR(info.st_mode)) return FOLDER;
        if (S_ISLNK(info.st_mode) && fstatat(dirfd(dir), e->d_name, &info, 0) == 0 &&
            S_ISDIR(info.st_mode))
            return SKIP;
    }
    return if_file; /* a link to nowhere too: opening it gives the message */
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool add_name(level *l, const char *name, bool folder)
{
    const size_t len = strlen(name);
    char *const copy = lgm_arena_alloc(l->arena, len + 2);
    if (!copy) return false;
    memcpy(copy, name, len);
    memcpy(copy + len, folder ? "/" : "", folder ? 2 : 1);
    return lgm_vec_push(l->arena, &l->names, copy);
}

static void count_left_out(lgm_walk *w, const char *name)
{
    const lgm_read_format *const format = lgm_read_format_by_name(name);
    w->left_out[format ? (size_t)(format - lgm_read_formats) : LGM_READ_NO_ENDING]++;
}

static bool has_name(const level *l, const char *stem, size_t len, const char *ending)
{
    char name[NAME_MAX + 1];
    if (len + strlen(ending) > NAME_MAX) return false;
    memcpy(name, stem, len);
    strcpy(name + len, ending);
    const char *const key = name;
    return bsearch(&key, l->names.at, l->names.n, sizeof *l->names.at, by_bytes) != NULL;
}

/* A browser that saves "Fire.html" puts what the page is made of into "Fire_files/": there are no
 * reports in it. */
static bool is_part_of_page(const level *l, const char *name)
{
    static const char tail[] = "_files/";
    const size_t len = strlen(name), n = sizeof tail - 1;
    if (len <= n || strcmp(name + len - n, tail) != 0) return false;
    return has_name(l, name, len - n, ".html") || has_name(l, name, len - n, ".htm");
}

static void drop_parts_of_pages(level *l)
{
    size_t n = 0;
    for (size_t i = 0; i < l->names.n; i++)
        if (!is_part_of_page(l, l->names.at[i])) l->names.at[n++] = l->names.at[i];
    l->names.n = n;
}

static lgm_status list_names(lgm_walk *w, level *l, DIR *dir, lgm_err *err)
{
    errno = 0;
    for (const struct dirent *e; (e = readdir(dir)); errno = 0) {
        const entry_kind kind = kind_of(dir, e);
        if (kind == LEFT_OUT) count_left_out(w, e->d_name);
        if ((kind == FOLDER || kind == REPORT) && !add_name(l, e->d_name, kind == FOLDER))
            return lgm_fail(err, LGM_E_NOMEM, "%s: out of memory", l->path);
    }
    if (errno) return lgm_fail_errno(err, l->path, errno);
    if (l->names.n) qsort(l->names.at, l->names.n, sizeof *l->names.at, by_bytes);
    drop_parts_of_pages(l);
    return LGM_OK;
}

/* path must end in a slash. On an error nothing is pushed: the walk goes on beside this folder. */
static lgm_status push(lgm_walk *w, const char *path, lgm_err *err)
{
    if (w->depth == MAX_DEPTH)
        return lgm_fail(err, LGM_E_BUDGET, "%s: more than %d folders deep", path, MAX_DEPTH);
    level l = {0};
    lgm_status st = lgm_arena_new(&l.arena, 0, err);
    if (st != LGM_OK) return st;
    l.path = lgm_arena_strndup(l.arena, path, strlen(path));
    if (!l.path) {
        level_done(&l);
        return lgm_fail(err, LGM_E_NOMEM, "%s: out of memory", path);
    }
    DIR *const dir = opendir(path);
    if (!dir)
        st = lgm_fail_errno(err, path, errno);
    else
        st = list_names(w, &l, dir, err);
    if (dir) closedir(dir);
    if (st == LGM_OK)
        w->levels[w->depth++] = l;
    else
        level_done(&l);
    return st;
}

/* w->path = a + b. */
static bool set_path(lgm_walk *w, const char *a, const char *b)
{
    const size_t n = strlen(a), m = strlen(b);
    char *const p = lgm_malloc(n + m + 1);
    if (!p) return false;
    memcpy(p, a, n);
    memcpy(p + n, b, m + 1);
    lgm_free(w->path);
    w->path = p;
    return true;
}

/* "https://..." or "www....": the words of an address, and no file has that name. */
static bool is_address(const char *path)
{
    size_t n = 0;
    while ((path[n] | 32) >= 'a' && (path[n] | 32) <= 'z') n++;
    return (n > 1 && strncmp(path + n, "://", 3) == 0) || strncasecmp(path, "www.", 4) == 0;
}

static lgm_status next_named(lgm_walk *w, lgm_walk_file *out, lgm_err *err)
{
    const char *const path = w->paths[w->next_path++];
    const size_t len = strlen(path);
    struct stat info;
    const bool missing = strcmp(path, "-") != 0 && stat(path, &info) != 0;
    const int error = errno;
    if (missing && is_address(path)) {
        if (!lgm_fetch_takes(path))
            return lgm_fail(err, LGM_E_UNSUPPORTED,
                            "%s: of the web only addresses with http:// or https:// are read",
                            path);
        *out = (lgm_walk_file){path, true, true};
        return LGM_OK;
    }
    if (missing) return lgm_fail_errno(err, path, error);
    if (strcmp(path, "-") == 0 || !S_ISDIR(info.st_mode)) {
        *out = (lgm_walk_file){path, true, false};
        return LGM_OK;
    }
    w->n_found = 0;
    if (!set_path(w, path, path[len - 1] == '/' ? "" : "/"))
        return lgm_fail(err, LGM_E_NOMEM, "%s: out of memory", path);
    return push(w, w->path, err);
}

static lgm_status leave_folder(lgm_walk *w, lgm_err *err)
{
    lgm_status st = LGM_OK;
    if (w->depth == 1 && w->n_found == 0)
        st = lgm_fail(err, LGM_E_NOTFOUND,
                      "%s: no reports in this folder: no file whose name ends in .txt, .html, "
                      ".jsonl, .pdf or as others that are read do",
                      w->levels[0].path);
    level_done(&w->levels[--w->depth]);
    return st;
}

static lgm_status next_in_folder(lgm_walk *w, lgm_walk_file *out, lgm_err *err)
{
    level *const l = &w->levels[w->depth - 1];
    if (l->at == l->names.n) return leave_folder(w, err);
    const char *const name = l->names.at[l->at++];
    if (name[strlen(name) - 1] != '/') w->n_found++; /* even if there is no memory to hand it out */
    if (!set_path(w, l->path, name))
        return lgm_fail(err, LGM_E_NOMEM, "%s%s: out of memory", l->path, name);
    if (name[strlen(name) - 1] == '/') return push(w, w->path, err);
    *out = (lgm_walk_file){w->path, false, false};
    return LGM_OK;
}

lgm_status lgm_read_walk_next(lgm_walk *w, lgm_walk_file *out, lgm_err *err)
{
    *out = (lgm_walk_file){0};
    while (w->depth || w->next_path < w->n_paths) {
        const lgm_status st = w->depth ? next_in_folder(w, out, err) : next_named(w, out, err);
        if (st != LGM_OK || out->path) return st;
    }
    return LGM_E_EMPTY;
}
