/*
 * reading_thread.h - what takes longer than an answer should: a thread that reads what is given to
 * it, one after another, while the server goes on.
 */
#ifndef SERVER_READING_THREAD_H
#define SERVER_READING_THREAD_H

#include <stdbool.h>

#include "exchange.h"
#include "legomena/engine.h"

typedef struct reading_thread reading_thread;

/* The model is opened by the first that is to be read. options are copied. */
reading_thread *reading_thread_start(const lgm_engine_options *options);
/* Those that wait are not read any more. NULL is fine. */
void reading_thread_end(reading_thread *t);
/* read fills the answer; done is called by the thread, when it is there. false: too many
 * wait. */
bool reading_thread_add(reading_thread *t, exchange *x,
                        void (*read)(exchange *x, lgm_worker *worker), void (*done)(void *ctx),
                        void *ctx);

#endif
