/* access.c - see access.h. */
#include "access.h"

#include <stdio.h>
#include <string.h>
#include <sys/random.h>

enum { RANDOM_BYTES = 32, LEAST_TOKEN = 16 };

static bool random_text(char *out, size_t len)
{
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    unsigned char bytes[64];
    if (len > sizeof bytes || getrandom(bytes, len, 0) != (ssize_t)len) return false;
    for (size_t i = 0; i < len; i++) out[i] = letters[bytes[i] % 64];
    out[len] = '\0';
    return true;
}

static bool is_token(const char *s)
{
    const size_t len = strlen(s);
    return len >= LEAST_TOKEN && len <= 128 &&
           strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~") == len;
}

static lgm_status refuse(lgm_err *err, lgm_status st, const char *message)
{
    if (err) {
        memset(err, 0, sizeof *err);
        err->code = st;
        snprintf(err->message, sizeof err->message, "%s", message);
    }
    return st;
}

lgm_status access_start(access_rules *a, const char *token, bool local, lgm_err *err)
{
    *a = (access_rules){.local = local};
    if (token && !is_token(token))
        return refuse(err, LGM_E_ARG,
                      "the token should have 16 to 128 letters, digits, and - _ . ~ and nothing "
                      "else");
    if (token) snprintf(a->token, sizeof a->token, "%s", token);
    if ((!token && !random_text(a->token, 43)) || !random_text(a->once, 43))
        return refuse(err, LGM_E_IO, "no random numbers from the system");
    pthread_mutex_init(&a->lock, NULL);
    return LGM_OK;
}

void access_end(access_rules *a)
{
    pthread_mutex_destroy(&a->lock);
}

/* As long whatever the difference is. */
static bool same(const char *a, const char *b)
{
    const size_t n = strlen(a);
    unsigned char different = strlen(b) != n;
    for (size_t i = 0; i < n; i++) different |= (unsigned char)(a[i] ^ b[i < strlen(b) ? i : 0]);
    return !different;
}

/* "localhost:8080": with our port, or none. */
static bool is_local_host(const access_rules *a, const char *host)
{
    static const char *const names[] = {"localhost", "127.0.0.1", "[::1]"};
    char port[16];
    snprintf(port, sizeof port, ":%u", a->port);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const size_t n = strlen(names[i]);
        if (strncmp(host, names[i], n) == 0 && (!host[n] || strcmp(host + n, port) == 0))
            return true;
    }
    return false;
}

static const char *header(struct MHD_Connection *c, const char *name)
{
    return MHD_lookup_connection_value(c, MHD_HEADER_KIND, name);
}

int access_refuses_host(const access_rules *a, struct MHD_Connection *c, const char **why)
{
    const char *const host = header(c, MHD_HTTP_HEADER_HOST);
    const char *const origin = header(c, MHD_HTTP_HEADER_ORIGIN);
    *why = "the request names a host that is not this one";
    if (!host || (a->local && !is_local_host(a, host))) return MHD_HTTP_FORBIDDEN;
    *why = "the request comes from a page of another place";
    if (!origin) return 0;
    const char *const from = strncmp(origin, "http://", 7) == 0    ? origin + 7
                             : strncmp(origin, "https://", 8) == 0 ? origin + 8
                                                                   : "";
    return strcmp(from, host) == 0 ? 0 : MHD_HTTP_FORBIDDEN;
}

int access_refuses(const access_rules *a, struct MHD_Connection *c, const char **why)
{
    static const char bearer[] = "Bearer ";
    const int status = access_refuses_host(a, c, why);
    if (status) return status;
    const char *const given = header(c, MHD_HTTP_HEADER_AUTHORIZATION);
    const char *const cookie = MHD_lookup_connection_value(c, MHD_COOKIE_KIND, "legomena");
    if (given && strncmp(given, bearer, sizeof bearer - 1) == 0 &&
        same(a->token, given + sizeof bearer - 1))
        return 0;
    if (cookie && same(a->token, cookie)) return 0;
    *why = "the token is missing or wrong: send \"Authorization: Bearer TOKEN\", or open the link "
           "that legomena serve printed";
    return MHD_HTTP_UNAUTHORIZED;
}

bool access_enters(access_rules *a, const char *once)
{
    pthread_mutex_lock(&a->lock);
    const bool enters = *a->once && same(a->once, once);
    if (enters) *a->once = '\0';
    pthread_mutex_unlock(&a->lock);
    return enters;
}
