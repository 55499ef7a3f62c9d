"""Resolve every dependency of `pyproject.toml` anew and write the versions found to `constraints.txt`.

`make upgrade` runs it. It installs nothing into the project's environment and decides nothing: `make test` does that.
Run it on the oldest Python that Tidings supports, because a version that runs there has files for the newer ones, too.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parent.parent
PYPROJECT = ROOT / "pyproject.toml"
CONSTRAINTS = ROOT / "constraints.txt"
# Torch itself fixes the versions of its graphics libraries, which exist for some machines only.
FIXED_BY_TORCH = ("nvidia-", "cuda-", "triton")
HEADER = "# The versions that `make` installs, tested together. `make upgrade` writes this file; see CONTRIBUTING.md.\n"


def direct_requirements(pyproject: dict[str, Any]) -> list[Requirement]:
    """Every requirement of the project and of its extras, with its marker."""
    project = pyproject["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    return [Requirement(line) for group in groups for line in group]


def read_pins(text: str) -> dict[str, str]:
    """The pins of a constraints file by canonical name."""
    requirements = [Requirement(line) for line in text.splitlines() if line and not line.startswith("#")]
    return {canonicalize_name(each.name): str(each.specifier).removeprefix("==") for each in requirements}


def pins_of(report: dict[str, Any]) -> dict[str, str]:
    """The pins of pip's installation report, without local labels such as torch's `+cpu`."""
    packages = [each["metadata"] for each in report["install"]]
    pins = {canonicalize_name(package["name"]): Version(package["version"]).public for package in packages}
    return {name: pins[name] for name in sorted(pins) if not name.startswith(FIXED_BY_TORCH)}


def changes(old: dict[str, str], new: dict[str, str]) -> list[str]:
    """One line for each pin that came, went or moved."""
    names = sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))
    return [f"{name}: {old.get(name, 'new')} -> {new.get(name, 'gone')}" for name in names]


def resolve(requirements: list[Requirement]) -> dict[str, Any]:
    """Let a pip of a throw-away environment resolve the requirements; its report."""
    with tempfile.TemporaryDirectory(prefix="tidings-upgrade-") as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        pip = [str(Path(folder, "Scripts" if sys.platform == "win32" else "bin", "python")), "-m", "pip"]
        subprocess.run([*pip, "install", "--quiet", "--upgrade", "pip"], check=True)
        command = [*pip, "install", "--quiet", "--dry-run", "--report", "-", *map(str, requirements)]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=folder)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def main() -> int:
    """Rewrite the constraints and print what changed; 1 on a Python that is not the oldest supported."""
    pyproject = tomllib.loads(PYPROJECT.read_text("utf-8"))
    oldest = str(pyproject["project"]["requires-python"]).removeprefix(">=")
    if f"{sys.version_info.major}.{sys.version_info.minor}" != oldest:
        print(f"Upgrade with Python {oldest}, the oldest supported one: make clean upgrade PYTHON=python{oldest}")
        return 1
    requirements = direct_requirements(pyproject)
    for requirement in requirements:  # what only other Pythons or machines install is pinned, too
        requirement.marker = None
    old = read_pins(CONSTRAINTS.read_text("utf-8")) if CONSTRAINTS.exists() else {}
    new = pins_of(resolve(requirements))
    CONSTRAINTS.write_text(HEADER + "".join(f"{name}=={version}\n" for name, version in new.items()), "utf-8")
    print(*(changes(old, new) or ["Everything is up to date."]), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
