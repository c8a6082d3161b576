/*
 * redact.h - a record without the names of private persons who are victims, witnesses or minors.
 *
 *     lgm_record *shown;
 *     if (lgm_redact(&shown, record, &err) == LGM_OK) ... lgm_record_write(shown, ...) ...
 *
 * Each such person is "[victim 1]", "[witness 2]", "[minor 1]" or "[person 1]" wherever the record
 * has a name of theirs: in its text and so in every quotation, in its title, in names, aliases,
 * roles and all other words. docs/redaction.md has the rule, and what it cannot do: it is no
 * guarantee that nobody can tell who is meant.
 *
 * Spans    of the new record are of its own text, which has the placeholders; its sha256 is that
 *          of this text; `redacted` has the spans of the placeholders. raw_sha256 and id stay those
 *          of the report.
 * Text     in which no names could be looked for (another language, no model) is left out as a
 *          whole, with a warning.
 * Errors   LGM_E_NOMEM, LGM_E_BUDGET.
 */
#ifndef LEGOMENA_REDACT_H
#define LEGOMENA_REDACT_H

#include "legomena/record.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Why somebody is hidden. PERSON: by what they share with one of the others, a last name or kin. */
#define LGM_HIDDEN_KINDS(X)                                                                        \
    X(MINOR, "minor") X(VICTIM, "victim") X(WITNESS, "witness") X(PERSON, "person")
typedef enum lgm_hidden_kind {
#define LGM_HIDDEN_ENUM(name, text) LGM_HIDDEN_##name,
    LGM_HIDDEN_KINDS(LGM_HIDDEN_ENUM)
#undef LGM_HIDDEN_ENUM
        LGM_HIDDEN_N
} lgm_hidden_kind;
LGM_API const char *lgm_hidden_kind_name(lgm_hidden_kind kind); /* "minor"; NULL for _N */

/* The new record borrows nothing; it has no map. */
LGM_NODISCARD LGM_API lgm_status lgm_redact(lgm_record **out, const lgm_record *record,
                                            lgm_err *err);

/* ---- for words that are not in the record: rows, names of files ---- */

typedef struct lgm_redaction lgm_redaction; /* who is hidden in one report */

/* The record is borrowed until the redaction is freed. For one thread. */
LGM_NODISCARD LGM_API lgm_status lgm_redaction_new(lgm_redaction **out, const lgm_record *record,
                                                   lgm_err *err);
LGM_API void lgm_redaction_free(lgm_redaction *redaction); /* NULL is fine */
LGM_NODISCARD LGM_API lgm_status lgm_redaction_record(lgm_redaction *redaction, lgm_record **out,
                                                      lgm_err *err);
/* The words with placeholders for names, NUL-terminated, to be freed with lgm_string_free;
 * len may be NULL. Of a report whose text is left out no words are left. */
LGM_NODISCARD LGM_API lgm_status lgm_redaction_words(lgm_redaction *redaction, lgm_str words,
                                                     char **out, size_t *len, lgm_err *err);
/* The placeholder of an entity; NULL where it is not hidden. */
LGM_API const char *lgm_redaction_of(const lgm_redaction *redaction, uint32_t entity);

/* 1 where the name of an entity has a placeholder in it: of a person, and "the Torv trial". */
LGM_API int lgm_redaction_hides(lgm_redaction *redaction, uint32_t entity);

#ifdef __cplusplus
}
#endif
#endif
