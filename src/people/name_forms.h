/*
 * name_forms.h - entities of one name put together, and groups of these. Internal to people.
 *
 * A form is the entities whose name, country and work are the same, and whose ages and years do not
 * speak against it. A group is the forms that are one person or body: it begins as one form, and
 * takes in others. Two groups can be one where nothing known of the one is against the other.
 *
 * Files   name_forms.c.
 */
#ifndef LGM_PEOPLE_NAME_FORMS_H
#define LGM_PEOPLE_NAME_FORMS_H

#include "people/report_entity.h"
#include "people/person_name.h"

#define LGM_PEOPLE_NO_GROUP UINT32_MAX

typedef struct lgm_people_form {
    size_t first, n; /* entities */
    uint32_t group;
    uint32_t run;  /* the first form that may be compared with it: the same type and last name, or
                     the same body */
    uint32_t next; /* of its group; LGM_PEOPLE_NO_GROUP = the last */
    lgm_person_why why;
    lgm_slice because;
    lgm_people_name name; /* of a person */
} lgm_people_form;

typedef struct lgm_people_facts { /* of a group */
    char country[4];
    uint32_t work;
    int born, from, to; /* years; 0 = not known */
    size_t n;
    uint64_t given;   /* key of the given name, 0 = several, or none */
    lgm_slice middle; /* as much of it as any member has */
    uint32_t last;    /* form; the first is that of the group's number */
} lgm_people_facts;

typedef struct lgm_people_forms {
    lgm_people_entity *e; /* sorted */
    lgm_people_form *at;
    lgm_people_facts *facts; /* of group i, that began as form i */
    uint32_t n;
} lgm_people_forms;

/* Sorts the entities. false: out of memory. */
bool lgm_people_make_forms(lgm_people_forms *f, lgm_people_entity *e, size_t n, lgm_arena *arena);
/* Does nothing speak against it that groups a and b are one? */
bool lgm_people_can_be_one(const lgm_people_forms *f, uint32_t a, uint32_t b);
/* Group g becomes part of group `to`. */
void lgm_people_take_in(lgm_people_forms *f, uint32_t to, uint32_t g, lgm_person_why why,
                        lgm_slice because);
const lgm_people_entity *lgm_people_of_form(const lgm_people_forms *f, uint32_t form);

#endif
