"""Which detector is asked."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer import detector

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(("installed", "chosen"), [(True, detector.by_cld2), (False, detector.by_langid)])
def test_pycld2_is_asked_where_it_is_installed(
    installed: bool, chosen: detector.Detector, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = importlib.util.find_spec("json") if installed else None
    monkeypatch.setattr(detector, "find_spec", lambda name: spec if name == "pycld2" else pytest.fail(name))
    assert detector.detector.__wrapped__() is chosen


def test_no_large_library_is_imported_before_a_text_is_read() -> None:
    heavy = "{'pycld2', 'py3langid', 'numpy', 'opencc', 'babel', 'torch', 'httpx'}"
    code = f"import sys, summarizer; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_text_without_a_language_is_unknown_to_both() -> None:
    assert detector.by_cld2("1 2 3", None) == (None, False)
    assert detector.by_langid("1 2 3", None)[1] is False


def test_the_declared_one_of_two_near_languages_wins() -> None:
    text = "Gradsko vijeće je u utorak odlučilo zatvoriti stari most."
    assert detector.by_langid(text, "hr")[0] == "hr"
    assert detector.by_langid(text, "bs")[0] == "bs"
