"""`tidings backup` and `tidings restore`."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from bot.config import Settings
from bot.data_folder import hold_data_folder
from bot.store.database.backups import copy_to, restore


def write_backup(settings: Settings, path: Path | None) -> None:
    """Write a checked copy of the database and print where it is; StoreError where that fails."""
    target = copy_to(settings.database, path, now=datetime.now(UTC))
    sys.stdout.write(f"{target}  {target.stat().st_size / 1e6:.1f} MB\n")


def put_back(settings: Settings, path: Path) -> None:
    """Replace the database by the backup, keep the old one, and print both; InstanceHeld while a bot runs."""
    with hold_data_folder(settings.data_dir):
        replaced = restore(path, settings.database, now=datetime.now(UTC))
    kept = f"; the old one is {replaced}" if replaced else ""
    sys.stdout.write(f"restored {settings.database} from {path}{kept}\n")
