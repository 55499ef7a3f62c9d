"""The import rules: floors, heavy libraries and the two faces. A new module must take its floor here."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# 0 values and seams, 1 pure decisions, 2 edges, 3 steps, 4 what people do, 5 the chat bot, 6 the whole, 7 commands.
_FLOORS: dict[int, str] = {
    0: """
        summarizer.base bot.models bot.models.ports bot.errors bot.texts
    """,
    1: """
        summarizer.answers summarizer.chinese summarizer.dates summarizer.grounding summarizer.guardrails
        summarizer.lexicon summarizer.limits summarizer.names summarizer.quantities
        summarizer.sentences summarizer.boilerplate summarizer.language summarizer.prompts summarizer.ranking
        summarizer.weights summarizer.catalog summarizer.batching summarizer.chat_replies
        summarizer.chat_wire summarizer.server_pool bot.clock
        bot.env_file
        bot.web.addresses bot.parsers.batches bot.parsers.html.block_media bot.parsers.html.block_writer bot.parsers.html.blocks
        bot.text.charset bot.text.clean
        bot.text.dates bot.parsers.feeds.discovery bot.parsers.feeds.entry bot.parsers.feeds.hints bot.parsers.feeds.xml_feed bot.parsers.posts.front_matter
        bot.parsers.feeds.xml_entry
        bot.parsers.html.elements bot.parsers.html.media bot.ingest.intervals bot.parsers.feeds.json_feed bot.parsers.feeds.opml bot.web.pace
        bot.parsers.pages.article bot.parsers.pages.meta bot.parsers.html.block_parts bot.parsers.html.embeds bot.ingest.plan bot.parsers.posts.post
        bot.ingest.reports bot.web.responses bot.stories.clusters bot.web.urls bot.pictures.images bot.pictures.card_design
        bot.pictures.card_background bot.parsers.html.picture_choice bot.parsers.pages.pictures bot.pictures.illustrate
        bot.render.article_html bot.digest.draw
        bot.text.markup bot.render.phrases bot.digest.pick bot.digest.plan bot.render.article
        bot.stories.sketches bot.parsers.pages.lacks bot.parsers.pages.text bot.parsers.pages.title bot.parsers.pages.words
        bot.web.redirectors bot.web.sites bot.parsers.pages.full_text bot.stories.identity
        bot.render.classic bot.render.rich bot.render.rich_budget bot.text.schedule
        bot.models.decisions bot.render.ladder bot.delivery.limiter bot.delivery.notices bot.delivery.policy
        bot.render.link_card
        bot.chat.errors bot.chat.keyboards bot.chat.lookup bot.text.time_zones bot.chat.presses bot.chat.quotas
        bot.chat.wording
    """,
    2: """
        bot.data_folder bot.memory bot.ticking summarizer.extractive summarizer.fallback summarizer.chat_client
        summarizer.model_files summarizer.model_process bot.config bot.logs bot.parsers.posts.archive bot.web.guard
        bot.parsers.pool bot.ingest.sources_file bot.chat.access bot.chat.requests bot.chat.sender bot.chat.webhook
        bot.pictures.fonts
    """,
    3: """
        bot.stats summarizer.factory summarizer.chat_api summarizer.chat_check summarizer.chat_texts
        summarizer.generation summarizer.model_keeper summarizer.model_loading summarizer.model_worker
        summarizer.transformer bot.ingest.adding bot.ingest.complete bot.ingest.entry_keys bot.web.fetch bot.ingest.links
        bot.ingest.load bot.ingest.post_keys bot.pictures.cards
        bot.pictures.thumbnails bot.pictures.gather bot.summaries.service bot.summaries.queue bot.digest.reschedule
        bot.summaries.ahead bot.digest.compose bot.delivery.uploads bot.delivery.way bot.delivery.judge
        bot.delivery.deliver bot.chat.receiving bot.ingest.folder
    """,
    4: """
        bot.chat.handlers.admin bot.chat.links bot.chat.services bot.chat.turn bot.chat.handlers.headlines
        bot.chat.handlers.link_summary bot.chat.handlers.membership bot.chat.handlers.preferences
        bot.chat.handlers.pressing
        bot.chat.handlers.settings bot.chat.handlers.start bot.chat.handlers.subscribe
    """,
    5: """
        bot.chat.application
    """,
    6: """
        bot.app
    """,
    7: """
        bot.commands.console bot.commands.exits bot.commands.model bot.commands.play bot.commands.one_shot bot.commands.opml bot.commands.sources bot.commands.doctor
        bot.cli bot.__main__
    """,
}
FLOORS: dict[str, int] = {name: level for level, names in _FLOORS.items() for name in names.split()}

# Libraries that only the named modules (or modules below them) may import.
ONLY_IN: dict[str, tuple[str, ...]] = {
    "telegram": ("bot.chat",),
    "sqlite_utils": ("bot.store",),
    "sqlite3": ("bot.store",),
    "httpx": ("bot.web.fetch", "bot.web.guard", "summarizer.chat_client", "bot.chat", "bot.playground"),
    "httpx_aiohttp": ("bot.web.fetch", "bot.web.guard", "summarizer.chat_client", "bot.chat", "bot.playground"),
    "aiohttp": ("bot.web.fetch", "bot.web.guard", "summarizer.chat_client", "bot.chat", "bot.playground"),
    "torch": ("summarizer.generation", "summarizer.model_loading"),
    "transformers": ("summarizer.generation", "summarizer.model_loading"),
    "starlette": ("bot.playground",),
    "uvicorn": ("bot.playground",),
}

# What floors 0 and 1 may not touch: they decide, they do not act.
IMPURE = {
    "os",
    "time",
    "random",
    "secrets",
    "socket",
    "asyncio",
    "subprocess",
    "threading",
    "shutil",
    "tempfile",
    "logging",
    "pathlib",
}
IMPURE_ALLOWED = {"bot.clock": {"asyncio", "time"}}  # it is the clock


def module_name(path: Path) -> str:
    """`bot/parsers/feeds/xml_feed.py` -> `bot.parsers.feeds.xml_feed`; a package's face is the package's name."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES = {
    module_name(path): path for package in ("bot", "summarizer") for path in sorted((ROOT / package).rglob("*.py"))
}
FACES = {"summarizer", "bot.store"}
# The store's modules stand together on floor 2 under their face, the playground's on a ground of their own.
FLOORS |= {name: 2 for name in MODULES if name.startswith(("bot.store", "bot.playground."))}
# Pure modules and steps may call their like on the same floor, and so may handlers and commands; circles are
# refused below.
SIDEWAYS_FLOORS = {0, 1, 3, 4, 7}


