"""Folders that hold what they should not: front matter that explodes, links that lead out. The rest is published."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.models.articles import ParsedArticle, ParseFailed
from bot.parsers.posts import archive
from bot.parsers.posts.front_matter import split_front_matter
from bot.parsers.posts.post import parse_post
from bot.store import Store
from tests.fakes import FakeClock
from tests.ingest.test_load import ScriptedFetcher, a_folder_spec, a_loader, added, write_post
from tests.watching import watched

BODY = "<p>The tide rose in the harbour on Monday.</p>"
ALIASES = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGES = "<<: &m\n  a: 1\n" + "".join(f"k{n}:\n  <<: [*m, *m]\n" for n in range(50))
FRONT_MATTERS = {
    "aliases": f"title: Tides\n{ALIASES}",
    "merges": f"title: Tides\n{MERGES}",
    "self": "title: Tides\na: &a [*a]\n",
    "python": "title: Tides\nx: !!python/object/apply:os.system ['touch /tmp/owned']\n",
    "binary": "title: Tides\nx: !!binary |\n  R0lGODlh\n",
    "tabs": "title: Tides\ncategories:\n\t- City\n\t- Harbour\n",
    "twice": "title: Ebb\ntitle: Tides\n",
    "dates": "title: Tides\ndate: 2026-13-45 99:99:99\nupdated: 99999999999999999999\n",
    "numbers": "title: Tides\ndate: 0x7fffffffffffffff\nlang: 1e999\n",
    "deep": "title: Tides\ntags: " + "[" * 5000 + "\n",
    "braces": "title: Tides\ntags: " + "{a: " * 4000 + "\n",
    "dashes": "title: Tides\ntags:\n  " + "- " * 5000 + "\n",
    "long": "title: Tides\nk: " + "v" * 500_000 + "\n",
    "keys": "title: Tides\n" + "".join(f"k{n}: v\n" for n in range(50_000)),
    "quotes": "title: Tides\nauthor: '" + '"' * 10_000 + "\n",
    "null-keys": "title: Tides\n? \n: x\n~: y\n[1, 2]: z\n{a: b}: c\n",
    "documents": "title: Tides\n%YAML 9.9\n%TAG ! tag:x\n",
}  # fmt: skip
MOMENT_SECONDS = 2.0  # of processor time, on a slow machine: the bombs take minutes where they go off


@pytest.mark.parametrize("name", sorted(FRONT_MATTERS))
def test_front_matter_that_explodes_elsewhere_is_read_in_a_moment(name: str) -> None:
    started = time.process_time()
    with watched("os.system", "subprocess.Popen", "open", "exec") as done:
        parts = split_front_matter(f"---\n{FRONT_MATTERS[name]}---\n{BODY}")
        parsed = parse_post(f"---\n{FRONT_MATTERS[name]}---\n{BODY}".encode(), stem=name)
    assert time.process_time() - started < MOMENT_SECONDS
    assert done == []
    assert str(parts.fields["title"]).startswith("Tides")
    assert isinstance(parsed, ParsedArticle)
    assert parsed.title.startswith("Tides")
    assert parsed.text == "The tide rose in the harbour on Monday."


@pytest.mark.parametrize(
    "text",
    [
        f"\ufeff---\ntitle: Tides\n---\n{BODY}",
        f"---\r\ntitle: Tides\r\n---\r\n{BODY}\r\n",
        f"---\rtitle: Tides\r---\r{BODY}",
        f"\n\n---  \ntitle: Tides\n---\t\n{BODY}",
        f"---\ntitle: Tides\n{BODY}",
        f"---\ntitle: Tides\n\n{BODY}",
        f"+++\ntitle = 'Tides'\n+++\n{BODY}",
    ],
)
def test_marks_line_ends_and_a_missing_end_change_nothing(text: str) -> None:
    parsed = parse_post(text.encode(), stem="x")
    assert isinstance(parsed, ParsedArticle)
    assert (parsed.title, parsed.text) == ("Tides", "The tide rose in the harbour on Monday.")


async def test_exploding_posts_are_published_or_reported_and_so_is_the_rest(
    store: Store, clock: FakeClock, tmp_path: Path
) -> None:
    folder = tmp_path / "posts"
    write_post(folder, "a.md", "First")
    for name, head in FRONT_MATTERS.items():
        (folder / f"{name}.md").write_text(f"---\n{head}---\n{BODY}")
    (folder / "empty.md").write_text("")
    (folder / "noise.md").write_bytes(bytes(range(256)) * 40)
    write_post(folder, "z.md", "Last")
    source = await added(store, a_folder_spec(folder))
    report = await a_loader(store, clock, ScriptedFetcher({})).refresh(source)
    assert (report.new, report.skipped, report.error) == (len(FRONT_MATTERS) + 2, 2, None)
    titles = {article.title for article in await store.articles.many(report.new_ids)}
    assert {"First", "Last"} <= titles


async def test_nothing_outside_of_the_folder_is_read_and_the_rest_is_published(
    store: Store, clock: FakeClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "posts"
    write_post(outside, "secret.md", "Secret")
    write_post(folder, "a.md", "First")
    write_post(folder, "deep/b.md", "Second")
    write_post(folder, "vanishing.md", "Gone")
    (folder / "link.md").symlink_to(outside / "secret.md")
    (folder / "up.md").symlink_to("../outside/secret.md")
    (folder / "linked").symlink_to(outside)
    os.link(outside / "secret.md", folder / "hard.md")
    os.mkfifo(folder / "pipe.md")
    (folder / os.fsdecode(b"caf\xe9.md")).write_text("x")
    with (folder / "large.md").open("wb") as file:
        file.truncate(1_000_000_000)
    real = archive.read_files

    def vanishing(root: Path, relatives: Sequence[str]) -> list[bytes | ParseFailed]:
        (folder / "vanishing.md").unlink(missing_ok=True)
        return real(root, relatives)

    monkeypatch.setattr(archive, "read_files", vanishing)
    source = await added(store, a_folder_spec(folder))
    with watched("open") as opened:
        report = await a_loader(store, clock, ScriptedFetcher({})).refresh(source)
    assert {article.title for article in await store.articles.many(report.new_ids)} == {"First", "Second"}
    assert report.skipped == 8
    assert len(report.notes) == 8
    touched = {Path(os.fsdecode(path)).name for _, path in opened if isinstance(path, str | bytes | os.PathLike)}
    assert not touched & {"link.md", "up.md", "linked", "hard.md", "pipe.md", "large.md", "secret.md", "outside"}
