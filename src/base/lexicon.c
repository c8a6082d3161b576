/* lexicon.c - open addressing by the 32-bit FNV-1a hash, as tools/lexicon.py fills the slots. */
#include "base/lexicon.h"

#include <string.h>

uint32_t lgm_lexicon_kinds(const lgm_lexicon *lexicon, const char *phrase, size_t len)
{
    uint32_t h = 0x811C9DC5U;
    for (size_t i = 0; i < len; i++) h = (h ^ (uint8_t)phrase[i]) * 0x01000193U;
    const uint32_t mask = lexicon->n_slots - 1;
    for (uint32_t i = h & mask; lexicon->slots[i].len != 0; i = (i + 1) & mask) {
        const lgm_lexicon_slot *const s = &lexicon->slots[i];
        if (s->len == len && memcmp(lexicon->text + s->at, phrase, len) == 0) return s->kinds;
    }
    return 0;
}
