/* manual.c - a man page: prose with what the tables have. */
#include <ctype.h>
#include <string.h>

#include "docs.h"

/* "[options] FILE|FOLDER|-..." with the words that stand for something set apart: capitals. */
static void put_operands(FILE *to, const char *s)
{
    while (*s) {
        const size_t len = strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
        if (len) {
            fprintf(to, "_%.*s_", (int)len, s);
            s += len;
        } else {
            fputc(*s++, to);
        }
    }
}

static void put_synopsis(FILE *to, const cli_command *c, bool more_follow)
{
    fprintf(to, "*legomena %s* ", c->name);
    put_operands(to, c->operands);
    fputs(more_follow ? "++\n" : "\n", to);
}

static void put_option(FILE *to, const cli_option *o)
{
    if (o->letter) fprintf(to, "*-%c*, ", o->letter);
    fprintf(to, "*--%s*", o->name);
    if (o->arg) fprintf(to, " _%s_", o->arg);
    const char *const text = o->more ? o->more : o->help;
    fprintf(to, "\n\t%c%s%s\n\n", toupper((unsigned char)text[0]), text + 1,
            text[strlen(text) - 1] == '.' ? "" : ".");
}

static void put_options(FILE *to, const cli_command *c)
{
    const cli_option *o;
    for (size_t i = 0; (o = cli_option_at(c, i)); i++) put_option(to, o);
    put_option(to, &(cli_option){.name = "help", .letter = 'h', .help = "print the options"});
}

static void put_exits(FILE *to)
{
#define PUT_EXIT(name, number, text)                                                               \
    fprintf(to, "*%d*\n\t%c%s.\n\n", number, toupper((unsigned char)(text)[0]), (text) + 1);
    EXIT_MAP(PUT_EXIT)
#undef PUT_EXIT
    fputs("*128 + N*\n\tSignal N ended it, as a shell has it: 130 for SIGINT, 143 for SIGTERM.\n\n",
          to);
}

static void put_commands(FILE *to)
{
    for (size_t i = 0; i < CLI_N_COMMANDS; i++) {
        const cli_command *const c = cli_commands[i];
        fprintf(to, "*%s*\n\t%c%s; see *legomena-%s*(1).\n\n", c->name,
                toupper((unsigned char)c->brief[0]), c->brief + 1, c->name);
    }
}

static bool put_mark(FILE *to, const char *mark, const cli_command *c)
{
    if (strcmp(mark, "@SYNOPSIS@\n") == 0) {
        for (size_t i = 0; i < CLI_N_COMMANDS; i++)
            if (!c || c == cli_commands[i]) put_synopsis(to, cli_commands[i], !c);
    } else if (strcmp(mark, "@COMMANDS@\n") == 0) {
        put_commands(to);
    } else if (strcmp(mark, "@OPTIONS@\n") == 0 && c) {
        put_options(to, c);
    } else if (strcmp(mark, "@EXITS@\n") == 0) {
        put_exits(to);
    } else {
        fprintf(stderr, "legomena-docs: no such mark: %s", mark);
        return false;
    }
    return true;
}

bool docs_man(FILE *to, FILE *prose, const cli_command *command)
{
    char line[1024];
    while (fgets(line, sizeof line, prose)) {
        if (line[0] != '@')
            fputs(line, to);
        else if (!put_mark(to, line, command))
            return false;
    }
    return true;
}
