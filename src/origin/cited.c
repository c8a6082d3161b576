/* cited.c - looks for another claim of the sentence: its cue is "citing", its content somebody. */
#include "origin/cited.h"

#include <string.h>

#include "origin/cited_words.h"

enum { MOST_WORDS = 16 }; /* of what is cited that are looked at */
enum { ARTICLE = 5 };     /* code points that may stand before a mention: "the ", "some" */

static uint32_t sentence_of(const lgm_record *r, lgm_spans cue)
{
    const uint32_t at = cue.n ? cue.at[0].start : LGM_NONE;
    size_t low = 0, high = r->sentences.n;
    while (low < high) {
        const size_t mid = low + (high - low) / 2;
        if (r->sentences.at[mid].end <= at)
            low = mid + 1;
        else
            high = mid;
    }
    return low < r->sentences.n && r->sentences.at[low].start <= at ? (uint32_t)low : LGM_NONE;
}

static bool is_citing(const lgm_record *r, const lgm_claim *c)
{
    const lgm_str cue = c->cue.n ? lgm_record_quote(r, c->cue.at[c->cue.n - 1]) : (lgm_str){0};
    return c->content.n && LGM_SLICE_IN(((lgm_slice){cue.ptr, cue.len}), "citing", "Citing",
                                        "quoting", "Quoting", "cited", "quoted", "cites", "quotes");
}

/* A person or body that stands where the words begin, behind no more than an article. */
static uint32_t who_is(const lgm_record *r, lgm_cpspan words)
{
    for (uint32_t i = 0; i < r->entities.n; i++) {
        const lgm_entity *const e = &r->entities.at[i];
        if (e->type != LGM_ENTITY_PER && e->type != LGM_ENTITY_ORG && e->type != LGM_ENTITY_GPE)
            continue;
        for (size_t k = 0; k < e->mentions.n; k++) {
            const lgm_entity_mention *const m = &e->mentions.at[k];
            if (m->form != LGM_MENTION_PRONOUN && m->start >= words.start &&
                m->start < words.start + ARTICLE && m->end <= words.end)
                return i;
        }
    }
    return LGM_NONE;
}

/* The next word of *s, which then begins behind it. */
static lgm_slice next_word(lgm_slice *s)
{
    *s = lgm_slice_trimmed(*s);
    lgm_slice word = {s->ptr, 0};
    while (word.len < s->len && !lgm_is_space(s->ptr[word.len])) word.len++;
    *s = (lgm_slice){s->ptr + word.len, s->len - word.len};
    return word;
}

/* Where the noun of what is cited ends: "two people | familiar with the matter". */
static bool ends_noun(lgm_slice word)
{
    return LGM_SLICE_IN(word, "of", "in", "from", "at", "by", "with", "on", "for", "near", "to",
                        "who", "whose", "that", "which", "close", "familiar", "speaking", "there",
                        "and");
}

static bool is_text(lgm_slice word)
{
    return LGM_SLICE_IN(word, "statement", "statements", "report", "reports", "remarks", "comments",
                        "letter", "document", "documents", "press", "release", "data", "figures",
                        "interview", "testimony");
}

static bool is_source_word(lgm_slice noun)
{
    lgm_lexicon_phrase p = {.len = 0};
    lgm_lexicon_add(&p, noun);
    return (lgm_lexicon_find(&lgm_origin_lexicon, &p) & LGM_ORIGIN_SOURCE) != 0;
}

/* Is the noun that these words begin with a person's or a body's? "A statement from the ministry"
 * is cut to the ministry. */
static bool is_somebody(lgm_cpspan *words, lgm_slice s)
{
    lgm_slice noun = {0}, rest = s;
    for (int i = 0; i < MOST_WORDS && rest.len; i++) {
        lgm_slice word = next_word(&rest);
        const bool comma = word.len && word.ptr[word.len - 1] == ',';
        word.len -= comma;
        if (noun.len && ends_noun(word)) {
            if (!is_text(noun) || !LGM_SLICE_IN(word, "from", "by", "of")) break;
            rest = lgm_slice_trimmed(rest);
            for (; s.ptr < rest.ptr; s.ptr++) /* code points before it */
                words->start += ((unsigned char)*s.ptr & 0xc0) != 0x80;
            noun = (lgm_slice){0};
            continue;
        }
        noun = word;
        if (comma) break;
    }
    return noun.len && is_source_word(noun);
}

bool lgm_origin_cites(lgm_origin_cited *out, const lgm_record *r, uint32_t claim)
{
    const lgm_claim *const own = &r->claims.at[claim];
    const uint32_t sentence = sentence_of(r, own->cue);
    for (uint32_t i = claim > 2 ? claim - 2 : 0; i < r->claims.n && i <= claim + 2; i++) {
        const lgm_claim *const c = &r->claims.at[i];
        if (sentence == LGM_NONE || c->speaker != own->speaker || !is_citing(r, c) ||
            sentence_of(r, c->cue) != sentence)
            continue;
        *out = (lgm_origin_cited){c->content.at[0], LGM_NONE};
        const lgm_str words = lgm_record_quote(r, out->words);
        const bool somebody = is_somebody(&out->words, (lgm_slice){words.ptr, words.len});
        out->entity = who_is(r, out->words);
        if (somebody || out->entity != LGM_NONE) return true;
    }
    return false;
}
