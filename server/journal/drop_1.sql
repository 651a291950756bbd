-- What format 1 had has been copied.
DROP TABLE workshops_1;
DROP TABLE entries_1;
DROP TABLE snapshots_1;
