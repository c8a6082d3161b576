/* args.c - parses options by their tables. */
#include "args.h"

#include <limits.h>
#include <stdarg.h>
#include <string.h>

#include "say.h"
#include "suggest.h"

enum { SHOWN = 60 }; /* bytes of what was typed, in a message */
enum { LINE = 2 * PATH_MAX + 1024 };

/* In one piece, so that it stays one line among those of others, and without memory, since the want
 * of it may be what is said. */
__attribute__((format(printf, 1, 0))) static void say_line(const char *fmt, va_list args,
                                                           const char *behind)
{
    static const char before[] = "legomena: ";
    char line[LINE];
    const size_t room = sizeof line - sizeof before - strlen(behind) - 1;
    size_t len = sizeof before - 1;
    memcpy(line, before, len);
    const int n = vsnprintf(line + len, room, fmt, args);
    len += n < 0 ? 0 : (size_t)n < room ? (size_t)n : room - 1;
    len += (size_t)snprintf(line + len, sizeof line - len, "%s\n", behind);
    say(line, len);
}

void cli_error(const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    say_line(fmt, args, "");
    va_end(args);
}

int cli_usage_error(const cli_command *command, const char *fmt, ...)
{
    char behind[80];
    va_list args;
    va_start(args, fmt);
    snprintf(behind, sizeof behind, "; see legomena help%s%s", command ? " " : "",
             command ? command->name : "");
    say_line(fmt, args, behind);
    va_end(args);
    return EXIT_USAGE;
}

cli_args cli_args_start(const cli_command *command, int argc, char **argv)
{
    return (cli_args){.command = command, .argc = argc, .argv = argv};
}

/* ---- tables ---- */

const cli_option *cli_option_at(const cli_command *c, size_t i)
{
    for (size_t g = 0; c->groups && c->groups[g]; g++) {
        if (i < c->groups[g]->n) return &c->groups[g]->options[i];
        i -= c->groups[g]->n;
    }
    return NULL;
}

static const cli_option *find_long(const cli_command *c, const char *name, size_t len)
{
    const cli_option *o;
    for (size_t i = 0; (o = cli_option_at(c, i)); i++)
        if (strlen(o->name) == len && memcmp(o->name, name, len) == 0) return o;
    return NULL;
}

static const cli_option *find_letter(const cli_command *c, char letter)
{
    const cli_option *o;
    for (size_t i = 0; (o = cli_option_at(c, i)); i++)
        if (o->letter == letter) return o;
    return NULL;
}

static const cli_option *find_id(const cli_command *c, int id)
{
    const cli_option *o;
    for (size_t i = 0; (o = cli_option_at(c, i)); i++)
        if (o->id == id) break;
    return o;
}

/* ---- values ---- */

/* The place of the value among the words, or -1. */
static int place_of(const char *value, const char *words)
{
    const size_t wanted = strlen(value);
    for (int i = 0; *words; i++) {
        const size_t len = strcspn(words, " ");
        if (len == wanted && memcmp(value, words, len) == 0) return i;
        words += len + (words[len] == ' ');
    }
    return -1;
}

/* "text, html or json" */
static void list_words(char *out, size_t room, const char *words)
{
    size_t at = 0;
    out[0] = '\0';
    while (*words && at < room) {
        const size_t len = strcspn(words, " ");
        const char *const next = words + len + (words[len] == ' ');
        const char *const between = !at ? "" : *next ? ", " : " or ";
        const int n = snprintf(out + at, room - at, "%s%.*s", between, (int)len, words);
        at += n > 0 ? (size_t)n : 0;
        words = next;
    }
}

bool cli_bad_value(const cli_args *a, int id, const char *value, const char *wanted)
{
    const cli_option *const o = find_id(a->command, id);
    suggestion s = suggest_start(value, strlen(value));
    if (o->kind == CLI_ONE_OF) suggest_list(&s, o->words);
    if (s.best)
        cli_usage_error(a->command, "--%s %.60s: should be %s (did you mean %.*s?)", o->name, value,
                        wanted, (int)s.best_len, s.best);
    else
        cli_usage_error(a->command, "--%s %.60s: should be %s", o->name, value, wanted);
    return false;
}

/* The id of the option, with its value looked at. */
static int given(cli_args *a, const cli_option *o, const char *value)
{
    char wanted[256];
    if (o->kind != CLI_ONE_OF) return o->id;
    a->choice = place_of(value, o->words);
    if (a->choice >= 0) return o->id;
    list_words(wanted, sizeof wanted, o->words);
    cli_bad_value(a, o->id, value, wanted);
    return CLI_BAD;
}

/* ---- options ---- */

/* The value in the next argument. */
static int take_value(cli_args *a, const cli_option *o, const char *shown, const char **value)
{
    if (a->at < a->argc) {
        *value = a->argv[a->at++];
        return given(a, o, *value);
    }
    cli_usage_error(a->command, "%s needs a value: %s", shown, o->arg);
    return CLI_BAD;
}

static int next_letter(cli_args *a, const char **value)
{
    const char letter = *a->letters++;
    const cli_option *const o = find_letter(a->command, letter);
    const char shown[3] = {'-', letter, '\0'};
    if (!o && letter == 'h') return CLI_HELP;
    if (!o) {
        cli_usage_error(a->command, "no such option: -%c",
                        letter >= ' ' && letter <= '~' ? letter : '?');
        return CLI_BAD;
    }
    if (!o->arg) return o->id;
    if (*a->letters) {
        *value = a->letters + (*a->letters == '=');
        a->letters = "";
        return given(a, o, *value);
    }
    return take_value(a, o, shown, value);
}

static int no_such_option(const cli_args *a, const char *name, size_t len)
{
    const int shown = (int)(len < SHOWN ? len : SHOWN);
    suggestion s = suggest_start(name, len);
    const cli_option *o;
    for (size_t i = 0; (o = cli_option_at(a->command, i)); i++)
        suggest_try(&s, o->name, strlen(o->name));
    suggest_try(&s, "help", 4);
    if (s.best)
        cli_usage_error(a->command, "no such option: --%.*s (did you mean --%s?)", shown, name,
                        s.best);
    else
        cli_usage_error(a->command, "no such option: --%.*s", shown, name);
    return CLI_BAD;
}

static int next_long(cli_args *a, const char *arg, const char **value)
{
    const char *const name = arg + 2;
    const size_t len = strcspn(name, "=");
    const cli_option *const o = find_long(a->command, name, len);
    if (!o && strcmp(name, "help") == 0) return CLI_HELP;
    if (!o) return no_such_option(a, name, len);
    if (name[len] == '=' && !o->arg) {
        cli_usage_error(a->command, "--%s takes no value", o->name);
        return CLI_BAD;
    }
    if (name[len] == '=') {
        *value = name + len + 1;
        return given(a, o, *value);
    }
    return o->arg ? take_value(a, o, arg, value) : o->id;
}

int cli_args_next(cli_args *a, const char **value)
{
    *value = NULL;
    if (a->letters && *a->letters) return next_letter(a, value);
    while (a->at < a->argc) {
        char *const arg = a->argv[a->at++];
        if (strcmp(arg, "--") == 0) {
            while (a->at < a->argc) a->argv[a->n_operands++] = a->argv[a->at++];
            break;
        }
        if (arg[0] != '-' || arg[1] == '\0') {
            a->argv[a->n_operands++] = arg;
            continue;
        }
        if (arg[1] == '-') return next_long(a, arg, value);
        a->letters = arg + 1;
        return next_letter(a, value);
    }
    return CLI_END;
}
