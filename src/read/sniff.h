/*
 * sniff.h - does a file look like one of a format? Functions: sniff_bytes.c (formats of bytes),
 * sniff_text.c (formats of text).
 *
 * A report with a bit of markup, a table or an address in it is a text: the sniffers of text
 * formats look at how a file begins, and ask less where the name of the file says the same.
 */
#ifndef LGM_SNIFF_H
#define LGM_SNIFF_H

#include "read/format.h"

/* clang-format off */
#define LGM_READ_SNIFFERS(X)                                                          \
    X(docx) X(odt) X(odf) X(epub) X(office) X(wacz) X(zip) X(packed) X(arc) X(tar)  \
    X(image) X(sound) X(wide) X(binary)                                                        \
    X(html) X(feed) X(newsml) X(xml) X(mbox) X(mail) X(newsjson) X(jsonl) X(json) X(csv) X(text)
/* clang-format on */
#define LGM_READ_SNIFFER(name) bool lgm_read_sniff_##name(const lgm_read_look *look);
LGM_READ_SNIFFERS(LGM_READ_SNIFFER)
#undef LGM_READ_SNIFFER

/* True where so many of the bytes are control characters that they are no text of any encoding with
 * a byte a unit: one in fifty, and four at least. A slip or the marks of a wire service are
 * fewer. */
bool lgm_read_is_binary(lgm_slice bytes);

#endif
