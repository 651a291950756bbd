#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "wire/roll.h"
#include "wire/utf8.h"

static bool read_roll(struct roll *roll, const char *file, struct roll_problem *problem)
{
    return roll_read(roll, (const uint8_t *)file, strlen(file), problem);
}

/* What was read, a line each: line|name|organisation|territory|category. */
static void assert_reads(const char *file, const char *expected)
{
    struct roll roll;
    struct roll_problem problem;
    struct buffer seen = {0};
    if (!read_roll(&roll, file, &problem))
        fail_msg("refused: %s, line %u", refusal_name(problem.refusal), problem.line);
    for (size_t i = 0; i < roll.count; i++) {
        const struct roll_line *line = &roll.lines[i];
        buffer_add_format(&seen, "%u|%s|%s|%s|%s\n", line->line, bytes_text(line->name),
                          bytes_text(line->organisation), bytes_text(line->territory),
                          bytes_text(line->category));
    }
    buffer_add(&seen, "", 1);
    assert_string_equal((const char *)seen.data, expected);
    buffer_clear(&seen);
    roll_clear(&roll);
}

static void assert_refuses(const char *file, enum refusal refusal, int64_t limit, uint32_t line)
{
    struct roll roll;
    struct roll_problem problem;
    assert_false(read_roll(&roll, file, &problem));
    assert_string_equal(refusal_name(problem.refusal), refusal_name(refusal));
    assert_int_equal(problem.limit, limit);
    assert_int_equal(problem.line, line);
    assert_int_equal(roll.count, 0);
    assert_null(roll.lines);
}

static void french_columns(void **state)
{
    (void)state;
    assert_reads("Nom;Organisation;Territoire;Catégorie\n"
                 "Marie Dupont;Ville d'Annecy;Annecy;elu\n"
                 "Ali Benali;;Lomme;\n",
                 "2|Marie Dupont|Ville d'Annecy|Annecy|elu\n"
                 "3|Ali Benali||Lomme|\n");
}

static void english_columns_in_another_order(void **state)
{
    (void)state;
    assert_reads("category,shoe size,TERRITORY,Organization,Full name\n"
                 "agent,42,Lomme,Roubaix SA,Ada\n",
                 "2|Ada|Roubaix SA|Lomme|agent\n");
}

static void every_heading_there_is(void **state)
{
    (void)state;
    static const char *const names[] = {"nom", "NAME", "Nom complet", "Participant·e", "Full Name"};
    static const char *const organisations[] = {"organisation", "Organization", "Structure",
                                                "Organisme"};
    static const char *const categories[] = {"Catégorie", "category", "Collège", "CATEGORIE"};
    char file[200];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(file, sizeof file, "%s;%s;%s;%s\nA;B;C;D\n", names[i], organisations[i % 4],
                 i % 2 ? "Territoire" : "territory", categories[i % 4]);
        assert_reads(file, "2|A|B|C|D\n");
    }
}

static void a_first_name_goes_before_the_name(void **state)
{
    (void)state;
    assert_reads("Nom\tPrénom\nDupont\tMarie\n\tAli\nZoé\t\n",
                 "2|Marie Dupont|||\n3|Ali|||\n4|Zoé|||\n");
    assert_reads("first name,last name\nAda,Lovelace\n", "2|Ada Lovelace|||\n");
}

/* As spreadsheets and web pages leave them behind: the name is read, and what nobody sees is not in it. */
static void what_turns_the_writing_is_passed_over(void **state)
{
    (void)state;
    assert_reads("nom\n\xE2\x80\xAE"
                 "Anna\xE2\x81\xA9\xE2\x80\x8E Lefèvre\xE2\x80\xA8\n",
                 "2|Anna Lefèvre|||\n");
}

static void of_two_columns_with_one_meaning_the_first_counts(void **state)
{
    (void)state;
    assert_reads("nom;name\nA;B\n", "2|A|||\n");
}

static void one_column_needs_no_delimiter(void **state)
{
    (void)state;
    assert_reads("nom\nDupont, Marie\nAli; B\n", "2|Dupont, Marie|||\n3|Ali; B|||\n");
}

static void the_delimiter_is_the_headers_most_frequent(void **state)
{
    (void)state;
    assert_reads("nom;organisation (ville, pays);territoire\nA;B, C;D\n", "2|A||D|\n");
    assert_reads("\"nom\",\"a;b;c;d\",\"territoire\"\nA,B,C\n", "2|A||C|\n");
    assert_reads("\n  \nnom\tterritoire\nA\tB;C;D\n", "4|A||B;C;D|\n");
}

