-- How the embedded journal opens its file.

PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
-- What is redacted is overwritten, not only unlinked.
PRAGMA secure_delete = ON;
-- A large transaction leaves no large log behind.
PRAGMA journal_size_limit = 16777216;
-- KiB: of a few hundred workshops, the pages that each append writes to.
PRAGMA cache_size = -16384;
PRAGMA trusted_schema = OFF;
PRAGMA wal_checkpoint(TRUNCATE);
