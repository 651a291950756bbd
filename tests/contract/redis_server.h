/* A real redis-server of our own, with its data in a folder of ours. */
#ifndef ARCHIPEL_CONTRACT_REDIS_SERVER_H
#define ARCHIPEL_CONTRACT_REDIS_SERVER_H

#include <sys/types.h>

struct redisReply;

struct redis_server {
    pid_t process;   /* 0: not running */
    char socket[80]; /* its path */
    unsigned port;   /* on 127.0.0.1; 0: only the socket */
    const char *folder;
};

/* Starts it, with further arguments ended by NULL, and returns once it accepts connections. */
void redis_server_start(struct redis_server *server, const char *folder, const char *const *more);
/* Ends it with a signal and waits for its end. Does nothing when it does not run. */
void redis_server_end(struct redis_server *server, int signal);

/* A port of 127.0.0.1 that nobody listened on just now. */
unsigned redis_server_free_port(void);

/* Asks it directly; the reply is the caller's to free with freeReplyObject. */
struct redisReply *redis_server_ask(const struct redis_server *server, int count,
                                    const char *const *words, const size_t *lengths);
/* As above, for words without spaces in one text; nobody wants the reply. */
void redis_server_tell(const struct redis_server *server, const char *command);

#endif
