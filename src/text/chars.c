/* chars.c - what each code point is to the scanner. */
#include "text/scan.h"

#include <utf8proc.h>

#define G LGM_KIND_GAP
#define N LGM_KIND_NEWLINE
#define L LGM_KIND_LETTER
#define D LGM_KIND_DIGIT
#define O LGM_KIND_OTHER
const uint8_t lgm_text_ascii[128] = {
    G, G, G, G, G, G, G, G, G, G, N, G, G, N, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G,
    G, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, D, D, D, D, D, D, D, D, D, D, O, O, O, O, O, O,
    O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, O, O, O, O, L,
    O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, O, O, O, O, G};
#undef G
#undef N
#undef L
#undef D
#undef O

static lgm_kind kind_of(uint32_t cp)
{
    if (cp == 0x85 || cp == 0x2028 || cp == 0x2029) return LGM_KIND_NEWLINE;
    if (cp == 0xAD || cp == 0x200C || cp == 0x200D) return LGM_KIND_MARK; /* inside words */
    if (cp >= 0x1F3FB && cp <= 0x1F3FF) return LGM_KIND_MARK; /* skin tones */
    switch (utf8proc_category((utf8proc_int32_t)cp)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC: return LGM_KIND_GAP;
    case UTF8PROC_CATEGORY_CF: return LGM_KIND_HIDDEN;
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO: return LGM_KIND_LETTER;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO: return LGM_KIND_DIGIT;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME: return LGM_KIND_MARK;
    default: return LGM_KIND_OTHER;
    }
}

lgm_kind lgm_text_kind_slow(const uint8_t *s, uint32_t i, uint32_t end, uint32_t *len)
{
    size_t used = 1;
    const int32_t cp = lgm_utf8_next((const char *)s + i, end - i, &used);
    *len = (uint32_t)used;
    return cp < 0 ? LGM_KIND_OTHER : kind_of((uint32_t)cp);
}
