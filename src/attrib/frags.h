/*
 * frags.h - what the stages of this room hand to each other: pieces of text and fragments in them.
 *
 * Owns    everything lives in the scratch of one call of lgm_attrib_run.
 *
 * Functions of pieces.c, tags.c, quoted_by.c, unnamed.c, link.c, cueless.c, gather.c, trust.c and
 * form.c, as each says.
 */
#ifndef LGM_ATTRIB_FRAGS_H
#define LGM_ATTRIB_FRAGS_H

#include "attrib/claims.h"
#include "legomena/kinds.h"

typedef enum lgm_attrib_role {
    LGM_ROLE_SOURCE,
    LGM_ROLE_CUE,
    LGM_ROLE_CONTENT,
    LGM_ROLE_NONE
} lgm_attrib_role;

typedef struct lgm_frag {
    lgm_tokspan at;
    uint32_t link;   /* content: index of its cue; cue: index of its source; or LGM_NONE */
    float prob;      /* mean posterior of its tags */
    float link_prob; /* how sure the link is; 1 where there is none */
    uint8_t role;    /* lgm_attrib_role */
    const char *rule; /* that linked it, as a sentence; NULL = the network */
} lgm_frag;

/* A paragraph, or a part of one that is too long. */
typedef struct lgm_piece {
    lgm_tokspan at;
    uint32_t first, end; /* its fragments */
} lgm_piece;

enum { LGM_PIECE_TOKENS = 4096 };

typedef struct lgm_frags {
    LGM_VEC(lgm_piece) pieces; /* in text order; together they cover every token */
    LGM_VEC(lgm_frag) frags;   /* in text order, no overlap */
} lgm_frags;

/* Cuts the document into pieces: pieces.c. */
LGM_NODISCARD lgm_status lgm_attrib_pieces(const lgm_doc *doc, lgm_arena *scratch, lgm_frags *set,
                                           lgm_err *err);

/* Finds the fragments of every piece, with those of quotations left over (keep_cueless): tags.c. */
LGM_NODISCARD lgm_status lgm_attrib_tags(const lgm_attrib_head *head, const lgm_kernels *kernels,
                                         lgm_arena *scratch, const lgm_doc *doc, lgm_frags *set,
                                         lgm_err *err);

/* Adds to the scores of tags, f32 [tokens of the piece][head->tag.n_pad], what is sure of who is
 * quoted: quoted_by.c. */
void lgm_attrib_quoted(const lgm_attrib_head *head, const lgm_doc *doc, lgm_tokspan piece,
                       float *emit);

/* doc->unnamed: the words by which a source asks not to be named, each within a sentence and ending
 * before the next does: unnamed.c. */
LGM_NODISCARD lgm_status lgm_attrib_mark_unnamed(lgm_doc *doc, lgm_err *err);
bool lgm_attrib_is_unnamed(const lgm_doc *doc, uint32_t token);
/* The same as above for those words. */
void lgm_attrib_unnamed(const lgm_attrib_head *head, const lgm_doc *doc, lgm_tokspan piece,
                        float *emit);

/* Sets the links within each piece: link.c. */
LGM_NODISCARD lgm_status lgm_attrib_link(const lgm_attrib_head *head, const lgm_kernels *kernels,
                                         lgm_arena *scratch, const lgm_doc *doc, lgm_frags *set,
                                         lgm_err *err);

/* Links quotations that no cue took, by the structure of the text: cueless.c. */
LGM_NODISCARD lgm_status lgm_attrib_adopt(lgm_arena *scratch, const lgm_doc *doc, lgm_frags *set,
                                          lgm_err *err);

/* Makes claims of linked fragments: gather.c. Of the head: keep_cueless and trust. */
LGM_NODISCARD lgm_status lgm_attrib_gather(const lgm_attrib_head *head, lgm_arena *scratch,
                                           const lgm_doc *doc, const lgm_frags *set,
                                           lgm_attrib_claims *out, lgm_err *err);

/* The confidence of a claim, and what a model has for it: trust.c. */
LGM_NODISCARD lgm_status lgm_attrib_bind_trust(lgm_attrib_head *h, const lgm_model *model,
                                               lgm_err *err);
float lgm_attrib_trust(const lgm_attrib_head *h, const lgm_claim_odds *e);

/* Is quote q, of the outermost level, a sentence that somebody says: cueless.c. */
bool lgm_attrib_is_speech(const lgm_doc *doc, const lgm_quote *q);

/* A quotation with its marks. */
static inline lgm_tokspan lgm_attrib_with_marks(const lgm_quote *q)
{
    return (lgm_tokspan){q->open == LGM_NONE ? q->tokens.start : q->open,
                         q->close == LGM_NONE ? q->tokens.end : q->close + 1};
}

/* form.c */
typedef struct lgm_word_count {
    uint32_t words, quoted; /* word tokens; those inside quotation marks */
} lgm_word_count;
bool lgm_attrib_is_word(const lgm_doc *doc, uint32_t token); /* has a letter or a digit */
lgm_word_count lgm_attrib_count(const lgm_doc *doc, lgm_tokspan s);
lgm_claim_form lgm_attrib_form(const lgm_doc *doc, const lgm_parts *content);

#endif
