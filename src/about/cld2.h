/* cld2.h - CLD2, which is C++, as one function of C. In cld2.cc. */
#ifndef LGM_CLD2_H
#define LGM_CLD2_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct lgm_cld2_guess {
    const char *code, *name; /* of the language with most text, "de" and "GERMAN"; static, or NULL
                                     where there is none */
    int percent, percent_english; /* of the text */
    size_t n_bytes;               /* of text that counts: letters and the blanks between them */
    bool reliable;
} lgm_cld2_guess;

/* text: valid UTF-8, under 2 GiB. False without memory. */
bool lgm_about_cld2_guess(const char *text, size_t len, lgm_cld2_guess *out);

#ifdef __cplusplus
}
#endif
#endif
