"""The data folder, which holds the database: private to its owner, and locked by one process at a time."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.errors import ConfigError, InstanceHeld


def make_data_folder(folder: Path) -> None:
    """Make the folder, private to its owner, unless it exists; ConfigError says why it cannot be written."""
    os.umask(0o077)  # for every file that this process makes from now on
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as error:
        problem = "there is a file in its place" if isinstance(error, FileExistsError) else error.strerror
        raise ConfigError(f"DATA_DIR: {folder} cannot be written: {problem}. Choose another folder") from error


@contextmanager
def hold_data_folder(folder: Path) -> Iterator[None]:
    """Make the data folder and lock it for this process; InstanceHeld if another process has locked it."""
    make_data_folder(folder)
    with (folder / "tidings.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise InstanceHeld(f"another Tidings uses {folder}: stop it, or set another DATA_DIR") from error
        yield
