/* What leads from one text to another, as a change: for texts that come whole, without the
 * keystrokes that made them.
 *
 * First lines are compared, then the words of the lines that differ, then the letters of the words
 * that do, each by the shortest edit (shortest_edit.h). Letters count only where the two words are
 * one word corrected, that is where two thirds of the shorter one are in the other as well; else
 * the word is replaced whole, since the letters that "treize" and "quinze" have in common mean
 * nothing. So a change of prose is made of the words that people changed, and maps well over
 * theirs.
 *
 * Bounded: TEXT_DIFFERENCE_STEPS steps in all, about a millisecond for texts that have nothing in
 * common, of which each comparison may take half of what is left; where it is not enough, the
 * stretch is replaced whole. Memory: the tokens and a word for each step. */
#ifndef ARCHIPEL_CORE_METHODS_TEXT_DIFFERENCE_H
#define ARCHIPEL_CORE_METHODS_TEXT_DIFFERENCE_H

#include "base/bytes.h"

#define TEXT_DIFFERENCE_STEPS 100000

/* The change that makes `to` of `from`, owned by the caller. */
struct bytes *text_difference(const struct bytes *from, const struct bytes *to);

#endif
