/*
 * conllu.c - sentences, words and trees in the format of Universal Dependencies.
 *
 * A surface token is one word, or several that were written as one ("don't"): those get a range
 * line before them. FEATS and DEPS are not known and stay "_".
 */
#include "record/record.h"

static bool has(const lgm_doc *doc, uint32_t token, unsigned flag)
{
    return (doc->tokens[token].flags & flag) != 0;
}

/* The first word after the surface token that starts at t. */
static uint32_t surface_end(const lgm_doc *doc, uint32_t t, uint32_t end)
{
    for (t++; t < end && has(doc, t, LGM_TOK_JOINED);) t++;
    return t;
}

/* The id is the input's own word: on one line, and without what would steer a terminal. */
static void put_id(lgm_buf *b, lgm_slice id)
{
    const size_t start = b->len;
    lgm_buf_words(b, id);
    if (b->len > start) lgm_printable(b->at + start, b->len - start);
}

/* A field: never empty, and whitespace inside it is a space. */
static void field(lgm_buf *b, lgm_slice s)
{
    const size_t before = b->len;
    lgm_buf_words(b, s);
    if (b->len == before) lgm_buf_putc(b, '_');
}

static void label(lgm_buf *b, const char *const *labels, uint32_t token)
{
    lgm_buf_putc(b, '\t');
    lgm_buf_puts(b, labels && labels[token] ? labels[token] : "_");
}

/* "SpaceAfter=No" unless whitespace or the end of the text follows the word before `next`. */
static void misc(lgm_buf *b, const lgm_doc *doc, uint32_t next)
{
    const bool tight = next < doc->n_tokens && !has(doc, next, LGM_TOK_SPACE);
    lgm_buf_puts(b, tight ? "\tSpaceAfter=No\n" : "\t_\n");
}

static void write_range(lgm_buf *b, const lgm_doc *doc, lgm_tokspan s, uint32_t id)
{
    lgm_buf_uint(b, id);
    lgm_buf_putc(b, '-');
    lgm_buf_uint(b, id + (s.end - s.start) - 1);
    lgm_buf_putc(b, '\t');
    field(b, lgm_doc_words(doc, s));
    lgm_buf_puts(b, "\t_\t_\t_\t_\t_\t_\t_");
    misc(b, doc, s.end);
}

static void write_word(lgm_buf *b, const lgm_doc *doc, lgm_tokspan sent, uint32_t t, bool alone)
{
    lgm_buf_uint(b, t - sent.start + 1);
    lgm_buf_putc(b, '\t');
    field(b, lgm_doc_form(doc, t));
    lgm_buf_putc(b, '\t');
    field(b, doc->lemma ? doc->lemma[t] : (lgm_slice){NULL, 0});
    label(b, doc->upos, t);
    label(b, doc->xpos, t);
    lgm_buf_puts(b, "\t_\t");
    const uint32_t head = doc->head ? doc->head[t] : LGM_NONE;
    if (!doc->head)
        lgm_buf_putc(b, '_');
    else if (head < sent.start || head >= sent.end)
        lgm_buf_putc(b, '0');
    else
        lgm_buf_uint(b, head - sent.start + 1);
    label(b, doc->rel, t);
    lgm_buf_puts(b, "\t_");
    if (alone)
        misc(b, doc, t + 1);
    else
        lgm_buf_puts(b, "\t_\n");
}

static void write_text(lgm_buf *b, const lgm_doc *doc, lgm_tokspan s)
{
    lgm_buf_puts(b, "# text = ");
    for (uint32_t t = s.start; t < s.end;) {
        const uint32_t next = surface_end(doc, t, s.end);
        if (t > s.start && has(doc, t, LGM_TOK_SPACE)) lgm_buf_putc(b, ' ');
        field(b, lgm_doc_words(doc, (lgm_tokspan){t, next}));
        t = next;
    }
    lgm_buf_putc(b, '\n');
}

static void write_sentence(lgm_buf *b, const lgm_doc *doc, uint32_t i)
{
    const lgm_tokspan s = doc->sents[i];
    if (has(doc, s.start, LGM_TOK_PAR)) lgm_buf_puts(b, "# newpar\n");
    lgm_buf_puts(b, "# sent_id = ");
    put_id(b, doc->id);
    lgm_buf_putc(b, '-');
    lgm_buf_uint(b, i + 1);
    lgm_buf_putc(b, '\n');
    write_text(b, doc, s);
    for (uint32_t t = s.start; t < s.end;) {
        const uint32_t next = surface_end(doc, t, s.end);
        if (next - t > 1) write_range(b, doc, (lgm_tokspan){t, next}, t - s.start + 1);
        for (uint32_t k = t; k < next; k++) write_word(b, doc, s, k, next - t == 1);
        t = next;
    }
    lgm_buf_putc(b, '\n');
}

void lgm_record_conllu(const lgm_doc *doc, lgm_buf *out)
{
    lgm_buf_puts(out, "# newdoc id = ");
    put_id(out, doc->id);
    lgm_buf_putc(out, '\n');
    for (uint32_t i = 0; i < doc->n_sents; i++) write_sentence(out, doc, i);
    if (doc->n_sents == 0) lgm_buf_putc(out, '\n');
}
