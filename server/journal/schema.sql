-- The embedded journal, version 1. A later version adds its own step; see sqlite_store.c.

BEGIN IMMEDIATE;

CREATE TABLE workshops (
    workshop INTEGER PRIMARY KEY,
    epoch    INTEGER NOT NULL,
    seq      INTEGER NOT NULL, -- of the last entry; says whether the end of entries is missing
    first    INTEGER NOT NULL  -- all entries before this one went into a snapshot and are gone
) STRICT;

-- Without rowid, a workshop's entries lie side by side and are read four times as fast.
CREATE TABLE entries (
    workshop INTEGER NOT NULL,
    seq      INTEGER NOT NULL,
    checksum INTEGER NOT NULL, -- checksum_of(workshop, seq, data)
    data     BLOB    NOT NULL,
    PRIMARY KEY (workshop, seq)
) WITHOUT ROWID, STRICT;

-- With rowid: these are large, and one a workshop.
CREATE TABLE snapshots (
    workshop INTEGER PRIMARY KEY,
    epoch    INTEGER NOT NULL,
    seq      INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    data     BLOB    NOT NULL
) STRICT;

PRAGMA application_id = 1634886761; -- "arci"
PRAGMA user_version = 1;

COMMIT;
