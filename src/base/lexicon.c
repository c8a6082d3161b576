/* lexicon.c - open addressing by the 32-bit FNV-1a hash, as tools/lexicon.py fills the slots. */
#include "base/lexicon.h"

#include <string.h>

#include "base/fold.h"

/* May a phrase of such ends and length be in a list? */
static bool may_be(const lgm_lexicon *lexicon, const char *phrase, size_t len)
{
    if (len == 0) return false;
    const unsigned ends = 7U * (uint8_t)phrase[0] + (uint8_t)phrase[len - 1];
    return lexicon->lengths[ends % LGM_LEXICON_ENDS] >> (len < 31 ? len : 31) & 1;
}

uint32_t lgm_lexicon_kinds(const lgm_lexicon *lexicon, const char *phrase, size_t len)
{
    if (!may_be(lexicon, phrase, len)) return 0;
    uint32_t h = 0x811C9DC5U;
    for (size_t i = 0; i < len; i++) h = (h ^ (uint8_t)phrase[i]) * 0x01000193U;
    const uint32_t mask = lexicon->n_slots - 1;
    for (uint32_t i = h & mask; lexicon->slots[i].len != 0; i = (i + 1) & mask) {
        const lgm_lexicon_slot *const s = &lexicon->slots[i];
        if (s->len == len && memcmp(lexicon->text + s->at, phrase, len) == 0) return s->kinds;
    }
    return 0;
}

void lgm_lexicon_add(lgm_lexicon_phrase *p, lgm_slice word)
{
    char lower[LGM_FOLD_ROOM(LGM_LEXICON_LONGEST)];
    const size_t space = p->len > 0 ? 1 : 0;
    p->too_long |= word.len > LGM_LEXICON_LONGEST;
    if (p->too_long) return;
    const size_t len = lgm_fold_lower(word.ptr, word.len, lower);
    p->too_long = p->len + space + len > LGM_LEXICON_LONGEST;
    if (p->too_long) return;
    if (space) p->at[p->len++] = ' ';
    memcpy(p->at + p->len, lower, len);
    p->len += len;
}

uint32_t lgm_lexicon_find(const lgm_lexicon *lexicon, const lgm_lexicon_phrase *p)
{
    return p->too_long ? 0 : lgm_lexicon_kinds(lexicon, p->at, p->len);
}
