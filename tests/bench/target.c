#include "bench/target.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/check.h"
#include "bench/limit.h"
#include "bench/socket.h"
#include "cli/keys.h"

enum { SERVER_CORE = 0, LOAD_CORE = 1, PRIORITY = -12, LINE_BYTES = 1024 };

static void pin(unsigned core)
{
    cpu_set_t cores;
    CPU_ZERO(&cores);
    CPU_SET(core, &cores);
    sched_setaffinity(0, sizeof cores, &cores); /* on a single core there is nothing to choose */
}

/* Where the kernel groups processes by session, priorities count within a session only, and the
 * session as a whole has one too. */
static void set_session_priority(int priority)
{
    FILE *file = fopen("/proc/self/autogroup", "we");
    if (!file) return;
    fprintf(file, "%d", priority);
    fclose(file);
}

static void reset_session_priority(void)
{
    set_session_priority(0);
}

void target_prepare(void)
{
    setpriority(PRIO_PROCESS, 0, PRIORITY);
    set_session_priority(PRIORITY);
    atexit(reset_session_priority);
    pin(LOAD_CORE);
}

/* It ends with this process, however that ends. */
static void begin_child(void)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    pin(SERVER_CORE);
}

void target_start_limit(struct target *target, size_t rooms, size_t welcome)
{
    *target = (struct target){.log = -1, .room_count = rooms};
    int listening = socket_listen(&target->port);
    target->process = fork();
    CHECK(target->process >= 0);
    if (!target->process) {
        begin_child();
        limit_serve(listening, welcome);
    }
    close(listening);
}

/* The server says where it listens in the last line of its start. */
static void read_port(struct target *target)
{
    char line[LINE_BYTES];
    FILE *log = fdopen(dup(target->log), "r");
    CHECK(log);
    setvbuf(log, NULL, _IONBF, 0);
    while (!target->port) {
        CHECK(fgets(line, sizeof line, log)); /* else the server has ended: what it said is above */
        const char *at = strstr(line, "serving on 127.0.0.1:");
        if (at) target->port = (unsigned short)atoi(strrchr(line, ':') + 1);
        else if (strstr(line, "error") || strstr(line, "warning") || strstr(line, "archipel:"))
            fputs(line, stderr);
    }
    fclose(log);
}

static void serve(struct target *target, int hold)
{
    int ends[2];
    char wait[16];
    snprintf(wait, sizeof wait, "%d", hold);
    CHECK(!pipe(ends));
    target->process = fork();
    CHECK(target->process >= 0);
    if (!target->process) {
        begin_child();
        dup2(ends[1], STDERR_FILENO);
        close(ends[0]);
        execl(target->program, target->program, "serve", "--listen", "127.0.0.1:0", "--data",
              target->data, "--hold", wait, (char *)NULL);
        _exit(127);
    }
    close(ends[1]);
    target->log = ends[0];
    target->port = 0;
    read_port(target);
}

/* participant TAB http://…/a/ID#KEY */
static void read_link(struct target_room *room, char *line)
{
    char *id = strstr(line, "/a/"), *key = strchr(line, '#');
    if (strncmp(line, "participant\t", 12) || !id || !key) return;
    *key++ = '\0';
    key[strcspn(key, "\r\n")] = '\0';
    CHECK(keys_workshop_id(id + 3, &room->workshop) && secret_from_text(&room->key, key));
}

static void found(const struct target *target, struct target_room *room)
{
    char command[LINE_BYTES], line[LINE_BYTES];
    snprintf(command, sizeof command, "'%s' workshop create --title Measured --data '%s'",
             target->program, target->data);
    FILE *links = popen(command, "r");
    CHECK(links);
    while (fgets(line, sizeof line, links)) read_link(room, line);
    CHECK(!pclose(links) && room->workshop);
}

void target_start_server(struct target *target, const char *program, int hold, size_t rooms)
{
    CHECK(rooms <= TARGET_ROOMS);
    *target = (struct target){.program = program, .room_count = rooms};
    const char *folder = getenv("TMPDIR");
    snprintf(target->data, sizeof target->data, "%s/archipel-bench-XXXXXX",
             folder && strlen(folder) < 32 ? folder : "/tmp");
    CHECK(mkdtemp(target->data));
    serve(target, hold);
    for (size_t i = 0; i < rooms; i++) found(target, &target->rooms[i]);
}

void target_restart(struct target *target, int hold)
{
    serve(target, hold);
}

void target_stop(struct target *target)
{
    int status;
    kill(target->process, SIGTERM);
    while (waitpid(target->process, &status, 0) < 0) CHECK(errno == EINTR);
    if (target->log >= 0) close(target->log);
    CHECK(!target->program || (WIFEXITED(status) && !WEXITSTATUS(status)));
}

void target_remove(struct target *target)
{
    char command[LINE_BYTES];
    if (!target->data[0]) return;
    snprintf(command, sizeof command, "rm -r '%s'", target->data);
    CHECK(!system(command));
}

static int64_t read_cpu(const char *path)
{
    char line[LINE_BYTES];
    long user, system;
    FILE *file = fopen(path, "re");
    CHECK(file && fgets(line, sizeof line, file));
    fclose(file);
    /* Behind the name, which stands in parentheses: utime and stime are fields 14 and 15. */
    CHECK(sscanf(strrchr(line, ')') + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %ld %ld",
                 &user, &system) == 2);
    return (user + system) * (1000000 / sysconf(_SC_CLK_TCK));
}

int64_t target_cpu(const struct target *target)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/stat", (int)target->process);
    return read_cpu(path);
}

int64_t target_loop_cpu(const struct target *target)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/task/%d/stat", (int)target->process,
             (int)target->process);
    return read_cpu(path);
}

int64_t target_memory(const struct target *target)
{
    char path[64];
    long resident;
    snprintf(path, sizeof path, "/proc/%d/statm", (int)target->process);
    FILE *file = fopen(path, "re");
    CHECK(file && fscanf(file, "%*d %ld", &resident) == 1);
    fclose(file);
    return resident * sysconf(_SC_PAGESIZE);
}
