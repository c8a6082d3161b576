/* about_article.c - JSON-LD: what the node of the article says, and those that it points to. */
#include <string.h>

#include "about/letters.h"
#include "web/about_facts.h"
#include "web/about_ld.h"

enum { MOST = 50 }; /* of one role that are looked at */

static bool is_ld(const lgm_web_node *node)
{
    return node->tag == LGM_HTML_SCRIPT &&
           lgm_web_holds(lgm_web_attr(node, "type"), LGM_SLICE("ld+json"));
}

static lgm_status read_scripts(lgm_web_facts *f, lgm_web_things *things, lgm_err *err)
{
    lgm_status st = LGM_OK;
    for (uint32_t i = 0; st == LGM_OK && i < f->tree->n; i++) {
        if (!is_ld(&f->tree->node[i])) continue;
        for (uint32_t k = i + 1; st == LGM_OK && k < f->tree->node[i].end; k++)
            st = lgm_web_read_ld(f->arena, f->tree->node[k].text, things, err);
    }
    return st;
}

static void note_author(lgm_web_facts *f, const lgm_web_things *things, const lgm_web_thing *author)
{
    const lgm_web_thing *const meant = lgm_web_meant(things, author);
    const lgm_slice name = lgm_web_plain(f, meant->text[LGM_LD_NAME]);
    if (meant->is_body)
        lgm_web_note_agency(f, name);
    else if (meant->is_person && !memchr(name.ptr ? name.ptr : "", ' ', name.len))
        lgm_web_add_person(f, &f->people[LGM_FROM_LD], name);
    else
        lgm_web_add_people(f, &f->people[LGM_FROM_LD], name);
}

/* Those whom the article points to, by what they are to it. */
static void note_roles(lgm_web_facts *f, const lgm_web_things *things, uint32_t article,
                       lgm_web_ld_role role)
{
    size_t n = 0;
    for (size_t i = article + 1; i < things->n && n < MOST; i++) {
        const lgm_web_thing *const thing = &things->at[i];
        if (thing->parent == LGM_LD_NONE || thing->parent < article) break;
        if (thing->parent != article || thing->role != role) continue;
        n++;
        if (role == LGM_LD_AS_AUTHOR || role == LGM_LD_AS_CREATOR)
            note_author(f, things, thing);
        else if (role == LGM_LD_AS_PUBLISHER)
            lgm_web_note(f, LGM_FACT_PUBLISHER, LGM_FROM_LD,
                         lgm_web_meant(things, thing)->text[LGM_LD_NAME]);
        else
            lgm_web_note_agency(f,
                                lgm_web_plain(f, lgm_web_meant(things, thing)->text[LGM_LD_NAME]));
    }
}

/* Articles of one headline are one: of their changes the last counts. */
static void note_last_change(lgm_web_facts *f, const lgm_web_things *things, uint32_t article)
{
    const lgm_slice headline = things->at[article].text[LGM_LD_HEADLINE];
    lgm_moment *const to = &f->modified[LGM_FROM_LD];
    for (size_t i = 0; i < things->n; i++) {
        const lgm_web_thing *const thing = &things->at[i];
        lgm_moment m = {0};
        if (!thing->is_article || thing->role != LGM_LD_AS_WHOLE || !headline.len) continue;
        if (!lgm_slice_eq(thing->text[LGM_LD_HEADLINE], headline)) continue;
        lgm_web_note_moment(&m, thing->text[LGM_LD_MODIFIED], f->order);
        const int32_t was = to->day.year ? lgm_calendar_day(to->day) : 0;
        if (m.day.year && (!to->day.year || lgm_calendar_day(m.day) > was)) *to = m;
    }
}

static void note_article(lgm_web_facts *f, const lgm_web_things *things, uint32_t article)
{
    const lgm_slice *const text = things->at[article].text;
    lgm_web_note_title(f, LGM_FROM_LD, text[LGM_LD_HEADLINE]);
    if (!text[LGM_LD_HEADLINE].len) lgm_web_note_title(f, LGM_FROM_LD, text[LGM_LD_NAME]);
    lgm_web_note(f, LGM_FACT_SECTION, LGM_FROM_LD, text[LGM_LD_SECTION]);
    lgm_web_note(f, LGM_FACT_URL, LGM_FROM_LD, text[LGM_LD_URL]);
    lgm_web_note_moment(&f->published[LGM_FROM_LD], text[LGM_LD_PUBLISHED], f->order);
    lgm_web_note_moment(&f->published[LGM_FROM_LD], text[LGM_LD_CREATED], f->order);
    lgm_web_note_moment(&f->modified[LGM_FROM_LD], text[LGM_LD_MODIFIED], f->order);
    note_last_change(f, things, article);
    note_roles(f, things, article, LGM_LD_AS_AUTHOR);
    if (!f->people[LGM_FROM_LD].n) note_roles(f, things, article, LGM_LD_AS_CREATOR);
    note_roles(f, things, article, LGM_LD_AS_PUBLISHER);
    note_roles(f, things, article, LGM_LD_AS_SOURCE);
}

/* "Home", "News", "Coast", and the report. */
static void note_way(lgm_web_facts *f, const lgm_web_things *things, uint32_t way)
{
    size_t n = 0;
    for (size_t i = way + 1; i < things->n && n < MOST; i++, n++) {
        if (things->at[i].parent == LGM_LD_NONE || things->at[i].parent < way) break;
        lgm_web_note_step(f, things->at[i].text[LGM_LD_NAME]);
    }
}

lgm_status lgm_web_facts_of_ld(lgm_web_facts *f, lgm_err *err)
{
    lgm_web_things things = {0};
    const lgm_status st = read_scripts(f, &things, err);
    if (st != LGM_OK) return st;
    const uint32_t article = lgm_web_find_article(&things, f->text[LGM_FACT_URL][LGM_FROM_META],
                                                  f->text[LGM_FACT_TITLE][LGM_FROM_META]);
    if (article != LGM_LD_NONE) note_article(f, &things, article);
    for (uint32_t i = 0; i < things.n; i++)
        if (things.at[i].is_way) {
            note_way(f, &things, i);
            break;
        }
    return LGM_OK;
}
