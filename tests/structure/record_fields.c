/* record_fields.c - prints the fields of the record: SHAPE KEY TYPE FLAGS NAMES AND NESTED. */
#include <stdio.h>

#include "record/fields.h"

static void print_shape(const lgm_record_shape *shape)
{
    for (size_t i = 0; i < shape->n_fields; i++) {
        const lgm_record_field *const f = &shape->fields[i];
        printf("%s\t%s\t%d\t%s%s\t", shape->what, f->key, f->type,
               f->flags & LGM_FIELD_OPTIONAL ? "optional" : "required",
               f->flags & LGM_FIELD_FILLED ? " filled" : "");
        for (int v = 0; f->name && (v == 0 || f->name(v)); v++)
            printf("%s ", f->name(v) ? f->name(v) : "null");
        printf("%s\n", f->shape ? f->shape->what : "");
    }
    for (size_t i = 0; i < shape->n_fields; i++)
        if (shape->fields[i].shape) print_shape(shape->fields[i].shape);
}

int main(void)
{
    print_shape(&lgm_record_root);
    return 0;
}
