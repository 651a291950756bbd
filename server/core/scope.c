/* The schema says by which rule a type has its scope; the switch over rules is written once. */
#include "core/scope.h"

#include <string.h>

#include "base/check.h"
#include "protocol/generated/schema.h"

static struct scope from_fields(enum audience audience, uint64_t holder)
{
    switch (audience) {
    case AUDIENCE_EVERYONE: return (struct scope){SCOPE_EVERYONE, 0};
    case AUDIENCE_ANIMATORS: return (struct scope){SCOPE_ANIMATORS, 0};
    case AUDIENCE_PERSON: return (struct scope){SCOPE_PERSON, holder};
    case AUDIENCE_GROUP: return (struct scope){SCOPE_GROUP, holder};
    }
    return (struct scope){SCOPE_SEALED, 0};
}

static struct scope read_fields(const struct schema_type *type, const union body *body)
{
    enum audience audience;
    uint64_t holder;
    memcpy(&audience, (const char *)body + type->audience_offset, sizeof audience);
    memcpy(&holder, (const char *)body + type->holder_offset, sizeof holder);
    return from_fields(audience, holder);
}

struct scope scope_of(enum record_type record_type, const union body *body)
{
    const struct schema_type *type = schema_record(record_type);
    CHECK(type);
    switch ((enum scope_rule)type->scope_rule) {
    case SCOPE_RULE_EVERYONE: return (struct scope){SCOPE_EVERYONE, 0};
    case SCOPE_RULE_ANIMATORS: return (struct scope){SCOPE_ANIMATORS, 0};
    case SCOPE_RULE_SEALED: return (struct scope){SCOPE_SEALED, 0};
    case SCOPE_RULE_FIELDS: return read_fields(type, body);
    }
    return (struct scope){SCOPE_SEALED, 0};
}

bool scope_equal(struct scope left, struct scope right)
{
    return left.kind == right.kind && left.id == right.id;
}

bool scope_meet(struct scope left, struct scope right, struct scope *meet)
{
    if (scope_equal(left, right) || right.kind == SCOPE_EVERYONE) {
        *meet = left;
        return true;
    }
    *meet = right;
    return left.kind == SCOPE_EVERYONE;
}

void scope_to_fields(struct scope scope, enum audience *audience, uint64_t *holder)
{
    *holder = scope.id;
    switch (scope.kind) {
    case SCOPE_EVERYONE: *audience = AUDIENCE_EVERYONE; return;
    case SCOPE_ANIMATORS: *audience = AUDIENCE_ANIMATORS; return;
    case SCOPE_PERSON: *audience = AUDIENCE_PERSON; return;
    case SCOPE_GROUP: *audience = AUDIENCE_GROUP; return;
    case SCOPE_SEALED: break;
    }
    CHECK(false && "a sealed scope has no audience");
}

static bool animates(const struct viewer *viewer)
{
    return viewer->role == ROLE_ANIMATOR || viewer->role == ROLE_ORGANISER;
}

bool scope_admits(struct scope scope, const struct viewer *viewer)
{
    switch (scope.kind) {
    case SCOPE_EVERYONE: return true;
    case SCOPE_ANIMATORS: return animates(viewer);
    case SCOPE_PERSON: return viewer->person && viewer->person == scope.id;
    case SCOPE_GROUP: return viewer->person && bytes_has_id(viewer->groups, scope.id);
    case SCOPE_SEALED: return false;
    }
    return false;
}
