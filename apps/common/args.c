/* args.c - parses options by their table, and prints the table as help. */
#include "args.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { HELP_INDENT = 24, HELP_WIDTH = 80 };

void cli_error(const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    fputs("legomena: ", stderr);
    vfprintf(stderr, fmt, args);
    fputc('\n', stderr);
    va_end(args);
}

int cli_usage_error(const cli_command *command, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    fputs("legomena: ", stderr);
    vfprintf(stderr, fmt, args);
    fprintf(stderr, "; see legomena help%s%s\n", command ? " " : "", command ? command->name : "");
    va_end(args);
    return EXIT_USAGE;
}

bool cli_args_start(cli_args *a, const cli_command *command, int argc, char **argv)
{
    *a = (cli_args){.command = command, .argc = argc, .argv = argv};
    a->operands = calloc((size_t)argc + 1, sizeof *a->operands);
    if (!a->operands) cli_error("out of memory");
    return a->operands != NULL;
}

void cli_args_done(cli_args *a)
{
    free(a->operands);
    *a = (cli_args){0};
}

static int find_long(const cli_command *c, const char *name, size_t len)
{
    for (size_t i = 0; i < c->n_options; i++)
        if (strlen(c->options[i].name) == len && memcmp(c->options[i].name, name, len) == 0)
            return (int)i;
    return CLI_BAD;
}

static int find_letter(const cli_command *c, char letter)
{
    for (size_t i = 0; i < c->n_options; i++)
        if (c->options[i].letter == letter) return (int)i;
    return CLI_BAD;
}

static int found_help(const cli_args *a)
{
    cli_help(a->command, stdout);
    return CLI_HELP;
}

/* The value in the next argument. */
static int take_value(cli_args *a, int id, const char *shown, const char **value)
{
    if (a->at < a->argc) {
        *value = a->argv[a->at++];
        return id;
    }
    cli_usage_error(a->command, "%s needs a value: %s", shown, a->command->options[id].arg);
    return CLI_BAD;
}

static int next_letter(cli_args *a, const char **value)
{
    const char letter = *a->letters++;
    const int id = find_letter(a->command, letter);
    const char shown[3] = {'-', letter, '\0'};
    if (id == CLI_BAD && letter == 'h') return found_help(a);
    if (id == CLI_BAD) {
        cli_usage_error(a->command, "no such option: -%c",
                        letter >= ' ' && letter <= '~' ? letter : '?');
        return CLI_BAD;
    }
    if (!a->command->options[id].arg) return id;
    if (*a->letters) {
        *value = a->letters + (*a->letters == '=');
        a->letters = "";
        return id;
    }
    return take_value(a, id, shown, value);
}

static int next_long(cli_args *a, const char *arg, const char **value)
{
    const char *const name = arg + 2;
    const size_t len = strcspn(name, "=");
    const int id = find_long(a->command, name, len);
    if (id == CLI_BAD && strcmp(name, "help") == 0) return found_help(a);
    if (id == CLI_BAD) {
        cli_usage_error(a->command, "no such option: --%.*s", (int)(len < 60 ? len : 60), name);
        return CLI_BAD;
    }
    const bool wants = a->command->options[id].arg != NULL;
    if (name[len] == '=' && !wants) {
        cli_usage_error(a->command, "--%s takes no value", a->command->options[id].name);
        return CLI_BAD;
    }
    if (name[len] == '=') {
        *value = name + len + 1;
        return id;
    }
    return wants ? take_value(a, id, arg, value) : id;
}

int cli_args_next(cli_args *a, const char **value)
{
    *value = NULL;
    if (a->letters && *a->letters) return next_letter(a, value);
    while (a->at < a->argc) {
        const char *const arg = a->argv[a->at++];
        if (strcmp(arg, "--") == 0) {
            while (a->at < a->argc) a->operands[a->n_operands++] = a->argv[a->at++];
            break;
        }
        if (arg[0] != '-' || arg[1] == '\0') {
            a->operands[a->n_operands++] = arg;
            continue;
        }
        if (arg[1] == '-') return next_long(a, arg, value);
        a->letters = arg + 1;
        return next_letter(a, value);
    }
    return CLI_END;
}

/* ---- help ---- */

/* Words of s from column HELP_INDENT on; `col` is where the cursor stands. */
static void wrap(FILE *to, const char *s, int col)
{
    bool first = true;
    while (*s) {
        const int len = (int)strcspn(s, " ");
        if (!first && col + 1 + len > HELP_WIDTH) {
            fprintf(to, "\n%*s", HELP_INDENT, "");
            col = HELP_INDENT;
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
    wrap(to, o->help, HELP_INDENT);
}

void cli_help(const cli_command *c, FILE *to)
{
    fprintf(to, "Usage: legomena %s %s\n\n%s\n\nOptions:\n", c->name, c->operands, c->summary);
    for (size_t i = 0; i < c->n_options; i++) print_option(to, &c->options[i]);
    print_option(to, &(cli_option){"help", 'h', NULL, "print this help"});
    if (c->footer) fprintf(to, "\n%s", c->footer);
}
