"""The rules of the house: which room may import which, what is pure, and which library lives where."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# The rooms from the ground up. A room imports from itself and from the rooms above its line here, never from below.
# Behind each stands which of its modules are pure: they decide, and touch neither clock, chance, environment, files
# nor network, and import only pure modules. What does not change while the program runs is no state: the modules of
# `READS_OWN_DATA` read data files of their package, once, and `ASKS_FOR_LIBRARY` asks which library is installed.
# `tests/test_purity.py` holds this. A module that stands by itself is a room of its own.
_ROOMS = """
    summarizer.scripts      pure
    summarizer.base         pure
    summarizer.chinese      pure
    summarizer.detector     pure
    summarizer.writing      pure
    summarizer.language     pure
    summarizer.words        pure
    summarizer.numbers      pure
    summarizer.sentences    pure
    summarizer.openings     pure
    summarizer.limits       pure
    summarizer.worth        pure
    summarizer.instructions pure
    summarizer.checks       pure
    summarizer.prompts      pure
    summarizer.extractive   pure but engine
    summarizer.model        pure but engine files generation loading process starting supervisor verifier \
                                     verifying worker
    summarizer.review       -
    summarizer.fallback     -
    summarizer.server       pure but check client conversation engine texts
    summarizer.factory      -
    summarizer              -
    bot.lean                -
    bot.text_keys           pure
    bot.errors              pure
    bot.texts               pure
    bot.models              pure
    bot.models.buttons      pure
    bot.text                pure
    bot.filters             pure
    bot.clock               -
    bot.env_file            pure
    bot.setting_values      pure
    bot.memory              -
    bot.ticking             -
    bot.data_folder         -
    bot.config              -
    bot.logs                -
    bot.web                 pure but answers failures fetch guard proxies
    bot.stories             pure
    bot.parsers.html        pure
    bot.parsers.feeds       pure
    bot.parsers.pages       pure
    bot.parsers.posts       pure but archive
    bot.parsers             pure but pool process worker
    bot.store.database      -
    bot.store.kept          -
    bot.store               -
    bot.render              pure
    bot.pictures            pure but cards fonts gather look_previews stats_chart tasks thumbnails
    bot.delivery            pure but decider deliver gateway simple_look tally uploads
    bot.ingest              pure but adding complete credentials earlier_pages folder identify links load sources_file
    bot.summaries           -
    bot.stats               -
    bot.digest              pure but alerting compose filtering gather recap reschedule shared why
    bot.owner               pure but announcer watch
    bot.publishing          pure but publisher
    bot.core                -
    bot.metrics             pure but health server serving watch
    bot.chat                pure but access application drafts files following keyboard_requests later lengthening \
                                     links location opening press_quotas receiving registration replanning requests \
                                     rights sender services state targets turn webhook whispers
    bot.chat.finding        -
    bot.chat.handlers       -
    bot.app                 -
    bot.playground.messages -
    bot.playground.world    -
    bot.playground.api      -
    bot.playground.page     -
    bot.playground.samples  -
    bot.playground          -
    bot.commands            -
    bot.cli                 -
    bot.__main__            -
"""

ROOMS = [(line.split()[0], line.split(maxsplit=1)[1]) for line in _ROOMS.strip().splitlines()]
ORDER = {room: number for number, (room, _) in enumerate(ROOMS)}

# Libraries that only the named rooms may import.
ONLY_IN: dict[str, tuple[str, ...]] = {
    "telegram": ("bot.chat",),
    "sqlite_utils": ("bot.store.database",),
    "sqlite3": ("bot.store",),
    "httpx": ("bot.web", "summarizer.server", "bot.chat"),
    "httpx_aiohttp": ("bot.web", "summarizer.server", "bot.chat"),
    "aiohttp": ("bot.web", "summarizer.server", "bot.chat"),
    "aiohttp_socks": ("bot.web",),
    "ahocorasick_rs": ("bot.filters",),
    "torch": ("summarizer.model",),
    "transformers": ("summarizer.model",),
    "prometheus_client": ("bot.metrics",),
    "tornado": ("bot.chat", "bot.metrics"),
    "starlette": ("bot.playground",),
    "uvicorn": ("bot.playground",),
}

MAX_LINES = 300
MAX_FUNCTION_LINES = 50  # forty are the aim; a `match` with many cases may need some more
MAX_FILES = 32  # about thirty
LONG_ON_PURPOSE = {"bot.store.database.migrations"}  # a list that only ever grows at its end


def module_name(path: Path) -> str:
    """`bot/web/urls.py` -> `bot.web.urls`; a package's face is the package's name."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES = {
    module_name(path): path for package in ("bot", "summarizer") for path in sorted((ROOT / package).rglob("*.py"))
}
FACES = {"summarizer", "bot.store", "bot.store.database"}


def room_of(module: str) -> str:
    """The room a module stands in: the longest name in the list that it begins with."""
    return max((room for room in ORDER if is_within(module, (room,))), key=len, default="")


def is_within(module: str, places: tuple[str, ...]) -> bool:
    return any(module == place or module.startswith(place + ".") for place in places)


def is_pure(module: str) -> bool:
    """Whether the list above calls the module pure."""
    room = room_of(module)
    rule, _, exceptions = dict(ROOMS).get(room, "").partition(" but ")
    return rule == "pure" and module.removeprefix(room + ".") not in exceptions.split()


@cache
def imports(path: Path, *, nested: bool = True) -> tuple[str, ...]:
    """Every absolute module a file imports; without `nested` only at the top of the module."""
    return tuple(_imports(path, nested=nested))


