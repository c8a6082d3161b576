/*
 * conllu.c - sentences, words and trees in the format of Universal Dependencies.
 *
 * A surface token is one word, or several that were written as one ("don't"): those get a range
 * line before them. FEATS and DEPS are not known and stay "_".
 */
#include "record/json.h"

typedef struct writer {
    lgm_buf *b;
    const lgm_record *r;
    size_t first, end; /* words of the sentence */
} writer;

static lgm_slice slice(lgm_str s)
{
    return (lgm_slice){s.ptr, s.len};
}

static lgm_slice form_of(const lgm_record *r, size_t first, size_t last)
{
    return slice(lgm_record_quote(
        r, (lgm_cpspan){r->words.at[first].span.start, r->words.at[last].span.end}));
}

/* The first word after the surface token that starts at i. */
static size_t surface_end(const writer *w, size_t i)
{
    for (i++; i < w->end && w->r->words.at[i].joined;) i++;
    return i;
}

/* The id is the input's own word: on one line, and without what would steer a terminal. */
static void put_id(lgm_buf *b, lgm_str id)
{
    const size_t start = b->len;
    lgm_buf_words(b, slice(id));
    if (b->len > start) lgm_printable(b->at + start, b->len - start);
}

/* A field: never empty, and whitespace inside it is a space. */
static void field(lgm_buf *b, lgm_slice s)
{
    const size_t before = b->len;
    lgm_buf_words(b, s);
    if (b->len == before) lgm_buf_putc(b, '_');
}

static void column(lgm_buf *b, lgm_str s)
{
    lgm_buf_putc(b, '\t');
    field(b, slice(s));
}

/* "SpaceAfter=No" unless whitespace or the end of the text follows the word before `next`. */
static void misc(const writer *w, size_t next)
{
    const bool tight = next < w->r->words.n && !w->r->words.at[next].space_before;
    lgm_buf_puts(w->b, tight ? "\tSpaceAfter=No\n" : "\t_\n");
}

static void write_range(const writer *w, size_t first, size_t end)
{
    lgm_buf_uint(w->b, first - w->first + 1);
    lgm_buf_putc(w->b, '-');
    lgm_buf_uint(w->b, end - w->first);
    lgm_buf_putc(w->b, '\t');
    field(w->b, form_of(w->r, first, end - 1));
    lgm_buf_puts(w->b, "\t_\t_\t_\t_\t_\t_\t_");
    misc(w, end);
}

static void write_head(const writer *w, const lgm_word *word)
{
    if (!word->rel.ptr)
        lgm_buf_putc(w->b, '_');
    else if (word->head < w->first || word->head >= w->end)
        lgm_buf_putc(w->b, '0');
    else
        lgm_buf_uint(w->b, word->head - w->first + 1);
}

static void write_word(const writer *w, size_t i, bool alone)
{
    const lgm_word *const word = &w->r->words.at[i];
    lgm_buf_uint(w->b, i - w->first + 1);
    lgm_buf_putc(w->b, '\t');
    field(w->b, form_of(w->r, i, i));
    column(w->b, word->lemma);
    column(w->b, word->upos);
    column(w->b, word->xpos);
    lgm_buf_puts(w->b, "\t_\t");
    write_head(w, word);
    column(w->b, word->rel);
    lgm_buf_puts(w->b, "\t_");
    if (alone)
        misc(w, i + 1);
    else
        lgm_buf_puts(w->b, "\t_\n");
}

static void write_text(const writer *w)
{
    lgm_buf_puts(w->b, "# text = ");
    for (size_t i = w->first; i < w->end;) {
        const size_t next = surface_end(w, i);
        if (i > w->first && w->r->words.at[i].space_before) lgm_buf_putc(w->b, ' ');
        field(w->b, form_of(w->r, i, next - 1));
        i = next;
    }
    lgm_buf_putc(w->b, '\n');
}

static void write_sentence(const writer *w, size_t number)
{
    if (w->r->words.at[w->first].paragraph) lgm_buf_puts(w->b, "# newpar\n");
    lgm_buf_puts(w->b, "# sent_id = ");
    put_id(w->b, w->r->id);
    lgm_buf_putc(w->b, '-');
    lgm_buf_uint(w->b, number);
    lgm_buf_putc(w->b, '\n');
    write_text(w);
    for (size_t i = w->first; i < w->end;) {
        const size_t next = surface_end(w, i);
        if (next - i > 1) write_range(w, i, next);
        for (size_t k = i; k < next; k++) write_word(w, k, next - i == 1);
        i = next;
    }
    lgm_buf_putc(w->b, '\n');
}

void lgm_record_write_conllu(const lgm_record *record, lgm_buf *out)
{
    writer w = {.b = out, .r = record};
    lgm_buf_puts(out, "# newdoc id = ");
    put_id(out, record->id);
    lgm_buf_putc(out, '\n');
    for (size_t s = 0; s < record->sentences.n; s++) {
        w.first = w.end;
        while (w.end < record->words.n &&
               record->words.at[w.end].span.start < record->sentences.at[s].end)
            w.end++;
        if (w.end > w.first) write_sentence(&w, s + 1);
    }
    if (w.end == 0) lgm_buf_putc(out, '\n');
}
