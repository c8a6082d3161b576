/* reading.c - see reading.h. */
#include "reading.h"

#include <string.h>

static bool is_blank(const char *s, size_t len)
{
    while (len && strchr(" \t\r", s[len - 1]) && s[len - 1]) len--;
    return len == 0;
}

void reading_write(wrapper *w, const lgm_record *r)
{
    const char *at = r->text.ptr, *const end = at + r->text.len;
    bool parted = false; /* several blank lines are one */
    while (at < end) {
        const char *const lf = memchr(at, '\n', (size_t)(end - at));
        const size_t len = (size_t)((lf ? lf : end) - at);
        if (is_blank(at, len)) {
            parted = true;
        } else {
            if (parted || at == r->text.ptr) strbuf_puts(w->out, "\n");
            parted = false;
            wrap_indent(w, 0, 0);
            wrap_text(w, STYLE_PLAIN, at, len);
            wrap_end(w);
        }
        at += len + (lf != NULL);
    }
}
