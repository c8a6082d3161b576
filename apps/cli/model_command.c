/* model_command.c - legomena model show: a model's card and tensors. */
#include <json-c/json.h>
#include <string.h>

#include "commands.h"
#include "options.h"
#include "legomena/model_info.h"
#include "output.h"
#include "wrap.h"

/* A card of more bytes is not parsed: json-c takes hundreds of bytes for each "{}", and a model
 * file comes from anywhere. */
enum { WIDTH = 80, FIELD = 16, CARD_MAX = 256 << 10 };

static void put_field(wrapper *w, const char *name, const char *value, size_t len)
{
    wrap_indent(w, 0, FIELD);
    wrap_words(w, STYLE_PLAIN, name);
    wrap_text(w, STYLE_PLAIN, " ", 1);
    if (w->col < FIELD - 1) {
        strbuf_fill(w->out, " ", (size_t)(FIELD - 1 - w->col));
        w->col = FIELD - 1;
    }
    wrap_text(w, STYLE_PLAIN, value, len);
    wrap_end(w);
}

static void put_json(wrapper *w, const char *name, struct json_object *value)
{
    const bool text = json_object_is_type(value, json_type_string);
    const char *const s = text ? json_object_get_string(value)
                               : json_object_to_json_string_ext(value, JSON_C_TO_STRING_SPACED);
    if (s) put_field(w, name, s, strlen(s));
}

/* The card, a field a line; one that is no JSON object is shown as it stands. */
static void put_card(wrapper *w, lgm_str card)
{
    if (!card.ptr) return;
    struct json_tokener *const parser = card.len <= CARD_MAX ? json_tokener_new() : NULL;
    struct json_object *const o =
        parser ? json_tokener_parse_ex(parser, card.ptr, (int)card.len) : NULL;
    strbuf_puts(w->out, "\nCard\n");
    if (o && json_object_is_type(o, json_type_object)) {
        json_object_object_foreach (o, name, value) put_json(w, name, value);
    } else {
        wrap_indent(w, 0, 0);
        wrap_text(w, STYLE_PLAIN, card.ptr, card.len);
        wrap_end(w);
    }
    json_object_put(o);
    if (parser) json_tokener_free(parser);
}

static void put_tensors(wrapper *w, const lgm_model_info *info)
{
    strbuf *const b = w->out;
    lgm_tensor_info t;
    strbuf_printf(b, "\n%-32s %-10s %-16s %14s\n", "Tensor", "Type", "Shape", "Bytes");
    for (size_t i = 0; lgm_model_info_tensor(info, i, &t) == LGM_OK; i++) {
        char shape[40];
        int n = 0;
        for (unsigned k = 0; k < t.rank && k < 3; k++)
            n += snprintf(shape + n, sizeof shape - (size_t)n, "%s%u", k ? " x " : "", t.dims[k]);
        strbuf_printf(b, "%-32.64s %-10s %-16s ", t.name, t.type, n ? shape : "-");
        strbuf size = {0};
        strbuf_number(&size, t.size_bytes);
        strbuf_fill(b, " ", size.len < 14 ? 14 - size.len : 0);
        strbuf_put(b, size.at, size.len);
        strbuf_puts(b, "\n");
        strbuf_done(&size);
    }
}

static void put_text(wrapper *w, const char *name, const char *value)
{
    if (value) put_field(w, name, value, strlen(value));
}

static void put_model(strbuf *b, const lgm_model_info *info)
{
    wrapper w;
    strbuf size = {0};
    wrap_start(&w, b, WIDTH, false);
    put_text(&w, "model", lgm_model_info_name(info));
    put_text(&w, "version", lgm_model_info_version(info));
    put_text(&w, "file", lgm_model_info_path(info));
    strbuf_number(&size, lgm_model_info_size(info));
    strbuf_puts(&size, " bytes");
    put_field(&w, "size", size.at, size.len);
    strbuf_done(&size);
    put_text(&w, "sha256", lgm_model_info_sha256(info));
    put_card(&w, lgm_model_info_card(info));
    put_tensors(&w, info);
}

static int show(const char *model)
{
    lgm_model_info *info;
    lgm_err err = {0};
    if (lgm_model_info_open(&info, model, NULL, &err) != LGM_OK) {
        reading_no_model(model, err.message);
        return EXIT_MODEL;
    }
    strbuf b = {0};
    output out;
    put_model(&b, info);
    lgm_model_info_close(info);
    bool written = !b.failed && output_open(&out, NULL);
    if (b.failed) cli_error("out of memory");
    if (written) {
        output_put(&out, b.at, b.len);
        written = output_end(&out, true);
    }
    strbuf_done(&b);
    return written ? EXIT_DONE : EXIT_OUTPUT;
}

static int run_model(const cli_command *self, int argc, char **argv)
{
    cli_args a;
    const char *value;
    if (!cli_args_start(&a, self, argc, argv)) return EXIT_USAGE;
    const int id = cli_args_next(&a, &value);
    int code = id == CLI_HELP ? EXIT_DONE : EXIT_USAGE;
    if (id == CLI_END && (a.n_operands < 1 || strcmp(a.operands[0], "show") != 0))
        cli_usage_error(self, "should be: legomena model show [NAME|FILE]");
    else if (id == CLI_END && a.n_operands > 2)
        cli_usage_error(self, "one model at a time");
    else if (id == CLI_END)
        code = show(a.n_operands == 2 ? a.operands[1] : NULL);
    cli_args_done(&a);
    return code;
}

const cli_command cli_model_command = {
    .name = "model",
    .operands = "show [NAME|FILE]",
    .brief = "show what a model file says about itself",
    .summary = "Shows a model: its version and hash, its card, its tensors. Without NAME or FILE\n"
               "the model that `legomena read` uses.",
    .words = "show",
    .operand = CLI_MODEL,
    .run = run_model,
};
