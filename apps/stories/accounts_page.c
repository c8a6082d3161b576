/* accounts_page.c - question by question, the answers, by whom and since when; what is at odds. */
#include "accounts_page.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { COLUMN = 26, MOST_SPEAKERS = 4, MOST_UNEXPLAINED = 4 };

static const char *relation_words(lgm_relation relation)
{
    switch (relation) {
    case LGM_RELATION_MORE: return "more than ";
    case LGM_RELATION_LEAST: return "at least ";
    case LGM_RELATION_LESS: return "nearly ";
    case LGM_RELATION_MOST: return "up to ";
    case LGM_RELATION_ABOUT: return "about ";
    default: return "";
    }
}

static void put_figure(strbuf *b, const lgm_account_answer *a)
{
    strbuf_puts(b, relation_words(a->relation));
    strbuf_printf(b, "%.15g", a->value);
    if (a->upper > a->value) strbuf_printf(b, " to %.15g", a->upper);
    if (a->unit.len) strbuf_puts(b, " ");
    strbuf_put(b, a->unit.ptr ? a->unit.ptr : "", a->unit.len);
    if (a->question != LGM_ACCOUNT_SEIZED || !a->words.len) return;
    strbuf_puts(b, " ");
    strbuf_put(b, a->words.ptr, a->words.len);
}

void accounts_page_value(strbuf *b, const lgm_account_answer *a)
{
    if (a->stance == LGM_ACCOUNT_DENIES) strbuf_puts(b, "denied: ");
    if (a->stance == LGM_ACCOUNT_DOUBTS) strbuf_puts(b, "doubted: ");
    switch (lgm_account_question_kind(a->question)) {
    case 'F': put_figure(b, a); break;
    case 'D':
        strbuf_put(b, a->day.len ? a->day.ptr : a->words.ptr,
                   a->day.len ? a->day.len : a->words.len);
        break;
    default: strbuf_put(b, a->words.ptr, a->words.len);
    }
}

bool accounts_page_shows_link(const accounts_view *v, const lgm_account_link *l)
{
    const lgm_account_question q = v->accounts->at[l->a].answer->question;
    return (v->question == LGM_ACCOUNT_N || q == v->question) &&
           l->kind != LGM_ACCOUNT_LINK_HOLDS && l->kind != LGM_ACCOUNT_LINK_SCOPE;
}

static bool shows(const accounts_view *v, const lgm_account *a)
{
    return v->question == LGM_ACCOUNT_N || a->answer->question == v->question;
}

bool accounts_page_has(const accounts_view *v)
{
    for (size_t i = 0; !v->only_links && i < v->accounts->n; i++)
        if (shows(v, &v->accounts->at[i])) return true;
    for (size_t i = 0; i < v->accounts->n_links; i++)
        if (accounts_page_shows_link(v, &v->accounts->links[i])) return true;
    return false;
}

typedef struct page {
    const accounts_view *v;
    wrapper w;
    strbuf *out;
} page;

static void put_str(page *p, text_style style, lgm_str s)
{
    if (s.len) wrap_text(&p->w, style, s.ptr, s.len);
}

static lgm_str speaker_of(const accounts_view *v, const lgm_account_said *s)
{
    const lgm_record *const r = v->told[s->report].record;
    const uint32_t claim = s->answer->claim;
    if (claim == LGM_NONE || r->claims.at[claim].speaker == LGM_NONE) return s->answer->speaker;
    return r->entities.at[r->claims.at[claim].speaker].name;
}

static bool same(lgm_str a, lgm_str b)
{
    return a.len == b.len && memcmp(a.ptr ? a.ptr : "", b.ptr ? b.ptr : "", a.len) == 0;
}

/* "The coast guard" begins a sentence, "the coast guard" does not. */
static bool same_speaker(lgm_str a, lgm_str b)
{
    return a.len == b.len && strncasecmp(a.ptr, b.ptr, a.len) == 0;
}

/* Each speaker once; the reports themselves at the end. */
static void put_speakers(page *p, const lgm_account *a)
{
    size_t n = 0, more = 0;
    bool own = false;
    char words[48];
    for (size_t i = 0; i < a->said.n; i++) {
        const lgm_str name = speaker_of(p->v, &a->said.at[i]);
        bool before = !name.len;
        own |= !name.len;
        for (size_t k = 0; k < i && !before; k++)
            before = same_speaker(name, speaker_of(p->v, &a->said.at[k]));
        if (before) continue;
        if (n++ >= MOST_SPEAKERS) {
            more++;
            continue;
        }
        wrap_words(&p->w, STYLE_DIM, n == 1 ? " · by " : ", ");
        put_str(p, STYLE_PLAIN, name);
    }
    if (more) {
        snprintf(words, sizeof words, " and %zu more", more);
        wrap_words(&p->w, STYLE_DIM, words);
    }
    if (own) wrap_words(&p->w, STYLE_DIM, n ? ", and unsourced" : " · unsourced");
}

