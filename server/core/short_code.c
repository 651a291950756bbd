/* A workshop has at most one code. It leads where the newest participants' link does, so that a link
 * that was renewed takes it along. */
#include "core/short_code.h"

#include <string.h>

#include "core/state.h"

bool short_code_is_one(const struct bytes *text)
{
    size_t letters = 0;
    for (const char *at = bytes_text(text); *at && strchr("BCDFHJKLMNPRSTVWXZ", *at); at++)
        letters++;
    return letters == SHORT_CODE_LETTERS && bytes_length(text) == SHORT_CODE_LETTERS;
}

const struct short_code *short_code_of(const struct state *state, int64_t now)
{
    const struct record *record =
        state_count(state, RECORD_SHORT_CODE) ? state_at(state, RECORD_SHORT_CODE, 0) : NULL;
    const struct short_code *code = record ? &record->body.short_code : NULL;
    bool leads = code && bytes_length(code->code) && now - code->opened_at < SHORT_CODE_LASTS;
    return leads ? code : NULL;
}

const struct record *short_code_link(const struct state *state)
{
    struct holders links = state_holders(state, INDEX_INVITATION_ROLE, ROLE_PARTICIPANT);
    const struct record *newest = NULL;
    for (const struct record *link; (link = holders_next(&links));) {
        if (link->body.invitation.revoked_at) continue;
        if (!newest || link->body.invitation.made_at >= newest->body.invitation.made_at)
            newest = link;
    }
    return newest;
}
