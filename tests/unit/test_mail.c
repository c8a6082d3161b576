/* test_mail.c - messages of mail: header, encodings, and which part is the text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "mail/header.h"
#include "mail/mail.h"
#include "mail/transfer.h"

#define UNUSED __attribute__((unused))

static lgm_arena *arena;
static lgm_mail mail;

static const char *string(lgm_slice s)
{
    return s.ptr ? lgm_arena_strndup(arena, s.ptr, s.len) : NULL;
}

static lgm_status read_status(const char *message, lgm_err *err)
{
    return lgm_mail_read(arena, (lgm_slice){message, strlen(message)}, &mail, err);
}

/* The body. */
static const char *read(const char *message)
{
    lgm_err err = {0};
    if (read_status(message, &err) != LGM_OK) fail_msg("%s", err.message);
    return string(mail.body);
}

static void a_plain_message_is_its_header_and_its_text(UNUSED void **state)
{
    assert_string_equal(read("From: Ada Lind <ada@mill.example>\r\n"
                             "Subject: Fire at the\r\n\tmill\r\n"
                             "Date: Mon, 4 Mar 2024 09:30:00 +0100\r\n"
                             "Message-ID: <1@mill.example>\r\n\r\n"
                             "The mill burned.\r\n\r\nNobody was hurt.\r\n-- \r\nAda\r\n"),
                        "The mill burned.\n\nNobody was hurt.\n");
    assert_string_equal(string(mail.subject), "Fire at the mill");
    assert_string_equal(string(mail.from_name), "Ada Lind");
    assert_string_equal(string(mail.date), "Mon, 4 Mar 2024 09:30:00 +0100");
    assert_string_equal(string(mail.id), "<1@mill.example>");
    assert_false(mail.is_page);
}

static const char *words(const char *value)
{
    return string(lgm_mail_words(arena, (lgm_slice){value, strlen(value)}));
}

static void encoded_words_are_read(UNUSED void **state)
{
    assert_string_equal(words(" =?utf-8?Q?caf=C3=A9_noir?="), "café noir");
    assert_string_equal(words("=?ISO-8859-1?b?Y2Fm6Q==?= bar"), "café bar");
    assert_string_equal(words("=?utf-8?b?ww==?=\r\n =?utf-8?b?qQ==?="), "é"); /* cut within */
    assert_string_equal(words("=?utf-8?q?a?= =?koi8-r?q?=C1?="), "aа");
    assert_string_equal(words("a =?utf-8?q?b?= c"), "a b c");
    assert_string_equal(words("=?utf-8*en?q?b?="), "b");
    assert_string_equal(words("=?none?q?caf=E9?="), "café");
    assert_string_equal(words("=?utf-8?x?b?= =?= =?utf-8?q?b"), "=?utf-8?x?b?= =?= =?utf-8?q?b");
    assert_string_equal(words("caf\xe9"), "café");
    assert_string_equal(words(""), "");
}

static const char *transfer(const char *in, int kind)
{
    lgm_slice out;
    const lgm_slice s = {in, strlen(in)};
    assert_true(kind == 'b' ? lgm_mail_base64(arena, s, &out)
                            : lgm_mail_quoted_printable(arena, s, kind == 'h', &out));
    return string(out);
}

static void transfer_encodings_are_undone(UNUSED void **state)
{
    assert_string_equal(transfer("VGhlIG1p\r\nbGw=", 'b'), "The mill");
    assert_string_equal(transfer("VGhl*IG1pbGw", 'b'), "The mill");
    assert_string_equal(transfer("VA==VA==", 'b'), "TT");
    assert_string_equal(transfer("caf=C3=A9 =\r\nnoir=", 'q'), "café noir");
    assert_string_equal(transfer("a= \t\nb =zz =3", 'q'), "ab =zz =3");
    assert_string_equal(transfer("a_b=5F", 'h'), "a b_");
    assert_string_equal(transfer("a_b", 'q'), "a_b");
}

#define HEAD "From: a@b.example\nMIME-Version: 1.0\n"

static void parameters_are_found(UNUSED void **state)
{
    static const char type[] =
        " Text/HTML; charset=\"utf-8\"; name*0*=utf-8''a%20;\n name*1=b; x=\"a;\\\"b\"";
    const lgm_slice value = {type, sizeof type - 1};
    assert_string_equal(string(lgm_mail_main(arena, value)), "text/html");
    assert_string_equal(string(lgm_mail_parameter(arena, value, "charset")), "utf-8");
    assert_string_equal(string(lgm_mail_parameter(arena, value, "name")), "a b");
    assert_string_equal(string(lgm_mail_parameter(arena, value, "x")), "a;\"b");
    assert_string_equal(string(lgm_mail_parameter(arena, value, "boundary")), "");
}

