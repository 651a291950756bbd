-- The embedded journal, format 2. What brings older ones here stands in sqlite_upgrade.c.

CREATE TABLE workshops (
    workshop INTEGER PRIMARY KEY,
    epoch    INTEGER NOT NULL,
    seq      INTEGER NOT NULL, -- of the last entry; says whether the end of entries is missing
    head     BLOB    NOT NULL, -- of the chain of all entries
    first    INTEGER NOT NULL, -- all entries before this one went into a snapshot and are gone
    checksum INTEGER NOT NULL  -- of the row
) STRICT;

-- Without rowid, a workshop's entries lie side by side and are read four times as fast.
CREATE TABLE entries (
    workshop INTEGER NOT NULL,
    seq      INTEGER NOT NULL,
    checksum INTEGER NOT NULL, -- of workshop, seq, before and data
    before   BLOB    NOT NULL, -- of the chain before this entry
    data     BLOB    NOT NULL,
    PRIMARY KEY (workshop, seq)
) WITHOUT ROWID, STRICT;

-- With rowid: these are large, and one a workshop.
CREATE TABLE snapshots (
    workshop INTEGER PRIMARY KEY,
    epoch    INTEGER NOT NULL,
    seq      INTEGER NOT NULL,
    checksum INTEGER NOT NULL, -- of workshop, epoch, seq, head and data
    head     BLOB    NOT NULL, -- of the chain up to seq
    data     BLOB    NOT NULL
) STRICT;

PRAGMA application_id = 1634886761; -- "arci"
PRAGMA user_version = 2;
