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
        summarizer.base bot.models bot.ports bot.errors bot.texts
    """,
    1: """
        summarizer.checks.answers summarizer.checks.dates summarizer.checks.grounding summarizer.checks.guardrails
        summarizer.checks.lexicon summarizer.checks.names summarizer.checks.quantities summarizer.chinese
        summarizer.detector
        summarizer.extractive.boilerplate summarizer.extractive.ranking summarizer.extractive.weights
        summarizer.language summarizer.limits summarizer.model.batching summarizer.model.catalog summarizer.prompts
        summarizer.extractive.line_patterns summarizer.scripts summarizer.words.loader summarizer.words.patterns
        summarizer.sentences summarizer.server.pool summarizer.server.replies summarizer.server.wire
        bot.clock
        bot.env_file
        bot.news.addresses bot.news.batches bot.news.block_media bot.news.block_writer bot.news.blocks
        bot.news.charset bot.news.clean
        bot.news.dates bot.news.discovery bot.news.entry bot.news.feed_hints bot.news.feeds bot.news.front_matter
        bot.news.feed_entry
        bot.news.html_elements bot.news.html_media bot.news.intervals bot.news.json_feed bot.news.opml bot.news.pace
        bot.news.page bot.news.page_meta bot.news.block_parts bot.news.html_embeds bot.news.plan bot.news.posts
        bot.news.reports bot.news.responses bot.news.stories bot.news.urls bot.media.images bot.media.card_design
        bot.media.card_background bot.media.choice bot.news.page_pictures bot.digest.illustrate
        bot.digest.article_html bot.digest.draw
        bot.digest.markup bot.digest.phrases bot.digest.pick bot.digest.plan bot.digest.render_article
        bot.news.sketches bot.news.page_lacks bot.news.page_text bot.news.page_title bot.news.page_words
        bot.news.redirectors bot.news.sites bot.news.full_text bot.news.marks
        bot.digest.render_classic bot.digest.render_rich bot.digest.rich_budget bot.digest.schedule
        bot.delivery.decisions bot.delivery.ladder bot.delivery.limiter bot.delivery.notices bot.delivery.policy
        bot.chat.cards
        bot.chat.errors bot.chat.keyboards bot.chat.lookup bot.chat.places bot.chat.presses bot.chat.quotas
        bot.chat.wording
    """,
    2: """
        bot.data_folder bot.memory bot.ticking summarizer.extractive.engine summarizer.fallback summarizer.server.client
        summarizer.model.files summarizer.model.process bot.config bot.logs bot.news.archive bot.news.guard
        bot.news.parsing bot.news.sources_file bot.chat.access bot.chat.requests bot.chat.sender bot.chat.webhook
        bot.media.fonts
    """,
    3: """
        bot.stats summarizer.factory summarizer.server.engine summarizer.server.check summarizer.server.texts
        summarizer.model.generation summarizer.model.supervisor summarizer.model.loading summarizer.model.worker
        summarizer.model.engine bot.news.adding bot.news.complete bot.news.entry_keys bot.news.fetch bot.news.links
        bot.news.load bot.news.post_keys bot.media.cards
        bot.media.thumbnails bot.digest.pictures bot.digest.summaries bot.digest.summary_queue bot.digest.reschedule
        bot.digest.ahead bot.digest.compose bot.delivery.uploads bot.delivery.way bot.delivery.judge
        bot.delivery.deliver bot.chat.receiving bot.news.folder
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
        bot.console bot.exits bot.model_commands bot.play bot.one_shot bot.opml_commands bot.source_commands bot.doctor
        bot.cli bot.__main__
    """,
}
FLOORS: dict[str, int] = {name: level for level, names in _FLOORS.items() for name in names.split()}

# Libraries that only the named modules (or modules below them) may import.
ONLY_IN: dict[str, tuple[str, ...]] = {
    "telegram": ("bot.chat",),
    "sqlite_utils": ("bot.store",),
    "sqlite3": ("bot.store",),
    "httpx": ("bot.news.fetch", "bot.news.guard", "summarizer.server.client", "bot.chat", "bot.playground"),
    "httpx_aiohttp": ("bot.news.fetch", "bot.news.guard", "summarizer.server.client", "bot.chat", "bot.playground"),
    "aiohttp": ("bot.news.fetch", "bot.news.guard", "summarizer.server.client", "bot.chat", "bot.playground"),
    "torch": ("summarizer.model.generation", "summarizer.model.loading"),
    "transformers": ("summarizer.model.generation", "summarizer.model.loading"),
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
    """`bot/news/feeds.py` -> `bot.news.feeds`; a package's face is the package's name."""
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
