/*
 * explained_title.h - what one of those that are explained is called: “She (Ada Lind) — said” of a
 * claim, “20 to 30”, killed of a figure.
 */
#ifndef PAGES_EXPLAINED_TITLE_H
#define PAGES_EXPLAINED_TITLE_H

#include "legomena/record.h"
#include "strbuf.h"

/* Puts the title; returns where in the text it begins, empty where it stands nowhere. */
lgm_cpspan explained_title(strbuf *title, const lgm_record *r, lgm_link of);

#endif
