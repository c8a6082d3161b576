/*
 * xml_charset.h - the encoding of a file of XML.
 *
 * A byte-order mark decides, then the declaration of XML, else it is UTF-8. What says that it is of
 * another encoding, and is UTF-8 with characters beyond ASCII, is UTF-8: somebody has recoded it.
 * Labels mean what they mean on the web (base/charset.h). A file that says UTF-16 in single bytes
 * is UTF-8: programs that write into strings of UTF-16 say so of files of another encoding.
 */
#ifndef LGM_WIRE_XML_CHARSET_H
#define LGM_WIRE_XML_CHARSET_H

#include <expat.h>

#include "base/base.h"

enum { LGM_WIRE_CHARSET_NAME = 40 };

typedef struct lgm_wire_charset {
    char name[LGM_WIRE_CHARSET_NAME]; /* for the parser */
    bool utf8, wide;                  /* wide: UTF-16 */
} lgm_wire_charset;

lgm_wire_charset lgm_wire_charset_of(lgm_slice head);

/* XML_UnknownEncodingHandler: every encoding of iconv that has ASCII in it and no states. */
int lgm_wire_charset_map(void *unused, const XML_Char *name, XML_Encoding *info);

#endif