def imports(path: Path, *, nested: bool = True) -> Iterator[str]:
    """Every absolute module a file imports; without `nested` only at the top of the module."""
    tree = ast.parse(path.read_text("utf-8"))
    nodes = ast.walk(tree) if nested else iter(tree.body)
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            assert node.module is not None
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield full if full in MODULES else node.module


def is_within(module: str, places: tuple[str, ...]) -> bool:
    return any(module == place or module.startswith(place + ".") for place in places)


def test_every_module_has_a_floor() -> None:
    empty = {name for name, path in MODULES.items() if not path.read_text("utf-8").strip()}
    assert set(MODULES) - empty - FACES - set(FLOORS) == set()
    assert set(FLOORS) - set(MODULES) == set()


@pytest.mark.parametrize("module", sorted(set(MODULES) & set(FLOORS)))
def test_imports_only_from_lower_floors(module: str) -> None:
    here = FLOORS[module]
    for imported in set(imports(MODULES[module])):
        there = FLOORS.get(imported)
        if there is None:
            continue
        sideways = here in SIDEWAYS_FLOORS or is_within(module, ("bot.store", "bot.playground"))
        assert there < here or (there == here and sideways), f"{module} [{here}] imports {imported} [{there}]"


def test_no_import_goes_in_a_circle() -> None:
    graph = {name: {imported for imported in imports(path) if imported in MODULES} for name, path in MODULES.items()}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join((*trail, name))
        if name not in done:
            for imported in graph[name]:
                visit(imported, (*trail, name))
            done.add(name)

    for name in graph:
        visit(name, ())


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


@pytest.mark.parametrize("module", sorted(name for name, level in FLOORS.items() if level <= 1))
def test_low_floors_are_pure(module: str) -> None:
    used = {i.split(".")[0] for i in imports(MODULES[module])} & IMPURE
    assert not used - IMPURE_ALLOWED.get(module, set()), f"{module} imports {used}"
    source = MODULES[module].read_text("utf-8")
    for call in ("datetime.now(", "datetime.utcnow(", "date.today(", " open("):
        assert call not in source or module == "bot.clock", f"{module} calls {call}...)"
    assert "bot.clock" not in set(imports(MODULES[module]))


def test_package_faces_stay_empty() -> None:
    for name, path in MODULES.items():
        if path.name == "__init__.py" and name not in FACES:
            assert not path.read_text("utf-8").strip(), f"{name}/__init__.py is not empty"


def test_starting_the_bot_loads_neither_torch_nor_transformers() -> None:
    code = "import sys, bot.app; print(sorted({'torch', 'transformers', 'sklearn', 'playwright'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_command_line_starts_without_the_libraries_that_only_some_commands_need() -> None:
    heavy = "{'aiohttp', 'httpx', 'telegram', 'dateutil', 'sqlite_utils', 'PIL', 'torch', 'transformers'}"
    code = f"import sys, bot.cli; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# The playground's folders from the entry down: each imports itself and the folders of the lines below.
PLAYGROUND_ROOMS = ("bot.playground", "bot.playground.api bot.playground.page bot.playground.samples",
                    "bot.playground.world", "bot.playground.messages")  # fmt: skip


def test_the_playgrounds_folders_import_downwards_only() -> None:
    ranks = {room: rank for rank, rooms in enumerate(PLAYGROUND_ROOMS) for room in rooms.split()}
    for name in (name for name in MODULES if name.startswith("bot.playground.")):
        here = name.rpartition(".")[0] if name not in ranks else name
        for there in {i.rpartition(".")[0] for i in imports(MODULES[name]) if i.startswith("bot.playground.")}:
            assert there == here or ranks[there] > ranks[here], f"{name} imports from {there}"
