/* tool_story.c - accounts and disputes: what the reports of a story answer, by whose account, and
 * where they differ. */
#include <stdio.h>
#include <string.h>

#include "handlers.h"
#include "json_make.h"
#include "quoted_words.h"
#include "records.h"

enum { USUAL_ACCOUNTS = 30 };

/* ---- which story ---- */

/* The number of the story that a report is in; 0: why. */
static int64_t story_of(mcp_tool *t, const char *report)
{
    asked_field fields[] = {{"in", report}, {"limit", "1"}};
    exchange x = mcp_tool_exchange(t, fields);
    x.n_fields = 2;
    x.rest = "stories";
    json_object *const found = mcp_tool_ask(t, &x, handle_question);
    json_object *const rows = made_list(found, "stories");
    json_object *const row = rows ? json_object_array_get_idx(rows, 0) : NULL;
    const int64_t story = json_object_get_int64(made_value(row, "story"));
    if (found && !story) strbuf_printf(&t->why, "report: no story has %.200s", report);
    json_object_put(found);
    strbuf_done(&x.out);
    return story;
}

static int64_t find_story(mcp_tool *t)
{
    const char *const report = mcp_tool_text(t, "report");
    const int64_t story = mcp_tool_number(t, "story", 0);
    if ((story > 0) != (report != NULL)) return story > 0 ? story : story_of(t, report);
    strbuf_puts(&t->why, "which story? Either story, its number, or report, one that is in it, as "
                         "search_claims finds it");
    return 0;
}

static json_object *ask(mcp_tool *t, void (*handle)(exchange *x))
{
    asked_field fields[2];
    const int64_t story = find_story(t);
    const char *const question = mcp_tool_text(t, "question");
    exchange x = mcp_tool_exchange(t, fields);
    char number[24];
    if (!story) return NULL;
    snprintf(number, sizeof number, "%lld", (long long)story);
    x.rest = number;
    if (question) fields[x.n_fields++] = (asked_field){"question", question};
    if (mcp_tool_redacts(t)) fields[x.n_fields++] = (asked_field){"redact", "true"};
    json_object *const found = mcp_tool_ask(t, &x, handle);
    strbuf_done(&x.out);
    if (found) t->coverage = json_object_get(made_object(found, "coverage"));
    return found;
}

/* ---- what one report says ---- */

/* Its words get their place, and the sentence that they stand in. */
static void quote_said(json_object *said, mcp_records *records)
{
    const int64_t report = json_object_get_int64(made_value(said, "report"));
    json_object *const span = made_list(said, "span");
    const lgm_record *const r = mcp_record_of(records, report);
    const char *const claim = made_text(said, "claim");
    char id[48];
    if (span && r) {
        const lgm_cpspan at = {(uint32_t)json_object_get_int64(json_object_array_get_idx(span, 0)),
                               (uint32_t)json_object_get_int64(json_object_array_get_idx(span, 1))};
        make_value(said, "words", mcp_quote_of(r, at));
        mcp_put_sentence(said, r, at);
    }
    if (claim) {
        snprintf(id, sizeof id, "%lld:%.20s", (long long)report, claim);
        make_text(said, "claim", id);
    }
    json_object_object_del(said, "span");
    json_object_object_del(said, "doc");
    mcp_tool_link(records->tool, report);
}

static void quote_account(json_object *account, mcp_records *records)
{
    json_object *const said = made_list(account, "said");
    for (size_t i = 0; said && i < json_object_array_length(said); i++)
        quote_said(json_object_array_get_idx(said, i), records);
}

static void quote_link(json_object *link, mcp_records *records)
{
    quote_said(made_object(link, "a"), records);
    quote_said(made_object(link, "b"), records);
}

/* ---- pages of them ---- */

static json_object *page_of(mcp_tool *t, json_object *found, const char *list, const char *name,
                            void (*quote)(json_object *one, mcp_records *records))
{
    const size_t limit = (size_t)mcp_tool_number(t, "limit", USUAL_ACCOUNTS);
    json_object *const all = made_list(found, list), *const page = json_object_new_array();
    json_object *const quoted = json_object_new_object();
    const size_t n = json_object_array_length(all);
    mcp_records records = {.tool = t};
    for (size_t i = t->offset; i < n && i - t->offset < limit; i++) {
        json_object *const one = json_object_get(json_object_array_get_idx(all, i));
        quote(one, &records);
        json_object_array_add(page, one);
    }
    mcp_records_done(&records);
    if (n > t->offset && n - t->offset > limit)
        snprintf(t->next, sizeof t->next, "%zu", t->offset + limit);
    make_value(quoted, "story", json_object_get(made_value(found, "story")));
    make_value(quoted, "headline", json_object_get(made_value(found, "headline")));
    make_value(quoted, name, page);
    return quoted;
}

json_object *mcp_accounts(mcp_tool *t)
{
    json_object *const found = mcp_tool_reads_cursor(t) ? ask(t, handle_accounts) : NULL;
    json_object *const quoted =
        found ? page_of(t, found, "accounts", "accounts", quote_account) : NULL;
    json_object_put(found);
    return quoted;
}

json_object *mcp_disputes(mcp_tool *t)
{
    json_object *const found = mcp_tool_reads_cursor(t) ? ask(t, handle_disputes) : NULL;
    json_object *const quoted = found ? page_of(t, found, "links", "disputes", quote_link) : NULL;
    json_object_put(found);
    return quoted;
}
