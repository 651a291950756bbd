#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "net/assets.h"

static void add(struct assets *assets, const char *path, const char *text)
{
    assets_add(assets, &(struct asset_file){path, text, strlen(text)});
}

static void a_file_is_found_by_its_whole_path(void **state)
{
    (void)state;
    struct assets *assets = assets_new();
    add(assets, "/index.html", "page");
    assert_non_null(assets_find(assets, "/index.html"));
    assert_null(assets_find(assets, "/index"));
    assert_null(assets_find(assets, "/index.html/"));
    assert_null(assets_find(assets, ""));
    assert_string_equal(assets_find(assets, "/index.html")->type, "text/html; charset=utf-8");
    assets_free(assets);
}

static void compressed_forms_belong_to_their_file_in_any_order(void **state)
{
    (void)state;
    struct assets *assets = assets_new();
    add(assets, "/a.js.br", "b");
    assert_null(assets_find(assets, "/a.js"));
    add(assets, "/a.js", "plain");
    add(assets, "/a.js.gz", "gz");
    const struct asset *asset = assets_find(assets, "/a.js");
    assert_int_equal(asset_choose(asset, "gzip, br"), ASSET_BROTLI);
    assert_int_equal(asset_choose(asset, "gzip"), ASSET_GZIP);
    assert_int_equal(asset_choose(asset, ""), ASSET_PLAIN);
    assert_null(assets_find(assets, "/a.js.gz"));
    assert_string_not_equal(asset->bodies[ASSET_PLAIN].etag, asset->bodies[ASSET_GZIP].etag);
    assets_free(assets);
}

static void a_compressed_form_that_is_larger_is_not_chosen(void **state)
{
    (void)state;
    struct assets *assets = assets_new();
    add(assets, "/a.png", "1234");
    add(assets, "/a.png.gz", "12345");
    assert_int_equal(asset_choose(assets_find(assets, "/a.png"), "gzip"), ASSET_PLAIN);
    assets_free(assets);
}

static void only_hashed_names_are_immutable(void **state)
{
    (void)state;
    static const char *const hashed[] = {"/assets/main-S63F6KSB.js", "/assets/icon-b0ddf4b7.svg",
                                         "/assets/x.0123abcd.css"};
    static const char *const others[] = {
        "/index.html",          "/assets/main.js",     "/assets/app-settings.js",
        "/main-S63F6KSB.js",    "/assets/S63F6KSB.js", "/assets/a-S63F6K-B.js",
        "/assets/main-S63F6KSB"};
    struct assets *assets = assets_new();
    for (size_t i = 0; i < sizeof hashed / sizeof *hashed; i++) {
        add(assets, hashed[i], "x");
        assert_true(assets_find(assets, hashed[i])->immutable);
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        add(assets, others[i], "x");
        assert_false(assets_find(assets, others[i])->immutable);
    }
    assets_free(assets);
}

static void an_etag_follows_the_content(void **state)
{
    (void)state;
    struct assets *assets = assets_new();
    add(assets, "/a.txt", "one");
    add(assets, "/b.txt", "two");
    add(assets, "/c.txt", "one");
    const char *a = assets_find(assets, "/a.txt")->bodies[ASSET_PLAIN].etag;
    const char *b = assets_find(assets, "/b.txt")->bodies[ASSET_PLAIN].etag;
    const char *c = assets_find(assets, "/c.txt")->bodies[ASSET_PLAIN].etag;
    assert_string_equal(a, c);
    assert_string_not_equal(a, b);
    assert_int_equal(a[0], '"');
    assert_int_equal(a[strlen(a) - 1], '"');
    assets_free(assets);
}

static void write_file(const char *directory, const char *name, const char *text)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", directory, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void remove_file(const char *directory, const char *name)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", directory, name);
    assert_int_equal(remove(path), 0);
}

static void a_directory_is_read_with_all_below_but_hidden_files(void **state)
{
    (void)state;
    char directory[] = "/tmp/archipel-assets-XXXXXX", below[64], problem[256] = "";
    assert_non_null(mkdtemp(directory));
    snprintf(below, sizeof below, "%s/assets", directory);
    assert_int_equal(mkdir(below, 0700), 0);
    struct assets *assets = assets_new();
    assert_false(assets_read(assets, directory, problem, sizeof problem));
    assert_non_null(strstr(problem, "index.html"));
    write_file(directory, "index.html", "page");
    write_file(directory, ".hidden", "no");
    write_file(below, "a.css", "");
    assert_true(assets_read(assets, directory, problem, sizeof problem));
    assert_int_equal(assets_find(assets, "/index.html")->bodies[ASSET_PLAIN].length, 4);
    assert_int_equal(assets_find(assets, "/assets/a.css")->bodies[ASSET_PLAIN].length, 0);
    assert_null(assets_find(assets, "/.hidden"));
    assets_free(assets);
    remove_file(below, "a.css");
    remove_file(directory, "assets");
    remove_file(directory, ".hidden");
    remove_file(directory, "index.html");
    rmdir(directory);
}

static void a_directory_that_is_not_there_is_told_in_words(void **state)
{
    (void)state;
    char problem[256] = "";
    struct assets *assets = assets_new();
    assert_false(assets_read(assets, "/nowhere", problem, sizeof problem));
    assert_non_null(strstr(problem, "/nowhere"));
    assets_free(assets);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_found_by_its_whole_path),
        cmocka_unit_test(compressed_forms_belong_to_their_file_in_any_order),
        cmocka_unit_test(a_compressed_form_that_is_larger_is_not_chosen),
        cmocka_unit_test(only_hashed_names_are_immutable),
        cmocka_unit_test(an_etag_follows_the_content),
        cmocka_unit_test(a_directory_is_read_with_all_below_but_hidden_files),
        cmocka_unit_test(a_directory_that_is_not_there_is_told_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
