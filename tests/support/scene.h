/* What a test of core is told in: given records, when somebody commands, then changes or a
 * refusal. In the words of support/notation.h, three lines a test:
 *
 *   scene_given(scene, "card idea board=wall title='Une idée' author=paul audience=everyone");
 *   scene_when(scene, "pia", "edit_card card=idea audience=animators");
 *   scene_refused(scene, "not_yours at audience");
 *
 * Somebody is a person's name, an access link's for a guest who holds it, or "organiser". An
 * accepted command is applied at once, so that the next stands on it; each one is also taken
 * back and applied again, which must make no difference. */
#ifndef ARCHIPEL_TESTS_SCENE_H
#define ARCHIPEL_TESTS_SCENE_H

#include "core/decide.h"
#include "core/state.h"
#include "support/notation.h"

struct scene {
    struct notation notation;
    struct state *state;
    const struct foundation *foundation; /* for create_workshop; borrowed */
    enum command_type command;           /* the last one, and its decision */
    struct decision decision;
    struct tellings tellings;
};

/* Nothing at all; the caller frees it. */
struct scene *scene_new(void);
void scene_free(struct scene *scene);

/* For cmocka: an open workshop with one access link of each kind (animator_link, facilitator_link,
 * participant_link, screen_link), the groups north and south, and
 *
 *   anna   animator
 *   farid  facilitator, in north
 *   paul   participant, in north        wall   a board
 *   pia    participant, in south        attic  a locked one
 *   lea    a free line of the roll      elu    a category */
int scene_setup(void **state);
/* The same with paul's cards `idea` and `need`, seen by everyone, and the link `bond` between them. */
int scene_setup_pinned(void **state);
/* As scene_setup, with zones, an objective, a type of card, and on the wall the cards `idea` of paul and
 * `need` of pia, linked, and `kept` in a locked zone. */
int scene_setup_furnished(void **state);
int scene_teardown(void **state);

/* Puts a record, whatever the rules. */
void scene_given(struct scene *scene, const char *record);
void scene_when(struct scene *scene, const char *who, const char *command);

/* The last command was accepted, with exactly these changes: a line each, "" for none. */
void scene_then(struct scene *scene, const char *changes);
/* It was refused: the refusal's name, " at " and its field's if it has one, then
 * ", limit NUMBER" and ", line NUMBER" if there are. */
void scene_refused(struct scene *scene, const char *refusal);
/* What somebody is told of the last command: changes, a line each. */
void scene_tells(struct scene *scene, const char *who, const char *changes);
/* A record as it now is, whole; or that there is none: "card idea". */
void scene_has(struct scene *scene, const char *record);
void scene_lacks(struct scene *scene, const char *record);

/* How decide sees somebody. */
struct context scene_context(struct scene *scene, const char *who);

#endif
