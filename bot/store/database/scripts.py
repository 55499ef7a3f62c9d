"""Runs the scripts of migrations in half of the time."""

from __future__ import annotations

import sqlite3

from bot.store.database import Database


class Scripted(Database):
    """A database whose scripts have each statement end at the end of a line.

    Looking for an end behind every character, as sqlite-utils does, takes half of the time of making a database.
    """

    def executescript(self, sql: str) -> sqlite3.Cursor:
        """Run the script within the transaction that is open."""
        cursor, statement = self.conn.cursor(), ""
        for line in sql.splitlines(keepends=True):
            statement += line
            if line.rstrip().endswith(";") and sqlite3.complete_statement(statement):
                cursor.execute(statement)
                statement = ""
        return cursor.execute(statement)
