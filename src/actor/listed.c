/* listed.c - see listed.h. */
#include "actor/listed.h"

const char *lgm_actor_listed(const lgm_doc *doc, const lgm_doc_entity *e, lgm_world_kind kind)
{
    enum { OTHERS = 8 }; /* more ways to write one name are not looked at */
    for (uint32_t i = 0; i < e->n && i < OTHERS; i++) {
        const uint32_t name = doc->name_order[e->first + i];
        const char *const value = lgm_phrase_whole(doc, kind, doc->names[name].tokens);
        if (value) return value;
    }
    return NULL;
}
