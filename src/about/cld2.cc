/* cld2.cc - the three languages that CLD2 sees most of in a text; no exception gets out. */
#include "about/cld2.h"

#include <cstdio> // the header below forgets it
#include <cstring>
#include <new>
#include <string>

#include <cld2/public/compact_lang_det.h>

enum { PADDING = 8 };

extern "C" bool lgm_about_cld2_guess(const char *text, size_t len, lgm_cld2_guess *out)
{
    CLD2::Language language[3];
    int percent[3], n_bytes = 0;
    double score[3];
    bool reliable = false;
    *out = lgm_cld2_guess();
    try {
        /* It looks at the character behind the text, which must be one. */
        std::string padded(text, len);
        padded.append(PADDING, ' ');
        /* Not what it returns: that takes English for the frame of a page in another language. */
        CLD2::ExtDetectLanguageSummary(padded.data(), (int)len, true, nullptr, 0, language, percent,
                                       score, nullptr, &n_bytes, &reliable);
    } catch (const std::bad_alloc &) {
        return false;
    }
    for (int i = 0; i < 3; i++)
        if (language[i] == CLD2::ENGLISH) out->percent_english = percent[i];
    out->n_bytes = n_bytes < 0 ? 0 : (size_t)n_bytes;
    out->reliable = reliable;
    out->percent = percent[0];
    if (language[0] == CLD2::UNKNOWN_LANGUAGE) return true;
    out->name = CLD2::LanguageName(language[0]);
    out->code = CLD2::LanguageCode(language[0]);
    if (std::strcmp(out->code, "iw") == 0) out->code = "he"; /* as ISO 639 has it since 1989 */
    return true;
}
