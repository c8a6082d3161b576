/* disk.c - the VFS of disk.h: which call fails. What a power cut leaves is in platter.c. */
#include "disk.h"

#include <errno.h>
#include <sqlite3.h>
#include <string.h>

#include "platter.h"

typedef struct handle {
    sqlite3_file base;
    platter *platter; /* NULL = nothing is kept of it */
    sqlite3_file *real;
} handle;

static sqlite3_vfs *usual;
static disk_fault fault;
static uint64_t calls, failed, changes, cut_at;

void disk_fail(disk_fault f)
{
    fault = f;
    calls = failed = 0;
}

uint64_t disk_mend(void)
{
    fault = (disk_fault){0};
    return failed;
}

void disk_cut_power(uint64_t change)
{
    changes = 0;
    cut_at = change;
}

uint64_t disk_power_returns(uint64_t seed)
{
    cut_at = 0;
    platter_write_all(seed);
    return changes;
}

bool disk_has_power(void)
{
    return !cut_at || changes < cut_at;
}

/* SQLITE_OK, or the code with which this call fails. */
static int due(disk_call call)
{
    if (!disk_has_power()) return SQLITE_IOERR;
    if (!fault.at || call != fault.call) return SQLITE_OK;
    calls++;
    if (fault.on ? calls < fault.at : calls != fault.at) return SQLITE_OK;
    failed++;
    return fault.code;
}

/* ---- files ---- */

static sqlite3_file *real(sqlite3_file *f)
{
    return ((handle *)f)->real;
}

static int close_file(sqlite3_file *f)
{
    return real(f)->pMethods ? real(f)->pMethods->xClose(real(f)) : SQLITE_OK;
}

static int read_file(sqlite3_file *f, void *to, int n, sqlite3_int64 at)
{
    const int code = due(DISK_READ);
    return code ? code : real(f)->pMethods->xRead(real(f), to, n, at);
}

static int write_file(sqlite3_file *f, const void *from, int n, sqlite3_int64 at)
{
    const int code = due(DISK_WRITE);
    if (code) return code;
    changes++;
    platter_change(((handle *)f)->platter, at, from, (size_t)n);
    return real(f)->pMethods->xWrite(real(f), from, n, at);
}

static int truncate_file(sqlite3_file *f, sqlite3_int64 size)
{
    const int code = due(DISK_TRUNCATE);
    if (code) return code;
    changes++;
    platter_change(((handle *)f)->platter, size, NULL, 0);
    return real(f)->pMethods->xTruncate(real(f), size);
}

static int sync_file(sqlite3_file *f, int flags)
{
    const int code = due(DISK_SYNC);
    (void)flags;
    if (code) return code;
    changes++;
    if (disk_has_power()) platter_sync(((handle *)f)->platter);
    return SQLITE_OK;
}

static int size_of_file(sqlite3_file *f, sqlite3_int64 *size)
{
    const int code = due(DISK_SIZE);
    return code ? code : real(f)->pMethods->xFileSize(real(f), size);
}

static int lock_file(sqlite3_file *f, int level)
{
    const int code = due(DISK_LOCK);
    return code ? code : real(f)->pMethods->xLock(real(f), level);
}

static int unlock_file(sqlite3_file *f, int level)
{
    return real(f)->pMethods->xUnlock(real(f), level);
}

static int is_reserved(sqlite3_file *f, int *out)
{
    return real(f)->pMethods->xCheckReservedLock(real(f), out);
}

static int control_file(sqlite3_file *f, int op, void *arg)
{
    return real(f)->pMethods->xFileControl(real(f), op, arg);
}

static int sector_size(sqlite3_file *f)
{
    return real(f)->pMethods->xSectorSize(real(f));
}

static int characteristics(sqlite3_file *f)
{
    return real(f)->pMethods->xDeviceCharacteristics(real(f));
}

static int map_shared(sqlite3_file *f, int region, int size, int extend, void volatile **out)
{
    const int code = due(DISK_SHARED_MEMORY);
    return code ? code : real(f)->pMethods->xShmMap(real(f), region, size, extend, out);
}

static int lock_shared(sqlite3_file *f, int offset, int n, int flags)
{
    const int code = flags & SQLITE_SHM_LOCK ? due(DISK_LOCK) : SQLITE_OK;
    return code ? code : real(f)->pMethods->xShmLock(real(f), offset, n, flags);
}

static void barrier(sqlite3_file *f)
{
    real(f)->pMethods->xShmBarrier(real(f));
}

static int unmap_shared(sqlite3_file *f, int remove)
{
    return real(f)->pMethods->xShmUnmap(real(f), remove);
}

static const sqlite3_io_methods methods = {2,
                                           close_file,
                                           read_file,
                                           write_file,
                                           truncate_file,
                                           sync_file,
                                           size_of_file,
                                           lock_file,
                                           unlock_file,
                                           is_reserved,
                                           control_file,
                                           sector_size,
                                           characteristics,
                                           map_shared,
                                           lock_shared,
                                           barrier,
                                           unmap_shared,
                                           NULL,
                                           NULL};

/* ---- the file system ---- */

static int open_file(sqlite3_vfs *v, const char *path, sqlite3_file *f, int flags, int *out_flags)
{
    handle *const h = (handle *)f;
    int code = due(DISK_OPEN);
    (void)v;
    *h = (handle){.real = (sqlite3_file *)(void *)(h + 1)};
    if (code) return code;
    if (cut_at && path) h->platter = platter_of(path);
    code = usual->xOpen(usual, path, h->real, flags, out_flags);
    if (h->real->pMethods) h->base.pMethods = &methods;
    return code;
}

static int delete_file(sqlite3_vfs *v, const char *path, int sync_folder)
{
    const int code = due(DISK_DELETE);
    (void)v;
    if (code) return code;
    changes++;
    if (cut_at) platter_delete(path, sync_folder != 0);
    return usual->xDelete(usual, path, 0);
}

static int access_file(sqlite3_vfs *v, const char *path, int flags, int *out)
{
    const int code = due(DISK_ACCESS);
    (void)v;
    return code ? code : usual->xAccess(usual, path, flags, out);
}

static int last_error(sqlite3_vfs *v, int n, char *to)
{
    (void)v, (void)n, (void)to;
    return fault.at || cut_at ? (fault.code == SQLITE_FULL ? ENOSPC : EIO) : errno;
}

void disk_install(void)
{
    static sqlite3_vfs own;
    if (own.zName) return;
    usual = sqlite3_vfs_find(NULL);
    own = *usual;
    own.zName = "disk";
    own.szOsFile += (int)sizeof(handle);
    own.xOpen = open_file;
    own.xDelete = delete_file;
    own.xAccess = access_file;
    own.xGetLastError = last_error;
    sqlite3_vfs_register(&own, 1);
}
