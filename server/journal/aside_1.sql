-- The tables of format 1 step aside for those of this one.
ALTER TABLE workshops RENAME TO workshops_1;
ALTER TABLE entries RENAME TO entries_1;
ALTER TABLE snapshots RENAME TO snapshots_1;