def _imports(path: Path, *, nested: bool) -> Iterator[str]:
    tree = ast.parse(path.read_text("utf-8"))
    for node in statements(tree) if nested else tree.body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            assert node.module is not None
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield full if full in MODULES else node.module


def statements(tree: ast.AST) -> Iterator[ast.AST]:
    """Every statement within, as `ast.walk` gives it, without what the statements are made of: a tenth of the nodes."""
    for name in ("body", "handlers", "orelse", "finalbody", "cases"):
        for node in getattr(tree, name, ()):
            yield node
            yield from statements(node)


def folder_of(module: str) -> str:
    """The folder a module's file lies in; a module at the root of a package stands for itself."""
    folder = MODULES[module].parent.relative_to(ROOT)
    return module if len(folder.parts) == 1 and module != folder.name else ".".join(folder.parts)


def circles(graph: dict[str, set[str]]) -> list[str]:
    """The first circle that a walk from each node meets, as text."""
    done: set[str] = set()
    found: list[str] = []

    def visit(name: str, trail: tuple[str, ...]) -> None:
        if name in trail:
            found.append(" -> ".join((*trail[trail.index(name) :], name)))
        elif name not in done:
            for imported in sorted(graph[name]):
                visit(imported, (*trail, name))
            done.add(name)

    for name in sorted(graph):
        visit(name, ())
    return found


def own_imports(module: str) -> set[str]:
    """The modules of this project that one of them imports."""
    return {imported for imported in imports(MODULES[module]) if imported in MODULES}


def test_every_module_stands_in_a_room_and_no_room_is_empty() -> None:
    rooms = {name: room_of(name) for name, path in MODULES.items() if path.read_text("utf-8").strip()}
    assert [name for name, room in rooms.items() if not room] == []
    assert set(ORDER) - set(rooms.values()) == set()
    assert list(ORDER) == [room for room, _ in ROOMS], "a room stands twice"


def test_the_exceptions_of_pure_rooms_are_modules() -> None:
    for room, rule in ROOMS:
        for name in rule.partition(" but ")[2].split():
            assert f"{room}.{name}" in MODULES, f"{room}: {name}"


@pytest.mark.parametrize("module", sorted(MODULES))
def test_imports_go_down_only(module: str) -> None:
    if not room_of(module):
        return
    for imported in sorted(own_imports(module)):
        assert ORDER[room_of(imported)] <= ORDER[room_of(module)], f"{module} imports {imported}"


def test_no_import_goes_in_a_circle() -> None:
    assert circles({name: own_imports(name) for name in MODULES}) == []


def test_no_folders_import_each_other_in_a_circle() -> None:
    graph: dict[str, set[str]] = {folder_of(name): set() for name in MODULES}
    for name in MODULES:
        graph[folder_of(name)] |= {folder_of(other) for other in own_imports(name)} - {folder_of(name)}
    assert circles(graph) == []


def test_modules_and_folders_are_small() -> None:
    lines = {name: len(path.read_text("utf-8").splitlines()) for name, path in MODULES.items()}
    assert {name: count for name, count in lines.items() if count > MAX_LINES}.keys() <= LONG_ON_PURPOSE
    folders = {path.parent for path in MODULES.values()}
    assert [str(folder) for folder in folders if len(list(folder.glob("*.py"))) > MAX_FILES] == []


def test_summarizer_knows_nothing_of_the_bot_and_is_taken_by_its_public_names() -> None:
    for name, path in MODULES.items():
        for imported in imports(path):
            if name.startswith("summarizer"):
                assert not imported.startswith("bot"), f"{name} imports {imported}"
            else:
                assert not imported.startswith("summarizer."), f"{name} imports {imported}: take it from `summarizer`"


def test_the_playground_takes_only_texts_from_the_bot() -> None:
    for name, path in MODULES.items():
        if is_within(name, ("bot.playground",)):
            foreign = {
                i for i in imports(path) if i.startswith("bot.") and not is_within(i, ("bot.playground", "bot.texts"))
            }
            assert not foreign, f"{name} imports {foreign}"


@pytest.mark.parametrize("library", sorted(ONLY_IN))
def test_library_stays_in_its_place(library: str) -> None:
    for name, path in MODULES.items():
        if not is_within(name, ONLY_IN[library]):
            used = {i for i in imports(path) if i == library or i.startswith(library + ".")}
            assert not used, f"{name} imports {used}"


def test_the_models_libraries_are_imported_only_inside_functions() -> None:
    for name, path in MODULES.items():
        top = {i.split(".")[0] for i in imports(path, nested=False)}
        assert not top & {"torch", "transformers"}, name


def test_functions_are_short() -> None:
    long = {
        f"{name}.{node.name}"
        for name, path in MODULES.items()
        for node in statements(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and name not in LONG_ON_PURPOSE
        if (node.end_lineno or 0) - node.lineno >= MAX_FUNCTION_LINES
    }
    assert long == set()


def test_package_faces_stay_empty() -> None:
    for name, path in MODULES.items():
        if path.name == "__init__.py" and name not in FACES:
            assert not path.read_text("utf-8").strip(), f"{name}/__init__.py is not empty"


def test_starting_the_bot_loads_neither_torch_nor_transformers() -> None:
    heavy = "{'torch', 'transformers', 'sklearn', 'playwright', 'prometheus_client'}"
    code = f"import sys, bot.app; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_command_line_starts_without_the_libraries_that_only_some_commands_need() -> None:
    heavy = "{'aiohttp', 'httpx', 'telegram', 'dateutil', 'sqlite_utils', 'PIL', 'torch', 'prometheus_client'}"
    code = f"import sys, bot.cli; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
