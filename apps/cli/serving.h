/* serving.h - a server until a signal comes, for commands that serve a ledger. */
#ifndef CLI_SERVING_H
#define CLI_SERVING_H

#include <stdbool.h>

#include "server.h"

typedef struct serving_how {
    bool browser;     /* open the link there */
    bool token_said;  /* nobody gave the token: say it */
    const char *view; /* of the page, behind the link: "#/report/1"; NULL = its front */
} serving_how;

/* An exit code. interrupt_init was called. */
int serving_run(const server_options *options, serving_how how);

#endif
