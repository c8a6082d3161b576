/*
 * extract_html.h - a web page becomes a report: shared by pages, mail that is a page, and feeds.
 */
#ifndef LGM_EXTRACT_HTML_H
#define LGM_EXTRACT_HTML_H

#include "read/container.h"
#include "web/web.h"

/* The page as room web reads it; its parser is made when the first page comes. */
LGM_NODISCARD lgm_status lgm_read_parse_page(lgm_read_tools *tools, lgm_slice html,
                                             const lgm_web_hints *hints, lgm_web_page *out,
                                             lgm_err *err);
/* What *in holds already goes before what the page says of itself, but for its address. Its text,
 * blocks, map and extraction are the page's. */
LGM_NODISCARD lgm_status lgm_read_page(lgm_read_tools *tools, lgm_slice html,
                                       const lgm_web_hints *hints, lgm_input *in, lgm_err *err);

#endif
