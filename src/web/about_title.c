/* about_title.c - the headline without the name of the site, and whose site it is. */
#include <string.h>

#include "about/letters.h"
#include "web/about_choice.h"

/* ---- parts of a title ------------------------------------------------------------------------ */

static const char *const between[] = {" | ",           " - ", " \xe2\x80\x93 ", " \xe2\x80\x94 ",
                                      " :: ",          " : ", " \xc2\xb7 ",     " \xc2\xbb ",
                                      " \xe2\x80\xa2 "};

/* The length of the mark between parts at the start of s, 0 for none. */
static size_t mark(lgm_slice s)
{
    for (size_t k = 0; k < LGM_COUNT(between); k++)
        if (begins(s, between[k])) return strlen(between[k]);
    return 0;
}

/* Where the first and the last mark stand; s.len for none. */
static size_t first_part(lgm_slice s, size_t *len)
{
    size_t i = 0;
    while (i < s.len && !(*len = mark(from(s, i)))) i++;
    return i;
}

static size_t last_part(lgm_slice s, size_t *len)
{
    for (size_t i = s.len; i-- > 0;)
        if ((*len = mark(from(s, i)))) return i;
    return s.len;
}

/* The name of the site or of the section, or of the site's address. */
static bool is_site_or_section(lgm_web_facts *f, lgm_slice part)
{
    const lgm_slice key = lgm_web_key(f, part), host = lgm_web_key(f, f->host);
    if (!key.len || lgm_web_holds(host, key)) return true;
    for (size_t i = 0; i < LGM_N_SOURCES; i++) {
        const lgm_slice site = lgm_web_key(f, f->text[LGM_FACT_PUBLISHER][i]);
        const lgm_slice section = lgm_web_key(f, f->text[LGM_FACT_SECTION][i]);
        if (lgm_web_holds(site, key) || lgm_slice_eq(section, key)) return true;
        if (site.len >= 4 && lgm_web_holds(key, site)) return true;
    }
    return false;
}

static lgm_slice without_site(lgm_web_facts *f, lgm_slice title)
{
    for (;;) {
        size_t len = 0;
        const size_t at = last_part(title, &len);
        if (at == title.len || !is_site_or_section(f, from(title, at + len))) break;
        title.len = at;
    }
    size_t len = 0;
    const size_t at = first_part(title, &len);
    if (at < title.len && is_site_or_section(f, (lgm_slice){title.ptr, at}))
        title = from(title, at + len);
    return trimmed(title);
}

/* ---- choice ---------------------------------------------------------------------------------- */

/* The headline as it stands on the page, where the page's titles say that it is one; else as it is
 * stated. */
void lgm_web_choose_title(lgm_web_facts *f, lgm_slice headline, lgm_web_page *out)
{
    const lgm_slice seen = lgm_web_plain(f, headline);
    if (seen.len && !is_site_or_section(f, seen)) {
        out->title = without_site(f, seen);
        return;
    }
    for (size_t i = 0; i <= LGM_FROM_META && !out->title.len; i++)
        out->title = without_site(f, f->text[LGM_FACT_TITLE][i]);
    for (size_t i = 0; i < f->n_titles && !out->title.len; i++)
        out->title = without_site(f, f->titles[i]);
}

/* "Port Ostrel News | All of the coast" is Port Ostrel News. */
static lgm_slice first_of(lgm_slice name)
{
    size_t len = 0;
    name.len = first_part(name, &len);
    for (size_t i = 0; i < name.len; i++)
        if (name.ptr[i] == '|' && i > 1) name.len = i;
    return trimmed(name);
}

/* What is stated in <meta> goes before JSON-LD, where some pages have their agency; but a name that
 * is in the page's address is the page's. */
void lgm_web_choose_publisher(lgm_web_facts *f, lgm_web_page *out)
{
    static const lgm_web_source order[] = {LGM_FROM_META, LGM_FROM_LD, LGM_FROM_MARKUP};
    const lgm_slice host = lgm_web_key(f, f->host);
    for (size_t i = 0; i < LGM_COUNT(order); i++) {
        const lgm_slice name = first_of(f->text[LGM_FACT_PUBLISHER][order[i]]);
        if (!name.len || lgm_web_is_address(name)) continue;
        if (lgm_web_holds(host, lgm_web_key(f, name))) {
            if (!out->publisher.len || !lgm_web_holds(host, lgm_web_key(f, out->publisher)) ||
                (lgm_web_same(f, name, out->publisher) && name.len > out->publisher.len))
                out->publisher = name;
        } else if (!out->publisher.len && !lgm_web_note_agency(f, name))
            out->publisher = name;
    }
}

/* "Headline - Port Ostrel News", "Port Ostrel News: Headline": what <title> has beside it. */
void lgm_web_publisher_of_title(lgm_web_facts *f, lgm_web_page *out)
{
    const lgm_slice headline = lgm_web_key(f, out->title);
    for (size_t i = 0; i < f->n_titles && headline.len && !out->publisher.len; i++) {
        const lgm_slice title = f->titles[i];
        size_t len = 0;
        size_t at = last_part(title, &len);
        lgm_slice name = from(title, at + len);
        if (at < title.len && lgm_web_holds(lgm_web_key(f, (lgm_slice){title.ptr, at}), headline)) {
            out->publisher = name;
            break;
        }
        for (at = 0; at + 1 < title.len && !begins(from(title, at), ": "); at++) continue;
        name = (lgm_slice){title.ptr, at};
        if (at + 1 < title.len && lgm_slice_eq(lgm_web_key(f, from(title, at)), headline))
            out->publisher = name;
    }
}
