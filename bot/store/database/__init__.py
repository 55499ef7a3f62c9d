"""The database file: opened, migrated, backed up, and read and written by one thread each."""

from bot.lean import without

with without("numpy"):  # sqlite-utils converts its numbers, where it finds it
    from sqlite_utils import Database, Migrations

__all__ = ["Database", "Migrations"]
