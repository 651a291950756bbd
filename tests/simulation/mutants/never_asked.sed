# server/live/member.c, 1 change: who joined elsewhere a moment ago is turned away.
s/^    bool in_doubt = .*$/    bool in_doubt = false;/
