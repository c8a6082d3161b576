/* copy_kinds.c - the kinds of copies by name. */
#include "legomena/copy.h"

const char *lgm_copy_kind_name(lgm_copy_kind kind)
{
#define NAME(name, text, words) text,
    static const char *const names[] = {LGM_COPY_KINDS(NAME)};
#undef NAME
    return kind < LGM_COPY_N ? names[kind] : NULL;
}

const char *lgm_copy_kind_text(lgm_copy_kind kind)
{
#define TEXT(name, text, words) words,
    static const char *const texts[] = {LGM_COPY_KINDS(TEXT)};
#undef TEXT
    return kind < LGM_COPY_N ? texts[kind] : NULL;
}