static void put_counts(page *p, const lgm_account *a)
{
    char words[160];
    snprintf(words, sizeof words, a->n_reports ? "%zu report%s" : "copies alone", a->n_reports,
             a->n_reports == 1 ? "" : "s");
    wrap_words(&p->w, STYLE_DIM, words);
    if (a->least_origins == a->most_origins)
        snprintf(words, sizeof words, ", %zu origin%s", a->least_origins,
                 a->least_origins == 1 ? "" : "s");
    else
        snprintf(words, sizeof words, ", %zu to %zu origins", a->least_origins, a->most_origins);
    wrap_words(&p->w, STYLE_DIM, words);
}

static void put_days(page *p, const lgm_account *a)
{
    if (!a->first.len) return;
    wrap_words(&p->w, STYLE_DIM, " · ");
    put_str(p, STYLE_DIM, a->first);
    if (same(a->first, a->last)) return;
    wrap_words(&p->w, STYLE_DIM, " to ");
    put_str(p, STYLE_DIM, a->last);
}

static void put_reports(page *p, const lgm_account *a)
{
    char words[64];
    for (size_t i = 0; i < a->said.n; i++) {
        const lgm_account_said *const s = &a->said.at[i];
        const lgm_told *const t = &p->v->told[s->report];
        wrap_indent(&p->w, COLUMN, COLUMN + 2);
        snprintf(words, sizeof words, "%lld ", (long long)t->report);
        wrap_words(&p->w, STYLE_BOLD, words);
        put_str(p, STYLE_DIM, t->record->date);
        if (t->record->publisher.len) wrap_words(&p->w, STYLE_DIM, " · ");
        put_str(p, STYLE_DIM, t->record->publisher);
        wrap_words(&p->w, STYLE_DIM, " “");
        put_str(p, STYLE_QUOTE, lgm_record_quote(t->record, s->answer->span));
        wrap_words(&p->w, STYLE_DIM, "”");
        if (t->copy_of != LGM_NONE) wrap_words(&p->w, STYLE_DIM, " (a copy)");
        wrap_end(&p->w);
    }
}

static void put_account(page *p, const lgm_account *a)
{
    strbuf value = {0};
    accounts_page_value(&value, a->answer);
    strbuf_put(&value, "", 1);
    p->out->failed |= value.failed;
    if (value.failed) return;
    const text_style style = a->aside ? STYLE_DIM : STYLE_BOLD;
    if (wrap_columns(value.at, value.len - 1) + 4 < COLUMN) {
        wrap_item(&p->w, 2, COLUMN, style, value.at);
    } else { /* too long to stand before the rest */
        wrap_indent(&p->w, 2, COLUMN);
        wrap_text(&p->w, style, value.at, value.len - 1);
        wrap_words(&p->w, STYLE_DIM, " · ");
    }
    put_counts(p, a);
    put_speakers(p, a);
    put_days(p, a);
    if (a->aside) wrap_words(&p->w, STYLE_DIM, " · of another time");
    wrap_end(&p->w);
    if (p->v->why) put_reports(p, a);
    strbuf_done(&value);
}

static void put_accounts(page *p)
{
    const lgm_accounts *const a = p->v->accounts;
    lgm_account_question last = LGM_ACCOUNT_N;
    for (size_t i = 0; i < a->n; i++) {
        const lgm_account_question q = a->at[i].answer->question;
        if (!shows(p->v, &a->at[i])) continue;
        if (q != last) strbuf_puts(p->out, "\n");
        if (q != last) {
            wrap_indent(&p->w, 0, 2);
            wrap_words(&p->w, STYLE_HEAD, lgm_account_question_words(q));
            wrap_end(&p->w);
        }
        last = q;
        put_account(p, &a->at[i]);
    }
}

/* ---- at odds, and changed ---- */

