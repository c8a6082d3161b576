/*
 * schema.h - the steps of the schema (schema/NNNN_*.sql), in order. Made by tools/schema.py.
 */
#ifndef LGM_LEDGER_SCHEMA_H
#define LGM_LEDGER_SCHEMA_H

extern const char *const lgm_ledger_schema[];
extern const int lgm_ledger_n_steps;

#endif
