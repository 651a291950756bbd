-- How the embedded journal opens its file.

PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
-- What is redacted is overwritten, not only unlinked.
PRAGMA secure_delete = ON;
PRAGMA trusted_schema = OFF;
PRAGMA wal_checkpoint(TRUNCATE);
