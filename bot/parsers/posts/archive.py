"""Walks a source's folder of posts and reads its files, and nothing outside it.

Only regular files with one name, of a text suffix and at most MAX_FILE_BYTES; no symbolic links, hidden files or pipes.
Directories are opened one below the other without following links, so that a link put in meanwhile leads nowhere.
"""

from __future__ import annotations

import errno
import os
import stat
import struct
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path

from bot.models.articles import ParseFailed
from bot.models.sources import FileStamp

MAX_FILE_BYTES = 1024 * 1024
MAX_DEPTH = 32  # folders within folders
SUFFIXES = (".md", ".markdown", ".txt")

_TIME, _SIZE = struct.Struct(">Q"), struct.Struct(">I")
_BEFORE_1970 = 1 << 63  # a file's time may lie before
_LATEST_NS = (1 << 63) - 1  # in 2262: more fits neither here nor in the database, but into a file system

_TOO_LARGE = "The file is larger than 1 MB."
_OUTSIDE = "The path leads out of the folder."
_OPEN_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
# A pipe opened blocking would wait for its writer for ever.
_OPEN_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


def packed(stamp: FileStamp) -> bytes:
    """A stamp as compact bytes that sort by time, then path: all stamps of a large archive are in memory at once."""
    return _TIME.pack(stamp.mtime_ns + _BEFORE_1970) + stamp.path.encode() + _SIZE.pack(stamp.size)


def unpacked(data: bytes) -> FileStamp:
    """The stamp of `packed`, without its problem."""
    [mtime_ns], [size] = _TIME.unpack(data[: _TIME.size]), _SIZE.unpack(data[-_SIZE.size :])
    return FileStamp(path=data[_TIME.size : -_SIZE.size].decode(), size=size, mtime_ns=mtime_ns - _BEFORE_1970)


def read_files(root: Path, relatives: Iterable[str]) -> list[bytes | ParseFailed]:
    """The bytes of the files at `relatives` ("/" separated) below `root`, in order; of each that is not read, why.

    The folder of files side by side is opened once.
    """
    found: list[bytes | ParseFailed] = []
    for folders, files in groupby((relative.split("/") for relative in relatives), key=lambda parts: parts[:-1]):
        names = [parts[-1] for parts in files]
        if any(map(_leads_out, folders)):
            found += [ParseFailed(reason=_OUTSIDE)] * len(names)
            continue
        try:
            with _opened_below(root, folders) as folder:
                read: list[bytes | ParseFailed] = [_read(folder, name) for name in names]
        except (OSError, UnicodeEncodeError) as error:
            read = [ParseFailed(reason=f"The file cannot be read: {_why(error)}.")] * len(names)
        found += read
    return found


def _read(folder: int, name: str) -> bytes | ParseFailed:
    if _leads_out(name):
        return ParseFailed(reason=_OUTSIDE)
    try:
        descriptor = os.open(name, _OPEN_FILE, dir_fd=folder)
        try:
            status = os.fstat(descriptor)
            problem = _problem(status)
            data = b"" if problem else _read_up_to(descriptor, MAX_FILE_BYTES + 1, likely=status.st_size)
        finally:
            os.close(descriptor)
    except (OSError, UnicodeEncodeError) as error:
        return ParseFailed(reason=f"The file cannot be read: {_why(error)}.")
    if len(data) > MAX_FILE_BYTES:
        problem = _TOO_LARGE
    return ParseFailed(reason=problem) if problem else data


def _leads_out(part: str) -> bool:
    """Whether a part of a path may lead out of the folder."""
    return part in ("", ".", "..") or "\0" in part


def is_gone(root: Path, relative: str) -> bool:
    """Whether the file at `relative` below `root` no longer exists; False if that cannot be checked."""
    *folders, name = relative.split("/")
    try:
        with _opened_below(root, folders) as folder:
            os.stat(name, dir_fd=folder, follow_symlinks=False)
    except FileNotFoundError:
        return True
    except OSError:
        pass
    return False


