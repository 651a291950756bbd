# server/live/admission.c, 2 changes, caught by 12 of 100 seeds: who was taken out stays, and hears on.
s/^        member_end\(connection, CLOSE_REVOKED\);$/        (void)connection;/
