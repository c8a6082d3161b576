/*
 * sealed_off.h - a ledger where nothing can be written: on a disk that is mounted to be read, in a
 * folder of somebody else.
 *
 * SQLite makes files beside one in WAL mode also for those who read it, and where it cannot, it
 * has to be told that the file does not change.
 *
 * Files   sealed_off.c.
 * Source  sqlite.org/wal.html, "Read-Only Databases"; sqlite.org/uri.html.
 */
#ifndef LGM_LEDGER_SEALED_OFF_H
#define LGM_LEDGER_SEALED_OFF_H

#include "base/base.h"

/* Nothing can be made beside the file, and nothing is there that another program has to say. */
bool lgm_ledger_sealed_off(const char *path);
/* The file as an address that says that it does not change; to be freed with lgm_free. */
LGM_NODISCARD lgm_status lgm_ledger_sealed_off_address(char **out, const char *path, lgm_err *err);

#endif