static void quotes_hold_anything(void **state)
{
    (void)state;
    assert_reads("nom,organisation,territoire\n"
                 "\"Dupont, Marie\",\"La \"\"Maison\"\"\", \"Lomme\" \n"
                 "B,\"\",\"two\r\nlines\"\n"
                 "C,D \"E\",F\n",
                 "2|Dupont, Marie|La \"Maison\"|Lomme|\n"
                 "3|B||two lines|\n"
                 "5|C|D \"E\"|F|\n");
}

static void a_line_end_in_a_cell_left_aside_counts_as_a_line(void **state)
{
    (void)state;
    assert_reads("nom;notes\nA;\"one\rtwo\nthree\r\nfour\"\nB;\n", "2|A|||\n6|B|||\n");
}

static void lines_end_as_they_like(void **state)
{
    (void)state;
    assert_reads("nom\r\nA\r\nB", "2|A|||\n3|B|||\n");
    assert_reads("nom\rA\rB\r", "2|A|||\n3|B|||\n");
    assert_reads("nom\nA\r\nB\rC\n\n", "2|A|||\n3|B|||\n4|C|||\n");
}

static void blank_rows_are_left_aside(void **state)
{
    (void)state;
    assert_reads("\n;;\nnom;territoire;\n\n;;\n \t;  ;\nA;B;\n;;\n", "7|A||B|\n");
}

static void text_is_trimmed(void **state)
{
    (void)state;
    assert_reads("nom;territoire\n \t A B \xC2\xA0;\" \xC2\xA0\n C\tD \"\n", "2|A B||C D|\n");
}

static void a_byte_order_mark_is_no_text(void **state)
{
    (void)state;
    assert_reads("\xEF\xBB\xBFnom;territoire\nZoé;Œuf\n", "2|Zoé||Œuf|\n");
    assert_reads("\xEF\xBB\xBF\"nom\"\n\"A\"\n", "2|A|||\n");
}

static void excels_code_page_is_understood(void **state)
{
    (void)state;
    assert_reads("Pr\xE9nom;Nom;Cat\xE9gorie;Territoire\r\n"
                 "Zo\xEB;C\x9Cur;\xC9lu\xB7"
                 "e;12 \x80 \x96 l\x92\xE9t\xE9 \xFF\r\n",
                 "2|Zoë Cœur||12 € – l’été ÿ|Élu·e\n");
}

static void code_page_text_grows_no_further_than_its_field(void **state)
{
    (void)state;
    char file[128] = "nom\n", expected[128] = "2|";
    memset(file + 4, '\xE9', 40);
    for (size_t i = 0; i < 40; i++) strcat(expected, "é");
    strcat(expected, "|||\n");
    assert_reads(file, expected);
    file[44] = '\xE9';
    assert_refuses(file, REFUSAL_ROLL_FIELD_TOO_LONG, 80, 2);
}

static void utf_16_is_refused(void **state)
{
    (void)state;
    assert_refuses("\xFF\xFEn", REFUSAL_ROLL_BAD_LINE, 0, 1);
    assert_refuses("\xFE\xFF", REFUSAL_ROLL_BAD_LINE, 0, 1);
    struct roll roll;
    struct roll_problem problem;
    static const uint8_t unmarked[] = {'n', 0, 'o', 0, 'm', 0, '\n', 0, 'A', 0, '\n', 0};
    assert_false(roll_read(&roll, unmarked, sizeof unmarked, &problem));
    assert_int_equal(problem.refusal, REFUSAL_ROLL_BAD_LINE);
    assert_int_equal(problem.line, 1);
}

static void a_mark_that_lies_is_refused(void **state)
{
    (void)state;
    assert_refuses("\xEF\xBB\xBFnom\nA\nZo\xE9\nB\n", REFUSAL_ROLL_BAD_LINE, 0, 3);
}

static void unreadable_lines_are_named(void **state)
{
    (void)state;
    assert_refuses("nom;territoire\nA;B\nC;\"D\nE;F\n", REFUSAL_ROLL_BAD_LINE, 0, 3);
    assert_refuses("nom\nA\nB\x01\n", REFUSAL_ROLL_BAD_LINE, 0, 3);
    assert_refuses("nom\nA\n\"a\nb\"\nB\x7F\n", REFUSAL_ROLL_BAD_LINE, 0, 5);
    assert_refuses("nom;notes\nA;\x1B[31m\n", REFUSAL_ROLL_BAD_LINE, 0, 2);
    assert_refuses("nom\nA\xC2\x85"
                   "B\n",
                   REFUSAL_ROLL_BAD_LINE, 0, 2);
    assert_refuses("nom\nA\x81\n", REFUSAL_ROLL_BAD_LINE, 0, 2);
    assert_refuses("nom\x02\nA\n", REFUSAL_ROLL_BAD_LINE, 0, 1);
}

