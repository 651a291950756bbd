/* What people ask for: any command of the schema, with fields of any kind, mostly about what they
 * see. A command that is added to the schema is asked for from then on. */
#ifndef ARCHIPEL_SIMULATION_ACTIONS_H
#define ARCHIPEL_SIMULATION_ACTIONS_H

struct client;

void actions_one(struct client *client);

#endif
