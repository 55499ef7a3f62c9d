"""Build the wheel, look through it, install it into a clean environment, and start the playground from there.

`make wheel`, or `python -m tools.try_wheel`. Works in a temporary folder; needs the package index for the dependencies.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import urllib.request
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
KEPT_OUT = ("tests/", "benchmarks/", "tools/", "docs/")


def package_files() -> set[str]:
    """The files of both packages that belong into the wheel, as the checkout has them."""
    found = (path for name in ("bot", "summarizer") for path in (ROOT / name).rglob("*") if path.is_file())
    return {str(path.relative_to(ROOT)) for path in found if path.suffix != ".pyc"}


def look_through(wheel: Path) -> None:
    """Fail where a file is missing or does not belong there."""
    names = set(zipfile.ZipFile(wheel).namelist())
    if missing := package_files() - names:
        sys.exit(f"tools.try_wheel: the wheel lacks {sorted(missing)}")
    if strange := sorted(name for name in names if name.startswith(KEPT_OUT) or "__pycache__" in name):
        sys.exit(f"tools.try_wheel: the wheel has {strange}")
    print(f"{wheel.name}: {len(names)} files, {wheel.stat().st_size / 1e6:.1f} MB")


def play(tidings: Path, folder: Path) -> None:
    """Start the playground in an empty folder, read its page, and end it."""
    started = subprocess.Popen([tidings, "play", "--port", "0"], cwd=folder, stdout=subprocess.PIPE, text=True)
    try:
        assert started.stdout is not None
        for line in started.stdout:
            if found := re.search(r"Playground: (http\S+)", line):
                page = urllib.request.urlopen(found[1]).read()  # noqa: S310 - on loopback
                print(f"the playground answers with {len(page)} bytes")
                return
        sys.exit("tools.try_wheel: the playground did not start")
    finally:
        started.terminate()
        if started.wait(60) != 0:
            sys.exit(f"tools.try_wheel: the playground ended with {started.returncode}")


def main() -> None:
    """The whole trial."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
        subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", folder, ROOT], check=True)
        [wheel] = folder.glob("tidings-*.whl")
        look_through(wheel)
        subprocess.run([sys.executable, "-m", "venv", folder / "env"], check=True)
        python, tidings = folder / "env/bin/python", folder / "env/bin/tidings"
        pip = (str(python), "-m", "pip", "--disable-pip-version-check", "--quiet")
        subprocess.run([*pip, "install", "--constraint", ROOT / "constraints.txt", f"{wheel}[playground]"], check=True)
        home = folder / "home"
        home.mkdir()
        os.environ.pop("PYTHONPATH", None)  # nothing of the checkout
        for command in (["init"], ["sources", "list"], ["--version"]):
            subprocess.run([tidings, *command], cwd=home, check=True)
        play(tidings, home)


if __name__ == "__main__":
    main()
