/* Each page is a text file, in both languages, that the build embeds. */
#include "cli/help.h"

#include <stdio.h>
#include <string.h>

#include "cli/settings.h"

extern const char help_main_fr[], help_main_en[], help_serve_fr[], help_serve_en[],
    help_workshop_fr[], help_workshop_en[];

int help_print(const struct settings *settings)
{
    bool french = settings_language() == LANGUAGE_FR;
    const char *what = settings->word_count ? settings->words[0] : "";
    if (!strcmp(what, "help")) what = settings->word_count > 1 ? settings->words[1] : "";
    const char *page = french ? help_main_fr : help_main_en;
    if (!strcmp(what, "serve")) page = french ? help_serve_fr : help_serve_en;
    if (!strcmp(what, "workshop")) page = french ? help_workshop_fr : help_workshop_en;
    return fputs(page, stdout) < 0;
}
