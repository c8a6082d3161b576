/*
 * about_choice.h - which of the facts of a page are believed. Functions of about_title.c,
 * about_section.c and about_date.c; they write to the page.
 */
#ifndef LGM_ABOUT_CHOICE_H
#define LGM_ABOUT_CHOICE_H

#include "web/about_facts.h"
#include "web/web.h"

/* headline: the block that stands there, or empty. */
void lgm_web_choose_title(lgm_web_facts *f, lgm_slice headline, lgm_web_page *out);
void lgm_web_choose_publisher(lgm_web_facts *f, lgm_web_page *out);
void lgm_web_publisher_of_title(lgm_web_facts *f, lgm_web_page *out);
void lgm_web_choose_section(lgm_web_facts *f, lgm_web_page *out);
void lgm_web_choose_days(lgm_web_facts *f, lgm_web_page *out);

#endif
