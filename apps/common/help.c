/* help.c - the tables of the commands as text for a terminal. */
#include "help.h"

#include <string.h>

#include "output.h"

enum { HELP_INDENT = 24, HELP_WIDTH = 80 };

/* Words of s from column `col` on, where the cursor stands; the lines after it begin at
 * `indent`. */
static void wrap(strbuf *to, const char *s, int col, int indent)
{
    bool first = true;
    while (*s) {
        const int len = (int)strcspn(s, " ");
        if (!first && col + 1 + len > HELP_WIDTH) {
            strbuf_printf(to, "\n%*s", indent, "");
            col = indent;
        } else if (!first) {
            strbuf_puts(to, " ");
            col++;
        }
        strbuf_printf(to, "%.*s", len, s);
        col += len;
        s += len + (s[len] == ' ');
        first = false;
    }
    strbuf_puts(to, "\n");
}

static void print_option(strbuf *to, const cli_option *o)
{
    char left[64];
    const char letter[5] = {'-', o->letter, ',', ' ', '\0'};
    const int n = snprintf(left, sizeof left, "  %s--%s%s%s", o->letter ? letter : "    ", o->name,
                           o->arg ? " " : "", o->arg ? o->arg : "");
    strbuf_puts(to, left);
    if (n > HELP_INDENT - 2)
        strbuf_printf(to, "\n%*s", HELP_INDENT, "");
    else
        strbuf_printf(to, "%*s", HELP_INDENT - n, "");
    wrap(to, o->help, HELP_INDENT, HELP_INDENT);
}

static void print_exits(strbuf *to)
{
    strbuf_puts(to, "\nExit status:\n");
#define PRINT_EXIT(name, number, text) strbuf_printf(to, "  %d  %s\n", number, text);
    EXIT_MAP(PRINT_EXIT)
#undef PRINT_EXIT
}

static void put_command(strbuf *to, const cli_command *c)
{
    const cli_option *o;
    strbuf_printf(to, "Usage: legomena %s %s\n\n%s\n\nOptions:\n", c->name, c->operands,
                  c->summary);
    for (size_t i = 0; (o = cli_option_at(c, i)); i++) print_option(to, o);
    print_option(to, &(cli_option){.name = "help", .letter = 'h', .help = "print this help"});
    if (c->footer) strbuf_printf(to, "\n%s", c->footer);
    print_exits(to);
}

int cli_help(const cli_command *command)
{
    strbuf b = {0};
    put_command(&b, command);
    return cli_print(&b);
}

void cli_help_all(strbuf *to, const cli_command *const *commands, size_t n)
{
    for (size_t i = 0; i < n; i++)
        strbuf_printf(to, "%s legomena %s %s\n", i ? "      " : "Usage:", commands[i]->name,
                      commands[i]->operands);
    strbuf_puts(to,
                "       legomena help [COMMAND]\n"
                "       legomena --version\n"
                "\n"
                "Reads news reports and writes down who said what, with the exact words. What is\n"
                "true, it does not judge.\n"
                "\n");
    for (size_t i = 0; i < n; i++)
        strbuf_printf(to, "  %-8s %s\n", commands[i]->name, commands[i]->brief);
    strbuf_puts(to, "\n");
    for (size_t i = 0; i < n; i++)
        if (commands[i]->examples) strbuf_puts(to, commands[i]->examples);
}
