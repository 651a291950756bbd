/* Any bytes as the file of a roll, as they are and below a header. What is read is clean text
 * within its limits, and reads the same when it is written as a table again. */
#include "base/buffer.h"
#include "base/check.h"
#include "fuzz/fuzz.h"
#include "wire/roll.h"
#include "wire/utf8.h"

static const char header[] = "nom;organisation;territoire;cat\xC3\xA9gorie;pr\xC3\xA9nom\n";

static void check_text(const struct bytes *text, size_t longest)
{
    const uint8_t *data = (const uint8_t *)bytes_text(text);
    size_t length = bytes_length(text);
    CHECK(length <= longest);
    CHECK(utf8_is_valid(data, length) && !utf8_has_control(data, length, false));
    CHECK(!length || (data[0] != ' ' && data[length - 1] != ' '));
}

static void write_cell(struct buffer *file, const struct bytes *text, const char *end)
{
    buffer_add_text(file, "\"");
    for (const char *at = bytes_text(text); *at; at++) {
        if (*at == '"') buffer_add_text(file, "\"");
        buffer_add(file, at, 1);
    }
    buffer_add_text(file, "\"");
    buffer_add_text(file, end);
}

static void write_roll(struct buffer *file, const struct roll *roll)
{
    buffer_add_text(file, header);
    for (size_t i = 0; i < roll->count; i++) {
        write_cell(file, roll->lines[i].name, ";");
        write_cell(file, roll->lines[i].organisation, ";");
        write_cell(file, roll->lines[i].territory, ";");
        write_cell(file, roll->lines[i].category, "\n");
    }
}

static void check_same(const struct roll_line *left, const struct roll_line *right)
{
    CHECK(bytes_equal(left->name, right->name));
    CHECK(bytes_equal(left->organisation, right->organisation));
    CHECK(bytes_equal(left->territory, right->territory));
    CHECK(bytes_equal(left->category, right->category));
}

static void check_again(const struct roll *roll)
{
    struct buffer file = {0};
    struct roll again;
    struct roll_problem problem;
    write_roll(&file, roll);
    CHECK(roll_read(&again, file.data, file.length, &problem));
    CHECK(again.count == roll->count);
    for (size_t i = 0; i < roll->count; i++) check_same(&roll->lines[i], &again.lines[i]);
    roll_clear(&again);
    buffer_clear(&file);
}

static void check(const uint8_t *data, size_t length)
{
    struct roll roll;
    struct roll_problem problem;
    if (!roll_read(&roll, data, length, &problem)) {
        CHECK(problem.refusal && !roll.lines && !roll.count);
        return;
    }
    for (size_t i = 0; i < roll.count; i++) {
        CHECK(roll.lines[i].name && roll.lines[i].line > (i ? roll.lines[i - 1].line : 1));
        check_text(roll.lines[i].name, 80);
        check_text(roll.lines[i].organisation, 160);
        check_text(roll.lines[i].territory, 120);
        check_text(roll.lines[i].category, 80);
    }
    check_again(&roll);
    roll_clear(&roll);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t length)
{
    struct buffer file = {0};
    buffer_add_text(&file, header);
    buffer_add(&file, data, length);
    check(file.data, file.length);
    check(data, length);
    buffer_clear(&file);
    return 0;
}
