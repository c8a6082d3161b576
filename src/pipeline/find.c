/*
 * find.c - where the models and the table of places are.
 *
 * A word with a slash in it, or one that ends in ".lgm", is a path. Anything else is a name, looked
 * up as NAME.lgm in the folder that the caller gave; if none was given, in $LEGOMENA_MODELS; if
 * that is not set, in ../models beside the program (a checkout), then where `make install` puts
 * them. The table of places, places.tbl, lies in the same folder.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "pipeline/pipeline.h"

#ifndef LGM_MODEL_DIR
#define LGM_MODEL_DIR "/usr/local/share/legomena/models"
#endif

enum { MAX_PATH = 4096 };

static bool is_path(const char *model)
{
    const size_t n = strlen(model);
    return strchr(model, '/') || (n > 4 && strcmp(model + n - 4, ".lgm") == 0);
}

static lgm_status keep(char **out, const char *path, lgm_err *err)
{
    const size_t size = strlen(path) + 1;
    char *const copy = lgm_malloc(size);
    if (!copy) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    memcpy(copy, path, size);
    *out = copy;
    return LGM_OK;
}

/* A file at which the system will not let us look is there: who opens it says why. */
static bool in_folder(char path[MAX_PATH], const char *dir, const char *below, const char *name,
                      const char *ending)
{
    const int n = snprintf(path, MAX_PATH, "%s%s/%s%s", dir, below, name, ending);
    if (n <= 0 || n >= MAX_PATH) return false;
    return access(path, F_OK) == 0 || (errno != ENOENT && errno != ENOTDIR);
}

/* The folder of the running program; false where the system does not say. */
static bool program_folder(char dir[MAX_PATH])
{
    const ssize_t n = readlink("/proc/self/exe", dir, MAX_PATH - 1);
    if (n <= 0) return false;
    dir[n] = '\0';
    char *const slash = strrchr(dir, '/');
    if (!slash) return false;
    *slash = '\0';
    return true;
}

lgm_status lgm_pipeline_find_model(char **out, const char *model, const char *model_dir,
                                   lgm_err *err)
{
    const char *const name = model ? model : LGM_DEFAULT_MODEL;
    *out = NULL;
    if (!*name) return lgm_fail(err, LGM_E_NOTFOUND, "the name of the model is empty");
    if (is_path(name)) return keep(out, name, err);

    char path[MAX_PATH], program[MAX_PATH];
    const char *const dir = model_dir ? model_dir : secure_getenv("LEGOMENA_MODELS");
    if (dir && *dir) {
        if (in_folder(path, dir, "", name, ".lgm")) return keep(out, path, err);
        return lgm_fail(err, LGM_E_NOTFOUND,
                        "no model %s.lgm in %s; another is chosen with --model", name, dir);
    }
    const bool known = program_folder(program);
    if ((known && in_folder(path, program, "/../models", name, ".lgm")) ||
        in_folder(path, LGM_MODEL_DIR, "", name, ".lgm"))
        return keep(out, path, err);
    return lgm_fail(
        err, LGM_E_NOTFOUND,
        "no model %s.lgm in %s%s%s; set LEGOMENA_MODELS to its folder, or choose another "
        "with --model",
        name, known ? program : "", known ? "/../models or " : "", LGM_MODEL_DIR);
}

lgm_status lgm_pipeline_find_places(char **out, const char *model_dir, lgm_err *err)
{
    char path[MAX_PATH], program[MAX_PATH];
    const char *const dir = model_dir ? model_dir : secure_getenv("LEGOMENA_MODELS");
    *out = NULL;
    const bool found = dir && *dir ? in_folder(path, dir, "", "places", ".tbl")
                                   : (program_folder(program) &&
                                      in_folder(path, program, "/../models", "places", ".tbl")) ||
                                         in_folder(path, LGM_MODEL_DIR, "", "places", ".tbl");
    return found ? keep(out, path, err) : LGM_OK;
}
