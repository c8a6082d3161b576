/* shown.c - see shown.h. */
#include "shown.h"

#include <stdio.h>
#include <string.h>

#include "known_as.h"

void shown_date(char out[SHOWN_DATE_ROOM], const char *value)
{
    static const char *const parts[][2] = {
        {"TMO", "morning"}, {"TAF", "afternoon"}, {"TEV", "evening"}, {"TNI", "night"}};
    static const char *const seasons[][2] = {
        {"-SP", "spring"}, {"-SU", "summer"}, {"-FA", "autumn"}, {"-WI", "winter"}};
    const char *const t = strchr(value, 'T'), *const year = strchr(value, '-');
    const size_t len = strlen(value);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (t && strcmp(t, parts[i][0]) == 0) {
            snprintf(out, SHOWN_DATE_ROOM, "%.*s %s", (int)(t - value), value, parts[i][1]);
            return;
        }
        if (year && strcmp(year, seasons[i][0]) == 0) {
            snprintf(out, SHOWN_DATE_ROOM, "%s %.*s", seasons[i][1], (int)(year - value), value);
            return;
        }
    }
    if (len == 3)
        snprintf(out, SHOWN_DATE_ROOM, "%s0s", value);
    else if (t)
        snprintf(out, SHOWN_DATE_ROOM, "%.*s %s", (int)(t - value), value, t + 1);
    else
        snprintf(out, SHOWN_DATE_ROOM, "%s", value);
}

const char *shown_no_claims(const lgm_record *r)
{
    const bool english = !r->lang.ptr || (r->lang.len == 2 && memcmp(r->lang.ptr, "en", 2) == 0);
    return english || r->sentences.n ? "Nobody is reported as saying anything."
                                     : "The text is not in English and was not read.";
}

bool shown_published(const lgm_record *r, char date[SHOWN_DATE_ROOM])
{
    const lgm_str s = r->date;
    if (!s.ptr || s.len >= SHOWN_DATE_ROOM) return false;
    memcpy(date, s.ptr, s.len);
    date[s.len] = '\0';
    return true;
}

const char *shown_date_source(const lgm_record *r)
{
    static const char *const words[][2] = {{"text", "from the text"},
                                           {"dateline", "from the dateline"},
                                           {"address", "from the address"},
                                           {"file name", "from the file's name"}};
    const lgm_str s = r->date_source;
    for (size_t i = 0; r->date.ptr && i < sizeof words / sizeof *words; i++)
        if (s.len == strlen(words[i][0]) && memcmp(s.ptr, words[i][0], s.len) == 0)
            return words[i][1];
    return NULL;
}

static bool is_blank(char c)
{
    return strchr(" \t\r\n", c) && c;
}

/* Up to the first blank line. */
static lgm_str first_paragraph(lgm_str text)
{
    while (text.len && is_blank(*text.ptr)) text.ptr++, text.len--;
    for (size_t i = 0; i < text.len; i++) {
        size_t next = i + 1;
        while (next < text.len && is_blank(text.ptr[next]) && text.ptr[next] != '\n') next++;
        if (text.ptr[i] == '\n' && next < text.len && text.ptr[next] == '\n') text.len = i;
    }
    while (text.len && is_blank(text.ptr[text.len - 1])) text.len--;
    return text;
}

bool shown_title_in_text(const lgm_record *r)
{
    const lgm_str line = first_paragraph(r->text);
    size_t i = 0, k = 0;
    if (!r->title.len) return false;
    for (; i < line.len && k < r->title.len; i++, k++) { /* any white space is a blank */
        const bool blank = is_blank(line.ptr[i]);
        if (blank ? !is_blank(r->title.ptr[k]) : line.ptr[i] != r->title.ptr[k]) return false;
        while (blank && i + 1 < line.len && is_blank(line.ptr[i + 1])) i++;
    }
    return i == line.len && k == r->title.len;
}

/* The end of the first words of a text that may stand for its title. */
static size_t first_words(lgm_str text)
{
    size_t words = 0;
    for (size_t i = 0; i < text.len; i++) {
        const bool ends =
            !is_blank(text.ptr[i]) && (i + 1 == text.len || is_blank(text.ptr[i + 1]));
        words += ends;
        if (words == SHOWN_TITLE_WORDS || (ends && i >= SHOWN_TITLE_BYTES)) return i + 1;
    }
    return text.len;
}

void shown_title(strbuf *out, const lgm_record *r)
{
    lgm_str title = r->title;
    bool cut = false;
    if (!title.len) {
        const lgm_str first = first_paragraph(r->text);
        title = (lgm_str){first.ptr, first_words(first)};
        cut = title.len < first.len;
        while (cut && title.len && strchr(",;:-. \t\r\n", title.ptr[title.len - 1])) title.len--;
    }
    strbuf_put(out, title.ptr, title.len);
    if (cut) strbuf_puts(out, " \u2026");
    if (!title.len) strbuf_puts(out, "Untitled report");
}

