/* page_files.h - the files that the page is made of, built into the program: apps/web/. */
#ifndef SERVER_PAGE_FILES_H
#define SERVER_PAGE_FILES_H

#include <stddef.h>

typedef struct page_file {
    const char *path, *type;
    const char *at;
    size_t len;
} page_file;

const page_file *page_file_find(const char *path); /* NULL: there is none */

#endif
