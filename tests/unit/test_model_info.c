/* test_model_info.c - what a model file says of itself: its card. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <unistd.h>

#include "base/base.h"
#include "legomena/model_info.h"
#include "model_builder.h"

static char path[64];

static lgm_model_info *open_with(const char *card)
{
    static const float one = 1;
    model_builder b = {0};
    lgm_model_info *info;
    size_t len;
    if (card) mb_text(&b, "card.json", card);
    mb_f32(&b, "config.clip", 1, 1, &one);
    uint8_t *const bytes = mb_bytes(&b, &len);
    strcpy(path, "/tmp/legomena-card-XXXXXX");
    const int fd = mkstemp(path);
    assert_int_equal(write(fd, bytes, len), len);
    close(fd);
    free(bytes);
    const lgm_status st = lgm_model_info_open(&info, path, NULL, NULL);
    unlink(path);
    assert_int_equal(st, LGM_OK);
    return info;
}

static void assert_str(lgm_str s, const char *expected)
{
    assert_int_equal(s.len, strlen(expected));
    assert_memory_equal(s.ptr, expected, s.len);
}

static void a_card_has_its_members_in_order(void **state)
{
    (void)state;
    const lgm_card_field *f;
    lgm_model_info *const info = open_with(
        "{\"name\": \"a \\\"b\\\"\", \"scores\": {\"x\": [1, 2]} , \"n\":-1.50,\"\":null}\n");
    assert_int_equal(lgm_model_info_card_fields(info, &f), 4);
    assert_str(f[0].name, "name");
    assert_str(f[0].value, "a \"b\"");
    assert_str(f[1].value, "{\"x\": [1, 2]}");
    assert_str(f[2].value, "-1.50");
    assert_str(f[3].name, "");
    assert_str(f[3].value, "null");
    lgm_model_info_close(info);
}

/* It is there as text all the same. */
static void a_card_that_is_no_object_has_none(void **state)
{
    char deep[201];
    memset(deep, '[', 200);
    deep[200] = '\0';
    const char *const cards[] = {"a model", "[1]", "{\"a\": 1", "{\"a\": 1} {}", "{\"a\" 1}", deep};
    (void)state;
    for (size_t i = 0; i < LGM_COUNT(cards); i++) {
        const lgm_card_field *f;
        lgm_model_info *const info = open_with(cards[i]);
        assert_int_equal(lgm_model_info_card_fields(info, &f), 0);
        assert_str(lgm_model_info_card(info), cards[i]);
        lgm_model_info_close(info);
    }
    const lgm_card_field *f;
    lgm_model_info *const info = open_with(NULL);
    assert_int_equal(lgm_model_info_card_fields(info, &f), 0);
    assert_null(lgm_model_info_card(info).ptr);
    lgm_model_info_close(info);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_card_has_its_members_in_order),
        cmocka_unit_test(a_card_that_is_no_object_has_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