bool shown_is_letter(unsigned char c)
{
    return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') ||
           (c >= 0xc3 && c != 0xe2);
}

size_t shown_word_count(const lgm_record *r)
{
    size_t n = 0;
    bool word = false; /* a letter of this one was seen */
    for (size_t i = 0; i < r->text.len; i++) {
        const unsigned char c = (unsigned char)r->text.ptr[i];
        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            word = false;
        } else if (!word && shown_is_letter(c)) {
            word = true;
            n++;
        }
    }
    return n;
}

bool shown_is_named(const lgm_entity *e)
{
    for (size_t i = 0; i < e->mentions.n; i++)
        if (e->mentions.at[i].form == LGM_MENTION_NAME) return true;
    return false;
}

const lgm_time *shown_time_of(const lgm_record *r, const lgm_dated *d)
{
    const lgm_when *const when = d->record.kind == 'c'   ? r->claims.at[d->record.index].said
                                 : d->record.kind == 'v' ? r->events.at[d->record.index].time
                                                         : NULL;
    return when && when->time != LGM_NONE ? &r->times.at[when->time] : NULL;
}

size_t shown_name_count(const lgm_record *r)
{
    size_t n = 0;
    for (size_t i = 0; i < r->entities.n; i++) n += shown_is_named(&r->entities.at[i]);
    return n;
}

lgm_str shown_trimmed(lgm_str s)
{
    size_t len = s.len;
    while (len > 0 && strchr(",;: ", s.ptr[len - 1])) len--;
    return len ? (lgm_str){s.ptr, len} : s;
}

static void join(strbuf *out, const lgm_record *r, lgm_spans parts)
{
    for (size_t i = 0; i < parts.n; i++) {
        const lgm_str s = shown_trimmed(lgm_record_quote(r, parts.at[i]));
        if (i) strbuf_puts(out, SHOWN_GAP);
        if (s.ptr) strbuf_put(out, s.ptr, s.len);
    }
}

void shown_speaker(strbuf *out, const lgm_record *r, const lgm_claim *c)
{
    const bool pronoun = known_by_pronoun(r, c);
    strbuf name = {0};
    known_as(&name, r, c);
    if (name.len && pronoun)
        strbuf_put(out, name.at, name.len);
    else if (c->source.n)
        join(out, r, c->source);
    else
        strbuf_puts(out, SHOWN_NO_SOURCE);
    if (name.len && !pronoun) strbuf_printf(out, " (%.*s)", (int)name.len, name.at);
    if (name.failed) out->failed = true;
    strbuf_done(&name);
}

bool shown_has_cue(const lgm_record *r, const lgm_claim *c)
{
    for (size_t i = 0; i < c->cue.n; i++) {
        const lgm_str s = lgm_record_quote(r, c->cue.at[i]);
        for (size_t k = 0; k < s.len; k++)
            if (shown_is_letter((unsigned char)s.ptr[k])) return true;
    }
    return false;
}

void shown_quoted(strbuf *out, lgm_str words)
{
    int open = 1;
    strbuf_puts(out, "\u201c");
    strbuf_put(out, words.ptr, words.len);
    for (size_t i = 0; i + 3 <= words.len; i++) {
        open += memcmp(words.ptr + i, "\u201c", 3) == 0;
        if (open > 1) open -= memcmp(words.ptr + i, "\u201d", 3) == 0;
    }
    strbuf_fill(out, "\u201d", (size_t)open);
}

void shown_cue(strbuf *out, const lgm_record *r, const lgm_claim *c)
{
    if (!shown_has_cue(r, c)) return;
    strbuf_puts(out, " \u2014 ");
    join(out, r, c->cue);
}

size_t shown_line_of(shown_lines *c, const lgm_record *r, lgm_cpspan span)
{
    const lgm_str text = r->text, place = lgm_record_quote(r, span);
    const size_t end = place.ptr >= text.ptr && place.len ? (size_t)(place.ptr - text.ptr) : c->at;
    for (; c->at < end; c->at++) c->line += text.ptr[c->at] == '\n';
    return c->line + 1;
}

lgm_cpspan shown_first_span(const lgm_claim *c)
{
    lgm_cpspan first = c->content.at[0];
    if (c->source.n && c->source.at[0].start < first.start) first = c->source.at[0];
    if (c->cue.n && c->cue.at[0].start < first.start) first = c->cue.at[0];
    return first;
}

/* ---- names ---- */

const char *const shown_group_names[SHOWN_N_GROUPS] = {"People",    "Organisations", "Places",
                                                       "Buildings", "Events",        "Other"};

unsigned shown_group(lgm_entity_type type)
{
    switch (type) {
    case LGM_ENTITY_PER: return 0;
    case LGM_ENTITY_ORG: return 1;
    case LGM_ENTITY_GPE:
    case LGM_ENTITY_LOC: return 2;
    case LGM_ENTITY_FAC: return 3;
    case LGM_ENTITY_EVT: return 4;
    default: return 5;
    }
}
