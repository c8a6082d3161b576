/* element.c - see element.h. */
#include "office/element.h"

#include <string.h>

typedef struct element {
    const char *name;
    lgm_office_element is;
} element;

static const element word_elements[] = {
    {"p", LGM_OFFICE_EL_PARAGRAPH},
    {"t", LGM_OFFICE_EL_TEXT},
    {"tab", LGM_OFFICE_EL_TAB},
    {"br", LGM_OFFICE_EL_BREAK},
    {"cr", LGM_OFFICE_EL_BREAK},
    {"numPr", LGM_OFFICE_EL_ITEM},
    {"tr", LGM_OFFICE_EL_ROW},
    {"tc", LGM_OFFICE_EL_CELL},
    {"pStyle", LGM_OFFICE_EL_STYLE},
    {"del", LGM_OFFICE_EL_LEFT_OUT},
    {"moveFrom", LGM_OFFICE_EL_LEFT_OUT},
    {"Fallback", LGM_OFFICE_EL_LEFT_OUT},
    {"instrText", LGM_OFFICE_EL_LEFT_OUT},
    {"tabs", LGM_OFFICE_EL_LEFT_OUT},
};
static const element odf_elements[] = {
    {"p", LGM_OFFICE_EL_PARAGRAPH},
    {"h", LGM_OFFICE_EL_HEADING},
    {"tab", LGM_OFFICE_EL_TAB},
    {"line-break", LGM_OFFICE_EL_BREAK},
    {"s", LGM_OFFICE_EL_BLANKS},
    {"list-item", LGM_OFFICE_EL_ITEM},
    {"table-row", LGM_OFFICE_EL_ROW},
    {"table-cell", LGM_OFFICE_EL_CELL},
    {"tracked-changes", LGM_OFFICE_EL_LEFT_OUT},
    {"note", LGM_OFFICE_EL_LEFT_OUT},
    {"annotation", LGM_OFFICE_EL_LEFT_OUT},
    {"forms", LGM_OFFICE_EL_LEFT_OUT},
    {"sequence-decls", LGM_OFFICE_EL_LEFT_OUT},
    {"ruby-text", LGM_OFFICE_EL_LEFT_OUT},
};

static const char *local(const char *name)
{
    const char *const mark = strrchr(name, '|');
    return mark ? mark + 1 : name;
}

const char *lgm_office_attribute(const char **attributes, const char *name)
{
    for (; *attributes; attributes += 2)
        if (strcmp(local(attributes[0]), name) == 0) return attributes[1];
    return "";
}

lgm_office_element lgm_office_element_of(bool word, const char *name)
{
    const element *const all = word ? word_elements : odf_elements;
    const size_t n = word ? LGM_COUNT(word_elements) : LGM_COUNT(odf_elements);
    for (size_t i = 0; i < n; i++)
        if (strcmp(all[i].name, local(name)) == 0) return all[i].is;
    return LGM_OFFICE_EL_NOTHING;
}
