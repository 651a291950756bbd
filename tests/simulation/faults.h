/* What goes wrong, in the manner of swarm testing (Groce and others, ISSTA 2012): each seed draws
 * which kinds of fault there are, so that no kind hides another. */
#ifndef ARCHIPEL_SIMULATION_FAULTS_H
#define ARCHIPEL_SIMULATION_FAULTS_H

struct simulation;

/* Draws the plan. */
void faults_plan(struct simulation *simulation);
/* Begins: from now on something may go wrong at any time. */
void faults_begin(struct simulation *simulation);
/* Everything is well again, and stays so. */
void faults_end(struct simulation *simulation);
/* After the world has forgotten what was to come. */
void faults_free(struct simulation *simulation);

#endif
