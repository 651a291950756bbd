-- Signs: numbers that lead to a workshop. Files of before they were there get them when they are
-- opened; a server of before passes over them.

CREATE TABLE IF NOT EXISTS signs (
    sign     INTEGER PRIMARY KEY,
    workshop INTEGER NOT NULL
) STRICT;
