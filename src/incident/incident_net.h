/*
 * incident_net.h - the head of the room: how likely each word begins or goes on a filler of each
 * role, in incidents of which type, and which types a section reports. Internal.
 *
 * Functions of incident_net.c. A section is as many whole sentences as have at most
 * LGM_INCIDENT_SECTION words together, at least one sentence: what is learned of a whole report,
 * its highest and mean activations, is taken of a section, so that a report of any length needs
 * bounded scratch.
 *
 *     near = W x (int8)                                    x: the vector of a word
 *     h = relu(sum over k of near_k[i + k] + near_g[g(i)] + near_gg[g(g(i))] + clues)
 *     t = relu(sum over k of H_k h[i + k] + H_g h[g(i)] + H_c max(h of the words below i)
 *              + S max(h of its sentence) + D [max, mean](h of its section) + b)
 *     out = O t;  types = T [max, mean](h of the section)
 *
 * g(i) is the word above i in the tree, the root above itself; a clue of a word (clues.h) adds one
 * row of a table to its own h and another to those of the words below it. k is -2..2 in the first
 * sum and -1..1 in the second. Products of the first layer are exact integers, all else is f32,
 * added in one fixed order.
 */
#ifndef LGM_INCIDENT_INCIDENT_NET_H
#define LGM_INCIDENT_INCIDENT_NET_H

#include "incident/incident_draft.h"
#include "nn/nn.h"

enum {
    LGM_INCIDENT_SECTION = 2048,              /* words */
    LGM_INCIDENT_NEAR = 5,                    /* words that the first layer sees */
    LGM_INCIDENT_WIDE = 3,                    /* words that the second layer sees */
    LGM_INCIDENT_ROLES_OUT = 2 * LGM_N_ROLES, /* outputs: begin and inside of each role, */
    LGM_INCIDENT_OUT = 16                     /* then the types */
};

typedef struct lgm_incident_net { /* one section */
    const lgm_incident_room *room;
    const lgm_incident_head *head;
    const lgm_kernels *kernels;
    const uint32_t *clues; /* [n_tokens] */
    lgm_tokspan sents, tokens;
    float *h;                       /* [tokens + margins][width], in scratch */
    float base[LGM_INCIDENT_WIDTH]; /* what the section adds to each word of it */
    float types[LGM_INCIDENT_OUT];  /* log odds, one a type */
} lgm_incident_net;

/* Room for the sections of a report; false when scratch is spent. */
bool lgm_incident_net_make(lgm_incident_net *net);
/* The first layer and the types of the section that begins with a sentence. */
bool lgm_incident_net_read(lgm_incident_net *net, uint32_t sent);
/* The second layer of one sentence of it: out f32 [its words][LGM_INCIDENT_OUT], log odds. */
void lgm_incident_net_score(const lgm_incident_net *net, uint32_t sent, float *out);

#endif
