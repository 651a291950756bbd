/* What an organiser asks outside of any workshop: founding one, listing those there are. */
#ifndef ARCHIPEL_LIVE_ORGANISER_H
#define ARCHIPEL_LIVE_ORGANISER_H

#include <stdbool.h>

struct connection;
struct message;
struct service;

/* False when this is no message for an organiser. What it needs of the message is taken out. */
bool organiser_message(struct connection *connection, struct message *message);

/* At the end of a turn: goes on with listings that wait for a workshop to open. */
void organiser_turn(struct service *service);
/* Gives up what is under way. */
void organiser_clear(struct service *service);

#endif