class Walk:
    """A walk over the files below `root`, which reads none of them. The attributes are complete once it ended."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.files = 0  # how many can be read
        self.skipped: list[FileStamp] = []  # every file that is not, with its `problem`
        self.problem: str | None = None  # why the folder could not be walked at all

    def stamps(self) -> Iterator[FileStamp]:
        """The readable files, in the order of the folder. Never raises for what it finds."""
        try:
            folder = os.open(self._root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        except OSError as error:
            self.problem = f"The folder {self._root} cannot be opened: {_why(error)}."
            return
        try:
            yield from self._folder(folder, prefix="", depth=0)
        finally:
            os.close(folder)

    def _folder(self, descriptor: int, *, prefix: str, depth: int) -> Iterator[FileStamp]:
        """The files of an open folder, then those of the folders in it."""
        names: list[str] = []
        try:
            with os.scandir(descriptor) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    if stamp := self._entry(entry, prefix + entry.name, folders=names):
                        yield stamp
        except OSError as error:  # a broken disk, a network folder that went away
            self._skip(prefix.rstrip("/") or ".", f"The folder cannot be read to its end: {_why(error)}.")
        for name in names:
            yield from self._subfolder(descriptor, name, prefix=prefix, depth=depth)

    def _entry(self, entry: os.DirEntry[str], path: str, *, folders: list[str]) -> FileStamp | None:
        """The stamp of an entry that is a file to read; the name of a folder joins `folders`."""
        try:
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.name)
            elif path.lower().endswith(SUFFIXES):
                return self._file(entry, path)
            elif entry.is_symlink() and entry.is_dir():
                self._skip(path, "A folder behind a symbolic link is not read.")
        except FileNotFoundError:
            return None
        except OSError as error:  # a link to itself
            self._skip(path, f"It cannot be looked at: {_why(error)}.")
        return None

    def _file(self, entry: os.DirEntry[str], path: str) -> FileStamp | None:
        status = entry.stat(follow_symlinks=False)
        problem = _problem(status)
        if problem is None and not _is_utf8(path):
            problem = "The file's name is not UTF-8."
        if problem:
            self._skip(path, problem, status)
            return None
        self.files += 1
        return FileStamp(path=path, size=status.st_size, mtime_ns=min(status.st_mtime_ns, _LATEST_NS))

    def _subfolder(self, parent: int, name: str, *, prefix: str, depth: int) -> Iterator[FileStamp]:
        path = prefix + name
        if depth >= MAX_DEPTH:
            self._skip(path, f"Folders are read {MAX_DEPTH} deep.")
            return
        try:
            descriptor = os.open(name, _OPEN_FOLDER, dir_fd=parent)
        except FileNotFoundError:
            return
        except OSError as error:
            self._skip(path, f"The folder cannot be opened: {_why(error)}.")
            return
        try:
            yield from self._folder(descriptor, prefix=f"{path}/", depth=depth + 1)
        finally:
            os.close(descriptor)

    def _skip(self, path: str, problem: str, status: os.stat_result | None = None) -> None:
        shown = path if _is_utf8(path) else os.fsencode(path).decode("utf-8", "replace")
        size, mtime_ns = (status.st_size, status.st_mtime_ns) if status else (0, 0)
        self.skipped.append(FileStamp(path=shown, size=size, mtime_ns=mtime_ns, problem=problem))


def _problem(status: os.stat_result) -> str | None:
    """Why a file is not read; the kinds of file that could lead out of the folder, or never end."""
    if stat.S_ISLNK(status.st_mode):
        return "A symbolic link is not read."
    if not stat.S_ISREG(status.st_mode):
        return "It is no regular file."
    if status.st_nlink > 1:
        return "A file with several names (hard links) is not read."
    return _TOO_LARGE if status.st_size > MAX_FILE_BYTES else None


@contextmanager
def _opened_below(root: Path, folders: list[str]) -> Iterator[int]:
    """The innermost of `folders`, opened one below the other."""
    descriptor = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        for name in folders:
            below = os.open(name, _OPEN_FOLDER, dir_fd=descriptor)
            os.close(descriptor)
            descriptor = below
        yield descriptor
    finally:
        os.close(descriptor)


def _read_up_to(descriptor: int, limit: int, *, likely: int) -> bytes:
    """At most `limit` bytes. Read in pieces of the `likely` size: room for more would be made, and given back."""
    parts: list[bytes] = []
    while limit > 0 and (part := os.read(descriptor, min(limit, likely + 1))):
        parts.append(part)
        limit -= len(part)
    return b"".join(parts)


def _is_utf8(path: str) -> bool:
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _why(error: OSError | UnicodeEncodeError) -> str:
    if isinstance(error, UnicodeEncodeError):
        return "its name is not UTF-8"
    match error.errno:
        case errno.ENOENT:
            return "it is not there"
        case errno.ELOOP | errno.ENOTDIR:
            return "it is no folder, or a symbolic link"
        case _:
            return (error.strerror or str(error)).lower()
