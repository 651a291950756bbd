/* Sends each argument after the path over the control socket, prints each frame that comes back,
 * and at last why it ended:  control_caller PATH MESSAGE…
 * A message "!words" is an order (fake_live.h). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "net/control_client.h"

#define PATIENCE_MS 60000

static const char *const endings[] = {
    [CONTROL_FRAME] = "frame",
    [CONTROL_CLOSED] = "closed",
    [CONTROL_LOST] = "lost",
    [CONTROL_TIMEOUT] = "timeout",
};

static enum control_outcome converse(struct control_client *client, const char *message,
                                     unsigned *code)
{
    struct buffer frame = {0};
    buffer_add_text(&frame, message);
    if (*message == '!') frame.data[0] = 0xc1;
    if (!control_client_send(client, frame.data, frame.length)) {
        buffer_clear(&frame);
        return CONTROL_LOST;
    }
    enum control_outcome outcome = control_client_receive(client, &frame, code, PATIENCE_MS);
    if (outcome == CONTROL_FRAME)
        printf("%zu %.*s\n", frame.length, (int)(frame.length < 40 ? frame.length : 40),
               (const char *)frame.data);
    buffer_clear(&frame);
    return outcome;
}

int main(int count, char **arguments)
{
    char problem[512];
    struct control_client *client =
        count > 1 ? control_client_new(arguments[1], problem, sizeof problem) : NULL;
    if (!client) {
        printf("%s\n", count > 1 ? problem : "which socket?");
        return EXIT_FAILURE;
    }
    enum control_outcome outcome = CONTROL_FRAME;
    unsigned code = 0;
    for (int i = 2; i < count && outcome == CONTROL_FRAME; i++)
        outcome = converse(client, arguments[i], &code);
    printf("%s %u\n", endings[outcome], code);
    control_client_free(client);
    return EXIT_SUCCESS;
}
