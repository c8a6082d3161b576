/* complete.c - completions for three shells. */
#include <string.h>

#include "docs.h"

#define MODELS "en-accurate en-fast"

static void put_names(FILE *to)
{
    for (size_t i = 0; i < CLI_N_COMMANDS; i++)
        fprintf(to, "%s%s", i ? " " : "", cli_commands[i]->name);
}

/* ---- bash ---- */

static void bash_words(FILE *to, const char *indent, const char *how, const char *words)
{
    fprintf(to, "%smapfile -t COMPREPLY < <(compgen %s'%s' -- \"$cur\")", indent, how, words);
}

static void bash_value(FILE *to, const cli_option *o)
{
    if (!o->arg) return;
    fputs("        ", to);
    if (o->letter) fprintf(to, "-%c | ", o->letter);
    fprintf(to, "--%s)", o->name);
    if (o->kind == CLI_FILE)
        fputs(" mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")", to);
    else if (o->kind == CLI_MODEL)
        bash_words(to, " ", "-f -W ", o->words);
    else if (o->words)
        bash_words(to, " ", "-W ", o->words);
    fputs(" ;;\n", to);
}

static void bash_operand(FILE *to, const cli_command *c)
{
    if (c->words) {
        fputs("            elif ((COMP_CWORD == 2)); then\n", to);
        bash_words(to, "                ", "-W ", c->words);
        fputs("\n", to);
    }
    fputs("            else\n", to);
    if (c->operand == CLI_MODEL)
        bash_words(to, "                ", "-f -W ", MODELS);
    else
        fputs("                mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")", to);
    fputs("\n            fi\n", to);
}

static void bash_command(FILE *to, const cli_command *c)
{
    const cli_option *o;
    fprintf(to, "    %s)\n        case $prev in\n", c->name);
    for (size_t i = 0; (o = cli_option_at(c, i)); i++) bash_value(to, o);
    fputs("        *)\n            if [[ $cur == -* ]]; then\n"
          "                mapfile -t COMPREPLY < <(compgen -W '",
          to);
    for (size_t i = 0; (o = cli_option_at(c, i)); i++) fprintf(to, "--%s ", o->name);
    fputs("--help' -- \"$cur\")\n", to);
    bash_operand(to, c);
    fputs("            ;;\n        esac\n        ;;\n", to);
}

void docs_bash(FILE *to)
{
    fputs("# bash completion for legomena\n\n_legomena() {\n"
          "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}\n"
          "    COMPREPLY=()\n    if ((COMP_CWORD == 1)); then\n"
          "        mapfile -t COMPREPLY < <(compgen -W '",
          to);
    put_names(to);
    fputs(" help --version --help' -- \"$cur\")\n        return\n    fi\n"
          "    case ${COMP_WORDS[1]} in\n    help) mapfile -t COMPREPLY < <(compgen -W '",
          to);
    put_names(to);
    fputs("' -- \"$cur\") ;;\n", to);
    for (size_t i = 0; i < CLI_N_COMMANDS; i++) bash_command(to, cli_commands[i]);
    fputs("    esac\n}\ncomplete -o filenames -F _legomena legomena\n", to);
}

/* ---- zsh ---- */

/* Text between single quotes, in brackets: what would end them is escaped or left out. */
static void zsh_text(FILE *to, const char *s)
{
    for (; *s; s++) {
        if (*s == '\'')
            fputs("'\\''", to);
        else if (strchr("[]:", *s))
            fprintf(to, "\\%c", *s);
        else
            fputc(*s, to);
    }
}

static void zsh_action(FILE *to, cli_kind kind, const char *words)
{
    if (kind == CLI_FILE)
        fputs("_files", to);
    else if (kind == CLI_MODEL)
        fputs("_files -g \"*.lgm\"", to);
    else if (words)
        fprintf(to, "(%s)", words);
}

