"""The files for running Tidings elsewhere fit the program: the unit, the composition, the image, the dashboard."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from prometheus_client import CollectorRegistry, ProcessCollector

from bot.commands.exits import EXIT_TOKEN_REFUSED, EXIT_USAGE
from bot.config import Settings
from bot.metrics.families import FiguresCollector
from tests.metrics.test_page import some_figures

ROOT = Path(__file__).parent.parent
UNIT = (ROOT / "deploy" / "tidings.service").read_text("utf-8")
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
DASHBOARD = json.loads((ROOT / "deploy" / "grafana.json").read_text("utf-8"))
NAMES = {name.upper() for name in Settings.model_fields}
OF_OTHERS = {"HOME", "HF_HOME", "PATH", "PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE"}


def metric_names() -> set[str]:
    """Every name that `/metrics` may serve, with those that a source, an engine or a reason brings."""
    registry = CollectorRegistry()
    registry.register(FiguresCollector(some_figures()))
    ProcessCollector(namespace="tidings", registry=registry)
    return {sample.name for family in registry.collect() for sample in family.samples}


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd-analyze")
def test_systemd_takes_the_unit_and_finds_it_little_exposed(tmp_path: Path) -> None:
    path = tmp_path / "tidings.service"
    path.write_text(UNIT.replace("/opt/tidings/bin/tidings", "/bin/true"))
    verified = subprocess.run(["systemd-analyze", "verify", path], capture_output=True, text=True)
    assert (verified.returncode, verified.stderr) == (0, "")
    judged = ["systemd-analyze", "security", "--offline=yes", "--threshold=15", str(path)]
    assert subprocess.run(judged, capture_output=True).returncode == 0


def test_the_unit_does_not_restart_what_no_restart_helps() -> None:
    assert f"RestartPreventExitStatus={EXIT_USAGE} {EXIT_TOKEN_REFUSED}\n" in UNIT


def test_the_unit_and_the_image_set_only_settings_that_there_are() -> None:
    in_unit = re.findall(r"([A-Z_]+)=\S", " ".join(re.findall(r"^(?:Environment|ExecStart)=(.*)$", UNIT, re.MULTILINE)))
    in_image = re.findall(r"^(?:ENV|   ) ([A-Z_]+)=", DOCKERFILE.partition("COPY --from=build")[2], re.MULTILINE)
    assert {"DATA_DIR", "SOURCES_FILE"} <= set(in_unit) & set(in_image)
    assert (set(in_unit) | set(in_image) | set(COMPOSE["services"]["bot"]["environment"])) - OF_OTHERS <= NAMES


def test_the_unit_sets_its_folders_over_a_file_of_settings_that_names_those_of_a_checkout() -> None:
    [command] = re.findall(r"^ExecStart=(.*)$", UNIT, re.MULTILINE)
    named = set(re.findall(r"^([A-Z_]+)=\S", (ROOT / ".env.example").read_text("utf-8"), re.MULTILINE))
    assert {"DATA_DIR", "SOURCES_FILE"} <= named
    assert {"DATA_DIR", "SOURCES_FILE"} <= set(re.findall(r"([A-Z_]+)=/", command))


def test_the_image_builds_its_wheel_from_all_that_a_wheel_holds() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    wanted = {*wheel["packages"], *wheel["force-include"], project["project"]["readme"]}
    first = DOCKERFILE.partition("COPY --from=build")[0]
    assert wanted <= {name for copied in re.findall(r"^COPY (.+) \S+$", first, re.MULTILINE) for name in copied.split()}


def test_the_image_is_not_run_by_root_and_says_how_it_is() -> None:
    last = DOCKERFILE.rpartition("\nFROM ")[2]
    assert re.search(r"^USER 10001", last, re.MULTILINE)
    assert "/healthz" in re.findall(r"^HEALTHCHECK .*$", last, re.MULTILINE)[0]
    for copied in re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE):
        assert all((ROOT / name).exists() for name in copied.split()), copied
        assert all(f"!{name}\n" in (ROOT / ".dockerignore").read_text("utf-8") for name in copied.split()), copied


def test_the_composition_has_its_profiles_and_a_bot_that_can_write_only_its_data() -> None:
    services = COMPOSE["services"]
    assert {profile for service in services.values() for profile in service.get("profiles", ())} == {
        *("rsshub", "ollama", "vllm", "metrics")
    }
    bot = services["bot"]
    assert (bot["read_only"], bot["cap_drop"]) == (True, ["ALL"])
    assert [volume for volume in bot["volumes"] if not volume.endswith(":ro")] == ["data:/data"]
    assert [port for service in services.values() for port in service.get("ports", ())] == ["127.0.0.1:3000:3000"]


def test_the_dashboard_asks_for_metrics_that_there_are() -> None:
    asked = {
        name
        for panel in DASHBOARD["panels"]
        for target in panel["targets"]
        for name in re.findall(r"tidings_\w+", target["expr"])
    }
    assert len(asked) > 15
    assert asked <= metric_names()


def test_every_metric_that_the_docs_name_is_there() -> None:
    page = (ROOT / "docs" / "operations.md").read_text("utf-8")
    assert set(re.findall(r"`(tidings_\w+)", page)) - {"tidings_process_"} <= metric_names()
