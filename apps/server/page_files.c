/* page_files.c - see page_files.h. The table is made by tools/embed.py from apps/web/. */
#include "page_files.h"

#include <string.h>

#include "embedded.h"

const page_file *page_file_find(const char *path)
{
    for (size_t i = 0; embedded_files[i].path; i++)
        if (strcmp(embedded_files[i].path, path) == 0) return &embedded_files[i];
    return NULL;
}
