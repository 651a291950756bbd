# server/live/admission.c, 1 change, caught by 22 of 100 seeds: who joined elsewhere a moment ago is turned away.
s/^    bool in_doubt = .*$/    bool in_doubt = false;/
