/*
 * tool.h - a program reads bytes and writes text, in a process of its own.
 *
 * Method  the bytes go in by an unnamed file (memfd): a slow reader cannot block the writer. The
 *         process gets LGM_PDF_SECONDS of processor time and LGM_PDF_MEMORY bytes, and is killed
 *         after twice those seconds or above `most` bytes of output.
 * Owns    *out lives in the arena.
 * Errors  LGM_E_NOTFOUND no such program; LGM_E_FORMAT it failed (err has its first line);
 *         LGM_E_BUDGET a limit was met; LGM_E_IO, LGM_E_NOMEM.
 */
#ifndef LGM_PDF_TOOL_H
#define LGM_PDF_TOOL_H

#include "base/base.h"

enum { LGM_PDF_SECONDS = 60 };
#define LGM_PDF_MEMORY ((uint64_t)2 << 30)

LGM_NODISCARD lgm_status lgm_pdf_tool_run(lgm_arena *a, const char *const *argv, lgm_slice in,
                                          size_t most, lgm_slice *out, lgm_err *err);

#endif
