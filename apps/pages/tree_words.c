/* tree_words.c - the relations of Universal Dependencies, each as a verb phrase. */
#include "tree_words.h"

#include <stdbool.h>
#include <string.h>

/* What a word is to the one that it hangs on. A subtype stands before what it is a subtype of. */
static const char *const glosses[][2] = {
    {"nsubj:pass", "is the subject, to whom it is done, of"},
    {"nsubj:outer", "is the subject of"},
    {"nsubj", "is the subject of"},
    {"csubj", "is the clause that is the subject of"},
    {"obj", "is the object of"},
    {"iobj", "is the indirect object of"},
    {"obl:agent", "is by whom it is done, of"},
    {"obl:tmod", "says when, of"},
    {"obl", "says when, where, how or to whom, of"},
    {"nmod:poss", "is the owner of"},
    {"nmod", "describes"},
    {"appos", "is another name for"},
    {"nummod", "counts"},
    {"amod", "is an adjective of"},
    {"acl:relcl", "is the verb of a clause about"},
    {"acl", "is the verb of a clause about"},
    {"advcl", "is the verb of a side clause of"},
    {"advmod", "is an adverb of"},
    {"ccomp", "is the verb of what is said or thought by"},
    {"xcomp", "completes"},
    {"parataxis", "stands beside"},
    {"conj", "is joined by \"and\" or the like to"},
    {"compound:prt", "is a particle of"},
    {"compound", "forms one term with"},
    {"flat", "is the rest of the name that begins with"},
    {"fixed", "is the rest of the phrase that begins with"},
    {"det", "is the article of"},
    {"case", "is the preposition of"},
    {"mark", "introduces the clause of"},
    {"aux", "is an auxiliary of"},
    {"cop", "is the \"be\" of"},
    {"cc", "joins"},
    {"punct", "is a mark of"},
    {"expl", "fills the place of the subject of"},
    {"vocative", "is who is called to beside"},
    {"discourse", "is a word of discourse beside"},
};

static bool begins(lgm_str s, const char *with)
{
    const size_t n = strlen(with);
    return s.len >= n && memcmp(s.ptr, with, n) == 0 && (s.len == n || s.ptr[n] == ':');
}

static const char *gloss(lgm_str rel)
{
    for (size_t i = 0; i < sizeof glosses / sizeof *glosses; i++)
        if (begins(rel, glosses[i][0])) return glosses[i][1];
    return "hangs on";
}

static void put_word(strbuf *to, const lgm_record *r, const lgm_why_step *s)
{
    const lgm_str word = lgm_record_quote(r, (lgm_cpspan){s->start, s->end});
    strbuf_puts(to, "\u201c");
    strbuf_put(to, word.ptr, word.len);
    strbuf_puts(to, "\u201d");
}

void tree_words(strbuf *to, const lgm_record *r, const lgm_why *why)
{
    for (size_t i = 0; i + 1 < why->path.n; i++) {
        const lgm_why_step *const s = &why->path.at[i];
        const lgm_why_step *const below = s->up ? s : s + 1, *const above = s->up ? s + 1 : s;
        if (i) strbuf_puts(to, "; ");
        put_word(to, r, below);
        strbuf_printf(to, " %s ", gloss(s->rel));
        put_word(to, r, above);
    }
}
