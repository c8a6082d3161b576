/* cameo.c - see cameo.h. */
#include "export/cameo.h"

#include "legomena/codes.h"

int lgm_export_cameo_root(lgm_slice code)
{
    if (code.len < 2) return 0;
    const int root = (code.ptr[0] - '0') * 10 + code.ptr[1] - '0';
    return root >= 1 && root <= 20 ? root : 0;
}

int lgm_export_cameo_quad(int root)
{
    return root <= 5 ? 1 : root <= 8 ? 2 : root <= 13 ? 3 : 4;
}

const char *lgm_export_cameo_scale(int root)
{
    static const char *const scale[] = {"0.0",  "0.0",  "3.0",  "4.0",  "1.0",  "3.5",   "6.0",
                                        "7.0",  "5.0",  "-2.0", "-5.0", "-2.0", "-4.0",  "-6.0",
                                        "-6.5", "-7.2", "-4.0", "-7.0", "-9.0", "-10.0", "-10.0"};
    return scale[root];
}

/* Types of actors, and kinds of bodies of several states; what else begins a code is a country. */
static bool is_type(lgm_slice part)
{
    return LGM_SLICE_IN(part, "AGR", "AMN", "BUS", "COP", "CRM", "CVL", "DEV", "EDU", "ELI", "ENV",
                        "GOV", "HLH", "HRI", "IGO", "IMG", "ING", "INS", "IRC", "JUD", "LAB", "LEG",
                        "MED", "MIL", "MNC", "MOD", "NGM", "NGO", "OPP", "PKO", "PTY", "RAD", "REB",
                        "REF", "SEP", "SET", "SPY", "UAF", "UIS", "UNO");
}

lgm_export_actor lgm_export_actor_of(lgm_slice code)
{
    lgm_export_actor a = {0};
    size_t n = 0;
    for (size_t i = 0; i + 3 <= code.len; i += 3) {
        const lgm_slice part = {code.ptr + i, 3};
        if (is_type(part)) {
            if (n < LGM_COUNT(a.type)) a.type[n++] = part;
        } else if (i == 0 && lgm_code_words(part.ptr, part.len)) {
            a.country = part;
        } else if (!a.group.ptr) {
            a.group = part;
        }
    }
    return a;
}