static const char *const link_words[] = {
    [LGM_ACCOUNT_LINK_HOLDS] = "one holds the other",
    [LGM_ACCOUNT_LINK_REVISED] = "changed by the same source",
    [LGM_ACCOUNT_LINK_SUPERSEDED] = "no longer said once the other was",
    [LGM_ACCOUNT_LINK_CONTRADICTED] = "at odds: two sources in the same days",
    [LGM_ACCOUNT_LINK_SCOPE] = "of other people, things, places or times",
    [LGM_ACCOUNT_LINK_DENIED] = "the one says it, the other denies it",
    [LGM_ACCOUNT_LINK_SPELLING] = "one name in two spellings, it seems",
    [LGM_ACCOUNT_LINK_DIFFERS] = "differs; nothing tells why"};

const char *accounts_page_link_words(lgm_account_link_kind kind)
{
    return link_words[kind];
}

void accounts_page_put_side(wrapper *w, const accounts_view *v, const lgm_account_said *s)
{
    strbuf value = {0};
    char words[48];
    lgm_str name = speaker_of(v, s);
    const lgm_told *const t = &v->told[s->report];
    accounts_page_value(&value, s->answer);
    if (value.at) wrap_text(w, STYLE_BOLD, value.at, value.len);
    if (!name.len) name = t->record->publisher;
    wrap_words(w, STYLE_DIM, " (");
    if (name.len) wrap_text(w, STYLE_PLAIN, name.ptr, name.len);
    snprintf(words, sizeof words, "%sreport %lld", name.len ? ", " : "", (long long)t->report);
    wrap_words(w, STYLE_DIM, words);
    if (t->record->date.len) wrap_words(w, STYLE_DIM, ", ");
    if (t->record->date.len) wrap_text(w, STYLE_DIM, t->record->date.ptr, t->record->date.len);
    wrap_words(w, STYLE_DIM, ")");
    w->out->failed |= value.failed;
    strbuf_done(&value);
}

static void put_links(page *p)
{
    const lgm_accounts *const a = p->v->accounts;
    size_t unexplained[LGM_ACCOUNT_N] = {0}, more = 0;
    char words[80];
    bool headed = false;
    for (size_t i = 0; i < a->n_links; i++) {
        const lgm_account_link *const l = &a->links[i];
        if (!accounts_page_shows_link(p->v, l)) continue;
        if (l->kind == LGM_ACCOUNT_LINK_DIFFERS &&
            unexplained[a->at[l->a].answer->question]++ >= MOST_UNEXPLAINED) {
            more++;
            continue;
        }
        if (!headed) {
            strbuf_puts(p->out, "\n");
            wrap_indent(&p->w, 0, 2);
            wrap_words(&p->w, STYLE_HEAD, "What differs, and what changed");
            wrap_end(&p->w);
        }
        headed = true;
        wrap_item(&p->w, 2, COLUMN, STYLE_DIM,
                  lgm_account_question_name(a->at[l->a].answer->question));
        accounts_page_put_side(&p->w, p->v, l->by_a);
        wrap_words(&p->w, STYLE_DIM, " · ");
        accounts_page_put_side(&p->w, p->v, l->by_b);
        wrap_words(&p->w, STYLE_DIM, " · ");
        wrap_words(&p->w, STYLE_PLAIN, link_words[l->kind]);
        wrap_end(&p->w);
    }
    if (!more) return;
    snprintf(words, sizeof words, "%zu more pairs differ: --format json has them", more);
    wrap_indent(&p->w, 2, 4);
    wrap_words(&p->w, STYLE_DIM, words);
    wrap_end(&p->w);
}

void accounts_page_text(const accounts_view *v, int width, bool color, strbuf *out)
{
    page p = {.v = v, .out = out};
    strbuf note = {0};
    const lgm_str headline = story_facts_headline(v->facts);
    char words[48];
    wrap_start(&p.w, out, width, color);
    snprintf(words, sizeof words, "Story %lld", (long long)v->facts->story->number);
    wrap_indent(&p.w, 0, 2);
    wrap_words(&p.w, STYLE_DIM, words);
    if (headline.len) wrap_words(&p.w, STYLE_DIM, " · ");
    put_str(&p, STYLE_HEAD, headline);
    wrap_end(&p.w);
    if (!v->only_links) put_accounts(&p);
    put_links(&p);
    story_facts_put_coverage(v->facts, &note);
    strbuf_puts(out, "\n");
    wrap_indent(&p.w, 0, 2);
    if (note.at) wrap_text(&p.w, STYLE_DIM, note.at, note.len);
    wrap_end(&p.w);
    out->failed |= note.failed;
    strbuf_done(&note);
}