static void a_name_column_is_needed(void **state)
{
    (void)state;
    assert_refuses("Marie Dupont;elu\n", REFUSAL_ROLL_NO_NAME_COLUMN, 0, 1);
    assert_refuses("\n;\nprénom;territoire\nA;B\n", REFUSAL_ROLL_NO_NAME_COLUMN, 0, 3);
    assert_refuses("noms\nA\n", REFUSAL_ROLL_NO_NAME_COLUMN, 0, 1);
}

static void a_person_needs_a_name(void **state)
{
    (void)state;
    assert_refuses("nom;territoire\nA;B\n ;C\n", REFUSAL_ROLL_NO_NAME, 0, 3);
    assert_refuses("notes;nom\nA;B\nC\n", REFUSAL_ROLL_NO_NAME, 0, 3);
}

static void nobody_is_no_roll(void **state)
{
    (void)state;
    assert_refuses("", REFUSAL_ROLL_EMPTY, 0, 0);
    assert_refuses("\xEF\xBB\xBF", REFUSAL_ROLL_EMPTY, 0, 0);
    assert_refuses(" \n\r\n;;;\n", REFUSAL_ROLL_EMPTY, 0, 0);
    assert_refuses("nom;territoire\n;\n\n", REFUSAL_ROLL_EMPTY, 0, 0);
    struct roll roll;
    struct roll_problem problem;
    assert_false(roll_read(&roll, NULL, 0, &problem));
    assert_int_equal(problem.refusal, REFUSAL_ROLL_EMPTY);
}

/* A file whose second person has `length` times `x` in the column. */
static void file_with_long(char *file, const char *column, size_t length)
{
    sprintf(file, "nom;%s\nA;B\nC;", column);
    size_t at = strlen(file);
    memset(file + at, 'x', length);
    strcpy(file + at + length, "\n");
}

static void a_field_too_long_names_its_limit(void **state)
{
    (void)state;
    static const struct {
        const char *column;
        int64_t limit;
    } fields[] = {{"organisation", 160}, {"territoire", 120}, {"collège", 80}, {"prénom", 80 - 2}};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        char file[512];
        struct roll roll;
        struct roll_problem problem;
        file_with_long(file, fields[i].column, (size_t)fields[i].limit);
        assert_true(read_roll(&roll, file, &problem));
        roll_clear(&roll);
        file_with_long(file, fields[i].column, (size_t)fields[i].limit + 1);
        int64_t limit = fields[i].limit == 78 ? 80 : fields[i].limit;
        assert_refuses(file, REFUSAL_ROLL_FIELD_TOO_LONG, limit, 3);
    }
}

static void add_people(struct buffer *file, size_t count)
{
    buffer_add_text(file, "nom;catégorie\r\n");
    for (size_t i = 0; i < count; i++) buffer_add_format(file, "Personne %zu;elu\r\n", i + 1);
}

static void two_thousand_people_and_no_more(void **state)
{
    (void)state;
    struct buffer file = {0};
    struct roll roll;
    struct roll_problem problem;
    add_people(&file, 2000);
    assert_true(roll_read(&roll, file.data, file.length, &problem));
    assert_int_equal(roll.count, 2000);
    assert_int_equal(roll.lines[1999].line, 2001);
    assert_string_equal(bytes_text(roll.lines[1999].name), "Personne 2000");
    roll_clear(&roll);
    file.length = 0;
    add_people(&file, 10000);
    assert_false(roll_read(&roll, file.data, file.length, &problem));
    assert_int_equal(problem.refusal, REFUSAL_ROLL_TOO_LONG);
    assert_int_equal(problem.limit, 2000);
    assert_int_equal(problem.line, 2002);
    assert_int_equal(roll.count, 0);
    buffer_clear(&file);
}

/* Blank rows are no people, however many. */
static void ten_thousand_lines(void **state)
{
    (void)state;
    struct buffer file = {0};
    struct roll roll;
    struct roll_problem problem;
    add_people(&file, 1000);
    for (size_t i = 0; i < 9000; i++) buffer_add_text(&file, ";;\r\n");
    buffer_add_text(&file, "Zoé;agent");
    assert_true(roll_read(&roll, file.data, file.length, &problem));
    assert_int_equal(roll.count, 1001);
    assert_int_equal(roll.lines[1000].line, 10002);
    roll_clear(&roll);
    buffer_clear(&file);
}

static void read_file(struct buffer *file, const char *path)
{
    FILE *stream = fopen(path, "rb");
    assert_non_null(stream);
    size_t length;
    uint8_t part[4096];
    while ((length = fread(part, 1, sizeof part, stream))) buffer_add(file, part, length);
    fclose(stream);
}

static void the_demonstration_roll_is_read(void **state)
{
    (void)state;
    struct buffer file = {0};
    struct roll roll;
    struct roll_problem problem;
    read_file(&file, ARCHIPEL_SOURCE "/packaging/demo/roll-initiation-60.csv");
    assert_true(roll_read(&roll, file.data, file.length, &problem));
    assert_int_equal(roll.count, 60);
    assert_string_equal(bytes_text(roll.lines[0].name), "Élu·e Annecy");
    assert_string_equal(bytes_text(roll.lines[0].category), "elu");
    roll_clear(&roll);
    buffer_clear(&file);
}

