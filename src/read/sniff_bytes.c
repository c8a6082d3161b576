/* sniff_bytes.c - formats that are known by bytes which no text has. */
#include <string.h>

#include "read/sniff.h"
#include "unpack/unpack.h"
#include "warc/warc_head.h"

static bool has_at(lgm_slice head, size_t at, const char *bytes, size_t n)
{
    return head.len >= at + n && memcmp(head.ptr + at, bytes, n) == 0;
}
#define HAS_AT(head, at, bytes) has_at((head), (at), (bytes), sizeof(bytes) - 1)
#define HAS(head, bytes) (memmem((head).ptr, (head).len, (bytes), sizeof(bytes) - 1) != NULL)

/* ---- ZIP archives: what they are stands in the names of their first files ---- */

static bool is_zip(lgm_slice head)
{
    return HAS_AT(head, 0, "PK\3\4");
}

bool lgm_read_sniff_docx(const lgm_read_look *look)
{
    return is_zip(look->head) && (HAS(look->head, "word/") || look->named);
}

bool lgm_read_sniff_odt(const lgm_read_look *look)
{
    return is_zip(look->head) && HAS(look->head, "mimetypeapplication/vnd.oasis.opendocument.text");
}

bool lgm_read_sniff_odf(const lgm_read_look *look)
{
    return is_zip(look->head) && HAS(look->head, "mimetypeapplication/vnd.oasis");
}

bool lgm_read_sniff_epub(const lgm_read_look *look)
{
    return is_zip(look->head) && HAS(look->head, "mimetypeapplication/epub");
}

bool lgm_read_sniff_office(const lgm_read_look *look)
{
    return is_zip(look->head) && (HAS(look->head, "[Content_Types].xml") || look->named);
}

bool lgm_read_sniff_wacz(const lgm_read_look *look)
{
    return is_zip(look->head) &&
           (look->named || (HAS(look->head, "datapackage.json") && HAS(look->head, "archive/")));
}

/* An empty one has its end alone. */
bool lgm_read_sniff_zip(const lgm_read_look *look)
{
    return is_zip(look->head) || HAS_AT(look->head, 0, "PK\5\6");
}

/* ---- others ---- */

bool lgm_read_sniff_packed(const lgm_read_look *look)
{
    return lgm_unpack_kind_of((const uint8_t *)look->head.ptr, look->head.len) != LGM_UNPACK_NONE;
}

bool lgm_read_sniff_arc(const lgm_read_look *look)
{
    return lgm_warc_is_arc(look->head);
}

bool lgm_read_sniff_tar(const lgm_read_look *look)
{
    return HAS_AT(look->head, 257, "ustar");
}

bool lgm_read_sniff_image(const lgm_read_look *look)
{
    const lgm_slice h = look->head;
    return HAS_AT(h, 0, "\x89PNG\r\n") || HAS_AT(h, 0, "\xff\xd8\xff") || HAS_AT(h, 0, "GIF87a") ||
           HAS_AT(h, 0, "GIF89a") || (HAS_AT(h, 0, "RIFF") && HAS_AT(h, 8, "WEBP")) ||
           HAS_AT(h, 0, "II*\0") || HAS_AT(h, 0, "MM\0*") || HAS_AT(h, 4, "ftyphei") ||
           HAS_AT(h, 4, "ftypavif") || (HAS_AT(h, 0, "BM") && HAS_AT(h, 6, "\0\0\0\0"));
}

bool lgm_read_sniff_sound(const lgm_read_look *look)
{
    const lgm_slice h = look->head;
    return HAS_AT(h, 0, "ID3\3") || HAS_AT(h, 0, "ID3\4") || HAS_AT(h, 4, "ftyp") ||
           HAS_AT(h, 0, "OggS\0") || HAS_AT(h, 0, "fLaC\0") || HAS_AT(h, 0, "\x1a\x45\xdf\xa3") ||
           (HAS_AT(h, 0, "RIFF") && (HAS_AT(h, 8, "WAVE") || HAS_AT(h, 8, "AVI ")));
}

static bool has_mark(lgm_slice head)
{
    return HAS_AT(head, 0, "\xff\xfe") || HAS_AT(head, 0, "\xfe\xff");
}

/* Of English text in UTF-16 every other byte is 0, of UTF-32 three of four, and the rest is not. */
bool lgm_read_sniff_wide(const lgm_read_look *look)
{
    const lgm_slice h = look->head;
    size_t zeros[2] = {0};
    if (h.len < 16 || has_mark(h) || !memchr(h.ptr, 0, h.len)) return false;
    for (size_t i = 0; i < h.len; i++) zeros[i & 1] += h.ptr[i] == 0;
    const size_t most = zeros[0] > zeros[1] ? zeros[0] : zeros[1];
    const size_t all = zeros[0] + zeros[1], least = all - most;
    return most > h.len * 2 / 5 &&
           (least * 50 <= h.len || (least > h.len / 5 && all < h.len * 4 / 5));
}

bool lgm_read_is_binary(lgm_slice bytes)
{
    size_t n = 0;
    if (bytes.len == 0 || has_mark(bytes)) return false;
    for (size_t i = 0; i < bytes.len; i++) {
        const unsigned char c = (unsigned char)bytes.ptr[i];
        n += c < 8 || (c > 13 && c < 27) || (c > 27 && c < 32);
    }
    return n >= 4 && n > bytes.len / 50;
}

bool lgm_read_sniff_binary(const lgm_read_look *look)
{
    return lgm_read_is_binary(look->head);
}
