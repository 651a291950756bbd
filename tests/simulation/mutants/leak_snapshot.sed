# server/live/parts.c, 1 change, caught by 95 of 100 seeds: a snapshot holds what is for others.
s/kind_of\(scope\) == kind && scope_admits\(scope, viewer\)/kind_of(scope) == kind/
