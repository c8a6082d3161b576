/* names.c - folds names. */
#include "world/names.h"

#include <string.h>
#include <utf8proc.h>

#include "base/fold.h"

enum { DECOMPOSED = 18 }; /* code points that one code point may become */

static const struct {
    uint32_t cp;
    const char *as;
} letters[] = {{0xf8, "o"},   {0x111, "d"}, {0xf0, "d"},  {0x142, "l"},
               {0x127, "h"},  {0x131, "i"}, {0xdf, "ss"}, {0xe6, "ae"},
               {0x153, "oe"}, {0xfe, "th"}, {0x259, "a"}, {'&', " and "}};

static const struct {
    const char *word, *as;
} words[] = {{"saint", "st"}, {"sainte", "ste"}, {"mount", "mt"}, {"fort", "ft"}};

static bool is_dropped(uint32_t cp)
{
    static const uint16_t list[] = {'.',   '\'',  '`',   0x2018, 0x2019, 0x2bc,
                                    0x2bb, 0x2b9, 0x2ba, 0x2bf,  0x2be};
    for (size_t i = 0; i < LGM_COUNT(list); i++)
        if (list[i] == cp) return true;
    return false;
}

typedef struct folder {
    char *out;
    size_t n, word; /* bytes so far; where the word that is being written starts */
    bool full;
} folder;

static void put(folder *f, const char *s, size_t len)
{
    if (f->n + len + 1 > LGM_WORLD_FOLDED) {
        f->full = true;
        return;
    }
    memcpy(f->out + f->n, s, len);
    f->n += len;
}

static void end_word(folder *f)
{
    const size_t len = f->n - f->word;
    if (len == 0) return;
    for (size_t i = 0; i < LGM_COUNT(words); i++) {
        if (strlen(words[i].word) != len || memcmp(f->out + f->word, words[i].word, len) != 0)
            continue;
        f->n = f->word;
        put(f, words[i].as, strlen(words[i].as));
    }
    put(f, " ", 1);
    f->word = f->n;
}

static void put_cp(folder *f, uint32_t cp)
{
    char bytes[4];
    for (size_t i = 0; i < LGM_COUNT(letters); i++) {
        if (letters[i].cp != cp) continue;
        for (const char *s = letters[i].as; *s; s++) {
            if (*s == ' ')
                end_word(f);
            else
                put(f, s, 1);
        }
        return;
    }
    if (cp < 0x80) {
        bytes[0] = (char)cp;
        if ((cp >= 'a' && cp <= 'z') || (cp >= '0' && cp <= '9'))
            put(f, bytes, 1);
        else
            end_word(f);
        return;
    }
    const utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)cp);
    if (c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_NO &&
        (c < UTF8PROC_CATEGORY_MN || c > UTF8PROC_CATEGORY_ME))
        put(f, bytes, lgm_utf8_put(bytes, cp));
    else
        end_word(f);
}

static void put_decomposed(folder *f, int32_t cp)
{
    utf8proc_int32_t parts[DECOMPOSED];
    int boundary = 0;
    const utf8proc_ssize_t n =
        utf8proc_decompose_char(cp, parts, DECOMPOSED, UTF8PROC_DECOMPOSE, &boundary);
    for (utf8proc_ssize_t i = 0; i < n && i < DECOMPOSED; i++) {
        const utf8proc_category_t c = utf8proc_category(parts[i]);
        if (c >= UTF8PROC_CATEGORY_MN && c <= UTF8PROC_CATEGORY_ME) continue;
        if (!is_dropped((uint32_t)parts[i])) put_cp(f, lgm_lower_cp((uint32_t)parts[i]));
    }
}

size_t lgm_world_fold(lgm_slice name, char out[LGM_WORLD_FOLDED])
{
    folder f = {.out = out};
    size_t used;
    out[0] = 0;
    if (name.len > LGM_WORLD_NAME) return 0;
    for (size_t i = 0; i < name.len && !f.full; i += used) {
        const int32_t cp = lgm_utf8_next(name.ptr + i, name.len - i, &used);
        if (cp < 0) continue;
        if (cp < 0x80) {
            if (!is_dropped((uint32_t)cp)) put_cp(&f, lgm_lower_cp((uint32_t)cp));
        } else {
            put_decomposed(&f, cp);
        }
    }
    end_word(&f);
    if (f.full) f.n = 0;
    if (f.n > 4 && memcmp(out, "the ", 4) == 0) {
        f.n -= 4;
        memmove(out, out + 4, f.n);
    }
    if (f.n > 0) f.n--; /* the space behind the last word */
    out[f.n] = 0;
    return f.n;
}

bool lgm_world_is_word(lgm_slice written, size_t folded)
{
    bool lower = false;
    for (size_t i = 0; folded <= 3 && i < written.len; i++)
        lower = lower || (written.ptr[i] >= 'a' && written.ptr[i] <= 'z');
    return lower;
}
