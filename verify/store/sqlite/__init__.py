"""A shelf in one file of SQLite; the only folder that knows sqlite3."""
