/*
 * golden_text.c - tokens and quotation structure of the cases in tests/golden/text.
 *
 * Tokens: a line a paragraph ("¶"), words apart by a space; "|" before a token: joined to the one
 * before; "↵": first of a line. Quotes: span in code points, words, the depth unless 0, what is
 * missing, and the number of the quote (0 = first) that goes on with it.
 */
#include "doc/doc.h"
#include "golden.h"
#include "text/text.h"

static void write_tokens(const lgm_doc *doc, FILE *out)
{
    fputs("--- tokens\n", out);
    for (uint32_t i = 0; i < doc->n_tokens; i++) {
        const lgm_token *const t = &doc->tokens[i];
        const lgm_slice form = lgm_doc_form(doc, i);
        if (t->flags & LGM_TOK_PAR) fputs(i > 0 ? "\n¶ " : "¶ ", out);
        else if (t->flags & LGM_TOK_LINE) fputs(" ↵", out);
        else putc(t->flags & LGM_TOK_JOINED ? '|' : ' ', out);
        fprintf(out, "%.*s", (int)form.len, form.ptr);
    }
    putc('\n', out);
}

static void write_quotes(const lgm_doc *doc, FILE *out)
{
    if (doc->n_quotes == 0) return;
    fputs("--- quotes\n", out);
    for (uint32_t i = 0; i < doc->n_quotes; i++) {
        const lgm_quote *const q = &doc->quotes[i];
        if (q->tokens.start < q->tokens.end) {
            const lgm_slice words = lgm_doc_words(doc, q->tokens);
            const lgm_cpspan cp = lgm_doc_points(doc, q->tokens);
            fprintf(out, "[%u,%u) %.*s", cp.start, cp.end, (int)words.len, words.ptr);
        } else {
            fputs("(nothing)", out);
        }
        if (q->depth > 0) fprintf(out, "  depth=%u", q->depth);
        if (q->open == LGM_NONE) fputs("  not opened", out);
        if (q->close == LGM_NONE) fputs("  not closed", out);
        if (q->next != LGM_NONE) fprintf(out, "  next=%u", q->next);
        putc('\n', out);
    }
}

static int render(lgm_slice text, FILE *out)
{
    lgm_doc *doc;
    lgm_err err = {0};
    if (lgm_doc_new(&doc, 0, &err) != LGM_OK) return 1;
    doc->text = text;
    const lgm_status st = lgm_text_run(doc, &err);
    if (st == LGM_OK) {
        write_tokens(doc, out);
        write_quotes(doc, out);
    } else {
        fprintf(out, "--- error\n%s\n", err.message);
    }
    lgm_doc_free(doc);
    return st != LGM_OK;
}

int main(int argc, char **argv)
{
    return golden_main(argc, argv, render);
}
