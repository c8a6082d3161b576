/* model_command.c - legomena model show: a model's card and tensors. */
#include <string.h>

#include "commands.h"
#include "help.h"
#include "options.h"
#include "legomena/model_info.h"
#include "output.h"
#include "wrap.h"

enum { WIDTH = 80, FIELD = 16 };

static void put_field(wrapper *w, lgm_str name, lgm_str value)
{
    wrap_indent(w, 0, FIELD);
    wrap_text(w, STYLE_PLAIN, name.ptr, name.len);
    wrap_text(w, STYLE_PLAIN, " ", 1);
    if (w->col < FIELD - 1) {
        strbuf_fill(w->out, " ", (size_t)(FIELD - 1 - w->col));
        w->col = FIELD - 1;
    }
    wrap_text(w, STYLE_PLAIN, value.ptr, value.len);
    wrap_end(w);
}

/* The card, a field a line; one that is no JSON object is shown as it stands. */
static void put_card(wrapper *w, const lgm_model_info *info)
{
    const lgm_str card = lgm_model_info_card(info);
    const lgm_card_field *fields;
    const size_t n = lgm_model_info_card_fields(info, &fields);
    if (!card.ptr) return;
    strbuf_puts(w->out, "\nCard\n");
    for (size_t i = 0; i < n; i++) put_field(w, fields[i].name, fields[i].value);
    if (n) return;
    wrap_indent(w, 0, 0);
    wrap_text(w, STYLE_PLAIN, card.ptr, card.len);
    wrap_end(w);
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
        if (size.failed) b->failed = true;
        strbuf_done(&size);
    }
}

static void put_text(wrapper *w, const char *name, const char *value)
{
    if (value) put_field(w, (lgm_str){name, strlen(name)}, (lgm_str){value, strlen(value)});
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
    strbuf_put(&size, "", 1);
    put_text(&w, "size", size.at);
    if (size.failed) b->failed = true;
    strbuf_done(&size);
    put_text(&w, "sha256", lgm_model_info_sha256(info));
    put_card(&w, info);
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
    put_model(&b, info);
    lgm_model_info_close(info);
    return cli_print(&b);
}

static int run_model(const cli_command *self, int argc, char **argv)
{
    cli_args a = cli_args_start(self, argc, argv);
    const char *value;
    const int id = cli_args_next(&a, &value);
    if (id == CLI_HELP) return cli_help(self);
    if (id != CLI_END) return EXIT_USAGE;
    if (a.n_operands < 1 || strcmp(a.argv[0], "show") != 0)
        return cli_usage_error(self, "should be: legomena model show [NAME|FILE]");
    if (a.n_operands > 2) return cli_usage_error(self, "one model at a time");
    return show(a.n_operands == 2 ? a.argv[1] : NULL);
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
