/* publisher_lines.c - asks the table of publishers: origin_examples.py says how. */
#include <stdio.h>
#include <string.h>

#include "legomena/origins.h"

int main(void)
{
    char line[512];
    while (fgets(line, sizeof line, stdin)) {
        char *const name = strchr(line, '|') + 1, *const year = strrchr(line, '|');
        const lgm_str who = {name, (size_t)(year - name)},
                      day = {year + 1, strcspn(year + 1, "\n")};
        lgm_publisher p;
        const int found = line[0] == 'n' ? lgm_publisher_by_name(who, day, &p)
                                         : lgm_publisher_by_address(who, day, &p);
        if (found)
            printf("%.*s|%s|%.*s|%d\n", (int)p.name.len, p.name.ptr,
                   lgm_publisher_kind_name(p.kind), (int)p.family.len, p.family.ptr, p.of_state);
        else
            printf("not found|\n");
    }
    return 0;
}
