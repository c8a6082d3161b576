/* extract_mail.c - a message of mail, or a page saved as one, becomes a report. */
#include <stdio.h>
#include <string.h>

#include "about/moment.h"
#include "mail/mail.h"
#include "read/extract_html.h"

static lgm_status warn_of_parts(lgm_arena *a, const lgm_mail *m, lgm_input *in, lgm_err *err)
{
    char text[320];
    if (!m->n_left_out) return LGM_OK;
    snprintf(text, sizeof text, "%zu attachment%s left out%s%.*s", m->n_left_out,
             m->n_left_out == 1 ? " was" : "s were", m->left_out.len ? ": " : "",
             (int)(m->left_out.len < 200 ? m->left_out.len : 200),
             m->left_out.len ? m->left_out.ptr : "");
    return lgm_read_warn(a, in, text, err);
}

static lgm_status warn_of_bytes(lgm_arena *a, const lgm_mail *m, lgm_input *in, lgm_err *err)
{
    char text[120];
    if (!m->n_bad) return LGM_OK;
    snprintf(text, sizeof text, "%zu bytes were not of the encoding that the mail names", m->n_bad);
    return lgm_read_warn(a, in, text, err);
}

/* "Mon, 4 Mar 2024 09:30:00 +0100" */
static lgm_status know_when(lgm_arena *a, const lgm_mail *m, lgm_input *in, lgm_err *err)
{
    lgm_moment moment;
    char text[LGM_MOMENT_ROOM];
    if (in->published || in->date || !m->date.len ||
        !lgm_about_moment(m->date, LGM_DAY_ORDER_UNKNOWN, &moment, NULL))
        return LGM_OK;
    const size_t n = lgm_about_moment_write(&moment, text);
    return lgm_read_set(a, &in->published, (lgm_slice){text, n}, err);
}

/* Subject, sender and day are those of the saving where a page was saved. */
static lgm_status know(lgm_arena *a, const lgm_mail *m, lgm_input *in, lgm_err *err)
{
    lgm_status st = lgm_read_set(a, &in->url, m->url, err);
    if (m->is_saved_page) return st;
    if (st == LGM_OK) st = lgm_read_set(a, &in->title, m->subject, err);
    if (st == LGM_OK) st = lgm_read_set(a, &in->byline, m->from_name, err);
    if (st == LGM_OK) st = lgm_read_set(a, &in->id, m->id, err);
    return st == LGM_OK ? know_when(a, m, in, err) : st;
}

/* Places of a page would be those of a part that is unpacked: they are not kept. */
static lgm_status take_page(lgm_read_tools *tools, const lgm_mail *m, lgm_input *in, lgm_err *err)
{
    lgm_web_hints hints = {.url = in->url};
    lgm_status st = lgm_read_set(tools->call, &hints.charset, m->charset, err);
    if (st == LGM_OK) st = lgm_read_page(tools, m->body, &hints, in, err);
    in->n_map = 0;
    return st;
}

lgm_status lgm_read_extract_mail(lgm_read_tools *tools, lgm_slice bytes, lgm_input *in,
                                 lgm_err *err)
{
    lgm_mail m;
    lgm_status st = lgm_mail_read(tools->call, bytes, &m, err);
    if (st == LGM_OK) st = know(tools->call, &m, in, err);
    if (st == LGM_OK) st = warn_of_parts(tools->call, &m, in, err);
    if (st == LGM_OK) st = warn_of_bytes(tools->call, &m, in, err);
    if (st == LGM_OK)
        st = m.is_page ? take_page(tools, &m, in, err)
                       : lgm_read_extract_text(tools, m.body, in, err);
    return st;
}
