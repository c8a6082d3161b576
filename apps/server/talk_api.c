/* talk_api.c - POST /mcp: whom the program gave it to (server.h) answers. */
#include "handlers.h"
#include "server_state.h"

void handle_talk(exchange *x)
{
    if (x->server->talk.answer)
        x->server->talk.answer(x);
    else
        exchange_problem(x, 404, "nobody answers assistants here");
}
