/* test_language.c - languages of reports, and English that only looks foreign. Texts are our
 * own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>

#include "about/language.h"

#define UNUSED __attribute__((unused))

static const char *language(const char *text)
{
    static lgm_language l;
    assert_int_equal(lgm_about_language((lgm_slice){text, strlen(text)}, &l, NULL), LGM_OK);
    return l.code ? l.code : "-";
}

static void other_languages_are_named(UNUSED void **state)
{
    assert_string_equal(
        language(
            "Der Bürgermeister von Hellbruck hat am Dienstag den Rücktritt seines "
            "Stellvertreters angekündigt. Nach Angaben der Staatsanwaltschaft wurden bei einer "
            "Durchsuchung mehrere Akten beschlagnahmt. „Wir werden alles tun“, sagte er."),
        "de");
    assert_string_equal(
        language(
            "Le maire de Hautebrive a annoncé mardi la démission de son adjoint. Selon le "
            "parquet, plusieurs dossiers ont été saisis lors d'une perquisition. « Nous ferons "
            "tout pour que la lumière soit faite », a-t-il déclaré devant la presse."),
        "fr");
    assert_string_equal(
        language("De burgemeester van Oudehaven heeft dinsdag het vertrek van zijn wethouder "
                 "aangekondigd. Volgens het openbaar ministerie zijn bij een huiszoeking "
                 "verschillende dossiers in beslag genomen. Dat was nodig, zei hij."),
        "nl");
    assert_string_equal(
        language("Мэр Зеленогорска объявил во вторник об отставке своего заместителя. По данным "
                 "прокуратуры, во время обыска было изъято несколько дел."),
        "ru");
    assert_string_equal(
        language("أعلن رئيس بلدية الوادي الأخضر يوم الثلاثاء استقالة نائبه. وقالت النيابة العامة "
                 "إنه تم ضبط عدة ملفات خلال عملية تفتيش. وطالبت المعارضة بإجراء انتخابات."),
        "ar");
    assert_string_equal(
        language(
            "绿谷市市长周二宣布其副手辞职。检察机关表示，在一次搜查中查获了多份文件。他对记者说："
            "“我们将尽一切努力查清这些指控。”反对派要求在年底前举行选举，并指责市政府数月来一直"
            "欺骗居民。"),
        "zh");
    assert_string_equal(
        language("ראש עיריית עמק ירוק הודיע ביום שלישי על התפטרות סגנו. לדברי הפרקליטות, כמה תיקים "
                 "נתפסו במהלך חיפוש. האופוזיציה דרשה בחירות לפני סוף השנה והאשימה את העירייה."),
        "he");
}

static void foreign_names_and_quotations_leave_english_alone(UNUSED void **state)
{
    assert_string_equal(
        language("Bürgermeister Jürgen Großmann of Hellbruck said the Stadtwerke, the "
                 "Bundesnetzagentur and the Süddeutsche Rückversicherung would meet on Tuesday. "
                 "“Wir schaffen das,” he told the Hellbrucker Allgemeine Zeitung, and walked out."),
        "en");
    assert_string_equal(
        language("THE MINISTRY SAID THAT GENERAL JOSE LUIS ECHEVERRIA AND COLONEL RAFAEL MORAN "
                 "WERE KILLED NEAR SAN PEDRO DE LAS COLINAS. THE FRENTE POPULAR DE LIBERACION "
                 "CLAIMED RESPONSIBILITY FOR THE ATTACK."),
        "en");
    /* Hardly a sentence: left open, or English, and never another language. */
    static const char *const lists[] = {
        "Verdala: Marco Rossi; Luca Bianchi, Paolo Ferri, Andrea Conti; Gianni Verdi, Sandro Neri.",
        "Scorers: Rosario (2), Da Silva, Figueira, Nunes da Costa, Peixoto", "La Repubblica, p. 4",
        "München – Straße 4"};
    for (size_t i = 0; i < LGM_COUNT(lists); i++) {
        const char *const code = language(lists[i]);
        if (strcmp(code, "-") != 0 && strcmp(code, "en") != 0) fail_msg("%s: %s", code, lists[i]);
    }
}

static void too_little_to_tell_is_no_language(UNUSED void **state)
{
    static const char *const texts[] = {"",     " ",        "...",  "Feuer",
                                        "Oui.", "12 34 56", "\n\n", "Wir schaffen das."};
    for (size_t i = 0; i < LGM_COUNT(texts); i++) assert_string_equal(language(texts[i]), "-");
}

static void names_are_written_as_names(UNUSED void **state)
{
    lgm_language l;
    const lgm_slice text =
        LGM_SLICE("Wali kota Lembah Hijau pada hari Selasa mengumumkan pengunduran diri wakilnya. "
                  "Menurut kejaksaan, beberapa berkas disita dalam penggeledahan. Kami akan "
                  "melakukan segalanya untuk memperjelas tuduhan itu, katanya kepada wartawan.");
    assert_int_equal(lgm_about_language(text, &l, NULL), LGM_OK);
    assert_string_equal(l.name, "Indonesian");
    /* Long ones are looked at in part, cut between characters. */
    const size_t len = (3 << 20) + 1;
    char *const longer = malloc(len);
    for (size_t i = 0; i + 2 < len; i += 2) memcpy(longer + i, i % 12 ? "\xd0\xbe" : "  ", 2);
    longer[len - 1] = ' ';
    assert_int_equal(lgm_about_language((lgm_slice){longer, len}, &l, NULL), LGM_OK);
    free(longer);
}

/* What follows a text in memory is not looked at: nothing is mapped there. */
static void a_text_ends_where_it_ends(UNUSED void **state)
{
    static const char text[] = "Цех ответственный за пожар, закрыт\xe5\xb9\xbf\xc4\xb8";
    const size_t page = (size_t)sysconf(_SC_PAGESIZE), len = sizeof text - 1;
    char *const map =
        mmap(NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    assert_true(map != MAP_FAILED);
    assert_int_equal(mprotect(map + page, page, PROT_NONE), 0);
    for (size_t cut = 0; cut < len - 1; cut++) {
        lgm_language l;
        if (((unsigned char)text[len - cut] & 0xc0) == 0x80) continue; /* within a character */
        char *const at = map + page - (len - cut);
        memcpy(at, text, len - cut);
        assert_int_equal(lgm_about_other_language((lgm_slice){at, len - cut}, &l, NULL), LGM_OK);
    }
    munmap(map, 2 * page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_languages_are_named),
        cmocka_unit_test(foreign_names_and_quotations_leave_english_alone),
        cmocka_unit_test(too_little_to_tell_is_no_language),
        cmocka_unit_test(names_are_written_as_names),
        cmocka_unit_test(a_text_ends_where_it_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
