# server/core/difference.c, 1 change, caught by 41 of 100 seeds: who has a record is asked of the last touch, not of the first.
s/^        difference->touched\[place - 1\]\.fields \|= touch->fields;$/        difference->touched[place - 1].before = touch->before;\n&/
