-- What the embedded journal asks of SQLite. The name in the comment above a statement and the
-- order are those of enum statement in sqlite_store.c, which checks them when it opens.

-- begin
BEGIN;
-- begin_writing
BEGIN IMMEDIATE;
-- commit
COMMIT;
-- rollback
ROLLBACK;

-- workshop_find
SELECT epoch, seq, first, checksum, head FROM workshops WHERE workshop = ?1;
-- workshop_add
INSERT INTO workshops (workshop, epoch, seq, first, checksum, head)
VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING;
-- workshop_move
UPDATE workshops SET epoch = ?2, seq = ?3, first = ?4, checksum = ?5, head = ?6 WHERE workshop = ?1;
-- workshop_list
SELECT workshop FROM workshops ORDER BY workshop;

-- entry_add
INSERT INTO entries (workshop, seq, checksum, before, data) VALUES (?1, ?2, ?3, ?4, ?5);
-- entry_run
SELECT seq, checksum, before, data FROM entries WHERE workshop = ?1 AND seq >= ?2
ORDER BY seq LIMIT ?3;
-- entry_before
SELECT before FROM entries WHERE workshop = ?1 AND seq = ?2;
-- entry_drop_all
DELETE FROM entries WHERE workshop = ?1;

-- snapshot_find
SELECT seq, checksum, head, data FROM snapshots WHERE workshop = ?1 AND epoch = ?2;
-- snapshot_keep
INSERT INTO snapshots (workshop, epoch, seq, checksum, head, data) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT DO UPDATE SET epoch = excluded.epoch, seq = excluded.seq, head = excluded.head,
                          checksum = excluded.checksum, data = excluded.data
WHERE (excluded.epoch, excluded.seq) > (snapshots.epoch, snapshots.seq);
-- snapshot_drop
DELETE FROM snapshots WHERE workshop = ?1;

-- sign_put
INSERT INTO signs (sign, workshop) VALUES (?1, ?2) ON CONFLICT DO NOTHING;
-- sign_find
SELECT workshop FROM signs WHERE sign = ?1;
