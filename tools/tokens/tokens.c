/*
 * tokens.c - cut texts into tokens for training: JSON lines in, JSON lines out.
 *
 * Reads lines {"text": ...} from stdin, writes {"tokens": [[start, end, flags], ...]} for each, in
 * code points; flags are LGM_TOK_* of src/doc/doc.h. A line that cannot be read ends the run with
 * its number.
 */
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "doc/doc.h"
#include "text/text.h"

static lgm_status cut(const char *text, size_t len, lgm_err *err)
{
    lgm_doc *doc;
    lgm_status st = lgm_doc_new(&doc, 0, err);
    if (st != LGM_OK) return st;
    doc->text = (lgm_slice){text, len};
    const size_t bad = lgm_utf8_valid(text, len);
    st = bad == len ? lgm_text_run(doc, err) : lgm_fail(err, LGM_E_FORMAT, "text is not UTF-8");
    if (st == LGM_OK) {
        fputs("{\"tokens\":[", stdout);
        for (uint32_t i = 0; i < doc->n_tokens; i++) {
            const lgm_cpspan cp = lgm_doc_points(doc, (lgm_tokspan){i, i + 1});
            printf("%s[%u,%u,%u]", i > 0 ? "," : "", cp.start, cp.end, doc->tokens[i].flags);
        }
        fputs("]}\n", stdout);
    }
    lgm_doc_free(doc);
    return st;
}

int main(void)
{
    char *line = NULL;
    size_t room = 0;
    unsigned long number = 0;
    int code = 0;
    ssize_t n;
    while (code == 0 && (n = getline(&line, &room, stdin)) >= 0) {
        number++;
        lgm_err err = {0};
        struct json_object *const row = json_tokener_parse(line), *text = NULL;
        if (row == NULL || !json_object_object_get_ex(row, "text", &text) ||
            !json_object_is_type(text, json_type_string)) {
            fprintf(stderr, "legomena-tokens: line %lu: not an object with a \"text\"\n", number);
            code = 1;
        } else {
            const size_t len = (size_t)json_object_get_string_len(text);
            if (cut(json_object_get_string(text), len, &err) != LGM_OK) {
                fprintf(stderr, "legomena-tokens: line %lu: %s\n", number, err.message);
                code = 1;
            }
        }
        json_object_put(row);
    }
    free(line);
    return code;
}