static void zsh_option(FILE *to, const cli_option *o)
{
    fputs("            ", to);
    if (o->letter)
        fprintf(to, "'(-%c --%s)'{-%c,--%s}'[", o->letter, o->name, o->letter, o->name);
    else
        fprintf(to, "'--%s[", o->name);
    zsh_text(to, o->help);
    fputs("]", to);
    if (o->arg) {
        fprintf(to, ":%s:", o->name);
        zsh_action(to, o->kind, o->words);
    }
    fputs("' \\\n", to);
}

static void zsh_command(FILE *to, const cli_command *c)
{
    const cli_option *o;
    fprintf(to, "    %s)\n        _arguments -s \\\n", c->name);
    for (size_t i = 0; (o = cli_option_at(c, i)); i++) zsh_option(to, o);
    zsh_option(to, &(cli_option){.name = "help", .letter = 'h', .help = "print help"});
    if (c->words) fprintf(to, "            '1:word:(%s)' \\\n", c->words);
    fputs("            '*:operand:", to);
    zsh_action(to, c->operand, NULL);
    fputs("'\n        ;;\n", to);
}

void docs_zsh(FILE *to)
{
    fputs("#compdef legomena\n# zsh completion for legomena\n\n_legomena() {\n"
          "    local context state line\n    typeset -A opt_args\n    _arguments -C \\\n"
          "        '--version[print the version]' \\\n"
          "        '(-h --help)'{-h,--help}'[print help]' \\\n        '1:command:(",
          to);
    put_names(to);
    fputs(" help)' \\\n        '*::argument:->argument'\n"
          "    [[ $state == argument ]] || return\n    case $line[1] in\n",
          to);
    for (size_t i = 0; i < CLI_N_COMMANDS; i++) zsh_command(to, cli_commands[i]);
    fputs("    help)\n        _arguments '1:command:(", to);
    put_names(to);
    fputs(")'\n        ;;\n    esac\n}\n\n_legomena \"$@\"\n", to);
}

/* ---- fish ---- */

static void fish_text(FILE *to, const char *s)
{
    fputc('\'', to);
    for (; *s; s++) fprintf(to, *s == '\'' || *s == '\\' ? "\\%c" : "%c", *s);
    fputc('\'', to);
}

static void fish_option(FILE *to, const cli_command *c, const cli_option *o)
{
    fprintf(to, "complete -c legomena -n '__fish_seen_subcommand_from %s'", c->name);
    if (o->letter) fprintf(to, " -s %c", o->letter);
    fprintf(to, " -l %s", o->name);
    if (o->arg) fputs(o->kind == CLI_FILE || o->kind == CLI_MODEL ? " -r" : " -x", to);
    if (o->words) fprintf(to, " -a '%s'", o->words);
    fputs(" -d ", to);
    fish_text(to, o->help);
    fputs("\n", to);
}

void docs_fish(FILE *to)
{
    const cli_option *o;
    fputs("# fish completion for legomena\n\n", to);
    for (size_t i = 0; i < CLI_N_COMMANDS; i++) {
        const cli_command *const c = cli_commands[i];
        fprintf(to, "complete -c legomena -n __fish_use_subcommand -f -a %s -d ", c->name);
        fish_text(to, c->brief);
        fputs("\n", to);
        if (c->words)
            fprintf(to, "complete -c legomena -n '__fish_seen_subcommand_from %s' -a '%s'\n",
                    c->name, c->words);
        for (size_t k = 0; (o = cli_option_at(c, k)); k++) fish_option(to, c, o);
        fish_option(to, c, &(cli_option){.name = "help", .letter = 'h', .help = "print help"});
    }
    fputs("complete -c legomena -n __fish_use_subcommand -f -a help -d 'print help'\n"
          "complete -c legomena -n __fish_use_subcommand -l version -d 'print the version'\n"
          "complete -c legomena -n '__fish_seen_subcommand_from help' -f -a '",
          to);
    put_names(to);
    fputs("'\n", to);
}