static uint64_t next_random(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed;
}

static void assert_clean(const struct bytes *text, size_t limit)
{
    const uint8_t *data = (const uint8_t *)bytes_text(text);
    size_t length = bytes_length(text);
    assert_true(length <= limit);
    assert_true(utf8_is_valid(data, length));
    assert_false(utf8_has_control(data, length, false));
    assert_false(length && (data[0] == ' ' || data[length - 1] == ' '));
}

/* Whatever comes, what is read is clean text, and what is not read says why. */
static void assert_reads_or_says_why(const uint8_t *data, size_t length)
{
    uint8_t *exact = malloc(length ? length : 1);
    memcpy(exact, data, length);
    struct roll roll;
    struct roll_problem problem;
    bool read = roll_read(&roll, exact, length, &problem);
    free(exact);
    assert_int_equal(read, problem.refusal == REFUSAL_NONE);
    assert_int_equal(read, roll.count > 0);
    for (size_t i = 0; i < roll.count; i++) {
        assert_true(bytes_length(roll.lines[i].name) > 0);
        assert_clean(roll.lines[i].name, 80);
        assert_clean(roll.lines[i].organisation, 160);
        assert_clean(roll.lines[i].territory, 120);
        assert_clean(roll.lines[i].category, 80);
    }
    roll_clear(&roll);
}

static void mutate(uint8_t *data, size_t length, uint64_t *seed)
{
    static const uint8_t dangerous[] = {'"',  '"',  '\n', '\r', ';',  ',',  '\t', 0,
                                        0x80, 0xC2, 0xE9, 0xEF, 0xF4, 0xFF, ' ',  0xA0};
    for (uint64_t count = next_random(seed) % 6; count--;) {
        uint64_t dice = next_random(seed);
        data[dice % length] = dangerous[(dice >> 32) % sizeof dangerous];
    }
}

static void mutations_do_no_harm(void **state)
{
    (void)state;
    static const char model[] =
        "\xEF\xBB\xBFPrénom;Nom;Organisation;\"Territoire\";Catégorie;Notes\r\n"
        "Marie;Dupont;\"Ville; d'Annecy\";Annecy;elu;\"a \"\"b\"\"\r\nc\"\r\n"
        ";;;;;\r\n\xC2\xA0Zoë\xC2\xA0;Cœur;;Lomme;Élu·e;12 €\r\n";
    uint64_t seed = 88172645463325252u;
    for (int round = 0; round < 20000; round++) {
        uint8_t data[sizeof model];
        memcpy(data, model, sizeof model);
        size_t skipped = next_random(&seed) % 3 ? 0 : 3;
        size_t length = sizeof model - 1 - skipped;
        if (next_random(&seed) % 4 == 0) length = 1 + next_random(&seed) % length;
        mutate(data + skipped, length, &seed);
        assert_reads_or_says_why(data + skipped, length);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(french_columns),
        cmocka_unit_test(english_columns_in_another_order),
        cmocka_unit_test(every_heading_there_is),
        cmocka_unit_test(a_first_name_goes_before_the_name),
        cmocka_unit_test(what_turns_the_writing_is_passed_over),
        cmocka_unit_test(of_two_columns_with_one_meaning_the_first_counts),
        cmocka_unit_test(one_column_needs_no_delimiter),
        cmocka_unit_test(the_delimiter_is_the_headers_most_frequent),
        cmocka_unit_test(quotes_hold_anything),
        cmocka_unit_test(a_line_end_in_a_cell_left_aside_counts_as_a_line),
        cmocka_unit_test(lines_end_as_they_like),
        cmocka_unit_test(blank_rows_are_left_aside),
        cmocka_unit_test(text_is_trimmed),
        cmocka_unit_test(a_byte_order_mark_is_no_text),
        cmocka_unit_test(excels_code_page_is_understood),
        cmocka_unit_test(code_page_text_grows_no_further_than_its_field),
        cmocka_unit_test(utf_16_is_refused),
        cmocka_unit_test(a_mark_that_lies_is_refused),
        cmocka_unit_test(unreadable_lines_are_named),
        cmocka_unit_test(a_name_column_is_needed),
        cmocka_unit_test(a_person_needs_a_name),
        cmocka_unit_test(nobody_is_no_roll),
        cmocka_unit_test(a_field_too_long_names_its_limit),
        cmocka_unit_test(two_thousand_people_and_no_more),
        cmocka_unit_test(ten_thousand_lines),
        cmocka_unit_test(the_demonstration_roll_is_read),
        cmocka_unit_test(mutations_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
