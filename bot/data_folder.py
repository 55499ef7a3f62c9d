"""The folder that holds the database: made for its owner alone, and held by one process."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.errors import ConfigError, InstanceHeld


def make_data_folder(folder: Path) -> None:
    """Make the folder where it is missing, for its owner alone; ConfigError says why nothing can be written there."""
    os.umask(0o077)  # for every file from here on
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as error:
        problem = "there is a file in its place" if isinstance(error, FileExistsError) else error.strerror
        raise ConfigError(f"DATA_DIR: {folder} cannot be written: {problem}. Choose another folder") from error


@contextmanager
def hold_data_folder(folder: Path) -> Iterator[None]:
    """Hold the data folder for this process alone; InstanceHeld if another one does."""
    make_data_folder(folder)
    with (folder / "tidings.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise InstanceHeld(f"another Tidings uses {folder}: stop it, or set another DATA_DIR") from error
        yield
