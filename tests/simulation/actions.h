/* What people ask for: any command of the schema, with fields of any kind, mostly about what they
 * see. A command that is added to the schema is asked for from then on. */
#ifndef ARCHIPEL_SIMULATION_ACTIONS_H
#define ARCHIPEL_SIMULATION_ACTIONS_H

struct client;
struct simulation;

/* Draws how often each command is asked for in this run. */
void actions_plan(struct simulation *simulation);
/* Somebody does something now: a hint, or a command or a few of them. */
void actions_one(struct client *client);

#endif
