/* A list with both its ends. Bytes are counted as they are held, the command's texts included. */
#include "live/queue.h"

#include <stdlib.h>

#include "base/bytes.h"
#include "core/changes.h"
#include "core/roll.h"

enum { BYTES_MOST = 32 << 20 /* a thousand people with all they may have under way */ };

static void free_foundation(const struct foundation *foundation)
{
    if (!foundation) return;
    if (foundation->roll) roll_clear((struct roll *)foundation->roll);
    free((void *)foundation->roll);
    bytes_drop((struct bytes *)foundation->animator);
    bytes_drop((struct bytes *)foundation->participant);
    bytes_drop((struct bytes *)foundation->screen);
    free((void *)foundation->ids);
    free((void *)foundation);
}

void submission_free(struct submission *submission)
{
    command_clear(&submission->command);
    free_foundation(submission->context.foundation);
    free(submission);
}

static size_t size_of(const struct submission *submission)
{
    return sizeof *submission + command_bytes(&submission->command);
}

static void count_in(struct queue *queue, const struct submission *submission)
{
    queue->bytes += size_of(submission);
    queue->count++;
}

void queue_add(struct queue *queue, struct submission *submission)
{
    submission->next = NULL;
    if (queue->last) queue->last->next = submission;
    else queue->first = submission;
    queue->last = submission;
    count_in(queue, submission);
}

void queue_put_back(struct queue *queue, struct submission *submission)
{
    submission->next = queue->first;
    queue->first = submission;
    if (!queue->last) queue->last = submission;
    count_in(queue, submission);
}

struct submission *queue_take(struct queue *queue)
{
    struct submission *submission = queue->first;
    if (!submission) return NULL;
    queue->first = submission->next;
    if (!queue->first) queue->last = NULL;
    queue->bytes -= size_of(submission);
    queue->count--;
    return submission;
}

bool queue_is_full(const struct queue *queue)
{
    return queue->bytes >= BYTES_MOST;
}
