/* A client that keeps the protocol: says hello with its position, sends again what was not
 * answered, obeys close codes, and checks all it hears against the oracle. */
#ifndef ARCHIPEL_SIMULATION_CLIENT_H
#define ARCHIPEL_SIMULATION_CLIENT_H

#include "simulation/simulation.h"

void client_init(struct client *client, struct simulation *simulation, size_t index,
                 enum role kind);
void client_clear(struct client *client);

/* Takes the command over: it is sent now or when there is a connection, until it is answered. */
void client_ask(struct client *client, struct command *command);
bool client_is_in(const struct client *client); /* a person, with a whole state */
void client_send(struct client *client, const struct message *message);

/* From its line. */
void client_hears(struct client *client, const uint8_t *data, size_t length);
/* The line is over, with a code or 0 when it was cut. */
void client_ended(struct client *client, unsigned code);

#endif
