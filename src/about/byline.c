/* byline.c - who wrote it: "By Ada Lind and Joren Vale in Merrow". */
#include "about/about.h"
#include "about/letters.h"
#include "about/about_words.h"

static bool is_name_word(lgm_slice word)
{
    const uint32_t kinds = lgm_about_kinds(word);
    return !(kinds & (LGM_ABOUT_WEEKDAY | LGM_ABOUT_MONTH | LGM_ABOUT_DESK)) &&
           (is_capital(word.ptr[0]) || (kinds & LGM_ABOUT_NAME_WORD));
}

/* "Ada Lind", "J. K. van der Lind": two words or more, of which two begin with a capital. */
bool lgm_about_is_person(lgm_slice s)
{
    size_t capitals = 0, words = 0;
    for (size_t i = 0; i < s.len; i++)
        if (!is_letter(s.ptr[i]) && !strchr(" .'-", s.ptr[i])) return false;
    while (s.len) {
        const lgm_slice word = next_word(&s);
        if (!word.len) break;
        if (!is_name_word(word) || ++words > 5) return false;
        capitals += is_capital(word.ptr[0]);
    }
    return capitals >= 2;
}

/* Up to the next comma, "and" or "&". */
lgm_slice lgm_about_next_person(lgm_slice *s, bool *joined)
{
    static const char *const joins[] = {" and ", " & ", ", and ", ", "};
    for (size_t i = 0; i < s->len; i++)
        for (size_t k = 0; k < LGM_COUNT(joins); k++)
            if (begins(from(*s, i), joins[k])) {
                const lgm_slice person = {s->ptr, i};
                *joined = k != 3;
                *s = from(*s, i + strlen(joins[k]));
                return person;
            }
    const lgm_slice person = *s;
    *joined = false;
    *s = from(*s, s->len);
    return person;
}

/* Where the names end: "Ada Lind in Merrow", "Ada Lind for Caldpress", "Ada Lind, Political
 * Editor". */
lgm_slice lgm_about_names_of(lgm_slice s)
{
    static const char *const ends[] = {" in ",           " for ",          " of ", " at ", " - ",
                                       " \xe2\x80\x93 ", " \xe2\x80\x94 ", " / ",  " ("};
    for (size_t i = 0; i < s.len; i++)
        for (size_t k = 0; k < LGM_COUNT(ends); k++)
            if (begins(from(s, i), ends[k])) return (lgm_slice){s.ptr, i};
    return s;
}

/* A rest that is no name is an office or an outlet; it may not be a sentence. */
static bool is_desk(lgm_slice s)
{
    if (s.len > 40 || !s.len || s.ptr[s.len - 1] == '.') return false;
    while (s.len) {
        const lgm_slice word = next_word(&s);
        const uint32_t k = lgm_about_kinds(word);
        if (word.len && !is_capital(word.ptr[0]) && !(k & (LGM_ABOUT_DESK | LGM_ABOUT_NAME_WORD)) &&
            !LGM_SLICE_IN(word, "for", "of", "the", "in", "at"))
            return false;
    }
    return true;
}

/* "Staff Writer Ada Lind", and the period that some put behind a name. */
lgm_slice lgm_about_without_desk(lgm_slice s)
{
    for (lgm_slice rest = s;;) {
        const lgm_slice word = next_word(&rest);
        if (!word.len || !(lgm_about_kinds(word) & LGM_ABOUT_DESK)) break;
        s = trimmed(rest);
    }
    if (s.len > 3 && s.ptr[s.len - 1] == '.' && s.ptr[s.len - 3] != ' ' && s.ptr[s.len - 3] != '.')
        s.len--;
    return s;
}

bool lgm_about_byline(lgm_slice s, lgm_about *out)
{
    uint32_t kind = 0;
    const size_t n = lgm_about_label(s, LGM_ABOUT_BYLINE, &kind);
    if (!n || !is_capital(s.ptr[0])) return false;
    const lgm_slice all = lgm_about_without_desk(trimmed(from(s, n)));
    const lgm_slice names = lgm_about_names_of(all);
    if (names.len < all.len && !is_desk(from(all, names.len))) return false;
    lgm_slice rest = names;
    const char *end = NULL;
    for (bool joined = false, next; rest.len; joined = next) {
        const lgm_slice person = lgm_about_next_person(&rest, &next);
        if (lgm_about_is_person(person))
            end = person.ptr + person.len;
        else if (joined || !end || !is_desk(person))
            return false;
        else
            break;
    }
    if (!end) return false;
    if (!out->byline.ptr) out->byline = (lgm_slice){all.ptr, (size_t)(end - all.ptr)};
    return true;
}
