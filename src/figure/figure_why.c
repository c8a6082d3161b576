/* figure_why.c - notes of why a figure is as it is. */
#include "doc/why.h"
#include "figure/figure_draft.h"

static void explain_meaning(const lgm_doc *doc, const lgm_figure_draft *d, uint32_t i)
{
    const lgm_doc_figure *const f = &doc->figures[i];
    if (d->toll_word != LGM_NONE)
        LGM_WHY_TREE(doc, FIGURE, i, "of", d->head, LGM_ONE_WORD(d->toll_word),
                     "This word, by its list in data/figure/tolls.txt or as the deed of those who "
                     "are counted, says what becomes of them");
    else if (d->toll != LGM_FIGURE_NO_TOLL)
        LGM_WHY(doc, FIGURE, i, "of", f->tokens, "It is told with another figure, which says it");
    else if (f->unit || f->of)
        LGM_WHY(doc, FIGURE, i, "of", f->tokens,
                "What is beside the number says what it measures (data/figure/units.txt)");
    else
        LGM_WHY_TREE(doc, FIGURE, i, "of", d->number.end - 1, LGM_ONE_WORD(f->noun),
                     "The number hangs on this noun");
    if (f->what.end > f->what.start)
        LGM_WHY(doc, FIGURE, i, "what", f->what, "These words stand for those whom it counts");
    if (f->unit)
        LGM_WHY(doc, FIGURE, i, "unit", f->tokens,
                "The sign or the word of a measure stands beside it (data/figure/units.txt)");
}

static void explain_size(const lgm_doc *doc, const lgm_figure_draft *d, uint32_t i)
{
    const lgm_doc_figure *const f = &doc->figures[i];
    LGM_WHY(doc, FIGURE, i, "value", d->number, "The number as it is written");
    if (f->upper)
        LGM_WHY(doc, FIGURE, i, "upper", d->number, "Two numbers are the ends of a range");
    if (f->relation == LGM_RELATION_EXACT)
        LGM_WHY(doc, FIGURE, i, "relation", f->tokens, "No words beside the number bound it");
    else
        LGM_WHY(doc, FIGURE, i, "relation", f->tokens,
                f->upper || f->vague ? "The words give the least that it can be"
                                     : "Words beside the number bound it (data/figure/bounds.txt)");
    if (f->vague) LGM_WHY(doc, FIGURE, i, "vague", d->number, "The words give no more than a size");
    if (f->implied)
        LGM_WHY(doc, FIGURE, i, "implied", d->number,
                "An article before a noun in the singular stands for one");
}

static void explain_place(const lgm_doc *doc, const lgm_figure_draft *d, uint32_t i)
{
    const lgm_doc_figure *const f = &doc->figures[i];
    static const char *const EVENT[] = {
        [LGM_FIGURE_BY_TREE] = "In the tree this event governs what is counted, or is it",
        [LGM_FIGURE_BY_DEED] = "The toll is of this event, which is told beside it or before it",
        [LGM_FIGURE_BY_PARTICIPANTS] = "Those who are counted take part in this event"};
    if (f->event != LGM_NONE)
        LGM_WHY_TREE(doc, FIGURE, i, "event", d->head,
                     doc->event_spans[doc->events[f->event].mention], "%s", EVENT[d->event_by]);
    if (f->time != LGM_NONE || f->place != LGM_NONE || f->extent != LGM_EXTENT_NONE)
        LGM_WHY(doc, FIGURE, i, "scope", f->tokens,
                "A time, a place or words such as \"in all\" hang on it or on its verb");
    for (uint32_t k = 0; k < f->n_claims; k++)
        LGM_WHY(doc, FIGURE, i, "asserted_by",
                lgm_doc_all_of(&doc->claims[doc->figure_links[f->first + k]].cue),
                "It stands within what a claim says");
}

void lgm_figure_explain(const lgm_doc *doc, const lgm_figure_draft *d, uint32_t i)
{
    const lgm_doc_figure *const f = &doc->figures[i];
    explain_meaning(doc, d, i);
    explain_size(doc, d, i);
    explain_place(doc, d, i);
    if (f->n_wholes > 0)
        LGM_WHY(doc, FIGURE, i, "part_of", f->tokens,
                "\"Including\", \"among them\", \"of whom\" or \"of them\" makes it a part");
    if (f->revised_from != LGM_NONE)
        LGM_WHY(doc, FIGURE, i, "revised_from", f->tokens,
                "\"From\" or \"to\" beside a word of change ties it to the other "
                "(data/figure/changes.txt)");
}
