/* wire.c - XML or JSON, by the first byte that is not blank. */
#include "wire/wire.h"

#include <string.h>

#include "wire/json_wire.h"
#include "wire/xml_wire.h"

struct lgm_wire {
    lgm_wire_window window;
    uint64_t max_story;
    lgm_wire_xml *xml; /* one of the two, from the first call on */
    lgm_wire_json *json;
};

lgm_status lgm_wire_new(lgm_wire **out, lgm_wire_bytes from, uint64_t max_story, lgm_err *err)
{
    lgm_wire *const w = *out = lgm_calloc(1, sizeof *w);
    if (!w) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    w->window = (lgm_wire_window){.from = from, .line = 1};
    w->max_story = max_story;
    return LGM_OK;
}

void lgm_wire_free(lgm_wire *w)
{
    if (!w) return;
    lgm_wire_xml_free(w->xml);
    lgm_wire_json_free(w->json);
    lgm_wire_window_done(&w->window);
    lgm_free(w);
}

static bool is_json(lgm_slice head)
{
    size_t i = head.len >= 3 && memcmp(head.ptr, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    while (i < head.len && strchr(" \t\r\n", head.ptr[i])) i++;
    return i < head.len && (head.ptr[i] == '{' || head.ptr[i] == '[');
}

static lgm_status begin(lgm_wire *w, lgm_err *err)
{
    lgm_slice head;
    do head = lgm_wire_window_part(&w->window, 0, lgm_wire_window_end(&w->window));
    while (head.len < 4 && lgm_wire_window_more(&w->window));
    return is_json(head) ? lgm_wire_json_new(&w->json, &w->window, w->max_story, err)
                         : lgm_wire_xml_new(&w->xml, &w->window, w->max_story, err);
}

lgm_status lgm_wire_next(lgm_wire *w, lgm_wire_story *story, lgm_err *err)
{
    const lgm_status st = w->xml || w->json ? LGM_OK : begin(w, err);
    if (st != LGM_OK) return st;
    return w->json ? lgm_wire_json_next(w->json, story, err)
                   : lgm_wire_xml_next(w->xml, story, err);
}
