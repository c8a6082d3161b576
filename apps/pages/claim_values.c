/* claim_values.c - the fields of a claim. */
#include "value_pieces.h"

/* A word, and behind it the words of the report that say so. */
static bool value_with_spans(strbuf *to, const lgm_record *r, const char *word, lgm_spans at)
{
    if (!value_word(to, word)) return false;
    if (at.n) strbuf_puts(to, ": ");
    value_spans(to, r, at);
    return true;
}

#define CLAIM(name)                                                                                \
    static bool claim_##name(strbuf *to, const lgm_record *r, const lgm_claim *c);                 \
    static bool put_claim_##name(strbuf *to, const lgm_record *r, uint32_t i)                      \
    {                                                                                              \
        return claim_##name(to, r, &r->claims.at[i]);                                              \
    }                                                                                              \
    static bool claim_##name(strbuf *to, const lgm_record *r, const lgm_claim *c)

CLAIM(source)
{
    return value_spans(to, r, c->source);
}
CLAIM(cue)
{
    return value_spans(to, r, c->cue);
}
CLAIM(content)
{
    return value_spans(to, r, c->content);
}
CLAIM(form)
{
    (void)r;
    return value_word(to, lgm_claim_form_name(c->form));
}
CLAIM(quoted)
{
    return value_spans(to, r, c->quoted);
}
CLAIM(act)
{
    (void)r;
    return value_word(to, lgm_act_name(c->act));
}
CLAIM(speaker)
{
    return value_entity(to, r, c->speaker);
}
CLAIM(speaker_kind)
{
    (void)r;
    return value_word(to, lgm_speaker_kind_name(c->speaker_kind));
}
CLAIM(speakers)
{
    return value_entities(to, r, c->speakers);
}
CLAIM(justification)
{
    const lgm_justification *const j = c->justification;
    return j && value_with_spans(to, r, lgm_ground_name(j->kind), (lgm_spans){&j->span, 1});
}
CLAIM(observed)
{
    (void)r;
    return value_word(to, c->observed ? "the reporter" : NULL);
}
CLAIM(to)
{
    for (size_t i = 0; i < c->to.n; i++) {
        const lgm_addressee *const a = &c->to.at[i];
        if (i) strbuf_puts(to, ", ");
        if (!value_entity(to, r, a->entity)) value_quoted(to, r, (lgm_cpspan){a->start, a->end});
    }
    return c->to.n > 0;
}
CLAIM(via)
{
    return value_entities(to, r, c->via);
}
CLAIM(venue)
{
    (void)r;
    return value_str(to, c->venue);
}
CLAIM(said)
{
    return value_when(to, r, c->said);
}
CLAIM(parent)
{
    (void)r;
    if (c->parent == LGM_NONE) return false;
    strbuf_printf(to, "c%u", c->parent + 1);
    return true;
}
CLAIM(certainty)
{
    static const char *const WORDS[] = {[LGM_CERTAINTY_CERTAIN] = "certain",
                                        [LGM_CERTAINTY_PROBABLE] = "probable",
                                        [LGM_CERTAINTY_POSSIBLE] = "possible",
                                        [LGM_CERTAINTY_NOT_CERTAIN] = "certainly not so",
                                        [LGM_CERTAINTY_NOT_PROBABLE] = "probably not so",
                                        [LGM_CERTAINTY_NOT_POSSIBLE] = "possibly not so",
                                        [LGM_CERTAINTY_OPEN] = "open"};
    (void)r;
    if (!value_word(to, lgm_certainty_name(c->certainty))) return false;
    strbuf_printf(to, " (%s)", WORDS[c->certainty]);
    return true;
}
CLAIM(evidence)
{
    return value_with_spans(to, r, lgm_evidence_name(c->evidence), c->evidence_span);
}
CLAIM(repetition)
{
    return value_with_spans(to, r, lgm_repetition_name(c->repetition), c->repetition_span);
}
CLAIM(about)
{
    (void)r;
    for (size_t i = 0; i < c->about.n; i++)
        strbuf_printf(to, "%s%c%u", i ? ", " : "", c->about.at[i].kind, c->about.at[i].index + 1);
    return c->about.n > 0;
}
CLAIM(replies)
{
    (void)r;
    for (size_t i = 0; i < c->replies.n; i++)
        strbuf_printf(to, "%s%s c%u", i ? ", " : "", lgm_answer_name(c->replies.at[i].how),
                      c->replies.at[i].to + 1);
    return c->replies.n > 0;
}
CLAIM(confidence)
{
    (void)r;
    return value_share(to, c->confidence);
}

#define OF_CLAIM(key, label)                                                                       \
    {                                                                                              \
#key, label, put_claim_##key                                                               \
    }
const field_value claim_values[] = {OF_CLAIM(source, "source"),
                                    OF_CLAIM(cue, "cue"),
                                    OF_CLAIM(content, "content"),
                                    OF_CLAIM(form, "form"),
                                    OF_CLAIM(quoted, "quoted"),
                                    OF_CLAIM(speaker, "speaker"),
                                    OF_CLAIM(speakers, "speakers"),
                                    OF_CLAIM(speaker_kind, "speaker kind"),
                                    OF_CLAIM(observed, "observed by"),
                                    OF_CLAIM(justification, "justification"),
                                    OF_CLAIM(to, "to"),
                                    OF_CLAIM(via, "via"),
                                    OF_CLAIM(venue, "venue"),
                                    OF_CLAIM(said, "said"),
                                    OF_CLAIM(act, "act"),
                                    OF_CLAIM(certainty, "certainty"),
                                    OF_CLAIM(evidence, "evidence"),
                                    OF_CLAIM(repetition, "repetition"),
                                    OF_CLAIM(about, "about"),
                                    OF_CLAIM(replies, "replies"),
                                    OF_CLAIM(parent, "parent"),
                                    OF_CLAIM(confidence, "confidence"),
                                    {NULL, NULL, NULL}};
