from __future__ import annotations

import os
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.models.articles import ParseFailed
from bot.models.sources import FileStamp
from bot.parsers.posts.archive import MAX_DEPTH, MAX_FILE_BYTES, Walk, is_gone, packed, read_files, unpacked


@dataclass(frozen=True, kw_only=True)
class FolderScan:
    """What a walk found, beside the stamps known before."""

    changed: tuple[FileStamp, ...] = ()
    skipped: tuple[FileStamp, ...] = ()
    unchanged: int = 0
    problem: str | None = None


def scan(root: Path, known: Mapping[str, FileStamp]) -> FolderScan:
    """The whole walk, as `folder` orders it."""
    walk = Walk(root)
    marks = {stamp.path: (stamp.size, stamp.mtime_ns) for stamp in known.values()}
    changed = [stamp for stamp in walk.stamps() if marks.get(stamp.path) != (stamp.size, stamp.mtime_ns)]
    return FolderScan(
        changed=tuple(map(unpacked, sorted(map(packed, changed)))),
        skipped=tuple(sorted(walk.skipped, key=lambda stamp: stamp.path)),
        unchanged=walk.files - len(changed),
        problem=walk.problem,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "posts"
    (root / "2021" / "03").mkdir(parents=True)
    (root / "a.md").write_text("a")
    (root / "2021" / "b.markdown").write_text("bb")
    (root / "2021" / "03" / "c.TXT").write_text("ccc")
    for path in root.rglob("*.*"):
        os.utime(path, ns=(1_000, 1_000))
    return root


def known_after(found: FolderScan) -> dict[str, FileStamp]:
    return {stamp.path: stamp for stamp in found.changed}


def problems(found: FolderScan) -> dict[str, str | None]:
    return {stamp.path: stamp.problem for stamp in found.skipped}


def test_text_files_are_found_in_depth_and_by_path(folder: Path) -> None:
    (folder / "picture.jpg").write_bytes(b"x")
    found = scan(folder, {})
    assert [(stamp.path, stamp.size) for stamp in found.changed] == [
        ("2021/03/c.TXT", 3),
        ("2021/b.markdown", 2),
        ("a.md", 1),
    ]
    assert (found.skipped, found.unchanged, found.problem) == ((), 0, None)


def test_of_changed_files_the_oldest_come_first(folder: Path) -> None:
    os.utime(folder / "2021" / "b.markdown", ns=(2_000, 2_000))
    assert [stamp.path for stamp in scan(folder, {}).changed] == ["2021/03/c.TXT", "a.md", "2021/b.markdown"]


@pytest.mark.parametrize("mtime_ns", [-(2**63), -1, 0, 2**63 - 1])
def test_a_packed_stamp_comes_back_whole(mtime_ns: int) -> None:
    stamp = FileStamp(path="2021/ü 港.md", size=MAX_FILE_BYTES, mtime_ns=mtime_ns)
    assert unpacked(packed(stamp)) == stamp


def test_packed_stamps_sort_by_time_then_path() -> None:
    stamps = [
        FileStamp(path="b", size=1, mtime_ns=-5),
        FileStamp(path="a", size=9, mtime_ns=7),
        FileStamp(path="a.md", size=1, mtime_ns=7),
        FileStamp(path="ü", size=1, mtime_ns=7),
        FileStamp(path="a", size=1, mtime_ns=2**40),
    ]
    assert list(map(unpacked, sorted(map(packed, reversed(stamps))))) == stamps


def test_an_entry_that_cannot_be_looked_at_costs_itself_alone(folder: Path) -> None:
    (folder / "loop").symlink_to("loop")
    found = scan(folder, {})
    assert len(found.changed) == 3
    assert problems(found) == {"loop": "It cannot be looked at: it is no folder, or a symbolic link."}


def test_a_time_beyond_what_can_be_counted_is_the_last_that_can(folder: Path) -> None:
    year_2400 = 13_569_465_600
    os.utime(folder / "a.md", (year_2400, year_2400))
    found = scan(folder, {})
    assert {stamp.path: stamp.mtime_ns for stamp in found.changed}["a.md"] == 2**63 - 1
    assert scan(folder, known_after(found)) == FolderScan(unchanged=3)


def test_a_folder_that_breaks_while_it_is_listed_costs_what_is_left_of_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real_scandir = os.scandir

    @contextmanager
    def breaking(descriptor: int) -> Iterator[Iterator[os.DirEntry[str]]]:
        def listing() -> Iterator[os.DirEntry[str]]:
            entries = list(real_scandir(descriptor))
            yield from entries
            if any(entry.name == "b.markdown" for entry in entries):
                raise OSError(5, "Input/output error")

        yield listing()

    monkeypatch.setattr(os, "scandir", breaking)
    found = scan(folder, {})
    assert len(found.changed) == 3
    assert problems(found) == {"2021": "The folder cannot be read to its end: input/output error."}


def test_unchanged_files_are_recognised_without_being_read(folder: Path) -> None:
    known = known_after(scan(folder, {}))
    for path in known:
        (folder / path).chmod(0)
    assert scan(folder, known) == FolderScan(unchanged=3)


def test_a_change_of_time_or_size_shows(folder: Path) -> None:
    known = known_after(scan(folder, {}))
    os.utime(folder / "a.md", ns=(1, 1))
    stamp = (folder / "2021" / "b.markdown").stat()
    (folder / "2021" / "b.markdown").write_text("longer")
    os.utime(folder / "2021" / "b.markdown", ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    found = scan(folder, known)
    assert {stamp.path for stamp in found.changed} == {"2021/b.markdown", "a.md"}
    assert found.unchanged == 1


def test_a_file_that_gave_no_article_is_not_read_again(folder: Path) -> None:
    known = {
        path: FileStamp(path=path, size=stamp.size, mtime_ns=stamp.mtime_ns, problem="The file is empty.")
        for path, stamp in known_after(scan(folder, {})).items()
    }
    assert scan(folder, known).unchanged == 3


def test_hidden_files_and_folders_are_passed_over(folder: Path) -> None:
    (folder / ".draft.md").write_text("x")
    (folder / ".git").mkdir()
    (folder / ".git" / "x.md").write_text("x")
    assert len(scan(folder, {}).changed) == 3


def test_links_pipes_sockets_and_large_files_are_skipped_with_the_reason(
    folder: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text("secret")
    (folder / "link.md").symlink_to(outside / "secret.md")
    (folder / "linked").symlink_to(outside)
    os.link(outside / "secret.md", folder / "hard.md")
    os.mkfifo(folder / "pipe.md")
    (folder / "dangling.md").symlink_to("nowhere")
    with (folder / "large.md").open("wb") as file:
        file.truncate(1_000_000_000)
    listener = socket.socket(socket.AF_UNIX)
    request.addfinalizer(listener.close)
    monkey = os.getcwd()
    os.chdir(folder)
    request.addfinalizer(lambda: os.chdir(monkey))
    listener.bind("socket.md")
    found = scan(folder, {})
    assert problems(found) == {
        "link.md": "A symbolic link is not read.",
        "dangling.md": "A symbolic link is not read.",
        "linked": "A folder behind a symbolic link is not read.",
        "hard.md": "A file with several names (hard links) is not read.",
        "pipe.md": "It is no regular file.",
        "socket.md": "It is no regular file.",
        "large.md": "The file is larger than 1 MB.",
    }
    assert len(found.changed) == 3


def test_names_that_are_not_utf8_are_skipped(folder: Path) -> None:
    (folder / os.fsdecode(b"caf\xe9.md")).write_text("x")
    assert problems(scan(folder, {})) == {"caf�.md": "The file's name is not UTF-8."}


def test_a_chain_of_folders_ends_somewhere(folder: Path) -> None:
    deep = folder
    for _ in range(MAX_DEPTH + 2):
        deep = deep / "d"
        deep.mkdir()
    (deep / "x.md").write_text("x")
    found = scan(folder, {})
    assert list(problems(found).values()) == ["Folders are read 32 deep."]
    assert len(found.changed) == 3


@pytest.mark.skipif(os.geteuid() == 0, reason="root opens every folder")
def test_a_folder_that_may_not_be_opened_is_skipped(folder: Path) -> None:
    (folder / "2021").chmod(0)
    found = scan(folder, {})
    (folder / "2021").chmod(0o700)
    assert problems(found) == {"2021": "The folder cannot be opened: permission denied."}


def test_a_folder_swapped_for_a_link_is_not_followed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real_open = os.open

    def swapping_open(path: str | Path, flags: int, *args: int, dir_fd: int | None = None) -> int:
        if path == "2021":
            (folder / "2021").rename(folder / ".moved")
            (folder / "2021").symlink_to("/")
        return real_open(path, flags, *args, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", swapping_open)
    found = scan(folder, {})
    assert problems(found) == {"2021": "The folder cannot be opened: it is no folder, or a symbolic link."}
    assert [stamp.path for stamp in found.changed] == ["a.md"]


def test_files_and_folders_that_vanish_meanwhile_are_no_trouble(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real_open = os.open
    real_scandir = os.scandir

    def vanishing_open(path: str | Path, flags: int, *args: int, dir_fd: int | None = None) -> int:
        if path == "2021":
            raise FileNotFoundError(2, "No such file or directory")
        return real_open(path, flags, *args, dir_fd=dir_fd)

    class Vanishing:
        def __init__(self, descriptor: int) -> None:
            self._entries = real_scandir(descriptor)

        def __enter__(self) -> Iterator[os.DirEntry[str]]:
            return self._walk()

        def __exit__(self, *_: object) -> None:
            self._entries.close()

        def _walk(self) -> Iterator[os.DirEntry[str]]:
            for entry in self._entries:
                if entry.name == "a.md":
                    (folder / "a.md").unlink()
                yield entry

    monkeypatch.setattr(os, "open", vanishing_open)
    monkeypatch.setattr(os, "scandir", Vanishing)
    assert scan(folder, {}) == FolderScan()


@pytest.mark.parametrize(
    ("name", "reason"), [("nowhere", "it is not there"), ("posts/a.md", "it is no folder, or a symbolic link")]
)
def test_a_folder_that_cannot_be_walked_is_a_clear_problem(folder: Path, name: str, reason: str) -> None:
    root = folder.parent / name
    assert scan(root, {"a.md": FileStamp(path="a.md", size=1, mtime_ns=1)}) == FolderScan(
        problem=f"The folder {root} cannot be opened: {reason}."
    )


def read_file(root: Path, relative: str) -> bytes | ParseFailed:
    [found] = read_files(root, [relative])
    return found


def test_the_root_itself_may_be_a_link(folder: Path) -> None:
    (folder.parent / "alias").symlink_to(folder)
    assert len(scan(folder.parent / "alias", {}).changed) == 3
    assert read_file(folder.parent / "alias", "a.md") == b"a"


def test_a_file_is_read_whole(folder: Path) -> None:
    assert read_file(folder, "2021/03/c.TXT") == b"ccc"
    (folder / "full.md").write_bytes(b"x" * MAX_FILE_BYTES)
    full = read_file(folder, "full.md")
    assert isinstance(full, bytes)
    assert len(full) == MAX_FILE_BYTES


@pytest.mark.parametrize(
    "path", ["../outside.md", "/etc/passwd", "2021/../a.md", "", "a\0b.md", "2021//b.markdown", "."]
)
def test_a_path_out_of_the_folder_is_refused(folder: Path, path: str) -> None:
    assert read_file(folder, path) == ParseFailed(reason="The path leads out of the folder.")


def test_files_are_read_in_their_order_and_one_that_cannot_be_leaves_the_others(folder: Path) -> None:
    gone = ParseFailed(reason="The file cannot be read: it is not there.")
    outside = ParseFailed(reason="The path leads out of the folder.")
    names = ["2021/03/c.TXT", "2021/03/gone.md", "a.md", "gone/x.md", "../a.md", "..", "2021/03/c.TXT"]
    assert read_files(folder, names) == [b"ccc", gone, b"a", gone, outside, outside, b"ccc"]


def test_what_became_a_link_pipe_or_large_file_after_the_walk_is_not_read(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("secret")
    (folder / "link.md").symlink_to(tmp_path / "secret.md")
    (folder / "linked").symlink_to(tmp_path)
    os.link(tmp_path / "secret.md", folder / "hard.md")
    os.mkfifo(folder / "pipe.md")
    (folder / "large.md").write_bytes(b"x" * (MAX_FILE_BYTES + 1))
    assert {
        name: read_file(folder, name) for name in ("link.md", "linked/secret.md", "hard.md", "pipe.md", "large.md")
    } == {
        "link.md": ParseFailed(reason="The file cannot be read: it is no folder, or a symbolic link."),
        "linked/secret.md": ParseFailed(reason="The file cannot be read: it is no folder, or a symbolic link."),
        "hard.md": ParseFailed(reason="A file with several names (hard links) is not read."),
        "pipe.md": ParseFailed(reason="It is no regular file."),
        "large.md": ParseFailed(reason="The file is larger than 1 MB."),
    }


def test_a_file_that_grows_while_it_is_read_stops_at_the_cap(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "grown.md").write_bytes(b"x" * (MAX_FILE_BYTES + 1))
    monkeypatch.setattr("bot.parsers.posts.archive._problem", lambda status: None)
    assert read_file(folder, "grown.md") == ParseFailed(reason="The file is larger than 1 MB.")


def test_missing_folders_and_odd_names_have_their_reasons(folder: Path) -> None:
    assert read_file(folder, "gone.md") == ParseFailed(reason="The file cannot be read: it is not there.")
    assert read_file(folder, "gone/x.md") == ParseFailed(reason="The file cannot be read: it is not there.")
    assert read_file(folder, "\ud800.md") == ParseFailed(reason="The file cannot be read: its name is not UTF-8.")
    assert read_file(folder, "2021") == ParseFailed(reason="It is no regular file.")
    assert read_file(folder, "x" * 300) == ParseFailed(reason="The file cannot be read: file name too long.")


def test_no_descriptor_is_left_open(folder: Path) -> None:
    (folder / "link.md").symlink_to("a.md")
    before = set(os.listdir("/dev/fd"))
    scan(folder, {})
    for path in ("a.md", "link.md", "gone/x.md", "2021/03/c.TXT", "2021"):
        read_file(folder, path)
    assert len(os.listdir("/dev/fd")) == len(before)


def test_a_file_is_gone_only_where_none_can_be_there(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "post.md").write_text("x")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert not is_gone(tmp_path, "a/post.md")
    assert not is_gone(tmp_path, "b/post.md")  # not looked behind
    assert is_gone(tmp_path, "a/other.md")
    assert is_gone(tmp_path, "c/post.md")
