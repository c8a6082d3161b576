/* sealed_off.c - see sealed_off.h. */
#include "ledger/sealed_off.h"

#include <string.h>
#include <unistd.h>

#include "base/buf.h"

/* The path with other words at its end, or its folder. NULL where there is no memory. */
static char *beside(const char *path, size_t len, const char *end)
{
    lgm_buf b = {0};
    char *out;
    lgm_buf_put(&b, path, len);
    lgm_buf_puts(&b, end);
    return lgm_buf_take(&b, &out, NULL, NULL) == LGM_OK ? out : NULL;
}

bool lgm_ledger_sealed_off(const char *path)
{
    const char *const slash = strrchr(path, '/');
    char *const folder = slash ? beside(path, (size_t)(slash - path) + 1, ".") : beside("", 0, ".");
    char *const log = beside(path, strlen(path), "-wal");
    const bool so = folder && log && access(path, R_OK) == 0 && access(folder, W_OK) != 0 &&
                    access(log, F_OK) != 0;
    lgm_free(folder);
    lgm_free(log);
    return so;
}

lgm_status lgm_ledger_sealed_off_address(char **out, const char *path, lgm_err *err)
{
    static const char digits[] = "0123456789ABCDEF";
    lgm_buf b = {0};
    lgm_buf_puts(&b, *path == '/' ? "file://" : "file:");
    for (const char *s = path; *s; s++) {
        if (!strchr("%?#", *s)) {
            lgm_buf_putc(&b, *s);
            continue;
        }
        lgm_buf_putc(&b, '%');
        lgm_buf_putc(&b, digits[(unsigned char)*s >> 4]);
        lgm_buf_putc(&b, digits[(unsigned char)*s & 15]);
    }
    lgm_buf_puts(&b, "?immutable=1");
    return lgm_buf_take(&b, out, NULL, err);
}
