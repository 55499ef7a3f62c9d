"""The pins of `constraints.txt` fit the ranges of `pyproject.toml`, and `make upgrade` writes them as they must be."""

from __future__ import annotations

import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tools.upgrade import CONSTRAINTS, PYPROJECT, changes, direct_requirements, pins_of, read_pins

PINS = read_pins(CONSTRAINTS.read_text("utf-8"))
DIRECT = direct_requirements(tomllib.loads(PYPROJECT.read_text("utf-8")))


@pytest.mark.parametrize("requirement", DIRECT, ids=str)
def test_every_direct_dependency_has_a_pin_within_its_range(requirement: Requirement) -> None:
    pin = PINS[canonicalize_name(requirement.name)]
    assert requirement.specifier.contains(pin, prereleases=False), f"{pin} is outside {requirement}"


def test_every_pin_is_one_public_version_for_all_pythons_and_machines() -> None:
    lines = [line for line in CONSTRAINTS.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert lines == [f"{name}=={Version(version).public}" for name, version in sorted(PINS.items())]


def test_an_upgrade_pins_public_versions_and_leaves_the_graphics_libraries_to_torch() -> None:
    found = {
        "Torch": "2.13.0+cpu",
        "nvidia-cublas": "13.1",
        "triton": "3.4",
        "fluent.runtime": "0.4.0",
        "OpenCC": "1.4",
    }
    report = {"install": [{"metadata": {"name": name, "version": version}} for name, version in found.items()]}
    assert list(pins_of(report).items()) == [("fluent-runtime", "0.4.0"), ("opencc", "1.4"), ("torch", "2.13.0")]


def test_an_upgrade_names_every_pin_that_came_went_or_moved() -> None:
    old = {"lxml": "6.0", "idna": "3.1", "six": "1.17"}
    assert changes(old, {"lxml": "6.1", "idna": "3.1", "rich": "15.0"}) == [
        "lxml: 6.0 -> 6.1",
        "rich: new -> 15.0",
        "six: 1.17 -> gone",
    ]
