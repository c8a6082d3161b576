/* help.c - the tables of the commands as text for a terminal. */
#include "help.h"

#include <string.h>

enum { HELP_INDENT = 24, HELP_WIDTH = 80 };

/* Words of s from column `col` on, where the cursor stands; the lines after it begin at
 * `indent`. */
static void wrap(FILE *to, const char *s, int col, int indent)
{
    bool first = true;
    while (*s) {
        const int len = (int)strcspn(s, " ");
        if (!first && col + 1 + len > HELP_WIDTH) {
            fprintf(to, "\n%*s", indent, "");
            col = indent;
        } else if (!first) {
            fputc(' ', to);
            col++;
        }
        fprintf(to, "%.*s", len, s);
        col += len;
        s += len + (s[len] == ' ');
        first = false;
    }
    fputc('\n', to);
}

static void print_option(FILE *to, const cli_option *o)
{
    char left[64];
    const char letter[5] = {'-', o->letter, ',', ' ', '\0'};
    const int n = snprintf(left, sizeof left, "  %s--%s%s%s", o->letter ? letter : "    ", o->name,
                           o->arg ? " " : "", o->arg ? o->arg : "");
    fputs(left, to);
    if (n > HELP_INDENT - 2)
        fprintf(to, "\n%*s", HELP_INDENT, "");
    else
        fprintf(to, "%*s", HELP_INDENT - n, "");
    wrap(to, o->help, HELP_INDENT, HELP_INDENT);
}

static void print_exits(FILE *to)
{
    fputs("\nExit status:\n", to);
#define PRINT_EXIT(name, number, text) fprintf(to, "  %d  %s\n", number, text);
    EXIT_MAP(PRINT_EXIT)
#undef PRINT_EXIT
}

void cli_help(const cli_command *c, FILE *to)
{
    const cli_option *o;
    fprintf(to, "Usage: legomena %s %s\n\n%s\n\nOptions:\n", c->name, c->operands, c->summary);
    for (size_t i = 0; (o = cli_option_at(c, i)); i++) print_option(to, o);
    print_option(to, &(cli_option){.name = "help", .letter = 'h', .help = "print this help"});
    if (c->footer) fprintf(to, "\n%s", c->footer);
    print_exits(to);
}

void cli_help_all(const cli_command *const *commands, size_t n, FILE *to)
{
    for (size_t i = 0; i < n; i++)
        fprintf(to, "%s legomena %s %s\n", i ? "      " : "Usage:", commands[i]->name,
                commands[i]->operands);
    fputs("       legomena help [COMMAND]\n"
          "       legomena --version\n"
          "\n"
          "Reads news reports and writes down who said what, with the exact words. What is\n"
          "true, it does not judge.\n"
          "\n",
          to);
    for (size_t i = 0; i < n; i++)
        fprintf(to, "  %-7s %s\n", commands[i]->name, commands[i]->brief);
    fputs("\n", to);
    for (size_t i = 0; i < n; i++)
        if (commands[i]->examples) fputs(commands[i]->examples, to);
}
