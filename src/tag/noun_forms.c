/* noun_forms.c - plurals in "-ies". */
#include "tag/noun_forms.h"

#include <string.h>


bool lgm_tag_noun_lemma(lgm_slice form, const char *xpos, char *buf, size_t *len)
{
    enum { SHORTEST = 6 }; /* "pies", "lies" */
    if (strcmp(xpos, "NNS") != 0 || form.len < SHORTEST ||
        memcmp(form.ptr + form.len - 3, "ies", 3) != 0 ||
        LGM_SLICE_IN(form, "series", "species", "rabies", "scabies", "movies", "cookies", "zombies",
                     "calories", "prairies", "brownies", "rookies", "selfies", "birdies", "genies",
                     "hoodies", "goalies", "junkies", "veggies", "aunties", "collies", "pixies",
                     "sorties", "neckties", "reveries", "menageries", "hippies", "newbies",
                     "smoothies", "coteries", "groupies", "foodies", "techies", "oldies",
                     "freebies", "yuppies", "budgies", "walkie-talkies", "talkies", "townies",
                     "roadies", "magpies", "undies"))
        return false;
    memcpy(buf, form.ptr, form.len - 3);
    buf[form.len - 3] = 'y';
    *len = form.len - 2;
    return true;
}
