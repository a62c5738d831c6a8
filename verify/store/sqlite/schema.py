"""How the file is laid out, and how a file of an older version becomes one of this version."""

from __future__ import annotations

APPLICATION = 0x56524659
"""Says in the head of a file that it is ours ("VRFY"); file(1) and SQLite show it."""

MIGRATIONS = (
    (
        # The id is made of the path, so that neither it nor what is cut off by it hangs on the order
        # in which the stories came. The day is ISO, or empty.
        """
        CREATE TABLE story (
            id INTEGER PRIMARY KEY,
            path TEXT NOT NULL UNIQUE,
            day TEXT NOT NULL,
            digest BLOB NOT NULL
        )
        """,
        """
        CREATE TABLE fact (
            story INTEGER NOT NULL REFERENCES story (id),
            number INTEGER NOT NULL,
            day TEXT NOT NULL,
            kind TEXT NOT NULL,
            subject TEXT NOT NULL,
            value TEXT NOT NULL,
            start INTEGER NOT NULL,
            stop INTEGER NOT NULL,
            words TEXT NOT NULL,
            line INTEGER NOT NULL,
            col INTEGER NOT NULL,
            PRIMARY KEY (story, number)
        ) WITHOUT ROWID
        """,
        # SQLite adds story and number: a question is answered from the latest day back, in one sweep.
        "CREATE INDEX fact_told ON fact (kind, subject, day)",
    ),
)
"""The steps from each version to the next; a step that a release has brought is never changed."""
