-- How the tables of format 1 become those of this one: they step aside, are copied and go. The
-- names are those of enum statement in sqlite_upgrade.c. What makes the new tables comes between
-- stepping aside and copying.

-- workshop_run
SELECT workshop, epoch, seq, first FROM workshops_1 ORDER BY workshop;
-- snapshot_find
SELECT seq, checksum, data FROM snapshots_1 WHERE workshop = ?1 AND epoch = ?2;
-- entry_run
SELECT seq, checksum, data FROM entries_1 WHERE workshop = ?1 ORDER BY seq;

-- workshop_add
INSERT INTO workshops (workshop, epoch, seq, first, checksum, head)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);
-- entry_add
INSERT INTO entries (workshop, seq, checksum, before, data) VALUES (?1, ?2, ?3, ?4, ?5);
-- snapshot_add
INSERT INTO snapshots (workshop, epoch, seq, checksum, head, data)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);
