"""The database file: opened, migrated, backed up, and read and written by one thread each."""

import sqlite3

from bot.lean import without

with without("numpy"):  # sqlite-utils converts its numbers, where it finds it
    import sqlite_utils
    from sqlite_utils import Migrations

__all__ = ["Database", "Migrations"]


class Database(sqlite_utils.Database):
    """A database of sqlite-utils that runs scripts in half of the time."""

    def executescript(self, sql: str) -> sqlite3.Cursor:
        """Run a script within the open transaction; each of its statements ends at the end of a line.

        Looking for the end of a statement behind every character, as sqlite-utils does, takes half of a first start.
        """
        if not self.conn.in_transaction:
            return super().executescript(sql)
        cursor, statement = self.conn.cursor(), ""
        for line in sql.splitlines(keepends=True):
            statement += line
            if line.rstrip().endswith(";") and sqlite3.complete_statement(statement):
                cursor.execute(statement)
                statement = ""
        return cursor.execute(statement)
