/* embedded.h - all files of the page; the last has the path NULL. Made by tools/embed.py. */
#ifndef SERVER_EMBEDDED_H
#define SERVER_EMBEDDED_H

#include "page_files.h"

extern const page_file embedded_files[];

#endif
