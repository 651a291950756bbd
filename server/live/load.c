/* Windows of a tenth of a second, each weighing as much as all before it: a burst is noticed
 * within one or two, and one quiet window does not end what several have shown.
 *
 * The hold lightens the load from which it follows, to a third or so. So it has to be whole
 * while the loop is still far from full, or the two would meet halfway. */
#include "live/load.h"

enum {
    WINDOW = 100,     /* ms */
    LONG = 4,         /* windows: what was before them counts no more */
    BUSY_LITTLE = 12, /* thousandths: below, nothing waits */
    BUSY_ENOUGH = 40, /* and from here on as long as anything may */
    BUSY_FULL = 600,
};

void load_turn(struct load *load, int64_t now, int64_t idle)
{
    int64_t passed = now - load->since;
    if (passed < WINDOW) return;
    int64_t busy = load->since ? 1000 - (idle - load->idle) / passed : 0;
    if (busy < 0) busy = 0;
    load->busy = passed >= LONG * WINDOW ? busy : (load->busy + busy) / 2;
    load->since = now;
    load->idle = idle;
}

bool load_is_felt(const struct load *load)
{
    return load->busy > BUSY_LITTLE;
}

bool load_is_full(const struct load *load)
{
    return load->busy >= BUSY_FULL;
}

int64_t load_hold(const struct load *load, int64_t most)
{
    if (!load_is_felt(load)) return 0;
    if (load->busy >= BUSY_ENOUGH) return most;
    return most * (load->busy - BUSY_LITTLE) / (BUSY_ENOUGH - BUSY_LITTLE);
}