static void of_alternatives_the_plain_text_is_taken(UNUSED void **state)
{
    assert_string_equal(
        read(HEAD "Content-Type: multipart/alternative; boundary=x\n\nfor old readers\n"
                  "--x\nContent-Type: text/html\n\n<p>Page</p>\n"
                  "--x\nContent-Type: text/plain; charset=iso-8859-1\n"
                  "Content-Transfer-Encoding: quoted-printable\n\ncaf=E9\n--x--\nafter\n"),
        "café\n");
    assert_false(mail.is_page);
    assert_int_equal(mail.n_left_out, 0);
    /* An empty one says nothing. */
    assert_string_equal(read(HEAD "Content-Type: multipart/alternative; boundary=x\n\n"
                                  "--x\nContent-Type: text/plain\n\n \n"
                                  "--x\nContent-Type: text/html; charset=utf-8\n\n<p>Page</p>\n"
                                  "--x--\n"),
                        "<p>Page</p>");
    assert_true(mail.is_page);
    assert_string_equal(string(mail.charset), "utf-8");
}

static void attachments_are_counted_and_named(UNUSED void **state)
{
    assert_string_equal(
        read(HEAD "Content-Type: multipart/mixed; boundary=\"a b\"\n\n"
                  "--a b\nContent-Type: multipart/alternative; boundary=y\n\n"
                  "--y\n\nThe mill burned.\n--y--\n\n"
                  "--a b\nContent-Type: application/pdf; name=\"a.pdf\"\n\nJVBE\n"
                  "--a b\nContent-Disposition: attachment; filename=b.txt\n\nmore\n--a b--\n"),
        "The mill burned.\n");
    assert_int_equal(mail.n_left_out, 2);
    assert_string_equal(string(mail.left_out), "a.pdf, b.txt");
    lgm_err err;
    assert_int_equal(read_status(HEAD "Content-Type: image/png; name=a.png\n\nxx", &err),
                     LGM_E_FORMAT);
    assert_string_equal(err.message, "this mail has no text, only a.png");
}

static void a_saved_page_is_the_root_of_its_parts(UNUSED void **state)
{
    assert_string_equal(
        read("From: <Saved by a browser>\nSnapshot-Content-Location: https://mill.example/fire\n"
             "Subject: Fire\nMIME-Version: 1.0\n"
             "Content-Type: multipart/related; type=\"text/html\"; boundary=\"--m\"\n\n"
             "----m\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n"
             "Content-Location: https://mill.example/fire\n\n<p class=3D\"a\">The mill</p>\n"
             "----m\nContent-Type: text/html\nContent-Location: cid:frame\n\n<p>An ad</p>\n"
             "----m\nContent-Type: text/css\n\np {}\n----m--\n"),
        "<p class=\"a\">The mill</p>");
    assert_true(mail.is_page && mail.is_saved_page);
    assert_string_equal(string(mail.url), "https://mill.example/fire");
    assert_int_equal(mail.n_left_out, 0);
}

static void flowed_lines_are_joined(UNUSED void **state)
{
    assert_string_equal(read(HEAD "Content-Type: text/plain; format=flowed\n\n"
                                  "The mill \nburned.\n From here\n> said \n> Ada\n"),
                        "The mill burned.\nFrom here\n> said Ada\n");
    assert_string_equal(read(HEAD "Content-Type: text/plain; format=flowed; delsp=yes\n\n"
                                  "mi \nll\n"),
                        "mill\n");
}

static void broken_mail_is_read_as_far_as_it_goes(UNUSED void **state)
{
    lgm_err err;
    assert_int_equal(read_status("", &err), LGM_E_FORMAT);
    assert_int_equal(read_status("\n\nno header", &err), LGM_E_FORMAT);
    assert_string_equal(read(HEAD "Content-Type: multipart/mixed; boundary=x\n\n"
                                  "--x\n\nThe mill burned."),
                        "The mill burned.\n"); /* no last boundary */
    assert_string_equal(read(HEAD "Content-Type: text/plain; charset=x-none\n\ncaf\xe9\n"),
                        "café\n");
    assert_string_equal(read(HEAD "Content-Type: text/plain\n\ncaf\xe9\n"), "café\n");
    assert_string_equal(read(HEAD "Content-Transfer-Encoding: rot13\n\nabc\n"), "abc\n");
}

static void parts_within_parts_have_a_limit(UNUSED void **state)
{
    static char deep[64 * 80];
    size_t n = (size_t)sprintf(deep, HEAD "Content-Type: multipart/mixed; boundary=b0\n\n");
    for (int i = 0; i < 40; i++)
        n += (size_t)sprintf(deep + n, "--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n", i,
                             i + 1);
    lgm_err err;
    assert_int_equal(read_status(deep, &err), LGM_E_BUDGET);
}

static int make_arena(UNUSED void **state)
{
    return lgm_arena_new(&arena, 0, NULL);
}

static int free_arena(UNUSED void **state)
{
    lgm_arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_plain_message_is_its_header_and_its_text),
                                       cmocka_unit_test(encoded_words_are_read),
                                       cmocka_unit_test(transfer_encodings_are_undone),
                                       cmocka_unit_test(parameters_are_found),
                                       cmocka_unit_test(of_alternatives_the_plain_text_is_taken),
                                       cmocka_unit_test(attachments_are_counted_and_named),
                                       cmocka_unit_test(a_saved_page_is_the_root_of_its_parts),
                                       cmocka_unit_test(flowed_lines_are_joined),
                                       cmocka_unit_test(broken_mail_is_read_as_far_as_it_goes),
                                       cmocka_unit_test(parts_within_parts_have_a_limit)};
    return cmocka_run_group_tests(tests, make_arena, free_arena);
}
