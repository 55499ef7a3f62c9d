"""Pure modules decide and do not act: what they may import and call, and which data they may read."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.test_architecture import FACES, MODULES, imports, is_pure, is_within, room_of, statements

# What pure modules may not import, nor anything within: a dotted name is refused alone, its package is not.
IMPURE = {
    *("time", "random", "secrets", "uuid", "os", "platform", "getpass", "logging", "signal", "bot.clock"),
    *("pathlib", "shutil", "tempfile", "glob", "fileinput", "mmap", "sqlite3", "builtins"),
    *("importlib", "pkgutil", "runpy", "ctypes"),
    *("socket", "ssl", "select", "http.client", "http.server", "urllib.request", "ftplib", "smtplib"),
    *("asyncio", "subprocess", "threading", "multiprocessing", "concurrent"),
}
# Of io, pure modules take the streams in memory.
IN_MEMORY = {"BytesIO", "StringIO"}
# Calls by which a file is read or written, as functions or as methods of whatever object.
FILE_CALLS = {
    "open",
    "fdopen",
    "open_code",
    "read_text",
    "read_bytes",
    "write_text",
    "write_bytes",
    "iterdir",
    "FileIO",
}
# Calls that read the clock, or import what the list above does not see.
OTHER_CALLS = {"now", "utcnow", "today", "__import__", "import_module", "exec", "eval"}

# Pure modules that read data files of their package through importlib.resources and cache what they made of them.
READS_OWN_DATA = {
    "bot.stories.acts",
    "bot.stories.sketches",
    "bot.text.cities",
    "bot.text.clock_zones",
    "bot.text.word_files",
    "bot.text.zone_names",
    "bot.texts",
    "summarizer.chinese",
    "summarizer.extractive.weights",
    "summarizer.words.common",
    "summarizer.words.loader",
}
ASKS_FOR_LIBRARY = {"summarizer.detector"}

PURE = sorted(name for name in MODULES if room_of(name) and is_pure(name))


def allowed_imports(module: str) -> set[str]:
    """What a pure module may import although IMPURE holds it."""
    return {
        *({"importlib.resources"} if module in READS_OWN_DATA else ()),
        *({"importlib.util"} if module in ASKS_FOR_LIBRARY else ()),
    }


def impurities(source: str, *, allowed: Iterable[str] = ()) -> Iterator[str]:
    """What a module imports or calls that a pure one may not."""
    reads_data = "importlib.resources" in allowed
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            names = []
        for name in names:
            is_refused = is_within(name, tuple(IMPURE)) and not is_within(name, tuple(allowed))
            if is_refused or (name.startswith("io.") and name.removeprefix("io.") not in IN_MEMORY):
                yield f"imports {name}"
        if isinstance(node, ast.Attribute) and last_name(node.value) == "io" and node.attr not in IN_MEMORY:
            yield f"uses io.{node.attr}"
        if isinstance(node, ast.Call):
            called = last_name(node.func)
            is_data = reads_data and called in {"read_text", "iterdir"}
            if called in OTHER_CALLS or (called in FILE_CALLS and not is_data and not is_in_memory(node)):
                yield f"calls {called}"


def last_name(node: ast.expr) -> str:
    """`read` of `a.b.read`; empty for what has no name."""
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def is_in_memory(call: ast.Call) -> bool:
    """Whether a call reads a stream in memory: `Image.open(io.BytesIO(data))`."""
    first = call.args[0] if call.args else None
    return isinstance(first, ast.Call) and ast.unparse(first.func).removeprefix("io.") in IN_MEMORY


@pytest.mark.parametrize("module", PURE)
def test_pure_modules_decide_and_do_not_act(module: str) -> None:
    found = list(impurities(MODULES[module].read_text("utf-8"), allowed=allowed_imports(module)))
    assert found == [], f"{module}: {found}"


@pytest.mark.parametrize(
    "source",
    [
        *("import os", "import os.path as p", "from os import environ", "from pathlib import Path", "import time"),
        *("import urllib.request", "from urllib import request", "from urllib.request import urlopen"),
        *("from importlib import resources", "import importlib.resources", "import importlib"),
        *("import io; io.open('x')", "from io import open", "from io import FileIO", "import io; io.FileIO('x')"),
        *("open('x')", "x = [open(name) for name in names]", "path.read_text()", "path.read_bytes()", "path.open()"),
        *("datetime.now()", "datetime.datetime.now(tz=UTC)", "date.today()", "__import__('os')"),
    ],
)
def test_every_spelling_of_an_impurity_is_refused(source: str) -> None:
    assert list(impurities(source)) != []


@pytest.mark.parametrize(
    "source",
    ["import io; Image.open(io.BytesIO(data))", "from urllib.parse import urlsplit", "from io import StringIO"],
)
def test_streams_in_memory_and_parts_of_addresses_are_pure(source: str) -> None:
    assert list(impurities(source)) == []


def test_modules_that_read_data_of_their_package_are_pure_and_keep_what_they_read() -> None:
    for module in READS_OWN_DATA:
        used = set(imports(MODULES[module]))
        assert is_pure(module), module
        assert "importlib" in used, f"{module} reads no data"
        assert re.search(r"^@(?:lru_)?cache\b", MODULES[module].read_text("utf-8"), re.MULTILINE), module
    assert all(is_pure(module) for module in ASKS_FOR_LIBRARY)


@cache
def origins(face: str) -> dict[str, str]:
    """Where the names that a face passes on are defined."""
    tree = ast.parse(MODULES[face].read_text("utf-8"))
    froms = [node for node in statements(tree) if isinstance(node, ast.ImportFrom) and node.module]
    return {alias.asname or alias.name: node.module or "" for node in froms for alias in node.names}


def own_imports(path: Path) -> Iterator[str]:
    """The modules of ours that a file imports from, those behind a face in place of the face."""
    for node in statements(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module in FACES:
            yield from (origins(node.module).get(alias.name, node.module) for alias in node.names)
    yield from (name for name in imports(path) if name in MODULES and name not in FACES)


@pytest.mark.parametrize("module", PURE)
def test_pure_modules_import_pure_modules_only(module: str) -> None:
    assert {name for name in own_imports(MODULES[module]) if not is_pure(name)} == set()
