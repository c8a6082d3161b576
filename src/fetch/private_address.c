/* private_address.c - see private_address.h. */
#include "fetch/private_address.h"

#include <netinet/in.h>
#include <stdint.h>
#include <string.h>

typedef struct block4 {
    uint32_t first;
    uint8_t bits;
} block4;

static bool is_private4(uint32_t a)
{
    static const block4 blocks[] = {
        {0x00000000, 8},                                     /* this network */
        {0x0a000000, 8},                                     /* private use */
        {0x64400000, 10},                                    /* shared, behind carriers */
        {0x7f000000, 8},                                     /* this machine */
        {0xa9fe0000, 16},                                    /* this link */
        {0xac100000, 12},                                    /* private use */
        {0xc0000000, 24},                                    /* protocol assignments */
        {0xc0000200, 24},                                    /* documentation, and two below */
        {0xc0a80000, 16},                                    /* private use */
        {0xc6120000, 15},                                    /* benchmarks */
        {0xc6336400, 24}, {0xcb007100, 24}, {0xe0000000, 3}, /* multicast, reserved, broadcast */
    };
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        if ((a ^ blocks[i].first) >> (32 - blocks[i].bits) == 0) return true;
    return false;
}

static uint32_t word_at(const uint8_t *b)
{
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

/* Public are 2000::/3 without documentation, and those that carry a public IPv4 address. */
static bool is_private6(const uint8_t *b)
{
    static const uint8_t mapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    static const uint8_t translated[12] = {0, 0x64, 0xff, 0x9b}; /* RFC 6052 */
    if (memcmp(b, mapped, 12) == 0 || memcmp(b, translated, 12) == 0)
        return is_private4(word_at(b + 12));
    if (b[0] == 0x20 && b[1] == 0x02) return is_private4(word_at(b + 2)); /* 6to4 */
    if (word_at(b) == 0x20010db8 || (b[0] == 0x20 && b[1] == 0x01 && b[2] < 2)) return true;
    return (b[0] & 0xe0) != 0x20;
}

bool lgm_fetch_is_private(const struct sockaddr *address)
{
    if (address->sa_family == AF_INET) {
        struct sockaddr_in a;
        memcpy(&a, address, sizeof a);
        return is_private4(ntohl(a.sin_addr.s_addr));
    }
    if (address->sa_family == AF_INET6) {
        struct sockaddr_in6 a;
        memcpy(&a, address, sizeof a);
        return is_private6(a.sin6_addr.s6_addr);
    }
    return true;
}
