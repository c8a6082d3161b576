/*
 * claims.h - the claims of a document while they are in the making, and what rules may do to them.
 * Internal.
 *
 * Reads   doc->tokens, quotes, sents, tags and trees.      Writes  the list; finish: doc->claims.
 * Units   token ranges, and indices of claims in the list.
 * Owns    everything lives in the scratch of one call of lgm_attrib_run; finish writes to doc.
 *
 * Functions of claims.c; of amend.c; and of the rules, told.c, labels.c, signed.c, nouns.c,
 * transcript.c, interview.c, none.c and nest.c; relayed.c, voice.c, linking.c, trailing.c,
 * overlooked.c, goes_on.c and subject.c; of parent.c, own_form.c and relay.c.
 */
#ifndef LGM_ATTRIB_CLAIMS_H
#define LGM_ATTRIB_CLAIMS_H

#include "attrib/attrib.h"
#include "tree/tree.h"

/* Of a claim's form, until finish: speech without quotation marks, as in a transcript. */
enum { LGM_ATTRIB_VERBATIM = 255 };

/* Who makes a claim, where the form of the text tells, and not the words of its source. */
typedef struct lgm_attrib_teller {
    uint32_t claim, name; /* index in the list, index in doc->names */
} lgm_attrib_teller;

typedef struct lgm_attrib_claims {
    LGM_VEC(lgm_doc_claim) at; /* without content: left out */
    LGM_VEC(lgm_attrib_teller) tellers;
} lgm_attrib_claims;

/* What the rules look at and change. */
typedef struct lgm_attrib_draft {
    const lgm_doc *doc;
    lgm_arena *scratch;
    const lgm_trees *tree;
    lgm_attrib_claims *claims;
    uint32_t *cue, *content; /* per token: the learned claim it is cue or content of, or LGM_NONE */
} lgm_attrib_draft;

/* A claim that a rule found. Spans may be empty, but for the content. */
typedef struct lgm_attrib_found {
    lgm_tokspan source, cue, content;
    float confidence; /* how often such claims were right where they were read */
    const char *rule, *where; /* as a sentence, and its file: LGM_ATTRIB_RULE */
} lgm_attrib_found;

#define LGM_ATTRIB_RULE(sentence) sentence, __FILE__

/* Changes the claims by all rules of the room; trees NULL: by none. amend.c. */
LGM_NODISCARD lgm_status lgm_attrib_amend(const lgm_trees *trees, lgm_arena *scratch,
                                          const lgm_doc *doc, lgm_attrib_claims *claims,
                                          lgm_err *err);

/* Writes doc->claims: what has content, in order of first token, with form and quoted parts. */
LGM_NODISCARD lgm_status lgm_attrib_finish(lgm_arena *scratch, lgm_doc *doc,
                                           const lgm_attrib_claims *claims, lgm_err *err);

/* doc->claim_parent, of the claims that finish wrote. */
LGM_NODISCARD lgm_status lgm_attrib_parents(lgm_arena *scratch, lgm_doc *doc, lgm_err *err);

/* doc->claim_relay, of the same: relay.c. */
LGM_NODISCARD lgm_status lgm_attrib_relays(const lgm_trees *trees, lgm_doc *doc, lgm_err *err);

/* Of a claim within another: form and quoted by the marks within its own content: own_form.c. */
LGM_NODISCARD lgm_status lgm_attrib_own_form(const lgm_doc *doc, lgm_doc_claim *claim,
                                             lgm_err *err);

/* Sorts the n keys of a; b has as much room. Returns the one of the two that holds them. */
uint64_t *lgm_attrib_sort(uint64_t *a, uint64_t *b, size_t n);

/* Adds a claim and takes its content from those that had it, with the quotations of theirs that
 * come after; a claim with one of its cue words goes. False when scratch is spent. */
bool lgm_attrib_put(lgm_attrib_draft *d, const lgm_attrib_found *found);
/* Adds a claim that stands within the content of another, or around others. */
bool lgm_attrib_add(lgm_attrib_draft *d, const lgm_attrib_found *found);
/* Takes the tokens from the content of a claim. */
void lgm_attrib_take(lgm_attrib_draft *d, uint32_t claim, lgm_tokspan tokens);
/* The name tells who makes the claim. */
bool lgm_attrib_tell(lgm_attrib_draft *d, uint32_t claim, uint32_t name);
/* Leaves a claim out. */
void lgm_attrib_drop(lgm_attrib_draft *d, uint32_t claim);

static inline bool lgm_attrib_meet(lgm_tokspan a, lgm_tokspan b)
{
    return a.start < b.end && b.start < a.end;
}
bool lgm_attrib_parts_meet(const lgm_parts *p, lgm_tokspan s);

/* interview.c: the name of who is interviewed, by what stands before this token; or LGM_NONE. */
uint32_t lgm_attrib_interviewee(const lgm_attrib_draft *d, uint32_t before);

/* ---- the rules: each adds, changes or leaves out claims of one kind; false when scratch is spent
 * - */

bool lgm_attrib_told(lgm_attrib_draft *d);       /* told.c: she told Ada Lind: "..." */
bool lgm_attrib_labels(lgm_attrib_draft *d);     /* labels.c: Another: "..." */
bool lgm_attrib_signed(lgm_attrib_draft *d);     /* signed.c: "..." - Ada Lind, mayor */
bool lgm_attrib_nouns(lgm_attrib_draft *d);      /* nouns.c: a warning from Lind that ... */
bool lgm_attrib_transcript(lgm_attrib_draft *d); /* transcript.c: LIND: ... */
bool lgm_attrib_interview(lgm_attrib_draft *d);   /* interview.c: "No," she laughs. */
bool lgm_attrib_relayed(lgm_attrib_draft *d);     /* relayed.c: said, according to Echo, that ... */
void lgm_attrib_subjects(lgm_attrib_draft *d);    /* subject.c: arrested a man but said ... */
bool lgm_attrib_voice(lgm_attrib_draft *d);       /* voice.c: A Reuters witness saw ... */
bool lgm_attrib_linking(lgm_attrib_draft *d);     /* linking.c: tried to link Ostrel to the fire */
bool lgm_attrib_trailing(lgm_attrib_draft *d);    /* trailing.c: Veld said, Echo reported. */
bool lgm_attrib_overlooked(lgm_attrib_draft *d);  /* overlooked.c: a clerk reportedly took bribes */
void lgm_attrib_goes_on(lgm_attrib_draft *d);     /* goes_on.c: and why he believes that ... */
void lgm_attrib_none(lgm_attrib_draft *d);       /* none.c: claims where nobody states anything */
bool lgm_attrib_nest(lgm_attrib_draft *d);       /* nest.c: ... said he had warned that ... */

#endif
