/*
 * handlers.h - the handlers of routes.c: each reads its exchange and fills the answer.
 *
 * Files   openapi.c, questions_api.c, reports_api.c, records_api.c, people_api.c, reviews_api.c,
 *         stories_api.c, talk_api.c.
 */
#ifndef SERVER_HANDLERS_H
#define SERVER_HANDLERS_H

#include "exchange.h"

void handle_openapi(exchange *x);
void handle_question(exchange *x);
void handle_report(exchange *x);
void handle_copies(exchange *x);
void handle_raw(exchange *x);
void handle_record(exchange *x);
void handle_people(exchange *x);
void handle_problems(exchange *x);
void handle_review(exchange *x);
void handle_story(exchange *x);
void handle_accounts(exchange *x);
void handle_disputes(exchange *x);
void handle_origins(exchange *x);
void handle_talk(exchange *x);

#endif
